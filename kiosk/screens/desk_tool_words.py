"""The words of a technician's tools at the desk's window, as tables; see `desk_words`."""

from kiosk.desk.aiming import Turn

TURNS = {
    Turn.NO_FRAMES: "No frames come. Look at the camera's cable.",
    Turn.DARK: "Too dark. Light the place where codes are held.",
    Turn.BRIGHT: "Too bright. Shade the place where codes are held.",
    Turn.GLARE: "A lamp shines in. Turn camera or lamp away.",
    Turn.SLOW: "Too few frames. More light, or another USB port.",
    Turn.NO_SHEET: "Hold the test sheet flat, where codes are held.",
    Turn.CLOSER: "Too far. Bring the camera closer.",
    Turn.FURTHER: "Too near. Move the camera away.",
    Turn.FOCUS: "Not sharp. Turn the lens, wipe the glass.",
    Turn.GOOD: "Good. Fix the camera as it is.",
}
