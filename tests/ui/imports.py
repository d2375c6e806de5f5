#!/usr/bin/env python3
"""Lists of other programs come in: looked at, columns chosen, duplicates asked for, one step that undo takes back."""
import csv
import pathlib
import re
import sys

from keyboard import finish
from tap import case, main
from window import council_of, mappe, open_page, wait, window, words

HEAD = "Anrede;Vorname;Nachname;Firma;E-Mail;Stimmberechtigt;Notizen\r\n"
PEOPLE = (HEAD + "Frau;Änne;Müller;Stadtwerke;ae@example.org;ja;\r\n"
          "Herr;Bob;Kurz;;;vielleicht;\r\nFrau;Amalia;Ahornstein;;;nein;neu\r\n")


def write(app, name, text, encoding):
    path = pathlib.Path(app.session.env["HOME"]) / name
    path.write_bytes(text.encode(encoding))
    return path


def people_of(app):
    return mappe(app.session, "list", council_of(app), "person", "--format", "csv").splitlines()


def open_import(app, path, title="Import"):
    app.press("ctrl+i")
    wait(app, lambda: len(app.windows()) == 2, "the file dialog")
    app.answer_file_dialog(str(path))
    wait(app, lambda: len(app.windows()) == 2, "the window of the import")
    app.wait_active(app.find("window", title))


def summary(app, text):
    return app.find(None, re.compile("^" + re.escape(text)))


def choose(app, row, steps):
    """Goes down so many entries in a choice, by keyboard."""
    app.focus(app.find("combo box", re.compile("^" + re.escape(row))))
    app.press("space")
    app.press(*(["Down"] * steps), "Return")


def take_in(lang, texts):
    _ = words(lang)
    with window(lang, size=(1280, 800)) as app:
        before = people_of(app)
        open_page(app, _("People"))
        path = write(app, "leute.csv", PEOPLE, "cp1252")
        open_import(app, path, texts["title"])
        # The guess is shown, and what will become of each row.
        summary(app, texts["first"])
        app.find(None, "WINDOWS-1252")
        app.find(None, re.compile("Ahornstein, Amalia.*M01"))
        # Somebody is the same after all: merged, nothing of the rest is asked again.
        choose(app, _("All of them"), 2)
        summary(app, texts["merged"])
        # What is rejected goes into a table.
        rest = path.with_name("rest.csv")
        app.click(app.find("button", _("Save rejected rows…")))
        wait(app, lambda: len(app.windows()) == 3, "the file dialog")
        app.answer_file_dialog(str(rest))
        app.wait_text(re.escape(_("The rejected rows are saved")))
        rows = list(csv.reader(rest.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
        assert [row[1] for row in rows] == ["Vorname", "Bob"] and rows[1][-1] == "3", rows
        assert people_of(app) == before, "something was changed before it was asked for"
        app.click(app.find("button", texts["import"]))
        wait(app, lambda: len(app.windows()) == 1, "the window to close")
        app.wait_text(re.escape(texts["done"]))
        after = people_of(app)
        assert len(after) == len(before) + 1 and "Müller" in after[-1], after[-1]
        app.find(None, re.compile("Müller, Änne"))
        app.press("ctrl+z")
        wait(app, lambda: people_of(app) == before, "the import to be taken back")
        finish(app)


@case
def personen_kommen_und_gehen_wieder():
    take_in("de", {"first": "1 neu · 1 ausgelassen · 1 abgelehnt · 1 neue Organisation",
                   "merged": "1 neu · 1 zusammengeführt · 1 abgelehnt", "import": "2 Datensätze importieren", "title": "Importieren",
                   "done": "Import von leute.csv: 2 Personen"})


@case
def columns_that_were_chosen_are_remembered():
    with window("en", size=(1280, 800)) as app:
        open_page(app, "People")
        path = write(app, "a.csv", "Familie;Ruf\r\nLang;Eva\r\n", "utf-8")
        open_import(app, path)
        summary(app, "1 rejected")
        # Reference, title, first name, last name: the fourth and the third below "Not taken".
        choose(app, "Familie", 4)
        choose(app, "Ruf", 3)
        summary(app, "1 new")
        app.focus(app.find("button", "Import 1 record"))
        app.press("Return")
        wait(app, lambda: len(app.windows()) == 1, "the window to close")
        app.wait_text(re.escape("Import of a.csv: 1 person"))
        open_page(app, "People")
        again = write(app, "b.csv", "Familie;Ruf\r\nKurz;Uwe\r\n", "utf-8")
        open_import(app, again)
        summary(app, "1 new")
        app.press("Escape")
        wait(app, lambda: len(app.windows()) == 1, "the window to close")
        assert not any("Kurz" in line for line in people_of(app))
        finish(app)


@case
def a_long_file_can_be_left():
    """Progress is shown, the window closes at once, and what was under way is given up."""
    with window("en", size=(1280, 800)) as app:
        before = people_of(app)
        open_page(app, "People")
        rows = "".join("Vor%d;Nach%d;%d@example.org\r\n" % (i, i * 7919 % 100003, i) for i in range(60000))
        path = write(app, "long.csv", "Vorname;Nachname;E-Mail\r\n" + rows, "utf-8")
        open_import(app, path)
        app.find("progress bar", "How far the file is read")
        app.press("Escape")
        wait(app, lambda: len(app.windows()) == 1, "the window to close")
        assert people_of(app) == before
        finish(app)


@case
def what_is_no_list_says_so():
    with window("en", size=(1280, 800)) as app:
        open_page(app, "People")
        path = write(app, "q.csv", "Nachname;Notizen\r\nA;\"b\r\nB;c\r\n", "utf-8")
        open_import(app, path)
        app.wait_text(re.escape("q.csv:2:3: "))
        # Nothing to import, yet the choices are there: perhaps the file only has to be read otherwise.
        assert not app.find("button", "Import").has("sensitive")
        app.press("Escape")
        wait(app, lambda: len(app.windows()) == 1, "the window to close")
        finish(app)


if __name__ == "__main__":
    sys.exit(main())
