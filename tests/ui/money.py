#!/usr/bin/env python3
"""An application for money beside the rules of its programme: papers taken over and ticked off, the statement."""
import re
import sys

from keyboard import field, finish
from tap import case, main
from uitest.session import Session
from window import LOCALES, council_of, mappe, open_page, search_for, start, wait, window, words


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
        on_the_agenda(app, _)
        finish(app)


def items(app):
    return len(mappe(app.session, "list", council_of(app), "agenda-item").splitlines())


def on_the_agenda(app, _):
    """One step: the item with the text to decide on, and the link from the application to it; one undo."""
    before = items(app)
    press(app, _("Put on the agenda"))
    app.wait_text(_("The statement is on the agenda"))
    wait(app, lambda: items(app) == before + 1, "the agenda item")
    assert field(app, "funding-application", "FA-02", "agenda_item")
    app.press("ctrl+z")
    wait(app, lambda: items(app) == before, "the agenda item to be taken away")
    assert not field(app, "funding-application", "FA-02", "agenda_item")


@case
def examples_for_a_new_council():
    """A council without funding programmes is offered some; one undo takes them away."""
    _ = words("en")
    with Session(lang=LOCALES["en"], size=(1280, 900)) as session:
        path = session.env["HOME"] + "/new.ratsmappe"
        mappe(session, "new", path, "--name", "Rat")
        with start(session, path) as app:
            open_page(app, _("Funding"))
            tab(app, _("Deadlines"))
            press(app, "Add 4 example programmes")
            app.find("list item", re.compile("Niedersachsen"), visible=False)
            app.press("ctrl+z")
            app.absent("list item", re.compile("Niedersachsen"))
            finish(app)


def tab(app, name):
    app.mouse_click(app.find(None, name, where=lambda n: "tab" in n.role or "button" in n.role))


@case
def rules_and_papers():
    money("en")


@case
def regeln_und_unterlagen():
    money("de")


if __name__ == "__main__":
    sys.exit(main())
