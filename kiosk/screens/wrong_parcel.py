"""WRONG PARCEL: dark with a striped border, so that the desk sees it too and nobody needs to tell red from green."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from kiosk.desk.shown import Tap, WrongParcel
from kiosk.screens import theme as look
from kiosk.screens.page import Page
from kiosk.screens.parts import Button, Picture
from kiosk.screens.wording import translate
from kiosk.screens.words import PlaceLine


class WrongParcelScreen(Page):
    """Kind words, and where one's own parcel lies."""

    ground, ink, quiet = look.BRICK, look.WHITE, look.WHITE
    edge_drawn = 38
    picture_share = 0.34

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name)
        self._value = WrongParcel()
        self.headline = self.words(108, headline=True)
        self.text = self.words(54)
        self.yours = self.add(PlaceLine(54, 108, self.ink))
        self.add_picture(Picture("wrong-parcel", colour=look.WHITE, disc=None, drawn=410))
        self.put_back = self.add_button(Button(Tap.PUT_BACK, fill=look.WHITE, ink=look.BRICK))
        self.call = self.add_button(Button(Tap.CALL_DESK, fill=look.BRICK, ink=look.WHITE, edge=look.WHITE))

    def show_value(self, value: WrongParcel) -> None:
        """Say so; show the place of the visit's own parcel where it is known."""
        self._value = value
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.headline.say(translate("WrongParcel", "This one is for\nsomeone else"))
        self.text.say(translate("WrongParcel", "Easily mixed up. Please put it back where you found it."))
        self.yours.say(translate("Screens", "Yours is on place"), self._value.place or "")
        self.put_back.say(translate("WrongParcel", "I put it back"))
        self.call.say(translate("Screens", "Call the desk"))
        self.fit()

    def paint_ground(self, painter: QPainter) -> None:
        """White slanted stripes around the edge."""
        assert self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        band, step = self.theme.steady(36), self.theme.steady(102)
        frame = QPainterPath()
        frame.addRect(self.rect())
        frame.addRect(self.rect().adjusted(band, band, -band, -band))
        painter.save()
        painter.setClipPath(frame)
        painter.setPen(QColor(self.theme.colour(look.WHITE)))
        painter.setBrush(QColor(self.theme.colour(look.WHITE)))
        high = self.height()
        for left in range(-high - step, self.width() + step, step):
            points = ((left, 0), (left + step // 2, 0), (left + step // 2 + high, high), (left + high, high))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        painter.restore()
