"""Step 7, print: every PDF, before pages are written, because pages say how large the PDFs are."""

from pathlib import Path

import bridge
from handrail.publish.press import Press
from handrail.publish.prints import print_all, print_uris
from handrail.publish.typeset import CannotPrint

KEPT = ".handrail/prints"
"""Folder of the PDFs that are not printed again while nothing in them has changed."""


def on_env(env, config, files):
    if bridge.serving():
        return env
    state = bridge.build(config)
    kept = bridge.project(config) / KEPT
    press = Press(bridge.overrides(config) / "print", bridge.docs(config), kept)
    state.progress.begin("Printing", list(print_uris(state.handbook)))
    try:
        state.prints = print_all(state.handbook, Path(config.site_dir), press, state.progress.step)
    except CannotPrint as error:
        raise bridge.stop(config, f"{str(error).rstrip('.')}. Nothing was published.") from None
    return env
