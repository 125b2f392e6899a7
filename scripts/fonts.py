"""Cut the pages' fonts to the letters that the pages use: `python scripts/fonts.py FOLDER_OF_WOFF2`.

Takes the latin and arabic files of the npm packages named in static/fonts/README.md; needs fonttools and brotli (not
installed by the project, since the results are committed). A face whose file is not there is left as it is. Families
get names of ours, as the Open Font License asks of changed files with a reserved name.
"""

import sys
from pathlib import Path

from fontTools import subset  # type: ignore[import-not-found]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]

TO = Path(__file__).resolve().parent.parent / "static" / "fonts"
# Each face in two files, of which a page fetches the second only where it has one of its letters: what every page
# has, and what French and names of other languages add. Anything else falls back to the reader's own fonts.
LATIN = "20-7E,A0,A9,AB,B0,B7,BB,D7,2011,2013,2014,2018-201A,201C-201E,2026,202F,2190,2192"
MORE_LATIN = "C0,C7-CB,CE,CF,D4,D9-DC,DF,E0-E2,E4,E7-EF,F1,F3,F4,F6,F9-FC,153"
# Arabic letters, marks and digits with the blank between them; those that Persian, Kurdish and Urdu names add.
ARABIC = "20,A0,60C,61B,61F,621-63A,640-652,660-66C,670"
MORE_ARABIC = "671,679,67E,686,688,691,695,698,6A4,6A9,6AF,6B5,6BE,6C1,6C6,6CC,6CE,6D2,6D5,6F0-6F9"
SOURCES = {
    "Frontdesk Sans": ("ibm-plex-sans-latin", LATIN),
    "Frontdesk Sans More": ("ibm-plex-sans-latin", MORE_LATIN),
    "Frontdesk Serif": ("source-serif-4-latin", LATIN),
    "Frontdesk Serif More": ("source-serif-4-latin", MORE_LATIN),
    "Frontdesk Sans Arabic": ("ibm-plex-sans-arabic-arabic", ARABIC),
    "Frontdesk Sans Arabic More": ("ibm-plex-sans-arabic-arabic", MORE_ARABIC),
    "Frontdesk Serif Arabic": ("noto-naskh-arabic-arabic", ARABIC),
    "Frontdesk Serif Arabic More": ("noto-naskh-arabic-arabic", MORE_ARABIC),
}
JOINING = ["init", "medi", "fina", "isol", "rlig", "calt", "curs", "mkmk"]  # what makes Arabic letters one word
FAMILY, UNIQUE, FULL, POSTSCRIPT, TYPOGRAPHIC = 1, 3, 4, 6, 16
KEPT_AS_THEY_ARE = {0, 5, 13, 14}  # copyright, version, licence and its address


def cut(source: Path, family: str, weight: int, characters: str) -> Path:
    """Write the smaller face and return its path."""
    options = subset.Options()
    options.layout_features = ["kern", "liga", "tnum", "lnum", "mark", "ccmp", "locl", *JOINING]
    options.hinting = False
    options.name_IDs = ["*"]
    font = TTFont(source)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(characters))
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
    for family, (name, characters) in SOURCES.items():
        for weight in (400, 600):
            if (source := Path(sys.argv[1]) / f"{name}-{weight}-normal.woff2").exists():
                written = cut(source, family, weight, characters)
                print(written.name, written.stat().st_size, "bytes")
