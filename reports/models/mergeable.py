"""Records of the world that may turn out to be one and the same."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecordQuerySet(models.QuerySet):
    def kept(self):
        """Without those that were merged into another record: what lists and pickers offer."""
        return self.filter(merged_into__isnull=True)


class Mergeable(models.Model):
    """A record that may turn out to be another one. It stays as a row, so that what was said then can be read."""

    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
