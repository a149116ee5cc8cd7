"""The report in words: what was gathered, part by part, for everybody to read."""

from collections.abc import Iterator

from exports.report.blocks import (
    Bar,
    Bars,
    Block,
    Document,
    Grid,
    Heading,
    Labelled,
    Numbers,
    Paragraph,
    Quote,
)
from exports.report.charts import chart
from exports.report.closing import closing
from exports.report.counting import NUMBERS
from exports.report.heard import ActivityHeard, Heard, QuestionHeard, Quoted
from exports.report.promised import promises
from kiosk.coproduction.reach import count_words
from kiosk.coproduction.small_numbers import shown_count, shown_counts
from kiosk.days import said_day
from kiosk.pack.model import ActivityKind, Text
from kiosk.words import Words, language_of


def tell(heard: Heard, language: str = "en") -> Document:
    """The whole report as blocks, in one language."""
    words = Words(language)
    event = heard.pack.event
    under = [_days(heard, words), _say(event.venue, heard, words)]
    blocks = [
        *_opening(heard, words),
        *promises(heard, words),
        *(block for activity in heard.activities for block in _activity(activity, heard, words)),
        *_themes(heard, words),
        *_ideas(heard, words),
        *_offers(heard, words),
        *closing(heard, words),
    ]
    return Document(
        title=words("What we heard"),
        over=_say(event.organiser, heard, words),
        under=(_say(event.title, heard, words), *(line for line in under if line)),
        language=language,
        blocks=tuple(blocks),
        practice=words("This is practice. Nobody real said this.") if heard.pack.practice else "",
    )


def _say(text: Text, heard: Heard, words: Words) -> str:
    return text.say(words.language, heard.pack.event.default_language)


def _days(heard: Heard, words: Words) -> str:
    first, last = heard.days[0], heard.days[-1]
    if first == last:
        return said_day(first, words)
    return words("{first} to {last}", first=said_day(first, words), last=said_day(last, words))


def _opening(heard: Heard, words: Words) -> Iterator[Block]:
    counts = (
        (heard.answer_sets, words("times somebody told us something")),
        (len(heard.ideas), words("ideas shown")),
        (len([reply for reply in heard.replies if not reply.promised]), words("replies from us")),
    )
    yield Numbers(tuple((str(count), label) for count, label in counts if count))
    if not words.checked:
        yield Paragraph(words("No speaker has checked these words yet."), quiet=True)
    for each in heard.activities:
        people = count_words(words, shown_count(each.people))
        yield Labelled(_say(each.activity.title, heard, words), people)
    yield Paragraph(words("Thank you to everybody who took part."), bold=True)
    if heard.skipped:
        yield Paragraph(
            words("Answers that could not be opened, and are not in here: {count}.", count=heard.skipped)
        )


def _activity(activity: ActivityHeard, heard: Heard, words: Words) -> Iterator[Block]:
    apart = ("offer", "need") if activity.activity.kind is ActivityKind.SIGN_UP else ()
    shown = [each for each in activity.questions if each.role not in apart and (each.answered or each.counts)]
    if not shown:
        return
    yield Heading(2, _say(activity.activity.title, heard, words))
    for question in shown:
        yield from _question(question, heard, words)


def _question(question: QuestionHeard, heard: Heard, words: Words) -> Iterator[Block]:
    yield Heading(3, _say(question.label, heard, words))
    yield Paragraph(words("Answers: {count}", count=question.answered), quiet=True)
    if not question.answered:
        return
    if question.counts:
        yield from chart(
            question, _say(question.label, heard, words), words, heard.pack.event.default_language
        )
    if question.spread:
        spread = question.spread
        facts = {name: f"{getattr(spread, name):g}" for name in ("middle", "low", "high")}
        yield Paragraph(words("The middle answer is {middle}. Half are from {low} to {high}.", **facts))
    if question.quotes:
        yield Paragraph(words("Some people let us show their words:"))
        yield from _quotes(question.quotes, words)
    elif question.kind in NUMBERS:
        if not question.spread:
            yield Paragraph(words("Fewer than 10 people answered, so we do not show numbers."))
    elif not question.counts:
        yield Paragraph(
            words("We read them all. You find what they say under the themes, where we have them.")
        )


def _quotes(quotes: tuple[Quoted, ...], words: Words) -> Iterator[Block]:
    for quote in quotes:
        note = words("our translation") if quote.translated else ""
        if not note and quote.language != words.language:
            note = (
                language_of(quote.language).english
                if words.language == "en"
                else language_of(quote.language).own
            )
        yield Quote(quote.words, quote.language, note)


def _themes(heard: Heard, words: Words) -> Iterator[Block]:
    if not heard.themes:
        return
    yield Heading(2, words("Themes in your own words"))
    yield Paragraph(words("We read what people wrote, and put it together by what it is about."))
    for theme in heard.themes:
        yield Heading(3, theme.name)
        yield Paragraph(words("People who wrote about it: {count}", count=theme.people), quiet=True)
        yield from _quotes(theme.quotes, words)


def _ideas(heard: Heard, words: Words) -> Iterator[Block]:
    for kind, title in (("idea", words("Ideas")), ("question", words("Questions that residents asked"))):
        shown = [idea for idea in heard.ideas if idea.kind == kind]
        if not shown:
            continue
        yield Heading(2, title)
        most = max((idea.taps for idea in shown), default=0)
        yield Paragraph(
            words("The number says how often people pressed to back it. Some pressed more than once.")
        )
        bars = [
            Bar(_say(idea.text, heard, words), str(idea.taps), idea.taps / most if most else 0)
            for idea in shown
        ]
        yield Bars(title, (words("Idea"), words("Backed"), ""), tuple(bars))


def _offers(heard: Heard, words: Words) -> Iterator[Block]:
    parts = [
        (words("What people offer"), heard.offers),
        (words("What would help people take part"), heard.needs),
    ]
    for title, questions in parts:
        counted = [question for question in questions if question.counts and question.answered]
        if not counted:
            continue
        yield Heading(2, title)
        for question in counted:
            label = _say(question.label, heard, words)
            yield Heading(3, label)
            yield from chart(question, label, words, heard.pack.event.default_language, small=True)
    if heard.meetings:
        yield Heading(3, words("People who would like to meet"))
        shown = shown_counts({place: one.count for place, one in enumerate(heard.meetings)})
        said = [_say(one.label, heard, words) for one in heard.meetings]
        rows = tuple((label, count_words(words, shown[place])) for place, label in enumerate(said))
        yield Grid(
            words("People who would like to meet"), (words("Question"), words("People who said yes")), rows
        )
