#!/usr/bin/python3
"""Attached PDFs on the command line: what is read from them, and finding their words. Letters with an address."""
import re
import sys

from council import CONTENT, DONE, USAGE, demo
from tap import case, main


def pdf(text):
    """A page with that text, as small as a PDF can be; without a table of its objects, which readers make up for."""
    content = "BT /F 24 Tf 72 720 Td (%s) Tj ET" % text
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[5 0 R]/Count 1>>",
               "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
               "<</Length %d>>stream\n%s\nendstream" % (len(content), content),
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>"]
    body = "".join("%d 0 obj %s endobj\n" % (n, o) for n, o in enumerate(objects, 1))
    return ("%PDF-1.4\n" + body + "trailer <</Root 1 0 R/Size 6>>\n%%EOF\n").encode()


def attach(council, reference, name, content):
    path = council.folder / name
    path.write_bytes(content)
    code, out, err = council.run("set", council.file, "document", reference, "content=@%s" % path)
    assert (code, out) == (DONE, ""), (code, out, err)
    return err


@case
def words_of_an_attached_pdf_are_found_with_their_page():
    with demo() as council:
        assert council.do("search", "quendelweg") == ""
        told = attach(council, "DOC-007", "concept.pdf", pdf("Beleuchtung am Quendelweg"))
        assert told.startswith("mappe: concept.pdf: This PDF has no tags"), told
        assert council.field("document", "DOC-007", "pages") == 1
        assert council.field("document", "DOC-007", "accessible_pdf") in (False, 0)
        found = council.do("search", "quendel").splitlines()
        assert len(found) == 1 and "\tDOC-007\t" in found[0], found
        assert found[0].endswith("page 1: Beleuchtung am Quendelweg"), found


@case
def what_cannot_be_read_is_attached_all_the_same():
    with demo() as council:
        for number, content in enumerate([b"", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff" * 4000]):
            told = attach(council, "DOC-007", "broken%d.pdf" % number, content)
            assert ("This file is damaged" in told) == (number < 3), (number, told)
            code, out, err = council.run("search", council.file, "quendel")
            assert (code, out, err) == (DONE, "", ""), (number, code, out, err)


@case
def an_attached_letter_that_names_the_person_is_told():
    with demo() as council:
        person = council.do("add", "person", "last_name=Zederbaum").strip()
        letter = council.folder / "letter.pdf"
        letter.write_bytes(pdf("An Frau Zederbaum"))
        document = council.run("add", council.file, "document", "title=Brief", "content=@%s" % letter)[1].strip()
        text = council.do("erase", "person:" + person, "--dry-run")
        assert "document %s holds the name in its file, page 1: Brief" % document in text, text
        assert "backups" in text, text
        told = council.do("export", "person:" + person, "--profile", "subject", "--lang", "en")
        assert re.search("Texts and files with your last name\n.*Document %s, page 1" % document, told, re.S), told
        # Nothing is a heading with nothing below it.
        assert "(0)" not in told and "No other record names you." in told and "What was changed" not in told, told
        council.refuse(USAGE, "export", "annual", "--profile", "subject", says="--profile")


@case
def letters_need_somebody_to_go_to():
    with demo() as council:
        out = council.folder / "answer.txt"
        council.refuse(CONTENT, "export", "answer:CI-002", "--profile", "full", "-o", out, says="how to reach")
        council.do("set", "citizen-input", "CI-002", "anonymous=0", "contact=Erna Beispiel, Lindenweg 7, 00000 Ort")
        council.do("export", "answer:CI-002", "--profile", "full", "--lang", "de", "-o", out)
        text = out.read_text()
        assert "Erna Beispiel\nLindenweg 7\n00000 Ort\n" in text, text
        council.refuse(CONTENT, "export", "answer:CI-002", "--profile", "members", "-o", council.folder / "no.txt",
                       says="may see")
        council.do("export", "thanks-letter:VO-001", "--profile", "full", "-o", council.folder / "thanks.pdf")
        assert (council.folder / "thanks.pdf").read_bytes().startswith(b"%PDF-1.7")


if __name__ == "__main__":
    sys.exit(main())
