"""Taking the network away from this process: on Linux, where the machine allows it, and for what it starts as well."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_OWN_USERS, _OWN_NETWORK = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of <sched.h>
_COUNTS = Path("/proc/self/net/snmp")


def without_network() -> bool:
    """Leave this process, which has one thread, without a network for good; whether that could be done."""
    if sys.platform != "linux":
        return False
    user, group = os.getuid(), os.getgid()
    try:
        if ctypes.CDLL(None, use_errno=True).unshare(_OWN_USERS | _OWN_NETWORK):
            return False
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    except (OSError, AttributeError):  # some machines have no such call, some refuse it
        return _counted() is not None and not _has_devices()
    return True


def _has_devices() -> bool:
    lines = Path("/proc/self/net/dev").read_text(encoding="ascii").splitlines()[2:]
    return any(line.split(":")[0].strip() != "lo" for line in lines)


def tries_counted() -> int:
    """How often anything in this process, C libraries and started programs too, asked the kernel for a way out.

    That is the kernel's own count (`OutNoRoutes`) of the network that this process is alone in; 0 where there is none.
    """
    return _counted() or 0


def _counted() -> int | None:
    try:
        heads, values = (line.split() for line in _COUNTS.read_text(encoding="ascii").splitlines()[:2])
        return int(values[heads.index("OutNoRoutes")])
    except (OSError, ValueError):
        return None
