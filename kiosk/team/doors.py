"""Who stands at the desk: nobody, a volunteer by PIN, or staff by passphrase. The one place that decides.

doors = Doors(store, clock, practice=False)
doors.try_pin(digits)              # an Outcome of kiosk.team.pin
doors.open_for(secret)             # staff, once `open_key` has opened the wrapped key
doors.admits(Role.STAFF); doors.require(Role.STAFF)
doors.touch(); doors.look()        # once a second: locks after two idle minutes, or after a sleep
"""

from kiosk.clock import Clock
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.audit import Role
from kiosk.storage.database import Store
from kiosk.storage.sealed.keyfile import keys_here
from kiosk.storage.sealed.keys import SecretKey, practice_key
from kiosk.team.pin import Outcome, Pin

IDLE_SECONDS = 120
JUMP = 30.0  # s by which the wall clock may leave the monotonic one before it means that the machine slept
PRACTICE_PIN = "2580"  # the column in the middle: shown on the page, so that practice needs no set-up
RANKS = {Role.VOLUNTEER: 1, Role.STAFF: 2}


class Doors:
    """The role that is in now. `secret` is the key of staff, and gone with them."""

    def __init__(self, store: Store, clock: Clock, *, practice: bool) -> None:
        self._store = store
        self._clock = clock
        self._practice = practice
        self.pin = Pin(store, clock)
        if practice and not self.pin.is_set:
            self.pin.set(PRACTICE_PIN)
        self.role: Role | None = None
        self.secret: SecretKey | None = None
        self._touched = clock.monotonic()
        self._apart = self._between()

    # --- coming in

    def try_pin(self, digits: str) -> Outcome:
        """A volunteer's PIN; the outcome says how long to wait after wrong ones."""
        outcome = self.pin.try_pin(digits)
        if outcome.opened:
            self._enter(Role.VOLUNTEER)
        return outcome

    def set_pin(self, digits: str) -> None:
        """The first PIN, or one after the office's reset: whoever sets it is in. PIN_DIGITS, PIN_SIMPLE."""
        self.pin.set(digits)
        self._enter(Role.VOLUNTEER)

    def open_for(self, secret: SecretKey) -> None:
        """Staff, whose passphrase has opened this key."""
        self.secret = secret
        self._enter(Role.STAFF)

    def enter_practice(self) -> None:
        """Into the desk of the practice event, where nothing is anybody's; elsewhere nothing happens."""
        if self._practice and self.role is None:
            self._enter(Role.VOLUNTEER)

    def _enter(self, role: Role) -> None:
        self.role = role
        self._touched = self._clock.monotonic()
        self._apart = self._between()

    # --- being in

    @property
    def staff_door(self) -> bool:
        """Whether a wrapped key lies here: without one there is no door for staff."""
        return self._practice or bool(keys_here(self._store.folder))

    def fingerprints(self) -> tuple[str, ...]:
        """The keys that a passphrase could open here."""
        found = tuple(path.stem for path in keys_here(self._store.folder))
        return (*found, practice_key().fingerprint) if self._practice else found

    def admits(self, role: Role) -> bool:
        """Whether whoever is in now may do what `role` may."""
        return self.role is not None and RANKS[self.role] >= RANKS[role]

    def require(self, role: Role) -> None:
        """KioskError(DOOR_CLOSED) unless `admits`."""
        if not self.admits(role):
            raise KioskError(ErrorCode.DOOR_CLOSED)

    # --- going out

    def lock(self) -> None:
        """Nobody is in; the key of staff is gone from here."""
        self.role = None
        self.secret = None

    def touch(self) -> None:
        """Somebody pressed or typed something. One that comes after a wait or a sleep opens nothing."""
        if not self.look():
            self._touched = self._clock.monotonic()

    def look(self) -> bool:
        """Lock where nobody touched anything for two minutes or the machine slept; True as it locks."""
        idle = self._clock.monotonic() - self._touched >= IDLE_SECONDS
        slept = abs(self._between() - self._apart) > JUMP
        if self.role is None or not (idle or slept):
            return False
        self.lock()
        return True

    def _between(self) -> float:
        """Seconds of the wall clock over the monotonic one: in a machine's sleep only the first goes on."""
        return self._clock.now().timestamp() - self._clock.monotonic()
