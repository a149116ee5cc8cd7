"""The Markdown and HTML that XLSForm allows in a label, down to plain text."""

import html
import re

_BREAK = re.compile(r"<\s*(?:br\s*/?|/p|/div|/li|/h[1-6])\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_STARS = re.compile(r"(?<!\\)(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s\\])\1(?!\*)", re.DOTALL)
_UNDERLINES = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])(.+?)(?<=[^\s\\])\1(?!\w)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>~])")
_BLANKS = re.compile(r"[ \t]*\n[ \t]*")


def plain_text(marked: str) -> str:
    """`marked` as it is read aloud: no marks, no tags, the words of a link without its address."""
    text = marked
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text:
        text = html.unescape(text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "#" in text:
        text = _HEADING.sub(r"\1", text)
    for mark, pattern in (("*", _STARS), ("_", _UNDERLINES)):
        if mark in text:
            text = pattern.sub(r"\2", pattern.sub(r"\2", text))
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return _BLANKS.sub("\n", text).strip()
