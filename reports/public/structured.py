"""What search engines and dataset catalogues are told of a page: schema.org, as JSON-LD."""

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from reports.models import Front

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# As Django's json_script does it: nothing in the data can end the element that holds it.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def json_ld(data: dict[str, Any]) -> SafeString:
    """The text of a `script` element of type application/ld+json."""
    return mark_safe(json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False).translate(ESCAPES))  # noqa: S308


def site(request: HttpRequest, as_of: Any) -> dict[str, Any]:
    """The home page: all there is, as a dataset."""
    description = _("Battle-front developments from wire reports, each with its sentence, source and time.")
    return _dataset(request, settings.SITE_NAME, description, "", reverse("home"), as_of)


def of_front(request: HttpRequest, front: Front, as_of: Any) -> dict[str, Any]:
    """A front's page: the part of the dataset that speaks of it, where and when."""
    description = _("Developments and figures of the front “%(front)s”, each with its sentence, source and time.")
    data = _dataset(
        request,
        f"{front.name} · {settings.SITE_NAME}",
        description % {"front": front.name},
        f"?front={front.slug}",
        reverse("front", args=[front.slug]),
        as_of,
    )
    data["temporalCoverage"] = f"{front.started.isoformat()}/{front.ended.isoformat() if front.ended else '..'}"
    if front.bounds:
        south, west, north, east = front.bounds
        box = {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"}
        data["spatialCoverage"] = {"@type": "Place", "name": front.name, "geo": box}
    return data


def _dataset(request: HttpRequest, name: str, description: str, query: str, path: str, as_of: Any) -> dict[str, Any]:
    files = [("developments_geojson", "application/geo+json"), ("figures_csv", "text/csv")]
    return {
        "@type": "Dataset",
        "name": name,
        "description": description,
        "url": request.build_absolute_uri(path),
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": settings.SITE_NAME, "url": request.build_absolute_uri("/")},
        **({"dateModified": as_of.isoformat()} if as_of else {}),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": request.build_absolute_uri(reverse(view) + query),
            }
            for view, kind in files
        ],
    }
