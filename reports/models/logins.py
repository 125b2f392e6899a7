"""Who logged in, who could not, and what changed about a second factor: rows that only grow (triggers see to it)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LoginEventKind(models.TextChoices):
    LOG_IN = "log_in", _("logged in")
    LOG_OUT = "log_out", _("logged out")
    FAILURE = "failure", _("wrong name or password")
    LOCKOUT = "lockout", _("locked out for a while")
    VERIFIED = "verified", _("gave the second factor")
    WRONG_CODE = "wrong_code", _("wrong code")
    ENROLLED = "enrolled", _("set up a second factor")
    REMOVED = "removed", _("second factor taken away")
    NEW_CODES = "new_codes", _("made new recovery codes")


class LoginEvent(models.Model):
    """One event. The account is named, not pointed to: the row stays when the account goes, and names may be wrong."""

    at = models.DateTimeField(_("at"), default=timezone.now)
    kind = models.CharField(_("what"), max_length=10, choices=LoginEventKind)
    username = models.CharField(_("account"), max_length=150, blank=True)
    address = models.GenericIPAddressField(_("from"), null=True, blank=True)
    agent = models.CharField(_("browser"), max_length=200, blank=True)
    by = models.CharField(_("by"), max_length=150, blank=True, help_text=_("Where somebody else did it."))

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("login")
        verbose_name_plural = _("logins")
        indexes = [models.Index(fields=["-at"], name="login_newest_first")]

    def __str__(self) -> str:
        return f"{self.username}: {self.get_kind_display()}"
