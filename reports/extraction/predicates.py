"""The predicate of a count: what is said, behind it, to have happened to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .model import Token
from .predicate_asides import (
    not_past_two,
    past_adverb,
    past_another_name,
    past_aside,
    past_auxiliary,
    past_brackets,
    past_each_day,
    past_lying,
    past_one_more,
    past_place,
    past_the_number,
)
from .predicate_verbs import (
    among_them,
    behind_a_list,
    by_verb,
    in_camps,
    in_three_words,
    in_two_words,
    staying,
    taken_to,
    to_death,
    with_wounds,
)
from .predicate_walk import PredicateWalk, Told
from .words import CountWords

_REACH = 18  # tokens looked at behind the count


@dataclass(slots=True)
class Verdict:
    """A kind, the rule that gave it and the predicate's token."""

    kind: str
    rule: str
    verb: int | None = None
    toll: bool = False


def predicate_of(tokens: list[Token], j: int, end: int, words: CountWords) -> Told | None:
    """The predicate after the phrase: past auxiliaries, and past one aside between commas or dashes."""
    walk = PredicateWalk(tokens, j, min(end, j + _REACH), end, words, j)
    while walk.at < walk.limit:
        walk.look()
        for step in _STEPS:
            if step(walk):
                break
        else:
            return None
    return walk.told


_STEPS: tuple[Callable[[PredicateWalk], bool], ...] = (
    # what tells
    in_three_words,
    past_brackets,
    with_wounds,
    taken_to,
    in_two_words,
    to_death,
    among_them,
    behind_a_list,
    staying,
    in_camps,
    by_verb,
    # what may stand before it
    past_each_day,
    past_lying,
    past_auxiliary,
    past_the_number,
    past_adverb,
    not_past_two,
    past_aside,
    past_another_name,
    past_one_more,
    past_place,
)
