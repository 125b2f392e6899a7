"""What the words right behind a count tie it to: `907 people have been killed in Lebanon`, `fled the city`.

Unlike a scene that only stands near, such a place needs no event of its own: a country, a river's bank will do.
"""

from __future__ import annotations

from bisect import bisect_left

from ..cues import cue
from ..model import Figure
from .parts import of_its_parts
from .pointing import last_named, noun_at, pointed, side_meant
from .setting import NOWHERE, Setting

_REACH = 18  # tokens between the count and its place
_LOCATIVE = cue("settle", "within") | cue("settle", "along")
_LEAVES = cue("settle", "leaves")
_ABROAD = frozenset({"into", "to", "through"})
_SKIPPED = cue("settle", "before_name")
_PARTS = cue("settle", "parts_of")
_CLAUSE = cue("settle", "clause")
_ASIDES = cue("settle", "asides")
_RELATIVE = frozenset({"who", "that", "which"})  # "families that fled within X"
_SPOTS = cue("settle", "spots")
_ONE = cue("settle", "one")
_CARRIED = cue("settle", "carried")
_BANKS = cue("settle", "banks")
_OWNS = frozenset({"'s", "’s"})
_DWELL = cue("settle", "dwellers")
_STOPS = frozenset({";", ":", "(", ")", "—", "–", "--", ".", "!", "?"})
_SMALLER = {"country": 3, "region": 2, "province": 1}
_AGREED = cue("locating", "agreed")
_PACTS = cue("locating", "pacts")
_SPEAKERS = cue("settle", "speakers")
_SEVERAL = cue("settle", "several")
_AREAS = cue("settle", "areas")


def attached(setting: Setting, figure: Figure) -> int | None:
    """The place that the count, or its verb, has right behind it; NOWHERE for `in four provinces`."""
    if (owner := _owner(setting, figure)) is not None:
        return owner
    begins = [figure.last]
    number = figure.number
    behind = setting.starts.index(number.end) if number is not None else figure.first + 1
    if figure.unit == "percent" or (behind < figure.last and setting.lows[behind] == "of"):
        begins.insert(0, behind)  # "80 percent of the city", "18 of the country's 34 towns" are all one figure
    if figure.verb is not None and figure.verb >= figure.last:
        begins.append(figure.verb + 1)
    for begin in begins:
        if (found := _behind(setting, figure, begin)) is not None:
            return found
    return None


def _owner(setting: Setting, figure: Figure) -> int | None:
    """ "The town's 30,000 residents", "Mazeze's 12,000 inhabitants", "X's population of 2.3 million"."""
    first, lows = figure.first, setting.lows
    if lows[first - 2 : first] == ["population", "of"]:
        first -= 2
    if lows[first - 1] not in _OWNS:
        return None
    named = next((p for p in setting.here(figure) if setting.last_token(p) == first - 1), None)
    if named is not None and _DWELL & set(lows[first : figure.last + 2]):
        return named
    for j in range(first - 3, max(first - 6, setting.sentence(figure).first - 1), -1):
        if noun_at(setting, j, first) is not None:
            return pointed(setting, figure, j)
    return None


def _behind(setting: Setting, figure: Figure, begin: int) -> int | None:
    lows, end = setting.lows, setting.sentence(figure).last
    j, stop = begin, min(begin + _REACH, end)
    if (
        j == figure.last
        and j + 2 < stop
        and lows[j] == "and"
        and figure.kind == "settlements"
        and j + 1 not in setting.at
    ):
        j += 2  # "50 villages and towns in the province"
    while j < stop:
        low = lows[j]
        if j in setting.at:
            return NOWHERE if _of_two_lands(setting, j) else _reached(setting, figure, j, begin)
        if low == ",":
            close = _past_aside(lows, j, stop)
            if close is None:
                return None
            j = close
        elif (
            low in _STOPS
            or low in ("and", "or")
            or (j > begin and j in setting.counts_at)
            or (low in _CLAUSE and not (j == begin and low in _RELATIVE))
        ):
            return None
        elif low == "there" and lows[j + 1 : j + 2] not in (["is"], ["are"], ["was"], ["were"]):
            return _there(setting, figure)
        elif low in _SPOTS and j + 2 in setting.at and lows[j + 1] == "," and lows[j - 1] in _ONE:
            return setting.at[j + 2]  # "died in a single village, X"
        elif low == "the" and lows[j - 1] in _LOCATIVE and (side := side_meant(setting, figure, j)) is not None:
            return side
        elif (held := _pointed_at(setting, figure, j, begin, end)) is not None:
            return held
        elif low in _LOCATIVE and j + 2 < end and _several(setting, j):
            return NOWHERE
        j += 1
    return None


def _of_two_lands(setting: Setting, j: int) -> bool:
    """ "in Syria and Iraq": of neither alone."""
    p = setting.at[j]
    last = setting.last_token(p)
    after = setting.at.get(last + 1) if setting.lows[last : last + 1] == ["and"] else None
    if after is None or setting.lows[j - 1] not in _LOCATIVE:
        return False
    return setting.place(p).kind == setting.place(after).kind == "country"


def _there(setting: Setting, figure: Figure) -> int | None:
    """ "took Pavlivka and lost 1,400 men there": the last place before it that no phrase only measures from."""
    before = [p for p in setting.here(figure) if setting.place(p).end <= figure.start]
    if not before and figure.scope == "cumulative" and _behind_a_part(setting, figure):
        front = setting.heading(figure) if setting.level(figure) == "front" else None
        if front is not None:
            return front
    plain = [p for p in before if setting.place(p).relation is None and setting.place(p).kind != "country"]
    lead = [p for p in plain if setting.place(p).rules.get("role") not in ("holds-another", "places-another")]
    if found := lead or plain:
        return found[-1]
    return None if before else last_named(setting, figure, None, 1)


def _behind_a_part(setting: Setting, figure: Figure) -> bool:
    """ "Nine of the bodies lay in X. That brings to 250 those killed there": the toll is not of the part's place."""
    k = bisect_left(setting.draft.figures, figure.first, key=lambda other: other.first) - 1
    last = setting.draft.figures[k] if k >= 0 else None
    return last is not None and last.sentence == figure.sentence - 1 and (last.part or last.part_of is not None)


def _past_aside(lows: list[str], j: int, stop: int) -> int | None:
    """Past `, including two children,` at token `j`: the token of its second comma."""
    if j + 1 >= stop or lows[j + 1] not in _ASIDES:
        return None
    return next((k for k in range(j + 2, min(j + 12, stop)) if lows[k] == ","), None)


def _reached(setting: Setting, figure: Figure, j: int, begin: int) -> int | None:
    """The place at token `j`, where a preposition or a verb of leaving ties the count to it."""
    p = setting.at[j]
    place = setting.place(p)
    k = before_name(setting, j, begin)
    word = setting.lows[k] if k >= begin - 1 else ""
    banks = place.kind == "river" and _BANKS & set(setting.lows[j - 4 : j])
    if place.rules.get("role") == "hospital" or banks:
        return None
    if figure.part_of is None and figure.unit != "percent" and of_its_parts(setting, p, figure):
        return None  # "90 bodies, medics said, most of them in X"
    if agreed_there(setting, k):
        return None  # "1,200 prisoners under the deal struck in X"
    if setting.lows[k - 1] in _SPEAKERS and "," in setting.lows[figure.last : k]:
        return None  # "60 of them, including Omar, the commander in X"
    if word in _LOCATIVE or (word in _LEAVES and place.kind != "country"):
        return _narrower(setting, p)
    if word == "of" and _shares(figure):
        return p
    if word in ("to", "into") and figure.kind == "troops" and place.kind != "country":
        return _narrower(setting, p)  # "is sending two battalions to X"
    moved = word == "to" and figure.kind in ("displaced", "other") and figure.unit in ("people", "families")
    if moved and place.kind != "country" and _CARRIED & set(setting.lows[max(figure.first - 3, 0) : j]):
        return _narrower(setting, p)  # "flew 101 Europeans to X"
    if word == "crossed" and figure.kind == "displaced":
        return _crossed_into(setting, p) or p  # "crossed the X river"
    if word == "from" and figure.kind == "displaced":
        return _went_on(setting, p) or p
    crosses = word in _ABROAD and figure.kind in ("displaced", "other")
    if crosses and place.kind == "country" and place.country != setting.draft.home:
        return _narrower(setting, p)
    return None


def agreed_there(setting: Setting, k: int) -> bool:
    """Before the preposition at token `k`, a pact is told to have been made."""
    return setting.lows[k - 1] in _AGREED and bool(_PACTS & set(setting.lows[max(k - 5, 0) : k]))


def _crossed_into(setting: Setting, p: int) -> int | None:
    """ "crossed the X River into Y Province": where they are now."""
    last = setting.last_token(p)
    return next((setting.at[j] for j in (last + 1, last + 2) if j in setting.at and setting.lows[last] == "into"), None)


def _shares(figure: Figure) -> bool:
    """ "80 percent of X", "18 of the country's capitals"."""
    return figure.unit == "percent" or figure.kind in ("settlements", "percent_territory")


def _went_on(setting: Setting, p: int) -> int | None:
    """ "crossed from Sudan into Chad at Adre": where those who left their country arrived."""
    last = setting.last_token(p)
    after = setting.at.get(last + 1)
    if after is None or setting.lows[last] not in _ABROAD:
        return None
    return _narrower(setting, after) if setting.place(after).kind == "country" else None


def before_name(setting: Setting, j: int, begin: int) -> int:
    """The token before a name at `j`, past `the town of`, `both sides of the`, `rebel-held northern`."""
    lows = setting.lows
    k = j - 1
    while k >= begin:
        if lows[k] in _SKIPPED or (lows[k].endswith(("-held", "-run", "-controlled"))):
            k -= 1
        elif lows[k] == "of" and lows[k - 1] in _PARTS:
            k -= 3 if lows[k - 2] in ("a", "an") else 2  # "in a village of X"
        else:
            break
    return k


def _narrower(setting: Setting, p: int) -> int:
    """ "in Gaza near Rafah", "in Helmand's Sangin": the spot, where a land stands first."""
    place, last = setting.place(p), setting.last_token(p)
    after = next((setting.at[j] for j in range(last, last + 4) if j in setting.at), None)
    if after is None or place.kind not in _SMALLER or setting.place(after).sentence != place.sentence:
        return p
    gap = setting.lows[last : setting.first_token(after)]
    inside = gap[:1] in (["'s"], ["’s"], ["in"], ["near"], ["at"]) and "and" not in gap
    smaller = _SMALLER.get(setting.place(after).kind, 0) < _SMALLER[place.kind]
    return after if inside and smaller and (setting.place(after).role == "event" or gap == ["at"]) else p


def _pointed_at(setting: Setting, figure: Figure, j: int, begin: int, end: int) -> int | None:
    """ "across the province", "fled the city", "80 percent of the country"."""
    if noun_at(setting, j, end) is None:
        return None
    k = before_name(setting, j, begin)
    word = setting.lows[k] if k >= 0 else ""
    if word in ("to", "into") and figure.kind == "troops":
        return pointed(setting, figure, j)
    if word in _LOCATIVE or word in _LEAVES or (word == "of" and (_shares(figure) or k < figure.last)):
        return pointed(setting, figure, j)
    return None


def _several(setting: Setting, j: int) -> bool:
    """ "in four provinces", "across several districts": of no single place."""
    lows = setting.lows[j + 1 : j + 4]
    lows = lows[1:] if lows[0] in ("the", "all") else lows
    if not lows or not (lows[0] in _SEVERAL or setting.tokens[j + 2].kind == "n" or lows[0].isdigit()):
        return False
    return any(low in _AREAS for low in lows[1:])
