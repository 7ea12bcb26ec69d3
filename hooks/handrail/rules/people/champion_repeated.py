"""Each champion stands in the directory once, under a post that no other has.

Of two rows for one person only one is kept up to date, and nobody knows which.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.records import Champion

ID = "champion-repeated"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each row with the post or the email address of an earlier row. Two agencies
    may have posts of one name."""
    posts: dict[tuple[str, str], Champion] = {}
    emails: dict[str, Champion] = {}
    for champion in handbook.champions:
        post, email = champion.post.casefold(), champion.get("email").casefold()
        same_post = posts.setdefault((champion.page.uri, post), champion)
        same_email = emails.setdefault(email, champion) if "@" in email else champion
        if same_email is not champion:
            yield _fault(champion, same_email, "email")
        elif post and same_post is not champion:
            yield _fault(champion, same_post, "name" if champion.get("name") else "post")


def _fault(champion: Champion, other: Champion, column: str) -> Fault:
    where = f"line {other.place.line}"
    if other.page.uri != champion.page.uri:
        where = f"{other.page.path}, {where}"
    return Fault(
        champion.place_of(column),
        f'"{champion.get(column)}" stands in another row already ({where})',
        "remove one of the two rows, or say what sets them apart",
    )
