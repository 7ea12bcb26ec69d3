"""A form that narrows a table without a script: each choice hides rows by a rule of a style sheet.

Browsers that know no `:has()` show the whole table and no form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

Values = Mapping[str, Sequence[str]]
"""What a row can be chosen by: its values by the name of the field."""


class Choices:
    """The values of all rows of one table, each with a short sign of its own."""

    def __init__(self, rows: Iterable[Values]):
        fields: dict[str, set[str]] = {}
        for row in rows:
            for field, values in row.items():
                fields.setdefault(field, set()).update(filter(None, values))
        self._signs = {
            field: {value: f"{field}-{n}" for n, value in enumerate(_sorted(values), start=1)}
            for field, values in fields.items()
        }

    def signs(self, row: Values) -> str:
        """The signs of one row, for its attribute `data-is`."""
        known = self._signs
        return " ".join(known[field][value] for field in row for value in row[field] if value)

    def form(self, label: str, address: str) -> str:
        """The form, for those without script. `address` is that of the style sheet."""
        fields = "\n".join(map(self._field, self._signs))
        return (
            f'<noscript><link rel="stylesheet" href="{escape(address)}">\n'
            f'<form class="hr-filter hr-filter--plain" aria-label="{escape(label)}">\n{fields}\n'
            '<button type="reset">Show all</button></form></noscript>'
        )

    def _field(self, field: str) -> str:
        options = "".join(
            f'<option value="{sign}">{escape(value)}</option>'
            for value, sign in self._signs[field].items()
        )
        select = f'<select name="{field}"><option value="">All</option>{options}</select>'
        return f"<label>{field.capitalize()} {select}</label>"

    def style(self) -> str:
        """The style sheet: for each choice, what hides every row that has not its sign."""
        signs = (sign for values in self._signs.values() for sign in values.values())
        return "".join(
            f'noscript:has(option[value="{sign}"]:checked)'
            f'~.hr-scroll tbody tr:not([data-is~="{sign}"])'
            "{display:none}\n"
            for sign in signs
        )


def _sorted(values: Iterable[str]) -> list[str]:
    return sorted(sorted(values), key=str.casefold)  # the same way in each build
