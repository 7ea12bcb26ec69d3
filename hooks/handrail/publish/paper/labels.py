"""Labels of a book: every place gets its own, and every link a place that is really printed."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.publish.paper.nodes import Node, walk


def label_places(blocks: tuple[Node, ...], uri: str, taken: set[str]) -> None:
    """Turn the IDs of one page's blocks into labels that are unique in the book.

    An empty ID stands for the page itself. `taken` collects the labels; an ID that comes twice
    labels only the first place, as in a browser.
    """
    for node in walk(list(blocks)):
        names = [node.pop("id")] if "id" in node else node.get("ids", ())
        labels = [f"{uri}#{name}" if name else uri for name in names]
        fresh = [name for name in dict.fromkeys(labels) if name not in taken]
        node.pop("ids", None)
        if fresh:
            node["ids"] = fresh
            taken.update(fresh)


def bind_notes(blocks: tuple[Node, ...], uri: str) -> None:
    """Label the footnotes of one page that are referred to more than once."""
    again = {node["note"] for node in walk(list(blocks)) if node["is"] == "note-again"}
    for node in walk(list(blocks)):
        if node.get("note") in again:
            node["label"] = f"{uri}#{node['note']}~note"


def bind_links(blocks: tuple[Node, ...], uri: str, taken: set[str], far: bool = True) -> None:
    """Point each link of one page at a place that is printed, or make it plain words.

    Links to other pages are marked `far`, so that they name the number of the page; not so where
    `far` is False.
    """
    for link in _links(blocks):
        places = [place for place in (link["label"], link["page"]) if place in taken]
        if not places:
            link["is"] = "words"
        else:
            link["label"] = places[0]
            link["far"] = link.get("far", False) or (far and link["page"] != uri)


def _links(blocks: tuple[Node, ...]) -> Iterator[Node]:
    return (node for node in walk(list(blocks)) if node["is"] == "link" and "label" in node)
