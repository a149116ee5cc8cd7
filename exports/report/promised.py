"""What we promised, and how each promise stands: answered, in time, or past its day without a word."""

from collections.abc import Iterator

from exports.report.blocks import Block, Card, Heading, Labelled, Paragraph
from exports.report.heard import Heard
from kiosk.coproduction.replies import Said, answers_to, due_day
from kiosk.coproduction.rungs import rung_meanings, rung_names
from kiosk.coproduction.statuses import status_words
from kiosk.days import said_day, said_day_or
from kiosk.pack.model import Activity, Promise, Text
from kiosk.words import Words

ENDED = ("done", "cannot")  # no more is to come


def promises(heard: Heard, words: Words) -> Iterator[Block]:
    """Each promise on a card: what was said before the first question, and what has become of it."""
    pack = heard.pack
    known = [(each, promise) for each in pack.activities if each.on and (promise := pack.promise_of(each))]
    if not known:
        return
    yield Heading(2, words("What we promised"))
    for activity, promise in known:
        yield from _promise(activity, promise, heard, words)


def _promise(activity: Activity, promise: Promise, heard: Heard, words: Words) -> Iterator[Block]:
    def say(text: Text) -> str:
        return text.say(words.language, heard.pack.event.default_language)

    name, meaning = (said(words)[promise.rung] for said in (rung_names, rung_meanings))
    facts = [
        (words("What can change"), promise.can_change),
        (words("What cannot change"), promise.cannot_change),
        (words("Who decides"), promise.who_decides),
        (words("By when"), promise.by_when),
    ]
    first, *more = standing(promise, heard, words)
    yield Heading(3, say(activity.title))
    yield Card(
        (
            Labelled(name, meaning),
            *(Labelled(label, say(text)) for label, text in facts if text),
            Labelled(words("How it stands"), first),
            *(Paragraph(line) for line in more),
        )
    )


def standing(promise: Promise, heard: Heard, words: Words) -> list[str]:
    """How `promise` stands on the day of the report: a line for each reply to it, or that there is none."""
    due = due_day(promise, heard.pack)
    found = answers_to(promise, heard.replies, heard.pack)
    if found:
        return [_answer(one, due.isoformat() if due else "", heard, words) for one in found]
    if due is None:
        return [words("We have not answered yet.")]
    if due < heard.day:
        return [words("We said {day}. That day has passed without an answer.", day=said_day(due, words))]
    return [words("We have not answered yet. We answer by {day}.", day=said_day(due, words))]


def _answer(one: Said, due: str, heard: Heard, words: Words) -> str:
    """What it is about, its status, when it was said, and what is still to come."""
    day = said_day_or(one.date, words)
    said = [one.theme.say(words.language, heard.pack.event.default_language), status_words(words)[one.status]]
    if due and one.date > due:
        said.append(words("We answered on {day}, after the day that we named.", day=day))
    else:
        said.append(words("We answered on {day}.", day=day))
    if one.late_since:
        said.append(words("We said {day}. That day has passed.", day=said_day_or(one.late_since, words)))
    elif one.by_when and one.status not in ENDED:
        said.append(words("More by {day}.", day=said_day_or(one.by_when, words)))
    return " · ".join(filter(None, said))
