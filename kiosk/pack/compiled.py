"""A compiled pack on disk: pack.json, with media/ and data/ beside it. Reading it needs no pyxform."""

import dataclasses
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from kiosk.errors import ErrorCode, KioskError
from kiosk.pack.model import (
    Activity,
    ActivityKind,
    Consent,
    Event,
    FormSource,
    LeftOut,
    Pack,
    ProfileShare,
    Promise,
    Reply,
    Rung,
    StarterIdea,
    Text,
)

PACK_FILE = "pack.json"
FORMAT = 1  # raised when a compiled pack of before could be misread, or would be compiled otherwise

LATER = ("text_recordings", "checked")  # not written where empty, so that packs of before stay as they are
EVENT_USUAL = {"unchecked_sign_up": True}  # the same, of the event sheet
REPLY_USUAL = {"activity": ""}  # and of each reply

_Fact = TypeVar("_Fact")


def dump_pack(pack: Pack) -> bytes:
    """The bytes of pack.json, the same for the same pack: sorted keys, UTF-8."""
    facts = {"format": FORMAT, **_plain(pack)}
    del facts["folder"]
    facts["event"] = _unusual(facts["event"], EVENT_USUAL)
    facts["replies"] = [_unusual(reply, REPLY_USUAL) for reply in facts["replies"]]
    facts = {name: value for name, value in facts.items() if value or name not in LATER}
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def _unusual(facts: Mapping[str, Any], usual: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name not in usual or value != usual[name]}


def load_pack(folder: Path) -> Pack:
    """The compiled pack in `folder`. KioskError(PACK_UNREADABLE), also where another version wrote it."""
    try:
        facts = json.loads((folder / PACK_FILE).read_bytes())
        if facts.pop("format") != FORMAT:
            raise ValueError("compiled by another version")
        return _pack(facts, folder)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
        reason = "the compiled pack is damaged, or another version made it"
        raise KioskError(ErrorCode.PACK_UNREADABLE, path=folder, reason=reason) from fault


def compiled_of(folder: Path, source: str) -> Pack | None:
    """The compiled pack in `folder` if it is whole and made from the sources of that sha256."""
    try:
        facts = json.loads((folder / PACK_FILE).read_bytes())
        wanted = facts.pop("format") == FORMAT and facts["source"] == source
        return _pack(facts, folder) if wanted else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _plain(value: Any) -> Any:
    """Facts as JSON has them; a Text is its words."""
    if isinstance(value, Text):
        return dict(value.words)
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return str(value) if isinstance(value, Path) else value


def _pack(facts: dict[str, Any], folder: Path) -> Pack:
    return Pack(
        event=_fact(Event, facts["event"], languages=tuple),
        activities=_facts(Activity, facts["activities"], kind=ActivityKind),
        forms={form["form_id"]: _form(form) for form in facts["forms"].values()},
        promises=_facts(Promise, facts["promises"], rung=Rung, next_steps=_texts),
        consents=_facts(Consent, facts["consents"]),
        replies=_facts(Reply, facts["replies"], references=tuple),
        ideas=_facts(StarterIdea, facts["ideas"]),
        profile=_facts(ProfileShare, facts["profile"]),
        tablets=tuple(facts["tablets"]),
        texts={key: Text(words) for key, words in facts["texts"].items()},
        text_recordings={key: Text(names) for key, names in facts.get("text_recordings", {}).items()},
        checked=facts.get("checked", {}),
        practice=bool(facts["practice"]),
        source=str(facts["source"]),
        media=facts["media"],
        folder=folder,
    )


def _form(facts: dict[str, Any]) -> FormSource:
    return _fact(FormSource, facts, or_other=tuple, left_out=lambda found: _facts(LeftOut, found))


def _facts(
    kind: type[_Fact], found: list[dict[str, Any]], /, **read: Callable[[Any], Any]
) -> tuple[_Fact, ...]:
    return tuple(_fact(kind, facts, **read) for facts in found)


def _fact(kind: type[_Fact], facts: dict[str, Any], /, **read: Callable[[Any], Any]) -> _Fact:
    """One dataclass from its facts: `read` says how some are read, fields of words become Text."""
    fields = dataclasses.fields(kind)  # type: ignore[arg-type]
    words = {field.name: Text for field in fields if field.type is Text}
    readers: dict[str, Callable[[Any], Any]] = {**words, **read}
    return kind(**{name: readers[name](value) if name in readers else value for name, value in facts.items()})


def _texts(found: list[dict[str, str]]) -> tuple[Text, ...]:
    return tuple(Text(words) for words in found)
