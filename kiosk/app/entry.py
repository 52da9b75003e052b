"""Entries about the kiosk itself."""

import logging

from kiosk.clock import Clock
from kiosk.desk.act import in_one_act
from kiosk.errors import StoreFault
from kiosk.ledger import events
from kiosk.store import Store

log = logging.getLogger(__name__)


def enter_once(store: Store, clock: Clock, event: events.Event) -> None:
    """An entry about the kiosk itself. A store that fails is the stations' to show, so here it is only logged."""
    try:
        in_one_act(store, clock.now(), lambda enter: enter(event))
    except StoreFault as fault:
        log.error("an entry was not written: %s", type(fault).__name__)
