#!/usr/bin/env python3
"""Contributions of citizens: answered one after the other by the keyboard, counted, told; warned of personal data."""
import re
import sys

from keyboard import field, finish
from tap import case, main
from window import edit_field, open_page, search_for, wait, window, words


def tab(app, name):
    app.mouse_click(app.find(None, name, where=lambda n: "tab" in n.role or "button" in n.role))


def answers(lang):
    _ = words(lang)
    with window(lang, size=(1280, 900)) as app:
        open_page(app, _("Citizens"))
        tab(app, _("Figures"))
        app.find("label", re.compile(r": 10 .* 16 \(62[.,]5"))
        app.find("label", re.compile(r": 2 .* 16 \(12[.,]5"))
        app.find("label", re.compile("40[.,]5"))
        tab(app, _("Answer"))
        app.find("label", re.compile("^CI-003 "))
        box = app.find("text box", _("Answer"))
        app.mouse_click(box)
        # Without an answer nothing is saved; the field says so.
        app.press("ctrl+Return")
        app.find("label", _("▲ The answer is missing."))
        assert field(app, "citizen-input", "CI-003", "status") == "in_progress"
        app.type("TR-AB 123")
        app.find("label", re.compile(re.escape(_("looks like a number plate."))))
        app.press("ctrl+a")
        app.type("Die Streifen gehen nun samstags")
        # What is typed is still there after a look at the figures.
        tab(app, _("Figures"))
        app.find("label", re.compile("40[.,]5"))
        tab(app, _("Answer"))
        app.mouse_click(app.find("text box", _("Answer")))
        app.absent("label", re.compile(re.escape(_("looks like a number plate."))))
        app.press("ctrl+Return")
        app.find("label", re.compile("^CI-011 "))
        assert field(app, "citizen-input", "CI-003", "status") == "answered"
        assert field(app, "citizen-input", "CI-003", "answer") == "Die Streifen gehen nun samstags"
        # The next one is skipped; what was answered comes back by undo.
        app.press("ctrl+Page_Down")
        app.find("label", re.compile("^CI-007 "))
        app.press("ctrl+z")
        wait(app, lambda: field(app, "citizen-input", "CI-003", "status") == "in_progress", "the answer to be undone")
        tab(app, _("You said – we did"))
        told = app.find_all("list item", lambda name: "Licht an acht" in name or "Lighting at eight" in name,
                            visible=False)
        assert told, "the contribution with its measure"
        finish(app)


@case
def answers_one_after_the_other():
    answers("en")


@case
def antworten_der_reihe_nach():
    answers("de")


@case
def what_is_typed_stays_with_its_contribution():
    _ = words("en")
    with window("en", size=(1280, 900)) as app:
        open_page(app, _("Citizens"))
        tab(app, _("Answer"))
        app.find("label", re.compile("^CI-003 "))
        app.mouse_click(app.find("text box", _("Answer")))
        app.type("Half a sentence")
        app.press("ctrl+Page_Down")
        app.find("label", re.compile("^CI-011 "))
        assert app.find("text box", _("Answer")).text() == ""
        app.press("ctrl+Page_Up")
        app.find("label", re.compile("^CI-003 "))
        wait(app, lambda: app.find("text box", _("Answer")).text() == "Half a sentence", "what was typed")
        assert field(app, "citizen-input", "CI-003", "status") == "in_progress"
        app.mouse_click(app.find("text box", _("Answer")))
        app.press("ctrl+Return")
        wait(app, lambda: field(app, "citizen-input", "CI-003", "answer") == "Half a sentence", "the answer")
        finish(app)


@case
def a_warning_beside_the_field():
    _ = words("en")
    with window("en", size=(1280, 900)) as app:
        search_for(app, "CI-014", "The night bus")
        edit_field(app, _("Answer"), "geb. 12.03.1981")
        app.find("label", re.compile("geb. 12.03.1981.*" + re.escape(_("looks like a date of birth."))))
        app.press("ctrl+s")
        wait(app, lambda: field(app, "citizen-input", "CI-014", "answer") == "geb. 12.03.1981", "it can be saved")
        finish(app)


@case
def a_long_text_keeps_its_width():
    """A text that fills its lines asks for no more room: in a small window the list stays beside the record."""
    _ = words("en")
    with window("en", size=(800, 600)) as app:
        search_for(app, "CI-014", "The night bus")
        edit_field(app, _("Answer"), "Short")
        app.settle()
        wide = app.find("text box", _("Answer")).rect[2]
        assert wide < 400, wide
        app.type(" and then longer and longer, over the end of its line and of the next one, for nobody is brief")
        app.settle()
        assert app.find("text box", _("Answer")).rect[2] == wide, app.find("text box", _("Answer")).rect
        app.find("row", re.compile("^CI-014"))
        app.press("ctrl+s")
        wait(app, lambda: field(app, "citizen-input", "CI-014", "answer").endswith("brief"), "the answer")
        finish(app)


if __name__ == "__main__":
    sys.exit(main())
