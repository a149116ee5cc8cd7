"""Sizes, gaps and places on every page at every size, without pixels (ACCESSIBILITY.md rows 16 to 40).

KIOSK_EVERY=1 walks each language at each size on each panel; otherwise the ones that have shown faults.
"""

import itertools
import os
import unicodedata
from dataclasses import dataclass, replace

import pytest

import ui.viewmodels.manner.look
from kiosk.visit.manner import Manner, Size
from kiosk.words import LANGUAGES, Language, language_of
from ui.viewmodels.manner.look import PX_PER_MM

PANEL = (1280, 800)


@dataclass(frozen=True)
class Panel:
    """A screen: its px, and how many of them are a millimetre."""

    name: str
    width: int
    height: int
    px_per_mm: float


TABLET = Panel("10in", *PANEL, PX_PER_MM)
WIDE = Panel("15in", 1920, 1080, 5.560)  # 15.6", as all-in-one screens are
UPRIGHT = Panel("upright", 1080, 1920, 5.560)
CAP_SHARE = 0.714  # height of Noto's capitals, of the font's size
CAPS = {Size.STANDARD: 3.5, Size.MEDIUM: 4.8, Size.LARGE: 6.4, Size.LARGEST: 8.5}  # mm, row 16
CAP_OF_CHOICES = 4.2
TARGET, MAIN_TARGET, GAP = 12.7, 16.0, 2.5  # mm, rows 18 and 19
SIGNS = 3  # in a group of a reference, which is read from the left on every page
MOST_LETTERS = 80  # on a line, row 38
SLACK = 0.75  # px lost in rounding
BAR = 5  # the top bar: Language, Look, Listen, Help, Start again

ENDS = (Size.STANDARD, Size.LARGEST)
FULL, SOME = ("en", "ur", "pa"), ("bn", "gu", "pl", "ro", "ar")
if os.environ.get("KIOSK_EVERY"):
    WALKS = list(itertools.product((TABLET, WIDE, UPRIGHT), LANGUAGES, Size))
else:
    WALKS = [
        *itertools.product((TABLET,), FULL, Size),
        *itertools.product((TABLET,), SOME, (Size.LARGEST,)),
        *itertools.product((WIDE, UPRIGHT), ("en", "ur"), ENDS),
    ]
EVERY_WALK = [
    pytest.param(*walk, id=name, marks=pytest.mark.xdist_group(name))
    for walk in WALKS
    for name in [f"{walk[0].name}-{walk[1]}-{walk[2]}"]
]


@pytest.fixture(scope="module")
def walked():
    """What was seen of a panel, language and size, so that one walk serves every row."""
    return {}


@pytest.fixture
def everything(pack):
    """The practice event with all that an event can have: the wall, and an address of the whole charter."""
    activities = tuple(replace(one, on=True) for one in pack.activities)
    event = replace(pack.event, charter_address="https://www.example.org/our-charter")
    return replace(pack, activities=activities, event=event)


@pytest.fixture
def seen(panel, language, size, walked, make_stall, pages, everything):
    """Every page on this panel, in this language and size."""
    if (panel, language, size) not in walked:
        window = (panel.width, panel.height)
        manner = Manner(language, size)
        stall = make_stall(everything, manner=manner, size=window, px_per_mm=panel.px_per_mm)
        walked.clear()  # the tests of a walk come one after another (loadgroup): more than one held slows all
        walked[panel, language, size] = list(pages(stall))
    return walked[panel, language, size]


def told(faults):
    """The faults, a line each, the first of them only."""
    faults = list(faults)
    return "\n".join([f"{len(faults)} faults", *faults[:12]]) if faults else ""


@pytest.mark.slow
@pytest.mark.parametrize(("panel", "language", "size"), EVERY_WALK)
class TestEveryPage:
    def test_letters_are_tall_enough(self, seen, panel, size):
        def least(words):
            target = words.target
            choice = target is not None and (target.key or (target.main and target.kind != "KCard"))
            return max(CAPS[size], CAP_OF_CHOICES if choice else 0)

        assert not told(
            f"{page.stop}: {words.text[:30]!r} has capitals of {cap:.2f} mm, {least(words)} are needed"
            for page in seen
            for words in page.words
            if (cap := words.pixels * CAP_SHARE / panel.px_per_mm) < least(words) - 0.01
        )

    def test_targets_are_large_enough(self, seen, panel):
        assert not told(
            f"{page.stop}: {target.kind} {target.name!r} is {target.box.w:.0f} × {target.box.h:.0f} px"
            for page in seen
            for target in page.targets
            if min(target.box.w, target.box.h)
            < (MAIN_TARGET if target.main else TARGET) * panel.px_per_mm - SLACK
        )

    def test_targets_keep_apart(self, seen, panel):
        assert not told(
            f"{page.stop}: {one.name!r} and {other.name!r} are {gap / panel.px_per_mm:.2f} mm apart"
            for page in seen
            for one, other in itertools.combinations(page.targets, 2)
            if (gap := one.box.gap(other.box)) < GAP * panel.px_per_mm - SLACK
        )

    def test_targets_are_inside_the_window(self, seen, panel):
        assert not told(
            f"{page.stop}: {target.name!r} at {target.box}"
            for page in seen
            for target in page.targets
            if not inside(target.box, panel)
        )

    def test_nothing_is_cut(self, seen, panel):
        assert not told(
            f"{page.stop}: {words.text[:40]!r} {words.cut or 'leaves the window'}"
            for page in seen
            for words in page.words
            if words.cut or not inside(words.box, panel)
        )

    def test_words_stay_inside_what_they_stand_on(self, seen):
        assert not told(
            f"{page.stop}: {words.text[:40]!r} leaves its {words.target.kind} by {out:.0f} px"
            for page in seen
            for words in page.words
            if words.target and (out := outside(words.box, words.target.box)) > 2
        )

    def test_nothing_lies_over_anything(self, seen):
        assert not told(
            f"{page.stop}: {one.text[:30]!r} and {what[:30]!r} overlap by {-gap:.0f} px"
            for page in seen
            for one, what, box in overlaps(page)
            if (gap := one.box.gap(box)) < -2
        )

    def test_the_bar_is_in_the_same_place_on_every_page(self, seen):
        places = {}
        for page in seen:
            for target in page.targets:
                if target.kind == "KBarButton":
                    places.setdefault(target.name, {}).setdefault(target.box, page.stop)
        assert len(places) == BAR
        assert not told(
            f"{name}: {list(boxes.values())[:4]}" for name, boxes in places.items() if len(boxes) > 1
        )

    def test_no_line_is_too_long_to_read(self, seen):
        assert not told(
            f"{page.stop}: {words.text[:40]!r} has lines of {longest} letters"
            for page in seen
            for words in page.words
            if (longest := letters(words.text) / words.lines) > MOST_LETTERS
            and page.stop != "welcome-1"  # its two notices share a line, to leave room for the cards
        )


def letters(text):
    """Signs that take room on a line: a mark over or under a letter does not."""
    return sum(not unicodedata.category(sign).startswith("M") for sign in text)


def inside(box, panel):
    return box.x >= -1 and box.y >= -1 and box.right <= panel.width + 1 and box.bottom <= panel.height + 1


def outside(inner, outer):
    """px by which a box leaves another on its worst side; negative inside."""
    across = max(outer.x - inner.x, inner.right - outer.right)
    return max(across, outer.y - inner.y, inner.bottom - outer.bottom)


def overlaps(page):
    """Each text with each thing that it must not touch: other texts, and targets that it is no part of."""
    for one, other in itertools.combinations(page.words, 2):
        yield one, other.text, other.box
    for words in page.words:
        for target in page.targets:
            if target is not words.target:
                yield words, target.name, target.box


# --- right to left


@pytest.fixture
def english_from_the_right(monkeypatch):
    """English as if it were written from the right: the same words, so that every place can be compared."""

    def turned(code: str) -> Language:
        language = language_of(code)
        return language if code != "en" else type(language)(**{**vars_of(language), "ltr": False})

    return lambda: monkeypatch.setattr(ui.viewmodels.manner.look, "language_of", turned)


def vars_of(language):
    return {name: getattr(language, name) for name in language.__dataclass_fields__}


# Another language's words run their own way on any page, and a ruler counts as a real one does.
UNTURNED = (
    *("idea-in-", "ruler", "team-answers-record", "team-words", "team-clips-one", "team-clips-recording"),
)


@pytest.mark.slow
@pytest.mark.parametrize("size", [Size.STANDARD, Size.LARGE])
def test_a_mirrored_page_is_the_mirror_of_the_page(
    make_stall, pages, english_from_the_right, size, everything
):
    plain = list(pages(make_stall(everything, manner=Manner("en", size))))
    english_from_the_right()
    turned = list(pages(make_stall(everything, manner=Manner("en", size))))
    pages_and_mirrors = paired(plain, turned)
    assert not told(
        f"{page.stop}: {target.name!r} is at {other.box}, its mirror at {target.box.mirrored(PANEL[0])}"
        for page, other_page in pages_and_mirrors
        for target, other in zip(page.targets, other_page.targets, strict=True)
        if not target.key and far(target.box.mirrored(PANEL[0]), other.box)
    )
    assert not told(
        f"{page.stop}: {words.text[:30]!r} is at {other.box}, its mirror at {words.box.mirrored(PANEL[0])}"
        for page, other_page in pages_and_mirrors
        for words, other in zip(page.words, other_page.words, strict=True)
        if not (words.target and words.target.key) and len(words.text) != SIGNS
        if not page.stop.startswith(UNTURNED)
        if far(words.box.mirrored(PANEL[0]), other.box)
    )


def paired(plain, turned):
    """Each page with its mirror; one that says something else at each walk, as a new key does, has none."""
    mirrors = {page.stop: page for page in turned}
    both = [(page, mirrors[page.stop]) for page in plain if page.stop in mirrors]
    same = [(page, mirror) for page, mirror in both if said_on(page) == said_on(mirror)]
    assert len(same) > 0.9 * max(len(plain), len(turned))
    return same


def said_on(page):
    return [*(words.text for words in page.words), *(target.name for target in page.targets)]


def far(one, other):
    apart = (abs(one.x - other.x), abs(one.y - other.y), abs(one.w - other.w), abs(one.h - other.h))
    return max(apart) > 2


def test_urdu_has_the_bar_and_the_ways_on_at_the_other_side(make_stall, pages):
    def ends(language):
        stall = make_stall(manner=Manner(language))
        stall.model.begin("park")
        stall.model.forward()
        stall.screen.settle()
        boxes = {
            name: stall.screen.find(stall.model.words()(name)).rect for name in ("Back", "Continue", "Help")
        }
        return {name: (box.left(), PANEL[0] - box.left() - box.width()) for name, box in boxes.items()}

    english, urdu = ends("en"), ends("ur")
    assert urdu["Back"][1] == english["Back"][0]
    assert urdu["Continue"][0] == english["Continue"][1]
    assert english["Help"][0] > PANEL[0] / 2 > PANEL[0] - urdu["Help"][1]
