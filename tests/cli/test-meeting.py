#!/usr/bin/python3
"""mappe meeting: the built-in cases of the demo council, told for a minute."""
import json
import re
import sys

from council import CONTENT, USAGE, demo
from tap import case, main


def quorum(council, reference, *options):
    return json.loads(council.do("meeting", reference, "--format", "json", *options))["quorum"]


def item(council, reference, number, *options):
    whole = json.loads(council.do("meeting", reference, "--format", "json", *options))
    return next(i for i in whole["agenda"] if i["number"] == number)


@case
def the_quorum_is_lost_when_the_third_leaves():
    with demo() as council:
        wanted = {"15:30": 12, "17:04": 12, "17:05": 11, "17:08": 10, "17:10": 9}
        for at, present in wanted.items():
            found = quorum(council, "MTG05", "--at", at)
            assert (found["present"], found["needed"], found["members"]) == (present, 10, 19), (at, found)
            assert found["quorate"] is (present >= 10) and found["rule"] == "more_than_half", (at, found)


@case
def without_a_minute_a_meeting_held_is_told_for_its_begin():
    with demo() as council:
        assert quorum(council, "MTG05") == quorum(council, "MTG05", "--at", "15:30")


@case
def a_member_in_conflict_does_not_count_for_the_item():
    with demo() as council:
        found = item(council, "MTG05", "5", "--at", "16:50")
        assert found["excluded"] == ["M24"] and found["quorum"]["present"] == 11
        assert item(council, "MTG05", "4", "--at", "16:50")["quorum"]["present"] == 12
        assert found["decisions"][0]["excluded"] == ["M24"] and found["decisions"][0]["yes"] == 9


@case
def three_are_enough_for_the_item_invited_to_again():
    with demo() as council:
        needed = {i["number"]: i["quorum"]["needed"]
                  for i in json.loads(council.do("meeting", "MTG06", "--format", "json"))["agenda"]}
        assert needed == {"1": 10, "2": 10, "3": 3, "4": 10, "5": 10, "6": 10}, needed


@case
def a_roll_call_names_every_vote():
    with demo() as council:
        votes = item(council, "MTG03", "6")["decisions"][0]["roll_call"]
        assert len(votes) == 15 and {"person": "M16", "vote": "yes"} in votes
        assert item(council, "MTG03", "8")["decisions"][0]["vote_type"] == "secret"


@case
def a_group_without_quorum_decides_by_consensus():
    with demo() as council:
        found = quorum(council, "MTG04", "--at", "10:45")
        assert found["rule"] == "none" and found["quorate"] is True
        assert item(council, "MTG04", "2")["decisions"][0]["yes"] is None


@case
def the_text_says_the_arithmetic():
    with demo() as council:
        out = council.do("meeting", "MTG05", "--at", "17:10")
        assert "9 of 19 members entitled to vote are present, 10 are needed" in out, out
        assert re.search(r"⊘ Xaver Xylophon is excluded", out) and "KPR 2026/08" in out and "T-17" in out


@case
def what_is_wrong_is_named():
    with demo() as council:
        council.refuse(USAGE, "meeting", "MTG05", "--at", "25:00", says="25:00")
        council.refuse(USAGE, "meeting", "MTG05", "--format", "xml", says="xml")
        council.refuse(CONTENT, "meeting", "MTG99", says="MTG99")


if __name__ == "__main__":
    sys.exit(main())
