"""The word sets of `cues.toml`."""

import re
import tomllib
from pathlib import Path

from reports.extraction import cues
from reports.extraction.cues import cue, cue_phrases, cue_table

CODE = Path(cues.__file__).parent.parent
FILE = tomllib.loads((CODE / "extraction" / "lexicons" / "cues.toml").read_text("utf-8"))
SOURCES = "\n".join(path.read_text("utf-8") for path in CODE.rglob("*.py"))
TABLES = set(re.findall(r'cue_table\("(\w+)"\)', SOURCES))
SETS = {section: sets for section, sets in FILE.items() if section not in TABLES}


def test_every_set_is_asked_for_by_some_pass():
    asked = set(re.findall(r"""cue(?:_phrases)?\(["'](\w+)["'], ["'](\w+)["']\)""", SOURCES))
    asked |= {("deeds", kind) for kind in SETS["deeds"]}  # in a loop
    assert {(section, name) for section, sets in SETS.items() for name in sets} <= asked


def test_a_set_holds_each_word_once():
    twice = [
        f"{section}.{name}: {word}"
        for section, sets in SETS.items()
        for name, words in sets.items()
        for word in {w for w in words if words.count(w) > 1}
    ]
    assert twice == []


def test_no_words_are_asked_for_under_two_names():
    seen: dict[frozenset[str], str] = {}
    again = []
    for section, sets in SETS.items():
        for name, words in sets.items():
            key = frozenset(words)
            if len(key) > 2 and key in seen:
                again.append(f"{seen[key]} is {section}.{name}")
            seen.setdefault(key, f"{section}.{name}")
    assert again == []


def test_a_set_is_of_words_a_phrase_of_its_words_and_a_table_of_what_words_stand_for():
    assert "the" in cue("grammar", "articles")
    assert ("apart", "from") in cue_phrases("scenes", "exceptions")
    assert cue_table("ground_kinds")["airport"] == ("airport",)
