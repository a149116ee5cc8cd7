"""The compiled forms that records were given on, kept so that any office can read them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from kiosk.clock import SystemClock, today
from kiosk.pack.model import FormSource, LeftOut, Pack, Text
from kiosk.storage import settings
from kiosk.storage.database import Store
from kiosk.storage.sealed.keys import public_key_for


@dataclass(frozen=True)
class KeptForm:
    """One form as one activity used it. `consents` are the event's, by id, their words by language;
    `retention_days` is how long the event keeps records, 0 where nothing said.
    """

    event_id: str
    activity: str
    version: str
    since: str
    kind: str
    title: Text
    form: FormSource
    consents: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    retention_days: int = 0


def remember_forms(store: Store, pack: Pack, day: date | None = None) -> None:
    """Keep the forms of `pack`, in use since `day` (today) unless known, and what else outlives it here:
    which tablets it expects, and whose office it listens to.
    """
    since = (day or today(SystemClock())).isoformat()
    rows = []
    for activity in pack.activities:
        if activity.form_id not in pack.forms:
            continue
        form = pack.form_of(activity)
        body = {
            "kind": activity.kind.value,
            "title": dict(activity.title.words),
            "form": asdict(form),
            "retention_days": pack.event.retention_days,
            "consents": {consent.id: _plain(asdict(consent)) for consent in pack.consents},
        }
        rows.append((pack.event.id, activity.id, form.version, since, as_json(body)))
    with store.write() as db:
        db.conn.executemany(
            "INSERT INTO form VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body"
            " WHERE body != excluded.body",
            rows,
        )
        if pack.tablets:
            expected = settings.get(db, settings.TABLETS, {}) | {pack.event.id: list(pack.tablets)}
            settings.put(db, settings.TABLETS, expected)
        offices = settings.get(db, settings.OFFICE_KEYS, [])
        office = public_key_for(pack).fingerprint
        if office not in offices:
            settings.put(db, settings.OFFICE_KEYS, sorted([*offices, office]))


def kept_forms(store: Store, event_id: str | None = None) -> tuple[KeptForm, ...]:
    """The forms known here, of one event or of all; each activity's newest last."""
    rows = store.db.execute(
        "SELECT event_id, activity, version, since, body FROM form WHERE ? IS NULL OR event_id = ?"
        " ORDER BY event_id, activity, since, version",
        [event_id, event_id],
    )
    return tuple(_kept(*row) for row in rows)


def form_source(body: Mapping[str, Any]) -> FormSource:
    """A FormSource from what `asdict` and JSON made of one. KeyError or TypeError when it is not."""
    left_out = tuple(
        LeftOut(item["path"], item["type"], Text(item["label"]["words"]), item["required"])
        for item in body.get("left_out", ())
    )
    return FormSource(
        form_id=body["form_id"],
        version=body["version"],
        title=body["title"],
        xml=body["xml"],
        roles=dict(body.get("roles", {})),
        or_other=tuple(body.get("or_other", ())),
        left_out=left_out,
    )


def as_json(body: Any) -> str:
    """The same text for the same facts."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _kept(event_id: str, activity: str, version: str, since: str, body: str) -> KeptForm:
    facts = json.loads(body)
    return KeptForm(
        event_id=event_id,
        activity=activity,
        version=version,
        since=since,
        kind=facts.get("kind", ""),
        title=Text(facts.get("title", {})),
        form=form_source(facts["form"]),
        consents=facts.get("consents", {}),
        retention_days=int(facts.get("retention_days", 0)),
    )


def _plain(consent: dict[str, Any]) -> dict[str, Any]:
    """A consent with its Texts as plain words by language."""
    return {
        name: value["words"] if isinstance(value, dict) and set(value) == {"words"} else value
        for name, value in consent.items()
    }
