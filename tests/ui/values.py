#!/usr/bin/env python3
"""The values of an indicator: typed like in a spreadsheet, pasted as a series, undone in one step, said when wrong."""
import re
import sys

from keyboard import Keys, tab_to
from tap import case, main
from window import council_of, mappe, search_for, titled, wait, window


def open_values(app, reference, title):
    search_for(app, reference, reference)
    titled(app, title)
    app.mouse_click(app.find("tab", "Values"))
    app.find("label", re.compile("^○ provisional"))


def cell(app, start):
    return app.find(None, re.compile("^" + re.escape(start)),
                    where=lambda n: "cell" in n.role, visible=False)


def stored(app, indicator):
    """Value of each period of the indicator in the file."""
    lines = mappe(app.session, "dump", council_of(app)).splitlines()
    found = [l.split(".")[0] for l in lines if l.startswith("indicator-value/") and l.endswith(".indicator: " + indicator)]
    texts = dict(l.split(": ", 1) for l in lines if l.startswith("indicator-value/") and ": " in l)
    return {texts[f + ".period"]: texts.get(f + ".value") for f in found}


# The measure began in the second quarter of 2022, so the grid begins two years before.
FIRST = 2020 * 4 + 1


def go_to(app, start):
    """Moves the cursor to a cell of the column of values, "Q1 2022, Value": with the keyboard, from the first line."""
    if not (app.focused() and re.match("Q[1-4] ", app.focused().name)):
        app.mouse_click(cell(app, "Q4 2025, Value"))
        wait(app, lambda: app.focused() and app.focused().name.startswith("Q4 2025, Value"), "the focus in the grid")
    lines = int(start[3:7]) * 4 + int(start[1]) - 1 - FIRST
    app.press("ctrl+Home", *["Down"] * lines)
    wait(app, lambda: app.focused().name.startswith(start), "the cursor at " + start)


@case
def typed_like_in_a_spreadsheet():
    with window("en") as app:
        open_values(app, "I01", "Offences in Schlossgarten")
        before = stored(app, "I01")
        go_to(app, "Q1 2022, Value")
        app.type("12")
        app.press("Return")
        wait(app, lambda: app.focused().name.startswith("Q2 2022, Value"), "the cell below")
        app.type("1,234")
        app.press("Tab")
        wait(app, lambda: app.focused().name.startswith("Q2 2022, Out of"), "the cell beside")
        app.type("9000")
        app.press("Return")
        wait(app, lambda: stored(app, "I01") == dict(before, **{"2022Q1": "12", "2022Q2": "1234"}), "both values")
        cell(app, "Q2 2022, Value: 1234, Provisional")
        app.press("Up", "Left", "Delete")
        wait(app, lambda: stored(app, "I01").get("2022Q2") is None, "the value cleared")
        app.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        wait(app, lambda: stored(app, "I01") == before, "all taken back")
        app.quit()
        app.assert_clean()


@case
def what_is_wrong_is_said():
    with window("en") as app:
        open_values(app, "I01", "Offences in Schlossgarten")
        before = stored(app, "I01")
        go_to(app, "Q1 2022, Value")
        app.type("-3")
        app.press("Return")
        app.wait_text("A count is never negative")
        app.press("Escape")
        wait(app, lambda: app.focused().name.startswith("Q1 2022, Value: none"), "the empty cell")
        app.type("twelve")
        app.press("Return")
        app.wait_text("“twelve” is not a number")
        app.press("Escape")
        assert stored(app, "I01") == before
        app.quit()
        app.assert_clean()


@case
def a_series_is_copied_and_pasted():
    with window("en") as app:
        open_values(app, "I01", "Offences in Schlossgarten")
        before = stored(app, "I01")
        go_to(app, "Q1 2023, Value")
        app.press("shift+Down", "shift+Down", "shift+Down", "ctrl+c")
        go_to(app, "Q1 2022, Value")
        app.press("ctrl+v")
        app.wait_text("Values entered: 4 new")
        expected = {"2022Q1": "16", "2022Q2": "21", "2022Q3": "26", "2022Q4": "18"}
        wait(app, lambda: stored(app, "I01") == dict(before, **expected), "the series")
        cell(app, "Q4 2022, Value: 18")
        app.press("ctrl+z")
        wait(app, lambda: stored(app, "I01") == before, "one step to take it back")
        # Over values that are there it asks first.
        go_to(app, "Q2 2023, Value")
        app.press("ctrl+v")
        app.wait_active(app.find("window", "Paste values"))
        app.wait_text("changed")
        app.press("Escape")
        app.absent("window", "Paste values")
        assert stored(app, "I01") == before
        app.quit()
        app.assert_clean()


@case
def a_pasted_series_gets_its_sentence():
    """The eight quarters before the measure, and what may be said of it then."""
    measure = "More presence in the evening"
    with window("en") as app:
        keys = Keys(app)
        open_values(app, "I01", "Offences in Schlossgarten")
        before = stored(app, "I01")
        go_to(app, "Q1 2023, Value")
        app.press(*["shift+Down"] * 7, "ctrl+c")
        go_to(app, "Q2 2020, Value")
        app.press("ctrl+v")
        app.wait_text("Values entered: 8 new")
        wait(app, lambda: len(stored(app, "I01")) == len(before) + 8, "the series")
        found = stored(app, "I01")
        sums = [sum(int(v) for p, v in found.items() if v and early == (p < "2022Q2")) for early in (True, False)]
        app.press("ctrl+9")
        app.find("list", "Outcomes")
        app.press("ctrl+f")
        wait(app, lambda: app.focused() and app.focused().role == "search box", "the filter")
        app.type(measure)
        wait(app, lambda: len(app.find_all("list item", lambda name: name.startswith(measure))) == 1, "the measure")
        tab_to(app, keys, measure)
        app.press("Return")
        wait(app, lambda: app.focused() and app.focused().role == "image", "the chart")
        said = app.focused().description
        assert said.startswith("%d before in 24 months, %d recorded incidents after in 45 months" % tuple(sums)), said
        assert "Without a comparison area we cannot say whether the measure is the reason." in said, said
        app.quit()
        app.assert_clean()


@case
def tab_leaves_the_grid():
    with window("en") as app:
        open_values(app, "I01", "Offences in Schlossgarten")
        go_to(app, "Q1 2023, Value")
        for start in ("Q1 2023, Out of", "Q1 2023, Status", "Q1 2023, Note"):
            app.press("Tab")
            wait(app, lambda: app.focused().name.startswith(start), start)
        app.press("Tab")
        wait(app, lambda: app.focused() and not app.focused().name.startswith("Q"), "a way out")
        app.quit()
        app.assert_clean()


if __name__ == "__main__":
    sys.exit(main())
