"""How each promise stands in the report: what was said, by when, and what has come of it or has not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from exports.report.blocks import Card, Heading, Labelled, Paragraph
from exports.report.gather import gather
from exports.report.telling import tell
from kiosk.clock import FakeClock
from kiosk.pack.model import Pack, Reply, Text
from kiosk.storage.database import Store
from kiosk.storage.sealed.keys import SecretKey

Standing = Callable[..., list[str]]


def reply(identity: str, **facts: object) -> Reply:
    usual = {"date": "2027-07-01", "status": "doing", "theme": Text({"en": "Swings"}), "activity": "park"}
    texts = {"said": Text({"en": "More swings."}), "did": Text(), "because": Text()}
    return Reply(identity, **{**usual, **texts, **facts})  # type: ignore[arg-type]


@pytest.fixture
def standing(office: Store, secret: SecretKey, pack: Pack, told: Callable[..., list[str]]) -> Standing:
    """The lines under "How it stands" of one activity's promise, on a day, with these replies."""
    told("park", {"often": "days"}, 11)

    def lines(day: date, *replies: Reply, activity: str = "park") -> list[str]:
        mine = replace(pack, replies=replies)
        heard = gather(office, secret, mine, clock=FakeClock(datetime.combine(day, time(12), UTC)))
        blocks = tell(heard, "en").blocks
        title = pack.activity(activity).title.say("en")
        promised = next(at for at, one in enumerate(blocks) if one == Heading(2, "What we promised"))
        at = blocks.index(Heading(3, title), promised)
        card = blocks[at + 1]
        assert isinstance(card, Card)
        places = [at for at, one in enumerate(card.blocks) if getattr(one, "label", "") == "How it stands"]
        found = card.blocks[places[0] :]
        return [one.words for one in found if isinstance(one, Labelled | Paragraph)]

    return lines


def test_in_time_and_not_answered(standing: Standing) -> None:
    assert standing(date(2027, 6, 13)) == ["We have not answered yet. We answer by 30 September 2027."]


def test_its_day_has_passed_without_an_answer(standing: Standing) -> None:
    late = "We said 30 September 2027. That day has passed without an answer."
    assert standing(date(2027, 10, 1)) == [late]
    assert standing(date(2027, 10, 1), reply("a", activity="ideas")) == [late], "another promise's reply"


def test_answered_with_its_status_and_its_day(standing: Standing) -> None:
    assert standing(date(2027, 7, 2), reply("a", status="done")) == [
        "Swings · Done · We answered on 1 July 2027."
    ]
    assert standing(date(2027, 7, 2), reply("a", by_when="2027-12-09")) == [
        "Swings · We are doing it · We answered on 1 July 2027. · More by 9 December 2027."
    ]


def test_answered_after_its_day_and_late_again(standing: Standing) -> None:
    after = reply("a", date="2027-10-20", by_when="2027-12-09")
    assert standing(date(2028, 1, 1), after) == [
        "Swings · We are late · We answered on 20 October 2027, after the day that we named."
        " · We said 9 December 2027. That day has passed."
    ]


def test_each_reply_to_it_has_its_line_the_newest_first(standing: Standing) -> None:
    found = standing(date(2027, 9, 1), reply("a"), reply("b", date="2027-08-01", theme=Text()))
    assert [line.split(" · ")[-1] for line in found] == [
        "We answered on 1 August 2027.",
        "We answered on 1 July 2027.",
    ]
