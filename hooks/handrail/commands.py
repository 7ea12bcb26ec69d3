"""What each command does, once its arguments are read. Each returns its exit status."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import yaml

from handrail import wishes
from handrail.finding import stops
from handrail.handbook import Settings
from handrail.outside.command import ask_around
from handrail.program import SETTINGS, CannotRun, WrongSettings, find_project, run_program
from handrail.read.folder import sources_below
from handrail.read.protocol import read_protocol
from handrail.read.settings_file import read_faults, wrong_setting
from handrail.report import FORMATS, manual, pathways_schema, summary
from handrail.report.baseline import WrongBaseline, settle
from handrail.report.colour import wants_colour
from handrail.report.owners import as_codeowners, unnamed
from handrail.report.pathways import as_json
from handrail.report.plain_html import CannotRecord, check_files, record, told_once
from handrail.report.progress import QUIET
from handrail.rules.records.json_schema import as_json_schema
from handrail.settings import WrongSetting, read_settings
from handrail.today import WrongDay, today
from handrail.write.ask import WrongAnswer
from handrail.write.command import fix_project, new_page, start_protocol
from handrail.write.known import Known
from handrail.write.start import CannotStart

CLEAN, FOUND, COULD_NOT_RUN = 0, 1, 2
"""How `handrail check` ends."""
_ENDINGS = {wishes.CLEAN: CLEAN, wishes.FOUND: FOUND}
SCHEMAS = {"front-matter": as_json_schema, "pathways": pathways_schema.as_json_schema}
"""What there is a JSON Schema of, and what writes it."""


def check(options: argparse.Namespace) -> int:
    """Report what is wrong, and publish nothing."""
    if options.html:
        return _check_html(Path(options.html), options)
    if options.record:
        raise CannotRun("--record keeps the results of --html; give both")
    asked = {wishes.CHECK: options.format, **_asked(options)}
    return _ENDINGS.get(_mkdocs(options, "build", asked), COULD_NOT_RUN)


def changes(options: argparse.Namespace) -> int:
    """Sum up in Markdown what differs from an earlier edition, and whom it concerns."""
    asked = {wishes.CHECK: wishes.CHANGES, **_asked(options)}
    return _ENDINGS.get(_mkdocs(options, "build", asked), COULD_NOT_RUN)


def build(options: argparse.Namespace) -> int:
    """Check, then publish the site and the PDFs."""
    return _mkdocs(options, "build", _asked(options))


def _asked(options: argparse.Namespace) -> dict[str, str]:
    """What the hooks are to know of an edition, as environment variables."""
    given = {name: value for name, value in vars(options).items() if value}
    editions = {"release": wishes.RELEASE, "public": wishes.PUBLIC, "manual": wishes.MANUAL}
    # The hooks run in the folder of the project, which may be another than this one.
    files = {"baseline": wishes.BASELINE, "write_baseline": wishes.WRITE_BASELINE}
    asked = {variable: "1" for name, variable in editions.items() if name in given}
    asked |= {
        variable: str(Path(given[name]).absolute())
        for name, variable in files.items()
        if name in given
    }
    return asked | ({wishes.SINCE: given["since"]} if "since" in given else {})


def serve(options: argparse.Namespace) -> int:
    """Preview the site and follow changes."""
    return _mkdocs(options, "serve", {})


def outside(options: argparse.Namespace) -> int:
    """Ask other websites whether the links to them work."""
    with tempfile.TemporaryDirectory() as folder:
        uses = Path(folder, "uses.json")
        asked = {wishes.CHECK: "outside", wishes.OUTSIDE: str(uses)}
        if _ENDINGS.get(_mkdocs(options, "build", asked)) != CLEAN:
            return COULD_NOT_RUN
        findings = ask_around(uses.read_text("utf-8"), _project(options), options)
    if findings is None:
        raise CannotRun("no website answers; behind a proxy, set HTTPS_PROXY to its address")
    sys.stdout.write(FORMATS[options.format](findings))
    return FOUND if stops(findings, options.strict) else CLEAN


def _project(options: argparse.Namespace) -> Path:
    """The folder of the project's settings."""
    return find_project(options.project)


def _mkdocs(options: argparse.Namespace, command: str, environment: dict[str, str]) -> int:
    """Run MkDocs on the project; returns its exit status."""
    colour = "--color" if wants_colour(sys.stderr) else "--no-color"
    strict = ["--strict"] if getattr(options, "strict", False) else []
    voice = getattr(options, "voice", QUIET)
    # A check or build needs to hear the program's own warnings.
    quiet = ["--quiet"] if command == "serve" and voice == QUIET else []
    arguments = [colour, command, *quiet, *strict]
    return run_program(_project(options), arguments, {wishes.VOICE: voice, **environment})


def _check_html(target: Path, options: argparse.Namespace) -> int:
    """Check HTML files that exist already, whatever made them."""
    if not target.exists():
        raise CannotRun(f"there is no file or folder {target}")
    files, found = check_files(target)
    try:
        if options.record:
            record(Path(options.record), target, files, found, today(os.environ))
        told = told_once(files, found)
        findings, said = settle(told, options.baseline, options.write_baseline)
    except (CannotRecord, WrongBaseline) as error:
        raise CannotRun(str(error)) from None
    sys.stdout.write(FORMATS[options.format](findings))
    print(f"{said}{summary(findings)} Checked {len(files)} files.", file=sys.stderr)
    return FOUND if stops(findings, options.strict) else CLEAN


def fix(options: argparse.Namespace) -> int:
    """Mend what is safe to mend, and show it."""
    project = _project(options).absolute()
    docs = project / _settings(options).get("docs_dir", "docs")
    return _written(fix_project, project, docs, options.dry_run)


def pathways(options: argparse.Namespace) -> int:
    """Print every pathway as JSON, for other programs."""
    protocol = _read(options)
    sys.stdout.write(as_json(protocol["pages"], protocol["diagrams"]))
    return CLEAN


def _read(options: argparse.Namespace) -> dict:
    """The project's pages and what they hold, read without building anything."""
    project, settings = _project(options), _settings(options)
    docs = project / settings.get("docs_dir", "docs")
    return read_protocol(sources_below(project, docs, settings.get("exclude_docs") or ""))


def _settings(options: argparse.Namespace) -> dict:
    """What `mkdocs.yml` says."""
    data = (_project(options) / SETTINGS).read_bytes()
    faults = read_faults(data, SETTINGS)
    if faults:
        raise WrongSettings(faults)
    return yaml.load(data.decode("utf-8-sig"), Loader=_Plain)


def _ours(options: argparse.Namespace) -> Settings:
    """What `extra.handrail` says."""
    text = (_project(options) / SETTINGS).read_text("utf-8-sig")
    try:
        extra = _settings(options).get("extra")
        values = extra.get("handrail") if isinstance(extra, dict) else None
        return read_settings(values, today(os.environ))
    except WrongDay as error:
        raise CannotRun(str(error)) from None
    except WrongSetting as error:
        raise WrongSettings([wrong_setting(error, [(SETTINGS, text)])]) from None


def init(options: argparse.Namespace) -> int:
    """Start a protocol of your own from the template."""
    return _written(start_protocol, Path(options.folder), vars(options))


def new(options: argparse.Namespace) -> int:
    """Start a page of some kind, asking for a few words."""
    project = _project(options).absolute()
    found, ours = _read(options), _ours(options)
    known = Known(found["pages"], found["instruments"], found["agencies"], ours)
    docs = project / _settings(options).get("docs_dir", "docs")
    return _written(new_page, project, docs, known, options.page_kind, vars(options))


def _written(write, *arguments) -> int:
    """Run what writes into a project, and say in a plain sentence why it could not."""
    try:
        return FOUND if write(*arguments) else CLEAN
    except (WrongAnswer, CannotStart) as error:
        raise CannotRun(str(error)) from None
    except EOFError:
        raise CannotRun("nothing was written") from None
    except OSError as error:
        where = error.filename or "what is said here"
        raise CannotRun(f"{where} cannot be written: {error.strerror}") from None


def owners(options: argparse.Namespace) -> int:
    """Print CODEOWNERS from the owners of pages."""
    owners = _ours(options).owners
    pages = _read(options)["pages"]
    sys.stdout.write(as_codeowners(pages, owners))
    for role in unnamed(pages, owners):
        print(f'"{role}" has no name under owners in mkdocs.yml', file=sys.stderr)
    return CLEAN


def schema(options: argparse.Namespace) -> int:
    """Print the JSON Schema of front matter, or of pathways as data."""
    sys.stdout.write(SCHEMAS[options.of]())
    return CLEAN


class _Plain(yaml.SafeLoader):
    """Reads settings without running what their `!!python` and `!ENV` tags name."""


_Plain.add_multi_constructor("", lambda *_: None)


def rules(options: argparse.Namespace) -> int:
    """List every rule, or explain one."""
    if options.rule and options.rule not in (manual.BY_ID | manual.BESIDE):
        raise CannotRun(f'there is no rule "{options.rule}"; handrail rules lists them')
    sys.stdout.write(manual.one_rule(options.rule) if options.rule else manual.all_rules())
    return CLEAN
