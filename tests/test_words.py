"""A pathway's words say everything that its drawing shows."""

import re

import pytest
from flowcharts import made, protocol_pathways, read, written_flowcharts

from handrail.draw.words import put_into_words
from handrail.draw.words_html import ANYONE, words_html
from handrail.html import parse_fragment
from handrail.pathway import QUESTION

PATHWAYS = dict(protocol_pathways())
STEP = re.compile(r"#p-step-(\d+)$")


def told(source: str) -> str:
    """The words of a flowchart as plain text, a line for each paragraph or list item."""
    html = words_html(put_into_words(read(source)), "p", {})
    lines = re.sub(r"<(?:p|li|ul|ol)\b[^>]*>", "\n", html)
    return re.sub(r"\s*\n+", "\n", re.sub("<[^>]+>", "", lines)).replace("&#x27;", "'").strip()


# What the reader reads ---------------------------------------------------------------------------


def test_a_question_says_where_each_answer_leads():
    text = told("flowchart TB\n a{Safe?} -->|Yes| b[Visit]\n a -->|No| c[Call 999]\n b --> c")
    assert "Safe?\nIf yes, go on to step 2.\nIf no, go to step 3." in text


def test_an_answer_in_other_words_stands_before_the_way_on():
    text = told("flowchart TB\n a{How?} -->|Not sure| b[Ask]")
    assert "Not sure: go on to step 2." in text


def test_a_step_that_goes_on_to_the_next_number_says_nothing_more():
    assert "Ring.\nWrite." in told("flowchart TB\n a[Ring] --> b[Write]")


def test_one_sentence_above_the_list_says_how_to_read_it():
    first = told("flowchart TB\n a[Ring] --> b[Write]").split("\n")[0]
    assert first == (
        "Start at step 1. After each step go on to the next number, unless the step says otherwise."
    )


def test_several_starts_are_all_named():
    assert "Start at step 1 or step 2." in told("flowchart TB\n a[Ring] --> c[Go]\n b[Call] --> c")


def test_ways_that_part_are_all_taken():
    text = told("flowchart TB\n a[Plan] --> b[Ring]\n a --> c[Write]\n b --> d[Meet]\n c --> d")
    assert "Then do both: step 2 and step 3." in text
    assert "Follows step 2 and step 3." in text


def test_one_answer_that_leads_to_several_steps_is_said_once():
    text = told("flowchart TB\n a{Safe?} -->|No| b[Ring] & c[Write]\n a -->|Yes| d([End])")
    assert "If no, do both step 2 and step 3." in text


def test_an_answer_with_a_colon_stands_in_quotation_marks():
    text = told("flowchart TB\n a{Risk?} -->|Yes: high| b[Ring]\n a -->|none| c([End])")
    assert "If it is “Yes: high”, go on to step 2.\nNone: go to step 3." in text


def test_yes_and_no_are_read_in_small_letters_too():
    assert "If yes, go on to step 2." in told("flowchart TB\n a{Safe?} -->|yes| b")


def test_a_pathway_does_not_end_where_the_agency_as_a_whole_leads_on():
    text = told(
        "flowchart TB\n a[Ask] --> t\n subgraph t[Crisis team]\n b[Visit]\n c[Ring]\n end\n"
        " t --> d[Close]"
    )
    assert "Start at step 1." in text
    below = "When Crisis team has done all its steps, go on as it says below them."
    assert text.count(below) == 2
    assert text.count("The pathway ends here.") == 1


def test_a_way_back_is_called_so():
    text = told("flowchart TB\n a[Try] --> b{Done?}\n b -->|No| a\n b -->|Yes| c([End])")
    assert "If no, go back to step 1." in text
    assert "The pathway ends here." in text


def test_an_arrow_with_two_heads_is_told_from_both_ends():
    text = told("flowchart TB\n a([Start]) --> b[Ask] <--> c[Advise]\n b --> d([End])")
    assert "Ask. Then do both: step 3 and step 4." in text
    assert "Advise. Go back to step 2." in text


def test_a_step_that_leads_to_itself_is_done_again():
    assert "do step 1 again" in told("flowchart TB\n a[Wait] -->|Not yet| a")


def test_a_reference_links_to_the_other_pathway():
    words = put_into_words(read("flowchart TB\n a[Ask] --> b[[Go to: Harm]]"))
    html = words_html(words, "p", {"b": "../harm/"})
    assert '<a href="../harm/"><span class="pathway-text">Go to: Harm</span></a>' in html
    assert "Carry on in that pathway." in html


def test_an_arrow_to_an_agency_names_it_and_its_first_step():
    text = told(
        "flowchart TB\n a[Ask] -->|Urgent| t\n subgraph t[Crisis team]\n b[Visit]\n end\n"
        " t -->|Safe| c[Close]"
    )
    assert "Urgent: go on to Crisis team (step 2)." in text
    assert "When Crisis team has done its steps (Safe), go on to step 3." in text


def test_steps_are_headed_by_who_takes_them_with_the_agency_around_it():
    source = "flowchart TB\n subgraph o[Council]\n subgraph i[Duty team]\n a[Ring]\n end\n end"
    assert "Council: Duty team" in told(source)


def test_numbers_run_on_through_all_groups():
    source = "flowchart TB\n subgraph x[One]\n a --> b\n end\n subgraph y[Two]\n c\n end\n b --> c"
    assert '<ol start="3"' in words_html(put_into_words(read(source)), "p", {})


def test_a_step_comes_after_all_that_lead_to_it_but_loops():
    for diagram in PATHWAYS.values():
        for group in put_into_words(diagram).groups:
            for item in group.steps:
                assert all(number < item.number for number in item.follows)


def test_text_of_the_writer_is_never_markup():
    html = words_html(
        put_into_words(read('flowchart TB\n a["<img src=x>"] --> b["a & b"]')), "p", {}
    )
    assert "<img" not in html


def test_a_link_that_would_run_a_program_is_left_out():
    words = put_into_words(read("flowchart TB\n a[Ask]"))
    for address in ("javascript:alert(1)", "JAVA\tscript:x", " data:text/html,x", "vbscript:x"):
        assert "<a href=" not in words_html(words, "p", {"a": address}).partition("<ol")[2]


# Nothing is lost ---------------------------------------------------------------------------------


def recovered(html: str, agencies: set[str]):
    """Steps, owners and arrows that the words tell, read back from the HTML."""
    page = parse_fragment(html, "words")
    names = {p.attr("id"): _who(p) for p in page.elements("p") if p.has_class("pathway-who")}
    steps, arrows = {}, set()
    for listed in page.elements("ol"):
        owner = names.get(listed.attr("aria-labelledby") or "", ())
        for item in (child for child in listed.children if getattr(child, "tag", "") == "li"):
            number = int(item.attr("id").removeprefix("p-step-"))
            text = next(x for x in item.iter_elements(["span"]) if x.has_class("pathway-text"))
            steps[number] = text.text, owner
            ways = [x for x in item.iter_elements(["span"]) if x.has_class("pathway-way")]
            ways += list(item.iter_elements(["li"]))
            for way in ways:
                arrows |= {(number, *lead) for lead in _leads(way, agencies)}
            if not ways:
                arrows.add((number, "", "", number + 1))
    for p in page.elements("p"):
        if p.has_class("pathway-handover"):
            agency = re.match("When (.+) has done its steps", p.text)[1]
            arrows |= {(agency, *lead) for lead in _leads(p, agencies)}
    return steps, arrows


def _who(p) -> tuple[str, ...]:
    names = tuple(b.text for b in p.iter_elements(["b"]))
    assert names or p.text == ANYONE
    return names


def _leads(sentence, agencies: set[str]):
    """(answer, agency or empty, step number or 0) of each way on in one sentence."""
    answers = [x.text for x in sentence.iter_elements(["span"]) if x.has_class("pathway-answer")]
    answer = answers[0].casefold() if answers else ""
    links = [x for x in sentence.iter_elements(["a"]) if STEP.search(x.attr("href"))]
    text = sentence.text
    for link in links:
        before = text[: text.index(link.text)]
        text = text[text.index(link.text) + len(link.text) :]
        named = [name for name in agencies if before.endswith(f"{name} (")]
        number = int(STEP.search(link.attr("href"))[1])
        yield answer, max(named, key=len, default=""), number
    for name in agencies:
        if re.search(
            rf"(?:to|:|,|and|between|both|all of) {re.escape(name)}(?:\.|,| and )", sentence.text
        ):
            yield answer, name, 0


def expected(diagram, words):
    """The same from the model."""
    number = {item.step.id: item.number for group in words.groups for item in group.steps}
    first = {actor.id: 0 for actor in diagram.actors}
    for step in sorted(diagram.steps, key=lambda step: -number[step.id]):
        owner = step.actor
        while owner:
            first[owner] = number[step.id]
            owner = diagram.actor[owner].parent
    steps = {number[step.id]: (step.text, _path(diagram, step.actor)) for step in diagram.steps}
    arrows = set()
    for arrow in diagram.arrows:
        source = number.get(arrow.source) or diagram.actor[arrow.source].name
        agency = "" if arrow.target in number else diagram.actor[arrow.target].name
        target = number.get(arrow.target) or first[arrow.target]
        arrows.add((source, arrow.answer.casefold(), agency, target))
    return steps, arrows


def _path(diagram, actor: str) -> tuple[str, ...]:
    names = []
    while actor:
        names.insert(0, diagram.actor[actor].name)
        actor = diagram.actor[actor].parent
    return tuple(names)


def assert_nothing_is_lost(diagram):
    words = put_into_words(diagram)
    agencies = {actor.name for actor in diagram.actors}
    got_steps, got_arrows = recovered(words_html(words, "p", {}), agencies)
    steps, arrows = expected(diagram, words)
    assert got_steps == steps
    assert got_arrows == arrows


@pytest.mark.parametrize("name", PATHWAYS)
def test_the_words_of_each_pathway_of_the_protocol_lose_nothing(name):
    assert_nothing_is_lost(PATHWAYS[name])


@pytest.mark.parametrize("seeds", [range(i, i + 50) for i in range(0, 300, 50)])
def test_the_words_of_any_flowchart_lose_nothing(seeds):
    for seed in seeds:
        diagram = made(seed)
        assert not diagram.unread
        assert_nothing_is_lost(diagram)


def test_the_words_of_flowcharts_as_people_write_them_lose_nothing():
    for diagram in written_flowcharts():
        assert_nothing_is_lost(diagram)


def test_made_flowcharts_have_all_that_may_occur():
    """The test above proves little about what it never meets."""
    diagrams = [made(seed) for seed in range(300)]
    words = [put_into_words(diagram) for diagram in diagrams]
    leads = [lead for w in words for g in w.groups for s in g.steps for lead in s.leads]
    assert {lead.turn for lead in leads} == {"next", "ahead", "back", "again"}
    assert any(len(w.starts) > 1 for w in words)
    assert any(w.handovers for w in words)
    assert any(lead.agency and lead.number for lead in leads)
    assert any(actor.parent for d in diagrams for actor in d.actors)
    assert any(len({s.text for s in d.steps}) < len(d.steps) for d in diagrams)
    assert any(s.kind == QUESTION for d in diagrams for s in d.steps)
