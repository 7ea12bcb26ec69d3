"""Lists made from all pathways agree with them, on the page and as data."""

import json

from projects import PATHWAY
from protocol import FRONT_MATTER, ROOT, handbook

from handrail.registers import completed, pathways
from handrail.report.pathways import as_json
from handrail.report.pathways_schema import as_json_schema

SHOWS = FRONT_MATTER.replace("---\n", "---\nshows: {}\n", 1) + "# A list\n"
CRISIS = PATHWAY.replace("First contact", "Crisis").replace(
    'visit["Visit within 5 working days"]', 'visit[["Go to: First contact"]]'
).replace("        visit --> done\n", '        click visit "first-contact.md"\n')  # fmt: skip


def protocol(shows):
    return handbook(
        {
            "lists.md": SHOWS.format(shows),
            "pathways/first-contact.md": PATHWAY,
            "pathways/crisis.md": CRISIS,
        }
    )


def shown(shows):
    book = protocol(shows)
    return completed(book.page["lists.md"], book)


def test_a_page_that_asks_for_no_list_stays_as_it_is():
    book = protocol("nothing")
    assert completed(book.page["lists.md"], book) == book.rendered["lists.md"].source


def test_pathways_are_listed_under_the_agency_that_takes_the_first_step():
    html = shown("all pathways")
    assert html.count("<td>Adult social care</td>") == 2
    assert 'href="../pathways/first-contact/"' in html


def test_the_list_of_pathways_says_when_to_use_each():
    when = "## Use this pathway when\n\n- a parent **asks**;\n- anyone is *worried*.\n\n"
    known = {
        "lists.md": SHOWS.format("all pathways"),
        "pathways/x.md": PATHWAY.replace("# First contact\n\n", f"# First contact\n\n{when}", 1),
    }
    book = handbook(known)
    html = completed(book.page["lists.md"], book)
    assert "<ul><li>a parent asks</li><li>anyone is worried</li></ul>" in html


def test_every_time_limit_is_listed_with_a_link_to_its_step():
    html = shown("time limits")
    assert "<td>within 5 working days</td>" in html
    assert 'href="../pathways/first-contact/#pathway-1-step-3"' in html


def test_the_map_says_in_words_what_it_draws():
    html = shown("pathway map")
    assert html.count("<svg") == 1
    crisis, contact = "Crisis</a> can lead into: <a", "First contact</a> stands alone."
    assert crisis in html
    assert contact in html


def test_what_writers_wrote_is_escaped():
    book = protocol("all pathways")
    hostile = handbook(
        {
            "lists.md": SHOWS.format("all pathways"),
            "pathways/x.md": PATHWAY.replace("What this page is for.", "<script>alert(1)</script>"),
        }
    )
    assert "<script>" not in completed(hostile.page["lists.md"], hostile)
    assert book


def test_pathways_as_data_hold_every_step_in_reading_order_with_its_ways_on():
    book = protocol("nothing")
    data = json.loads(as_json(book.pages, book.diagrams))
    contact = next(row for row in data["pathways"] if row["title"] == "First contact")
    assert [step["id"] for step in contact["steps"]] == ["start", "ask", "visit", "done"]
    assert contact["steps"][1]["leads"] == [
        {"answer": "Yes", "to": "visit"},
        {"answer": "No", "to": "done"},
    ]
    assert contact["steps"][2]["limit"] == "within 5 working days"
    assert contact["agencies"] == [{"id": "adults", "name": "Adult social care", "inside": ""}]


def test_pathways_as_data_hold_what_their_schema_says(accept):
    file = ROOT / "pathways.schema.json"
    if accept:
        file.write_text(as_json_schema(), "utf-8", newline="\n")
    schema = json.loads(file.read_text("utf-8"))
    assert schema == json.loads(as_json_schema())
    book = protocol("nothing")
    assert not list(wrong(json.loads(as_json(book.pages, book.diagrams)), schema))
    assert list(wrong({"version": 1, "pathways": [{"page": 1}]}, schema))


def wrong(value, schema, where="pathways.json"):
    """Where a value is not as a schema says; for the words that our schemas use."""
    if schema.get("const", value) != value or value not in schema.get("enum", [value]):
        yield where
    kinds = {"object": dict, "array": list, "string": str, "integer": int}
    if not isinstance(value, kinds.get(schema.get("type"), object)):
        yield where
    elif isinstance(value, dict):
        if set(value) != set(schema["required"]):
            yield where
        for name in schema["properties"].keys() & value:
            yield from wrong(value[name], schema["properties"][name], f"{where}: {name}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from wrong(item, schema["items"], f"{where}: {number}")


def test_the_site_carries_the_same_data():
    book = protocol("nothing")
    assert dict(pathways.files(book))["pathways.json"]() == as_json(book.pages, book.diagrams)
