#!/usr/bin/env python3
"""Keep what a reader made of reports that its rules had not met: what opinions are trained on.

    scripts/first_sight.py COMMIT tests/corpus/open 105-134     # the reader of COMMIT reads these reports of the folder
    scripts/first_sight.py COMMIT plain                         # ... or one file of snippets

The reader of that commit is checked out beside this one and reads the reports; what it said of their sentences and
figures, and by which rule, goes into `tests/corpus/first_sight.jsonl`, a line a report, in place of what stood there.
"""

import json
import os
import subprocess
import sys
import tempfile
from inspect import signature
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "tests/corpus/first_sight.jsonl"
SENTENCE = ("start", "end", "status", "type")
FIGURE = (
    *("start", "end", "low", "high", "modifier", "kind", "unit", "subject", "subject_class", "vague"),
    *("scope", "date_start", "date_end", "part_of"),
)
RULES = ("kind", "scope", "status", "date_start")


def numbers(said):
    """`105-134,140` as the numbers of reports."""
    for part in said.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def number_of(slug):
    """The number that a report's name begins with."""
    return int(slug.partition("_")[0])


def told(mention, names):
    """The kept fields of one mention, and the rules that gave them."""
    row = {name: value for name, value in mention.to_dict().items() if name in names and value is not None}
    rules = getattr(mention, "rules", {})  # the first readers named none by field
    row["rules"] = {name: rule for name, rule in rules.items() if name in RULES}
    if number := getattr(mention, "number", None):
        row["number"] = [number.start, number.end]
    return row


def read_here():
    """Print a line for each report of the standard input, read by the reader of the current directory."""
    sys.path[:0] = [os.getcwd(), f"{os.getcwd()}/scripts"]
    from reading import reader

    alone = {"opinions": False} if "opinions" in signature(reader).parameters else {}
    reading = reader(**alone)  # the rules alone: opinions learn from what these say
    for report in map(json.loads, sys.stdin):
        document = reading(report)
        sentences = [told(s, SENTENCE) for s in document.sentences]
        figures = [told(f, FIGURE) for f in document.figures]
        row = {"report": report["slug"], "sentences": sentences, "figures": figures}
        print(json.dumps(row, ensure_ascii=False, default=str), flush=True)


def reports_of(source, said):
    """The reports of a folder with these numbers, or all of a file of snippets, as the reader takes them."""
    from reading import scorer
    from snippets import as_reports

    wanted = set(numbers(said)) if said else set()
    found = [r for r in scorer().load(source) if number_of(r["slug"]) in wanted] if said else as_reports(source)
    return [{key: report[key] for key in ("slug", "text", "published", "outlet")} for report in found]


def read_at(commit, reports):
    """The lines that the reader of `commit` prints."""
    short = subprocess.check_output(["git", "rev-parse", "--short=7", commit], cwd=ROOT, text=True).strip()
    with tempfile.TemporaryDirectory() as place:
        beside = Path(place) / "reader"
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", beside, commit], cwd=ROOT, check=True)
        try:
            command = [sys.executable, __file__, "--here"]
            asked = "".join(f"{json.dumps(report)}\n" for report in reports)
            gazetteer = os.environ.get("FRONTDESK_GAZETTEER", str(ROOT / "var/gazetteer.sqlite3"))
            environment = os.environ | {"FRONTDESK_GAZETTEER": gazetteer}
            said = subprocess.check_output(command, cwd=beside, env=environment, text=True, input=asked)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", beside], cwd=ROOT, check=True)
    return [{"reader": short} | json.loads(line) for line in said.splitlines()]


def kept():
    """The kept readings by report."""
    lines = KEPT.read_text("utf-8").splitlines() if KEPT.exists() else []
    return {row["report"]: row for row in map(json.loads, lines)}


def main(commit, source, said=""):
    """Read, and put the readings among the others, in the order of the reports."""
    rows = kept() | {row["report"]: row for row in read_at(commit, reports_of(source, said))}
    ordered = sorted(rows.values(), key=lambda row: number_of(row["report"]))
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in ordered)
    KEPT.write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "--here":
        read_here()
    else:
        main(*sys.argv[1:])
