"""A build says what it is doing, as loudly as it was asked to, and ends when it is told to."""

import io
import os
import pty
import re
import signal
import subprocess
import sys
import time
from functools import partial

import pytest
from projects import SOUND, environ, make_project, run

from handrail.report.colour import coloured
from handrail.report.progress import QUIET, USUAL, VERBOSE, Progress

FAULT = "docs/index.md:3:1: error: it is wrong [rule]\n    help: mend it\n"
HANDRAIL = (sys.executable, "-m", "handrail")


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


def told(out, voice, keeps=True):
    progress = Progress(out, voice, keeps)
    progress.begin("Printing", ["a.pdf", "b.pdf"])
    progress.step()
    progress.clear()
    progress.step()
    progress.end()
    return re.sub(r"\d+\.\d+ s", "1.0 s", out.getvalue())


def test_in_a_log_each_stage_is_a_line_with_its_time():
    assert told(io.StringIO(), USUAL) == "Printing ...\nPrinting                     1.0 s\n"


def test_on_a_terminal_a_bar_shows_what_is_done_and_gives_way_to_one_line():
    shown = told(Terminal(), USUAL)
    assert shown.startswith("Printing [........................] 0 of 2 a.pdf")
    assert shown.split("\x1b[2K")[-1] == "Printing                     1.0 s\n"
    assert "\n" not in shown[:-1]


def test_a_check_shows_its_bar_and_leaves_nothing_behind():
    assert told(Terminal(), USUAL, keeps=False).endswith("\x1b[2K")
    assert told(io.StringIO(), USUAL, keeps=False) == ""


def test_quiet_says_nothing_and_verbose_every_step():
    assert told(Terminal(), QUIET) == ""
    assert told(io.StringIO(), VERBOSE, keeps=False).splitlines() == [
        "Printing ...", "  a.pdf 1.0 s", "  b.pdf 1.0 s", "Printing                     1.0 s",
    ]  # fmt: skip


def test_levels_have_colours_on_terminals_only(monkeypatch):
    assert "\x1b[31;1merror\x1b[0m: it is wrong" in coloured(FAULT, Terminal())
    assert coloured(FAULT, io.StringIO()) == FAULT
    monkeypatch.setenv("NO_COLOR", "1")
    assert coloured(FAULT, Terminal()) == FAULT


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return make_project(tmp_path_factory.mktemp("progress"), SOUND | {"lost.md": "# Lost\n"})


def on_a_terminal(project, *arguments):
    """Everything that the command shows to a person."""
    try:
        outer, inner = pty.openpty()
    except OSError:
        pytest.skip("this machine has no terminals")
    process = subprocess.Popen(
        [*HANDRAIL, *arguments], cwd=project, env=environ({"TERM": "xterm"}),
        stdin=inner, stdout=inner, stderr=inner,
    )  # fmt: skip
    os.close(inner)
    shown = b""
    try:
        while part := os.read(outer, 4096):
            shown += part
    except OSError:  # how a terminal says that nobody writes to it any more
        pass
    os.close(outer)
    process.wait()
    return shown.decode()


def test_a_check_on_a_terminal_has_a_bar_and_colours(project):
    shown = on_a_terminal(project, "check")
    assert "Rendering pages [" in shown
    assert "docs/lost.md:1:1: \x1b[31;1merror\x1b[0m: the page has no front matter" in shown


def test_quiet_leaves_only_what_is_wrong(project):
    done = run(project, "handrail", "check", "--quiet")
    assert done.returncode == 1
    assert done.stdout.startswith("docs/lost.md:1:1: error: the page has no front matter")
    assert done.stderr == ""


def test_a_build_that_is_told_to_end_ends_what_it_started_and_cleans_up(tmp_path):
    project = make_project(tmp_path / "ended")
    for name, status in ((signal.SIGTERM, 143), (signal.SIGINT, 130)):
        build = subprocess.Popen(
            [*HANDRAIL, "build"], cwd=project, env=environ({}), text=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            # Whatever runs in the background of a shell is deaf to Ctrl-C.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )  # fmt: skip
        end = time.monotonic() + 30
        while not (project / ".site.staging").exists() and time.monotonic() < end:
            time.sleep(0.01)
        build.send_signal(name)
        said = build.communicate(timeout=30)[1]
        assert build.returncode == status
        assert "Traceback" not in said
        assert not [path.name for path in project.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize("seconds", [0.02, 0.2, 0.5])
def test_ctrl_c_is_never_answered_with_a_traceback(tmp_path, seconds):
    command = subprocess.Popen(
        [*HANDRAIL, "check"], cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
        text=True,
    )  # fmt: skip
    time.sleep(seconds)
    command.send_signal(signal.SIGINT)
    assert "handrail/" not in command.communicate(timeout=30)[1]
