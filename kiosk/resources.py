"""Where the read-only inputs of `assets/` are, in a checkout and in a wheel alike."""

from pathlib import Path

import assets

HOME = Path(assets.__path__[0])


def asset(*parts: str) -> Path:
    """The path of an input under assets/, for instance `asset("icons", "help.svg")`."""
    return HOME.joinpath(*parts)


def practice_pack() -> Path:
    """The practice event: a real pack, with its key (passphrase `practice`)."""
    return asset("practice")
