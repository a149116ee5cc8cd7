"""The tooling of the words: `make strings` draws them from the code into catalogues, and compiles.

Nothing depends on the day or the machine: run twice, it changes nothing. Words that went out of use
are kept at the end of a catalogue, and come back with the words themselves.
"""

import ast
import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_javascript
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from kiosk.resources import asset
from kiosk.words import DOMAIN, LANGUAGES

TRANSLATED = tuple(code for code in LANGUAGES if code != "en")
FOLDERS = ("kiosk", "exports", "ui")
# One message, or a pair of one and many.
MessageId = str | tuple[str, str]
Found = dict[MessageId, set[str]]
_CHECKED = re.compile(r'^"X-Checked-By: *(.*?)\\n"$', re.MULTILINE)


class WordsCatalogue(Catalog):
    """A catalogue whose header says who checked it, and has no dates."""

    def __init__(self, language: str | None, checked_by: str = "") -> None:
        super().__init__(language, DOMAIN, project="event-kiosk", version="1", fuzzy=False, header_comment="")
        self.checked_by = checked_by

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header, name by name: what a translator's program and gettext need, and `X-Checked-By`."""
        wanted = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
        headers = dict(self._get_mime_headers())
        kept = [(name, headers[name]) for name in wanted if name in headers]
        return [*kept, ("X-Checked-By", f"{self.checked_by}\n")]


def extract(root: Path) -> Found:
    """Every message under `root`'s code, with the files (relative, POSIX) that say it.

    From Python `_()`, `words()` and `words.plural()`; from QML `qsTr()`, whose context is ignored.
    ValueError where words are put together by an f-string, which no catalogue could hold.
    """
    found: Found = defaultdict(set)
    for path in sorted(path for folder in FOLDERS for path in (root / folder).rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix == ".py":
            for message in _from_python(path.read_text("utf-8"), name):
                found[message].add(name)
        elif path.suffix in (".qml", ".js"):
            for message in _from_qml(path.read_bytes()):
                found[message].add(name)
    found.pop("", None)
    return dict(found)


def _from_qml(source: bytes) -> Iterator[str]:
    for _, _, message, _ in extract_javascript(
        io.BytesIO(source), {"qsTr": None}, (), {"parse_template_string": True}
    ):
        yield message if isinstance(message, str) else str(message[0])


def _from_python(source: str, name: str) -> Iterator[MessageId]:
    tree = ast.parse(source, name)
    ours = {"_", "words"} - set(_other_words(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            if isinstance(node.func, ast.Attribute) and node.func.attr == "plural" and len(node.args) >= 3:
                one, many = (next(_texts(argument, name), "") for argument in node.args[:2])
                if one and many:
                    yield one, many
            elif _says(node.func, ours):
                yield from _texts(node.args[0], name)


def _other_words(tree: ast.Module) -> Iterator[str]:
    """`words` where this module means something else by it: a function, its own or imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names if alias.name == "words")
        elif isinstance(node, ast.FunctionDef) and node.name == "words" and node.args.args:
            yield from () if node.args.args[0].arg == "self" else ("words",)


def _says(called: ast.expr, ours: set[str]) -> bool:
    """Whether a call of this is a message said: `_`, `words`, `self._words` or `self.words()`, called."""
    if isinstance(called, ast.Call):
        inner = called.func
        return isinstance(inner, ast.Attribute | ast.Name) and _name(inner).endswith("words")
    if isinstance(called, ast.Attribute):
        return called.attr in ("words", "_words")
    return isinstance(called, ast.Name) and called.id in ours


def _name(node: ast.Attribute | ast.Name) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id


def _texts(argument: ast.expr, name: str) -> Iterator[str]:
    """The literal words of an argument: one text, or either branch of a condition."""
    if isinstance(argument, ast.JoinedStr):
        raise ValueError(
            f"{name}:{argument.lineno}: words cannot be an f-string; write {{facts}} and hand them over"
        )
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _texts(argument.body, name)
        yield from _texts(argument.orelse, name)


def read(path: Path, language: str) -> WordsCatalogue:
    """The catalogue in a .po file, words out of use apart; an empty one where there is no file."""
    if not path.is_file():
        return WordsCatalogue(language)
    text = path.read_text("utf-8")
    checked = _CHECKED.search(text)
    catalogue = WordsCatalogue(language, checked[1] if checked else "")
    old = read_po(io.StringIO(text), locale=language)
    for message in old:
        if message.id:
            catalogue.add(message.id, message.string, message.locations, user_comments=message.user_comments)
    catalogue.obsolete.update(old.obsolete)
    return catalogue


def drawn(found: Mapping[MessageId, set[str]], old: WordsCatalogue) -> WordsCatalogue:
    """A catalogue of exactly the messages found, with what `old` knew of them."""
    new = WordsCatalogue(str(old.locale) if old.locale else None, old.checked_by)
    for message_id in sorted(found, key=_order):
        known = old.get(message_id) or old.obsolete.get(message_id)
        locations = [(name, 0) for name in sorted(found[message_id])]
        comments = known.user_comments if known else ()
        new.add(message_id, known.string if known else None, locations, user_comments=comments)
    for message in [*old, *old.obsolete.values()]:
        message_id = id_of(message)
        if message_id and message_id not in found and _translated(message):
            new.obsolete[message_id] = message
    return new


def id_of(message: Message) -> MessageId:
    """The message's id, of the shape that `extract` gives it."""
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def _order(message_id: MessageId) -> tuple[str, ...]:
    return (message_id,) if isinstance(message_id, str) else message_id


def _translated(message: Message) -> bool:
    strings = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return all(strings)


def missing(catalogue: WordsCatalogue) -> list[str]:
    """The messages that still wait for a translation."""
    return [_order(id_of(message))[0] for message in catalogue if message.id and not _translated(message)]


def po_text(catalogue: WordsCatalogue) -> bytes:
    """The catalogue as a .po file."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, sort_output=True, include_lineno=False)
    return out.getvalue().strip() + b"\n"


def mo_bytes(catalogue: WordsCatalogue) -> bytes:
    """The catalogue as gettext reads it, in the order of its messages."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def update(root: Path, folder: Path) -> dict[str, list[str]]:
    """Draws the words of the code under `root` into `folder`; by language, what waits for a translation."""
    found = extract(root)
    (folder / f"{DOMAIN}.pot").write_bytes(po_text(drawn(found, WordsCatalogue(None))))
    waiting = {}
    for language in TRANSLATED:
        po = folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        po.parent.mkdir(parents=True, exist_ok=True)
        catalogue = drawn(found, read(po, language))
        po.write_bytes(po_text(catalogue))
        po.with_suffix(".mo").write_bytes(mo_bytes(catalogue))
        waiting[language] = missing(catalogue)
    return waiting


def put(
    changes: Iterable[tuple[str, int, str, str]], checked: Mapping[str, str], folder: Path | None = None
) -> None:
    """What translators wrote (English, form, language, words) into the catalogues, and who checked them."""
    by_language: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for text, form, language, said in changes:
        by_language[language].append((text, form, said))
    for language in TRANSLATED:
        po = (folder or asset("i18n")) / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        catalogue = read(po, language)
        for text, form, said in by_language[language]:
            message = catalogue.get(text)
            if message is not None and form < 0:
                message.string = said
            elif message is not None:
                forms = list(message.string or ())
                forms[form] = said
                message.string = tuple(forms)
        catalogue.checked_by = checked.get(language, catalogue.checked_by)
        po.write_bytes(po_text(catalogue))
        po.with_suffix(".mo").write_bytes(mo_bytes(catalogue))


def main() -> None:
    """Updates assets/i18n, and says in a line for each language what is left to do."""
    waiting = update(Path(__file__).resolve().parents[2], asset("i18n"))
    for language, messages in waiting.items():
        state = f"{len(messages)} to translate" if messages else "complete"
        sys.stdout.write(f"{LANGUAGES[language].english}: {state}\n")


if __name__ == "__main__":
    main()
