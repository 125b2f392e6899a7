"""Merge two records of the world that turn out to be one: a front, a group, a source, a place.

Whatever pointed to the one points to the other from then on, in one transaction. What was decided changes by a decision
of the ledger, so that the public sees a new version and an older one still names the record of then; that record stays
as a row and says which one it was merged into.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from reports.extraction.folding import fold
from reports.models import (
    Alias,
    Claim,
    Decision,
    DevelopmentFront,
    Front,
    FrontSide,
    Group,
    GroupLink,
    Place,
    Relocation,
    Report,
    Source,
)
from reports.models.vocabulary import Action, AliasKind, ClaimKind

from .bulk import claims_in_turn, decide_all, write_all
from .errors import NotAllowed, NotReady
from .ledger import bump
from .records import REFERENCES, redirected
from .roles import role_of
from .snapshot import snapshot

# Where claims point to a record of each kind, as a path from the claim.
CLAIMS: dict[type[models.Model], tuple[str, ...]] = {
    Front: ("development__fronts",),
    Group: ("involvement__group", "controlclaim__holder", "controlclaim__contender"),
    Source: ("source",),
    Place: ("location__place",),
}
# What else points to one. A row that the other record has already is dropped.
ROWS: dict[type[models.Model], tuple[tuple[type[models.Model], str], ...]] = {
    Front: ((Alias, "front"), (Alias, "on_front"), (FrontSide, "front"), (Front, "merged_into")),
    Group: (
        *((Alias, "group"), (FrontSide, "group"), (GroupLink, "group"), (GroupLink, "other")),
        *((Source, "affiliation"), (Group, "merged_into")),
    ),
    Source: ((Alias, "source"), (Source, "merged_into")),
    Place: ((Alias, "place"), (Relocation, "place"), (Place, "merged_into")),
}
# Sets that one record has and the other takes over; and sets of others that it is in.
SETS: dict[type[models.Model], tuple[str, ...]] = {Front: ("countries", "places"), Group: ("countries",)}
PERMISSION = "reports.publish_claim"


@dataclass(frozen=True)
class Counted:
    """One kind of thing that a merge moves, in words, and how many there are."""

    what: str
    number: int


def may_merge(by, kind: type[models.Model]) -> bool:
    """Who keeps the register and may publish: a merge changes what readers see."""
    return by.has_perm(f"reports.change_{kind._meta.model_name}") and by.has_perm(PERMISSION)


def what_moves(record: Any) -> list[Counted]:
    """What would point elsewhere if this record were merged, by kind; those of which there is none are left out."""
    claims = Claim.objects.filter(pk__in=_claims(record))
    found = [
        Counted(_("claims that are public"), claims.filter(published_at__isnull=False).count()),
        Counted(_("claims that are not public"), claims.filter(published_at__isnull=True).count()),
    ]
    if isinstance(record, Source):
        found.append(Counted(_("reports that it filed"), record.filed.count()))
    if isinstance(record, Place):
        found.append(Counted(str(Front._meta.verbose_name_plural), record.fronts.count()))
    for model, field in ROWS[type(record)]:
        found.append(
            Counted(str(model._meta.verbose_name_plural), model._default_manager.filter(**{field: record}).count())
        )
    return [one for one in found if one.number]


def merge(record: Any, into: Any, by, why: str) -> None:
    """Merge `record` into `into`. Raises NotAllowed and NotReady (of two kinds, itself, merged already, no reason)."""
    _may(record, into, by, why)
    with transaction.atomic():
        _keep(record, why, merged_into=into)
        told = _("“%(record)s” is the same as “%(into)s”: %(why)s") % {
            "record": record,
            "into": into,
            "why": why.strip(),
        }
        batch = uuid4()
        _point_claims(record, into, by, told, batch)
        if isinstance(record, Source):
            _point_reports(record, into, by, told, batch)
        _point_rows(record, into, why)
        _join_sets(record, into)
        _name(record, into)


def _may(record: Any, into: Any, by, why: str) -> None:
    if not may_merge(by, type(record)):
        raise NotAllowed(_("Merging is for those who publish: it changes what readers see."))
    if type(record) is not type(into) or record.pk == into.pk:
        raise NotReady(_("Choose another record of the same kind."))
    if record.merged_into_id or into.merged_into_id:
        raise NotReady(_("One of them was merged already: choose the one that stayed."))
    if not why.strip():
        raise NotReady(_("Say why they are the same: readers see the reason."))


def _claims(record: Any) -> set[int]:
    found = Q()
    for path in CLAIMS[type(record)]:
        found |= Q(**{path: record})
    return set(Claim.objects.filter(found).order_by().values_list("pk", flat=True))


def _keep(row: Any, why: str, **values: Any) -> None:
    """Save a row with these values; its history tells the reason."""
    for name, value in values.items():
        setattr(row, name, value)
    row._change_reason = why[:100]
    row.save()


def _point_claims(record: Any, into: Any, by, why: str, batch: UUID) -> None:
    """A claim that was decided on changes by a decision; a mere proposal is only pointed elsewhere."""
    for claims in claims_in_turn(_claims(record)):
        decided = set(Decision.objects.filter(claim__in=claims).values_list("claim_id", flat=True))
        changes = [(claim, _pointed(claim, record, into)) for claim in claims]
        bases = {claim.pk: _bases(claim) for claim in claims if claim.kind == ClaimKind.DEVELOPMENT}
        decide_all([one for one in changes if one[0].pk in decided], Action.MERGE, by, why=why, batch=batch)
        write_all([one for one in changes if one[0].pk not in decided])
        if isinstance(record, Front):
            for pk, kept in bases.items():
                _keep_bases(pk, kept)


def _pointed(claim: Claim, record: Any, into: Any) -> dict[str, Any]:
    """The fields of a claim that point to the merged record, with the values that they have from now on."""
    now, kind = snapshot(claim), type(record)
    then = {name: redirected(now[name], record.pk, into.pk) for name in now if REFERENCES.get(name) is kind}
    return {name: value for name, value in then.items() if value != now[name]}


def _bases(claim: Claim) -> dict[int, str]:
    """On which basis a development is on each of its fronts; the front that stayed takes over that of the merged."""
    links = sorted(claim.development.front_links.all(), key=lambda link: link.primary)
    return {link.front.merged_into_id or link.front_id: link.basis for link in links}


def _keep_bases(development: int, bases: dict[int, str]) -> None:
    for link in DevelopmentFront.objects.filter(development=development):
        if link.basis != bases[link.front_id]:
            link.basis = bases[link.front_id]
            link.save(update_fields=["basis"])


def _point_reports(record: Source, into: Source, by, why: str, batch: UUID) -> None:
    """The outlet of a report is corrected as any of its metadata is."""
    for report in Report.objects.filter(outlet=record):
        bump(report, None)
        Report.objects.filter(pk=report.pk).update(outlet=into)
        Decision.objects.create(
            report=report, action=Action.CORRECT, by=by, role=role_of(by), why=why, batch=batch,
            before={"outlet": record.pk}, after={"outlet": into.pk},
        )  # fmt: skip


def _point_rows(record: Any, into: Any, why: str) -> None:
    for model, field in ROWS[type(record)]:
        for row in model._default_manager.filter(**{field: record}):
            if isinstance(row, Alias) and row.preferred and field != "on_front":
                _step_back(row, field, into)
            try:
                with transaction.atomic():
                    _keep(row, why, **{field: into})
            except IntegrityError:  # the other has it already, or it would link a group to itself
                model._default_manager.get(pk=row.pk).delete()


def _step_back(alias: Alias, owner: str, into: Any) -> None:
    """A record is shown by one name in a language: its own, where it has one."""
    if into.aliases.filter(language=alias.language, preferred=True).exists():
        alias.preferred = False
        alias.kind = AliasKind.ALIAS if alias.kind == AliasKind.NAME else alias.kind


def _join_sets(record: Any, into: Any) -> None:
    for name in SETS.get(type(record), ()):
        getattr(into, name).add(*getattr(record, name).all())
    if isinstance(record, Place):
        for front in record.fronts.all():
            front.places.add(into)
            front.places.remove(record)


def _name(record: Any, into: Any) -> None:
    """The merged record's own name is one that the other goes by."""
    everywhere = into.aliases.filter(in_country=None, on_front=None)
    if fold(record.name) and not everywhere.filter(folded=fold(record.name)).exists():
        into.aliases.create(text=record.name)
