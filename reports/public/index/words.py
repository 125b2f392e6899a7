"""The words of sentences as numbers: each folded word of all public sentences has one while the process runs."""

import re
from threading import Lock

import numpy as np

from reports.extraction.folding import folded_words

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`-][^\W_]+)*|[^\W_]+")


def folded(text: str) -> list[str]:
    """Its words in order, each without case, diacritics and doubled letters, articles of Arabic names left out.

    "south-west" is two words, "ar-Raqqah" and "Al Raqqa" are one.
    """
    return list(folded_words(" ".join(_WORD.findall(text))))


class Vocabulary:
    """A number for each word that was ever met, in the order of first meeting."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self._lock = Lock()

    def numbers(self, text: str) -> np.ndarray:
        """The words of a text in order."""
        with self._lock:
            words = self.words
            return np.fromiter((words.setdefault(word, len(words)) for word in folded(text)), np.int32)

    def number(self, word: str) -> int:
        """That of one folded word; -1 where it was never met."""
        return self.words.get(word, -1)

    def beginning(self, word: str) -> np.ndarray:
        """The numbers of all words that begin so."""
        return np.fromiter((number for known, number in list(self.words.items()) if known.startswith(word)), np.int32)


VOCABULARY = Vocabulary()
