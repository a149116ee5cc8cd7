"""What a rule of `check` may know of one form and of the pack around it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.pack.findings import Report, Say, Severity
from kiosk.pack.model import Activity, ActivityKind
from kiosk.pack.staff.event import EventParts
from kiosk.pack.staff.languages import language_code
from kiosk.pack.staff.rows import suggestion
from kiosk.pack.staff.workbook import Row
from kiosk.pack.staff.xlsform import SELECTS, Question, XlsForm

ADVICE = Severity.ADVICE


@dataclass(frozen=True)
class FormContext:
    """One form under check. `parts` is None where an XLSForm stands alone; `files` are media/ and data/."""

    form: XlsForm
    report: Report
    files: frozenset[str] = frozenset()
    parts: EventParts | None = None
    activities: tuple[Activity, ...] = ()
    form_ids: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def rows(self) -> tuple[Question, ...]:
        """Every row with a type, ends of sections too."""
        return tuple(self.form.questions())

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Rows that have an answer or something to show; no sections."""
        return tuple(row for row in self.rows if not row.ends and not row.is_section)

    @cached_property
    def names(self) -> Mapping[str, Question]:
        """Everything a ${reference} may name; the first where a name is used twice."""
        found: dict[str, Question] = {}
        for row in self.rows:
            if row.name and not row.ends:
                found.setdefault(row.name, row)
            if row.or_other:
                found.setdefault(f"{row.name}_other", row)
        return found

    @cached_property
    def lists(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows of each choice list."""
        found: dict[str, list[Row]] = {}
        for row in self.form.choices.filled():
            found.setdefault(self.form.choices.value(row, "list_name"), []).append(row)
        return {name: tuple(rows) for name, rows in found.items()}

    def choice_names(self, question: Question) -> tuple[str, ...]:
        """The names that an answer of this select may have; nothing where it has no list of its own."""
        if question.type not in SELECTS or question.list_name not in self.lists:
            return ()
        names = [self.form.choices.value(row, "name") for row in self.lists[question.list_name]]
        return (*names, "other") if question.or_other else tuple(names)

    @property
    def language(self) -> str:
        return language_code(self.form.default_language)

    @property
    def kinds(self) -> frozenset[ActivityKind]:
        """What the activities that use this form are."""
        return frozenset(activity.kind for activity in self.activities)

    @cached_property
    def say(self) -> Say:
        """Report it in this form."""
        return self.report.of(self.form.file)

    def survey(self, question: Question, column: str, wrong: str, do: str, advice: bool = False) -> None:
        """Report it at a question."""
        severity = ADVICE if advice else Severity.MISTAKE
        self.say(self.form.survey, question.row, column, wrong, do, severity)


def meant(word: str, known: Iterable[str], otherwise: str) -> str:
    """What to do about an unknown word: the nearest known one, else `otherwise`."""
    near = suggestion(word, known)
    return f'did you mean "{near}"?' if near else otherwise


def words(text: str) -> frozenset[str]:
    """A list of names, written with spaces between them."""
    return frozenset(text.split())
