#!/usr/bin/env python3
"""Documents leave the house: what, for whom, in which format, looked at before; the file is what the command line writes."""
import os
import pathlib
import re
import stat
import subprocess
import sys

from keyboard import finish
from tap import BUILD, case, main
from window import council_of, search_for, wait, window, words

PAPER = {"en": "Minutes: Autumn plenary", "de": "Niederschrift: Herbstsitzung des Plenums"}

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
        choose(app, _("Document"), 3)
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


@case
def minutes_are_looked_at_and_saved():
    share("en")


@case
def niederschrift_wird_angesehen_und_gespeichert():
    share("de")


if __name__ == "__main__":
    sys.exit(main())
