#!/usr/bin/env python3
"""Best practice: the transfer Schlossgarten → Bahnhofsvorplatz from the profile to a project and its reported result."""
import re
import sys

from keyboard import field, finish
from tap import case, main
from window import council_of, mappe, search_for, wait, window, words

PROFILE = {"en": "Schlossgarten: light, presence and participation",
           "de": "Schlossgarten: Licht, Präsenz und Beteiligung"}
TARGET = {"en": "Station square", "de": "Bahnhofsvorplatz"}
SOURCE = {"en": "Schlossgarten park", "de": "Schlossgarten"}


def count(app, kind):
    return len(mappe(app.session, "list", council_of(app), kind).splitlines())


def open_profile(app, lang):
    search_for(app, "BP-01", re.escape(PROFILE[lang]))
    app.find("label", re.compile("^✓ "), visible=False)


def press(app, label):
    button = app.find("button", label, visible=False)
    app.scroll_to(button)
    app.click(button)


def link(app, start):
    row = app.find("list item", lambda name: name.startswith(start), visible=False)
    app.scroll_to(row)
    # At its begin: a toast may lie over the middle of the last row.
    app.mouse_click(row, fx=.03)


def transfer(lang):
    _ = words(lang)
    with window(lang, size=(1280, 900)) as app:
        measures, projects = count(app, "measure"), count(app, "project")
        open_profile(app, lang)
        link(app, TARGET[lang] + ": ")
        verdict = app.find("label", re.compile(r"1 .* 5 .*3.*1"))
        # What the data of both areas tell, as conditions of the transfer: one step, taken back and done again.
        press(app, _("Propose conditions from the data (%u)") % 6)
        app.find("label", re.compile(r"3 .* 11 .*6.*2"))
        app.press("ctrl+z")
        app.find("label", verdict.name)
        press(app, _("Propose conditions from the data (%u)") % 6)
        app.find("label", re.compile(r"3 .* 11 .*6.*2"))
        press(app, _("Make a project of it"))
        title = _("%1$s after the model of %2$s").replace("%1$s", TARGET[lang]).replace("%2$s", SOURCE[lang])
        row = app.find("list item", lambda name: name.startswith(title), visible=False)
        assert count(app, "measure") == measures + 4, count(app, "measure")
        assert count(app, "project") == projects + 1
        assert field(app, "transfer", "TR-01", "status") == "running", field(app, "transfer", "TR-01", "status")
        app.press("ctrl+z")
        app.find("button", _("Make a project of it"), visible=False)
        assert (count(app, "measure"), count(app, "project")) == (measures, projects)
        app.press("ctrl+shift+z")
        row = app.find("list item", lambda name: name.startswith(title), visible=False)
        # The result stands on the profile, with links both ways.
        text = app.find("text box", _("Result"), visible=False)
        app.scroll_to(text)
        app.mouse_click(text)
        app.type("Licht wirkt")
        press(app, _("Report the result back"))
        app.find("label", re.compile("^" + re.escape(_("Reported back on %s; it stands on the profile.").split("%s")[0])),
                 visible=False)
        assert field(app, "transfer", "TR-01", "result") == "Licht wirkt"
        link(app, PROFILE[lang])
        told = app.find("list item", lambda name: name.startswith(TARGET[lang] + ": ") and "Licht wirkt" in name,
                        visible=False)
        link(app, title)
        wait(app, lambda: app.find_all("label", title), "the project")
        app.press("alt+Left")
        app.find("list item", told.name, visible=False)
        finish(app)


@case
def transfer_to_the_square():
    transfer("en")


@case
def uebertragung_auf_den_vorplatz():
    transfer("de")


@case
def a_gate_before_publication():
    _ = words("en")
    with window("en", size=(1280, 900)) as app:
        open_profile(app, "en")
        box = app.find(re.compile("check"), _("There is enough to replicate it"), visible=False)
        # It is published: a criterion cannot be taken away from beneath it.
        app.click(box)
        app.wait_text(_("Published only when all four minimum criteria are met"))
        app.press("Escape")
        assert field(app, "best-practice-profile", "BP-01", "replicable") == "1"
        press(app, _("Withdraw publication"))
        app.find("button", _("Publish"))
        box = app.find(re.compile("check"), _("There is enough to replicate it"), visible=False)
        app.click(box)
        app.find("label", re.compile(re.escape(_("There is enough to replicate it")) + "$"),
                 where=lambda n: n.name.startswith("▲"))
        assert "sensitive" not in app.find("button", _("Publish")).states
        app.press("ctrl+z")
        wait(app, lambda: "sensitive" in app.find("button", _("Publish")).states, "the gate is open")
        press(app, _("Publish"))
        app.find("button", _("Withdraw publication"))
        finish(app)


@case
def not_onto_the_same_area():
    _ = words("en")
    with window("en", size=(1280, 900)) as app:
        open_profile(app, "en")
        press(app, _("Transfer to another area…"))
        row = app.find("list item", re.compile("^" + re.escape(_("To the area"))), visible=False)
        app.mouse_click(row, fx=.4)
        wait(app, lambda: (app.focused() or app.root).name == _("To the area"), "the entry")
        app.type(SOURCE["en"])
        app.find("list item", lambda name: name.startswith(SOURCE["en"]))
        app.press("Return")
        app.press("ctrl+s")
        app.wait_text(_("This is the area that the best practice comes from"))
        assert count(app, "transfer") == 1 + 1
        finish(app)


@case
def back_from_a_transfer_to_its_list():
    """The record is called after profile and area; a label warned of "1, 2", the numbers of both, when it was measured."""
    _ = words("de")
    with window("de", size=(1280, 800)) as app:
        search_for(app, "TR-01", "Bahnhofsvorplatz")
        app.find("button", _("Edit record"), visible=False)
        app.press("Escape")
        app.find("label", re.compile("^Bahnhofsvorplatz, Schlossgarten"), where=lambda n: n.rect[3] >= 24)
        finish(app)


if __name__ == "__main__":
    sys.exit(main())
