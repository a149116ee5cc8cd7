"""Where the read-only inputs of `assets/` are, in a checkout and in a wheel alike."""

from importlib.resources import files
from pathlib import Path


def asset(*parts: str) -> Path:
    """The path of an input under assets/, for instance `asset("icons", "help.svg")`."""
    return Path(str(files("assets"))).joinpath(*parts)


def practice_pack() -> Path:
    """The practice event: a real pack, with its key (passphrase `practice`)."""
    return asset("practice")
