"""The window by the keyboard alone, for the tests of this folder: nothing is clicked, and the accessibility bus is read
only.  Keys that are no text are counted."""
import json
import re

from uitest.driver import NotFound
from window import council_of, mappe, wait


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


def tab_to(app, keys, name, key="Tab"):
    """Tabs, or key "shift+Tab", until what is named so, or begins so, has the focus; each of them counts."""
    for _turn in range(30):
        before = app.focused()
        if before is not None and before.name.startswith(name):
            return
        keys.press(key)
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


def open_by_search(app, keys, reference):
    keys.press("ctrl+k")
    wait(app, lambda: (app.focused() or app.root).role == "search box", "the search")
    keys.type(reference)
    app.find("list item", lambda name: reference.upper() in name, where=lambda n: "selected" in n.states)
    keys.press("Return")


def make_meeting(app, keys, _):
    """A meeting of the plenary on 16 February 2027: MTG07."""
    keys.press("ctrl+3", "ctrl+n")
    app.wait_active(app.find("window", _("New meeting")))
    in_focus(app, _("Date"))
    keys.type("2027-02-16")
    keys.press("Return")
    app.absent("window", _("New meeting"))
    app.find("button", re.compile("^%s, " % _("Plan")), states=("pressed",))
    assert meeting(app, "MTG07")["held_on"] == "2027-02-16"


def type_items(app, keys, _, items):
    keys.press("alt+2")
    in_focus(app, _("New agenda item"))
    for item in items:
        keys.type(item)
        keys.press("Return")
        title = item.partition(" |")[0]
        app.find("list item", lambda name, title=title: title in name)
        wait(app, lambda: app.focused().name == _("New agenda item") and app.focused().text() == "",
             "the entry to be ready for the next")
