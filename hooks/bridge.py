"""Everything that hook files know about the program that runs them, MkDocs or ProperDocs.

The library below `handrail/` knows neither. The state of one build lives on that build's `config`,
because a preview renews `config` but keeps modules.
"""

from __future__ import annotations

import os
import posixpath
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path

import voice
from handrail import registers, wishes
from handrail.draw.alone import drawings
from handrail.finding import Finding
from handrail.handbook import Entry, Handbook, Settings
from handrail.html import Document, parse_fragment
from handrail.policy import with_policy
from handrail.publish.finish import finish_page
from handrail.publish.stage import Stage
from handrail.read.menu import parent
from handrail.read.settings_file import read_faults, wrong_setting
from handrail.render.extension import Current, without_places
from handrail.report.progress import Progress
from handrail.report.text import as_sentences
from handrail.settings import WrongSetting, read_settings
from handrail.today import WrongDay, today

SCRIPT = "assets/javascripts/mermaid.min.js"
"""Where the site has what draws the diagrams that are left to the reader's browser."""


@dataclass
class Build:
    """What the hooks of one build hand to each other."""

    handbook: Handbook
    """What is known of the protocol so far."""
    progress: Progress
    """What it says of its stages."""
    current: Current = field(default_factory=Current)
    """The page being rendered."""
    rendered: dict[str, Document] = field(default_factory=dict)
    """Rendered pages so far, as writers wrote them."""
    completed: dict[str, Document] = field(default_factory=dict)
    """The same with what the registers add to them."""
    found: list[Finding] = field(default_factory=list)
    """What the rules found, whatever exceptions say."""
    findings: list[Finding] = field(default_factory=list)
    """What the check reports."""
    looks: dict[str, object] = field(default_factory=dict)
    """What each page of a preview was last made of, by its path from the docs folder."""
    nav: object = None
    """The running program's menu."""
    manual: object = None
    """What writes the manual beside the protocol."""
    prints: dict[str, int] = field(default_factory=dict)
    """Bytes of each PDF, by its path in the site; none in a preview."""
    stage: Stage | None = None
    """Where the site is written; None in a preview."""
    warnings: list[str] = field(default_factory=list)
    """What the running program itself warned about."""
    said: list[str] = field(default_factory=list)
    """What it said of links and of the menu, which rules judge."""


def project(config) -> Path:
    """The folder of `mkdocs.yml`."""
    return Path(config.config_file_path).parent.absolute()


def docs(config) -> Path:
    """The docs folder."""
    return Path(config.docs_dir)


def path(file, config) -> str:
    """Where a file stands, from the project's folder."""
    return Path(file.abs_src_path).relative_to(project(config)).as_posix()


def overrides(config) -> Path:
    """The folder that holds how the site and the PDFs look."""
    return Path(config.theme.custom_dir).parent


def theme_files(files, config) -> tuple[dict, dict]:
    """The files of the theme, and those of the folder that changes it, by their path there."""
    ours = Path(config.theme.custom_dir)
    known = [file for file in files if file.src_dir and not is_in_docs(file, config)]
    return (
        {file.src_uri: file for file in known if Path(file.src_dir) != ours},
        {file.src_uri: file for file in known if Path(file.src_dir) == ours},
    )


def looked_at(env, config, files) -> tuple[list[str], list[str]]:
    """The HTML of all pages; and the templates, scripts and settings that make the rest of them."""
    pages = [document.source for document in build(config).completed.values()]
    templates = Path(config.theme.custom_dir).rglob("*.html")
    scripts = [file for file in files if file.src_uri.endswith((".js", ".html"))]
    theme, _ = theme_files(files, config)
    own = [file.content_string for file in scripts if file.src_uri not in theme]
    base = env.loader.get_source(env, "base.html")[0]
    made = [path.read_text("utf-8") for path in templates]
    return pages, [base, str(config.theme["palette"]), *own, *made]


def finished(html: str) -> str:
    """A whole page with its last touch, and its policy. A preview runs a script of its own in each
    page, which a policy would forbid."""
    html = finish_page(html)
    return html if wishes.serving() else with_policy(html)


def is_in_docs(file, config) -> bool:
    """True for a file of the docs folder; themes and plugins add others."""
    return bool(file.src_dir) and Path(file.src_dir) == docs(config)


def sources(files, config) -> list[tuple[str, str, bytes]]:
    """(path from the project, path from the docs folder, bytes) of every page."""
    return [
        (path(file, config), file.src_uri, Path(file.abs_src_path).read_bytes())
        for file in files.documentation_pages()
    ]


def settings(config) -> Settings:
    """What `extra.handrail` says, and what the command asked for.

    The public edition gets a folder of its own beside the site.
    """
    files = list(settings_files(config))
    faults = [fault for path, text in files for fault in read_faults(text.encode(), path)]
    if faults:
        raise stop(config, as_sentences(faults))
    try:
        known = read_settings(config.extra.get("handrail"), today(os.environ))
    except WrongDay as error:
        raise stop(config, str(error)) from None
    except WrongSetting as error:
        raise stop(config, as_sentences([wrong_setting(error, files)])) from None
    if wishes.asked(wishes.PUBLIC):
        known = replace(known, audience="public")
        config.site_dir += "-public"
    return replace(known, release=wishes.asked(wishes.RELEASE))


def start(config, handbook: Handbook) -> Build:
    """Begin the state of a build."""
    keeps = wishes.CHECK not in os.environ and not wishes.serving()
    config.handrail = Build(handbook, Progress(sys.stderr, voice.how_much(config), keeps))
    return config.handrail


def build(config) -> Build:
    """The state of the build that `config` belongs to."""
    return config.handrail


def stop(config, message: str) -> Exception:
    """The exception that ends a build with a plain sentence and no traceback."""
    state = getattr(config, "handrail", None)
    if state:
        state.progress.clear()
    if state and state.stage:
        state.stage.close()
    return host(config, "exceptions").PluginError(message)


def generated(config, uri: str, content: str | bytes):
    """A file for the site that stands in no folder."""
    return host(config, "structure.files").File.generated(config, uri, content=content)


def complete(config, files, uris: Iterable[str]) -> Handbook:
    """Add to pages what the registers make of the whole protocol. Returns what is known of it with
    pages as they were written."""
    state = build(config)
    written = update(config, rendered=dict(state.rendered))
    for uri in uris:
        html = registers.completed(written.page[uri], written)
        kept = state.completed.get(uri, state.rendered[uri])
        if html != kept.source:
            kept = parse_fragment(html, written.page[uri].path)
            files.get_file_from_path(uri).page.content = without_places(html)
        state.completed[uri] = kept
    update(config, rendered=dict(state.completed))
    return written


def made(config, written: Handbook) -> Iterator[tuple[str, str | bytes]]:
    """(path in the site, content) of the files that are made of what is `written`."""
    yield from registers.files(written)
    pages = {uri: document.source for uri, document in build(config).completed.items()}
    yield from drawings(pages, config.use_directory_urls)


def announce(config, files) -> None:
    """Have the program know of the files that are made later, so that it resolves links to them."""
    for uri in build(config).handbook.made:
        if files.get_file_from_path(uri) is None:
            files.append(generated(config, uri, ""))


def withdraw(config, files) -> None:
    """Take away what `announce` added, before it is made."""
    for uri in build(config).handbook.made:
        file = files.get_file_from_path(uri)
        if file is not None and file.generated_by:
            files.remove(file)


def settings_files(config) -> Iterator[tuple[str, str]]:
    """(path from the project's folder, text) of the settings and of those that they build on."""
    file = Path(config.config_file_path)
    while file.is_file():
        text = file.read_text("utf-8")
        yield Path(os.path.relpath(file, project(config))).as_posix(), text
        file = file.parent / (parent(text) or "/")


def not_in_menu(files) -> frozenset[str]:
    """Pages that the settings leave out of the menu on purpose."""
    return frozenset(f.src_uri for f in files.documentation_pages() if not f.inclusion.is_in_nav())


def menu(items) -> tuple[Entry, ...]:
    """The program's navigation as menu entries. Links to other sites are left out."""
    entries = []
    for item in items:
        if item.is_section:
            entries.append(Entry(item.title, "", menu(item.children)))
        elif item.is_page:
            entries.append(Entry(item.title or "", item.file.src_uri))
    return tuple(entries)


def update(config, **changes) -> Handbook:
    """Add to what is known of the protocol."""
    state = build(config)
    state.handbook = replace(state.handbook, **changes)
    return state.handbook


def address(target: str, page, files) -> str:
    """What a browser on `page` needs for a link that was written as `target`; empty where none."""
    path, _, anchor = target.partition("#")
    if target.startswith(("https://", "http://", "mailto:", "tel:")):
        return target
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.file.src_uri), path))
    file = files.get_file_from_path(uri) if path else page.file
    if file is None:
        return ""
    return file.url_relative_to(page.file) + (f"#{anchor}" if anchor else "")


def host(config, part: str):
    """A module of the running program, MkDocs or ProperDocs, by its name inside it."""
    return import_module(f"{voice.program(config)}.{part}")
