"""Ways that replies leave the office: a workbook of their own, an event's workbook, a page to publish."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.clock import today
from kiosk.office.drafts import Drafts, in_use
from kiosk.words import language_of
from ui.jobs import Progress
from ui.viewmodels.office.answering.page import Page
from ui.viewmodels.team.places import Browser
from ui.viewmodels.team.placing import Placed, Task, unused
from ui.viewmodels.team.sheet import Action, Choice, Sheet

if TYPE_CHECKING:
    from ui.viewmodels.office.answering.replies import RepliesModel

ALL, OPEN, UP, DRAFT = "all", "open", "up", "draft:"


def workbook(desk: RepliesModel) -> Task:
    """A workbook with the replies alone, as `reply FILE.xlsx` reads it."""
    found, event_id = desk.for_workbook(), desk.room.pack.event.id

    def write(_progress: Progress, folder: Path) -> list[Path]:
        from kiosk.pack.editing.replies import new_book  # noqa: PLC0415 - openpyxl, only here

        path = unused(folder, f"replies-{event_id}.xlsx")
        new_book(path, found, event_id)
        return [path]

    return Task(desk.words()("Writing the workbook"), write, lambda placed: desk.home(desk.said_of(placed)))


class PublishPage(Page):
    """The replies as a page for a website, a file for each language."""

    def sheet(self) -> Sheet:
        words, languages = self.words, self.desk.room.pack.event.languages
        offered = [Choice(code, language_of(code).offered_as) for code in languages]
        if len(languages) > 1:
            offered.insert(0, Choice(ALL, words("All of them"), words("A file for each language")))
        line = words("One file, for any website. No reference is in it.")
        return Sheet(words("In which language?"), line, choices=offered, back=True)

    def chose(self, name: str) -> None:
        desk, room = self.desk, self.desk.room
        languages = room.pack.event.languages if name == ALL else (name,)
        day = today(room.clock)

        def write(progress: Progress, folder: Path) -> list[Path]:
            from exports.replies_page import write_replies_page  # noqa: PLC0415 - the report's kit

            made = []
            with room.store.another() as store:
                for done, language in enumerate(languages):
                    progress(done, len(languages))
                    made.append(unused(folder, f"replies-{language}.html"))
                    write_replies_page(store, room.pack, made[-1], day, language)
            return made

        def then(placed: Placed) -> None:
            desk.home(desk.said_of(placed))

        desk.ask_where(Task(self.words("Writing the page"), write, then))


class PackPage(Page):
    """Into which event's workbook: a draft's that is here, or any other's."""

    def begin(self) -> None:
        home = self.desk.room.home
        self._drafts = Drafts(home, in_use(home))
        self._browser: Browser | None = None
        self.desk.sticks.look()

    def sheet(self) -> Sheet:
        words, browser = self.words, self._browser
        if browser is not None:
            ways = [Action(UP, words("One folder up"), "up")] if browser.at.parent != browser.at else []
            choices = [*self.desk.sticks.choices(), *browser.choices()]
            return Sheet(words("Which workbook?"), str(browser.at), choices=choices, actions=ways, back=True)
        lines = [
            words("Each reply goes into the sheet replies. All else in the workbook stays as it is."),
            words("References that were kept on earlier days cannot be read, so they are not in it."),
        ]
        if not self._drafts.here():
            lines.append(words("To have an event here, make a copy of one in the section The event."))
        here = [Choice(DRAFT + one.name, one.name, "event.xlsx") for one in self._drafts.here()]
        other = Action(OPEN, words("Another workbook"), "folder")
        return Sheet(words("Into which event?"), "\n".join(lines), choices=here, actions=[other], back=True)

    def tick(self) -> None:
        if self._browser is not None and self.desk.sticks.look():
            self.desk.refresh()

    def back(self) -> None:
        if self._browser is None:
            return self.desk.home()
        self._browser = None
        return self.desk.turn()

    def acted(self, name: str) -> None:
        if name == OPEN:
            self._browser = Browser(files=(".xlsx",))
        elif name == UP and self._browser:
            self._browser.up()
        self.desk.turn()

    def chose(self, name: str) -> None:
        desk = self.desk
        if self._browser is None:
            draft = next((one for one in self._drafts.here() if name == DRAFT + one.name), None)
            return self._put(draft.event_file) if draft else None
        drive = desk.sticks.drive(name)
        if drive is not None:
            return desk.open_drive(drive, self._into)
        file = self._browser.go(name)
        if file is None:
            return desk.turn()
        if not self._drafts.may_edit(file.parent):
            return desk.tell(
                self.words("The stall runs on that one. Work on a copy, in the section The event.")
            )
        return self._put(file)

    def _into(self, root: Path) -> None:
        if self._browser is not None:
            self._browser.at = root
        self.desk.turn()

    def _put(self, path: Path) -> None:
        desk, found = self.desk, self.desk.for_workbook()
        event_id, words = desk.room.pack.event.id, self.words

        def work(_progress: Progress) -> tuple[int, int]:
            from kiosk.pack.editing.replies import put_replies  # noqa: PLC0415 - openpyxl, only here

            return put_replies(path, found, event_id)

        def then(done: tuple[int, int]) -> None:
            new, changed = done
            said = words(
                "In {file}: {new} new, {changed} changed, {same} as before.",
                file=path.name,
                new=new,
                changed=changed,
                same=len(found) - new - changed,
            )
            desk.home(said)

        desk.work(words("Writing the workbook"), work, then)
