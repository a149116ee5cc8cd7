"""The report's last parts: what was hard, who took part, what we did, how we worked, what we could not do."""

from collections.abc import Iterator

from exports.report.blocks import Block, Card, Grid, Heading, Items, Labelled, Paragraph
from exports.report.charts import charted, hidden_note, percent, shown_bars
from exports.report.heard import Heard
from kiosk.coproduction.counted import SIZE
from kiosk.coproduction.reach import Reach, count_words, standing_words
from kiosk.coproduction.replies import Said
from kiosk.coproduction.rungs import rung_names
from kiosk.coproduction.small_numbers import shown_count, shown_counts
from kiosk.coproduction.statuses import STATUS_ICONS, status_words
from kiosk.days import said_day_or
from kiosk.pack.model import Text
from kiosk.words import Words, language_of


def closing(heard: Heard, words: Words) -> Iterator[Block]:
    """All of them, in order."""
    yield from _barriers(heard, words)
    yield from _who(heard, words)
    yield from replies_blocks(heard.replies, heard.pack.event.default_language, words)
    yield from _how(heard, words)
    yield from _not_done(heard, words)


def _say(text: Text, heard: Heard, words: Words) -> str:
    return text.say(words.language, heard.pack.event.default_language)


# --- what was hard


def barrier_words(words: Words) -> dict[str, str]:
    return {
        "words": words("The words"),
        "screen": words("The screen"),
        "sound": words("The sound"),
        "questions": words("The questions"),
        "trust": words("Trusting us with it"),
        "other": words("Something else"),
    }


def _barriers(heard: Heard, words: Words) -> Iterator[Block]:
    found = heard.worked.counts.barriers
    yield Heading(2, words("What was hard"))
    shown = [(barrier_words(words)[name], count) for name, count in found.items() if count is not None]
    if not shown:
        yield Paragraph(words("Fewer than 10 people told us that something was hard."))
        return
    yield Paragraph(words("People told us that something was hard for them."))
    small = [barrier_words(words)[name] for name, count in found.items() if count is None]
    yield Grid(
        words("What was hard"),
        (words("What"), words("People")),
        (
            *((label, str(count)) for label, count in sorted(shown, key=lambda one: -one[1])),
            *((label, count_words(words, None)) for label in small),
        ),
    )


# --- who took part


def profile_words(key: str, words: Words) -> str:
    match key:
        case "age":
            return words("Age")
        case "town":
            return words("Town")
        case "disability":
            return words("Disability")
        case "ethnicity":
            return words("Ethnic group")
        case "language":
            return words("Language")
        case "gender":
            return words("Gender")
        case _:
            return key.replace("_", " ").capitalize()


def _who(heard: Heard, words: Words) -> Iterator[Block]:
    if not heard.reach:
        return
    yield Heading(2, words("Who took part"))
    yield Paragraph(
        words("Some people told us about themselves. We set this beside the people who live here.")
    )
    for one in heard.reach:
        yield Heading(3, profile_words(one.key, words))
        if one.told is None:
            yield Paragraph(words("Fewer than 10 people told us, so we do not show numbers."))
            continue
        yield Paragraph(words("People who told us: {count}", count=one.told), quiet=True)
        yield _reach(one, heard, words)
    yield Paragraph(hidden_note(words), quiet=True)
    yield Paragraph(
        words("Sometimes one more number is hidden, so that the first cannot be worked out."), quiet=True
    )


def _reach(one: Reach, heard: Heard, words: Words) -> Grid:
    rows = []
    for group in one.groups:
        count = words("not shown") if group.count is None else str(group.count)
        share = percent(group.count / one.told) if group.count is not None and one.told else ""
        here = percent(group.area)
        said = standing_words(words, group.standing)
        rows.append((_say(group.label, heard, words), count, share, here, said))
    heads = (
        profile_words(one.key, words),
        words("People"),
        words("Share"),
        words("Share of people here"),
        "",
    )
    return Grid(profile_words(one.key, words), heads, tuple(rows))


# --- you said, we did


def replies_blocks(replies: tuple[Said, ...], default: str, words: Words) -> Iterator[Block]:
    """Each reply on a card, the newest first; that there is none yet is said too."""
    yield Heading(2, words("You said, we did"))
    if not replies:
        yield Paragraph(words("We have not answered yet. Come back and see."))
        return
    for one in sorted(replies, key=lambda each: (each.date, each.id), reverse=True):
        yield _reply(one, default, words)


def _reply(one: Said, default: str, words: Words) -> Card:
    def say(text: Text) -> str:
        return text.say(words.language, default)

    icon, status = STATUS_ICONS[one.status], status_words(words)[one.status]
    facts: list[Block] = [Paragraph(f"{status} · {say(one.theme)}" if one.theme else status, bold=True)]
    if one.said:
        facts.append(Labelled(words("You said"), say(one.said)))
    if one.did:
        facts.append(Labelled(words("We did"), say(one.did)))
    if one.because:
        facts.append(Labelled(words("Because"), say(one.because)))
    if one.late_since:
        day = said_day_or(one.late_since, words)
        facts.append(Paragraph(words("We said {day}. We are late.", day=day)))
    if one.date and not one.promised:
        facts.append(Paragraph(said_day_or(one.date, words), quiet=True))
    return Card(tuple(facts), icon)


# --- how we worked


def _how(heard: Heard, words: Words) -> Iterator[Block]:
    yield Heading(2, words("How we worked"))
    yield Paragraph(words("We work by a charter. This is how we kept to it."))
    yield Heading(3, words("A and B. Working together, with time and money for it"))
    yield Paragraph(words("We counted how we work, and we say it here."))
    yield Heading(3, words("C. Honest and open"))
    yield from _rungs(heard, words)
    yield from _answered(heard, words)
    yield Heading(3, words("D. The right people"))
    alone = max(0, heard.answer_sets - heard.assisted)
    helped = shown_counts({"assisted": heard.assisted, "alone": alone})["assisted"]
    yield Labelled(words("Answered with a helper"), count_words(words, helped))
    told = sum(1 for one in heard.reach if one.told is not None)
    if told:
        yield Paragraph(words("Who took part, and who is missing, stands above."))
    yield Heading(3, words("E. In a way that suits you"))
    yield from _ways(heard, words)
    yield from _wall(heard, words)


def _rungs(heard: Heard, words: Words) -> Iterator[Block]:
    rows = [
        (_say(used.activity, heard, words), rung_names(words)[used.rung], count_words(words, used.answers))
        for used in heard.worked.rungs
    ]
    if rows:
        heads = (words("What"), words("How much you could change"), words("Visits"))
        yield Grid(words("How much you could change"), heads, tuple(rows))


def _answered(heard: Heard, words: Words) -> Iterator[Block]:
    found = heard.worked.answered
    yield Items(
        (
            words("Replies from us: {count}", count=found.given),
            words("Kept by the day we named: {count}", count=found.kept),
            words("Not kept by that day: {count}", count=found.broken),
            words("Still in time: {count}", count=found.open),
            words("Promises that have no answer and are late: {count}", count=found.unanswered),
        )
    )


def _ways(heard: Heard, words: Words) -> Iterator[Block]:
    shown = shown_counts(heard.languages)
    codes = sorted(heard.languages, key=lambda code: (-heard.languages[code], code))
    if None in shown.values():  # the order would tell which hidden one is larger
        codes = sorted(codes, key=lambda code: (-(shown[code] or 0), code))
    rows = {language_of(code).offered_as: shown[code] for code in codes}
    whole = shown_count(sum(heard.languages.values()))
    heads = (words("Language"), words("People"), words("Share"))
    yield from charted(
        words("Languages that people answered in"), heads, shown_bars(rows, whole, words), words
    )
    sizes = heard.worked.counts.ways.get(SIZE, {})
    names = {
        "standard": words("Standard"), "medium": words("Bigger"), "large": words("Large"),
        "largest": words("Largest"),
    }  # fmt: skip
    if sizes:
        listed = {names[name]: sizes[name] for name in names if name in sizes}
        whole_sizes = None if None in listed.values() else sum(count or 0 for count in listed.values())
        heads = (words("Size of the words"), words("Visits"), words("Share"))
        yield from charted(
            words("Sizes that people chose"), heads, shown_bars(listed, whole_sizes, words), words
        )


def _wall(heard: Heard, words: Words) -> Iterator[Block]:
    wall = heard.worked.wall
    if not (wall.ideas_shown or wall.questions_asked or wall.hidden or wall.waiting):
        return
    yield Heading(3, words("Ideas from residents"))
    yield Items(
        (
            words("Ideas shown on the wall: {count}", count=wall.ideas_shown),
            words("Questions from residents that were asked: {count}", count=wall.questions_asked),
            words("Not shown, with a reason: {count}", count=wall.hidden),
            words("Still to be read: {count}", count=wall.waiting),
        )
    )


def _not_done(heard: Heard, words: Words) -> Iterator[Block]:
    yield Heading(2, words("What we could not do, and why"))
    if not heard.worked.not_done:
        yield Paragraph(words("So far there is nothing that we had to refuse."))
    for one in heard.worked.not_done:
        facts = [Labelled(words("You said"), _say(one.said, heard, words))]
        if one.because:
            facts.append(Labelled(words("Because"), _say(one.because, heard, words)))
        yield Card(tuple(facts), "cross")
