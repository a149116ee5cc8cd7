"""One file a team, with only those who said yes to that purpose and channel, and who is to be left alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from exports.readable.opened import Opened, Progress, open_all
from exports.sheets.explained import explaining
from exports.sheets.files import file_name, write_csv, write_xlsx
from exports.sheets.table import Table, plain_table
from kiosk.clock import Clock, SystemClock, today
from kiosk.errors import ErrorCode, KioskError
from kiosk.office.twice import SAME, Word, decisions, people, superseded
from kiosk.storage import audit
from kiosk.storage.audit import Act, Role
from kiosk.storage.database import Store
from kiosk.storage.kept.disclosures import Disclosure, disclose, disclosures
from kiosk.storage.kept.formshelf import KeptForm, kept_forms
from kiosk.storage.kept.records import AnswerSet
from kiosk.storage.kept.signups import DETAILS
from kiosk.storage.sealed.keys import SecretKey
from kiosk.sync.stick import told

YES = frozenset({"yes", "OK"})  # the choice's name in the form; OK is what `acknowledge` gives
# What a team needs for each channel, and gets: nothing more.
NEEDS: Mapping[str, tuple[str, ...]] = {
    "email": ("email",),
    "text": ("phone",),
    "phone": ("phone",),
    "post": ("address", "postcode"),
}
CONTACTS = ("KEY", "purpose", "channel", *DETAILS, "words", "version", "day")
STOPS = ("KEY", "purpose", "channel", "given")


@dataclass(frozen=True)
class Contact:
    """One person's yes to one purpose and channel of one team. `details` has what that channel needs."""

    told: Disclosure
    details: Mapping[str, str]
    words: str
    version: str
    day: str

    @property
    def place(self) -> tuple[str, str]:
        return self.told.record_id, self.told.purpose


@dataclass(frozen=True)
class ContactsSummary:
    """What was written: `teams` by event, rows in their files, and rows in their stop lists.

    `without_detail` said yes to a channel for which they left nothing to reach them by.
    """

    files: tuple[Path, ...]
    teams: int
    contacts: int
    stops: int
    without_detail: int
    skipped: tuple[str, ...] = ()
    other_keys: int = 0


@dataclass(frozen=True)
class Plan:
    """What contact files would hold now: whom each team may reach, and whom it has to leave alone."""

    reachable: Sequence[Contact]
    stops: Sequence[tuple[Disclosure, str]]
    without_detail: int


def plan_contacts(store: Store, secret: SecretKey, work: Opened) -> Plan:
    """Work it out, and write nothing."""
    judged = list(_with_forms(store, work))
    words = [word for answers, form in judged for word in _words(answers, form)]
    same = [pair for pair, decided in decisions(store, secret).items() if decided == SAME]
    past = superseded(words, people(same))
    willing = [contact for answers, form in judged for contact in _yes(answers, form)]
    agreed = [contact for contact in willing if contact.place not in past]
    holding = {contact.told for contact in willing if past.get(contact.place, True)}
    reachable = [contact for contact in agreed if any(contact.details[need] for need in _needs(contact))]
    stops = _stops(store, {answers.id for answers, _ in judged}, holding)
    return Plan(reachable, stops, len(agreed) - len(reachable))


def export_contacts(
    store: Store,
    secret: SecretKey,
    to: Path,
    format: Literal["csv", "xlsx"] = "csv",  # noqa: A002
    progress: Progress | None = None,
    clock: Clock | None = None,
    *,
    opened: Opened | None = None,
) -> ContactsSummary:
    """Write `<event_id>/<organisation>.csv` (or .xlsx) and its stop list, and log whom each team was given.

    The log is written first: a team is never given what is not logged. Of records that staff found to be one
    person's, the latest word to a purpose counts. KioskError: NOTHING_TO_EXPORT,
    TRANSFER_FOLDER, DISK_FULL.
    """
    clock = clock or SystemClock()
    work = opened or open_all(store, secret, progress)
    plan = plan_contacts(store, secret, work)
    reachable, stops = plan.reachable, plan.stops
    if not reachable and not disclosures(store.db):
        raise KioskError(ErrorCode.NOTHING_TO_EXPORT)
    with store.write() as db:
        disclose(db, [contact.told for contact in reachable], today(clock))
        audit.note(db, clock, Role.STAFF, Act.DISCLOSED, count=len(reachable), subject=secret.fingerprint)
    files: list[Path] = []
    teams = sorted({(given.event_id, given.organisation) for given, _ in disclosures(store.db)})
    with told(to):
        for event_id in sorted({event_id for event_id, _ in teams}):
            names = [organisation for event, organisation in teams if event == event_id]
            tables = [_team(event_id, name, reachable, stops) for name in names]
            files += _written(tables, to / file_name(event_id), format)
    return ContactsSummary(
        files=tuple(files),
        teams=len(teams),
        contacts=len(reachable),
        stops=len(stops),
        without_detail=plan.without_detail,
        skipped=tuple(work.skipped),
        other_keys=work.other_keys,
    )


def _with_forms(store: Store, work: Opened) -> Iterator[tuple[AnswerSet, KeptForm]]:
    for (event_id, activity), answer_sets in sorted(work.answers.items()):
        forms = {form.version: form for form in kept_forms(store, event_id) if form.activity == activity}
        for answers in answer_sets:
            if answers.form_version in forms:
                yield answers, forms[answers.form_version]


def _words(answers: AnswerSet, form: KeptForm) -> Iterator[Word]:
    """What this record says to each purpose that it was asked about."""
    for path, role in form.form.roles.items():
        kind, _, purpose = role.partition(":")
        if kind == "consent" and path in answers.answers:
            yield Word(answers.id, purpose, answers.day.isoformat(), answers.answers[path] in YES)


def _yes(answers: AnswerSet, form: KeptForm) -> Iterator[Contact]:
    """Each purpose and channel that this person said yes to, with the words that they were shown."""
    said = {role: answers.answers.get(path, "") for path, role in form.form.roles.items()}
    for role, value in said.items():
        kind, _, purpose = role.partition(":")
        if kind != "consent" or value not in YES:
            continue
        known = form.consents.get(purpose, {})
        shown = answers.notes.get("consents", {}).get(purpose, {})
        about = {name: str(shown.get(name) or known.get(name, "")) for name in ("organisation", "channel")}
        if not about["organisation"]:
            continue
        needed = ("name", *NEEDS.get(about["channel"], ()))
        yield Contact(
            told=Disclosure(answers.id, answers.event_id, purpose=purpose, **about),
            details={name: said.get(f"detail:{name}", "") if name in needed else "" for name in DETAILS},
            words=str(shown.get("words") or known.get("words", {}).get(answers.language, "")),
            version=str(shown.get("version", "")),
            day=answers.day.isoformat(),
        )


def _needs(contact: Contact) -> tuple[str, ...]:
    return NEEDS.get(contact.told.channel, ())


def _stops(store: Store, judged: set[str], agreed: set[Disclosure]) -> list[tuple[Disclosure, str]]:
    """What was given and holds no longer. A record that is here but could not be read is not judged."""
    here = {row[0] for row in store.db.execute("SELECT id FROM record WHERE gone % 2 = 0")}
    unjudged = here - judged
    return [
        (given, day)
        for given, day in disclosures(store.db)
        if given not in agreed and given.record_id not in unjudged
    ]


def _team(
    event_id: str, organisation: str, contacts: Sequence[Contact], stops: Sequence[tuple[Disclosure, str]]
) -> tuple[Table, Table]:
    team = (event_id, organisation)
    theirs = [one for one in contacts if (one.told.event_id, one.told.organisation) == team]
    rows = [
        (
            *(one.told.record_id, one.told.purpose, one.told.channel),
            *(one.details[name] for name in DETAILS),
            *(one.words, one.version, one.day),
        )
        for one in theirs
    ]
    left_alone = [
        (given.record_id, given.purpose, given.channel, day)
        for given, day in stops
        if (given.event_id, given.organisation) == team
    ]
    return plain_table(organisation, CONTACTS, rows), plain_table(f"{organisation}-stop", STOPS, left_alone)


def _written(teams: Sequence[tuple[Table, Table]], folder: Path, format: str) -> list[Path]:  # noqa: A002
    if format == "csv":
        return write_csv([table for team in teams for table in team], folder)
    files, names = [], set[str]()
    for contacts, stops in teams:
        name = file_name(contacts.name)
        while name.lower() in names:
            name += "-2"
        names.add(name.lower())
        sheets = [replace(contacts, name="contacts"), replace(stops, name="stop")]
        files += write_xlsx([*sheets, explaining(sheets)], folder / f"{name}.xlsx")
    return files
