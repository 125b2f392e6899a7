#!/usr/bin/env python3
"""How fast the reader is, places included, on one core: `make bench`.

    bench.py [FOLDER] [--rounds 5]

Every report of FOLDER (tests/corpus/open) is read and its places located, several rounds over, in this process; then
hostile texts of 100 kB each are read once. Times are processor time, so that other work on the machine counts little;
a bare loop beside them tells how fast the machine and this Python are at this hour.
"""

import argparse
import datetime as dt
import json
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from reading import ROOT, gazetteer_path

from reports.extraction import compiled, load_lexicon, read, settle
from reports.geocoding import locate, open_gazetteer

HOSTILE = 100_000  # characters
DAY = dt.date(2016, 12, 11)


def hostile() -> dict[str, str]:
    """Texts that nobody files, each at the limit of what one of the passes can be made to do."""
    dice = random.Random(7)  # noqa: S311 (the same rubbish each time)
    letters = "".join(dice.choice("abc XYZ,.-\n1239'\"()") for _ in range(HOSTILE))
    return {
        "random letters": letters,
        "one sentence without an end": _long("at least 12 people were killed in Aleppo and "),
        "numbers alone": _long("12 1,300 40 percent 7 "),
        "numbers in words": _long("twenty three hundred and "),
        "quotes never closed": _long("“He said "),
        "speech verbs": _long("said told according to reported "),
        "short lines": _long("- x\n"),
        "headings": _long("- Battle for Aleppo -\n\n"),
        "bullets": _long("* 3 killed in Homs, the army said.\n"),
        "clock times": _long("12:30 GMT 1 January 2016 "),
        "place names": _long("Aleppo Mosul Raqa Homs "),
        "brackets": _long("(((["),
        "one word": "a" * HOSTILE,
        "capitals": _long("ALEPPO SYRIA TWELVE KILLED "),
        "spaces": " " * HOSTILE + "x",
        "tags": _long("<b><a href=x>"),
        "dates": _long("on 12 May 2016, since Sunday, "),
        "quotes": _long('"12 died," he said. '),
        "groups": _long("the Taliban and the SDF attacked Hezbollah "),
        "owned counts": _long("Iran's Iraq's Syria's 12 dead "),
        "shares": _long("12 percent of the 40 villages, "),
        "parts of a whole": _long("12 killed, most of them in Homs, "),
        "deep brackets": _long("(12 killed [in Homs {by RSF} "),
        "alternating scripts": _long("Мосул Aleppo حلب 12 убиты "),
    }


def _long(words: str) -> str:
    return (words * (HOSTILE // len(words) + 1))[:HOSTILE]


def timed(task: Callable[[], object]) -> float:
    """Processor seconds of this process."""
    begun = time.process_time()
    task()
    return time.process_time() - begun


def corpus(folder: Path) -> list[tuple[str, dt.date | None, str | None]]:
    """(text, day, outlet) of each report, as its gold names them."""
    reports = []
    for gold in sorted(folder.glob("*.gold.json")):
        about = json.loads(gold.read_text())
        published = about.get("published")
        text = gold.with_name(gold.name.replace(".gold.json", ".txt")).read_bytes()
        reports.append(
            (settle(text), dt.date.fromisoformat(published[:10]) if published else None, about.get("outlet"))
        )
    return reports


def bare_loop() -> float:
    """Processor seconds of ten million additions of squares, the best of three."""
    return min(timed(lambda: sum(i * i for i in range(10_000_000))) for _ in range(3))


def peak() -> float:
    """The most memory that this process has held, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "tests/corpus/open")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    reports = corpus(options.folder)
    if not reports:
        parser.error(f"{options.folder} holds no NN_slug.gold.json")

    gazetteer = open_gazetteer(gazetteer_path())
    lexicon = load_lexicon()

    def reading(text: str, published: dt.date | None, outlet: str | None) -> None:
        locate(read(text, lexicon, gazetteer, published=published, outlet=outlet), gazetteer)

    def once(text: str, published: dt.date | None = DAY, outlet: str | None = None) -> float:
        return timed(lambda: reading(text, published, outlet))

    first = [once(*report) for report in reports]  # the first fills what is kept in memory
    times = sorted(once(*report) for _ in range(options.rounds) for report in reports)
    size = statistics.mean(len(text) for text, *_ in reports)
    print(f"{len(reports)} reports of {size:,.0f} characters in the mean, {options.rounds} rounds, processor time")
    print(f"  the reader         {compiled.found() or 'in Python, as it stands'}")
    print(f"  reports a second   {len(times) / sum(times):8.0f}")
    print(f"  median             {1000 * statistics.median(times):8.1f} ms")
    print(f"  95th percentile    {1000 * times[int(0.95 * len(times))]:8.1f} ms")
    print(f"  longest            {1000 * times[-1]:8.1f} ms")
    print(f"  the first round    {1000 * sum(first) / len(first):8.1f} ms in the mean")
    print(f"  peak memory        {peak():8.0f} MB")
    print(f"  a bare loop        {bare_loop():8.2f} s on {sys.executable} ({sys.version.split()[0]})")
    print(f"\nhostile texts of {HOSTILE:,} characters, read once")
    for name, text in hostile().items():
        print(f"  {name:<28} {once(settle(text.encode())):6.2f} s")
    print(f"  peak memory                  {peak():6.0f} MB")


if __name__ == "__main__":
    main()
