"""A word in everything of a council that is not public, for proof of absence."""
import sqlite3

MARK = "Zebrastreifenwort"


def kinds_of(council):
    return [line.split("\t")[0] for line in council.run("kinds")[1].splitlines()]


def text_fields(council, kind):
    base = sqlite3.connect(council.file)
    table = kind.replace("-", "_")
    names = [r[1] for r in base.execute("PRAGMA table_info(%s)" % table)]
    return base, table, names


FLAGGED = {  # fields that are personal or confidential, and the notes of the secretary, which all kinds have
    "person": ["title", "first_name", "last_name", "role", "email", "phone"],
    "agenda_item": ["confidentiality_ground"], "attendance": ["deputy_name"], "conflict_declaration": ["ground"],
    "decision": ["exclusion_ground"], "deployment_plan_item": ["task", "contact_role", "duty_roster_ref"], "guest": ["name"],
    "invitation": ["name", "address"], "membership": ["deputy_name"], "motion": ["proposer_name"],
    "minutes": ["signed_chair", "signed_minute_taker"], "volunteer": ["first_name", "last_name", "email", "phone"],
}
NON_PUBLIC = {  # what belongs to something that is not public
    "agenda_item": ("title draft_decision discussion change_note", "public = 0"),
    "decision": ("text", "public = 0"),
    "meeting": ("title place urgency_reason", "public_part = 0"),
    "document": ("title description file_name", "classification <> 'public'"),
    "task": ("title", "1"), "event": ("title warning_level concept_reason", "1"), "statement": ("text", "1"),
    "citizen_input": ("text contact", "1"), "patrol": ("duty_roster_ref cancel_reason", "1"),
}


def mark(council, people=True):
    """Puts the word into everything that is not for the public; the number of fields."""
    n = 0
    for kind in kinds_of(council):
        base, table, names = text_fields(council, kind)
        with base:
            for name in FLAGGED.get(table, []) + ["note"]:
                if name in names and (people or table != "person" or name in ("email", "phone", "role", "note")):
                    n += base.execute("UPDATE %s SET %s = coalesce(%s, '') || ?" % (table, name, name), [MARK]).rowcount
            fields, where = NON_PUBLIC.get(table, ("", "0"))
            for name in fields.split():
                if name in names:
                    n += base.execute("UPDATE %s SET %s = coalesce(%s, '') || ? WHERE %s" % (table, name, name, where),
                                      [MARK]).rowcount
        base.close()
    return n
