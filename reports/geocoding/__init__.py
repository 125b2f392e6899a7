"""Locate what a text names: an offline gazetteer behind geopy's interface, and the choice among its answers. No Django.

    gazetteer = open_gazetteer(path)
    located = locate(read(text, lexicon, gazetteer), gazetteer)
"""

from .gazetteer import Gazetteer, GazetteerMissing, open_gazetteer
from .locate import locate

__all__ = ["Gazetteer", "GazetteerMissing", "locate", "open_gazetteer"]
