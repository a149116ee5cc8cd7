"""New questions with what each kind begins with: the choices of a scale, in each language of the event."""

from collections.abc import Callable, Mapping, Sequence

from kiosk.coproduction.approving import Answers
from kiosk.coproduction.questions import choices_of
from kiosk.pack.editing.questions.model import Kind, Option, Question
from kiosk.pack.model import Text
from kiosk.words import Words

LEAST_CHOICES = 2
_SCALE = ("strongly_agree", "agree", "neither", "disagree", "strongly_disagree")


def begun(kind: Kind, languages: Sequence[str]) -> Question:
    """A question of that kind without words or a name; scales have their choices."""
    makers: Mapping[Kind, Callable[[Words], Mapping[str, str]]] = {
        Kind.YES_NO: lambda words: _some(choices_of(Answers.YES_NO, words), ("yes", "no")),
        Kind.AGREE: lambda words: _some(choices_of(Answers.AGREE, words), _SCALE),
        Kind.SMILEYS: _faces,
    }
    options = _options(makers[kind], languages) if kind in makers else ()
    return Question("", kind, Text(), options=options)


def rather_not(languages: Sequence[str]) -> Option:
    """The choice of those who would rather not say, which a question about people always needs."""
    (option,) = _options(
        lambda words: _some(choices_of(Answers.AGREE, words), ("prefer_not_to_say",)), languages
    )
    return option


def bounds_told(least: int | None, most: int | None, languages: Sequence[str]) -> Text:
    """What to write instead, where a number is out of bounds."""
    if least is None and most is None:
        return Text()
    return Text({code: _told(Words(code), least, most) for code in languages})


def _told(words: Words, least: int | None, most: int | None) -> str:
    if most is None:
        return words("Please write a number from {least} up.", least=str(least))
    if least is None:
        return words("Please write a number up to {most}.", most=str(most))
    return words("Please write a number from {least} to {most}.", least=str(least), most=str(most))


def _faces(words: Words) -> Mapping[str, str]:
    return {
        "very_unhappy": words("Very unhappy"),
        "unhappy": words("Unhappy"),
        "in_between": words("In between"),
        "happy": words("Happy"),
        "very_happy": words("Very happy"),
    }


def _some(choices: Mapping[str, str], names: Sequence[str]) -> Mapping[str, str]:
    return {name: choices[name] for name in names}


def _options(make: Callable[[Words], Mapping[str, str]], languages: Sequence[str]) -> tuple[Option, ...]:
    """The choices in each language that the program speaks; in others they are left to translate."""
    said = {code: make(Words(code)) for code in languages}
    names = make(Words("en"))
    known = {code: choices for code, choices in said.items() if code == "en" or choices != names}
    return tuple(
        Option(name, Text({code: choices[name] for code, choices in known.items()})) for name in names
    )
