"""The choice of language in a header: each by its own name in its own script; or folded into the one in use, which a tap unfolds."""

from collections.abc import Sequence

from kiosk.screens.language import Language, Speak, spoken
from kiosk.screens.pill import Pill


def tongues(languages: Sequence[Language]) -> list[Pill]:
    """A pill for each; one language alone is no choice."""
    made = list[Pill]()
    for one in languages if len(languages) > 1 else ():
        made.append(Pill(Speak(one.tag)))
        made[-1].say(one.name)
    return made


def choose_tongue(pills: Sequence[Pill], *, unfolded: bool) -> None:
    """Mark the language that is spoken now; folded, it stands alone, with a sign that there are others."""
    for pill in pills:
        here = pill.sends == Speak(spoken().tag)
        pill.setVisible(here or unfolded)
        pill.choose(here and unfolded)
        pill.sign = None if unfolded else "languages"
