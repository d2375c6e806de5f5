#!/usr/bin/python3
"""mappe export FILE list:KIND: every kind as a table, for whom it is, and what bad texts do to it."""
import csv
import io
import os
import sqlite3
import subprocess
import sys

from council import CONTENT, ENVIRONMENT, PROGRAM, USAGE, demo
from marks import MARK, kinds_of, mark
from tap import case, main

csv.field_size_limit(4 * 1024 * 1024)


def raw(council, kind, profile="full", *options):
    """Bytes of a table, None where there is none for these readers."""
    path = council.folder / "out.csv"
    code, out, err = council.run("export", council.file, "list:" + kind, "--profile", profile, "-o", path, *options)
    if code == CONTENT:
        assert "may see" in err and not path.exists() and council.leftovers() == [], (kind, profile, err)
        return None
    assert (code, out, err) == (0, "", ""), (kind, profile, code, err)
    assert path.stat().st_mode & 0o777 == 0o600 and council.leftovers() == ["out.csv"]
    data = path.read_bytes()
    path.unlink()
    return data


def rows_of(data, separator=","):
    """Rows below the heads; each row ends with CR and LF, and each has as many cells as the first (RFC 4180)."""
    text = data.decode()
    assert text.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    assert len({len(r) for r in rows}) == 1, {len(r) for r in rows}
    return rows[0], rows[1:]


@case
def every_kind_is_a_table():
    with demo() as council:
        for kind in kinds_of(council):
            heads, rows = rows_of(raw(council, kind))
            assert sorted(r[0] for r in rows) == sorted(council.references(kind)), kind
            assert heads[0] == "Reference" and all(heads), heads
            members = raw(council, kind, "members")
            assert members is None or len(rows_of(members)[1]) <= len(rows), kind


@case
def references_are_told_by_title_and_name():
    with demo() as council:
        heads, rows = rows_of(raw(council, "person"))
        at = heads.index("Organisation")
        assert heads[at + 1] == "Organisation (Reference)"
        first = next(r for r in rows if r[0] == "M01")
        assert first[at + 1] == "U-01" and first[at].startswith("Stadt Musterhausen"), first
        assert first[heads.index("Function")] == "Chair" and first[heads.index("Entitled to vote")] == "yes"
        heads, rows = rows_of(raw(council, "person", "full", "--lang", "de"))
        assert next(r for r in rows if r[0] == "M01")[heads.index("Funktion")] == "Vorsitz"


@case
def a_german_spreadsheet_gets_its_own_form():
    with demo() as council:
        data = raw(council, "finance-line", "full", "--format", "csv-excel", "--lang", "de")
        assert data.startswith(b"\xef\xbb\xbf")
        heads, rows = rows_of(data[3:], ";")
        plain_heads, plain = rows_of(raw(council, "finance-line", "full", "--lang", "de"))
        assert heads == plain_heads and len(rows) == len(plain)
        changed = {(p, e) for ps, es in zip(plain, rows) for p, e in zip(ps, es) if p != e}
        assert changed and all(p.replace(".", ",") == e and float(p) for p, e in changed), changed


@case
def no_table_for_the_public_tells_what_is_not_public():
    with demo() as council:
        assert mark(council) > 1000
        seen = 0
        for kind in kinds_of(council):
            data = raw(council, kind, "public")
            assert data is None or MARK.encode() not in data, kind
            seen += data is not None
            full = raw(council, kind, "full")
            assert MARK.encode() in full or len(rows_of(full)[1]) == 0, kind
        assert seen > 10
        for what in ("calendar", "contacts"):
            assert MARK not in council.do("export", what, "--profile", "public"), what
        assert MARK in council.do("export", "calendar", "--profile", "members")


@case
def cells_are_no_formulas():
    with demo() as council:
        for text in ("=cmd|' /C calc'!A0", "+49 1", "-1", "@SUM(A1)", "＝1+1"):
            council.do("set", "organisation", "P-01", "sector=" + text, "note=\t=1\nzwei")
            heads, rows = rows_of(raw(council, "organisation"))
            row = next(r for r in rows if r[0] == "P-01")
            assert row[heads.index("Sector")] == "'" + text and row[heads.index("Notes")] == "'\t=1\nzwei", row
        heads, rows = rows_of(raw(council, "finance-line"))
        assert not any(c.startswith("'") for r in rows for c in r if c.strip("'-.0123456789") == "")


@case
def bad_texts_leave_a_table_valid():
    with demo() as council:
        text = "Größe; \"quoted\", مرحبا שלום " + "e\u0301" * 20
        council.do("set", "area", "AR-01", "name=" + text)
        base = sqlite3.connect(council.file)
        with base:
            base.execute("UPDATE area SET note = ? WHERE reference = 'AR-01'", ["x\x01\x02\r\n" + "ü\"," * 250000])
        base.close()
        for form, separator, skip in (("csv", ",", 0), ("csv-excel", ";", 3)):
            heads, rows = rows_of(raw(council, "area", "full", "--format", form)[skip:], separator)
            row = next(r for r in rows if r[0] == "AR-01")
            assert row[heads.index("Name")] == text
            assert row[heads.index("Notes")] == "x\n" + "ü\"," * 250000


def fill(council, first, last):
    """Tasks of a kilobyte each."""
    base = sqlite3.connect(council.file)
    names = [r[1] for r in base.execute("PRAGMA table_info(task)")]
    rest = ", ".join(n for n in names if n not in ("id", "reference", "note"))
    with base:
        base.execute("WITH RECURSIVE n (i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                     " INSERT INTO task (id, reference, note, %s) SELECT 100000 + i, 'X-' || i, hex(randomblob(500)), %s"
                     " FROM n, task WHERE task.id = (SELECT min(id) FROM task)" % (rest, rest), [first, last])
    base.close()


def peak_of(council):
    """Bytes of memory that the export needed at most; bytes of its file."""
    out = council.folder / "big.csv"
    child = subprocess.Popen([PROGRAM, "export", council.file, "list:task", "--profile", "full", "-o", out])
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    assert status == 0
    return usage.ru_maxrss * 1024, out.stat().st_size


@case
def memory_does_not_grow_with_the_table():
    with demo() as council:
        fill(council, 1, 20000)
        small, small_bytes = peak_of(council)
        fill(council, 20001, 80000)
        large, large_bytes = peak_of(council)
        assert large_bytes > small_bytes + 50e6 and large < small + 12e6, (small, large, small_bytes, large_bytes)


@case
def what_cannot_be_written_leaves_nothing_behind():
    with demo() as council:
        where = council.folder / "there"
        where.mkdir()
        council.refuse(ENVIRONMENT, "export", "list:person", "--profile", "full", "-o", where, says="there")
        council.refuse(ENVIRONMENT, "export", "list:person", "--profile", "full", "-o", where / "no" / "x.csv")
        assert list(where.iterdir()) == [] and council.leftovers() == ["there"]
        kept = council.folder / "kept.csv"
        kept.write_text("mine")
        council.refuse(CONTENT, "export", "list:patrol", "-o", kept, says="may see")
        assert kept.read_text() == "mine" and council.leftovers() == ["kept.csv", "there"]


@case
def usage_is_told():
    with demo() as council:
        council.refuse(USAGE, "export", "list:persons", says="person")
        council.refuse(USAGE, "export", "list:", says="")
        council.refuse(USAGE, "export", "list:person", "--format", "xml", says="csv, csv-excel")


if __name__ == "__main__":
    sys.exit(main())
