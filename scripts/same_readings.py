#!/usr/bin/env python3
"""Print one fingerprint of all readings of the reports at hand, rules included, by the reader that this process takes.

    same_readings.py [--damaged 1500]     # and as many texts that are put together at random, the same each time

Those are the samples, the open corpus where it is, a third of it once more in capitals, without its marks and from the
last line to the first, and the beginnings of hostile texts: two readers that give the same fingerprint differ in
nothing that a reader of a page could see.
"""

import argparse
import hashlib
import json
import random
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


def damaged(number: int) -> Iterator[dict[str, object]]:
    """Sentences of several reports, words in any order, reports with words or letters of others in them."""
    dice = random.Random(5)  # noqa: S311 (the same rubbish each time)
    texts = [text for text, *_ in corpus(ROOT / "tests/corpus/open")]
    sentences = [sentence for text in texts for sentence in text.split(". ")]
    words = [word for text in texts for word in text.split(" ")]
    for _ in range(number):
        with_words, with_letters = dice.choice(texts).split(" "), list(dice.choice(texts))
        for _ in range(40):
            with_words[dice.randrange(len(with_words))] = dice.choice(words)
            with_letters[dice.randrange(len(with_letters))] = dice.choice("abc XY,.-\n0123456789'\"()“”%$:;")
        forms = [". ".join(dice.sample(sentences, 12)), " ".join(dice.choices(words, k=300))]
        text = dice.choice([*forms, " ".join(with_words), "".join(with_letters)])
        yield {"text": settle(text.encode()), "published": DAY.isoformat(), "outlet": dice.choice(["AFP", None])}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--damaged", type=int, default=0, metavar="NUMBER")
    options = parser.parse_args()
    reading, digest, number = reader(), hashlib.sha256(), 0
    for report in (*reports(), *damaged(options.damaged)):
        document = reading(report)
        rules = [mention.rules for kind in KINDS for mention in getattr(document, kind)]
        digest.update(json.dumps([document.to_dict(), rules], ensure_ascii=False).encode())
        number += 1
    print(f"{number} texts, {digest.hexdigest()[:16]}")


if __name__ == "__main__":
    main()
