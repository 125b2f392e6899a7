"""Guess who filed a report from its own words. A guess is offered; the editor's word wins."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from reports.extraction.folding import fold
from reports.models import Alias, Source


@dataclass(frozen=True)
class Guess:
    """An outlet of the register, and the words of the text that name it."""

    outlet: Source
    words: str


def guess_outlet(text: str) -> Guess | None:
    """The one registered outlet that the head or the foot of the text names; None where none, or several are meant."""
    names = _names_of_outlets()
    for words, line in _credits(text):
        outlets = names.get(fold(words), set())
        if len(outlets) == 1:
            return Guess(next(iter(outlets)), cut_short(" ".join(line.split()), 80))
    return None


def cut_short(line: str, most: int) -> str:
    """At most so many characters, cut between words where there are any."""
    if len(line) <= most:
        return line
    words = line[: most - 1].rpartition(" ")[0]
    return f"{words or line[: most - 2]} …"


def is_dateline(line: str) -> bool:
    """Whether a line says no more than where a report was filed, and by which outlet of the register."""
    found = re.match(_words()["dateline"], line)
    return found is not None and _is_one_outlet(found["who"])


def opening_dateline(line: str) -> str:
    """ "BAGHDAD, Dec 12 (AFP) - ", where a line opens with it and names an outlet of the register; else nothing."""
    found = re.match(_words()["opening"], line)
    return found[0] if found and _is_one_outlet(found["who"]) else ""


def _is_one_outlet(name: str) -> bool:
    return len(_names_of_outlets().get(fold(name), ())) == 1


def _credits(text: str) -> Iterator[tuple[str, str]]:
    """Words that may name an outlet, with their line: the strongest kind of credit first."""
    patterns, head, foot = _patterns()
    lines = [line for line in text.splitlines() if line.strip()]
    near = lines if len(lines) <= head + foot else [*lines[:head], *lines[-foot:]]
    for pattern in patterns:
        for line in near:
            for found in pattern.finditer(line[:400]):
                yield found["who"], line
                yield from ((part, line) for part in re.split(r"[|/,&]| and ", found["who"])[:4])


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _patterns() -> tuple[list[re.Pattern[str]], int, int]:
    data = _words()
    return [re.compile(pattern) for pattern in (data["dateline"], *data["patterns"])], data["head"], data["foot"]


def _names_of_outlets() -> dict[str, set[Source]]:
    """Folded name → outlets that go by it."""
    names: dict[str, set[Source]] = {}
    for outlet in Source.objects.kept().filter(is_wire=True):
        names.setdefault(fold(outlet.name), set()).add(outlet)
    for alias in Alias.objects.filter(source__is_wire=True).select_related("source"):
        if alias.source:
            names.setdefault(alias.folded, set()).add(alias.source)
    return names
