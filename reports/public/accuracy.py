"""How good the reader is, as measured: the totals that `make score-sealed` wrote, with names that people understand."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PATH = Path(__file__).with_name("accuracy.json")

# What is told, in this order: the scorer's name of a measure, and what it asks.
MEASURES: dict[str, Promise] = {
    "figures: detected": _("Numbers found, with the right value and bounds"),
    "figures: COMPLETE": _("Numbers found with value, kind, modifier and source all right"),
    "figures: kind": _("What is counted: killed, wounded, displaced …"),
    "figures: modifier": _("Exactly, about, at least, up to …"),
    "figures: scope": _("Running toll, one event, or a level"),
    "figures: source": _("Who says the number"),
    "figures: place": _("Where the number holds"),
    "dates: exact": _("Days, both ends"),
    "sections: RIGHT": _("Headings, with their country and front"),
    "sentences: status": _("Current, background, announced or denied"),
    "sentences: type": _("What kind of development"),
    "groups: mentions": _("Parties found"),
    "places: mentions": _("Places found"),
    "places: within radius_ok": _("Places as near as they must be"),
    "places: role": _("Whether it happened there"),
}


@dataclass(frozen=True)
class Measure:
    """One line of the table; shares from 0 to 1, the interval holds the true one in 95 of 100 such sets."""

    name: str
    label: Promise
    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Accuracy:
    """One taking of the sealed set."""

    taken: datetime
    reader: str
    commit: str
    reports: int
    figures: int
    false_pins: int
    measures: list[Measure]


@cache
def published() -> dict[str, Any]:
    """The file as it is: what `/method/accuracy.json` gives."""
    return json.loads(PATH.read_text("utf-8"))


def accuracy() -> Accuracy:
    """The same for the page."""
    told = published()
    return Accuracy(
        taken=datetime.fromisoformat(told["date"]),
        reader=told["reader"],
        commit=told["commit"],
        reports=told["reports"],
        figures=told["figures"],
        false_pins=told["counts"]["places: false pins"],
        measures=[
            Measure(name, label, **told["measures"][name])
            for name, label in MEASURES.items()
            if name in told["measures"]
        ],
    )
