"""Print: things for the wall and the table, written as PDFs to a stick or a folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from exports.paper.wanted import A3, A4, CARD, CHARTER, PAPER, POSTER, SLIP, Wanted, draw, on_paper
from exports.sheets.whole import write_whole
from kiosk.clock import today
from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.model import ActivityKind
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.sealed.keys import SecretKey
from kiosk.storage.sealed.recovery import letters
from kiosk.storage.sealed.reference import grouped, parse
from kiosk.words import language_of
from ui.jobs import Progress
from ui.viewmodels.team.placing import Placed, PlaceModel, Task, Write, unused
from ui.viewmodels.team.sheet import Action, Choice, Field, Row, Sheet

WHAT, HOW, LANGUAGE = "what", "how", "language"
CARDS, RECOVERY, FORM, ALL = "cards", "recovery", "form:", "all"
STANDARD, LARGE, EIGHT, ROLL, LAST_OUT = "standard", "large", "eight", "roll", "last-out"
TIME, REFERENCE = "time", "reference"


class PrintModel(PlaceModel):
    """What, how, in which language, and where to; then files that any printer prints."""

    def own_begin(self) -> None:
        self._step, self._what = WHAT, ""
        self._wanted = Wanted("")

    # --- what is shown

    def own_sheet(self) -> Sheet:
        if self._step == HOW:
            ways = {POSTER: self._poster, SLIP: self._slips}
            return ways.get(self._wanted.what, self._letters)()
        if self._step == LANGUAGE:
            return self._languages()
        words = self.words()
        line = words("The page is written as a PDF, which any printer prints.")
        things = [replace(one, leads=True) for one in self.things()]
        return Sheet(words("Print"), line, choices=things)

    def things(self) -> list[Choice]:
        """All that can be printed; the key's recovery sheet only while staff are in."""
        words, pack = self.words(), self.room.pack
        found = [
            Choice(POSTER, words("Poster"), words("For the wall")),
            Choice(CARD, words("Table card"), words("It is folded, and stands")),
            Choice(SLIP, words("Slips with a reference"), words("For people who want theirs on paper")),
            Choice(CARDS, words("Cards for references"), words("Eight on a page, to write on by hand")),
            Choice(CHARTER, words("Our charter"), words("To take away")),
            Choice(PAPER, words("All paper forms"), words("In one file")),
        ]
        for one in on_paper(pack):
            if one.on and one.kind is not ActivityKind.ABOUT:
                title = one.title.say(words.language, pack.event.default_language)
                found.append(Choice(FORM + one.id, title, words("Paper form")))
        if self.room.doors.admits(Role.STAFF) and self.room.doors.secret:
            found.append(Choice(RECOVERY, words("Recovery sheet of the key"), words("To lock away")))
        return found

    def _poster(self) -> Sheet:
        words, wanted = self.words(), self._wanted
        return Sheet(
            words("Poster"),
            words("How large is the paper?"),
            fields=[Field(TIME, words("Time, for instance 10 am to 3 pm"))],
            choices=[
                Choice(A4, words("A4, as for letters"), chosen=wanted.size == A4),
                Choice(A3, words("A3, twice as large"), chosen=wanted.size == A3),
            ],
            back=True,
            forward=words("Continue"),
        )

    def _letters(self) -> Sheet:
        words, wanted = self.words(), self._wanted
        return Sheet(
            words("How large are the letters?"),
            choices=[
                Choice(STANDARD, words("Standard print"), words("14 points"), not wanted.large),
                Choice(LARGE, words("Large print"), words("18 points and more"), wanted.large),
            ],
            back=True,
            forward=words("Continue"),
        )

    def _slips(self) -> Sheet:
        words, wanted = self.words(), self._wanted
        rows = [Row(words("Reference"), grouped(reference)) for reference in wanted.references]
        taking = [Action(LAST_OUT, words("Take the last one out"), "again")] if rows else []
        return Sheet(
            words("Slips with a reference"),
            words("Type a reference, then Done. One slip is made for each."),
            fields=[Field(REFERENCE, words("Reference"), "reference")],
            rows=rows,
            choices=[
                Choice(EIGHT, words("A4 page"), words("Eight slips, to cut up"), not wanted.roll),
                Choice(ROLL, words("Roll of paper"), words("80 mm wide, as in a till"), wanted.roll),
            ],
            actions=taking,
            tail=words("The references are kept nowhere but in the file that you print."),
            back=True,
            forward=words("Continue") if rows or self.written(REFERENCE) else "",
        )

    def _languages(self) -> Sheet:
        words, languages = self.words(), self.room.pack.event.languages
        offered = [Choice(code, language_of(code).offered_as) for code in languages]
        if len(languages) > 1:
            offered.insert(0, Choice(ALL, words("All of them"), words("A file for each language")))
        return Sheet(words("In which language?"), choices=offered, back=True)

    # --- pressed

    def own_choice(self, name: str) -> None:
        if self._step == WHAT:
            return self._picked(name)
        if self._step == LANGUAGE:
            return self._language(name)
        sizes = {A4: {"size": A4}, A3: {"size": A3}, STANDARD: {"large": False}, LARGE: {"large": True}}
        ways = {**sizes, EIGHT: {"roll": False}, ROLL: {"roll": True}}
        self._wanted = replace(self._wanted, **ways.get(name, {}))  # type: ignore[arg-type]
        return self.refresh()

    def _picked(self, name: str) -> None:
        self._what = name
        what, _, form = name.partition(":")
        kinds = {CARDS: SLIP, FORM.rstrip(":"): PAPER}
        self._wanted = Wanted(kinds.get(what, what), activities=(form,) if form else ())
        self._to(LANGUAGE if name in (CARD, CARDS, RECOVERY) else HOW)

    def own_act(self, name: str) -> None:
        if name == LAST_OUT:
            self._wanted = replace(self._wanted, references=self._wanted.references[:-1])
            self.turn()

    def typed_in(self, field_id: str) -> None:
        if field_id == REFERENCE and self._step == HOW and self.written(REFERENCE):
            self._take_reference()
            self.turn()

    def _take_reference(self) -> None:
        """What was typed becomes one more slip. REFERENCE_WRONG."""
        reference = parse(self.written(REFERENCE))
        self.typed.pop(REFERENCE, None)
        self.notice = ""
        if reference not in self._wanted.references:
            self._wanted = replace(self._wanted, references=(*self._wanted.references, reference))

    def went_on(self) -> None:
        if self._step != HOW:
            return
        if self._wanted.what == SLIP and self.written(REFERENCE):
            self._take_reference()
        self._wanted = replace(self._wanted, time=self.written(TIME).strip())
        self._to(LANGUAGE)

    def own_back(self) -> None:
        had = HOW if self._what not in (CARD, CARDS, RECOVERY) else WHAT
        self._to(had if self._step == LANGUAGE else WHAT)

    def _to(self, step: str) -> None:
        self._step, self.notice = step, ""
        if step == WHAT:
            self.typed.clear()
        self.turn()

    # --- the work

    def _language(self, name: str) -> None:
        languages = self.room.pack.event.languages if name == ALL else (name,)
        label, write = self.words()("Drawing it"), self.writing(languages)
        self.ask_where(Task(label, write, self._printed))

    def writing(self, languages: Sequence[str]) -> Write:
        """What draws it in these languages. DOOR_CLOSED for a key's sheet while no staff are in."""
        if self._what == RECOVERY:
            self.room.doors.require(Role.STAFF)
            secret = self.room.doors.secret
            if secret is None:
                raise KioskError(ErrorCode.DOOR_CLOSED)
            return lambda _progress, folder: self._recovery(secret, languages, folder)
        pack, wanted, day = self.room.pack, self._wanted, today(self.room.clock)

        def write(progress: Progress, folder: Path) -> list[Path]:
            made = []
            for done, language in enumerate(languages):
                progress(done, len(languages))
                one = replace(wanted, language=language)
                content = draw(pack, one, day)
                made.append(unused(folder, f"{one.name}.pdf"))
                write_whole(made[-1], content)
            return made

        return write

    def _recovery(self, secret: SecretKey, languages: Sequence[str], folder: Path) -> list[Path]:
        from exports.paper.recovery import recovery_sheet  # noqa: PLC0415 - the PDF kit, once it is needed

        made = []
        for language in languages:
            content = recovery_sheet(letters(secret), secret.fingerprint, language)
            made.append(unused(folder, f"recovery-{secret.fingerprint[:8]}-{language}.pdf"))
            write_whole(made[-1], content, private=True)
        with self.room.store.another() as store, store.write() as db:
            audit.note(db, self.room.clock, Role.STAFF, Act.RECOVERY_SHOWN, subject=secret.fingerprint)
        return made

    def _printed(self, placed: Placed) -> None:
        words, said = self.words(), self.said_of(placed)
        if self._what == RECOVERY:
            warned = words("Whoever has it can read every answer. Print it, then delete the file.")
            said = f"{said} {warned}"
        self.own_begin()
        self.typed.clear()
        self.tell(said)
