"""The recovery sheet: an office key on paper, as letters to type and as a QR code to scan."""

from collections.abc import Sequence

from exports.pdf.document import drawn
from exports.pdf.flow import Drawing, Part, Row, Stack, Words
from exports.pdf.look import A4, ACTION, EDGE, MM, PAPER, STOP, Sizes
from exports.pdf.qr import qr
from exports.pdf.setting import Setting, lines
from exports.pdf.sheet import Sheet


def recovery_sheet(letters: Sequence[str], fingerprint: str, language: str = "en") -> bytes:
    """The seven lines of `kiosk.storage.sealed.recovery.letters`, and the same as a QR code of seven lines.

    Whoever has this paper can read every answer of the event: it is locked away, and its file deleted.
    """
    setting = Setting(language, Sizes())
    title = setting.words("Recovery sheet for an office key")

    def paint(sheet: Sheet) -> None:
        margin = 20 * MM
        made = _sheet(letters, fingerprint, title, setting)
        made.wrap(A4[0] - 2 * margin, A4[1])
        made.drawOn(sheet, margin, A4[1] - margin - made.height)

    return drawn([paint], title=title, language=language)


def _sheet(letters: Sequence[str], fingerprint: str, title: str, setting: Setting) -> Stack:
    words = setting.words
    side = 52 * MM

    def paint(sheet: Sheet, _width: float, tall: float) -> None:
        qr(sheet, "\n".join(letters), 0, 0, tall)

    rows: list[Part] = [_line(number, line, setting) for number, line in enumerate(letters, 1)]
    beside: list[Part] = [
        setting.labelled(words("Key"), _in_groups(fingerprint)),
        setting.text(words("Use it when the passphrase is lost.")),
        setting.text(words("Type the lines, or scan the code, into:"), after=2),
        setting.text("event-kiosk keys restore", bold=True, language="en", here=True),
    ]
    code = Drawing(side, paint, alt=words("QR code: the same seven lines"), width=side)
    return Stack(
        [
            setting.title(title, 1),
            setting.text(
                words("Whoever has this paper can read every answer. Lock it away."), bold=True, colour=STOP
            ),
            setting.beside(code, beside, side, after=setting.sizes.gap * 2, gap=18),
            Row([Stack(rows)], padding=14, fill=PAPER, edge=EDGE, after=setting.sizes.gap * 2),
            setting.text(words("Delete the file that this was printed from.")),
            Row(
                [
                    Stack([setting.text(label, after=2), lines(1, 26)])
                    for label in (words("Event"), words("Date"), words("Who keeps it"))
                ],
                (1, 1, 1),
                rtl=setting.rtl,
            ),
        ]
    )


def _line(number: int, line: str, setting: Setting) -> Row:
    """One line; signs run from left to right in every language."""
    plain = Setting("en", setting.sizes)
    cells: list[Part] = [
        Words(f"{number}", plain.style(1.2, bold=True, colour=ACTION)),
        *(Words(group, plain.style(1.5, bold=True)) for group in line.split()),
    ]
    return Row(cells, (26, *(1,) * (len(cells) - 1)), gap=10, after=5)


def _in_groups(fingerprint: str) -> str:
    return " ".join(fingerprint[at : at + 8] for at in range(0, len(fingerprint), 8))
