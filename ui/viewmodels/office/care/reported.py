"""What a merge tells staff, on pages: what came, what waits for a word of theirs, and what was set aside."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.sync.merging.report import Held, MergeReport
from kiosk.words import Words
from ui.viewmodels.office.care.said import in_groups, listed, said_reason
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet


def unknown(report: MergeReport) -> tuple[Held, ...]:
    """One pack of each tablet that staff have to vouch for, in the order of the report."""
    waiting = {held.fingerprint: held for held in reversed(report.held) if not held.struck}
    return tuple(reversed(waiting.values()))


def without(report: MergeReport, fingerprint: str) -> MergeReport:
    """The report once staff have said that they do not know that tablet."""
    return replace(report, held=tuple(held for held in report.held if held.fingerprint != fingerprint))


def report(done: MergeReport, words: Words, safe: str) -> Sheet:
    """All of it on one page; `safe` says whether a stick may be taken out."""
    waiting = unknown(done)
    choices = [
        Choice(
            one.fingerprint,
            words("Tablet {name}", name=one.tablet) if one.tablet else words("A tablet without a name"),
            words("It is not known here. Press to look."),
        )
        for one in waiting
    ]
    actions = [Action("more-packs", words("Bring in more"), "again")]
    if done.quarantined:
        actions.insert(0, Action("aside", words("See what was set aside"), "show"))
    if done.new:
        heading = words.plural("{count} new record", "{count} new records", done.new)
    else:
        heading = words("Nothing new came")
    text = "\n".join(filter(None, (_next_step(done, words), safe)))
    return Sheet(heading, text, rows=list(_rows(done, words)), choices=choices, actions=actions)


def _rows(done: MergeReport, words: Words) -> Iterator[Row]:
    yield Row(words("Packs taken in"), str(len(done.packs)))
    if done.known:
        yield Row(words("Packs that were here already"), str(len(done.known)))
    if done.changed:
        yield Row(words("Records changed"), str(done.changed))
    if done.withdrawn:
        yield Row(words("Records withdrawn"), str(done.withdrawn))
    if done.ended:
        kept = words("{count}, as the keeping of their event has ended", count=done.ended)
        yield Row(words("Not kept"), kept)
    if done.quarantined:
        yield Row(words("Set aside"), str(len(done.quarantined)), "look")
    for one in {held.fingerprint: held for held in done.held if held.struck}.values():
        name = one.tablet or in_groups(one.fingerprint)
        yield Row(
            words("Tablet {name}", name=name), words("It was struck off, so nothing came from it."), "look"
        )
    if done.expected:
        came = words("{count} of {of}", count=done.expected - len(done.missing), of=done.expected)
        yield Row(words("Tablets heard from"), came, "look" if done.missing else "fine")
    if done.missing:
        yield Row(words("Still to come"), ", ".join(done.missing), "look")


def _next_step(done: MergeReport, words: Words) -> str:
    if unknown(done):
        return words("A tablet is not known here, and its packs wait. Look at it below.")
    if done.quarantined:
        return words("The rest is safe. Ask for a fresh copy of what was set aside.")
    if done.left:
        return words.plural(
            "{count} thing is still to be carried to the office.",
            "{count} things are still to be carried to the office.",
            done.left,
        )
    return words("Next: read the answers, or send back what the tablets should know.")


def aside(done: MergeReport, words: Words) -> Sheet:
    """Each thing that was not taken in, by where and why; never by what stands in it."""
    rows = [
        Row(said_reason(one.reason, words), place(one.pack, one.file, one.line, words))
        for one in done.quarantined
    ]
    return Sheet(
        words("Set aside"),
        words("The rest is safe. Ask for a fresh copy of what was set aside."),
        rows=rows,
        back=True,
    )


def place(pack: str, file: str, line: int, words: Words) -> str:
    """Where in a pack something stands."""
    parts = [pack, file, words("line {line}", line=line) if line else ""]
    return listed(filter(None, parts), words)


def know(done: MergeReport, fingerprint: str, words: Words) -> Sheet:
    """Asks whether staff know the tablet that signed."""
    found = [held for held in done.held if held.fingerprint == fingerprint]
    tablet = found[0].tablet if found else ""
    return Sheet(
        words("Do you know this tablet?"),
        words("On the tablet, “This tablet” shows its fingerprint. Is it the same?"),
        rows=[
            Row(words("Tablet"), tablet or words("A tablet without a name")),
            Row(words("Fingerprint"), in_groups(fingerprint)),
            Row(words("Packs that wait"), str(len(found))),
        ],
        actions=[
            Action("yes", words("Yes, it is ours"), "tick", "action"),
            Action("no", words("No, leave it out"), "cross"),
        ],
        tail=words("Once you say yes, it is believed from now on."),
        back=True,
    )
