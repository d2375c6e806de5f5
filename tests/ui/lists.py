#!/usr/bin/env python3
"""The list of people: a header that sorts, a quick filter, a value for two of them, a table on the clipboard, CSV."""
import csv
import re
import sys

from tap import case, main
from window import council_of, mappe, open_page, wait, window


def rows(app):
    return [n.name for n in app.find_all("row", re.compile("^M\\d"))]


def control(app, name):
    """The button inside of a menu button, which is the one that has the focus and the action."""
    return app.find("button", name, states=("focusable",))


def choose_two(app):
    app.mouse_click(app.find("row", "M01, Ahornstein, Amalia"))
    wait(app, lambda: app.focused() and app.focused().name.startswith("M01"), "the first row")
    app.press("shift+Down")
    app.find("label", "2 selected")


@case
def header_and_quick_filter():
    with window("en") as app:
        open_page(app, "People")
        header = app.find("label", "Last name", where=lambda n: n.parent().role == "column header"
                          or n.parent().parent().role == "column header")
        app.mouse_click(header)
        wait(app, lambda: rows(app)[:1] == ["M25, Ypsilonsky, Yvette"], "the last name first")
        app.click(control(app, "Filter by Function"))
        app.mouse_click(app.find("checkbox", "Advisory member"))
        app.press("Escape")
        app.find("label", "4 of 25")
        wait(app, lambda: len(rows(app)) == 4, "four rows")
        app.quit()
        app.assert_clean()


@case
def a_value_for_two_is_one_step():
    with window("en") as app:
        open_page(app, "People")
        path = council_of(app)
        before = mappe(app.session, "dump", path)
        choose_two(app)
        app.click(app.find("button", "Set a field…"))
        app.wait_active(app.find("window", "Set a field"))
        app.mouse_click(app.find("label", "Advisory member", where=lambda n: n.native().layer == 5))
        app.click(app.find("button", "Set"))
        app.absent("window", "Set a field")
        changed = set(mappe(app.session, "dump", path).splitlines()) - set(before.splitlines())
        assert changed == {"person/M%02d.function: advisory" % i for i in (1, 2)}, changed
        app.press("ctrl+z")
        wait(app, lambda: mappe(app.session, "dump", path) == before, "one step to take back both")
        app.quit()
        app.assert_clean()


@case
def copy_as_a_table():
    with window("en") as app:
        open_page(app, "People")
        choose_two(app)
        app.press("ctrl+c")
        app.wait_text("2 rows copied as a table")
        app.press("ctrl+f")
        wait(app, lambda: app.focused() and app.focused().name == "Filter the list", "the filter")
        app.press("ctrl+v")
        text = wait(app, lambda: app.focused().text(), "the pasted text")
        assert text.startswith("Reference\tLast name\tFirst name\t"), text
        assert "M01\tAhornstein\tAmalia\t" in text and "M02\tBirnenkamp\tBalduin\t" in text, text
        app.quit()
        app.assert_clean()


@case
def csv_that_others_read():
    with window("de") as app:
        open_page(app, "Personen")
        path = council_of(app).with_name("personen.csv")
        app.click(control(app, "Sortierung, Spalten, Export"))
        app.click(app.find("button", re.compile("^Als CSV exportieren")))
        app.answer_file_dialog(str(path))
        app.wait_text("^25 Einträge exportiert")
        with open(path, encoding="utf-8-sig", newline="") as file:
            table = list(csv.DictReader(file))
        assert len(table) == 25 and "Kennung" in table[0], list(table[0])
        person = next(line for line in table if line["Kennung"] == "M07")
        assert (person["Nachname"], person["Vorname"]) == ("Gänsewiese", "Gundula"), person
        app.quit()
        app.assert_clean()


if __name__ == "__main__":
    sys.exit(main())
