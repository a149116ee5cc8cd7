"""The charter as it ships: six foundations and five commitments, in plain words of every language."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from kiosk.resources import asset


@cache
def charter() -> Mapping[str, Any]:
    """The charter's words by language, and the names of its pictures (assets/charter)."""
    read: dict[str, Any] = json.loads(asset("charter", "charter.json").read_text("utf-8"))
    return read
