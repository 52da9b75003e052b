"""Settings that one kiosk carries to another: all that differ from their defaults, without what is a depot's or a machine's own."""

import dataclasses
from typing import Any

from kiosk.errors import SettingsFault
from kiosk.settings import Depot, Settings, of_table

Tables = dict[str, Any]
"""Settings as TOML or JSON gives them."""


_PLAIN = Settings(Depot(tag="0000"))


def carried(settings: Settings) -> Tables:
    """What may be carried: no secret is a setting, and neither tag, names, paths and devices, nor a weaker reader, go along."""
    found = Tables()
    for name in (one.name for one in dataclasses.fields(Settings) if not _is_own(one)):
        value, usual = getattr(settings, name), getattr(_PLAIN, name)
        told = (
            [dataclasses.asdict(one) for one in value]
            if isinstance(value, tuple)
            else {
                one.name: getattr(value, one.name)
                for one in dataclasses.fields(value)
                if not _is_own(one) and getattr(value, one.name) != getattr(usual, one.name)
            }
        )
        if told:
            found[name] = told
    return found


def refuse_own(untrusted_tables: Tables) -> None:
    """Raises `SettingsFault` for tables that are wrong, or that set what is each kiosk's own: no honest code does."""
    tables = [one.name for one in dataclasses.fields(Settings) if _is_own(one)]
    wrong = [name for name in tables if name in untrusted_tables]
    of_table({**untrusted_tables, "depot": {"tag": _PLAIN.depot.tag}})
    for name, table in untrusted_tables.items():
        if isinstance(table, dict):
            wrong += [
                f"{name}.{one.name}"
                for one in dataclasses.fields(getattr(_PLAIN, name))
                if one.name in table and _is_own(one)
            ]
    if wrong:
        raise SettingsFault(f"The code sets {wrong[0]}, which is each kiosk's own. Do not take it.")


def _is_own(one: "dataclasses.Field[Any]") -> bool:
    return bool(one.metadata.get("own"))


def over(under: Tables, tables: Tables) -> Tables:
    """`tables` over what stands `under` them, setting by setting."""
    merged = dict(under)
    for name, table in tables.items():
        below = merged.get(name)
        merged[name] = {**below, **table} if isinstance(below, dict) and isinstance(table, dict) else table
    return merged
