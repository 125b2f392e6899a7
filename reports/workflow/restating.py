"""Claims that an update repeats word for word: linked to the first saying, and counted once.

Only along `supersedes`, which an editor set. A sentence is repeated where it stands in both texts letter by letter,
blanks aside, and tells of the same days; what hangs on it is linked by its kind and its words. While the first saying
is public, pages and grades leave the repetition out (`querysets.counted`); a report's own page shows it.
"""

from collections import defaultdict

from django.db.models import QuerySet

from reports.models import Claim, Report
from reports.models.vocabulary import ClaimKind, DateBasis, Verdict

Sentence = str


def link_restated(report: Report) -> int:
    """Link the claims of a report to those that it repeats of the one it supersedes; unlink all others.

    Returns how many are linked. Call inside a transaction, after the claims of either changed.
    """
    earlier = _sayings(report.supersedes) if report.supersedes else {}
    linked = 0
    for words, mine in _sayings(report).items():
        first = earlier.get(words)
        same = first and _same_days(first[0], mine[0])
        linked += _link_all(mine, first if same and first else [])
    return linked


def relink(report: Report) -> None:
    """After the claims of a report changed: its own links, and those of the updates that repeat it."""
    link_restated(report)
    for update in report.superseded_by.all():
        link_restated(update)


def not_repeated(report: Report, updates: QuerySet | None = None) -> set[int]:
    """Claims of a report that none of its updates (all) says again; empty while no update has been read."""
    updates = Report.objects.filter(supersedes=report) if updates is None else updates
    again = Claim.objects.filter(report__in=updates).exclude(verdict=Verdict.REJECTED)
    if not again.exists():
        return set()
    said = set(again.filter(restates__isnull=False).values_list("restates", flat=True))
    mine = Claim.objects.filter(report=report).exclude(verdict=Verdict.REJECTED)
    return {pk for pk, first in mine.values_list("pk", "restates") if (first or pk) not in said}


def _sayings(report: Report) -> dict[Sentence, list[Claim]]:
    """The claims of a report by the words of their sentence, its development first; of one said twice the first."""
    claims = Claim.objects.filter(report=report).exclude(verdict=Verdict.REJECTED).with_parts()
    hanging: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        sentence = claim.pk if claim.kind == ClaimKind.DEVELOPMENT else getattr(claim.part, "development_id")  # noqa: B009
        hanging[sentence].append(claim)
    found: dict[Sentence, list[Claim]] = {}
    for pk, rows in hanging.items():
        rows.sort(key=lambda claim: (claim.pk != pk, claim.start, claim.pk))
        if rows[0].pk == pk:
            found.setdefault(_words(report, rows[0]), rows)
    return found


def _link_all(mine: list[Claim], first: list[Claim]) -> int:
    """Link a sentence's claims to those of its first saying, each of which is taken once; none left: unlinked."""
    free = list(first)
    linked = 0
    for claim in mine:
        found = next((one for one in free if _says(one) == _says(claim)), None)
        if found is not None:
            free.remove(found)
        root = found and (found.restates_id or found.pk)
        if claim.restates_id != root:
            Claim.objects.filter(pk=claim.pk).update(restates=root)
        linked += root is not None
    return linked


def _says(claim: Claim) -> tuple[str, str]:
    return claim.kind, _words(claim.report, claim)


def _words(report: Report, claim: Claim) -> str:
    return " ".join(report.text[claim.start : claim.end].split())


def _same_days(one: Claim, other: Claim) -> bool:
    """Two reports' "on Sunday" may be a week apart; a day that is only the report's own says nothing of it."""
    if DateBasis.INFERRED in (one.date_basis, other.date_basis):
        return True
    return (one.date_start, one.date_end) == (other.date_start, other.date_end)
