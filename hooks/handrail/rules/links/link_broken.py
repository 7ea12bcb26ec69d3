"""Every link inside the protocol leads to a page or file that exists.

A link to nowhere leaves a worker with a family in front of them and no next step.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.link import Link
from handrail.rules.near import nearest

ID = "link-broken"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link or image whose file is not in the docs folder."""
    for link in handbook.links:
        if link.uri and not link.leaves and link.uri not in handbook.files:
            message = f'link to "{link.written}", which does not exist'
            yield Fault(link.place, message, _help(link, handbook.files))


def _help(link: Link, files: Iterable[str]) -> str:
    if link.raw:
        return "write it in Markdown, with the path of the file from this page: [words](page.md)"
    if link.written.startswith("www."):
        return f"for a link to another site, begin with https://{link.written}"
    if re.fullmatch(r"[^/@\s]+@[^/@\s]+", link.written):
        return f"for a link to an email address, write mailto:{link.written}"
    near = _nearest_file(link.uri, files)
    return f"did you mean {link.relative(near)}?" if near else "correct or remove the link"


def _nearest_file(uri: str, files: Iterable[str]) -> str:
    """The file of the same kind whose path without its ending is most like that of `uri`."""
    stem, ending = posixpath.splitext(uri)
    stems = {posixpath.splitext(file)[0] for file in files if file.endswith(ending)}
    near = nearest(stem, stems)
    return near + ending if near else ""
