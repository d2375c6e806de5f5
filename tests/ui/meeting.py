#!/usr/bin/env python3
"""A meeting from its date to its last task, in the real window and with the keyboard alone: nothing is clicked, and no
action is asked for over the accessibility bus, which is read only.  Keys that are not text are counted; how many each
part may take is in its case."""
import re
import sys

from keyboard import (Keys, answer, field, finish, in_focus, in_row, make_meeting, meeting, open_by_search, rows, tab_to,
                      type_items)
from tap import case, main
from window import wait, window, words

ITEMS = ("Lighting at the underpass", "Patrols in autumn | 15", "Youth forum", "Report of the police",
         "Wine festival | 15", "School bonding", "Barriers at the riverside", "Any other business")


# --- from the date to the invitation ---

def titles(app):
    return [item["title"] for item in meeting(app, "MTG07")["agenda"]]


def plan_to_invitation(lang):
    _ = words(lang)
    with window(lang, fake_time="@2026-11-24 09:00:00") as app:
        keys = Keys(app)
        make_meeting(app, keys, _)
        standing = titles(app)
        type_items(app, keys, _, ITEMS)
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


@case
def arrange_agenda():
    """Items are moved, put beneath each other and into the other part; after the invitation they stay in their part."""
    with window("en", fake_time="@2026-11-24 09:00:00") as app:
        keys = Keys(app)
        make_meeting(app, keys, words("en"))
        standing = titles(app)
        type_items(app, keys, words("en"), ("First", "Second", "Third"))
        keys.press("shift+Tab")
        in_row(app, "%d, Third, " % (len(standing) + 3))
        for key, wanted in (("alt+Up", ("First", "Third", "Second")), ("alt+Down", ("First", "Second", "Third"))):
            keys.press(key)
            wait(app, lambda wanted=wanted: titles(app) == standing + list(wanted), "the order " + " ".join(wanted))
        for key, number in (("alt+shift+Right", "%d.1" % (len(standing) + 2)), ("alt+shift+Left", str(len(standing) + 3))):
            keys.press(key)
            in_row(app, "%s, Third, " % number)
        app.find("button", "Public: move to the non-public part")
        keys.press("Up", "ctrl+l")
        app.find("button", "Non-public: move to the public part")
        item = meeting(app, "MTG07")["agenda"][-1]
        assert (item["title"], item["public"]) == ("Second", False), item
        in_row(app, "%d, Second, Report, non-public" % (len(standing) + 3))
        keys.press("ctrl+l")
        app.find("button", "Public: move to the non-public part")
        assert meeting(app, "MTG07")["agenda"][-1]["public"]
        keys.press("ctrl+p")
        app.wait_active(app.find("dialog", "Print"))
        keys.press("Escape")
        app.absent("dialog", "Print")
        keys.press("alt+3")
        in_focus(app, "Send invitation")
        keys.press("Return")
        answer(app, keys, "Send the invitation?")
        wait(app, lambda: meeting(app, "MTG07")["state"] == "invited", "the meeting to be invited")
        keys.press("alt+2")
        in_focus(app, "New agenda item")
        keys.press("ctrl+l")
        app.wait_text("The invitation is sent: an item no longer changes its part")
        assert all(item["public"] for item in meeting(app, "MTG07")["agenda"])
        finish(app)


# --- the minutes ---

@case
def finish_minutes():
    with window("en", fake_time="@2026-12-09 09:00:00") as app:
        keys = Keys(app)
        open_by_search(app, keys, "mtg05")
        in_focus(app, "1 objection")
        keys.press("alt+5")
        keys.press("Return")
        in_row(app, "Der Ausschluss ")
        keys.press("Return")
        app.wait_active(app.find("dialog", "Decide on the objection"))
        app.find("text box", "Decided in", states=("focused",))
        # Nobody accepts an objection by leaning on a key.
        keys.press("Return")
        keys.press("alt+a")
        app.absent("dialog", "Decide on the objection")
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
        # The seal is passed over; what was done before it, and is not told by the minutes, is undone and redone.
        app.press("ctrl+z")
        wait(app, lambda: field(app, "objection", "OB-02", "outcome") != "accepted", "the objection to be open again")
        assert field(app, "minutes", "MIN-05", "sealed_at")
        app.press("ctrl+shift+z")
        wait(app, lambda: field(app, "objection", "OB-02", "outcome") == "accepted", "the objection to be decided again")
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
        # What is done comes last in the list; the next one is selected.
        app.find("row", lambda name: name.startswith("T-16, Done"))
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


# --- a new item from the list of items ---

@case
def new_item():
    """It is typed on the agenda of the meeting whose item is selected, and gets its number and part there."""
    with window("en", fake_time="@2026-11-24 09:00:00") as app:
        keys = Keys(app)
        before = meeting(app, "MTG06")["agenda"]
        open_by_search(app, keys, before[0]["reference"].lower())
        app.find("label", re.compile(r"\b%s\b" % before[0]["reference"]))
        keys.press("ctrl+n")
        in_focus(app, "New agenda item")
        keys.type("Bicycles at the station")
        keys.press("Return")
        wait(app, lambda: len(meeting(app, "MTG06")["agenda"]) == len(before) + 1, "the new item")
        added, = [i for i in meeting(app, "MTG06")["agenda"] if i["title"] == "Bicycles at the station"]
        assert added["number"] and added["public"], added
        finish(app)


# --- the calendar ---

@case
def calendar():
    with window("en", fake_time="@2026-11-24 09:00:00") as app:
        keys = Keys(app)
        keys.press("ctrl+2")
        in_row(app, "Tuesday, 24 November 2026, ")
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
