"""Signs of life of the workers: each process that reads reports says every few seconds that it is there."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class WorkerSign(models.Model):
    """The last sign of one worker (by its Celery name), or of the sweep that beat sends."""

    name = models.CharField(_("worker"), max_length=120, primary_key=True)
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    seen_at = models.DateTimeField(_("last seen"), default=timezone.now)

    class Meta:
        ordering = ["-seen_at"]
        verbose_name = _("worker")
        verbose_name_plural = _("workers")

    def __str__(self) -> str:
        return self.name
