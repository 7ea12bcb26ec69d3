"""What front matter may say: the one list of entries, with their shapes, choices and examples."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.page import Page

TYPES = ("section", "pathway", "legislation", "agency", "champions", "glossary")
SHOWS = (
    "all pathways", "pathway map", "time limits", "champions", "law", "due for review", "changes",
    "outside links", "accessibility statement",
)  # fmt: skip
"""Lists that a page can show."""


@dataclass(frozen=True)
class Entry:
    """One entry of front matter."""

    name: str
    """As written before the colon."""
    says: str
    """What it says, for writers."""
    example: str
    """One sound value."""
    needed: bool = False
    """True where every page of its types must have it, but for the page that introduces a folder
    and entries of all types."""
    types: tuple[str, ...] = ()
    """Types of page that may have it; empty for all."""
    choice: tuple[str, ...] = ()
    """The values it can have; empty for any words."""
    is_date: bool = False
    """True for a date, written year-month-day."""
    is_list: bool = False
    """True where there may be several values."""


ENTRIES = (
    Entry("title", "The page's name", "Referral to the young carers service", True),
    Entry(
        "description", "What the page is for, in one sentence",
        "How any service refers a young carer, and what happens next.", True,
    ),
    Entry("type", "What kind of page it is", "pathway", True, choice=TYPES),
    Entry(
        "owner", "The role, not the person, that answers for the page",
        "Head of service, early help", True,
    ),
    Entry(
        "status", "Whether staff can rely on it", "draft", True,
        choice=("draft", "in force", "under review", "superseded"),
    ),
    Entry("approved", "When it was approved, if it was", "2026-11-21", is_date=True),
    Entry("last_reviewed", "When it was last reviewed", "2026-11-21", is_date=True),
    Entry("review_by", "When it is to be reviewed", "2027-05-21", True, is_date=True),
    Entry(
        "audience", "Whom it is for: pages for `staff` are left out of a public edition", "staff",
        True, choice=("staff", "public"),
    ),
    Entry(
        "also_called", "Words that people search for: old names, abbreviations, everyday phrases",
        "young carer", is_list=True,
    ),
    Entry(
        "changes", "What changed since it was approved, each with its date",
        "2026-11-21: Visits now within 5 working days", is_list=True,
    ),
    Entry(
        "old_paths", "Where the page stood before, so that old addresses lead to it",
        "pathways/young-carers.md", is_list=True,
    ),
    Entry(
        "old_anchors", "What headings were called in addresses before: the old name, then the new",
        "contact -> contacts", is_list=True,
    ),
    Entry(
        "shows", "A list that Handrail makes and puts at the end of the page", "time limits",
        choice=SHOWS, is_list=True,
    ),
    Entry(
        "sheet", "Whether the printed sheet may take two pages; one unless it says so",
        "two pages", types=("pathway",), choice=("one page", "two pages"),
    ),
    Entry(
        "nations", "Where the law applies", "England, Wales", True, ("legislation",),
        ("England", "Wales", "Scotland", "Northern Ireland"), is_list=True,
    ),
    Entry(
        "standing", "Whether the law is in force", "in force", True, ("legislation",),
        ("in force", "partly in force", "not yet in force", "superseded", "repealed"),
    ),
    Entry(
        "provisions", "Which of its provisions are in force, where not all are alike",
        "section-24 -> not yet in force", types=("legislation",), is_list=True,
    ),
    Entry("key", "Its place on legislation.gov.uk", "ukpga/1989/41", types=("legislation",)),
    Entry(
        "series", "A further number that some statutory instruments have", "NI 2",
        types=("legislation",),
    ),
    Entry(
        "superseded_by", "The page of what has taken its place", "working-together-2026.md",
        types=("legislation",),
    ),
    Entry(
        "link", "Where it is published, if not there", "https://www.example.org/guidance",
        types=("legislation",),
    ),
    Entry(
        "checked", "When it was last compared with the official text", "2026-11-21",
        types=("legislation",), is_date=True,
    ),
    Entry("checked_by", "The role that compared it", "Legal adviser", types=("legislation",)),
    Entry(
        "agency", "The page of the agency whose champions it lists",
        "../agencies/adult-social-care.md", True, ("champions",),
    ),
    Entry(
        "kind", "What part the agency has; `signatory` unless it says otherwise", "partner",
        types=("agency",),
        choice=("signatory", "partner", "training", "support group", "everyone"),
    ),
    Entry(
        "signatory", "The role that signs the protocol for the agency",
        "Director of adult social services", types=("agency",),
    ),
)  # fmt: skip
"""Every entry, in the order in which writers meet them."""

EXAMPLES = {
    entry.name: f"[{entry.example}]" if entry.is_list else entry.example for entry in ENTRIES
}
"""An example of each entry, as written after the colon."""
CHOICES = {entry.name: entry.choice for entry in ENTRIES if entry.choice}
"""The values that an entry can have."""
DATES = tuple(entry.name for entry in ENTRIES if entry.is_date)
"""Entries that are dates."""
LISTS = tuple(entry.name for entry in ENTRIES if entry.is_list)
"""Entries that may have several values."""


def required(page: Page) -> tuple[str, ...]:
    """Entries that a page of this type must have. The page that introduces a register needs only
    those of every page."""
    types = {page.type} if not page.is_index else set()
    return tuple(e.name for e in ENTRIES if e.needed and (not e.types or types & set(e.types)))


def known(page: Page) -> tuple[str, ...]:
    """Entries that a page of this type may have; of any type, where its type is none we know."""
    any_type = page.type not in TYPES
    return tuple(e.name for e in ENTRIES if any_type or not e.types or page.type in e.types)
