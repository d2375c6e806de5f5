#!/usr/bin/env python3
"""The way a secretary goes every day, in German and in English: search a person, change her, look at the history, undo,
redo, filter, make a new one, delete it."""
import sys

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


def every_day(lang):
    _ = words(lang)
    with window(lang) as app:
        search_and_change(app, _)
        look_at_history(app, _)
        undo_and_redo(app, _)
        filter_the_list(app, _)
        app.quit()
        app.assert_clean()


@case
def every_day_in_german():
    every_day("de")


@case
def every_day_in_english():
    every_day("en")


if __name__ == "__main__":
    sys.exit(main())
