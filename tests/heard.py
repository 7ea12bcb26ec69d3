"""A page as Chromium tells it to a screen reader, as text to read in review."""

from __future__ import annotations

import re
from collections.abc import Iterator

SILENT = {"generic", "none", "InlineTextBox", "LineBreak", "RootWebArea", "ListMarker"}
_SIZE = re.compile(r"\(PDF, [\d.]+ [KM]B\)")
STATES = ("level", "expanded", "pressed", "checked", "disabled", "live")


def heard(page) -> str:
    """One line for each thing that is told: its role, its name, its states. The sizes of files,
    which change with any word of the protocol, are left out."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    known = {node["nodeId"]: node for node in nodes}
    told = "\n".join(_lines(nodes[0], known, 0, "")) + "\n"
    return _SIZE.sub("(PDF, N KB)", told)


def _lines(node: dict, known: dict, depth: int, above: str) -> Iterator[str]:
    role = node.get("role", {}).get("value", "none")
    name = " ".join(node.get("name", {}).get("value", "").split())
    again = role == "StaticText" and name in above
    told = not (node["ignored"] or role in SILENT or again)
    if told:
        yield "  " * depth + " ".join(_words(node, role, name))
    for child in node.get("childIds", ()):
        if child in known and not (told and role in ("StaticText", "image")):
            yield from _lines(known[child], known, depth + told, name if told else above)


def _words(node: dict, role: str, name: str) -> Iterator[str]:
    yield "text" if role == "StaticText" else role
    if name:
        yield f'"{name}"'
    for state in node.get("properties", ()):
        value = state["value"].get("value")
        if state["name"] in STATES and value not in (False, "off"):
            yield f"{state['name']}={str(value).lower()}"
