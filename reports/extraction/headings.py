"""Find the headings of a report, their level and their bodies.

Needs tokens, lines and the theatre; gives sections.
"""

from __future__ import annotations

from .heading_levels import Layout, front_country, level_of, promote
from .heading_spans import MARKS, date_line, heading_span, run_in, stops
from .lexicon import Lexicon
from .lines import Line, runs_in_with_dashes
from .model import Draft, Section, Span
from .names import Names
from .world import theatre


def find_headings(draft: Draft, lines: list[Line], lexicon: Lexicon, names: Names) -> list[Section]:
    """The headings in order, each with its body; moves `body` of run-in lines behind the heading."""
    found: list[Section] = []
    country: str | None = None
    spoken = frozenset(t.text for t in draft.tokens if t.kind == "w" and t.text.islower())
    home = theatre(draft)
    layout = Layout(lexicon, names, _all_caps(draft), runs_in_with_dashes(draft.text), spoken)
    layout.dated = sum(bool(date_line(draft, line)) for line in lines) > 1
    layout.stopped = sum(1 for line in lines if not line.noise and not line.joins and stops(draft, line, layout)) > 1
    layout.pattern = sum(1 for line in lines if not line.noise and not line.joins and run_in(draft, line, layout)) > 1
    for number, line in enumerate(lines):
        if line.noise or line.joins or any(line.start <= d.start < line.end for d in draft.dateline_spans):
            continue
        span = heading_span(draft, lines, number, layout)
        if span is None:
            continue
        if number < 2 and span[2] == "run-in" and not layout.pattern and not layout.shouted:
            name = draft.text[span[0] : span[1]]
            if name.isupper() and draft.dateline is None:  # "SRINAGAR: At least ..." where no other name runs in
                draft.dateline = name.title()
                draft.dateline_spans.append(Span(span[0], span[1] + 1))
                continue
        start, end, rule = span
        heading = draft.text[start:end]
        level, own, front = level_of(heading, rule, layout)
        if level == "country":
            country = own
        section = Section(start, end, end, len(draft.text), heading, level, None, front, rule=rule)
        if level in ("country", "front"):
            section.country = own if level == "country" else front_country(heading, layout, country or home)
        found.append(section)
        line.heading = True
        while line.body < line.last and draft.tokens[line.body].start < end:
            line.body += 1
        while line.body < line.last and not draft.tokens[line.body].text.strip(MARKS):
            line.body += 1
    promote(found, layout, home)
    _bodies(draft, found)
    return found


def _bodies(draft: Draft, sections: list[Section]) -> None:
    text = draft.text
    for number, section in enumerate(sections):
        after = sections[number + 1] if number + 1 < len(sections) else None
        start = section.end
        while start < len(text) and (text[start].isspace() or text[start] in MARKS):
            start += 1
        end = text.rfind("\n", 0, after.start) if after else len(text)
        section.body_start = min(start, after.start if after else len(text))
        section.body_end = max(section.body_start, end)


def _all_caps(draft: Draft) -> bool:
    """The text as a whole is in capitals."""
    letters = list(filter(str.isalpha, draft.text[:4000]))
    return sum(map(str.isupper, letters)) > 0.7 * max(len(letters), 1)
