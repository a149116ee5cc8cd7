"""The layouts of the on-screen keyboard: read from assets/keyboards, drawn by the window, without Qt."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from kiosk.resources import asset
from kiosk.words import Words

MOST_COLUMNS = 12
MOST_ROWS = 5
FIRST = "abc"  # the layer that every layout opens with
NEXT = "layout:next"


def _(message: str) -> str:
    """Marks words for the catalogues; they are translated when they are said."""
    return message


@dataclass(frozen=True)
class Key:
    """One key: it writes `text`, or does `act`; `shift` is what it writes in capitals.

    `act` is shift, backspace, undo, left, right, hide, done, `layer:NAME` or `layout:NAME`.
    `label` is drawn where it is not the text; `name` is spoken, in the layout's own language,
    where neither a voice nor `SIGNS` can name the text. `width` is a share of the row.
    """

    text: str = ""
    act: str = ""
    width: float = 1.0
    label: str = ""
    name: str = ""
    shift: str = ""


Rows = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True)
class Layout:
    """A keyboard: its layers by name, opening with `abc`. Rows are left to right, on mirrored pages too."""

    name: str
    label: str
    layers: Mapping[str, Rows]
    cased: bool = False

    @property
    def a_to_z(self) -> bool:
        """Whether its letters stand in the order of the alphabet, for people who do not type."""
        return self.name.endswith("abc")

    @property
    def rows(self) -> Rows:
        """The layer it opens with."""
        return self.layers[FIRST]


@dataclass(frozen=True)
class Face:
    """A key as it is drawn and spoken now: `label` and `icon` to see, `name` to hear, `text` to write."""

    label: str
    name: str
    text: str
    act: str
    icon: str
    width: float
    on: bool = False


@dataclass(frozen=True)
class _Act:
    """How a key that writes nothing is drawn and spoken."""

    name: str
    icon: str
    label: str = ""


ACTS: Mapping[str, _Act] = {
    "shift": _Act(_("Capital letters"), "shift"),
    "backspace": _Act(_("Delete"), "backspace"),
    "undo": _Act(_("Undo"), "undo", _("Undo")),
    "left": _Act(_("Move left"), "cursor-left"),
    "right": _Act(_("Move right"), "cursor-right"),
    "hide": _Act(_("Hide what I type"), "hide"),
    "done": _Act(_("Done"), "done", _("Done")),
}

# Signs that voices pass over in silence, in the program's own words.
SIGNS: Mapping[str, str] = {
    " ": _("space"),
    ".": _("full stop"),
    ",": _("comma"),
    "?": _("question mark"),
    "!": _("exclamation mark"),
    "'": _("apostrophe"),
    '"': _("quotation mark"),
    ":": _("colon"),
    ";": _("semicolon"),
    "-": _("hyphen"),
    "_": _("underscore"),
    "/": _("slash"),
    "@": _("at sign"),
    "#": _("hash"),
    "&": _("and sign"),
    "%": _("percent"),
    "*": _("star"),
    "+": _("plus"),
    "=": _("equals"),
    "(": _("open bracket"),
    ")": _("close bracket"),
    "£": _("pound"),
    "€": _("euro"),
}

_BY_LANGUAGE: Mapping[str, tuple[str, ...]] = {
    "en": ("en", "abc"),
    "pl": ("pl", "abc"),
    "ro": ("ro", "abc"),
    **{code: (code, "en", "abc") for code in ("pa", "ur", "bn", "gu", "ar")},
}
_BY_PURPOSE: Mapping[str, tuple[str, ...]] = {
    "number": ("numbers",),
    "phone": ("phone",),
    "email": ("email", "email-abc"),
    "postcode": ("en", "abc"),
    "pin": ("pin",),
    "reference": ("reference",),  # its 32 signs: no I, L, O or U
}


def layouts_for(language: str, purpose: str = "") -> tuple[str, ...]:
    """The names of the layouts to offer, the first one first.

    `purpose` is number, phone, email, postcode, pin or reference, which are the same in every language,
    or "" for words.
    """
    return _BY_PURPOSE.get(purpose) or _BY_LANGUAGE.get(language) or _BY_LANGUAGE["en"]


def keyboards(language: str, purpose: str = "") -> tuple[Layout, ...]:
    """The layouts to offer, each with a key to the next one; a single layout has no such key."""
    layouts = [load_layout(name) for name in layouts_for(language, purpose)]
    following = [*layouts[1:], layouts[0]]
    return tuple(_leading_on(layout, after) for layout, after in zip(layouts, following, strict=True))


@cache
def load_layout(name: str) -> Layout:
    """The layout of assets/keyboards/NAME.json; ValueError where it is too wide or too tall for fingers."""
    data = _read(name)
    base = load_layout(data["base"]) if "base" in data else None
    cased = bool(data.get("cased", base.cased if base else False))
    layers: dict[str, Rows] = dict(base.layers) if base else {}
    for shared in data.get("share", ()):
        layers |= {layer: _rows(rows, cased) for layer, rows in _read(shared)["layers"].items()}
    layers |= {layer: _rows(rows, cased) for layer, rows in data.get("layers", {}).items()}
    layers[FIRST] = _rows(data.get("above", ()), cased) + layers[FIRST]
    labels = {FIRST: FIRST, "123": "123", **data.get("labels", {})}
    layers = {layer: _labelled(rows, labels) for layer, rows in layers.items()}
    for layer, rows in layers.items():
        if len(rows) > MOST_ROWS or max(len(row) for row in rows) > MOST_COLUMNS:
            raise ValueError(
                f"keyboard {name}, layer {layer}: {MOST_COLUMNS} columns and {MOST_ROWS} rows at most"
            )
    return Layout(name, data["label"], layers, cased)


def face(key: Key, words: Words, *, capitals: bool = False) -> Face:
    """How `key` is drawn, spoken and what it writes now, in the language of `words`."""
    if key.act.startswith("layer:"):
        name = words("{label}, other keys", label=key.label)
        return Face(key.label, name, "", key.act, "", key.width)
    if key.act.startswith("layout:"):
        name = words("{label}, another keyboard", label=key.label)
        return Face(key.label, name, "", key.act, "keyboard", key.width)
    if key.act:
        act = ACTS[key.act]
        on = capitals and key.act == "shift"
        icon = "shift-on" if on else act.icon
        return Face(words(act.label), words(act.name), "", key.act, icon, key.width, on)
    text = key.shift if capitals and key.shift else key.text
    label = words(SIGNS[text]) if text == " " else key.label or text
    name = named(text, words) if text != key.text else key.name or words(SIGNS.get(text, "")) or text
    return Face(label, name, text, "", "space" if text == " " else "", key.width)


def named(text: str, words: Words) -> str:
    """How a letter or a sign is called, in the language of `words`."""
    if len(text) == 1 and text != text.lower():
        return words("capital {letter}", letter=text)
    return words(SIGNS.get(text, "")) or text


def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(asset("keyboards", f"{name}.json").read_text("utf-8"))
    return data


def _rows(rows: Any, cased: bool) -> Rows:
    return tuple(tuple(_key(key, cased) for key in row) for row in rows)


def _key(data: str | dict[str, Any], cased: bool) -> Key:
    key = Key(text=data) if isinstance(data, str) else Key(**data)
    capital = key.text.upper() if cased and len(key.text) == 1 else key.text
    return replace(key, shift=capital) if not key.shift and capital != key.text else key


def _labelled(rows: Rows, labels: Mapping[str, str]) -> Rows:
    """The rows, each key to another layer saying what is there."""

    def labelled(key: Key) -> Key:
        to = key.act.removeprefix("layer:")
        return replace(key, label=labels[to]) if to != key.act else key

    return tuple(tuple(labelled(key) for key in row) for row in rows)


def _leading_on(layout: Layout, after: Layout) -> Layout:
    """The layout with its `layout:next` keys leading to `after`, or without them where that is itself."""

    def led(row: tuple[Key, ...]) -> tuple[Key, ...]:
        if after.name == layout.name:
            return tuple(key for key in row if key.act != NEXT)
        to = Key(act=f"layout:{after.name}", label=after.label)
        return tuple(replace(to, width=key.width) if key.act == NEXT else key for key in row)

    layers = {layer: tuple(led(row) for row in rows) for layer, rows in layout.layers.items()}
    return replace(layout, layers=layers)
