"""The program's window on a demo council of its own, for the tests of this folder.

    from window import window
    with window("de") as app:
        app.click(app.find("button", "Suchen"))

See ../uitest/driver.py for what `app` can do.
"""
import contextlib
import gettext
import os
import pathlib
import re
import subprocess

from tap import BUILD
from uitest.driver import launch
from uitest.session import Session

PROGRAM = BUILD / "src/app/ratsmappe"
COMMAND = BUILD / "src/cli/mappe"
LOCALES = {"de": "de_DE.UTF-8", "en": "en_GB.UTF-8"}
PAGES = ("Overview", "Calendar", "Meetings", "Decisions and tasks", "People", "Bodies", "Partners", "Projects",
         "Outcomes", "Indicators",
         "Areas", "Agreements", "Documents")
# The sanitizers unwind slowly.
TIMEOUT = 60.0 if "ASAN_OPTIONS" in os.environ else 10.0


def demo(session, lang):
    """A new demo council in the home of the session; its path."""
    path = pathlib.Path(session.env["HOME"]) / ("demo-%s.ratsmappe" % lang)
    subprocess.run([COMMAND, "demo", path, "--lang", lang], env=session.env, check=True, stdout=subprocess.PIPE)
    return path


def mappe(session, *arguments):
    """Output of the command-line program."""
    return subprocess.run([COMMAND, *arguments], env=session.env, check=True, text=True,
                          stdout=subprocess.PIPE).stdout


def start(session, *arguments):
    """The program in a session that is there already, for tests that start it twice."""
    return launch([str(PROGRAM), *map(str, arguments)], session, timeout=TIMEOUT)


@contextlib.contextmanager
def window(lang="en", council=True, text_scale=1.0, **options):
    """A session in that language with the program open on its demo council; without council: on no file."""
    with Session(lang=LOCALES[lang], **options) as session:
        if text_scale != 1.0:
            subprocess.run(["gsettings", "set", "org.ratsmappe.Ratsmappe", "text-scale", str(text_scale)],
                           env=session.env, check=True)
        arguments = [demo(session, lang)] if council else []
        with start(session, *arguments) as app:
            yield app


def words(lang):
    """The program's own words in that language: words("de")("Undo") == "Rückgängig"."""
    catalogue = gettext.translation("ratsmappe", BUILD / "po", [lang], fallback=lang == "en")
    return catalogue.gettext


def council_of(app):
    """Path of the demo council that window() opened."""
    return pathlib.Path(app.proc.args[-1])


def wait(app, condition, what):
    """Until condition() is true; its value."""
    return app._wait(condition, None, what)


def wait_row(app, name):
    """The row of the list that is named so: "M07, Gänsewiese, Gundula"."""
    return app.find("row", name)


def titled(app, text):
    """Until the detail shows the record of that name: its title stands at the right of the list, above the tabs."""
    return app.find("label", text, where=lambda n: n.rect[3] >= 24)


def open_page(app, name):
    """A page by its row in the sidebar, whose name may end with a count."""
    row = app.find("list item", re.compile("^%s(, |$)" % re.escape(name)), visible=False,
                   where=lambda n: n.rect[0] < 100 and n.up.rect[0] == 0)
    app.scroll_to(row)
    app.mouse_click(row)
    return app.find("group", name, where=lambda n: n.rect[0] > 100)


def search_for(app, text, chosen):
    """Ctrl+K, the text, and Enter once the row named chosen (a pattern) is there."""
    app.press("ctrl+k")
    wait(app, lambda: (app.focused() or app.root).role == "search box", "the search")
    app.press("ctrl+a")
    app.type(text)
    app.find("list item", re.compile(chosen), where=lambda n: "selected" in n.states)
    app.press("Return")


def edit_field(app, label, text):
    """Makes a field of the detail hold the text, as a user types it; not saved yet."""
    row = app.find("list item", re.compile("^%s: " % re.escape(label)), visible=False)
    app.scroll_to(row)
    app.mouse_click(row, fx=.4)
    wait(app, lambda: (app.focused() or app.root).name == label, "the entry of " + label)
    app.press("ctrl+a")
    app.type(text)


def named(app, role, start):
    """Names of the nodes of that role that begin so."""
    return [n.name for n in app.find_all(role, lambda name: name.startswith(start))]
