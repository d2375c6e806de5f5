#!/usr/bin/env python3
"""The way a secretary goes every day, in German and in English: search a person, change her, look at the history,
undo, redo, filter, make a new one, delete it."""
import random
import re
import sys
from datetime import date, timedelta

from tap import case, main
from window import (council_of, edit_field, mappe, named, search_for, titled, wait, wait_row, window, words)

PERSON = "M07"


def first_name(app):
    """The first name as the file has it."""
    return mappe(app.session, "show", council_of(app), "person", PERSON)


def search_and_change(app, _):
    search_for(app, "gaensew", "^Gänsewiese, Gundula")
    titled(app, "Gänsewiese, Gundula")
    edit_field(app, _("First name"), "Gunda")
    app.press("ctrl+s")
    titled(app, "Gänsewiese, Gunda")
    wait_row(app, "M07, Gänsewiese, Gunda")
    wait(app, lambda: "Gunda\n" in first_name(app), "the file to say it as well")


def look_at_history(app, _):
    app.mouse_click(app.find("tab", _("History")))
    app.wait_text(_("%s: from %s to %s").replace("%s", "{}").format(_("First name"), ".Gundula.", ".Gunda."))


def undo_and_redo(app, _):
    undo, redo = _("Undo: %s").partition("%s")[0], _("Redo: %s").partition("%s")[0]
    assert "Gunda" in wait(app, lambda: named(app, "button", undo), "undo to name its step")[0]
    app.press("ctrl+z")
    wait_row(app, "M07, Gänsewiese, Gundula")
    assert "Gundula\n" in first_name(app)
    assert "Gunda" in wait(app, lambda: named(app, "button", redo), "redo to name its step")[0]
    app.press("ctrl+shift+z")
    wait_row(app, "M07, Gänsewiese, Gunda")
    assert "Gunda\n" in first_name(app)
    wait(app, lambda: named(app, "button", undo), "undo again")


def filter_the_list(app, _):
    app.press("ctrl+f")
    wait(app, lambda: app.focused() and app.focused().name == _("Filter the list"), "the filter")
    app.type("nsewi")
    app.absent("row", "M01, Ahornstein, Amalia")
    wait_row(app, "M07, Gänsewiese, Gunda")
    app.press("Escape")
    wait_row(app, "M01, Ahornstein, Amalia")


def make_one(app, _):
    app.press("ctrl+n")
    app.find("label", _("New: %s") % _("Person"))
    app.press("ctrl+s")
    app.find("label", _("Please fill in this field."))
    wait(app, lambda: app.focused() and app.focused().name == _("Last name"), "the field that lacks a value")
    app.type("Zebra")
    edit_field(app, _("Organisation"), "Zirkus Z")
    app.find("list item", _("Create “%s”…") % "Zirkus Z")
    app.press("Return")
    dialog = app.find("window", _("New: %s") % _("Partner organisation"))
    app.wait_active(dialog)
    app.click(app.find("button", _("Create"), within=dialog))
    app.absent("window", dialog.name)
    app.find("list item", "%s: Zirkus Z" % _("Organisation"))
    edit_field(app, _("Appointed on"), "+14")
    app.press("ctrl+s")
    row = wait_row(app, re.compile("^M26, Zebra"))
    shown = mappe(app.session, "show", council_of(app), "person", "M26")
    assert (date.today() + timedelta(14)).isoformat() in shown, shown
    return row


def delete_it(app, _, row):
    app.mouse_click(row)
    wait(app, lambda: app.focused() == row, "the row to have the focus")
    app.press("Delete")
    # A toast is there for a few seconds only: nothing else is looked at before.
    app.mouse_click(app.find("button", _("_Undo").replace("_", ""), where=lambda n: n.rect[1] > 400))
    wait_row(app, row.name)
    assert "Zebra" in mappe(app.session, "list", council_of(app), "person")


def every_day(lang):
    _ = words(lang)
    with window(lang) as app:
        search_and_change(app, _)
        look_at_history(app, _)
        undo_and_redo(app, _)
        filter_the_list(app, _)
        delete_it(app, _, make_one(app, _))
        app.quit()
        app.assert_clean()


@case
def every_day_in_german():
    every_day("de")


@case
def every_day_in_english():
    every_day("en")


@case
def typing_never_lands_in_another_record():
    dice = random.Random(7)
    with window("en") as app:
        search_for(app, "gaensew", "^Gänsewiese, Gundula")
        titled(app, "Gänsewiese, Gundula")
        path = council_of(app)
        before = mappe(app.session, "dump", path).splitlines()
        rows = [n for n in app.find_all("row") if n.name.startswith("M")][:8]
        wanted = {}
        for turn in range(6):
            row, other = dice.sample(rows, 2)
            reference = row.name.partition(",")[0]
            app.mouse_click(row)
            app.find("label", re.compile(r"^Person · %s$" % reference))
            edit_field(app, "Role", "Turn %d of %s" % (turn, reference))
            if dice.random() < .5:
                app.press("ctrl+s")
            app.mouse_click(other)
            app.find("label", re.compile(r"^Person · %s$" % other.name.partition(",")[0]))
            wanted[reference] = "Turn %d of %s" % (turn, reference)
        app.quit()
        after = mappe(app.session, "dump", path).splitlines()
        for line in set(after) - set(before):
            reference, text = re.fullmatch(r"person/(M\d+)\.role: (Turn \d of M\d+)", line).groups()
            assert text.endswith(reference) and text == wanted[reference], line
        app.assert_clean()


if __name__ == "__main__":
    sys.exit(main())
