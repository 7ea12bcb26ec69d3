"""One Markdown page as the writer left it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handrail.finding import Place, Unread


@dataclass(frozen=True)
class Field:
    """One entry of a page's front matter. Values are never converted: `030` stays `030`."""

    name: str
    """As written, such as `review_by`."""
    values: tuple[str, ...]
    """One value, or one for each item of a list. Empty where the writer left it empty."""
    place: Place
    """Where the name stands."""
    places: tuple[Place, ...] = ()
    """Where each value stands."""
    listed: bool = False
    """True where it was written as a list, even of one."""

    @property
    def value(self) -> str:
        """The only value, or all of them with commas between."""
        return ", ".join(self.values)


@dataclass(frozen=True)
class Page:
    """A page of the protocol: its source, its front matter, and what could not be read."""

    path: str
    """Path from the project's folder: `docs/pathways/crisis.md`."""
    uri: str
    """Path from the docs folder: `pathways/crisis.md`."""
    text: str
    """The whole file; bytes that are not UTF-8 stand as U+FFFD."""
    fields: Mapping[str, Field]
    """Front matter by name, in the order written."""
    body_line: int
    """1-based line at which the Markdown after the front matter starts."""
    unread: tuple[Unread, ...] = ()
    """What could not be read, kept for the rules."""
    notes: dict[str, object] = field(default_factory=dict, repr=False, compare=False)
    """Where readers of the page keep what they worked out, so that it is done once."""

    def get(self, name: str, default: str = "") -> str:
        """The front-matter value of `name`, or `default` where it is absent."""
        entry = self.fields.get(name)
        return entry.value if entry else default

    @cached_property
    def type(self) -> str:
        """`section`, `pathway`, `legislation`, `champions`, `agency`; empty when not given."""
        return self.get("type")

    @cached_property
    def title(self) -> str:
        """The title readers see; the file's name where the writer gave none."""
        return self.get("title") or self.uri.rsplit("/", 1)[-1].removesuffix(".md")

    @property
    def is_index(self) -> bool:
        """True for the page that introduces a folder."""
        return self.uri.rsplit("/", 1)[-1] in ("index.md", "README.md")

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return "".join(self.text.splitlines(keepends=True)[self.body_line - 1 :])

    @property
    def start(self) -> Place:
        """The first character of the file."""
        return Place(self.path)

    def place(self, line: int, column: int = 1) -> Place:
        """A place in this page."""
        return Place(self.path, line, column)

    def place_of(self, name: str) -> Place:
        """Where front-matter entry `name` stands; the top of the page where it is absent."""
        entry = self.fields.get(name)
        return entry.place if entry else self.start
