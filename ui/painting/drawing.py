"""What is drawn by the program itself on a page: the QR code of a reference, as SVG path text."""

from itertools import groupby

from exports.qr import modules


def code_of(text: str) -> tuple[str, int]:
    """The dark squares of a QR code that holds `text`, each of side 1, and how many stand side by side."""
    if not text:
        return "", 1
    rows = modules(text)
    runs = []
    for y, row in enumerate(rows):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                runs.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return "".join(runs), len(rows)
