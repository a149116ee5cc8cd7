"""The recovery sheet: its letters to copy by hand, or a PDF to print. The passphrase is asked for first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.office import keyring
from kiosk.sync.stick import told
from ui.jobs import Progress
from ui.viewmodels.office.care.keys.part import KeyPart
from ui.viewmodels.team.placing import unused
from ui.viewmodels.team.sheet import Action, Field, Row, Sheet

RECOVERY, LETTERS, TO = "recovery", "letters", "sheet-to"
PDF, ASKED = "pdf", "asked"


class RecoveryPart(KeyPart):
    """The letters are kept here only while they are shown."""

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        self._letters: tuple[str, ...] = ()

    def forget(self) -> None:
        self._letters = ()
        if self.page.step in (LETTERS, TO):
            self.page.step = "key"

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {RECOVERY: self._ask, LETTERS: self._show, TO: self._where}

    def _ask(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Recovery sheet"),
            words("It opens the key when the passphrase is lost. Whoever has it can read every answer."),
            fields=[Field(ASKED, words("Passphrase"), hidden=True)],
            back=True,
            forward=words("Show the letters"),
            forward_icon="key",
        )

    def _show(self) -> Sheet:
        words = self.words
        return Sheet(
            words("In case the passphrase is lost"),
            words("Copy these letters by hand, or print them. Lock the paper away."),
            rows=[
                Row(words("Line {number}", number=at), line) for at, line in enumerate(self._letters, start=1)
            ],
            actions=[Action(PDF, words("Print them"), "print")],
            back=True,
        )

    def _where(self) -> Sheet:
        words = self.words
        return self.page.where(
            words("Where to?"),
            words("It is written as a PDF. Print it, then delete the file."),
            back=True,
        )

    def acted(self, name: str) -> None:
        if name == PDF:
            self.page.ask_place(self, TO)

    def back(self) -> None:
        self.page.to(LETTERS if self.page.step == TO else "key")

    def forward(self) -> None:
        page, store, clock, key = self.page, self.page.room.store, self.page.room.clock, self.page.key
        passphrase = page.written(ASKED)

        def work(_progress: Progress) -> tuple[str, ...]:
            with store.another() as own:
                return keyring.show_letters(own, key, passphrase, clock)

        def shown(letters: Any) -> None:
            if page.on_screen:
                self._letters = letters
                page.to(LETTERS)

        page.work(self.words("Opening the key"), work, shown, stoppable=False)

    def picked(self) -> None:
        page, letters, key = self.page, self._letters, self.page.key
        if not letters:  # the desk has locked meanwhile
            return page.to("key")
        where, close, language = page.opener(), page.closer(), self.words.language

        def work(_progress: Progress) -> str:
            from exports.paper.recovery import recovery_sheet  # noqa: PLC0415 - the PDF kit, with the sheet

            content = recovery_sheet(letters, key, language)
            to = where()
            with told(to):
                path = unused(to, f"recovery-{key[:8]}.pdf")
                path.write_bytes(content)
            close()
            return str(path)

        def printed(path: Any) -> None:
            told_of = self.words("It is in {file}. Print it, then delete the file.", file=path)
            page.to(LETTERS if self._letters else "key", told_of)

        return page.work(self.words("Drawing it"), work, printed, stoppable=False)
