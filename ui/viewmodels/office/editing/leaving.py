"""Ways out of the editor: the draft as a pack to carry, or as the pack of this tablet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kiosk.office.drafts import carry
from kiosk.pack.editing.event import key
from kiosk.storage import audit
from kiosk.storage.audit import Act
from kiosk.team.drives import Drive
from kiosk.team.setting_up import keep, load
from kiosk.team.stall import State, must_rest, set_stall
from ui.jobs import Progress
from ui.viewmodels.office.editing.page import Page
from ui.viewmodels.team.places import UP, USE, Browser
from ui.viewmodels.team.sheet import Action, Sheet

OTHER = "other"


class CarryPage(Page):
    """Which stick, or which folder."""

    def begin(self) -> None:
        self._browser: Browser | None = None
        self.editor.sticks.look()

    def sheet(self) -> Sheet:
        words, sticks, browser = self.words, self.editor.sticks, self._browser
        if browser is None:
            line = words("Put in a stick, and press its name.")
            if not sticks.here:
                line += "\n" + words("No stick is in yet. It appears here by itself.")
            ways = [Action(OTHER, words("Another folder"), "folder")]
            return Sheet(words("Where to?"), line, choices=sticks.choices(), actions=ways, back=True)
        return browser.sheet(words("Which folder?"), words)

    def tick(self) -> None:
        if self._browser is None and self.editor.sticks.look():
            self.editor.refresh()

    def back(self) -> bool:
        inside, self._browser = self._browser is not None, None
        return inside

    def chose(self, name: str) -> None:
        if self._browser is not None:
            self._browser.go(name)
            return self.editor.turn()
        drive = self.editor.sticks.drive(name)
        if drive is None:
            return self.editor.tell(self.words("That stick is out again."))
        if drive.read_only:
            return self.editor.tell(
                self.words(
                    "{name} is locked. Slide the lock on its side, or use another stick.", name=drive.name
                )
            )
        return self._write(drive, Path())

    def acted(self, name: str) -> None:
        if name == USE and self._browser is not None:
            return self._write(None, self._browser.at)
        if name == UP and self._browser is not None:
            self._browser.up()
        elif name == OTHER:
            self._browser = Browser()
        return self.editor.turn()

    def _write(self, drive: Drive | None, folder: Path) -> None:
        drives, draft = self.editor.drives, self.draft

        def work(progress: Progress) -> Path:
            return carry(draft, drives.mount(drive) if drive else folder, progress)

        def done(path: Path) -> None:
            place = drive.name if drive else str(path.parent)
            self.editor.home(self.words("{file} is on {place}.", file=path.name, place=place))

        self.editor.work(self.words("Writing and checking"), work, done)


class ExcelPage(Page):
    """Where the draft lies, for those who know Excel or LibreOffice."""

    def sheet(self) -> Sheet:
        words = self.words
        return Sheet(
            words("Work on it in Excel"),
            words("Open event.xlsx, or a questionnaire in forms, and save it there.")
            + "\n"
            + words("What you save is seen here at once. While it is open there, nothing is written here.")
            + f"\n{self.draft.folder}",
            back=True,
        )


class UsePage(Page):
    """The last look before the draft becomes the pack of this tablet."""

    def begin(self) -> None:
        self.editor.see()

    def sheet(self) -> Sheet:
        words, seen = self.words, self.editor.seen
        if seen is None:
            return Sheet(words("Use it on this tablet?"), back=True)
        heading, practice = words("Use it on this tablet?"), self.editor.room.pack.practice
        if seen.mistakes:
            line = words.plural(
                "{count} thing to put right first", "{count} things to put right first", len(seen.mistakes)
            )
            return Sheet(heading, line, back=True)
        if not practice and not seen.office_key and not self._same:
            line = words("It has no office key, so it is only practice. Ask whoever keeps the keys.")
            return Sheet(heading, line, back=True)
        what = (
            words("Next you set up this tablet for it.")
            if practice
            else words("The window closes and opens again with it. Answers that are here stay here.")
        )
        return Sheet(
            heading,
            what + "\n" + words("Other tablets need the pack on a stick."),
            back=True,
            forward=words("Yes, use it"),
            forward_icon="tick",
        )

    @property
    def _same(self) -> bool:
        """Whether the draft is of the event that is open here: then it may have its key."""
        seen = self.editor.seen
        return seen is not None and seen.event_id == self.editor.room.pack.event.id

    def forward(self) -> None:
        editor, room = self.editor, self.editor.room
        if not room.pack.practice:
            must_rest(room.store.db, room.pack.event.id)
            if editor.seen and not editor.seen.office_key:
                own = room.pack.event.office_key
                return editor.change(lambda book: key("office_key").put(book, own), then=self._lay)
        return self._lay()

    def _lay(self) -> None:
        drafts, draft = self.editor.drafts, self.draft
        self.editor.work(
            self.words("Looking through the pack"), lambda _progress: drafts.lay(draft), self._laid
        )

    def _laid(self, path: Path) -> None:
        """A real tablet opens it; practice has a tablet to set up first."""
        editor, room = self.editor, self.editor.room
        if room.pack.practice:
            keep(room.home, replace(load(room.home), pack=str(path), tablet=""))
            return editor.sectionAsked.emit("set-up")
        if not self._same and editor.seen:  # nobody has opened a stall of it yet
            set_stall(room.store, room.clock, editor.seen.event_id, State.CLOSED, room.role)
        with room.store.write() as db:
            audit.note(db, room.clock, room.role, Act.PACK_USED, subject=path.name.rpartition("-")[2])
        editor.drafts.switch(path)
        return room.reopen()
