#!/usr/bin/env python3
"""An event from its plan to its debrief and on to the check list of next year, and a closed road within a minute, in the
real window; what is stored is asked of the command-line program."""
import re
import sys

from keyboard import Keys, answer, field, finish, in_focus, open_by_search, rows, tab_to
from tap import case, main
from window import council_of, edit_field, mappe, wait, window, words

TODAY = "@2026-11-23 09:00:00"
OFFICE = {"en": "Public order office", "de": "Ordnungsamt Musterhausen"}


def told(app, reference):
    """What the command-line program says of an event, on one line."""
    return " ".join(mappe(app.session, "event", council_of(app), reference, "--lang", "en").split())


def findings(app, reference):
    return [line.split()[0] for line in rows(app, "debrief-finding", reference)]


def open_event(app, keys, _, reference, step):
    open_by_search(app, keys, reference)
    app.find("group", _("Steps of the event"))
    keys.press("alt+%d" % step)


def choose(app, label, text, chosen):
    """A reference by a part of its name."""
    edit_field(app, label, text)
    app.find("list item", re.compile(chosen), where=lambda n: "selected" in n.states)
    app.press("Return")


def add_line(app, keys, _, lang):
    """A line of the plan in the form that Ctrl+N opens at its place."""
    keys.press("ctrl+n")
    app.find("group", _("New: %s") % _("Line of the deployment plan"))
    edit_field(app, _("From"), "4.10.2026 8:00")
    choose(app, _("Unit"), OFFICE[lang], OFFICE[lang])
    edit_field(app, _("Task"), "Barriers")
    edit_field(app, _("Strength"), "6")
    keys.press("ctrl+Return")
    wait(app, lambda: "Barriers" in told(app, "EV-06"), "the line to be stored")
    keys.press("Escape", "Escape")  # out of the next line that was begun, and out of the form
    app.absent("group", _("New: %s") % _("Line of the deployment plan"))


# --- plan to debrief to next year ---

def release_plan(app, keys, _, version):
    tab_to(app, keys, _("Release…"))
    keys.press("Return")
    answer(app, keys, _("Release version %d of the deployment plan") % version)
    wait(app, lambda: field(app, "event", "EV-06", "plan_version") == str(version), "the plan to be released")


def type_findings(app, keys, _):
    keys.press("alt+6")
    in_focus(app, _("Finding"))
    for text in ("!More barriers at the finish", "+First aid at every kilometre", "-Glass at the stalls"):
        before = len(findings(app, "EV-06") or rows(app, "debrief-finding", "x"))
        keys.type(text)
        keys.press("Return")
        app.find("list item", text[1:])
        in_focus(app, _("Finding"))
        wait(app, lambda: app.focused().text() == "", "the entry to be ready for the next")
        assert before >= 0


def plan_to_next_year(lang):
    _ = words(lang)
    with window(lang, fake_time=TODAY) as app:
        keys = Keys(app)
        open_event(app, keys, _, "EV-06", 3)
        add_line(app, keys, _, lang)
        release_plan(app, keys, _, 2)
        assert "Nothing has changed since." in told(app, "EV-06")
        type_findings(app, keys, _)
        ratings = [field(app, "debrief-finding", "FI-%d" % n, "rating").split()[0] for n in (10, 11, 12)]
        assert ratings == ["improve", "keep", "stop"], ratings

        tab_to(app, keys, _("Debrief held…"))
        keys.press("Return")
        app.wait_active(app.find("dialog", _("Debrief held")))
        in_focus(app, _("Took part in the debrief"))
        keys.type("U-02, P-16")
        keys.press("ctrl+Return")
        wait(app, lambda: field(app, "event", "EV-06", "debrief_status").startswith("done"), "the debrief to be held")
        assert "2026-11-23" in field(app, "event", "EV-06", "debrief_on")

        tab_to(app, keys, "%s: More barriers" % _("Make a task"))
        keys.press("Return")
        app.find("button", "%s: More barriers at the finish" % _("Open task"), visible=False)
        task = field(app, "debrief-finding", "FI-10", "task")
        assert "T-19" in task, task
        assert field(app, "task", "T-19", "title") == "More barriers at the finish"

        keys.press("alt+7")
        tab_to(app, keys, _("Next event of this series"))
        keys.press("Return")
        app.find("label", re.compile("2027$"), where=lambda n: n.rect[3] >= 20)
        assert field(app, "event", "EV-08", "start_on") == "2027-10-03"
        app.find("group", _("Steps of the event"))
        keys.press("alt+7")
        names = [n.name for n in (app.find("list item", text, visible=False) for text in
                                  ("Glass at the stalls", "More barriers at the finish",
                                   "First aid at every kilometre"))]
        assert len(names) == 3
        tab_to(app, keys, "%s: More barriers" % _("Done"))
        keys.press("Return")
        app.find("button", "%s: More barriers at the finish" % _("Open again"), visible=False)
        assert "✓ More barriers at the finish (23 November 2026)" in told(app, "EV-08"), told(app, "EV-08")
        keys.press("ctrl+z")
        app.find("button", "%s: More barriers at the finish" % _("Done"), visible=False)
        assert "✓" not in told(app, "EV-08").partition("Check list")[2]
        finish(app)


@case
def plan_to_next_year_in_english():
    plan_to_next_year("en")


@case
def plan_to_next_year_in_german():
    plan_to_next_year("de")


# --- consents ---

@case
def consents_and_the_reason_of_the_chair():
    _ = words("en")
    with window("en", fake_time=TODAY) as app:
        keys = Keys(app)
        open_event(app, keys, _, "EV-07", 2)
        tab_to(app, keys, "Given: Public transport company")
        keys.press("Return")
        wait(app, lambda: "3 of 3 consents given. The concept is released." in told(app, "EV-07"), "the consent")
        tab_to(app, keys, "Open again: Public transport", "shift+Tab")
        keys.press("Return")
        wait(app, lambda: "2 of 3 consents" in told(app, "EV-07"), "the consent to be open again")
        mappe(app.session, "set", council_of(app), "event", "EV-07", "concept_status=in_consent")
        tab_to(app, keys, "Release concept…")
        keys.press("Return")
        app.wait_active(app.find("dialog", "Release although consents are missing"))
        keys.press("ctrl+Return")
        app.find("label", "Not all offices have consented; the chair's reason is needed")
        in_focus(app, "Reason of the chair")
        keys.type("Buses are not concerned")
        keys.press("ctrl+Return")
        wait(app, lambda: field(app, "event", "EV-07", "concept_status").startswith("released"), "the release")
        assert field(app, "event", "EV-07", "concept_reason") == "Buses are not concerned"
        finish(app)


# --- lines by the keyboard ---

def order(app):
    """The first words of the lines of the phase, as the plan has them."""
    return [task.strip() for task in re.findall(r"Task: (First aid|Fire safety|Patrols on|Youth)", told(app, "EV-03"))]


@case
def lines_are_moved_and_deleted_by_the_keyboard():
    _ = words("en")
    with window("en", fake_time=TODAY) as app:
        keys = Keys(app)
        open_event(app, keys, _, "EV-03", 3)
        tab_to(app, keys, "First aid post")
        assert order(app)[0] == "First aid"
        keys.press("alt+Down")
        wait(app, lambda: order(app)[:2] == ["Fire safety", "First aid"], "the line to be moved")
        in_focus(app, "First aid post and retreat room")
        keys.press("alt+Up")
        wait(app, lambda: order(app)[:1] == ["First aid"], "the line to be moved back")
        keys.press("Delete")
        wait(app, lambda: order(app)[:1] == ["Fire safety"], "the line to be deleted")
        keys.press("ctrl+z")
        wait(app, lambda: order(app)[:1] == ["First aid"], "the line to be back")
        finish(app)


@case
def a_line_that_leaves_its_phase_says_so():
    _ = words("en")
    with window("en", fake_time=TODAY) as app:
        keys = Keys(app)
        open_event(app, keys, _, "EV-03", 3)
        tab_to(app, keys, "Move into the phase “Preparation”: First aid post and retreat room")
        keys.press("Return")
        app.find("label", "“First aid post and retreat room” is in the phase “Preparation” now")
        wait(app, lambda: field(app, "deployment-plan-item", "DP-04", "phase").startswith("preparation"), "the phase")
        keys.press("ctrl+z")
        wait(app, lambda: field(app, "deployment-plan-item", "DP-04", "phase").startswith("operation"), "the undo")
        finish(app)


# --- versions of the plan, changed at its place ---

@case
def a_released_version_is_compared_with_the_plan():
    _ = words("en")
    with window("en", fake_time=TODAY) as app:
        keys = Keys(app)
        open_event(app, keys, _, "EV-06", 3)
        add_line(app, keys, _, "en")
        release_plan(app, keys, _, 2)
        tab_to(app, keys, "Barriers", "shift+Tab")
        keys.press("Return")
        app.find("group", "Barriers")
        edit_field(app, "Strength", "8")
        keys.press("ctrl+Return")
        wait(app, lambda: field(app, "deployment-plan-item", "DP-09", "strength").startswith("8"), "the strength")
        in_focus(app, "Barriers")
        tab_to(app, keys, "Compare with now: Version 2")
        keys.press("Return")
        app.find("list", "Version 2 compared with the plan now", visible=False)
        app.find("list item", re.compile("^Changed: Public order office, Barriers · Strength: 6 → 8$"), visible=False)
        tab_to(app, keys, "Show: Version 2", "shift+Tab")
        keys.press("Return")
        app.find("list", "Version 2 as it was released", visible=False)
        tab_to(app, keys, "Hide: Version 2")
        keys.press("Return")
        app.absent("list", "Version 2 as it was released")
        finish(app)


@case
def the_picture_is_walked_by_arrows():
    _ = words("en")
    with window("en", fake_time=TODAY) as app:
        keys = Keys(app)
        open_event(app, keys, _, "EV-03", 4)
        wait(app, lambda: app.focused() is not None and app.focused().role == "image", "the picture to have the focus")
        keys.press("Right")
        wait(app, lambda: "Set up" in app.focused().name or ":" in app.focused().name.split(".")[0], "the first bar")
        first = app.focused().name
        keys.press("Right")
        wait(app, lambda: app.focused().name != first, "the second bar")
        keys.press("Home")
        wait(app, lambda: app.focused().name == first, "the first bar again")
        keys.press("Return")
        app.find("button", "Save", visible=False)
        keys.press("Escape")
        finish(app)


# --- consents are asked at their place ---

@case
def an_office_is_asked_at_its_place():
    _ = words("en")
    with window("en", fake_time=TODAY) as app:
        keys = Keys(app)
        open_event(app, keys, _, "EV-07", 2)
        keys.press("ctrl+n")
        app.find("group", "New: Consent to the concept")
        choose(app, "Office", OFFICE["en"], OFFICE["en"])
        edit_field(app, "Part of the concept", "Glass ban")
        # What was typed is there again after a look at another event.
        open_event(app, keys, _, "EV-06", 2)
        open_event(app, keys, _, "EV-07", 2)
        keys.press("ctrl+n")
        app.find("group", "New: Consent to the concept")
        app.find("list item", "Part of the concept: Glass ban", visible=False)
        keys.press("ctrl+Return")
        wait(app, lambda: "of 4 consents" in told(app, "EV-07"), "the consent to be asked")
        keys.press("Escape", "Escape")
        app.absent("group", "New: Consent to the concept")
        keys.press("ctrl+z")
        wait(app, lambda: "of 3 consents" in told(app, "EV-07"), "the undo")
        finish(app)


# --- closures ---

@case
def a_road_is_closed_and_opened_again():
    _ = words("en")
    with window("en", fake_time=TODAY) as app:
        keys = Keys(app)
        open_event(app, keys, _, "EV-06", 5)
        in_focus(app, "Close a road…")
        keys.press("Escape")
        tab_to(app, keys, "Close a road…", "shift+Tab")
        keys.press("Return")
        app.wait_active(app.find("window", "Close a road"))
        in_focus(app, "Road")
        keys.type("Brückenstraße")
        keys.press("ctrl+Return")
        in_focus(app, "Area")
        keys.type("River")
        app.find("list item", "Riverside", where=lambda n: "selected" in n.states)
        keys.press("Return")
        edit_field(app, "Requested at", "23.11.2026 8:40")
        keys.press("ctrl+Return")
        wait(app, lambda: app.focused() is not None and app.focused().role == "list item", "the causes to choose from")
        keys.press("Down", "Down", "Return", "ctrl+Return")
        app.absent("window", "Close a road")
        wait(app, lambda: field(app, "road-closure", "RC-06", "status").startswith("active"), "the closure")
        assert field(app, "road-closure", "RC-06", "lead_time_minutes").startswith("20")
        tab_to(app, keys, "2 roads closed", "shift+Tab")
        keys.press("Return")
        app.find("list item", re.compile("^Brückenstraße"))
        tab_to(app, keys, "Lift now: Brückenstraße")
        keys.press("Return")
        wait(app, lambda: field(app, "road-closure", "RC-06", "status").startswith("lifted"), "the road to be open")
        assert "2026-11-23" in field(app, "road-closure", "RC-06", "to_at")
        keys.press("ctrl+z")
        wait(app, lambda: field(app, "road-closure", "RC-06", "status").startswith("active"), "it to be closed again")
        finish(app)


@case
def the_place_chosen_again_leads_to_its_list():
    _ = words("de")
    with window("de", size=(1280, 800), fake_time=TODAY) as app:
        open_event(app, Keys(app), _, "EV-03", 2)
        row = app.find("list item", re.compile("^%s(, |$)" % _("Events")), within=app.find("list", _("Pages")),
                       visible=False)
        app.scroll_to(row)
        app.mouse_click(row)
        app.absent("group", _("Steps of the event"))
        app.find("button", _("Close a road…"))
        # All names of lists stand beside the record.
        app.find(None, _("Series of events"), where=lambda n: "tab" in n.role or "button" in n.role)
        app.find("button", _("Open event"))
        finish(app)


if __name__ == "__main__":
    sys.exit(main())
