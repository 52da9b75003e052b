"""The notice on the wall: the screen NOTICE in every language of the depot, and the key that receipts are checked by. One A4 page."""

from collections.abc import Iterable
from html import escape

from kiosk.codes.slip import qr_svg
from kiosk.desk.kept import notice
from kiosk.desk.shown import Notice
from kiosk.ledger.checkpoint import PublicKey
from kiosk.screens import notice_wording as say
from kiosk.screens.language import LANGUAGES, Language, speaking
from kiosk.settings import Settings

STYLE = """
@page { size: A4; margin: 12mm }
body { background: #FBF8F3; color: #16181D; font: 17px/1.45 "Noto Sans", "Noto Sans SC", "Noto Sans Arabic", system-ui, sans-serif }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem } h1 { margin: 0 0 1rem; text-align: center }
h2 { font-size: 1.25em; line-height: 1.25; margin: 0 } p { margin: .5rem 0 0 } section { padding: 1rem 0; break-inside: avoid }
section + section, .key { border-top: 2px solid #095E65 } .version { color: #3A3D44; font-size: .85em }
.key { display: flex; gap: 1.5rem; padding-top: 1rem; align-items: center } .key svg { width: 38mm; flex: none; background: #fff }
.key div { flex: 1 } code { font-size: .8em; overflow-wrap: anywhere }
@media print { body { background: #fff; margin: 0; font-size: 10.5pt } h1 { margin: 0 } }
@media print { section { padding: .5rem 0 } p { margin-top: .2rem } }"""


def page(settings: Settings, key: PublicKey) -> str:
    """The page, HTML in UTF-8; it loads nothing."""
    value, depot = notice(settings), settings.depot.name
    languages = [LANGUAGES[tag] for tag in settings.screen.languages]
    told = "".join(_told(one, value, depot) for one in languages)
    checked = "".join(map(_key_is_for, languages))
    return (
        f'<!doctype html>\n<html lang="{languages[0].tag}"><meta charset="utf-8"><title>{escape(depot)}</title><style>{STYLE}</style>\n'
        f'<h1>{escape(depot)}</h1>\n{told}<div class="key">{qr_svg(key.text).decode()}'
        f'<div>{checked}<p dir="ltr"><code>{escape(key.text)}</code></p></div></div></html>\n'
    )


def _told(language: Language, value: Notice, depot: str) -> str:
    with speaking(language):
        said = _paragraphs(say.paragraphs(value, depot))
        version = escape(say.version(value))
        return f'<section {_of(language)}><h2>{escape(say.headline(value))}</h2>{said}<p class="version">{version}</p></section>\n'


def _key_is_for(language: Language) -> str:
    with speaking(language):
        return f"<p {_of(language)}>{escape(say.key_is_for())}</p>"


def _of(language: Language) -> str:
    side = "rtl" if language.from_right else "ltr"
    return f'lang="{language.tag}" dir="{side}"'


def _paragraphs(said: Iterable[str]) -> str:
    return "".join(f"<p>{escape(one)}</p>" for one in said if one)
