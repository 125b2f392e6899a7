"""The pages of the second factor: give it after the password, set it up, renew its recovery codes, take it away."""

from base64 import b32encode
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from . import factor

WORDS = {
    "wrong": _("That code is not right. Codes of the app change every half a minute; a recovery code works once."),
    "wait": _("Too many wrong codes. Wait a little, then try once more."),
}


@never_cache
@login_required
@sensitive_post_parameters("code")
def factor_view(request: HttpRequest) -> HttpResponse:
    """Ask for the factor of those who have one, let the others set one up, and show its state to who has given it."""
    if request.user.is_verified():  # type: ignore[union-attr]
        return _state(request)
    if factor.has_factor(request.user):
        return _ask(request)
    return _enrol(request)


def factor_urls() -> list[URLPattern]:
    return [path("second-factor/", factor_view, name="second_factor")]


def _ask(request: HttpRequest) -> HttpResponse:
    problem = ""
    if request.method == "POST":
        reason = factor.verify(request, request.POST.get("code", ""))
        if not reason:
            return redirect(_next(request))
        problem = str(WORDS[reason])
    return _page(request, "ask", problem=problem)


def _enrol(request: HttpRequest) -> HttpResponse:
    device = factor.new_device(request.user)
    problem = ""
    if request.method == "POST":
        if codes := factor.confirm(request, device, request.POST.get("code", "")):
            return _page(request, "codes", codes=codes)
        problem = str(WORDS["wrong"])
    secret = b32encode(device.bin_key).decode().rstrip("=")
    return _page(
        request,
        "enrol",
        problem=problem,
        drawing=mark_safe(factor.drawing(device)),  # noqa: S308 - drawn by us from a random key
        secret=" ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
        must=factor.must_have_factor(request.user),
    )


def _state(request: HttpRequest) -> HttpResponse:
    step = request.POST.get("step")
    if request.method == "POST" and step == "codes":
        return _page(request, "codes", codes=factor.new_codes(request))
    if request.method == "POST" and step == "remove" and not factor.must_have_factor(request.user):
        factor.remove(request, request.user)
        messages.success(request, _("From now on your password is enough."))
        return redirect("admin:index")
    return _page(request, "state", must=factor.must_have_factor(request.user))


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    allowed = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if allowed else reverse("admin:index")


def _page(request: HttpRequest, part: str, problem: str = "", **more: Any) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": _("Second factor"),
        "part": f"desk/factor/{part}.html",
        "problem": problem,
        "next": _next(request),
        **more,
    }
    return TemplateResponse(request, "desk/factor.html", context, status=422 if problem else 200)
