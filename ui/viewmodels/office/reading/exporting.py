"""Export: which tables, a look at each, as CSV or as a workbook, onto a stick or into a folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from ui.viewmodels.office.reading.giving import FORMAT, GivingModel, Write
from ui.viewmodels.office.reading.table import TABLE
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet

if TYPE_CHECKING:
    from exports.readable.tables import ExportSummary
    from exports.sheets.table import Table
    from ui.jobs import Progress

TABLES, PREVIEW = "tables", "preview"
LOOK, ALL, MORE = "look", "all", "more"
FIRST_ROWS = 100  # of a table, in its preview

Named = tuple[str, str]  # an event and a table


class ExportModel(GivingModel):
    """The tables that `export` writes, each with a tick."""

    first = TABLES

    def clear(self) -> None:
        super().clear()
        self._tables: dict[Named, Table] = {}
        self._off: set[Named] = set()
        self._looked_at: Named = ("", "")

    def opened(self) -> None:
        """Make the tables, as they will be written, from what is open."""
        room, secret, work = self.room, self.room.readings.secret, self.reading.export()

        def making(progress: Progress) -> dict[Named, Table]:
            from exports.readable.tables import event_tables  # noqa: PLC0415 - tables, once staff read

            made: dict[Named, Table] = {}
            events = sorted({event for event, _ in work.answers})
            with room.store.another() as store:
                for done, event in enumerate(events):
                    progress(done, len(events))
                    made.update(((event, one.name), one) for one in event_tables(store, secret, event, work))
            return made

        self.run(making, self._made, self.words()("Making the tables"), stops=False)

    def _made(self, tables: dict[Named, Table]) -> None:
        self._tables, self._off = tables, set()

    # --- what is shown

    def pages(self) -> Mapping[str, Callable[[], Sheet]]:
        return {
            TABLES: self._which,
            PREVIEW: self._preview,
            TABLE: self._look,
            **self.giving_pages(),
        }

    def _choice(self, named: Named, *, ticked: bool) -> Choice:
        words, table = self.words(), self._tables[named]
        rows = words.plural("{count} row", "{count} rows", len(table.rows))
        chosen = ticked and named not in self._off
        return Choice("/".join(named), named[1], self.of_event(named[0], rows), chosen, several=ticked)

    def _which(self) -> Sheet:
        words = self.words()
        if not self._tables:
            return Sheet(words("Export"), words("No answers are here yet."))
        return Sheet(
            words("Export"),
            words("Take out the tick of what you do not need. Files have what people said and who they are."),
            choices=[self._choice(named, ticked=True) for named in self._tables],
            actions=[
                Action(LOOK, words("Look at the tables first"), "show"),
                Action(ALL, words("All or none"), "tick"),
            ],
            forward=words("Continue") if len(self._off) < len(self._tables) else "",
        )

    def _preview(self) -> Sheet:
        words = self.words()
        choices = [self._choice(named, ticked=False) for named in self._tables]
        return Sheet(words("Look at the tables first"), choices=choices, back=True)

    def _look(self) -> Sheet:
        words, table = self.words(), self._tables[self._looked_at]
        count = words.plural("{count} row", "{count} rows", len(table.rows))
        if len(table.rows) > FIRST_ROWS:
            count = words("The first {count} of {of} rows", count=FIRST_ROWS, of=len(table.rows))
        return self.table_sheet(table.name, count, back=True)

    # --- pressed

    def chose(self, name: str) -> None:
        event, _, table = name.partition("/")
        if self.step == TABLES:
            self._off ^= {(event, table)}
            return self.refresh()
        if self.step == PREVIEW:
            return self._show((event, table))
        self.gave(name)
        return None

    def _show(self, named: Named) -> None:
        from exports.office.grid import table_grid  # noqa: PLC0415 - tables, once staff read

        self._looked_at = named
        self.put_only(table_grid(self._tables[named], FIRST_ROWS))
        self.go(TABLE)

    def did(self, name: str) -> None:
        if name == LOOK:
            return self.go(PREVIEW)
        if name == ALL:
            self._off = set() if self._off else set(self._tables)
            return self.refresh()
        if name == MORE:
            return self.back_to(TABLES)
        self.gave_way(name)
        return None

    def went_on(self) -> None:
        if self.step == TABLES and len(self._off) < len(self._tables):
            self.go(FORMAT)

    # --- writing

    def writing(self, kind: str) -> Write:
        room, secret, clock = self.room, self.room.readings.secret, self.room.clock
        only, work = set(self._tables) - self._off, self.reading.export()
        shape = cast("Literal['csv', 'xlsx']", kind)

        def write(to: Path, progress: Progress) -> ExportSummary:
            from exports.readable.tables import export_tables  # noqa: PLC0415 - tables, once staff read

            with room.store.another() as store:
                return export_tables(store, secret, to, shape, progress, clock, only=only, opened=work)

        return write

    def told_of(self, summary: ExportSummary, place: str) -> Sheet:
        words = self.words()
        lines = [
            words("Anybody can read these files: keep them safe."),
            words("They hold personal data. Delete them when you are done."),
        ]
        if summary.skipped:
            count = len(summary.skipped)
            lines.append(words.plural("{count} record does not open.", "{count} records do not open.", count))
        if summary.unheard:
            lines.append(words("A spoken answer could not be read. It was left out."))
        rows = [Row(path.name, path.parent.name) for path in summary.files]
        heading = words.plural(
            "{count} file is on {place}", "{count} files are on {place}", len(summary.files), place=place
        )
        again = Action(MORE, words("Export more"), "again")
        return Sheet(heading, "\n".join(lines), rows=rows, actions=[again])
