"""What the columns of a manifest may be called."""

from kiosk.desk.columns import NAMES, Need, need_of


def test_every_accepted_name_has_one_meaning() -> None:
    names = [name for accepted in NAMES.values() for name in accepted]
    assert len(names) == len(set(names))
    assert [need_of(name) for name in ("Tracking No.", " PICK-UP  BY ", "\ufeffwaybill", "Name")] == [
        Need.WAYBILL,
        Need.LAST_DAY,
        Need.WAYBILL,
        None,
    ]
