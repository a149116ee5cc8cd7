"""The answers of an event by activity, each with the columns of every version of its form."""

from collections.abc import Sequence

from exports.readable.answers import Shape, shape_of
from exports.readable.opened import Opened
from exports.readable.roles import Part
from kiosk.errors import KioskError
from kiosk.forms.columns import Column, columns
from kiosk.forms.definition import read_form
from kiosk.storage.database import Store
from kiosk.storage.kept.formshelf import KeptForm, kept_forms
from kiosk.storage.kept.records import AnswerSet


def parts_of(store: Store, event_id: str, work: Opened) -> list[Part]:
    """One part an activity, by name. Versions whose form cannot be read are named in `work.unreadable`."""
    kept = kept_forms(store, event_id)
    parts = []
    for activity in sorted(activity for event, activity in work.answers if event == event_id):
        forms = [form for form in kept if form.activity == activity]
        answer_sets = work.answers[event_id, activity]
        shape = _shape(forms, answer_sets, work)
        parts.append(Part(activity, shape, answer_sets, {form.version: form for form in forms}))
    return parts


def _shape(forms: Sequence[KeptForm], answer_sets: Sequence[AnswerSet], work: Opened) -> Shape:
    versions: list[tuple[Column, ...]] = []
    for kept in reversed(forms):
        source = kept.form
        try:
            versions.append(columns(read_form(source.xml, roles=source.roles, or_other=source.or_other)))
        except KioskError:
            work.unreadable.append(kept.version)
    return shape_of(versions, answer_sets)
