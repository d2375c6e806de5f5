#!/usr/bin/env python3
"""One meeting the whole way, from its date to a task of its decision, in the real window and with the keyboard alone,
see keyboard.py.  Time goes on while the window is closed: the council file is all that goes from day to day."""
import sys

from keyboard import (Keys, answer, field, finish, in_focus, in_row, make_meeting, meeting, open_by_search, rows,
                      type_items)
from tap import case, main
from window import council_of, start, wait, window, words

ITEM = "Lighting at the underpass"
WORDING = "The town is asked for lights."
TASK = "Write to the building department"


def our_item(app):
    return next(item for item in meeting(app, "MTG07")["agenda"] if item["title"] == ITEM)


def invite(app, keys, _):
    make_meeting(app, keys, _)
    type_items(app, keys, _, (ITEM,))
    keys.press("alt+3")
    in_focus(app, _("Send invitation"))
    keys.press("Return")
    answer(app, keys, _("Send the invitation?"))
    wait(app, lambda: meeting(app, "MTG07")["state"] == "invited", "the meeting to be invited")


def go_to_sitting(app, keys, _):
    open_by_search(app, keys, "mtg07")
    app.find("button", lambda name: name.startswith(_("Sitting")))
    keys.press("alt+4")
    in_row(app, "Ahornstein, ")


def sit(app, keys, _):
    go_to_sitting(app, keys, _)
    keys.press("o", *"a" * 12)
    wait(app, lambda: meeting(app, "MTG07")["quorum"]["present"] == 12, "twelve members to be there")
    while our_item(app)["opened_at"] is None:
        called = [item["number"] for item in meeting(app, "MTG07")["agenda"] if item["opened_at"]]
        keys.press("space")
        wait(app, lambda before=called: before != [
            item["number"] for item in meeting(app, "MTG07")["agenda"] if item["opened_at"]], "the next item")
    keys.press("v")
    in_focus(app, _("Wording of the decision"))
    keys.type(WORDING)
    keys.press("Escape", "u")
    wait(app, lambda: our_item(app)["decisions"], "the vote")


def minutes_state(app):
    minutes, = rows(app, "minutes", "MTG07")
    return field(app, "minutes", minutes.split()[0], "state")


def close_and_write(app, keys, _):
    """The sitting is closed; the minutes go to the chair and to the members."""
    go_to_sitting(app, keys, _)
    keys.press("o")
    wait(app, lambda: meeting(app, "MTG07")["state"] == "held", "the sitting to be closed")
    keys.press("alt+5")
    in_focus(app, _("Give to the chair"))
    keys.press("Return")
    in_focus(app, _("Send"))
    keys.press("Return")
    wait(app, lambda: minutes_state(app) == "sent", "the minutes to be sent")


def seal(app, keys, _):
    open_by_search(app, keys, "mtg07")
    keys.press("alt+5")
    in_focus(app, _("Approve…"))
    keys.press("Return")
    answer(app, keys, _("Approve minutes"))
    in_focus(app, _("Sign and seal…"))
    keys.press("Return")
    answer(app, keys, _("Sign and seal minutes"))
    wait(app, lambda: field(app, "minutes", rows(app, "minutes", "MTG07")[0].split()[0], "sealed_at"),
         "the minutes to be sealed")
    wait(app, app.focused, "the focus to be somewhere")


def follow(app, keys, _):
    open_by_search(app, keys, "mtg07")
    app.find("button", lambda name: name.startswith(_("Follow-up")))
    keys.press("alt+6", "ctrl+n")
    in_focus(app, _("Task"))
    keys.type(TASK)
    keys.press("Return")
    wait(app, lambda: [task["title"] for task in our_item(app)["tasks"]] == [TASK], "the task")


@case
def whole_meeting():
    _ = words("en")
    with window("en", fake_time="@2026-11-24 09:00:00") as app:
        keys = Keys(app)
        invite(app, keys, _)
        finish(app)
        for now, act in (("2027-02-16 15:30:00", sit), ("2027-02-16 17:30:00", close_and_write),
                         ("2027-05-18 18:00:00", seal), ("2027-05-19 09:00:00", follow)):
            app.session.env["FAKETIME"] = "@" + now
            with start(app.session, council_of(app)) as later:
                keys.app = later
                act(later, keys, _)
                finish(later)
        print("# keys: %d" % keys.count)
        decision, = our_item(app)["decisions"]
        assert (decision["text"], decision["yes"], decision["outcome"]) == (WORDING, 12, "adopted"), decision
        assert [task["title"] for task in our_item(app)["tasks"]] == [TASK]


if __name__ == "__main__":
    sys.exit(main())
