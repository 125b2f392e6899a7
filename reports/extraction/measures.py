"""Numbers with a measure: distances, areas, percentages and shares, times."""

from __future__ import annotations

from .cues import cue
from .how_often import how_often
from .model import Figure, Token
from .number_values import Number
from .share_links import compared, of_those, put_at
from .words import CountWords

_PERCENT = cue("figures", "percent")
_CLEARED = cue("figures", "cleared")
_DROVE = cue("figures", "drove")
_ADVERBS = cue("kinds", "adverbs")
_WAS = cue("kinds", "what_was")
_TOLD = frozenset(["strikes", "killed", "wounded", "captured", "displaced", "trapped", "settlements"])
_ASIDE = 6  # tokens from a count to the share that says it again
Measured = tuple[str, str, int, float, str, str]  # kind, unit, token after, factor, subject, rule
_LEFT = cue("figures", "left")
_LAID_WASTE = cue("figures", "laid_waste")
_POPULATION = cue("figures", "population")
_FACTOR = cue("figures", "factor")
_WITHIN = cue("figures", "within")


def measure(
    n: Number, tokens: list[Token], start: int, end: int, words: CountWords, earlier: list[Figure]
) -> Measured | None:
    """Kind, unit, end, factor to the unit, subject and rule of a measured number; None for a plain count."""
    j = n.finish
    low = tokens[j].low if j < end else ""
    if low == "-" and j + 1 < end:
        j, low = j + 1, tokens[j + 1].low
    after = tokens[j + 1].low if j + 1 < end else ""
    if low in ("square", "sq") or low == "sq.":
        k = j + 2 if after == "." else j + 1
        unit = tokens[k].low if k < end else ""
        if unit in words.units:
            name = (
                "square miles"
                if unit.startswith("mi")
                else "square metres"
                if unit.startswith("m")
                else "square kilometres"
            )
            return "other", name, k + 1, 1, "ground", "area-unit"
        return None
    if low in ("hectares", "acres"):
        return "other", low, j + 1, 1, "ground", "area-unit"
    if low in words.units and (low != "m" or not tokens[j].space or tokens[j].text == "m"):
        return _distance(n, tokens, j, low, words, earlier)
    if low in ("times", "occasions") and after not in _FACTOR:
        kind, rule = how_often(n.begin, tokens, start, earlier)
        return kind, "times", j + 1, 1, "times", rule
    if low in _PERCENT or (low == "per" and after == "cent") or n.share:
        last = n.last if n.share else j + (2 if low == "per" else 1)
        found = _percent(n, tokens, last, start, end, words)
        if found[0] == "other" and (fate := of_those(tokens, last, end, words)):
            return fate, "percent", last, 1, "", "share-of-those-harmed"
        k = n.begin - 2 if tokens[n.begin - 1].low in ('"', "“") else n.begin - 1
        sway = [t.low for t in tokens[max(start, k - 2) : k + 1]] == ["hold", "sway", "in"]
        if not found[4] and k >= start and (tokens[k].low in words.hold or sway):
            return "percent_territory", "percent", last, 1, found[4], "share-held"
        if found[0] == "other" and (whole := _apposed(n, tokens, start, last, end, words, earlier)):
            return whole, "percent", last, 1, found[4], "share-of-the-same-people"
        if before := put_at(n, tokens, start, words, earlier):
            return before[0], "percent", last, 1, before[1], "share-put-at"
        if not found[4] and (before := compared(n, tokens, start, earlier)):
            return before[0], "percent", last, 1, before[1], "share-compared"
        return found
    of = [t.low for t in tokens[j : j + 2]]
    if of in (["of", "the"], ["of", "its"]) and j + 3 < end and tokens[j + 3].low in words.units:
        return _distance(n, tokens, n.last - 1, tokens[j + 3].low, words, earlier)  # "15 of the 45 kilometres"
    if n.rule in ("digits", "words") and (short := _elliptic(n, tokens, j, end, earlier)):
        return short
    return None


def _distance(n: Number, tokens: list[Token], j: int, low: str, words: CountWords, earlier: list[Figure]) -> Measured:
    factor = words.units[low]
    before = earlier[-1] if earlier else None
    inside = tokens[n.first - 1].low == "(" and before is not None and n.first - before.last <= 2
    if inside and before is not None and before.kind == "distance_km" and n.modifier == "exact":
        # "(15 miles)" says again what stands before the bracket: "about" and "within" hold for it too
        n.modifier, n.modifier_rule = before.modifier, "before-bracket"
        if n.modifier == "at_most":
            n.low = None
        elif n.modifier in ("at_least", "more_than"):
            n.high = None
    if n.modifier == "at_most" and n.high is None:
        n.high = n.low
    last = min(len(tokens), j + 1 + (low == "nautical"))
    return "distance_km", "kilometres", last, factor, "distance", "length-unit"


def _percent(n: Number, tokens: list[Token], last: int, start: int, end: int, words: CountWords) -> Measured:
    """Ground held or taken is `percent_territory`; a share of people who fled is `displaced`; the rest `other`."""
    noun, stop = _of_what(tokens, last - (tokens[last - 1].low == "of"), end, words)
    lows = {t.low for t in tokens[max(start, n.begin - 12) : n.begin]}
    stops = next(
        (
            k
            for k in range(stop, min(end, stop + 14))
            if (tokens[k].kind == "p" and tokens[k].low not in ("'s", '"', "”"))
            or tokens[k].low in ("and", "but", "while")
        ),
        min(end, stop + 14),
    )
    behind = {t.low for t in tokens[stop:stops]}
    if (
        stops < end
        and tokens[stops].low == ","
        and stops + 1 < end
        and tokens[stops + 1].low in ("are", "is", "remain")
    ):
        behind |= {t.low for t in tokens[stops + 1 : min(end, stops + 7)]} & {"hands", "control"}
    held = bool((lows | behind) & words.hold)
    place = (
        noun is not None
        and tokens[noun].capital
        and not words.person(tokens[noun].low)
        and not words.plural(tokens[noun].low)
    )
    settled = noun is not None and words.noun_kind.get(tokens[noun].low) == "settlements"
    ground = noun is not None and (
        settled or tokens[noun].low in words.ground or place or tokens[noun].low in ("it", "its")
    )
    subject = "" if noun is None else " ".join(t.text for t in tokens[last + 1 : stop])
    moved = bool(behind & _LEFT)
    people = noun is not None and (words.person(tokens[noun].low) or tokens[noun].low == "population")
    moved = moved or (people and bool({t.low for t in tokens[max(start, n.begin - 3) : n.begin]} & _DROVE))
    if moved and (people or noun is None or place) and not (ground and not place and held and not moved):
        return "displaced", "percent", max(stop if noun else last, last), 1, subject, "share-who-left"
    thing = noun is not None and not people and not words.plural(tokens[noun].low)
    if thing and behind & _CLEARED and not behind & {"people", "civilians"}:
        return (
            "percent_territory",
            "percent",
            last,
            1,
            subject,
            "share-cleared",
        )  # "two-thirds of the refinery had been cleared"
    if ground and (held or (n.share and not people and not (behind & _LAID_WASTE))):
        return "percent_territory", "percent", last, 1, subject, "share-of-ground"
    return "other", "percent", last, 1, subject, "share"


def _apposed(
    n: Number, tokens: list[Token], start: int, last: int, end: int, words: CountWords, earlier: list[Figure]
) -> str | None:
    """`75,000 people - more than half of the population - have fled`: the same people, as a share."""
    before = earlier[-1] if earlier else None
    if before is None or before.first < start or before.unit == "percent":
        return None
    again = before.kind in _TOLD and tokens[n.begin - 1].low == "or" and n.begin - before.last <= _ASIDE
    if again and last < end and tokens[last].low == "of":
        return before.kind  # "178 raids, or 44 percent of the total"
    if before.kind != "displaced":
        return None
    near = n.begin > start and tokens[n.begin - 1].low in (",", "—", "–", "--", "-", "(", "or")
    noun, _ = _of_what(tokens, last, end, words)
    if not near or noun is None or n.begin - before.last > 3:
        return None
    return before.kind if tokens[noun].low in _POPULATION else None


def _of_what(tokens: list[Token], j: int, end: int, words: CountWords) -> tuple[int | None, int]:
    """The noun of `of the city's water points`, and the token after the phrase."""
    if j < end and tokens[j].low == "of":
        j += 1
    elif not (j < end and tokens[j].low in ("the", "its", "their")):
        return None, j
    noun = None
    first = j
    while j < end and j - first < 10:
        token = tokens[j]
        if token.low in ("it", "its") and noun is None:
            noun = j
            if token.low == "it":
                return noun, j + 1
        elif token.low == "what" and noun is None:
            j = _past_what_was(tokens, j, end)
            continue
        elif noun is not None and (token.low in ("that", "which") or token.low in _ADVERBS):
            break  # "of the ground that rebels held", "half of Aleppo again": the rest says which, or when
        elif j == first + 1 and j + 1 < end and tokens[j + 1].low in words.ground:
            pass  # "of the left bank", "of the populated area": which one
        elif (token.kind == "p" and token.low not in ("'s", "-")) or (
            (token.low in words.stops and token.low not in _WITHIN) or words.participle(token.low)
        ):
            break
        elif token.kind == "w" and token.low not in words.determiners:
            noun = j
        j += 1
    return noun, j


def _past_what_was(tokens: list[Token], j: int, end: int) -> int:
    """Past `what had once been`, `what was` at token `j`: what follows names the thing."""
    j += 1
    while j < end and tokens[j].low in _WAS:
        j += 1
    return j


def _elliptic(n: Number, tokens: list[Token], j: int, end: int, earlier: list[Figure]) -> Measured | None:
    """`from 30 square kilometres last year to under six`: the measure is the one before."""
    if not earlier or (j < end and tokens[j].kind == "w" and tokens[j].low not in ("and", "or", "but", "on", "by")):
        return None
    last = earlier[-1]
    between = [t.low for t in tokens[last.last : n.begin]]
    if (
        last.unit.startswith(("square", "kilometres", "percent", "hectares"))
        and len(between) < 6
        and "to" in between[-2:]
    ):
        return last.kind, last.unit, n.finish, 1, last.subject, "measure-before"
    return None
