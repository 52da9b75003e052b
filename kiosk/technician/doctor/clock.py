"""What time it is: the clock that runs now, the one that runs while the machine is off, and what the kiosk saw last."""

from datetime import timedelta

from kiosk.policy.retention import Doubt, read
from kiosk.store import Store
from kiosk.technician.doctor.examined import Examined
from kiosk.technician.doctor.finding import Finding, wanting, well, worth_a_look

RTC_DRIFT = 60.0
"""Seconds between the two clocks of a machine that matter when it is switched on again."""
SET = "Set it: sudo timedatectl set-time 'YYYY-MM-DD HH:MM'"


def clock(examined: Examined) -> Finding:
    """The time is one that can be true, and the clock that runs while the machine is off says the same."""
    now = examined.clock.now()
    store = examined.store
    if isinstance(store, Store):
        reading = read(
            store.erasure.seen(), wall=now, boottime=examined.clock.boottime(), boot_id=examined.clock.boot_id()
        )
        if reading.doubt is Doubt.BACK:
            return wanting(
                "The clock is behind the moment when the kiosk last ran; nothing is erased until it is right.",
                SET,
            )
        if reading.doubt is Doubt.FORWARD:
            return wanting(
                "The clock is over 14 days ahead of when the kiosk last ran; nothing is erased until somebody has looked.",
                f"Where it is right, run: {examined.command('erase --trust-clock')}. Else: {SET}",
            )
        if abs(reading.moved) > timedelta(0):
            return worth_a_look(
                f"The clock was set by {_span(reading.moved)} since the machine started.",
                "See whether its battery is empty where that happens again.",
            )
    source = examined.text("sys/devices/system/clocksource/clocksource0/current_clocksource") or "unknown"
    told = f"It is {examined.clock.local(now):%Y-%m-%d %H:%M %Z}, counted by {source}"
    kept = examined.text("sys/class/rtc/rtc0/since_epoch")
    if not kept.isdigit():
        return worth_a_look(
            f"{told}. This machine has no clock that runs while it is off.",
            "Set the time after each power cut, or give it a network time server: sudo timedatectl set-ntp true",
        )
    drift = int(kept) - now.timestamp()
    if abs(drift) > RTC_DRIFT:
        return wanting(
            f"{told}; the clock that runs while it is off differs by {_span(timedelta(seconds=drift))}.",
            "Where this time is right, run: sudo hwclock --systohc --utc",
        )
    return well(f"{told}; the clock that runs while it is off agrees.")


def _span(span: timedelta) -> str:
    seconds = abs(int(span.total_seconds()))
    return f"{seconds} s" if seconds < 120 else f"{seconds // 60} min" if seconds < 7200 else f"{seconds // 3600} h"
