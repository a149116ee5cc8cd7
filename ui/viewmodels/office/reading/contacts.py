"""Contact files: whom each team may reach, whom it was given, and whom it has to leave alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from ui.viewmodels.office.reading.giving import FORMAT, Write
from ui.viewmodels.office.reading.table import TABLE
from ui.viewmodels.office.reading.taking import TakingModel
from ui.viewmodels.team.sheet import Action, Choice, Row, Sheet

if TYPE_CHECKING:
    from exports.readable.contacts import ContactsSummary, Plan
    from kiosk.storage.kept.disclosures import Disclosure
    from ui.jobs import Progress

TEAMS, TEAM, WRITE, AGAIN = "teams", "team", "write", "teams-again"

Team = tuple[str, str]  # an event and an organisation


class ContactsModel(TakingModel):
    """The steps of giving details out; the page of sign-ups has them."""

    def clear(self) -> None:
        super().clear()
        self._plan: Plan | None = None
        self._log: list[tuple[Disclosure, str]] = []
        self._team: Team = ("", "")

    def contact_pages(self) -> Mapping[str, Callable[[], Sheet]]:
        """The steps that this takes."""
        return {TEAMS: self._teams, TEAM: self._one_team, **self.giving_pages()}

    def show_teams(self) -> None:
        """Work out what each team would get now."""
        self._planned(lambda: self.go(TEAMS))

    def _planned(self, then: Callable[[], None]) -> None:
        room, secret, work = self.room, self.room.readings.secret, self.reading.work

        def planning(_progress: Progress) -> tuple[Plan, list[tuple[Disclosure, str]]]:
            from exports.readable.contacts import plan_contacts  # noqa: PLC0415 - tables, once staff read
            from kiosk.storage.kept.disclosures import disclosures  # noqa: PLC0415 - as above

            with room.store.another() as store:
                return plan_contacts(store, secret, work), disclosures(store.db)

        def planned(made: tuple[Plan, list[tuple[Disclosure, str]]]) -> None:
            self._plan, self._log = made
            then()

        self.run(planning, planned, self.words()("Looking"), stops=False)

    # --- what is shown

    def _names(self) -> list[Team]:
        assert self._plan is not None
        told = [one.told for one in self._plan.reachable] + [given for given, _ in self._log]
        return sorted({(one.event_id, one.organisation) for one in told})

    def _counts(self, team: Team) -> tuple[int, int, int]:
        """Who may be reached, who was given before, and who has to be left alone."""
        assert self._plan is not None
        reached = sum(_of(one.told) == team for one in self._plan.reachable)
        given = sum(_of(one) == team for one, _ in self._log)
        return reached, given, sum(_of(one) == team for one, _ in self._plan.stops)

    def _note(self, team: Team) -> str:
        words, (reached, given, stops) = self.words(), self._counts(team)
        return " · ".join(
            (
                team[0],
                words("Yes: {count}", count=reached),
                words("Given so far: {count}", count=given),
                words("To leave alone: {count}", count=stops),
            )
        )

    def _teams(self) -> Sheet:
        words, names = self.words(), self._names()
        assert self._plan is not None
        lines = [words("A team gets only those who said yes to it, by the way that they said.")]
        if self._plan.without_detail:
            lines.append(
                words(
                    "Yes, but nothing was left to reach the person by: {count}",
                    count=self._plan.without_detail,
                )
            )
        if not names:
            lines = [words("Nobody has said yes to any team yet.")]
        return Sheet(
            words("Contact files"),
            "\n".join(lines),
            choices=[Choice("/".join(team), team[1], self._note(team)) for team in names],
            back=True,
            forward=words("Write the files") if names else "",
            forward_icon="save",
        )

    def _one_team(self) -> Sheet:
        from ui.viewmodels.office.reading.people import channel_names  # noqa: PLC0415 - it builds on this

        words, team = self.words(), self._team
        assert self._plan is not None
        ways = channel_names(words)
        now = Counter(
            (one.told.purpose, one.told.channel) for one in self._plan.reachable if _of(one.told) == team
        )
        given = Counter((one.purpose, one.channel, day) for one, day in self._log if _of(one) == team)
        stops = Counter((one.purpose, one.channel, day) for one, day in self._plan.stops if _of(one) == team)

        def about(purpose: str, channel: str, day: str = "") -> str:
            return " · ".join(filter(None, (purpose, ways.get(channel, channel), day)))

        rows = [Row(words("Said yes: {what}", what=about(*what)), str(n)) for what, n in sorted(now.items())]
        rows += [
            Row(words("Given: {what}", what=about(*what)), str(n), "fine")
            for what, n in sorted(given.items())
        ]
        rows += [
            Row(words("To leave alone: {what}", what=about(*what)), str(n), "look")
            for what, n in sorted(stops.items())
        ]
        return Sheet(team[1], rows=rows, back=True)

    # --- pressed

    def chose_team(self, name: str) -> bool:
        """A choice was pressed; whether it was a team."""
        if self.step != TEAMS:
            return False
        event, _, organisation = name.partition("/")
        self._team = (event, organisation)
        self.go(TEAM)
        return True

    def did_contacts(self, name: str) -> bool:
        """A button was pressed; whether it was one of these steps'."""
        if name == AGAIN:
            self.back_to(TABLE)
            self.show_teams()
        return name == AGAIN

    def went_on_taking(self) -> None:
        if self.step == TEAMS:
            return self.go(FORMAT)
        return super().went_on_taking()

    # --- writing

    stops_writing = False  # the log is written first: a file that is missing would have been logged

    def writing(self, kind: str) -> Write:
        room, secret, work = self.room, self.room.readings.secret, self.reading.export()
        shape = cast("Literal['csv', 'xlsx']", kind)

        def write(to: Path, progress: Progress) -> ContactsSummary:
            from exports.readable.contacts import export_contacts  # noqa: PLC0415 - tables, once staff read

            with room.store.another() as store:
                return export_contacts(store, secret, to, shape, progress, room.clock, opened=work)

        return write

    def told_of(self, summary: ContactsSummary, place: str) -> Sheet:
        words = self.words()
        heading = words.plural(
            "{count} file is on {place}", "{count} files are on {place}", len(summary.files), place=place
        )
        lines = [
            words("Everybody who was given is in the log now."),
            words("Give each team its own files alone, and ask it to act on its stop list."),
        ]
        rows = [
            Row(words("Times yes"), str(summary.contacts)),
            Row(words("To leave alone"), str(summary.stops), "look" if summary.stops else ""),
            *(Row(path.name, path.parent.name) for path in summary.files),
        ]
        again = Action(AGAIN, words("See what each team was given"), "show")
        done = Action(TABLE, words("Back to the sign-ups"), "sign-up", "action")
        return Sheet(heading, "\n".join(lines), rows=rows, actions=[done, again])


def _of(told: Disclosure) -> Team:
    return told.event_id, told.organisation
