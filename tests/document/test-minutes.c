/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The minutes of the demo council's meetings: the twenty elements, in both languages, for every reader. */
#include <string.h>

#include "mappe-agenda-item.h"
#include "mappe-attendance.h"
#include "mappe-build-minutes.h"
#include "mappe-decision.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-person.h"
#include "mappe-test-demo.h"
#include "mappe-writers.h"

typedef MappeTestStore Fixture;

static char *
text_of (const MappeSitting *sitting, MappeClass reader, const char *language)
{
  g_autoptr (MappeNode) document = mappe_build_minutes (sitting, reader, mappe_language_get (language));

  return mappe_write_text (document, 4000);
}

/* All of them, each after the one before. */
static void
assert_holds (const char *text, const char *const *parts)
{
  const char *from = text;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (from, parts[i]);

      if (found == NULL)
        g_error ("“%s” is missing, or too early, in:\n%s", parts[i], text);
      from = found + strlen (parts[i]);
    }
}

/* DOMAIN.md 4.1, in the order of the document; the number of the element stands behind. */
static void
test_english (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "Minutes: Autumn plenary",
    "Type of minutes", "Minutes of results",                                                  /* 19 */
    "State of the minutes", "Objected, not approved yet",
    "Occasion", "Autumn plenary",                                                             /* 19 */
    "Organiser", "Plenary of the crime prevention council",                                   /* 19 */
    "Place", "Rathaus", "Day", "Tuesday, 27 October 2026",                                    /* 1 */
    "Begin", "15:30", "End", "17:35",                                                         /* 2 */
    "Chair", "Dr. Amalia Ahornstein", "Minute-taker", "Dorian Distelfeld",                    /* 3 */
    "Date of issue", "18 November 2026",                                                      /* 19 */
    "Members entitled to vote (12)", "Pankratius Pusteblum", "15:30–17:05",                   /* 3, 5 */
    "Advisory members and others taking part (6)", "Guests",                                  /* 3 */
    "Missing, excused: Balduin Birnenkamp", "Missing, unexcused: Ottilie Ofenfrisch",         /* 4 */
    "Invitation: 17 full days lie between receipt on 9 October 2026", "is kept",              /* 6 */
    "At the opening: Quorate: 12 of 19",                                                      /* 6 */
    "17:10", "Departure: Wilhelmine Wolkenstein-Muster", "No quorum: 9 of 19",                /* 5 */
    "Agenda", "Opening and quorum", "public",                                                 /* 7, 8 */
    "Public part",                                                                            /* 8 */
    "Excluded from debate and vote: Xaver Xylophon (§ 22 GemO · 16:25", "left the room",      /* 12 */
    "Amendment (Undine Uferweide", "8 in favour, 1 against, 2 abstentions",                   /* 15 */
    "Quorate: 11 of 19 members entitled to vote are present, 10 are needed",                   /* 5 */
    "Decision KPR 2026/08", "The station square safety concept is recommended",               /* 10 */
    "9 in favour, 1 against, 1 abstention. Adopted (majority of those present: 6 of 10",      /* 11 */
    "Tasks", "Tender lighting for station square", "Jodokus Jasminhain", "30 June 2027",      /* 17 */
    "Questions from citizens", "No quorum: 9 of 19", "Result: Deferred for lack of quorum",   /* 13, 6 */
    "Annexes", "(item 3)", "Distribution list", "Xaver Xylophon",                             /* 18 */
    "Signatures", "Dr. Amalia Ahornstein, Chair", "Dorian Distelfeld, Minute-taker",          /* 20 */
    NULL,
  };
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  g_autofree char *text = text_of (sitting, MAPPE_CLASS_CONFIDENTIAL, "en");

  assert_holds (text, parts);
}

static void
test_german (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "Niederschrift: Herbstsitzung des Plenums", "Art der Niederschrift", "Ergebnisprotokoll", "18.11.2026",
    "Stimmberechtigte Mitglieder (12)", "Es fehlen entschuldigt: Balduin Birnenkamp",
    "Es fehlen unentschuldigt: Ottilie Ofenfrisch", "Einladung und Beschlussfähigkeit", "Bei der Eröffnung:",
    "Weggang: Wilhelmine Wolkenstein-Muster", "Öffentlicher Teil",
    "Von Beratung und Abstimmung ausgeschlossen: Xaver Xylophon", "Änderungsantrag (Undine Uferweide",
    "Beschluss KPR 2026/08", "Abstimmungsergebnis:", "Aufträge", "30.06.2027",
    "Ergebnis: Vertagt wegen Beschlussunfähigkeit", "Anlagen", "Verteiler", "Unterschriften", NULL,
  };
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  g_autofree char *text = text_of (sitting, MAPPE_CLASS_CONFIDENTIAL, "de");

  assert_holds (text, parts);
}

/* A deputy who took over at 17:00 is named, and when; what was counted stays. */
static void
test_take_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) before = mappe_test_sitting (fixture->store, "MTG05"), sitting = NULL;
  gint64 line = mappe_test_participant (before, "M21")->attendance->id;
  MappeEdit *edit = mappe_edit_new ("deputy");
  g_autoptr (MappeRow) base = mappe_store_load (fixture->store, &mappe_attendance_kind, line, NULL);
  MappeRow *mine = mappe_row_copy (base);
  g_autoptr (MappeApplied) applied = NULL;
  g_autofree char *text = NULL;

  mappe_row_set_canonical (mine, MAPPE_ATTENDANCE_STATUS, "deputised", NULL);
  mappe_row_set_canonical (mine, MAPPE_ATTENDANCE_DEPUTY_NAME, "Frieda Fuchs", NULL);
  mappe_row_set_canonical (mine, MAPPE_ATTENDANCE_DEPUTY_FROM, "17:00", NULL);
  mappe_edit_update (edit, mappe_row_ref (base), mine);
  applied = mappe_store_apply (fixture->store, edit, NULL, NULL);
  g_assert_nonnull (applied);
  sitting = mappe_test_sitting (fixture->store, "MTG05");
  text = text_of (sitting, MAPPE_CLASS_PUBLIC, "en");
  g_assert_nonnull (strstr (text, "Undine Uferweide, from 17:00 hrs on Frieda Fuchs as deputy"));
  g_assert_nonnull (strstr (text, "17:00 hrs · Arrival: Frieda Fuchs for Undine Uferweide · Departure: Undine "
                                  "Uferweide · Quorate: 12 of 19"));
}

/* MTG02: who is to do something and was not there is called as everybody else. */
static void
test_absent_responsible (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG02");
  g_autofree char *text = text_of (sitting, MAPPE_CLASS_CONFIDENTIAL, "en");

  g_assert_nonnull (strstr (text, "Isolde Igelbacher ("));
  g_assert_null (strstr (text, "Igelbacher, Isolde"));
}

/* MTG03: roll call with names, a secret election without. */
static void
test_forms_of_vote (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "Form of vote: Roll call", "KPR 2026/04", "Rejected (", "Yes (4):", "Balduin Birnenkamp", "No (9):",
    "Abstention (2):", "Form of vote: Secret", "KPR 2026/05", "14 in favour", NULL,
  };
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG03");
  g_autofree char *text = text_of (sitting, MAPPE_CLASS_CONFIDENTIAL, "en");

  assert_holds (text, parts);
  g_assert_null (strstr (strstr (text, "KPR 2026/05"), "Yes ("));
}

/* MTG01: a deputy, who came late, who went early, who was excluded. */
static void
test_attendance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG01");
  g_autofree char *text = text_of (sitting, MAPPE_CLASS_CONFIDENTIAL, "en");

  g_assert_nonnull (strstr (text, " for "));
  g_assert_nonnull (strstr (text, "Arrival: "));
  g_assert_nonnull (strstr (text, "Departure: "));
  g_assert_nonnull (strstr (text, "Excluded from debate and vote: Undine Uferweide (§ 22 GemO"));
}

/* --- readers --- */

static void
assert_absent (const char *text, const char *secret)
{
  if (secret != NULL && strstr (text, secret) != NULL)
    g_error ("“%s” is in the public minutes:\n%s", secret, text);
}

/* "Any other business" is no secret: it is the name of a kind of items too. */
static gboolean
is_common (const MappeSitting *sitting, const MappeSittingItem *item, const char *text)
{
  const char *kind = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_KIND);

  return g_strcmp0 (text, mappe_sitting_code (sitting, "agenda_kind", kind, mappe_language_get ("de"))) == 0 ||
         g_strcmp0 (text, mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE)) == 0;
}

static void
assert_item_absent (const MappeSitting *sitting, const char *text, const MappeSittingItem *item)
{
  static const guint typed[] = { MAPPE_AGENDA_ITEM_TITLE, MAPPE_AGENDA_ITEM_DISCUSSION,
                                 MAPPE_AGENDA_ITEM_CONFIDENTIALITY_GROUND, MAPPE_AGENDA_ITEM_DRAFT_DECISION,
                                 MAPPE_AGENDA_ITEM_CHANGE_NOTE };
  const char *public_title = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    if (!is_common (sitting, item, mappe_row_get_text (item->row, typed[i])))
      assert_absent (text, mappe_row_get_text (item->row, typed[i]));
  for (guint i = 0; i < item->decisions->len; i++)
    {
      const MappeRow *decision = ((MappeSittingDecision *) g_ptr_array_index (item->decisions, i))->row;

      assert_absent (text, mappe_row_get_text (decision, MAPPE_DECISION_TEXT));
      assert_absent (text, mappe_row_get_text (decision, MAPPE_DECISION_NUMBER));
    }
  for (guint i = 0; i < item->documents->len; i++)
    assert_absent (text, ((MappeListed *) g_ptr_array_index (item->documents, i))->title);
  if (public_title != NULL)
    g_assert_nonnull (strstr (text, public_title));
}

/* No byte of a non-public item reaches the public, as text or as XML. */
static void
test_public (Fixture *fixture, gconstpointer data)
{
  static const char *const meetings[] = { "MTG01", "MTG02", "MTG03", "MTG04", "MTG05" };
  guint n_items = 0;

  for (guint m = 0; m < G_N_ELEMENTS (meetings); m++)
    {
      g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, meetings[m]);
      g_autoptr (MappeNode) document = mappe_build_minutes (sitting, MAPPE_CLASS_PUBLIC, mappe_language_get ("de"));
      g_autofree char *text = mappe_write_text (document, 4000);
      g_autoptr (GBytes) xml = mappe_write_xml (document, NULL);
      g_autofree char *bytes = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));

      for (guint i = 0; i < sitting->items->len; i++)
        {
          const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

          if (item->public)
            continue;
          assert_item_absent (sitting, text, item);
          assert_item_absent (sitting, bytes, item);
          n_items++;
        }
    }
  g_assert_cmpuint (n_items, >=, 3);
}

/* Who reads less than all reads that somebody was excluded, by which paragraph, but not why. */
static void
test_ground (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  g_autofree char *all = text_of (sitting, MAPPE_CLASS_CONFIDENTIAL, "de");
  g_autofree char *members = text_of (sitting, MAPPE_CLASS_MEMBERS, "de");
  g_autofree char *public = text_of (sitting, MAPPE_CLASS_PUBLIC, "de");

  g_assert_nonnull (strstr (all, "Auftragnehmer"));
  g_assert_null (strstr (members, "Auftragnehmer"));
  g_assert_null (strstr (public, "Auftragnehmer"));
  g_assert_nonnull (strstr (members, "Xaver Xylophon (§ 22 GemO"));
  g_assert_nonnull (strstr (public, "Xaver Xylophon (§ 22 GemO"));
}

/* Mail, telephone and address of nobody, whoever reads. */
static void
test_contact_data (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  g_autofree char *text = text_of (sitting, MAPPE_CLASS_CONFIDENTIAL, "de");

  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);

      assert_absent (text, mappe_row_get_text (participant->row, MAPPE_PERSON_EMAIL));
      assert_absent (text, mappe_row_get_text (participant->row, MAPPE_PERSON_PHONE));
    }
}

/* --- typed parts --- */

static guint
count_typed (const MappeNode *node, const char *field)
{
  guint n = node->field != NULL && g_str_equal (node->field, field) ? 1 : 0;

  if (n > 0)
    g_assert_cmpuint (node->flags & MAPPE_NODE_TYPED, !=, 0);
  for (guint i = 0; i < node->children->len; i++)
    n += count_typed (g_ptr_array_index (node->children, i), field);
  return n;
}

static void
test_typed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  g_autoptr (MappeNode) read = NULL, edited = NULL;

  mappe_test_set (fixture->store, &mappe_minutes_kind, mappe_sitting_last_minutes (sitting)->id, "opening",
                  "**Anfang**");
  mappe_sitting_unref (sitting);
  sitting = mappe_test_sitting (fixture->store, "MTG05");
  read = mappe_build_minutes (sitting, MAPPE_CLASS_CONFIDENTIAL, NULL);
  edited = mappe_build_minutes_for_editing (sitting, NULL);
  g_assert_cmpuint (count_typed (read, "opening"), ==, 1);
  g_assert_cmpuint (count_typed (read, "closing"), ==, 0);
  g_assert_cmpuint (count_typed (edited, "closing"), ==, 1);
  g_assert_cmpuint (count_typed (edited, "discussion"), ==, sitting->items->len);
}

/* A vote without a quorum has its reason in the minutes. */
static void
test_override (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG05");
  const MappeSittingDecision *decision = g_ptr_array_index (mappe_test_item (sitting, "4")->decisions, 0);
  g_autofree char *text = NULL;

  mappe_test_set (fixture->store, &mappe_decision_kind, decision->row->id, "quorum_override", "Eilfall");
  mappe_sitting_unref (sitting);
  sitting = mappe_test_sitting (fixture->store, "MTG05");
  text = text_of (sitting, MAPPE_CLASS_PUBLIC, "en");
  g_assert_nonnull (strstr (text, "Voted without a quorum, because: Eilfall"));
}

#define ADD(path, language, function)                                                                                 \
  g_test_add ("/minutes/" path, Fixture, language, mappe_test_demo_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mappe_test_use_catalogues ();
  ADD ("english", "en", test_english);
  ADD ("german", "de", test_german);
  ADD ("forms-of-vote", "en", test_forms_of_vote);
  ADD ("take-over", "en", test_take_over);
  ADD ("absent-responsible", "en", test_absent_responsible);
  ADD ("attendance", "en", test_attendance);
  ADD ("public", "de", test_public);
  ADD ("ground", "de", test_ground);
  ADD ("contact-data", "de", test_contact_data);
  ADD ("typed", "de", test_typed);
  ADD ("override", "en", test_override);
  return g_test_run ();
}
