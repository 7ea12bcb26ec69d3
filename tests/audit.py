"""axe-core in a page, and what of its doubts has been looked at by a person."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
}
EXPLAINED = {
    ("color-contrast", ".pathway-drawing"): "axe cannot see what is behind text in a drawing; a "
    "test of the drawing's colours does",
    ("color-contrast", ".md-search-result__list"): "axe cannot see through the layers of the list; "
    "a test of the palette compares its colours",
    ("color-contrast", ".hr-menu"): "axe cannot see behind lines of a menu that has moved to the "
    "page that is open; a test of the palette compares its colours",
}
"""Doubts of axe that are settled: by rule and by an element that the doubtful one is, or is in."""


def audit(page: Page, part: str = "", **rules: dict) -> tuple[list[str], list[str]]:
    """What axe finds in the page, or in one part of it: faults, and doubts that nobody settled.

    `rules` switches some of its rules, as its options do.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    script = "([part, options]) => axe.run(part || document, options)"
    found = page.evaluate(script, [part, OPTIONS | {"rules": OPTIONS["rules"] | rules}])
    return list(_said(page, found["violations"])), list(_unsettled(page, found["incomplete"]))


def _unsettled(page: Page, results: list) -> Iterator[str]:
    for result in results:
        settled = [selector for rule, selector in EXPLAINED if rule == result["id"]]
        nodes = [node for node in result["nodes"] if not _within(page, node, settled)]
        yield from _said(page, [{**result, "nodes": nodes}])


def _within(page: Page, node: dict, selectors: list[str]) -> bool:
    script = "([target, list]) => list.some(s => document.querySelector(target)?.closest(s))"
    return page.evaluate(script, [node["target"][0], selectors])


def _said(page: Page, results: list) -> Iterator[str]:
    for result in results:
        for node in result["nodes"]:
            why = " ".join(check["message"] for check in node["any"] + node["all"] + node["none"])
            yield f"{result['id']}: {node['html'][:160]} ({why[:240]})"
