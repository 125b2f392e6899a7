"""The small word sets that steer one pass each, from `lexicons/cues.toml`: data, kept apart from the code.

A pass asks for its sets once, when its module is loaded. Kinds, statuses and rules are no words and stay in code,
and so do two or three words of grammar (prepositions, pronouns, auxiliaries) that make up one rule.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("lexicons") / "cues.toml"


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def cue(pass_: str, name: str) -> frozenset[str]:
    """A set of words of one pass."""
    return frozenset(_table()[pass_][name])


def cue_phrases(pass_: str, name: str) -> frozenset[tuple[str, ...]]:
    """Phrases of one pass, each by its words."""
    return frozenset(tuple(phrase.split()) for phrase in _table()[pass_][name])


def cue_table(section: str) -> dict[str, tuple[str, ...]]:
    """What each word of a section stands for, the likeliest first."""
    return {word: tuple(values) for word, values in _table()[section].items()}
