"""A table of columns: numpy arrays of one length, by name."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np


class Table:
    """Columns of equal length. Never changed: each method gives a new table."""

    def __init__(self, columns: Mapping[str, np.ndarray]):
        self.columns = dict(columns)

    @classmethod
    def of(cls, types: Mapping[str, Any], rows: Iterable[tuple]) -> "Table":
        """Rows as columns, of these types and in this order; None becomes 0, NaN or the least day's number."""
        columns = list(zip(*rows, strict=True)) or [()] * len(types)
        return cls({name: _column(column, kind) for (name, kind), column in zip(types.items(), columns, strict=True)})

    def __len__(self) -> int:
        return len(next(iter(self.columns.values())))

    def __getitem__(self, name: str) -> np.ndarray:
        return self.columns[name]

    def take(self, which: np.ndarray) -> "Table":
        """The rows of a mask, or of row numbers in their order."""
        return Table({name: column[which] for name, column in self.columns.items()})

    def followed_by(self, other: "Table") -> "Table":
        return Table({name: np.concatenate([column, other[name]]) for name, column in self.columns.items()})

    def with_column(self, name: str, column: np.ndarray) -> "Table":
        return Table({**self.columns, name: column})


def _column(values: tuple, kind: Any) -> np.ndarray:
    if kind is object:
        column = np.empty(len(values), dtype=object)
        column[:] = values
        return column
    return np.array(values, dtype=kind)
