"""Lines end where a reader would end them, and each stands where its room begins, whatever its script."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.screens.lettering import Line, line, wrap
from kiosk.screens.theme import Theme

THEME = Theme.of(1080, 1920, 21.5)
ROOM = QRectF(40, 40, 1000, 200)
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture(autouse=True)
def application() -> QApplication:
    made = QApplication.instance() or QApplication([])
    assert isinstance(made, QApplication)
    return made


@pytest.mark.parametrize("width", range(300, 1000, 70))
@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("We keep ours until 23 October, and not a day longer.", "23 October"),
        ("نحتفظ بنسختنا حتى 23 أكتوبر ولا نحتفظ بها بعد ذلك", "23 أكتوبر"),
        ("此码已于9月23日 18:02 在本站使用，请到服务台", "9月23日"),
        ("Conservamos una prueba durante 30 días para reclamaciones.", "30 días"),
    ],
)
def test_a_number_stays_with_what_it_counts(text: str, together: str, width: int) -> None:
    lines = wrap(text, THEME.text(46), width)
    assert any(together in one for one in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_sentences_stand_alone_where_that_costs_no_line_even_where_clauses_would() -> None:
    text = "9月21日的取件码，已加密。上次出示：9月23日 18:02，1 号机。"
    assert wrap(text, THEME.text(46), 936) == ["9月21日的取件码，已加密。", "上次出示：9月23日 18:02，1 号机。"]


@pytest.mark.parametrize("text", ["سيأتيك موظف حالًا", "أظهر رمز الاستلام أيضًا", "Just now", "工作人员马上就来"])
@pytest.mark.parametrize("headline", [True, False])
def test_what_a_line_says_that_it_covers_is_what_it_covers_and_it_begins_at_its_edge(text: str, headline: bool) -> None:
    font = THEME.headline(84) if headline else THEME.text(46)
    way = RIGHT if text.startswith(("س", "أ")) else LEFT
    made = line(text, font, "#000000", ROOM, direction=way)
    seen = _painted(made)
    for side in (QRectF.left, QRectF.right, QRectF.top, QRectF.bottom):
        assert side(made.ink) == pytest.approx(side(seen), abs=3)
    edge = ROOM.right() - seen.right() if way is RIGHT else seen.left() - ROOM.left()
    assert 0 <= edge < 0.15 * font.pixelSize()


def _painted(one: Line) -> QRectF:
    """What a painted line covers in truth."""
    canvas = QImage(1080, 280, QImage.Format.Format_Grayscale8)
    canvas.fill(QColor("#FFFFFF"))
    painter = QPainter(canvas)
    one.paint(painter)
    painter.end()
    rows = np.frombuffer(canvas.constBits(), np.uint8).reshape(canvas.height(), canvas.bytesPerLine())
    down, across = np.nonzero(rows[:, : canvas.width()] < 128)
    left, top = int(across.min()), int(down.min())
    return QRectF(left, top, int(across.max()) + 1 - left, int(down.max()) + 1 - top)
