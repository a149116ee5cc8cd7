"""What is under a finger or under the keys, and how it is said: name, role, state and hint (row 7).

Items are asked for by property or in QML. A method of an item or of the window that gives another item ties
the wrapper of the one to that of the other, and the window's lives as long as the kiosk: each page would
leave some behind. For the same reason QML makes no object of a Python class: PySide never lets go of those.
"""

from typing import Any

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, QPointF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.words import Words
from ui.tongues import in_tongue


def focused(window: QQuickWindow) -> QQuickItem | None:
    """What has the keys."""
    found: QQuickItem | None = window.property("activeFocusItem")
    return found


def control_of(item: QQuickItem | None) -> QQuickItem | None:
    """The control of the kit that `item` is or is part of: all of them have a hint, if only an empty one."""
    while item is not None and item.property("hint") is None:
        item = item.property("parent")
    return item


def under(window: QQuickWindow, point: QPointF) -> QQuickItem | None:
    """The control at a point of the window; else the words there, or None where there is neither."""
    deepest: Any = QMetaObject.invokeMethod(
        window, "deepestAt", Q_RETURN_ARG("QVariant"), Q_ARG("double", point.x()), Q_ARG("double", point.y())
    )
    other: QQuickItem | None = deepest.property("standsFor")
    return other or control_of(deepest) or words_of(deepest)


def words_of(item: QQuickItem) -> QQuickItem | None:
    """What has words of its own: a text, or the panel that it lies on; a whole page is too much."""
    around: QQuickItem | None = item.property("parent")
    for each in (item, around):
        if each is not None and each.property("spoken") and each.property("evenly") is None:
            return each
    return None


def described(item: QQuickItem, words: Words) -> str:
    """A control as a screen reader would say it, or words as they are said; "" for what has neither."""
    if item.property("hint") is None and item.property("spoken") is not None:
        return str(item.property("spoken"))
    inner = item.scopedFocusItem() if item.isFocusScope() else None  # a field's editor has the role
    seen: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(inner or item)
    if seen is None:
        return ""
    control = control_of(item)
    name = seen.text(QAccessible.Text.Name)
    if not name and control is not None:
        name = str(control.property("name"))  # Qt takes it from a field whose words are hidden
    tongue = str(control.property("tongue") or "") if control is not None else ""
    state = seen.state()
    parts = [in_tongue(name, tongue), _role(seen.role(), words)]
    if state.checkable:
        parts.append(words("chosen") if state.checked else words("not chosen"))
    if control is not None:
        parts += [str(control.property("written") or ""), str(control.property("hint"))]
    return ", ".join(part for part in parts if part) if name else ""


def _role(role: QAccessible.Role, words: Words) -> str:
    return {
        QAccessible.Role.Button: words("button"),
        QAccessible.Role.RadioButton: words("choice"),
        QAccessible.Role.CheckBox: words("tick box"),
        QAccessible.Role.EditableText: words("a place to write"),
    }.get(role, "")
