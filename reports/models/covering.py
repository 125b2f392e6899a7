"""Words that readers must not see, covered in place: offsets stay, and what is shown does not tell how long they were.

`Report.covered_text` holds a `COVER` for each hidden character, so that all spans of claims still fit. Whatever leaves
the house goes through `shown`, which makes one mark of each run: the length of a village's name would give it away.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Coalesce, NullIf, Substr
from django.utils.translation import gettext as _

COVER = "\u2588"
_RUN = re.compile(f"{COVER}(?:[\\s\u2588]*{COVER})?")


def covered(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the characters of these spans [start, end) covered; line ends stay."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [letter if letter == "\n" else COVER for letter in letters[start:end]]
    return "".join(letters)


def shown(text: str) -> str:
    """A text, or a piece of one, as readers see it: each run of covers is one mark."""
    return _RUN.sub(lambda _run: _("[withheld]"), text) if COVER in text else text


class Shown(TextField):
    """A text that is read from the database as readers see it."""

    def from_db_value(self, value, expression, connection):
        return value if value is None else shown(value)


def words_of(claim: str, *, as_shown: bool = True) -> Func:
    """The public words of a claim, reached by a prefix such as "claim__", cut from its report in SQL.

    `as_shown=False` leaves covers in place, for those who cut the words further and then call `shown`.
    """
    text: Any = Coalesce(NullIf(F(f"{claim}report__covered_text"), Value("")), F(f"{claim}report__text"))
    length = F(f"{claim}end") - F(f"{claim}start")
    return Substr(text, F(f"{claim}start") + 1, length, output_field=Shown() if as_shown else TextField())
