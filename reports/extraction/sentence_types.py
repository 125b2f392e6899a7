"""What a sentence tells: the type of its event, by the words that point to one and by where they stand."""

from __future__ import annotations

from .cues import cue
from .event_words import Events
from .model import Draft, Sentence

TOLLS = frozenset({"killed", "wounded", "captured"})
_COUNTED = {"strikes": "airstrike", "displaced": "displacement", "troops": "deployment"}
_VIOLENT = frozenset({"clash", "airstrike", "shelling", "bombing"})
_OPENERS = cue("classify", "openers")
_SUBORDINATE = cue("classify", "subordinate")
_WEAPONS = cue("classify", "weapons")
_DEALS = cue("classify", "deals")
_BURIED = cue("classify", "buried")
_LIES = cue("classify", "lies")
_DEALT_WITH = cue("classify", "dealt_with")
_TAKES, _SPOILS = cue("classify", "takes"), cue("classify", "spoils")
_NEARS, _NEXT = cue("classify", "nears"), cue("classify", "falls_next")
_MAIN, _ASIDE = 1.5, 0.8  # what a word counts in the main clause, and elsewhere
_FIRST = (
    0.7  # what the first strong word of the main clause counts more, where it tells of a move: the news begins with it
)
_MOVES = ("advance", "capture", "recapture", "withdrawal", "evacuation", "talks", "shelling", "airstrike")
_HINTS = 2  # weak words of one type count no more than so many
_MOVED = 3.0  # points of an evacuation from which those counted did not flee by themselves
_ANNOUNCEMENT = -1  # the last type of `events.toml`


def type_of(lows: list[str], sentence: Sentence, words: Events, counted: frozenset[str]) -> tuple[str, str]:
    """The type with most points, and the rule: strong words, or only hints."""
    scores, strong = _points(lows, words, counted)
    moved = scores[words.rank["evacuation"]] >= _MOVED
    for kind, name in _COUNTED.items():
        name = "evacuation" if moved and kind == "displaced" else name
        if kind in counted and not (kind == "troops" and counted & TOLLS):  # "It lost 20 men; it has 900 there"
            scores[words.rank[name]] += 2.0
            strong[words.rank[name]] = True
    if sentence.status == "announced" and "troops" not in counted:
        scores[_ANNOUNCEMENT] += 2.0 if "announced" in lows or "announces" in lows else 0.0
    top = max(scores)
    if top < _MAIN * _HINTS and _falls_next(lows):
        return "advance", "should-it-fall"
    if top < 2 and "distance_km" in counted and not _NEARS.isdisjoint(lows):
        return "advance", "how-near"
    if top < 2:
        return "other", "no-trigger"
    best = scores.index(top)
    name = str(words.types[best]["name"])
    return name, f"{name}-words" if strong[best] else "hints"


def _points(lows: list[str], words: Events, counted: frozenset[str]) -> tuple[list[float], list[bool]]:
    """The points of each type by the words of the sentence, and whether a strong one is among them."""
    scores, hints = [0.0] * len(words.types), [0.0] * len(words.types)
    strong = [False] * len(words.types)
    first = True
    triggers = words.triggers.all_in(lows)
    main = in_main_clause(lows, bool(counted & TOLLS)) if triggers else []
    free = 0
    for i, (taken, hits) in triggers.items():
        if i < free:
            continue  # inside the phrase before
        free = i + taken
        if _tells_nothing(lows, i, taken, counted):
            hits = []
        early = _MAIN if main[i] else _ASIDE
        if main[i] and first and any(weight > 1 for _, weight in hits):
            first = False
            early += _FIRST if any(words.types[rank]["name"] in _MOVES for rank, weight in hits if weight > 1) else 0.0
        for rank, weight in hits:
            if rank == words.rank["withdrawal"] and "displaced" in counted:
                rank = words.rank["displacement"]  # "1,800 people have abandoned the town": no soldiers
            if weight == 1:  # however many men are named, they are no clash
                weight = min(weight, _HINTS - hints[rank])
                hints[rank] += weight
            else:
                strong[rank] = True
            scores[rank] += weight * early
    return scores, strong


def _tells_nothing(lows: list[str], i: int, taken: int, counted: frozenset[str]) -> bool:
    """Men, no ground; weapons that are found or hit; how far off something lies."""
    men = "captured" in counted and lows[i] == "captured"
    return men or _is_thing(lows, i, taken) or _only_lies(lows, i, taken) or _is_spoil(lows, i, taken)


def _falls_next(lows: list[str]) -> bool:
    """`Should the town fall, the road would lie open`, `If the army pushes on`: where they would go next."""
    return lows[0] in ("if", "should", "were") and not _NEXT.isdisjoint(lows[2:8])


def _is_thing(lows: list[str], i: int, taken: int) -> bool:
    """`struck 12 missile launchers`, `nine car bombs destroyed`: a weapon to which something is done."""
    if "cleared" in lows[i : i + taken] and not _BURIED.isdisjoint(lows[max(i - 2, 0) : i + taken + 3]):
        return True  # "cleared 40 mines", "mines were cleared"
    if (lows[i + taken - 1] not in _WEAPONS and lows[i] not in _WEAPONS) or "a" in lows[i : i + taken]:
        return False  # "hit a mine": it does something
    before = lows[max(i - 6, 0) : i]
    if _DEALS & set(before) and not {"by", "with"} & set(before):
        return True
    return bool(_DEALT_WITH & set(lows[i + taken : i + taken + 2]))


def _is_spoil(lows: list[str], i: int, taken: int) -> bool:
    """`took 17 prisoners`, `captured 26 vehicles`: men and things taken, and no ground."""
    return lows[i] in _TAKES and taken == 1 and not _SPOILS.isdisjoint(lows[i + 1 : i + 5])


def _only_lies(lows: list[str], i: int, taken: int) -> bool:
    """`The ruins lie ten kilometres from the town`: a distance that nobody has come."""
    return lows[i + taken - 1] == "from" and bool(_LIES & set(lows[max(i - 6, 0) : i]))


def type_of_toll(draft: Draft, number: int) -> tuple[str, str]:
    """ "Five rebels were killed.": by what the sentence before tells, where it is violent and in the same line."""
    before = draft.sentences[number - 1] if number else None
    here = draft.sentences[number]
    if before is not None and (before.line, before.status) == (here.line, here.status) and before.type in _VIOLENT:
        return str(before.type), "toll-goes-on"
    return "clash", "toll"


def in_main_clause(lows: list[str], tolled: bool = False) -> list[bool]:
    """For each word whether it stands in the main clause: behind an opening clause, outside of those set in later.

    Where people are counted dead, `when` tells what killed them: "Two men died when a rocket struck a house".
    """
    opens = lows[0] in _OPENERS or {"after", "into"} & set(lows[1:4])  # "Three days after they took it, ..."
    begin = next((i for i, w in enumerate(lows) if w == ","), 0) if opens else 0
    inside, main = True, []
    for i, word in enumerate(lows):
        if tolled and word == "when":
            inside = True
        elif word in _SUBORDINATE and (i >= begin + 4 or (i and lows[i - 1] == ",")):
            inside = False
        elif word in (",", ";") and not inside:
            inside = True
        main.append(inside and i >= begin)
    return main
