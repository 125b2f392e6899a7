#!/usr/bin/env python3
"""Measure `manage.py locate` on public geoparsing sets, with the gold names given (LGL, TR-News, GeoWebNews).

  geoparse_score.py names SET.xml FILE.jsonl     the set's names with their articles, one JSON object a line
  geoparse_score.py score FILE.jsonl ANSWERS     accuracy at 161 km, ANSWERS being what `locate --names` printed

The sets are in the public repository milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation (data/Corpora, data/GWN.xml)
and are not kept here. A name without gold coordinates is left out; one without an answer counts as wrong.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from geopy.distance import great_circle

NEAR_KM = 161.0


def names(corpus: Path) -> Iterator[dict[str, Any]]:
    """Each located name of a set: `name`, `context` (the article), `latitude`, `longitude` (gold, degrees)."""
    for article in ElementTree.parse(corpus).getroot().iter("article"):  # noqa: S314 - a set the caller chose
        context = article.findtext("text") or ""
        for toponym in article.iter("toponym"):
            name = toponym.findtext("phrase") or toponym.findtext("extractedName")
            latitude = toponym.findtext(".//lat") or toponym.findtext("latitude")
            longitude = toponym.findtext(".//lon") or toponym.findtext("longitude")
            if name and latitude and longitude:
                yield {"name": name, "context": context, "latitude": float(latitude), "longitude": float(longitude)}


def score(asked: list[dict[str, Any]], answers: list[dict[str, Any]]) -> tuple[int, int, int]:
    """How many lie within 161 km, how many have a spot at all, how many there are. ValueError where lines differ."""
    right = placed = 0
    for gold, answer in zip(asked, answers, strict=True):
        if gold["name"] != answer["name"]:
            raise ValueError(f"{answer['name']!r} answers {gold['name']!r}")
        chosen = answer["chosen"]
        if not chosen or chosen["latitude"] is None:
            continue
        placed += 1
        spots = [(place["latitude"], place["longitude"]) for place in (gold, chosen)]
        right += great_circle(*spots).km <= NEAR_KM
    return right, placed, len(asked)


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="\n") as lines:  # not splitlines: articles hold U+0085 and U+2028
        return [json.loads(line) for line in lines]


def main(verb: str, first: Path, second: Path) -> None:
    if verb == "names":
        with second.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in names(first))
        return
    right, placed, total = score(_lines(first), _lines(second))
    print(f"within 161 km {right / max(total, 1):.3f} ({right} of {total}); without a spot {total - placed}")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in ("names", "score"):
        sys.exit(__doc__)
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
