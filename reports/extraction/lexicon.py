"""The words the reader knows: the TOML files beside it, the weights of its opinions, and the aliases a desk adds."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

FOLDER = Path(__file__).with_name("lexicons")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Lexicon:
    """All word lists, by file name without its ending, and what identifies them."""

    files: dict[str, dict[str, Any]]
    fingerprint: str
    group_aliases: tuple[tuple[str, str], ...] = ()
    source_aliases: tuple[tuple[str, str], ...] = ()
    cache: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def __getitem__(self, name: str) -> dict[str, Any]:
        return self.files[name]

    def words(self, file: str, key: str) -> frozenset[str]:
        """A list of words as a set, made once."""
        name = f"{file}.{key}"
        if name not in self.cache:
            self.cache[name] = frozenset(self.files[file][key])
        found: frozenset[str] = self.cache[name]
        return found

    def made(self, make: Callable[[Lexicon], Made]) -> Made:
        """What `make` makes of these words, made once."""
        if make not in self.cache:
            self.cache[make] = make(self)
        made: Made = self.cache[make]
        return made

    def with_aliases(self, groups: Iterable[tuple[str, str]] = (), sources: Iterable[tuple[str, str]] = ()) -> Lexicon:
        """The same words and the desk's own: (alias, canonical name) for groups and for sources."""
        groups, sources = tuple(sorted(groups)), tuple(sorted(sources))
        if not groups and not sources:
            return self
        mark = hashlib.sha256(repr((self.fingerprint, groups, sources)).encode()).hexdigest()[:12]
        return replace(
            self,
            fingerprint=mark,
            group_aliases=self.group_aliases + groups,
            source_aliases=self.source_aliases + sources,
            cache={},
        )

    def without_opinions(self) -> Lexicon:
        """The same words without the weights of opinions: the rules alone."""
        mark = hashlib.sha256(f"{self.fingerprint} rules alone".encode()).hexdigest()[:12]
        return replace(self, fingerprint=mark, files=self.files | {"opinions": {}}, cache={})


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The shipped lexicon, read once."""
    digest = hashlib.sha256()
    files: dict[str, dict[str, Any]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        raw = path.read_bytes()
        digest.update(path.name.encode() + b"\0" + raw)
        files[path.stem] = tomllib.loads(raw.decode("utf-8"))
    files["opinions"] = {}
    for path in sorted((FOLDER / "opinions").glob("*.json")):
        raw = path.read_bytes()
        digest.update(path.name.encode() + b"\0" + raw)
        files["opinions"][path.stem] = json.loads(raw)
    return Lexicon(files, digest.hexdigest()[:12])
