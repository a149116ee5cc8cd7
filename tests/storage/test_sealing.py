"""What is sealed opens with the office's key, whole, and not otherwise."""

import pytest
from cryptography.hazmat.bindings._rust import openssl
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import ErrorCode, KioskError
from kiosk.storage.sealed.keys import make_key
from kiosk.storage.sealed.sealing import STEP, SUITE, seal, unseal

KEY = make_key()
CLEAR = {"id": "6f9619ff-8b86-4d01-b42d-00c04fc964ff", "day": "2027-06-12", "revision": 1}
OVERHEAD = 32 + 16  # encapsulated key and tag


@settings(deadline=None)
@given(st.binary(max_size=2000))
def test_it_opens_again_and_its_length_tells_only_steps(content):
    sealed = seal(KEY.public, CLEAR, content)
    assert unseal(KEY, CLEAR, sealed) == content
    assert (len(sealed) - OVERHEAD) % STEP == 0
    assert content not in sealed or len(content) < 8


def test_one_tap_and_a_sentence_look_alike():
    assert len(seal(KEY.public, CLEAR, b"yes")) == len(seal(KEY.public, CLEAR, b"x" * 500)) == STEP + OVERHEAD


def test_any_changed_byte_is_noticed():
    sealed = seal(KEY.public, CLEAR, b"The swings are broken")
    for at in range(len(sealed)):
        changed = bytearray(sealed)
        changed[at] ^= 1
        with pytest.raises(KioskError) as fault:
            unseal(KEY, CLEAR, bytes(changed))
        assert fault.value.code is ErrorCode.SEAL_BROKEN
    for short in (b"", sealed[:40], sealed[:-1], sealed + b"\0"):
        with pytest.raises(KioskError):
            unseal(KEY, CLEAR, short)


@pytest.mark.parametrize("change", [{"day": "2027-06-13"}, {"revision": 2}, {"id": "x"}, {"more": "1"}])
def test_a_changed_column_is_noticed(change):
    sealed = seal(KEY.public, CLEAR, b"The swings are broken")
    with pytest.raises(KioskError) as fault:
        unseal(KEY, {**CLEAR, **change}, sealed)
    assert fault.value.code is ErrorCode.SEAL_BROKEN


def test_another_key_does_not_open_it():
    with pytest.raises(KioskError):
        unseal(make_key(), CLEAR, seal(KEY.public, CLEAR, b"The swings are broken"))


# RFC 9180, A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base mode.
INFO = bytes.fromhex("4f6465206f6e2061204772656369616e2055726e")
SECRET = bytes.fromhex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb")
ENCAPSULATED = bytes.fromhex("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a")
PLAIN = bytes.fromhex("4265617574792069732074727574682c20747275746820626561757479")
FIRST_AAD = bytes.fromhex("436f756e742d30")
FIRST = bytes.fromhex(
    "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"
)


def test_the_first_vector_of_rfc_9180_opens():
    if not hasattr(openssl.hpke, "_decrypt_with_aad"):
        pytest.skip("this version of cryptography has no way to give the vectors' aad")
    private = X25519PrivateKey.from_private_bytes(SECRET)
    opened = openssl.hpke._decrypt_with_aad(SUITE, ENCAPSULATED + FIRST, private, INFO, FIRST_AAD)
    assert opened == PLAIN
