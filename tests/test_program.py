"""The command refuses in a plain sentence what the program that builds the site cannot use."""

import os
import socket
import subprocess
import sys

import pytest
from projects import environ, make_project, run


def said_by(project, *arguments):
    done = run(project, "handrail", *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return make_project(tmp_path_factory.mktemp("program"))


def test_an_address_that_another_program_has_is_named_before_a_preview_begins(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        project = make_project(tmp_path / "taken", settings=f"dev_addr: {address}\n")
        assert f"another program has the address {address}" in said_by(project, "serve")


def test_a_missing_docs_folder_is_named(project):
    (project / "docs").rename(project / "pages")
    said = said_by(project, "check")
    (project / "pages").rename(project / "docs")
    assert 'mkdocs.yml:1:1: error: there is no folder "docs" beside the settings' in said


def test_settings_that_cannot_be_read_are_refused_at_their_line(project):
    settings = project / "mkdocs.yml"
    whole = settings.read_text()
    settings.write_text(f"\tsite_name: A\n{whole}")
    said = said_by(project, "build")
    settings.write_text(whole)
    assert said == (
        "mkdocs.yml:1:1: error: the line begins with a tab\n"
        "    help: put two spaces in the place of each tab\n"
    )


def test_all_that_settings_name_and_nobody_has_is_told_at_its_line(project):
    settings = project / "mkdocs.yml"
    whole = settings.read_text()
    slips = {"name: material": "name: materiel", "/read.py": "/raed.py", "mermaid2:": "mermiad2:",
             "- footnotes": "- footnots", "pymdownx.details": "pymdownx.detials",
             "overrides/site": "overides/site"}  # fmt: skip
    wrong = whole
    for right, slip in slips.items():
        wrong = wrong.replace(right, slip, 1)
    settings.write_text(wrong)
    said = said_by(project, "check")
    settings.write_text(whole)
    for name, kind in {
        "materiel": "theme", "overides/site": "folder", "raed.py": "file", "mermiad2": "plugin",
        "footnots": "extension", "pymdownx.detials": "extension",
    }.items():  # fmt: skip
        line = wrong[: wrong.index(name)].count("\n") + 1
        assert any(
            one.startswith(f"mkdocs.yml:{line}:") and f"there is no {kind} " in one and name in one
            for one in said.splitlines()
        ), name
    assert "did you mean mermaid2?" in said
    assert said.count("error:") == 6


def test_what_may_not_be_read_is_named_and_nothing_is_left_out_in_silence(tmp_path):
    project = make_project(tmp_path / "locked")
    (project / "docs/index.md").chmod(0)
    (project / "docs/pathways").chmod(0)
    # The administrator may read everything, unless that right is given up.
    without_rights = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    done = subprocess.run(
        [*(without_rights if os.getuid() == 0 else ()), sys.executable, "-m", "handrail", "check"],
        cwd=project, env=environ({}), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    (project / "docs/pathways").chmod(0o755)
    assert done.returncode == 2
    assert "docs/index.md:1:1: error: " in done.stderr
    assert "docs/pathways:1:1: error: " in done.stderr
    assert "Traceback" not in done.stderr
