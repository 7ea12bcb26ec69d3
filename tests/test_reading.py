"""Readers keep what was written, with its place, and never break down over it."""

import textwrap

import pytest

from handrail.finding import Place
from handrail.pathway import ACTION, END, QUESTION, REFERENCE, START
from handrail.read.diagrams import plain, read_diagrams
from handrail.read.limits import find_limit
from handrail.read.lines import prose_lines, read_fences
from handrail.read.pages import read_page
from handrail.read.protocol import read_protocol
from handrail.read.tables import read_tables


def page(text: str | bytes, uri: str = "crisis.md"):
    return read_page(f"docs/{uri}", uri, text if isinstance(text, bytes) else text.encode())


def diagram(source: str):
    """The one diagram of a page with these lines in its fence, which begins at line 2."""
    return read_diagrams(page(f"```mermaid\n{textwrap.dedent(source).strip()}\n```\n"))[0]


def spot(place: Place) -> tuple[int, int]:
    return place.line, place.column


# Front matter ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("03001234567", "03001234567"),
        ("17:30", "17:30"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("null", "null"),
        ("~", "~"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        ("2026-11-21", "2026-11-21"),
        ('"Crisis: the first hour"', "Crisis: the first hour"),
        ("'It''s urgent'", "It's urgent"),
        ("“Crisis”", "“Crisis”"),
        (">-\n  Two\n  lines", "Two lines"),
        ("", ""),
    ],
)
def test_a_value_stays_the_text_that_was_written(written, read):
    assert page(f"---\nvalue: {written}\n---\n").get("value") == read


@pytest.mark.parametrize(
    "written",
    ["[breakdown, 'section']", "\n  - breakdown\n  - section", "\n- breakdown\n- section"],
)
def test_a_list_is_read_in_any_way_of_writing_it(written):
    read = page(f"---\nalso_called: {written}\n---\n").fields["also_called"]
    assert read.values == ("breakdown", "section")
    assert read.value == "breakdown, section"


def test_an_entry_knows_where_its_name_stands():
    read = page("---\ntitle: Crisis\n\n# a note\nowner: Head of service\n---\n")
    assert spot(read.place_of("owner")) == (5, 1)
    assert spot(read.place_of("status")) == (1, 1)


def test_a_repeated_entry_keeps_the_first_and_is_reported():
    read = page("---\nowner: One\nowner: Two\n---\n")
    assert read.get("owner") == "One"
    assert [spot(unread.fault.place) for unread in read.unread] == [(3, 1)]


def test_a_nested_entry_is_reported_and_the_others_are_read():
    read = page("---\ntitle: Crisis\nowner:\n  name: Sam\n  post: Head\nstatus: draft\n---\n")
    assert [spot(unread.fault.place) for unread in read.unread] == [(3, 1)]
    assert (read.get("title"), read.get("status")) == ("Crisis", "draft")


@pytest.mark.parametrize("name", ["[Draft]", "{{ title }}", "? [a]\n", "? " * 3_000 + "\n"])
def test_an_entry_with_brackets_for_a_name_is_reported(name):
    read = page(f"---\ntitle: Crisis\n{name}: words\n---\n")
    assert len(read.unread) == 1


def test_one_bad_line_does_not_lose_the_others():
    read = page("---\ntitle: Crisis: the first hour\nowner: Head of service\n---\n")
    assert len(read.unread) == 1
    assert read.get("title") == "Crisis: the first hour"
    assert read.get("owner") == "Head of service"


@pytest.mark.parametrize(
    ("text", "body_line", "body"),
    [
        ("---\ntitle: A\n---\nWords\n", 4, "Words\n"),
        ("---\ntitle: A\n...\nWords\n", 4, "Words\n"),
        ("---  \ntitle: A\n---\t\n\nWords", 4, "\nWords"),
        ("---\r\ntitle: A\r\n---\r\nWords\r\n", 4, "Words\n"),
        ("---\rtitle: A\r---\rWords\r", 4, "Words\n"),
        ("\ufeff---\ntitle: A\n---\nWords\n", 4, "Words\n"),
        ("---\n---\nWords\n", 3, "Words\n"),
        ("Words\n", 1, "Words\n"),
        ("---\ntitle: A\n", 3, ""),
        ("---\ntitle: A\n- B\n\nWords\n", 4, "\nWords\n"),
        ("title: A\n---\nWords\n", 3, "Words\n"),
        ("title: A\nWords\n", 2, "Words\n"),
        ("---\nWords\n", 1, "---\nWords\n"),
        ("\n---\ntitle: A\n---\n", 1, "\n---\ntitle: A\n---\n"),
        ("", 1, ""),
    ],
)
def test_the_words_begin_below_the_front_matter(text, body_line, body):
    read = page(text)
    assert (read.body_line, read.body) == (body_line, body)


def test_a_line_is_what_an_editor_shows_as_one():
    read = page("Words\u2028more\x0cwords\x85end\nlast\n")
    assert read.text.splitlines()[1] == "last"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_page_that_is_saved_as_unicode_of_windows_has_that_one_fault(encoding):
    read = page("---\ntitle: Café\n---\nWords.\n".encode(encoding))
    assert (read.title, read.body) == ("Café", "Words.\n")
    assert [unread.fault.message.split(",")[0] for unread in read.unread] == [
        f"the file is saved as {encoding[:6].upper()}"
    ]


def test_a_word_file_that_is_called_a_page_is_not_read_as_words():
    read = page(b"PK\x03\x04" + bytes(range(256)))
    assert read.text == ""
    assert [unread.fault.message for unread in read.unread] == [
        "the file is a Word file or an archive and no Markdown page, whatever its name says"
    ]


def test_a_page_in_another_encoding_is_read_as_far_as_it_goes():
    read = page("Up to £20\nand “more”\n".encode("cp1252"))
    assert "20" in read.text
    assert spot(read.unread[0].fault.place) == (1, 7)


def test_the_title_of_a_page_without_one_is_its_file_name():
    assert page("", "pathways/first-contact.md").title == "first-contact"


# Lines, fences and tables ------------------------------------------------------------------------


def test_a_fence_ends_at_as_many_of_the_same_signs():
    fences = read_fences(page("````text\n```\ninside\n```\n````\n\n~~~\n```\n~~~\n"))
    assert [(fence.line, len(fence.lines), fence.closed) for fence in fences] == [
        (1, 3, True),
        (7, 1, True),
    ]


def test_a_fence_that_is_never_closed_ends_with_the_page():
    (fence,) = read_fences(page("words\n\n```text\none\ntwo\n"))
    assert (fence.line, fence.lines, fence.closed) == (3, ("one", "two"), False)


def test_an_open_fence_does_not_hide_the_rest_of_the_page():
    lines = prose_lines(page("```\n\n| A | B |\n"))
    assert (3, "| A | B |") in list(lines)


def test_lines_of_code_are_not_prose():
    lines = prose_lines(page("---\ntitle: A\n---\none\n```\ntwo\n```\nthree\n"))
    assert list(lines) == [(4, "one"), (8, "three")]


def test_a_table_keeps_the_place_of_every_row():
    (table,) = read_tables(page("words\n\n| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nwords\n"))
    assert table.head.cells == ("A", "B")
    assert [(row.cells, spot(row.place)) for row in table.rows] == [
        (("1", "2"), (5, 1)),
        (("3", "4"), (6, 1)),
    ]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| one | two |", ("one", "two")),
        ("one | two", ("one", "two")),
        ("| one \\| more | two |", ("one | more", "two")),
        ("|\xa0one\xa0|\xa0two\xa0|", ("one", "two")),
        ("| | two |", ("", "two")),
        ("| one |", ("one",)),
        ("    | one | [two](two.md) |", ("one", "[two](two.md)")),
    ],
)
def test_a_row_is_read_into_its_cells(line, cells):
    (table,) = read_tables(page(f"A | B\n---|---\n{line}\n"))
    assert table.rows[0].cells == cells


def test_a_table_in_code_is_none():
    assert read_tables(page("```\n| A | B |\n|---|---|\n```\n")) == ()


def test_a_registers_page_gives_its_champions_and_its_bad_rows():
    text = (
        "---\ntype: champions\n---\n"
        "| Post | Phone |\n|---|---|\n| Front door | 01632 960101 |\n| Crisis team |\n"
    )
    read = read_protocol([("docs/champions.md", "champions.md", text.encode())])
    (champion,) = read["champions"]
    assert (champion.get("post"), champion.get("phone")) == ("Front door", "01632 960101")
    assert spot(champion.place) == (6, 1)
    assert [spot(unread.fault.place) for unread in read["pages"][0].unread] == [(7, 1)]


def test_an_act_gives_its_provisions():
    text = (
        "---\ntype: legislation\nkey: ukpga/2014/23\nnations: [England, Wales]\n---\n"
        "# Care Act 2014\n\n## Section 9: assessing needs {#section-9}\n\n```\n## No {#no}\n```\n"
    )
    read = read_protocol([("docs/care-act.md", "care-act.md", text.encode())])
    (act,) = read["instruments"]
    assert (act.key, act.nations) == ("ukpga/2014/23", ("England", "Wales"))
    assert [(provision.id, provision.heading) for provision in act.provisions] == [
        ("section-9", "Section 9: assessing needs")
    ]


def test_an_agency_is_known_by_all_its_names():
    text = "---\ntitle: Adult social care\ntype: agency\nalso_called: [Front door]\n---\n"
    (agency,) = read_protocol([("docs/a.md", "a.md", text.encode())])["agencies"]
    assert agency.names == ("Adult social care", "Front door")


# Time limits -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("Reply within 2 working days", "within 2 working days"),
        (
            "Reply within two working days of the referral",
            "within two working days of the referral",
        ),
        ("Ring at once", "at once"),
        ("Assess now and at the next stage within 10 working days", "within 10 working days"),
        ("Visit within 14 days of the birth and join the plan", "within 14 days of the birth"),
        ("Share the date 48 hours before leave or discharge", "48 hours before leave or discharge"),
        ("Check storage before any take-home dose", "before any take-home dose"),
        ("Ask about health at the first visit", "at the first visit"),
        ("Call 999 immediately", "immediately"),
        ("Tell them the same day", "the same day"),
        ("Visit within 24 hours", "within 24 hours"),
        ("Review every 6 months", "every 6 months"),
        ("Decide by the end of the working day", "by the end of the working day"),
        ("Meet no later than 10 days after the call", "no later than 10 days after the call"),
        ("Safer at 4-weekly review?", "4-weekly"),
        ("Make the referral in 24 hours", "in 24 hours"),
        ("Assess ≤45 working days", "≤45 working days"),
        ("Reply (2 working days)", "2 working days"),
        ("Assess by week 12", "by week 12"),
        ("Ring by 5pm the same day", "by 5pm the same day"),
        ("Refer by noon the next working day", "by noon the next working day"),
        ("Send the form within 24 hrs", "within 24 hrs"),
        ("Meet within a fortnight", "within a fortnight"),
        ("Six-monthly review", "Six-monthly"),
        ("Plan the move before the child’s 18th birthday", "before the child’s 18th birthday"),
        ("Reply within 48h", "within 48h"),
        ("Reply by the end of the next working day", "by the end of the next working day"),
        ("Complete in max 45 working days", "max 45 working days"),
        ("Meet 10 working days after the decision", "10 working days after the decision"),
        ("Review at least once a year", "at least once a year"),
        ("Tell the health visitor on discharge", "on discharge"),
        ("Finish it no later than day 10", "no later than day 10"),
        ("Book the first visit by 12+6 weeks", "by 12+6 weeks"),
        ("Ymateb ymhen 2 ddiwrnod gwaith", "ymhen 2 ddiwrnod gwaith"),
        ("Ymweld o fewn 24 awr", "o fewn 24 awr"),
        ("Cyfarfod ar yr un diwrnod gwaith", "ar yr un diwrnod gwaith"),
        ("Adolygu bob chwe mis", "bob chwe mis"),
        ("Cynllunio cyn rhyddhau", "cyn rhyddhau"),
        ("Ffonio 999 ar unwaith", "ar unwaith"),
        ("Bob calls the 24 hour ward", ""),
        ("Two contacts in 12 months", ""),
        ("Agree a plan", ""),
        ("Call 999", ""),
        ("", ""),
    ],
)
def test_a_time_limit_is_found_in_the_words_of_a_step(words, limit):
    found = find_limit(words)
    assert limit in found if limit else found == ""


# Diagrams ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("box", "kind"),
    [
        ("a[Words]", ACTION),
        ("a", ACTION),
        ("a[(Words)]", ACTION),
        ("a>Words]", ACTION),
        ("a[/Words/]", ACTION),
        ("a[\\Words\\]", ACTION),
        ("a[/Words\\]", ACTION),
        ("a[\\Words/]", ACTION),
        ('a@{ shape: doc, label: "Words" }', ACTION),
        ("a{Words}", QUESTION),
        ("a{{Words}}", QUESTION),
        ('a@{ shape: decision, label: "Words" }', QUESTION),
        ('a@{ shape: hex, label: "Words" }', QUESTION),
        ("a[[Words]]", REFERENCE),
        ('a@{ shape: subproc, label: "Words" }', REFERENCE),
        ("a(Words)", START),
        ("a([Words])", START),
        ("a((Words))", START),
        ("a(((Words)))", START),
        ('a@{ shape: terminal, label: "Words" }', START),
        ('a@{ shape: sm-circ, label: "Words" }', START),
    ],
)
def test_the_shape_of_a_box_says_what_its_step_is(box, kind):
    assert diagram(f"flowchart TD\n    {box} --> b").steps[0].kind == kind


def test_a_round_box_that_leads_nowhere_is_an_end():
    assert diagram("flowchart TD\n    a --> b([Done])").step["b"].kind == END


def test_a_box_that_only_leads_to_another_page_is_a_reference():
    read = diagram(
        'flowchart TD\n    a --> b[Harm]\n    click b "harm.md#first" "Significant harm"'
    )
    assert (read.step["b"].kind, read.step["b"].link) == (REFERENCE, "harm.md#first")


@pytest.mark.parametrize(
    "click",
    ['click b "harm.md"', 'click b href "harm.md" _blank', 'click b "harm.md" "Open the page"'],
)
def test_a_click_is_a_link_in_any_way_of_writing_it(click):
    assert (
        diagram(f"flowchart TD\n    a --> b[Harm] --> c\n    {click}").step["b"].link == "harm.md"
    )


def test_a_click_is_placed_on_its_own_line():
    read = diagram('flowchart TD\na --> harm\n  click harm "harm.md"')
    assert spot(read.click_on(read.step["harm"])) == (4, 3)


def test_chained_arrows_are_one_arrow_each():
    read = diagram("flowchart TD\n    a --> b -->|Yes| c -.-> d ==> e")
    assert [(arrow.source, arrow.target, arrow.answer) for arrow in read.arrows] == [
        ("a", "b", ""),
        ("b", "c", "Yes"),
        ("c", "d", ""),
        ("d", "e", ""),
    ]


def test_arrows_to_and_from_several_steps_are_one_arrow_each():
    read = diagram("flowchart TD\n    a & b --> c & d")
    assert [(arrow.source, arrow.target) for arrow in read.arrows] == [
        ("a", "c"),
        ("a", "d"),
        ("b", "c"),
        ("b", "d"),
    ]
    assert [spot(arrow.place) for arrow in read.arrows] == [(3, 15), (3, 19), (3, 15), (3, 19)]


def test_an_arrow_is_placed_on_its_own_line_and_not_on_that_of_one_the_other_way():
    read = diagram("""
        flowchart TD
        plan --> ask{"Safer?"} --> done
        plan --> done
        ask -->|No| plan
        done --> plan
    """)
    assert [spot(arrow.place) for arrow in read.arrows] == [
        (3, 10), (3, 28), (4, 10), (5, 13), (6, 10)
    ]  # fmt: skip


def test_a_step_is_placed_where_it_gets_its_words():
    read = diagram("""
        flowchart TD
        ring --> visit
        visit["Visit: ask about the children"]
    """)
    assert [spot(step.place) for step in read.steps] == [(3, 1), (4, 1)]


def test_an_agency_is_placed_where_it_is_opened_with_or_without_an_id():
    read = diagram("""
        flowchart TD
        ask --> social
        subgraph Old area
        ask
        end
        subgraph social [Social care]
        visit
        end
        subgraph "New area"
        plan
        end
    """)
    assert [(actor.name, *spot(actor.place)) for actor in read.actors] == [
        ("Old area", 4, 10), ("Social care", 7, 10), ("New area", 10, 10)
    ]  # fmt: skip


def test_an_arrow_that_is_not_shown_joins_nothing():
    read = diagram("flowchart TD\na --> b\nb ~~~ c")
    assert [(arrow.source, arrow.target) for arrow in read.arrows] == [("a", "b")]


def test_words_on_an_arrow_may_be_a_markdown_string():
    read = diagram('flowchart TD\na{"Safe?"} -- "`**Yes**`" --> b')
    assert read.arrows[0].answer == "Yes"


def test_a_box_with_soft_corners_halfway_is_a_step_like_others():
    read = diagram("flowchart TD\na(Start) --> b(Meet) --> c(End)")
    assert [step.kind for step in read.steps] == [START, ACTION, END]


def test_two_arrows_between_the_same_steps_have_a_place_each():
    read = diagram("flowchart TD\n    ask{Well?}\n    ask -->|Yes| go\n    ask -->|No| go")
    assert [(arrow.answer, spot(arrow.place)) for arrow in read.arrows] == [
        ("Yes", (4, 18)),
        ("No", (5, 17)),
    ]


def test_a_step_belongs_to_the_innermost_agency_around_it():
    read = diagram(
        """
        flowchart TD
            subgraph council["Example Council"]
                subgraph adults["Adult social care"]
                    a --> b
                end
                c
            end
            d
        """
    )
    assert {step.id: step.actor for step in read.steps} == {
        "a": "adults", "b": "adults", "c": "council", "d": "",
    }  # fmt: skip
    assert [(actor.name, actor.parent, spot(actor.place)) for actor in read.actors] == [
        ("Example Council", "", (3, 14)),
        ("Adult social care", "council", (4, 18)),
    ]


def test_an_agency_with_nothing_but_another_in_it_is_around_it():
    read = diagram(
        """
        flowchart TD
            subgraph council
                subgraph adults
                    a
                end
            end
        """
    )
    assert read.actor["adults"].parent == "council"
    assert read.around(read.step["a"]) == ("a", "adults", "council")


@pytest.mark.parametrize(
    "lines",
    [
        "accTitle: Crisis\naccDescr: Who is called",
        "accTitle : Crisis\naccDescr {\n  Who is\n  called\n}",
    ],
)
def test_a_diagram_has_a_title_and_a_description(lines):
    read = diagram(f"flowchart TD\n{lines}\na --> b")
    assert (read.title, read.description) == ("Crisis", "Who is called")


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ('"Call<br>the desk"', "Call the desk"),
        ('"Call<br/>the  desk"', "Call the desk"),
        ('"Say #quot;help#quot;"', 'Say "help"'),
        ('"Adults #amp; children"', "Adults & children"),
        ('"Press #35; 9"', "Press # 9"),
        ('"`Call the **duty desk**`"', "Call the duty desk"),
        ('"Ring (day or night): 01632"', "Ring (day or night): 01632"),
        ("Call", "Call"),
    ],
)
def test_the_words_of_a_step_are_plain_text_on_one_line(label, text):
    assert diagram(f"flowchart TD\n    a[{label}] --> b").step["a"].text == text


def test_the_name_of_an_icon_is_no_word():
    assert plain("fa:fa-phone Ring fab:fa-github the team") == "Ring the team"


def test_words_with_entities_are_read_once():
    assert plain("a &lt;b&gt; #9829; &amp;amp;") == "a <b> ♥ &amp;"


@pytest.mark.parametrize("first", ["flowchart LR", "graph LR", "%% words\nflowchart LR"])
def test_a_flowchart_may_begin_in_several_ways(first):
    read = diagram(f"{first}\n    a --> b")
    assert (read.kind, read.direction, len(read.steps)) == ("flowchart", "LR", 2)


def test_other_kinds_of_diagrams_are_known_by_name_only():
    read = diagram("sequenceDiagram\n    Parent->>Desk: Rings")
    assert (read.kind, read.steps, read.unread) == ("sequence", (), ())


def test_a_step_is_placed_in_a_fence_in_a_list_in_a_box():
    fence = "```mermaid\nflowchart TD\n  a --> b\n```\n"
    text = "1. one\n\n    !!! note\n\n" + textwrap.indent(fence, " " * 8)
    (read,) = read_diagrams(page(text))
    assert [spot(step.place) for step in read.steps] == [(7, 11), (7, 17)]
    assert read.source == "flowchart TD\n  a --> b"


@pytest.mark.parametrize("sign", ["<-->", "x--x", "o--o", "<-.->", "<==>"])
def test_an_arrow_with_two_heads_leads_both_ways(sign):
    read = diagram(f"flowchart TD\n  a {sign}|Agreed| b\n  b --> c")
    ways = [(arrow.source, arrow.target, arrow.answer, arrow.heads) for arrow in read.arrows]
    assert ways == [("a", "b", "Agreed", 2), ("b", "a", "Agreed", 0), ("b", "c", "", 1)]


def test_the_title_in_front_matter_stands_for_one_that_is_missing():
    heading = '---\ntitle: "Harm: what to do"\n---\n'
    read = diagram(f"{heading}flowchart TD\n  a --> b")
    assert (read.title, read.heading) == ("Harm: what to do",) * 2
    read = diagram(f"{heading}flowchart TD\n  accTitle: Harm\n  a --> b")
    assert (read.title, read.heading) == ("Harm", "Harm: what to do")


def test_the_signs_of_markdown_are_no_words():
    read = diagram(
        'flowchart TD\n  a@{ label: "`Call **now**`" } --> b["`In _danger_`"]\n'
        '  subgraph s["`The **desk**`"]\n  b\n  end'
    )
    assert [step.text for step in read.steps] == ["Call now", "In danger"]
    assert [actor.name for actor in read.actors] == ["The desk"]


def test_a_step_is_placed_in_a_fence_in_a_quotation():
    (read,) = read_diagrams(page("> ```mermaid\n> flowchart TD\n>   a --> b\n> ```\n"))
    assert [spot(step.place) for step in read.steps] == [(3, 5), (3, 11)]


def test_a_step_is_placed_in_a_fence_behind_tabs():
    (read,) = read_diagrams(page("1. one\n\n\t```mermaid\n\tflowchart TD\n\t\ta --> b\n\t```\n"))
    assert [spot(step.place) for step in read.steps] == [(5, 3), (5, 9)]


@pytest.mark.parametrize("info", ["mermaid", "{.mermaid}", "{ .mermaid #way }", "mermaid title"])
def test_a_fence_is_known_by_its_first_word(info):
    assert len(read_diagrams(page(f"```{info}\nflowchart TD\na --> b\n```\n"))) == 1


def test_code_about_diagrams_is_no_diagram():
    assert read_diagrams(page("```text\nmermaid\n```\n\n````\n```mermaid\na\n```\n````\n")) == ()


def test_two_diagrams_of_a_page_are_counted():
    fence = "```mermaid\nflowchart TD\na --> b\n```\n\n"
    read = read_diagrams(page(fence * 2))
    assert [(one.number, one.place.line) for one in read] == [(1, 2), (2, 7)]


@pytest.mark.parametrize(
    ("source", "place", "reason"),
    [
        ("flowchart TD\n  a[Call (x)] --> b\n  b --> c\n  c --> d", (3, 5), "contain a bracket"),
        ("flowchart TD\n  a[Call\n  b --> c(x)", (3, 4), 'its "]" is missing'),
        ("flowchart TD\n  a{Is it?\n  b --> c", (3, 4), 'its "}" is missing'),
        ("flowchart TD\n  subgraph x\n  a --> b", (3, 3), "never closed"),
        ("flowchart TD\n  subgraph x\n  a\n  end\n  subgraph y\n  b", (6, 3), "never closed"),
        ("flowchart TD\n  a --> b\n  end", (4, 3), 'the word "end"'),
        ("flowchart TD\n  a --> graph", (3, 9), 'the word "graph"'),
        ("flowchart TD\n  a --> --> b", (3, 9), "an arrow stands"),
        ("flowchart TD\n  a -->|Yes b", (3, 8), "not closed"),
        ("flowchart TD\n  a –> b", (3, 5), "is no arrow"),
        ("flowchart TD\n  a -->", (3, 5), "leads to no step"),
    ],
)
def test_a_broken_diagram_is_refused_at_its_line_in_plain_words(source, place, reason):
    (unread,) = diagram(source).unread
    assert reason in unread.fault.message
    assert spot(unread.fault.place) == place
    assert unread.fault.help


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ('visit["Visit today"\nplan["Agree"] --> visit\nclick plan "a.md"', (3, 6)),
        ("ask -->|No joint\nask -->|Yes| plan", (3, 8)),
    ],
)
def test_what_is_never_closed_is_reported_where_it_is_opened(lines, place):
    [unread] = diagram(f"flowchart TD\n{lines}").unread
    assert spot(unread.fault.place) == place


def test_words_in_a_description_are_not_taken_for_boxes():
    source = "flowchart TD\n  accDescr: Call(x) and [y\n  %% z[w\n  a[Call (x)] --> b"
    assert spot(diagram(source).unread[0].fault.place) == (5, 5)


@pytest.mark.parametrize(
    "lines",
    [
        "\n".join(f"  a{n} --> a{n + 1}" for n in range(50_000)),
        "a & " * 3_000 + "b --> " + "c & " * 3_000 + "d",
        "a " + "|" * 100_000,
        "\n".join(f"subgraph a{n}" for n in range(2_000)) + "\na" + "\nend" * 2_000,
        "accTitle: Crisis\n" * 5_000,
        "a" + "\n" * 100_000 + "--> b",
    ],
)
def test_a_diagram_too_large_to_draw_is_refused_at_once(lines):
    (unread,) = diagram("flowchart TD\n" + lines).unread
    assert unread.fault.message == "the diagram is too large to draw safely"
