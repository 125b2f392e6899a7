#!/usr/bin/env python3
"""Measure how often each rule of the reader is right on annotated reports, and write `lexicons/confidence.toml`.

    scripts/measure_rules.py tests/corpus/open [MORE_FOLDERS]
    scripts/measure_rules.py --worst figures.scope FOLDER     # only prints: the rules of that field that are wrong most

A mention's confidence is its rule's precision on these reports, smoothed by one right and one wrong. So is that of each
of its fields (`[fields.figures.modifier]`), by the rule that gave the field, where the gold has the mention.
"""

import sys
from collections import defaultdict

from judged_fields import judged
from reading import ROOT, reader, scorer

from reports.extraction import load_lexicon
from reports.extraction.confidence import KINDS, key_of
from reports.extraction.opinions import RULE

OUT = ROOT / "reports/extraction/lexicons/confidence.toml"


def judge(score, gold, document, counts):
    """Count right and wrong for every rule that fired."""

    def add(kind, mention, right):
        cell = counts[kind][key_of(kind, mention.rule)]
        cell[0] += bool(right)
        cell[1] += 1

    plain = document.to_dict()
    pairs = {
        "figures": (gold["figures"], score.same_value, lambda g, p: g["kind"] == p["kind"]),
        "dates": (gold["dates"], lambda g, p: True, lambda g, p: (g["date_start"], g["date_end"]) == score.days(p)),
        "sections": (gold["sections"], lambda g, p: True, lambda g, p: g["level"] == p["level"]),
        "groups": (gold["bodies"], lambda g, p: True, lambda g, p: score.name_match(g["name"], p["name"])),
    }
    for kind, (wanted, need, right) in pairs.items():
        found = {p: g for g, p in score.pair(wanted, plain[kind], need=need).items()}
        for number, mention in enumerate(getattr(document, kind)):
            matched = number in found
            if matched and wanted[found[number]].get("optional"):
                continue
            add(kind, mention, matched and right(wanted[found[number]], plain[kind][number]))
    for mention in document.sources:
        names = [n for s in gold["sources"] for n in (s["name"], *s["variants"])]
        said = [score.squash(mention.name), score.squash(mention.text)]
        add("sources", mention, any(score.name_match(mention.name, n) or score.squash(n) in said for n in names))
    for wanted in gold["sentences"]:
        for mention in document.sentences:
            if mention.start <= wanted["start"] < mention.end and "status" in wanted:
                add("sentences", mention, mention.status == wanted["status"])


def judge_fields(score, gold, document, counts):
    """Count right and wrong for every rule that gave a field."""
    for kind, field, number, right in judged(score, gold, document.to_dict()):
        if rule := getattr(document, kind)[number].rules.get(field):
            cell = counts[f"fields.{kind}.{field}"][rule]
            cell[0] += bool(right)
            cell[1] += 1


def count(folders):
    """How often each rule was right: of mentions by their kind, and of their fields."""
    score, reading = scorer(), reader()
    counts = {kind: defaultdict(lambda: [0, 0]) for kind in KINDS}
    fields = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for folder in folders:
        for report in score.load(folder):
            document = reading(report)
            judge(score, report["gold"], document, counts)
            judge_fields(score, report["gold"], document, fields)
    return counts, fields


def put_opinions(counts, fields):
    """Opinions were learnt from the same reports: theirs is how often they held on those left out."""
    for field, made in load_lexicon()["opinions"].items():
        kind, name = field.split(".")
        fields[f"fields.{field}"][RULE] = made["held"]
        if name in ("kind", "status"):  # the part of a mention's own rule that is measured
            counts[kind][RULE] = made["held"]


def tell_worst(field, folders):
    """The rules that gave a field, those with the most wrong answers first: where another answer may be likelier.

    Worth asking on reports that no rule has met: on those that were read, every rule looks good.
    """
    rules = count(folders)[1][f"fields.{field}"]
    right, fired = (sum(cell[k] for cell in rules.values()) for k in (0, 1))
    print(f"{field}: {right} of {fired} right")
    for rule, (good, times) in sorted(rules.items(), key=lambda row: row[1][0] - row[1][1]):
        print(f"  {rule:<34} {good:4} of {times:4}")


def keep(folders):
    """Write what every rule is worth into the lexicon."""
    counts, fields = count(folders)
    put_opinions(counts, fields)
    lines = ["# How often each rule was right on the annotated reports (scripts/measure_rules.py): [right, fired].", ""]
    for name, rules in [*((kind, counts[kind]) for kind in KINDS), *sorted(fields.items())]:
        lines.append(f"[{name}]")
        lines += [f'"{rule}" = [{right}, {fired}]' for rule, (right, fired) in sorted(rules.items())]
        lines.append("")
    OUT.write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worst"]:
        tell_worst(sys.argv[2], sys.argv[3:])
    else:
        keep(sys.argv[1:])
