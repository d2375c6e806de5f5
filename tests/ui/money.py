#!/usr/bin/env python3
"""An application for money beside the rules of its programme: papers taken over and ticked off, the statement."""
import re
import sys

from keyboard import field, finish
from tap import case, main
from window import council_of, mappe, search_for, wait, window, words


def papers(app):
    return len(mappe(app.session, "list", council_of(app), "application-paper").splitlines())


def press(app, label):
    button = app.find("button", label, visible=False)
    app.scroll_to(button)
    app.click(button)


def money(lang):
    _ = words(lang)
    with window(lang, size=(1280, 900)) as app:
        before = papers(app)
        search_for(app, "FA-03", "")
        press(app, _("Take over the papers of the programme (%u)") % 3)
        app.wait_text(_("The papers are on the list"))
        assert papers(app) == before + 3, papers(app)
        app.press("ctrl+z")
        wait(app, lambda: papers(app) == before, "the papers to be taken away")
        search_for(app, "FA-02", "")
        app.find("list item", re.compile(r"1[.,]500[.,]00"), visible=False)
        press(app, _("Draft the statement"))
        wait(app, lambda: "6" in field(app, "funding-application", "FA-02", "council_statement"), "the draft")
        finish(app)


@case
def rules_and_papers():
    money("en")


@case
def regeln_und_unterlagen():
    money("de")


if __name__ == "__main__":
    sys.exit(main())
