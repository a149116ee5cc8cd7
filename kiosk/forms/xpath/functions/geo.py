"""Functions of places, on a sphere with the Earth's radius at the equator."""

import math
from itertools import pairwise

from kiosk.forms.xpath.context import Context
from kiosk.forms.xpath.functions.kit import MANY, Function, of_values, texts_of
from kiosk.forms.xpath.values import Value

_RADIUS = 6_378_100.0
_Place = tuple[float, float]


def _places(values: list[Value]) -> list[_Place] | None:
    """Latitudes and longitudes in degrees, of geopoints, a geotrace or a geoshape; None if one is none."""
    places: list[_Place] = []
    for text in ";".join(texts_of(values)).split(";"):
        if not text.strip():
            continue
        try:
            latitude, longitude = (float(each) for each in text.split()[:2])
        except ValueError:
            return None
        if abs(latitude) > 90 or abs(longitude) > 180:
            return None
        places.append((latitude, longitude))
    return places


def _apart(one: _Place, other: _Place) -> float:
    """Metres between two places, by the haversine formula."""
    (north, east), (north2, east2) = (tuple(map(math.radians, each)) for each in (one, other))
    half = math.sin((north2 - north) / 2) ** 2
    half += math.cos(north) * math.cos(north2) * math.sin((east2 - east) / 2) ** 2
    return 2 * _RADIUS * math.asin(math.sqrt(half))


def _distance(context: Context, values: list[Value]) -> Value:
    places = _places(values) or []
    return round(sum(map(_apart, places, places[1:])), 2) if len(places) > 1 else 0.0


def _area(context: Context, values: list[Value]) -> Value:
    """Square metres inside a ring of places."""
    places = _places(values) or []
    if len(places) < 3:
        return 0.0
    total = 0.0
    for (north, east), (north2, east2) in zip(places, [*places[1:], places[0]], strict=True):
        total += math.radians(east2 - east) * (
            2 + math.sin(math.radians(north)) + math.sin(math.radians(north2))
        )
    return round(abs(total * _RADIUS**2 / 2), 2)


def _geofence(context: Context, values: list[Value]) -> Value:
    """Whether a place lies inside a ring, by counting the sides that a ray from it crosses."""
    point, ring = _places(values[:1]), _places(values[1:])
    if not point or not ring or len(ring) < 4 or ring[0] != ring[-1]:
        return False
    (y, x), inside = point[0], False
    for (y1, x1), (y2, x2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


FUNCTIONS: dict[str, Function] = {
    "distance": of_values(_distance, 1, MANY),
    "area": of_values(_area, 1, MANY),
    "enclosed-area": of_values(_area, 1, MANY),
    "geofence": of_values(_geofence, 2),
}
