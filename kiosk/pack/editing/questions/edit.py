"""What can be done to a questionnaire. Each act gives a new one; the old one serves to undo it."""

from collections.abc import Collection
from dataclasses import replace

from kiosk.pack.editing.questions import names
from kiosk.pack.editing.questions.model import Option, Question, Questionnaire, When, tidy
from kiosk.pack.model import Text


def said(text: Text, language: str, typed: str) -> Text:
    """`text` with other words in one language; blank takes them out."""
    words = {code: said for code, said in text.words.items() if code != language}
    plain = tidy(typed)
    ordered = {**text.words, language: plain} if plain else words
    return Text(ordered)


def worded(question: Question, label: Text) -> Question:
    """With that label. A recording of other words goes."""
    return replace(question, label=label, recordings=_still_said(question.recordings, question.label, label))


def option_worded(option: Option, label: Text) -> Option:
    """The same for a choice."""
    return replace(option, label=label, recordings=_still_said(option.recordings, option.label, label))


def _still_said(recordings: Text, before: Text, after: Text) -> Text:
    same = {
        code: file
        for code, file in recordings.words.items()
        if before.words.get(code) == after.words.get(code)
    }
    return Text(same)


def added(form: Questionnaire, question: Question) -> Questionnaire:
    """With a question more, at the end. Its name is made here, from its first words."""
    name = names.question_name(first_words(question.label, form.languages), form)
    return replace(form, questions=(*form.questions, replace(question, name=name)))


def changed(form: Questionnaire, question: Question) -> Questionnaire:
    """With that question as it is now; others do not wait any more for choices that are gone from it."""
    questions = (question if one.name == question.name else one for one in form.questions)
    return replace(form, questions=tuple(_freed(one, question) for one in questions))


def removed(form: Questionnaire, name: str) -> Questionnaire:
    """Without that question; those that waited for its answer are asked of everybody."""
    kept = (one for one in form.questions if one.name != name)
    free = (replace(one, when=None) if one.when and one.when.question == name else one for one in kept)
    return replace(form, questions=tuple(free))


def in_the_way(form: Questionnaire, name: str, way: int) -> Question | None:
    """What keeps a question from going up (-1) or down (1): what it waits for, or what waits for it."""
    other = _neighbour(form, name, way)
    here = form.question(name)
    if other is None or here is None:
        return None
    first, second = (other, here) if way < 0 else (here, other)
    return other if second.when and second.when.question == first.name else None


def can_move(form: Questionnaire, name: str, way: int) -> bool:
    return _neighbour(form, name, way) is not None


def moved(form: Questionnaire, name: str, way: int) -> Questionnaire:
    """With the question one place up (-1) or down (1); the same where it cannot go."""
    other = _neighbour(form, name, way)
    if other is None or in_the_way(form, name, way):
        return form
    order = list(form.questions)
    here = next(place for place, one in enumerate(order) if one.name == name)
    order[here], order[here + way] = order[here + way], order[here]
    return replace(form, questions=tuple(order))


def with_option(question: Question, language: str, typed: str) -> Question:
    """With a choice more, at the end, its name made from its words."""
    words = tidy(typed)
    name = names.choice_name(words, question.choice_names)
    return replace(question, options=(*question.options, Option(name, Text({language: words}))))


def with_changed(question: Question, option: Option) -> Question:
    return replace(
        question, options=tuple(option if one.name == option.name else one for one in question.options)
    )


def without_option(question: Question, name: str) -> Question:
    return replace(question, options=tuple(one for one in question.options if one.name != name))


def option_moved(question: Question, name: str, way: int) -> Question:
    """With the choice one place up (-1) or down (1); the same at either end."""
    order = list(question.options)
    here = next(place for place, one in enumerate(order) if one.name == name)
    if 0 <= here + way < len(order):
        order[here], order[here + way] = order[here + way], order[here]
    return replace(question, options=tuple(order))


def spoken_in(form: Questionnaire, languages: Collection[str]) -> Questionnaire:
    """For an event's languages: they come first, and words in others stay."""
    kept = [code for code in form.languages if any(text.has(code) for text in form.texts())]
    return replace(form, languages=tuple(dict.fromkeys((*languages, *kept))) or form.languages)


def first_words(text: Text, languages: Collection[str]) -> str:
    """The English words, which make the better name, else those of the first language that has any."""
    return next((text.words[code] for code in ("en", *languages) if text.has(code)), "")


def _neighbour(form: Questionnaire, name: str, way: int) -> Question | None:
    order = [one.name for one in form.questions]
    place = order.index(name) + way if name in order else -1
    return form.questions[place] if 0 <= place < len(order) else None


def _freed(one: Question, asked: Question) -> Question:
    """A question whose rule speaks of `asked`, without the choices that this has not any more."""
    if one.when is None or one.when.question != asked.name:
        return one
    left = tuple(choice for choice in one.when.choices if choice in asked.choice_names)
    return replace(one, when=When(asked.name, one.when.sense, left) if left else None)
