"""docs/scale.md: each number in it is one that was measured, or is worked out from those here."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.written import TOO_NOISY

QUIET = "The machine did nothing else meanwhile."
BUSY = "**The machine was busy with other work meanwhile: all seconds here are too many.** Try a quiet one."
A_TABLET = 1_000  # records that one tablet brings, in every row
PLACES = (("A borough", 50), ("A county", 2_000), ("A country", 100_000))
MB, GB = 1e6, 1e9


@dataclass(frozen=True)
class Rates:
    """What one record costs on the machine that was measured, in seconds and bytes."""

    merge: float
    export: float
    export_mb: float
    export_base_mb: float
    kept: float
    carried: float
    again: float  # a pack that is known already


def rates(figures: Mapping[str, Any]) -> Rates:
    count = figures["packs"] * figures["rows"]
    (few, few_seconds, few_mb), (many, many_seconds, many_mb) = figures["exports"]
    each = (many_mb - few_mb) / (many - few)
    return Rates(
        merge=figures["merge_seconds"] / count,
        export=(many_seconds - few_seconds) / (many - few),
        export_mb=each,
        export_base_mb=few_mb - each * few,
        kept=figures["office_bytes"] / count,
        carried=figures["pack_bytes"] / figures["rows"],
        again=figures["again_seconds"] / figures["packs"],
    )


def page(figures: Mapping[str, Any]) -> str:
    """The template beside this file, filled in."""
    rate, country = rates(figures), PLACES[-1][1] * A_TABLET
    return (
        Path(__file__)
        .with_name("page.md")
        .read_text("utf-8")
        .format(
            packs=figures["packs"],
            rows=f"{figures['rows']:,}",
            count=f"{figures['packs'] * figures['rows']:,}",
            a_tablet=f"{A_TABLET:,}",
            busy=QUIET if figures.get("noise", TOO_NOISY + 1) <= TOO_NOISY else BUSY,
            machine="\n".join(f"| {name} | {fact} |" for name, fact in figures["machine"].items()),
            places="\n".join(_place(name, tablets, rate) for name, tablets in PLACES),
            merge_mb=_size(figures["merge_mb"] * MB),
            transfer=_time(figures["transfer_seconds"]),
            fits=f"{_records(16_000, rate):,.0f}",
            country_kept=_size(country * rate.kept),
            country_export=_time(country * rate.export),
            duckdb=_duckdb(figures),
            postgresql=_postgresql(figures, country),
        )
    )


def _duckdb(figures: Mapping[str, Any]) -> str:
    found = figures["duckdb"]
    if not found:
        return "It was not installed when this page was written."
    count = f"{figures['packs'] * figures['rows']:,}"
    return (
        f"Version {found['version']} read the {count} records, kept one of each id and counted them in\n"
        f"{_time(found['seconds'])}. Its file is {_size(found['bytes'])}."
    )


def _postgresql(figures: Mapping[str, Any], country: int) -> str:
    found = figures["postgresql"]
    if not found:
        return "None answered when this page was written."
    count = figures["packs"] * figures["rows"]
    share = country / count
    first, again = _time(found["seconds"]), _time(found["again_seconds"])
    return (
        f"Version {found['version']}, set up as it comes, took in the {count:,} records in {first}.\n"
        f"The same packs again took {again} and changed nothing. The table and its index are\n"
        f"{_size(found['bytes'])}. A country at this pace is {_time(found['seconds'] * share)} and"
        f" {_size(found['bytes'] * share)},\nwhich one server of PostgreSQL holds."
    )


def _place(name: str, tablets: int, rate: Rates) -> str:
    count = tablets * A_TABLET
    cells = (
        name,
        f"{tablets:,}",
        f"{count:,}",
        _size(count * rate.carried),
        _time(count * rate.merge),
        _time(tablets * rate.again),
        _size(count * rate.kept),
        _time(count * rate.export),
        _size((rate.export_base_mb + count * rate.export_mb) * MB),
    )
    return "| " + " | ".join(cells) + " |"


def _records(megabytes: float, rate: Rates) -> float:
    """How many records an export can hold in so much memory, to two figures."""
    found = (megabytes - rate.export_base_mb) / rate.export_mb
    return float(f"{found:.2g}")


def _time(seconds: float) -> str:
    for least, unit in ((86_400, "days"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * least:
            return f"{seconds / least:.2g} {unit}"
    return f"{seconds:.2g} s" if seconds < 100 else f"{seconds:.0f} s"


def _size(count: float) -> str:
    return (
        f"{count / GB:,.0f} GB"
        if count >= 10 * GB
        else f"{count / GB:.1f} GB"
        if count >= GB
        else f"{count / MB:.0f} MB"
    )
