#!/usr/bin/env python3
"""Every page of the window as a screen reader and the keyboard meet it: names, no mnemonics in them, Tab goes round.
Then the looks: nothing cut off at twice the text size in a small window; no warning in dark and high contrast."""
import re
import sys

from tap import case, main
from uitest.a11y_audit import Audit
from window import PAGES, open_page, search_for, wait, window, words

STEPS = ("Plan", "Agenda", "Invitation", "Sitting", "Minutes", "Follow-up")
SMALL = (800, 600)

# what GTK and libadwaita name themselves, out of the program's reach
FOREIGN = ("GtkColumnViewTitle", "GtkListItemWidget", "GtkColumnListView", "GtkColumnViewCell", "AdwViewSwitcher")
SERIOUS = ("no-name", "image", "mnemonic", "no-keyboard")


def told(finding):
    return "%(page)s: %(kind)s %(role)s “%(name)s”: %(why)s; %(path)s" % finding


def serious(findings):
    return [told(f) for f in findings if f["kind"] in SERIOUS and f["name"] not in FOREIGN]


@case
def every_page_has_names():
    with window("de") as app:
        audit = Audit(app)
        for page in PAGES:
            open_page(app, words("de")(page))
            app.settle()
            audit.tree(page)
        app.quit()
        app.assert_clean()
    return serious(audit.findings)


def tabbed(app, key="Tab"):
    """Where the key takes the focus to."""
    before = app.focused()
    app.press(key)
    return wait(app, lambda: (app.focused() or before) != before and app.focused(),
                "%s to leave %r" % (key, before))


@case
def tab_goes_round_without_a_trap():
    with window("en") as app:
        open_page(app, "People")
        stops = [tabbed(app).name for _ in range(7)]
        assert app.windows()[0].name.endswith("People"), "Tab opens another page: %s" % stops
        assert stops[:3] == ["Search everything", "New", "Main menu"], stops
        app.mouse_click(app.find("row", "M03, Clementinus, Carlotta"))
        app.find("list item", "Last name: Clementinus")
        back = [tabbed(app, "shift+Tab").name for _ in range(6)]
        assert {"Filter the list", "Sorting, columns, export"} <= set(back), back
        app.quit()
        app.assert_clean()


@case
def shift_tab_leaves_a_step():
    with window("en", size=(1280, 800)) as app:
        search_for(app, "MTG06", "MTG06")
        app.find("group", "Steps of the meeting")
        app.press("alt+3")
        app.find("button", re.compile("^Invitation, "), states=("pressed",))
        stops = []
        while "Main menu" not in stops and len(stops) < 30:
            stops.append(tabbed(app, "shift+Tab").name)
        assert "Main menu" in stops and any(name.startswith("Plan, ") for name in stops), stops
        app.quit()
        app.assert_clean()


@case
def tab_passes_through_the_calendar():
    """A month is one stop, a day's list another one if there is something in it; on the way there and back."""
    with window("en", size=(1280, 800), fake_time="@2026-11-24 09:00:00") as app:
        app.press("ctrl+2")
        wait(app, lambda: app.focused() and app.focused().name.startswith("Tuesday, 24 November 2026"),
             "the focus on today")
        tabbed(app)
        assert inside(app, "list", "On the day selected"), app.focused()
        tabbed(app)
        assert not inside(app, "group", "Calendar"), app.focused()
        back = [tabbed(app, "shift+Tab").name]
        while back[-1] != "Today" and len(back) < 20:
            back.append(tabbed(app, "shift+Tab").name)
        days = [name for name in back if re.match(r"\w+day, ", name)]
        assert len(days) == 1 and days[0].startswith("Tuesday, 24 November 2026") and all(back), back
        app.press("ctrl+2")
        wait(app, lambda: app.focused().name.startswith("Tuesday, 24 November 2026"), "the focus on today again")
        app.press("Down", "Down")
        wait(app, lambda: app.focused().name.startswith("Tuesday, 8 December 2026, "), "the day of a meeting")
        tabbed(app)
        assert inside(app, "list", "On the day selected"), app.focused()
        tabbed(app, "shift+Tab")
        assert app.focused().name.startswith("Tuesday, 8 December 2026, "), app.focused()
        app.quit()
        app.assert_clean()


@case
def shortcuts_are_shown_without_a_warning():
    with window("en", size=(1280, 800)) as app:
        app.press("ctrl+question")
        app.find("label", "Sidebar, page and header bar in turn", visible=False)
        app.press("Escape")
        app.absent("label", "Sidebar, page and header bar in turn")
        app.quit()
        app.assert_clean()


def inside(app, role, name):
    return any(n.role == role and n.name == name for n in app.focused().ancestors())


@case
def f6_goes_through_the_window():
    with window("en") as app:
        app.press("ctrl+2")
        wait(app, lambda: inside(app, "group", "Calendar"), "the focus in the calendar")
        app.press("F6")
        wait(app, lambda: app.focused().name == "Search everything", "the focus in the header")
        app.press("F6")
        wait(app, lambda: inside(app, "list", "Pages"), "the focus in the sidebar")
        app.press("F6")
        wait(app, lambda: inside(app, "group", "Calendar"), "the focus in the calendar again")
        app.press("shift+F6")
        wait(app, lambda: inside(app, "list", "Pages"), "the way back")
        app.quit()
        app.assert_clean()


@case
def a_narrow_window_begins_in_its_page():
    with window("en", size=SMALL) as app:
        wait(app, lambda: app.focused() and inside(app, "group", "Overview"), "the focus in the overview")
        app.quit()
        app.assert_clean()


def cut_off(app, page, group):
    """Controls and labels of the page that lie outside of the window without a scroller around them."""
    width, height = app.windows()[0].rect[2:]
    if (width, height) != SMALL:
        yield "%s: the window does not stay small: %dx%d" % (page, width, height)
    for n in group.walk(hidden=True):
        x, y, w, h = n.rect
        if n.role in ("button", "label", "tab", "search box", "text box", "heading") and w > 0 and h > 0 \
                and (x < 0 or y < 0 or x + w > width or y + h > height) and "showing" in n.states and not scrolled(n):
            yield "%s: %s “%s” at %s is outside of the window %dx%d" % (
                page, n.role, n.name, n.rect, width, height)


def scrolled(node):
    return any(k.role == "scroll bar" for up in node.ancestors() for k in up.children())


@case
def large_text_in_a_small_window():
    findings = []
    word = words("de")
    with window("de", size=SMALL, text_scale=2.0) as app:
        for page in PAGES[:4] + PAGES[6:7]:
            app.press("ctrl+%d" % (PAGES.index(page) + 1))
            wait(app, lambda: word(page) in app.windows()[0].name, page)
            app.settle()
            findings += cut_off(app, page, app.find("group", word(page)))
        search_for(app, "MTG05", "MTG05")
        app.find("group", word("Steps of the meeting"))
        for number, step in enumerate(STEPS, 1):
            app.press("alt+%d" % number)
            app.find("button", re.compile("^%s, " % word(step)), states=("pressed",))
            app.settle()
            findings += cut_off(app, step, app.find("group", "Herbstsitzung des Plenums"))
        app.quit()
        app.assert_clean()
    return findings


def looks(**options):
    with window("de", **options) as app:
        for page in ("Overview", "People"):
            open_page(app, words("de")(page))
        app.quit()
        app.assert_clean()


@case
def dark():
    looks(dark=True)


@case
def high_contrast():
    looks(high_contrast=True)


if __name__ == "__main__":
    sys.exit(main())
