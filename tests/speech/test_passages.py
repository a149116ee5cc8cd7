"""Words cut into what is said in its own way: a recording, a language's own name, a reference."""

from pathlib import Path

from kiosk.speech.passages import Own, Passage, passages

CLIP = Path("often.wav")


def test_words_without_anything_of_their_own_are_one_passage():
    own = {"Always": Own(recording=CLIP)}
    assert passages("Never, choice.", "en", own) == [Passage("Never, choice.", "en")]


def test_a_recording_comes_first_and_the_voice_says_the_rest():
    own = {"How often?": Own(recording=CLIP)}
    cut = passages("How often?\nTo go on, press Continue.", "en", own)
    assert [(each.text, each.recording) for each in cut] == [
        ("How often?", CLIP),
        ("To go on, press Continue.", None),
    ]


def test_a_recording_is_not_put_into_the_middle_of_a_sentence():
    own = {"Never": Own(recording=CLIP)}
    for words in ("Never mind.", "I never go", "It is Never here"):
        assert [each.recording for each in passages(words, "en", own)] == [None], words
    assert [each.recording for each in passages("Never, choice", "en", own)] == [CLIP, None]


def test_the_longest_text_wins():
    own = {"Park": Own(recording=Path("a.wav")), "Park and ride": Own(recording=CLIP)}
    assert [each.recording for each in passages("Park and ride, choice", "en", own)] == [CLIP, None]


def test_a_languages_own_name_is_said_in_it():
    own = {"ਪੰਜਾਬੀ": Own("pa")}
    cut = passages("Punjabi ਪੰਜਾਬੀ, choice, chosen", "en", own)
    assert [(each.text, each.language) for each in cut] == [
        ("Punjabi", "en"),
        ("ਪੰਜਾਬੀ", "pa"),
        ("choice, chosen", "en"),
    ]


def test_each_passage_knows_its_place():
    words = "Thank you. 7, F, 3. Keep it."
    cut = passages(words, "en", {"7, F, 3": Own(slow=True)})
    assert [words[each.at : each.at + len(each.text)] for each in cut] == [each.text for each in cut]
    assert [each.slow for each in cut] == [False, True, False]


def test_stops_alone_are_not_said():
    assert passages(" … ", "en", {}) == []
