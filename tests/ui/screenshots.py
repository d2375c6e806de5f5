#!/usr/bin/python3
"""Pictures of every page and of every step of a meeting, to be looked at; run by hand after the build.

    MAPPE_BUILD=_build PYTHONPATH=tests /usr/bin/python3 tests/ui/screenshots.py FOLDER [--only de-dark] [--page calendar]

Writes FOLDER/<language>-<look>-<width>-<page>.png. The README's pictures are made the same way.
"""
import argparse
import pathlib
import re
import time

from papers import attach, pdf
from pictures_of_dialogs import pictures_of_dialogs, pictures_of_sitting
from window import search_for, window, words

# The order of src/view/mappe-places.c.
PAGES = {"overview": "Overview", "calendar": "Calendar", "meetings": "Meetings", "decisions": "Decisions and tasks",
         "people": "People", "bodies": "Bodies", "partners": "Partners", "standing": "Standing of the council", "projects": "Projects",
         "outcomes": "Outcomes", "indicators": "Indicators", "areas": "Areas", "practice": "Best practice",
         "agreements": "Agreements", "patrols": "Joint foot patrols", "events": "Events", "citizens": "Citizens",
         "volunteers": "Volunteers", "funding": "Funding", "documents": "Documents",
         "archive": "Archive"}
# Each from a meeting that has come to it: one that is invited, and one that was held.
STEPS = {"plan": "MTG06", "agenda": "MTG06", "invitation": "MTG06", "sitting": "MTG05", "minutes": "MTG05",
         "follow-up": "MTG05"}
# Steps of an event, in their order; the records with a dossier of their own, by what finds them.
EVENT_STEPS = ("core", "concept", "plan", "timeline", "closures", "debrief", "checks")
DOSSIERS = {"profile": "BP-01", "transfer": "TR-01", "area": "AR-01", "audit": "SA-02", "application": "FA-01",
            "draft": "FA-02", "volunteers": "VP-01"}
# A measure with all that an evaluation can have.
EVALUATED = {"de": "Nachtbuslinie", "en": "Night bus line"}
LOOKS = {"light": {}, "dark": {"dark": True}, "large": {"text_scale": 2.0}, "contrast": {"high_contrast": True},
         "contrastdark": {"high_contrast": True, "dark": True}}
PICTURES = [("de", "light", (1280, 800)), ("en", "light", (1280, 800)), ("de", "dark", (1280, 800)),
            ("en", "dark", (800, 600)), ("de", "light", (800, 600)), ("de", "large", (1280, 800)),
            ("de", "contrast", (1280, 800)), ("de", "contrastdark", (1280, 800)), ("en", "light", (1920, 1080)),
            ("de", "large", (800, 600))]


def take(app, path):
    # What is on a page comes in several steps; a picture is for people, so it may take its time.
    time.sleep(1.5)
    app.screenshot(str(path))


def turn_to(app, word, title):
    """A page; the sidebar may be behind it in a narrow window."""
    for button in app.find_all("button", word("Back to the pages")):
        app.click(button)
    pages = app.find("list", word("Pages"))
    app.mouse_click(app.find("list item", re.compile("^%s(, |$)" % re.escape(word(title))), within=pages, visible=False))
    app.find("group", word(title))


def evaluation_picture(app, word, measure, take_it):
    """The evaluation of a measure, with the value of a point."""
    turn_to(app, word, "Outcomes")
    app.press("ctrl+f")
    app.type(measure)
    app.find("list item", re.compile("^" + re.escape(measure)))
    app.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return")
    app.find("button", word("How was this computed?"), visible=False)
    app.press("End")
    take_it()


def place_pictures(app, word, take_it):
    """The map of areas, and one of them over time."""
    turn_to(app, word, "Outcomes")
    app.mouse_click(app.find(None, word("Places"), where=lambda n: "tab" in n.role or "button" in n.role))
    app.find("image", re.compile("9"), visible=False)
    take_it("places")
    app.mouse_click(app.find("list item", re.compile("^Schlossgarten"), visible=False))
    app.find("button", word("Open record"), visible=False)
    app.press("Home")
    take_it("place")


def event_pictures(app, word, page, take_it):
    """An event with a plan that was released, step by step."""
    search_for(app, "EV-03", "EV-03")
    app.find("group", word("Steps of the event"))
    for number, step in enumerate(EVENT_STEPS, 1):
        if ("event-" + step).startswith(page):
            app.press("alt+%d" % number)
            take_it("event-" + step)


def dossier_pictures(app, page, take_it):
    for name, reference in DOSSIERS.items():
        if ("dossier-" + name).startswith(page):
            search_for(app, reference, reference)
            take_it("dossier-" + name)


# Views of a page beside its lists.
VIEWS = {"volunteer-years": ("Volunteers", "Figures"), "training": ("Volunteers", "Training"),
         "thanks": ("Volunteers", "Thanks"), "deadlines": ("Funding", "Deadlines"),
         "funnel": ("Citizens", "Figures"), "answering": ("Citizens", "Answer"),
         "you-said": ("Citizens", "You said – we did"), "network": ("Partners", "Network"),
         "quiet": ("Partners", "Inactive"), "sectors": ("Partners", "Sectors"),
         "escalation": ("Agreements", "Escalation")}


def view_picture(app, word, title, view, take_it):
    turn_to(app, word, title)
    app.mouse_click(app.find(None, word(view), where=lambda n: "tab" in n.role or "button" in n.role))
    app.settle()
    take_it()


def project_pictures(app, word, take_it):
    """A project by its steps, its profile of factors, and the gaps of all projects."""
    search_for(app, "P05", "")
    app.find("button", word("Edit record"), visible=False)
    take_it("project")
    chart = app.find("image", re.compile("2.*6"), visible=False)
    app.scroll_to(chart)
    take_it("project-factors")
    app.press("Escape")
    app.mouse_click(app.find(None, word("Gaps"), where=lambda n: "tab" in n.role or "button" in n.role))
    take_it("project-gaps")


def attachment_picture(app, word, take_it):
    """A PDF attached to a document, looked at where a word was found in it."""
    search_for(app, "DOC-007", "DOC-007")
    attach(app, "concept.pdf", pdf(["Konzept", "Beleuchtung am Quendelweg", None]), word)
    app.press("ctrl+s")
    search_for(app, "quendel", "DOC-007")
    take_it()
    app.press("Escape")


def pictures(folder, language, look, size, page):
    name = "%s-%s-%d" % (language, look, size[0])
    with window(language, size=size, **LOOKS[look]) as app:
        word = words(language)
        app.find("group", word("Overview"))
        if size[0] > 1280:
            app.press("F11")
        for place, title in PAGES.items():
            if place.startswith(page):
                turn_to(app, word, title)
                take(app, folder / ("%s-%s.png" % (name, place)))
        for name_of, (title, view) in VIEWS.items():
            if name_of.startswith(page):
                view_picture(app, word, title, view, lambda: take(app, folder / ("%s-%s.png" % (name, name_of))))
        if "evaluation".startswith(page):
            evaluation_picture(app, word, EVALUATED[language], lambda: take(app, folder / (name + "-evaluation.png")))
        if "places".startswith(page):
            place_pictures(app, word, lambda part: take(app, folder / ("%s-%s.png" % (name, part))))
        if "project-factors".startswith(page):
            project_pictures(app, word, lambda part: take(app, folder / ("%s-%s.png" % (name, part))))
        for number, (step, meeting) in enumerate(STEPS.items(), 1):
            if ("meeting-" + step).startswith(page):
                search_for(app, meeting, meeting)
                app.find("group", word("Steps of the meeting"))
                app.press("alt+%d" % number)
                take(app, folder / ("%s-meeting-%s.png" % (name, step)))
        if page in ("", "event") or page.startswith("event-"):
            event_pictures(app, word, page, lambda part: take(app, folder / ("%s-%s.png" % (name, part))))
        if "dossier".startswith(page) or page.startswith("dossier-"):
            dossier_pictures(app, page, lambda part: take(app, folder / ("%s-%s.png" % (name, part))))
        if "attachment".startswith(page):
            attachment_picture(app, word, lambda: take(app, folder / (name + "-attachment.png")))
        if page.startswith("dialog"):
            pictures_of_dialogs(app, word, lambda part: take(app, folder / ("%s-%s.png" % (name, part))),
                                lambda part: part.startswith(page))
        print(name, app.problems() or "clean")


def sitting_pictures(folder, language, look, size):
    name = "%s-%s-%d" % (language, look, size[0])
    with window(language, size=size, fake_time="@2026-12-08 16:00:00", **LOOKS[look]) as app:
        word = words(language)
        app.find("group", word("Overview"))
        pictures_of_sitting(app, word, lambda part: take(app, folder / ("%s-%s.png" % (name, part))), None)
        print(name, "sitting", app.problems() or "clean")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--only", default="", help="looks whose name begins so")
    parser.add_argument("--page", default="", help="pages whose name begins so; the steps are meeting-plan and so on")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for language, look, size in PICTURES:
        if ("%s-%s-%d" % (language, look, size[0])).startswith(options.only):
            if options.page == "sitting":
                sitting_pictures(options.folder, language, look, size)
            else:
                pictures(options.folder, language, look, size, options.page)


if __name__ == "__main__":
    main()
