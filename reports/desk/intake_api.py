"""`POST /api/v1/reports`: programs send reports as a person does by pasting. A key, no cookie, nothing public.

The same Idempotency-Key with the same body gives the same answer, so a sender that heard nothing just sends again.
"""

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from reports.models import ApiToken, Report
from reports.workflow.errors import BadReport, DuplicateReport, KeyReused, NotAllowed
from reports.workflow.intake import fingerprint, take

LONGEST_KEY = 255


class Refused(Exception):
    """The request goes no further: an HTTP status, a sentence, and headers."""

    def __init__(self, status: int, sentence: str, headers: dict[str, str] | None = None, **more: Any):
        super().__init__(sentence)
        self.status, self.headers, self.more = status, headers, more

    def answer(self) -> JsonResponse:
        return JsonResponse({"error": str(self), **self.more}, status=self.status, headers=self.headers)


@csrf_exempt  # a form cannot forge it: a browser sends no Authorization header by itself
@never_cache
@require_POST
def reports_view(request: HttpRequest) -> JsonResponse:
    """Take one report. 201 with its links, or what is wrong in words."""
    try:
        token = _token(request)
        key = _idempotency_key(request)
        body = _body(request)
        report = _take(request, token, key, body)
    except Refused as refused:
        return refused.answer()
    links = {name: request.build_absolute_uri(address) for name, address in _links(report).items()}
    created = {"id": report.public_id, "sha256": report.sha256, "entered_at": report.entered_at, "links": links}
    return JsonResponse(created, status=201, headers={"Location": links["review"]})


def _token(request: HttpRequest) -> ApiToken:
    scheme, _space, key = request.headers.get("Authorization", "").partition(" ")
    token = ApiToken.find(key.strip()) if scheme.lower() == "bearer" else None
    if token is None:
        told = _("Send a living API key: “Authorization: Bearer fd_…”. An administrator makes one on the desk.")
        raise Refused(401, told, {"WWW-Authenticate": 'Bearer realm="Frontdesk"'})
    if wait := token.count(settings.API_PER_MINUTE):
        told = _("More than %(most)d requests a minute. Wait %(seconds)d seconds.")
        raise Refused(429, told % {"most": settings.API_PER_MINUTE, "seconds": wait}, {"Retry-After": str(wait)})
    return token


def _idempotency_key(request: HttpRequest) -> str:
    key = request.headers.get("Idempotency-Key", "").strip()
    if not 0 < len(key) <= LONGEST_KEY:
        told = _("Send an Idempotency-Key of your own, up to %(most)d characters: a new one for each report.")
        raise Refused(400, told % {"most": LONGEST_KEY})
    return key


def _body(request: HttpRequest) -> dict[str, Any]:
    if request.content_type != "application/json":
        raise Refused(415, _("Send JSON, with Content-Type: application/json."))
    try:
        body = json.loads(request.body)
    except RequestDataTooBig:
        raise Refused(413, _("The request is too long. A text may have 1 MiB.")) from None
    except ValueError:  # JSON, or its UTF-8
        raise Refused(400, _("The body is not JSON in UTF-8.")) from None
    if not isinstance(body, dict):
        raise Refused(400, _("The body is not a JSON object."))
    if wrong := [name for name, value in body.items() if not isinstance(value, str | None)]:
        raise Refused(422, _("Each value is a string: %(names)s.") % {"names": ", ".join(wrong)})
    return body


def _take(request: HttpRequest, token: ApiToken, key: str, body: dict[str, Any]) -> Report:
    facts = {name: value for name, value in body.items() if name != "text"}
    try:
        return take(body.get("text") or "", facts, token.user, idempotency_key=key, request_sha256=fingerprint(body))
    except NotAllowed as problem:
        raise Refused(403, str(problem)) from None
    except DuplicateReport as problem:
        first = request.build_absolute_uri(_links(problem.report)["review"])
        raise Refused(409, str(problem), id=problem.report.public_id, links={"review": first}) from None
    except KeyReused as problem:
        raise Refused(422, str(problem)) from None
    except BadReport as problem:
        raise Refused(422, str(problem), problems=problem.problems) from None


def _links(report: Report) -> dict[str, str]:
    """Where a person goes on: its review on the desk, and its page once something of it is public."""
    return {
        "review": reverse("admin:reports_report_review", args=[report.pk]),
        "public_once_published": report.get_absolute_url(),
    }
