#!/usr/bin/env python3
"""A chart under the pointer: values, wheel, drag, series, table, copies and files; in the real window."""
import re
import sys

from keyboard import finish
from tap import case, main
from uitest.driver import NotFound
from window import search_for, wait, window, words

MEASURE = {"en": "Night bus line N1", "de": "Nachtbuslinie N1"}


def open_chart(app, _, lang):
    """The evaluation of a measure with four areas; its first chart."""
    search_for(app, "MS-P11-1", MEASURE[lang])
    app.click(app.find("button", _("Outcomes")))
    return wait(app, lambda: (app.focused() or app.root).role == "image" and app.focused(), "the chart")


def readout(app, chart):
    """What is said beside the point under the pointer; None: nothing."""
    said = [n.name for n in app.find_all("label", re.compile("20[0-9]{2}: "), within=chart)]
    return said[0] if said else None


def hover(app, chart, fx):
    """Moves the pointer down through the plot until a value is said; the value."""
    for step in range(36, 76, 4):
        x, y = app.point(chart, fx, step / 100)
        app.xdo("mousemove", x, y)
        try:
            return app._wait(lambda: readout(app, chart), .3, "a value")
        except NotFound:
            continue
    raise AssertionError("no value under the pointer")


def choose(app, chart, item):
    """An item of the chart's menu by its keys; a menu that opens while a dialog still closes is closed with it."""
    for _turn in range(4):
        if not app.focused() or app.focused().role != "image":
            app.mouse_click(chart, fx=.02, fy=.02)
        app.press("shift+F10")
        try:
            app.click(app.find("menu item", item, timeout=2))
            return
        except NotFound:
            app.press("Escape")
    raise AssertionError("the menu has no item " + item)


def wheel(app, button, times):
    for _turn in range(times):
        app.xdo("keydown", "ctrl", "click", button, "keyup", "ctrl")


def drag(app, start, dx):
    x, y = start
    app.xdo("mousemove", x, y, "mousedown", 1)
    for step in range(1, 9):
        app.xdo("mousemove", x + dx * step // 8, y)
    app.xdo("mouseup", 1)


def pointer(lang):
    _ = words(lang)
    with window(lang, size=(1280, 800)) as app:
        chart = open_chart(app, _, lang)
        said = hover(app, chart, .5)
        assert re.search("20[0-9]{2}: ", said), said
        app.absent("button", _("Show all (0)"))
        wheel(app, 4, 3)
        app.find("button", _("Show all (0)"))
        # Dragged to the right, what is under the pointer is earlier.
        before = hover(app, chart, .45)
        drag(app, app.point(chart, .3, .5), 150)
        after = hover(app, chart, .45)
        assert before.split(":")[0] != after.split(":")[0], (before, after)
        app.find("button", _("Show all (0)"))
        wheel(app, 5, 6)
        app.absent("button", _("Show all (0)"))
        # The pointer zooms and pans; the keyboard does the same and comes back.
        app.press("plus", "plus")
        app.find("button", _("Show all (0)"))
        app.press("shift+Right", "minus", "minus", "minus")
        app.absent("button", _("Show all (0)"))
        app.press("plus", "0")
        app.absent("button", _("Show all (0)"))
        finish(app)


@case
def values_wheel_and_drag():
    pointer("en")


@case
def werte_rad_und_ziehen():
    pointer("de")


@case
def series_table_copies_and_files():
    _ = words("en")
    with window("en", size=(1280, 800)) as app:
        chart = open_chart(app, _, "en")
        assert chart.description.startswith(chart.name) and len(chart.description) > len(chart.name), chart.description
        # With a series off, its points are not walked on any more.
        app.press("Home")
        wait(app, lambda: app.focused().name.startswith("Northern quarter, "), "the first area")
        app.press("1")
        wait(app, lambda: app.focused().name.startswith("Northern fringe, "), "the area beneath")
        app.press("1")
        app.press("t")
        app.find("row", re.compile("October 2022"))
        app.press("t")
        wait(app, lambda: app.focused().role == "image", "the chart again")
        app.press("ctrl+c")
        app.wait_text("Chart copied as a picture")
        folder = app.session.env["HOME"]
        for item, name, begin in (("Save as SVG…", "chart.svg", b"<?xml"), ("Save as PDF…", "chart.pdf", b"%PDF"),
                                  ("Save as PNG…", "chart.png", b"\x89PNG"),
                                  ("Save figures as CSV…", "chart.csv", b"\xef\xbb\xbf")):
            choose(app, chart, _(item))
            path = folder + "/" + name
            app.answer_file_dialog(path)
            app.wait_text("“%s” saved" % name)
            app.wait_active(app.windows()[0])
            with open(path, "rb") as file:
                assert file.read(5).startswith(begin[:5]), path
        finish(app)


if __name__ == "__main__":
    sys.exit(main())
