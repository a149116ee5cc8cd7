"""The report's page: which form, which language, where to; then what was left out, and the way to read it."""

import shutil
import subprocess
from random import Random

import pytest

from kiosk.errors import ErrorCode
from kiosk.storage.audit import Act
from ui.residents.resident import Resident


@pytest.fixture
def reporting(make_stall, real_pack, office_way, with_drives, drives):
    """Staff at the report's page, with one visit to speak of and a stick in."""
    stall = make_stall
    return stall
