"""An office with answers to read, on a questionnaire of two versions."""

import hashlib
import uuid
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.pack.model import Activity, ActivityKind, Consent, Event, FormSource, Pack, Text
from kiosk.paths import DataFolder
from kiosk.storage.database import Store, open_store
from kiosk.storage.kept.records import AnswerSet, remember_forms
from kiosk.storage.sealed.keys import SecretKey, make_key

DAY = date(2027, 6, 12)
XFORM = """<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
 <h:head><h:title>Join</h:title><model>
  <itext>
   <translation lang="English (en)" default="true()">
    <text id="/data/bring:label"><value>What could you bring?</value></text>
    <text id="time"><value>Time</value></text><text id="skill"><value>A skill</value></text>
   </translation>
   <translation lang="Punjabi (pa)">
    <text id="/data/bring:label"><value>ਤੁਸੀਂ ਕੀ ਲਿਆ ਸਕਦੇ ਹੋ?</value></text>
    <text id="time"><value>ਸਮਾਂ</value></text><text id="skill"><value>ਹੁਨਰ</value></text>
   </translation>
  </itext>
  <instance><data id="join"><name/><day/><bring/>{extra}<yes/><group><name/></group></data></instance>
  <bind nodeset="/data/name" type="string"/><bind nodeset="/data/day" type="date"/>
  <bind nodeset="/data/bring" type="string"/><bind nodeset="/data/yes" type="string"/>
  <bind nodeset="/data/group/name" type="string"/>
 </model></h:head>
 <h:body>
  <input ref="/data/name"><label>Name</label></input>
  <input ref="/data/day"><label>Day</label></input>
  <select ref="/data/bring"><label ref="jr:itext('/data/bring:label')"/>
   <item><label ref="jr:itext('time')"/><value>time</value></item>
   <item><label ref="jr:itext('skill')"/><value>skill</value></item></select>
  {control}
  <select1 ref="/data/yes"><label>May we write?</label>
   <item><label>Yes</label><value>yes</value></item><item><label>No</label><value>no</value></item></select1>
  <group ref="/data/group"><input ref="/data/group/name"><label>Name of the group</label></input></group>
 </h:body>
</h:html>"""
OLD = XFORM.format(extra="<phone/>", control='<input ref="/data/phone"><label>Phone</label></input>')
NEW = XFORM.format(extra="<email/>", control='<input ref="/data/email"><label>E-mail</label></input>')
ROLES = {"/data/bring": "offer", "/data/yes": "consent:news"}


def version_of(xml: str) -> str:
    return "1." + hashlib.sha256(xml.encode()).hexdigest()[:8]


def pack_with(xml: str) -> Pack:
    return Pack(
        event=Event(id="fair2027", title=Text({"en": "Fair"})),
        activities=(Activity("join", ActivityKind.SIGN_UP, Text({"en": "Join"}), Text(), "", "join"),),
        forms={"join": FormSource("join", version_of(xml), "Join", xml, roles=ROLES)},
        consents=(
            Consent(
                "news",
                Text({"en": "Write to me", "pa": "ਮੈਨੂੰ ਲਿਖੋ"}),
                "Sandwell Council",
                "consent",
                "email",
                "2028",
                Text(),
                Text(),
            ),
        ),
    )


@pytest.fixture(scope="session")
def secret() -> SecretKey:
    return make_key()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    with open_store(DataFolder(tmp_path / "office")) as store:
        remember_forms(store, pack_with(OLD), date(2027, 6, 1))
        remember_forms(store, pack_with(NEW), date(2027, 6, 10))
        yield store


@pytest.fixture
def answers() -> Callable[..., AnswerSet]:
    def make(given: dict[str, str], **facts: object) -> AnswerSet:
        usual = {
            "id": str(uuid.uuid4()),
            "lookup": uuid.uuid4().hex * 2,
            "event_id": "fair2027",
            "activity": "join",
            "form_version": version_of(NEW),
            "day": DAY,
            "answers": {f"/data/{path}": value for path, value in given.items()},
            "language": "en",
        }
        return AnswerSet(**{**usual, **facts})  # type: ignore[arg-type]

    return make


@pytest.fixture
def old_version() -> str:
    return version_of(OLD)
