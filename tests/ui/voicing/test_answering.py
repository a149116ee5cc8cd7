"""What is heard while an answer is written: keys, what is wrong with it, personal details (rows 8 to 10)."""

from PySide6.QtCore import Qt

NAME = "What name should we use?"


# --- personal details (row 10) and errors (rows 8 and 9)


def to_the_name(stall):
    stall.press("Join in, share a skill", "Start", "Yes", "Skip", "Skip", "E-mail", "Continue")
    for _ in range(5):
        stall.press("Yes", "Continue")
    stall.press("Continue")
    assert stall.heading == NAME


def test_details_are_said_after_a_yes_and_no_longer_than_the_visit(stall):
    stall.press("Listen")
    to_the_name(stall)
    stall.press(NAME)
    stall.screen.write("Zq")
    assert "Z" not in "".join(stall.spoken[-2:])
    stall.press("Done")
    assert "Zq" not in " ".join(stall.spoken)
    stall.press("Read my details aloud")
    assert stall.spoken[-1] == "Read my details aloud, chosen"
    stall.press(NAME)
    assert "Zq" in stall.spoken[-1]
    stall.screen.write("x")
    assert stall.spoken[-1] == "x"
    stall.model.wipe()
    assert not stall.kiosk.look.manner.details


def test_once_the_yes_is_taken_back_nothing_says_them_again(stall):
    stall.press("Listen")
    to_the_name(stall)
    stall.write(NAME, "Zqxwv")
    stall.press("Read my details aloud", "Continue")
    stall.write("What is your e-mail address?", "zqxwv@example.org")
    stall.press("Continue", "Continue")
    assert stall.page == "check"
    for _ in range(5):
        if "Zqxwv" not in stall.spoken[-1]:
            stall.press("More")
    assert "Zqxwv" in stall.spoken[-1]
    stall.model.listening.readDetails()
    heard = len(stall.spoken)
    stall.press("Listen", "Say it again")
    assert "zqxwv" not in " ".join(stall.spoken[heard:]).casefold()


def test_nobody_is_asked_about_details_who_does_not_listen(stall):
    to_the_name(stall)
    assert "Read my details aloud" not in stall.everywhere()


def test_a_finger_does_not_find_out_details_on_check(stall, request):
    stall.press("Listen")
    to_the_name(stall)
    stall.write(NAME, "Zqxwv")
    stall.press("Continue")
    stall.write("What is your e-mail address?", "zqxwv@example.org")
    stall.press("Continue", "Continue")
    assert stall.page == "check"
    for seen in stall.screen.controls():
        stall.kiosk.senses.explorer._meet(seen.rect.center().toPointF())
    assert "zqxwv" not in " ".join(stall.spoken).casefold()


def test_what_is_wrong_takes_the_keys_and_leads_to_the_field(asked):
    minutes = "How many minutes would you walk to a park?"
    asked.press("Skip", "Skip")
    asked.write(minutes, "500")
    asked.press("Continue")
    assert asked.focused == "Please write a number from 0 to 180."
    assert asked.spoken[-1].startswith("Please write a number from 0 to 180.")
    asked.press("Continue")
    assert asked.focused == "Please write a number from 0 to 180.", "and every time"
    asked.key(Qt.Key.Key_Return)
    assert asked.focused == minutes
    assert asked.spoken[-1] == f"{minutes}, a place to write, 500"


# --- what is typed


def test_a_real_keyboard_is_heard_too(asked):
    asked.press("Skip", "Something else", "Continue", "What else? Please say.")
    for text, key, name in (
        ("a", Qt.Key.Key_A, "a"),
        ("B", Qt.Key.Key_B, "capital B"),
        (",", Qt.Key.Key_Comma, "comma"),
        ("", Qt.Key.Key_Backspace, "Delete"),
    ):
        asked.key(key, text)
        assert asked.spoken[-1] == name
    assert asked.model.typing.text == "aB"


def test_the_keys_of_the_screen_keep_the_keys_of_a_keyboard(asked):
    asked.press("Skip", "Something else", "Continue", "What else? Please say.")
    while asked.focused != "capital Q":
        asked.key(Qt.Key.Key_Tab)
    asked.key(Qt.Key.Key_Return)
    assert (asked.focused, asked.model.typing.text) == ("q", "Q")
    asked.key(Qt.Key.Key_Down)
    assert asked.focused == "a"
    asked.key(Qt.Key.Key_Right)
    assert asked.focused == "s"
    asked.key(Qt.Key.Key_Up)
    assert asked.focused == "w"
