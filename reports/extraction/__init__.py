"""Read a wire report: text in, document tree out. Pure: no Django, no database, no network.

document = read(settle(raw), load_lexicon(), names, published=date(2016, 12, 11), outlet="AFP")
document.to_dict()
"""

# ruff: noqa: E402 (where the modules are found is settled before the first of them is imported)
from . import compiled

compiled.take(__path__)

from .lexicon import Lexicon, load_lexicon
from .model import Document
from .normalise import LIMIT, UnreadableText, settle
from .reader import READER_VERSION, read

__all__ = ["LIMIT", "READER_VERSION", "Document", "Lexicon", "UnreadableText", "load_lexicon", "read", "settle"]
