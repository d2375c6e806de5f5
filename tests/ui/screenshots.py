#!/usr/bin/python3
"""Pictures of every page, to be looked at; run by hand after the build.

    MAPPE_BUILD=_build PYTHONPATH=tests /usr/bin/python3 tests/ui/screenshots.py FOLDER [--only de-dark]

Writes FOLDER/<language>-<colours>-<width>-<page>.png. The README's pictures are made the same way.
"""
import argparse
import pathlib
import time

from window import window

PAGES = 9
LOOKS = [("de", False, (1280, 860)), ("en", False, (1280, 860)), ("de", True, (1280, 860)), ("en", True, (800, 600))]


def pictures(folder, language, dark, size):
    name = "%s-%s-%d" % (language, "dark" if dark else "light", size[0])
    with window(language, dark=dark, size=size) as app:
        app.find("list", {"de": "Seiten", "en": "Pages"}[language])
        for page in range(1, PAGES + 1):
            app.press("ctrl+%d" % page)
            # What is on a page comes in several steps; a picture is for people, so it may take its time.
            time.sleep(1.5)
            app.screenshot(str(folder / ("%s-%d.png" % (name, page))))
        print(name, app.problems() or "clean")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for language, dark, size in LOOKS:
        if ("%s-%s" % (language, "dark" if dark else "light")).startswith(options.only):
            pictures(options.folder, language, dark, size)


main()
