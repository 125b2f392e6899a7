"""A reading told field by field: each value, the rule that gave it, and how often that rule was right."""

from __future__ import annotations

from collections.abc import Iterator

from .confidence import measured, smoothed
from .lexicon import Lexicon
from .model import Document
from .spans import Mention, leaving, plain

KINDS = ("sections", "sentences", "dates", "figures", "places", "groups", "sources", "controls")
# what is not decided by a rule of its own: the span, its words, and what is said of the mention as a whole
UNRULED = frozenset({"start", "end", "text", "body_start", "body_end", "heading", "rule", "rules", "confidence"})
_POINTS_TO = {"place": "places", "source": "sources", "part_of": "figures", "same_as": "figures", "section": "sections"}
_WIDE = 60  # characters of the words that a value or a mention is shown by


def explain(document: Document, lexicon: Lexicon) -> Iterator[str]:
    """The lines of `read --explain`: a mention with its words, then a line for each of its fields."""
    for kind in KINDS:
        for number, mention in enumerate(getattr(document, kind)):
            sure = "" if mention.confidence is None else f"  {mention.confidence:.2f}"
            words = _short(mention.of(document.text))
            yield f"{kind}[{number}]  {mention.start}–{mention.end}  “{words}”  {mention.rule}{sure}"
            for name in told(mention):
                rule = mention.rules.get(name, "")
                yield _line(name, _value(document, mention, name), rule, _sure(measured(lexicon, kind, name, rule)))
            yield ""


def told(mention: Mention) -> list[str]:
    """The fields of a mention that leave the library with a value, and that a rule decided."""
    names = [name for name in leaving(mention) if name not in UNRULED]
    return [name for name in names if getattr(mention, name) not in (None, "", [])]


def _line(name: str, value: str, rule: str, sure: str) -> str:
    return f"    {name:<14} {value:<36} {rule:<30} {sure}".rstrip()


def _value(document: Document, mention: Mention, name: str) -> str:
    """The value as the JSON has it; behind an index the name or words it leads to."""
    value = getattr(mention, name)
    if name in _POINTS_TO and isinstance(value, int):
        other = getattr(document, _POINTS_TO[name])[value]
        return _short(f"[{value}] {getattr(other, 'name', None) or other.of(document.text)}", 36)
    if name == "alternatives":
        return _short(", ".join(f"{other['name']} ({other['country']})" for other in value), 36)
    if name == "relation":
        return " ".join(str(value[key]) for key in ("kind", "distance_km", "bearing") if value[key] is not None)
    shown = plain(value)
    return _short("yes" if shown is True else "no" if shown is False else str(shown), 36)


def _sure(counted: tuple[int, int] | None) -> str:
    """`0.97 (251 of 258)`: the smoothed share, and what it was counted on."""
    if counted is None:
        return ""
    right, fired = counted
    return f"{smoothed(right, fired):.2f} ({right} of {fired})"


def _short(words: str, wide: int = _WIDE) -> str:
    line = " ".join(words.split())
    return line if len(line) <= wide else line[: wide - 1] + "…"
