"""Every control in the lower half of the screen, for those who reach no higher: each value, in every size, the languages in turn."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint

from kiosk.desk.shown import OutOfOrder, Ready, Shown
from kiosk.screens.language import LANGUAGES
from kiosk.screens.manner import Manner
from kiosk.screens.parts import Button
from kiosk.screens.window import StationWindow
from tests.screens.measured import shown, wrong_with
from tests.screens.test_speech import Recorder
from tests.screens.values import HARD, Make, Size

IN_REACH: tuple[Size, ...] = ((1080, 1920, 15.6), (1920, 1080, 15.6), (1280, 800, 15.6), (1280, 800, 10.1))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", IN_REACH, ids=str)
def test_all_controls_are_low_and_nothing_is_lost_by_it(make: Make, size: Size, large: bool) -> None:
    wrong = list[str]()
    window, values = make(*size, voice=Recorder()), HARD[:: 3 if large else 1]
    for number, language in enumerate(LANGUAGES):
        window.adjust(Manner(language, reach=True, large=large))
        for value in values[number :: len(LANGUAGES)]:
            window.show_shown(value, visit=1)
            wrong += [f"{value.state}, {language}: {one}" for one in _wrong(window, value)]
    assert not wrong, "\n".join(wrong)


def _wrong(window: StationWindow, value: Shown) -> Iterator[str]:
    page = window.page
    assert page.theme
    assert window.manner.reach
    yield from wrong_with(page, page.theme, value)
    if isinstance(value, OutOfOrder) and not page.foot.isVisible():
        yield "the technician's words are gone"
    beside = not (page.theme.portrait or page.theme.large)
    if isinstance(value, Ready) and beside and not (page.picture and page.picture.isVisible()):
        yield "its drawing is gone"
    for one in shown(page, Button):
        if one.mapTo(page, QPoint()).y() < page.height() / 2:
            yield f"{one.accessibleName()!r} is too high"
