"""How hard a passphrase is to guess."""

import pytest

from kiosk.team.strength import Strength, strength


@pytest.mark.parametrize(
    ("passphrase", "told"),
    [
        ("", Strength.TOO_SHORT),
        ("river lamp", Strength.TOO_SHORT),
        ("aaaaaaaaaaaaaaa", Strength.WEAK),
        ("passwordpassword", Strength.WEAK),
        ("river river river", Strength.WEAK),
        ("welcome event kiosk", Strength.WEAK),
        ("river lamp garden", Strength.FAIR),
        ("river lamp garden copper", Strength.STRONG),
        ("kT7!pq-9Zw#d2Lm", Strength.STRONG),
    ],
)
def test_words_that_do_not_belong_together_are_strong(passphrase, told):
    assert strength(passphrase) is told
