"""Every page stands in the menu.

A page that no menu names is found by nobody who does not know of it, and is not printed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.link import is_outside
from handrail.rules.links.menu_entry_missing import meant
from handrail.rules.near import nearest

ID = "page-not-in-menu"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each page that the menu of the settings does not name, unless the settings say
    that it is left out on purpose."""
    named = {line.written for line in handbook.menu_lines}
    if not named:
        return
    # A line with a slip in it is one fault, which is told where the line stands.
    lost = (line for line in handbook.menu_lines if line.written not in handbook.files)
    named |= {meant(line, handbook) for line in lost if not is_outside(line.written)}
    for page in handbook.pages:
        if page.uri not in named and page.uri not in handbook.not_in_menu:
            folder = posixpath.dirname(page.uri)
            beside = [n for n in named if posixpath.dirname(n) == folder]
            near = nearest(page.uri, beside) or max(beside, default="")
            after = f", such as after {near}" if near else ""
            message = f'"{page.title}" is not in the menu'
            help = f"add a line under nav: in mkdocs.yml{after}: - {page.uri}"
            yield Fault(page.start, message, help)
