"""The texts of an event that residents read and hear, apart from its forms and the program's own."""

from collections.abc import Iterator
from typing import Protocol

from kiosk.pack.model import Activity, Consent, Event, Promise, Reply, Text


class Parts(Protocol):
    """What a compiled pack and a sheet just read have in common."""

    @property
    def event(self) -> Event: ...
    @property
    def activities(self) -> tuple[Activity, ...]: ...
    @property
    def promises(self) -> tuple[Promise, ...]: ...
    @property
    def consents(self) -> tuple[Consent, ...]: ...
    @property
    def replies(self) -> tuple[Reply, ...]: ...


def event_texts(parts: Parts) -> Iterator[Text]:
    """Each of them, in the order in which a visit meets them. Whole notices are read, not listened to."""
    event = parts.event
    yield from _filled(event.title)
    for activity in parts.activities:
        yield from _filled(activity.title, activity.summary)
    for promise in parts.promises:
        yield from _filled(promise.can_change, promise.cannot_change, promise.who_decides, promise.by_when)
        yield from _filled(*promise.next_steps)
    for consent in parts.consents:
        yield from _filled(consent.words, consent.notice_short)
    yield from _filled(event.urgent_help, event.youth_worker)
    for reply in parts.replies:
        yield from _filled(reply.theme, reply.said, reply.did, reply.because)


def _filled(*texts: Text) -> Iterator[Text]:
    return (text for text in texts if text)


def key_of(text: Text, language: str) -> str:
    """What stands for it in the sheet texts: its words in the event's own language, on one line."""
    return " ".join(text.words.get(language, "").split())
