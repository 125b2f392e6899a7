"""Find the headings of a report, their level and their bodies.

Needs tokens, lines and the theatre; gives sections.
"""

from __future__ import annotations

from itertools import pairwise
from string import ascii_lowercase

from .heading_dress import MARKS, undress
from .heading_layout import Layout
from .heading_levels import front_country, level_of, promote
from .heading_names import is_paper, is_rubric, known, parts_of
from .heading_runs import lists, run_in, stops
from .heading_spans import heading_span
from .heading_times import day, day_runs_in
from .lexicon import Lexicon
from .lines import Line, is_symbol, runs_in_with_dashes
from .model import Draft, Section, Span
from .names import Names
from .world import theatre

_SHORT = 4  # words of a name that stands alone
_FEW = 4  # lines: less is no list


def find_headings(draft: Draft, lines: list[Line], lexicon: Lexicon, names: Names) -> list[Section]:
    """The headings in order, each with its body; moves `body` of run-in lines behind the heading."""
    found: list[Section] = []
    country: str | None = None
    home = theatre(draft)
    layout = _layout(draft, lines, lexicon, names)
    for number, line in enumerate(lines):
        if line.noise or line.joins or any(line.start <= d.start < line.end for d in draft.dateline_spans):
            continue
        span = heading_span(draft, lines, number, layout)
        if span is None:
            continue
        start, end, rule = span
        heading = draft.text[start:end]
        alone = rule == "run-in" and not layout.pattern and not layout.shouted
        if alone and number < layout.title + 2 and heading.isupper() and draft.dateline is None:
            draft.dateline = heading.title()  # "SRINAGAR: At least ..." where no other name runs in
            draft.dateline_spans.append(Span(start, end + 1))
            continue
        level, why, own, front = level_of(heading, rule, layout)
        if number < layout.head and _in_letterhead(line, number, heading, level, rule, layout):
            continue
        if rule == "run-in" and number < layout.head and is_paper(draft.text[end : line.end], layout):
            continue  # "Violence in X: Flash Update #7"
        if level == "country":
            country = own
        section = Section(start, end, end, len(draft.text), heading, level, own, front, rule=rule)
        section.rules = dict.fromkeys(("level", "country", "front"), why)
        if level == "front" and not own:
            lies = front_country(heading, front or heading, layout, country or home)
            section.country, section.rules["country"] = lies
        found.append(section)
        line.heading = True
        _move_body(draft, line, end)
    promote(found, layout, home)
    _bodies(draft, found)
    return _without_contents(draft, found)


def _layout(draft: Draft, lines: list[Line], lexicon: Lexicon, names: Names) -> Layout:
    """What the lines have in common: two that begin alike are a pattern."""
    spoken = frozenset([t.text for t in draft.tokens if t.kind == "w" and not t.capital and t.text.islower()])
    layout = Layout(lexicon, names, _all_caps(draft), runs_in_with_dashes(draft.text), spoken)
    layout.text = draft.text
    layout.title = next((n for n, line in enumerate(lines) if not line.noise), 0)
    begun = [line for line in lines if not line.noise and not line.joins]
    if lines:
        top = lines[layout.title]
        layout.rubric = is_rubric(draft.text[top.start : top.end], layout)
        layout.head = next(
            (n for n, line in enumerate(lines) if n > layout.title and _is_prose(draft, line)), len(lines)
        )
    if lines and any(top.start <= d.start < top.end for d in draft.dateline_spans):
        layout.title -= 1  # the report begins with its dateline: no title stands above it
    if lines and _heads_a_list(draft, begun, layout):
        layout.title -= 1  # "KABUL PROVINCE" above its news, as others below: no title
    layout.dated = sum(bool(day(draft.text[line.start : line.end])) for line in begun) > 1
    layout.chronicle = sum(bool(day_runs_in(draft.text[line.start : line.start + 60])) for line in begun) > 1
    layout.stopped = sum(stops(draft, line, layout) for line in begun) > 1
    layout.headed = sum(
        bool(_name_alone(draft, line, layout))
        for line, after in pairwise(begun)
        if line.blank_before and not after.blank_before and not line.bullet
    )
    layout.listed = sum(lists(draft, line, layout) for line in begun) > 1
    layout.pattern = sum(bool(run_in(draft, line, layout)) for line in begun) > 1
    return layout


def _heads_a_list(draft: Draft, begun: list[Line], layout: Layout) -> bool:
    """The first line is a name, and so are others of its look."""
    top = _name_alone(draft, begun[0], layout) if begun else None
    if not top or len(begun) < _FEW:
        return False
    like = sum(
        bool(name) and name.isupper() == top.isupper() for name in (_name_alone(draft, x, layout) for x in begun[1:])
    )
    return like > (0 if top.isupper() else 1)


def _name_alone(draft: Draft, line: Line, layout: Layout) -> str:
    dress = undress(draft.text, line)
    short = dress is not None and len(dress.words.split()) <= _SHORT and not is_rubric(dress.words, layout)
    return dress.words if dress and short and known(dress.words, layout.lexicon, layout.names) else ""


def _is_prose(draft: Draft, line: Line) -> bool:
    return not line.noise and (
        line.bullet or line.end - line.start > 120 or draft.text[line.start : line.end].rstrip()[-1:] == "."
    )


def _in_letterhead(line: Line, number: int, heading: str, level: str, rule: str, layout: Layout) -> bool:
    """What stands above the news, and is its title, the office that issues it, the kind of paper or its day."""
    if level == "time" and rule == "clock-time" and any(c.isalpha() for c in heading) and _dated(heading):
        return True  # "Sept 12, 2016, 1500 GMT" below the title
    if level == "time" or rule == "numbered-line" or heading.lower() in layout.lexicon.words("layout", "topic_words"):
        return False
    if any(map(day, parts_of(heading))):
        return True
    return level == "topic" and (
        _dated(heading) or number == layout.title or not line.blank_before or is_paper(heading, layout)
    )


def _dated(heading: str) -> bool:
    """A day with its year stands in it."""
    return any(
        word.strip(",.").isdigit() and len(word.strip(",.")) == 4 and word[:2] in ("19", "20")
        for word in heading.split()
    )


def _move_body(draft: Draft, line: Line, end: int) -> None:
    """The sentences of a run-in line begin behind the heading and the marks that close it."""
    while line.body < line.last and draft.tokens[line.body].start < end:
        line.body += 1
    while line.body < line.last:
        mark = draft.tokens[line.body].text
        if mark.strip(MARKS) and mark not in (".", ")") and not is_symbol(mark):
            break
        line.body += 1


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


def _without_contents(draft: Draft, sections: list[Section]) -> list[Section]:
    """Leave out a table of contents: headings without a word of their own that come again below."""
    later: dict[str, int] = {}
    for number, section in enumerate(sections):
        later[section.heading.casefold()] = number
    bare = [
        later[section.heading.casefold()] > number and not draft.text[section.body_start : section.body_end].strip()
        for number, section in enumerate(sections)
    ]
    if sum(bare) < 2:
        return sections
    first = bare.index(True)
    return [
        section
        for number, section in enumerate(sections)
        if not bare[number]
        and not (number == first - 1 and section.level == "topic" and section.body_end - section.body_start < 2)
    ]


def _all_caps(draft: Draft) -> bool:
    """The text as a whole is in capitals."""
    head = draft.text[:4000]
    if sum(map(head.count, ascii_lowercase)) > 0.3 * len(head):
        return False
    letters = list(filter(str.isalpha, head))
    return sum(map(str.isupper, letters)) > 0.7 * max(len(letters), 1)
