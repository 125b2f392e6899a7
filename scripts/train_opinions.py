#!/usr/bin/env python3
"""Weigh the words and the rules that tell a kind, a scope or a status, and write `lexicons/opinions/*.json`.

    scripts/train_opinions.py            # write the weights
    scripts/train_opinions.py --check    # only print how often they are right on reports that they were not made from

It learns from annotated reports and snippets (`tests/corpus`) as a reader saw them that had never met them
(`tests/corpus/first_sight.jsonl`): how far a rule can be trusted shows only there. Reports without such a reading give
their words alone. Logistic regression by scikit-learn, which only this script needs (`pip install -e .[train]`); the
weights are rounded to hundredths, so that the same reports give the same file.
"""

import json
import sys
from collections import Counter
from dataclasses import dataclass

from asking import worth_asking
from first_sight import kept, number_of
from reading import ROOT, reader, scorer
from seen_drafts import as_draft
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from snippets import as_reports, names

from reports.extraction import load_lexicon
from reports.extraction.evidence import Evidence
from reports.extraction.model import Draft
from reports.extraction.opinions import Asked, Weights, kinds_of
from reports.extraction.tokenise import tokenise
from reports.extraction.words import count_words

OPEN = ROOT / "tests/corpus/open"
OUT = ROOT / "reports/extraction/lexicons/opinions"
STRENGTH = {"figures.kind": 0.3, "figures.scope": 0.1, "sentences.status": 0.3}  # of the fit: the smaller, the flatter
MARGIN = {"figures.kind": 120, "figures.scope": 40, "sentences.status": 80}  # by which a rule has to be outweighed
WORDS = count_words(load_lexicon())
FOLD = 6  # reports by one annotator
FADED = 4  # hundredths: a smaller weight is not kept, but for that of a rule: it tells that the rule was met


@dataclass
class Case:
    """One mention that gold knows: the evidence, what the rules said, and what is right."""

    report: int
    evidence: list[str]
    rule: str
    said: str
    among: frozenset[str] | None  # what may hold beside it
    right: str
    first_sight: bool


def cases_of(score, report, draft, first_sight):
    """The cases of one report, by field."""
    evidence, number = Evidence(draft), number_of(report["slug"])
    gold = report["gold"]

    def case(found, mention, field, right):
        said = str(getattr(mention, field))
        usable = found if first_sight else [f for f in found if not f.startswith("rule")]
        among = kinds_of(mention, draft, WORDS) if field == "kind" else None
        return Case(number, usable, mention.rules.get(field, ""), said, among, str(right), first_sight)

    plain = [f.to_dict() for f in draft.figures]
    pairs = score.pair(gold["figures"], plain, lambda a, b: a["kind"] == b["kind"], score.same_value)
    for g, p in pairs.items():
        wanted, figure = gold["figures"][g], draft.figures[p]
        if not wanted.get("optional"):
            if wanted["kind"]:  # a snippet leaves out what two answers are fair for
                yield "figures.kind", case(evidence.of_kind(figure), figure, "kind", wanted["kind"])
            if "scope" in wanted:
                yield "figures.scope", case(evidence.of_scope(figure), figure, "scope", wanted["scope"])
    for wanted in gold["sentences"]:
        for k, sentence in enumerate(draft.sentences):
            if sentence.start <= wanted["start"] < sentence.end and "status" in wanted and sentence.status != "noise":
                yield "sentences.status", case(evidence.of_status(k), sentence, "status", wanted["status"])


def all_cases():
    """The cases of every open report and every snippet, by field."""
    score, reading, seen = scorer(), reader(opinions=False), kept()
    cases = {field: [] for field in STRENGTH}
    for report in [*score.load(OPEN), *(report for name in names() for report in as_reports(name))]:
        row = seen.get(report["slug"])
        draft = as_draft(report, row) if row else _now(reading(report))
        for field, case in cases_of(score, report, draft, first_sight=row is not None):
            cases[field].append(case)
    return cases


def _now(document):
    draft = Draft(document.text)
    draft.take(tokenise(draft.text))
    draft.sentences, draft.figures = document.sentences, document.figures
    return draft


def fitted(cases, strength):
    """The columns, and the regression over them."""
    columns = DictVectorizer()
    table = columns.fit_transform([dict.fromkeys(case.evidence, 1) for case in cases])
    model = LogisticRegression(C=strength, max_iter=500).fit(table, [case.right for case in cases])
    return columns, model


def weighed(field, cases):
    """The classes, and for each piece of evidence its weight for each of them, in hundredths."""
    columns, model = fitted(cases, STRENGTH[field])
    rows = zip(columns.get_feature_names_out(), (model.coef_.T * 100).round().astype(int).tolist(), strict=True)
    weights = {name: row for name, row in rows if max(map(abs, row)) >= FADED or of_a_rule(name)}
    bias = (model.intercept_ * 100).round().astype(int).tolist()
    return {"classes": list(model.classes_), "margin": MARGIN[field], "bias": bias, "weights": weights}


def of_a_rule(evidence):
    """Whether it tells that a rule was met: what is known of no rule is not weighed."""
    return evidence.startswith("rule=") and "|" not in evidence


def tried(field, cases):
    """Every case of a first sight, with the answer of an opinion made from the other folds."""
    found = []
    for fold in sorted({fold_of(c) for c in cases if c.first_sight}):
        weights = Weights.of(weighed(field, [c for c in cases if fold_of(c) != fold]))
        met = [c for c in cases if fold_of(c) == fold and c.first_sight]
        found += [(c, weights.best(c.said, c.rule, c.evidence, c.among)) for c in met]
    return found


def check(field, cases):
    """Print how often rule and opinion are right on each fold of reports, the weights made from the others alone.

    What is asked is decided by the other folds too, but by what weights said there that this fold had a part in.
    """
    outcomes = tried(field, cases)
    total = Counter()
    for fold in sorted({fold_of(c) for c, _ in outcomes}):
        asked = Asked.of(worth_asking([o for o in outcomes if fold_of(o[0]) != fold]))
        met = [(c, answer if asked.about(c.rule, c.said) else c.said) for c, answer in outcomes if fold_of(c) == fold]
        reports = [c.report for c, _ in met]
        right = {"rules": sum(c.said == c.right for c, _ in met), "opinions": sum(a == c.right for c, a in met)}
        tell(field, f"{min(reports)}-{max(reports)}", len(met), **right)
        total.update(right, met=len(met))
    tell(field, "all", **total)


def fold_of(case):
    """The reports of one annotator, near enough; a file of snippets is of one."""
    return case.report // 1000 * 1000 or (case.report - 3) // FOLD


def tell(field, reports, met, rules, opinions):
    """One line of the check."""
    print(f"{field:<17} {reports:>8} {met:>5}  rules {rules / met:.3f}  opinions {opinions / met:.3f}", flush=True)


def held(outcomes, asked):
    """How often an answer that outweighed a rule was right on reports left out, and how often there was one."""
    changed = [answer == c.right for c, answer in outcomes if answer != c.said and asked.about(c.rule, c.said)]
    return [sum(changed), len(changed)]


def write(field, cases):
    """Keep the weights, a line for each piece of evidence."""
    outcomes = tried(field, cases)
    asked = worth_asking(outcomes)
    made = weighed(field, cases) | asked | {"held": held(outcomes, Asked.of(asked))}
    lines = [
        f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(row, separators=(',', ':'))}"
        for name, row in made.pop("weights").items()
    ]
    head = ",\n".join(f"{json.dumps(k)}:{json.dumps(v, ensure_ascii=False)}" for k, v in made.items())
    OUT.mkdir(exist_ok=True)
    weights = ",\n".join(lines)
    (OUT / f"{field}.json").write_text(f'{{\n{head},\n"weights":{{\n{weights}\n}}\n}}\n', "utf-8")


if __name__ == "__main__":
    for name, found in all_cases().items():
        (check if "--check" in sys.argv else write)(name, found)
