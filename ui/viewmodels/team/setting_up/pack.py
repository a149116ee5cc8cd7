"""Where the answers are read, and the event's pack with what `check` finds in it."""

from __future__ import annotations

from pathlib import Path

from kiosk.pack.check import check_pack
from kiosk.pack.findings import Finding, Severity
from kiosk.pack.library import open_pack
from kiosk.pack.model import Pack
from kiosk.team.setting_up import HERE, OFFICE, adopt
from ui.jobs import Progress
from ui.viewmodels.team.setting_up.step import Step
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet

OTHER, USE, UP, AGAIN = "other", "use", "up", "again"
STICK, FOLDER, FOUND = "stick", "folder", "found"
MOST = 12  # findings that are listed; the rest is for `check`


class WhereStep(Step):
    """Whether this device alone is the office too, and what protection that costs."""

    name = "where"

    def settled(self) -> bool:
        return bool(self.wizard.state.where)

    def sheet(self) -> Sheet:
        words, now = self.words, self.wizard.state.where
        return Sheet(
            words("Where will answers be read?"),
            choices=[
                Choice(
                    OFFICE,
                    words("In an office"),
                    words("This tablet cannot read what people say. If it is stolen, nobody can."),
                    now == OFFICE,
                ),
                Choice(
                    HERE,
                    words("On this device"),
                    words("Simple for a small group. Whoever has it and the passphrase can read all."),
                    now == HERE,
                ),
            ],
        )

    def chose(self, name: str) -> None:
        self.settle(where=name)


class PackStep(Step):
    """A drive, a folder or a zip; then what is wrong with it, kindly."""

    name = "pack"

    def begin(self) -> None:
        self._page = STICK
        self._findings: tuple[Finding, ...] = ()
        self.wizard.sticks.look()

    def settled(self) -> bool:
        return bool(self.wizard.state.pack)

    def tick(self) -> None:
        if self._page == STICK and self.wizard.sticks.look():
            self.wizard.refresh()

    def sheet(self) -> Sheet:
        return {STICK: self._stick, FOLDER: self._folder, FOUND: self._found}[self._page]()

    def _stick(self) -> Sheet:
        words, sticks = self.words, self.wizard.sticks
        text = words("The pack is a folder or a zip that staff made. Put in the stick that holds it.")
        return Sheet(
            words("Choose the event's pack"),
            text if sticks.here else text + "\n" + words("No stick is in yet. It appears here by itself."),
            choices=sticks.choices(),
            actions=[Action(OTHER, words("On this machine"), "folder")],
            back=True,
        )

    def _folder(self) -> Sheet:
        words, browser = self.words, self.wizard.browser
        ways = [Action(USE, words("This folder is the pack"), "tick", "action")]
        if browser.at.parent != browser.at:
            ways.append(Action(UP, words("One folder up"), "up"))
        return Sheet(
            words("Choose the event's pack"),
            str(browser.at),
            choices=browser.choices(),
            actions=ways if not _is_pack(browser.at) else ways[:1],
            back=True,
        )

    def _found(self) -> Sheet:
        words = self.words
        mistakes = [one for one in self._findings if one.severity is Severity.MISTAKE]
        rows = [Row(_where(one), f"{one.wrong}: {one.do}", "look") for one in mistakes[:MOST]]
        if len(mistakes) > MOST:
            rows.append(Row(words("And more"), str(len(mistakes) - MOST)))
        return Sheet(
            words.plural(
                "{count} thing to put right first", "{count} things to put right first", len(mistakes)
            ),
            words("Staff can mend this in Excel. Then bring the pack again."),
            rows=rows,
            actions=[Action(AGAIN, words("Choose another pack"), "again")],
            back=True,
        )

    def chose(self, name: str) -> None:
        wizard = self.wizard
        if self._page == STICK:
            drive = wizard.sticks.drive(name)
            if drive is None:
                return wizard.tell(self.words("That stick is out again."))
            return wizard.open_drive(drive, self._into)
        file = wizard.browser.go(name)
        return self._check(file) if file else wizard.turn()

    def _into(self, root: Path) -> None:
        self.wizard.browser.at = root
        self._page = FOLDER
        self.wizard.turn()

    def acted(self, name: str) -> None:
        browser = self.wizard.browser
        if name == USE:
            return self._check(browser.at)
        if name == UP:
            browser.up()
        else:
            self._page = FOLDER if name == OTHER else STICK
        return self.wizard.turn()

    def back(self) -> bool:
        inside, self._page = self._page != STICK, STICK
        return inside

    def _check(self, path: Path) -> None:
        home = self.wizard.home

        def work(_progress: Progress) -> tuple[tuple[Finding, ...], Path | None, Pack | None]:
            findings = check_pack(path)
            if any(one.severity is Severity.MISTAKE for one in findings):
                return findings, None, None
            copy = adopt(home, path)
            return findings, copy, open_pack(copy, home.packs)

        self.wizard.work(self.words("Looking through the pack"), work, self._checked)

    def _checked(self, outcome: tuple[tuple[Finding, ...], Path | None, Pack | None]) -> None:
        self._findings, copy, self.wizard.pack = outcome
        if copy is None:
            self._page = FOUND
            return self.wizard.turn()
        return self.settle(pack=str(copy), tablet="")


def _is_pack(folder: Path) -> bool:
    return (folder / "event.xlsx").is_file()


def _where(finding: Finding) -> str:
    row = f"{finding.row}" if finding.row else ""
    return " · ".join(part for part in (finding.file, finding.sheet, row, finding.column) if part)
