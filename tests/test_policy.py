"""What a page's policy lets a browser load and run."""

import pytest

from handrail.policy import Inline, inline_of, policy, server_policy, with_policy

PLAIN = '<!doctype html><html><head><meta charset="utf-8"></head><body><p>Words</p></body></html>'
STRICT = "script-src 'self'; style-src 'self'"


def page(body: str) -> str:
    return PLAIN.replace("<p>Words</p>", body)


def test_a_page_of_words_may_use_files_of_the_site_alone():
    assert policy(inline_of(PLAIN)).startswith("default-src 'none'; base-uri 'none'; ")
    assert policy(inline_of(PLAIN)).endswith(STRICT)


def test_the_policy_stands_before_anything_that_it_governs():
    done = with_policy(page('<script src="x.js"></script>'))
    assert done.index("Content-Security-Policy") < done.index("<body>")
    assert done.index("Content-Security-Policy") < done.index("<script")


@pytest.mark.parametrize(
    ("part", "named"),
    [
        # openssl dgst -sha256 -binary | openssl base64
        ("<script>start()</script>",
         "script-src 'self' 'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='; style-src"),
        ("<style>p{margin:0}</style>",
         "style-src 'self' 'sha256-QRQPRLGyxt3RJiKpYNjpkgHcmHU2PywsfL2e8oI0LQA='"),
        ('<p style="margin:0">x</p>', "'unsafe-hashes'"),
    ],
)  # fmt: skip
def test_a_script_or_style_of_a_page_is_named_by_its_digest(part, named):
    assert named in policy(inline_of(page(part)))


def test_data_is_no_script():
    data = page('<script type="application/ld+json">{}</script>')
    assert policy(inline_of(data)).endswith(STRICT)


def test_a_page_whose_diagram_the_browser_draws_may_have_styles_that_nobody_knows_before():
    drawn = page('<script src="../mermaid.min.js"></script><style>p{}</style>')
    assert policy(inline_of(drawn)).endswith("style-src 'self' 'unsafe-inline'")


def test_a_server_lets_each_page_do_what_any_of_them_may_and_no_site_frame_them():
    told = server_policy([PLAIN, page("<style>p{margin:0}</style>")])
    assert "style-src 'self' 'sha256-" in told
    assert told.endswith("frame-ancestors 'self'")


def test_more_digests_than_a_header_has_room_for_are_not_listed():
    many = Inline(styles=frozenset(f"'sha256-{n}'" for n in range(100)))
    assert policy(many).endswith("style-src 'self' 'unsafe-inline'")
