"""How carriers head the columns of their manifests, where that is not known by itself."""

from collections.abc import Mapping

from kiosk.store.database import Database


class Columns:
    """Headers by carrier and need. A carrier's name is found whatever its capitals."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, carrier: str) -> dict[str, str]:
        """The headers that are remembered of a carrier, by what they are needed for."""
        return dict(self._database.rows("SELECT need, header FROM columns WHERE carrier = ?", (carrier.casefold(),)))

    def remember(self, carrier: str, headers: Mapping[str, str]) -> None:
        """From now on these; headers for other needs stay. Inside a transaction only."""
        sql = "INSERT INTO columns (carrier, need, header) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET header = excluded.header"
        self._database.run_each(sql, [(carrier.casefold(), need, header) for need, header in headers.items()])
