#!/usr/bin/env python3
"""A sitting as it is recorded live in the room: in the real window, with the keyboard alone, see keyboard.py."""
import re
import sys

from keyboard import Keys, answer, field, finish, in_focus, in_row, meeting, open_by_search, tab_to
from tap import case, main
from window import council_of, start, wait, window, words


def here(app, reference="MTG06"):
    return [person["person"] for person in meeting(app, reference)["presence"] if person["present"]]


def item(app, number, reference="MTG06"):
    return meeting(app, reference)["agenda"][number - 1]


def begin(app, keys, _, members):
    """Opens the sitting, and that many members arrive."""
    open_by_search(app, keys, "mtg06")
    app.find("button", lambda name: name.startswith(_("Sitting")), states=("pressed",))
    in_row(app, "Ahornstein, ")
    keys.press("o", *"a" * members)
    wait(app, lambda: len(here(app)) == members, "%d members to be there" % members)


def call(app, keys, number):
    keys.press("space")
    wait(app, lambda: item(app, number)["opened_at"], "item %d to be called" % number)


def sitting(lang):
    _ = words(lang)
    with window(lang, fake_time="@2026-12-08 16:00:00") as app:
        keys = Keys(app)
        begin(app, keys, _, 10)
        for number in (1, 2, 3):
            call(app, keys, number)
        keys.press("v")
        in_focus(app, _("Against"))
        keys.type("2")
        keys.press("Return")
        wait(app, lambda: item(app, 3)["decisions"], "the first vote")
        call(app, keys, 4)
        keys.press("Up", "x")
        answer(app, keys, _("Conflict of interest in item %s") % 4 + ": Ottilie Ofenfrisch")
        wait(app, lambda: item(app, 4)["excluded"] == ["M15"], "the exclusion")
        keys.press("u")
        wait(app, lambda: item(app, 4)["decisions"], "the second vote")
        call(app, keys, 5)
        keys.press("v")
        in_focus(app, _("Wording of the decision"))
        keys.type("The dates are noted.")
        keys.press("Escape", "u")
        wait(app, lambda: item(app, 5)["decisions"], "the third vote")
        votes = [(d["number"], d["text"], d["vote_type"], d["eligible"], d["yes"], d["no"], d["abstain"], d["outcome"])
                 for i in meeting(app, "MTG06")["agenda"] for d in i["decisions"]]
        assert votes[0][1:] == (item(app, 3)["decisions"][0]["text"], "open", 10, 8, 2, 0, "adopted"), votes
        assert votes[1][2:] == ("open", 9, 9, 0, 0, "adopted"), votes
        assert votes[2][1:] == ("The dates are noted.", "open", 10, 10, 0, 0, "adopted"), votes
        assert [v[0][-2:] for v in votes] == ["09", "10", "11"], votes
        print("# keys: %d" % keys.count)
        keys.at_most(30)
        finish(app)


@case
def sitting_in_english():
    sitting("en")


@case
def sitting_in_german():
    sitting("de")


def notes_of(app, number):
    return field(app, "agenda-item", item(app, number)["reference"], "discussion")


@case
def escape_stays():
    """Escape leads to the attendance and no further while the sitting goes on."""
    with window("en", fake_time="@2026-12-08 16:00:00") as app:
        keys = Keys(app)
        begin(app, keys, words("en"), 10)
        keys.press("n")
        in_focus(app, "Notes of the discussion")
        keys.press("Escape", "Escape", "Escape", "a")
        wait(app, lambda: len(here(app)) == 11, "the next member to be there")
        finish(app)


@case
def alone_on_the_wall():
    """In full screen the sitting is seen without the pages of the program."""
    with window("en", fake_time="@2026-12-08 16:00:00") as app:
        keys = Keys(app)
        begin(app, keys, words("en"), 3)
        app.find("list", "Pages")
        keys.press("F11")
        app.absent("list", "Pages")
        keys.press("a")
        wait(app, lambda: len(here(app)) == 4, "the keys of the sitting to go on")
        keys.press("F11")
        app.find("list", "Pages")
        finish(app)


@case
def killed_in_the_middle():
    with window("en", fake_time="@2026-12-08 16:00:00") as app:
        keys = Keys(app)
        begin(app, keys, words("en"), 10)
        call(app, keys, 1)
        keys.press("n")
        in_focus(app, "Notes of the discussion")
        keys.type("The chair notes the second invitation.")
        wait(app, lambda: notes_of(app, 1), "the notes to be saved")
        keys.press("Escape", "a")
        # Once the window shows it, it must be in the file.
        app.find("list item", lambda name: name.startswith("Pusteblum, Pankratius, in the room"))
        app.proc.kill()
        app.proc.wait()
        assert len(here(app)) == 11, here(app)
        assert notes_of(app, 1) == "The chair notes the second invitation."
        before = meeting(app, "MTG06")
        with start(app.session, council_of(app)) as again:
            keys = Keys(again)
            open_by_search(again, keys, "mtg06")
            again.find("button", "Close the sitting")
            assert meeting(again, "MTG06") == before
            in_row(again, "Ahornstein, ")
            call(again, keys, 2)
            finish(again)


@case
def wordings_survive():
    """A motion and a decision that are typed and not recorded yet, when the program is killed."""
    with window("en", fake_time="@2026-12-08 16:00:00") as app:
        keys = Keys(app)
        begin(app, keys, words("en"), 10)
        call(app, keys, 1)
        keys.press("v")
        in_focus(app, "Wording of the decision")
        keys.type("The rules hold.")
        keys.press("Escape", "m")
        in_focus(app, "Wording")
        keys.type("More light.")
        app.settle()
        app.proc.kill()
        app.proc.wait()
        with start(app.session, council_of(app)) as again:
            keys = Keys(again)
            open_by_search(again, keys, "mtg06")
            again.find("button", "Close the sitting")
            in_row(again, "Ahornstein, ")
            keys.press("m")
            in_focus(again, "Wording")
            keys.press("ctrl+Return")
            wait(again, lambda: item(again, 1)["motions"], "the motion")
            keys.press("v", "Escape", "u")
            wait(again, lambda: item(again, 1)["decisions"], "the vote")
            motion, = item(again, 1)["motions"]
            decision, = item(again, 1)["decisions"]
            assert (motion["text"], decision["text"]) == ("More light.", "The rules hold."), (motion, decision)
            finish(again)


def choose_form(app, keys, name):
    """From the votes to another form of it."""
    keys.press("v")
    in_focus(app, "Against")
    tab_to(app, keys, name, "shift+Tab")
    keys.press("space")


@case
def counted_votes_survive():
    """Votes that are counted, or called, and not recorded yet, when the program is killed."""
    with window("en", fake_time="@2026-12-08 16:00:00") as app:
        keys = Keys(app)
        begin(app, keys, words("en"), 10)
        call(app, keys, 1)
        keys.press("v")
        in_focus(app, "Wording of the decision")
        keys.type("The rules hold.")
        tab_to(app, keys, "Against")
        keys.type("2")
        keys.press("Tab")
        keys.type("1")
        keys.press("Escape")
        call(app, keys, 2)
        choose_form(app, keys, "Roll call")
        in_row(app, "Ahornstein, ")
        keys.press("y", "n", "a")
        app.find("list item", re.compile(", abstention$"))
        app.settle()
        app.proc.kill()
        app.proc.wait()
        with start(app.session, council_of(app)) as again:
            keys = Keys(again)
            open_by_search(again, keys, "mtg06")
            again.find("button", "Close the sitting")
            in_row(again, "Ahornstein, ")
            keys.press("v")
            wait(again, lambda: (again.focused() or again.root).name.endswith(", y, n or a"), "the fourth to be called")
            keys.press(*"yyyyyyy", "Return")
            wait(again, lambda: item(again, 2)["decisions"], "the roll call")
            keys.press("v")
            in_focus(again, "Wording of the decision")
            tab_to(again, keys, "2 ", "shift+Tab")
            keys.press("Up", "v")
            in_focus(again, "Against")
            keys.press("Return")
            wait(again, lambda: item(again, 1)["decisions"], "the show of hands")
            votes = [(d["vote_type"], d["text"], d["yes"], d["no"], d["abstain"]) for number in (1, 2)
                     for d in item(again, number)["decisions"]]
            assert votes[0] == ("open", "The rules hold.", 7, 2, 1), votes
            assert (votes[1][0], *votes[1][2:]) == ("roll_call", 8, 1, 1), votes
            finish(again)


@case
def closed_while_typing():
    with window("en", fake_time="@2026-12-08 16:00:00") as app:
        keys = Keys(app)
        begin(app, keys, words("en"), 10)
        call(app, keys, 1)
        keys.press("n")
        in_focus(app, "Notes of the discussion")
        keys.type("Typed at the last moment")
        keys.press("ctrl+q")
        wait(app, lambda: not app.alive(), "the window to close")
        assert notes_of(app, 1) == "Typed at the last moment"
        app.assert_clean()


if __name__ == "__main__":
    sys.exit(main())
