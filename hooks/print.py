"""Step 7, print: every PDF, before pages are written, because pages say how large the PDFs are."""

from pathlib import Path

import bridge
from handrail import wishes
from handrail.publish.uris import print_uris
from handrail.read.fonts import read_characters
from handrail.read.pictures import read_picture

KEPT = ".handrail/prints"
"""Folder of the PDFs that are not printed again while nothing in them has changed."""


def on_files(files, config):
    # What the PDFs will need is looked at by the check already.
    fonts = bridge.overrides(config) / "print/fonts"
    pictures = [file for file in files.media_files() if bridge.is_in_docs(file, config)]
    broken = {f.src_uri: read_picture(Path(f.abs_src_path)) for f in pictures}
    broken = {uri: fault for uri, fault in broken.items() if fault}
    bridge.update(config, characters=read_characters(fonts), broken_pictures=broken)
    return files


def on_env(env, config, files):
    if wishes.serving():
        return env
    # A check and a preview never come here, and need not wait for the typesetter.
    from handrail.publish.press import Press
    from handrail.publish.prints import print_all
    from handrail.publish.typeset import CannotPrint

    state = bridge.build(config)
    kept = bridge.project(config) / KEPT
    press = Press(bridge.overrides(config) / "print", bridge.docs(config), kept)
    state.progress.begin("Printing", list(print_uris(state.handbook)))
    try:
        state.prints = print_all(state.handbook, Path(config.site_dir), press, state.progress.step)
    except CannotPrint as error:
        raise bridge.stop(config, f"{str(error).rstrip('.')}. Nothing was published.") from None
    return env
