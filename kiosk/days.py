"""A day as people say it: "9 December 2027", in each language's own order and words."""

from datetime import date

from kiosk.words import Words


def said_day_or(text: str, words: Words) -> str:
    """A day written as 2027-12-09 as people say it; anything else as it is written."""
    try:
        return said_day(date.fromisoformat(text), words)
    except ValueError:
        return text


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
