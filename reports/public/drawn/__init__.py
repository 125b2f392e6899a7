"""Still pictures of the map, drawn on the server for pages without scripts: embeds (SVG) and preview cards (PNG).

    picture = draw(places, Size(640, 360))
    svg.render(picture), png.render(picture, …)

The land is that of the interactive map (static/map, docs/basemap.md), and so are its rules: a precise place is a
mark, any other an area as large as we are unsure.
"""

from .grounds import Ground
from .picture import Picture, Spot, draw
from .view import Size, View

__all__ = ["Ground", "Picture", "Size", "Spot", "View", "draw"]
