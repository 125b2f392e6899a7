"""What other sites may show: a front's map, or its figures, in one frame. No script, no cookie, no request elsewhere.

The page that frames it passes the filters of the site in the address; each mark and number leads to its sentence here.
"""

from collections.abc import Callable
from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from reports.models import Front

from . import control, naming
from .answers import kept
from .boxes import area_of
from .control.answers import named
from .control.grounds import grounds
from .control.sides import sides
from .control.told import sign
from .drawn import Size, draw, svg
from .filters import Filters
from .listing import FIGURES, drawn_panels
from .merged import moved
from .spots import MARKS, spots

SIZE = Size(640, 400)
NEWEST = 3  # developments told below the map
PANELS = 2  # of figures in one frame

fresh = cache_control(public=True, no_cache=True)
View = Callable[..., HttpResponse]


def framed(view: View) -> View:
    """Allow any site to frame it, which every other page refuses."""
    allowed: Any = csp_replace({"frame-ancestors": ["*"]})
    return xframe_options_exempt(allowed(view))


@fresh
@framed
@require_safe
@kept
def front_map(request: HttpRequest, slug: str) -> HttpResponse:
    """The front's map as a drawing, with its newest developments."""
    front, filters = _front(slug), _filters(request, slug)
    if elsewhere := moved(request, front):
        return elsewhere
    marks = spots(filters.index.moment.locations(filters.locations()[:MARKS]), request.build_absolute_uri)
    common, held = _common(request, front, filters), control.held_by(filters)
    present = sides(named(held), filters.index)
    ground = grounds(held, present, filters, request, lambda one: f"{common['whole']}#held-{one.key}")
    picture = draw(marks, SIZE, svg.measure, bounds=area_of(front), grounds=ground, language=get_language())
    ctx = common | {
        "sides": present,
        "states": [(state, sign(state)) for state in control.STATES if any(one.state == state for one in ground)],
        "drawing": svg.render(picture, naming.called(front)),
        "newest": filters.index.moment.developments(filters.developments()[:NEWEST]),
    }
    return render(request, "public/embed_map.html", ctx)


@fresh
@framed
@require_safe
@kept
def front_figures(request: HttpRequest, slug: str) -> HttpResponse:
    """The front's figures: the first panels of what the filters leave (`?kind=killed`)."""
    front, filters = _front(slug), _filters(request, slug)
    if elsewhere := moved(request, front):
        return elsewhere
    panels = drawn_panels(filters.index.moment.figures(filters.figures()[-FIGURES:]))
    ctx = _common(request, front, filters) | {"panels": panels[:PANELS], "more": len(panels) - PANELS}
    return render(request, "public/embed_figures.html", ctx)


def _front(slug: str) -> Front:
    return get_object_or_404(Front, slug=slug)


def _filters(request: HttpRequest, slug: str) -> Filters:
    return Filters.of(request.GET, {"front": slug}, request.index)  # type: ignore[attr-defined]


def _common(request: HttpRequest, front: Front, filters: Filters) -> dict[str, Any]:
    """The front, how fresh it is, and where the whole of it stands."""
    home = reverse("front", args=[front.slug])
    query = filters.query()
    return {
        "front": front,
        "as_of": filters.as_of,
        "total": filters.total,
        "whole": request.build_absolute_uri(f"{home}?{query}" if query else home),
        "site_name": settings.SITE_NAME,
        "demo": settings.DEMO,
    }
