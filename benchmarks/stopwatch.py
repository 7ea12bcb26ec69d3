"""An MkDocs hook file, used by the benchmark alone: times Handrail's stages from outside."""

import json
import os
import sys
import time
from collections import Counter

SECONDS = Counter()


def on_startup(**_):
    for hook, name, stage in (
        ("read.py", "read_protocol", "read"),
        ("render.py", "parse_fragment", "check"),
        ("render.py", "without_places", "check"),
        ("check.py", "found_by_rules", "check"),
    ):
        _wrap(_hook(hook), name, stage)
    import bridge
    import handrail.publish.prints
    import handrail.render.diagrams
    import handrail.render.extension as extension

    _wrap(bridge, "parse_fragment", "check")
    _wrap(bridge, "without_places", "check")
    _wrap(handrail.publish.prints, "print_all", "print")
    _wrap(handrail.render.diagrams, "pathway_figure", "draw")
    _wrap(extension._MarkLines, "run", "check")
    _wrap(extension._PlaceElements, "run", "check")
    _wrap(extension._RemoveMarks, "run", "check")


def on_post_build(config):
    with open(os.environ["HANDRAIL_SECONDS"], "w", encoding="utf-8") as file:
        json.dump(SECONDS, file)


on_post_build.mkdocs_priority = -200


def _hook(name):
    return next(module for key, module in sys.modules.items() if key.endswith(f"hooks/{name}"))


def _wrap(holder, name, stage):
    function = getattr(holder, name)

    def timed(*arguments, **named):
        start = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            SECONDS[stage] += time.process_time() - start

    setattr(holder, name, timed)
