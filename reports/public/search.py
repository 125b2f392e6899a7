"""Which developments speak of something: words of the sentence, and every name its front, groups and sources go by.

Both sides are folded as names are, so that "Raqqa" finds "Raqa" and "ISIS", an alias, finds Islamic State. All words
must be met, each at the start of a word; "quoted words" as they stand, one after the other. The words live in the
index, so that both engines give the same hits (docs/adr/0003).
"""

import re
from collections.abc import Iterable

import numpy as np

from reports.extraction.folding import fold

from .index import Index
from .index.words import VOCABULARY, folded

WHOLE = 2  # a word of so few letters must be met whole: "is" begins too many
LONGEST = 8  # words of a name
_PARTS = re.compile(r'"([^"]*)"|([^"]+)')


def matching(index: Index, asked: str) -> np.ndarray:
    """The mask of developments that hold all that is asked for; none where nothing can be looked for."""
    terms = list(_terms(index, asked))
    if not terms:
        return np.zeros(index.size, dtype=bool)
    return np.logical_and.reduce(terms)


def _terms(index: Index, asked: str) -> Iterable[np.ndarray]:
    for quoted, loose in _PARTS.findall(asked):
        if words := folded(quoted):
            yield _holding(index, [_whole(word) for word in words]) | _called(index, quoted)
        yield from _names_and_words(index, folded(loose))


def _names_and_words(index: Index, words: list[str]) -> Iterable[np.ndarray]:
    """The longest name that begins at a word stands for its words; any other word for itself."""
    at = 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            phrase = words[at : at + length]
            named = _called(index, " ".join(phrase))
            if length == 1 or named.any():
                break
        abbreviation = length == 1 and len(phrase[0]) <= WHOLE and named.any()
        yield named if abbreviation else named | _holding(index, [*map(_whole, phrase[:-1]), _beginning(phrase[-1])])
        at += length


def _whole(word: str) -> np.ndarray:
    return np.array([VOCABULARY.number(word)])


def _beginning(word: str) -> np.ndarray:
    return _whole(word) if len(word) <= WHOLE else VOCABULARY.beginning(word)


def _holding(index: Index, phrase: list[np.ndarray]) -> np.ndarray:
    """Developments with these words one after the other; for each word its possible numbers."""
    words, at = index.words
    mask = np.zeros(index.size, dtype=bool)
    if len(words) < len(phrase):
        return mask
    length = len(words) - len(phrase) + 1
    found = at[:length] == at[len(phrase) - 1 :]  # all in one sentence
    for number, one in enumerate(phrase):
        wanted = np.zeros(len(VOCABULARY.words) + 1, dtype=bool)  # the last is for -1, a word never met
        wanted[one[one >= 0]] = True
        found = found & wanted[words[number : number + length]]
    mask[at[:length][found]] = True
    return mask


def _called(index: Index, name: str) -> np.ndarray:
    """Developments whose front, country, group, source or place is called so in any language."""
    mask = np.zeros(index.size, dtype=bool)
    for kind, pk in index.names.called.get(fold(name), ()):
        mask |= index.of_owner(kind, pk)
    return mask
