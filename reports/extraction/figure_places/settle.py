"""Give each figure its place: the first of the rules that answers. Needs places with their roles."""

from __future__ import annotations

from collections.abc import Callable

from ..lexicon import Lexicon
from ..model import Draft, Figure
from ..places.words import place_words
from .attached import attached
from .earlier import just_before, land_just_told, land_of_the_note, of_the_report, of_the_section, of_who_says, sibling
from .measured import measured
from .nearest import nearest
from .nowhere import of_both_sides, of_no_place
from .parts import broken_down, most_of_them
from .pointing import named_before, opens_on
from .setting import NOWHERE, Setting
from .told_there import accounts_for, hosted_by, kept_by, on_its_side, said_to_be_in, since_the_battle, where_clause
from .wholes import land_of, of_a_people, of_a_whole_war

Rule = Callable[[Setting, Figure], int | None]


def place_figures(draft: Draft, lexicon: Lexicon) -> None:
    """Fill in `place` and `places`; wholes before their parts."""
    words = place_words(lexicon)
    setting = Setting(draft, words.capital, words.nationality)
    for parts in (False, True):
        for figure in draft.figures:
            if (figure.part_of is not None) is parts:
                figure.place, rule = _settle(setting, figure)
                figure.places = [figure.place] if figure.place is not None else []
                figure.rules["place"] = figure.rules["places"] = rule
                held = None if figure.place is None else draft.places[figure.place]
                if held is not None and held.kind == "country" and held.country:
                    setting.lands_counted.add(held.country)


def _settle(setting: Setting, figure: Figure) -> tuple[int | None, str]:
    for name, rule in RULES.items():
        if (found := rule(setting, figure)) is not None:
            if name == "report" and found in broken_down(setting, figure):
                found = NOWHERE  # "nine villages: four near X and five near Y", in a story on X
            return (None if found == NOWHERE else found), name
    return None, "none"


def _whole(setting: Setting, figure: Figure) -> int | None:
    """A part holds where its whole does."""
    if figure.part_of is None:
        return None
    whole = setting.draft.figures[figure.part_of]
    if not figure.part and setting.heading(figure) not in (None, setting.heading(whole)):
        return None  # "the other 21", under a heading of their own
    place = whole.place
    return place if place is not None else (NOWHERE if figure.part else None)


def _of_a_land(setting: Setting, figure: Figure) -> int | None:
    spread = setting.heading(figure) is None and any(most_of_them(setting, p, figure) for p in setting.here(figure))
    if not spread and not of_a_whole_war(setting, figure):
        return None
    of_an_army = figure.subject_class == "security_forces" and setting.country_heading(figure) is None
    land = NOWHERE if of_an_army else land_of(setting, figure)
    return _whose_part(setting, figure, land) if spread and land is not None else land


def _whose_part(setting: Setting, figure: Figure, land: int) -> int:
    """ "200 homes, most of them in northern X": of X's land, whatever land the report is on."""
    spread = [p for p in setting.here(figure) if most_of_them(setting, p, figure)]
    parts = [p for p in spread if setting.lows[setting.first_token(p) - 1] == "in"]
    abroad = parts and land != NOWHERE and setting.place(parts[0]).country not in (None, setting.place(land).country)
    return setting.land_of.get(setting.place(parts[0]).country or "", parts[0]) if abroad else land


def _said(setting: Setting, figure: Figure) -> int | None:
    return None if setting.level(figure) == "front" else said_to_be_in(setting, figure)


RULES: dict[str, Rule] = {
    "opens-on": opens_on,
    "measured": measured,
    "accounts-for": accounts_for,
    "attached": attached,
    "hosted-by": hosted_by,
    "where": where_clause,
    "part": lambda setting, figure: _whole(setting, figure) if figure.part else None,
    "both-sides": of_both_sides,
    "nearest": nearest,
    "of-whole": _whole,
    "kept-by": kept_by,
    "pointed-back": named_before,
    "on-its-side": on_its_side,
    "since-the-battle": since_the_battle,
    "of-a-people": of_a_people,
    "of-a-land": _of_a_land,
    "said-there": _said,
    "nowhere": of_no_place,
    "sibling": sibling,
    "land-just-told": land_just_told,
    "just-before": just_before,
    "section": of_the_section,
    "who-says": of_who_says,
    "report": of_the_report,
    "land-of-note": land_of_the_note,
}
