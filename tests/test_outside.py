"""Other websites are asked politely, whatever they do, and told apart by what they answer."""

import json
import socket
import threading
import time
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest
from projects import SOUND, make_project, run
from protocol import FRONT_MATTER

from handrail.finding import Place
from handrail.outside.ask import Answer, Manners, ask, opener
from handrail.outside.report import as_findings, in_one_line
from handrail.outside.rounds import ask_all, read_memory, write_memory


class Website(BaseHTTPRequestHandler):
    """Misbehaves in the way that the path names."""

    protocol_version = "HTTP/1.1"
    asked: Counter
    times: list

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def log_message(self, *_):
        pass

    def answer(self):
        name = self.path.strip("/").split("/")[0]
        self.asked[self.command, name] += 1
        self.times.append(time.monotonic())
        getattr(self, f"be_{name.replace('-', '_')}")()

    def say(self, status, body=b"words", **headers):
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def be_fine(self):
        self.say(200)

    def be_gone(self):
        self.say(410)

    def be_missing(self):
        self.say(404)

    def be_closed(self):
        self.say(403)

    def be_moved(self):
        self.say(301, Location="/fine")

    def be_away(self):
        self.say(302, Location="/fine")

    def be_moved_then_away(self):
        self.say(301, Location="/away")

    def be_moved_to_nothing(self):
        self.say(308, Location="/missing")

    def be_loop(self):
        self.say(302, Location="/loop2")

    def be_loop2(self):
        self.say(302, Location="/loop")

    def be_endless(self):
        self.say(302, Location=f"/endless/{time.monotonic_ns()}")

    def be_file(self):
        self.say(302, Location="file:///etc/hostname")

    def be_no_head(self):
        self.say(405 if self.command == "HEAD" else 200)

    def be_wrong_head(self):
        self.say(404 if self.command == "HEAD" else 200)

    def be_drops_head(self):
        if self.command == "HEAD":
            self.connection.shutdown(socket.SHUT_RDWR)
        else:
            self.say(200)

    def be_drops(self):
        self.connection.shutdown(socket.SHUT_RDWR)

    def be_garbage(self):
        self.wfile.write(b"\x00\x01 nothing that a server says\r\n\r\n")
        self.close_connection = True

    def be_slow(self):
        time.sleep(1.5)
        self.say(200)

    def be_busy(self):
        last = self.asked[self.command, "busy"] > 2
        self.say(200) if last else self.say(429, Retry_After="7")

    def be_busy_until(self):
        last = self.asked[self.command, "busy-until"] > 1
        then = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
        self.say(200) if last else self.say(503, Retry_After=then)

    def be_always_busy(self):
        self.say(429, Retry_After="100000")

    def be_broken(self):
        self.say(500)

    def be_huge(self):
        self.send_response(405 if self.command == "HEAD" else 200)
        self.send_header("Content-Length", str(10**12))
        self.end_headers()
        try:
            while self.command == "GET":
                self.wfile.write(b"x" * 65536)
        except OSError:
            self.close_connection = True


@contextmanager
def website():
    """(address, the class that answers) of a website on this machine."""
    own = type("Own", (Website,), {"asked": Counter(), "times": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), own)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", own
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def site(monkeypatch):
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with website() as (address, own):
        yield address, own


def manners(waits=None, **changes):
    """Manners that do not wait but write down how long they would."""
    waits = [] if waits is None else waits
    return Manners(**({"timeout": 0.5, "sleep": waits.append} | changes))


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("fine", Answer("fine", "200 OK")),
        ("gone", Answer("gone", "410 Gone")),
        ("missing", Answer("gone", "404 Not Found")),
        ("closed", Answer("closed", "403 Forbidden")),
        ("moved", Answer("moved", "200 OK", "SITE/fine")),
        ("away", Answer("fine", "200 OK")),
        ("moved-then-away", Answer("moved", "200 OK", "SITE/away")),
        ("moved-to-nothing", Answer("gone", "404 Not Found")),
        ("loop", Answer("silent", "it sends readers round in a circle")),
        ("endless", Answer("silent", "it sends readers round in a circle")),
        ("file", Answer("silent", 'it sends readers to "file:///etc/hostname"')),
        ("no-head", Answer("fine", "200 OK")),
        ("wrong-head", Answer("fine", "200 OK")),
        ("drops-head", Answer("fine", "200 OK")),
        ("drops", Answer("silent", "it broke off")),
        ("garbage", Answer("silent", "it broke off")),
        ("slow", Answer("silent", "it did not answer in time")),
        ("busy", Answer("fine", "200 OK")),
        ("busy-until", Answer("fine", "200 OK")),
        ("always-busy", Answer("silent", "429 Too Many Requests")),
        ("broken", Answer("silent", "500 Internal Server Error")),
        ("huge", Answer("fine", "200 OK")),
    ],
)
def test_what_a_website_does_is_told_in_words(site, name, answer):
    address, _ = site
    heard = ask(f"{address}/{name}", manners(), opener())
    assert Answer(heard.kind, heard.said, heard.now_at.replace(address, "SITE")) == answer


def test_a_website_that_nobody_runs_and_one_that_has_no_name_give_no_answer():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    refused = ask(f"http://127.0.0.1:{port}/", manners(tries=1), opener())
    assert refused == Answer("silent", "nobody answers there")
    nowhere = ask("http://no-such-website.invalid/", manners(tries=1), opener())
    assert nowhere.kind == "silent"


def test_a_busy_website_is_given_the_time_it_asks_for_but_not_for_ever(site):
    address, own = site
    waits = []
    ask(f"{address}/busy", manners(waits), opener())
    assert waits == [7, 7]
    waits.clear()
    ask(f"{address}/busy-until", manners(waits), opener())
    assert len(waits) == 1
    assert 25 < waits[0] <= 30
    waits.clear()
    ask(f"{address}/always-busy", manners(waits), opener())
    assert waits == [60, 60]
    assert own.asked["GET", "always-busy"] == 0, "who asks for patience is not asked in another way"


def test_a_website_that_breaks_is_asked_again_ever_later_and_then_left_alone(site):
    address, own = site
    waits = []
    ask(f"{address}/broken", manners(waits), opener())
    assert waits == [2, 4]
    assert own.asked["HEAD", "broken"] == 3


def test_what_is_gone_is_not_asked_for_again(site):
    address, own = site
    ask(f"{address}/gone", manners(), opener())
    assert own.asked == {("HEAD", "gone"): 1, ("GET", "gone"): 1}


def test_addresses_with_spaces_and_accents_are_asked_for_as_browsers_do(site):
    address, _ = site
    assert (
        ask(f"{address}/fine/caf\u00e9 au lait?q=\u00e9#part", manners(), opener()).kind == "fine"
    )


def test_one_website_is_asked_slowly_and_several_at_the_same_time():
    with website() as (one, own), website() as (two, other):
        pages = [f"{site}/fine/{n}" for site in (one, two) for n in range(3)]
        started = time.monotonic()
        answers = ask_all(pages, Manners(pause=0.2), lambda *_: None)
        lasted = time.monotonic() - started
    assert {answer.kind for answer in answers.values()} == {"fine"}
    for asked in (own.times, other.times):
        assert all(after - before >= 0.19 for before, after in pairwise(asked))
    assert lasted < 0.8, "the two were asked one after the other"


def test_a_website_that_never_answers_is_not_asked_for_each_of_its_pages(site):
    address, own = site
    pages = [f"{address}/drops/{n}" for n in range(9)]
    answers = ask_all(pages, manners(), lambda *_: None)
    assert {answer.kind for answer in answers.values()} == {"silent"}
    assert own.asked["HEAD", "drops"] == 3 + 1 + 1


def test_a_proxy_that_the_environment_names_is_asked_in_the_place_of_the_website(site, monkeypatch):
    address, own = site
    monkeypatch.setenv("http_proxy", address)
    monkeypatch.setattr(own, "be_http:", own.be_fine, raising=False)
    assert ask("http://elsewhere.invalid/fine", manners(tries=1), opener()).kind == "fine"
    assert own.asked["HEAD", "http:"] == 1


def test_answers_are_remembered_for_some_days_but_not_those_that_were_none(tmp_path):
    memory, day = tmp_path / "a/b.json", date(2026, 11, 21)
    answers = {
        "https://a.example/": Answer("fine", "200 OK"),
        "https://b.example/": Answer("moved", "200 OK", "https://c.example/"),
        "https://d.example/": Answer("gone", "404 Not Found"),
        "https://e.example/": Answer("silent", "it broke off"),
    }
    write_memory(memory, answers, {}, day)
    known = read_memory(memory, day + timedelta(6), 7)
    assert set(known) == {"https://a.example/", "https://b.example/"}
    write_memory(memory, answers, known, day + timedelta(6))
    assert set(read_memory(memory, day + timedelta(7), 7)) == set(), "old answers keep their day"
    assert read_memory(tmp_path / "none.json", day, 7) == {}
    memory.write_text("{not json", "utf-8")
    assert read_memory(memory, day, 7) == {}


def test_answers_become_findings_at_each_line_that_uses_the_address():
    uses = {
        "https://a.example/": [Place("docs/b.md", 3, 5), Place("docs/a.md", 9, 1)],
        "https://b.example/": [Place("docs/a.md", 2, 1)],
        "https://c.example/": [Place("docs/a.md", 1, 1)],
    }
    answers = {
        "https://a.example/": Answer("gone", "404 Not Found"),
        "https://b.example/": Answer("moved", "200 OK", "https://b.example/new"),
        "https://c.example/": Answer("fine", "200 OK"),
    }
    found = as_findings(uses, answers)
    assert [(f.place.path, f.place.line, f.rule, f.level, f.help) for f in found] == [
        ("docs/a.md", 2, "outside-moved", "warning", "write https://b.example/new"),
        ("docs/a.md", 9, "outside-gone", "error", "find out where it is now, or remove the link"),
        ("docs/b.md", 3, "outside-gone", "error", "find out where it is now, or remove the link"),
    ]
    assert found[1].message == '"https://a.example/" is gone: 404 Not Found'
    assert in_one_line(answers) == (
        "3 addresses: 1 there, 1 moved, 1 gone, 0 without an answer, 0 closed to programs."
    )


LINKS = """
# Start

See [first contact](pathways/first-contact.md), [theirs](SITE/fine), [the form](SITE/gone) and
[the guide](SITE/moved).

<p><a href="SITE/closed">Their office</a></p>
"""


@pytest.mark.slow
def test_the_command_names_the_lines_whose_links_are_gone_and_asks_nobody_twice(site, tmp_path):
    address, own = site
    law = SOUND["legislation/children-act-1989.md"].replace("key: ukpga/1989/41\n", "")
    page = FRONT_MATTER + LINKS.replace("SITE", address)
    pages = SOUND | {
        "index.md": page,
        "legislation/children-act-1989.md": law,
    }
    project = make_project(tmp_path / "outside", pages)
    arguments = ("handrail.cli", "outside", "--pause", "0", "--timeout", "2")
    done = run(project, *arguments, no_proxy="*")
    assert done.returncode == 1, done.stderr
    column = page.split("\n")[12].index("[the form]") + 1
    assert f'docs/index.md:13:{column}: error: "{address}/gone" is gone: 410' in done.stdout
    assert f"help: write {address}/fine" in done.stdout
    assert "4 addresses: 1 there, 1 moved, 1 gone, 0 without an answer, 1 closed" in done.stderr
    assert not (project / "site").exists()
    assert set(json.loads((project / ".handrail/outside.json").read_text("utf-8"))) > {
        f"{address}/fine"
    }
    own.asked.clear()
    run(project, *arguments, no_proxy="*")
    assert ("HEAD", "fine") not in own.asked


@pytest.mark.slow
def test_a_check_and_a_build_ask_nobody(site, tmp_path):
    address, own = site
    page = FRONT_MATTER + LINKS.replace("SITE", address)
    project = make_project(tmp_path / "quiet", SOUND | {"index.md": page})
    run(project, "handrail.cli", "check")
    run(project, "handrail.cli", "build")
    assert not own.asked
