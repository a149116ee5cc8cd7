"""A day as people say it: "9 December 2027", in each language's own order and words."""

from datetime import date

from kiosk.words import Words


def said_day(day: date, words: Words) -> str:
    """`day` in the language of `words`."""
    months = (
        words("{day} January {year}"),
        words("{day} February {year}"),
        words("{day} March {year}"),
        words("{day} April {year}"),
        words("{day} May {year}"),
        words("{day} June {year}"),
        words("{day} July {year}"),
        words("{day} August {year}"),
        words("{day} September {year}"),
        words("{day} October {year}"),
        words("{day} November {year}"),
        words("{day} December {year}"),
    )
    return months[day.month - 1].format(day=words.number(day.day), year=words.number(day.year))


def day_words(day: str, words: Words) -> str:
    """2027-12-09 as people say it; as it was written, where it is no day."""
    try:
        return said_day(date.fromisoformat(day), words)
    except ValueError:
        return day
