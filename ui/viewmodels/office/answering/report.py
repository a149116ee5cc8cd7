"""What we heard: the report on the event that is open here, as a PDF or a web page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.audit import Role
from kiosk.words import language_of
from ui.jobs import Progress
from ui.viewmodels.team.placing import Placed, PlaceModel, Task, Write, unused
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet

if TYPE_CHECKING:
    from exports.report.report import ReportSummary

FORM, LANGUAGE, DONE = "form", "language", "done"
PDF, LARGE, PAGE, OPEN, AGAIN = "pdf", "large", "page", "open", "again"


@dataclass(frozen=True)
class Made:
    """A report that was written, and where."""

    summary: ReportSummary
    placed: Placed


class ReportModel(PlaceModel):
    """Which form, in which language, where to; then what was left out, and the way to read it through."""

    role = Role.STAFF

    def own_begin(self) -> None:
        self._step, self._form = FORM, PDF
        self._made: Made | None = None

    # --- what is shown

    def own_sheet(self) -> Sheet:
        if self._made:
            return self._end(self._made)
        words, event = self.words(), self.room.pack.event
        if self._step == LANGUAGE:
            offered = [Choice(code, language_of(code).offered_as) for code in event.languages]
            return Sheet(words("In which language?"), choices=offered, back=True)
        count = self.room.store.db.execute(
            "SELECT count(*) FROM record WHERE gone % 2 = 0 AND event_id = ?", [event.id]
        ).fetchone()[0]
        return Sheet(
            words("Report: what we heard"),
            words("Counts, themes, ideas, who took part, what we promised, and what we did."),
            choices=[
                Choice(
                    PDF, words("PDF, standard print"), words("14 points, to print and to send"), leads=True
                ),
                Choice(LARGE, words("PDF, large print"), words("18 points and more"), leads=True),
                Choice(PAGE, words("Web page"), words("One file, for any website"), leads=True),
            ],
            rows=[
                Row(words("Event"), event.title.say(words.language, event.default_language)),
                Row(words("Answers that are here"), words.number(count), "" if count else "look"),
                Row(words("Small numbers"), words("Under 10 people, they are hidden"), "fine"),
            ],
        )

    def _end(self, made: Made) -> Sheet:
        words, summary = self.words(), made.summary
        rows = [Row(words("Answers in it"), words.number(summary.answer_sets), "fine")]
        if summary.skipped:
            rows.append(Row(words("Left out: they do not open"), words.number(summary.skipped), "look"))
        if summary.other_keys:
            left = words("Left out: sealed to another key")
            rows.append(Row(left, words.number(summary.other_keys), "look"))
        lines = [
            self.said_of(made.placed),
            words("Read it through before you publish it: people's own words are in it."),
        ]
        ways = [Action(AGAIN, words("Write another one"), "again")]
        if self.room.show_file and not made.placed.out:
            ways.insert(0, Action(OPEN, words("Open it"), "show", "action"))
        else:
            lines.append(words("Open it on a computer, from there."))
        return Sheet(words("The report is written"), "\n".join(lines), rows=rows, actions=ways)

    # --- pressed

    def own_choice(self, name: str) -> None:
        if self._step == FORM:
            self._form, self._step = name, LANGUAGE
            return self.turn()
        return self.ask_where(Task(self.words()("Writing the report"), *self._work(name)))

    def own_act(self, name: str) -> None:
        if name == AGAIN:
            self.own_begin()
            return self.turn()
        made, show = self._made, self.room.show_file
        if name != OPEN or made is None or show is None:
            return None
        file = made.placed.files[0]
        unopened = self.words()("No program here opens it. It is {file}.", file=str(file))
        return self.tell("" if show(file) else unopened)

    def own_back(self) -> None:
        self._step = FORM
        self.turn()

    # --- the work

    def _work(self, language: str) -> tuple[Write, Callable[[Placed], None]]:
        """What writes it, and what is told then: the summary goes from the first to the second."""
        secret, pack, clock, form = self.room.doors.secret, self.room.pack, self.room.clock, self._form
        if secret is None:
            raise KioskError(ErrorCode.DOOR_CLOSED)
        kind: Literal["pdf", "html"] = "html" if form == PAGE else "pdf"
        name = f"report-large-{language}.pdf" if form == LARGE else f"report-{language}.{kind}"
        found: list[ReportSummary] = []

        def write(progress: Progress, folder: Path) -> list[Path]:
            from exports.report.report import write_report  # noqa: PLC0415 - reportlab, only to print

            to, large = unused(folder, name), form == LARGE
            with self.room.store.another() as store:
                found.append(
                    write_report(
                        store, secret, pack, to, kind,
                        language=language, large=large, progress=progress, clock=clock,
                    )
                )  # fmt: skip
            return [to]

        def then(placed: Placed) -> None:
            self._made = Made(found[-1], placed)
            self.turn()

        return write, then
