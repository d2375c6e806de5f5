#!/usr/bin/env python3
"""A week of joint foot patrols: planned, held, cancelled, copied, saved; and the yearly review that they are evidence of.

The figures are those of data/sample/patrols.csv, counted by hand.
"""
import pathlib
import re
import sys

from tap import case, main
from window import council_of, mappe, open_page, search_for, titled, wait, window

# Tuesday of week 49: week 48 is over and not reported on.
TUESDAY = "@2026-12-01 09:00:00"


def cell(app, start):
    return app.find("button", re.compile("^" + re.escape(start)), visible=False)


def patrols(app, week):
    """Lines of the patrols of a week, as the command line tells them."""
    return mappe(app.session, "patrols", council_of(app), "--week", week).splitlines()[1:-1]


def go_to_week(app, week):
    """By the form for another week."""
    app.click(app.find("button", "Another week…"))
    app.find("text box", re.compile("^A day, a week"))
    app.press("ctrl+a")
    app.type(week)
    app.press("Return")
    app.find("label", re.compile("^Week %d " % int(week[-2:])))


def answer(app, first, texts, button):
    """A form: the fields in their order, and the button."""
    wait(app, lambda: app.focused() and app.focused().name == first, "the field " + first)
    for n, text in enumerate(texts):
        if n:
            app.press("Tab")
        app.press("ctrl+a")
        app.type(text)
    app.press("Return")
    app.absent("button", button)


def go(app, start, *keys):
    app.press(*keys)
    wait(app, lambda: app.focused() and app.focused().name.startswith(start), "the cell " + start)


@case
def a_week_of_patrols():
    with window("en", fake_time=TUESDAY) as app:
        open_page(app, "Joint foot patrols")
        app.find("label", re.compile("^Week 49 "))
        go_to_week(app, "2026-W48")
        # The cursor goes by arrows, over the edge into the week beside.
        app.mouse_click(cell(app, "Station square, Monday, 23 November 2026"))
        go(app, "Pedestrian zone, Monday, 23 November", "Down")
        go(app, "Pedestrian zone, Wednesday, 25 November 2026, 18:00–20:00, Not reported", "Right", "Right")
        # Held, with its counts.
        app.press("h")
        answer(app, "Talks with citizens", ["14", "2", "", "1"], "Held")
        wait(app, lambda: "Held" in patrols(app, "2026-W48")[0], "the patrol held")
        go(app, "Pedestrian zone, Wednesday, 25 November 2026, 18:00–20:00, Held", "Left", "Right")
        assert mappe(app.session, "show", council_of(app), "patrol", "PT-025").count("14")
        # Cancelled: not without a reason, and nothing that was typed is lost.
        go(app, "Station square, Saturday, 28 November 2026, 20:30–22:30, Not reported", "Up", "Right", "Right", "Right")
        app.press("c")
        wait(app, lambda: app.focused() and app.focused().name == "Reason of the cancellation", "the reason")
        app.press("Return")
        app.wait_text("Please say why the patrol was cancelled")
        answer(app, "Reason of the cancellation", ["Illness"], "Record as cancelled")
        wait(app, lambda: "Cancelled: Illness" in patrols(app, "2026-W48")[1], "the patrol cancelled")
        app.find("button", re.compile("^Station square, Saturday, 28 November 2026, .*Illness"), visible=False)
        # Week 49 was planned already; week 50 is planned like it.
        app.press("Next")
        app.find("label", re.compile("^Week 49 "))
        app.press("Next")
        app.find("label", re.compile("^Week 50 "))
        assert patrols(app, "2026-W50") == []
        app.click(app.find("button", "Copy last week"))
        wait(app, lambda: len(patrols(app, "2026-W50")) == 2, "the copies")
        assert all("DP-KW50" in line and "Planned" in line for line in patrols(app, "2026-W50"))
        cell(app, "Schlossgarten park, Wednesday, 9 December 2026, 18:00–20:00, Planned")
        # Each act is one step of undo.
        app.press("ctrl+z")
        wait(app, lambda: patrols(app, "2026-W50") == [], "the copies taken back")
        app.press("ctrl+z")
        wait(app, lambda: "Cancelled" not in patrols(app, "2026-W48")[1], "the patrol not cancelled")
        app.press("ctrl+z")
        wait(app, lambda: "Held" not in patrols(app, "2026-W48")[0], "the patrol not held")
        app.quit()
        app.assert_clean()


@case
def a_patrol_is_planned_in_its_cell():
    with window("en", fake_time=TUESDAY) as app:
        open_page(app, "Joint foot patrols")
        app.find("label", re.compile("^Week 49 "))
        app.mouse_click(cell(app, "Station square, Thursday, 3 December 2026, no patrol"))
        app.press("n")
        app.find("list item", re.compile("^Day: .*3 Dec"), visible=False)
        app.find("list item", re.compile("^Area: Station square"), visible=False)
        app.press("ctrl+s")
        wait(app, lambda: len(patrols(app, "2026-W49")) == 3, "the new patrol")
        app.press("Escape")
        cell(app, "Station square, Thursday, 3 December 2026, 20:30–22:30, Planned")
        # One still to come cannot have been held.
        go(app, "Station square, Thursday, 3 December", "Left", "Right")
        app.press("h")
        app.wait_text("This patrol is still to come")
        app.quit()
        app.assert_clean()


@case
def a_patrol_is_moved_by_keyboard_and_mouse():
    with window("en", fake_time=TUESDAY) as app:
        open_page(app, "Joint foot patrols")
        app.find("label", re.compile("^Week 49 "))
        app.find("label", "Nobody reported on 2 patrols yet: were they held or cancelled?")
        app.mouse_click(cell(app, "Schlossgarten park, Wednesday, 2 December 2026, 18:00–20:00, Planned"))
        app.press("ctrl+Right")
        wait(app, lambda: app.focused() and app.focused().name.startswith(
            "Schlossgarten park, Thursday, 3 December 2026, 18:00–20:00, Planned"), "the cursor to go along")
        wait(app, lambda: "2026-12-03" in mappe(app.session, "show", council_of(app), "patrol", "PT-027"), "the day")
        app.press("ctrl+z")
        wait(app, lambda: "2026-12-02" in mappe(app.session, "show", council_of(app), "patrol", "PT-027"), "the undo")
        patrol = cell(app, "Schlossgarten park, Wednesday, 2 December 2026, 18:00–20:00, Planned")
        app.drag(patrol, cell(app, "Schlossgarten park, Friday, 4 December"))
        wait(app, lambda: "2026-12-04" in mappe(app.session, "show", council_of(app), "patrol", "PT-027"), "the drop")
        app.press("ctrl+z")
        wait(app, lambda: "2026-12-02" in mappe(app.session, "show", council_of(app), "patrol", "PT-027"), "the undo")
        # What nobody reported on leads to its week.
        app.click(app.find("button", re.compile("^25 Nov 2026, 18:00")))
        app.find("label", re.compile("^Week 48 "))
        app.quit()
        app.assert_clean()


@case
def a_week_is_saved_as_a_calendar():
    with window("en", fake_time=TUESDAY) as app:
        target = pathlib.Path(app.session.env["HOME"]) / "week.ics"
        open_page(app, "Joint foot patrols")
        app.find("label", re.compile("^Week 49 "))
        app.menu(app.find("button", "Save week"), "As a calendar (.ics)…")
        app.answer_file_dialog(str(target))
        wait(app, target.exists, "the file")
        told = mappe(app.session, "patrols", council_of(app), "--week", "2026-W49", "--format", "ics")
        saved = target.read_bytes().decode().replace("\r\n", "\n")
        stamp = re.compile("^DTSTAMP:.*$", re.MULTILINE)
        assert stamp.sub("", saved) == stamp.sub("", told), "the window and the command line differ"
        assert saved.count("BEGIN:VEVENT") == 2
        app.quit()
        app.assert_clean()


def sign(app, decision):
    """Signs the review off with a decision, found by its number."""
    app.click(app.find("button", "Sign off…"))
    entry = app.find("text box", "Decision", visible=False)
    app.mouse_click(entry)
    app.type(decision)
    app.find("list item", re.compile(re.escape(decision)))
    app.press("Down", "Return")
    wait(app, lambda: decision in app.find("text box", "Decision").text(), "the decision chosen")
    app.press("Return")
    app.absent("text box", "Decision")


@case
def an_agreement_is_reviewed_and_signed_off():
    with window("en", fake_time=TUESDAY) as app:
        open_page(app, "Agreements")
        app.wait_text(r"22 of 26 planned patrols were held since 2 Sep 2026\.")
        app.wait_text("the duty of 2 a week was met in 10 of 13 weeks")
        # What is open stands against signing off.
        app.click(app.find("button", "Sign off…"))
        app.find("text box", "Decision", visible=False)
        app.press("Return")
        app.wait_text("§ 5 is still open")
        app.press("Escape")
        app.absent("text box", "Decision")
        council = council_of(app)
        before = len(mappe(app.session, "log", council).splitlines())
        remark = app.find("text box", re.compile("^Remark: § 5"), visible=False)
        app.scroll_to(remark)
        app.mouse_click(remark)
        app.type("Agreed in May.")
        app.press("Return")
        wait(app, lambda: len(mappe(app.session, "log", council).splitlines()) == before + 1, "the remark")
        assert "Agreed in May." in mappe(app.session, "review", council, "AG-01", "--year", "2026")
        # Judged by the drop down, the others by the command line.
        fulfilment = app.find("combo box", re.compile("^Fulfilment: § 5"), visible=False)
        app.scroll_to(fulfilment)
        app.choose(fulfilment, "Fulfilled")
        wait(app, lambda: "§ 5 Prevention concept [Fulfilled]" in mappe(app.session, "review", council, "AG-01"), "§ 5")
        review = re.search(r"^clause-review/(\S+)\.remark: Agreed in May", mappe(app.session, "dump", council),
                           re.MULTILINE)
        assert review, "no review of § 5"
        for clause in ("CL-05", "CL-07", "CL-08"):
            mappe(app.session, "add", council, "clause-review", "review=RV-01", "clause=" + clause, "fulfilment=full")
        sign(app, "KPR 2026/08")
        app.find("label", re.compile("^Signed off on 1 Dec 2026"))
        text = mappe(app.session, "review", council, "AG-01", "--year", "2026")
        assert "Signed off" in text.splitlines()[1] and "22 of 26 planned patrols" in text, text
        assert "next_review_on: 2027-12-01" in mappe(app.session, "dump", council)
        app.absent("button", "Sign off…")
        app.press("ctrl+z")
        app.find("button", "Sign off…")
        assert "next_review_on: 2027-12-01" not in mappe(app.session, "dump", council)
        app.quit()
        app.assert_clean()


@case
def an_indicator_is_filled_from_the_log():
    with window("en", fake_time=TUESDAY) as app:
        council = council_of(app)
        mappe(app.session, "add", council, "indicator", "reference=I99", "name=Presence", "counts=patrol_hours",
              "frequency=monthly", "area=AR-04")
        search_for(app, "Presence", "Presence")
        titled(app, "Presence")
        button = app.find("button", "Fill from the patrol log…", visible=False)
        app.scroll_to(button)
        app.click(button)
        app.wait_text("Filled from the patrol log")
        dump = mappe(app.session, "dump", council)
        found = re.findall(r"^indicator-value/(\S+)\.indicator: I99$", dump, re.MULTILINE)
        values = {re.search(r"^indicator-value/%s\.period: (\S+)$" % re.escape(f), dump, re.MULTILINE)[1]:
                  re.search(r"^indicator-value/%s\.value: (\S+)$" % re.escape(f), dump, re.MULTILINE)[1] for f in found}
        assert values == {"2026-09": "8", "2026-10": "6", "2026-11": "6"}, values
        app.press("ctrl+z")
        wait(app, lambda: ".indicator: I99" not in mappe(app.session, "dump", council), "the values taken back")
        app.quit()
        app.assert_clean()


if __name__ == "__main__":
    sys.exit(main())
