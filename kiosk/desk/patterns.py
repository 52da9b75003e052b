"""What a depot's settings say about codes, compiled."""

import re
from functools import cache

from kiosk.codes.carrier import CarrierPattern
from kiosk.codes.recognise import CodePatterns
from kiosk.codes.typed import TypedForm
from kiosk.errors import SettingsFault
from kiosk.settings import Carrier, Settings


@cache
def code_patterns(settings: Settings) -> CodePatterns:
    """The patterns that recognition needs; raises `SettingsFault` where a carrier's code has no group `code`."""
    return CodePatterns(TypedForm(settings.codes.typed), tuple(_compiled(carrier) for carrier in settings.carriers))


def _compiled(carrier: Carrier) -> CarrierPattern:
    waybill = re.compile(carrier.waybill) if carrier.waybill else None
    code = re.compile(carrier.code) if carrier.code else None
    try:
        return CarrierPattern(carrier.name, waybill, code)
    except ValueError:
        raise SettingsFault("Setting carriers.code has no group named code. Write (?P<code>…) in it.") from None
