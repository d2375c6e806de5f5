#!/usr/bin/env python3
"""Council files as they come: none, one, two, a broken one, one that goes away; and a program that is killed."""
import pathlib
import re
import shutil
import subprocess
import sys

from tap import case, main
from uitest.session import Session
from window import (LOCALES, PROGRAM, council_of, demo, edit_field, mappe, search_for, start, titled, wait,
                    wait_row, window, words)


def again(app, *files):
    """What a double click in the file manager does: the program once more, which hands over to the first."""
    subprocess.run([PROGRAM, *files], env=app.session.env, check=True, timeout=20, stdout=subprocess.PIPE)


def names(app):
    return [w.name for w in app.windows()]


@case
def no_file_leads_to_the_demo_council():
    with window("de", council=False) as app:
        app.find(None, "Willkommen bei Ratsmappe")
        app.click(app.find("button", "Beispielrat ausprobieren"))
        app.find("list item", re.compile("^Personen"))
        wait(app, lambda: "Musterhausen" in names(app)[0], "the council in the title")
        app.quit()
        app.assert_clean()


@case
def one_window_for_a_file_two_for_two():
    with window("en") as app:
        path = council_of(app)
        again(app, path)
        assert len(app.windows()) == 1, names(app)
        shutil.copy(path, path.with_name("second.ratsmappe"))
        again(app, path.with_name("second.ratsmappe"))
        wait(app, lambda: len(app.windows()) == 2, "a window of its own for the second file")
        app.quit()
        app.assert_clean()


def tells(app, path, content, title):
    path.write_bytes(content)
    again(app, path)
    dialog = app.find("dialog", title)
    app.find("label", lambda name: str(path) in name, within=dialog)
    app.wait_active(dialog)
    app.press("Escape")
    app.absent("dialog", title)


@case
def a_broken_file_is_told_in_clear_words():
    with window("de") as app:
        path = council_of(app)
        whole = path.read_bytes()
        tells(app, path.with_name("text.ratsmappe"), b"Liebe Leute\n" * 90, "Diese Datei ist keine Ratsdatei")
        tells(app, path.with_name("cut.ratsmappe"), whole[:20000], "Die Ratsdatei ist beschädigt")
        app.quit()
        app.assert_clean()


@case
def a_file_that_goes_away_leaves_a_copy():
    with window("en") as app:
        path = council_of(app)
        before = mappe(app.session, "dump", path)
        path.unlink()
        app.find("status", re.compile("moved, deleted or replaced"))
        app.click(app.find("button", "Save a copy as…"))
        copy = path.with_name("saved.ratsmappe")
        app.answer_file_dialog(str(copy))
        app.wait_text("Copy saved and checked")
        assert mappe(app.session, "dump", copy) == before
        app.quit()
        app.assert_clean()


@case
def the_place_is_remembered():
    with Session(lang=LOCALES["en"]) as session:
        path = demo(session, "en")
        with start(session, path) as app:
            search_for(app, "gaensew", "^Gänsewiese, Gundula")
            titled(app, "Gänsewiese, Gundula")
            app.quit()
            app.assert_clean()
        with start(session, path) as app:
            titled(app, "Gänsewiese, Gundula")
            app.quit()
            app.assert_clean()


@case
def what_was_typed_outlives_a_kill():
    with Session(lang=LOCALES["en"]) as session:
        path = demo(session, "en")
        before = mappe(session, "dump", path)
        with start(session, path) as app:
            search_for(app, "gaensew", "^Gänsewiese, Gundula")
            titled(app, "Gänsewiese, Gundula")
            edit_field(app, "First name", "Gunda")
            drafts = pathlib.Path(session.env["XDG_STATE_HOME"], "ratsmappe/drafts")
            wait(app, lambda: any("Gunda" in d.read_text() for d in drafts.glob("*/*.draft")), "the draft")
            app.proc.kill()
            app.proc.wait()
        with start(session, path) as app:
            search_for(app, "gaensew", "^Gänsewiese, Gundula")
            app.find("status", re.compile("^Your unsaved input is back"))
            app.find("list item", "First name: Gunda")
            assert mappe(session, "dump", path) == before
            app.press("ctrl+s")
            wait_row(app, "M07, Gänsewiese, Gunda")
            app.quit()
            app.assert_clean()


@case
def another_language_after_a_restart():
    with Session(lang=LOCALES["en"]) as session:
        path = demo(session, "en")
        with start(session, path) as app:
            app.find("list item", re.compile("^People"))
            app.press("ctrl+comma")
            preferences = app.find("window", "Preferences")
            app.mouse_click(app.find("tab", "Display", within=preferences))
            app.choose(app.find("combo box", "Language of the window"), "Deutsch")
            app.press("Escape")
            app.absent("window", "Preferences")
            app.quit()
            app.assert_clean()
        with start(session, path) as app:
            app.find("list item", re.compile("^Personen"))
            app.find("button", "Alles durchsuchen")
            app.quit()
            app.assert_clean()


if __name__ == "__main__":
    sys.exit(main())
