"""Print: things for the wall and the table, written as PDFs to a stick or a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.pack.model import ActivityKind
from kiosk.sync.stick import told
from kiosk.team.drives import Drive
from kiosk.words import language_of
from ui.backroom import BackRoom
from ui.jobs import Progress
from ui.messages import message
from ui.session.drives import Drives
from ui.viewmodels.team.places import Browser, Sticks
from ui.viewmodels.team.sheet import Action, Choice, Sheet, SheetModel, WordsNow

WHAT, LANGUAGE, WHERE, FOLDER, WORKING = "what", "language", "where", "folder", "working"
POSTER, CARD, CHARTER, CARDS, FORM = "poster", "card", "charter", "cards", "form:"
OTHER, USE, UP, STOP = "other", "use", "up", "stop"

Drawn = Callable[[], bytes]


class PrintModel(SheetModel):
    """What, in which language, and where to; then a file that any printer prints."""

    def __init__(self, room: BackRoom, words: WordsNow, drives: Drives | None = None) -> None:
        super().__init__(room, words)
        self._drives = drives or Drives()
        self.sticks = Sticks(self._drives, words)
        self._begin()

    def _begin(self) -> None:
        self._step, self._what = WHAT, ""
        self._language = self.room.pack.event.default_language
        self._browser = Browser()

    def enter(self) -> None:
        if not self.room.jobs.busy:
            self._begin()
        super().enter()

    def tick(self) -> None:
        if self._step == WHERE and self.sticks.look():
            self.refresh()

    # --- what is shown

    def _things(self) -> list[Choice]:
        words, pack = self.words(), self.room.pack
        things = [
            Choice(POSTER, words("Poster"), words("For the wall")),
            Choice(CARD, words("Table card"), words("It is folded, and stands")),
            Choice(CARDS, words("Cards for references"), words("Eight on a page, to write on by hand")),
            Choice(CHARTER, words("Our charter"), words("To take away")),
        ]
        for one in pack.activities:
            if one.on and one.kind not in (ActivityKind.IDEAS, ActivityKind.ABOUT):
                title = one.title.say(words.language, pack.event.default_language)
                things.append(Choice(FORM + one.id, title, words("Paper form")))
        return things

    def sheet(self) -> Sheet:
        words = self.words()
        if self._step == LANGUAGE:
            offered = [Choice(c, language_of(c).offered_as) for c in self.room.pack.event.languages]
            return Sheet(words("In which language?"), choices=offered, back=True)
        if self._step == WHERE:
            text = words("Put in a stick, and press its name.")
            if not self.sticks.here:
                text += "\n" + words("No stick is in yet. It appears here by itself.")
            ways = [Action(OTHER, words("Another folder"), "folder")]
            return Sheet(words("Where to?"), text, choices=self.sticks.choices(), actions=ways, back=True)
        if self._step == FOLDER:
            ways = [Action(USE, words("Use this folder"), "tick", "action")]
            if self._browser.at.parent != self._browser.at:
                ways.append(Action(UP, words("One folder up"), "up"))
            at = str(self._browser.at)
            return Sheet(words("Which folder?"), at, choices=self._browser.choices(), actions=ways, back=True)
        if self._step == WORKING:
            return Sheet(words("Drawing it"), words("One moment, please."))
        return Sheet(
            words("Print"),
            words("The page is written as a PDF, which any printer prints."),
            choices=self._things(),
        )

    # --- pressed

    def chose(self, name: str) -> None:
        if self._step == WHAT:
            self._what = name
            return self._to(LANGUAGE)
        if self._step == LANGUAGE:
            self._language = name
            self.sticks.look()
            return self._to(WHERE)
        if self._step == FOLDER:
            self._browser.go(name)
            return self.turn()
        drive = self.sticks.drive(name)
        if drive is None:
            return self.tell(self.words()("That stick is out again."))
        return self._draw(drive)

    def acted(self, name: str) -> None:
        if name == USE:
            return self._draw(None)
        if name == UP:
            self._browser.up()
            return self.turn()
        return self._to(FOLDER)

    def went_back(self) -> None:
        self._to({LANGUAGE: WHAT, WHERE: LANGUAGE, FOLDER: WHERE}.get(self._step, WHAT))

    def _to(self, step: str) -> None:
        self._step, self.notice = step, ""
        self.turn()

    # --- the work

    def _draw(self, drive: Drive | None) -> None:
        if self.room.jobs.busy:
            return
        drawn, folder, drives = self._drawing(), self._browser.at, self._drives
        name = f"{self._what.replace(':', '-')}-{self._language}"

        def work(_progress: Progress) -> tuple[Path, Drive | None]:
            to = drives.mount(drive) if drive else folder
            content = drawn()
            with told(to):
                path = _unused(to, name)
                path.write_bytes(content)
            if drive:
                drives.let_go(drive)
            return path, drive

        job = self.room.jobs.run(work)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        self._to(WORKING)

    def _drawing(self) -> Drawn:
        """What draws it. Its imports are heavy, so they come with the work."""
        pack, language, what = self.room.pack, self._language, self._what

        def drawn() -> bytes:
            from exports.paper.card import table_card  # noqa: PLC0415 - the PDF kit, once it is needed
            from exports.paper.charter import charter_sheet  # noqa: PLC0415
            from exports.paper.form import paper_form  # noqa: PLC0415
            from exports.paper.poster import poster  # noqa: PLC0415
            from exports.paper.slips import blank_cards  # noqa: PLC0415

            if what == POSTER:
                return poster(pack, language)
            if what == CARD:
                return table_card(pack, language)
            if what == CARDS:
                return blank_cards(pack, language)
            if what == CHARTER:
                return charter_sheet(pack, language)
            return paper_form(pack, [pack.activity(what.removeprefix(FORM))], language)

        return drawn

    def _finished(self, made: tuple[Path, Drive | None]) -> None:
        path, drive = made
        words = self.words()
        self._step = WHAT
        where = drive.name if drive else str(path.parent)
        self.tell(words("{file} is on {place}. It is safe to take out.", file=path.name, place=where))

    def _failed(self, fault: object) -> None:
        words = self.words()
        self._step = WHERE
        self.sticks.look()
        self.tell(message(fault, words) if isinstance(fault, KioskError) else words("That did not work."))


def _unused(folder: Path, name: str) -> Path:
    """A name that is free there: nothing is overwritten."""
    path, again = folder / f"{name}.pdf", 2
    while path.exists():
        path, again = folder / f"{name}-{again}.pdf", again + 1
    return path
