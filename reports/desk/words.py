"""What the desk says about a claim, in short words: values, days, and how precise a pin is."""

from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from reports.extraction.folding import fold
from reports.models import Claim, Figure, Location
from reports.models.vocabulary import Modifier

# UCDP's where_prec, in words.
PRECISION = {
    1: "exact spot",
    2: "near the spot",
    3: "the district",
    4: "the province",
    5: "a line or an area",
    6: "the country",
    7: "somewhere abroad, or at sea",
}


def number(value: float) -> str:
    """With the separators of the reader's language, without needless decimals."""
    whole = round(value, 1)
    return number_format(whole, 0 if whole == int(whole) else 1, use_l10n=True, force_grouping=True)


def figure_value(figure: Figure) -> str:
    """The bounds as they are kept: "at least 413", "500–700", "about 120,000"."""
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        span = f"{number(figure.low)}–{number(figure.high)}"
        return span if figure.modifier == Modifier.EXACT else f"{figure.get_modifier_display()} {span}"
    bound = figure.low if figure.low is not None else figure.high
    if bound is None:
        return ""
    if figure.modifier == Modifier.EXACT:
        return number(bound)
    if figure.modifier == Modifier.APPROX and figure.high is None:
        return _("%(number)s or more") % {"number": number(bound)}
    return f"{figure.get_modifier_display()} {number(bound)}"


def period(start: date | None, end: date | None) -> str:
    """ "11 Dec 2016", or "15 Nov – 11 Dec 2016"; empty where no day is known."""
    if start is None:
        return ""
    if end is None or start == end:
        return date_format(start, "j M Y")
    opening = "j M" if start.year == end.year else "j M Y"
    return f"{date_format(start, opening)} – {date_format(end, 'j M Y')}"


def where_precision(location: Location) -> str:
    """ "exact spot, ± 5 km"; empty where nothing is known."""
    words = _(PRECISION[location.where_prec]) if location.where_prec in PRECISION else ""
    radius = f"± {number(location.radius_km)} km" if location.radius_km else ""
    return ", ".join(filter(None, (words, radius)))


def coordinates(location: Location) -> str:
    """ "36.202° N, 37.159° E"; empty where there is no pin."""
    if location.latitude is None or location.longitude is None:
        return ""
    north = f"{abs(location.latitude):.3f}° {'N' if location.latitude >= 0 else 'S'}"
    east = f"{abs(location.longitude):.3f}° {'E' if location.longitude >= 0 else 'W'}"
    return f"{north}, {east}"


def relation(location: Location) -> str:
    """How the pin stands to the named place: "within 25 km of", "southwest of"; empty where it is the place itself."""
    told = location.relation or {}
    distance, bearing = told.get("distance_km"), told.get("bearing")
    if told.get("kind") == "within" and distance:
        return _("within %(km)s km of") % {"km": number(distance)}
    if told.get("kind") == "between":
        return _("between")
    point = _compass(bearing) if bearing is not None else ""
    if distance and not point:
        return _("%(km)s km from") % {"km": number(distance)}
    if distance:
        return _("%(km)s km %(direction)s of") % {"km": number(distance), "direction": point}
    return _("%(direction)s of") % {"direction": point} if point else ""


def _compass(bearing: float) -> str:
    points = (
        *(_("north"), _("northeast"), _("east"), _("southeast")),
        *(_("south"), _("southwest"), _("west"), _("northwest")),
    )
    return points[round(bearing / 45) % 8]


def said_by(claim: Claim) -> str:
    """The source's name; behind it the words of the text, where those say something else."""
    if claim.source is None:
        return claim.source_words
    name, words = claim.source.name, claim.source_words
    if fold(words) in fold(name) or fold(name) in fold(words):
        return name
    return f"{name} (“{words}”)"
