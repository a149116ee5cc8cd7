"""Why a goal that is missed stands, by how its row begins: words only, the figures come from the run."""

from collections.abc import Mapping

WHY: Mapping[str, str] = {}
