"""Records: front matter and registers."""

from handrail.rules.records import (
    champion_row_unreadable,
    date_wrong,
    dates_out_of_order,
    field_missing,
    field_shape_wrong,
    field_unknown,
    field_value_unknown,
    file_outside_project,
    front_matter_missing,
    front_matter_unreadable,
    page_missing,
    page_not_utf8,
    review_overdue,
)

RULES = (
    page_missing,
    file_outside_project,
    page_not_utf8,
    front_matter_missing,
    front_matter_unreadable,
    field_missing,
    field_unknown,
    field_value_unknown,
    field_shape_wrong,
    date_wrong,
    dates_out_of_order,
    review_overdue,
    champion_row_unreadable,
)
