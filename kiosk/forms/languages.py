"""The languages of a form: the names authors give them, and the codes the kiosk goes by."""

import re

# English names of languages that British council forms use, and those of the XLSForm examples.
_CODES = {
    "albanian": "sq",
    "amharic": "am",
    "arabic": "ar",
    "bengali": "bn",
    "bulgarian": "bg",
    "chinese": "zh",
    "czech": "cs",
    "dari": "prs",
    "dutch": "nl",
    "english": "en",
    "farsi": "fa",
    "french": "fr",
    "german": "de",
    "greek": "el",
    "gujarati": "gu",
    "hindi": "hi",
    "hungarian": "hu",
    "italian": "it",
    "kurdish": "ku",
    "latvian": "lv",
    "lithuanian": "lt",
    "nepali": "ne",
    "pashto": "ps",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "punjabi": "pa",
    "romanian": "ro",
    "russian": "ru",
    "slovak": "sk",
    "somali": "so",
    "spanish": "es",
    "swahili": "sw",
    "sylheti": "syl",
    "tamil": "ta",
    "tigrinya": "ti",
    "turkish": "tr",
    "ukrainian": "uk",
    "urdu": "ur",
    "vietnamese": "vi",
    "welsh": "cy",
}
_CODE_IN_NAME = re.compile(r".*\(\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*\)\s*")
_BARE_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")


def known_codes() -> frozenset[str]:
    """The codes of the languages that are known here by name."""
    return frozenset(_CODES.values())


def language_code(name: str) -> str:
    """`Punjabi (pa)` to `pa`, `default` to `en`, a known name to its code, any other in lower case."""
    if code := _CODE_IN_NAME.fullmatch(name):
        primary, dash, rest = code.group(1).partition("-")
        return primary.lower() + dash + rest
    name = name.strip()
    if name in {"default", ""}:
        return "en"
    if _BARE_CODE.fullmatch(name):
        return name
    return _CODES.get(name.lower(), name.lower())
