/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sending the invitation and what the law has against it; replies; the council's own texts. */
#include <string.h>

#include "mappe-agenda-version.h"
#include "mappe-attendance.h"
#include "mappe-invitation-acts.h"
#include "mappe-invitation.h"
#include "mappe-meeting-error.h"
#include "mappe-meeting.h"
#include "mappe-person.h"
#include "mappe-recipients.h"
#include "mappe-templates.h"
#include "mappe-test-demo.h"

typedef MappeTestStore Fixture;

static void
set_meeting (Fixture *fixture, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  gint64 id = mappe_store_find (fixture->store, &mappe_meeting_kind, "MTG06", &error);

  g_assert_no_error (error);
  mappe_test_set (fixture->store, &mappe_meeting_kind, id, field, value);
}

/* MTG06 before anybody was invited: on 8 December 2026, 14 days of notice. */
static MappeSitting *
uninvited (Fixture *fixture)
{
  set_meeting (fixture, "state", "planned");
  set_meeting (fixture, "invited_on", NULL);
  set_meeting (fixture, "published_on", NULL);
  set_meeting (fixture, "voting_members_at_date", NULL);
  return mappe_test_sitting (fixture->store, "MTG06");
}

static void
assert_refused (const MappeSitting *sitting, const char *day, const char *reason, const char *content,
                MappeMeetingError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  const MappeInvitationOrder order = { day, reason, FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_invitation_send (sitting, &order, bytes, &error));
  g_assert_error (error, MAPPE_MEETING_ERROR, (int) code);
}

/* Gives the meeting afterwards; takes @sitting. */
static MappeSitting *
sent (Fixture *fixture, MappeSitting *sitting, const char *day, const char *reason, const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  const MappeInvitationOrder order = { day, reason, TRUE };
  GError *error = NULL;
  MappeEdit *edit = mappe_invitation_send (sitting, &order, bytes, &error);

  return mappe_test_act (fixture->store, sitting, edit, error);
}

/* --- sending --- */

static void
test_send (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL, *undone = NULL;
  g_autoptr (MappeSitting) sitting = uninvited (fixture);
  const MappeRow *version;

  before = mappe_test_store_content (fixture->store);
  sitting = sent (fixture, g_steal_pointer (&sitting), "2026-11-23", NULL, "first");
  g_assert_cmpuint (sitting->versions->len, ==, 1);
  version = g_ptr_array_index (sitting->versions, 0);
  g_assert_cmpint (mappe_row_get_int (version, MAPPE_AGENDA_VERSION_EDITION), ==, 1);
  g_assert_true (mappe_row_is_null (version, MAPPE_AGENDA_VERSION_REASON));
  g_assert_cmpuint (sitting->invitations->len, ==, 25);
  g_assert_cmpmem (g_bytes_get_data (sitting->sent_agenda, NULL), g_bytes_get_size (sitting->sent_agenda), "first", 5);
  g_assert_cmpstr (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_STATE), ==, "invited");
  g_assert_cmpstr (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_INVITED_ON), ==, "2026-11-23");
  g_assert_cmpstr (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_PUBLISHED_ON), ==, "2026-11-23");
  g_assert_cmpint (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_VOTING_MEMBERS_AT_DATE), ==, 19);
  after = mappe_store_undo (fixture->store, NULL);
  g_assert_nonnull (after);
  undone = mappe_test_store_content (fixture->store);
  g_assert_cmpstr (undone, ==, before);
}

/* Who has no entry in the attendance list gets one: nobody has replied yet. */
static void
test_send_fills_attendance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = uninvited (fixture);
  const MappeParticipant *participant = mappe_test_participant (sitting, "M10");
  MappeEdit *edit = mappe_edit_new ("remove");

  mappe_edit_delete (edit, &mappe_attendance_kind, participant->attendance->id, participant->attendance->version);
  sitting = mappe_test_act (fixture->store, g_steal_pointer (&sitting), edit, NULL);
  g_assert_null (mappe_test_participant (sitting, "M10")->attendance);
  sitting = sent (fixture, g_steal_pointer (&sitting), "2026-11-23", NULL, "first");
  participant = mappe_test_participant (sitting, "M10");
  g_assert_cmpstr (participant->status, ==, "no_reply");
  g_assert_nonnull (participant->attendance);
  g_assert_true (participant->voting);
}

/* 14 full days before 8 December: received on 23 November at the latest. */
static void
test_notice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = uninvited (fixture);

  assert_refused (sitting, "2026-11-24", NULL, "x", MAPPE_MEETING_ERROR_MISSING);
  assert_refused (sitting, "2026-11-24", "", "x", MAPPE_MEETING_ERROR_MISSING);
  assert_refused (sitting, "2026-12-09", "late", "x", MAPPE_MEETING_ERROR_STATE);
  assert_refused (sitting, "yesterday", NULL, "x", MAPPE_MEETING_ERROR_MISSING);
  sitting = sent (fixture, g_steal_pointer (&sitting), "2026-11-24", "The office was closed", "x");
  g_assert_cmpstr (mappe_row_get_text (g_ptr_array_index (sitting->versions, 0), MAPPE_AGENDA_VERSION_REASON), ==,
                   "The office was closed");
}

/* GemO § 34 (3): whatever the body says, four full days; one when urgent. */
static void
test_notice_by_law (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = uninvited (fixture);
  g_auto (MappeNotice) notice = { 0 };

  sitting->rules.notice_days = 0;
  g_assert_true (mappe_invitation_notice (sitting, "2026-12-03", &notice));
  g_assert_cmpuint (notice.required, ==, 4);
  g_assert_true (notice.kept);
  assert_refused (sitting, "2026-12-04", NULL, "x", MAPPE_MEETING_ERROR_MISSING);
}

static void
test_urgent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = uninvited (fixture);

  set_meeting (fixture, "urgent", "1");
  g_clear_pointer (&sitting, mappe_sitting_unref);
  sitting = mappe_test_sitting (fixture->store, "MTG06");
  assert_refused (sitting, "2026-12-06", "in a hurry", "x", MAPPE_MEETING_ERROR_MISSING);
  set_meeting (fixture, "urgency_reason", "Storm damage");
  g_clear_pointer (&sitting, mappe_sitting_unref);
  sitting = mappe_test_sitting (fixture->store, "MTG06");
  g_assert_cmpstr (mappe_letter_purpose (sitting), ==, MAPPE_TEMPLATE_URGENT);
  assert_refused (sitting, "2026-12-07", NULL, "x", MAPPE_MEETING_ERROR_MISSING);
  sitting = sent (fixture, g_steal_pointer (&sitting), "2026-12-06", NULL, "x");
  g_assert_cmpuint (sitting->versions->len, ==, 1);
}

static void
test_incomplete (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *field, *value; MappeMeetingError code; } faults[] = {
    { "place", NULL, MAPPE_MEETING_ERROR_MISSING },
    { "start_at", NULL, MAPPE_MEETING_ERROR_MISSING },
    { "state", "cancelled", MAPPE_MEETING_ERROR_STATE },
    { "opened_at", "16:00", MAPPE_MEETING_ERROR_STATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (MappeSitting) sitting = uninvited (fixture);
      g_autofree char *label = NULL;

      set_meeting (fixture, faults[i].field, faults[i].value);
      g_clear_pointer (&sitting, mappe_sitting_unref);
      sitting = mappe_test_sitting (fixture->store, "MTG06");
      assert_refused (sitting, "2026-11-01", NULL, "x", faults[i].code);
      g_assert_null (mappe_invitation_publish (sitting, "2026-11-01", NULL));
      label = mappe_store_undo (fixture->store, NULL);
      g_assert_nonnull (label);
    }
}

static void
test_supplement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = uninvited (fixture);
  const MappeRow *version;

  sitting = sent (fixture, g_steal_pointer (&sitting), "2026-11-20", NULL, "first");
  g_assert_cmpstr (mappe_letter_purpose (sitting), ==, MAPPE_TEMPLATE_SUPPLEMENT);
  assert_refused (sitting, "2026-11-30", "news", "first", MAPPE_MEETING_ERROR_STATE);
  assert_refused (sitting, "2026-11-30", NULL, "second", MAPPE_MEETING_ERROR_MISSING);
  sitting = sent (fixture, g_steal_pointer (&sitting), "2026-11-30", "Paper came late", "second");
  g_assert_cmpuint (sitting->versions->len, ==, 2);
  version = g_ptr_array_index (sitting->versions, 1);
  g_assert_cmpint (mappe_row_get_int (version, MAPPE_AGENDA_VERSION_EDITION), ==, 2);
  g_assert_cmpuint (sitting->invitations->len, ==, 50);
  g_assert_cmpmem (g_bytes_get_data (sitting->earlier_agenda, NULL), g_bytes_get_size (sitting->earlier_agenda),
                   "first", 5);
  g_assert_cmpstr (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_INVITED_ON), ==, "2026-11-20");
}

static void
test_publish (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = uninvited (fixture);
  GError *error = NULL;
  MappeEdit *edit = mappe_invitation_publish (sitting, "2026-11-25", &error);

  sitting = mappe_test_act (fixture->store, g_steal_pointer (&sitting), edit, error);
  g_assert_cmpstr (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_PUBLISHED_ON), ==, "2026-11-25");
  g_assert_true (mappe_row_is_null (sitting->meeting, MAPPE_MEETING_INVITED_ON));
  g_assert_null (mappe_invitation_publish (sitting, "2026-12-09", NULL));
}

/* --- recipients --- */

static const MappeRecipient *
recipient (GPtrArray *recipients, const MappeSitting *sitting, const char *reference)
{
  gint64 person = mappe_test_participant (sitting, reference)->person;

  for (guint i = 0; i < recipients->len; i++)
    if (((MappeRecipient *) g_ptr_array_index (recipients, i))->person == person)
      return g_ptr_array_index (recipients, i);
  g_error ("%s is not invited", reference);
}

static void
test_recipients (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  g_autoptr (GPtrArray) recipients = mappe_invitation_recipients (sitting);
  guint n_voting = 0;

  for (guint i = 0; i < recipients->len; i++)
    n_voting += ((MappeRecipient *) g_ptr_array_index (recipients, i))->voting;
  g_assert_cmpuint (recipients->len, ==, 25);
  g_assert_cmpuint (n_voting, ==, 19);
  g_assert_true (mappe_recipient_wants_mail (recipient (recipients, sitting, "M01")));
  g_assert_true (mappe_recipient_wants_paper (recipient (recipients, sitting, "M02")));
  g_assert_false (mappe_recipient_wants_mail (recipient (recipients, sitting, "M02")));
}

static void
test_gaps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  gint64 person = mappe_test_participant (sitting, "M01")->person;
  g_autoptr (GPtrArray) recipients = NULL;
  g_autofree char *words = NULL;

  mappe_test_set (fixture->store, &mappe_person_kind, person, "email", NULL);
  g_clear_pointer (&sitting, mappe_sitting_unref);
  sitting = mappe_test_sitting (fixture->store, "MTG06");
  recipients = mappe_invitation_recipients (sitting);
  g_assert_cmpuint (recipient (recipients, sitting, "M01")->gaps, ==, MAPPE_GAP_EMAIL);
  words = mappe_recipient_words (recipient (recipients, sitting, "M01"));
  g_assert_cmpstr (words, ==, "no e-mail address");
}

/* MTG04: two guests of item 2; MTG05: the press is there, but not invited. */
static void
test_guests (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) with = mappe_test_sitting (fixture->store, "MTG04");
  g_autoptr (MappeSitting) without = mappe_test_sitting (fixture->store, "MTG05");
  g_autoptr (GPtrArray) recipients = mappe_invitation_recipients (with);
  g_autoptr (GPtrArray) others = mappe_invitation_recipients (without);
  guint n = 0;

  for (guint i = 0; i < recipients->len; i++)
    {
      const MappeRecipient *each = g_ptr_array_index (recipients, i);

      if (each->kind != MAPPE_RECIPIENT_GUEST)
        continue;
      n++;
      g_assert_true (mappe_recipient_gets (each, with, mappe_test_item (with, "2")));
      for (guint k = 0; k < with->items->len; k++)
        {
          const MappeSittingItem *item = g_ptr_array_index (with->items, k);

          if (!item->public && !g_str_equal (item->number, "2"))
            g_assert_false (mappe_recipient_gets (each, with, item));
        }
    }
  g_assert_cmpuint (n, ==, 2);
  for (guint i = 0; i < others->len; i++)
    g_assert_cmpint (((MappeRecipient *) g_ptr_array_index (others, i))->kind, ==, MAPPE_RECIPIENT_MEMBER);
}

/* A guest of an item is put down as invited, though not a person of the register. */
static void
test_guest_invited (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = uninvited (fixture);
  g_autofree char *meeting = g_strdup_printf ("%" G_GINT64_FORMAT, sitting->meeting->id);
  g_autofree char *item = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_item (sitting, "3")->row->id);
  gint64 id = mappe_test_add (fixture->store, "guest", "meeting", meeting, "name", "Prof. Gast", NULL);
  g_autofree char *guest = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const MappeRow *last;

  mappe_test_add (fixture->store, "guest-item", "guest", guest, "agenda_item", item, NULL);
  mappe_sitting_unref (sitting);
  sitting = mappe_test_sitting (fixture->store, "MTG06");
  sitting = sent (fixture, g_steal_pointer (&sitting), "2026-11-23", NULL, "first");
  g_assert_cmpuint (sitting->invitations->len, ==, 26);
  last = g_ptr_array_index (sitting->invitations, 25);
  g_assert_cmpint (mappe_row_get_int (last, MAPPE_INVITATION_GUEST), ==, id);
  g_assert_true (mappe_row_is_null (last, MAPPE_INVITATION_PERSON));
  g_assert_cmpstr (mappe_row_get_text (last, MAPPE_INVITATION_NAME), ==, "Prof. Gast");
}

/* A deputy is invited as soon as the member says no. */
static void
test_deputy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  g_autoptr (GPtrArray) recipients = NULL;
  gint64 deputy = mappe_test_add (fixture->store, "person", "last_name", "Zeder", "first_name", "Zoe", NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, deputy);
  const MappeRecipient *last;

  mappe_test_set (fixture->store, &mappe_attendance_kind, mappe_test_participant (sitting, "M09")->attendance->id,
                  "deputy", id);
  g_clear_pointer (&sitting, mappe_sitting_unref);
  sitting = mappe_test_sitting (fixture->store, "MTG06");
  recipients = mappe_invitation_recipients (sitting);
  g_assert_cmpuint (recipients->len, ==, 26);
  last = g_ptr_array_index (recipients, 25);
  g_assert_cmpint (last->kind, ==, MAPPE_RECIPIENT_DEPUTY);
  g_assert_cmpint (last->person, ==, deputy);
  g_assert_true (last->voting);
}

/* --- replies --- */

static void
test_replies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  g_autofree char *before = mappe_words_replies (sitting, mappe_language_get ("en"));
  g_autofree char *after = NULL;
  gint64 person = mappe_test_participant (sitting, "M10")->person;
  GError *error = NULL;
  MappeEdit *edit = mappe_invitation_reply (sitting, person, "accepted", &error);

  g_assert_cmpstr (before, ==, "Of those entitled to vote, 11 have accepted, 4 have declined and 4 have not replied;"
                               " 10 are needed");
  sitting = mappe_test_act (fixture->store, g_steal_pointer (&sitting), edit, error);
  after = mappe_words_replies (sitting, mappe_language_get ("en"));
  g_assert_cmpstr (after, ==, "Of those entitled to vote, 12 have accepted, 4 have declined and 3 have not replied;"
                              " 10 are needed");
}

static void
test_reply_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) held = mappe_test_sitting (fixture->store, "MTG05");
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  g_autoptr (GError) late = NULL;
  g_autoptr (GError) stranger = NULL;

  g_assert_null (mappe_invitation_reply (held, mappe_test_participant (held, "M10")->person, "accepted", &late));
  g_assert_error (late, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_STATE);
  g_assert_null (mappe_invitation_reply (sitting, 999999, "accepted", &stranger));
  g_assert_error (stranger, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_PRESENCE);
}

/* --- texts --- */

static void
test_every_text (Fixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { "de", "en" };
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  const char *const *purposes = mappe_template_purposes ();

  for (guint p = 0; purposes[p] != NULL; p++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      {
        const MappeLanguage *language = mappe_language_get (languages[l]);
        const MappeLetterFacts facts = { .sent_on = "2026-11-20", .reason = "A reason", .edition = 2 };
        g_autoptr (MappeTemplate) text = mappe_template_find (sitting, purposes[p], language);
        g_autoptr (MappeFilledText) filled = mappe_template_fill (text, sitting, &facts, language);

        g_test_message ("%s %s", purposes[p], languages[l]);
        g_assert_cmpuint (g_strv_length (filled->unknown), ==, 0);
        g_assert_null (strchr (filled->text, '{'));
        g_assert_null (strchr (filled->subject, '{'));
        g_assert_null (strstr (filled->text, "\n\n\n"));
        g_assert_nonnull (strstr (filled->text, "Rathaus, Großer Saal"));
      }
}

/* A field that nobody knows stays to be seen; the note that the law wants comes even where the text has none. */
static void
test_own_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  const MappeLanguage *english = mappe_language_get ("en");
  g_autofree char *note = mappe_second_note (sitting, english);
  const MappeLetterFacts facts = { .sent_on = "2026-11-20" };
  g_autoptr (MappeTemplate) text = NULL;
  g_autoptr (MappeTemplate) other = NULL;
  g_autoptr (MappeFilledText) filled = NULL;
  GError *error = NULL;
  MappeEdit *edit = mappe_template_save (sitting, MAPPE_TEMPLATE_SECOND, english, "Come, {recipent}",
                                         "See {place} {Place} {} {", &error);

  sitting = mappe_test_act (fixture->store, g_steal_pointer (&sitting), edit, error);
  text = mappe_template_find (sitting, MAPPE_TEMPLATE_SECOND, english);
  other = mappe_template_find (sitting, MAPPE_TEMPLATE_SECOND, mappe_language_get ("de"));
  g_assert_nonnull (text->row);
  g_assert_null (other->row);
  filled = mappe_template_fill (text, sitting, &facts, english);
  g_assert_cmpstr (filled->subject, ==, "Come, {recipent}");
  g_assert_cmpuint (g_strv_length (filled->unknown), ==, 1);
  g_assert_cmpstr (filled->unknown[0], ==, "recipent");
  g_assert_true (g_str_has_prefix (filled->text, "See Rathaus, Großer Saal {Place} {} {"));
  g_assert_true (g_str_has_suffix (filled->text, note));
  g_assert_nonnull (strstr (note, "item 3"));
}

static void
test_reset_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  const MappeLanguage *english = mappe_language_get ("en");
  g_autoptr (MappeTemplate) text = NULL;
  GError *error = NULL;
  MappeEdit *edit = mappe_template_save (sitting, MAPPE_TEMPLATE_NOTICE, english, NULL, "Own", &error);

  g_assert_null (mappe_template_reset (sitting, MAPPE_TEMPLATE_NOTICE, english, NULL));
  g_assert_null (mappe_template_save (sitting, MAPPE_TEMPLATE_NOTICE, english, NULL, "", NULL));
  sitting = mappe_test_act (fixture->store, g_steal_pointer (&sitting), edit, error);
  edit = mappe_template_save (sitting, MAPPE_TEMPLATE_NOTICE, english, NULL, "Own again", &error);
  sitting = mappe_test_act (fixture->store, g_steal_pointer (&sitting), edit, error);
  g_assert_cmpint (mappe_test_count (fixture->store, "text-template"), ==, 1);
  edit = mappe_template_reset (sitting, MAPPE_TEMPLATE_NOTICE, english, &error);
  sitting = mappe_test_act (fixture->store, g_steal_pointer (&sitting), edit, error);
  text = mappe_template_find (sitting, MAPPE_TEMPLATE_NOTICE, english);
  g_assert_null (text->row);
}

/* --- check list --- */

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  g_autoptr (GPtrArray) recipients = mappe_invitation_recipients (sitting);
  g_autoptr (GPtrArray) points = mappe_invitation_check (sitting, recipients);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      const MappeInvitationPoint *point = g_ptr_array_index (points, i);

      g_string_append_printf (words, "%c %s\n", point->fine ? '+' : '-', point->text);
    }
  g_assert_cmpstr (words->str, ==, "+ Date, time and place are set\n"
                                   "+ The agenda has 6 items\n"
                                   "+ Non-public items have a neutral public title\n"
                                   "+ Second invitation for item 3: the text says that 3 members are enough\n"
                                   "+ Items for decision have papers\n"
                                   "+ All 25 recipients can be reached\n"
                                   "- 1 recipient of non-public papers without a formal undertaking\n");
}

/* An invitation of before: version 1 of that day, to everybody; the next one is a supplement. */
static void
test_put_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (fixture->store, "MTG06");
  g_autoptr (GBytes) content = g_bytes_new_static ("<agenda/>", 9);
  const MappeRow *version;

  sitting = mappe_test_act (fixture->store, sitting, mappe_invitation_put_down (sitting, content), NULL);
  g_assert_cmpuint (sitting->versions->len, ==, 1);
  version = g_ptr_array_index (sitting->versions, 0);
  g_assert_cmpint (mappe_row_get_int (version, MAPPE_AGENDA_VERSION_EDITION), ==, 1);
  g_assert_cmpstr (mappe_row_get_text (version, MAPPE_AGENDA_VERSION_SENT_ON), ==, "2026-11-20");
  g_assert_cmpuint (sitting->invitations->len, ==, 25);
  g_assert_false (mappe_invitation_is_first (sitting));
  g_assert_null (mappe_invitation_put_down (sitting, content));
}

/* A public item in a meeting without a public part is told of; a neutral title would be for nobody. */
static void
test_check_part (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = NULL;
  g_autoptr (GPtrArray) recipients = NULL;
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  mappe_test_set (fixture->store, &mappe_meeting_kind,
                  mappe_store_find (fixture->store, &mappe_meeting_kind, "MTG06", NULL), "public_part", "0");
  sitting = mappe_test_sitting (fixture->store, "MTG06");
  recipients = mappe_invitation_recipients (sitting);
  points = mappe_invitation_check (sitting, recipients);
  for (guint i = 0; i < points->len; i++)
    g_string_append_printf (words, "%s\n", ((MappeInvitationPoint *) g_ptr_array_index (points, i))->text);
  g_assert_nonnull (strstr (words->str, "The meeting has no public part, but there are public items: 1, 2, 3, 4, 5\n"));
  g_assert_null (strstr (words->str, "neutral"));
}

#define ADD(path, function)                                                                                           \
  g_test_add ("/invitation/" path, Fixture, "de", mappe_test_demo_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mappe_test_use_catalogues ();
  ADD ("send", test_send);
  ADD ("send-fills-attendance", test_send_fills_attendance);
  ADD ("notice", test_notice);
  ADD ("notice-by-law", test_notice_by_law);
  ADD ("urgent", test_urgent);
  ADD ("incomplete", test_incomplete);
  ADD ("supplement", test_supplement);
  ADD ("publish", test_publish);
  ADD ("recipients", test_recipients);
  ADD ("gaps", test_gaps);
  ADD ("guests", test_guests);
  ADD ("guest-invited", test_guest_invited);
  ADD ("deputy", test_deputy);
  ADD ("replies", test_replies);
  ADD ("reply-refused", test_reply_refused);
  ADD ("every-text", test_every_text);
  ADD ("own-text", test_own_text);
  ADD ("reset-text", test_reset_text);
  ADD ("put-down", test_put_down);
  ADD ("check", test_check);
  ADD ("check-part", test_check_part);
  return g_test_run ();
}
