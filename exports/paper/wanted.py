"""What is to be on paper, and what draws it: one place for the command and for the team's pages."""

from dataclasses import dataclass
from datetime import date

from kiosk.pack.model import Activity, Pack

POSTER, CARD, PAPER, SLIP, CHARTER = "poster", "card", "paper", "slip", "charter"
A4, A3 = "a4", "a3"


@dataclass(frozen=True)
class Wanted:
    """`size` and `time` are of a poster, `activities` (by id; none is all) of paper forms, `references` and
    `roll` of slips: without a reference they are eight blank cards. `large` is for forms and the charter.
    """

    what: str
    language: str = "en"
    size: str = A4
    time: str = ""
    activities: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    roll: bool = False
    large: bool = False

    @property
    def name(self) -> str:
        """A file's name for it, without its ending. No reference is in it."""
        what = "-".join((self.what, *self.activities))
        if self.what == SLIP and not self.references:
            what = "cards"
        marks = [self.size] if self.size != A4 else []
        marks += ["large"] * self.large + ["roll"] * self.roll
        return "-".join([what, *marks, self.language])


def on_paper(pack: Pack) -> tuple[Activity, ...]:
    """The activities that have a paper form."""
    return tuple(activity for activity in pack.activities if activity.form_id in pack.forms)


def draw(pack: Pack, wanted: Wanted, day: date) -> bytes:
    """It as a PDF. What draws is heavy, and comes with the first page. REFERENCE_WRONG, FORM_UNREADABLE."""
    from exports.paper.card import table_card  # noqa: PLC0415 - reportlab, only to print
    from exports.paper.charter import charter_sheet  # noqa: PLC0415
    from exports.paper.form import paper_form  # noqa: PLC0415
    from exports.paper.poster import poster  # noqa: PLC0415
    from exports.paper.slips import blank_cards, slips  # noqa: PLC0415

    language = wanted.language
    match wanted.what:
        case "poster":
            return poster(pack, language, wanted.size, wanted.time)
        case "card":
            return table_card(pack, language)
        case "paper":
            have = {activity.id: activity for activity in on_paper(pack)}
            chosen = [have[name] for name in wanted.activities] or list(have.values())
            return paper_form(pack, chosen, language, large=wanted.large)
        case "slip" if wanted.references:
            return slips(pack, wanted.references, day, language, roll=wanted.roll)
        case "slip":
            return blank_cards(pack, language)
        case "charter":
            return charter_sheet(pack, language, large=wanted.large)
        case _:
            raise ValueError(wanted.what)
