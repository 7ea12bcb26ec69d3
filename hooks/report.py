"""Step 10, report: a build that breaks down says why in a sentence and leaves the site alone."""

import logging

import bridge


def on_build_error(error, **_):
    # A preview lives on, and a sentence that ends a build has been said already.
    if bridge.serving() or bridge.is_sentence(error):
        return
    logging.getLogger("mkdocs.handrail").debug("Where it broke down:", exc_info=error)
    reason = f"{type(error).__name__}: {error}"
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        reason = f"{error.strerror or error}{where}"
    raise SystemExit(f"ERROR - The build stopped, and nothing was published: {reason}.")
