"""The facts of the report out of an office: records opened once, counted, and let go."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from exports.paper.questions import OTHER
from exports.readable.answers import Shape, shape_of
from exports.readable.opened import Opened, open_all
from exports.report.counting import MOST_QUOTES, WORDS, YES, heard, quotes_of, reported, values_of
from exports.report.heard import ActivityHeard, Counted, Heard, IdeaHeard, QuestionHeard, Quoted, Theme
from exports.report.notes import Notes
from kiosk.clock import Clock, SystemClock, today
from kiosk.coproduction.reach import reach
from kiosk.coproduction.replies import replies
from kiosk.coproduction.wall import starter_id
from kiosk.coproduction.worked import how_we_worked
from kiosk.errors import ErrorCode, KioskError
from kiosk.forms.columns import Column, columns
from kiosk.forms.definition import read_form
from kiosk.forms.form import Range
from kiosk.pack.model import Activity, ActivityKind, Pack, Text
from kiosk.storage.database import Store
from kiosk.storage.kept.formshelf import kept_forms
from kiosk.storage.kept.ideas import backings, ideas_of
from kiosk.storage.kept.records import AnswerSet
from kiosk.storage.sealed.keys import SecretKey
from kiosk.words import LANGUAGES, Words

Progress = Callable[[int, int], None]
Saying = Mapping[str, list[tuple[AnswerSet, str]]]


@dataclass(frozen=True)
class _Part:
    """One activity's records, the columns of its forms, and the points of its scales by path."""

    activity: Activity
    answer_sets: Sequence[AnswerSet]
    shape: Shape
    scales: Mapping[str, list[str]]
    said: Saying


def gather(
    store: Store,
    secret: SecretKey,
    pack: Pack,
    language: str = "en",
    notes: Notes | None = None,
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> Heard:
    """Everything that the report of `pack`'s event says. KioskError: NOTHING_TO_EXPORT."""
    work = open_all(store, secret, progress)
    day = today(clock or SystemClock())
    parts = list(_parts(store, pack, work))
    everything = [answers for part in parts for answers in part.answer_sets]
    if not everything:
        raise KioskError(ErrorCode.NOTHING_TO_EXPORT)
    spoken = [part for part in parts if part.activity.kind is not ActivityKind.ABOUT]
    people = [answers for part in spoken for answers in part.answer_sets]
    languages = Counter(answers.language for answers in people)
    told = _Told(notes or Notes(), languages, language)
    activities = tuple(told.activity(part) for part in spoken)
    questions = [question for activity in activities for question in activity.questions]
    return Heard(
        pack=pack,
        day=day,
        days=tuple(sorted({answers.day for answers in everything})),
        answer_sets=len(people),
        assisted=sum(answers.assisted for answers in people),
        activities=activities,
        themes=told.themes(),
        ideas=_ideas(store, pack),
        offers=tuple(question for question in questions if question.role == "offer"),
        needs=tuple(question for question in questions if question.role == "need"),
        meetings=_meetings(spoken),
        languages=languages,
        reach=reach(pack.profile, _profile(parts), 1),
        replies=tuple(one for one in replies(pack, day, store) if one.event_id == pack.event.id),
        worked=how_we_worked(store, pack, day),
        skipped=len(work.skipped),
        other_keys=work.other_keys,
    )


def _parts(store: Store, pack: Pack, work: Opened) -> list[_Part]:
    kept = kept_forms(store, pack.event.id)
    known = {activity.id: activity for activity in pack.activities}
    found: list[_Part] = []
    for (event_id, activity_id), answer_sets in work.answers.items():
        if event_id != pack.event.id:
            continue
        forms = [form for form in reversed(kept) if form.activity == activity_id]
        title = forms[0].title if forms else Text({"en": activity_id})
        activity = known.get(activity_id) or Activity(
            activity_id, ActivityKind.QUESTIONS, title, Text(), "", ""
        )
        versions, scales, others = [], dict[str, list[str]](), set[str]()
        for form in forms:
            try:
                read = read_form(form.form.xml, roles=form.form.roles, or_other=form.form.or_other)
            except KioskError:
                continue
            versions.append(columns(read))
            others |= {path + OTHER for path in read.or_other} | read.or_other
            for control in read.questions:
                if control.range:
                    scales.setdefault(control.path, _points(control.range))
        shape = _with_other(shape_of(versions, answer_sets), others)
        found.append(_Part(activity, answer_sets, shape, scales, values_of(answer_sets)))
    order = [activity.id for activity in pack.activities]
    return sorted(
        found,
        key=lambda part: (
            order.index(part.activity.id) if part.activity.id in order else len(order),
            part.activity.id,
        ),
    )


def _with_other(shape: Shape, others: set[str]) -> Shape:
    """`or_other` has English words of its own making: the program's stand there in every language."""
    said = {code: Words(code)("Something else") for code in LANGUAGES}

    def put(column: Column) -> Column:
        if column.path in others and column.kind in WORDS:
            return replace(column, label=said)
        if others and column.choices.get("other", {}).get("en") == "Other":
            return replace(column, choices={**column.choices, "other": said})
        return column

    return Shape(tuple(put(column) for column in shape.columns))


def _points(scale: Range) -> list[str]:
    found: list[str] = []
    at = scale.start
    while scale.step and min(scale.start, scale.end) <= at <= max(scale.start, scale.end) and len(found) < 50:
        found.append(f"{at.normalize():f}")
        at += scale.step
    return found


class _Told:
    """Questions and quotations, with what is needed to judge whether words may be shown."""

    def __init__(self, notes: Notes, languages: Mapping[str, int], language: str) -> None:
        self.notes, self.languages, self.language = notes, languages, language
        self.quotes: dict[str, list[Quoted]] = {}  # by record
        self.records: set[str] = set()

    def activity(self, part: _Part) -> ActivityHeard:
        self.records.update(answers.id for answers in part.answer_sets)
        allowed = {
            answers.id: value in YES
            for path, column in part.shape.by_path.items()
            if column.role == "quote"
            for answers, value in part.said.get(path, ())
        }
        questions = tuple(self._questions(part, allowed))
        return ActivityHeard(part.activity, len(part.answer_sets), questions)

    def _questions(self, part: _Part, allowed: Mapping[str, bool]) -> list[QuestionHeard]:
        found: list[QuestionHeard] = []
        for column in part.shape.columns:
            if not reported(column):
                continue
            said = part.said.get(column.path, [])
            quotes: list[Quoted] = []
            if column.kind in WORDS:
                shown = quotes_of(column.path, said, allowed, self.notes, self.languages, self.language)
                for record, quote in shown:
                    self.quotes.setdefault(record, []).append(quote)
                    if not self.notes.tags.get(record):  # what has a theme is said there
                        quotes.append(quote)
            found.append(heard(column, said, _once(quotes), part.scales.get(column.path, ())))
        return found

    def themes(self) -> tuple[Theme, ...]:
        """The office's tags, the most used first."""
        by_tag: dict[str, list[str]] = {}
        for record, tags in sorted(self.notes.tags.items()):
            for tag in tags:
                if record in self.records:
                    by_tag.setdefault(tag, []).append(record)
        themes = [
            Theme(
                tag,
                len(records),
                _once(quote for record in records for quote in self.quotes.get(record, ())),
            )
            for tag, records in by_tag.items()
        ]
        return tuple(sorted(themes, key=lambda theme: (-theme.people, theme.name.lower())))


def _once(quotes: Iterable[Quoted]) -> tuple[Quoted, ...]:
    """The first few; the same words are said once."""
    return tuple(dict.fromkeys(quotes))[:MOST_QUOTES]


def _ideas(store: Store, pack: Pack) -> tuple[IdeaHeard, ...]:
    taps = backings(store.db)
    starters = {starter_id(pack, starter): starter.text for starter in pack.ideas}
    shown = [
        IdeaHeard(
            starters.get(idea.id) or Text({idea.language: idea.text}),
            idea.language,
            taps.get(idea.id, 0),
            idea.kind,
        )
        for idea in ideas_of(store.db, event_id=pack.event.id)
        if idea.status == "approved" and idea.gone % 2 == 0
    ]
    return tuple(sorted(shown, key=lambda idea: (-idea.taps, idea.text.say("en"))))


def _meetings(parts: Sequence[_Part]) -> tuple[Counted, ...]:
    """How many would like to be introduced, by the question that asked them."""
    return tuple(
        Counted(Text(dict(column.label)), sum(value in YES for _, value in part.said.get(path, ())))
        for part in parts
        for path, column in part.shape.by_path.items()
        if column.role.startswith("intro:")
    )


def _profile(parts: Sequence[_Part]) -> dict[str, dict[str, int]]:
    """Who took part, as they told us: totals by question of the profile and by answer."""
    found: dict[str, dict[str, int]] = {}
    for part in parts:
        for path, column in part.shape.by_path.items():
            role, _, key = column.role.partition(":")
            if role == "profile":
                counts = Counter(value for _, value in part.said.get(path, ()))
                found[key] = dict(Counter(found.get(key, {})) + counts)
    return found
