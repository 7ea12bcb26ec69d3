"""A released protocol has no phone numbers or addresses of the template.

Numbers that Ofcom keeps for drama and addresses at example.org reach nobody, whatever the hour.
Only `--release` looks for this; without it the check counts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from handrail.finding import Fault, Place
from handrail.handbook import Handbook
from handrail.mail import is_example
from handrail.read.placeholders import read_examples

ID = "contact-example"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each example number or address, and for the site's own, in a release."""
    if not handbook.settings.release:
        return
    host = handbook.url.partition("://")[2].partition("/")[0]
    if host and is_example(f"@{host}"):
        message = f'site_url is "{handbook.url}", an example that leads nowhere'
        yield Fault(Place("mkdocs.yml"), message, "write the address of the published site")
    for way in sorted(set(handbook.settings.report.values())):
        if is_example(way if "@" in way else f"@{urlsplit(way).hostname}"):
            message = f'report: "{way}" is an example that reaches nobody'
            help = "write under extra: handrail: where somebody reads of problems"
            yield Fault(Place("mkdocs.yml"), message, help)
    for page in handbook.pages:
        for spot in read_examples(page):
            message = f'"{spot.words}" is an example that reaches nobody'
            yield Fault(spot.place, message, "write the real one, or remove it")
