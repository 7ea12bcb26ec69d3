"""The site as one archive, for staff who work without a network: unpacked, it opens from a disk."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from handrail.dates import in_words
from handrail.handbook import Handbook
from handrail.policy import with_policy

NAME = "handrail-offline.zip"
"""Where the archive stands on the site."""
FOLDER = "protocol"
"""The site's folder in the archive."""
START = "Start here.html"
"""The page that the archive opens with."""
_LEFT_OUT = re.compile(r"404\.html|sitemap\.xml(\.gz)?|web\.config|nginx\.conf|\.htaccess")
"""What only a server is asked for."""
_PACKED = (".pdf", ".woff2", ".png", ".jpg", ".jpeg", ".gz", ".zip", ".docx", ".mp4")
_FOLDER_LINK = re.compile(r'(\bhref=")((?:[^":#?]*/)?(?:\.{1,2})?)(?=["#?])')
_TO_ARCHIVE = re.compile(r'<p class="hr-offline">.*?</p>', re.DOTALL)


def write_archive(site: Path, handbook: Handbook) -> None:
    """Write the archive of a finished site into its folder. The same site makes the same bytes."""
    day = handbook.settings.today
    with zipfile.ZipFile(site / NAME, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in [(START, _start(handbook).encode()), *_files(site)]:
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            packed = name.lower().endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    """(name in the archive, content) of every file that is of use on a disk."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if _LEFT_OUT.fullmatch(name) or name == NAME:
            continue
        data = path.read_bytes()
        if path.suffix in (".html", ".svg"):
            data = for_disk(data.decode()).encode()
        yield f"{FOLDER}/{name}", data


def for_disk(html: str) -> str:
    """A page whose links lead to files: a server opens a folder's first page by itself, a disk
    shows what is in the folder. The way to the archive itself is left out."""
    return _FOLDER_LINK.sub(_to_file, _TO_ARCHIVE.sub("", html))


def _to_file(match: re.Match) -> str:
    path = match[2]
    if not path:
        return match[0]
    return f"{match[1]}{path}{'' if path.endswith('/') else '/'}index.html"


def _start(handbook: Handbook) -> str:
    title, settings = escape(handbook.title), handbook.settings
    day = in_words(settings.today)
    return with_policy(f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}: copy for use without a network</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #12222c; background: #fff; }}
body {{ font: 1.125rem/1.5 Arial, sans-serif; }}
h1 {{ font-size: 1.8rem; line-height: 1.2; }}
a {{ color: #00566b; }}
.open {{ font-size: 1.3rem; font-weight: bold; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{escape(settings.organisation)}. {escape(settings.edition)}, published {day}.</p>
<p class="open"><a href="{FOLDER}/index.html">Open the protocol</a></p>
<p>If that shows nothing, or shows a page without its looks, the archive has not been unpacked yet.
On Windows: close this page, right-click the archive, choose Extract All, and open “{START}” in the
folder that appears.</p>
<p>This is a copy of {day}. Replace it when a newer edition is published{_where(handbook)}.</p>
</main>
</body>
</html>
""")


def _where(handbook: Handbook) -> str:
    address = escape(handbook.url)
    return f' at <a href="{address}">{address}</a>' if address else ""
