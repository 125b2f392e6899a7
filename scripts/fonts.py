"""Cut the pages' fonts to the letters that the pages use: `python scripts/fonts.py FOLDER_OF_WOFF2`.

Takes the latin files of the npm packages named in static/fonts/README.md; needs fonttools and brotli (not installed
by the project, since the results are committed). The families get names of ours, as the Open Font License asks of
changed files with a reserved name.
"""

import sys
from pathlib import Path

from fontTools import subset  # type: ignore[import-not-found]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]

TO = Path(__file__).resolve().parent.parent / "static" / "fonts"
# English, French, and the commonest letters of names; anything else falls back to the reader's own fonts.
CHARACTERS = (
    "20-7E,A0,A9,AB,B0,B7,BB,C0,C7-CB,CE,CF,D4,D7,D9-DC,DF,E0-E2,E4,E7-EF,F1,F3,F4,F6,F9-FC,"
    "153,2011,2013,2014,2018-201A,201C-201E,2026,202F,2190,2192"
)
FACES = {
    "ibm-plex-sans-latin-400-normal": ("Frontdesk Sans", 400),
    "ibm-plex-sans-latin-600-normal": ("Frontdesk Sans", 600),
    "source-serif-4-latin-400-normal": ("Frontdesk Serif", 400),
    "source-serif-4-latin-600-normal": ("Frontdesk Serif", 600),
}
FAMILY, UNIQUE, FULL, POSTSCRIPT, TYPOGRAPHIC = 1, 3, 4, 6, 16
KEPT_AS_THEY_ARE = {0, 5, 13, 14}  # copyright, version, licence and its address


def cut(source: Path, family: str, weight: int) -> Path:
    """Write the smaller face and return its path."""
    options = subset.Options()
    options.layout_features = ["kern", "liga", "tnum", "lnum", "mark", "ccmp", "locl"]
    options.hinting = False
    options.name_IDs = ["*"]
    font = TTFont(source)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(CHARACTERS))
    subsetter.subset(font)
    rename(font, family, weight)
    font.flavor = "woff2"
    path = TO / f"{family.lower().replace(' ', '-')}-{weight}.woff2"
    font.save(path)
    return path


def rename(font: TTFont, family: str, weight: int) -> None:
    names = {FAMILY: family, TYPOGRAPHIC: family, FULL: f"{family} {weight}", UNIQUE: f"{family} {weight}"}
    names[POSTSCRIPT] = f"{family.replace(' ', '')}-{weight}"
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID not in KEPT_AS_THEY_ARE:
            font["name"].names.remove(record)


if __name__ == "__main__":
    for name, (family, weight) in FACES.items():
        written = cut(Path(sys.argv[1]) / f"{name}.woff2", family, weight)
        print(written.name, written.stat().st_size, "bytes")
