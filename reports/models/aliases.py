"""Every name that something of the world goes by."""

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from reports.extraction.folding import fold

from .vocabulary import AliasKind
from .world import Country, Front, Group, Place, Source

ALIAS_OWNERS = ("country", "front", "group", "source", "place")


def _exactly_one(names: tuple[str, ...]) -> Q:
    """A condition: one of the nullable keys is set and the others are not."""
    condition = Q()
    for name in names:
        condition |= Q(**{f"{other}__isnull": other != name for other in names})
    return condition


class Alias(models.Model):
    """A name that something goes by, in a language and within a scope.

    Several owners may share one ("the Observatory"): then they are candidates and an editor chooses. One owner
    cannot have the same alias twice in a scope. `kind=name, preferred=True` is the name shown in that language.
    """

    country = models.ForeignKey(Country, models.CASCADE, null=True, blank=True, related_name="aliases")
    front = models.ForeignKey(Front, models.CASCADE, null=True, blank=True, related_name="aliases")
    group = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="aliases")
    source = models.ForeignKey(Source, models.CASCADE, null=True, blank=True, related_name="aliases")
    place = models.ForeignKey(Place, models.CASCADE, null=True, blank=True, related_name="aliases")
    text = models.CharField(_("text"), max_length=200)
    folded = models.CharField(
        max_length=200, editable=False, help_text=_("The text without case, diacritics, hyphens and article.")
    )
    language = models.CharField(_("language"), max_length=10, default="en")
    kind = models.CharField(_("kind"), max_length=8, choices=AliasKind, default=AliasKind.ALIAS)
    preferred = models.BooleanField(_("preferred"), default=False, help_text=_("The name shown in its language."))
    in_country = models.ForeignKey(
        Country,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("only in country"),
        help_text=_("Empty: everywhere. 'The jihadists' is one group in Syria and another in Mali."),
    )
    on_front = models.ForeignKey(
        Front, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("only on front")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    shipped = models.BooleanField(
        _("shipped"), default=False, editable=False, help_text=_("Came with the install and was not changed since.")
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["text"]
        verbose_name = _("name")
        verbose_name_plural = _("names")
        constraints = [
            models.CheckConstraint(condition=_exactly_one(ALIAS_OWNERS), name="alias_has_one_owner"),
            models.CheckConstraint(condition=~Q(folded=""), name="alias_is_not_empty"),
            *(
                # Coalesce, since an empty scope must count as equal and SQLite knows no NULLS NOT DISTINCT.
                models.UniqueConstraint(
                    owner,
                    "folded",
                    "language",
                    Coalesce("in_country", Value("")),
                    Coalesce("on_front", Value(0)),
                    condition=Q(**{f"{owner}__isnull": False}),
                    name=f"alias_once_for_{owner}_in_scope",
                )
                for owner in ALIAS_OWNERS
            ),
            *(
                models.UniqueConstraint(
                    fields=[owner, "language"],
                    condition=Q(preferred=True, **{f"{owner}__isnull": False}),
                    name=f"alias_one_preferred_name_for_{owner}",
                )
                for owner in ALIAS_OWNERS
            ),
        ]
        indexes = [models.Index(fields=["folded"], name="alias_by_folded_text")]

    def __str__(self) -> str:
        return self.text

    def save(self, *args, **kwargs):
        self.folded = fold(self.text)
        super().save(*args, **kwargs)

    @property
    def owner(self):
        """The one country, front, group, source or place that goes by this name."""
        return next(filter(None, (getattr(self, name) for name in ALIAS_OWNERS)), None)
