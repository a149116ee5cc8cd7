"""The keys of this office: which lie here, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.office.held import sealed_to
from kiosk.storage.sealed.keyfile import keys_here, public_here
from ui.behind.backroom import BackRoom
from ui.session.drives import Drives
from ui.viewmodels.office.care.keys.destroy import DESTROY, DestroyPart
from ui.viewmodels.office.care.keys.part import KeyPart
from ui.viewmodels.office.care.keys.passphrase import NEW, PASSPHRASE, PassphrasePart
from ui.viewmodels.office.care.keys.recovery import RECOVERY, RecoveryPart
from ui.viewmodels.office.care.keys.restore import RESTORE, RestorePart
from ui.viewmodels.office.care.keys.strike import TABLETS, StrikePart
from ui.viewmodels.office.care.places import FOLDER, PATH, PlacesModel
from ui.viewmodels.office.care.said import in_groups, listed
from ui.viewmodels.office.care.stepped import FIRST
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet, WordsNow

KEY = "key"
PIECE = 25  # signs of the public text on a line
SHORT = 8  # signs of a fingerprint that tell a key from another by eye


class KeysModel(PlacesModel):
    """A list of keys, one key, and behind it the parts. Secrets go as the page goes."""

    where_step = ""

    def __init__(self, room: BackRoom, words: WordsNow, drives: Drives | None = None) -> None:
        self.key = ""  # the fingerprint of the one that was pressed
        self.asks_place: KeyPart | None = None  # the part that a place is picked for
        self.closes = False  # the key that opened this office is gone, and the office with it
        super().__init__(room, words, drives)
        self.parts: tuple[KeyPart, ...] = (
            PassphrasePart(self), RecoveryPart(self), RestorePart(self), DestroyPart(self), StrikePart(self),
        )  # fmt: skip

    def begin(self) -> None:
        super().begin()
        self.key, self.where_step = "", ""
        self.asks_place = None

    def forget(self) -> None:
        for part in self.parts:
            part.forget()
        if self.closes:
            self.closes = False
            self.step = FIRST
            self.room.doors.lock()
        super().forget()

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        made = {FIRST: self._list, KEY: self._one, **self.place_pages()}
        for part in self.parts:
            made |= part.pages()
        return made

    @property
    def _part(self) -> KeyPart | None:
        """The part whose step is shown."""
        return next((part for part in self.parts if self.step in part.pages()), None)

    # --- what is shown

    @property
    def practice(self) -> bool:
        """Whether it is the key that ships with the program, which nothing changes."""
        return self.key not in {path.stem for path in keys_here(self.room.data)}

    def _list(self) -> Sheet:
        words, room = self.words(), self.room
        secret = room.doors.secret
        opened = secret.fingerprint if secret else ""
        ways = [
            Action(NEW, words("Make a new key"), "plus"),
            Action(RESTORE, words("Bring a key back"), "undo"),
            Action(TABLETS, words("Tablets known here"), "team"),
        ]
        return Sheet(
            words("Keys"),
            words(
                "One key an event. Without its passphrase or its recovery sheet, nobody can read the answers."
            ),
            choices=[
                Choice(one, words("Key {name}", name=one[:SHORT]), self._note(one, opened))
                for one in room.doors.fingerprints()
            ],
            actions=ways,
        )

    def _note(self, one: str, opened: str) -> str:
        words = self.words()
        count = sealed_to(self.room.store.db, one)
        sealed = words.plural("{count} record is sealed to it", "{count} records are sealed to it", count)
        return listed((sealed, words("it opened this office")), words) if one == opened else sealed

    def _one(self) -> Sheet:
        words = self.words()
        public = public_here(self.room.data, self.key)
        ways = [Action(RECOVERY, words("Recovery sheet"), "paper")]
        if not self.practice:
            ways += [
                Action(PASSPHRASE, words("Change the passphrase"), "key"),
                Action(DESTROY, words("Destroy this key"), "wipe", "stop"),
            ]
        return Sheet(
            words("Key {name}", name=self.key[:SHORT]),
            rows=[
                Row(words("Fingerprint"), in_groups(self.key)),
                Row(words("Records sealed to it"), str(sealed_to(self.room.store.db, self.key))),
                Row(words("Public text, for event.xlsx"), words("The lines below, without spaces")),
                *self._in_lines(public.text),
            ],
            actions=ways,
            tail=words("The practice key ships with the program. Nothing here changes it.")
            if self.practice
            else "",
            back=True,
        )

    def _in_lines(self, text: str) -> list[Row]:
        """What is copied by eye, in pieces that fit any page."""
        words = self.words()
        pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
        return [Row(words("Line {number}", number=at), piece) for at, piece in enumerate(pieces, start=1)]

    # --- pressed

    def chose(self, name: str) -> None:
        if self.step == FIRST:
            self.key = name
            return self.to(KEY)
        if self.step in (FOLDER, self.where_step):
            return self.picks(name)
        return self._part.chose(name) if self._part else None

    def acted(self, name: str) -> None:
        if self.stop_pressed(name) or self.places(name):
            return
        if self.step in (FIRST, KEY):
            self.to(name)
        elif self._part:
            self._part.acted(name)

    def went_on(self) -> None:
        if self.step == PATH:
            self.path_typed()
        elif self._part:
            self._part.forward()

    def went_back(self) -> None:
        if self.step in (FOLDER, PATH):
            return self.to(self.where_step)
        return self._part.back() if self._part else self.to(FIRST)

    def typed_in(self, field_id: str) -> None:
        self.refresh()

    def ask_place(self, part: KeyPart, step: str) -> None:
        """Show `step`, which lists sticks; the place that is picked is for `part`."""
        self.asks_place, self.where_step = part, step
        self.files = (".key", ".txt") if isinstance(part, RestorePart) else ()
        at = self.browser.at
        key = self.key
        super().begin()
        self.key, self.browser.at = key, at
        self.to(step)

    def picked(self) -> None:
        if self.asks_place:
            self.asks_place.picked()
