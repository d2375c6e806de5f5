#!/usr/bin/python3
"""What is kept for how long, what goes to the archive, and what is erased for good."""
import hashlib
import sys

from council import CONTENT, DONE, USAGE, demo
from tap import case, main

SECRET = "zeder-geheim@example.org"


def old_paper(council):
    """A paper of a meeting of 2012, with a file."""
    file = council.folder / "light.txt"
    file.write_text("Lichtbericht")
    meeting = council.do("add", "meeting", "body=B01", "title=Alt", "held_on=2012-03-04", "state=held").strip()
    return council.do("add", "document", "title=Lichtbericht 2012", "content=@%s" % file, "pages=3",
                      "meeting=" + meeting).strip()


@case
def nothing_is_deleted_without_a_decision_of_the_archive():
    with demo() as council:
        paper = old_paper(council)
        assert ("2023-01-01\tpaper\t%s\tLichtbericht 2012\tto be offered to the archive" % paper
                in council.do("retention"))
        council.refuse(CONTENT, "delete", "document", paper, says="offered to the archive first")
        council.refuse(CONTENT, "retention", "--delete")
        offer = council.do("retention", "--offer", "Offer 2026").strip()
        council.refuse(CONTENT, "delete", "document", paper, says="offered to the archive first")
        council.refuse(CONTENT, "retention", "--offer", "Once more")
        assert "has not decided" in council.do("retention")
        council.refuse(CONTENT, "set", "archive-offer", offer, "decision=not_wanted")
        council.do("set", "archive-offer", offer, "decision=not_wanted", "decided_on=2026-12-01", "decided_by=Ahorn")
        council.do("retention", "--delete")
        council.refuse(CONTENT, "show", "document", paper)
        council.refuse(CONTENT, "delete", "archive-offer", offer)


@case
def the_folder_for_the_archive_is_whole():
    with demo() as council:
        paper = old_paper(council)
        offer = council.do("retention", "--offer", "Offer 2026").strip()
        folder = council.folder / "archive"
        council.refuse(USAGE, "export", "archive:" + offer)
        for _ in range(2):
            council.do("export", "archive:" + offer, "-o", folder, "--lang", "de")
        sums = [line.split("  ", 1) for line in (folder / "SHA256SUMS").read_text().splitlines()]
        files = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()} - {"SHA256SUMS"}
        assert {name for _, name in sums} == files and {"offer.pdf", "offer.fodt", "register.xml"} < files, files
        for digest, name in sums:
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name
        assert (folder / "papers" / (paper + ".txt")).read_text() == "Lichtbericht"
        assert 'profile="archive"' in (folder / "register.xml").read_text()
        other = council.folder / "other"
        other.mkdir()
        (other / "mine.txt").write_text("mine")
        assert council.run("export", council.file, "archive:" + offer, "-o", other)[0] != DONE
        assert (other / "mine.txt").read_text() == "mine"


def person_with_secret(council):
    return council.do("add", "person", "last_name=Zederbaum", "email=" + SECRET, "phone=0651 1").strip()


def bytes_of(council):
    return b"".join(p.read_bytes() for p in council.folder.iterdir() if p.name.startswith(council.file.name))


@case
def an_erasure_says_what_goes_and_is_asked_twice():
    with demo() as council:
        person = person_with_secret(council)
        text = council.do("erase", "person:" + person, "--dry-run")
        assert "- person %s: E-mail" % person in text and "the name stays" not in text, text
        assert council.field("person", person, "email") == SECRET
        for wrong in ([], ["--confirm", "M01"]):
            code, out, err = council.run("erase", council.file, "person:" + person, *wrong)
            assert code == USAGE and "- person" in out and "cannot be undone" in err, (code, out, err)
        council.refuse(USAGE, "erase", "meeting:MTG01", "--confirm", "MTG01")
        assert council.field("person", person, "email") == SECRET and SECRET.encode() in bytes_of(council)
        council.do("erase", "person:" + person, "--confirm", person)
        assert not council.field("person", person, "email")
        assert SECRET.encode() not in bytes_of(council) and b"Zederbaum" not in bytes_of(council)
        council.refuse(CONTENT, "undo")
        assert "the name stays" in council.do("erase", "person:M03", "--dry-run")


@case
def an_erasure_holds_against_backups_and_registers():
    with demo() as council:
        person = person_with_secret(council)
        backup, register = council.folder / "backup", council.folder / "old.xml"
        council.do("backup", backup)
        council.do("export", "register", "--profile", "full", "--plain", "-o", register)
        assert SECRET in register.read_text()
        table = council.folder / "people.csv"
        council.do("export", "list:person", "--profile", "full", "-o", table)
        council.do("erase", "person:" + person, "--confirm", person)
        council.do("import", register)
        assert not council.field("person", person, "email") and SECRET.encode() not in bytes_of(council)
        assert council.field("person", person, "last_name") == person
        council.run("import", council.file, table, "--kind", "person")
        assert not council.field("person", person, "email") and SECRET.encode() not in bytes_of(council)
        assert council.run("restore", backup, council.file)[0] == DONE
        assert not council.field("person", person, "email")
        assert len(council.rows("erasure")) == 1
        council.do("check")


@case
def what_was_deleted_can_be_erased_too():
    with demo() as council:
        person = person_with_secret(council)
        council.do("delete", "person", person)
        assert SECRET.encode() in bytes_of(council)
        council.do("erase", "person:" + person, "--confirm", person)
        assert SECRET.encode() not in bytes_of(council) and b"Zederbaum" not in bytes_of(council)
        council.refuse(CONTENT, "undo")
        council.refuse(CONTENT, "erase", "person:M99", "--dry-run")


def agenda(council):
    """A meeting with an item that is not public and one that is."""
    meeting = council.do("add", "meeting", "body=B01", "title=Neu", "held_on=2027-03-04", "state=planned",
                         "start_at=17:00", "public_part=1").strip()
    secret = council.do("add", "agenda-item", "meeting=" + meeting, "number=1", "title=Ankauf", "public=0").strip()
    council.do("add", "agenda-item", "meeting=" + meeting, "number=2", "title=Bericht", "public=1")
    return meeting, secret


def outgoing(council):
    return [line.split("\t") for line in council.do("outgoing").splitlines()]


@case
def what_becomes_public_is_named_before_it_goes_out():
    with demo() as council:
        meeting, secret = agenda(council)
        out = council.folder / "agenda.txt"
        council.do("export", "agenda:" + meeting, "--profile", "members", "-o", out)
        council.do("set", "agenda-item", secret, "public=1")
        # For the same readers nothing new goes out.
        council.do("export", "agenda:" + meeting, "--profile", "members", "-o", out)
        council.do("set", "agenda-item", secret, "public=0")
        council.do("export", "agenda:" + meeting, "--profile", "members", "-o", out)
        council.do("set", "agenda-item", secret, "public=1")
        out.unlink()
        err = council.refuse(CONTENT, "export", "agenda:" + meeting, "--profile", "public", "-o", out)
        assert "Ankauf" in err and "--confirm-changed" in err and not out.exists(), err
        council.do("export", "agenda:" + meeting, "--profile", "public", "-o", out, "--confirm-changed")
        assert "Ankauf" in out.read_text()
        # Asked once only.
        council.do("export", "agenda:" + meeting, "--profile", "public", "-o", out)


@case
def a_paper_that_becomes_public_is_named_with_the_minutes_it_is_an_annex_of():
    with demo() as council:
        council.do("export", "minutes:MTG05", "--profile", "public")
        council.do("export", "annual:2026", "--profile", "public")
        council.do("set", "document", "DOC-024", "classification=public")
        council.do("set", "decision", "D-15", "public=0")
        assert "Nachbesprechungen 2026" in council.refuse(CONTENT, "export", "minutes:MTG05", "--profile", "public")
        assert "Bahnhofsvorplatz" in council.refuse(CONTENT, "export", "annual:2026", "--profile", "public")


@case
def what_becomes_public_is_named_before_the_whole_council_goes_out():
    with demo() as council:
        register = ["register", "--profile", "public", "-o", council.folder / "r.xml"]
        web = ["oparl", "--base", "https://example.org/oparl", "-o", council.folder / "oparl"]
        for words in (register, web):
            council.do("export", *words)
            council.do("export", *words)
        council.do("set", "document", "DOC-024", "classification=public")
        for words in (register, web):
            assert "Nachbesprechungen 2026" in council.refuse(CONTENT, "export", *words)
            council.do("export", *words, "--confirm-changed")
            council.do("export", *words)


@case
def what_went_out_and_is_confidential_now_is_named():
    with demo() as council:
        meeting, secret = agenda(council)
        council.do("set", "agenda-item", secret, "public=1")
        council.do("export", "agenda:" + meeting, "--profile", "public")
        council.do("set", "agenda-item", secret, "public=0")
        assert "Ankauf" in council.refuse(CONTENT, "export", "agenda:" + meeting, "--profile", "public")
        text = council.do("export", "agenda:" + meeting, "--profile", "public", "--confirm-changed")
        assert "Ankauf" not in text
        council.do("export", "agenda:" + meeting, "--profile", "public")


@case
def what_left_the_house_is_noted():
    with demo() as council:
        out = council.folder / "minutes.pdf"
        before = council.do("dump")
        council.do("export", "minutes:MTG05", "--profile", "full", "--lang", "de", "-o", out)
        council.do("export", "register", "--profile", "members", "-o", council.folder / "r.xml")
        second, first = outgoing(council)[:2]
        assert first[2:8] == ["exported", "minutes", "MTG05", "full", "pdf", "de"], first
        assert first[8] == hashlib.sha256(out.read_bytes()).hexdigest()
        assert second[3] == "register" and second[5] == "members", second
        # It is neither a record nor a step.
        assert council.do("dump") == before
        council.refuse(CONTENT, "undo")


if __name__ == "__main__":
    sys.exit(main())
