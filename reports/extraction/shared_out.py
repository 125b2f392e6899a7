"""Counts that share out the total before them, though no word says that they are part of it."""

from __future__ import annotations

from .model import HARMED, Draft, Figure


def shared_out(draft: Draft, k: int) -> str | None:
    """The rule by which a count is a share of the total before it, though no word says so."""
    if k and _after_colon(draft, draft.figures[k], draft.figures[k - 1]):
        return "behind-a-colon"
    if k and _some_of_the_things(draft, draft.figures[k], draft.figures[k - 1]):
        return "of-the-things"
    if _adds_up(draft, k):
        return "adds-up"
    return "by-place" if _from_somewhere(draft, k) else None


def _adds_up(draft: Draft, k: int) -> bool:
    """`killed 149 people. They listed 110 rebels, 32 soldiers and seven civilians`: people who add up to the total."""
    figure = draft.figures[k]
    run = [
        j for j in range(max(0, k - 4), min(len(draft.figures), k + 5)) if draft.figures[j].sentence == figure.sentence
    ]
    total = draft.figures[run[0] - 1] if run[0] else None
    if total is None or len(run) < 2 or total.kind not in HARMED or figure.sentence - total.sentence != 1:
        return False
    told = [draft.figures[j] for j in run]
    alike = all(f.unit == "people" and f.modifier == "exact" and f.verb is None for f in told)
    return alike and total.low == sum(f.low or 0 for f in told)


def _some_of_the_things(draft: Draft, figure: Figure, other: Figure) -> bool:
    """`ambushed a convoy of 60 lorries, torching five`: things of the count before, that something else was done to."""
    if not figure.bare or figure.unit == "people" or figure.unit != other.unit or figure.sentence != other.sentence:
        return False
    before = draft.tokens[figure.first - 1].low
    deed = before.endswith("ing") or before == ";"
    return deed and "+goes-on" in figure.rule and (figure.high or 0) < (other.high or other.low or 0)


def _from_somewhere(draft: Draft, k: int) -> bool:
    """`13 from South Africa`, `10,742 in Iraq and 6,628 in Syria`: bare counts that share a total out by place."""
    figure = draft.figures[k]
    if not figure.bare or k == 0 or figure.more:
        return False
    tokens = draft.tokens
    if draft.lows[figure.last : figure.last + 2] in (["in", "a"], ["in", "an"]) and draft.lows[figure.first - 1] == ",":
        total = draft.figures[k - 1]  # "wounded nine people in Kherson, five in a minibus"
        smaller = (figure.low or 0) < (total.low or 0) and not total.bare
        return smaller and total.sentence == figure.sentence and total.kind == figure.kind
    if (
        figure.last >= len(tokens) - 1
        or tokens[figure.last].low not in ("from", "in", "at", "near", "around")
        or not any(
            t.capital for t in tokens[figure.last + 1 : figure.last + 2 + (tokens[figure.last + 1].low == "the")]
        )
    ):
        return False
    before = tokens[figure.first - 1].low if figure.first else ""
    other = draft.figures[k - 1]
    if other.sentence != figure.sentence:  # "64 so far. 41 in Homs, 13 in Idlib"
        opens = figure.first == draft.sentences[figure.sentence].first
        return opens and figure.sentence - other.sentence == 1 and other.kind == figure.kind
    if other.kind != figure.kind:
        return False
    if before == ":" or (before == "," and not other.bare):
        return True
    return other.part_of is not None and before in (",", "and")


def _after_colon(draft: Draft, figure: Figure, other: Figure) -> bool:
    """`left 61 dead: 41 rebels and 20 loyalists`."""
    if other.sentence != figure.sentence or other.kind != figure.kind or figure.unit != other.unit:
        return False
    before = draft.tokens[figure.first - 1].low
    if other.part_of is not None and before in (",", "and"):
        whole = draft.figures[other.part_of]
        return any(t.low == ":" for t in draft.tokens[whole.last : figure.first]) and (figure.low or 0) + (
            other.low or 0
        ) <= (whole.low or whole.high or 0)
    return before == ":" and (figure.low or 0) < (other.low or other.high or 0)
