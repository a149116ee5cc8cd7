"""The office key: the pack's own, a key file that is brought, or one that is made here, with its letters."""

from __future__ import annotations

from pathlib import Path

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.library import open_pack
from kiosk.storage.sealed.keyfile import keep_key, keys_here, public_of
from kiosk.storage.sealed.keys import PublicKey, SecretKey
from kiosk.storage.sealed.recovery import letters
from kiosk.sync.stick import told
from kiosk.team.setting_up import HERE, make_office_key
from ui.jobs import Progress
from ui.viewmodels.team.passphrase import choosing, refused
from ui.viewmodels.team.setting_up.step import Step
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet

FIRST, SECOND = "passphrase", "again"
MAKE, LETTERS, SHEET, BRING, NONE = "make", "letters", "sheet", "bring", "none"
PDF, UP, OTHER = "pdf", "up", "other"


class KeyStep(Step):
    """Asks only what the pack and the choice of the office leave open."""

    name = "key"

    def begin(self) -> None:
        self._secret: SecretKey | None = None
        self.wizard.browser.at = Path.home()
        self._page = self._first_page()

    def forget(self) -> None:
        self._secret = None

    def _first_page(self) -> str:
        carried, here = bool(self.wizard.real.event.office_key), self.wizard.state.where == HERE
        if not carried:
            return MAKE if here else NONE
        return BRING

    def needed(self) -> bool:
        """Not where the office keeps the key, nor where it lies here already."""
        text = self.wizard.real.event.office_key
        if not self.wizard.state.pack or not text:
            return True
        lies_here = {path.stem for path in keys_here(self.wizard.home)}
        return self.wizard.state.where == HERE and PublicKey.parse(text).fingerprint not in lies_here

    # --- what is shown

    def sheet(self) -> Sheet:
        pages = {MAKE: self._make, LETTERS: self._letters, SHEET: self._where_to, BRING: self._bring}
        return pages[self._page]() if self._page in pages else self._none()

    def _none(self) -> Sheet:
        words = self.words
        return Sheet(
            words("This pack has no office key"),
            words("Answers would be sealed to nobody. Ask the office for the pack with its key in it.")
            + "\n"
            + words("Or go back, and choose to read answers on this device."),
            back=True,
        )

    def _make(self) -> Sheet:
        return choosing(FIRST, SECOND, self.wizard.typed.get(FIRST, ""), self.words)

    def _letters(self) -> Sheet:
        words = self.words
        lines = letters(self._secret) if self._secret else ()
        return Sheet(
            words("In case the passphrase is lost"),
            words("Copy these letters by hand, or print them. Lock the paper away."),
            rows=[Row(words("Line {number}", number=at), line) for at, line in enumerate(lines, start=1)],
            actions=[Action(PDF, words("Print them"), "print")],
            tail=words("Whoever has them can read every answer. They are not shown again."),
            forward=words("I have them"),
            forward_icon="done",
        )

    def _where_to(self) -> Sheet:
        words, sticks = self.words, self.wizard.sticks
        return Sheet(
            words("Where to?"),
            words("Put in a stick, and press its name."),
            choices=sticks.choices(),
            back=True,
        )

    def _bring(self) -> Sheet:
        words, browser = self.words, self.wizard.browser
        ways = [Action(UP, words("One folder up"), "up")] if browser.at.parent != browser.at else []
        folders = browser.choices()
        files = [Choice(path.name, path.name) for path in sorted(browser.at.glob("*.key"))]
        return Sheet(
            words("Where is the key file?"),
            words("This device will be the office, so the event's key has to lie here.") + f"\n{browser.at}",
            choices=[*files, *self.wizard.sticks.choices(), *folders],
            actions=ways,
            back=True,
        )

    # --- pressed

    def tick(self) -> None:
        if self._page in (SHEET, BRING) and self.wizard.sticks.look():
            self.wizard.refresh()

    def typed_in(self, field_id: str) -> None:
        self.wizard.refresh()

    def acted(self, name: str) -> None:
        if name == PDF:
            self._page = SHEET
            self.wizard.sticks.look()
        elif name == UP:
            self.wizard.browser.up()
        self.wizard.turn()

    def chose(self, name: str) -> None:
        wizard = self.wizard
        drive = wizard.sticks.drive(name)
        if self._page == SHEET:
            if drive is None:
                return wizard.tell(self.words("That stick is out again."))
            secret = self._secret
            assert secret is not None

            def work(_progress: Progress) -> str:
                return str(_write_sheet(wizard.drives.mount(drive), secret, wizard.words().language))

            return wizard.work(self.words("Drawing it"), work, self._printed)
        if drive is not None:
            return wizard.open_drive(drive, self._into)
        file = wizard.browser.go(name)
        return self._take(file) if file else wizard.turn()

    def _into(self, root: Path) -> None:
        self.wizard.browser.at = root
        self.wizard.turn()

    def _printed(self, file: str) -> None:
        self._page = LETTERS
        self.wizard.tell(self.words("It is in {file}. Print it, then delete the file.", file=file))

    def forward(self) -> None:
        if self._page == LETTERS:
            self._secret = None
            return self.wizard.done()
        return self._make_it()

    def back(self) -> bool:
        inside = self._page == SHEET
        if inside:
            self._page = LETTERS
        return inside

    def _make_it(self) -> None:
        typed, wizard = dict(self.wizard.typed), self.wizard
        first, second = typed.get(FIRST, ""), typed.get(SECOND, "")
        wizard.typed.clear()
        if why := refused(first, second, self.words):
            return wizard.tell(why)
        home, pack, clock = wizard.home, Path(wizard.state.pack), wizard.room.clock
        if not pack.is_dir():
            raise KioskError(ErrorCode.PACK_UNREADABLE, path=pack.name, reason="event.xlsx")

        def work(_progress: Progress) -> SecretKey:
            return make_office_key(home, pack, first, clock)

        return wizard.work(self.words("Making the key"), work, self._made)

    def _made(self, secret: SecretKey) -> None:
        self._secret = secret
        self.wizard.pack = open_pack(Path(self.wizard.state.pack), self.wizard.home.packs)
        self._page = LETTERS
        self.wizard.tell("")

    def _take(self, file: Path) -> None:
        """Bring the key file, when it is this event's."""
        with told(file):
            content = file.read_bytes()
        wanted = PublicKey.parse(self.wizard.real.event.office_key).fingerprint
        if public_of(content, file).fingerprint != wanted:
            return self.wizard.tell(self.words("That is the key of another event."))
        keep_key(self.wizard.home, content)
        return self.wizard.done()


def _write_sheet(root: Path, secret: SecretKey, language: str) -> Path:
    from exports.paper.recovery import recovery_sheet  # noqa: PLC0415 - the PDF kit, once it is needed

    content = recovery_sheet(letters(secret), secret.fingerprint, language)
    path = root / f"recovery-{secret.fingerprint[:8]}.pdf"
    with told(root):
        path.write_bytes(content)
    return path
