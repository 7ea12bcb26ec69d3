"""Step 3, render: keeps what Python-Markdown made, and takes the places out of what is published."""

import bridge
from handrail.html import parse_fragment
from handrail.render.extension import without_places


def on_page_content(html, page, config, files):
    state = bridge.build(config)
    source = state.handbook.page[page.file.src_uri]
    state.rendered[source.uri] = parse_fragment(html, source.path)
    return without_places(html)
