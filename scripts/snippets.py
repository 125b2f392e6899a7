#!/usr/bin/env python3
"""The reader on snippets of one to three sentences and on small layouts: many shapes in little text.

    scripts/snippets.py                      right answers by file and field
    scripts/snippets.py --misses kind,scope  and each miss in those fields; `headings` for those of layouts
    scripts/snippets.py --keep               store them, for the test that no later reader gives fewer

`tests/corpus/README.md` says who wrote them, and how.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from reading import ROOT, reader, scorer

FOLDER = ROOT / "tests/corpus/snippets"
KEPT = FOLDER / "kept.json"
# as reports, the snippets of each file have numbers of their own: no file may change its thousand
FIRST = {"control": 1000, "people": 2000, "plain": 3000, "round_ups": 4000, "things": 5000}
FIELDS = ("kind", "modifier", "scope", "source", "place")
HEADINGS = ("heading", "level", "country", "front")


def lines(name):
    """The objects of one file."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text().splitlines()]


def read(reading, snippet):
    """The reading of one snippet, as the contract has it."""
    report = {"outlet": None} | snippet
    return reading(report).to_dict()


def names(layouts=False):
    """The files of snippets, or those of layouts."""
    return sorted(path.stem for path in FOLDER.glob("*.jsonl") if path.stem.startswith("layouts") == layouts)


def as_reports(name):
    """One file's snippets as reports with gold of figures alone."""
    for number, snippet in enumerate(lines(name), FIRST[name]):
        gold = {"figures": [placed(snippet["text"], figure) for figure in snippet["figures"]], "sentences": []}
        yield {"slug": f"{number}_{name}", "outlet": None, "gold": gold} | snippet


def figures(name, reading, score, show=frozenset()):
    """(right, of) by field over one file's figures; `found` and `false` tell of the figures themselves."""
    right, of = Counter(), Counter()
    for snippet in lines(name):
        said, misses = read(reading, snippet), []
        gold = [placed(snippet["text"], figure) for figure in snippet["figures"]]
        pairs = score.pair(gold, said["figures"], lambda g, p: g["kind"] == p["kind"], score.same_value)
        of["found"] += len(gold)
        right["found"] += len(pairs)
        of["false"] += len(said["figures"]) - len(pairs)
        misses += [("found", figure["quote"], "", "") for g, figure in enumerate(gold) if g not in pairs]
        for g, p in pairs.items():
            for field in FIELDS:
                if field not in snippet["figures"][g]:
                    continue  # two answers are fair
                wanted, got = gold[g][field], named(said, said["figures"][p], field)
                of[field] += 1
                if alike(wanted, got, field):
                    right[field] += 1
                else:
                    misses.append((field, gold[g]["quote"], wanted, got))
        tell(snippet["text"], [miss for miss in misses if miss[0] in show])
    return {field: (right[field], of[field]) for field in ("found", *FIELDS)} | {"false": (of["false"], of["found"])}


def placed(text, figure):
    """A figure of the gold, where its quote stands."""
    start = text.index(figure["quote"])
    return {"kind": None, "low": None, "high": None} | figure | {"start": start, "end": start + len(figure["quote"])}


def named(said, figure, field):
    """The answer of a reading: sources and places by their names."""
    answer = figure[field]
    return said[f"{field}s"][answer]["name"] if field in ("source", "place") and answer is not None else answer


def alike(wanted, got, field):
    """Whether two answers are the same; of a name, one may hold the other: "the army", "Iraqi army"."""
    if field not in ("source", "place") or not (wanted and got):
        return wanted == got
    one, two = (name.lower().removeprefix("the ") for name in (wanted, got))
    return one in two or two in one


def headings(name, reading, show=frozenset()):
    """(right, of) of the headings of one file's layouts: `found`, what was found that is none, and their fields."""
    right, of = Counter(), Counter()
    for layout in lines(name):
        said, misses, at = read(reading, layout)["sections"], [], 0
        left = list(said)
        for wanted in layout["sections"]:
            at = layout["text"].index(wanted["quote"], at)
            end = at + len(wanted["quote"])
            got = next((section for section in left if at <= section["start"] <= end), None)
            of["found"] += 1
            right["found"] += got is not None
            if got is None:
                misses.append(("found", wanted["quote"], "", ""))
                continue
            left.remove(got)
            for field in HEADINGS:
                if field in wanted:
                    of[field] += 1
                    if wanted[field] == got[field]:
                        right[field] += 1
                    else:
                        misses.append((field, wanted["quote"], wanted[field], got[field]))
        of["false"] += len(left)
        misses += [("false", section["heading"], "", "") for section in left]
        if "headings" in show:
            tell(layout["text"], misses)
    return {field: (right[field], of[field]) for field in ("found", *HEADINGS)} | {"false": (of["false"], of["found"])}


def tell(text, misses):
    """Print misses below their text."""
    if misses:
        print("\n" + " / ".join(text.splitlines()))
    for field, quote, wanted, got in misses:
        print(f"    {field}: {quote!r} {wanted} {got}")


def measured(show=frozenset()):
    """All measures by file."""
    reading, score = reader(), scorer()
    told = {name: figures(name, reading, score, show) for name in names()}
    return told | {name: headings(name, reading, show) for name in names(layouts=True)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", default="")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    found = measured(frozenset(options.misses.split(",")))
    for name, fields in found.items():
        print(f"\n{name}")
        for field, (right, of) in fields.items():
            print(f"  {field:<10} {right:5} of {of:5}   {right / of:.3f}")
    if options.keep:
        KEPT.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
