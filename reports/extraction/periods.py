"""Which days a figure covers, and whether it runs on, adds, or stands: `date_start`, `date_end`, `scope`.

Needs figures and dates; also dates the sentences.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from .bulletin_days import Review, bulletin_day, reviewed
from .cues import cue
from .leaning import follow_their_sum, listed_scope, others, rival_of, runs_on_with
from .model import HARMED, LEVELS, DateMention, Draft, Figure, Sentence
from .period_of import date_of, dates_a_level, of_the_speech
from .scopes import scope_of

# Signs of scope that any other outweighs.
_WEAK = ("event", "no-sign", "past-tense", "deed", "planned", "held-or-sheltered")
_COUNTERED = cue("periods", "countered")
_MORE_OF_IT = cue("periods", "more_of_it")


def date_figures(draft: Draft) -> None:
    """Set period and scope of every figure, then the day of every sentence."""
    by_sentence: dict[int, list[DateMention]] = {}
    for mention in draft.dates:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    bulletin = bulletin_day(draft, by_sentence)
    review = reviewed(draft, by_sentence)
    for k, figure in enumerate(draft.figures):
        date = date_of(figure, k, by_sentence.get(figure.sentence, []), draft)
        _cover(draft, k, date, review, bulletin)
        if figure.scope is None:
            _scope(draft, k, date)
        _uncover(draft, k, date)
    _lean_forward(draft)
    follow_their_sum(draft)
    _follow_wholes(draft)
    _follow_what_is_said_again(draft)
    _date_sentences(draft, by_sentence)


def _cover(
    draft: Draft, k: int, date: DateMention | None, review: Review | None, bulletin: tuple[dt.date, dt.date] | None
) -> None:
    """Set the period: by the date of its clause, else by what it goes on from, else by the bulletin."""
    figure = draft.figures[k]
    today = dt.date.fromisoformat(draft.as_of[:10]) if draft.as_of else draft.published
    summed = review is not None and figure.sentence in review.sentences
    if date is not None and review and summed and date.rule == "the-week":
        figure.cover(review.first, review.last, "span-under-review")
    elif date is not None and date.date_start is not None:
        runs = date.since and today and date.date_start <= today
        figure.cover(date.date_start, today if runs else date.date_end, "since" if runs else "date-in-its-clause")
    elif (rival := rival_of(draft, k)) is not None:
        figure.cover(rival.date_start, rival.date_end, "as-the-rival-count")
    elif k and (leaned := _leans_on(draft, k)) is not None:
        other = draft.figures[leaned]
        figure.cover(other.date_start, other.date_end, "as-the-count-before")
    elif review and summed and figure.kind not in LEVELS:
        figure.cover(review.first, review.last, "span-under-review")
    elif bulletin and figure.kind not in LEVELS:
        figure.cover(*bulletin, "day-of-the-bulletin")


def _scope(draft: Draft, k: int, date: DateMention | None) -> None:
    figure = draft.figures[k]
    figure.scope, figure.rules["scope"] = scope_of(figure, date, draft)
    rival = rival_of(draft, k) if date is None else None
    weak = figure.leans is None or figure.rules["scope"] in _WEAK
    if rival is not None and rival.scope is not None and (weak or rival.date_start is not None):
        figure.scope, figure.rules["scope"] = rival.scope, "as-the-rival-count"
    if figure.rules.get("scope") == "no-sign" and k and (listed := listed_scope(draft, k)) is not None:
        figure.scope, figure.rules["scope"] = listed, "listed-with"
    if figure.rules.get("part_of") == "among" and figure.part_of is not None and figure.part_of < k:
        figure.scope, figure.rules["scope"] = draft.figures[figure.part_of].scope, "as-its-whole"
    goes_on = k > 0 and (runs_on_with(draft, k) or _driven_too(draft, k))
    if figure.scope == "incremental" and goes_on and figure.rules["scope"] != "in-one-event":
        figure.scope, figure.rules["scope"] = "cumulative", "runs-on-with-the-count-before"


def _uncover(draft: Draft, k: int, date: DateMention | None) -> None:
    """Mend the period by the scope: plans and what stands have none, another's toll has that of the event."""
    figure = draft.figures[k]
    if figure.date_start is None and k and (event := _same_event(draft, k)) is not None:
        figure.cover(event.date_start, event.date_end, "as-the-event-told-before")
    if figure.rules.get("scope") == "planned":
        figure.cover(None, None, "planned")
    area = figure.unit.startswith("square") and not (date and date.since)
    stands = figure.scope == "level" and (figure.kind in LEVELS or not dates_a_level(figure, date, draft))
    if area or stands:
        figure.cover(None, None, "stands-without-period")
    if date and k and not date.since and date.date_start and (start := _counted_by(draft, k, date)):
        figure.cover(start, date.date_end, "counted-by-a-day")
        figure.scope, figure.rules["scope"] = "cumulative", "counted-by-a-day"


def _follow_wholes(draft: Draft) -> None:
    """A part has the scope and the period of its whole, unless it has its own."""
    for figure in draft.figures:
        if figure.part_of is None:
            continue
        whole = draft.figures[figure.part_of]
        alike = figure.scope is None or (figure.kind == whole.kind and figure.date_start == whole.date_start)
        losses = whole.rule.endswith("casualties") and whole.scope == "cumulative" and figure.sentence == whole.sentence
        alike = alike or (losses and figure.date_start == whole.date_start)  # "losses of 900 men, 350 of them killed"
        if (figure.unit == "percent" and figure.kind == "other") or figure.rules.get("scope") == "in-one-event":
            alike = figure.scope is None
        if whole.scope == "level" and figure.scope is not None and "+predicate" in figure.rule:
            alike = False  # "9,000 are camped there; 700 of them were flown out"
        among = figure.rules.get("part_of") == "among"
        if ((alike and figure.scope != "level") or among) and whole.scope not in (None, figure.scope):
            figure.scope, figure.rules["scope"] = whole.scope, "as-its-whole"
        apart = among and figure.sentence != whole.sentence
        if figure.date_start is None and figure.scope != "level" and not apart:
            figure.cover(whole.date_start, whole.date_end, "as-its-whole")


def _follow_what_is_said_again(draft: Draft) -> None:
    for figure in draft.figures:
        if figure.same_as is not None and figure.kind not in LEVELS:
            other = draft.figures[figure.same_as]
            figure.scope, figure.rules["scope"] = other.scope, "said-again"
            figure.cover(other.date_start, other.date_end, "said-again")


def _same_event(draft: Draft, k: int) -> Figure | None:
    """`The rebels countered that they had killed 300`, `gave its losses as 18 dead`: of the day told just before."""
    figure = draft.figures[k]
    sentence = draft.sentences[figure.sentence]
    lows = set(draft.lows[sentence.first : figure.first])
    if figure.scope != "incremental" or not (figure.rules.get("scope") == "toll-of-one-event" or lows & _COUNTERED):
        return None
    for other in reversed(draft.figures[max(0, k - 6) : k]):
        if figure.sentence - other.sentence > 2:
            return None
        dated = other.date_start is not None and other.scope == "incremental" and other.kind in HARMED
        if dated and other.sentence < figure.sentence:
            return other
    return None


def _driven_too(draft: Draft, k: int) -> bool:
    """`Thousands have been killed and more than a million driven from their homes`: one auxiliary for both."""
    figure = draft.figures[k]
    if not figure.rule.endswith("predicate") or figure.verb is None or figure.more:
        return False
    own = set(draft.lows[figure.first : figure.verb]) & {"have", "has", "had", "were", "was", "are", "is"}
    before = [f for f in draft.figures[max(0, k - 3) : k] if f.sentence == figure.sentence and f.kind in HARMED]
    return not own and bool(before) and all(f.scope == "cumulative" for f in before)


def _counted_by(draft: Draft, k: int, date: DateMention) -> dt.date | None:
    """`up from the 413 it had counted by Sunday`: from the same beginning as the count before, up to that day."""
    before = draft.tokens[date.first - 1].low if date.first else ""
    if before not in ("by", "until") and draft.tokens[draft.figures[k].first - 1].low not in (
        "against",
        "from",
        "with",
    ):
        return None
    for other in draft.figures[max(0, k - 3) : k]:
        if (
            other.sentence == draft.figures[k].sentence
            and other.scope == "cumulative"
            and other.date_start
            and date.date_end
            and other.date_start < date.date_end
        ):
            return other.date_start
    return None


def _leans_on(draft: Draft, k: int) -> int | None:
    """A count without a date of its own, coordinated with one that has it, in the same sentence."""
    figure = draft.figures[k]
    for j in range(k - 1, max(-1, k - 5), -1):
        other = draft.figures[j]
        if other.sentence != figure.sentence:
            break
        if other.date_start is not None and other.kind not in LEVELS and figure.kind not in LEVELS:
            return j
    if figure.part or (figure.source is not None and _continues(draft, figure)):
        j = k - 1
        other = draft.figures[j]
        if figure.sentence - other.sentence <= 1 and other.date_start is not None and other.kind == figure.kind:
            return j
    if k and figure.kind in HARMED and others(draft, figure):
        other = draft.figures[k - 1]
        if figure.sentence - other.sentence == 1 and other.date_start is not None and other.kind in HARMED:
            return k - 1
    return None


def _lean_forward(draft: Draft) -> None:
    """`14 were killed and 31 wounded when shells hit a market on Tuesday`: the first has the day of the second."""
    wholes = [f for f in draft.figures if not f.part]
    for one, two in reversed([*pairwise(wholes), *pairwise(draft.figures)]):
        harm = one.kind in HARMED and two.kind in HARMED and one.scope == two.scope == "incremental"
        if harm and one.date_start is None and two.date_start is not None and one.sentence == two.sentence:
            between = draft.tokens[one.last : two.first]
            if not any(t.low in (";", "but", "while", "after", "before") for t in between):
                one.cover(two.date_start, two.date_end, "as-the-count-behind")


def _continues(draft: Draft, figure: Figure) -> bool:
    first = draft.sentences[figure.sentence].first
    return " ".join(draft.lows[first : first + 2]) in _MORE_OF_IT


def _date_sentences(draft: Draft, by_sentence: dict[int, list[DateMention]]) -> None:
    for number, sentence in enumerate(draft.sentences):
        if date := main_date(sentence, by_sentence.get(number, []), draft):
            sentence.date_start, sentence.date_end = date.date_start, date.date_end
            sentence.date_precision = date.precision
            rule = "day-of-the-speech" if of_the_speech(date, draft) else "first-date"
            sentence.rules |= {"date_start": rule, "date_end": rule, "date_precision": rule}


def main_date(sentence: Sentence, dates: list[DateMention], draft: Draft) -> DateMention | None:
    """The date of what the sentence tells: the first that is not the speaker's own, else the first."""
    known = [d for d in dates if d.date_start is not None and not _possessive(d, draft)]
    ours = [d for d in known if not of_the_speech(d, draft)]
    return next(iter(ours or known), None)


def _possessive(date: DateMention, draft: Draft) -> bool:
    return date.last < len(draft.tokens) and draft.tokens[date.last].low == "'s"
