"""Lists that a form keeps outside itself: CSV, GeoJSON and XML files, as secondary instances."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping

from kiosk.errors import ErrorCode, KioskError
from kiosk.forms.xpath.tree import Node, NodeKind, parse_xml


class Sources:
    """The secondary instances of one filling-in; a file is read when it is first asked for.

    `data` gives the bytes of a data file by name. A file that is not there is an empty list (`check` reports
    it before an event); one that cannot be read is KioskError(FORM_UNREADABLE).
    """

    def __init__(self, instances: Mapping[str, Node], data: Callable[[str], bytes] | None, form: str) -> None:
        self._known = dict(instances)
        self._data = data
        self._form = form
        self._ready: dict[str, Node] = {}

    def find(self, name: str) -> Node | None:
        """The instance of that id, or of that file without its ending; None where the form has none."""
        if name in self._ready:
            return self._ready[name]
        declared = self._known.get(name)
        source = declared.attribute("src") if declared is not None else ""
        if declared is not None and not source:
            self._ready[name] = declared
        elif source or self._data is not None:
            file = source.rpartition("/")[2] or f"{name}.csv"
            self._ready[name] = read_source(file, self._read(file), self._form)
        return self._ready.get(name)

    def _read(self, file: str) -> bytes:
        try:
            return b"" if self._data is None else self._data(file)
        except (FileNotFoundError, KeyError):
            return b""


def read_source(file: str, content: bytes, form: str = "") -> Node:
    """The file as an `instance` element that holds `root/item/…`. KioskError(FORM_UNREADABLE) names it."""
    try:
        text = content.decode("utf-8-sig")
        if file.endswith(".xml"):
            return parse_xml(text) if text else Node(NodeKind.ELEMENT, "instance")
        rows = _geojson(text) if file.endswith(".geojson") else _csv(text)
        return _items(rows)
    except (ValueError, KeyError, TypeError, csv.Error) as fault:
        raise KioskError(ErrorCode.FORM_UNREADABLE, form=form, reason=f"{file}: {fault}") from fault


def _items(rows: Iterable[Mapping[str, str]]) -> Node:
    instance, root = Node(NodeKind.ELEMENT, "instance"), Node(NodeKind.ELEMENT, "root")
    for row in rows:
        item = Node(NodeKind.ELEMENT, "item")
        for column, value in row.items():
            cell = Node(NodeKind.ELEMENT, column)
            cell.set_text(value)
            item.append(cell)
        root.append(item)
    instance.append(root)
    return instance


def _csv(text: str) -> list[dict[str, str]]:
    first = text.partition("\n")[0]
    mark = ";" if first.count(";") > first.count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)
    return [{key.strip(): value or "" for key, value in row.items() if key} for row in reader]


def _geojson(text: str) -> list[dict[str, str]]:
    """Each feature's properties, its id, and its place as ODK writes it."""
    rows: list[dict[str, str]] = []
    for feature in json.loads(text)["features"] if text else ():
        row = {key: "" if value is None else str(value) for key, value in feature["properties"].items()}
        if "id" in feature:
            row["id"] = str(feature["id"])
        shape = feature.get("geometry") or {}
        if shape.get("type") == "Point":
            longitude, latitude = shape["coordinates"][:2]
            row["geometry"] = f"{latitude} {longitude} 0 0"
        rows.append(row)
    return rows
