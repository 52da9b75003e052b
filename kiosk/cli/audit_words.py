"""The words of the inspector's page, one file a language under `assets/inspector`. Figures come in by name.

`[words]` holds sentences by their keys; `[[record]]`, `[[assessment]]` and `[[china]]` the rows of the papers at the end.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk import ASSETS

FOLDER = ASSETS / "inspector"
LANGUAGES = ("en", "zh-Hans")
"""The page's languages, in their order (BCP 47)."""
PAPERS = ("record", "assessment", "china")

GROUPS: dict[str, tuple[str, ...]] = {
    "parcels": ("parcels",),
    "codes": ("pickups", "codes", "pickup_parcels"),
    "visits": ("visits", "visit_pickups"),
    "by_hand": ("overrides",),
    "to_people": ("notices",),
    "to_carriers": ("departures",),
    "arriving": ("imports", "arriving"),
    "ledger": ("journal", "subjects", "ledger", "witnesses"),
    "clerks": ("clerks",),
    "machine": ("attempts", "clocks", "columns"),
}
"""Which tables of the store are told of together; each group has its sentences: what_…, why_…, until_…."""

INCIDENTS = (
    *(
        "ReaderLost",
        "KeypadLocked",
        "WrongPin",
        "ClerkLocked",
        "WrongParcel",
        "ParcelMissing",
        "DisputeOpened",
        "ClockDoubted",
    ),
    *("ClockMoved", "ClockTrusted", "EpochBegun", "KeysRecovered", "KeysRotated", "SigningKeyChanged", "BackupMade"),
    *("ProgramChanged", "DevicesChanged"),
)
"""Events that an inspector asks after, by their names in the catalogue."""
OTHERS = (
    *("DetailsDeleted", "HandoversExported", "NoticesExported", "DisputeClosed", "ManifestImported", "ManifestFetched"),
    *("ClerkAdded", "ClerkDisabled", "BadgeIssued", "PinReset"),
)
"""Events about people's rights, who was told, and who may sign in."""

Figures = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Words:
    """One language's."""

    language: str
    words: Mapping[str, str]
    papers: Mapping[str, list[dict[str, str]]]

    @classmethod
    def load(cls, language: str) -> "Words":
        """From its file."""
        found = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
        return cls(language, found["words"], {name: found[name] for name in PAPERS})

    def say(self, key: str, figures: Figures) -> str:
        """A sentence with its figures."""
        return self.words[key].format_map(figures)

    def paper(self, name: str, figures: Figures) -> Iterator[tuple[str, str]]:
        """What a paper asks, and what is said to it."""
        return ((row["asked"].format_map(figures), row["said"].format_map(figures)) for row in self.papers[name])
