#!/usr/bin/env python3
"""What a measure achieved, from the list to the figures of its chart: in the real window, with the keyboard alone."""
import re
import sys

from keyboard import Keys, finish, tab_to
from tap import case, main
from window import search_for, wait, window, words

MEASURES = {"en": "Night bus line N1", "de": "Nachtbuslinie N1"}
FIRST_VALUE = {"en": "Northern quarter, October 2022: 125", "de": "Nordviertel, Oktober 2022: 125"}


def focus(app):
    return app.focused() or app.root


def open_measure(app, keys, _, measure):
    keys.press("ctrl+9")
    app.find("list", _("Outcomes"))
    keys.press("ctrl+f")
    wait(app, lambda: focus(app).role == "search box", "the filter")
    keys.type(measure)
    app.find("list item", lambda name: name.startswith(measure))
    wait(app, lambda: len(app.find_all("list item", lambda name: name.startswith(measure))) == 1, "one measure")
    tab_to(app, keys, measure)
    assert _("better") in focus(app).name, focus(app).name
    keys.press("Return")
    wait(app, lambda: focus(app).role == "image", "the chart")


def outcomes(lang):
    _ = words(lang)
    with window(lang) as app:
        keys = Keys(app)
        open_measure(app, keys, _, MEASURES[lang])
        chart = focus(app)
        title = chart.name
        assert chart.description.startswith(title), chart.description
        assert len(chart.description) > len(title) + 20, "the limit sentence is missing: " + chart.description
        keys.press("Home")
        wait(app, lambda: focus(app).name == "%s. %s" % (FIRST_VALUE[lang], title), "the first value")
        keys.press("Right")
        wait(app, lambda: focus(app).name.endswith(title) and FIRST_VALUE[lang] not in focus(app).name, "the next one")
        keys.press("plus")
        app.find("button", _("Show all (0)"))
        keys.press("0")
        app.absent("button", _("Show all (0)"))
        keys.press("t")
        wait(app, lambda: focus(app).role == "row" and "2022, 125" in focus(app).name, "the first row of the table")
        keys.press("t")
        wait(app, lambda: focus(app).role == "image", "the chart again")
        tab_to(app, keys, _("How was this computed?"))
        keys.press("Return")
        app.find("list item", re.compile("737"))
        keys.press("F5")
        app.find("label", _("✓ Read and computed anew: all figures are the same."))
        keys.press("Escape")
        wait(app, lambda: focus(app).name == _("How was this computed?"), "the page again")
        keys.press("Escape")
        wait(app, lambda: focus(app).role == "list item", "the list again")
        assert focus(app).name.startswith(MEASURES[lang]), focus(app).name
        keys.at_most(40)
        finish(app)


AREAS = {"en": "Schlossgarten park", "de": "Schlossgarten"}


def places(lang):
    """The map of areas, an area of it over time, and the way there from the record of the area."""
    _ = words(lang)
    with window(lang) as app:
        keys = Keys(app)
        keys.press("ctrl+9")
        app.find("list", _("Outcomes"))
        app.mouse_click(app.find(None, _("Places"), where=lambda n: "tab" in n.role or "button" in n.role))
        area = app.find("list item", lambda name: name.startswith(AREAS[lang] + ", "), visible=False)
        assert area.name.count("4") == 1, area.name
        chart = app.find("image", lambda name: "9" in name)
        app.mouse_click(chart, fx=.02, fy=.02)
        wait(app, lambda: focus(app).role == "image", "the map")
        keys.press("Home")
        for _step in range(9):
            if focus(app).name.startswith(AREAS[lang] + ":"):
                break
            before = focus(app).name
            keys.press("Right")
            wait(app, lambda: focus(app).name != before, "the next area")
        keys.press("Return")
        wait(app, lambda: focus(app).role == "image" and focus(app).name.startswith(AREAS[lang] + ": "), "the pairing")
        pairing = focus(app)
        assert "81" in pairing.name and "53" in pairing.name, pairing.name
        app.find("label", pairing.description, visible=False)
        keys.press("Escape")
        wait(app, lambda: focus(app).name.startswith(AREAS[lang] + ", "), "the row of the area")
        search_for(app, "AR-01", AREAS[lang])
        app.click(app.find("button", _("Outcomes")))
        wait(app, lambda: focus(app).role == "image" and focus(app).name == pairing.name, "the pairing of the record")
        finish(app)


@case
def from_the_list_to_the_figures_by_keyboard():
    outcomes("en")


@case
def from_the_map_to_a_place():
    places("en")


@case
def von_der_karte_zu_einem_ort():
    places("de")


@case
def vom_verzeichnis_zu_den_zahlen():
    outcomes("de")


if __name__ == "__main__":
    sys.exit(main())
