"""`/healthz`: whether the parts that a report needs are up. For load balancers and watchmen; it tells no secrets."""

import logging
from collections.abc import Callable

from celery import current_app
from django.conf import settings
from django.db import connection
from django.db.models import Min
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from reports.geocoding import open_gazetteer
from reports.models import Reading

log = logging.getLogger(__name__)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 and `"status": "ok"` where all parts answer, else 503; each part reads "ok" or "down".

    `oldest_unread_seconds` is the age of the oldest report that still waits for a worker, null where none waits (or
    the database is down). A growing number means that no worker runs.
    """
    parts = {
        "database": _answers("database", _ask_database),
        "broker": _answers("broker", _ask_broker),
        "gazetteer": _answers("gazetteer", lambda: open_gazetteer(settings.GAZETTEER_PATH)),
    }
    well = all(parts.values())
    body = {
        "status": "ok" if well else "down",
        **{name: "ok" if up else "down" for name, up in parts.items()},
        "oldest_unread_seconds": _oldest_unread() if parts["database"] else None,
    }
    return JsonResponse(body, status=200 if well else 503)


def _answers(part: str, ask: Callable[[], object]) -> bool:
    try:
        ask()
    except Exception:
        log.exception("health: a part does not answer", extra={"part": part})
        return False
    return True


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _ask_broker() -> None:
    with current_app.connection_for_write() as broker:
        broker.default_channel.client.ping()


def _oldest_unread() -> int | None:
    first = Reading.objects.open().aggregate(first=Min("requested_at"))["first"]
    return None if first is None else int((timezone.now() - first).total_seconds())
