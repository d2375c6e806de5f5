#!/usr/bin/env python3
"""What is kept, what goes to the archive, what is erased for good, and what is named before it goes out."""
import pathlib
import re
import sys

from keyboard import finish
from tap import case, main
from window import council_of, mappe, open_page, search_for, wait, window, words

SECRET = "zeder-geheim@example.org"
SHARE = {"en": "Share", "de": "Weitergeben"}
WHAT = {"en": "What", "de": "Was"}


def council(app, *arguments):
    command, *rest = arguments
    return mappe(app.session, command, council_of(app), *rest).strip()


def holds(app, text):
    path = council_of(app)
    return any(text.encode() in p.read_bytes() for p in path.parent.glob(path.name + "*"))


def tab(app, name):
    app.mouse_click(app.find(None, name, where=lambda n: "tab" in n.role or "button" in n.role))


def retention(app, _):
    open_page(app, _("Archive"))
    tab(app, _("Retention"))
    app.find("label", _("Retention and archive"))


def records_are_offered_and_deleted(lang):
    _ = words(lang)
    with window(lang, size=(1280, 800)) as app:
        meeting = council(app, "add", "meeting", "body=B01", "title=Alt", "held_on=2012-03-04", "state=held")
        paper = council(app, "add", "document", "title=Lichtbericht 2012", "meeting=" + meeting)
        retention(app, _)
        app.find("list item", re.compile("^Lichtbericht 2012"))
        app.click(app.find("button", _("Offer to the archive"), where=lambda n: "sensitive" in n.states))
        app.find("list item", re.compile("^AN-01"))
        # The archive has not decided: nothing may go.
        assert "sensitive" not in app.find("button", _("Delete what may go…")).states
        app.click(app.find("button", _("List of the offer %s") % "AN-01"))
        app.wait_active(app.find("window", SHARE[lang]))
        app.press("Escape")
        wait(app, lambda: len(app.windows()) == 1, "the window to share to go")
        council(app, "set", "archive-offer", "AN-01", "decision=not_wanted", "decided_on=2026-11-30",
                "decided_by=Ahorn")
        app.click(app.find("button", _("Delete what may go…"), where=lambda n: "sensitive" in n.states))
        app.click(app.find("button", _("_Delete").replace("_", "")))
        app.wait_text(_("The records are deleted"))
        assert paper not in mappe(app.session, "list", council_of(app), "document")
        finish(app)


def open_erasing(app, _, person):
    search_for(app, person, person)
    app.find("label", re.compile("Zederbaum"))
    app.click(app.find("button", _("More about this record"), visible=False))
    app.click(app.find("menu item", _("Erase personal data…")))
    app.wait_active(app.find("window", _("Erase personal data")))


def a_person_is_erased(lang):
    _ = words(lang)
    with window(lang, size=(1280, 800)) as app:
        person = council(app, "add", "person", "last_name=Zederbaum", "email=" + SECRET)
        open_erasing(app, _, person)
        app.find("list item", re.compile(re.escape(_("E-mail"))), visible=False)
        erase = app.find("button", _("Erase"))
        assert "sensitive" not in erase.states, "erased without having been confirmed"
        app.press("Escape")
        wait(app, lambda: len(app.windows()) == 1, "the window to go")
        assert holds(app, SECRET)
        open_erasing(app, _, person)
        app.mouse_click(app.find("text box", _("Type %s to erase") % person))
        app.type(person)
        app.click(app.find("button", _("Erase"), where=lambda n: "sensitive" in n.states))
        app.wait_text(_("Personal data erased"))
        wait(app, lambda: not holds(app, SECRET), "the bytes to be gone")
        assert not holds(app, "Zederbaum")
        finish(app)


def what_is_for_others_is_asked(lang):
    _ = words(lang)
    with window(lang, size=(1280, 800)) as app:
        meeting = council(app, "add", "meeting", "body=B01", "title=Neu", "held_on=2027-03-04", "state=planned",
                          "start_at=17:00", "public_part=1")
        item = council(app, "add", "agenda-item", "meeting=" + meeting, "number=1", "title=Ankauf", "public=0")
        council(app, "add", "agenda-item", "meeting=" + meeting, "number=2", "title=Bericht", "public=1")
        council(app, "export", "agenda:" + meeting, "--profile", "members")
        council(app, "set", "agenda-item", item, "public=1")
        search_for(app, meeting, meeting)
        app.find("group", _("Steps of the meeting"))
        app.press("ctrl+shift+s")
        app.wait_active(app.find("window", SHARE[lang]))
        wait(app, lambda: (app.focused() or app.root).name.startswith(WHAT[lang]), "the choice of the document")
        app.press("space")
        app.press("Down", "Return")
        app.find("label", re.compile(re.escape(_("Everything in it is public."))))
        app.press("ctrl+s")
        app.find("label", re.compile("Ankauf.*" + re.escape(_("for everybody"))))
        app.press("Escape")
        wait(app, lambda: len(app.windows()) == 2, "the question to go")
        app.press("ctrl+s")
        app.click(app.find("button", _("_Share all the same").replace("_", "")))
        target = pathlib.Path(app.session.env["HOME"]) / "agenda.pdf"
        named = re.compile("Ankauf.*" + re.escape(_("for everybody")))
        wait(app, lambda: not app.find_all("label", named), "the question to go")
        wait(app, lambda: len(app.windows()) == 3, "the file dialog")
        app.answer_file_dialog(str(target))
        app.wait_text(_("“%s” saved") % "agenda.pdf")
        wait(app, lambda: "\tsaved\tagenda\t" in council(app, "outgoing"), "the note of what went out")
        app.press("Escape")
        wait(app, lambda: len(app.windows()) == 1, "the window to share to go")
        finish(app)


def a_letter_gets_a_text_of_its_own(lang):
    _ = words(lang)
    with window(lang, size=(1280, 800)) as app:
        open_page(app, _("Documents"))
        tab(app, _("Texts of letters"))
        thanks = {"en": "Thanks to volunteers", "de": "Dank an Ehrenamtliche"}[lang]
        app.click(app.find("button", _("Change the text: %1$s, %2$s").replace("%1$s", thanks).replace("%2$s",
                                                                                                      _("German"))))
        app.find("window", re.compile(re.escape(thanks)))
        wait(app, lambda: (app.focused() or app.root).name == _("Text"), "the text")
        app.press("ctrl+a")
        app.type("Hallo {recipient}, {nobody}")
        app.find("label", re.compile(r"\{nobody\}"))
        app.click(app.find("button", _("Save")))
        wait(app, lambda: len(app.windows()) == 1, "the editor to go")
        wait(app, lambda: "Hallo" in mappe(app.session, "export", council_of(app), "thanks-letter:VO-001", "--profile",
                                           "full", "--lang", "de"), "the letter")
        finish(app)


@case
def unterlagen_werden_angeboten_und_geloescht():
    records_are_offered_and_deleted("de")


@case
def a_person_is_erased_for_good():
    a_person_is_erased("en")


@case
def what_becomes_public_is_asked_about():
    what_is_for_others_is_asked("en")


@case
def a_letter_of_thanks_is_changed():
    a_letter_gets_a_text_of_its_own("en")


if __name__ == "__main__":
    sys.exit(main())
