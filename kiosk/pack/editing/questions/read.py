"""An XLSForm read into the editor's questions, and all of it that the editor does not know."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from kiosk.pack.editing.questions.appearance import kind_of
from kiosk.pack.editing.questions.model import (
    FACES,
    LISTED,
    OPEN_ENDED,
    SINGLE,
    Kind,
    Option,
    Question,
    Questionnaire,
    When,
)
from kiosk.pack.editing.questions.rules import read_constraint, read_relevant
from kiosk.pack.model import Text
from kiosk.pack.staff import sheets
from kiosk.pack.staff.excel import read_workbook
from kiosk.pack.staff.languages import language_code
from kiosk.pack.staff.workbook import Header, Row, Sheet
from kiosk.pack.staff.xlsform import SHEETS, XlsForm, parse_type, xlsform

_WORDS = frozenset({"label", "hint", "constraint_message"})
_RULES = frozenset({"required", "relevant", "constraint", "appearance", "kiosk::role"})
_SURVEY = frozenset({"type", "name", "audio"}) | _WORDS | _RULES
_CHOICES = frozenset(["list_name", "name", "label", "image", "audio"])
_SETTINGS = frozenset(["form_title", "form_id", "version", "default_language"])
_LONG = 10  # digits of a version that is no count any more


@dataclass(frozen=True)
class Beyond:
    """Something that only Excel can change: where it stands, as Excel counts, and what it says."""

    sheet: str
    row: int
    column: str
    said: str


@dataclass(frozen=True)
class Reading:
    """What the editor makes of a form. Where `beyond` is empty, that is all of it."""

    form: Questionnaire
    beyond: tuple[Beyond, ...]


def read(data: bytes, name: str) -> Reading:
    """The form in a workbook's bytes. KioskError: PACK_UNREADABLE, PACK_TOO_LARGE, PACK_UNSAFE."""
    return read_form(xlsform(read_workbook(data, name, SHEETS)))


def read_form(form: XlsForm) -> Reading:
    return _Reader(form).reading()


class _Reader:
    """Row after row; what it cannot take is noted, and left out of the question."""

    def __init__(self, form: XlsForm) -> None:
        self._form = form
        self._default = _default_language(form)
        self._beyond: list[Beyond] = []
        self._asked: list[Question] = []
        self._used: set[str] = set()

    def reading(self) -> Reading:
        form = self._form
        for row in form.survey.filled():
            self._row(row)
        self._lists()
        for row in form.settings.filled():
            self._strangers(form.settings, row, _SETTINGS)
        for name in ("external_choices", "osm", "entities"):
            if form.book.sheet(name).rows:
                self._beyond.append(Beyond(name, 0, "", ""))
        identity = form.setting("form_id") or PurePosixPath(form.file).stem
        title, version = form.setting("form_title") or identity, form.setting("version")
        number = int(version) if version.isascii() and version.isdigit() and len(version) < _LONG else 1
        languages = _languages(form, self._default)
        made = Questionnaire(identity, title, languages, tuple(self._asked), number)
        return Reading(made, tuple(self._beyond))

    # --- one question

    def _row(self, row: Row) -> None:
        survey = self._form.survey
        self._strangers(survey, row, _SURVEY)
        written, name = survey.value(row, "type"), survey.value(row, "name")
        role, look = survey.value(row, "kiosk::role"), survey.value(row, "appearance")
        _, list_name, other = parse_type(written)
        rows = [one for one in self._form.choices.filled() if self._in_list(one, list_name)]
        names = tuple(self._form.choices.value(one, "name") for one in rows)
        kind = kind_of(written, look, role, names)
        if kind is None or not name or self._known(name) or not _whole(kind, names):
            known_type = name and kind_of(written, "", "", names)
            return self._note(survey, row, "appearance" if known_type and look else "type")
        self._used.add(list_name)
        least, most = self._bounds(row, kind)
        self._asked.append(
            Question(
                name=name,
                kind=kind,
                label=self._text(survey, row, "label"),
                hint=self._text(survey, row, "hint"),
                required=self._required(row),
                options=tuple(self._option(one) for one in rows),
                other=other and kind in OPEN_ENDED,
                quick=self._quick(row, kind),
                least=least,
                most=most,
                message=self._text(survey, row, "constraint_message"),
                when=self._when(row),
                role=role,
                recordings=survey.text(row, "audio", self._default),
            )
        )
        return None

    def _known(self, name: str) -> bool:
        return any(one.name == name for one in self._asked)

    def _required(self, row: Row) -> bool:
        written = self._form.survey.value(row, "required").lower()
        if written and written not in sheets.YES | sheets.NO:
            self._note(self._form.survey, row, "required")
        return written in sheets.YES

    def _quick(self, row: Row, kind: Kind) -> bool:
        quick = "quick" in self._form.survey.value(row, "appearance").split()
        if quick and kind not in SINGLE:
            self._note(self._form.survey, row, "appearance")
        return quick and kind in SINGLE

    def _bounds(self, row: Row, kind: Kind) -> tuple[int | None, int | None]:
        written = self._form.survey.value(row, "constraint")
        found = read_constraint(written) if kind is Kind.NUMBER or not written else None
        if found is None:
            self._note(self._form.survey, row, "constraint")
        return found or (None, None)

    def _when(self, row: Row) -> When | None:
        written = self._form.survey.value(row, "relevant")
        rule = read_relevant(written, tuple(self._asked)) if written else None
        if written and rule is None:
            self._note(self._form.survey, row, "relevant")
        return rule

    # --- choices

    def _in_list(self, row: Row, name: str) -> bool:
        return name != "" and self._form.choices.value(row, "list_name") == name

    def _option(self, row: Row) -> Option:
        choices = self._form.choices
        return Option(
            choices.value(row, "name"),
            self._text(choices, row, "label"),
            choices.value(row, "image"),
            choices.text(row, "audio", self._default),
        )

    def _lists(self) -> None:
        """Columns that choices have besides, and lists that no question took."""
        choices = self._form.choices
        for row in choices.filled():
            self._strangers(choices, row, _CHOICES)
            if choices.value(row, "list_name") not in self._used:
                self._note(choices, row, "list_name")

    # --- what is noted

    def _text(self, sheet: Sheet, row: Row, column: str) -> Text:
        """Words, unless they repeat an answer: `${often}`."""
        for header in sheet.columns(column):
            if header.index in row.cells and "${" in row.cells[header.index].text:
                self._at(sheet, row, header)
        return sheet.text(row, column, self._default)

    def _strangers(self, sheet: Sheet, row: Row, known: frozenset[str]) -> None:
        for header in sheet.headers:
            if header.name not in known and header.index in row.cells:
                self._at(sheet, row, header)

    def _at(self, sheet: Sheet, row: Row, header: Header) -> None:
        self._beyond.append(Beyond(sheet.name, row.number, header.place, row.cells[header.index].text))

    def _note(self, sheet: Sheet, row: Row, column: str) -> None:
        self._beyond.append(Beyond(sheet.name, row.number, sheet.place(column), sheet.value(row, column)))


def _whole(kind: Kind, names: tuple[str, ...]) -> bool:
    """Whether a question has the choices that its kind needs, each with a name of its own."""
    if kind not in LISTED:
        return True
    count = len(names) in FACES if kind is Kind.SMILEYS else bool(names)
    return count and all(names) and len(set(names)) == len(names)


def _default_language(form: XlsForm) -> str:
    """The language of columns that name none: the form's own, or that of its first words."""
    if form.default_language:
        return language_code(form.default_language)
    return next((header.language for header in form.survey.columns("label") if header.language), "en")


def _languages(form: XlsForm, default: str) -> tuple[str, ...]:
    found = [header.language or default for header in form.survey.columns("label")]
    return tuple(dict.fromkeys((default, *found)))
