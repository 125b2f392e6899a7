"""The pages. Each view in one order: fetch, read the query string, compute, context, render. No cookie is ever set."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from reports.models import Country, Front, Group, Report, Source
from reports.models.vocabulary import (
    ControlStatus,
    DateBasis,
    DevelopmentType,
    FigureKind,
    Modifier,
    Reliability,
    Scope,
    Status,
)
from reports.workflow.restating import not_repeated
from reports.workflow.weighing import GRADES, ROUNDED

from . import ages, annotated, control, features, rivals, structured
from .accuracy import accuracy
from .agreement import agreed
from .answers import kept
from .fronts import by_country
from .languages import versions
from .listing import freshness, instrument, listing
from .merged import moved
from .past import Clock
from .strips import strips


def public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page for everybody: by GET alone, kept while the data stands, and by others only to be asked about again."""
    return cache_control(public=True, no_cache=True)(require_safe(kept(view)))


def page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Render a public page with what all of them show."""
    context |= {"site_name": settings.SITE_NAME, "demo": settings.DEMO}
    clock = context["clock"] = getattr(request, "clock", Clock())
    context["now_query"] = clock.left(request.GET)
    if status == 200 and not clock.is_set:  # an error page may stand at an address that is none of ours
        context["canonical"] = request.build_absolute_uri(request.path)
    if status == 200:
        context["versions"] = versions(request)
    context |= {"tiles": settings.TILES_URL, "tiles_attribution": settings.TILES_ATTRIBUTION}
    response = render(request, f"public/{template}.html", context, status=status)
    if clock.is_set:
        response.content = clock.carried(response.content.decode()).encode()
    return response


@public
def home(request: HttpRequest) -> HttpResponse:
    ctx = listing(request)
    ctx |= {"fresh": freshness(ctx["filters"].index), "countries": by_country(ctx["filters"])}
    ctx |= {
        "strips": strips(ctx["filters"]),
        "held": control.held_by(ctx["filters"]),
        "held_here": ctx["held_here"] and control.OFF,  # so far out that most places are but marks
        "card": request.build_absolute_uri(reverse("home_card")),
        "structured": structured.json_ld(structured.site(request, ctx["fresh"]["as_of"])),
    }
    return page(request, "home", ctx)


@public
def front(request: HttpRequest, slug: str) -> HttpResponse:
    front = get_object_or_404(Front.objects.prefetch_related("countries", "front_sides__group"), slug=slug)
    if elsewhere := moved(request, front):
        return elsewhere
    ctx = listing(request, {"front": slug})
    ctx |= instrument(ctx["filters"])
    ctx |= {"front": front, "brief": [one for one in ctx["page"] if one.claim.status == "current"][:4]}
    ctx |= {
        "card": request.build_absolute_uri(reverse("front_card", args=[slug])),
        "structured": structured.json_ld(structured.of_front(request, front, ctx["filters"].as_of)),
        "embeds": [
            (_("The map"), request.build_absolute_uri(reverse("embed_map", args=[slug])), 620),
            (_("The figures"), request.build_absolute_uri(reverse("embed_figures", args=[slug])), 560),
        ],
    }
    return page(request, "front", ctx)


@public
def country(request: HttpRequest, iso2: str) -> HttpResponse:
    country = get_object_or_404(Country, iso2=iso2.upper())
    ctx = listing(request, {"country": country.iso2})
    ctx |= instrument(ctx["filters"]) | {"country": country, "countries": by_country(ctx["filters"])}
    return page(request, "country", ctx)


@public
def group(request: HttpRequest, slug: str) -> HttpResponse:
    links = ("countries", "links__other", "linked_from__group", "sources")
    group = get_object_or_404(Group.objects.prefetch_related(*links), slug=slug)
    if elsewhere := moved(request, group):
        return elsewhere
    ctx = listing(request, {"group": slug})
    ctx |= instrument(ctx["filters"]) | {"group": group}
    return page(request, "group", ctx)


@public
def source(request: HttpRequest, slug: str) -> HttpResponse:
    source = get_object_or_404(Source.objects.select_related("affiliation"), slug=slug)
    if elsewhere := moved(request, source):
        return elsewhere
    ctx = listing(request, {"source": slug})
    ctx |= instrument(ctx["filters"]) | {"source": source}
    return page(request, "source", ctx)


@public
def report(request: HttpRequest, public_id: str) -> HttpResponse:
    index, clock = request.index, request.clock  # type: ignore[attr-defined]
    reports = Report.objects.select_related("outlet", "supersedes__outlet").prefetch_related("superseded_by__outlet")
    report = get_object_or_404(reports, public_id=public_id)
    claims = index.moment.claims(report)
    if not claims:
        raise Http404
    index.moment.settled([report])
    updates = index.moment.shown(report.superseded_by.all())
    ctx = {
        "report": report,
        "holds_back": annotated.holds_back(report),
        "passages": annotated.passages(report, claims, clock.desk),
        "earlier": next(iter(index.moment.shown(filter(None, [report.supersedes]))), None),
        "updates": updates,
        "not_repeated": not_repeated(report, updates) if updates else set(),
        "map_data": features.collection(index.moment.locations(annotated.placed(claims))),
    }
    return page(request, "report", ctx)


@public
def claims(request: HttpRequest) -> HttpResponse:
    index = request.index  # type: ignore[attr-defined]
    weighed = index.weights.of(index.primary_front.tolist())
    rivalled = [pk for pk, one in weighed.items() if one.rivals]
    cards = rivals.cards(index.moment.figures(rivalled), weighed)
    held = control.disputed(index, weighed)
    return page(request, "claims", {"cards": cards, "held": held, "tenth": round(ROUNDED * 100), "grades": GRADES})


@public
def method(request: HttpRequest) -> HttpResponse:
    vocabularies = [
        (DevelopmentType, "type"), (Status, "status"), (FigureKind, "kind"), (Scope, "scope"), (Modifier, "modifier"),
        (DateBasis, "date_basis"), (ControlStatus, "control"), (Reliability, "reliability"),
    ]  # fmt: skip
    ctx = {
        "vocabularies": [(name, words.choices) for words, name in vocabularies],
        "grades": GRADES,
        "ages": ages.rule(),
        "fresh": control.FRESH,
        "accuracy": accuracy(),
        "agreed": agreed(),
    }
    return page(request, "method", ctx)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, "404", {}, status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, "400", {}, status=400)
