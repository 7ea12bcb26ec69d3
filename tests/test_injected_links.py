"""Faults of every kind of reference, put into every kind of block, are found on the line they are
on, each once. Each fault has a page of its own in one protocol."""

import re

from projects import PATHWAY
from protocol import FRONT_MATTER, handbook
from test_injected_faults import WORDS

from handrail.rules import run_rule
from handrail.rules.links import RULES

KINDS = {
    "a page with a typing error": ("link-broken", "[it](pathways/frist-contact.md)"),
    "a page of another folder": ("link-broken", "[it](sections/first-contact.md)"),
    "capitals": ("link-broken", "[it](pathways/First-Contact.md)"),
    "no ending": ("link-broken", "[it](pathways/first-contact)"),
    "a query": ("link-broken", "[it](gone.md?x=1)"),
    "a title": ("link-broken", '[it](gone.md "Gone")'),
    "sharp brackets": ("link-broken", "[it](<gone page.md>)"),
    "a space as %20": ("link-broken", "[it](gone%20page.md)"),
    "a form": ("link-broken", "[the form](forms/gone.docx)"),
    "a picture": ("link-broken", "![The door of the office](door.png)"),
    "a picture in HTML": ("link-broken", '<img src="../door.png" alt="The door of the office">'),
    "a larger picture": ("link-broken", '<img src="../ok.svg" srcset="../no.png 2x" alt="A door">'),
    "a page in HTML": ("link-broken", '<a href="../gone/">it</a>'),
    "a page in large HTML": ("link-broken", "<A HREF='../gone/'>it</A>"),
    "a file in HTML": ("link-broken", '<a href="glossary.md">it</a>'),
    "a PDF that nobody makes": ("link-broken", "[the book](pdf/protocl.pdf)"),
    "an address without https": ("link-broken", "[them](www.example.org/x)"),
    "a mailbox without mailto": ("link-broken", "[them](desk@example.org)"),
    "a heading with a typing error": ("anchor-missing", "[it](glossary.md#tmer)"),
    "a heading with capitals": ("anchor-missing", "[it](glossary.md#Term)"),
    "a heading of this page": ("anchor-missing", "[it](#gone)"),
    "a heading in HTML": ("anchor-missing", '<a href="../glossary/#gone">it</a>'),
    "a heading of this page in HTML": ("anchor-missing", '<a href="#gone">it</a>'),
    "outside of docs": ("link-leaves-docs", "[it](../README.md)"),
    "the root of the server": ("link-leaves-docs", "[it](/glossary/)"),
    "the own computer": ("link-leaves-docs", "[it](file:///C:/plans/plan.pdf)"),
    "the own site": ("link-to-own-site", "[it](https://site.example.org/glossary/)"),
    "nothing": ("link-empty", "[it]()"),
    "only a sign": ("link-empty", "[it](#)"),
    "a space between": ("link-shown-as-text", "[it] (glossary.md)"),
    "no end": ("link-shown-as-text", "[it](glossary.md"),
    "the wrong way round": ("link-shown-as-text", "(it)[glossary.md]"),
    "a wiki link": ("link-shown-as-text", "[[glossary]]"),
    "a name without definition": ("definition-missing", "[it][nowhere]"),
    "a note that is not there": ("footnote-undefined", "it[^gone]"),
    "a mistyped scheme": ("outside-address-wrong", "[them](htps://example.com/)"),
    "a mailbox without @": ("outside-address-wrong", "[them](mailto:desk.example.org)"),
    "a space in an address": ("outside-address-wrong", "[them](https://example.com/a b)"),
    "another address in the words": (
        "outside-address-wrong", "[www.example.net](https://example.com/)"),
    "a draft": ("link-to-draft", "[the draft](draft.md)"),
    "a replaced page": ("link-to-superseded", "[the old rules](old.md)"),
    "a page for staff": ("link-to-staff-page", "[the desk](desk.md)"),
    "another page's title": ("link-promises-another-page", "[Glossary](pathways/first-contact.md)"),
    "another step": (
        "reference-number-wrong",
        "[step 1 of the first contact pathway](pathways/first-contact.md#pathway-1-step-2)"),
    "a step that is not there": (
        "reference-number-wrong", "so step 9 of the first contact pathway is next"),
    "an appendix that is not there": ("reference-number-wrong", "so see appendix K for that"),
    "a place": ("reference-in-words", "so see above for that"),
    "the next page": ("reference-in-words", "so see overleaf for that"),
}  # fmt: skip
"""What is wrong, by the rule that finds it and the words it is written in."""
UNLIKELY = {
    ("table", "a wiki link"), ("heading", "a note that is not there"),
    ("footnote", "a note that is not there"), ("heading", "an appendix that is not there"),
}  # fmt: skip
FRONT = FRONT_MATTER.replace("draft", "in force").replace("audience: staff", "audience: public")
STAFF = FRONT.replace("public", "staff")
KNOWN = {
    "pathways/first-contact.md": PATHWAY.replace("draft", "in force").replace("staff", "public"),
    "glossary.md": FRONT.replace("A page", "Glossary") + "\n# Glossary\n\n## Term {#term}\n",
    "draft.md": FRONT.replace("in force", "draft") + "\n# Draft\n",
    "old.md": FRONT.replace("in force", "superseded") + "\n# Old\n",
    "desk.md": STAFF + "\n# Desk\n",
    "ok.svg": "",
}


def test_faults_in_references_are_found_on_the_line_they_are_on_and_once():
    pages, wanted = {}, {}
    for kind, (rule, words) in KINDS.items():
        for where, block in WORDS.items():
            if (where, kind) not in UNLIKELY:
                uri = f"page-{len(pages):03}.md"
                text = f"{FRONT}\n# A page\n\nSome words.\n\n"
                # A heading that several pages miss was renamed, which is one fault.
                own = re.sub(r"(glossary(?:/|\.md)#[a-z]+)", rf"\g<1>{len(pages)}", words)
                pages[uri] = text + block.replace("FAULT", own) + "\n\nMore words.\n"
                line = text.count("\n") + 1 + block.split("FAULT")[0].count("\n")
                wanted[uri] = (kind, where, rule, line)
    book = handbook({**KNOWN, **pages}, url="https://site.example.org/")
    about = [rule for rule in RULES if rule.ID not in ("page-never-linked", "page-not-in-menu")]
    found: dict[str, list] = {uri: [] for uri in pages}
    for finding in (finding for rule in about for finding in run_rule(rule, book)):
        uri = finding.place.path.removeprefix("docs/")
        found.setdefault(uri, []).append((finding.rule, finding.place.line))
    wrong = {
        (kind, where): found[uri]
        for uri, (kind, where, rule, line) in wanted.items()
        if found[uri] != [(rule, line)]
    }
    assert len(wanted) > 700
    assert wrong == {}
