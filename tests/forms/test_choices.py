"""Lists of choices: filtered, shuffled, pictured, from files, and with an Other."""

import pytest

PLACES = [
    {"list_name": "area", "name": "north", "label": "North", "image": "north.png"},
    {"list_name": "area", "name": "south", "label": "South"},
    {"list_name": "park", "name": "oak", "label": "Oak Park", "area": "north"},
    {"list_name": "park", "name": "elm", "label": "Elm Green", "area": "north"},
    {"list_name": "park", "name": "ash", "label": "Ash Field", "area": "south"},
]
CASCADE = [
    {"type": "select_one area", "name": "where", "label": "Where?"},
    {"type": "select_multiple park", "name": "parks", "label": "Parks?", "choice_filter": "area = ${where}"},
    {
        "type": "calculate",
        "name": "said",
        "calculation": "jr:choice-name(selected-at(${parks}, 0), '${parks}')",
    },
]


def names(visit, path):
    return [choice.name for choice in visit.question(path).choices]


def test_a_filter_follows_the_answer_it_names(fill):
    visit = fill(CASCADE, choices=PLACES)
    assert names(visit, "/data/parks") == []
    visit.answer("/data/where", "north")
    assert names(visit, "/data/parks") == ["oak", "elm"]


def test_a_choice_that_is_no_longer_offered_is_no_longer_chosen(fill):
    visit = fill(CASCADE, choices=PLACES)
    visit.answer("/data/where", "north")
    visit.answer("/data/parks", "oak elm")
    assert visit.answers()["/data/said"] == "Oak Park"
    visit.answer("/data/where", "south")
    assert visit.answers() == {"/data/where": "south"}


def test_the_label_of_a_choice_says_an_answer_as_it_is_now(fill):
    visit = fill(
        [
            {"type": "text", "name": "name", "label": "Name"},
            {"type": "select_one who", "name": "q", "label": "Who?"},
        ],
        choices=[{"list_name": "who", "name": "me", "label": "I, ${name}"}],
    )
    for name in ("Ada", "Bo"):
        visit.answer("/data/name", name)
        assert [each.label for each in visit.question("/data/q").choices] == [f"I, {name}"]


def test_choices_have_labels_and_pictures(fill):
    visit = fill(CASCADE, choices=PLACES)
    north, south = visit.question("/data/where").choices
    assert (north.label, north.image) == ("North", "north.png")
    assert (south.label, south.image) == ("South", "")


def test_a_shuffled_list_keeps_its_order_for_the_whole_visit(fill):
    letters = [{"list_name": "abc", "name": letter, "label": letter.upper()} for letter in "abcdefghij"]
    row = {"type": "select_one abc", "name": "q", "label": "Q", "parameters": "randomize=true"}
    visit = fill([row], choices=letters)
    first = names(visit, "/data/q")
    assert sorted(first) == list("abcdefghij") != first
    visit.answer("/data/q", "c")
    assert names(visit, "/data/q") == first


def test_other_is_marked_for_the_windows_own_words(fill):
    rows = [{"type": "select_one area or_other", "name": "where", "label": "Where?"}]
    visit = fill(rows, choices=PLACES, or_other=["/data/where"])
    assert [(each.name, each.other) for each in visit.question("/data/where").choices] == [
        ("north", False),
        ("south", False),
        ("other", True),
    ]
    visit.answer("/data/where", "other")
    assert [(each.name, each.specify_other) for each in visit.questions()] == [
        ("where", False),
        ("where_other", True),
    ]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("parks.csv", b"\xef\xbb\xbfname,label,area\noak,Oak Park,north\nash,Ash Field,south\n"),
        ("parks.csv", b"name;label;area\r\noak;Oak Park;north\r\nash;Ash Field;south\r\n"),
        (
            "parks.geojson",
            b'{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "x", "geometry": '
            b'{"type": "Point", "coordinates": [-2.0, 52.5]}, '
            b'"properties": {"id": "oak", "title": "Oak Park", "area": "north"}}]}',
        ),
        (
            "parks.xml",
            b"<root><item><name>oak</name><label>Oak Park</label><area>north</area></item></root>",
        ),
    ],
)
def test_choices_can_come_from_a_file(fill, file, content):
    parameters = "value=id, label=title" if "geo" in file else ""
    rows = [
        {
            "type": f"select_one_from_file {file}",
            "name": "park",
            "label": "Park?",
            "choice_filter": "area = 'north'",
            "parameters": parameters,
        }
    ]
    visit = fill(rows, data={file: content}.__getitem__)
    assert [(each.name, each.label) for each in visit.question("/data/park").choices] in (
        [("oak", "Oak Park")],
        [("x", "Oak Park")],
    )


def test_a_missing_file_is_an_empty_list(fill):
    visit = fill([{"type": "select_one_from_file gone.csv", "name": "q", "label": "Q"}], data={}.__getitem__)
    assert visit.question("/data/q").choices == ()


def test_pulldata_finds_a_value_in_a_file(fill):
    rows = [
        {"type": "text", "name": "code", "label": "Code"},
        {"type": "calculate", "name": "found", "calculation": "pulldata('wards', 'ward', 'code', ${code})"},
    ]
    visit = fill(rows, data={"wards.csv": b"code,ward\nB70,West Bromwich\n"}.__getitem__)
    visit.answer("/data/code", "B70")
    assert visit.answers()["/data/found"] == "West Bromwich"
    visit.answer("/data/code", "B1")
    assert "/data/found" not in visit.answers()
