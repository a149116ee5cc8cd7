"""The sheets of event.xlsx: their columns, keys and allowed words (FORMS.md, "An event pack")."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.pack.model import ActivityKind, Rung


@dataclass(frozen=True)
class SheetColumns:
    """`needed` cells may not be blank; `translated` columns take `::Language (code)`."""

    needed: tuple[str, ...]
    translated: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.needed, *self.translated, *self.others)))


SHEETS: Mapping[str, SheetColumns] = {
    "event": SheetColumns(("key",), ("value",)),
    "activities": SheetColumns(("id", "kind", "title"), ("title", "summary"), ("form", "icon", "on")),
    "promises": SheetColumns(
        ("activity", "rung"),
        ("can_change", "cannot_change", "who_decides", "by_when", "next_steps"),
        ("residents_decide",),
    ),
    "consents": SheetColumns(
        ("id", "words", "organisation", "basis"),
        ("words", "notice_short", "notice_full"),
        ("channel", "keep_until"),
    ),
    "replies": SheetColumns(
        ("id", "date", "status", "said"),
        ("theme", "said", "did", "because"),
        ("references", "by_when", "activity"),
    ),
    "ideas": SheetColumns(("id", "text"), ("text",), ("status",)),
    "profile": SheetColumns(("key", "bucket", "share"), ("label",)),
    "tablets": SheetColumns(("name",)),
    "texts": SheetColumns(("key",), ("text", "recording", "checked_by", "checked_on")),
}
# In the sheet texts, the key that stands for all words of the program: who has checked a language.
ALL_WORDS = "*"

# The keys of the event sheet: what each is for, as the starter pack explains it.
TRANSLATED_KEYS = frozenset({"title", "organiser", "venue", "urgent_help", "youth_worker"})
NEEDED_KEYS = ("event_id", "title", "organiser", "urgent_help")
WHOLE_NUMBERS: Mapping[str, tuple[int, int]] = {
    "read_within_days": (1, 365),
    "sign_up_min_age": (13, 99),
    "idle_seconds": (30, 1800),
    "retention_days": (1, 3650),
}
YES_NO_KEYS = ("keep_partial", "voice_answers", "resident_questions", "unchecked_sign_up")
EVENT_KEYS: Mapping[str, str] = {
    "event_id": "A short name of your own for this event: letters, digits, - and _. Never change it later.",
    "title": "What residents see first.",
    "organiser": "Who asks, by the name residents know.",
    "venue": "Where the stall is.",
    "date": "The day of the event, or its first day: 2027-06-12.",
    "languages": "The codes of the languages offered, with commas: en, pa, ur.",
    "default_language": "The language the kiosk starts in.",
    "charter_address": "Web address of the full charter, if there is one.",
    "continue_address": "Web address where people can carry on at home, if there is one.",
    "urgent_help": "Said on every page for free text: whom to tell when somebody is in danger.",
    "read_within_days": "Within how many days staff read what people wrote.",
    "youth_worker": "Whom somebody under age can talk to at the event.",
    "sign_up_min_age": "The least age for leaving contact details (18).",
    "idle_seconds": 'How long the kiosk waits before it asks "Still there?" (150).',
    "keep_partial": "Keep answers of visits that were not finished: no (usual) or sealed.",
    "voice_answers": "Let people speak an answer instead of typing it: no or yes.",
    "live_question": "The one question whose counts are shown at the stall: form/question.",
    "resident_questions": "Let residents propose the next question on the ideas wall: yes (usual) or no.",
    "unchecked_sign_up": "Let people sign up in a language that no speaker has checked: yes (usual) or no.",
    "retention_days": "After how many days answers are taken out (365).",
    "office_key": "The event's public key, from `keys new`. Empty: the event is only practice.",
}

KINDS = tuple(kind.value for kind in ActivityKind)
STATUSES = ("done", "doing", "deciding", "cannot", "late")
IDEA_STATUSES = ("shown", "waiting", "hidden")
BASES = ("consent", "public task", "legal obligation", "legitimate interests", "contract", "vital interests")
CHANNELS = ("email", "text", "phone", "post", "")
PROMISE_PARTS: Mapping[str, str] = {
    "can_change": "what can change",
    "cannot_change": "what cannot change",
    "who_decides": "who decides",
    "by_when": "by when",
    "next_steps": "what happens next",
}
# The five rungs and the plain words they are shown with (COPRODUCTION.md).
RUNGS: Mapping[str, Rung] = {
    **{rung.value: rung for rung in Rung},
    "coproduce": Rung.COPRODUCE,
    "find out": Rung.INFORM,
    "talk with us": Rung.ENGAGE,
    "have your say": Rung.CONSULT,
    "help shape it": Rung.INVOLVE,
    "decide together": Rung.COPRODUCE,
}
YES = frozenset({"yes", "true", "true()", "1", "on", "y"})
NO = frozenset({"no", "false", "false()", "0", "off", "n"})
