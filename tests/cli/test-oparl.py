#!/usr/bin/python3
"""mappe export FILE oparl: a folder of OParl 1.1, valid by its schemas, with nothing in it that is not public."""
import hashlib
import json
import resource
import signal
import sqlite3
import sys

from council import ENVIRONMENT, USAGE, demo
from marks import MARK, mark
from tap import SOURCE, Skip, case, main

BASE = "https://oparl.example.org/rat"
SCHEMAS = SOURCE.parent / "shared/schemas/oparl11"
TYPE = "https://schema.oparl.org/1.1/"


def export(council, *options):
    """Every file of the folder by its name, looked at; the JSON files read."""
    there = council.folder / "oparl"
    council.do("export", "oparl", "--base", BASE, "-o", there, *options)
    assert council.leftovers() == ["oparl"], council.leftovers()
    found = {}
    for path in there.rglob("*"):
        if path.is_dir():
            assert path.stat().st_mode & 0o777 == 0o700
            continue
        assert path.stat().st_mode & 0o777 == 0o600, path
        data = path.read_bytes()
        found[str(path.relative_to(there))] = json.loads(data) if path.suffix == ".json" else data
    return found


def objects_of(files, kind=None):
    """Objects with an id of their own."""
    return [v for v in files.values() if isinstance(v, dict) and "id" in v
            and (kind is None or v["type"] == TYPE + kind)]


def by_name(files, kind, name):
    return next(o for o in objects_of(files, kind) if o.get("name") == name)


def walk(value):
    yield value
    for below in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from walk(below)


@case
def an_id_is_the_address_of_its_file():
    with demo() as council:
        files = export(council)
        assert {"system.json", "body.json", "bodies.json"} <= set(files)
        for name, value in files.items():
            if isinstance(value, dict) and "id" in value:
                assert value["id"] == "%s/%s" % (BASE, name), name
        for value in walk([v for v in files.values() if isinstance(v, dict)]):
            if isinstance(value, str) and value.startswith(BASE):
                assert value[len(BASE) + 1:].split("#")[0] in files, value
        assert {o["type"][len(TYPE):] for o in objects_of(files)} == {
            "System", "Body", "Organization", "Person", "Membership", "Meeting", "AgendaItem", "Paper", "Consultation",
            "File"}


@case
def objects_are_valid_by_the_schemas():
    try:
        import jsonschema
    except ImportError:
        raise Skip("python3-jsonschema is not installed") from None
    if not SCHEMAS.is_dir():
        raise Skip("the schemas of OParl are not beside the sources (../shared/schemas/oparl11)")
    validators = {p.stem: jsonschema.Draft4Validator(json.loads(p.read_text()), format_checker=jsonschema.FormatChecker())
                  for p in SCHEMAS.glob("*.json")}
    with demo() as council:
        item = council.references("agenda-item", "--where", "meeting=MTG06")[0]
        council.do("delete", "agenda-item", item)
        council.do("delete", "document", "DOC-006")
        council.do("delete", "membership", "MB002")
        files = export(council)
        checked = 0
        for value in walk([v for v in files.values() if isinstance(v, dict)]):
            if isinstance(value, dict) and str(value.get("type", "")).startswith(TYPE):
                name = value["type"][len(TYPE):]
                faults = [e.message for e in validators[name].iter_errors(value)]
                known = set(validators[name].schema["properties"])
                assert not faults and set(value) <= known, (name, faults, set(value) - known)
                checked += 1
        assert checked > 150, checked
        stubs = [o for o in objects_of(files) if o.get("deleted")]
        assert {o["type"][len(TYPE):] for o in stubs} >= {"AgendaItem", "Membership", "File"}, stubs
        assert all(set(o) <= {"id", "type", "created", "modified", "deleted", "order", "accessUrl"} for o in stubs)


@case
def a_public_meeting_is_told_with_its_public_items():
    with demo() as council:
        files = export(council, "--lang", "de")
        meeting = next(m for m in objects_of(files, "Meeting") if m["start"] == "2025-11-11T15:30:00+01:00")
        assert meeting["name"] == "Herbstsitzung des Plenums" and meeting["meetingState"] == "durchgeführt"
        assert meeting["cancelled"] is False and meeting["location"]["description"] == "Rathaus, Großer Saal"
        public = council.rows("agenda-item", "--where", "meeting=MTG01", "--where", "public=1")
        assert [i["name"] for i in meeting["agendaItem"]] == [
            r["title"] for r in sorted(public, key=lambda r: int(r["position"]))]
        assert len(public) < len(council.rows("agenda-item", "--where", "meeting=MTG01"))
        decision = next(d for d in council.rows("decision", "--where", "reference=D-02"))
        item = next(i for i in objects_of(files, "AgendaItem") if i.get("resolutionText") == decision["text"])
        assert item["public"] is True and item["result"] == "Unverändert beschlossen"


@case
def people_are_named_by_their_seats_without_addresses():
    with demo() as council:
        files = export(council)
        people = objects_of(files, "Person")
        chair = by_name(files, "Person", "Dr. Amalia Ahornstein")
        assert chair["membership"][0]["votingRight"] is True and chair["title"] == ["Dr."]
        assert not any({"email", "phone", "location"} & set(p) for p in people)
        bodies = {o["id"]: o["name"] for o in objects_of(files, "Organization")}
        assert {bodies[m["organization"]] for m in objects_of(files, "Membership")} == {
            "Plenum des Kriminalpräventiven Rates"}


@case
def files_are_there_with_their_sums():
    with demo() as council:
        council.do("set", "document", "DOC-001", "file_name=../../etc/x.d/pass wd.p/df")
        council.do("set", "document", "DOC-003", "file_name=C:\\evil\\con.json")
        files = export(council)
        some = objects_of(files, "File")
        assert some
        for one in some:
            content = files[one["accessUrl"][len(BASE) + 1:]]
            assert isinstance(content, bytes) and len(content) == one["size"]
            assert hashlib.sha512(content).hexdigest() == one["sha512Checksum"]
            assert "/" not in one["fileName"] and "\\" not in one["fileName"]
        assert {"df", "con.json"} <= {o["fileName"] for o in some}


@case
def nothing_in_the_folder_is_not_public():
    with demo() as council:
        assert mark(council, people=False) > 1000
        files = export(council)
        assert not any(MARK in (v.decode("latin-1") if isinstance(v, bytes) else json.dumps(v)) for v in files.values())
        meetings = {o["name"] for o in objects_of(files, "Meeting")}
        assert "Herbstsitzung des Plenums" in meetings and "Sitzung der Lenkungsgruppe" not in meetings


@case
def what_is_no_longer_public_is_gone_from_the_folder():
    with demo() as council:
        before = export(council)
        item = council.references("agenda-item", "--where", "meeting=MTG05", "--where", "public=1")[3]
        base = sqlite3.connect(council.file)
        with base:
            base.execute("UPDATE agenda_item SET public = 0 WHERE reference = ?", [item])
        base.close()
        after = export(council, "--confirm-changed")
        lost = set(before) - set(after)
        assert any(n.startswith("agendaitem/") for n in lost) and set(after) < set(before), lost


@case
def bad_texts_leave_the_folder_valid():
    with demo() as council:
        text = "„\"\\/<b>“ مرحبا שלום e\u0301 \U0001f600"
        council.do("set", "meeting", "MTG06", "title=" + text, "place=\"}")
        base = sqlite3.connect(council.file)
        with base:
            base.execute("UPDATE decision SET text = ? WHERE reference = 'D-02'", ["x\x01\ty\n" + "ü\"," * 350000])
        base.close()
        files = export(council)
        assert by_name(files, "Meeting", text)["location"]["description"] == "\"}"
        assert any(i.get("resolutionText") == "x\x01\ty\n" + "ü\"," * 350000 for i in objects_of(files, "AgendaItem"))


@case
def nobody_elses_folder_is_replaced():
    with demo() as council:
        there = council.folder / "oparl"
        there.mkdir()
        (there / "mine.txt").write_text("mine")
        council.refuse(ENVIRONMENT, "export", "oparl", "--base", BASE, "-o", there, says="something else")
        assert (there / "mine.txt").read_text() == "mine" and council.leftovers() == ["oparl"]
        council.refuse(ENVIRONMENT, "export", "oparl", "--base", BASE, "-o", there / "no" / "where", says="where")
        (there / "mine.txt").unlink()
        first = export(council)
        (there / "old.json").write_text("{}")
        assert set(export(council)) == set(first)


def small_disk():
    """Files end at 64 KiB, as on a full disk; what readers of a council write beside it is smaller."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))


@case
def a_full_disk_leaves_nothing_behind():
    with demo() as council:
        before = export(council)
        base = sqlite3.connect(council.file)
        with base:
            base.execute("UPDATE meeting SET place = ?", ["x" * 70000])
            base.execute("UPDATE organisation SET address = ?", ["x" * 70000])
        base.close()
        for what in (["oparl", "--base", BASE], ["list:meeting"], ["calendar"], ["contacts"]):
            out = council.folder / "oparl" if what[0] == "oparl" else council.folder / "new"
            code, text, err = council.run("export", council.file, *what, "-o", out, preexec_fn=small_disk)
            assert code == ENVIRONMENT and text == "" and "could not be written" in err, (what, code, err)
            assert council.leftovers() == ["oparl"], (what, council.leftovers())
        assert {str(p.relative_to(council.folder / "oparl")) for p in (council.folder / "oparl").rglob("*")
                if p.is_file()} == set(before)


@case
def usage_is_told():
    with demo() as council:
        out = council.folder / "oparl"
        for base in ("", "example.org", "ftp://example.org", "https://", "https://x/?a", "https://x/#a", "https://ä/",
                     "https://a b/", "https://me@x/"):
            council.refuse(USAGE, "export", "oparl", "--base", base, "-o", out, says="--base takes")
        council.refuse(USAGE, "export", "oparl", "-o", out, says="--base takes")
        council.refuse(USAGE, "export", "oparl", "--base", BASE, says="--output")
        council.refuse(USAGE, "export", "oparl", "--base", BASE, "-o", out, "--profile", "full", says="public")
        assert council.leftovers() == []


if __name__ == "__main__":
    sys.exit(main())
