"""Visits without a window: any activity of a pack, and pages named as they come."""

from collections.abc import Callable

import pytest

from kiosk.clock import FakeClock
from kiosk.forms.definition import read_form
from kiosk.forms.form import Form
from kiosk.pack.model import Pack
from kiosk.visit.step import Step
from kiosk.visit.visit import Visit


def form_of(pack: Pack, activity_id: str) -> Form:
    source = pack.form_of(pack.activity(activity_id))
    return read_form(source.xml, roles=source.roles, or_other=source.or_other)


@pytest.fixture
def visit_to() -> Callable[..., Visit]:
    """Begins a visit to an activity; `about` is whether About you follows."""

    def begin(pack: Pack, activity_id: str, *, language: str = "en", about: bool = True) -> Visit:
        beside = pack.activity("about") if about and any(a.id == "about" for a in pack.activities) else None
        return Visit(
            pack,
            pack.activity(activity_id),
            form_of(pack, activity_id),
            language=language,
            clock=FakeClock(),
            about=(beside, form_of(pack, "about")) if beside else None,
        )

    return begin


@pytest.fixture
def go() -> Callable[..., None]:
    """Goes on until the question called `name` is shown, answering what it is told to on the way."""

    def on_to(visit: Visit, name: str, /, **answers: str) -> None:
        for _ in range(60):
            if visit.step is Step.QUESTION:
                asked = visit.question.name
                if asked == name:
                    return
                if asked in answers:
                    visit.interview.answer(visit.path, answers[asked])
            elif visit.step.value == name:
                return
            assert not visit.forward(), f"held up at {visit.step} {visit.path}"
        raise AssertionError(f"never came to {name}")

    return on_to
