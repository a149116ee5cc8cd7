"""What a made-up resident would say to a question: names from nowhere, numbers kept for drama."""

from random import Random

from kiosk.forms.kinds import Kind
from kiosk.forms.questions import Question

NAMES = (
    "Amrit Kaur",
    "Jo Price",
    "Sana Malik",
    "Marek Nowak",
    "Ana Pop",
    "Dee Clarke",
    "Rahim Ali",
    "Bea Shaw",
)
THINGS = (
    "A bench where people can talk.",
    "More light on the path by the canal.",
    "Somewhere dry for the children, please.",
    "I can lend a hand on Saturdays.",
    "ਇੱਕ ਛਾਂ ਵਾਲੀ ਥਾਂ",
    "=SUM(paths, seats)",
    "بچوں کے لیے جگہ",
    "Trees, then more trees - and a tap.",
)


def written(question: Question, role: str, chance: Random) -> str:
    """Words or a number that fit the question, most of the time."""
    asked = f"{role} {question.name} {' '.join(question.appearance)}".lower()
    if question.kind is Kind.INTEGER:
        return str(chance.randint(1, 9))
    if question.kind is Kind.DECIMAL:
        return f"{chance.randint(1, 9)}.{chance.randint(1, 9)}"
    if "mail" in asked:
        return f"{chance.choice(NAMES).split()[0].lower()}@example.org"
    if "phone" in asked or "tel" in asked or "numbers" in asked:
        return f"07700900{chance.randint(100, 999)}"
    if "name" in asked and role.startswith("detail"):
        return chance.choice(NAMES)
    if "postcode" in asked:
        return "DY4 8HX"
    return chance.choice(THINGS)


def moments(chance: Random) -> list[dict[str, str]]:
    """Days and times to think of, part by part: one of long ago, then the event's year by month."""
    years = [(chance.randint(1950, 2020), chance.randint(1, 12))]
    months = chance.sample(range(1, 13), 12)
    years += [(year, month) for year in (2027, 2026) for month in months]
    return [
        {
            "day": str(chance.randint(1, 28)),
            "month": str(month),
            "year": str(year),
            "hour": str(chance.randint(0, 23)),
            "minute": f"{chance.randint(0, 59):02}",
        }
        for year, month in years
    ]


def chosen(question: Question, names: list[str], chance: Random) -> list[str]:
    """One choice, some where there may be several, or some in an order of preference."""
    if not names:
        return []
    if question.kind is Kind.RANK:
        return chance.sample(names, chance.randint(1, len(names)))
    if question.kind is Kind.SELECT_MULTIPLE:
        return sorted(chance.sample(names, chance.randint(1, min(3, len(names)))), key=names.index)
    return [chance.choice(names)]
