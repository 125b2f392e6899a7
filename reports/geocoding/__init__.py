"""Locate what a text names: an offline gazetteer behind geopy's interface, and the choice among its answers. No Django.

gazetteer = open_gazetteer(path)
located = locate(read(text, lexicon, gazetteer), gazetteer)
"""

from .chain import ChainGeocoder, EditorPlace, EditorPlaces
from .gazetteer import Gazetteer, GazetteerMissing, open_gazetteer
from .locate import locate
from .nominatim import Nominatim

__all__ = [
    "ChainGeocoder",
    "EditorPlace",
    "EditorPlaces",
    "Gazetteer",
    "GazetteerMissing",
    "Nominatim",
    "locate",
    "open_gazetteer",
]
