"""Facts of an event that can be read and cannot hold: languages, addresses, keys, names of other things."""

import re

from kiosk.errors import KioskError
from kiosk.forms.languages import known_codes
from kiosk.pack.lint.context import ADVICE, meant
from kiosk.pack.lint.event.workbook import EventCheck
from kiosk.pack.model import ActivityKind
from kiosk.pack.staff.workbook import Row, Sheet
from kiosk.resources import asset
from kiosk.storage.sealed.keys import PublicKey
from kiosk.visit.idle import LEAST_IDLE, MOST_IDLE
from kiosk.words import LANGUAGES

_ADDRESS = re.compile(r"https?://[\w.-]+\.\w+\S*", re.IGNORECASE)
_ROUNDING = 0.02  # of shares that are written with two decimals


def check_facts(check: EventCheck) -> None:
    """The sheets event, activities, tablets and profile."""
    for sheet, row in check.rows("event"):
        key, value = sheet.value(row, "key").lower(), sheet.value(row, "value")
        if not value:
            continue
        if key in ("charter_address", "continue_address") and not _ADDRESS.fullmatch(value):
            check.say(sheet, row, "value", f'"{value}" is not a web address', "write it whole: https://…")
        elif key == "office_key":
            _key(check, sheet, row, value)
        elif key == "idle_seconds" and value.isdigit() and not LEAST_IDLE <= int(value) <= MOST_IDLE:
            wrong = f"the kiosk waits {LEAST_IDLE} to {MOST_IDLE} seconds, and takes the nearer end"
            check.say(sheet, row, "value", wrong, "write a number between them", ADVICE)
        elif key == "languages":
            _languages(check, sheet, row)
    _activities(check)
    _tablets(check)
    _shares(check)


def _key(check: EventCheck, sheet: Sheet, row: Row, value: str) -> None:
    try:
        PublicKey.parse(value)
    except KioskError:
        wrong = "the office key is not whole: a letter is missing or changed"
        check.say(sheet, row, "value", wrong, "copy it again, with `keys public`")


def _languages(check: EventCheck, sheet: Sheet, row: Row) -> None:
    names = {language.english.lower(): code for code, language in LANGUAGES.items()}
    for code in check.parts.event.languages:
        if code in LANGUAGES:
            continue
        if code not in known_codes():
            near = meant(code, (*LANGUAGES, *names), "write codes with commas, such as en, pa, ur")
            check.say(sheet, row, "value", f'"{code}" is not the code of a language', near)
        else:
            wrong = f"the program's own words are not in {code}: they will be English there"
            check.say(sheet, row, "value", wrong, "give your own in the sheet texts, or leave it out", ADVICE)


def _activities(check: EventCheck) -> None:
    activities = check.parts.activities
    if activities and not any(each.on and each.kind is not ActivityKind.ABOUT for each in activities):
        wrong, do = "there is nothing to choose on the first page", "write yes in the column on"
        check.say(check.book.sheet("activities"), None, "", wrong, do)
    icons = {path.stem for path in asset("icons").glob("*.svg")}
    for sheet, row in check.rows("activities"):
        icon = sheet.value(row, "icon")
        if icon and icon not in icons:
            do = meant(icon, icons, "use park, sign-up, quick, ideas or about, or leave it blank")
            check.say(sheet, row, "icon", f'there is no icon "{icon}"', do)


def _tablets(check: EventCheck) -> None:
    seen: dict[str, int] = {}
    for sheet, row in check.rows("tablets"):
        name = sheet.value(row, "name").casefold()
        if name and name in seen:
            wrong = f"two tablets have this name, the first in row {seen[name]}"
            check.say(sheet, row, "name", wrong, "give each its own")
        seen.setdefault(name, row.number)


def _shares(check: EventCheck) -> None:
    total: dict[str, float] = {}
    for share in check.parts.profile:
        total[share.key] = total.get(share.key, 0.0) + share.share
    for key, whole in total.items():
        if whole > 1 + _ROUNDING:
            wrong = f'the shares of "{key}" add up to {whole:.2f}'
            check.say(check.book.sheet("profile"), None, "share", wrong, "together they are 1 at most")
