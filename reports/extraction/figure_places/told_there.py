"""A place of the sentence that the count is said to hold in, far from it: `In Herat, the council head said 30 ...`."""

from __future__ import annotations

from itertools import pairwise

from ..cues import cue
from ..model import Figure
from .attached import agreed_there
from .parts import of_its_parts
from .setting import Setting

_IN = cue("settle", "within")
_SPEAKERS = cue("settle", "speakers")
_DESKS = cue("settle", "desks")
_SIDES = cue("settle", "sides_before")
_HOSTING = cue("settle", "hosting")
_BREAKS = cue("settle", "breaks")
_TOLLS = cue("settle", "tolls")
_SAY = cue("settle", "say")
_WITHIN = 8  # tokens behind "since"
_FOUGHT = cue("settle", "battles") | cue("settle", "attacks") | {"operation", "campaign"}
_ACCOUNTS = cue("settle", "accounts")
_KEEPERS = cue("settle", "keepers")
_OWN_DEAD = cue("settle", "own_dead")


def said_to_be_in(setting: Setting, figure: Figure) -> int | None:
    """A place of the sentence after a preposition, and of no speaker."""
    best: tuple[int, int] | None = None
    sentence, lows = setting.sentence(figure), setting.lows
    for p in setting.here(figure):
        place = setting.place(p)
        if place.kind in ("river", "road") or place.rules.get("role") in ("answered", "hospital", "taken-to"):
            continue
        if of_its_parts(setting, p, figure):
            continue
        first = setting.first_token(p)
        k = first - 1
        while k > sentence.first and lows[k] in _SIDES:
            k -= 1
        if k < sentence.first or lows[k] not in _IN:
            continue
        opens = k <= sentence.first + 1
        if not opens and place.rules.get("role") == "speaker":
            continue
        if place.kind == "country" and not (opens and lows[setting.last_token(p)] == ","):
            continue
        if k > sentence.first and (lows[k - 1] in _SPEAKERS or agreed_there(setting, k)):
            continue
        if k == sentence.first and place.kind != "country" and set(lows[first : first + 9]) & _DESKS:
            continue  # "In Moscow, the ministry said"
        gap = abs(first - figure.first)
        if best is None or gap < best[0]:
            best = (gap, p)
    return best[1] if best else None


def _of_its_own(between: list[str]) -> bool:
    """ "Cambodia, which had reported one death, raised its toll to 13", "Ukraine put its own losses at"."""
    at = next((k for k, low in enumerate(between) if low in ("its", "their")), None)
    return at is not None and bool(set(between[at + 1 : at + 4]) & _TOLLS)


def where_clause(setting: Setting, figure: Figure) -> int | None:
    """ "Jebel Awlia, 40 km south of the capital, where 4,000 children starve": the place that `where` stands for."""
    first, lows = setting.sentence(figure).first, setting.lows
    for k in range(figure.first - 1, max(figure.first - 10, first), -1):
        if lows[k] in (";", ":", "(", ".") or k in setting.at or (lows[k] == "," and lows[k + 1] in _SAY):
            return None  # "medics in X, where they are flown, say"
        if lows[k] == "where":
            break
    else:
        return None
    if "," in lows[k + 2 : figure.first]:
        return None  # "a nurse at X, where the dead were taken, counted 33 bodies"
    before = [p for p in setting.here(figure) if setting.last_token(p) <= k and setting.place(p).relation is None]
    if not before or k - setting.last_token(before[-1]) > 14:
        return None
    return next((p for p in reversed(before) if setting.place(p).role == "event"), before[-1])


def hosted_by(setting: Setting, figure: Figure) -> int | None:
    """ "Jordan, which already shelters 650,000 Syrians", "the Congo hosts about 50,000 of them": who takes them in."""
    first, lows = setting.sentence(figure).first, setting.lows
    k = figure.first - 1
    while k > first and (lows[k].endswith("ly") or lows[k] in ("about", "some", "over", "already")):
        k -= 1
    if lows[k] not in _HOSTING:
        return None
    here = setting.mentioned.get(figure.sentence, [])
    before = [p for p in here if setting.last_token(p) <= k and setting.place(p).relation is None]
    before = [p for p in before if not _speaks_there(setting, p)]
    if lows[k - 1] == "," and (head := _before_the_aside(setting, here, k - 1)) is not None:
        return head
    if not before or any(low in _BREAKS for low in lows[setting.last_token(before[-1]) + 2 : k]):
        return None
    return before[-1] if k - setting.last_token(before[-1]) <= 4 else None


def _speaks_there(setting: Setting, p: int) -> bool:
    """ "The general staff in X admitted three deaths"."""
    return setting.place(p).rules.get("role") == "speaker" and setting.place(p).text.lower() in setting.capitals


def _before_the_aside(setting: Setting, here: list[int], comma: int) -> int | None:
    """ "Marib, 170 km east of Sanaa, hosts", "the site at Namapa, in Nampula Province, shelters": the one before it."""
    opens = next((j for j in range(comma - 1, max(comma - 16, 0), -1) if setting.lows[j] == ","), None)
    if opens is None or setting.lows[opens + 1] in ("who", "where", "when"):
        return None
    return next((p for p in here if setting.last_token(p) == opens and setting.place(p).role != "metonym"), None)


def accounts_for(setting: Setting, figure: Figure) -> int | None:
    """ "Syria accounts for 744 of them, Iraq for 371 and Lebanon for 27": what stands before "for"."""
    lows, first = setting.lows, setting.sentence(figure).first
    if lows[figure.first - 1] != "for" or _ACCOUNTS.isdisjoint(lows[first : figure.first]):
        return None
    for k in (figure.first - 1, figure.first - 2):
        owner = next((p for p in setting.here(figure) if setting.last_token(p) == k), None)
        if owner is not None and (k == figure.first - 1 or lows[k] in _ACCOUNTS):
            return owner
    return None


def on_its_side(setting: Setting, figure: Figure) -> int | None:
    """ "On the Israeli side, 1,400 people died": of that people's land, where the report names it."""
    if figure.unit != "people" or figure.part_of is not None:
        return None
    first, lows = setting.sentence(figure).first, setting.lows
    if lows[first : first + 2] != ["on", "the"] or lows[first + 3 : first + 4] != ["side"]:
        return None
    return setting.land_of.get(setting.nationality.get(lows[first + 2], ""))


def since_the_battle(setting: Setting, figure: Figure) -> int | None:
    """ "72,000 have fled since the Mosul offensive opened", "since the assault on Ann began": what that was for."""
    if figure.scope != "cumulative" or figure.unit not in ("people", "families"):
        return None
    lows, first, last = setting.lows, setting.sentence(figure).first, setting.sentence(figure).last
    since = next((k for k in range(first, last) if lows[k] == "since"), None)
    if since is None:
        return None
    for p in setting.here(figure):
        at, behind = setting.first_token(p), setting.last_token(p)
        if not since < at <= since + _WITHIN or setting.place(p).kind == "country" or "," in lows[since:at]:
            continue
        if lows[behind : behind + 1] and lows[behind] in _FOUGHT:
            return p
        if lows[at - 1] in ("on", "for", "against", "in") and lows[at - 2] in _FOUGHT:
            return p
    return None


def kept_by(setting: Setting, figure: Figure) -> int | None:
    """ "Iran's health ministry gave a toll of 224", "the health ministry in Gaza": the land whose dead it counts."""
    if figure.unit not in ("people", "families"):
        return None
    sentence, lows = setting.sentence(figure), setting.lows
    for k in setting.mentioned.get(figure.sentence, []):
        place = setting.place(k)
        if place.role == "dateline":
            continue
        first, last = setting.first_token(k), setting.last_token(k)
        if place.kind not in ("country", "region", "province"):
            continue
        owns = last < sentence.last and lows[last] in ("'s", "’s")
        between = lows[last : figure.first]
        if ";" in between or any(a in setting.nationals and b in _TOLLS for a, b in pairwise(between)):
            continue  # "X's ministry gave no toll; a nurse spoke of 12", "X's army put Ukrainian losses at 90"
        if owns and set(lows[last + 1 : last + 4]) & _KEEPERS:
            return k
        if first == sentence.first and place.kind == "country" and _of_its_own(lows[last : figure.first]):
            return k
        if owns and set(lows[last + 1 : last + 3]) & _OWN_DEAD:
            return k
        if set(lows[max(first - 4, sentence.first) : first]) & _KEEPERS:
            return k
    return None
