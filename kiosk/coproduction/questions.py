"""Questions that residents ask the next people: each approved one becomes a form and an activity."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from xml.sax.saxutils import escape

from kiosk.coproduction.approving import Answers
from kiosk.pack.model import ASKED, Activity, ActivityKind, FormSource, Pack, Text
from kiosk.storage.kept.ideas import Idea
from kiosk.words import LANGUAGES, Words

VERSION = "1"  # of how the form is made; raised when the same question would make another form
PATH = "/data/answer"

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = re.compile(r"[\\*_#(]")
_TOP = (
    '<?xml version="1.0"?><h:html xmlns="http://www.w3.org/2002/xforms"'
    ' xmlns:h="http://www.w3.org/1999/xhtml" xmlns:ev="http://www.w3.org/2001/xml-events"'
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:jr="http://openrosa.org/javarosa"'
    ' xmlns:orx="http://openrosa.org/xforms" xmlns:odk="http://www.opendatakit.org/xforms">'
)


def choices_of(answers: Answers, words: Words) -> Mapping[str, str]:
    """What may be answered, by the choice's name; nothing where people write their own words."""
    if answers is Answers.WORDS:
        return {}
    rather_not = {"prefer_not_to_say": words("Prefer not to say")}
    if answers is Answers.YES_NO:
        return {"yes": words("Yes"), "no": words("No"), "not_sure": words("Not sure"), **rather_not}
    return {
        "strongly_agree": words("Strongly agree"),
        "agree": words("Agree"),
        "neither": words("Neither agree nor disagree"),
        "disagree": words("Disagree"),
        "strongly_disagree": words("Strongly disagree"),
        **rather_not,
    }


def activity_id(idea: Idea) -> str:
    """Short enough for the name of a sheet, and the same on every tablet."""
    return ASKED + hashlib.sha256(idea.id.encode(errors="replace")).hexdigest()[:12]


def is_asked(activity: str) -> bool:
    """Whether an activity's id is that of a resident's question."""
    return activity.startswith(ASKED)


def activity_of(idea: Idea) -> Activity:
    """How the question stands on Welcome; its own words are the summary, in its own language only."""
    quick = idea.answers in (Answers.AGREE, Answers.YES_NO)
    return Activity(
        activity_id(idea),
        ActivityKind.QUICK if quick else ActivityKind.QUESTIONS,
        Text({code: Words(code)("Asked by a resident") for code in LANGUAGES}),
        Text({idea.language: idea.text}),
        "question",
        activity_id(idea),
    )


def form_of(idea: Idea) -> FormSource:
    """The question as an XForm: the same bytes on every tablet, so that its version is the same."""
    xml = _xml(idea, Answers(idea.answers))
    digest = hashlib.sha256(xml.encode()).hexdigest()[:8]
    return FormSource(activity_id(idea), f"{VERSION}.{digest}", _plain(idea.text), xml)


def with_questions(pack: Pack, ideas: Sequence[Idea], wall: Activity | None = None) -> Pack:
    """`pack` with an activity and a form for each approved question; `wall`'s promise is theirs too."""
    asked = [activity_of(idea) for idea in ideas]
    promised = pack.promise_of(wall) if wall else None
    return replace(
        pack,
        activities=(*pack.activities, *asked),
        forms={**pack.forms, **{activity_id(idea): form_of(idea) for idea in ideas}},
        promises=(
            *pack.promises,
            *(replace(promised, activity=activity.id) for activity in asked if promised),
        ),
    )


def _plain(text: str) -> str:
    return _NO_XML.sub("", text)


def _literally(text: str) -> str:
    """`text` so that nothing in it is taken for the Markdown or HTML that a label may have."""
    return _MARKS.sub(r"\\\g<0>", text.replace("&", "&amp;").replace("<", "&lt;"))


def _xml(idea: Idea, answers: Answers) -> str:
    question = escape(_plain(idea.text))
    name = activity_id(idea)
    label = escape(_literally(_plain(idea.text)))
    itext = "".join(_translation(code, label, answers) for code in LANGUAGES)
    choices = list(choices_of(answers, Words("en")))
    items = "".join(
        f"<item><itextId>answers-{place}</itextId><name>{choice}</name></item>"
        for place, choice in enumerate(choices)
    )
    listed = f'<instance id="answers"><root>{items}</root></instance>' if items else ""
    return (
        f"{_TOP}<h:head><h:title>{question}</h:title>"
        f'<model odk:xforms-version="1.0.0"><itext>{itext}</itext>'
        f'<instance><data id="{name}" version="{VERSION}"><answer/><meta><instanceID/></meta></data>'
        f"</instance>"
        f'{listed}<bind nodeset="{PATH}" type="string"/>'
        '<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>'
        f"</model></h:head><h:body>{_control(answers)}</h:body></h:html>"
    )


def _control(answers: Answers) -> str:
    heads = f"<label ref=\"jr:itext('{PATH}:label')\"/><hint ref=\"jr:itext('{PATH}:hint')\"/>"
    if answers is Answers.WORDS:
        return f'<input ref="{PATH}" appearance="multiline">{heads}</input>'
    looks = "likert quick" if answers is Answers.AGREE else "quick"
    return (
        f'<select1 ref="{PATH}" appearance="{looks}">{heads}'
        '<itemset nodeset="instance(\'answers\')/root/item"><value ref="name"/>'
        '<label ref="jr:itext(itextId)"/></itemset></select1>'
    )


def _translation(code: str, question: str, answers: Answers) -> str:
    words = Words(code)
    default = ' default="true()"' if code == "en" else ""
    texts = {f"answers-{place}": said for place, said in enumerate(choices_of(answers, words).values())}
    one_tap = words("Asked by a resident. One tap is enough.")
    said = {
        **{key: escape(value) for key, value in texts.items()},
        f"{PATH}:label": question,  # its own words, in its own language
        f"{PATH}:hint": escape(words("Asked by a resident.") if answers is Answers.WORDS else one_tap),
    }
    inside = "".join(f'<text id="{key}"><value>{value}</value></text>' for key, value in said.items())
    return f'<translation lang="{LANGUAGES[code].english} ({code})"{default}>{inside}</translation>'
