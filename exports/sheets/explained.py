"""The sheet that explains the others: each column, and what it holds."""

from collections.abc import Iterator, Sequence

from exports.sheets.table import Table, plain_table

NAME = "explained"
COLUMNS = ("sheet", "column", "what it holds", "in other languages")

# What every table may have beside a form's questions.
KNOWN = {
    "KEY": "One answer set. Random: it says nothing about who or when, and is the same in every sheet.",
    "PARENT_KEY": "The row of the sheet above that this one belongs to.",
    "KEY_2": "The other of two sign-ups that may be the same person's.",
    "day": "The day on which it was given. No time is kept.",
    "language": "The language it was given in; 'other' where fewer than 10 people used it.",
    "form_version": "The version of the questionnaire that was answered.",
    "promise_version": "The version of the promise that was shown first.",
    "assisted": "1 where a helper typed the answers for somebody, else 0.",
    "finished": "1 where it was finished, 0 where it was kept unfinished, as the event said it would be.",
    "activity": "What was answered.",
    "kind": "What kind of thing this row is.",
    "question": "The question, in English where it has it.",
    "answer": "The answer as the form names it.",
    "answer_words": "The answer in words.",
    "purpose": "What the person was asked about: one purpose and one way of reaching them.",
    "organisation": "Who the yes or no was given to.",
    "channel": "How they may be reached: email, text, phone or post.",
    "basis": "Why the law allows it.",
    "wording": "The exact words that the person was shown.",
    "words": "The exact words that the person was shown.",
    "version": "The version of those words.",
    "topic": "What they would like to meet others about.",
    "text": "What was written.",
    "status": "How it stands.",
    "backings": "How often people pressed to back it: taps, not people.",
    "backings_fast": "How many of those came very fast one after the other.",
    "hidden_because": "Why it is not shown.",
    "answers": "The choices that a question of a resident has.",
    "likeness": "How alike the two names are, 0 to 100.",
    "because": "What else the two share.",
    "decision": "What the office has decided about the two.",
    "published": "The answer as it may be published: what the office hides in it is […].",
    "given": "The day on which the team was given it.",
}


def explaining(tables: Sequence[Table]) -> Table:
    """One row for each column of `tables`: a form's own question, or what we mean by the name."""
    return plain_table(NAME, COLUMNS, list(_rows(tables)))


def _rows(tables: Sequence[Table]) -> Iterator[tuple[str, ...]]:
    for table in tables:
        for heading in table.headings:
            label = dict(heading.label)
            own = label.pop("en", "") or (label.pop(next(iter(label))) if label else "")
            if "/" in heading.name and own:
                own = f"1 where this was chosen, 0 where not: {own}"
            elsewhere = "\n".join(f"{language}: {words}" for language, words in label.items())
            yield table.name, heading.name, own or KNOWN.get(heading.name, ""), elsewhere
