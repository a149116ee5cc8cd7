"""The session's files: written whole, for the right user and program, and taken away without a trace."""

import configparser

import pytest

from ui.session.files import FILES, this_program

RUN = ("install-session", "--user", "stall", "--to")


def read(path):
    found = configparser.ConfigParser(strict=False, interpolation=None)
    found.optionxform = str
    found.read_string(path.read_text("utf-8"))
    return found


def test_the_unit_starts_this_program_for_that_user(run, tmp_path):
    ran = run(*RUN, tmp_path)
    assert ran.code == 0
    unit = read(tmp_path / "etc/systemd/system/event-kiosk.service")
    assert unit["Service"]["User"] == "stall"
    assert unit["Service"]["ExecStart"].endswith(f"-- {this_program()}")
    assert unit["Service"]["Restart"] == "always"
    entry = read(tmp_path / "usr/local/share/applications/event-kiosk.desktop")
    assert entry["Desktop Entry"]["Exec"] == this_program()
    assert "{" not in "".join((tmp_path / file.place).read_text() for file in FILES)


def test_taken_away_nothing_is_left(run, tmp_path):
    run(*RUN, tmp_path)
    ran = run("install-session", "--to", tmp_path, "--remove")
    assert ran.code == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert run("install-session", "--to", tmp_path, "--remove").code == 0


@pytest.mark.parametrize("user", ["root", "no body", "x; rm", ""])
def test_only_an_ordinary_user_gets_a_kiosk(run, tmp_path, user):
    ran = run("install-session", "--user", user, "--to", tmp_path)
    assert ran.code == 2
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_it_says_so(run, tmp_path):
    blocked = tmp_path / "etc"
    blocked.write_text("a file where a folder should be")
    ran = run(*RUN, tmp_path)
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "sudo" in ran.err
