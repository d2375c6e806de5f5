"""What opens from the pages, for screenshots.py: every dialog of the six steps of a meeting and of the lists, the forms
of the sitting, the forms of a vote, and the sitting in full screen."""
import pathlib
import re

from uitest.driver import NotFound
from window import search_for


def click(app, text, role="button"):
    app.click(app.find(role, re.compile("^%s" % re.escape(text))))


def step(app, _, meeting, number):
    search_for(app, meeting, meeting)
    app.find("group", _("Steps of the meeting"))
    app.press("alt+%d" % number)
    app.settle()


def by_button(meeting, number, text):
    def show(app, _):
        step(app, _, meeting, number)
        click(app, _(text))
    return show


def by_menu(meeting, number, button, item):
    def show(app, _):
        step(app, _, meeting, number)
        app.menu(app.find("button", _(button)), _(item).replace("_", ""))
    return show


def by_keys(*keys):
    def show(app, _):
        for key in keys:
            app.press(key)
            app.settle()
    return show


def first_invitation(app, _):
    by_keys("ctrl+3", "ctrl+n")(app, _)
    app.type("2027-02-16")
    app.press("Return")
    app.absent("window", _("New meeting"))
    app.settle()
    app.press("alt+3")
    app.settle()
    app.press("Return")


def template(app, _):
    step(app, _, "MTG06", 3)
    app.click(app.find(("radio button", "toggle button", "button", "tab"), _("Text")))
    app.settle()
    click(app, _("Edit text…"))


TABLE = ("Anrede;Vorname;Nachname;Firma;E-Mail;Stimmberechtigt\r\nFrau;Änne;Müller;Stadtwerke;ae@example.org;ja\r\n"
         "Herr;Bob;Kurz;;;vielleicht\r\nFrau;Amalia;Ahornstein;;;nein\r\n")
CALENDAR = ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Runder Tisch\r\nDTSTART:20270701T120000Z\r\n"
            "DTEND:20270701T133000Z\r\nLOCATION:Rathaus\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")


def by_file(page, name, text):
    """A file of another program, looked at from a page."""
    def show(app, _):
        path = pathlib.Path(app.session.env["HOME"]) / name
        path.write_text(text, encoding="cp1252", newline="")
        by_keys(page, "ctrl+i")(app, _)
        app.answer_file_dialog(str(path))
        app.settle()
    return show


DIALOGS = {
    "import-table": by_file("ctrl+5", "leute.csv", TABLE),
    "import-calendar": by_file("ctrl+3", "termine.ics", CALENDAR),
    "new-meeting": by_keys("ctrl+3", "ctrl+n"),
    "series": by_button("MTG06", 1, "Repeat…"),
    "copy": by_button("MTG06", 1, "Copy…"),
    "cancel": by_button("MTG06", 1, "Cancel meeting…"),
    "supplement": by_button("MTG06", 3, "Send supplement…"),
    "notice": by_button("MTG06", 3, "Public notice…"),
    "template": template,
    "objection": by_menu("MTG05", 5, "More", "Add _objection…"),
    "approve": by_button("MTG05", 5, "Approve…"),
    "due-date": by_keys("ctrl+4", "ctrl+d"),
    "reminders": by_keys("ctrl+4", "ctrl+r"),
    "search": by_keys("ctrl+1", "ctrl+k", "w", "e", "i", "n"),
    "new-person": by_keys("ctrl+5", "ctrl+n"),
    "shortcuts": by_keys("ctrl+1", "ctrl+question"),
    "preferences": by_keys("ctrl+comma"),
    "help": by_keys("F1"),
    "invitation": first_invitation,
}
# In the sitting of 8 December, one after the other.
SITTING = {
    "open": by_keys("o", *"aaaaaaaaaa"),
    "called": by_keys("space", "space", "space"),
    "vote": by_keys("v"),
    "task": by_keys("Escape", "t"),
    "motion": by_keys("Escape", "m"),
    "statement": by_keys("Escape", "s"),
    "conflict": by_keys("Escape", "Up", "x"),
    "deputy": by_keys("Escape", "d"),
    "full-screen": by_keys("Escape", "F11"),
}


def close_all(app):
    """Escape until the first window is alone again; one more for a popover, which is no window."""
    for _turn in range(4):
        app.press("Escape")
        app.settle()
        if len(app.windows()) == 1:
            return
    raise NotFound("Escape does not close %s" % app.windows())


def pictures_of_dialogs(app, word, take, wanted):
    for name, show in DIALOGS.items():
        if wanted("dialog-" + name):
            try:
                show(app, word)
                take("dialog-" + name)
                close_all(app)
            except NotFound as error:
                print("dialog-%s: %s" % (name, str(error).splitlines()[0]))
                app.press("Escape", "Escape")


def pictures_of_sitting(app, word, take, wanted):
    step(app, word, "MTG06", 4)
    for name, show in SITTING.items():
        show(app, word)
        take("sitting-" + name)
