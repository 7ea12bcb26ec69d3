"""Pages that stand beside the protocol, in the site's own dress: the manual for those who write and
publish it. They are no part of the protocol, of its menu, its search, its lists or its PDFs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import bridge
from handrail.publish.finish import finish_content
from handrail.report import manual

FOLDER = "manual"
"""Where the manual stands, in the docs folder and on the site."""


def pages(config) -> Iterator[tuple[str, str]]:
    """(path on the site as a Markdown file, text) of every page of the manual."""
    for file in sorted(Path(config.docs_dir, FOLDER).glob("*.md")):
        way = "" if file.stem == "index" else "\n[The whole manual](index.md)\n"
        yield f"{FOLDER}/{file.name}", file.read_text("utf-8") + way
    yield f"{FOLDER}/rules/index.md", f"{manual.contents()}\n[The whole manual](../index.md)\n"
    for rule in (*manual.BY_ID, *manual.BESIDE):
        yield f"{FOLDER}/rules/{rule}.md", f"{manual.one_rule(rule)}\n[All rules](index.md)\n"


class Manual:
    """What it takes to write pages of the manual into the site of a build."""

    def __init__(self, config, env):
        self._config, self._env = config, env
        self.texts = dict(pages(config))
        """The text of every page by its path."""
        made = [bridge.generated(config, uri, text) for uri, text in self.texts.items()]
        self._files = bridge.host(config, "structure.files").Files(made)

    def write(self, uri: str) -> None:
        """Write one page."""
        config, file = self._config, self._files.get_file_from_path(uri)
        state = bridge.build(config)
        state.current.page, state.current.diagrams = None, []
        page = bridge.host(config, "structure.pages").Page(None, file, config)
        page.markdown = self.texts[uri]
        page.render(config, self._files)
        page.content = finish_content(page.content, False)
        context = bridge.host(config, "commands.build").get_context(state.nav, [], config, page)
        html = self._env.get_template("main.html").render(context)
        path = Path(config.site_dir, file.dest_uri)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(bridge.finished(html), "utf-8")
