"""PINs of clerks as Argon2id hashes (RFC 9106) in PHC form: 64 MiB, 3 passes, 4 lanes, the key ring's pepper as its secret.

That is RFC 9106's choice for memory that is not boundless (§4, option 2). A thief of the store alone cannot try PINs: the pepper
is not in it.
"""

import secrets

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4
SALT_BYTES = 16
HASH_BYTES = 32


def hashed(pin: str, pepper: bytes) -> str:
    """A new hash of a PIN, about 85 characters; takes about a third of a second on purpose."""
    salt = secrets.token_bytes(SALT_BYTES)
    argon2id = Argon2id(
        salt=salt, length=HASH_BYTES, iterations=PASSES, lanes=LANES, memory_cost=MEMORY_KIB, secret=pepper
    )
    return argon2id.derive_phc_encoded(pin.encode())


def fits(pin: str, hash_: str, pepper: bytes) -> bool:
    """Whether this is the PIN, compared in constant time; as slow as `hashed`."""
    try:
        Argon2id.verify_phc_encoded(pin.encode(), hash_, secret=pepper)
    except InvalidKey:
        return False
    return True
