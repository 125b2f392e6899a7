"""What a place that the desk fixed changed in other reports: an editor asks, a worker does it, a row keeps it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .world import Place


class Relocation(models.Model):
    """One pass over the undecided places of other reports that bear a place's names."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="relocations", verbose_name=_("place"))
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked for by")
    )
    requested_at = models.DateTimeField(_("asked for at"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    failure = models.TextField(_("failure"), blank=True)
    moved = models.JSONField(
        _("moved"), default=list, help_text=_("A list: report and claim (public ids), name, from and to.")
    )
    left = models.JSONField(_("left as they are"), default=list, help_text=_("A list: report, claim, why."))

    class Meta:
        ordering = ["-requested_at"]
        verbose_name = _("relocation")
        verbose_name_plural = _("relocations")

    def __str__(self) -> str:
        return f"{self.place} ({self.requested_at:%Y-%m-%d %H:%M})"

    @property
    def is_open(self) -> bool:
        return self.finished_at is None
