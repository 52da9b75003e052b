"""Entries about the kiosk itself."""

import hashlib
import logging

from kiosk.clock import Clock
from kiosk.desk.act import in_one_act
from kiosk.errors import StoreFault
from kiosk.ledger import events
from kiosk.ledger.subject import LEDGER
from kiosk.settings import Settings, to_toml
from kiosk.store import Store

log = logging.getLogger(__name__)


def enter_once(store: Store, clock: Clock, event: events.Event) -> None:
    """An entry about the kiosk itself. A store that fails is the stations' to show, so here it is only logged."""
    try:
        in_one_act(store, clock.now(), lambda enter: enter(event))
    except StoreFault as fault:
        log.error("an entry was not written: %s", type(fault).__name__)


def enter_start(store: Store, clock: Clock, settings: Settings, version: str) -> None:
    """The program serves, and, where they are others than at the last start, with which settings."""
    enter_once(store, clock, events.KioskStarted(version))
    digest = hashlib.sha256(to_toml(settings).encode()).hexdigest()
    try:
        known = [one.event for one in store.journal.about([LEDGER]) if isinstance(one.event, events.SettingsChanged)]
    except StoreFault:
        return  # whoever cannot read it could not enter it either
    if not known or known[-1].digest != digest:
        enter_once(store, clock, events.SettingsChanged(digest))
