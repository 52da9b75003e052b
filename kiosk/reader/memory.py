"""Where pixels lie in the child: in memory that is never written to a disk, and overwritten as soon as it is given back.

The second half is glibc's: `MALLOC_PERTURB_` in the child's environment has it fill whatever is freed (mallopt(3)).
"""

import resource

from kiosk.reader.libc import libc

_CURRENT, _FUTURE, _ON_FAULT = 1, 2, 4  # MCL_… of asm-generic/mman.h
_ENOUGH = 1 << 30  # bytes; under a smaller limit, memory that has to be locked could not be had at all


def lock() -> bool:
    """Keep all of this process's memory, what it touches later included, out of swap; false where its limit is too low.

    The service's unit raises LimitMEMLOCK.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_MEMLOCK)
    if hard == resource.RLIM_INFINITY or hard > soft:
        resource.setrlimit(resource.RLIMIT_MEMLOCK, (hard, hard))
    if hard != resource.RLIM_INFINITY and hard < _ENOUGH:
        return False
    return bool(libc.mlockall(_CURRENT | _FUTURE | _ON_FAULT) == 0)
