"""The program's window on a demo council of its own, for the tests of this folder.

    from window import window
    with window("de") as app:
        app.click(app.find("button", "Suchen"))

See ../uitest/driver.py for what `app` can do.
"""
import contextlib
import os
import pathlib
import subprocess

from tap import BUILD
from uitest.driver import launch
from uitest.session import Session

PROGRAM = BUILD / "src/app/ratsmappe"
COMMAND = BUILD / "src/cli/mappe"
LOCALES = {"de": "de_DE.UTF-8", "en": "en_GB.UTF-8"}
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
def window(lang="en", council=True, **options):
    """A session in that language with the program open on its demo council; without council: on no file."""
    with Session(lang=LOCALES[lang], **options) as session:
        arguments = [demo(session, lang)] if council else []
        with start(session, *arguments) as app:
            yield app
