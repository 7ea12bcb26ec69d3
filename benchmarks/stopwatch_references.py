"""An MkDocs hook file, used by the benchmark of cross-references alone: judges all links anew, by
themselves, and ends the build."""

import json
import os
import time
from dataclasses import replace

import bridge
from handrail.html import parse_fragment
from handrail.registers import moved, references
from handrail.render.anchors import with_old_anchors
from handrail.rules import links, run_rule


def on_env(env, config, files):
    book = bridge.build(config).handbook
    parts = {}

    def timed(name, work):
        start = time.process_time()
        done = work()
        parts[name] = time.process_time() - start
        return done

    sources = {uri: (document.source, document.path) for uri, document in book.rendered.items()}
    rendered = timed("reading HTML", lambda: {u: parse_fragment(*s) for u, s in sources.items()})
    book = replace(book, rendered=rendered)
    timed("old anchors", lambda: [with_old_anchors(sources[p.uri][0], p) for p in book.pages])
    count = timed("resolving links", lambda: len(book.links) + len(book.outside_links))
    timed("footnotes, names", lambda: book.definitions)
    timed("running text", lambda: book.prose)
    found = timed("rules", lambda: [f for rule in links.RULES for f in run_rule(rule, book)])
    timed("lists of references", lambda: [list(references.add(page, book)) for page in book.pages])
    timed("map, redirects", lambda: [
        make() for part in (references, moved) for _, make in part.files(book)
    ])  # fmt: skip
    with open(os.environ["HANDRAIL_SECONDS"], "w", encoding="utf-8") as file:
        json.dump({"links": count, "findings": len(found), "parts": parts}, file)
    raise SystemExit(0)
