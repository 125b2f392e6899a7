"""Preview cards: the picture that a messenger or a social network shows beside a link to us."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from PIL import Image, ImageDraw

from reports.models import Front

from . import words
from .answers import kept
from .boxes import Box, area_of
from .drawn import Size, draw, png
from .filters import Filters
from .listing import freshness
from .merged import moved
from .spots import MARKS, spots

CARD = Size(1200, 630)
MAP = Size(700, 630)
EDGE = 56

fresh = cache_control(public=True, no_cache=True)


@fresh
@require_safe
@kept
def front_card(request: HttpRequest, slug: str) -> HttpResponse:
    front = get_object_or_404(Front, slug=slug)
    if elsewhere := moved(request, front):
        return elsewhere
    filters = Filters.of(request.GET, {"front": slug}, request.index)  # type: ignore[attr-defined]
    return _card(front.name, _told(filters.as_of, filters.total), filters, area_of(front))


@fresh
@require_safe
@kept
def home_card(request: HttpRequest) -> HttpResponse:
    filters = Filters.of(request.GET, index=request.index)  # type: ignore[attr-defined]
    told = _told(freshness(filters.index)["as_of"], filters.total)
    return _card(_("What the wires say of the fronts"), told, filters, None)


def _told(as_of: datetime | None, count: int) -> list[str]:
    """The lines below the title."""
    lines = [_("%(count)s developments, each with its sentence and source") % {"count": words.number(count)}]
    return [_("As of %(day)s") % {"day": words.day(timezone.localtime(as_of).date())}, *lines] if as_of else lines


def _card(title: str, told: list[str], filters: Filters, bounds: Box | None) -> HttpResponse:
    picture = draw(spots(filters.index.moment.locations(filters.locations()[:MARKS])), MAP, png.measure, bounds=bounds)
    image = Image.new("RGB", CARD, png.COLOURS["paper"])
    image.paste(png.paint(picture), (CARD.width - MAP.width, 0))
    brush = ImageDraw.Draw(image)
    room = CARD.width - MAP.width - 2 * EDGE
    brush.line([(CARD.width - MAP.width, 0), (CARD.width - MAP.width, CARD.height)], png.COLOURS["ink"], 2)
    brush.text((EDGE, EDGE), settings.SITE_NAME, png.COLOURS["ink"], png.font("serif-600", 30))
    brush.line([(EDGE, EDGE + 52), (EDGE + room, EDGE + 52)], png.COLOURS["ink"], 3)
    y = _write(brush, title, "serif-600", 62 if len(title) < 16 else 48, 150, room)
    for line in told:
        y = _write(brush, line, "sans-400", 26, y + 18, room, "quiet")
    if settings.DEMO:
        _write(brush, _("A demonstration: do not cite"), "sans-600", 24, CARD.height - EDGE - 30, room, "accent")
    return HttpResponse(png.encoded(image), content_type="image/png")


def _write(
    brush: ImageDraw.ImageDraw, text: str, face: str, size: int, y: float, room: int, colour: str = "ink"
) -> float:
    """Words in lines of at most `room` pixels, from `y` down. Returns where the next line may stand."""
    font, line = png.font(face, size), ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > room:
            brush.text((EDGE, y), line, png.COLOURS[colour], font)
            y, line = y + size * 1.22, word
        else:
            line = longer
    brush.text((EDGE, y), line, png.COLOURS[colour], font)
    return y + size * 1.22
