"""What a starter pack's event.xlsx says: an example of each thing, to be overwritten."""

from collections.abc import Mapping

Table = tuple[tuple[str, ...], ...]

VALUES: Mapping[str, str] = {
    "title": "Our community day",
    "organiser": "The library and the council",
    "venue": "The library garden",
    "date": "2027-06-12",
    "languages": "en",
    "default_language": "en",
    "urgent_help": "Nobody reads this today. In danger, call 999 or tell somebody at this stall.",
    "read_within_days": "7",
    "youth_worker": "[the youth worker's name and where to find them]",
    "sign_up_min_age": "18",
    "idle_seconds": "150",
    "keep_partial": "no",
    "voice_answers": "no",
    "live_question": "questions/more",
    "resident_questions": "yes",
    "unchecked_sign_up": "yes",
    "retention_days": "365",
}

_NOTICE = (
    "Who we are: [your organisation].\n"
    "What for: to tell you what happened with your answers.\n"
    "Why we may: because you say yes. You can say stop at any time.\n"
    "How long: until [the day]. Then we erase your details.\n"
    "Your rights: you can see, correct or erase your details. Show us your reference.\n"
    "To complain: write to [your e-mail address]. We answer within 30 days."
)

TABLES: Mapping[str, Table] = {
    "activities": (
        ("id", "form", "kind", "title::English (en)", "summary::English (en)", "icon", "on"),
        (
            "questions",
            "questions.xlsx",
            "questions",
            "Help shape the park",
            "6 questions, 3 minutes",
            "park",
            "yes",
        ),
        ("join", "sign-up.xlsx", "sign_up", "Join in", "Only if you want to", "sign-up", "yes"),
        ("today", "today.xlsx", "quick", "How was today?", "1 question", "quick", "yes"),
        ("wall", "", "ideas", "Ideas from everybody", "Add yours, or back one", "ideas", "yes"),
        ("about", "about.xlsx", "about", "About you", "You can skip these", "about", "yes"),
    ),
    "promises": (
        (
            "activity",
            "rung",
            "can_change::English (en)",
            "cannot_change::English (en)",
            "who_decides::English (en)",
            "residents_decide",
            "by_when::English (en)",
            "next_steps::English (en)",
        ),
        (
            "questions",
            "consult",
            "What goes into the park.",
            "The money, and where the park is.",
            "The council's park team, after reading every answer.",
            "no",
            "30 September 2027.",
            "We read every answer by 31 July 2027.\nWe say here what we decided, and why.",
        ),
        (
            "wall",
            "engage",
            "What we talk about with you next.",
            "The money, and where the park is.",
            "The council's park team, after talking with you.",
            "no",
            "30 September 2027.",
            "We read every idea by 31 July 2027.",
        ),
    ),
    "consents": (
        (
            "id",
            "words::English (en)",
            "organisation",
            "basis",
            "channel",
            "keep_until",
            "notice_short::English (en)",
            "notice_full::English (en)",
        ),
        (
            "happened_email",
            "May the park team tell you by e-mail what happened?",
            "The council's park team",
            "consent",
            "email",
            "2028-06-30",
            "We keep your details apart from your answers. You can say stop at any time.",
            _NOTICE,
        ),
    ),
    "replies": (
        (
            "id",
            "date",
            "status",
            "theme::English (en)",
            "said::English (en)",
            "did::English (en)",
            "because::English (en)",
            "references",
            "by_when",
            "activity",
        ),
        (
            "lights",
            "2027-05-01",
            "cannot",
            "Lights",
            "You asked for lights on the north path.",
            "We did not put them up.",
            "There is no power there. We ask again in 2028.",
            "",
            "",
            "",
        ),
    ),
    "ideas": (
        ("id", "text::English (en)", "status"),
        ("bench", "A bench where the sun is in the afternoon.", "shown"),
    ),
    "profile": (
        ("key", "bucket", "label::English (en)", "share"),
        ("age", "under_25", "Under 25", "0.34"),
        ("age", "25_to_64", "25 to 64", "0.51"),
        ("age", "65_or_over", "65 or over", "0.15"),
    ),
    "tablets": (("name",), ("Tablet 1",)),
    "texts": (
        (
            "key",
            "text::English (en)",
            "recording::English (en)",
            "checked_by::English (en)",
            "checked_on::English (en)",
        ),
        (
            "Ask anybody at this stall. We are glad to help.",
            "Ask anybody in a blue shirt. We are glad to help.",
            "",
            "",
            "",
        ),
    ),
}

NOTES: Mapping[str, Mapping[str, str]] = {
    "event": {
        "key": "What the row sets. Leave it as it is.",
        "value": "Your own words. For another language, copy the column and call it value::Punjabi (pa).",
    },
    "activities": {
        "id": "A short name of your own. Never change it after the event has begun.",
        "form": "The file in the folder forms.",
        "kind": "questions, sign_up (details), quick (one tap), ideas (the wall), about (who answered).",
        "title": "What residents see and press.",
        "summary": "One short line: how many questions, how many minutes.",
        "icon": "The picture beside it: park, sign-up, quick, ideas, about.",
        "on": "yes, or no to hide it.",
    },
    "promises": {
        "activity": "The id of the activity.",
        "rung": "How much people can change: inform, engage, consult, involve or co-produce.",
        "can_change": "What their answers can change.",
        "cannot_change": "What is settled already. Say it honestly.",
        "who_decides": "Who decides in the end.",
        "residents_decide": "yes only if residents are among those who decide.",
        "by_when": "When they hear back. When it has passed, the kiosk says that you are late.",
        "next_steps": "What happens next, one step a line (Alt+Enter makes a line).",
    },
    "consents": {
        "id": "A short name. In the form, the question has the role consent:ID.",
        "words": "The question as it is asked: one purpose, one way of reaching people.",
        "organisation": "Who may write or call.",
        "basis": "consent; anything else is told as a notice and not asked.",
        "channel": "email, text, phone or post.",
        "keep_until": "Until when details are kept. Staff erase them then; no date does it by itself.",
        "notice_short": "Shown where details are asked for.",
        "notice_full": "One tap away: who, what for, basis, how long, rights, how to complain.",
    },
    "replies": {
        "id": "A short name.",
        "date": "The day of the reply: 2027-06-12.",
        "status": "done, doing, deciding, cannot or late.",
        "theme": "What it is about, in a word or two.",
        "said": "You said …",
        "did": "We did …",
        "because": "Because … (needed for cannot and late).",
        "references": "References of people whom this answers, with commas. May be blank.",
        "by_when": "The day that was promised. Past it, doing and deciding become late by themselves.",
        "activity": "The id of the activity whose promise it answers. May be blank.",
    },
    "ideas": {
        "id": "A short name.",
        "text": "An idea to begin the wall with.",
        "status": "shown, waiting or hidden.",
    },
    "profile": {
        "key": "What is asked in About you: age, town …",
        "bucket": "The name of the choice in the form.",
        "label": "The bucket in words.",
        "share": "How many of all people here, from 0 to 1.",
    },
    "tablets": {"name": "The name of each tablet, to tell them apart in the office."},
    "texts": {
        "key": "A text of the program to say otherwise, as the screen has it in English. Or *: all of them.",
        "text": "Your words. Copy what stands in {curly brackets} as it is.",
        "recording": "A recording of these words in the folder media.",
        "checked_by": "Who, speaking the language, has checked them. In the row *: all of the program.",
        "checked_on": "When: 2027-06-12.",
    },
}
