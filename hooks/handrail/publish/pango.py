"""Whether WeasyPrint can run here: it needs Pango, which no Python package carries."""

from __future__ import annotations

from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO

_PANGO = "apt install libpango-1.0-0 libpangoft2-1.0-0"


def require_pango() -> None:
    """End the program with one sentence where WeasyPrint cannot run.

    The settings call this, because what is named there as a plugin is loaded before any hook.
    """
    try:
        with redirect_stdout(StringIO()):  # it has much to say about installing
            import_module("handrail.publish.weasy")
    except OSError:
        raise SystemExit(
            "Printing through mkdocs-with-pdf needs Pango, which is missing here: install it (on "
            f"Debian and Ubuntu, {_PANGO}), or build with mkdocs.yml, which does not need it."
        ) from None
    except ImportError:
        raise SystemExit(
            'Printing through mkdocs-with-pdf needs WeasyPrint: pip install -e ".[with-pdf]", or '
            "build with mkdocs.yml, which does not need it."
        ) from None
