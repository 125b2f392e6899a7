"""Places that belong to a part of a count, or to one of the things counted, and not to the count itself."""

from __future__ import annotations

from itertools import takewhile

from ..cues import cue
from ..model import Figure
from .setting import Setting

_THEM = cue("settle", "them")
_TO_OR_IN = cue("settle", "to_or_in")
_AMONG = cue("settle", "among")
_MOST = cue("settle", "most")


def of_its_parts(setting: Setting, p: int, figure: Figure) -> bool:
    """Whether the place is a part's, or one of those counted."""
    if figure.part_of is None and p in broken_down(setting, figure):
        return True
    return _of_a_part(setting, p, figure) or _one_of_them(setting, p, figure) or _of_a_part_before(setting, p, figure)


def broken_down(setting: Setting, figure: Figure) -> frozenset[int]:
    """ "13 villages were taken: eight in X, three in Y and two in Z": where the counts that make it up hold."""
    k = setting.counts_at[figure.first]
    if k not in setting.broken:
        setting.broken[k] = _broken_down(setting, figure, k)
    return setting.broken[k]


def _broken_down(setting: Setting, figure: Figure, k: int) -> frozenset[int]:
    behind = takewhile(lambda other: other.sentence == figure.sentence, setting.draft.figures[k + 1 : k + 6])
    left, found = figure.low or 0, []
    for part in behind:
        p = next((setting.at[j] for j in range(part.last - 1, part.last + 4) if j in setting.at), None)
        if p is None or part.low is None or part.low != part.high:
            return frozenset()
        left -= part.low
        found.append(p)
        if left <= 0:
            break
    return frozenset(found) if left == 0 and len(found) > 1 else frozenset()


def most_of_them(setting: Setting, p: int, figure: Figure) -> bool:
    """ "1,000 were killed, most of them in X": the whole lies in more than X."""
    lows = setting.lows[figure.last : setting.first_token(p)]
    at = next((k for k, low in enumerate(lows) if low in _MOST), None)
    return at is not None and lows[at + 1 : at + 3] in (["of", "them"], ["of", "whom"])


def _of_a_part(setting: Setting, p: int, figure: Figure) -> bool:
    """ "1,200 were driven out, two-thirds of them to X", "killed 18, four of whom died in X": the part's place."""
    lows, first = setting.lows, setting.first_token(p)
    for k in range(figure.last, min(first, figure.last + 24)):
        if lows[k] == "of" and lows[k + 1] in _THEM and lows[k - 1] != "all":
            ends = {setting.last_token(q) for q in setting.here(figure)}
            return not any(lows[j] == "," and j not in ends for j in range(k, first))  # ", three of them women, in X"
        if lows[k] in _MOST and lows[k - 1] == "," and lows[k + 1] in _TO_OR_IN:
            return True  # ", most to a camp at X"
        if lows[k] in (";", "—", "--"):
            return False
    return False


def _of_a_part_before(setting: Setting, p: int, figure: Figure) -> bool:
    """ "46 assaults, 11 of them near X, and six villages retaken": the place of a part that was told before."""
    first, lows = setting.first_token(p), setting.lows
    if first > figure.first or figure.part_of is not None:
        return False
    opens = next(
        (k for k in range(first - 1, max(setting.sentence(figure).first, first - 6), -1) if lows[k] == "of"), None
    )
    if opens is None or lows[opens + 1] not in _THEM or opens - 1 not in setting.counted:
        return False
    between = lows[setting.last_token(p) : figure.first]
    return "," in between and ";" not in between


def _one_of_them(setting: Setting, p: int, figure: Figure) -> bool:
    """ "40 villages, among them X", "six towns, from X to Y", "15 posts, the latest at X": one that is counted."""
    first = setting.first_token(p)
    if figure.unit in ("people", "families") or first <= figure.last:
        return False
    between = setting.lows[figure.last : first]
    at = next((k for k, low in enumerate(between) if low in _AMONG), None)
    if at is not None and "," in between[: at + 1] and "in" not in between[:at]:
        return True
    return between[-2:] == [",", "from"] and figure.kind in ("settlements", "other")
