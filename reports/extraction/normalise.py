"""Settle a text once, at the door: UTF-8, newlines as `\\n`, Unicode NFC. Offsets count in what comes out."""

from __future__ import annotations

import re
import unicodedata

LIMIT = 1024 * 1024  # bytes of UTF-8

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class UnreadableText(ValueError):
    """The text cannot be read; the message is one sentence for an editor."""


def settle(raw: bytes | str) -> str:
    """The text the offsets count in. Raises `UnreadableText` when it is empty, not UTF-8, too long or not plain."""
    text = _decode(raw)
    if not text.strip():
        raise UnreadableText("The text is empty.")
    text = normalise(text)
    if found := _CONTROL.search(text):
        where = text.count("\n", 0, found.start()) + 1
        what = "a NUL character" if found[0] == "\0" else f"a control character (U+{ord(found[0]):04X})"
        raise UnreadableText(f"The text holds {what} in line {where}; it is not plain text.")
    return text


def normalise(text: str) -> str:
    """Newlines as `\\n` and Unicode NFC, nothing else changed; never fails."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _decode(raw: bytes | str) -> str:
    if isinstance(raw, str):
        try:
            raw = raw.encode("utf-8")
        except UnicodeEncodeError:
            raise UnreadableText("The text is not valid Unicode (it holds a lone surrogate).") from None
    if len(raw) > LIMIT:
        raise UnreadableText(f"The text is longer than the limit of 1 MiB ({len(raw):,} bytes).")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise UnreadableText(f"The text is not UTF-8 (byte {problem.start} cannot be read).") from None
