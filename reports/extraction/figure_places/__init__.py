"""Where a figure holds."""

from .settle import place_figures

__all__ = ["place_figures"]
