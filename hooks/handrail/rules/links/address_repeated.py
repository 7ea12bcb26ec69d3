"""No two pages have the same address.

The site has room for one page at an address: the other would be lost without a word. Addresses that
differ only in capitals are one address on Windows servers and file shares.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.address import page_address
from handrail.finding import Fault, Place
from handrail.handbook import Handbook

ID = "address-repeated"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each page whose address another page, before it in the folder, has."""
    first: dict[str, str] = {}
    for page in handbook.pages:
        address = page_address(page.uri, handbook.folders).casefold()
        other = first.setdefault(address, page.uri)
        if other != page.uri:
            yield Fault(
                Place(page.path),
                f"the page has the same address as {other}: /{address}",
                "rename one of the two, or join them",
            )
