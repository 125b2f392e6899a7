"""The points of the map: all developments at one place, with one precision, are one spot; and cells of many spots."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reports.public.kinds import CLASSES, class_of

from .columns import TYPES
from .table import Table

NAMES = list(CLASSES)
CLASS_OF_TYPE = np.array([NAMES.index(class_of(kind)) for kind in TYPES])


@dataclass(frozen=True)
class Box:
    """A view: west, south, east, north in degrees. `west` may exceed `east` where it crosses the date line."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, longitude: np.ndarray, latitude: np.ndarray) -> np.ndarray:
        if self.east - self.west >= 360:
            across = np.ones(len(longitude), dtype=bool)
        elif self.west <= self.east:
            across = (longitude >= self.west) & (longitude <= self.east)
        else:
            across = (longitude >= self.west) | (longitude <= self.east)
        return across & (latitude >= self.south) & (latitude <= self.north)


class Spots:
    """Spots by number. `first` is the row of `places` that stands for each; pairs tell which developments are there."""

    def __init__(self, places: Table, types: np.ndarray):
        """`places` have coordinates; `types` are those of all developments, by position."""
        self.places = places
        shape = np.where(places["precise"], -1.0, np.nan_to_num(np.round(places["radius"])))
        keys = np.empty(len(places), dtype=[("lat", np.float64), ("lon", np.float64), ("shape", np.float64)])
        keys["lat"], keys["lon"] = np.round(places["latitude"], 4), np.round(places["longitude"], 4)
        keys["shape"] = shape
        self.keys, self.first, self.of_place = np.unique(keys, return_index=True, return_inverse=True)
        pairs = np.unique(self.of_place.astype(np.int64) * max(1, len(types)) + places["at"])
        self.spot, self.at = np.divmod(pairs, max(1, len(types)))
        self.kind = CLASS_OF_TYPE[types[self.at]] if len(types) else np.zeros(0, dtype=np.int64)

    def __len__(self) -> int:
        return len(self.keys)

    def key(self, spot: int) -> str:
        """A spot in an address and in the page: "36.2000,37.1600,p" for a precise one, else with its radius in km."""
        lat, lon, shape = self.keys[spot]
        return spot_key(float(lat), float(lon), shape < 0, float(shape))

    def counts(self, mask: np.ndarray) -> np.ndarray:
        """How many developments of the mask are at each spot, by class: an array of len(self) × 4."""
        shown = mask[self.at]
        cells = np.bincount(self.spot[shown] * len(NAMES) + self.kind[shown], minlength=len(self) * len(NAMES))
        return cells.reshape(-1, len(NAMES))

    def placed(self, mask: np.ndarray) -> int:
        """How many developments of the mask are on the map."""
        found = np.zeros(len(mask), dtype=bool)
        found[self.at] = True
        return int((found & mask).sum())

    def bounds(self, mask: np.ndarray) -> str:
        """West, south, east and north of what a mask shows, with commas; empty where it shows nothing."""
        shown = self.keys[np.unique(self.spot[mask[self.at]])]
        if not len(shown):
            return ""
        corners = shown["lon"].min(), shown["lat"].min(), shown["lon"].max(), shown["lat"].max()
        return ",".join(f"{corner:.4f}" for corner in corners)

    def number(self, key: str) -> int | None:
        """The spot of a key; None where there is none."""
        return self._numbers.get(key)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {self.key(spot): spot for spot in range(len(self))}

    def cells(self, spots: np.ndarray, zoom: int, side: int) -> np.ndarray:
        """For each of these spots the number of its cell: squares of `side` pixels of the map at a zoom."""
        world = 256 * 2.0**zoom / side
        x = np.floor((self.keys["lon"][spots] + 180) / 360 * world)
        latitude = np.radians(np.clip(self.keys["lat"][spots], -85, 85))
        y = np.floor((1 - np.arcsinh(np.tan(latitude)) / np.pi) / 2 * world)
        return np.unique(x.astype(np.int64) * (1 << 32) + y.astype(np.int64), return_inverse=True)[1]


def spot_key(latitude: float, longitude: float, precise: bool, radius: float | None) -> str:
    """The same for a place of its own: what two places share that stand at one spot of the map."""
    shape = "p" if precise else f"{round(radius or 0)}"
    return f"{round(latitude, 4) + 0:.4f},{round(longitude, 4) + 0:.4f},{shape}"
