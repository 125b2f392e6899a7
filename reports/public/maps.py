"""What the map asks for while it moves: points of a view as spots, or as cells where they are many; and what is told at
one of them, when it is opened. By the same filters as the page (the contract: docs/basemap.md)."""

import json
from collections.abc import Callable
from functools import wraps
from math import isfinite

import numpy as np
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from reports.models.vocabulary import DevelopmentType

from . import naming, words
from .answers import kept
from .control.answers import layer
from .features import collection
from .filters import Filters
from .index.columns import BASES, TYPES, day
from .index.spots import Box

WHOLE = 400  # spots: if all that match are no more, they are sent at once, whatever the view
MOST = 400  # spots in a view: of more, cells are sent
CELL = 48  # pixels: the side of a cell
TOLD = 20  # developments told at one spot, the newest
ZOOMS = range(20)


class Unclear(ValueError):
    """A question that cannot be understood, with what is wrong with it."""


def asked(view: Callable[[HttpRequest, Filters], dict]) -> Callable[[HttpRequest], HttpResponse]:
    """A GET view of JSON that gets the filters; what it cannot understand is a 400 in words."""

    @cache_control(public=True, no_cache=True)
    @require_safe
    @kept
    @wraps(view)
    def wrapped(request: HttpRequest) -> HttpResponse:
        try:
            data = view(request, Filters.of(request.GET, index=request.index))  # type: ignore[attr-defined]
        except Unclear as problem:
            return JsonResponse({"error": str(problem)}, status=400)
        return JsonResponse(data, json_dumps_params={"separators": (",", ":"), "ensure_ascii": False})

    return wrapped


@asked
def points(request: HttpRequest, filters: Filters) -> dict:
    """Spots, or cells, of a view: `box=west,south,east,north` in degrees and `zoom`."""
    return drawn(filters, _box(request.GET.get("box", "")), _zoom(request.GET.get("zoom", "")))


@asked
def place(request: HttpRequest, filters: Filters) -> dict:
    """The newest developments at the spot of key `at`, as features, and how many there are."""
    spots = filters.index.spots
    spot = spots.number(request.GET.get("at", ""))
    if spot is None:
        raise Unclear(_("nothing that is public stands at this point"))
    places = spots.places.take((spots.of_place == spot) & filters.mask[spots.places["at"]])
    newest = np.unique(places["at"], return_index=True)[1]
    keys = places["pk"][newest]
    return collection(filters.index.moment.locations(keys[:TOLD])) | {
        "total": len(keys),
        "place": str(places["key"][newest[0]]) if len(keys) else "",
    }


@asked
def control(request: HttpRequest, filters: Filters) -> dict:
    """Who holds what, by whose word, at the end of the period: for the layer of that name."""
    return layer(request, filters)


def drawn(filters: Filters, box: Box, zoom: int) -> dict:
    """Points as rows (see `_rows`). `whole`: all that matches, whatever the view; `cells`: a row may be many spots."""
    spots = filters.index.spots
    counts = spots.counts(filters.mask)
    shown = counts.any(axis=1)
    whole, bounds = int(shown.sum()) <= WHOLE, spots.bounds(filters.mask)
    if not whole:
        shown &= box.holds(spots.keys["lon"], spots.keys["lat"])
    found = np.flatnonzero(shown)
    cells = len(found) > MOST
    of_cell = spots.cells(found, zoom, CELL) if cells else np.arange(len(found))
    return {"whole": whole, "cells": cells, "bounds": bounds, **_rows(filters, found, of_cell, counts[found])}


def _rows(filters: Filters, found: np.ndarray, of_cell: np.ndarray, counts: np.ndarray) -> dict:
    """A row for each cell: [key of its largest spot, how many spots, developments by class …, name, kind, day]; kind
    and day only of a single development. `areas` are the shapes that are no circles, by row."""
    spots, number = filters.index.spots, int(of_cell.max()) + 1 if len(of_cell) else 0
    sums = np.stack([np.bincount(of_cell, weights=column, minlength=number) for column in counts.T], axis=1).astype(int)
    members = np.bincount(of_cell, minlength=number)
    order = np.lexsort((-counts.sum(axis=1), of_cell))
    largest = found[order[np.unique(of_cell[order], return_index=True)[1]]] if number else found
    single = _alone(filters, largest, (sums.sum(axis=1) == 1))
    of_spot = spots.first[largest]
    areas = spots.places["area"][of_spot]
    named = zip(spots.places["name"][of_spot], spots.places["country"][of_spot], strict=True)
    names = [naming.place_called(name, country) for name, country in named]
    rows = [
        [spots.key(spot), int(members[n]), *sums[n].tolist(), names[n], *single.get(int(spot), ())]
        for n, spot in enumerate(largest)
    ]
    shapes = {n: json.loads(area) for n, area in enumerate(areas) if area and members[n] == 1}
    return {"rows": rows, "areas": shapes}


def _alone(filters: Filters, spots: np.ndarray, alone: np.ndarray) -> dict[int, tuple[str, str]]:
    """Kind and day, in words, of the developments that are the only one at their spot."""
    index = filters.index
    wanted = np.zeros(len(index.spots), dtype=bool)
    wanted[spots[alone]] = True
    pairs = np.flatnonzero(wanted[index.spots.spot] & filters.mask[index.spots.at])
    one = index.developments.take(index.spots.at[pairs])
    return {
        int(spot): (
            str(DevelopmentType(TYPES[one["type"][n]]).label),
            words.days(day(one["first"][n]), day(one["last"][n]), BASES[one["basis"][n]]),
        )
        for n, spot in enumerate(index.spots.spot[pairs])
    }


def _box(value: str) -> Box:
    try:
        west, south, east, north = map(float, value.split(","))
    except ValueError:
        raise Unclear(_("a box is written west,south,east,north in degrees")) from None
    if not all(map(isfinite, (west, south, east, north))):
        raise Unclear(_("a box is written west,south,east,north in degrees"))
    if east - west >= 360:
        return Box(-180, south, 180, north)
    return Box((west + 180) % 360 - 180, south, (east + 180) % 360 - 180, north)


def _zoom(value: str) -> int:
    if not value.isdecimal() or len(value) > 2 or int(value) not in ZOOMS:
        raise Unclear(_("a zoom is a whole number from 0 to 19"))
    return int(value)
