"""All cells of event.xlsx that staff may translate, by their sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ui.viewmodels.office.editing.cells import Cell, Kind
from ui.viewmodels.office.editing.event.activities import ACTIVITY
from ui.viewmodels.office.editing.event.area import GROUP
from ui.viewmodels.office.editing.event.facts import FACTS
from ui.viewmodels.office.editing.event.privacy import CONSENT
from ui.viewmodels.office.editing.event.promises import PROMISE
from ui.viewmodels.office.editing.event.together import IDEA

CELLS: Mapping[str, Sequence[Cell]] = {
    sheet: [cell for cell in cells if cell.kind is Kind.WORDS]
    for sheet, cells in (
        ("event", FACTS),
        ("activities", ACTIVITY),
        ("promises", PROMISE),
        ("consents", CONSENT),
        ("ideas", IDEA),
        ("profile", GROUP),
    )
}
