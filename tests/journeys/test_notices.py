"""A purpose on another basis than consent is told on a page of its own: nobody is asked to tick anything."""

from dataclasses import replace

from kiosk.pack.model import Consent, Text

NOTICE = "We keep your street with your answer."
WHY = "Apart from your name. By law."


def told(form_alone):
    pack = form_alone({"type": "note", "name": "law", "label": NOTICE, "kiosk::role": "consent:law"})
    full = Text({"en": "Who, what for, how long, and how to complain."})
    law = Consent(
        "law", Text({"en": NOTICE}), "The council", "public task", "", "2029", Text({"en": WHY}), full
    )
    return replace(pack, consents=(law,))


def test_a_notice_is_read_and_no_box_is_ticked(begun, form_alone):
    stall = begun(told(form_alone))
    assert stall.heading == NOTICE
    assert stall.sees(WHY)
    assert stall.model.question.choices == []
    stall.press("How we look after your details")
    assert stall.sees("Who, what for, how long, and how to complain.")
    stall.press("Back", "Continue", "Save")
    (record,) = stall.saved()
    kept = record.notes["consents"]["law"]
    assert (kept["answer"], kept["basis"], kept["words"]) == ("told", "public task", NOTICE)
    assert record.answers == {}
