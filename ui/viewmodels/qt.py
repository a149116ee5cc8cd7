"""Qt properties with the type that Python sees: PySide6's own stubs call each of them `Property`."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from PySide6.QtCore import Property

Seen = TypeVar("Seen")


def prop(
    kind: type | str, read: Callable[[Any], Seen], *, notify: Any = None, constant: bool = False
) -> Seen:
    """A property that QML reads as `kind` and Python as what `read` gives; `notify` says when it changed."""
    facts: dict[str, Any] = {"constant": True} if constant else {"notify": notify}
    return cast(Seen, Property(cast(type, kind), read, **facts))
