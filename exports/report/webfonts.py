"""Letters that a reader's machine may lack, inside the page itself: only those that it shows."""

from base64 import b64encode

import uharfbuzz as hb

from exports.pdf.fonts import BOLD, BY_SCRIPT, FAMILIES, REGULAR, face

NAME = "Report letters"


def font_faces(text: str) -> str:
    """CSS for the scripts in `text` beyond Latin, which any machine has. Nothing is fetched."""
    latin = face(FAMILIES[0], REGULAR).covers
    shown = {ord(character) for character in text} - latin
    rules = []
    for family in BY_SCRIPT.values():
        wanted = shown & face(family, REGULAR).covers
        if wanted:
            content = b64encode(_subset(family, wanted | {0x20, 0x200C, 0x200D})).decode("ascii")
            places = ",".join(f"U+{number:X}" for number in sorted(wanted))
            rules.append(
                f'@font-face{{font-family:"{NAME}";font-weight:{REGULAR} {BOLD};'
                f"src:url(data:font/ttf;base64,{content});unicode-range:{places}}}"
            )
            shown -= wanted
    return "\n".join(rules)


def _subset(family: str, characters: set[int]) -> bytes:
    """A font with these characters and all that they join to, in every weight from regular to bold."""
    whole = face(family, REGULAR).face
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(characters)
    wanted.flags = hb.SubsetFlags.NO_HINTING
    wanted.set_axis_range(whole, "wght", REGULAR, BOLD, REGULAR)
    return bytes(hb.subset(whole, wanted).blob.data)
