"""Classify sentences: their status against the report's day, and the type of what they tell.

Needs dates, sources and attributions, figures and groups; sets `status`, `type`, `event_type`, `sub_event_type`.
"""

from __future__ import annotations

from typing import Any

from . import calendar
from .cues import cue
from .lexicon import Lexicon
from .model import DateMention, Draft, Sentence, Token
from .numbers import Phrases
from .sources import Attribution

_OLD = 6  # days after which an event without other signs is background
_COUNTED = {"strikes": "airstrike", "displaced": "displacement", "troops": "deployment"}
_OLD_WEEKLY = 14
_ANNOUNCEMENT = -1  # the last type of `events.toml`
_HAD_NOT = cue("classify", "had_not")
_PRESENT = cue("classify", "present")


class Events:
    """`events.toml`, made ready."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon["events"]
        self.types: list[dict[str, Any]] = words["type"]
        table: dict[str, object] = {}
        for rank, row in enumerate(self.types):
            for weight, key in ((3, "three"), (2, "two"), (1, "one")):
                for word in row[key]:
                    table.setdefault(word, []).append((rank, weight))  # type: ignore[attr-defined]
        self.triggers = Phrases.of(table)
        status = words["status"]
        self.announced = Phrases.of(dict.fromkeys(status["announced"], True))
        self.hypothetical = Phrases.of(dict.fromkeys(status["hypothetical"], True))
        self.conditional = frozenset(status["conditional"])
        self.current = frozenset(status["current"])
        self.background = Phrases.of(dict.fromkeys(status["background"], True))
        self.rank = {row["name"]: k for k, row in enumerate(self.types)}
        self.by_name = {row["name"]: row for row in self.types}


def events(lexicon: Lexicon) -> Events:
    if "events" not in lexicon.cache:
        lexicon.cache["events"] = Events(lexicon)
    made: Events = lexicon.cache["events"]
    return made


def classify(draft: Draft, lexicon: Lexicon, said: list[Attribution]) -> None:
    """Set status and type of every sentence."""
    words = events(lexicon)
    by_sentence: dict[int, list[Attribution]] = {}
    dates: dict[int, list[DateMention]] = {}
    for a in said:
        by_sentence.setdefault(a.sentence, []).append(a)
    for d in draft.dates:
        dates.setdefault(d.sentence, []).append(d)
    counted: dict[int, frozenset[str]] = {}
    for f in draft.figures:
        counted[f.sentence] = counted.get(f.sentence, frozenset()) | {f.kind}
    for number, sentence in enumerate(draft.sentences):
        if sentence.status == "noise":
            continue
        tokens = draft.tokens_of(sentence)
        here = by_sentence.get(number, [])
        sentence.status, rule = _status(
            tokens, here, dates.get(number, []), sentence, draft, words, bool(counted.get(number))
        )
        sentence.type, kind_rule = _type(tokens, sentence, words, counted.get(number, frozenset()))
        sentence.rule = f"{rule}+{kind_rule}"
        row = words.by_name.get(sentence.type or "")
        if row and sentence.type not in ("other", None):
            sentence.event_type, sentence.sub_event_type = row["event_type"], row["sub_event_type"]
    _territory(draft)


def _status(
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
    modal = next(
        (
            i
            for i, w in enumerate(lows)
            if w in words.conditional and not (w == "may" and i + 1 < len(lows) and lows[i + 1].isdigit())
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


def _planned(tokens: list[Token], speech: list[Attribution], draft: Draft, first: int, words: Events) -> bool:
    lows = [t.low for t in tokens]
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
    if (today - first.date_end).days > 200 and not any(
        w in ("which", "who", "where", "whose", "that", ",") for w in before[-7:]
    ):  # type: ignore[operator]
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


def _type(tokens: list[Token], sentence: Sentence, words: Events, counted: frozenset[str]) -> tuple[str, str]:
    scores = [0.0] * len(words.types)
    i, size = 0, len(tokens)
    main = _main_clause([t.low for t in tokens])
    while i < size:
        found = words.triggers.at(tokens, i, size)
        if not found:
            i += 1
            continue
        taken, hits = found
        early = 1.5 if main[0] <= i < main[1] else 0.8
        for rank, weight in hits:  # type: ignore[attr-defined]
            scores[rank] += weight * early
        i += taken
    for kind, name in _COUNTED.items():
        if kind in counted:
            scores[words.rank[name]] += 2.0
    if sentence.status == "announced" and "troops" not in counted:
        scores[_ANNOUNCEMENT] += 2.0 if any(t.low in ("announced", "announces") for t in tokens) else 0.0
    top = max(scores)
    if top < 2:
        return "other", "no-trigger"
    best = scores.index(top)
    return str(words.types[best]["name"]), f"{words.types[best]['name']}-words"


def _main_clause(lows: list[str]) -> tuple[int, int]:
    """Where the main clause stands: behind an opening participle phrase, before the first subordinate clause."""
    begin = 0
    if lows[0] in ("backed", "supported", "despite", "after", "while", "as", "although", "amid", "following", "when"):
        begin = next((i for i, w in enumerate(lows) if w == ","), 0)
    end = next(
        (
            i
            for i in range(begin + 4, len(lows))
            if lows[i]
            in ("as", "while", "after", "when", "which", "who", "where", "before", "because", "sparking", "backed")
        ),
        len(lows),
    )
    return begin, end


def _territory(draft: Draft) -> None:
    """A place taken by a state's forces is regained, one taken by others is overtaken."""
    first: dict[int, str | None] = {}
    for group in draft.groups:
        first.setdefault(group.sentence, group.actor_type)
    for number, sentence in enumerate(draft.sentences):
        if sentence.type in ("capture", "recapture"):
            state = first.get(number) in ("State forces", "External/Other forces")
            sentence.sub_event_type = "Government regains territory" if state else "Non-state actor overtakes territory"
