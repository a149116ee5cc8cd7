"""Every package that comes with the kiosk is named, with its licence, in assets/LICENSES.md."""

import re
from importlib.metadata import PackageNotFoundError, requires

from packaging.requirements import Requirement

from kiosk.resources import asset


def one_name(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def brought_by(package: str) -> set[str]:
    """All that `package` brings along here, to any depth."""
    brought: set[str] = set()
    waiting = [package]
    while waiting:
        try:
            asked = [Requirement(line) for line in requires(waiting.pop()) or ()]
        except PackageNotFoundError:  # asked for on other systems only
            continue
        here = {one_name(one.name) for one in asked if not one.marker or one.marker.evaluate({"extra": ""})}
        waiting += here - brought
        brought |= here
    return brought


def test_no_package_comes_without_its_licence() -> None:
    rows = re.findall(r"^\| ([\w.-]+) \| [^|]+ \| ([^|]+) \|$", asset("LICENSES.md").read_text("utf-8"), re.M)
    named = {one_name(package) for package, licence in rows if licence.strip()}
    brought = brought_by("event-kiosk")
    assert {"pyside6-essentials", "espeakng-loader", "cffi"} <= brought
    assert brought - named == set(), "read the package's METADATA and add its row to assets/LICENSES.md"
