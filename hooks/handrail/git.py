"""The one door to git: what pages said before, which files have moved, and a first commit."""

from __future__ import annotations

import subprocess
from pathlib import Path


class CannotCompare(Exception):
    """Git does not know the edition. Its text is a plain sentence."""


def changed_since(reference: str, folder: Path) -> dict[str, bytes]:
    """The Markdown files below `folder` that have changed or gone since `reference`, as they were
    then.

    `reference` is a commit, tag or branch. Returns bytes by path from `folder`; files that are new
    are left out. Raises `CannotCompare`.
    """
    commit = _commit(reference, folder)
    names = [name for name in _listed(commit, folder, "MTD") if name.endswith(".md")]
    return {name: _git(folder, "show", f"{commit}:./{name}") for name in names}


def gone_since(reference: str, folder: Path) -> frozenset[str]:
    """Paths from `folder` of other files that have gone since `reference`. Raises
    `CannotCompare`."""
    names = _listed(_commit(reference, folder), folder, "D")
    return frozenset(name for name in names if not name.endswith(".md"))


def renamed(folder: Path) -> dict[str, str]:
    """The later path of files below `folder` by an earlier one, both from `folder`, of everything
    that git knows to have moved; nothing where there is no git or no history."""
    wanted = ("-M", "--diff-filter=R", "--name-status", "--relative", "-z")
    try:
        past = _git(folder, "log", "--reverse", "--format=", *wanted, "HEAD", "--", ".")
        now = _git(folder, "diff", "--no-ext-diff", *wanted, "HEAD", "--", ".")
    except CannotCompare:
        return {}
    names = [name for name in (past + now).decode("utf-8", "replace").split("\0") if name]
    return dict(zip(names[1::3], names[2::3], strict=True))


def not_ignored(folder: Path) -> list[str]:
    """Paths from `folder` of the files that git keeps there or would; none where it keeps none."""
    try:
        listed = _git(folder, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    except CannotCompare:
        return []
    return [name for name in listed.decode("utf-8", "replace").split("\0") if name]


def first_commit(folder: Path, message: str) -> bool:
    """Keep everything in `folder` as the first commit of a repository of its own.

    False, with nothing begun, where there is no git, where the folder is part of another
    repository, or where git does not know who commits.
    """
    try:
        _git(folder.parent, "var", "GIT_AUTHOR_IDENT")
    except CannotCompare:
        return False
    try:
        _git(folder, "rev-parse", "--git-dir")
        return False
    except CannotCompare:
        _git(folder, "init", "--quiet", "--initial-branch=main")
        _git(folder, "add", "--all")
        _git(folder, "commit", "--quiet", "--no-verify", "--message", message)
        return True


def pages_at(reference: str, folder: Path) -> frozenset[str]:
    """Paths from `folder` of the Markdown files that stood there at `reference`. Raises
    `CannotCompare`."""
    listed = _git(folder, "ls-tree", "-r", "-z", "--name-only", _commit(reference, folder), ".")
    names = listed.decode("utf-8", "replace").split("\0")
    return frozenset(name for name in names if name.endswith(".md"))


def text_at(reference: str, file: Path) -> str:
    """What a file said at `reference`; empty where it was not there."""
    try:
        commit = _commit(reference, file.parent)
        return _git(file.parent, "show", f"{commit}:./{file.name}").decode("utf-8", "replace")
    except CannotCompare:
        return ""


def _commit(reference: str, folder: Path) -> str:
    """The name of a commit, which nothing takes for an option."""
    found = _git(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}"
    )
    return found.decode("ascii").strip()


def _listed(commit: str, folder: Path, kinds: str) -> list[str]:
    """Paths of the files that differ from a commit in one of the ways that git calls `kinds`."""
    # Without renames, so that a page is compared with what stood at its own path.
    listed = _git(
        folder, "diff", "--name-only", "--no-ext-diff", "--no-renames", "--relative",
        f"--diff-filter={kinds}", "-z", commit, "--", ".",
    )  # fmt: skip
    return [name for name in listed.decode("utf-8", "replace").split("\0") if name]


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError:
        raise CannotCompare("git is needed to compare with an earlier edition") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        reason = f": {said}" if said else ""
        raise CannotCompare(f"git cannot compare with that edition{reason}")
    return done.stdout
