"""What kind of question a control asks, from its element, its type and its appearance."""

from collections.abc import Set as AbstractSet
from enum import StrEnum


class Kind(StrEnum):
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    RANGE = "range"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    NOTE = "note"
    ACKNOWLEDGE = "acknowledge"
    RANK = "rank"
    DRAW = "draw"
    ANNOTATE = "annotate"
    SIGNATURE = "signature"
    PHOTO = "photo"
    AUDIO = "audio"
    VIDEO = "video"
    FILE = "file"
    GEO = "geo"
    BARCODE = "barcode"
    EXTERNAL = "external"
    OTHER = "other"
    CALCULATE = "calculate"
    HIDDEN = "hidden"


# What the window has a page for. A question of any other kind is left out, and counts as answered.
SUPPORTED = frozenset(
    {
        Kind.TEXT,
        Kind.INTEGER,
        Kind.DECIMAL,
        Kind.SELECT_ONE,
        Kind.SELECT_MULTIPLE,
        Kind.RANGE,
        Kind.DATE,
        Kind.TIME,
        Kind.DATETIME,
        Kind.NOTE,
        Kind.ACKNOWLEDGE,
        Kind.RANK,
        Kind.DRAW,
        Kind.SIGNATURE,
    }
)
SELECTS = frozenset({Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.RANK})

_ELEMENTS = {
    "select1": Kind.SELECT_ONE,
    "select": Kind.SELECT_MULTIPLE,
    "range": Kind.RANGE,
    "trigger": Kind.ACKNOWLEDGE,
    "rank": Kind.RANK,
}
_TYPES = {
    "": Kind.TEXT,
    "string": Kind.TEXT,
    "int": Kind.INTEGER,
    "integer": Kind.INTEGER,
    "long": Kind.INTEGER,
    "decimal": Kind.DECIMAL,
    "float": Kind.DECIMAL,
    "double": Kind.DECIMAL,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "dateTime": Kind.DATETIME,
    "geopoint": Kind.GEO,
    "geotrace": Kind.GEO,
    "geoshape": Kind.GEO,
    "barcode": Kind.BARCODE,
}
_PICTURES = {"draw": Kind.DRAW, "annotate": Kind.ANNOTATE, "signature": Kind.SIGNATURE}
_MEDIA = {"image": Kind.PHOTO, "audio": Kind.AUDIO, "video": Kind.VIDEO}


def kind_of(
    element: str, data_type: str, appearance: AbstractSet[str], media: str = "", *, readonly: bool = False
) -> Kind:
    """The kind of a control: its element's local name, its bind's type, its appearance and media type.

    `readonly` is whether the bind says so for good: a read-only text is a note.
    """
    if any(word.startswith("ex:") for word in appearance) or "printer" in appearance:
        return Kind.EXTERNAL
    if element == "upload":
        kind = _MEDIA.get(media.partition("/")[0], Kind.FILE)
        if kind is Kind.PHOTO:
            return next((_PICTURES[word] for word in _PICTURES if word in appearance), kind)
        return kind
    if element in _ELEMENTS:
        return _ELEMENTS[element]
    if element not in {"input", "secret"}:
        return Kind.OTHER
    kind = _TYPES.get(data_type.rpartition(":")[2], Kind.TEXT)
    return Kind.NOTE if readonly and kind is Kind.TEXT else kind
