"""The event sheet of event.xlsx: keys and values read into the Event."""

from kiosk.pack.model import Event, Text
from kiosk.pack.staff import sheets
from kiosk.pack.staff.languages import language_code
from kiosk.pack.staff.rows import SheetReader
from kiosk.pack.staff.workbook import Row, Sheet


class EventSheet:
    """Its rows by key. Reading it tells `reader` the event's default language."""

    def __init__(self, reader: SheetReader) -> None:
        self._reader = reader
        self._rows: dict[str, tuple[Sheet, Row]] = {}
        for sheet, row in reader.rows("event"):
            self._rows.setdefault(sheet.value(row, "key").lower(), (sheet, row))

    def event(self) -> Event:
        """The event; what is missing or wrong is reported and left at its default."""
        usual = Event("", Text())
        codes = self._languages()
        default = language_code(self._said("default_language")) if self._said("default_language") else ""
        default = default or next(iter(codes), "en")
        self._reader.default_language = default
        self._need_keys()
        return Event(
            id=self._said("event_id"),
            title=self._text("title"),
            organiser=self._text("organiser"),
            venue=self._text("venue"),
            date=self._said("date"),
            languages=tuple(codes) or (default,),
            default_language=default,
            charter_address=self._said("charter_address"),
            continue_address=self._said("continue_address"),
            urgent_help=self._text("urgent_help"),
            read_within_days=self._number("read_within_days", usual.read_within_days),
            youth_worker=self._text("youth_worker"),
            sign_up_min_age=self._number("sign_up_min_age", usual.sign_up_min_age),
            idle_seconds=self._number("idle_seconds", usual.idle_seconds),
            keep_partial=self._switch("keep_partial"),
            voice_answers=self._switch("voice_answers"),
            live_question=self._said("live_question"),
            resident_questions=self._switch("resident_questions", usual=usual.resident_questions),
            unchecked_sign_up=self._switch("unchecked_sign_up", usual=usual.unchecked_sign_up),
            retention_days=self._number("retention_days", usual.retention_days),
            office_key="".join(self._said("office_key").split()),
        )

    def _languages(self) -> list[str]:
        written = self._said("languages").replace(";", ",").replace("\n", ",").split(",")
        return list(dict.fromkeys(language_code(part) for part in written if part.strip()))

    def _said(self, key: str) -> str:
        if key not in self._rows:
            return ""
        sheet, row = self._rows[key]
        return sheet.value(row, "value")

    def _text(self, key: str) -> Text:
        if key not in self._rows:
            return Text()
        sheet, row = self._rows[key]
        return sheet.text(row, "value", self._reader.default_language)

    def _need_keys(self) -> None:
        for key in sheets.NEEDED_KEYS:
            if not self._text(key):
                sheet, row = self._rows.get(key, (self._reader.sheet("event"), None))
                self._reader.wrong(sheet, row, "", f"{key} is missing", sheets.EVENT_KEYS[key])

    def _number(self, key: str, usual: int) -> int:
        written = self._said(key)
        least, most = sheets.WHOLE_NUMBERS[key]
        if not written:
            return usual
        if written.isascii() and written.isdigit() and len(written) < 9 and least <= int(written) <= most:
            return int(written)
        sheet, row = self._rows[key]
        do = f"write a whole number from {least} to {most}, or leave it blank"
        self._reader.wrong(sheet, row, "value", f'{key} is "{written}"', do)
        return usual

    def _switch(self, key: str, *, usual: bool = False) -> bool:
        if key not in self._rows:
            return usual
        sheet, row = self._rows[key]
        if key == "keep_partial" and sheet.value(row, "value").lower() == "sealed":
            return True
        return self._reader.yes_no(sheet, row, "value", default=usual)
