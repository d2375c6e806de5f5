#!/usr/bin/python3
"""mappe import FILE IN: tables, address books and calendars of other programs; what is said, kept and left behind."""
import csv
import pathlib
import sys

from council import CONTENT, DONE, ENVIRONMENT, USAGE, demo, folder
from tap import case, main

PEOPLE = ("Vorname;Nachname;Firma;E-Mail;Telefon;Stimmberechtigt;Funktion\r\n"
          "Änne;Müller;Stadtwerke;ae@example.org;'+49 711 1;ja;Mitglied\r\n"
          "Bob;Kurz;;;;vielleicht;Mitglied\r\n"
          "Amalia;Ahornstein;;;;nein;Mitglied\r\n")
REGISTER_OPTIONS = (("--kind", "person"), ("--encoding", "UTF-8"), ("--map", "a=b"), ("--set", "a=b"))


def write(council, name, text, encoding="utf-8"):
    path = council.folder / name
    path.write_bytes(text.encode(encoding))
    return path


def imported(council, code, *words):
    """The import with that exit code; its lines."""
    done, out, err = council.run("import", council.file, *words)
    assert done == code, (words, done, out, err)
    return out.splitlines()


@case
def a_table_is_tried_and_taken_in():
    with demo() as council:
        path = write(council, "leute.csv", PEOPLE, "cp1252")
        before = council.do("dump")
        rejected = council.folder / "rest.csv"
        tried = imported(council, CONTENT, path, "--kind", "person", "--dry-run")
        assert council.do("dump") == before and council.do("log", "--limit", "1").count("IMPORT") == 0
        assert tried[:4] == ["encoding: WINDOWS-1252", "separator: ;", "Vorname\t→ first_name", "Nachname\t→ last_name"]
        assert tried[-1] == "1 new · 1 left out · 1 rejected · 1 new organisation", tried
        assert any(line.startswith("3\trejected\t") and "neither yes nor no" in line for line in tried), tried
        assert any("[perhaps the same as Ahornstein, Amalia (M01)]" in line for line in tried), tried
        assert imported(council, CONTENT, path, "--kind", "person", "--rejected", rejected) == tried
        assert council.field("person", "M26", "phone") == "+49 711 1"
        rows = list(csv.reader(rejected.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
        assert [row[-1] for row in rows] == ["Line in the file", "3", "4"] and rows[1][:2] == ["Bob", "Kurz"], rows
        assert council.do("undo").strip() == "Import of leute.csv: 1 person"
        assert council.do("dump") == before
        assert set(council.leftovers()) == {"leute.csv", "rest.csv"}, council.leftovers()


@case
def the_user_knows_better():
    with demo() as council:
        path = write(council, "x.csv", "A|B\nLang|1.234\nGroß|2\n")
        council.refuse(USAGE, "import", path, says="--kind")
        council.refuse(USAGE, "import", path, "--kind", "person", says="no column is known")
        council.refuse(USAGE, "import", path, "--kind", "people", says="no kind")
        council.refuse(USAGE, "import", path, "--kind", "person", "--map", "C=last_name", says="no column “C”")
        council.refuse(USAGE, "import", path, "--kind", "person", "--map", "A=surname", says="no field")
        council.refuse(USAGE, "import", path, "--kind", "person", "--map", "A=phone", says="last_name")
        council.refuse(USAGE, "import", path, "--kind", "person", "--encoding", "EBCDIC", says="EBCDIC")
        council.refuse(USAGE, "import", path, "--kind", "person", "--separator", "x", says="--separator")
        council.refuse(USAGE, "import", path, "--kind", "person", "--duplicates", "all", says="--duplicates")
        lines = imported(council, DONE, path, "--kind", "person", "--map", "A=last_name", "--map", "B=phone", "--set",
                         "function=Vorsitz")
        assert lines[1] == "separator: |" and lines[-1] == "2 new", lines
        assert council.field("person", "M26", "function") == "chair"


@case
def duplicates_are_merged_or_added():
    with demo() as council:
        path = write(council, "d.csv", "Vorname;Nachname;Notizen\nAmalia;Ahornstein;neu\n")
        assert imported(council, DONE, path, "--kind", "person")[-1] == "1 left out"
        assert imported(council, DONE, path, "--kind", "person", "--duplicates", "merge")[-1] in (
            "1 merged", "1 there already")
        assert imported(council, DONE, path, "--kind", "person", "--duplicates", "new")[-1] == "1 new"


@case
def cards_and_appointments_come_in():
    with demo() as council, folder() as there:
        cards = there / "k.vcf"
        cards.write_text("BEGIN:VCARD\nVERSION:3.0\nN:Groß;Peter;;Dr.;\nORG:Neu GmbH\nUID:1\nEND:VCARD\n"
                         "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Verein X\nEND:VCARD\n", encoding="utf-8")
        assert imported(council, DONE, cards)[-1] == "2 new · 1 new organisation"
        assert imported(council, DONE, cards, "--duplicates", "skip")[-1] == "1 there already · 1 left out"
        calendar = there / "c.ics"
        calendar.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Treffen\nDTSTART:20270701T120000Z\n"
                            "DTEND:20270701T133000Z\nLOCATION:Rathaus\nEND:VEVENT\nEND:VCALENDAR\n", encoding="utf-8")
        code, out, err = council.run("import", council.file, calendar, "--kind", "meeting")
        assert code == CONTENT and "--set body=VALUE" in err and "Body: is missing" in out, (out, err)
        assert imported(council, DONE, calendar, "--kind", "meeting", "--set", "body=B01")[-1] == "1 new"
        reference = council.references("meeting")[-1]
        assert [council.field("meeting", reference, field) for field in ("held_on", "start_at", "end_at", "place")] == [
            "2027-07-01", "14:00", "15:30", "Rathaus"]
        council.refuse(USAGE, "import", calendar, "--kind", "person", says="cannot become")


@case
def what_was_exported_comes_back():
    with demo() as council:
        for form in ("csv", "csv-excel"):
            out = council.folder / "people.csv"
            council.do("export", "list:person", "--profile", "full", "--format", form, "-o", out)
            assert imported(council, DONE, out, "--kind", "person")[-1] == "25 there already"
        cards = council.folder / "contacts.vcf"
        council.do("export", "contacts", "--profile", "full", "-o", cards)
        assert imported(council, DONE, cards)[-1] == "58 there already · 1 of another list"


@case
def bad_files_are_refused_whole():
    with demo() as council:
        before = council.do("dump")
        quote = write(council, "q.csv", "Nachname;Notizen\nA;\"b\nB;c\n")
        council.refuse(CONTENT, "import", quote, "--kind", "person", says="q.csv:2:3: ")
        binary = council.folder / "b.csv"
        binary.write_bytes(b"a;b\n\0\0\1\2;x\n")
        council.refuse(CONTENT, "import", binary, "--kind", "person", says="not a text")
        for name, head in (("w.xlsx", b"PK\3\4"), ("w.ods", b"PK\3\4"), ("w.xls", b"\xd0\xcf\x11\xe0"), ("w.csv", b"PK\3\4")):
            (council.folder / name).write_bytes(head + bytes(200))
            council.refuse(CONTENT, "import", council.folder / name, "--kind", "person", says="save its table as CSV")
        council.refuse(CONTENT, "import", council.folder / "w.xlsx", says="save its table as CSV")
        picture = council.folder / "p.png"
        picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
        council.refuse(CONTENT, "import", picture, "--kind", "person", says="not a text")
        card = write(council, "c.vcf", "BEGIN:VCARD\nN:A;B\n")
        council.refuse(CONTENT, "import", card, says="c.vcf:1: ")
        council.refuse(ENVIRONMENT, "import", pathlib.Path("/nowhere/x.csv"), "--kind", "person")
        empty = write(council, "e.csv", "")
        assert imported(council, DONE, empty, "--kind", "person")[-1] == "There are no records in it"
        assert council.do("dump") == before


@case
def a_register_takes_no_options_of_tables():
    with demo() as council:
        out = council.folder / "r.xml"
        council.do("export", "register", "--profile", "full", "--plain", "-o", out)
        for option in REGISTER_OPTIONS:
            council.refuse(USAGE, "import", out, *option, says="--dry-run")


if __name__ == "__main__":
    sys.exit(main())
