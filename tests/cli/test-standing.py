#!/usr/bin/python3
"""mappe standing: how the demo council stands, as text and as JSON; rules of the bodies are looked at, not dates."""
import json
import sys

from council import USAGE, demo
from tap import case, main


def standing(council):
    return json.loads(council.do("standing", "--format", "json"))


def body(told, reference):
    return next(each for each in told["bodies"] if each["reference"] == reference)


@case
def text_says_figure_and_rule():
    with demo("en") as council:
        text = council.do("standing")
        assert "! 5 members; by its own rule there are at least 6." in text, text
        assert "Granted and not paid: 16,800.00\u00a0€ in 1 line" in text, text
        assert "FA-01\tCTC prevention plan 2026\t16,800.00\u00a0€" in text, text


@case
def german_text():
    with demo("de") as council:
        text = council.do("standing", env={"LANGUAGE": "de", "LC_ALL": "de_DE.UTF-8"})
        assert "! 5 Mitglieder; nach eigener Regel sind es mindestens 6." in text, text


@case
def a_minimum_that_is_kept_is_no_warning():
    with demo("en") as council:
        before = standing(council)
        assert body(before, "B06")["warnings"], before
        assert body(before, "B06")["minimum_members"] == 6 and body(before, "B06")["members"] == 5
        council.do("set", "body", "B06", "minimum_members=5")
        after = standing(council)
        assert body(after, "B06")["warnings"] == [] and after["warnings"] == before["warnings"] - 1
        assert sum(each["open_decisions"] for each in after["bodies"]) == after["open_decisions"] == 4
        assert [each["reference"] for each in after["debriefs"]][:1] == ["EV-06"], after["debriefs"]


@case
def bad_usage():
    with demo("en") as council:
        council.refuse(USAGE, "standing", "--format", "xml", says="xml")


if __name__ == "__main__":
    sys.exit(main())
