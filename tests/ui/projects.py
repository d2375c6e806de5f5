#!/usr/bin/env python3
"""A project by its steps: the gate of the goals refuses and leads to the indicator, a step is finished and undone."""
import json
import re
import sys

from keyboard import field, finish
from tap import case, main
from uitest.a11y_audit import Audit
from uitest.driver import Gone
from window import council_of, edit_field, mappe, search_for, wait, window, words

SERIOUS = ("no-name", "image", "mnemonic", "no-keyboard")
NEXT = {"en": "Measures", "de": "Maßnahmen zur Zielerreichung"}


def add_project(app, reference, title):
    mappe(app.session, "add", council_of(app), "project", "reference=" + reference, "title=" + title, "status=planned",
          "beccaria_step=3")


def press(app, label):
    """By the button's own action, whatever it is called in this language: the page may still be scrolling, and is made
    anew when its record changes."""
    def pressed():
        try:
            button = app.find("button", label, visible=False)
            app.scroll_to(button)
            button.do(button.actions()[0])
        except Gone:
            return False
        return True

    wait(app, pressed, "the button " + str(label))


def told(app, reference):
    """What the command line says of the project."""
    return json.loads(mappe(app.session, "project", council_of(app), reference, "--format", "json"))


def step(app):
    return field(app, "project", "P99", "beccaria_step").split()[0]


def gate(lang):
    _ = words(lang)
    forward = _("Finish this step, go on to “%s”") % NEXT[lang]
    with window(lang, size=(1280, 900)) as app:
        add_project(app, "P99", "Lichterkette")
        search_for(app, "P99", "Lichterkette")
        # Neither step nor start: the message says what is missing.
        press(app, _("Start the project"))
        dialog = app.find("dialog", _("The goal is missing"))
        app.find("label", _("▲ No start without a goal: the project has no indicator yet. It needs one with baseline "
                            "and target."), within=dialog)
        app.press("Escape")
        app.absent("dialog", _("The goal is missing"))
        press(app, forward)
        dialog = app.find("dialog", _("The goal is missing"))
        app.click(app.find("button", _("New _indicator…").replace("_", ""), within=dialog))
        app.absent("dialog", _("The goal is missing"))
        edit_field(app, _("Name"), "Helligkeit")
        edit_field(app, _("Baseline"), "4")
        app.press("ctrl+s")
        wait(app, lambda: told(app, "P99")["indicators"], "the indicator")
        assert told(app, "P99")["has_goal"] is False
        # Half a goal is none: it is named, and the way leads to it.
        search_for(app, "P99", "Lichterkette")
        app.find("list item", re.compile("^Helligkeit: "), visible=False)
        press(app, forward)
        dialog = app.find("dialog", _("The goal is missing"))
        app.find("label", _("▲ No start without a goal: the indicator “%1$s” still lacks %2$s.")
                 .replace("%1$s", "Helligkeit").replace("%2$s", _("the target")), within=dialog)
        app.click(app.find("button", _("_Go to the indicator").replace("_", ""), within=dialog))
        edit_field(app, _("Target"), "10")
        app.press("ctrl+s")
        wait(app, lambda: told(app, "P99")["has_goal"], "the goal")
        search_for(app, "P99", "Lichterkette")
        app.find("list item", re.compile("^Helligkeit: .*✓", re.S), visible=False)
        press(app, forward)
        app.wait_text(_("The step is finished"))
        wait(app, lambda: step(app) == "4", "the next step")
        app.press("ctrl+z")
        wait(app, lambda: step(app) == "3", "the step before")
        app.find("button", re.compile(re.escape(_("now"))), where=lambda n: " 3: " in n.name, visible=False)
        press(app, forward)
        wait(app, lambda: step(app) == "4", "the next step again")
        finish(app)


@case
def no_step_past_the_goals_without_a_goal():
    gate("en")


@case
def kein_schritt_ueber_die_ziele_hinaus_ohne_ziel():
    gate("de")


@case
def the_form_says_it_at_its_field():
    _ = words("en")
    with window("en", size=(1280, 900)) as app:
        add_project(app, "P98", "Lichterkette")
        search_for(app, "P98", "Lichterkette")
        press(app, _("Edit record"))
        row = app.find("list item", re.compile("^" + re.escape(_("Status")) + ": "), visible=False)
        app.scroll_to(row)
        app.choose(row, "Running")
        app.press("ctrl+s")
        app.wait_text(_("No start without a goal: an indicator of the project needs a baseline and a target"))
        assert field(app, "project", "P98", "status") == "planned", field(app, "project", "P98", "status")
        app.press("Escape", "Escape")
        app.quit()


@case
def an_answer_and_a_reopened_step():
    _ = words("en")
    with window("en", size=(1280, 900)) as app:
        search_for(app, "P05", "Growing up well")
        down = app.find("combo box", _("Answer: %s") % "Is the implementation recorded?", visible=False)
        app.scroll_to(down)
        app.choose(down, "Yes")
        wait(app, lambda: told(app, "P05")["steps"][4]["open"] == 0, "the answer")
        assert told(app, "P05")["steps"][4]["questions"][1]["answer"] == "yes"
        app.press("ctrl+z")
        wait(app, lambda: told(app, "P05")["steps"][4]["open"] == 1, "the open question")
        app.click(app.find("button", re.compile("^Step 2: "), visible=False))
        press(app, _("Reopen this step"))
        app.wait_text(_("The step is open again"))
        assert told(app, "P05")["steps"][1]["state"] == "now"
        app.press("ctrl+z")
        wait(app, lambda: told(app, "P05")["steps"][4]["state"] == "now", "the step as it was")
        # The profile is a picture with words, and what works on a priority stands beneath.
        chart = app.find("image", re.compile("2 .* 6 .*Availability of drugs"), visible=False)
        assert "39 %, in comparison 29 %, priority" in chart.description, chart.description
        app.find("list item", re.compile("^Availability of drugs: .*▲", re.S), visible=False)
        finish(app)


@case
def a_text_is_written_where_it_is_read():
    _ = words("en")
    with window("en", size=(1280, 900)) as app:
        search_for(app, "P05", "Growing up well")
        text = app.find("text box", _("How it is carried out"), visible=False)
        app.scroll_to(text)
        app.mouse_click(text)
        app.type("The team meets monthly.")
        app.press("ctrl+s")
        wait(app, lambda: field(app, "project", "P05", "implementation") == "The team meets monthly.", "the text")
        app.press("ctrl+z")
        wait(app, lambda: "monthly" not in mappe(app.session, "show", council_of(app), "project", "P05"), "no text")
        # Going on saves as well, and Undo stays Undo.
        text = app.find("text box", _("How it is carried out"), visible=False)
        app.mouse_click(text)
        app.type("Monthly.")
        app.press("Tab")
        wait(app, lambda: field(app, "project", "P05", "implementation") == "Monthly.", "the text")
        # A factor opens in a window over the page.
        factor = app.find("list item", re.compile("^Availability of drugs: "), visible=False)
        app.scroll_to(factor)
        app.mouse_click(factor)
        app.wait_active(app.find("window", "Availability of drugs"))
        app.press("Escape")
        app.absent("window", "Availability of drugs")
        finish(app)


@case
def pages_have_names():
    _ = words("de")
    with window("de", size=(1280, 900)) as app:
        audit = Audit(app)
        for reference in ("P01", "P04", "P05"):
            search_for(app, reference, "")
            app.find("button", _("Edit record"), visible=False)
            app.settle()
            audit.tree(reference)
        app.press("Escape")
        app.mouse_click(app.find(None, _("Gaps"), where=lambda n: "tab" in n.role or "button" in n.role))
        app.find("list item", re.compile("^Verfügbarkeit von Drogen: .*▲", re.S), visible=False)
        audit.tree("gaps")
        finish(app)
    return ["%(page)s: %(kind)s %(role)s “%(name)s”: %(why)s" % f for f in audit.findings if f["kind"] in SERIOUS]


if __name__ == "__main__":
    sys.exit(main())
