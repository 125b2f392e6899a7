"""What reports share: sampled shingles of each text, so that a copy or an update is found among thousands."""

from django.db import models

from .reports import Report


class Shingle(models.Model):
    """One number of a report's sample (`reports.extraction.likeness`). Rows follow from the text and never change."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="shingles")
    number = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="shingle_once")]
        indexes = [models.Index(fields=["number", "report"], name="shingle_by_number")]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.number}"
