"""What is known of a protocol when a page is added to it, and what a good answer is."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from handrail.dates import meant, read_date
from handrail.handbook import Settings
from handrail.law.keys import read_key, what_is_wrong
from handrail.law.known import TITLES
from handrail.law.provisions import read_id
from handrail.mail import domain, is_address, is_home, is_within
from handrail.page import Page
from handrail.phones import find_phones
from handrail.records import Agency, Instrument
from handrail.rules.near import did_you_mean, nearest
from handrail.rules.people.columns import NONE
from handrail.write.ask import Answers

KEYS = {title: key for key, title in TITLES.items()}
_UNFIT = re.compile(r"[\[\]|<>`*_{}#\"\\]")
_LEVEL = re.compile(r"(?i)\b(section|article|regulation|rule|schedule|paragraph|part|chapter)s?\b")


@dataclass(frozen=True)
class Known:
    """The protocol that a page is added to."""

    pages: tuple[Page, ...]
    """Its pages."""
    instruments: tuple[Instrument, ...]
    """Its law."""
    agencies: tuple[Agency, ...]
    """Its agencies."""
    settings: Settings
    """What the publisher chose."""

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that pages stand in, the fullest first."""
        names = [posixpath.dirname(page.uri) for page in self.pages]
        return tuple(sorted({name for name in names if name}, key=names.count, reverse=True))

    def index(self, folder: str) -> Page | None:
        """The page that introduces a folder."""
        wanted = (f"{folder}/index.md", f"{folder}/README.md")
        return next((page for page in self.pages if page.uri in wanted), None)

    def page(self, uri: str) -> Page:
        """The page at a path from the docs folder."""
        return next(page for page in self.pages if page.uri == uri)

    def new_title(self, folder: str) -> Callable[[str, Answers], str]:
        """Reads the title of a page that is to stand in `folder`, or in the one answered."""

        def read(title: str, answers: Answers) -> str:
            title = plain(title, answers)
            uri = uri_of(answers.get("folder", folder), title)
            if uri in {page.uri for page in self.pages}:
                raise ValueError(f"docs/{uri} is there already; give the page another title")
            same = [p.path for p in self.pages if p.title.casefold() == title.casefold()]
            if same:
                raise ValueError(f"{same[0]} has this title already; say what sets this one apart")
            return title

        return read

    def law(self, words: str, _: Answers) -> str:
        """Reads a provision: `children-act-1989.md#section-17`, or its words."""
        wanted = " ".join(words.casefold().replace("’", "'").split())
        ways = {
            f"{one.page.uri}#{provision.id}": one.page.title
            for one in self.instruments
            for provision in one.provisions
        }
        short = {way.rpartition("/")[2]: way for way in ways}
        for file, way in short.items():
            place = read_id(way.partition("#")[2])
            said = place.in_words().casefold() if place else ""
            in_words = (f"{said} of the {ways[way]}", f"{ways[way]}, {said}")
            if wanted.endswith(file) or wanted in map(str.casefold, in_words):
                return way
        near = nearest(words, short)
        help = f"did you mean {near}?" if near else "add its page first: handrail new instrument"
        raise ValueError(f'"{words}" is no provision that this protocol has; {help}')

    def acting(self, words: str, _: Answers) -> str:
        """Reads names of agencies with commas or semicolons between."""
        return "; ".join(
            self._agency(name.strip()) for name in re.split("[;,]", words) if name.strip()
        )

    def agency(self, words: str, _: Answers) -> str:
        """Reads the name of an agency; returns its page."""
        name = self._agency(words).casefold()
        uri = next(a.page.uri for a in self.agencies if name in map(str.casefold, a.names))
        file = f"champions/{posixpath.basename(uri)}"
        if file in {page.uri for page in self.pages}:
            raise ValueError(f"docs/{file} lists its champions already; add a row there")
        return uri

    def _agency(self, words: str) -> str:
        names = {name.casefold(): name for agency in self.agencies for name in agency.names}
        if words.casefold() not in names:
            called = ", ".join(agency.name for agency in self.agencies)
            else_ = f"there are: {called}" if called else "add its page first: handrail new agency"
            help = did_you_mean(words, names.values(), else_)
            raise ValueError(f'no agency is called "{words}"; {help}')
        return names[words.casefold()]

    def email(self, words: str, _: Answers) -> str:
        """Reads a work email address, or `None`."""
        domains = self.settings.email_domains
        if words.casefold() in NONE:
            return words
        if not is_address(words):
            raise ValueError(f'"{words}" is no email address; write one, or None')
        if is_home(words):
            raise ValueError(f"{domain(words)} gives addresses to anybody; write the work address")
        if domains and not is_within(words, domains):
            raise ValueError(
                f"{domain(words)} is none of the work domains ({', '.join(domains)}); write the "
                "work address, or add its domain to email_domains in mkdocs.yml"
            )
        return words

    def confirmed(self, words: str, _: Answers) -> str:
        """Reads a day that has come."""
        day = read_date(words) or meant(words)
        if day is None or day > self.settings.today:
            raise ValueError(
                f'"{words}" is no day that has come; write it as {self.settings.today}'
            )
        return str(day)

    @property
    def review_by(self) -> date:
        """When a page that is written today is to be reviewed."""
        months = self.settings.today.month - 1 + self.settings.review_months
        year, month = self.settings.today.year + months // 12, months % 12 + 1
        return date(year, month, min(self.settings.today.day, 28))


def plain(words: str, _: Answers) -> str:
    """Reads words that stand in headings, tables and diagrams alike."""
    unfit = _UNFIT.search(words)
    if unfit:
        raise ValueError(f"please write it without {unfit.group()}")
    return words


def one_of(choices: Iterable[str]) -> Callable[[str, Answers], str]:
    """Reads one of several words."""
    known = tuple(choices)

    def read(words: str, _: Answers) -> str:
        if words.casefold() not in map(str.casefold, known):
            help = did_you_mean(words, known, f"write one of: {', '.join(known)}")
            raise ValueError(f'"{words}" is none of the answers; {help}')
        return next(choice for choice in known if choice.casefold() == words.casefold())

    return read


def some_of(choices: Iterable[str]) -> Callable[[str, Answers], str]:
    """Reads some of several words, with commas or "and" between."""
    known = tuple(choices)
    each = one_of(known)

    def read(words: str, answers: Answers) -> str:
        parts = re.split(r",| and ", words)
        found = {each(part.strip(), answers) for part in parts if part.strip()}
        return ", ".join(choice for choice in known if choice in found)

    return read


def phone(words: str, answers: Answers) -> str:
    """Reads a work phone number, or `None`; says of a mobile that it is for work."""
    if words.casefold() in NONE:
        return words
    is_bare = "work" not in words.casefold()
    is_mobile = any(phone.mobile for phone in find_phones(number(words, answers)))
    return f"{words} (work mobile)" if is_mobile and is_bare else words


def number(words: str, _: Answers) -> str:
    """Reads a phone number."""
    if not any(phone.valid for phone in find_phones(words)):
        raise ValueError(f'"{words}" is no phone number; write one such as 01632 960100')
    return words


def source(words: str, answers: Answers) -> str:
    """Reads the key of an instrument, or the address of guidance that is published elsewhere."""
    official = KEYS.get(answers["title"].replace("’", "'"))
    if words.startswith("https://"):
        return words
    if read_key(words) is None:
        wrong, help = what_is_wrong(words)
        raise ValueError(f'"{words}" {wrong}; {help}, or write the address of guidance (https://…)')
    if TITLES.get(words, answers["title"]).replace("’", "'") != answers["title"].replace("’", "'"):
        raise ValueError(f'{words} is the "{TITLES[words]}"; write the key of "{answers["title"]}"')
    if official not in (None, words):
        raise ValueError(f'{words} is not that of the "{answers["title"]}"; write {official}')
    return words


def provisions(words: str, _: Answers) -> str:
    """Reads provisions such as `section 9, section 10(1)`."""
    for part in words.split(","):
        if read_id(provision_id(part)) is None:
            raise ValueError(
                f'"{part.strip()}" is no provision; write them as: section 9, regulation 4'
            )
    return ", ".join(part.strip()[:1].upper() + part.strip()[1:] for part in words.split(","))


def provision_id(words: str) -> str:
    """The ID of a provision's heading: `section-47-1-b` of "Section 47(1)(b)"."""
    return re.sub(r"[^a-z0-9]+", "-", _LEVEL.sub(r"\1", words).casefold()).strip("-")


def uri_of(folder: str, name: str) -> str:
    """The path from the docs folder of a page of this name. Raises `ValueError`."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", letters.casefold().replace("'", "")).strip("-")
    if not stem:
        raise ValueError("the title has no letter from a to z, which the file's name needs")
    return f"{folder}/{stem}.md"
