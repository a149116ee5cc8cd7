"""A questionnaire on paper: the promise, numbered questions, the notice, boxes for the office."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, PageBreak

from exports.paper.answers import answer_parts, how
from exports.paper.parts import day_words, office_use, promise_card, said
from exports.paper.questions import Group, Question, questions_of
from exports.pdf.document import FULL, flowing
from exports.pdf.flow import Part, Row, Stack
from exports.pdf.look import ACTION, EDGE, PAPER, QUIET, SOFT, Sizes
from exports.pdf.setting import Setting, space
from exports.pdf.words import Span
from kiosk.pack.model import Activity, ActivityKind, Consent, Pack


def paper_form(
    pack: Pack, activities: Sequence[Activity], language: str = "en", *, large: bool = False
) -> bytes:
    """The paper of some activities as one PDF, each beginning on a page of its own.

    KioskError(FORM_UNREADABLE).
    """
    setting = Setting(language, Sizes(large))
    title = said(pack.event.title, setting, pack.event)
    story: list[Flowable] = []
    for activity in activities:
        groups = questions_of(pack.form_of(activity), setting.words)
        story += [PageBreak()] if story else []
        story += [*_head(pack, activity, setting), *_before(pack, activity, setting)]
        for group in groups:
            story += _group(group, pack, setting)
        story += _after(pack, groups, setting)
    names = [said(activity.title, setting, pack.event) for activity in activities]
    foot = f"{title} · {names[0]}" if len(names) == 1 else title
    return flowing(story, title=foot, language=language, sizes=setting.sizes, foot=foot)


def _head(pack: Pack, activity: Activity, setting: Setting) -> list[Part]:
    event, words = pack.event, setting.words
    line = " · ".join(each for each in (said(event.title, setting, event), day_words(event, words)) if each)
    parts: list[Part] = [
        setting.text(said(event.organiser, setting, event), bold=True, colour=ACTION, after=2),
        setting.text(line, colour=QUIET),
        setting.title(said(activity.title, setting, event), 1),
    ]
    if pack.practice:
        parts.append(setting.text(words("This is practice. Nobody will read what you put in."), bold=True))
    return [*parts, *setting.unchecked()]


def _before(pack: Pack, activity: Activity, setting: Setting) -> list[Part]:
    words, event = setting.words, pack.event
    parts: list[Part] = []
    promise = pack.promise_of(activity)
    if promise:
        parts.append(promise_card(promise, setting, event))
    notes = [words("You can skip questions. You can stop at any time.")]
    if activity.kind is ActivityKind.ABOUT:
        notes += [
            words("You do not have to. We keep it apart from what you said."),
            words("It helps us see who we have not heard from yet."),
        ]
    elif activity.kind is not ActivityKind.SIGN_UP:
        notes.append(words("We do not ask your name here. Please write no names."))
    if event.urgent_help:
        notes.append(said(event.urgent_help, setting, event))
    notes.append(words("Ask anybody at this stall. We are glad to help."))
    parts.append(setting.card(setting.bullets(notes), SOFT, ""))
    if activity.kind is ActivityKind.SIGN_UP:
        parts += _adults(pack, setting)
    return parts


def _adults(pack: Pack, setting: Setting) -> list[Part]:
    """Only adults sign up; who is not, learns whom to ask (COPRODUCTION.md)."""
    words, age = setting.words, pack.event.sign_up_min_age
    line = words("To sign up you need to be {age} or over.", age=age)
    worker = said(pack.event.youth_worker, setting, pack.event)
    if worker:
        line += " " + words("If you are younger, talk to: {worker}.", worker=worker)
    return [setting.text(line, bold=True)]


def _group(group: Group, pack: Pack, setting: Setting) -> list[Part]:
    head: list[Part] = []
    if group.title:
        head.append(setting.title(group.title, 2))
    if group.direction:
        head.append(_direction(group.direction, setting))
    if group.again:
        head.append(
            setting.text(setting.words("Is there more than one? Ask us for another sheet."), colour=QUIET)
        )
    parts: list[Part] = []
    for question in group.questions:
        parts.append(Stack([*head, *_question(question, pack, setting)], setting.sizes.body * 1.2, FULL))
        head = []
    return parts


def _direction(words: str, setting: Setting) -> Row:
    line = setting.text([Span(words, True, ACTION)], after=0)
    return Row([line], padding=setting.sizes.body * 0.5, fill=SOFT, radius=5, after=setting.sizes.gap)


def _question(question: Question, pack: Pack, setting: Setting) -> list[Part]:
    if not question.number:
        return [setting.text(question.label, bold=True, after=2), setting.text(question.hint, after=0)]
    inside: list[Part] = []
    if question.direction:
        inside.append(_direction(question.direction, setting))
    number = setting.text(f"{question.number}", steps=1.3, bold=True, colour=ACTION, after=0)
    label = [setting.text(question.label, steps=1.1, bold=True, after=3)]
    label += _consent_words(question, pack, setting)
    hint = " ".join(each for each in (question.hint, how(question, setting)) if each)
    if hint:
        label.append(setting.text(hint, colour=QUIET, after=3))
    width = setting.sizes.body * 2.1
    inside.append(setting.beside(number, label, width, gap=4))
    inside += [_indent(part, width, setting) for part in answer_parts(question, pack, setting)]
    return inside


def _indent(part: Part, width: float, setting: Setting) -> Row:
    return Row([space(0.1), part], (width, 1), rtl=setting.rtl, gap=4, after=part.after)


def _consent_words(question: Question, pack: Pack, setting: Setting) -> list[Part]:
    """English beside consent words that no speaker has checked, and who the yes is given to."""
    kind, _, consent_id = question.role.partition(":")
    consent = pack.consent(consent_id) if kind == "consent" else None
    if consent is None:
        return []
    parts: list[Part] = []
    if not setting.words.checked and consent.words.has("en"):
        parts.append(setting.text(consent.words.say("en"), colour=QUIET, after=3, language="en"))
    if consent.organisation:
        parts.append(setting.labelled(setting.words("You say this to"), consent.organisation, after=3))
    return parts


def _after(pack: Pack, groups: Sequence[Group], setting: Setting) -> list[Part]:
    words = setting.words
    parts: list[Part] = []
    for consent in _notices(pack, groups):
        parts.append(setting.title(words("How we look after your details"), 2))
        parts.append(setting.text(said(consent.notice_short, setting, pack.event), bold=True))
        full = [
            setting.text(line) for line in said(consent.notice_full, setting, pack.event).split("\n") if line
        ]
        parts.append(setting.card(full, PAPER, EDGE))
    thanks = words("Give this paper to somebody at the stall. We write your reference on a card.")
    end = [setting.title(words("Thank you"), 2), setting.text(thanks), office_use(setting)]
    return [*parts, Stack(end, whole=FULL)]


def _notices(pack: Pack, groups: Sequence[Group]) -> list[Consent]:
    """The consents whose notices this form needs, each notice once."""
    roles = [question.role.partition(":") for group in groups for question in group.questions]
    found = {
        consent.notice_full.say("en"): consent
        for kind, _, consent_id in roles
        if kind == "consent" and (consent := pack.consent(consent_id)) and consent.notice_full
    }
    return list(found.values())
