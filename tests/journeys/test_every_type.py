"""Made-up residents, who drag, draw, search and write, on a form with a question of every type."""

import pytest

from kiosk.forms.definition import read_form
from kiosk.forms.kinds import SUPPORTED
from kiosk.paths import DataFolder
from kiosk.storage.database import open_store
from kiosk.storage.kept.records import opened, sealed_records
from kiosk.storage.sealed.keyfile import open_key
from kiosk.storage.sealed.keys import practice_key
from ui.residents.party import hold

RESIDENTS = 4
PLACES = [{"list_name": "places", "name": f"p{number}", "label": f"Place {number}"} for number in range(30)]
NEEDS = [{"list_name": "needs", "name": name, "label": name.title()} for name in ("seats", "paths", "light")]
FORM = (
    {"type": "note", "name": "hello", "label": "Hello"},
    {"type": "acknowledge", "name": "read", "label": "Have you read it?"},
    {"type": "text", "name": "wish", "label": "What do you wish for?"},
    {"type": "integer", "name": "many", "label": "How many?"},
    {"type": "decimal", "name": "far", "label": "How far?"},
    {"type": "date", "name": "day", "label": "Which day?", "required": "yes"},
    {"type": "time", "name": "at", "label": "At what time?"},
    {"type": "dateTime", "name": "meet", "label": "When shall we meet?"},
    {
        "type": "range",
        "name": "mood",
        "label": "And?",
        "parameters": "start=1 end=5",
        "appearance": "smileys",
    },
    {"type": "select_one places", "name": "home", "label": "Where do you live?"},
    {"type": "select_multiple places", "name": "goes", "label": "Where do you go?"},
    {"type": "rank needs", "name": "first", "label": "What matters most?"},
    {"type": "image", "name": "park", "label": "Draw your park", "appearance": "draw"},
    {"type": "begin_repeat", "name": "child", "label": "Child"},
    {"type": "integer", "name": "age", "label": "How old?", "required": "yes"},
    {"type": "end_repeat"},
    {"type": "image", "name": "sign", "label": "Sign?", "appearance": "signature", "required": "yes"},
)


def test_the_form_has_every_type_that_the_window_has(form_alone):
    (source,) = form_alone(*FORM, choices=PLACES + NEEDS).forms.values()
    assert {control.kind for control in read_form(source.xml).questions} == SUPPORTED
    assert source.left_out == ()


@pytest.mark.slow
def test_what_made_up_residents_put_in_is_what_is_kept(form_alone, tmp_path):
    pack = form_alone(*FORM, choices=PLACES + NEEDS)
    data = DataFolder(tmp_path / "tablet").made()
    visits = list(hold(pack, data, residents=RESIDENTS, seed=3))
    assert all(visit.saved for visit in visits)
    secret = open_key(data, practice_key().fingerprint, "practice")
    with open_store(data) as store:
        records = [opened(secret, record) for record in sealed_records(store)]
    said = [{path: value for path, value in visit.answers.items() if value} for visit in visits]
    kept = [
        {path: value for path, value in record.answers.items() if not path.endswith("instanceID")}
        for record in records
    ]
    assert sorted(map(sorted, (each.items() for each in kept))) == sorted(
        map(sorted, (each.items() for each in said))
    )
