"""Step 4, render: keeps what Python-Markdown made, and takes the places out of what is shown."""

from importlib.resources import files as package_files

import bridge
from handrail.html import parse_fragment
from handrail.publish.edition import unlinked
from handrail.render.anchors import with_old_anchors
from handrail.render.diagrams import is_for_browser
from handrail.render.extension import without_places


def on_page_content(html, page, config, files):
    state = bridge.build(config)
    source = state.handbook.page[page.file.src_uri]
    html = with_old_anchors(html, source)
    html = unlinked(html, source.uri, state.handbook.withheld, state.handbook.folders)
    state.rendered[source.uri] = parse_fragment(html, source.path)
    return without_places(html)


def on_env(env, config, files):
    bridge.withdraw(config, files)
    state = bridge.build(config)
    written = bridge.complete(config, files, state.rendered)
    for uri, content in bridge.made(config, written):
        files.append(bridge.generated(config, uri, content))
    if any(is_for_browser(document) for document in state.rendered.values()):
        script = package_files("mermaidx").joinpath("assets/mermaid.js").read_bytes()
        files.append(bridge.generated(config, bridge.SCRIPT, script))
        # The plugin looks for its script in the docs folder only, so it is told what to link to.
        config.plugins["mermaid2"]._javascript = bridge.SCRIPT
    return env
