"""A count of a whole war or country, and one that a country's own office keeps: it belongs to the land."""

from __future__ import annotations

import datetime as dt

from ..cues import cue
from ..model import Figure
from .setting import NOWHERE, Setting

_WARS = cue("settle", "wars")
_IN = cue("settle", "within")
_BATTLES = cue("settle", "battles")
_WIDE = cue("settle", "wide")
_AGES = dt.timedelta(days=300)  # under a front's own heading
_OLD = dt.timedelta(days=30)  # a count since before that is of the whole war, not of the last place named
_MANY = {"killed": 10_000, "displaced": 1_000_000}  # more than any one town's
_A_PEOPLE = 5_000
_PEOPLE = ("people", "families", "percent")


def of_a_whole_war(setting: Setting, figure: Figure) -> bool:
    """`In all, the war has claimed 240,000 lives since 2011`: of no single place."""
    fronted = setting.level(figure) in ("front", "country")
    least = figure.low or figure.high or 0
    sentence = setting.sentence(figure)
    lows = set(setting.lows[sentence.first : sentence.last])
    civil = figure.subject_class not in ("security_forces", "fighters")
    today = dt.date.fromisoformat(setting.draft.as_of[:10]) if setting.draft.as_of else setting.draft.published
    age = today - figure.date_start if figure.date_start is not None and today is not None else dt.timedelta(0)
    if civil and figure.kind in _MANY and least >= _MANY[figure.kind] and setting.level(figure) != "front":
        return not lows & _BATTLES or age > _AGES
    if figure.scope != "cumulative" or figure.unit not in _PEOPLE:
        return False
    if fronted and age > _OLD and "there" not in lows and _of_a_nation(setting, figure):
        return True
    if lows & _WIDE or (lows & _WARS and least >= 100):
        return True
    if lows & _BATTLES and (fronted or _of_one_town(setting, figure)):
        return False  # "the fighting", "an offensive": the front's
    return age > (_AGES if fronted else _OLD)


def _of_one_town(setting: Setting, figure: Figure) -> bool:
    """A story without fronts that speaks of one town most: "since the offensive was launched" is of that town."""
    main = setting.main(figure)
    return main is not None and setting.place(main).kind in ("city", "town") and figure.date_start is not None


def of_a_people(setting: Setting, figure: Figure) -> int | None:
    """ "Some 280,000 Syrians have been uprooted", "feeds eight million Yemenis": so many are of their whole land."""
    if figure.unit not in _PEOPLE or (figure.low or figure.high or 0) < _A_PEOPLE or figure.part_of is not None:
        return None
    if any(setting.place(p).kind != "country" for p in setting.here(figure)) or setting.level(figure) == "front":
        return None
    counted = (t.low for t in setting.tokens[figure.first : figure.last] if t.low.endswith("s"))
    land = next((code for low in counted if (code := setting.nationality.get(low.removesuffix("s")))), None)
    if land is None:
        return None
    region = setting.most_named("region")
    if region is not None and setting.place(region).country == land and land not in setting.land_of:
        return region  # "9,770 Palestinians", in Gaza
    return setting.land_of.get(land, NOWHERE)


def _of_a_nation(setting: Setting, figure: Figure) -> bool:
    """ "Some 90,000 Lebanese have fled": of a people, so of its land."""
    counted = setting.tokens[figure.first : figure.last]
    return any(t.low.removesuffix("s") in setting.nationals or t.low in setting.nationals for t in counted)


def _lies_in(setting: Setting, p: int, figure: Figure) -> bool:
    """ "have been driven from their homes in X and 1,300 killed": X stands right before the count's own clause."""
    return setting.last_token(p) <= figure.first <= setting.last_token(p) + 2 and setting.place(p).role != "metonym"


def land_of(setting: Setting, figure: Figure) -> int | None:
    """The land that the sentence names, else that of the heading over it, else the one that the report is on."""
    wide = [p for p in setting.here(figure) if setting.place(p).kind in ("region", "province")]
    across = [
        p
        for p in wide
        if {"across", "throughout"} & set(setting.lows[setting.first_token(p) - 3 : setting.first_token(p)])
    ]
    if across:
        return across[0]
    lands = [p for p in setting.here(figure) if setting.place(p).kind == "country"]
    own = [p for p in lands if setting.place(p).country == setting.draft.home]
    inside = [p for p in lands if setting.lows[setting.first_token(p) - 1] in _IN]
    if inside and _lies_in(setting, inside[0], figure):
        return inside[0]
    if own or (lands and lands[0] in inside):
        return (own or lands)[0]
    head = setting.country_heading(figure)
    spots = {setting.place(p).country for p in setting.here(figure) if setting.place(p).kind != "country"} - {None}
    if len(spots) == 1 and head is not None and setting.place(head).country not in spots:
        of_spot = setting.land_of.get(spots.pop() or "")
        if of_spot is not None:
            return of_spot  # "since the rebels seized X", under another land's heading
    main = setting.main(figure)
    if head is None and main is not None and setting.place(main).kind in ("country", "region"):
        return main
    land = setting.land(figure)
    lows = setting.lows[setting.sentence(figure).first : setting.sentence(figure).last]
    if land is None and main is not None and "tally" in lows:
        return main
    return land if land is not None else NOWHERE
