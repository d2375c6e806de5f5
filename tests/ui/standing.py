#!/usr/bin/env python3
"""The standing of the council warns and leads to the record; the network's cells lead to what two partners share.

The figures are those of data/sample, counted by hand; see tests/partnership/test-standing-report.c and test-network.c.
"""
import json
import re
import sys

from keyboard import finish
from tap import case, main
from uitest.a11y_audit import Audit
from window import council_of, mappe, open_page, wait, window, words

# The day that the unit tests reckon from.
MONDAY = "@2026-11-30 09:00:00"
SERIOUS = ("no-name", "image", "mnemonic", "no-keyboard")
STEERING = {"en": "Steering group", "de": "Lenkungsgruppe"}
WARNING = {"en": "1 meeting in the last twelve months; by its own rule there are at least 2.",
           "de": "1 Sitzung in den letzten zwölf Monaten; nach eigener Regel sind es mindestens 2."}
PAIR = {"en": ("Police station Musterhausen", "Municipal enforcement service"),
        "de": ("Polizeiinspektion Musterhausen", "Kommunaler Vollzugsdienst Musterhausen")}


def view(app, name):
    app.mouse_click(app.find(None, name, where=lambda n: "tab" in n.role or "button" in n.role))


def standing(lang):
    _ = words(lang)
    with window(lang, size=(1280, 900), fake_time=MONDAY) as app:
        told = json.loads(mappe(app.session, "standing", council_of(app), "--format", "json"))
        assert told["warnings"] == 3 and told["late_decisions"] == 2, told
        open_page(app, _("Standing of the council"))
        warning = app.find("list item", re.compile("^%s: %s" % (STEERING[lang], re.escape(WARNING[lang]))))
        app.find("list item", re.compile(".*: .*27 Oct 2026|.*: .*27.10.2026"))
        # The warning leads to the body; what the rule says is changed there, and the warning is gone.
        app.scroll_to(warning)
        app.mouse_click(warning)
        app.find("list item", re.compile("^%s: 2" % re.escape(_("Meetings at least"))), visible=False)
        mappe(app.session, "set", council_of(app), "body", "B02", "minimum_meetings=1", "meets_every_months=12")
        open_page(app, _("Standing of the council"))
        app.absent("list item", re.compile("^%s: %s" % (STEERING[lang], re.escape(WARNING[lang]))))
        app.find("list item", re.compile("^.*: 5 (members|Mitglieder); "))
        finish(app)


@case
def standing_warns_and_leads_to_the_record():
    standing("en")


@case
def stand_warnt_und_fuehrt_zum_eintrag():
    standing("de")


def cell(app, one, other, count):
    return app.find("button", re.compile("^%s (and|und) %s: %d " % (re.escape(one), re.escape(other), count)),
                    visible=False)


@case
def network_drills_down():
    _ = words("en")
    with window("en", size=(1280, 900), fake_time=MONDAY) as app:
        police, service = PAIR["en"]
        open_page(app, _("Partners"))
        view(app, _("Network"))
        app.find("image", re.compile("^Police station Musterhausen works with 27 others"), visible=False)
        app.mouse_click(cell(app, police, service, 26))
        # The keyboard is on the first of the records that both share.
        wait(app, lambda: app.focused() and ": Joint projects · 30 Nov 2026" in app.focused().name,
             "the first record in common")
        assert len(app.find_all("list item", re.compile(".*: Joint foot patrols · "), visible=False)) == 18
        # Only patrols: three services walk together, and one pair does not.
        app.click(app.find("combo box", _("What they share"), visible=False))
        app.press("Down", "Down", "Return")
        app.mouse_click(cell(app, service, police, 18))
        wait(app, lambda: app.focused() and "Joint foot patrols · " in app.focused().name, "the first patrol in common")
        app.press("Return")
        app.find("group", _("Joint foot patrols"))
        finish(app)


@case
def views_have_names():
    """What can be used is named, on the page of the standing and on the views of partners and agreements."""
    _ = words("de")
    with window("de", size=(1280, 900), fake_time=MONDAY) as app:
        audit = Audit(app)
        open_page(app, _("Standing of the council"))
        app.settle()
        audit.tree("standing")
        for page, views in (("Partners", ("Network", "Inactive", "Sectors")),
                            ("Agreements", ("Escalation",))):
            open_page(app, _(page))
            for name in views:
                view(app, _(name))
                app.settle()
                audit.tree(name)
        finish(app)
    return ["%(page)s: %(kind)s %(role)s “%(name)s”: %(why)s" % f for f in audit.findings if f["kind"] in SERIOUS]


@case
def a_gap_is_filled():
    """A topic without anybody gets its first contact, and then lacks the second."""
    with window("en", size=(1280, 900), fake_time=MONDAY) as app:
        _ = words("en")
        open_page(app, _("Agreements"))
        view(app, _("Escalation"))
        app.find("label", "6 of 9 topics have gaps")
        app.mouse_click(app.find("button", "Add a contact: Debrief", visible=False))
        app.find("list item", re.compile("^Step: 1"), visible=False)
        app.find("list item", re.compile("^Topic: Debrief"), visible=False)
        mappe(app.session, "add", council_of(app), "escalation-contact", "topic=debrief", "step=1", "organisation=U-02",
              "phone=1")
        view(app, _("Escalation"))
        app.find("label", "There is no second step.", visible=False)
        app.quit()


if __name__ == "__main__":
    sys.exit(main())
