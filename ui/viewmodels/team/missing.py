"""Who is missing: who told us about themselves beside who lives here, in words and never in small numbers."""

from kiosk.coproduction.counted import who_is_missing
from kiosk.coproduction.reach import Standing, count_words, standing_words
from kiosk.words import Words
from ui.viewmodels.team.sheet import Row, Sheet, SheetModel

DOTS = {Standing.FAR_FEWER: 1, Standing.FEWER: 2, Standing.ABOUT: 3, Standing.MORE: 4}


class MissingModel(SheetModel):
    """A row a group of the area's profile; of a question that too few answered, one row in all.

    Counts move in steps, so that one visit changes nothing.
    """

    def sheet(self) -> Sheet:
        words, pack = self.words(), self.room.pack
        found = who_is_missing(self.room.store.db, pack)
        rows = []
        for part in found:
            told = words("{count} told us", count=count_words(words, part.told))
            rows.append(Row(_named(part.key, words), told))
            said = any(group.standing is not Standing.UNSAID for group in part.groups)
            for group in part.groups if said else ():
                label = group.label.say(words.language, pack.event.default_language)
                rows.append(
                    Row(label, standing_words(words, group.standing), dots=DOTS.get(group.standing, -1))
                )
        if not rows:
            return Sheet(
                words("Who is missing"),
                words("The event does not say who lives here, so there is nothing to compare with."),
            )
        return Sheet(
            words("Who is missing"),
            words("Of those who told us about themselves, beside all who live here."),
            rows=rows,
            tail=words("Go and invite those who are missing. Nobody has to say anything about themselves."),
        )


def _named(key: str, words: Words) -> str:
    """The questions that most profiles have, in the reader's language; another as the pack calls it."""
    known = {
        "age": words("Age"),
        "disability": words("Disability"),
        "ethnicity": words("Ethnicity"),
        "language": words("Language"),
        "town": words("Town"),
    }
    return known.get(key) or key.replace("_", " ").capitalize()
