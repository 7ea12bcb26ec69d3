"""The `handrail` command: check, build and preview a protocol, and explain the rules."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from handrail.handbook import Settings
from handrail.outside.command import add_patience, ask_around
from handrail.program import SETTINGS, CannotRun, WrongSettings, find_project, run_program
from handrail.read.folder import sources_below
from handrail.read.protocol import read_protocol
from handrail.read.settings_file import read_faults, wrong_setting
from handrail.report import FORMATS, manual, pathways_schema, summary
from handrail.report.baseline import WrongBaseline, settle
from handrail.report.colour import coloured, wants_colour
from handrail.report.owners import as_codeowners, unnamed
from handrail.report.pathways import as_json
from handrail.report.plain_html import CannotRecord, check_files, record, told_once
from handrail.report.progress import QUIET, USUAL, VERBOSE
from handrail.report.text import as_sentences
from handrail.rules.records.json_schema import as_json_schema
from handrail.settings import WrongSetting, read_settings
from handrail.today import WrongDay, today
from handrail.write.ask import WrongAnswer
from handrail.write.command import add_kinds, add_start, fix_project, new_page, start_protocol
from handrail.write.known import Known
from handrail.write.start import CannotStart

CLEAN, FOUND, COULD_NOT_RUN = 0, 1, 2
"""How `handrail check` ends."""
_ENDINGS = {10: CLEAN, 11: FOUND}  # how the check hook ends
_SCHEMAS = {"front-matter": as_json_schema, "pathways": pathways_schema.as_json_schema}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns its exit status."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except CannotRun as error:
        print(f"handrail: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    except WrongSettings as error:
        print(coloured(as_sentences(error.faults), sys.stderr), file=sys.stderr)
        return COULD_NOT_RUN
    except BrokenPipeError:
        # Whoever read what is printed has seen enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT_RUN
    except OSError as error:
        name = f"{error.filename} cannot be used: " if error.filename else ""
        print(f"handrail: {name}{error.strerror or error}", file=sys.stderr)
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handrail", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = _command(commands, "check", _check, "report what is wrong, and publish nothing")
    check.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    check.add_argument("--strict", action="store_true", help="count warnings as errors")
    _edition(check)
    check.add_argument(
        "--since", metavar="EDITION", help="compare: changes without a note, lost addresses"
    )
    _baseline(check)
    check.add_argument(
        "--write-baseline", metavar="FILE", help="write what is wrong today to a file"
    )
    check.add_argument("--html", metavar="FILE_OR_FOLDER", help="check plain HTML files instead")
    check.add_argument(
        "--record", metavar="FILE", help="with --html: keep the results for the statement"
    )
    changes = _command(commands, "changes", _changes, "sum up what a proposal changes, in Markdown")
    changes.add_argument(
        "--since", metavar="EDITION", default="main", help="a branch, tag or commit; default: main"
    )
    build = _command(commands, "build", _build, "check, then publish the site and the PDFs")
    build.add_argument("--strict", action="store_true", help="stop at warnings too")
    build.add_argument(
        "--manual", action="store_true", help="with the manual for writers, below manual/"
    )
    _baseline(build)
    _edition(build)
    serve = _command(commands, "serve", _serve, "preview the site and follow changes")
    for command in (check, build, serve):
        _voice(command)
    init = commands.add_parser("init", help="start a protocol of your own from the template")
    add_start(init)
    init.set_defaults(run=_init)
    add_kinds(_command(commands, "new", _new, "start a page of some kind, asking for a few words"))
    mend = _command(commands, "fix", _fix, "mend what is safe to mend, and show it")
    mend.add_argument("--dry-run", action="store_true", help="show what would be mended, only")
    _command(commands, "owners", _owners, "print CODEOWNERS from the owners of pages")
    schema = commands.add_parser("schema", help="print a JSON Schema", description=_schema.__doc__)
    schema.add_argument(
        "of", nargs="?", choices=_SCHEMAS, default="front-matter", help="default: front-matter"
    )
    schema.set_defaults(run=_schema)
    _command(commands, "pathways", _pathways, "print every pathway as JSON, for other programs")
    outside = _command(commands, "outside", _outside, "ask other websites whether links work")
    add_patience(outside, FORMATS)
    rules = commands.add_parser("rules", help="explain the rules", description=_rules.__doc__)
    rules.add_argument("rule", nargs="?", help="one rule, such as step-dead-end")
    rules.set_defaults(run=_rules)
    return parser


def _command(commands, name: str, run, help: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help, description=help)
    command.add_argument(
        "--project", metavar="DIR", default=".", help="the folder of mkdocs.yml; default: this one"
    )
    command.set_defaults(run=run)
    return command


def _voice(command: argparse.ArgumentParser) -> None:
    voice = command.add_mutually_exclusive_group()
    voice.add_argument(
        "--quiet", "-q", dest="voice", action="store_const", const=QUIET, default=USUAL,
        help="say nothing but what is wrong",
    )  # fmt: skip
    voice.add_argument(
        "--verbose", "-v", dest="voice", action="store_const", const=VERBOSE,
        help="say each step, how long it took, and where it broke down",
    )  # fmt: skip


def _baseline(command: argparse.ArgumentParser) -> None:
    command.add_argument("--baseline", metavar="FILE", help="leave out what a file knows already")


def _edition(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--release", action="store_true", help="refuse placeholders and example contacts"
    )
    command.add_argument(
        "--public", action="store_true", help="the public edition, without pages for staff"
    )


def _check(options: argparse.Namespace) -> int:
    if options.html:
        return _check_html(Path(options.html), options)
    if options.record:
        raise CannotRun("--record keeps the results of --html; give both")
    asked = {"HANDRAIL_CHECK": options.format, **_asked(options)}
    return _ENDINGS.get(_mkdocs(options, "build", asked), COULD_NOT_RUN)


def _changes(options: argparse.Namespace) -> int:
    """Sum up what differs from an earlier edition, whom it concerns, and what is to be mended."""
    asked = {"HANDRAIL_CHECK": "changes", **_asked(options)}
    return _ENDINGS.get(_mkdocs(options, "build", asked), COULD_NOT_RUN)


def _build(options: argparse.Namespace) -> int:
    return _mkdocs(options, "build", _asked(options))


def _asked(options: argparse.Namespace) -> dict[str, str]:
    """What the hooks are to know of an edition, as environment variables."""
    wishes = ("release", "public", "manual")
    asked = {name: "1" for name in wishes if getattr(options, name, False)}
    if getattr(options, "since", None):
        asked["since"] = options.since
    for name in ("baseline", "write_baseline"):
        if getattr(options, name, None):
            # The hooks run in the folder of the project, which may be another than this one.
            asked[name] = str(Path(getattr(options, name)).absolute())
    return {f"HANDRAIL_{name.upper()}": value for name, value in asked.items()}


def _serve(options: argparse.Namespace) -> int:
    return _mkdocs(options, "serve", {})


def _outside(options: argparse.Namespace) -> int:
    """Ask other websites for the pages that the protocol links to."""
    with tempfile.TemporaryDirectory() as folder:
        uses = Path(folder, "uses.json")
        asked = {"HANDRAIL_CHECK": "outside", "HANDRAIL_OUTSIDE": str(uses)}
        if _ENDINGS.get(_mkdocs(options, "build", asked)) != CLEAN:
            return COULD_NOT_RUN
        findings = ask_around(uses.read_text("utf-8"), _project(options), options)
    if findings is None:
        raise CannotRun("no website answers; behind a proxy, set HTTPS_PROXY to its address")
    sys.stdout.write(FORMATS[options.format](findings))
    stops = any(options.strict or finding.level == "error" for finding in findings)
    return FOUND if stops else CLEAN


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
    return run_program(_project(options), arguments, {"HANDRAIL_VOICE": voice, **environment})


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
    stops = any(options.strict or finding.level == "error" for finding in findings)
    return FOUND if stops else CLEAN


def _fix(options: argparse.Namespace) -> int:
    """Mend tables, dates, spaces, quotes, fences and links that have moved."""
    project = _project(options).absolute()
    docs = project / _settings(options).get("docs_dir", "docs")
    return _written(fix_project, project, docs, options.dry_run)


def _pathways(options: argparse.Namespace) -> int:
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


def _init(options: argparse.Namespace) -> int:
    """Start a protocol of an authority's own."""
    return _written(start_protocol, Path(options.folder), vars(options))


def _new(options: argparse.Namespace) -> int:
    """Start a page."""
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


def _owners(options: argparse.Namespace) -> int:
    """Print CODEOWNERS, and name the roles that have no name on the code host."""
    owners = _ours(options).owners
    pages = _read(options)["pages"]
    sys.stdout.write(as_codeowners(pages, owners))
    for role in unnamed(pages, owners):
        print(f'"{role}" has no name under owners in mkdocs.yml', file=sys.stderr)
    return CLEAN


def _schema(options: argparse.Namespace) -> int:
    """Print the JSON Schema of front matter, or of pathways as data."""
    sys.stdout.write(_SCHEMAS[options.of]())
    return CLEAN


class _Plain(yaml.SafeLoader):
    """Reads settings without running what their `!!python` and `!ENV` tags name."""


_Plain.add_multi_constructor("", lambda *_: None)


def _rules(options: argparse.Namespace) -> int:
    """List every rule, or explain one."""
    if options.rule and options.rule not in (manual.BY_ID | manual.BESIDE):
        raise CannotRun(f'there is no rule "{options.rule}"; handrail rules lists them')
    sys.stdout.write(manual.one_rule(options.rule) if options.rule else manual.all_rules())
    return CLEAN


if __name__ == "__main__":
    sys.exit(main())
