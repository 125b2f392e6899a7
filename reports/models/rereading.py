"""Reading again: one run over many reports, and where a newer reading differs from what a person decided."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .claims import Claim
from .reports import Reading


class Rereading(models.Model):
    """One run over a selection of reports or all. Its readings tell its progress and what it changed."""

    requested_at = models.DateTimeField(_("requested at"), default=timezone.now)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    readings = models.ManyToManyField(Reading, related_name="runs")
    skipped = models.PositiveIntegerField(_("being read already"), default=0)

    class Meta:
        ordering = ["-requested_at", "-pk"]
        verbose_name = _("reading again")
        verbose_name_plural = _("readings again")

    def __str__(self) -> str:
        return f"{self.requested_at:%Y-%m-%d %H:%M}"


class ReadingChange(models.Model):
    """What a reading did to a report's proposals: how many stayed as they were, came, went, or say something else."""

    reading = models.OneToOneField(Reading, models.CASCADE, primary_key=True, related_name="change")
    same = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.reading_id}: {self.new} new, {self.gone} gone, {self.changed} changed"


class Difference(models.Model):
    """A decided claim of which a newer reading says something else than the reader said before. Taken, or left."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        TAKEN = "taken", _("taken over")
        LEFT = "left", _("left as decided")

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="differences")
    reading = models.ForeignKey(Reading, models.CASCADE, related_name="differences")
    proposed = models.JSONField(_("what the new reading says"), help_text=_("Field name to value; empty: it is gone."))
    state = models.CharField(_("state"), max_length=5, choices=State, default=State.OPEN)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["claim__start", "pk"]
        verbose_name = _("difference")
        verbose_name_plural = _("differences")
        constraints = [models.UniqueConstraint(fields=["claim", "reading"], name="difference_once")]

    def __str__(self) -> str:
        return f"{self.claim}: {', '.join(self.proposed) or 'gone'}"
