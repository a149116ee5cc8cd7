""" "You said, we did" as one HTML page to publish."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from exports.paper.parts import day_words
from exports.report.as_html import as_html
from exports.report.blocks import Block, Document, Paragraph
from exports.report.closing import replies_blocks
from exports.sheets.whole import write_whole
from kiosk.coproduction.replies import Said, replies
from kiosk.pack.model import Event, Pack
from kiosk.storage.database import Store
from kiosk.words import Words


def replies_page(replies: Sequence[Said], event: Event, language: str = "en") -> str:
    """The replies of an event, the newest first, in `language` where they have it. No reference is in it."""
    words = Words(language)
    default = event.default_language
    blocks: list[Block] = list(replies_blocks(tuple(replies), default, words))[1:]
    if not words.checked:
        blocks.insert(0, Paragraph(words("No speaker has checked these words yet."), quiet=True))
    under = (event.title.say(language, default), day_words(event, words))
    return as_html(
        Document(
            title=words("You said, we did"),
            over=event.organiser.say(language, default),
            under=tuple(line for line in under if line),
            language=language,
            blocks=blocks,
        )
    )


def write_replies_page(store: Store, pack: Pack, to: Path, day: date, language: str = "en") -> int:
    """The page of `pack`'s event into `to`, whole or not at all; how many replies. KioskErrors of a disk."""
    found = [one for one in replies(pack, day, store) if one.event_id == pack.event.id]
    newest = sorted(found, key=lambda one: one.date, reverse=True)
    write_whole(to, replies_page(newest, pack.event, language).encode())
    return len(newest)
