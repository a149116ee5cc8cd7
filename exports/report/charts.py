"""Charts that are their own tables: a bar, a number and a share for each answer, small ones hidden."""

from collections.abc import Mapping, Sequence
from datetime import date

from exports.report.blocks import Bar, Bars, Block, Items, Paragraph
from exports.report.heard import Counted, QuestionHeard
from kiosk.coproduction.reach import count_words
from kiosk.coproduction.small_numbers import shown_count
from kiosk.days import said_day
from kiosk.forms.kinds import Kind
from kiosk.words import Words


def chart(
    question: QuestionHeard, caption: str, words: Words, default: str, *, small: bool = False
) -> list[Block]:
    """One question's answers. With `small`, numbers under 10 are hidden: they could point at somebody.

    Shares are of those who answered; of a question with several answers they come to more than all.
    """
    bars = []
    for one in question.counts:
        count = shown_count(one.count) if small else one.count
        share = None if count is None or not question.answered else count / question.answered
        bars.append(Bar(_label(question, one, words, default), count_words(words, count), share))
    return charted(caption, (words("Answer"), words("People"), words("Share")), bars, words)


def charted(caption: str, heads: tuple[str, str, str], bars: Sequence[Bar], words: Words) -> list[Block]:
    """A chart, and that something is hidden where it is; only names where all of it is."""
    note: list[Block] = [Paragraph(hidden_note(words), quiet=True)]
    if all(bar.share is None for bar in bars):
        return [Items(tuple(bar.label for bar in bars)), *note]
    return [Bars(caption, heads, tuple(bars)), *(note if any(bar.share is None for bar in bars) else [])]


def _label(question: QuestionHeard, one: Counted, words: Words, default: str) -> str:
    label = one.label.say(words.language, default)
    if question.kind is not Kind.DATE:
        return label
    try:
        return said_day(date.fromisoformat(label), words)
    except ValueError:
        return label


def hidden_note(words: Words) -> str:
    return words("Numbers under 10 are not shown, so that nobody can be picked out.")


def percent(share: float | None) -> str:
    """`12%`, or nothing."""
    return "" if share is None else f"{round(share * 100)}%"


def shown_bars(counts: Mapping[str, int | None], whole: int | None, words: Words) -> tuple[Bar, ...]:
    """Counts as they may be shown, beside their share of a whole that may be shown."""
    return tuple(
        Bar(label, count_words(words, count), count / whole if count is not None and whole else None)
        for label, count in counts.items()
    )
