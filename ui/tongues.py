"""Words of several languages in one string, so that each is spoken in its own."""

import re

# Private signs that no text has (the Theme's `inTongue` puts them round words in another language).
_SPAN = re.compile("\ue000([^\ue000-\ue002]*)\ue001([^\ue000-\ue002]*)\ue002")


def in_tongue(words: str, language: str) -> str:
    """`words`, marked to be spoken in `language`."""
    return f"\ue000{language}\ue001{words}\ue002" if words and language else words


def parts_of(spoken: str, language: str) -> list[tuple[str, str]]:
    """What is to be said, and in which language: unmarked words in `language`, side by side joined."""
    found: list[tuple[str, str]] = []
    at = 0
    for span in _SPAN.finditer(spoken):
        found += [(spoken[at : span.start()], language), (span[2], span[1])]
        at = span.end()
    found.append((spoken[at:], language))
    said: list[tuple[str, str]] = []
    for words, tongue in ((words.strip(), tongue) for words, tongue in found):
        if words and said and said[-1][1] == tongue:
            said[-1] = (f"{said[-1][0]} {words}", tongue)
        elif words:
            said.append((words, tongue))
    return said
