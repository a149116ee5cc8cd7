"""Sign-ups as people: found by name, phone or e-mail, and corrected, by whoever has the office's key."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import partial_token_sort_ratio
from rapidfuzz.utils import default_process

from kiosk.clock import Clock
from kiosk.errors import ErrorCode, KioskError
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.kept.formshelf import KeptForm, kept_forms
from kiosk.storage.kept.records import SELECT, AnswerSet, SealedRecord, opened, save, sealed_records
from kiosk.storage.sealed.keys import SecretKey

Progress = Callable[[int, int], None]
DETAILS = ("name", "email", "phone", "address", "postcode")
NEAR = 80  # of 100: how like the name must be
LEAST_DIGITS, PHONE_DIGITS = 4, 10


@dataclass(frozen=True)
class SignUp:
    """One record that says who somebody is."""

    record_id: str
    activity: str
    day: str
    details: Mapping[str, str]


def find_sign_ups(
    store: Store, secret: SecretKey, text: str, progress: Progress | None = None
) -> tuple[SignUp, ...]:
    """The sign-ups whose name is like `text`, or whose phone or e-mail has it, the likest first."""
    found = []
    total = store.db.execute("SELECT count(*) FROM record WHERE gone % 2 = 0").fetchone()[0]
    for done, one in enumerate(_sign_ups(store, secret), start=1):
        if progress and done % 100 == 0:
            progress(done, total)
        like = likeness(text, one.details)
        if like >= NEAR:
            found.append((like, one))
    found.sort(key=lambda pair: (-pair[0], pair[1].record_id))
    return tuple(one for _, one in found)


def correct(
    store: Store, secret: SecretKey, record_id: str, details: Mapping[str, str], clock: Clock
) -> None:
    """Put right details (name, email, phone, address, postcode) of a sign-up: a new revision, sealed again.

    What was there before is overwritten here; the record says which answers were corrected.
    KioskError: RECORD_NOT_HERE (also when it is withdrawn), DETAIL_NOT_ASKED, SEAL_BROKEN, KEY_MISSING.
    """
    row = store.db.execute(SELECT + " WHERE id = ? AND gone % 2 = 0", [record_id]).fetchone()
    if row is None:
        raise KioskError(ErrorCode.RECORD_NOT_HERE, record=record_id)
    record = SealedRecord(*row)
    if record.key != secret.fingerprint:
        raise KioskError(ErrorCode.KEY_MISSING, fingerprint=record.key)
    answers = opened(secret, record)
    paths = {}
    for name, value in details.items():
        path = next((path for path, role in _roles(store, answers).items() if role == f"detail:{name}"), None)
        if path is None:
            raise KioskError(ErrorCode.DETAIL_NOT_ASKED, record=record_id, detail=name)
        paths[path] = value
    given = {path: value for path, value in {**answers.answers, **paths}.items() if value}
    notes = {**answers.notes, "corrected": sorted({*answers.notes.get("corrected", ()), *paths})}
    with store.write() as db:
        corrected = replace(answers, answers=given, notes=notes, revision=record.revision + 1)
        save(store, secret.public, [corrected])
        audit.note(db, clock, Role.STAFF, Act.CORRECTED, count=len(paths), subject=record_id)


def details_of(answers: AnswerSet, form: KeptForm | None) -> dict[str, str]:
    """What the answers say of who somebody is, by detail; empty when the form asked nothing of it."""
    roles = form.form.roles if form else {}
    return {
        role.removeprefix("detail:"): answers.answers.get(path, "")
        for path, role in roles.items()
        if role.startswith("detail:")
    }


def _sign_ups(store: Store, secret: SecretKey) -> Iterator[SignUp]:
    forms = {(form.event_id, form.activity, form.version): form for form in kept_forms(store)}
    for record in sealed_records(store):
        form = forms.get((record.event_id, record.activity, record.form_version))
        if record.key != secret.fingerprint or form is None:
            continue
        try:
            details = details_of(opened(secret, record), form)
        except KioskError:
            continue  # `export` names it
        if any(details.values()):
            yield SignUp(record.id, record.activity, record.day, details)


def _roles(store: Store, answers: AnswerSet) -> Mapping[str, str]:
    for form in kept_forms(store, answers.event_id):
        if (form.activity, form.version) == (answers.activity, answers.form_version):
            return form.form.roles
    return {}


def likeness(text: str, details: Mapping[str, str]) -> float:
    """How like what is looked for somebody is, of 100: NEAR and more is worth showing."""
    wanted = text.strip().casefold()
    digits = re.sub(r"\D", "", text)[-PHONE_DIGITS:]
    if len(digits) >= LEAST_DIGITS and digits in re.sub(r"\D", "", details.get("phone", "")):
        return 100
    if "@" in wanted:
        return 100 if wanted in details.get("email", "").casefold() else 0
    return partial_token_sort_ratio(wanted, details.get("name", ""), processor=default_process)
