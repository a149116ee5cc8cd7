"""The forms of a draft: which are ours, what each asks, and how one of ours is saved, made or copied."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.editing.book import must_be_closed, write_whole
from kiosk.pack.editing.draft import FORMS, Draft
from kiosk.pack.editing.questions import names
from kiosk.pack.editing.questions.mark import Maker, maker
from kiosk.pack.editing.questions.model import Questionnaire
from kiosk.pack.editing.questions.read import Reading, read
from kiosk.pack.editing.questions.write import write
from kiosk.pack.staff import limits


@dataclass(frozen=True)
class FormFile:
    """A form as it lay there when it was read. `sha256` is that of its bytes."""

    path: Path
    maker: Maker
    reading: Reading
    sha256: str

    @property
    def ours(self) -> bool:
        """Whether the editor may change it: we wrote it, and nobody has since."""
        return self.maker is Maker.US and not self.reading.beyond

    @property
    def form(self) -> Questionnaire:
        return self.reading.form


def makers(draft: Draft) -> dict[Path, Maker]:
    """Who wrote each form of the draft. A file that cannot be opened is nobody's of ours."""
    return {path: _maker(path) for path in draft.form_files()}


def _maker(path: Path) -> Maker:
    try:
        return maker(_bytes(path), path.name)
    except KioskError:
        return Maker.OTHERS


def open_form(path: Path) -> FormFile:
    """Read it. KioskError: PACK_NOT_FOUND, PACK_UNREADABLE, PACK_TOO_LARGE, PACK_UNSAFE."""
    data = _bytes(path)
    return FormFile(path, maker(data, path.name), read(data, path.name), hashlib.sha256(data).hexdigest())


def save_form(file: FormFile, form: Questionnaire) -> FormFile:
    """Write one of ours anew; its version rises by one where anything changed.

    KioskError: WORKBOOK_OPEN, WORKBOOK_CHANGED where it is not what was read, and those of the disk. The file
    is then as it was.
    """
    must_be_closed(file.path)
    if not file.ours or hashlib.sha256(_bytes(file.path)).hexdigest() != file.sha256:
        raise KioskError(ErrorCode.WORKBOOK_CHANGED, path=file.path.name)
    if form == file.form:
        return file
    return _written(file.path, replace(form, version=file.form.version + 1))


def begin_form(draft: Draft, title: str, languages: tuple[str, ...]) -> Questionnaire:
    """A questionnaire without questions, its form_id unlike those of the draft; nothing is written yet."""
    return Questionnaire(names.form_name(title, _names(draft)), title, languages, version=0)


def new_form(draft: Draft, form: Questionnaire) -> FormFile:
    """Write a questionnaire for the first time, into a file of its own name. KioskErrors of the disk."""
    (draft.folder / FORMS).mkdir(exist_ok=True)
    identity = names.form_name(form.form_id, _names(draft))
    return _written(draft.folder / FORMS / f"{identity}.xlsx", replace(form, form_id=identity, version=1))


def copy_form(draft: Draft, file: FormFile) -> FormFile:
    """A copy of an Excel's form that is ours; the form itself stays as it is.

    Not for what has anything beyond the editor (ValueError). KioskErrors of the disk.
    """
    if file.reading.beyond:
        raise ValueError("only Excel can change all of this form")
    return new_form(draft, file.form)


def _written(path: Path, form: Questionnaire) -> FormFile:
    data = write(form)
    write_whole(path, data)
    return FormFile(path, Maker.US, Reading(form, ()), hashlib.sha256(data).hexdigest())


def _names(draft: Draft) -> set[str]:
    return {path.stem for path in draft.form_files()}


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limits.LARGEST_WORKBOOK + 1)
    except FileNotFoundError as fault:
        raise KioskError(ErrorCode.PACK_NOT_FOUND, path=path.name) from fault
    except OSError as fault:
        raise limits.unreadable(path.name, fault.strerror or "it cannot be read") from fault
