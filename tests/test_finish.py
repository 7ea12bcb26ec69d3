"""The last touch to a page's HTML."""

from handrail.publish.finish import CARDS, finish_content, finish_page


def table(columns: int) -> str:
    head = "".join(f"<th>Column {n} &amp; more</th>" for n in range(columns))
    row = "".join(f"<td>\N{GRINNING FACE} {n}</td>\n" for n in range(columns))
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody><tr>{row}</tr></tbody>\n</table>"


def test_each_value_of_a_table_carries_the_name_of_its_column():
    done = finish_content(f"<p>\N{GRINNING FACE}</p>{table(2)}", front=False)
    assert '<table class="hr-table hr-table--set">' in done
    assert '<td data-label="Column 1 &amp; more">\N{GRINNING FACE} 1</td>' in done
    assert done.count("data-label") == 2


def test_a_table_of_many_columns_becomes_cards():
    assert "hr-table--cards" in finish_content(table(CARDS), front=False)
    assert "hr-table--cards" not in finish_content(table(CARDS - 1), front=False)


def test_a_table_with_a_class_of_its_own_keeps_it():
    own = table(2).replace("<table>", '<table class="mine">')
    done = finish_content(own, front=False)
    assert '<table class="mine">' in done
    assert "data-label" in done


def test_a_table_without_heads_and_a_row_that_is_too_long_are_left_alone():
    bare = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    assert finish_content(bare, front=False) == bare.replace("<table>", '<table class="hr-table">')
    long = table(2).replace("</tr></tbody>", "<td>3</td></tr></tbody>")
    assert "<td>3</td>" in finish_content(long, front=False)


def columns(*cells: str) -> str:
    head, row = (
        "".join(f"<{tag}>{cell}</{tag}>" for cell in texts)
        for tag, texts in (("th", ("Step", "What to do")), ("td", cells))
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table>"


def test_columns_have_their_share_of_the_width_before_their_rows_come_in():
    done = finish_content(columns("1", "Ask who looks after the children today."), front=False)
    assert '<th class="hr-share-2">Step</th><th class="hr-share-18">What to do</th>' in done


def test_words_that_the_columns_have_no_room_for_leave_the_widths_to_the_browser():
    done = finish_content(columns("a" * 50, "b" * 50), front=False)
    assert '<table class="hr-table">' in done
    assert "hr-share" not in done


def test_a_heading_with_a_class_of_its_own_keeps_it():
    own = columns("1", "Ask.").replace("<th>", '<th class="mine">', 1)
    assert '<th class="mine">Step</th><th>What to do</th>' in finish_content(own, front=False)


def test_a_note_and_the_way_back_from_it_have_names_that_can_be_told_apart():
    note = '<a class="footnote-ref" href="#fn:law">2</a>'
    assert 'href="#fn:law" aria-label="Note 2">2' in finish_content(note, front=False)
    back = '<a class="footnote-backref" href="#fnref:law" title="Jump back">&#8617;</a>'
    assert 'aria-label="Jump back"' in finish_content(back, front=False)


def test_the_first_danger_box_of_the_front_page_is_where_the_emergency_line_leads():
    boxes = '<div class="admonition danger"></div>' * 2
    assert finish_content(boxes, front=True).count('id="emergency"') == 1
    assert 'id="emergency"' not in finish_content(boxes, front=False)


def test_signs_beside_headings_are_for_the_mouse_alone():
    sign = '<a class="headerlink" href="#x" title="Link to this heading">&para;</a>'
    assert 'tabindex="-1" aria-hidden="true"' in finish_content(sign, front=False)


def test_the_theme_s_switches_are_nobody_s_fields():
    switch = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer">'
    assert finish_page(switch).startswith('<input class="md-toggle" hidden ')


def test_a_cell_says_without_a_style_of_its_own_where_its_words_stand():
    cell = '<table><thead><tr><th style="text-align: right;">Days</th></tr></thead></table>'
    assert ' data-align="right">Days</th>' in finish_content(cell, front=False)
    assert "style=" not in finish_content(cell, front=False)


def test_a_number_or_an_address_among_a_writer_s_words_becomes_a_link():
    written = "<td>01632 960100, or write to door@example.org</td>"
    done = finish_content(written, front=False)
    assert '<a href="tel:+441632960100">01632 960100</a>, or write to ' in done
    assert 'href="mailto:door@example.org" aria-label="door@example.org">door<wbr>@ex' in done
    assert '<a href="tel:999">999</a>' in finish_content("<p>Call 999.</p>", front=False)


def test_what_is_a_link_or_a_heading_already_and_what_is_no_contact_stay_as_they_are():
    for written in (
        '<p><a href="tel:+441632960100">01632 960100</a></p>',
        "<h2 id='x'>Call 999</h2>",
        "<p><code>door@example.org</code></p>",
        "<p>In 2026 there were 105 families, 101 of them with 111 children; SI 1972/1265.</p>",
        "<p>Dial 18000 &#128222; by text relay.</p>",
        "<figure><ol><li>Call 999</li></ol></figure>",
    ):
        assert finish_content(written, front=False) == written


def test_a_date_that_fills_a_cell_is_said_as_readers_say_it():
    done = finish_content("<td>2026-10-05</td><td>by 2026-10-05</td><td>2026-13-45</td>", False)
    said = '<td><time datetime="2026-10-05">5 October 2026</time></td>'
    assert done == f"{said}<td>by 2026-10-05</td><td>2026-13-45</td>"


def test_the_name_of_a_column_that_is_a_sentence_stands_in_front_of_a_colon_without_its_full_stop():
    table = "<table><thead><tr><th>Need</th><th>Do this.</th></tr></thead>"
    done = finish_content(f"{table}<tbody><tr><td>a</td><td>b</td></tr></tbody></table>", False)
    assert 'data-label="Do this"' in done
