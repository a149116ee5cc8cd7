"""Functions that digest or decode."""

import base64
import binascii
import hashlib

from kiosk.forms.xpath.functions.kit import Function, of_text
from kiosk.forms.xpath.syntax import XPathError
from kiosk.forms.xpath.values import Value

_ALGORITHMS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


def _digest(text: str, algorithm: str, encoding: str = "base64") -> Value:
    name = _ALGORITHMS.get(algorithm.upper())
    if name is None or encoding.lower() not in {"hex", "base64"}:
        raise XPathError(f"digest() knows no {algorithm} in {encoding}")
    summed = hashlib.new(name, text.encode(), usedforsecurity=False).digest()
    return summed.hex() if encoding.lower() == "hex" else base64.b64encode(summed).decode()


def _base64_decode(text: str) -> Value:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4)).decode("utf-8", "replace")
    except binascii.Error:
        return ""


FUNCTIONS: dict[str, Function] = {
    "digest": of_text(_digest, 2, 3),
    "base64-decode": of_text(_base64_decode, 1),
}
