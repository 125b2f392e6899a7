"""Keys for programs that send reports: each belongs to a person, and only its hash is kept."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

PREFIX = "fd_"  # so that a key that leaked into a log or a repository is recognised
WINDOW = timedelta(minutes=1)


def hashed(key: str) -> str:
    """SHA-256 of a key. A plain hash suffices: the key is 256 random bits, so there is nothing to guess from a list."""
    return hashlib.sha256(key.encode()).hexdigest()


class ApiTokenQuerySet(models.QuerySet):
    def living(self):
        """Neither revoked nor of an account that is closed."""
        return self.filter(revoked_at__isnull=True, user__is_active=True)


class ApiToken(models.Model):
    """A key with which a program acts as a person. It is shown once, when it is made."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="api_tokens", verbose_name=_("acts as")
    )
    name = models.CharField(_("name"), max_length=80, help_text=_("What uses it: “the newsroom's mail filter”."))
    hint = models.CharField(_("begins with"), max_length=12, editable=False)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    # Requests since `window_start`: counted in the row, so that all web processes count together.
    window_start = models.DateTimeField(default=timezone.now, editable=False)
    window_count = models.PositiveIntegerField(default=0, editable=False)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")

    def __str__(self) -> str:
        return f"{self.hint}… ({self.name})"

    @classmethod
    def make(cls, user, name: str) -> tuple["ApiToken", str]:
        """A new row, and the key itself: tell it to its owner now, since it cannot be shown again."""
        key = PREFIX + secrets.token_urlsafe(32)
        return cls.objects.create(user=user, name=name, hint=key[:8], sha256=hashed(key)), key

    @classmethod
    def find(cls, key: str) -> "ApiToken | None":
        """The living row of a key."""
        return cls.objects.living().select_related("user").filter(sha256=hashed(key)).first()

    def revoke(self) -> None:
        """From now on it opens nothing. The row stays, with when it was last used."""
        type(self).objects.filter(pk=self.pk, revoked_at__isnull=True).update(revoked_at=timezone.now())
        self.refresh_from_db(fields=["revoked_at"])

    def count(self, most: int) -> int:
        """Count one request. 0 where it is among the `most` of this minute, else the seconds to wait."""
        now = timezone.now()
        mine = type(self).objects.filter(pk=self.pk)
        mine.filter(window_start__lte=now - WINDOW).update(window_start=now, window_count=0)
        if mine.filter(window_count__lt=most).update(window_count=F("window_count") + 1, last_used_at=now):
            return 0
        self.refresh_from_db(fields=["window_start"])
        return max(1, round((self.window_start + WINDOW - now).total_seconds()))
