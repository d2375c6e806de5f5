#!/usr/bin/env python3
"""A round of a survey: the answers for each step are typed into cells, and add up or not."""
import re
import sys

from tap import case, main
from window import council_of, mappe, search_for, wait, window, words


def answers_of_a_scale(lang):
    """A cell a step, named by the scale of the council; the sum is compared with the answers at once."""
    _ = words(lang)
    steps = {"en": ["Very safe", "Fairly safe", "Fairly unsafe", "Very unsafe"],
             "de": ["Sehr sicher", "Ziemlich sicher", "Ziemlich unsicher", "Sehr unsicher"]}[lang]
    with window(lang) as app:
        search_for(app, "I02", "I02")
        last = app.find("list item", re.compile("^%s, " % _("After")), visible=False)
        app.scroll_to(last)
        app.mouse_click(last, fx=.3)
        row = app.find("list item", re.compile("^%s: " % _("Answers for each step, best first")), visible=False)
        assert row.name.endswith("%s 31 · %s 90 · %s 79 · %s 36" % tuple(steps)), row.name
        app.scroll_to(row)
        app.mouse_click(row, fx=.3)
        for nth, number in enumerate(("40", "90", "70", "30")):
            wait(app, lambda: app.focused() and app.focused().name.startswith(steps[nth]), "the cell of " + steps[nth])
            app.type(number)
            if nth < 3:
                app.press("Tab")
        app.wait_text(_("The steps add up to %1$s, but there are %2$s answers: %3$s too few.")
                      .replace("%1$s", "230").replace("%2$s", "236").replace("%3$s", "6"))
        app.type("6")
        app.press("BackSpace", "BackSpace", "BackSpace")
        app.type("36")
        app.wait_text(_("✓ Sum: %1$s of %2$s answers").replace("%1$s", "236").replace("%2$s", "236"))
        app.press("ctrl+s")
        wait(app, lambda: "counts: 40;90;70;36" in mappe(app.session, "dump", council_of(app)), "the file")
        app.press("Escape", "Escape")
        app.quit()
        app.assert_clean()


@case
def answers_of_a_scale_in_english():
    answers_of_a_scale("en")


@case
def answers_of_a_scale_in_german():
    answers_of_a_scale("de")


if __name__ == "__main__":
    sys.exit(main())
