#!/usr/bin/env python3
"""Print one fingerprint of all readings of the reports at hand, rules included, by the reader that this process takes.

Those are the samples, the open corpus where it is, a third of it once more in capitals, without its marks and from the
last line to the first, and the beginnings of hostile texts: two readers that give the same fingerprint differ in
nothing that a reader of a page could see.
"""

import hashlib
import json
from collections.abc import Iterator

from bench import DAY, ROOT, corpus, hostile
from reading import reader

from reports.extraction import settle
from reports.extraction.explain import KINDS

BEGINNING = 20_000  # characters of a hostile text


def reports() -> Iterator[dict[str, object]]:
    """All texts, as `reader()` takes them."""
    for path in sorted((ROOT / "samples").glob("*.txt")):
        for text in forms(settle(path.read_bytes())):
            yield {"text": text, "published": path.name[:10], "outlet": None}
    for number, (whole, day, outlet) in enumerate(corpus(ROOT / "tests/corpus/open")):
        for text in forms(whole) if number % 3 == 0 else [whole]:
            yield {"text": text, "published": day and day.isoformat(), "outlet": outlet}
    for text in hostile().values():
        if beginning := text[:BEGINNING].strip():
            yield {"text": settle(beginning.encode()), "published": DAY.isoformat(), "outlet": "AFP"}


def forms(text: str) -> list[str]:
    """A report, and what may become of one."""
    bare = text.translate(str.maketrans("", "", ".,:;-–—*()"))
    return [text, text.upper(), bare, "\n".join(reversed(text.split("\n")))]


def main() -> None:
    reading, digest, number = reader(), hashlib.sha256(), 0
    for report in reports():
        document = reading(report)
        rules = [mention.rules for kind in KINDS for mention in getattr(document, kind)]
        digest.update(json.dumps([document.to_dict(), rules], ensure_ascii=False).encode())
        number += 1
    print(f"{number} texts, {digest.hexdigest()[:16]}")


if __name__ == "__main__":
    main()
