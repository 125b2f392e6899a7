"""Whether a figure runs on, adds, or stands: `cumulative`, `incremental`, `level`."""

from __future__ import annotations

from .all_told import all_told
from .cues import cue
from .leaning import admits, as_before, compared, earlier_toll, of_those_told, told_so_far
from .model import LEVELS, DateMention, Draft, Figure
from .running import (
    before,
    many_things_done,
    of_one_event,
    own_toll,
    put_at,
    runs_on,
    summed_up,
    under_a_toll,
)
from .scope_of_measures import of_ground, of_measure
from .scope_of_shares import of_share
from .scope_of_troops import acts, of_troops
from .standing import EVENTS, as_it_is, captives, inhabitants, only_where, owns, stands
from .surroundings import Scope, Surroundings, rate

_SEND = cue("periods", "send")
_STANDING = cue("periods", "standing")
_HOSTING = cue("periods", "hosting")
_POSSIBLE = cue("grammar", "possible")
_MEANS = cue("periods", "means") | cue("periods", "events")
_ABOARD = cue("periods", "aboard")
_SINGLE = cue("periods", "single")
_PERFECT = cue("grammar", "have")
_RULED_TOO = cue("periods", "ruled")
_ROSE = cue("periods", "rose")
_SWAPPED = cue("kinds", "swapped")
_TOLLS = cue("kinds", "tolls")
_HAPPENED = ("current", "background")


def scope_of(figure: Figure, date: DateMention | None, draft: Draft) -> Scope:
    """The scope of a figure whose period is known, None where nothing tells; and the rule."""
    kind = figure.kind
    words = Surroundings(figure, draft)
    if kind in LEVELS:
        return of_measure(figure, date, words)
    if figure.rule.startswith("nothing"):
        if words.tense == "perfect" and "far" in words.ahead:
            return "cumulative", "nothing-so-far"
        return "incremental", "nothing-happened"
    if figure.rule.endswith("+number-verb") and words.tense != "past":
        return "level", "number-verb"  # "the wounded number 300"
    if kind == "troops":
        return of_troops(figure, words)
    if figure.unit == "percent":
        return of_share(figure, date, words)
    if figure.unit.startswith("square"):
        return of_ground(date, words)
    if told := as_it_is(figure, words):
        return told
    if date is not None and date.since:
        lasts = kind == "settlements" or (kind == "other" and figure.unit != "people")
        lasts = lasts and words.tense == "stands"
        return ("level", "stands-since") if lasts else ("cumulative", "since-a-day")
    if admits(figure, draft) and told_so_far(figure, draft):
        return "cumulative", "admitted-so-far"
    if kind in EVENTS or figure.rule.endswith("casualties"):
        return _of_event(figure, date, words)
    return _of_other(figure, date, words)


def _of_event(figure: Figure, date: DateMention | None, words: Surroundings) -> Scope:
    """The scope of people harmed or driven out, of places taken, of strikes."""
    kind, draft, around = figure.kind, words.draft, words.around
    if captives(figure, words):
        return "level", "held-or-sheltered"
    if words.tense == "planned" and figure.date_start is None and (not figure.more or around & (_POSSIBLE | {"would"})):
        return None, "planned"
    if stands(figure, words):
        return "level", "held-or-sheltered"
    if figure.more and "total" not in words.lead and kind != "displaced":
        runs = _PERFECT & set(words.inside) and told_so_far(figure, draft)
        return ("cumulative", "another-so-far") if runs else ("incremental", "another")
    if "far" in around and date is not None and _today(date, draft):
        return "incremental", "so-far-today"
    if words.lead[-1:] == ["by"] and set(words.lead) & _TOLLS:
        return "incremental", "rose-by"  # "raised its toll by 19 ...
    if words.lead[-1:] == ["to"] and "by" in words.lead[-4:] and set(words.lead) & _TOLLS:
        return "cumulative", "toll-that-rose"  # ... to 212"
    if earlier_toll(figure, draft):
        return "cumulative", "earlier-toll"
    if compared(figure, draft) and (then := as_before(figure, draft)) is not None:
        return then, "compared"
    if figure.date_start is None:
        if (toll := of_those_told(figure, draft)) is not None and toll.scope is not None:
            return toll.scope, "of-those-told"
        if under_a_toll(figure, draft):
            return "cumulative", "under-a-toll"
        losses = "losses" in words.lead[-4:] or ("losses" in words.lead and figure.rule.endswith("casualties"))
        if losses or "toll" in words.lead or put_at(words):
            if not (own_toll(words) or all_told(figure, date, words)) and of_one_event(figure, words):
                return "incremental", "toll-of-one-event"
            if losses or put_at(words) or own_toll(words):
                return "cumulative", "losses-put-at"
        many = figure.vague and (figure.low or 0) >= 2000
        if many and (kind == "killed" or (kind == "displaced" and words.tense == "perfect")):
            return ("incremental", "one-event-named") if set(words.lows) & _SINGLE else ("cumulative", "thousands")
    if sign := runs_on(figure, date, words):
        return "cumulative", sign
    if kind == "settlements" and many_things_done(figure, words):
        return "cumulative", "many-things-done"
    return _of_displaced(figure, date, words) if kind == "displaced" else ("incremental", "event")


def _of_displaced(figure: Figure, date: DateMention | None, words: Surroundings) -> Scope:
    around = words.around
    if {"been", "have"} <= around and "total" in around:
        return "cumulative", "in-total"
    if rate(words):
        return "incremental", "so-many-a-day"
    if around & _HOSTING and not around & {*_PERFECT, "been"} and (figure.more or not figure.part):
        return "level", "hosting"
    brief = date is not None and (date.precision == "day" or date.rule == "past-span")
    day = date is not None and brief and not date.since and not before(date, "by", words.draft)
    few = (figure.vague and (figure.low or 0) < 1000) or ("had" in around and (figure.low or figure.high or 0) < 5000)
    at_once = "when" in words.ahead[:8] or "when" in words.lows[:1]  # "had fled to the hills when it fell"
    few = at_once or (few and "by" not in words.ahead[:6]) or "space" in words.ahead[:6]  # "in the space of a week"
    perfect = around & _PERFECT and not day and not few
    return ("cumulative", "have-fled") if perfect else ("incremental", "event")


def _of_other(figure: Figure, date: DateMention | None, words: Surroundings) -> Scope:
    draft, around = words.draft, words.around
    if all_told(figure, date, words):
        return "cumulative", "all-told"
    if figure.bare and {"number", "total"} & set(words.lead) and "of" in words.lead and _rose(words):
        return "cumulative", "number-that-rose"
    if compared(figure, draft):
        return as_before(figure, draft) or "level", "compared"
    if inhabitants(figure, draft) or figure.rule.endswith("whole"):
        return "level", "whole"
    if not figure.bare and figure.unit != "times" and only_where(words):
        means = words.inside & _MEANS and words.tense in ("past", "perfect")  # "crossed in six boats"
        return ("incremental", "by-means-of") if means else _where_it_was(words)
    if figure.unit == "people" and words.behind[:1] in (["are"], ["were"]) and _ABOARD & set(words.behind[1:4]):
        return "level", "where-they-are"  # "some 440 people were on board"
    tense = words.tense
    if figure.more and around & _SEND and not around & _POSSIBLE:
        return "incremental", "more-sent"
    if tense == "planned":
        return None, "planned"
    if figure.unit != "people" and many_things_done(figure, words):
        return "cumulative", "many-things-done"
    verbed = (
        acts(figure, words)
        or figure.rule.endswith(("freed", "verb-object", "casualties", "predicate", "times", "nothing"))
        or figure.unit == "times"
        or figure.unit.endswith("attacks")
    )
    if verbed:
        if not figure.rule.endswith("verb-object"):
            freed = figure.rule.endswith("freed") and figure.date_start is None and summed_up(figure, words)
            freed = freed and not _SWAPPED & words.around  # "have swapped 190 prisoners": one deed
            return ("cumulative", "summed-up") if freed else ("incremental", "deed")
        verb = figure.verb if figure.verb is not None else figure.first
        holds = (owns(words) or draft.tokens[verb].low in _RULED_TOO) and draft.tokens[verb + 1].low not in (
            "back",
            "off",
            "up",
        )
        if holds or (tense == "stands" and around & _STANDING):
            return "level", "standing-verb"
        summed = figure.date_start is None and summed_up(figure, words)
        return ("cumulative", "summed-up") if summed else ("incremental", "deed")
    if tense == "stands" or (tense is None and around & _STANDING) or owns(words):
        return "level", "standing-verb"
    if words.ahead[:1] in (["has"], ["have"], ["had"]) or {"was", "were"} & set(words.rest):
        return "incremental", "was-done"  # "five aircraft were shot down"
    if tense == "past":
        return "incremental", "past-tense"
    if tense == "perfect" and "far" in words.around:
        return "cumulative", "so-far"
    return ("incremental", "dated") if figure.date_start is not None else _without_a_sign(figure, words)


def _where_it_was(words: Surroundings) -> Scope:
    """A count of spots in which something is told: `are sheltering in 16 sites`, `handed out meals in seven sites`."""
    if words.tense == "stands":
        return "level", "where-it-stands"
    done = words.tense in ("past", None) and words.lead[-1:] == ["in"]
    return ("incremental", "where-it-was-done") if done else (None, "only-says-where")


def _without_a_sign(figure: Figure, words: Surroundings) -> Scope:
    """Neither a verb nor a day tells: what a report counts has happened, unless its sentence is about what may come."""
    current = words.draft.sentences[figure.sentence].status in _HAPPENED
    return ("incremental", "counted") if current and words.tense is None else (None, "no-sign")


def _rose(words: Surroundings) -> bool:
    """`The number of destroyed houses has reached 572,000`: it has gone on rising."""
    return bool(_ROSE & set(words.lead[-3:]))


def _today(date: DateMention, draft: Draft) -> bool:
    """It begins on the report's own day."""
    day = draft.as_of[:10] if draft.as_of else str(draft.published)
    return str(date.date_start) == day
