"""Why a place in a sentence is no scene: it is not reached, is only thought of, came before."""

from __future__ import annotations

from itertools import pairwise

from ..cues import cue, cue_phrases
from .around import Around
from .words import PlaceWords

_FILLERS = cue("places", "fillers")
_EXCEPTIONS = cue_phrases("scenes", "exceptions")
_EXCEPTING = frozenset(phrase[0] for phrase in _EXCEPTIONS)
_HOLDS = cue("scenes", "holds")
_WOULD = frozenset({"would", "could", "might", "may"})
_STRUCK = cue("scenes", "struck")
_WEEKDAYS = cue("dates", "weekdays")
_RIMS = frozenset({"border", "gates", "outskirts", "edge", "centre", "center"})
_LARGELY = frozenset({"largely", "mostly", "mainly", "chiefly"})
_PERCEIVED = cue("scenes", "perceived")
_ARTICLES = frozenset({"a", "an", "the", "another", "for", "new"})
_AWAITED = cue("scenes", "awaited")
_AIMS = cue_phrases("scenes", "aims")
_CLOSING = cue("scenes", "closing")
_SUMS = cue("scenes", "sums")
_HAPPENS = cue("scenes", "happens")
_LIES = cue("scenes", "lies")
_BRANCHES = cue("scenes", "branches")


def not_reached(around: Around, words: PlaceWords) -> bool:
    """ "pushing towards X", "on the way to X", "bound for X": nothing has happened there yet."""
    before = around.before(5, without=_FILLERS)
    if not before:
        return False
    if before[-1] == "for" and words.roles["leaves"] & set(before[:-1]):
        return True
    if before[-2:] == ["in", "direction"]:
        return True  # "fled over the bridge in the direction of X"
    if before[-1] in _RIMS and before[-2:-1] and before[-2] in ("towards", "toward"):
        return True  # "pushed towards the border of X"
    if around.sentence.type == "displacement" and not words.roles["runs"] & set(before[-5:-1]):
        return False  # "over 100,000 of them towards Sake": they are there
    if before[-1] in ("towards", "toward"):
        return True
    if before[-1] in ("in", "at") and before[-2:-1] and before[-2] in _AWAITED:
        return True  # "is expected in X this week"
    if set(before) & {"road", "way"} and words.roles["shuts"] & set(around.before(8)):
        return False  # "blocked the road to X"
    if before[-2:] == ["in", "on"] and before[-3:-2] and before[-3] in _CLOSING:
        return True  # "closing in on X"
    return before[-1] in ("to", "for", "on", "at") and bool(set(before[-3:-1]) & words.roles["heading"])


def only_thought_of(around: Around, words: PlaceWords) -> bool:
    """ "could move on X", "planned an assault on X", "have yet to enter X": in the clause of a plan or a doubt."""
    if around.ahead() in _WOULD and around.back() in ("on", "of") and around.back(2) in words.roles["goals_of"]:
        return True  # "an attack on X would displace a million"
    clause = around.before(9)
    aim, closing = clause[-3:-1], clause[-1:]
    if closing == [","] and len(aim) == 2 and aim[0] in words.roles["next"] and aim[1] in words.roles["goals"]:
        return True  # "the next goal, Ras Lanuf"
    for mark in (".", ";", ":", ",", "but", "after", "while", "where", "when", "as"):
        while mark in clause:
            clause = clause[clause.index(mark) + 1 :]
    pairs = set(pairwise(_without_days(clause)))
    if pairs & _AIMS:
        return True  # "with an eye on X", "set their sights on X"
    return bool(set(clause) & words.roles["doubts"]) or any(
        (b == "to" and a in words.roles["doubts_to"])
        or (b in _ARTICLES and a in words.roles["doubts_of"])
        or (b == "for" and a in words.roles["asks"])
        for a, b in pairs
    )


def _without_days(clause: list[str]) -> list[str]:
    """ "vowed on Friday to carry": as if no day were told."""
    days = {k for k, word in enumerate(clause) if word in _WEEKDAYS}
    days |= {k - 1 for k in days if clause[k - 1] == "on"}
    return [word for k, word in enumerate(clause) if k not in days] if days else clause


def excepted(around: Around, words: PlaceWords) -> bool:
    """ "all of it except for the villages of X", "apart from X": what is told holds everywhere else."""
    clause = around.before(9)
    if words.roles["excepts"].isdisjoint(clause) and _EXCEPTING.isdisjoint(clause):
        return False
    for k, (word, after) in enumerate(pairwise([*clause, ""])):
        opens = word in words.roles["excepts"] or (word, after) in _EXCEPTIONS
        if opens and not {",", ";", "that", "where"} & set(clause[k + 1 :]):
            return True
    return False


def in_need(around: Around) -> bool:
    """ "left 13 million in need of aid in X": no scene, but who lives there."""
    before = around.before(6)
    return before[-1:] in (["in"], ["across"]) and ["in", "need", "of"] in [before[k : k + 3] for k in range(3)]


def perceived(around: Around) -> bool:
    """ "was heard as far away as X", "could be seen from X": it happened elsewhere."""
    before = around.before(8)
    heard = next((k for k, word in enumerate(before) if word in _PERCEIVED), None)
    if heard is None:
        return False
    behind = before[heard + 1 :]
    return behind == ["from"] or (behind[-1:] == ["as"] and "far" in behind)


def men_of(around: Around, words: PlaceWords) -> bool:
    """ "fighters from Misrata", "Donetsk rebels": the place tells who they are, not where."""
    armed = words.roles["armed"]
    if around.back() == "from" and (around.back(2) in armed or _largely_from(around, armed)):
        return True
    if around.back() == "of" and around.back(2) in words.roles["people_of"]:
        if around.back(2) in ("residents", "inhabitants") and around.ahead() in words.roles["says"]:
            return False  # "Residents of X reported an explosion": they tell of X
        return not _STRUCK & set(around.before(7))  # "killed two residents of X": there
    if around.ahead() in words.roles["locals"] and around.back() in ("a", "an", "the", "another", "one"):
        return True
    return around.ahead() in armed and around.back() not in words.locative


def _largely_from(around: Around, armed: frozenset[str]) -> bool:
    """ "The brigades, largely from Misrata": who they are."""
    if around.back(2) not in _LARGELY:
        return False
    return around.back(3) in armed or (around.back(3) == "," and around.back(4) in armed)


def compared(around: Around) -> bool:
    """ "Like X before it, Y lies in ruins", "could become another X"."""
    return around.back() in ("like", "unlike", "another")


def held_in_passing(around: Around) -> bool:
    """ "The rebels, who still hold X, attacked Y": a clause that only tells who they are."""
    before = around.before(9)
    who = next((k for k in range(len(before) - 1, -1, -1) if before[k] in ("who", "which")), None)
    if who is None or before[who - 1] != "," or around.ahead() != ",":
        return False
    return bool(_HOLDS & set(before[who:])) and "," not in before[who:]


def described(around: Around, words: PlaceWords) -> bool:
    """ "Sirte is the birthplace of", "Kobani lies on": what a place is, not what happened in it."""
    opens = around.first - 1 <= around.sentence.first or around.back() in (",", "which", "that")
    if opens and around.ahead() in ("lies", "sits"):
        return True
    if not opens or around.sentence.type not in (None, "other"):
        return False
    if around.ahead() == "," and around.ahead(1) in ("a", "an", "the") and {"lies", "sits"} & set(around.after(20)):
        return True  # "X, the port through which grain passes, lies 90 km to the north"
    return around.ahead() in _LIES and around.ahead(1) in words.roles["describes"]


def answered(around: Around, words: PlaceWords) -> bool:
    """ "to avenge Thursday's strikes in X", "in response to the shelling of X": that was before."""
    before = around.before(16)
    avenges, reprisals = words.roles["avenges"], words.roles["reprisals"]
    if avenges.isdisjoint(before) and reprisals.isdisjoint(before):
        return False
    return any(
        word in avenges or (word in reprisals and after in ("to", "for", "over")) for word, after in pairwise(before)
    )


def tallied(around: Around, words: PlaceWords) -> bool:
    """ "bringing their number in Ituri to 4,000": a running count, not what happened."""
    before = around.before(8)
    sums = [i for i, w in enumerate(before) if w in words.roles["sums"]]
    return bool(sums) and bool(set(before[sums[0] :]) & _SUMS) and around.back() == "in"


def share_of(around: Around, words: PlaceWords) -> bool:
    """ "control 12 of Marib's 14 districts", "nine of the 17 townships in X": what they are a share of."""
    before = around.before(6)
    if before[-1:] == ["in"] and before[-2:-1] and before[-2] in words.roles["areas"] and "of" in before:
        return before[before.index("of") + 1 :][:1] == ["the"]
    return around.possessive and around.back() == "of" and set(around.after(5)[1:]) & words.roles["areas"] != set()


def happens_in(around: Around, words: PlaceWords) -> bool:
    """A region is a scene only by its own words: "killed in Gaza", "across Darfur", "over Lake Kivu"."""
    n = 1
    while around.back(n) in words.roles["shares"] or around.back(n) in words.nationality:
        n += 1
    if around.back(n) == "and" and around.back(n - 1) in words.roles["shares"]:
        n += 2  # "on the islands and shores of"
    if around.back(n) == "out" and around.back(n - 1) == "of":
        return True
    if around.back(n) in words.takes:
        return True
    if around.back(n) not in _HAPPENS:
        return False
    noun = around.back(n + 1) if around.back(n) in ("in", "across", "inside", "throughout") else ""
    return not (noun in words.types_of or noun in words.roles["armed"] | words.roles["dwellers"] | _BRANCHES)
