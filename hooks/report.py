"""Step 7, report: a build that breaks says why in one sentence and leaves the old site alone."""

import bridge


def on_build_error(error, **_):
    if isinstance(error, OSError) and not bridge.serving():
        where = f" ({error.filename})" if error.filename else ""
        raise SystemExit(
            f"ERROR - The build stopped, and nothing was published: "
            f"{error.strerror or error}{where}."
        )
