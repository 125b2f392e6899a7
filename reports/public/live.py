"""How an open page learns that there is something new: a few bytes for each state of the filters, asked now and again.

The stamp tells whether what matches is still the same: it is made of the values that pages show of developments,
places, figures and claims of control, so another front's publication does not change it. The answer is kept with the
index, and the same stamp has the same ETag: an unchanged answer is a 304 from memory.
"""

from hashlib import blake2b
from typing import Any

from django.http import HttpRequest

from .filters import Filters
from .maps import asked

# Columns whose values readers see; of words and names, objects whose text is taken.
SEEN: dict[str, tuple[str, ...]] = {
    "developments": ("pk", "type", "status", "source", "first", "last", "basis", "reported"),
    "places": ("pk", "latitude", "longitude", "radius", "name"),
    "figures": ("pk", "value", "source", "status", "last"),
    "controls": ("pk", "last", "holder", "contender"),
    "fronts": ("development", "front", "primary"),
    "involvements": ("development", "group", "role"),
}


@asked
def live(request: HttpRequest, filters: Filters) -> dict[str, Any]:
    """How many developments match, and the stamp of all that is shown of them."""
    return {"total": filters.total, "stamp": stamp(filters)}


def stamp(filters: Filters) -> str:
    """Equal as long as readers would see the same."""
    index, digest = filters.index, blake2b(digest_size=9)
    for name, columns in SEEN.items():
        table = getattr(index, name)
        if name == "controls":
            shown = filters.controls
        else:
            shown = table.take(filters.mask if name == "developments" else filters.mask[table["at"]])
        for column in columns:
            values = shown[column]
            digest.update(repr(values.tolist()).encode() if values.dtype == object else values.tobytes())
    for words in index.developments["words"][filters.mask]:
        digest.update(words.tobytes())
    return digest.hexdigest()
