"""What the fields of claims are called on the desk, in a word or two."""

from django.utils.translation import gettext_lazy as _

FIELDS = {
    "low": _("number"),
    "high": _("number"),
    "modifier": _("bound"),
    "figure_kind": _("kind"),
    "scope": _("scope"),
    "unit": _("unit"),
    "subject": _("subject"),
    "subject_class": _("who"),
    "denominator": _("of what"),
    "source": _("source"),
    "status": _("status"),
    "date_start": _("day"),
    "date_end": _("day"),
    "type": _("type"),
    "fronts": _("front"),
    "country": _("country"),
    "group": _("group"),
    "role": _("role"),
    "name": _("name"),
    "latitude": _("pin"),
    "longitude": _("pin"),
    "place": _("place"),
    "locations": _("place"),
    "location": _("place"),
    "radius_km": _("precision"),
    "where_prec": _("precision"),
    "place_kind": _("kind of place"),
    "control_status": _("control"),
    "holder": _("holder"),
    "contender": _("contender"),
    "valid_from": _("day"),
    "part_of": _("part of"),
    "same_as": _("said again"),
    "development": _("sentence"),
}


def field_label(name: str) -> str:
    """The word for a field; its own name where there is none."""
    return str(FIELDS.get(name, name.replace("_", " ")))
