"""The parameters of a query string, and what is said of a value that cannot be used."""

from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .dimensions import DIMENSIONS, Dimension, Values

DATES = {"from": gettext_lazy("From"), "to": gettext_lazy("To")}
PARAMETERS = (*(dimension.parameter for dimension in DIMENSIONS), *DATES, "q")


@dataclass(frozen=True)
class Problem:
    """A value that cannot be used, with those that can (empty where they cannot be listed)."""

    parameter: str
    value: str
    words: str
    known: tuple[str, ...] = ()


class FilterForm(forms.Form):
    """The single-valued parameters; the others are lists of known values, which `Filters` checks."""

    q = forms.CharField(required=False, max_length=200, strip=True, label=gettext_lazy("Search"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in DATES.items():  # "from" cannot be a class attribute
            self.fields[name] = forms.DateField(
                required=False,
                label=label,
                input_formats=["%Y-%m-%d"],
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            )


def unknown(dimension: Dimension, value: str, known: Values) -> Problem:
    """A value that the dimension has not, with those it has where they can be listed."""
    words = _("no %(what)s is known as “%(value)s”") % {"what": str(dimension.label).lower(), "value": value}
    return Problem(dimension.parameter, value, words, tuple(sorted(known)) if dimension.listed else ())


def encode(pairs: list[tuple[str, str]]) -> str:
    """A query string, without the question mark."""
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    return query.urlencode()
