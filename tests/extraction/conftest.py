"""A lexicon, a gazetteer of a dozen names, and a reader bound to them."""

import datetime as dt
from collections.abc import Callable

import pytest

from reports.extraction import Document, Lexicon, load_lexicon, read
from reports.extraction.names import NameHit


class SmallNames:
    """Names for tests: a dozen places, folded to lower case."""

    version = "small"
    longest = 3
    places = {
        "aleppo": NameHit("city", "SY", 2_000_000),
        "raqa": NameHit("city", "SY", 200_000),
        "palmyra": NameHit("city", "SY", 50_000),
        "mosul": NameHit("city", "IQ", 1_500_000),
        "baghdad": NameHit("city", "IQ", 6_000_000),
        "hawija": NameHit("town", "IQ", 100_000),
        "gaza": NameHit("region", "PS", 2_000_000),
        "goma": NameHit("city", "CD", 1_000_000),
        "kherson": NameHit("city", "UA", 280_000),
        "kupiansk": NameHit("city", "UA", 27_000),
        "syria": NameHit("country", "SY", 20_000_000),
        "iraq": NameHit("country", "IQ", 40_000_000),
        "sudan": NameHit("country", "SD", 45_000_000),
    }

    def look(self, words: str) -> tuple[NameHit, ...]:
        hit = self.places.get(" ".join(words.lower().split()))
        return (hit,) if hit else ()


@pytest.fixture(scope="session")
def names() -> SmallNames:
    return SmallNames()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def rules(lexicon: Lexicon) -> Lexicon:
    """The words without the weights of opinions: what the rules say by themselves."""
    return lexicon.without_opinions()


Reader = Callable[..., Document]


def bound_to(lexicon: Lexicon, names: SmallNames) -> Reader:
    """`reading(text, day="2016-12-11")`: the document of a text."""

    def run(text: str, day: str | None = "2016-12-11", outlet: str | None = None) -> Document:
        return read(text, lexicon, names, published=dt.date.fromisoformat(day) if day else None, outlet=outlet)

    return run


@pytest.fixture
def reading(names: SmallNames, rules: Lexicon) -> Reader:
    """A reader by rules alone: the tests of a rule say what that rule does, whatever outweighs it in a longer text."""
    return bound_to(rules, names)


@pytest.fixture
def weighing(names: SmallNames, lexicon: Lexicon) -> Reader:
    """The reader as it is shipped: rules, and opinions on what they said."""
    return bound_to(lexicon, names)
