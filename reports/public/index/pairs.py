"""Which developments have which values: pairs of a position and a value's number, each pair once."""

from collections.abc import Iterable, Sequence

import numpy as np


class Pairs:
    """The values of one dimension. `values` are the words of an address, by number."""

    def __init__(self, at: np.ndarray, numbers: np.ndarray, values: Sequence[str], size: int):
        """`at` are positions of developments, of which there are `size`."""
        self.values, self.size = list(values), size
        self.number = {value: number for number, value in enumerate(self.values)}
        once = np.unique(at.astype(np.int64) * max(1, len(self.values)) + numbers)
        self.at, self.numbers = np.divmod(once, max(1, len(self.values)))

    @classmethod
    def encoded(cls, at: np.ndarray, values: np.ndarray, size: int) -> "Pairs":
        """From the values themselves; empty ones are left out."""
        numbers: dict[str, int] = {"": 0}
        codes = np.fromiter((numbers.setdefault(value, len(numbers)) for value in values), np.int64, len(values))
        kept = codes > 0
        return cls(at[kept], codes[kept] - 1, list(numbers)[1:], size)

    def counts(self, mask: np.ndarray) -> dict[str, int]:
        """How many developments of the mask have each value; those that none has are left out."""
        found = np.bincount(self.numbers[mask[self.at]], minlength=len(self.values))
        return {self.values[number]: int(found[number]) for number in np.flatnonzero(found)}

    def having(self, chosen: Iterable[str]) -> np.ndarray:
        """The mask of developments with one of the values."""
        wanted = np.zeros(len(self.values), dtype=bool)
        wanted[[self.number[value] for value in chosen if value in self.number]] = True
        mask = np.zeros(self.size, dtype=bool)
        mask[self.at[wanted[self.numbers]]] = True
        return mask

    def narrowed(self, which: np.ndarray) -> "Pairs":
        """Those pairs of a mask over pairs."""
        return Pairs(self.at[which], self.numbers[which], self.values, self.size)


def expanded(numbers: np.ndarray, choices: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray]:
    """For each number all that `choices` lists for it, as (row of the number, what is listed)."""
    lengths = np.array([len(one) for one in choices], dtype=np.int64)
    flat = np.array([value for one in choices for value in one], dtype=np.int64)
    starts = np.cumsum(lengths) - lengths
    each = lengths[numbers]
    rows = np.repeat(np.arange(len(numbers)), each)
    within = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)
    return rows, flat[np.repeat(starts[numbers], each) + within]
