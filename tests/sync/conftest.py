"""Tablets and an office, as data folders of their own."""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from kiosk.pack.model import Activity, ActivityKind, Consent, Event, FormSource, Pack, Text
from kiosk.paths import DataFolder
from kiosk.storage import settings
from kiosk.storage.database import Store, open_store
from kiosk.storage.kept.ideas import Idea, back_idea, put_idea
from kiosk.storage.kept.records import AnswerSet, remember_forms, save
from kiosk.storage.kept.tallies import Mark
from kiosk.storage.sealed.keys import SecretKey, make_key, sign
from kiosk.sync.layout import MANIFEST, SIGNATURE
from kiosk.sync.transfer import write_transfer

XML = "<h:html/>"
VERSION = "1." + hashlib.sha256(XML.encode()).hexdigest()[:8]
DAY = date(2027, 6, 12)


@pytest.fixture(scope="session")
def secret() -> SecretKey:
    return make_key()


@pytest.fixture
def open_at(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Opens, or finds open, the data folder of that name; its tablet has the same name."""
    with ExitStack() as stack:
        found: dict[str, Store] = {}

        def at(name: str) -> Store:
            if name not in found:
                found[name] = stack.enter_context(open_store(DataFolder(tmp_path / name)))
                settings.put(found[name].db, settings.TABLET_NAME, name)
            return found[name]

        yield at


@pytest.fixture
def tablet(open_at: Callable[[str], Store]) -> Store:
    return open_at("K")


@pytest.fixture
def office(open_at: Callable[[str], Store]) -> Store:
    return open_at("office")


@pytest.fixture
def pack() -> Pack:
    return Pack(
        event=Event(id="fair2027", title=Text({"en": "Fair"})),
        activities=(Activity("park", ActivityKind.QUESTIONS, Text({"en": "The park"}), Text(), "", "park"),),
        forms={"park": FormSource("park", VERSION, "The park", XML, roles={"/data/a": "offer"})},
        consents=(
            Consent(
                "news", Text({"en": "Write to me"}), "Council", "consent", "email", "2028", Text(), Text()
            ),
        ),
        tablets=("K", "M"),
    )


@pytest.fixture
def answers() -> Callable[..., AnswerSet]:
    def make(**facts: object) -> AnswerSet:
        usual = {
            "id": str(uuid.uuid4()),
            "lookup": uuid.uuid4().hex * 2,
            "event_id": "fair2027",
            "activity": "park",
            "form_version": VERSION,
            "day": DAY,
            "answers": {"/data/a": "Gurpreet"},
            "language": "pa",
        }
        return AnswerSet(**{**usual, **facts})  # type: ignore[arg-type]

    return make


@pytest.fixture
def filled(tablet: Store, secret: SecretKey, pack: Pack, answers: Callable[..., AnswerSet]) -> Store:
    """A tablet with three residents' answers, counts, an idea and a backing."""
    remember_forms(tablet, pack, DAY)
    for _ in range(3):
        save(tablet, secret.public, [answers()], [Mark("language", "pa"), Mark("hour", "11")])
    put_idea(tablet.db, Idea("i1", "fair2027", "idea", 'A bench, "by"\nthe pond', "en", "approved"))
    back_idea(tablet.db, tablet.store_id, "i1")
    return tablet


@pytest.fixture
def carried(filled: Store, tmp_path: Path) -> Path:
    """A transfer pack of `filled`, on a stick."""
    return write_transfer(filled, tmp_path / "stick").path


@pytest.fixture
def resign() -> Callable[..., None]:
    """Changes files of a pack as its own tablet would have written them."""

    def change(store: Store, pack: Path, **changed: bytes | str) -> None:
        manifest = json.loads((pack / MANIFEST).read_bytes())
        for given, content in changed.items():
            name = given.replace("_csv", ".csv")
            raw = content.encode() if isinstance(content, str) else content
            (pack / name).write_bytes(raw)
            for resource in manifest["resources"]:
                if resource["path"] == name:
                    resource |= {"bytes": len(raw), "hash": "sha256:" + hashlib.sha256(raw).hexdigest()}
        raw = json.dumps(manifest).encode()
        seed = bytes.fromhex(settings.get(store.db, settings.DEVICE_KEY))
        (pack / MANIFEST).write_bytes(raw)
        (pack / SIGNATURE).write_bytes(sign(seed, raw).hex().encode())

    return change
