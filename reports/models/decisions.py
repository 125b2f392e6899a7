"""What we decided: the append-only ledger, and the versions of claims that follow from it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .claims import Claim
from .reports import Report
from .vocabulary import HARM_ACTIONS, Action


class Decision(models.Model):
    """Who decided what about a claim (or a report's metadata), when and why. Triggers refuse any change."""

    claim = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="decisions")
    report = models.ForeignKey(Report, models.PROTECT, null=True, blank=True, related_name="decisions")
    action = models.CharField(_("action"), max_length=10, choices=Action)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="decisions", verbose_name=_("by"))
    role = models.CharField(_("as"), max_length=40, blank=True, help_text=_("The role shown to the public."))
    at = models.DateTimeField(_("at"), default=timezone.now)
    why = models.TextField(_("why"), blank=True)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    in_bulk = models.BooleanField(_("in bulk"), default=False)
    batch = models.UUIDField(null=True, blank=True, help_text=_("Decisions taken with one key share it."))

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("ledger of decisions")
        constraints = [
            models.CheckConstraint(
                condition=Q(claim__isnull=False, report__isnull=True) | Q(claim__isnull=True, report__isnull=False),
                name="decision_on_a_claim_or_a_report",
            ),
            models.CheckConstraint(
                condition=~Q(action__in=[Action.WITHDRAW, *HARM_ACTIONS]) | ~Q(why=""),
                name="decision_taken_back_says_why",
            ),
        ]
        indexes = [models.Index(fields=["-at"], name="decision_newest_first")]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.claim or self.report}"


class ClaimVersion(models.Model):
    """What the public saw of a claim in [valid_from, valid_to): rebuilt by `manage.py replay`, never edited."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="versions")
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True, blank=True)
    body = models.JSONField(help_text=_("All public fields of the claim and its part."))

    class Meta:
        ordering = ["claim_id", "number"]
        verbose_name = _("version of a claim")
        verbose_name_plural = _("versions of claims")
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="claimversion_once"),
            models.UniqueConstraint(fields=["claim"], condition=Q(valid_to__isnull=True), name="claimversion_one_open"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__lte=F("valid_to")), name="claimversion_interval"
            ),
        ]
        indexes = [models.Index(fields=["valid_from", "valid_to"], name="claimversion_as_known")]

    def __str__(self) -> str:
        return f"{self.claim} v{self.number}"
