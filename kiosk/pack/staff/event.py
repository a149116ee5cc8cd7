"""event.xlsx read into the model; what does not fit is reported, not guessed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.pack.findings import Report
from kiosk.pack.model import (
    Activity,
    ActivityKind,
    Consent,
    Event,
    ProfileShare,
    Promise,
    Reply,
    Rung,
    StarterIdea,
    Text,
)
from kiosk.pack.staff import sheets
from kiosk.pack.staff.event_sheet import EventSheet
from kiosk.pack.staff.replies import read_replies
from kiosk.pack.staff.rows import SheetReader, suggestion
from kiosk.pack.staff.workbook import Row, Sheet, Workbook


@dataclass(frozen=True)
class EventParts:
    """All that event.xlsx says."""

    event: Event
    activities: tuple[Activity, ...]
    promises: tuple[Promise, ...]
    consents: tuple[Consent, ...]
    replies: tuple[Reply, ...]
    ideas: tuple[StarterIdea, ...]
    profile: tuple[ProfileShare, ...]
    tablets: tuple[str, ...]
    texts: Mapping[str, Text]
    text_recordings: Mapping[str, Text]
    checked: Mapping[str, str]


def read_event(book: Workbook, form_ids: Mapping[str, str], report: Report) -> EventParts:
    """The parts of an event; `form_ids` has every form's id by each name an author may call it.

    Mistakes go into `report`; what is wrong is left at its default, so that all of them are found at once.
    """
    reader = _Reader(book, form_ids, report)
    event = EventSheet(reader).event()
    return EventParts(
        event,
        reader.activities(),
        reader.promises(),
        reader.consents(),
        read_replies(reader),
        reader.ideas(),
        reader.profile(),
        tuple(reader.value(sheet, row, "name") for sheet, row in reader.rows("tablets")),
        reader.texts("text"),
        reader.texts("recording"),
        reader.checked(),
    )


class _Reader(SheetReader):
    """Reads sheet after sheet."""

    def __init__(self, book: Workbook, form_ids: Mapping[str, str], report: Report) -> None:
        super().__init__(book, report)
        self._form_ids = form_ids

    def activities(self) -> tuple[Activity, ...]:
        found: list[Activity] = []
        for sheet, row in self.rows("activities"):
            kind = ActivityKind(self.one_of(sheet, row, "kind", sheets.KINDS, "questions"))
            written = sheet.value(row, "form")
            form_id = self._form_ids.get(written.lower().removeprefix("forms/"), "")
            if written and not form_id:
                near = suggestion(written, self._form_ids)
                do = f'did you mean "{near}"?' if near else "put the form into the folder forms"
                self.wrong(sheet, row, "form", f'there is no form "{written}"', do)
            elif not written and kind is not ActivityKind.IDEAS:
                self.wrong(sheet, row, "form", "no form is named", "name a file of the folder forms")
            identity = self.value(sheet, row, "id")
            if identity in [other.id for other in found]:
                self.wrong(sheet, row, "id", f'the id "{identity}" is used twice', "give each its own id")
            found.append(
                Activity(
                    identity,
                    kind,
                    self.text(sheet, row, "title"),
                    self.text(sheet, row, "summary"),
                    sheet.value(row, "icon"),
                    form_id,
                    self.yes_no(sheet, row, "on", default=True),
                )
            )
        return tuple(found)

    def promises(self) -> tuple[Promise, ...]:
        return tuple(self._promise(sheet, row) for sheet, row in self.rows("promises"))

    def _promise(self, sheet: Sheet, row: Row) -> Promise:
        parts = {part: self.text(sheet, row, part) for part in sheets.PROMISE_PARTS}
        written = self.value(sheet, row, "rung").lower()
        if written and written not in sheets.RUNGS:
            near = suggestion(written, sheets.RUNGS)
            do = (
                f'did you mean "{near}"?' if near else "use one of: " + ", ".join(rung.value for rung in Rung)
            )
            self.wrong(sheet, row, "rung", f'"{written}" is not a rung', do)
        rung = sheets.RUNGS.get(written, Rung.INFORM)
        decide = self.yes_no(sheet, row, "residents_decide", default=False)
        said = [rung.value, str(decide)]
        for part, text in parts.items():
            said += [f"{part}/{code}={words}" for code, words in sorted(text.words.items())]
        return Promise(
            activity=self.value(sheet, row, "activity"),
            rung=rung,
            can_change=parts["can_change"],
            cannot_change=parts["cannot_change"],
            who_decides=parts["who_decides"],
            residents_decide=decide,
            by_when=parts["by_when"],
            next_steps=_steps(parts["next_steps"]),
            version=hashlib.sha256("\n".join(said).encode()).hexdigest()[:8],
        )

    def consents(self) -> tuple[Consent, ...]:
        return tuple(
            Consent(
                self.value(sheet, row, "id"),
                self.text(sheet, row, "words"),
                self.value(sheet, row, "organisation"),
                self.one_of(sheet, row, "basis", sheets.BASES, "consent"),
                self.one_of(sheet, row, "channel", sheets.CHANNELS, ""),
                sheet.value(row, "keep_until"),
                self.text(sheet, row, "notice_short"),
                self.text(sheet, row, "notice_full"),
            )
            for sheet, row in self.rows("consents")
        )

    def ideas(self) -> tuple[StarterIdea, ...]:
        return tuple(
            StarterIdea(
                self.value(sheet, row, "id"),
                self.text(sheet, row, "text"),
                self.one_of(sheet, row, "status", sheets.IDEA_STATUSES, "shown"),
            )
            for sheet, row in self.rows("ideas")
        )

    def profile(self) -> tuple[ProfileShare, ...]:
        return tuple(
            ProfileShare(
                self.value(sheet, row, "key"),
                self.value(sheet, row, "bucket"),
                self.text(sheet, row, "label"),
                self._share(sheet, row),
            )
            for sheet, row in self.rows("profile")
        )

    def texts(self, column: str) -> Mapping[str, Text]:
        """The cells of `column` by the text of the program that they stand for."""
        found: dict[str, Text] = {}
        for sheet, row in self.rows("texts"):
            key = " ".join(self.value(sheet, row, "key").split())
            if key != sheets.ALL_WORDS and (text := sheet.text(row, column, self.default_language)):
                found.setdefault(key, text)
        return found

    def checked(self) -> Mapping[str, str]:
        """Who checked all words of a language, and when, by its code."""
        found: dict[str, str] = {}
        for sheet, row in self.rows("texts"):
            if sheet.value(row, "key") == sheets.ALL_WORDS:
                days = sheet.text(row, "checked_on", self.default_language)
                for code, who in sheet.text(row, "checked_by", self.default_language).words.items():
                    found[code] = f"{who}, {days.words[code]}" if code in days.words else who
        return found

    def _share(self, sheet: Sheet, row: Row) -> float:
        written = self.value(sheet, row, "share")
        try:
            share = float(written.removesuffix("%")) / (100 if written.endswith("%") else 1)
        except ValueError:
            share = -1.0
        if written and not 0 <= share <= 1:
            self.wrong(sheet, row, "share", f'the share is "{written}"', "write a share from 0 to 1, or a %")
        return share if 0 <= share <= 1 else 0.0


def _steps(written: Text) -> tuple[Text, ...]:
    """One step a line, in each language; a language with fewer lines has fewer steps."""
    lines = {
        code: [line.strip(" •-") for line in words.splitlines() if line.strip()]
        for code, words in written.words.items()
    }
    most = max((len(steps) for steps in lines.values()), default=0)
    return tuple(
        Text({code: steps[index] for code, steps in lines.items() if index < len(steps)})
        for index in range(most)
    )
