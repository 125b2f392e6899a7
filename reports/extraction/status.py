"""How a sentence stands to the report's day: current, background, announced, hypothetical or denied."""

from __future__ import annotations

from . import calendar
from .attribution import Attribution
from .cues import cue
from .event_words import Events
from .model import DateMention, Draft, Sentence, Token

_DAYS_TO_COME = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "next", "tomorrow", "later"]
)
_OLD = 6  # days after which an event without other signs is background
_OLD_WEEKLY = 14
_HAD_NOT = cue("classify", "had_not")
_PRESENT = cue("classify", "present")


def status_of(
    tokens: list[Token],
    said: list[Attribution],
    dates: list[DateMention],
    sentence: Sentence,
    draft: Draft,
    words: Events,
    counted: bool,
) -> tuple[str, str]:
    first = sentence.first
    lows = [t.low for t in tokens]
    speech = [a for a in said if a.verb is not None]
    if speech and speech[0].denial:
        return "denied", "denial"
    if not speech and any(w in ("denied", "denies", "denying") for w in lows[:8]):
        return "denied", "denial"
    if set(lows) & {"untrue", "baseless", "unfounded", "fabricated"}:
        return "denied", "denial"
    if condition := _conditional(lows, speech, first, words):
        return condition
    if _past_perfect(lows, speech, tokens):
        return "background", "past-perfect"
    if _planned(tokens, speech, draft, first, words):
        return "announced", "plan"
    if rule := _old(lows, dates, sentence, draft, words, tokens, counted):
        return "background", rule
    return "current", "default"


def _conditional(lows: list[str], speech: list[Attribution], first: int, words: Events) -> tuple[str, str] | None:
    """`If Aziziya fell`, `the assault would not start`, `a massacre could follow`."""
    if lows[0] in ("if", "should", "were", "unless"):
        return "hypothetical", "condition"
    if set(lows) & {"verified", "confirmed", "checked"} and "be" in lows:
        return None
    modal = next(
        (
            i
            for i, w in enumerate(lows)
            if w in words.conditional
            and lows[i - 1] != "what"
            and not (w == "may" and i + 1 < len(lows) and lows[i + 1].isdigit())
        ),
        None,
    )
    if modal is None:
        return None
    if "if" in lows or "unless" in lows:
        return "hypothetical", "condition"
    verbs = [a.verb - first for a in speech if a.verb is not None]
    lead = [v for v in verbs if v < modal]
    between = lows[(lead[-1] + 1) if lead else 0 : modal]
    if lows[modal] == "would":
        if any(
            w
            in (
                "announced",
                "vowed",
                "pledged",
                "announces",
                "promised",
                "agreed",
                "deal",
                "agreement",
                "plan",
                "ordered",
            )
            for w in lows[:modal]
        ):
            return "announced", "would"
        if (
            lead
            and between[-1:]
            and between[-1] in ("it", "they", "he", "she", "we")
            and "not" not in lows[modal : modal + 2]
        ):
            return "announced", "would"
        if lead and len(between) < 12 and not any(w.isdigit() for w in between):
            return "hypothetical", "would"
        if not verbs and modal < 10:
            return "announced", "would"
    if (
        lows[modal] in ("could", "might", "may")
        and modal < 12
        and not any(w.isdigit() or w in words.current for w in lows[:modal])
        and not any(w[0].isdigit() for w in lows)
        and lead
    ):
        return "hypothetical", "could"
    return None


def _past_perfect(lows: list[str], speech: list[Attribution], tokens: list[Token]) -> bool:
    """`had expelled`: background, unless "said" only shifts the tense back."""
    if speech:
        return False
    for i, word in enumerate(lows[:26]):
        if word in (",", ";", ":") and i > 14:
            return False
        if word == "had" and i + 1 < len(lows) and i > 0:
            after = lows[i + 1]
            if (
                after in _HAD_NOT
                or after.isdigit()
                or not (
                    after.endswith(("ed", "en", "wn"))
                    or after
                    in (
                        "taken",
                        "driven",
                        "lost",
                        "held",
                        "fled",
                        "begun",
                        "sent",
                        "made",
                        "come",
                        "gone",
                        "left",
                        "won",
                        "retaken",
                        "fallen",
                        "put",
                        "cut",
                        "built",
                        "kept",
                        "met",
                    )
                )
            ):
                continue
            return not any(w in ("that", "which", "who", "where", "as", "after", "said", "and", ",") for w in lows[:i])
    return False


def _called_for_a_day(lows: list[str]) -> bool:
    """`a pause announced for Thursday`, `the vote is planned for next week`: a day that is to come."""
    return any(
        a in ("announced", "scheduled", "planned", "set", "due", "slated") and b == "for" and c in _DAYS_TO_COME
        for a, b, c in zip(lows, lows[1:], lows[2:], strict=False)
    )


def _planned(tokens: list[Token], speech: list[Attribution], draft: Draft, first: int, words: Events) -> bool:
    lows = [t.low for t in tokens]
    if _called_for_a_day(lows):
        return True
    quoted = False
    past = False
    for i in range(len(tokens)):
        low = lows[i]
        if low in ('"', "“", "”"):
            quoted = not quoted
        if quoted:
            continue
        if low in ("which", "who", "after", "as", "that") and i > 10 and not speech:
            past = True
        found = words.announced.at(tokens, i, len(tokens))
        if not found:
            continue
        if low == "will" and i + 1 < len(lows) and lows[i - 1] in ("the", "a", "of", "their", "its"):
            continue
        if (
            low in ("is", "are")
            and found[0] == 2
            and (
                lows[i + 1] == "to"
                and i + 2 < len(lows)
                and lows[i + 2] in ("the", "blame", "north", "south", "a", "east", "west")
            )
        ):
            continue
        if low in ("ordered", "urged", "invited", "brokered") and i > 8:
            continue
        if low == "due" and i and lows[i - 1] not in ("is", "are", "was", "were", ","):
            continue
        if past or (i > 16 and low not in ("will", "is", "are", "tomorrow")):
            continue
        if low == "will" and any(w in ("killed", "wounded", "struck") for w in lows[:i]):
            continue
        return True
    return False


def _old(
    lows: list[str],
    dates: list[DateMention],
    sentence: Sentence,
    draft: Draft,
    words: Events,
    tokens: list[Token],
    counted: bool,
) -> str | None:
    """An event of days or years before, with nothing that brings it up to now."""
    today = draft.published
    if (
        any(words.background.at(tokens, i, len(tokens)) for i in range(min(len(tokens), 30)))
        and not (set(lows) & {"since", "now", "still"})
        and not any(d.date_end and today and (today - d.date_end).days < _OLD for d in dates)
    ):
        return "old-words"
    if (
        lows[0] == "the"
        and "has" in lows[2:4]
        and lows[1 : 2 + (lows[1] == "civil")][-1] in ("war", "conflict", "insurgency")
    ):
        return "old-war"
    if today is None:
        return None
    if (
        counted
        and any(d.since and d.rule != "year-away" and d.date_start and (today - d.date_start).days > 100 for d in dates)
        and not any(d.date_end and not d.since and (today - d.date_end).days < 3 for d in dates)
    ):
        return "long-since"
    ends = [d.date_end for d in dates if d.date_end is not None and not d.since and d.rule != "ago"]
    if not ends or any(d.since for d in dates):
        return None
    if (
        any(d.rule in ("month-away", "year-away") and d.date_end and d.date_end < today for d in dates)
        and len(ends) == 1
    ):
        return "old-month"
    if max(ends) > calendar.shift(today, -(_OLD_WEEKLY if _weekly(draft) else _OLD)):
        return None
    first = min((d for d in dates if d.date_end and d.rule != "ago"), key=lambda d: d.first)
    before = lows[: first.first - sentence.first]
    if "since" in lows or (
        any(w in _PRESENT for w in before)
        and not any(w in ("killed", "seized", "took", "captured") for w in before[:4])
    ):
        return None
    if (
        first.date_end
        and (today - first.date_end).days > 200
        and not any(w in ("which", "who", "where", "whose", "that", ",") for w in before[-7:])
    ):
        return "old-year"
    if {"have", "now", "still"} & set(lows) or (
        any(w in ("which", "who", "where", "whose", "that") for w in before[-9:]) and len(before) > 5
    ):
        return None
    return "old-date"


def _weekly(draft: Draft) -> bool:
    """The report says that it looks back over a week, or names its period in its head."""
    head = draft.text[:300].lower()
    if "weekly" in head or "reporting period" in head or "past week" in head:
        return True
    return any(
        d.sentence < 4 and d.date_start and d.date_end and 3 < (d.date_end - d.date_start).days < 16
        for d in draft.dates[:4]
    )
