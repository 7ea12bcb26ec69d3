"""What stands in the repository for code hosts and editors: it is safe with proposals from anybody,
uses only what the project ships, and each of its steps works."""

import json
import re
import shutil
import subprocess
import sys
from xml.etree import ElementTree

import pytest
import yaml
from jsonschema import Draft202012Validator
from projects import PATHWAY, environ, make_project, write_files
from protocol import ROOT

from handrail.finding import Finding, Place
from handrail.report.text import as_text, summary
from handrail.rules.records.schema import CHOICES, ENTRIES

GITHUB = yaml.load((ROOT / ".github/workflows/check.yml").read_text("utf-8"), yaml.BaseLoader)
GITLAB = yaml.load((ROOT / ".gitlab-ci.yml").read_text("utf-8"), yaml.BaseLoader)
STEPS = GITHUB["jobs"]["check"]["steps"]
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*-*.yml"))


def commands():
    """Every line of shell of both workflows."""
    return [step["run"] for step in STEPS if "run" in step] + GITLAB["check"]["script"]


def test_a_proposal_from_a_fork_gets_no_secrets_and_no_rights():
    assert "pull_request" in GITHUB["on"]
    assert "pull_request_target" not in GITHUB["on"]
    assert GITHUB["permissions"] == {"contents": "read"}
    assert "permissions" not in GITHUB["jobs"]["check"]
    for name in (".github/workflows/check.yml", ".gitlab-ci.yml"):
        assert "secrets" not in (ROOT / name).read_text("utf-8").replace("no secrets", "")


def test_what_the_workflows_use_is_pinned_to_one_version():
    uses = [step["uses"] for step in STEPS if "uses" in step]
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", use) for use in uses)
    assert re.search(r":3\.11\.\d+-bookworm@sha256:[0-9a-f]{64}$", GITLAB["image"])
    assert not GITHUB["jobs"]["check"]["runs-on"].endswith("latest")


def test_no_step_puts_words_of_a_proposal_into_a_shell():
    assert not any("${{" in command for command in commands())


@pytest.fixture
def proposal(tmp_path):
    """A small protocol that is set up, with one commit on main and one proposed."""
    project = make_project(tmp_path / "project")
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, project)
    (project / ".venv/bin").mkdir(parents=True)
    handrail = project / ".venv/bin/handrail"
    handrail.write_text(f'#!/bin/sh\nexec {sys.executable} -m handrail.cli "$@"\n')
    handrail.chmod(0o755)
    (project / ".venv/ready").touch()
    quiet = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=project, check=True)
    for number in ("5", "3"):
        changed = PATHWAY.replace("within 5", f"within {number}")
        write_files(project, {"pathways/first-contact.md": changed})
        subprocess.run(["git", "add", "docs"], cwd=project, check=True)
        subprocess.run(["git", *quiet, "commit", "-qm", number], cwd=project, check=True)
    return project


@pytest.mark.slow
@pytest.mark.parametrize("host", ["GitHub", "GitLab"])
def test_each_step_works_here(proposal, host):
    """As the host runs them, one after the other in one folder."""
    steps = {"GitHub": [step["run"] for step in STEPS if "run" in step],
             "GitLab": GITLAB["check"]["script"]}  # fmt: skip
    told = {"SINCE": "HEAD~1", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD~1",
            "GITHUB_STEP_SUMMARY": str(proposal / "step-summary.md")}  # fmt: skip
    for step in steps[host]:
        done = subprocess.run(
            ["bash", "-e", "-c", step], cwd=proposal, env=environ(told), check=False,
            capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, step + done.stdout + done.stderr
    limits = "**time limit** within 5 working days → within 3 working days"
    assert limits in (proposal / "summary.md").read_text("utf-8")
    assert (proposal / "site/pdf/protocol.pdf").is_file()
    if host == "GitLab":
        reports = GITLAB["check"]["artifacts"]["reports"].values()
        assert all((proposal / report).is_file() for report in reports)
    else:
        assert limits in (proposal / "step-summary.md").read_text("utf-8")


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_asks_for_no_personal_data_and_says_so(file):
    form = yaml.safe_load(file.read_text("utf-8"))
    assert {"name", "description", "title", "body"} == set(form)
    assert "Write no names" in form["body"][0]["attributes"]["value"]
    assert form["body"][-1]["attributes"]["options"][0]["required"] is True
    kinds = {"markdown", "input", "textarea", "checkboxes"}
    assert {part["type"] for part in form["body"]} <= kinds
    names = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert len(names) == len(set(names))


def test_both_hosts_have_the_same_forms():
    names = {yaml.safe_load(file.read_text("utf-8"))["name"] for file in FORMS}
    assert names == {"This page is wrong", "A champion changed", "The law changed"}
    assert {file.stem for file in (ROOT / ".gitlab/issue_templates").glob("*.md")} == names
    ours, theirs = ".github/pull_request_template.md", ".gitlab/merge_request_templates/Default.md"
    assert (ROOT / ours).read_text("utf-8") == (ROOT / theirs).read_text("utf-8")


def test_the_editor_finds_the_line_of_every_finding():
    tasks = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    place = Place("docs/index.md", 3, 7)
    finding = Finding(place, "field-missing", "error", 'does not say "owner"', "add it")
    line, help = as_text([finding]).splitlines()
    for task in tasks:
        pattern, below = task["problemMatcher"]["pattern"]
        found = re.match(pattern["regexp"], line)
        assert re.match(below["regexp"], help)[below["message"]] == "add it"
        assert found[pattern["file"]] == "docs/index.md"
        assert (found[pattern["line"]], found[pattern["column"]]) == ("3", "7")
        assert found[pattern["severity"]] == "error"
        assert found[pattern["code"]] == "field-missing"


def test_the_editor_follows_the_preview_from_the_first_line_to_the_summary():
    tasks = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    (preview,) = [task for task in tasks if task.get("isBackground")]
    marks = preview["problemMatcher"]["background"]
    assert preview["runOptions"] == {"runOn": "folderOpen"}
    assert re.search(marks["beginsPattern"], "Checked again.")
    assert '"Checked again.\\n' in (ROOT / "hooks/live.py").read_text("utf-8")
    place = Place("docs/index.md")
    for findings in ([], [Finding(place, "link-broken", "error", "a", "b")]):
        assert re.search(marks["endsPattern"], summary(findings))


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("vendor.github-workflows", ".github/workflows/*.yml"),
        ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/*-*.yml"),
        ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_files_for_code_hosts_are_as_the_hosts_schemas_say(schema, pattern):
    files = sorted(ROOT.glob(pattern))
    program = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    program += ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []
    done = subprocess.run([*program, *files], check=False, capture_output=True, text=True)
    assert files
    assert done.returncode == 0, done.stdout + done.stderr


def test_front_matter_of_the_protocol_is_as_the_schema_for_editors_says():
    schema = json.loads((ROOT / "front-matter.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for file in sorted((ROOT / "docs").rglob("*.md")):
        if "manual" not in file.parts:
            entries = yaml.load(file.read_text("utf-8").split("---\n")[1], yaml.BaseLoader)
            assert not [error.message for error in validator.iter_errors(entries)], file
    assert not validator.is_valid({**entries, "status": "drafty"})


def test_jetbrains_editors_know_the_schema_of_front_matter():
    tree = ElementTree.parse(ROOT / ".idea/jsonSchemas.xml")
    values = {option.get("name"): option.get("value") for option in tree.iter("option")}
    assert (ROOT / values["relativePathToSchema"]).is_file()
    assert (values["pattern"], values["path"]) == ("true", "*.md")


def test_the_editor_offers_what_front_matter_can_say():
    snippets = json.loads((ROOT / ".vscode/pages.code-snippets").read_text("utf-8"))
    offered = {}
    for line in snippets["Front matter of a page"]["body"]:
        name, _, value = line.partition(": ")
        choice = re.fullmatch(r"\$\{\d\|(.*)\|\}", value)
        offered[name] = tuple(choice[1].split(",")) if choice else ()
    needed = {entry.name for entry in ENTRIES if entry.needed and not entry.types}
    assert needed <= set(offered)
    assert all(offered[name] == choice for name, choice in CHOICES.items() if name in needed)


def test_the_hook_before_a_commit_fetches_nothing():
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    assert config["repos"][0]["hooks"][0]["entry"] == "make check"
