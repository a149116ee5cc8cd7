"""Files of data/ and media/: lists that can be read, pictures and recordings of a kind that is shown."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.errors import KioskError
from kiosk.forms.filling.sources import read_source
from kiosk.pack.lint.context import FormContext, meant
from kiosk.pack.staff.sources import PackSource
from kiosk.pack.staff.xlsform import LISTED, Question

_PULLED = re.compile(r"""pulldata\(\s*['"]([^'"]+)['"]\s*,\s*['"]([^'"]+)['"]\s*,\s*['"]([^'"]+)['"]""")
_PARAMETER = re.compile(r"\b(value|label)\s*=\s*([\w-]+)")
_LARGEST = 4 * 2**20  # bytes of a list that a tablet reads while somebody waits
PICTURES = ("png", "jpg", "jpeg", "svg", "webp", "gif", "bmp")
RECORDINGS = ("wav", "mp3", "ogg", "flac")
_BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    "png": (b"\x89PNG",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF8",),
    "wav": (b"RIFF", b"RIFX"),
    "ogg": (b"OggS",),
    "flac": (b"fLaC",),
}


@dataclass(frozen=True)
class List:
    """A data file: its columns and the names of its choices, or why it is not read."""

    columns: tuple[str, ...] = ()
    cells: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wrong: str = ""
    do: str = ""


class Files:
    """The files of a pack, each looked at once however often it is named."""

    def __init__(self, source: PackSource) -> None:
        self._source = source
        self._lists: dict[str, List] = {}
        self._sizes = {each.name: each.size for each in source.attachments}

    def list(self, name: str) -> List:
        if name not in self._lists:
            self._lists[name] = self._read(name)
        return self._lists[name]

    def _read(self, name: str) -> List:
        if self._sizes[f"data/{name}"] > _LARGEST:
            limit = f"{_LARGEST // 2**20} MB"
            return List(wrong=f"{name} is larger than {limit}", do="leave out what no choice needs")
        content = self._source.read(f"data/{name}")
        try:
            rows = read_source(name, content).elements()
            first = content.decode("utf-8-sig").partition("\n")[0].strip("\r")
        except (KioskError, UnicodeDecodeError):
            return List(wrong=f"{name} cannot be read", do="save it as CSV UTF-8 (comma delimited)")
        mark = ";" if first.count(";") > first.count(",") else ","
        columns = tuple(each.strip() for each in next(csv.reader([first], delimiter=mark), []))
        items = [item for root in rows for item in root.elements()]
        cells = {
            each: tuple(item.named(each)[0].text() for item in items if item.named(each)) for each in columns
        }
        return List(columns, cells)

    def beginning(self, name: str) -> bytes:
        """The first bytes of a file of media/."""
        return self._source.read(f"media/{name}", 16)


def check_files(context: FormContext, files: Files) -> None:
    """Every list and every picture and recording that the form names, where it is there."""
    for question in context.questions:
        if question.type in LISTED and f"data/{question.list_name}" in context.files:
            _choices(context, question, files.list(question.list_name))
        for column in ("calculation", "relevant", "constraint", "default"):
            for pulled in _PULLED.findall(context.form.survey.value(question.row, column)):
                _pulled(context, question, column, pulled, files)
    _media(context, files)


def _choices(context: FormContext, question: Question, found: List) -> None:
    name = question.list_name
    if found.wrong:
        context.survey(question, "type", found.wrong, found.do)
        return
    if not name.endswith(".csv"):
        return
    given = dict(_PARAMETER.findall(context.form.survey.value(question.row, "parameters")))
    value, label = given.get("value", "name"), given.get("label", "label")
    if lacking := next((each for each in (value, label) if each not in found.columns), ""):
        do = meant(lacking, found.columns, "call its columns name and label")
        context.survey(question, "type", f'{name} has no column "{lacking}"', do)
        return
    for wrong, do in _odd(found.cells[value]):
        context.survey(question, "type", f"{name}: {wrong}", do)


def _odd(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What is wrong with the names of choices, once each."""
    if not names:
        yield "there are no rows", "add a row for each choice"
    if blank := next((place for place, name in enumerate(names, 2) if not name.strip()), 0):
        yield f"the name in row {blank} is blank", "fill it in, or delete the row"
    if spaced := next((name for name in names if len(name.split()) > 1), ""):
        yield f'the name "{spaced}" has spaces', "write names without them, such as north_gate"
    seen: set[str] = set()
    for name in names:
        if name and name in seen:
            yield f'the name "{name}" is there twice', "give each choice its own"
            return
        seen.add(name)


def _pulled(
    context: FormContext, question: Question, column: str, said: tuple[str, str, str], files: Files
) -> None:
    name, *wanted = said
    file = name if name.endswith(".csv") else f"{name}.csv"
    if f"data/{file}" not in context.files:
        return  # said already
    found = files.list(file)
    if found.wrong:
        context.survey(question, column, found.wrong, found.do)
        return
    for each in wanted:
        if each not in found.columns:
            do = meant(each, found.columns, "its columns are: " + ", ".join(found.columns[:8]))
            context.survey(question, column, f'{file} has no column "{each}"', do)


def _media(context: FormContext, files: Files) -> None:
    for sheet in (context.form.survey, context.form.choices):
        for header in sheet.headers:
            kinds = {"image": PICTURES, "big-image": PICTURES, "audio": RECORDINGS}.get(header.name)
            for row in sheet.filled() if kinds else ():
                name = row.cells[header.index].text if header.index in row.cells else ""
                if kinds and f"media/{name}" in context.files and (fault := _unfit(name, kinds, files)):
                    context.say(sheet, row, header, *fault)


def _unfit(name: str, kinds: tuple[str, ...], files: Files) -> tuple[str, str] | None:
    """Why a file of media/ would not be shown or heard, and what to do."""
    ending = name.rpartition(".")[2].lower()
    if ending not in kinds:
        does = "shows" if kinds is PICTURES else "plays"
        return f'"{name}" is not of a kind that a kiosk {does}', "use one of: " + ", ".join(kinds)
    if ending in _BEGINNINGS and not files.beginning(name).startswith(_BEGINNINGS[ending]):
        return f'"{name}" is not what its name says', f"save it anew as {ending}"
    return None
