#!/usr/bin/python3
"""What documents say, in which language, and with which figures."""
import sys

from council import CONTENT, USAGE, demo
from tap import case, main

DOCUMENTS = ["invitation:MTG06", "agenda:MTG06", "attendance:MTG06", "minutes:MTG05", "decisions:MTG05", "decision:D-10",
             "person:M01", "appointment:M01", "thanks-letter:VO-001", "escalation-notice:EL-01", "use-report:FA-01",
             "project:P01", "event:EV-07", "plan:EV-07", "debrief:EV-03", "review:AG-01", "practice:BP-01",
             "transfer:TR-01", "outcomes:P01", "office-tasks:U-01", "tasks", "retention", "annual", "standing", "escalation",
             "thanks", "contributions"]


def german(council, what, profile="full"):
    return council.do("export", what, "--lang", "de", "--profile", profile, "--format", "txt")


@case
def a_document_speaks_its_language_and_not_that_of_the_user():
    with demo() as council:
        for what in DOCUMENTS:
            said = [council.do("export", what, "--lang", "de", "--profile", "full", "--format", "txt", env={"LC_ALL": locale})
                    for locale in ("C.UTF-8", "de_DE.UTF-8")]
            assert said[0] == said[1], (what, set(said[0].splitlines()) ^ set(said[1].splitlines()))


@case
def figures_are_written_as_in_the_language():
    with demo() as council:
        assert "Budget: 325.000,00 €" in german(council, "project:P01")
        assert "325.000,00 €" in german(council, "practice:BP-01")
        assert "Erwartete Besuchszahl: 450.000" in german(council, "event:EV-07")
        assert "% %" not in german(council, "use-report:FA-01").replace("\xa0", " ")


@case
def who_began_this_year_is_thanked_without_a_number():
    with demo() as council:
        council.do("set", "volunteer", "VO-006", "begins_on=2026-03-01", "undertaking_on=2026-03-01")
        assert "0 Jahr" not in german(council, "thanks-letter:VO-006")
        council.do("set", "volunteer", "VO-006", "begins_on=2025-03-01")
        assert "seit 1 Jahr." in german(council, "thanks-letter:VO-006")


@case
def data_of_a_person_have_no_empty_parts_and_no_codes():
    with demo() as council:
        text = german(council, "person:M15")
        assert "(0)" not in text and "Was geändert wurde" not in text, text
        council.do("set", "person", "M15", "function=advisory", "term_end=2028-06-30")
        text = german(council, "person:M15", profile="subject")
        changes = text[text.index("Was geändert wurde"):text.index("Wozu, für wen")]
        assert "30.06.2029" in changes and "30.06.2028" in changes and "2028-06-30" not in changes, changes
        assert "advisory" not in changes and "Mitglied" in changes, changes


@case
def a_yearly_report_is_named_with_its_year():
    with demo() as council:
        assert german(council, "annual:2025") == council.do("export", "annual", "--year", "2025", "--lang", "de", "--profile",
                                                            "full", "--format", "txt")
        council.refuse(USAGE, "export", "annual:next", says="whole council")
        council.refuse(USAGE, "export", "project:P01", "--profile", "subject", says="subject")
        council.refuse(CONTENT, "export", "project:P99", says="P99")


if __name__ == "__main__":
    sys.exit(main())
