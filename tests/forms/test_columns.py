"""The columns of a form's answers, for tables."""

from kiosk.forms.columns import columns
from kiosk.forms.kinds import Kind

ROWS = [
    {"type": "text", "name": "name", "label::English (en)": "Name", "label::Urdu (ur)": "نام"},
    {"type": "begin repeat", "name": "visit", "label::English (en)": "Visit"},
    {
        "type": "select_one park",
        "name": "park",
        "label::English (en)": "Which park, ${name}?",
        "choice_filter": "area = ${name}",
    },
    {"type": "end repeat"},
    {"type": "calculate", "name": "count", "calculation": "count(${visit})"},
    {"type": "hidden", "name": "mark"},
]
PARKS = [
    {
        "list_name": "park",
        "name": "oak",
        "label::English (en)": "Oak Park",
        "label::Urdu (ur)": "بلوط",
        "area": "n",
    },
    {"list_name": "park", "name": "elm", "label::English (en)": "Elm Green", "area": "s"},
]


def test_every_leaf_is_a_column_in_order(make_form):
    found = columns(make_form(ROWS, choices=PARKS, roles={"/data/name": "detail:name"}))
    assert [(each.path, each.kind, each.repeat, each.role) for each in found] == [
        ("/data/name", Kind.TEXT, "", "detail:name"),
        ("/data/visit/park", Kind.SELECT_ONE, "/data/visit", ""),
        ("/data/count", Kind.CALCULATE, "", ""),
        ("/data/mark", Kind.HIDDEN, "", ""),
    ]


def test_a_column_has_its_words_in_every_language(make_form):
    name, park, *_ = columns(make_form(ROWS, choices=PARKS))
    assert name.label == {"en": "Name", "ur": "نام"}
    assert park.label == {"en": "Which park, …?"}


def test_a_column_lists_every_choice_whatever_filters_them(make_form):
    park = columns(make_form(ROWS, choices=PARKS))[1]
    assert park.choices == {"oak": {"en": "Oak Park", "ur": "بلوط"}, "elm": {"en": "Elm Green"}}
