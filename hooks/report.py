"""Step 10, report: a build that breaks down says why in a sentence and leaves the site alone."""

import sys
import traceback

import voice
from handrail import wishes
from handrail.report.colour import coloured


def on_build_error(error, **_):
    # A preview lives on, and the program itself says why it aborts.
    if wishes.serving() or voice.is_abort(error):
        return
    voice.fall_silent()
    if voice.is_sentence(error):
        raise SystemExit(coloured(str(error), sys.stderr))
    if voice.is_verbose():
        traceback.print_exception(error)
    reason = f"{type(error).__name__}: {error}"
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        reason = f"{error.strerror or error}{where}"
    raise SystemExit(f"ERROR - The build stopped, and nothing was published: {reason}.")
