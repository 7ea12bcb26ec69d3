"""The theme's style sheets keep what pages need, and nothing else."""

from handrail.publish.trim import names_in, trimmed

KNOWN = names_in(['<p class="note">words <b>bold</b>', "<i class='sign'>"], ["toggle('open')"])


def test_names_are_those_given_in_pages_and_any_word_of_what_makes_them():
    assert {"note", "sign", "open"} <= KNOWN
    assert "bold" not in KNOWN


def test_rules_for_what_no_page_has_are_left_out():
    assert trimmed(".note{a:b}.gone{c:d}p{e:f}", KNOWN) == ".note{a:b}p{e:f}"
    assert trimmed(".note,.gone p,h1{a:b}", KNOWN) == ".note,h1{a:b}"
    assert trimmed("p.note.gone{a:b}", KNOWN) == ""


def test_conditions_stay_with_what_stands_in_them():
    css = "@media print{.note{a:b}.gone{c:d}}@media screen{.gone{a:b}}@font-face{src:url(x)}"
    assert trimmed(css, KNOWN) == "@media print{.note{a:b}}@font-face{src:url(x)}"


def test_what_a_rule_is_not_for_does_not_count():
    for selector in (".note:not(.gone)", ":is(.note,.gone) p", "li:has(.gone)"):
        assert trimmed(f"{selector}{{a:b}}", KNOWN) == f"{selector}{{a:b}}"


def test_numbers_with_points_are_no_classes():
    assert trimmed("p{margin:.5em .2rem}", KNOWN) == "p{margin:.5em .2rem}"


def test_colours_that_nobody_chose_are_left_out():
    palette = "[data-md-color-primary=red]{a:b}[data-md-color-scheme=slate]{c:d}"
    assert trimmed(palette, KNOWN) == "[data-md-color-scheme=slate]{c:d}"
    assert trimmed(palette, KNOWN | {"red"}) == palette
