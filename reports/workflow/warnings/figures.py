"""Numbers that do not go with the last ones, with their whole, or with each other."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from reports.models.vocabulary import Scope
from reports.workflow.weighing import Statement
from reports.workflow.weighing.statement import Count

from .scene import NUMBERS, Scene


def toll_falls(scene: Scene) -> Iterator[tuple[int, str]]:
    """A running toll below the last one that its source gave on this front."""
    for one, last in _with_last(scene):
        if one.says.high < last.says.low:
            yield one.claim, _("the toll falls: this source gave %(last)s on %(day)s") % _words(last)


def toll_jumps(scene: Scene) -> Iterator[tuple[int, str]]:
    """A running toll several times the last one: a digit too many, or another count."""
    for one, last in _with_last(scene):
        if one.says.said >= NUMBERS["jump_from"] and one.says.said > NUMBERS["jump"] * last.says.said:
            yield one.claim, _("the toll jumps: this source gave %(last)s on %(day)s") % _words(last)


def part_larger_than_its_whole(scene: Scene) -> Iterator[tuple[int, str]]:
    """ "Of whom 11 were women" cannot be more than the whole."""
    by_claim = {one.claim: one for one in scene.figures}
    for one in scene.figures:
        whole = by_claim.get(one.part_of or 0)
        if whole and one.says.low > whole.says.high:
            told = {"whole": number_format(whole.says.said, force_grouping=True)}
            yield one.claim, _("this part is larger than its whole, %(whole)s") % told


def same_number_for_two_kinds(scene: Scene) -> Iterator[tuple[int, str]]:
    """One number of a sentence that counts both killed and wounded was likely read twice, or once wrongly."""
    alike: dict[tuple, list[Statement[Count]]] = defaultdict(list)
    for one in scene.figures:
        alike[one.development, one.says.said].append(one)
    for several in alike.values():
        kinds = {one.says.kind for one in several}
        for one in several:
            if others := kinds - {one.says.kind}:
                told = {"kinds": ", ".join(sorted(str(kind.label).lower() for kind in others))}
                yield one.claim, _("the same number stands for two kinds: also %(kinds)s") % told


def _with_last(scene: Scene) -> Iterator[tuple[Statement[Count], Statement[Count]]]:
    """The report's running tolls, each with the last one before it."""
    for one in scene.figures:
        if one.says.scope == Scope.CUMULATIVE and one.topic is not None and (last := scene.last_before(one)):
            yield one, last


def _words(last: Statement[Count]) -> dict[str, str]:
    day = date_format(last.period[1], "j M Y")
    return {"last": number_format(last.says.said, decimal_pos=0, force_grouping=True), "day": day}
