"""What a starter pack's questionnaires ask: an example of each type the kiosk has."""

from collections.abc import Mapping, Sequence

from kiosk.pack.template.event import Table

_LABEL, _HINT = "label::English (en)", "hint::English (en)"
_CHOICES = ("list_name", "name", _LABEL)
# Beside the forms: a list of its own, and the pictures of choices, drawn for the practice event.
DATA: Mapping[str, str] = {
    "places.csv": "name,label\nhere,In this town\nnear,In a town nearby\nelsewhere,Somewhere else\n"
}
PICTURES = ("seats.svg", "lighting.svg", "play.svg")
_YES_NO = (("yes_no", "yes", "Yes"), ("yes_no", "no", "No"))


def _settings(form_id: str, title: str) -> Table:
    return (
        ("form_title", "form_id", "version", "default_language"),
        (title, form_id, "1", "English (en)"),
    )


_QUESTIONS: Mapping[str, Table] = {
    "survey": (
        (
            "type",
            "name",
            _LABEL,
            _HINT,
            "required",
            "relevant",
            "constraint",
            "constraint_message::English (en)",
            "appearance",
            "parameters",
            "kiosk::role",
        ),
        ("note", "hello", "Thank you for helping.", "", "", "", "", "", "", "", ""),
        ("select_one often", "often", "How often do you come here?", "", "yes", "", "", "", "", "", ""),
        (
            "select_multiple more or_other",
            "more",
            "What should there be more of?",
            "Choose as many as you like.",
            *("",) * 7,
        ),
        ("select_one_from_file places.csv", "lives", "Where do you live?", *("",) * 8),
        (
            "text",
            "why",
            "Why is that?",
            "Please write no names.",
            "",
            "${often}!='never'",
            "",
            "",
            "multiline",
            "",
            "",
        ),
        (
            "integer",
            "children",
            "How many children do you bring?",
            "",
            "",
            "",
            ". >= 0 and . <= 12",
            "Please write a number from 0 to 12.",
            "",
            "",
            "",
        ),
        (
            "range",
            "safe",
            "How safe do you feel here?",
            "1 is not at all.",
            "",
            "",
            "",
            "",
            "rating",
            "start=1 end=5 step=1",
            "",
        ),
        (
            "select_one yes_no",
            "quote",
            "May we print your words, without a name?",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "quote",
        ),
    ),
    "choices": (
        (*_CHOICES, "image"),
        ("often", "days", "Most days", ""),
        ("often", "weeks", "Most weeks", ""),
        ("often", "never", "Hardly ever", ""),
        ("often", "not_say", "Prefer not to say", ""),
        ("more", "seats", "Seats", "seats.svg"),
        ("more", "lights", "Lights", "lighting.svg"),
        ("more", "play", "Things to play on", "play.svg"),
        *((*row, "") for row in _YES_NO),
    ),
    "settings": _settings("questions", "Help shape the park"),
}
_SIGN_UP: Mapping[str, Table] = {
    "survey": (
        ("type", "name", _LABEL, _HINT, "required", "relevant", "appearance", "kiosk::role"),
        (
            "text",
            "bring",
            "What could you bring?",
            "A skill, some time, a language.",
            "",
            "",
            "multiline",
            "offer",
        ),
        (
            "text",
            "need",
            "What would help you take part?",
            "Travel, an interpreter, childcare.",
            "",
            "",
            "multiline",
            "need",
        ),
        (
            "select_one yes_no",
            "happened_email",
            "May the park team tell you by e-mail what happened?",
            *("", "yes", "", ""),
            "consent:happened_email",
        ),
        ("text", "name", "What should we call you?", "", "", "${happened_email}='yes'", "", "detail:name"),
        (
            "text",
            "email",
            "What is your e-mail address?",
            "",
            "yes",
            "${happened_email}='yes'",
            "email",
            "detail:email",
        ),
        (
            "select_one yes_no",
            "together",
            "Shall we keep your details together with your answers?",
            "If not, nobody can tell that they are yours.",
            *("", "", ""),
            "together",
        ),
    ),
    "choices": (_CHOICES, *_YES_NO),
    "settings": _settings("sign-up", "Join in"),
}
_TODAY: Mapping[str, Table] = {
    "survey": (
        ("type", "name", _LABEL, "appearance"),
        ("select_one faces", "today", "How was today?", "quick"),
    ),
    "choices": (
        _CHOICES,
        ("faces", "good", "Good"),
        ("faces", "between", "In between"),
        ("faces", "bad", "Not good"),
    ),
    "settings": _settings("today", "How was today?"),
}
_ABOUT: Mapping[str, Table] = {
    "survey": (
        ("type", "name", _LABEL, _HINT, "kiosk::role"),
        ("select_one age", "age", "How old are you?", "This shows us whose voice is missing.", "profile:age"),
    ),
    "choices": (
        _CHOICES,
        ("age", "under_25", "Under 25"),
        ("age", "25_to_64", "25 to 64"),
        ("age", "65_or_over", "65 or over"),
        ("age", "not_say", "Prefer not to say"),
    ),
    "settings": _settings("about", "About you"),
}
FORMS: Mapping[str, Mapping[str, Table]] = {
    "questions.xlsx": _QUESTIONS,
    "sign-up.xlsx": _SIGN_UP,
    "today.xlsx": _TODAY,
    "about.xlsx": _ABOUT,
}
LISTS: Mapping[tuple[str, str], Sequence[str]] = {
    ("survey", "type"): (
        "text",
        "integer",
        "decimal",
        "select_one LIST",
        "select_multiple LIST",
        "select_one_from_file FILE.csv",
        "rank LIST",
        "range",
        "date",
        "time",
        "image",
        "note",
        "acknowledge",
        "calculate",
        "hidden",
        "begin_group",
        "end_group",
    ),
    ("survey", "required"): ("yes",),
    ("survey", "appearance"): (
        "multiline",
        "numbers",
        "email",
        "phone",
        "quick",
        "likert",
        "smileys",
        "rating",
        "columns-2",
        "no-buttons",
        "autocomplete",
        "draw",
        "signature",
    ),
    ("survey", "kiosk::role"): (
        "offer",
        "need",
        "quote",
        "together",
        "detail:name",
        "detail:phone",
        "detail:email",
        "detail:address",
        "detail:postcode",
        "consent:ID",
        "intro:TOPIC",
        "profile:KEY",
    ),
}
NOTES: Mapping[str, Mapping[str, str]] = {
    "survey": {
        "type": "What kind of question. For a choice, the name of its list follows: select_one often.",
        "name": "A short name of your own: letters, digits and _. It is the column in the tables.",
        "label": "The question. For another language, copy the column and call it label::Punjabi (pa).",
        "hint": "A short help under the question.",
        "required": "yes if nobody may go on without an answer. Better: offer Prefer not to say.",
        "relevant": "When to ask: ${often}='never'. Blank means always.",
        "constraint": "What an answer must be: . >= 0 and . <= 12 (the full stop is the answer).",
        "constraint_message": "What to write instead, said kindly.",
        "appearance": "How it looks: multiline, email, phone, quick, likert, smileys, columns-2, draw …",
        "parameters": "For a range: start=1 end=5 step=1.",
        "kiosk::role": "What it is: offer, need, quote, together, detail:…, consent:ID, profile:KEY.",
    },
    "choices": {
        "list_name": "The list that the choice belongs to.",
        "name": "A short name of your own, kept in the tables.",
        "label": "What residents read.",
        "image": "A picture in the folder media. Add the column if you need it.",
    },
    "settings": {
        "form_title": "The name of the questionnaire.",
        "form_id": "A short name that never changes.",
        "version": "A number that you raise with each change.",
        "default_language": "The language of the first label column.",
    },
}
