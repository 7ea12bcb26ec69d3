"""Step 7, print: every PDF, before pages are written, because pages say how large the PDFs are."""

from pathlib import Path

import bridge
from handrail.publish.prints import print_all
from handrail.publish.typeset import CannotPrint


def on_env(env, config, files):
    if bridge.serving():
        return env
    state = bridge.build(config)
    templates, docs = bridge.overrides(config) / "print", bridge.docs(config)
    try:
        state.prints = print_all(state.handbook, Path(config.site_dir), templates, docs)
    except CannotPrint as error:
        raise bridge.stop(config, f"{str(error).rstrip('.')}. Nothing was published.") from None
    return env
