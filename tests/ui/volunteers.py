#!/usr/bin/env python3
"""Volunteers: a quarter entered in one line and taken back, training noted, thanks, hours into an application."""
import re
import sys

from keyboard import field, finish
from tap import case, main
from window import council_of, edit_field, mappe, search_for, wait, window, words


def quarters(app):
    return len(mappe(app.session, "list", council_of(app), "volunteer-quarter").splitlines())


def tab(app, name):
    app.mouse_click(app.find(None, name, where=lambda n: "tab" in n.role or "button" in n.role))


def press(app, name):
    button = app.find("button", name, visible=False)
    app.scroll_to(button)
    app.click(button)


def enter_quarter(app, _):
    """Only by the keyboard, once the first field has the focus: wrong, then right, then undone."""
    before = quarters(app)
    search_for(app, "VP-01", "")
    hours = app.find("text box", _("Hours"), visible=False)
    app.scroll_to(hours)
    app.mouse_click(hours)
    app.type("viele")
    app.press("Return")
    app.find("label", "▲ " + _("Enter a number of 0 or more"))
    app.press("ctrl+a")
    app.type("210,5")
    app.press("Return")
    wait(app, lambda: quarters(app) == before + 1, "the quarter")
    listed = mappe(app.session, "list", council_of(app), "volunteer-quarter", "--format", "csv", "--where",
                   "period=2026Q4")
    assert "210.5" in listed, listed
    app.press("ctrl+z")
    wait(app, lambda: quarters(app) == before, "the quarter to be taken away")


def give_hours(app, _):
    title = "Sicherheitsberatung für Senioren 2027" if _("Hours") == "Stunden" else "Safety advice for seniors 2027"
    press(app, _("Put the hours into: %s") % title)
    wait(app, lambda: field(app, "funding-application", "FA-04", "volunteer_hours") == "669", "the hours")


def train_and_thank(app, _):
    app.click(app.find("button", _("Back to the list")))
    tab(app, _("Training"))
    app.find("list item", lambda name: name.startswith("Fliederbusch"))
    press(app, _("Trained today: %s") % "Cyprian, Cäcilie")
    wait(app, lambda: field(app, "volunteer", "VO-003", "trained_on") != "2024-10-10", "the training")
    app.wait_text(_("The training is noted"))
    app.press("ctrl+z")
    wait(app, lambda: field(app, "volunteer", "VO-003", "trained_on") == "2024-10-10", "the training to be undone")
    tab(app, _("Thanks"))
    press(app, _("All thanked today"))
    wait(app, lambda: field(app, "volunteer", "VO-005", "thanked_on"), "the thanks")
    app.wait_text(_("The thanks are noted"))
    app.press("ctrl+z")
    wait(app, lambda: not field(app, "volunteer", "VO-005", "thanked_on"), "the thanks to be undone")


def volunteers(lang):
    _ = words(lang)
    with window(lang, size=(1280, 900)) as app:
        enter_quarter(app, _)
        give_hours(app, _)
        train_and_thank(app, _)
        finish(app)


@case
def a_quarter_training_and_thanks():
    volunteers("en")


@case
def quartal_schulung_und_dank():
    volunteers("de")


@case
def nobody_begins_without_undertaking():
    _ = words("en")
    with window("en", size=(1280, 900)) as app:
        search_for(app, "VO-006", "Fliederbusch")
        edit_field(app, _("Begins on"), "1.12.2026")
        app.press("ctrl+s")
        app.find("label", re.compile(re.escape(_("Nobody is active without an undertaking: enter its day, or leave the "
                                                 "begin empty"))))
        assert not field(app, "volunteer", "VO-006", "begins_on")
        edit_field(app, _("Undertaking on"), "30.11.2026")
        app.press("ctrl+s")
        wait(app, lambda: field(app, "volunteer", "VO-006", "begins_on") == "2026-12-01", "what was typed is not lost")
        finish(app)


if __name__ == "__main__":
    sys.exit(main())
