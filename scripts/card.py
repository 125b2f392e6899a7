#!/usr/bin/env python3
"""The score card of the reader: a corpus read in this process and scored per field, with 95 % intervals.

    card.py FOLDER [--only NN[,NN]] [--misses | --totals] [--keep | --publish]

--misses  adds a line for each miss; --totals prints nothing about a single report (the sealed set)
--keep    stores the score of every report in FOLDER.scores.json, which the tests hold later readers against
--publish writes the totals for the page /method/; both add a line to history.jsonl
"""

import argparse
import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from reading import ROOT, reader, scorer
from tallies import Tally, interval, tallies_of, total

from reports.extraction import READER_VERSION

HISTORY = ROOT / "tests/corpus/history.jsonl"
PUBLISHED = ROOT / "reports/public/accuracy.json"
COUNTS = ("places: false pins", "span violations", "sentences: not current read as current")


def main() -> int:
    options = arguments()
    score, reading = scorer(), reader()
    reports = score.load(options.folder, options.only and options.only.split(","))
    if not reports:
        print(f"{options.folder} holds no NN_slug.gold.json" + (f" for {options.only}" if options.only else ""))
        return 2
    tallies: dict[str, Tally] = {}
    counts = dict.fromkeys(COUNTS, 0)
    for report in reports:
        one = score.score(report, reading(report).to_dict(), options.misses and not options.totals)
        result = one.result()
        tallies[report["slug"]] = tallies_of(result)
        for name in COUNTS:
            counts[name] += result.get(name, {}).get("count", 0)
        if not options.totals:
            print(f"{report['slug']:40} figures complete F1 {result['figures: COMPLETE']['F1']:.3f}")
            print("".join(f"     {line}\n" for line in one.lines), end="")
    card = totals(list(tallies.values()))
    show(card, counts)
    figures = sum(len(report["gold"]["figures"]) for report in reports)
    about = {"set": options.folder.name, "reports": len(reports), "figures": figures, **stamp()}
    if options.keep:
        keep(options.folder, tallies)
    if options.publish:
        PUBLISHED.write_text(json.dumps(about | {"measures": card, "counts": counts}, indent=1) + "\n")
    if options.keep or options.publish:
        line = about | {"totals": {name: value["share"] for name, value in card.items()} | counts}
        with HISTORY.open("a") as file:
            file.write(json.dumps(line) + "\n")
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", help="numbers of reports, as 03,07")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--totals", action="store_true")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--publish", action="store_true")
    options = parser.parse_args()
    if options.only and (options.keep or options.publish):
        parser.error("a part of a corpus is not kept")
    return options


def totals(tallies: list[Tally]) -> dict[str, dict[str, Any]]:
    """Share, 95 % interval and what it counts, for each measure in the order of its name."""
    card = {}
    for name in sorted({name for one in tallies for name in one}):
        share, around = total(tallies, name), interval(tallies, name)
        if share is not None and around is not None:
            card[name] = {"share": round(share, 4), "low": round(around[0], 4), "high": round(around[1], 4)}
    return card


def show(card: dict[str, dict[str, Any]], counts: dict[str, int]) -> None:
    print(f"\n{'measure':42} {'F1/acc':>7}   95 % over reports")
    for name, value in card.items():
        print(f"{name:42} {value['share']:7.3f}   {value['low']:.3f} to {value['high']:.3f}")
    for name, number in counts.items():
        print(f"{name:42} {number:7}")


def keep(folder: Path, tallies: dict[str, Tally]) -> None:
    rows = ",\n".join(f"  {json.dumps(slug)}: {json.dumps(one)}" for slug, one in tallies.items())
    path = folder.with_name(f"{folder.name}.scores.json")
    path.write_text(f'{{"reader": "{READER_VERSION}", "reports": {{\n{rows}\n}}}}\n')


def stamp() -> dict[str, str]:
    """Which reader this is, and when it was asked."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    return {"date": dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M"), "commit": commit, "reader": READER_VERSION}


if __name__ == "__main__":
    sys.exit(main())
