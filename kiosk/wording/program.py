"""The program's own words, out to a translator and apart again by what can be done with them."""

from collections.abc import Iterable, Iterator

from kiosk.wording.book import PROGRAM, WordBook, Wording
from kiosk.words import facts_of, texts_in


def words_of(languages: Iterable[str]) -> Iterator[Wording]:
    """Every text of the program, in the order of its English; a row for each form of one that counts."""
    found: dict[tuple[str, int], dict[str, str]] = {}
    for code in languages:
        for key, said in texts_in(code).items():
            found.setdefault(key, {})[code] = said
    for (text, form), words in sorted(found.items()):
        yield Wording(place_of(form), text, words)


def place_of(form: int) -> str:
    """How a text of the program is told from the event's; the forms of one that counts from each other."""
    return PROGRAM if form < 0 else f"{PROGRAM}, form {form + 1}"


def form_of(place: str) -> int | None:
    """The form that a place names, -1 for the only one; None where it is not the program's."""
    if place == PROGRAM:
        return -1
    start, _, number = place.partition(", form ")
    return int(number) - 1 if start == PROGRAM and number.isdigit() else None


def changed(book: WordBook) -> Iterator[tuple[str, int, str, str]]:
    """What a translator wrote otherwise than the catalogues have it: English, form, language, words.

    A text without the places for its facts is left as it was.
    """
    for text in book.texts:
        form = form_of(text.place)
        if form is None:
            continue
        for language, said in text.words.items():
            if (
                language == "en"
                or not said
                or said.split() == texts_in(language).get((text.source, form), "").split()
            ):
                continue
            one_less = form >= 0 and facts_of(text.source) - facts_of(said) <= {"{count}"}
            if facts_of(said) == facts_of(text.source) or (
                one_less and facts_of(said) <= facts_of(text.source)
            ):
                yield text.source, form, language, said
