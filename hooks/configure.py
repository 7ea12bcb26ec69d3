"""Step 1, configure: settings, the Markdown extension, and the folder the site is written to."""

import gc
import logging
import os
import signal
import sys
from pathlib import Path

import bridge
import voice
from handrail import today, wishes
from handrail.handbook import Handbook
from handrail.program import ENDED
from handrail.publish.stage import CannotPublish, Stage
from handrail.render.diagrams import fence_formatter
from handrail.render.extension import Handrail


def on_startup(command, **_):
    # This plugin announces its settings on every run, which helps nobody who writes a protocol.
    logging.getLogger("mkdocs.plugins.mermaid2").setLevel(logging.WARNING)
    # A build makes millions of objects and few cycles; looking for those at Python's usual pace
    # takes a tenth of the time.
    gc.set_threshold(1_000_000, 20, 20)
    # Whoever ends the program lets it clean up.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(ENDED))
    os.environ[wishes.SERVING] = "1" if command == "serve" else "0"


def on_config(config):
    settings = bridge.settings(config)
    handbook = Handbook(
        settings, config.site_name, config.site_url or "", (), frozenset(),
        folders=config.use_directory_urls,
    )  # fmt: skip
    state = bridge.start(config, handbook)
    voice.make_room(config, state.progress)
    voice.listen(config, state.warnings)
    voice.hush(config, state.said)
    # The program stamps what it writes with this date, so that two builds of a day are alike.
    os.environ[today.NAME] = today.in_seconds(settings.today)
    state.current.folders = config.use_directory_urls
    config.markdown_extensions.append(Handrail(state.current))
    fence = {"name": "mermaid", "class": "pathway", "format": fence_formatter(state.current)}
    config.mdx_configs["pymdownx.superfences"] = {"custom_fences": [fence]}
    if wishes.CHECK in os.environ:
        # The program empties this folder before it reads a page; a check writes nothing.
        config.site_dir = f"{config.site_dir}.never"
    elif not wishes.serving():
        config.site_dir = str(_open_stage(config, state))
    return config


def _open_stage(config, state: bridge.Build) -> Path:
    state.stage = Stage(Path(config.site_dir))
    try:
        return state.stage.open()
    except CannotPublish as error:
        raise bridge.stop(config, str(error)) from None
