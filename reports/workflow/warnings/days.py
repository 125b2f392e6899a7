"""Days that cannot be, or that nobody gave."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reports.models.vocabulary import Scope, Status

from .scene import Scene

MAY_COME = {Status.ANNOUNCED, Status.HYPOTHETICAL}


def after_the_report(scene: Scene) -> Iterator[tuple[int, str]]:
    """What has happened has happened before it was reported."""
    for row in scene.rows.values():
        if row.status not in MAY_COME and row.end is not None and row.end > scene.day:
            told = {"day": date_format(row.end, "j M Y"), "report": date_format(scene.day, "j M Y")}
            yield row.claim, _("the day, %(day)s, is after the report of %(report)s") % told


def update_without_a_day(scene: Scene) -> Iterator[tuple[int, str]]:
    """A toll or a level that is told again, where neither the sentence nor the report says of which day it is."""
    if scene.report.as_of is not None:
        return
    for one in scene.figures:
        if one.is_dated or one.says.scope == Scope.INCREMENTAL or one.topic is None:
            continue
        if scene.report.supersedes_id or scene.last_before(one):
            yield one.claim, _("an update without a day: the report's day was taken")
