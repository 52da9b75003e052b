"""Every control in the lower half of the screen, for those who reach no higher: each value, in every size, the languages in turn."""

from itertools import cycle

import pytest
from PySide6.QtCore import QPoint

from kiosk.screens.language import LANGUAGES
from kiosk.screens.manner import Manner
from kiosk.screens.parts import Button
from tests.screens.measured import shown, wrong_with
from tests.screens.test_speech import Recorder
from tests.screens.values import HARD, Make, Size

IN_REACH: tuple[Size, ...] = ((1080, 1920, 15.6), (1920, 1080, 15.6), (1280, 800, 15.6), (1280, 800, 10.1))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", IN_REACH, ids=str)
def test_all_controls_are_low_and_nothing_is_lost_by_it(make: Make, size: Size, large: bool) -> None:
    wrong = list[str]()
    window = make(*size, voice=Recorder())
    languages = cycle(LANGUAGES)
    for value in HARD[:: 3 if large else 1]:
        window.show_shown(value)
        window.adjust(Manner(next(languages), reach=True, large=large))
        page = window.page
        assert page.theme
        high = [one for one in shown(page, Button) if one.mapTo(page, QPoint()).y() < page.height() / 2]
        found = [*wrong_with(page, page.theme, value), *(f"{one.accessibleName()!r} is too high" for one in high)]
        wrong += [f"{value.state}, {window.manner.language}: {one}" for one in found]
    assert not wrong, "\n".join(wrong)
