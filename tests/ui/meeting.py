#!/usr/bin/env python3
"""A meeting from its date to its last task, in the real window and with the keyboard alone: nothing is clicked, and no
action is asked for over the accessibility bus, which is read only.  Keys that are not text are counted; how many each
part may take is in its case."""
import json
import re
import sys

from tap import case, main
from uitest.driver import NotFound
from window import council_of, mappe, wait, window, words

ITEMS = ("Lighting at the underpass", "Patrols in autumn | 15", "Youth forum", "Report of the police",
         "Wine festival | 15", "School bonding", "Barriers at the riverside", "Any other business")


class Keys:
    """Keys pressed and text typed in a window; counts the keys that are no text."""

    def __init__(self, app):
        self.app, self.count = app, 0

    def press(self, *keys):
        self.count += len(keys)
        self.app.press(*keys)

    def type(self, text):
        self.app.type(text)

    def at_most(self, limit):
        assert self.count <= limit, "%d keys, more than %d" % (self.count, limit)


def in_focus(app, name, part=False):
    """Until what is named so has the focus; part: whose name begins so."""
    def there():
        node = app.focused()
        return node is not None and (node.name.startswith(name) if part else node.name == name)
    try:
        wait(app, there, "the focus to be at " + name)
    except NotFound as error:
        raise AssertionError("%s; it is at %r" % (error, app.focused())) from None


def in_row(app, start):
    in_focus(app, start, part=True)


def tab_to(app, keys, name):
    """Tabs until what is named so, or begins so, has the focus; each of them counts."""
    for _turn in range(30):
        before = app.focused()
        if before is not None and before.name.startswith(name):
            return
        keys.press("Tab")
        app._settle_focus(before)
    raise AssertionError("Tab does not come to %s" % name)


def meeting(app, reference):
    """What the command-line program says of a meeting."""
    return json.loads(mappe(app.session, "meeting", council_of(app), reference, "--format", "json"))


def field(app, kind, reference, name):
    """A field of a record, as the file has it."""
    for line in mappe(app.session, "show", council_of(app), kind, reference).splitlines():
        key, _space, value = line.partition(" ")
        if key == name:
            return value.strip()
    raise AssertionError("%s %s has no %s" % (kind, reference, name))


def rows(app, kind, reference):
    """Lines of the list of a kind that speak of a record."""
    return [line for line in mappe(app.session, "list", council_of(app), kind).splitlines()
            if reference in line.split()]


def finish(app):
    app.quit()
    app.assert_clean()


def answer(app, keys, heading, *more):
    """Waits for a question and accepts what it proposes; more: keys before that."""
    app.wait_active(app.find("dialog", heading))
    keys.press(*more, "Return")
    app.absent("dialog", heading)


# --- from the date to the invitation ---

def make_meeting(app, keys, _):
    keys.press("ctrl+3", "ctrl+n")
    app.wait_active(app.find("window", _("New meeting")))
    in_focus(app, _("Date"))
    keys.type("2027-02-16")
    keys.press("Return")
    app.absent("window", _("New meeting"))
    app.find("button", re.compile("^%s, " % _("Plan")), states=("pressed",))
    assert meeting(app, "MTG07")["held_on"] == "2027-02-16"


def type_items(app, keys, _):
    keys.press("alt+2")
    in_focus(app, _("New agenda item"))
    for item in ITEMS:
        keys.type(item)
        keys.press("Return")
        title = item.partition(" |")[0]
        app.find("list item", lambda name, title=title: title in name)
        wait(app, lambda: app.focused().name == _("New agenda item") and app.focused().text() == "",
             "the entry to be ready for the next")


def titles(app):
    return [item["title"] for item in meeting(app, "MTG07")["agenda"]]


def plan_to_invitation(lang):
    _ = words(lang)
    with window(lang, fake_time="@2026-11-24 09:00:00") as app:
        keys = Keys(app)
        make_meeting(app, keys, _)
        standing = titles(app)
        type_items(app, keys, _)
        wanted = standing + [item.partition(" |")[0] for item in ITEMS]
        assert titles(app) == wanted, titles(app)
        keys.press("alt+Up")
        wanted[-2:] = reversed(wanted[-2:])
        wait(app, lambda: titles(app) == wanted, "the last item to stand before the one above it")
        keys.press("alt+3")
        in_focus(app, _("Send invitation"))
        keys.press("Return")
        answer(app, keys, _("Send the invitation?"))
        wait(app, lambda: meeting(app, "MTG07")["state"] == "invited", "the meeting to be invited")
        agenda = meeting(app, "MTG07")["agenda"]
        assert [item["number"] for item in agenda] == [str(n + 1) for n in range(len(wanted))], agenda
        assert [item["title"] for item in agenda] == wanted
        assert [item["planned_minutes"] for item in agenda if item["title"] in ("Patrols in autumn", "Wine festival")
                ] == [15, 15]
        version, = rows(app, "agenda-version", "MTG07")
        assert "2026-11-24" in version
        invited = rows(app, "invitation", version.split()[0])
        assert len(invited) >= len([p for p in meeting(app, "MTG07")["presence"] if p["voting"]]) > 0, invited
        print("# keys: %d" % keys.count)
        keys.at_most(40)
        finish(app)


@case
def plan_to_invitation_in_english():
    plan_to_invitation("en")


@case
def plan_to_invitation_in_german():
    plan_to_invitation("de")


# --- the minutes ---

def open_by_search(app, keys, reference):
    keys.press("ctrl+k")
    wait(app, lambda: (app.focused() or app.root).role == "search box", "the search")
    keys.type(reference)
    app.find("list item", lambda name: reference.upper() in name, where=lambda n: "selected" in n.states)
    keys.press("Return")


@case
def finish_minutes():
    with window("en", fake_time="@2026-12-09 09:00:00") as app:
        keys = Keys(app)
        open_by_search(app, keys, "mtg05")
        in_focus(app, "1 objection")
        keys.press("alt+5")
        keys.press("Return")
        app.find("button", "Decide…")
        tab_to(app, keys, "Decide…")
        keys.press("Return")
        answer(app, keys, "Decide on the objection")
        wait(app, lambda: field(app, "objection", "OB-02", "outcome") == "accepted", "the objection to be decided")
        keys.press("alt+5")
        in_focus(app, "Approve…")
        keys.press("Return")
        answer(app, keys, "Approve minutes")
        wait(app, lambda: field(app, "minutes", "MIN-05", "state") == "approved", "the minutes to be approved")
        keys.press("alt+5", "Return")
        answer(app, keys, "Sign and seal minutes")
        wait(app, lambda: field(app, "minutes", "MIN-05", "sealed_at"), "the minutes to be sealed")
        print("# keys: %d" % keys.count)
        keys.at_most(15)
        app.press("ctrl+z")
        app.wait_active(app.find("dialog", "The step was not undone"))
        app.wait_text("^The minutes are sealed")
        app.press("Return")
        app.absent("dialog", "The step was not undone")
        assert field(app, "minutes", "MIN-05", "sealed_at")
        app.press("ctrl+4")
        in_row(app, "LG 2026/01, ")
        app.press("ctrl+Return")
        wait(app, lambda: field(app, "decision", "D-05", "status") == "done", "a decision to be done")
        app.find("row", lambda name: name.startswith("LG 2026/01, Done"))
        app.press("ctrl+z")
        wait(app, lambda: field(app, "decision", "D-05", "status") == "overdue", "that to be undone")
        assert field(app, "minutes", "MIN-05", "sealed_at")
        finish(app)


# --- decisions and tasks ---

@case
def follow_up():
    with window("en", fake_time="@2026-11-24 09:00:00") as app:
        keys = Keys(app)
        keys.press("ctrl+4")
        in_row(app, "LG 2026/01, ")
        keys.press("Down", "Down")
        in_row(app, "T-16, ")
        keys.press("ctrl+Return")
        wait(app, lambda: field(app, "task", "T-16", "status") == "done", "the task to be done")
        assert field(app, "task", "T-16", "done_on") == "2026-11-24"
        # What is done comes last in the list, and the selection goes along with it.
        app.find("row", lambda name: name.startswith("T-16, Done"))
        keys.press("Up", "Down")
        in_row(app, "T-18, ")
        keys.press("ctrl+d")
        in_focus(app, "New date")
        keys.press("ctrl+a")
        keys.type("2027-01-29")
        tab_to(app, keys, "Reason")
        keys.type("Two candidates asked for time")
        keys.press("Return")
        wait(app, lambda: field(app, "task", "T-18", "due_on") == "2027-01-29", "the new date")
        assert field(app, "task", "T-18", "due_reason") == "Two candidates asked for time"
        print("# keys: %d" % keys.count)
        keys.at_most(12)
        in_row(app, "T-18, ")
        keys.press("ctrl+z")
        wait(app, lambda: field(app, "task", "T-18", "due_on") == "2026-12-31", "the old date again")
        assert field(app, "task", "T-18", "due_reason") == ""
        assert field(app, "task", "T-16", "status") == "done"
        finish(app)


# --- the calendar ---

@case
def calendar():
    with window("en", fake_time="@2026-11-24 09:00:00") as app:
        keys = Keys(app)
        keys.press("ctrl+2")
        in_focus(app, "Tuesday, 24 November 2026")
        keys.press("Down", "Down")
        in_row(app, "Tuesday, 8 December 2026, ")
        keys.press("Return")
        in_focus(app, "Continued plenary (second invitation)")
        keys.press("Return")
        app.find("button", "Sitting, to do", states=("pressed",))
        print("# keys: %d" % keys.count)
        keys.at_most(6)
        finish(app)


if __name__ == "__main__":
    sys.exit(main())
