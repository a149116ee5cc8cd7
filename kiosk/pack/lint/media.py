"""Pictures, recordings and data files: named as they are, and there."""

import re

from kiosk.pack.lint.context import FormContext, meant
from kiosk.pack.staff.xlsform import FROM_FILE

_COLUMNS = ("image", "big-image", "audio", "video")
_PULLDATA = re.compile(r"""pulldata\(\s*['"]([^'"]+)['"]""")


def check_media(context: FormContext) -> None:
    media = [name.removeprefix("media/") for name in context.files if name.startswith("media/")]
    for sheet in (context.form.survey, context.form.choices):
        for header in sheet.headers:
            if header.name not in _COLUMNS:
                continue
            for row in sheet.filled():
                name = row.cells[header.index].text if header.index in row.cells else ""
                if not name or name.startswith("${") or f"media/{name}" in context.files:
                    continue
                if "/" in name or "\\" in name:
                    wrong, do = f'"{name}" names a folder', "write the name of the file alone"
                else:
                    wrong, do = f'there is no file "{name}" in media', meant(name, media, "put it into media")
                context.say(sheet, row, header, wrong, do)
    _data(context)


def _data(context: FormContext) -> None:
    data = [
        name.removeprefix("data/").removesuffix(".csv") for name in context.files if name.startswith("data/")
    ]
    survey = context.form.survey
    for question in context.rows:
        for column in ("calculation", "relevant", "constraint", "default"):
            for name in _PULLDATA.findall(survey.value(question.row, column)):
                if name.removesuffix(".csv") not in data:
                    do = meant(name, data, f"put {name.removesuffix('.csv')}.csv into the folder data")
                    context.survey(question, column, f'there is no file "{name}.csv" in data', do)


def used_files(context: FormContext) -> frozenset[str]:
    """The files of media/ and data/ that this form names."""
    found: set[str] = set()
    for sheet in (context.form.survey, context.form.choices):
        for header in sheet.headers:
            for row in sheet.filled():
                text = row.cells[header.index].text if header.index in row.cells else ""
                found |= {f"media/{text}"} if header.name in _COLUMNS else set()
                found |= {f"data/{name.removesuffix('.csv')}.csv" for name in _PULLDATA.findall(text)}
    found |= {f"data/{asked.list_name}" for asked in context.questions if asked.type in FROM_FILE}
    return frozenset(found)
