"""The number of facts that the notice names is the schema's own: no column may come in unnamed."""

from itertools import chain

from kiosk.store import Store
from kiosk.store.facts import COLUMNS, OF_THE_KIOSK, TIES, Fact

TOOLS_OWN = {"_sqlite_migrations", "sqlite_sequence"}
"""What migrations and SQLite keep about themselves."""


def _columns(store: Store) -> set[str]:
    sql = """SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'"""
    rows = store._database.rows(sql)
    return {f"{table}.{column}" for table, column in rows if table not in TOOLS_OWN | OF_THE_KIOSK}


def test_every_column_is_one_fact_or_a_tie(store: Store) -> None:
    named = [*chain.from_iterable(COLUMNS.values()), *TIES]
    assert len(named) == len(set(named))
    assert set(named) == _columns(store)


def test_every_fact_has_its_columns_and_every_table_of_the_kiosk_is_there(store: Store) -> None:
    assert set(COLUMNS) == set(Fact)
    assert all(COLUMNS.values())
    tables = {name for (name,) in store._database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables >= OF_THE_KIOSK


def test_nothing_of_the_kiosks_own_is_tied_to_a_parcel(store: Store) -> None:
    sql = "SELECT t.name, k.\"table\" FROM sqlite_master t, pragma_foreign_key_list(t.name) k WHERE t.type = 'table'"
    ties = store._database.rows(sql)
    assert not [(table, to) for table, to in ties if table in OF_THE_KIOSK and to not in OF_THE_KIOSK]
