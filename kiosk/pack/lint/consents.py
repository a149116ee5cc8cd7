"""Consents, roles and personal details: where they may be asked, and how."""

import re

from kiosk.pack.lint.context import ADVICE, FormContext, meant
from kiosk.pack.lint.event.workbook import EventCheck
from kiosk.pack.model import ActivityKind
from kiosk.pack.staff import sheets
from kiosk.pack.staff.xlsform import SELECTS, Question

_DETAILS = ("name", "phone", "email", "address", "postcode")
_PLAIN_ROLES = ("offer", "need", "quote", "together")
_ROLES = (*_PLAIN_ROLES, *(f"detail:{detail}" for detail in _DETAILS), "consent:", "intro:", "profile:")
_NOT_SAY = re.compile(r"prefer[ _]not|rather[ _]not|not[ _](to[ _])?say|no[ _]answer|refuse", re.I)
_COMPLAINT = re.compile(r"complain", re.I)
_HAPPENED = re.compile(r"happened|hear(d)? back", re.I)
_ASKS_DETAILS = re.compile(
    r"\b(your (full |first |last )?name|e-?mail|phone|telephone|mobile number|post ?code|your address)\b",
    re.I,
)


def check_roles(context: FormContext) -> None:
    """The kiosk::role of each question of one form."""
    survey = context.form.survey
    for question in context.questions:
        role = survey.value(question.row, "kiosk::role")
        if role:
            _role(context, question, role)
        elif question.type in ("text", "integer") and ActivityKind.SIGN_UP not in context.kinds:
            _asks_details(context, question)
    if ActivityKind.SIGN_UP in context.kinds and context.parts is not None:
        roles = [survey.value(question.row, "kiosk::role") for question in context.questions]
        details = [role for role in roles if role.startswith("detail:")]
        if details and not any(role.startswith("consent:") for role in roles):
            wrong = "details are asked for and no consent"
            do = "add one question for each purpose and channel, with the role consent:ID"
            context.say(survey, None, "kiosk::role", wrong, do)


def _role(context: FormContext, question: Question, role: str) -> None:
    head, _, rest = role.partition(":")
    if head == "consent" and rest:
        _consent(context, question, rest)
    elif head == "detail":
        if rest not in _DETAILS:
            do = meant(role, _ROLES, "use one of: " + ", ".join(f"detail:{name}" for name in _DETAILS))
            context.survey(question, "kiosk::role", f'"{role}" is not a role', do)
        elif ActivityKind.SIGN_UP not in context.kinds and context.parts is not None:
            wrong = "a contact detail is asked for outside a sign-up"
            context.survey(question, "kiosk::role", wrong, "move it into the form of the sign-up activity")
    elif head == "profile" and rest:
        keys = {share.key for share in context.parts.profile} if context.parts else {rest}
        if rest not in keys:
            near = meant(rest, keys, "")
            do = near or "add its rows to the sheet profile, to see who is missing"
            wrong = f'the sheet profile has no key "{rest}"'
            context.survey(question, "kiosk::role", wrong, do, advice=not near)
        _may_refuse(context, question)
    elif not (head == "intro" and rest) and role not in _PLAIN_ROLES:
        do = meant(role, _ROLES, "use one of: " + ", ".join(_ROLES))
        context.survey(question, "kiosk::role", f'"{role}" is not a role', do)


def _may_refuse(context: FormContext, question: Question) -> None:
    """Whoever is asked about themselves can always choose not to say."""
    choices = context.form.choices
    rows = context.lists.get(question.list_name, ()) if question.type in SELECTS else ()
    said = (
        f"{choices.value(row, 'name')} {choices.text(row, 'label', context.language).say('en')}"
        for row in rows
    )
    if rows and not any(_NOT_SAY.search(words) for words in said):
        wrong = f'"{question.list_name}" has no choice for those who would rather not say'
        context.survey(question, "type", wrong, "add the choice prefer_not_to_say, Prefer not to say")


def _consent(context: FormContext, question: Question, identity: str) -> None:
    survey = context.form.survey
    consents = {consent.id: consent for consent in context.parts.consents} if context.parts else {}
    if context.parts is not None and identity not in consents:
        do = meant(identity, consents, "add it to the sheet consents of event.xlsx")
        context.survey(question, "kiosk::role", f'there is no consent "{identity}"', do)
    elif identity in consents and consents[identity].basis.lower() != "consent":
        if question.type != "note":
            wrong = f'the basis of "{identity}" is {consents[identity].basis}, so nobody is asked to agree'
            context.survey(question, "type", wrong, "make it a note, with the same role")
        return
    if survey.value(question.row, "default"):
        context.survey(question, "default", "the consent is ticked beforehand", "clear the default")
    if question.type == "acknowledge" and survey.value(question.row, "required").lower() in sheets.YES:
        wrong = "a tick box that must be ticked is not consent"
        context.survey(question, "required", wrong, "clear it, or ask with select_one yes and no")
    if question.type not in ("select_one", "acknowledge", "select_multiple"):
        do = "use acknowledge, or select_one with yes and no"
        context.survey(question, "type", f"a consent cannot be a question of type {question.type}", do)


def _asks_details(context: FormContext, question: Question) -> None:
    survey = context.form.survey
    words = survey.text(question.row, "label", context.language).words.get("en", "")
    appearance = survey.value(question.row, "appearance").split()
    if _ASKS_DETAILS.search(words) or {"email", "phone"} & set(appearance):
        wrong = "this seems to ask for personal details outside a sign-up"
        do = "leave it out, or move it into a sign-up, where they stay apart from opinions"
        context.survey(question, "label", wrong, do, advice=True)


def check_consents(check: EventCheck, roles: frozenset[str]) -> None:
    """The consents sheet; `roles` are those of every form."""
    _tells_what_happened(check)
    for sheet, row in check.rows("consents"):
        identity = sheet.value(row, "id")
        notice_full = sheet.text(row, "notice_full").say("en")
        if notice_full and not _COMPLAINT.search(notice_full):
            do = "say how to complain, and that you confirm a complaint within 30 days"
            check.say(sheet, row, "notice_full", "the notice does not say how to complain", do, ADVICE)
        for notice in ("notice_short", "notice_full"):
            if not sheet.text(row, notice):
                do = "who, what for, basis, how long, rights, and how to complain"
                check.say(sheet, row, notice, f"{notice} is blank", do)
        if not sheet.value(row, "keep_until"):
            check.say(
                sheet, row, "keep_until", "it does not say how long details are kept", "write until when"
            )
        is_asked = sheet.value(row, "basis").lower() in ("consent", "")
        if identity and not is_asked and f"consent:{identity}" not in roles:
            wrong = f'nobody is told about "{identity}"'
            do = f"give a note of the form the role consent:{identity}: its notice is shown there"
            check.say(sheet, row, "id", wrong, do, ADVICE)
        if identity and is_asked and f"consent:{identity}" not in roles:
            wrong = f'no question asks for the consent "{identity}"'
            do = f"give a question of the sign-up the role consent:{identity}"
            check.say(sheet, row, "id", wrong, do, ADVICE)


def _tells_what_happened(check: EventCheck) -> None:
    """One purpose is always there: to tell people what came of it (COPRODUCTION.md)."""
    asked = [
        f"{sheet.value(row, 'id')} {sheet.text(row, 'words').say('en')}"
        for sheet, row in check.rows("consents")
        if sheet.value(row, "basis").lower() in ("consent", "")
    ]
    if asked and not any(_HAPPENED.search(words) for words in asked):
        wrong = "people can agree to much, and not to hear what happened"
        do = 'add a consent such as happened_email: "May we tell you by e-mail what happened?"'
        check.say(check.book.sheet("consents"), None, "", wrong, do)
