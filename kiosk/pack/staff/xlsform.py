"""XLSForm as authors write it (xlsform.org): its types, columns and sections, and what the kiosk has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.pack.staff import limits
from kiosk.pack.staff.workbook import Row, Sheet, Workbook

SHEETS = ("survey", "choices", "settings", "external_choices", "osm", "entities")

# Names that pyxform takes for the same column.
SURVEY_ALIASES: Mapping[str, str] = {
    "command": "type",
    "tag": "name",
    "value": "name",
    "caption": "label",
    "relevance": "relevant",
    "bind::relevant": "relevant",
    "bind::constraint": "constraint",
    "bind::required": "required",
    "bind::readonly": "read_only",
    "readonly": "read_only",
    "bind::calculate": "calculation",
    "calculate": "calculation",
    "constraining_message": "constraint_message",
    "bind::jr:constraintmsg": "constraint_message",
    "requiredmsg": "required_message",
    "bind::jr:requiredmsg": "required_message",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "body::appearance": "appearance",
    "control::appearance": "appearance",
}
CHOICES_ALIASES: Mapping[str, str] = {"value": "name", "caption": "label"}
SETTINGS_ALIASES: Mapping[str, str] = {
    "set_form_title": "form_title",
    "title": "form_title",
    "set_form_id": "form_id",
    "id_string": "form_id",
}

# What each type is called in the end; the kiosk has those of SUPPORTED (FORMS.md, "Support").
_SAME: Mapping[str, str] = {
    "string": "text",
    "int": "integer",
    "select1": "select_one",
    "select all that apply": "select_multiple",
    "select all that apply from": "select_multiple",
    "select one from": "select_one",
    "select one": "select_one",
    "select multiple": "select_multiple",
    "select one from file": "select_one_from_file",
    "select multiple from file": "select_multiple_from_file",
    "select one external": "select_one_external",
    "add select one prompt using": "select_one",
    "add select multiple prompt using": "select_multiple",
    "trigger": "acknowledge",
    "photo": "image",
    "location": "geopoint",
    "gps": "geopoint",
    "datetime": "dateTime",
    "date time": "dateTime",
    "imei": "deviceid",
    "device id": "deviceid",
    "subscriber id": "subscriberid",
    "sim id": "simserial",
    "uri:deviceid": "deviceid",
    "phone number": "phonenumber",
    "get phone number": "phonenumber",
    "start time": "start",
    "end time": "end",
    "get start time": "start",
    "get end time": "end",
    "get today": "today",
}
SELECTS = frozenset({"select_one", "select_multiple"})
LISTED = frozenset({"select_one_from_file", "select_multiple_from_file"})  # in a file of data/
FROM_FILE = LISTED | {"select_one_external"}
WITHOUT_PAGE = frozenset({"calculate", "hidden"})
WRITTEN = frozenset({"text", "integer", "decimal", "date", "time", "dateTime"})
SUPPORTED = SELECTS | LISTED | WITHOUT_PAGE | WRITTEN | {"range", "rank", "note", "acknowledge"}
LATER = frozenset({"select_one_external", "image", "audio", "video", "file"})
PHONE_DATA = frozenset(
    {"deviceid", "subscriberid", "simserial", "phonenumber", "username", "email", "audit", "start-geopoint"}
)
MOMENTS = frozenset({"start", "end", "today"})
REFUSED: Mapping[str, str] = {
    "geopoint": "places on a map are not collected: they can point at a home",
    "geotrace": "paths on a map are not collected",
    "geoshape": "areas on a map are not collected",
    "barcode": "the kiosk reads no barcodes",
    "background-audio": "the kiosk never records without being asked",
    "background-geopoint": "the kiosk never records a place",
    "osm": "the kiosk has no map",
    **dict.fromkeys(sorted(PHONE_DATA), "the kiosk keeps nothing about a device or who held it"),
}
WITHOUT_ANSWER = frozenset({"csv-external", "xml-external"})
TYPES = SUPPORTED | LATER | MOMENTS | WITHOUT_ANSWER | frozenset(REFUSED)
STRUCTURE = ("begin_group", "end_group", "begin_repeat", "end_repeat")

_BEGIN_OR_END = re.compile(r"^(begin|end)[\s_]+(group|repeat|loop|lgroup|looped group)\b")
_OR_OTHER = re.compile(r"\s+(or specify other|or_other|or other)$")
_PROMPT = re.compile(r"^(?:add (.+) prompt|q (.+))$")


@dataclass(frozen=True)
class Question:
    """One row of the survey sheet, with the path that pyxform will give it.

    `type` is as in TYPES, or "group" / "repeat"; what is no type at all stays as written.
    `repeat` is the path of the innermost repeat around it.
    """

    row: Row
    path: str
    name: str
    type: str
    written: str
    list_name: str = ""
    or_other: bool = False
    ends: bool = False
    repeat: str = ""

    @property
    def is_section(self) -> bool:
        return self.type in ("group", "repeat")


@dataclass(frozen=True)
class XlsForm:
    """The sheets of one XLSForm, columns by their first names."""

    file: str
    book: Workbook
    survey: Sheet
    choices: Sheet
    settings: Sheet

    @property
    def default_language(self) -> str:
        return self.setting("default_language")

    def setting(self, name: str) -> str:
        row = next(self.settings.filled(), None)
        return self.settings.value(row, name) if row else ""

    @property
    def root(self) -> str:
        """The name of the instance's root node, as pyxform chooses it."""
        return self.setting("name") or "data"

    def questions(self) -> Iterator[Question]:
        """Every row that has a type, sections included; ends of sections have `ends`.

        KioskError(PACK_TOO_LARGE) where sections lie too deep in each other.
        """
        open_sections: list[tuple[str, bool]] = []
        for row in self.survey.filled():
            written = self.survey.value(row, "type")
            if not written or self.survey.value(row, "disabled").lower() in ("yes", "true", "true()"):
                continue
            name = self.survey.value(row, "name") or _name_without(written)
            section = _BEGIN_OR_END.match(written)
            above = "/".join(["", self.root, *(section_name for section_name, _ in open_sections)])
            repeat = self._innermost_repeat(open_sections)
            if section and section[1] == "end":
                if open_sections:
                    open_sections.pop()
                yield Question(row, above, name, _section_type(section[2]), written, ends=True)
            elif section:
                kind = _section_type(section[2])
                yield Question(row, f"{above}/{name}", name, kind, written, repeat=repeat)
                open_sections.append((name, kind == "repeat"))
                if len(open_sections) > limits.DEEPEST_SECTIONS:
                    raise limits.too_large(self.file, f"{limits.DEEPEST_SECTIONS} sections in each other")
            else:
                kind, list_name, other = parse_type(written)
                yield Question(row, f"{above}/{name}", name, kind, written, list_name, other, repeat=repeat)

    def _innermost_repeat(self, open_sections: list[tuple[str, bool]]) -> str:
        for depth in range(len(open_sections), 0, -1):
            if open_sections[depth - 1][1]:
                return "/".join(["", self.root, *(name for name, _ in open_sections[:depth])])
        return ""


def xlsform(book: Workbook) -> XlsForm:
    """The XLSForm in a workbook; one sheet alone, whatever its name, is the survey."""
    survey = book.sheet("survey")
    if not survey.headers and len(book.names) == 1 and book.sheets:
        survey = next(iter(book.sheets.values()))
    return XlsForm(
        book.file,
        book,
        survey.renamed(SURVEY_ALIASES),
        book.sheet("choices").renamed(CHOICES_ALIASES),
        book.sheet("settings").renamed(SETTINGS_ALIASES),
    )


def has_page(kind: str, appearance: str) -> bool:
    """Whether the kiosk can ask a question of this type: of pictures, those that are drawn with a finger."""
    drawn = kind == "image" and not {"draw", "signature"}.isdisjoint(appearance.split())
    return drawn or kind in SUPPORTED


def parse_type(written: str) -> tuple[str, str, bool]:
    """A type as written, taken apart: its name in TYPES, its choice list, whether "or_other" follows."""
    text, replaced = _OR_OTHER.subn("", " ".join(written.split()))
    if whole := _plain(text):
        return whole, "", bool(replaced)
    head, _, list_name = text.rpartition(" ")
    kind = _plain(head)
    if kind and (kind in SELECTS | FROM_FILE or kind in ("rank", "osm")):
        return kind, list_name, bool(replaced)
    return text, "", bool(replaced)


def _plain(text: str) -> str:
    if prompt := _PROMPT.match(text):
        text = prompt[1] or prompt[2]
    spaced = text.replace("_", " ")
    for form in (text, text.lower(), spaced.replace(" ", "_"), spaced.replace(" ", "-")):
        if form in TYPES:
            return form
    return _SAME.get(text.lower(), _SAME.get(spaced.lower(), ""))


def _section_type(written: str) -> str:
    return "group" if written == "group" else "repeat"


def _name_without(written: str) -> str:
    """The name pyxform gives to what may go without one."""
    return "audit" if written.strip() == "audit" else ""
