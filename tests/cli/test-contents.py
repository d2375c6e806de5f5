#!/usr/bin/python3
"""mappe contents: what is in a file that went out, for each format; what is no such file is refused."""
import sys

from council import CONTENT, DONE, ENVIRONMENT, demo
from tap import case, main

TITLE = "Niederschrift: Herbstsitzung des Plenums"


def contents(council, path):
    code, out, err = council.run("contents", path)
    assert (code, err) == (DONE, ""), (path, code, err)
    return out.splitlines()


@case
def documents_tell_title_and_headings():
    with demo() as council:
        for form in ("akn", "fodt", "odt", "html", "pdf"):
            out = council.folder / ("minutes." + form)
            council.do("export", "minutes:MTG05", "--lang", "de", "-o", out)
            lines = contents(council, out)
            assert lines[1] == "title: " + TITLE, lines
            if form == "pdf":
                assert "pages: 5" in lines or "pages: 4" in lines and "without tags" not in lines, lines
            else:
                assert any(line.strip().endswith("Beschlusskontrolle") for line in lines), lines
                assert lines[2] in ("language: de", "language: de-DE", "language: deu"), lines


@case
def lists_tell_what_they_list():
    with demo() as council:
        out = council.folder / "people.csv"
        council.do("export", "list:person", "--profile", "full", "--lang", "de", "-o", out)
        lines = contents(council, out)
        assert "rows: %d" % len(council.references("person")) in lines and "  Vorname" in lines, lines
        cards = council.folder / "people.vcf"
        council.do("export", "contacts", "--profile", "members", "-o", cards)
        count = cards.read_text(encoding="utf-8").count("BEGIN:VCARD")
        assert "entries: %d" % count in contents(council, cards) and count > 10
        days = council.folder / "days.ics"
        council.do("export", "calendar", "-o", days)
        assert "  Herbstsitzung des Plenums" in contents(council, days)
        web = council.folder / "web"
        council.do("export", "oparl", "--base", "https://example.org/oparl", "-o", web)
        assert "files: %d" % len(list(web.glob("*.json"))) in contents(council, web)


@case
def what_is_damaged_is_said():
    with demo() as council:
        odt, pdf = council.folder / "a.odt", council.folder / "a.pdf"
        council.do("export", "minutes:MTG05", "-o", odt)
        council.do("export", "minutes:MTG05", "-o", pdf)
        for path in (odt, pdf):
            path.write_bytes(path.read_bytes()[:2000])
            code, out, err = council.run("contents", path)
            assert (code, out) == (CONTENT, "") and err, (path, code, out, err)
        other = council.folder / "a.html"
        other.write_text("<html xmlns='x'><title>a</html>", encoding="utf-8")
        assert council.run("contents", other)[0] == CONTENT
        other.write_text("<!DOCTYPE html [<!ENTITY a 'b'>]><html>&a;</html>", encoding="utf-8")
        assert council.run("contents", other)[0] == CONTENT
        assert council.run("contents", council.folder)[0] == CONTENT
        assert council.run("contents", council.folder / "nothing.pdf")[0] == ENVIRONMENT


@case
def characters_without_a_sign_are_told():
    with demo() as council:
        out = council.folder / "agenda.pdf"
        council.do("export", "agenda:MTG06", "-o", out)
        council.do("set", "meeting", "MTG06", "title=Sitzung \ue000")
        code, _, err = council.run("export", council.file, "agenda:MTG06", "-o", out)
        assert code == DONE and "boxes are printed" in err, (code, err)


if __name__ == "__main__":
    sys.exit(main())
