"""A reference said so that nobody mishears it: a word for each letter, as radio operators spell."""

from collections.abc import Mapping, Sequence

from kiosk.words import Words


def _(message: str) -> str:
    """Marks words for the catalogues; they are translated when they are said."""
    return message


LETTERS: Mapping[str, str] = {
    word[0]: word
    for word in (
        _("Alpha"),
        _("Bravo"),
        _("Charlie"),
        _("Delta"),
        _("Echo"),
        _("Foxtrot"),
        _("Golf"),
        _("Hotel"),
        _("Juliet"),
        _("Kilo"),
        _("Mike"),
        _("November"),
        _("Papa"),
        _("Quebec"),
        _("Romeo"),
        _("Sierra"),
        _("Tango"),
        _("Victor"),
        _("Whiskey"),
        _("X-ray"),
        _("Yankee"),
        _("Zulu"),
    )
}


def spelt(groups: Sequence[str], words: Words) -> str:
    """ "7, Foxtrot, 3. Kilo, 9, Quebec." for "7F3 K9Q"."""
    said = (", ".join(words(LETTERS.get(sign, "")) or sign for sign in group) for group in groups)
    return "".join(f"{group}. " for group in said).rstrip()
