"""What to say of each fault: what is wrong, and one way to mend it."""

from __future__ import annotations

Saying = tuple[str, str]

QUOTE = 'put the words in straight double quotes: step["Call (urgent)"]'

ARROW_BACK = ("an arrow points from right to left only",
              "write it the other way round, from left to right: ward --> ring")  # fmt: skip
ARROW_HALF = ("an arrow is not complete",
              "write arrows as -->, and with words as ask -->|Yes| ring")  # fmt: skip
ARROW_FIRST = "an arrow stands where a step is expected", "put a step before it"
ARROW_LAST = ("an arrow at the end of the line leads to no step",
              "finish it with the step it leads to")  # fmt: skip
ARROW_TWICE = "an arrow stands where a step is expected", "put a step between two arrows"
BRACKET = "the words of a step or arrow contain a bracket or quote mark", QUOTE
CLICK = ("a click names no step, or no address in double quotes",
         'write: click crisis "crisis.md"')  # fmt: skip
COMMENT = ("a comment stands behind a statement",
           "put it on a line of its own, begun with %%")  # fmt: skip
JOIN_OPEN = "no step follows the &", "finish the line with a step"
KIND_JOINED = ("no space stands between the kind of diagram and its direction",
               "write: flowchart TD")  # fmt: skip
KIND_MORE = ("more stands on the first line than the kind of diagram and its direction",
             "begin a new line after it")  # fmt: skip
DESCRIPTION_OPEN = ("the description is opened but never closed",
                    "close it with } on a line of its own")  # fmt: skip
GRAPH_NAME = ("the name of a subgraph cannot be read",
              'write an ID and, in quotes, the name: subgraph duty["Duty team"]')  # fmt: skip
GRAPH_NAMELESS = "a subgraph has no name", 'say who acts: subgraph duty["Duty team"]'
GRAPH_OPEN = ("a subgraph is opened but never closed",
              "put a line with the word end after its last step")  # fmt: skip
NO_STEP = "a line that is no step stands here", "write accTitle: or accDescr: before its words"
NO_WORDS = "a box has no words", 'write them into it: ring["Call the duty desk"]'
QUOTE_IN_QUOTES = ("the words of a step contain double quotes inside double quotes",
                   "use single quotes inside the double quotes")  # fmt: skip
QUOTE_OPEN = ("a double quote is opened but never closed",
              "close it with a straight double quote")  # fmt: skip
SHAPE = (
    "the box after @ cannot be read",
    'write its parts with commas between them: ask@{ shape: diamond, label: "Safe?" }',
)
SHAPE_OPEN = 'a box is opened but its "}" is missing', 'close the box with "}"'
SIGN = ("a sign stands here that means nothing in a diagram",
        "write arrows as -->, and close each box once")  # fmt: skip
WORDS_OPEN = ("the words on an arrow are not closed",
              "put a | on both sides of them: ask -->|Yes| ring")  # fmt: skip


class Slipped(Exception):
    """At which character the fault is, what is wrong, and how to mend it."""


def box_open(closing: str) -> Saying:
    """Of a box without its closing sign."""
    return (
        f'a box is opened but its "{closing}" is missing',
        f'close the box with "{closing}", or put its words in straight double quotes',
    )


def reserved(word: str) -> Saying:
    """Of a word that Mermaid keeps for itself."""
    message = f'the word "{word}" stands where a step is expected'
    if word == "end":
        help = 'give the step another ID, such as finish, or remove an "end" without a subgraph'
        return message, help
    return message, f"give the step another ID, such as {word.strip('_')}1"
