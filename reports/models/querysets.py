"""Questions that read aloud. Public means: published, visible by now, not withdrawn, and so is its development."""

from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from .vocabulary import PART_OF_KIND, ClaimKind, PlaceRole, ReadingState, Verdict

HANGING = tuple(part for kind, part in PART_OF_KIND.items() if kind != ClaimKind.DEVELOPMENT)


def waiting(prefix: str = "") -> Q:
    """Accepted, and not public: never published, or withdrawn and corrected since."""
    never = Q(**{f"{prefix}published_at__isnull": True})
    corrected = Q(**{f"{prefix}withdrawn_at__lte": F(f"{prefix}reviewed_at")})
    return Q(**{f"{prefix}verdict": Verdict.ACCEPTED}) & (never | corrected)


def visible(prefix: str = "", at: datetime | None = None) -> Q:
    """The condition that a claim, reached by `prefix`, is visible to readers at an instant (now)."""
    return Q(
        **{
            f"{prefix}visible_from__lte": at or timezone.now(),
            f"{prefix}withdrawn_at__isnull": True,
            f"{prefix}withheld_at__isnull": True,
        }
    )


def seen(prefix: str = "", at: datetime | None = None) -> Q:
    """The condition that readers see a claim: it is visible, and so is the development that it hangs on."""
    hung = (visible(f"{prefix}{part}__development__claim__", at) for part in HANGING)
    return visible(prefix, at) & reduce(or_, hung, Q(**{f"{prefix}kind": ClaimKind.DEVELOPMENT}))


def counted(prefix: str = "") -> Q:
    """The condition that a claim is no repetition, in an update, of a claim that readers see already."""
    return Q(**{f"{prefix}restates__isnull": True}) | ~visible(f"{prefix}restates__")


class ClaimQuerySet(models.QuerySet):
    def public(self):
        return self.filter(visible())

    def waiting_for_publication(self):
        return self.filter(waiting())

    def hanging_on(self, development):
        """The claims that hang on the development of a claim: figures, places, groups, control."""
        return self.hanging_on_any([development.pk])

    def hanging_on_any(self, developments):
        """The same of several developments, by their keys."""
        return self.filter(reduce(or_, (Q(**{f"{part}__development__in": list(developments)}) for part in HANGING)))

    def with_parts(self):
        """With the row of its kind and what pages name, in one query."""
        return self.select_related("report", "source", "reviewed_by", *PART_OF_KIND.values())


class PublicPartQuerySet(models.QuerySet):
    """Parts that hang on a development: visible only while the development is."""

    def public(self):
        return self.filter(visible("claim__"), visible("development__claim__"))


class DevelopmentQuerySet(models.QuerySet):
    def public(self):
        return self.filter(visible("claim__"))

    def newest_first(self):
        return self.order_by("-claim__date_end", "-claim__reported_at", "claim__report_id", "claim__start")


class LocationQuerySet(PublicPartQuerySet):
    def where_it_happened(self):
        """Event places with coordinates: the only ones that may be drawn."""
        return self.filter(role=PlaceRole.EVENT, latitude__isnull=False)


class ReportQuerySet(models.QuerySet):
    def public(self):
        """Reports of which at least one claim is public."""
        from .claims import Claim

        return self.filter(Exists(Claim.objects.public().filter(report=OuterRef("pk"))))


class ReadingQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state__in=[ReadingState.QUEUED, ReadingState.READING])

    def stale(self, queued: timedelta, reading: timedelta):
        """Waiting or being read for longer than they should: a worker died, or a message was lost."""
        now = timezone.now()
        return self.filter(
            Q(state=ReadingState.QUEUED, requested_at__lt=now - queued)
            | Q(state=ReadingState.READING, started_at__lt=now - reading)
        )
