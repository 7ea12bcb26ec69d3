"""Step 5, refer: the menu line by line, and the addresses that an earlier edition had."""

import os
from pathlib import Path

import bridge
from handrail import wishes
from handrail.outside.uses import as_uses
from handrail.publish.made import made_uris
from handrail.read.menu import read_menu, read_named_files
from handrail.render.extension import anchors_of
from handrail.rules.links.program_warning import unjudged


def on_files(files, config):
    lines, named = (), ()
    for path, text in bridge.settings_files(config):
        lines = lines or read_menu(text, path)
        named += read_named_files(text, path)
    bridge.update(
        config, menu_lines=lines, named_files=named, not_in_menu=bridge.not_in_menu(files)
    )
    return files


def on_nav(nav, config, files):
    # Links to what is made later, such as PDFs, get their addresses while pages are rendered.
    bridge.update(config, made=frozenset(made_uris(bridge.build(config).handbook)))
    bridge.announce(config, files)
    return nav


def on_env(env, config, files):
    state = bridge.build(config)
    anchors = {uri: _anchors(page, config, state) for uri, page in state.handbook.before.items()}
    made = frozenset(made_uris(state.handbook))
    said = tuple(state.said)
    handbook = bridge.update(config, made=made, anchors_before=anchors, said=said)
    if wishes.OUTSIDE in os.environ:
        uses = as_uses(handbook.references.outside)
        Path(os.environ[wishes.OUTSIDE]).write_text(uses, "utf-8")
        raise SystemExit(wishes.CLEAN)
    return env


def _anchors(page, config, state) -> frozenset[str]:
    """The anchors that a page of an earlier edition had."""
    state.current.page, state.current.diagrams = None, []
    return anchors_of(page, config.markdown_extensions, config.mdx_configs)


def on_post_build(config):
    """What the running program says only once pages are written."""
    state = bridge.build(config)
    late = state.said[len(state.handbook.said) :]
    state.warnings += [fault.message for fault in unjudged(late, state.handbook)]
