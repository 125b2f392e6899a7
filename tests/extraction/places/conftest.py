"""A gazetteer of a few dozen names that the ledgers use, and a reader that returns the places."""

import datetime as dt

import pytest

from reports.extraction import load_lexicon, read
from reports.extraction.folding import fold, folded_words
from reports.extraction.names import NameHit

CITIES = {
    "SY": "Aleppo Raqa Palmyra Damascus Homs Idlib Mayadeen",
    "IQ": "Mosul Baghdad Hit Hawija Kirkuk Basra Qom",
    "UA": "Kyiv Kharkiv Kherson Donetsk Bakhmut Robotyne Tokmak Petropavlivka Olhivka Nikopol",
    "AF": "Kabul Kandahar Herat Kunduz",
    "LY": "Tripoli Benghazi Misrata Gharyan Sirte Derna",
    "SD": "Khartoum El-Fasher Nyala",
    "YE": "Sanaa",
    "RU": "Moscow",
    "US": "Washington",
    "FR": "Paris",
    "CH": "Geneva",
    "TR": "Ankara",
    "RW": "Kigali",
    "CD": "Goma Bukavu Sake",
    "IR": "Tehran Kamand",
}
MORE = {
    "Syria": NameHit("country", "SY", 0, 2),
    "Iraq": NameHit("country", "IQ", 0, 2),
    "Ukraine": NameHit("country", "UA", 0, 2),
    "Libya": NameHit("country", "LY", 0, 2),
    "Turkey": NameHit("country", "TR", 0, 2),
    "Jordan": NameHit("country", "JO", 0, 2),
    "Afghanistan": NameHit("country", "AF", 0, 2),
    "Tigris": NameHit("river", "IQ", 0, 2),
    "Dnipro": NameHit("city", "UA", 900_000, 2),
    "Gaza": NameHit("region", "PS", 0, 2),
    "Darfur": NameHit("region", "SD", 0, 2),
    "North Kivu": NameHit("province", "CD", 0, 2),
    "Helmand": NameHit("province", "AF", 0, 2),
    "Donetsk People's Republic": NameHit("province", "UA", 0, 2),
    "Kharkiv region": NameHit("province", "UA", 0, 2),
    "Kherson region": NameHit("province", "UA", 0, 2),
    "Mosul airport": NameHit("airport", "IQ", 0, 2),
    "Tal Afar": NameHit("city", "IQ", 0, 2),
    "Khan Younis": NameHit("city", "PS", 0, 2),
    "Deir al-Balah": NameHit("city", "PS", 0, 2),
    "Lashkar Gah": NameHit("city", "AF", 0, 2),
    "Springfield": NameHit("city", "US", 116_000, 0),
    "Kirby": NameHit("town", "GB", 40_000, 0),
    "General": NameHit("village", "UA", 500, 1),
}


class Names:
    """The reader's protocol over a plain dictionary of folding keys."""

    version = "test"
    longest = 4

    def __init__(self) -> None:
        self.by_key: dict[str, tuple[NameHit, ...]] = {}
        for country, cities in CITIES.items():
            for name in cities.split():
                self.by_key[fold(name)] = (NameHit("city", country, 200_000, 2),)
        self.by_key |= {fold(name): (hit,) for name, hit in MORE.items()}

    def look(self, words: str) -> tuple[NameHit, ...]:
        return self.by_key.get(fold(words), ()) if len(folded_words(words)) <= self.longest else ()


@pytest.fixture(scope="session")
def places():
    """`places(text)`: the places of a report published on Sunday, 11 December 2016."""
    names, lexicon = Names(), load_lexicon()

    def find(text: str):
        return read(text, lexicon, names, published=dt.date(2016, 12, 11)).places

    return find
