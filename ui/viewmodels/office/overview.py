"""The office's first page: what is here, and what is still to come."""

from kiosk.office.held import held
from kiosk.storage.audit import Role
from ui.viewmodels.team.sheet import Row, Sheet, SheetModel


class OverviewModel(SheetModel):
    """Records by event, tablets heard from, packs, and what was set aside."""

    role = Role.STAFF

    def sheet(self) -> Sheet:
        words, found = self.words(), held(self.room.store.db)
        rows = [
            Row(words("Event {name}", name=name), words.plural("{count} record", "{count} records", count))
            for name, count in found.events
        ]
        rows.append(Row(words("Packs taken in"), str(found.packs)))
        if found.expected:
            came = words("{count} of {of}", count=found.expected - len(found.missing), of=found.expected)
            rows.append(Row(words("Tablets heard from"), came, "look" if found.missing else "fine"))
        if found.missing:
            rows.append(Row(words("Still to come"), ", ".join(found.missing), "look"))
        if found.aside:
            rows.append(Row(words("Set aside"), str(found.aside), "look"))
        return Sheet(words("The office"), rows=rows)
