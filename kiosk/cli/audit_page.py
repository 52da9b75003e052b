"""The inspector's page from what was found: HTML in one file, in English and in Chinese, to be read on a screen and printed on A4."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape

from kiosk.cli.audit_words import GROUPS, INCIDENTS, LANGUAGES, OTHERS, PAPERS, Words
from kiosk.cli.html import Cell, document, table
from kiosk.clock import Clock
from kiosk.desk.report import Way
from kiosk.policy.retention import IN_DOUBT, kept_days
from kiosk.store.kept import AGES, Table
from kiosk.store.outbox import LONGEST
from kiosk.technician.audit import Counted, Inspection

FILL = '<span class="fill"></span>'
SHORT = ("people", "parcel", "until", "who", "switched")
"""What an inspector wants to know first."""


def page(found: Inspection, clock: Clock) -> str:
    """The whole page."""
    written = [_Written(found, clock, Words.load(language)) for language in LANGUAGES]
    sections = "".join(f'<section lang="{one.language}">\n{"".join(one.parts())}</section>\n' for one in written)
    return document(f"{found.settings.depot.name}: kiosk audit", sections)


class _Written:
    """One language's part of the page."""

    def __init__(self, found: Inspection, clock: Clock, words: Words) -> None:
        self._found, self._clock, self._words = found, clock, words
        self.language = words.language
        self._figures: dict[str, Cell] = {}
        self._figures |= self._common()

    def _common(self) -> dict[str, Cell]:
        """Figures that any sentence may name."""
        found, settings = self._found, self._found.settings
        sandbox = found.sandbox.denied if found.sandbox else {}
        longest = max(found.tables, key=lambda one: one.longest)
        return {
            "answers": escape(settings.depot.answers) or self._say("not_named"),
            "backups": self._switch(bool(settings.backup.folder)),
            "backup": kept_days(settings.backup.keep_days, settings.retention.dispute_days),
            "blank": FILL,
            "by_hand": sum(found.told.by_hand.values()),
            "cipher": f"SQLCipher {found.encryption.settings['cipher_version']}",
            "doubt": IN_DOUBT.days,
            "denied": sum(sandbox.values()),
            "dispute": settings.retention.dispute_days,
            "facts": found.notice.facts,
            "hint": self._switch(settings.hint.on),
            "hours": int(LONGEST.total_seconds()) // 3600,
            "longest": longest.longest,
            "notices": self._switch(settings.notices.on),
            "openers": ", ".join(self._say(f"opener_{one}") for one in found.openers),
            "overdue": found.overdue,
            "sandboxed": self._switch(settings.reader.require_sandbox),
            "tried": len(sandbox),
            "where": longest.name,
        }

    def parts(self) -> Iterator[str]:
        """The page from its head to its last paper."""
        found, head = self._found, self._found.signed.checkpoint.origin.split("/")
        yield f"<h1>{self._say('title')}</h1>\n<p>"
        yield self._say(
            "head",
            depot=escape(found.settings.depot.name),
            tag=escape(head[0]),
            kiosk=escape(head[1]),
            made=self._when(found.made),
            version=escape(found.version),
        )
        yield "</p>\n"
        rows = [(self._say(f"short_{one}"), self._say(f"said_{one}")) for one in SHORT]
        yield f'<div class="glance"><h2>{self._say("short")}</h2>{table((), rows)}</div>\n'
        for part in (self._glance, self._who, self._kept, self._ages, self._erased, self._ledger, self._acts):
            yield from part()
        for part in (self._measured, self._notices, self._incidents, self._papers):
            yield from part()

    def _glance(self) -> Iterator[str]:
        found, sandbox = self._found, self._found.sandbox
        longest = max(one.longest for one in found.tables)
        judged = [
            (found.proof.ok, self._say("ok_ledger", entries=found.proof.verified.entries)),
            (found.encryption.encrypted, self._say("ok_encrypted")),
            (sandbox is not None and sandbox.tight, self._say("ok_sandbox" if sandbox else "no_sandbox")),
            (longest < SMALLEST_PICTURE, self._say("ok_picture", tables=len(found.tables))),
            (not found.overdue, self._say("ok_overdue")),
            (not found.clock_doubted, self._say("ok_clock")),
            (not found.exposed, self._say("ok_exposed", exposed=found.exposed)),
            (bool(found.settings.depot.answers), self._say("ok_answers")),
        ]
        rows = table((), ((self._mark(ok), said) for ok, said in judged))
        yield f"<h2>{self._say('glance')}</h2>{rows}\n"

    def _who(self) -> Iterator[str]:
        depot = self._found.settings.depot
        rows: list[tuple[Cell, ...]] = [(self._say("who_answers"), self._figures["answers"])]
        rows += [
            (self._say(name), escape(said) or self._say("not_said"))
            for name, said in (("who_line", depot.line), ("who_hours", depot.hours))
        ]
        rows += [(self._say("people"), self._people())]
        yield self._heading("who") + self._table((), rows)

    def _people(self) -> str:
        counted = (f"{self._say(f'role_{role}')}: {count}" for role, count in sorted(self._found.clerks.items()))
        return ", ".join(counted) or self._say("none")

    def _kept(self) -> Iterator[str]:
        yield self._heading("kept") + self._note("kept_note")
        tables = {one.name: one for one in self._found.tables}
        rows = [
            self._group(name, [tables.pop(one) for one in group if one in tables]) for name, group in GROUPS.items()
        ]
        rows += [(f"{self._say('what_unknown')}{_columns(one)}", "", "") for one in tables.values()]
        yield self._table(("col_what", "col_why", "col_until"), rows)
        plain = (
            (f"{self._say(f'plain_{name}_{column}')} <code>{name}.{column}</code>", rows)
            for (name, column), rows in self._found.in_plain.items()
        )
        yield self._note("in_plain") + self._table(("col_what", "col_rows"), plain) + self._note("pictures_note")

    def _group(self, name: str, tables: list[Table]) -> tuple[Cell, ...]:
        what, why, until = (self._say(f"{word}_{name}") for word in ("what", "why", "until"))
        return what + "".join(map(_columns, tables)), why, until

    def _ages(self) -> Iterator[str]:
        yield self._heading("ages")
        head = [self._say("col_state"), self._say("under_one"), *(self._say("under", days=days) for days in AGES[1:])]
        head += [self._say("over", days=AGES[-1]), self._say("col_total"), self._say("col_oldest")]
        rows: list[tuple[Cell, ...]] = [
            (self._say(f"state_{state}"), *aged.counts, aged.total, self._when(aged.oldest))
            for state, aged in self._found.ages.items()
        ]
        yield table(head, rows) if rows else self._note("no_parcels")
        yield self._note("ages_note")

    def _erased(self) -> Iterator[str]:
        found, months = self._found, dict[str, tuple[int, int, int]]()
        for at, subjects, entries in found.told.erased:
            month = f"{self._clock.local(at):%Y-%m}"
            count, all_subjects, all_entries = months.get(month, (0, 0, 0))
            months[month] = count + 1, all_subjects + subjects, all_entries + entries
        rows: list[tuple[Cell, ...]] = [(month, *counts) for month, counts in sorted(months.items())]
        yield self._heading("erased")
        head = ("col_month", "col_erasures", "col_subjects", "col_entries")
        yield self._table(head, rows) if rows else self._note("no_erasures")
        kinds = {f"{kind}s": found.subjects.get(kind, 0) for kind in ("parcel", "pickup")}
        said, months_left = sum(entries for _, _, entries in found.told.erased), found.subjects.get("kiosk", 0)
        yield self._note("erased_note", said=said, found=found.proof.verified.erased, months=months_left, **kinds)

    def _ledger(self) -> Iterator[str]:
        found, verified = self._found, self._found.proof.verified
        yield self._heading("ledger")
        yield self._note("ledger_ok") if found.proof.ok else self._note("ledger_bad", first=verified.first_bad or "?")
        rows: list[tuple[Cell, ...]] = [
            (self._say("size"), verified.entries),
            (self._say("root"), f"<code>{verified.root}</code>"),
            (self._say("epoch"), f"<code>{escape(found.signed.checkpoint.origin)}</code>"),
            (self._say("readable_since"), self._since()),
        ]
        rows += [(self._say("key", after=one.after), f"<code>{escape(one.key.text)}</code>") for one in found.keys]
        yield self._table((), rows)
        given = [(self._say(f"how_{how}"), *self._counted(one)) for how, one in found.witnesses.items()]
        yield self._table(("col_checkpoints", "col_count", "col_last"), given)
        yield f"{self._note('ledger_outside')}<p>{self._say('checkpoint')}:</p><pre>{escape(found.signed.note)}</pre>"

    def _acts(self) -> Iterator[str]:
        told = self._found.told
        yield self._heading("acts") + self._note("acts_note", erased=self._found.proof.verified.erased)
        yield self._counts("left", ((self._say(f"way_{way}"), told.left[way]) for way in Way))
        refused = ((self._say(f"refused_{reason}"), count) for reason, count in told.refused.most_common())
        yield self._counts("refused", refused)
        rows = [
            (escape(reason.replace("_", " ")), count, told.undone[reason])
            for reason, count in told.by_hand.most_common()
        ]
        yield f"<h3>{self._say('by_hand')}</h3>"
        yield self._table(("col_reason", "col_count", "col_undone"), rows or [(self._say("none"), 0, 0)])
        later = {
            name: told.kinds[kind].count if kind in told.kinds else 0
            for name, kind in (("signed", "OverrideSigned"), ("corrected", "OverrideCorrected"))
        }
        yield self._note("by_hand_note", unseconded=told.unseconded, **later)
        others = [
            (self._say(f"other_{kind}"), *self._counted(told.kinds[kind])) for kind in OTHERS if kind in told.kinds
        ]
        yield f"<h3>{self._say('others')}</h3>"
        yield self._table(("col_what", "col_count", "col_last"), others or [(self._say("none"), 0, "")])

    def _measured(self) -> Iterator[str]:
        found, sandbox = self._found, self._found.sandbox
        yield self._heading("measured") + f"<h3>{self._say('sandbox')}</h3>"
        if sandbox is None:
            yield self._note("no_sandbox")
        else:
            locks = {"landlock": self._mark(sandbox.landlock), "seccomp": self._mark(sandbox.seccomp)}
            yield self._note("sandbox_note", **locks)
            ways = ((self._say(f"probe_{name}"), self._mark(denied)) for name, denied in sandbox.denied.items())
            yield self._table(("col_way", "col_denied"), ways)
        file, first = found.encryption, found.encryption.first_bytes.hex()
        rows: list[tuple[Cell, ...]] = [
            (self._say("first_bytes"), f"<code>{first}</code> {self._say('first_bytes_note')}"),
            (self._say("plain_refused"), self._say("plain_refused_yes" if file.encrypted else "plain_refused_no")),
        ]
        rows += [(f"<code>{name}</code>", escape(value)) for name, value in file.settings.items()]
        rows += [(self._say("openers"), self._figures["openers"])]
        yield f"<h3>{self._say('encryption')}</h3>{self._table((), rows)}"

    def _notices(self) -> Iterator[str]:
        told, notice = self._found.told, self._found.notice
        rows = [(self._say("notice_now", version=notice.version), notice.dated.isoformat())]
        rows += [(self._say("version_since", version=escape(one)), self._when(at)) for one, at in told.versions.items()]
        if told.settings:
            at, digest = told.settings[-1]
            last = f"<code>{digest[:16]}…</code>"
            rows += [(self._say("settings_since", count=len(told.settings), digest=last), self._when(at))]
        yield self._heading("notices") + self._note("notices_note") + self._table((), rows)

    def _incidents(self) -> Iterator[str]:
        told = self._found.told
        rows = [(self._say("incident_cut_off"), *self._counted(told.cut_off))] if told.cut_off else []
        rows += [
            (self._say(f"incident_{kind}"), *self._counted(told.kinds[kind]))
            for kind in INCIDENTS
            if kind in told.kinds
        ]
        yield self._heading("incidents")
        yield self._table(("col_what", "col_count", "col_last"), rows) if rows else self._note("no_incidents")

    def _papers(self) -> Iterator[str]:
        for name in PAPERS:
            yield self._heading(name)
            yield self._note("assessment_note") if name == "assessment" else ""
            yield table((), self._words.paper(name, self._figures))

    def _heading(self, key: str) -> str:
        return f"<h2>{self._say(key)}</h2>\n"

    def _note(self, key: str, **figures: Cell) -> str:
        return f"<p>{self._say(key, **figures)}</p>\n"

    def _counts(self, key: str, rows: Iterable[tuple[Cell, ...]]) -> str:
        head = (self._say("col_what"), self._say("col_count"))
        return f"<h3>{self._say(key)}</h3>{table(head, list(rows) or [(self._say('none'), 0)])}"

    def _table(self, head: Iterable[str], rows: Iterable[tuple[Cell, ...]]) -> str:
        return table([self._say(key) for key in head], rows)

    def _say(self, key: str, **figures: Cell) -> str:
        return self._words.say(key, {**self._figures, **figures})

    def _switch(self, on: bool) -> str:
        return self._say("on" if on else "off")

    def _mark(self, ok: bool) -> str:
        return f'<span class="{"ok" if ok else "bad"}">{self._say("yes" if ok else "no")}</span>'

    def _counted(self, one: Counted) -> tuple[int, str]:
        return one.count, self._when(one.last)

    def _since(self) -> str:
        since = self._found.told.since
        return self._when(since) if since else self._say("none")

    def _when(self, at: datetime) -> str:
        return f"{self._clock.local(at):%Y-%m-%d %H:%M}"


SMALLEST_PICTURE = 2_000
"""Bytes: a picture in which anybody could be known needs more."""


def _columns(one: Table) -> str:
    return f"<br><code>{one.name} ({one.rows}): {', '.join(one.columns)}</code>"
