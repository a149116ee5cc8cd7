"""Names in expressions, with their prefixes resolved."""

from collections.abc import Mapping

from kiosk.forms.xpath.tree import key_of

_WELL_KNOWN = {
    "jr": "http://openrosa.org/javarosa",
    "orx": "http://openrosa.org/xforms",
    "odk": "http://www.opendatakit.org/xforms",
    "h": "http://www.w3.org/1999/xhtml",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def resolve(name: str, namespaces: Mapping[str, str]) -> str:
    """The key of a name in an expression; a prefix that nobody declared stands for itself."""
    prefix, colon, local = name.partition(":")
    if not colon:
        return name
    uri = namespaces.get(prefix) or _WELL_KNOWN.get(prefix) or prefix
    return key_of("" if local == "*" else local, uri)
