"""Which fields of a reading are right, by the gold: for `measure_rules.py`, which counts that by rule."""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

Gold = dict[str, Any]
Judged = tuple[str, str, int, bool]  # kind of mention, field, number of the mention, whether the field is right

_ALIKE = ("low", "high", "vague", "derived", "modifier", "kind", "unit", "subject_class", "scope")
_PERIOD = ("date_start", "date_end")
_SPOT = ("latitude", "longitude")


def judged(score: ModuleType, gold: Gold, read: Gold) -> Iterator[Judged]:
    """Every field of every mention that stands in the gold, optional ones apart."""
    for kind, judge in _JUDGES.items():
        yield from ((kind, field, number, right) for field, number, right in judge(score, gold, read))


Field = tuple[str, int, bool]


def _both(
    score: ModuleType, wanted: list[Gold], found: list[Gold], need: Callable[[Gold, Gold], bool] = lambda g, p: True
) -> Iterator[tuple[Gold, int, Gold]]:
    for g, p in score.pair(wanted, found, need=need).items():
        if not wanted[g].get("optional"):
            yield wanted[g], p, found[p]


def _figures(score: ModuleType, gold: Gold, read: Gold) -> Iterator[Field]:
    for want, number, got in _both(score, gold["figures"], read["figures"], score.same_value):
        yield from ((name, number, _same(want[name], got[name])) for name in _ALIKE)
        yield from ((name, number, want[name] == got[name]) for name in _PERIOD)
        for name, right in (("source", score.source_ok), ("place", score.place_ok)):
            yield name, number, right(gold, want, score.named(read, name + "s", got[name]))
        for name in ("part_of", "same_as"):
            if got[name] is not None:
                other = read["figures"][got[name]]
                yield name, number, want[name] is not None and score.overlap(gold["figures"][want[name]], other) > 0


def _same(want: Any, got: Any) -> bool:
    if isinstance(want, str) and isinstance(got, str):
        return want.casefold() == got.casefold()
    if isinstance(want, int | float) and isinstance(got, int | float):
        return abs(want - got) <= 0.02 * abs(want)
    return bool(want == got)


def _sentences(score: ModuleType, gold: Gold, read: Gold) -> Iterator[Field]:
    for want in gold["sentences"]:
        for number, got in enumerate(read["sentences"]):
            if got["start"] <= want["start"] < got["end"]:
                yield from ((name, number, want[name] == got[name]) for name in ("status", "type") if want.get(name))
                if want.get("date_start") and got["date_start"]:
                    yield "date_start", number, want["date_start"] == got["date_start"]


def _dates(score: ModuleType, gold: Gold, read: Gold) -> Iterator[Field]:
    for want, number, got in _both(score, gold["dates"], read["dates"]):
        yield from ((name, number, want[name] == got[name]) for name in (*_PERIOD, "precision"))


def _places(score: ModuleType, gold: Gold, read: Gold) -> Iterator[Field]:
    for want, number, got in _both(score, gold["mentions"], read["places"]):
        yield "role", number, want["role"] == got["role"]
        yield "kind", number, want["kind"] == got["kind"]
        yield "country", number, want["country"] == got["country"]
        if want["latitude"] is not None and got["latitude"] is not None:
            near = score.km(want, got) <= want["radius_ok_km"]
            yield from ((name, number, near) for name in _SPOT)


def _groups(score: ModuleType, gold: Gold, read: Gold) -> Iterator[Field]:
    for want, number, got in _both(score, gold["bodies"], read["groups"]):
        yield "name", number, score.name_match(want["name"], got["name"])
        yield "role", number, got["role"] in (("actor", "source") if want["role"] == "both" else (want["role"],))
        yield "actor_type", number, want["actor_type"] == got["actor_type"]


def _sources(score: ModuleType, gold: Gold, read: Gold) -> Iterator[Field]:
    for number, got in enumerate(read["sources"]):
        named = [s for s in gold["sources"] if _is_named(score, s, got)]
        if named:
            yield "name", number, any(score.name_match(got["name"], s["name"]) for s in named)
            yield "kind", number, any(got["kind"] == s["kind"] for s in named)


def _is_named(score: ModuleType, want: Gold, got: Gold) -> bool:
    names = [*want["variants"], want["name"]]
    words = [score.squash(got["name"]), score.squash(got["text"])]
    return any(score.name_match(got["name"], n) or score.squash(n) in words for n in names)


def _sections(score: ModuleType, gold: Gold, read: Gold) -> Iterator[Field]:
    for want, number, got in _both(score, gold["sections"], read["sections"]):
        yield "level", number, want["level"] == got["level"]
        yield "country", number, want["country"] == got["country"]
        if got["front"]:
            names = {score.front_fold(want["front"]), score.front_fold(want["heading"])}
            yield "front", number, want["level"] == "front" and score.front_fold(got["front"]) in names


def _controls(score: ModuleType, gold: Gold, read: Gold) -> Iterator[Field]:
    for want, number, got in _both(score, gold.get("controls", []), read["controls"]):
        yield "status", number, want["status"] == got["status"]
        for name in ("holder", "contender"):
            if got[name]:
                yield name, number, score.name_match(want[name], got[name])
        yield "place", number, score.place_ok(gold, want, score.named(read, "places", got["place"]))
        yield "source", number, score.source_ok(gold, want, score.named(read, "sources", got["source"]))


_JUDGES: dict[str, Callable[[ModuleType, Gold, Gold], Iterator[Field]]] = {
    "sections": _sections,
    "sentences": _sentences,
    "dates": _dates,
    "figures": _figures,
    "places": _places,
    "groups": _groups,
    "sources": _sources,
    "controls": _controls,
}
