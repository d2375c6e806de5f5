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
        council.do("export", "register", "--profile", "full", "-o", register)
        assert SECRET in register.read_text()
        council.do("erase", "person:" + person, "--confirm", person)
        council.do("import", register)
        assert not council.field("person", person, "email") and SECRET.encode() not in bytes_of(council)
        assert council.field("person", person, "last_name") == person
        assert council.run("restore", backup, council.file)[0] == DONE
        assert not council.field("person", person, "email")
        assert len(council.rows("erasure")) == 1
        council.do("check")


if __name__ == "__main__":
    sys.exit(main())
