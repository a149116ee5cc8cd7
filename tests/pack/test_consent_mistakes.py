"""Consents and personal details: every mistake that `check` knows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.pack.check import check_pack
from kiosk.pack.findings import Severity

CONSENTS = """
# consents
id | words | organisation | basis | channel | keep_until | notice_short | notice_full
mail | May we write what happened? | The park team | consent | email | 2028-06-30 | Apart. | Complain here.
"""
SIGN_UP = """
# survey
type | name | label | kiosk::role
text | name | Your name? | detail:name
select_one yn | mail | May we write? | consent:mail
# choices
list_name | name | label
yn | yes | Yes
yn | no | No
# settings
form_title | form_id
Join | join
"""
JOINED = "join | join.xlsx | sign_up | Join in\n# promises"


def mistakes(path: Path) -> list[str]:
    return [str(finding) for finding in check_pack(path) if finding.severity is Severity.MISTAKE]


def joined(good_event: str, consents: str = CONSENTS) -> str:
    return good_event.replace("# promises", JOINED) + consents.strip()


@pytest.mark.parametrize(
    ("form", "consents", "where", "words"),
    [
        (
            SIGN_UP.replace("consent:mail", "consent:male"),
            CONSENTS,
            "forms/join.xlsx · survey · row 3",
            '"mail"',
        ),
        (SIGN_UP.replace("consent:mail", ""), CONSENTS, "forms/join.xlsx · survey", "no consent"),
        (
            SIGN_UP,
            CONSENTS.replace("| consent |", "| public task |"),
            "forms/join.xlsx · survey · row 3 · A (type)",
            "make it a note, with the same role",
        ),
        (SIGN_UP, CONSENTS.replace("| The park team |", "| |"), "event.xlsx · consents · row 2 · C", "blank"),
        (SIGN_UP, CONSENTS.replace("| Apart. |", "| |"), "event.xlsx · consents · row 2 · G", "notice_short"),
        (SIGN_UP, CONSENTS.replace("| 2028-06-30 |", "| |"), "event.xlsx · consents · row 2 · F", "how long"),
        (
            SIGN_UP,
            CONSENTS.replace("| email |", "| pigeon |"),
            "event.xlsx · consents · row 2 · E",
            "channel",
        ),
    ],
)
def test_consents_are_whole_and_asked_for(
    form: str,
    consents: str,
    where: str,
    words: str,
    pack_folder: Callable[..., Path],
    good_event: str,
    good_form: str,
) -> None:
    folder = pack_folder(joined(good_event, consents), {"park.xlsx": good_form, "join.xlsx": form})
    found = mistakes(folder)
    assert any(line.startswith(where) and words in line for line in found), found


def test_a_whole_sign_up_is_clean(pack_folder: Callable[..., Path], good_event: str, good_form: str) -> None:
    folder = pack_folder(joined(good_event), {"park.xlsx": good_form, "join.xlsx": SIGN_UP})
    assert mistakes(folder) == []


def test_details_outside_a_sign_up(pack_folder: Callable[..., Path], good_event: str, good_form: str) -> None:
    event = joined(good_event).replace("| sign_up |", "| quick |")
    found = mistakes(pack_folder(event, {"park.xlsx": good_form, "join.xlsx": SIGN_UP}))
    assert any("outside a sign-up" in line and "row 2" in line for line in found), found


def test_a_question_that_seems_to_ask_for_details_is_advice(
    pack_folder: Callable[..., Path], good_form: str
) -> None:
    found = check_pack(pack_folder(forms={"park.xlsx": good_form.replace("Why is that?", "Your e-mail?")}))
    (advice,) = [finding for finding in found if "personal details" in finding.wrong]
    assert (advice.severity, advice.row) == (Severity.ADVICE, 2)


def test_a_purpose_on_another_basis_is_told_in_a_note(
    pack_folder: Callable[..., Path], good_event: str
) -> None:
    """No mistake, and no advice about it; without the note, nobody is told."""
    other = (
        "post | We use your address. | The council | public task | post | 2028-06-30 | Apart. | Who, what."
    )
    event = joined(good_event, CONSENTS + other)
    note = SIGN_UP.replace("# choices", "note | post | We use your address. | consent:post\n# choices")
    forms = {"park.xlsx": "# survey\ntype | name | label\ntext | why | Why?\n# settings\nform_id\npark"}
    told = check_pack(pack_folder(event, {**forms, "join.xlsx": note}))
    assert not [one for one in told if "post" in one.wrong]
    left_out = check_pack(pack_folder(event, {**forms, "join.xlsx": SIGN_UP}))
    (advice,) = [one for one in left_out if 'nobody is told about "post"' in one.wrong]
    assert advice.severity is Severity.ADVICE


def test_people_can_always_agree_to_hear_what_happened(
    pack_folder: Callable[..., Path], good_event: str, good_form: str
) -> None:
    consents = CONSENTS.replace("May we write what happened?", "May we sell you a car?")
    folder = pack_folder(joined(good_event, consents), {"park.xlsx": good_form, "join.xlsx": SIGN_UP})
    [found] = mistakes(folder)
    assert found.startswith("event.xlsx · consents: people can agree to much")


def test_a_notice_that_says_nothing_of_complaints_is_advised_on(
    pack_folder: Callable[..., Path], good_event: str, good_form: str
) -> None:
    consents = CONSENTS.replace("Complain here.", "Who.")
    folder = pack_folder(joined(good_event, consents), {"park.xlsx": good_form, "join.xlsx": SIGN_UP})
    advice = [str(one) for one in check_pack(folder) if one.severity is Severity.ADVICE]
    assert any("how to complain, and that you confirm a complaint within 30 days" in line for line in advice)


ABOUT = """
# survey
type | name | label | kiosk::role
select_one age | age | How old are you? | profile:age
# choices
list_name | name | label
age | young | Under 25
age | old | 25 or over
{refusing}
# settings
form_title | form_id
About you | about
"""


@pytest.mark.parametrize(
    ("refusing", "fine"),
    [
        ("", False),
        ("age | prefer_not_to_say | Prefer not to say", True),
        ("age | x | I would rather not say", True),
    ],
)
def test_who_is_asked_about_themselves_may_prefer_not_to_say(
    refusing: str, fine: bool, pack_folder: Callable[..., Path], good_event: str, good_form: str
) -> None:
    event = good_event.replace("# promises", "about | about.xlsx | about | About you\n# promises")
    folder = pack_folder(event, {"park.xlsx": good_form, "about.xlsx": ABOUT.format(refusing=refusing)})
    found = [line for line in mistakes(folder) if "rather not say" in line]
    assert bool(found) is not fine
    assert all(line.startswith("forms/about.xlsx · survey · row 2 · A (type)") for line in found)
