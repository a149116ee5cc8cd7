"""The five rungs in plain words (COPRODUCTION.md): what each is called, and what it means."""

from collections.abc import Mapping

from kiosk.pack.model import Rung
from kiosk.words import Words


def rung_names(words: Words) -> Mapping[Rung, str]:
    """The names, from the least that can change to the most."""
    return {
        Rung.INFORM: words("Find out"),
        Rung.ENGAGE: words("Talk with us"),
        Rung.CONSULT: words("Have your say"),
        Rung.INVOLVE: words("Help shape it"),
        Rung.COPRODUCE: words("Decide together"),
    }


def rung_meanings(words: Words) -> Mapping[Rung, str]:
    """One or two sentences for each."""
    return {
        Rung.INFORM: words("We tell you what is happening."),
        Rung.ENGAGE: words("We listen to you and talk it over."),
        Rung.CONSULT: words("You tell us what you think before we decide."),
        Rung.INVOLVE: words("You work on the plan with us. We still decide."),
        Rung.COPRODUCE: words("Residents and staff decide together."),
    }
