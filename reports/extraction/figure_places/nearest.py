"""The scene that stands nearest to a count in its sentence, smaller places before larger ones."""

from __future__ import annotations

from ..cues import cue
from ..model import Figure, Place
from .attached import agreed_there, before_name
from .parts import of_its_parts
from .setting import Setting

_FAR = 60  # tokens, and what counts like tokens, beyond which a place is none of the figure's
# No scenes, but counts hold there: the wounded in a hospital's town, "their number in Ituri", an avenged strike's dead.
_COUNTED_THERE = frozenset({"hospital", "tally", "answered"})
_WARDS = frozenset({"hospital", "hospitals", "clinic", "morgue"})
_AIMED = frozenset({"in", "at", "across", "on", "into"})  # what stands between a count and the land it holds in
_SIZE = {"country": 3, "region": 2, "province": 2, "river": 3, "road": 2}
_AGAINST = frozenset({"on", "against", "for"})
_ATTACKS = cue("settle", "battles") | cue("settle", "attacks")
_CAME = cue("settle", "came")
_BEGAN = cue("settle", "at") | cue("settle", "began")
_BEGAN -= {
    "in",
    "at",
    "near",
    "around",
    "on",
    "for",
    "into",
    "from",
    "over",
    "across",
    "throughout",
    "within",
    "inside",
}
_ROADS = cue("places", "roads")
_SUBORDINATES = cue("settle", "subordinates")
_GOING = cue("settle", "going")
_RELATIVES = frozenset({"where", "which", "whose"})
_LINKS = frozenset({"and", "or", ","})
_TO = frozenset({"to", "toward", "towards", "for", "into"})


def nearest(setting: Setting, figure: Figure) -> int | None:
    """That scene; None where all stand too far off."""
    around = setting.around(figure, _FAR)
    said_where = [q for q in around if setting.place(q).relation and _holds(setting, q, figure)]
    phrases = [(setting.place(q).end, r["start"], r["end"]) for q in said_where if (r := setting.place(q).relation)]
    best: tuple[float, int, int] | None = None
    for gap, order, p in sorted((_gap(setting, figure, p), order, p) for order, p in enumerate(around)):
        if gap >= _FAR or (best and gap > best[0]):  # whatever stands between, it only costs more
            break
        if not _holds(setting, p, figure):
            continue
        place = setting.place(p)
        cost = gap + _cost(setting, figure, place, setting.first_token(p))
        if any(end <= place.start and start <= place.start < stop for end, start, stop in phrases):
            cost += 30  # "Guwarsha, 15 kilometres from Benghazi": Benghazi only says where
        if best is None or (cost, order) < best[:2]:
            best = (cost, order, p)
    return best[2] if best and best[0] < _FAR else None


def _gap(setting: Setting, figure: Figure, p: int) -> int:
    """The tokens between a figure and a place."""
    first = setting.first_token(p)
    return first - figure.last if first >= figure.last else figure.first - first


def _cost(setting: Setting, figure: Figure, place: Place, first: int) -> float:
    between = setting.lows[min(first, figure.last) : max(first, figure.first)]
    cost = 6 * sum(map(between.count, (";", "--", "—"))) + 3 * sum(map(between.count, (",", "and")))
    cost += 8 * sum(word in _SUBORDINATES for word in between)
    cost += 0 if place.role == "event" else 14
    cost += 4 * _SIZE.get(place.kind, 0)
    cost += 2 if first < figure.first else 0
    if place.role == "context" and place.kind == "country":
        cost += 25
    section = setting.section(figure)
    if section is not None and section.country and place.country and place.country != section.country:
        cost += 20
    if place.kind == "site" and "ospital" in place.text:
        cost += 16
    if first < figure.first and _in_an_aside(setting, figure, first):
        cost += 40
    return cost


def _in_an_aside(setting: Setting, figure: Figure, first: int) -> bool:
    """ "X, where the army held Y and Z, came second: 78 raids": what the relative clause names."""
    lows, begin = setting.lows, setting.sentence(figure).first
    opens = next((k for k in range(first - 1, max(begin, first - 14), -1) if lows[k] in _RELATIVES), None)
    if opens is None or lows[opens - 1] != "," or "," in lows[opens:first]:
        return False
    head = setting.at.get(begin)
    if head is None or setting.last_token(head) != opens - 1:
        return False
    return "," in lows[first : figure.first]


def _holds(setting: Setting, p: int, figure: Figure) -> bool:
    """A place where the count can hold: where something happened, or where it is said to be ("in Iraq")."""
    place = setting.place(p)
    if (
        _fled_to(setting, p, figure)
        or of_its_parts(setting, p, figure)
        or agreed_there(setting, setting.first_token(p) - 1)
    ):
        return False
    if place.rules.get("role") == "answered" and setting.first_token(p) > figure.last:
        return False  # "struck nine camps in response to the attack on X"
    if place.role != "event" and place.kind == "site" and place.text.split()[-1].lower() in _WARDS:
        return False  # "X hospital received nine bodies": they died elsewhere
    if place.role == "event" or place.rules.get("role") in _COUNTED_THERE:
        return place.kind not in ("river", "road")
    first = setting.first_token(p)
    if _of_a_toll(setting, p, figure):
        return True
    if _since_then(setting.lows[figure.last : first]):
        return False  # "four million have fled since the rebels seized X"
    if setting.lows[first - 1] == "from" and _CAME & set(setting.lows[first - 3 : first - 1]):
        return False  # "70 lorries arrived from X"
    if first > figure.last and setting.lows[first - 1] in _AGAINST and setting.lows[first - 2] in _ATTACKS:
        return True  # "killed in a push on X"
    if setting.lows[first - 1] in ("to", "from") and setting.lows[first - 2] in _ROADS and figure.unit == "people":
        return True  # "a mine on the road to X killed four"
    lows = setting.lows[figure.last : first] if first - figure.last <= 6 else []
    if lows and lows[-1] in _AIMED and "," not in lows:
        return True
    if place.kind in ("river", "road", "country", "region"):
        return False
    return setting.sentence(figure).status != "current"


def _of_a_toll(setting: Setting, p: int, figure: Figure) -> bool:
    """ "the toll of the 3 October massacre at X, by the river, at 115": whatever day that was."""
    first, lows = setting.first_token(p), setting.lows
    if first > figure.first or lows[first - 1] not in ("at", "in", "on", "near") or lows[first - 2] not in _ATTACKS:
        return False
    return bool({"toll", "dead", "deaths"} & set(lows[max(setting.sentence(figure).first, first - 8) : first - 2]))


def _since_then(between: list[str]) -> bool:
    """A clause that begins with "since" stands between, not a day: what it tells is when."""
    at = next((k for k in range(len(between) - 1, -1, -1) if between[k] == "since"), None)
    return at is not None and "," not in between[at:] and bool(_BEGAN & set(between[at:]))


def _fled_to(setting: Setting, p: int, figure: Figure) -> bool:
    """ "have escaped toward X", "are being taken to X": they are counted where they left."""
    first = setting.first_token(p)
    if first < figure.last:
        return False
    begin = max(figure.first - 4, setting.sentence(figure).first)
    going = _GOING & set(setting.lows[begin:first])
    if setting.place(p).kind == "country":  # "flew 60 to Ramstein in Germany"
        return bool(going) and "to" in setting.lows[figure.last : first] and setting.lows[first - 1] == "in"
    if setting.place(p).rules.get("role") == "hospital" and "to" in setting.lows[figure.last : first]:
        return bool(going)  # "some of them flown to Ziv hospital in Safed"
    return bool(going) and setting.lows[before_name(setting, _opens_its_list(setting, first), figure.last)] in _TO


def _opens_its_list(setting: Setting, first: int) -> int:
    """ "to Kabul, Takhar and Balkh": the token that the first of them begins with."""
    for _ in range(5):
        if setting.lows[first - 1] not in _LINKS:
            break
        before = setting.ends.get(first - (2 if setting.lows[first - 2] == "," else 1))
        if before is None:
            break
        first = setting.first_token(before)
    return first
