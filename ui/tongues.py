"""Words of several languages in one string, so that each is spoken in its own."""

import re

# Private signs that no text has (the Theme's `inTongue` puts them round words in another language).
_SPAN = re.compile("\ue000([^\ue000-\ue002]*)\ue001([^\ue000-\ue002]*)\ue002")


def in_tongue(words: str, language: str) -> str:
    """`words`, marked to be spoken in `language`."""
    return f"\ue000{language}\ue001{words}\ue002" if words and language else words


def spans_of(spoken: str, language: str) -> list[tuple[str, str, int]]:
    """What is to be said, in which language, and where it begins in `spoken`."""
    found: list[tuple[str, str, int]] = []
    at = 0
    for span in _SPAN.finditer(spoken):
        found += [(spoken[at : span.start()], language, at), (span[2], span[1], span.start(2))]
        at = span.end()
    found.append((spoken[at:], language, at))
    return [part for part in found if part[0].strip()]
