"""The index of what is public: columns in memory, from which filters, counts, the map and the timeline all come.

    index = current()           that of this moment, renewed where the database says that something changed
    index.developments          a table of columns, newest first; a row's number is the development's position
    index.groups.counts(mask)   how many developments of a mask each value would leave

SQL finds what is public and loads what is shown; everything between is arithmetic on columns (docs/adr/0003).
"""

from .current import current, forget
from .index import Index

__all__ = ["Index", "current", "forget"]
