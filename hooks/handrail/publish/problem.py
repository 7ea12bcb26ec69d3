"""The link by which readers report a problem with a page, without an account anywhere."""

from __future__ import annotations

from urllib.parse import quote

from handrail.handbook import Settings


def report_link(settings: Settings, title: str, address: str) -> str:
    """Where the link of the page with this title and address leads; empty where nobody is named.

    An email begins with what its reader needs to find the page; the address of a form may ask for
    the same by `{title}`, `{page}` and `{edition}`.
    """
    way = settings.report.get(settings.audience, "")
    if not way:
        return ""
    if way.startswith("https://"):
        filled = {"title": title, "page": address, "edition": settings.edition}
        for name, value in filled.items():
            way = way.replace(f"{{{name}}}", quote(value, safe=""))
        return way
    about = "\r\n".join(
        (
            "What is wrong, or hard to use:",
            "",
            "",
            f"Page: {title}",
            *([f"Address: {address}"] if address else []),
            f"Edition: {settings.edition}",
        )
    )
    subject = quote(f"Problem with the page: {title}", safe="")
    return f"mailto:{quote(way, safe='@')}?subject={subject}&body={quote(about, safe='')}"
