"""Words a resident reads: in every language, short, and as they were typed."""

import re

from kiosk.pack.lint.context import ADVICE, FormContext
from kiosk.pack.staff.languages import has_code
from kiosk.pack.staff.workbook import CellKind, Sheet

_TRANSLATED = ("label", "hint", "guidance_hint", "constraint_message", "required_message")
_LONGEST = 15  # words a sentence, COPRODUCTION.md
_SENTENCE = re.compile(r"[.!?:\n]+(?:\s|$)")


def check_wording(context: FormContext) -> None:
    for sheet in (context.form.survey, context.form.choices):
        _cells(context, sheet)
        _translations(context, sheet)
        _sentences(context, sheet)
    _languages(context)


def _cells(context: FormContext, sheet: Sheet) -> None:
    for row in sheet.filled():
        for header in sheet.headers:
            cell = row.cells.get(header.index)
            if cell is None:
                continue
            place, do = header.name, "type it again after setting the cell to Text, or with a ' before it"
            if cell.kind is CellKind.FAULT:
                context.say(sheet, row, place, f"the formula gives {cell.text}", "write the words themselves")
            elif cell.kind is CellKind.DATE and (sheet.name == "choices" or header.name != "note"):
                context.say(sheet, row, place, f"Excel made a date of it: {cell.text}", do)
            elif cell.kind is CellKind.FLAG and header.name in ("name", *_TRANSLATED):
                context.say(sheet, row, place, f"Excel made {cell.text} of it", do)


def _translations(context: FormContext, sheet: Sheet) -> None:
    """A blank in a language that the event does not offer is nobody's loss."""
    offered = context.parts.event.languages if context.parts else ()
    for name in _TRANSLATED:
        columns = sheet.columns(name)
        if len(columns) < 2:
            continue
        if offered:
            columns = tuple(one for one in columns if (one.language or context.language) in offered)
        for row in sheet.filled():
            filled = [column for column in columns if column.index in row.cells]
            for column in columns if filled else ():
                if column.index not in row.cells:
                    wrong = f"the words in {column.language or context.language} are blank"
                    do = f"translate what {filled[0].place} says"
                    context.say(sheet, row, column, wrong, do)


def _sentences(context: FormContext, sheet: Sheet) -> None:
    """English alone: counting words says little of other languages."""
    for name in ("label", "hint"):
        for row in sheet.filled():
            english = sheet.text(row, name, context.language).words.get("en", "")
            longest = max((len(part.split()) for part in _SENTENCE.split(english)), default=0)
            if longest > _LONGEST:
                wrong = f"a sentence of {longest} words"
                do = f"at most {_LONGEST}, one idea each"
                context.say(sheet, row, name, wrong, do, ADVICE)
            if "anonym" in english.lower():
                wrong = '"anonymous" promises what a small stall cannot keep'
                do = 'say "We do not ask your name here"'
                context.say(sheet, row, name, wrong, do, ADVICE)


def _languages(context: FormContext) -> None:
    survey = context.form.survey
    for header in survey.columns("label"):
        _, _, written = header.written.partition(":")
        language = written.strip(": ")
        if language and not has_code(language):
            do = f"write it so: label::{language.title()} ({header.language[:2]})"
            wrong = f'the language "{language}" has no code'
            context.say(survey, None, header, wrong, do, ADVICE)
    if context.parts is None:
        return
    spoken = {header.language or context.language for header in survey.columns("label")}
    for code in context.parts.event.languages:
        if code not in spoken:
            wrong = f"the event offers {code}, and this form has no words in it"
            do = f"add a column label::… ({code}), or take {code} out of the event's languages"
            context.say(survey, None, "", wrong, do)
