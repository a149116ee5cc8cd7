"""What pyxform refuses and no rule of ours has found: said in one line, at its row."""

import re

from kiosk.errors import KioskError
from kiosk.pack.findings import Finding
from kiosk.pack.lint.context import FormContext

_ROW = re.compile(r"^row (\d+): ")
_SHEET = re.compile(r"'(survey|choices|settings|entities)' sheet")


def check_refusal(context: FormContext, fault: KioskError) -> None:
    """Report the refusal, unless a mistake already found there explains it."""
    reason = str(fault.facts.get("reason", ""))
    found = _ROW.match(reason)
    row = int(found[1]) if found else 0
    named = _SHEET.search(reason)
    sheet = named[1] if named else ("survey" if row else "")
    if context.report.has_mistake(context.form.file, sheet if row else "", row):
        return
    wrong = f"the form does not compile ({_ROW.sub('', reason)})"
    context.report.add(Finding(context.form.file, sheet, row, "", wrong, "mend that, then check again"))
