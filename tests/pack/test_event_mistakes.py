"""Every mistake in event.xlsx, or between it and the forms, that `check` knows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.pack.check import check_pack
from kiosk.pack.findings import Finding, Severity


def mistakes(path: Path) -> list[str]:
    return [str(finding) for finding in check_pack(path) if finding.severity is Severity.MISTAKE]


def test_a_good_pack_has_only_the_advice_to_make_a_key(pack_folder: Callable[..., Path]) -> None:
    (found,) = check_pack(pack_folder())
    assert found.severity is Severity.ADVICE
    assert "only practice" in found.wrong


# what is wrong: (what to replace in the good event, with what, the line's beginning, its words)
MISTAKES: dict[str, tuple[str, str, str, str]] = {
    "no event_id": (
        "event_id | fair-1",
        "venue | Here",
        "event.xlsx · event: event_id is missing",
        "Never change it",
    ),
    "nobody to tell": (
        "In danger, call 999.",
        "",
        "event.xlsx · event · row 5: urgent_help is missing",
        "whom",
    ),
    "an event_id with spaces": (
        "fair-1",
        "our fair",
        "event.xlsx · event · row 2 · B (value)",
        "without spaces",
    ),
    "a misspelt key": (
        "organiser |",
        "organizer |",
        "event.xlsx · event · row 4 · A (key)",
        'mean "organiser"',
    ),
    "a key twice": (
        "title | Our fair",
        "title | Our fair\ntitle | Their fair",
        "event.xlsx · event · row 4",
        "twice",
    ),
    "a number that is none": (
        "event_id | fair-1",
        "event_id | fair-1\nidle_seconds | soon",
        "event.xlsx · event · row 3 · B (value)",
        "whole number from 30 to 1800",
    ),
    "a number out of bounds": (
        "event_id | fair-1",
        "event_id | fair-1\nidle_seconds | 5",
        "event.xlsx · event · row 3 · B (value)",
        "from 30 to 1800",
    ),
    "a date in words": (
        "event_id | fair-1",
        "event_id | fair-1\ndate | next June",
        "event.xlsx · event · row 3 · B (value)",
        "2027-06-12",
    ),
    "a default language not offered": (
        "event_id | fair-1",
        "event_id | fair-1\nlanguages | en\ndefault_language | pa",
        "event.xlsx · event · row 4 · B (value)",
        "not among the languages",
    ),
    "a language without words": (
        "event_id | fair-1",
        "event_id | fair-1\nlanguages | en, pa",
        "event.xlsx · event · row 4 · B (value)",
        "value::… (pa)",
    ),
    "a form that is not there": (
        "park.xlsx",
        "prak.xlsx",
        "event.xlsx · activities · row 2 · B (form)",
        "park.xlsx",
    ),
    "an activity without a form": (
        "| park.xlsx |",
        "| |",
        "event.xlsx · activities · row 2 · B (form)",
        "no form",
    ),
    "a misspelt kind": (
        "| questions |",
        "| question |",
        "event.xlsx · activities · row 2 · C (kind)",
        '"questions"',
    ),
    "an id twice": (
        "# promises",
        "park | park.xlsx | quick | Again\n# promises",
        "event.xlsx · activities · row 3 · A (id)",
        "used twice",
    ),
    "two about": (
        "# promises",
        "a | park.xlsx | about | You\nb | park.xlsx | about | You\n# promises",
        "event.xlsx · activities",
        'two activities of kind "about"',
    ),
    "a misspelt sheet": ("# promises", "# promisses", "event.xlsx · promisses", 'rename it to "promises"'),
    "a misspelt column": (
        "| rung |",
        "| rungs |",
        "event.xlsx · promises · B (rungs)",
        'did you mean "rung"?',
    ),
    "no promise": (
        "park | consult | The paths. | The money. | The park team. | no | 30 September. | We read it all.",
        "",
        "event.xlsx · activities · row 2 · A (id)",
        "promises nothing",
    ),
    "a promise that does not say what cannot change": (
        "| The money. |",
        "| |",
        "event.xlsx · promises · row 2 · D (cannot_change)",
        "does not say what cannot change",
    ),
    "a promise without a day": (
        "| 30 September. |",
        "| |",
        "event.xlsx · promises · row 2 · G (by_when)",
        "does not say by when",
    ),
    "a promise about nothing": (
        "park | consult",
        "prak | consult",
        "event.xlsx · promises · row 2 · A (activity)",
        'did you mean "park"?',
    ),
    "a misspelt rung": (
        "| consult |".strip("| "),
        "consullt",
        "event.xlsx · promises · row 2 · B (rung)",
        '"consult"',
    ),
    "a promise twice": (
        "We read it all.",
        "We read it all.\npark | inform | A | B | C | no | D | E",
        "event.xlsx · promises · row 3 · A (activity)",
        "promised twice",
    ),
    "deciding together without residents": (
        "park | consult",
        "park | co-produce",
        "event.xlsx · promises · row 2 · F (residents_decide)",
        "not among those who decide",
    ),
    "deciding together in plain words": (
        "park | consult",
        "park | Decide together",
        "event.xlsx · promises · row 2 · F (residents_decide)",
        "not among those who decide",
    ),
    "a reply that gives no reason": (
        "# activities",
        "# replies\nid | date | status | said | because\na | 2027-05-01 | cannot | Lights |\n# activities",
        "event.xlsx · replies · row 2 · E (because)",
        "says no reason",
    ),
    "a status of no reply": (
        "# activities",
        "# replies\nid | date | status | said\na | 2027-05-01 | don | Lights\n# activities",
        "event.xlsx · replies · row 2 · C (status)",
        'did you mean "done"?',
    ),
    "a reply to a promise of no activity": (
        "# activities",
        "# replies\nid | date | status | said | activity\na | 2027-07-01 | done | L | prak\n# activities",
        "event.xlsx · replies · row 2 · E (activity)",
        'did you mean "park"?',
    ),
    "a share above all": (
        "# activities",
        "# profile\nkey | bucket | label | share\nage | old | Old | 15\n# activities",
        "event.xlsx · profile · row 2 · D (share)",
        "from 0 to 1",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_found_at_its_place(
    mistake: str, pack_folder: Callable[..., Path], good_event: str
) -> None:
    old, new, where, words = MISTAKES[mistake]
    assert old in good_event
    found = mistakes(pack_folder(good_event.replace(old, new)))
    assert any(line.startswith(where) and words in line for line in found), found


def test_a_notice_left_as_the_template_wrote_it_stops_a_real_event(
    pack_folder: Callable[..., Path], good_event: str
) -> None:
    left = good_event.replace("The library", "[your organisation]")
    practice = next(found for found in check_pack(pack_folder(left)) if "template" in found.wrong)
    real = left.replace("title | Our fair", "title | Our fair\noffice_key | abc")
    event = next(found for found in check_pack(pack_folder(real)) if "template" in found.wrong)
    assert (practice.severity, event.severity) == (Severity.ADVICE, Severity.MISTAKE)


def test_a_reply_that_answers_no_promise_is_pointed_at(
    pack_folder: Callable[..., Path], good_event: str
) -> None:
    two = good_event.replace("We read it all.", "We read it all.\nother | inform | A | B | C | no | D | E")
    two = two.replace("title | Our fair", "title | Our fair\ndate | 2027-06-12")
    two += "# replies\nid | date | status | said\nnew | 2027-07-01 | done | L\nold | 2027-05-01 | done | L\n"
    found = [one for one in check_pack(pack_folder(two)) if "names no activity" in one.wrong]
    assert [(one.row, one.severity) for one in found] == [(2, Severity.ADVICE)]
    alone = two.replace("\nother | inform | A | B | C | no | D | E", "")
    assert not [one for one in check_pack(pack_folder(alone)) if "names no activity" in one.wrong]


def test_two_forms_of_one_id(pack_folder: Callable[..., Path], good_form: str) -> None:
    found = mistakes(pack_folder(forms={"park.xlsx": good_form, "walk.xlsx": good_form}))
    assert any(line.startswith("forms/walk.xlsx · settings · row 2 · B (form_id)") for line in found), found


def test_a_language_the_form_does_not_have(pack_folder: Callable[..., Path], good_event: str) -> None:
    event = good_event.replace("event_id | fair-1", "event_id | fair-1\nlanguages | en, pa")
    found = mistakes(pack_folder(event))
    assert any(line.startswith("forms/park.xlsx · survey: the event offers pa") for line in found), found


def test_a_folder_without_event_xlsx(pack_folder: Callable[..., Path]) -> None:
    folder = pack_folder(
        forms={"park.xlsx": "# survey\ntype | name | label\ntext | a | A?", "b.xlsx": "# survey"}
    )
    (folder / "event.xlsx").unlink()
    assert any("no event.xlsx" in line for line in mistakes(folder))


def test_a_finding_reads_as_one_line() -> None:
    found = Finding("a.xlsx", "survey", 3, "C (label)", "it is blank", "fill it in")
    assert str(found) == "a.xlsx · survey · row 3 · C (label): it is blank: fill it in"
