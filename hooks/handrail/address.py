"""Where the pages of the docs folder stand on the site."""

from __future__ import annotations

import posixpath


def page_address(uri: str, folders: bool = True) -> str:
    """The address of a file below the site's own: `pathways/crisis/`; empty for the first page.

    `uri` is the file's path from the docs folder. `folders` says whether each page is a folder of
    its own, as is usual on servers, or a file, as is needed where folders are not opened.
    """
    if not uri.endswith(".md"):
        return uri
    folder, name = posixpath.split(uri)
    index = name in ("index.md", "README.md")
    if not folders:
        return posixpath.join(folder, "index.html" if index else name.removesuffix(".md") + ".html")
    path = folder if index else posixpath.join(folder, name.removesuffix(".md"))
    return f"{path}/" if path else ""


def relative_path(folder: str, path: str) -> str:
    """The way from a folder to a path, both below one root and written without detours.

    Pages have many links; this is many times faster than `posixpath.relpath`, which asks for the
    working folder each time.
    """
    start = folder.split("/") if folder and folder != "." else []
    there = path.split("/") if path and path != "." else []
    alike = 0
    for one, other in zip(start, there, strict=False):
        if one != other:
            break
        alike += 1
    return "/".join([".."] * (len(start) - alike) + there[alike:]) or "."


def path_from(page: str, target: str) -> str:
    """The way from a page to a file, with or without an anchor, as a writer would put it: both are
    paths from the docs folder."""
    return relative_path(posixpath.dirname(page), target)


def relative_address(source: str, target: str, folders: bool = True) -> str:
    """The way in a browser from the page `source` to `target`, both paths from the docs folder.

    `target` may have an anchor after #.
    """
    path, mark, anchor = target.partition("#")
    if path == source and mark:
        return f"#{anchor}"
    start = posixpath.dirname(page_address(source, folders)) or "."
    there = page_address(path, folders)
    way = relative_path(start, there.rstrip("/"))
    way += "/" if there.endswith("/") or not there else ""
    return way + (f"#{anchor}" if mark else "")
