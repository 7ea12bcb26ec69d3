"""Pathways: diagrams that leave nobody stranded."""

from handrail.rules.pathways import (
    agency_unknown,
    answer_missing,
    diagram_left_to_browser,
    diagram_unreadable,
    diagram_without_description,
    question_with_one_answer,
    step_dead_end,
    step_unreachable,
    step_without_agency,
)

RULES = (
    diagram_unreadable,
    diagram_left_to_browser,
    diagram_without_description,
    step_dead_end,
    step_unreachable,
    question_with_one_answer,
    answer_missing,
    step_without_agency,
    agency_unknown,
)
