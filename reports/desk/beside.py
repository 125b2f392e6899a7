"""What stands beside a claim on the board: warnings, and for figures and control its grade and who says otherwise."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reports.models import Claim, ControlClaim, Figure, Report
from reports.models.vocabulary import ClaimKind
from reports.workflow.warnings import Scene, warnings_in
from reports.workflow.weighing import GRADES, Stance, Weighed, weigh

from . import words

RULE_OF = {value: rule for value, _label, rule in GRADES}
STANCES = {Stance.OWN_SIDE: _("in its own side's cause"), Stance.AGAINST_INTEREST: _("against its own interest")}


@dataclass(frozen=True)
class Rival:
    """What contradicts a claim: "80 (Ministry, 11 Dec 2016)", and the way to it on the board of its report."""

    words: str
    url: str


@dataclass(frozen=True)
class Aside:
    """Of one claim: its warnings, and its grade with what it rests on where it has one."""

    warnings: list[str] = field(default_factory=list)
    grade: str = ""
    rule: str = ""
    stance: str = ""
    origins: int = 0
    rivals: list[Rival] = field(default_factory=list)


class Beside:
    """The asides of a report's claims."""

    def __init__(self, warnings: dict[int, list[str]], weighed: dict[int, Weighed], rivals: dict[int, Rival]):
        self._warnings, self._weighed, self._rivals = warnings, weighed, rivals

    @classmethod
    def load(cls, report: Report) -> "Beside":
        """In a constant number of queries."""
        scene = Scene.load(report)
        weighed = weigh(scene.statements)
        rivals = {rival.claim for pk in scene.rows if pk in weighed for rival in weighed[pk].rivals}
        return cls(warnings_in(scene), weighed, _told(rivals))

    def of(self, claim: Claim) -> Aside:
        warnings = self._warnings.get(claim.pk, [])
        weighed = self._weighed.get(claim.pk)
        if weighed is None or claim.kind == ClaimKind.DEVELOPMENT:
            return Aside(warnings)
        return Aside(
            warnings,
            str(weighed.grade.label),
            str(RULE_OF[weighed.grade]),
            str(STANCES.get(weighed.stance, "")),
            weighed.origins,
            [self._rivals[rival.claim] for rival in weighed.rivals if rival.claim in self._rivals],
        )


def _told(claims: set[int]) -> dict[int, Rival]:
    if not claims:
        return {}
    rows = Claim.objects.filter(pk__in=claims).select_related(
        *("source", "figure", "controlclaim__holder", "controlclaim__location")
    )
    return {row.pk: _rival(row) for row in rows}


def _rival(row: Claim) -> Rival:
    told = f"{_value(row.part)} ({words.said_by(row)}, {words.period(row.date_start, row.date_end)})"
    return Rival(told, f"{reverse('admin:reports_report_review', args=[row.report_id])}#c-{row.public_id}")


def _value(part) -> str:
    if isinstance(part, Figure):
        return words.figure_value(part)
    if isinstance(part, ControlClaim) and part.holder:
        return f"{part.get_control_status_display()}, {part.holder}"
    return str(part.get_control_status_display())
