#!/usr/bin/env python3
"""Documents leave the house: what, for whom, in which format, looked at before; the file is what the command line writes."""
import contextlib
import os
import pathlib
import re
import stat
import subprocess
import sys
import tempfile

from keyboard import finish
from tap import BUILD, case, main
from window import council_of, search_for, wait, window, words

PAPER = {"en": "Minutes: Autumn plenary", "de": "Niederschrift: Herbstsitzung des Plenums"}

WHAT = {"en": "What", "de": "Was"}
WITHHELD = {"en": "of them withheld", "de": "zurückgehalten"}
GREETING = {"en": "Good day,", "de": "Guten Tag,"}
SHARE = {"en": "Share", "de": "Weitergeben"}


def choose(app, title, steps):
    """Goes down so many entries in the choice that has the focus."""
    wait(app, lambda: (app.focused() or app.root).name.startswith(title), "the choice of " + title)
    app.press("space")
    app.press(*(["Down"] * steps), "Return")


def exported(app, lang, *options):
    program = next(path for path in pathlib.Path(BUILD).glob("src/cli/mappe"))
    return subprocess.run([str(program), "export", council_of(app), "minutes:MTG05", "--lang", lang, *options],
                          env=app.session.env, check=True, capture_output=True).stdout


def share(lang):
    _ = words(lang)
    with window(lang, size=(1280, 800)) as app:
        search_for(app, "MTG05", "MTG05")
        app.find("group", _("Steps of the meeting"))
        app.press("ctrl+shift+s")
        app.wait_active(app.find("window", SHARE[lang]))
        # The fourth document about a meeting; the pages follow the choice.
        choose(app, WHAT[lang], 3)
        app.find(None, PAPER[lang])
        app.find("label", re.compile(re.escape(_("Everything in it is public."))))
        app.press("Tab")
        choose(app, _("For whom"), 2)
        app.find("label", re.compile("^" + re.escape(_("Parts for members only"))))
        target = pathlib.Path(app.session.env["HOME"]) / "minutes.pdf"
        app.press("ctrl+s")
        wait(app, lambda: len(app.windows()) == 3, "the file dialog")
        app.answer_file_dialog(str(target))
        app.wait_text(_("“%s” saved") % "minutes.pdf")
        assert target.read_bytes() == exported(app, lang, "--profile", "full", "--format", "pdf"), "not the same file"
        assert stat.S_IMODE(os.stat(target).st_mode) == 0o600, oct(os.stat(target).st_mode)
        wait(app, lambda: len(app.windows()) == 2, "the file dialog to go")
        app.press("Escape")
        app.wait_active(app.windows()[0])
        finish(app)


def type_in(app, name, text):
    app.focus(app.find("text box", name))
    app.type(text)


def seal(lang):
    """The whole council leaves sealed, and comes in again with the passphrase; the calendar is seen before it goes."""
    _ = words(lang)
    with window(lang, size=(1280, 800)) as app:
        app.press("ctrl+shift+s")
        app.wait_active(app.find("window", SHARE[lang]))
        app.press("space", "End", "Return")
        app.find("label", re.compile(".*" + WITHHELD[lang]))
        app.press("Tab")
        app.press("space", "End", "Up", "Return")
        app.find("label", re.compile("(?s).*" + re.escape(_("Confidential records and contact data are in it."))), visible=False)
        save = app.find("button", _("_Save…").replace("_", ""))
        assert not save.has("sensitive"), "it may go without a passphrase"
        type_in(app, _("Passphrase"), "Rathaus im Regen")
        app.find("label", _("Type the same passphrase a second time."))
        type_in(app, _("The same again"), "Rathaus im Regen")
        target = pathlib.Path(app.session.env["HOME"]) / "register.xml.age"
        app.press("ctrl+s")
        wait(app, lambda: len(app.windows()) == 3, "the file dialog")
        app.answer_file_dialog(str(target))
        app.wait_text(_("“%s” saved") % "register.xml.age")
        wait(app, lambda: len(app.windows()) == 2, "the file dialog to go")
        assert target.read_bytes().startswith(b"age-encryption.org/v1\n"), target.read_bytes()[:40]
        phrase = target.with_name("phrase")
        phrase.write_text("Rathaus im Regen", encoding="utf-8")
        program = next(pathlib.Path(BUILD).glob("src/cli/mappe"))
        done = subprocess.run([str(program), "contents", str(target), "--passphrase-file", str(phrase)],
                              env=app.session.env, check=True, capture_output=True, text=True)
        assert "person\t25\n" in done.stdout, done.stdout
        app.press("Escape")
        app.wait_active(app.windows()[0])
        finish(app)


STAND_IN = """#!/bin/sh
for word; do printf '%s\\n' "$word"; done > "$HOME/mail"
echo end >> "$HOME/mail"
"""


@contextlib.contextmanager
def mail_program():
    """What the program finds as the mail program of the desktop writes down what it was given."""
    before = os.environ["PATH"]
    with tempfile.TemporaryDirectory() as there:
        program = pathlib.Path(there) / "xdg-email"
        program.write_text(STAND_IN, encoding="utf-8")
        program.chmod(0o755)
        os.environ["PATH"] = "%s:%s" % (there, before)
        try:
            yield
        finally:
            os.environ["PATH"] = before


def mail(lang):
    """A draft with recipients, text and attachment."""
    _ = words(lang)
    with mail_program(), window(lang, size=(1280, 800)) as app:
        home = pathlib.Path(app.session.env["HOME"])
        search_for(app, "MTG05", "MTG05")
        app.find("group", _("Steps of the meeting"))
        app.press("ctrl+shift+s")
        app.wait_active(app.find("window", SHARE[lang]))
        choose(app, WHAT[lang], 3)
        app.find(None, PAPER[lang])
        app.click(app.find("button", re.compile(re.escape(_("_Mail…").replace("_", "")))))
        sent = home / "mail"
        wait(app, sent.exists, "the mail program")
        wait(app, lambda: sent.read_text(encoding="utf-8").endswith("\nend\n"), "all of the draft")
        given = sent.read_text(encoding="utf-8").split("\n")
        assert given[given.index("--subject") + 1] == PAPER[lang], given
        assert given[given.index("--body") + 1] == GREETING[lang], given
        attached = pathlib.Path(given[given.index("--attach") + 1])
        assert attached.read_bytes() == exported(app, lang, "--format", "pdf"), "not the same file"
        assert stat.S_IMODE(os.stat(attached).st_mode) == 0o600, attached
        assert given.count("--bcc") > 10 and all("@" in given[i + 1] for i, w in enumerate(given) if w == "--bcc")
        app.press("Escape")
        app.wait_active(app.windows()[0])
        finish(app)


@case
def minutes_go_to_the_mail_program():
    mail("en")


@case
def der_ganze_rat_geht_versiegelt_hinaus():
    seal("de")


@case
def minutes_are_looked_at_and_saved():
    share("en")


if __name__ == "__main__":
    sys.exit(main())
