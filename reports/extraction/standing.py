"""Counts that stand: people held or sheltered, places held, who lives somewhere, how many there are by now."""

from __future__ import annotations

from itertools import pairwise

from .cues import cue
from .model import Draft, Figure
from .surroundings import Scope, Surroundings

EVENTS = frozenset(["killed", "wounded", "captured", "missing", "displaced", "settlements", "strikes"])
_STILL_HELD = cue("periods", "still_held")
_HELD = cue("periods", "held")
_REFUGE = cue("periods", "refuge")
_SETTLED = cue("periods", "settled")
_WHERE = cue("periods", "where")
_FEW = cue("grammar", "two_to_ten") | {"several", "both"}
_BROUGHT = cue("periods", "brought")
_RULED = cue("periods", "stand")
_HOLDS = cue("periods", "holds")
_CAPTIVES = cue("periods", "captives")
_DONE_WITH = cue("periods", "done_with")
_MOVED_ON = cue("periods", "moved_on")
_WERE = frozenset(["been", "were", "was"])
_JUST = cue("periods", "just")
_HOLDING = cue("periods", "room")
_SHELTERING = cue("periods", "sheltering")
_LIES = cue("kinds", "lying")
_PERFECT = cue("grammar", "have")
_INHABITANTS = cue("figures", "inhabitants")
_HURT = cue("periods", "hurt")
_IN_CAMPS = cue("periods", "in_camps")
_CLOSED = cue("periods", "closed")
_REMAINED = cue("kinds", "stays")


def stands(figure: Figure, words: Surroundings) -> bool:
    """People held, sheltered or driven out already, and places that are held: as it is, and no event."""
    kind, around = figure.kind, words.around
    if kind == "displaced":
        settled = (
            figure.rule.endswith("state-adjective") or of_the_displaced(figure, words) or "already" in words.ahead[:6]
        )
        settled = settled or {"already", "were"} <= set(words.behind)
        settled = settled or bool(set(words.lead[-5:]) & _SHELTERING and not figure.more)  # "hosts up to 90,000 people"
        return (settled or _sheltering(figure, words.draft)) and not _moved_on(words)
    if kind == "missing":
        still = words.tense == "stands" or "still" in words.behind
        still = still and figure.rule.endswith("+predicate") and not figure.more
        return "never" in words.inside or still
    if kind in ("killed", "wounded") and words.lead[-1:] and words.lead[-1] in _HOLDS:
        return True  # "the morgue held 93"
    if kind == "wounded":
        are = words.tense == "stands" and not figure.part and not _HURT & set(words.behind)
        return are or bool(words.behind and words.behind[0] in _LIES)
    if kind == "captured":
        if captives(figure, words) or (figure.rule.endswith("+noun") and words.tense == "stands"):
            return True
        return words.stays or bool(
            (around | set(words.ahead[:6])) & (_HELD - {"hostages"})
            or ("hostages" in words.inside and words.tense in (None, "stands"))
        )
    still = "still" in words.lead[-3:] and bool(set(words.lead[-3:]) & _STILL_HELD)
    about = {*words.behind, *words.ahead[:8]}
    held = figure.rule.endswith("+held") and ({"under", "were"} <= about or {"still", "hands"} <= about)
    still = still or words.lead[-1:] in (["held"], ["hold"], ["controlled"])  # "said they held several districts"
    return kind == "settlements" and (still or held or bool(around & _RULED) or words.tense == "stands")


def of_the_displaced(figure: Figure, words: Surroundings) -> bool:
    """`600,000 of the 1.2 million displaced`: how many there are, of whom some are told."""
    of_the = words.lead[-2:] == ["of", "the"] or (words.lead[-1:] == ["of"] and "the" in words.inside)
    return figure.rule.endswith("+noun") and of_the


def capacity(words: Surroundings) -> bool:
    """`a site designed for 10,000 people`, `with room for 400`: how many it can hold."""
    return words.lead[-1:] == ["for"] and bool(words.lead[-2:-1]) and words.lead[-2] in _HOLDING


def inhabited(figure: Figure, draft: Draft) -> bool:
    """`300,000 of the 400,000 residents`: how many live there."""
    return figure.head is not None and draft.tokens[figure.head].low in _INHABITANTS


def owns(words: Surroundings) -> bool:
    """`the town has only two doctors`: what somebody has."""
    left = [low for low in words.lead[-5:] if low not in _JUST]
    return left[-1:] in (["has"], ["have"], ["had"])


def captives(figure: Figure, words: Surroundings) -> bool:
    """`the force guards 2,000 detainees`: people who are held, where nothing is said to be done with them."""
    if figure.kind != "captured" or figure.head is None or words.draft.tokens[figure.head].low not in _CAPTIVES:
        return False
    done = {*words.lead[-8:], *words.behind, *words.ahead[:6]} & _DONE_WITH
    return not done and words.tense not in ("past", "perfect") and figure.date_start is None and not figure.more


def _moved_on(words: Surroundings) -> bool:
    """`who had taken refuge there have been moved inland`: they are there no more."""
    rest = words.ahead
    return any(a in _WERE and b in _MOVED_ON for a, b in pairwise(rest))


def _sheltering(figure: Figure, draft: Draft) -> bool:
    """`have found shelter in a church`: that is where they are."""
    behind = set(draft.lows[figure.last - 1 : figure.last + 5])
    around = set(draft.lows[max(0, figure.first - 8) : figure.last + 2])
    return bool(behind & _REFUGE and around & _PERFECT)


def only_where(words: Surroundings) -> bool:
    """`at four hospitals`, `from three sides and two hills`: only says where."""
    lead = words.lead
    if len(lead) > 3 and lead[-1] == "and" and (lead[-3].isdigit() or lead[-3] in _FEW):
        return lead[-4] in _WHERE
    if lead[-1:] == ["in"] and lead[-2:-1] and lead[-2] in _BROUGHT:
        return False  # "brought in 1,100 tons"
    return bool(lead) and lead[-1] in _WHERE


def inhabitants(figure: Figure, draft: Draft) -> bool:
    """`a city of two million`: who lives there."""
    tokens = draft.tokens
    return (
        figure.first > 1
        and tokens[figure.first - 1].low in ("of", "to")
        and tokens[figure.first - 2].low in _SETTLED
        and (figure.low or figure.high or 0) >= 1000
    )


def as_it_is(figure: Figure, words: Surroundings) -> Scope | None:
    """People where they are, what is open or closed, who lives somewhere: levels, whatever day is told."""
    kind, draft = figure.kind, words.draft
    people = kind == "other" and figure.unit == "people"
    if capacity(words) or (people and words.stays and {"still", "remaining"} & set(words.behind)):
        return "level", "where-they-are"
    if figure.rule.endswith(("left-in-need", "camp-that-holds")) and figure.unit == "people":
        return "level", "where-they-are"
    if words.stays and (kind == "displaced" or (kind == "wounded" and "lying" in words.behind)):
        return "level", "where-they-are"
    if kind == "displaced" and of_the_displaced(figure, words):
        return "level", "held-or-sheltered"
    if figure.rule.endswith("whole") and inhabited(figure, draft):
        return "level", "whole"
    if figure.part and kind in EVENTS and words.ahead[:1] == ["in"] and words.ahead[1:2] in (["a"], ["an"], ["one"]):
        return "incremental", "in-one-event"  # "25 of them died in a single day", "21 of them in a rocket attack"
    if kind == "displaced" and figure.rule.endswith("+number-of") and _IN_CAMPS & set(words.lead):
        return "level", "where-they-are"  # "the number of refugees in Adre has climbed to 230,000"
    if people and words.lead[-1:] in (["were"], ["are"]) and "there" in words.lead[-2:]:
        return "level", "there-were"  # "There were 191 patients in the hospital"
    if people and words.behind[:1] == ["were"] and _doing(words.behind[1:2]):
        return "level", "were-doing"  # "were living under plastic sheeting"
    if kind == "other" and words.tense == "perfect" and _CLOSED & set(words.behind[:4]):
        return "level", "open-or-closed"  # "22 hospitals have stopped working"
    if kind == "other" and inhabitants(figure, draft):
        return "level", "whole"  # "the town of 16,000 has been without light since May"
    if people and _REMAINED & set(words.behind[:4]):
        return "level", "those-who-stay"  # "4,000 of its 30,000 inhabitants remained"
    return None


def _doing(lows: list[str]) -> bool:
    return bool(lows) and lows[0].endswith("ing") and lows[0] != "being"
