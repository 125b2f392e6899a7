"""The audit of logins: receivers of what Django, django-axes and our own pages tell."""

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from reports.models import LoginEvent
from reports.models.logins import LoginEventKind


def note(kind: LoginEventKind, request: HttpRequest | None, username: str, by: str = "") -> None:
    """Keep one event."""
    meta = request.META if request is not None else {}
    LoginEvent.objects.create(
        kind=kind,
        username=username[:150],
        address=meta.get("REMOTE_ADDR") or None,
        agent=meta.get("HTTP_USER_AGENT", "")[:200],
        by=by,
    )


def connect() -> None:
    """Called once, when the desk's app is ready."""
    user_logged_in.connect(_logged_in, dispatch_uid="audit")
    user_logged_out.connect(_logged_out, dispatch_uid="audit")
    user_login_failed.connect(_failed, dispatch_uid="audit")
    user_locked_out.connect(_locked_out, dispatch_uid="audit")


def _logged_in(sender: Any, request: HttpRequest, user: Any, **more: Any) -> None:
    note(LoginEventKind.LOG_IN, request, user.get_username())


def _logged_out(sender: Any, request: HttpRequest, user: Any, **more: Any) -> None:
    if user is not None:
        note(LoginEventKind.LOG_OUT, request, user.get_username())


def _failed(sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **more: Any) -> None:
    note(LoginEventKind.FAILURE, request, str(credentials.get("username") or ""))


def _locked_out(sender: Any, request: HttpRequest, username: str | None = None, **more: Any) -> None:
    note(LoginEventKind.LOCKOUT, request, username or "")
