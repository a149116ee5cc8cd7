"""A key brought back: by typing the letters of its recovery sheet line by line, or from a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kiosk.errors import ErrorCode, KioskError
from kiosk.office import keyring
from kiosk.storage.sealed.keys import SecretKey
from kiosk.storage.sealed.recovery import LINES, from_lines, read_letters, read_line
from ui.jobs import Progress
from ui.viewmodels.office.care.keys.part import KeyPart
from ui.viewmodels.office.care.stepped import FIRST
from ui.viewmodels.team.passphrase import fields, refused, strength_rows
from ui.viewmodels.team.sheet import Action, Field, Sheet

RESTORE, LINE, CHOOSE, FROM, OPEN = "restore", "line", "choose", "key-from", "key-opens"
TYPED, CHOSEN, AGAIN, ASKED = "typed", "chosen", "again", "asked"
MOST = 64 * 1024  # bytes of a key file


class RestorePart(KeyPart):
    """Nothing is kept here until the whole key is right and has a passphrase."""

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        self.forget()

    def forget(self) -> None:
        self._lines: list[bytes] = []
        self._secret: SecretKey | None = None
        self._file = b""
        self._name = ""
        if self.page.step in (LINE, CHOOSE, OPEN):
            self.page.step = FIRST

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {
            RESTORE: self._how,
            LINE: self._line,
            CHOOSE: self._choose,
            FROM: self._where,
            OPEN: self._open,
        }

    # --- what is shown

    def _how(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Bring a key back"),
            words("From its recovery sheet, or from a copy of its file."),
            actions=[
                Action(LINE, words("Type the letters of the sheet"), "keyboard", "action"),
                Action(FROM, words("From a file"), "folder"),
            ],
            back=True,
        )

    def _line(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Line {number} of {count}", number=len(self._lines) + 1, count=LINES),
            words("Six groups of three. Spaces and small letters do not matter."),
            fields=[Field(TYPED, words("The letters of this line"))],
            back=True,
            forward=words("Continue"),
        )

    def _choose(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Choose a passphrase"),
            words("The key is whole. From now on, this passphrase opens it here."),
            fields=fields(CHOSEN, AGAIN, words),
            rows=strength_rows(self.page.written(CHOSEN), words),
            back=True,
            forward=words("Bring it back"),
            forward_icon="key",
        )

    def _where(self) -> Sheet:
        words = self.words
        return self.page.where(
            words("Where is the key file?"),
            words("A file ends in .key; one of the letters in .txt."),
            back=True,
        )

    def _open(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Bring a key back"),
            self._name,
            fields=[Field(ASKED, words("The passphrase of this key"), hidden=True)],
            back=True,
            forward=words("Bring it back"),
            forward_icon="key",
        )

    # --- pressed

    def acted(self, name: str) -> None:
        if name == LINE:
            self._lines = []
            self.page.to(LINE)
        elif name == FROM:
            self.page.ask_place(self, FROM)

    def back(self) -> None:
        if self.page.step == LINE and self._lines:
            self._lines.pop()
            return self.page.to(LINE)
        return self.page.to(FIRST if self.page.step == RESTORE else RESTORE)

    def forward(self) -> None:
        if self.page.step == LINE:
            return self._take_line()
        return self._keep() if self.page.step == CHOOSE else self._keep_file()

    def _take_line(self) -> None:
        self._lines.append(read_line(len(self._lines), self.page.written(TYPED)))
        if len(self._lines) < LINES:
            return self.page.to(LINE)
        try:
            self._secret = from_lines(b"".join(self._lines))
        finally:
            self._lines = []
        return self.page.to(CHOOSE)

    def picked(self) -> None:
        page = self.page
        if page.drive is not None:
            return page.work(
                self.words("One moment."), lambda _progress: page.opener()(), self._into, stoppable=False
            )
        path = page.at or Path()
        if path.is_dir():
            page.browser.at = path
            return page.to("folder")
        try:
            content = path.read_bytes()[:MOST]
        except OSError as fault:
            raise KioskError(ErrorCode.KEY_UNREADABLE, path=path.name) from fault
        self._name = path.name
        if content.lstrip().startswith(b"{"):
            self._file = content
            return page.to(OPEN)
        self._secret = read_letters(content.decode("utf-8", "replace"))
        return page.to(CHOOSE)

    def _into(self, root: Any) -> None:
        self.page.browser.at = root
        self.page.to("folder")

    # --- kept

    def _keep(self) -> None:
        page, secret = self.page, self._secret
        chosen, again = page.written(CHOSEN), page.written(AGAIN)
        if secret is None:
            return page.to(RESTORE)
        if why := refused(chosen, again, self.words):
            page.typed.pop(AGAIN, None)
            return page.tell(why)
        store, clock = page.room.store, page.room.clock

        def work(_progress: Progress) -> str:
            with store.another() as own:
                keyring.restore(own, secret, chosen, clock)
            return secret.fingerprint

        return page.work(self.words("Bringing it back"), work, self._kept, stoppable=False)

    def _keep_file(self) -> None:
        page, content, name, passphrase = self.page, self._file, self._name, self.page.written(ASKED)
        store, clock = page.room.store, page.room.clock

        def work(_progress: Progress) -> str:
            with store.another() as own:
                return keyring.restore_file(own, content, passphrase, name, clock).fingerprint

        page.work(self.words("Bringing it back"), work, self._kept, stoppable=False)

    def _kept(self, fingerprint: Any) -> None:
        self._secret, self._file = None, b""
        self.page.key = fingerprint
        self.page.to("key", self.words("The key is here, and opens with its passphrase."))
