"""The signs that a count runs on: a toll that rose, a war as a whole, the perfect tense, a losses' tally."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from .all_told import all_told
from .cues import cue
from .model import HARMED, DateMention, Draft, Figure
from .surroundings import Surroundings

_TOLL = cue("periods", "toll")
_TALLY = cue("periods", "tally")
_RISEN = cue("periods", "risen")
_PASSED = cue("kinds", "passed")
_SINGLE = cue("periods", "single")
_COUNTING = cue("periods", "counting")
_PUTS = cue("periods", "puts")
_OWNED = cue("periods", "owned")
_DAWN = cue("periods", "dawn")
_DAYS = cue("dates", "weekdays")
_HOURS = _DAWN | cue("periods", "hours")
_BODIES = HARMED | {"other"}
_HARM = frozenset(["killed", "wounded", "missing"])
_SEND = cue("periods", "send")
_SPELLS = cue("kinds", "spells")
_PERFECT = cue("grammar", "have")
_BRINGS = cue("periods", "brings")
_SEVERAL = 10  # things done or lost, too many for one deed in the perfect tense
_SEASON = 31  # days: what took longer runs on
_BRINGING = cue("periods", "bringing")
_SPAN = cue("periods", "span")
_TOLL_HEADS = cue("periods", "toll_heads")
_OWN = cue("periods", "own")


def runs_on(figure: Figure, date: DateMention | None, words: Surroundings) -> str | None:
    """The sign that a count of people harmed or driven out, of places taken, of strikes is a running one."""
    draft = words.draft
    lead = frozenset(words.lead)
    dated = figure.date_start is not None
    if figure.part and date is not None and not date.since and 0 <= date.first - figure.last <= 2:
        return None  # "55 of them in the past 24 hours"
    rose = _rose(words.lead) or bool(words.inside & _PASSED)  # "the number of wounded had passed 160"
    if lead & _TALLY and rose and not _of_a_blast(words.lead):
        return "toll-that-rose"
    if all_told(figure, date, words):
        return "all-told"
    if "number" in words.inside and lead & (_PUTS | _RISEN) and not (date is not None and date.rule == "past-span"):
        return "number-put-at"
    if _in_total(date, words):
        return "in-total"
    if _long(figure, date, draft) and not set(words.lows) & _SINGLE:
        return "month-or-year"
    as_of = any(words.lows[k : k + 2] == ["as", "of"] for k in (0, words.at[1]))
    if as_of or _known_by(date, draft) or _by_then(words):
        return "known-by-a-day"  # "by Monday", "as of 16 May"
    if date is not None and put_at(words) and date.precision in ("month", "year") and date.last <= figure.first:
        return "put-at-then"  # "In February the president put its dead at 46,000"
    if dated or figure.kind not in _HARM:
        return None
    if set(words.lead[-3:]) & _COUNTING:
        return "goes-on-counting"
    return "campaign" if _of_a_campaign(figure, words) else None


def _rose(lead: list[str]) -> bool:
    """`the toll rose to 12`, `taking the toll to 12`; but `18 dead in taking the bridge`."""
    for k, low in enumerate(lead):
        if low not in _RISEN:
            continue
        if low not in _BRINGS or "to" in lead[k + 1 : k + 3] or _TALLY & set(lead[k + 1 : k + 7]):
            return True
    return False


def _of_a_blast(lead: list[str]) -> bool:
    """`raised the death toll from the truck bombing to 64`: of what was over in a moment."""
    at = next((k for k, low in enumerate(lead) if low in ("toll", "tolls")), len(lead))
    behind = lead[at + 1 : at + 8]
    return (
        behind[:1] in (["from"], ["of"], ["in"], ["after"])
        and bool((_SINGLE | {"bombs"}) & set(behind))
        and "attacks" not in behind
    )


def of_one_event(figure: Figure, words: Surroundings) -> bool:
    """`It later raised the toll to 18`: of the attack told just before, not of the war."""
    lead = words.lead
    if "toll" in lead and _SINGLE & set(lead[lead.index("toll") :]):
        return True  # "put the toll of the massacre at 115"
    if words.around & _TOLL or words.around & _BRINGING:
        return False
    figures = words.draft.figures
    at = bisect_left(figures, figure.start, key=lambda f: f.start)
    for other in reversed(figures[max(0, at - 12) : at]):
        if other.scope == "level":
            continue
        near = words.draft.sentences[other.sentence].line == words.draft.sentences[figure.sentence].line
        if near and "losses" in words.lead and figure.sentence - other.sentence <= 1 and other.scope == "incremental":
            return True  # "attacked 42 times in the past 24 hours. It put enemy losses at 204 dead"
        if other.kind == figure.kind or ({other.kind, figure.kind} <= _BODIES and other.unit == "people"):
            apart = words.draft.sentences[other.sentence].line != words.draft.sentences[figure.sentence].line
            if apart and "losses" in words.lead and not _SPAN & set(words.lead):
                return False  # "The ministry put Ukrainian losses in the region at 5,500", in a paragraph of its own
            of_a_day = other.date_start is not None and other.date_start == other.date_end  # "62 killed since dawn"
            return (other.scope == "incremental" or of_a_day) and figure.sentence - other.sentence <= 2
    return False


def put_at(words: Surroundings) -> bool:
    """`puts the number of dead at 340`: who puts a number at so many has gone on counting."""
    lead = set(words.lead[-14:])
    return words.lead[-1:] in (["at"], ["as"]) and bool(lead & _PUTS and lead & _TALLY)


def many_things_done(figure: Figure, words: Surroundings) -> bool:
    """`27 car bombs had been blown up`, `had already documented 400 crimes`: a sum, where no day is told."""
    if figure.date_start is not None or figure.more or (figure.low or figure.high or 0) < _SEVERAL:
        return False
    if set(words.lows) & (_SINGLE | _DAWN):
        return False
    behind = words.behind
    if any(a in ("a", "each", "every", "per") and b in _SPELLS for a, b in pairwise(behind)):
        return False  # "some 2,000 ships a month"
    been = any(a in _PERFECT and "been" in behind[k + 1 : k + 3] for k, a in enumerate(behind))
    lead = words.lead[-5:]
    return been or ("made" in behind and "had" in behind) or ("already" in lead and bool(_PERFECT & set(lead)))


def own_toll(words: Surroundings) -> bool:
    """`raised its toll to 13`, `last gave a toll: 13 dead`: of all that a party has lost so far."""
    lead = words.lead
    if lead[-1:] == [":"]:
        return bool({"toll", "losses"} & set(lead))
    at = len(lead) - 1 - lead[::-1].index("toll") if "toll" in lead else 0
    return at > 0 and lead[at - 1] in _OWN


def summed_up(figure: Figure, words: Surroundings) -> bool:
    """`has carried out 640 consultations`: what was done so far, where no day and no single deed is told."""
    lead = words.lead
    return (
        words.tense == "perfect"
        and not figure.more
        and (figure.low or figure.high or 0) >= _SEVERAL
        and "to" not in lead[-3:]
        and not set(words.lows) & (_SINGLE | _DAWN | _SEND)
    )


def under_a_toll(figure: Figure, draft: Draft) -> bool:
    """Under the heading `The toll so far`."""
    section = draft.sentences[figure.sentence].section
    if section is None or draft.sections[section].level != "topic":
        return False
    words = set(draft.sections[section].heading.lower().split())
    return bool(words & _TOLL_HEADS)


def before(date: DateMention, word: str, draft: Draft) -> bool:
    """Whether `word` stands right before the date."""
    return date.first > 0 and draft.tokens[date.first - 1].low == word


def _in_total(date: DateMention | None, words: Surroundings) -> bool:
    """`a toll of 90 so far`, `90 altogether`; but `a total of 90` only counts, and so does the total of one day."""
    signs = words.around & _TOLL
    if signs - {"total"} or ("far" in words.ahead and date is None):
        return True
    if not signs and "total" not in words.lead:
        return False
    lows = words.lows[: words.at[1]]
    at = len(lows) - 1 - lows[::-1].index("total") if "total" in lows else 0
    plain = lows[at - 1 : at + 2] == ["a", "total", "of"]
    return not plain and not (date is not None and date.rule == "past-span")


def _of_a_campaign(figure: Figure, words: Surroundings) -> bool:
    """`69 civilians have died`, `the army has lost 45 soldiers`, `acknowledged 54 dead`: no event is named."""
    if figure.more or set(words.lows) & (_SINGLE | _DAWN):
        return False
    lead = words.lead[-6:]
    if words.tense == "perfect" and "to" not in lead[-3:]:
        passive = figure.rule.endswith("predicate")
        return passive or bool(set(lead[-4:]) & _OWNED)
    return False


def _long(figure: Figure, date: DateMention | None, draft: Draft) -> bool:
    """It holds for a year, or from one month to another; what happened within one month is told as one event."""
    if date is None or figure.date_start is None or figure.date_end is None or date.rule == "past-span":
        return False
    months = (figure.date_end - figure.date_start).days > _SEASON or before(date, "between", draft)
    return months and date.precision in ("month", "year")


def _by_then(words: Surroundings) -> bool:
    """`had received 46 wounded by Monday noon`: so many up to then."""
    if "had" not in words.lead[-6:] and "had" not in words.behind:
        return False
    if words.lows[:1] == ["by"] and _DAYS & set(words.lows[1:3]):
        return True  # "By Monday night the agency had registered 900 arrivals"
    return any(a == "by" and (b in _DAYS or b in _HOURS) for a, b in pairwise(words.ahead[:8]))


def _known_by(date: DateMention | None, draft: Draft) -> bool:
    """`dead whose names were known by the end of April`."""
    return date is not None and date.rule != "clock" and before(date, "by", draft)
