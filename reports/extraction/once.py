"""A property that is computed at its first use and kept: `functools.cached_property` without its lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class once(Generic[Value]):
    """What each reading makes anew for hundreds of mentions; the lock of the library's costs more than many of them."""

    def __init__(self, make: Callable[[Any], Value]) -> None:
        self.make, self.name, self.__doc__ = make, make.__name__, make.__doc__

    def __get__(self, owner: Any, kind: type[Any]) -> Value:
        made: Value = self.make(owner)
        owner.__dict__[self.name] = made  # found before this method from now on
        return made
