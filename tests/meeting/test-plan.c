/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning: a new meeting, its copied agenda, series and cancelling. */
#include <string.h>

#include "mappe-agenda-acts.h"
#include "mappe-agenda-item.h"
#include "mappe-body.h"
#include "mappe-date.h"
#include "mappe-meeting-error.h"
#include "mappe-meeting.h"
#include "mappe-membership.h"
#include "mappe-plan-acts.h"
#include "mappe-templates.h"
#include "mappe-test-demo.h"

typedef MappeTestStore Fixture;

static MappePlanBase *
load (Fixture *self, const char *body, const char *copy_from)
{
  g_autoptr (GError) error = NULL;
  MappePlanBase *base = mappe_plan_base_load (self->store, mappe_test_id (self->store, "body", body),
                                              copy_from != NULL ? mappe_test_id (self->store, "meeting", copy_from) : 0,
                                              &error);

  g_assert_no_error (error);
  return base;
}

/* Applies the edit (transfer full) and gives the meeting that is its first record. */
static MappeSitting *
planned (Fixture *self, MappeEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  MappeSitting *sitting;

  g_assert_nonnull (edit);
  applied = mappe_store_apply (self->store, edit, NULL, &error);
  g_assert_no_error (error);
  sitting = mappe_sitting_load (self->store, g_array_index (applied->ids, gint64, 0), &error);
  g_assert_no_error (error);
  return sitting;
}

static MappeSitting *
plan (Fixture *self, const char *body, const char *held_on)
{
  g_autoptr (MappePlanBase) base = load (self, body, NULL);
  MappePlanWish wish = { .held_on = held_on };

  return planned (self, mappe_plan_new_meeting (base, &wish, NULL, NULL));
}

static void
assert_text (const MappeSitting *sitting, guint field, const char *expected)
{
  g_assert_cmpstr (mappe_row_get_text (sitting->meeting, field), ==, expected);
}

static void
assert_undone (Fixture *self, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = mappe_store_undo (self->store, &error);
  g_autofree char *after = mappe_test_store_content (self->store);

  g_assert_no_error (error);
  g_assert_nonnull (label);
  g_assert_cmpstr (after, ==, before);
}

/* --- a meeting --- */

static void
test_new (Fixture *self, gconstpointer data)
{
  g_autofree char *before = mappe_test_store_content (self->store);
  g_autoptr (MappeSitting) sitting = plan (self, "B01", "2026-12-15");

  assert_text (sitting, MAPPE_MEETING_NUMBER, "2026/4");
  assert_text (sitting, MAPPE_MEETING_TITLE, "Plenary of the crime prevention council, meeting 2026/4");
  assert_text (sitting, MAPPE_MEETING_STATE, "planned");
  assert_text (sitting, MAPPE_MEETING_HELD_ON, "2026-12-15");
  assert_text (sitting, MAPPE_MEETING_START_AT, "16:00");
  assert_text (sitting, MAPPE_MEETING_PLACE, "Rathaus, Großer Saal");
  assert_text (sitting, MAPPE_MEETING_ZONE, "Europe/Berlin");
  g_assert_cmpint (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_CHAIR), ==,
                   mappe_test_id (self->store, "person", "M01"));
  g_assert_cmpint (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_MINUTE_TAKER), ==,
                   mappe_test_id (self->store, "person", "M04"));
  g_assert_cmpint (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_VOTING_MEMBERS_AT_DATE), ==, 19);
  g_assert_cmpint (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_PUBLIC_PART), ==, 1);
  g_assert_true (mappe_row_is_null (sitting->meeting, MAPPE_MEETING_INVITED_ON));
  g_assert_cmpint (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_SECOND_INVITATION), ==, 0);
  g_assert_cmpuint (sitting->items->len, ==, 0);
  assert_undone (self, before);
}

static void
test_next_year (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = plan (self, "B01", "2027-03-09");

  assert_text (sitting, MAPPE_MEETING_NUMBER, "2027/1");
}

static void
test_wish (Fixture *self, gconstpointer data)
{
  g_autoptr (MappePlanBase) base = load (self, "B01", NULL);
  MappePlanWish wish = { "Special plenary", "2027-03-09", "17:15", "Volkshochschule", FALSE };
  g_autoptr (MappeSitting) sitting = planned (self, mappe_plan_new_meeting (base, &wish, NULL, NULL));

  assert_text (sitting, MAPPE_MEETING_TITLE, "Special plenary");
  assert_text (sitting, MAPPE_MEETING_START_AT, "17:15");
  assert_text (sitting, MAPPE_MEETING_PLACE, "Volkshochschule");
}

static void
test_first_of_body (Fixture *self, gconstpointer data)
{
  g_autoptr (MappePlanBase) base = load (self, "B06", NULL);
  MappePlanWish wish = { .held_on = "2027-01-12", .copy_agenda = TRUE };
  g_autoptr (MappeSitting) sitting = planned (self, mappe_plan_new_meeting (base, &wish, NULL, NULL));

  g_assert_null (base->last);
  assert_text (sitting, MAPPE_MEETING_NUMBER, "2027/1");
  assert_text (sitting, MAPPE_MEETING_START_AT, NULL);
  assert_text (sitting, MAPPE_MEETING_ZONE, "Europe/Berlin");
  g_assert_cmpuint (sitting->items->len, ==, 0);
}

/* Who is a member on that day counts, and a cancelled meeting is no example. */
static void
test_members_of_day (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeSitting) last = mappe_test_sitting (self->store, "MTG06");
  g_autoptr (MappeSitting) december = NULL, january = NULL;

  mappe_test_set (self->store, &mappe_membership_kind, mappe_test_id (self->store, "membership", "MB025"),
                  "valid_to", "2026-12-31");
  last = mappe_test_act (self->store, last, mappe_plan_cancel (last, "The hall is closed", NULL), NULL);
  december = plan (self, "B01", "2026-12-31");
  g_assert_cmpint (mappe_row_get_int (december->meeting, MAPPE_MEETING_VOTING_MEMBERS_AT_DATE), ==, 19);
  assert_text (december, MAPPE_MEETING_START_AT, "15:30");
  /* The number of the cancelled meeting is not given again. */
  assert_text (december, MAPPE_MEETING_NUMBER, "2026/4");
  january = plan (self, "B01", "2027-01-01");
  g_assert_cmpint (mappe_row_get_int (january->meeting, MAPPE_MEETING_VOTING_MEMBERS_AT_DATE), ==, 18);
}

/* Nobody is counted twice: where two memberships of a person overlap, the one that began last holds. */
static void
test_members_once (Fixture *self, gconstpointer data)
{
  g_autofree char *body = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (self->store, "body", "B01"));
  g_autofree char *chair = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (self->store, "person", "M01"));
  g_autoptr (MappeSitting) sitting = NULL;

  mappe_test_add (self->store, "membership", "body", body, "person", chair, "function", "member", "voting", "1",
                  "valid_from", "2020-01-01", NULL);
  sitting = plan (self, "B01", "2026-12-15");
  g_assert_cmpint (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_VOTING_MEMBERS_AT_DATE), ==, 19);
  g_assert_cmpint (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_CHAIR), ==,
                   mappe_test_id (self->store, "person", "M01"));
  g_assert_cmpstr (mappe_row_get_text (mappe_test_participant (sitting, "M01")->membership,
                                       MAPPE_MEMBERSHIP_FUNCTION), ==, "chair");
}

static void
test_new_refused (Fixture *self, gconstpointer data)
{
  static const char *const days[] = { NULL, "", "2027-02-30", "9.3.2027" };
  g_autoptr (MappePlanBase) base = load (self, "B01", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      MappePlanWish wish = { .held_on = days[i] };

      g_assert_null (mappe_plan_new_meeting (base, &wish, NULL, &error));
      g_assert_error (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_MISSING);
    }
}

static void
test_number (void)
{
  const char *const taken[] = { "2026/9", "2026/10", "2025/77", "20261", "special", NULL };
  g_autofree char *next = mappe_plan_next_number ("2026-12-31", taken);
  g_autofree char *year = mappe_plan_next_number ("2027-01-01", taken);
  g_autofree char *none = mappe_plan_next_number ("2027-01-01", NULL);

  g_assert_cmpstr (next, ==, "2026/11");
  g_assert_cmpstr (year, ==, "2027/1");
  g_assert_cmpstr (none, ==, "2027/1");
}

/* --- a copied agenda --- */

/* "1 Title, 1.1 Title", as stored. */
static void
assert_agenda (const MappeSitting *sitting, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      g_assert_cmpint (mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_POSITION), ==, i + 1);
      g_assert_cmpstr (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_NUMBER), ==, item->number);
      g_string_append_printf (text, "%s %s\n", item->number, mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_plan_only (const MappeSitting *sitting)
{
  static const guint empty[] = { MAPPE_AGENDA_ITEM_RESULT, MAPPE_AGENDA_ITEM_DISCUSSION, MAPPE_AGENDA_ITEM_OPENED_AT,
                                 MAPPE_AGENDA_ITEM_CLOSED_AT, MAPPE_AGENDA_ITEM_CHANGE_NOTE };

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      for (guint f = 0; f < G_N_ELEMENTS (empty); f++)
        g_assert_true (mappe_row_is_null (item->row, empty[f]));
      g_assert_cmpuint (item->decisions->len + item->motions->len + item->conflicts->len + item->statements->len
                            + item->tasks->len + item->documents->len, ==, 0);
    }
}

/* Beneath the debrief stands the safety concept; beneath the follow-up, which comes by itself, the yearly review. */
static void
nest_former (Fixture *self)
{
  g_autoptr (MappeSitting) former = mappe_test_sitting (self->store, "MTG05");

  former = mappe_test_act (self->store, former, mappe_agenda_move (former, mappe_test_item (former, "5"),
                                                                   MAPPE_AGENDA_IN, NULL), NULL);
  former = mappe_test_act (self->store, former,
                           mappe_agenda_place (former, mappe_test_item (former, "5"), mappe_test_item (former, "3"),
                                               MAPPE_AGENDA_INTO, NULL), NULL);
  g_assert_cmpstr (mappe_test_item (former, "4.1")->number, ==, "4.1");
  g_assert_cmpstr (mappe_row_get_text (mappe_test_item (former, "3.1")->row, MAPPE_AGENDA_ITEM_TITLE), ==,
                   "Yearly review of the security partnership");
}

#define COPIED(a, b, c, d, e)                                                                                         \
  a " Yearly review of the security partnership\n" b " Debrief of wine festival and July 2026 storm\n"               \
  c " Station square: safety concept\n" d " Questions from citizens\n" e " Funding guideline 2027\n"

static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autoptr (MappePlanBase) base = NULL;
  g_autoptr (MappeSitting) sitting = NULL;
  MappePlanWish wish = { .held_on = "2027-03-09", .copy_agenda = TRUE };
  g_autofree char *before = NULL;

  nest_former (self);
  before = mappe_test_store_content (self->store);
  base = load (self, "B01", "MTG05");
  sitting = planned (self, mappe_plan_new_meeting (base, &wish, NULL, NULL));
  assert_agenda (sitting, COPIED ("1", "2", "2.1", "3", "4"));
  assert_plan_only (sitting);
  g_assert_cmpint (mappe_row_get_int (mappe_test_item (sitting, "2.1")->row, MAPPE_AGENDA_ITEM_PROJECT), ==,
                   mappe_test_id (self->store, "project", "P11"));
  g_assert_cmpint (mappe_test_item (sitting, "2")->minutes, ==, 30);
  assert_undone (self, before);
}

/* With the standing items: they come first, and not a second time from the copy. */
static void
test_copy_standing (Fixture *self, gconstpointer data)
{
  g_autoptr (MappePlanBase) base = NULL;
  g_autoptr (MappeSitting) sitting = NULL;
  g_autoptr (MappeStandingItems) standing = NULL;
  MappePlanWish wish = { .held_on = "2027-03-09", .copy_agenda = TRUE };
  g_autofree char *before = NULL;

  nest_former (self);
  before = mappe_test_store_content (self->store);
  base = load (self, "B01", "MTG05");
  standing = mappe_standing_load (self->store, mappe_test_id (self->store, "body", "B01"), "2027-03-09", NULL);
  sitting = planned (self, mappe_plan_new_meeting (base, &wish, standing, NULL));
  assert_agenda (sitting, "1 Opening, due invitation and quorum\n2 Approval of the minutes of 27 October 2026\n"
                          "3 Objections to the minutes\n4 Decision tracking\n" COPIED ("5", "6", "6.1", "7", "8"));
  assert_plan_only (sitting);
  g_assert_cmpuint (mappe_agenda_missing_standing (sitting, standing), ==, 0);
  assert_undone (self, before);
}

/* Both parts: the public one first, numbers run through, also with a deferred item that is not public. */
static void
test_copy_parts (Fixture *self, gconstpointer data)
{
  g_autoptr (MappePlanBase) base = load (self, "B01", NULL);
  g_autoptr (MappeSitting) sitting = NULL;
  g_autoptr (MappeStandingItems) standing = NULL;
  MappePlanWish wish = { .held_on = "2027-03-09", .copy_agenda = TRUE };

  mappe_test_set (self->store, &mappe_agenda_item_kind, mappe_test_id (self->store, "agenda-item", "AI-0308"),
                  "result", "deferred");
  standing = mappe_standing_load (self->store, mappe_test_id (self->store, "body", "B01"), "2027-03-09", NULL);
  sitting = planned (self, mappe_plan_new_meeting (base, &wish, standing, NULL));
  assert_agenda (sitting, "1 Opening, due invitation and quorum\n2 Approval of the minutes of 27 October 2026\n"
                          "3 Objections to the minutes\n4 Decision tracking\n5 Work programme 2027\n6 Dates 2027\n"
                          "7 Appointment of a working group member\n8 Staff matter of the secretariat\n");
  g_assert_true (mappe_test_item (sitting, "6")->public);
  g_assert_false (mappe_test_item (sitting, "7")->public);
}

/* The body meets behind closed doors by now: what was public becomes non-public, and needs no public title. */
static void
test_copy_closed (Fixture *self, gconstpointer data)
{
  g_autoptr (MappePlanBase) base = NULL;
  g_autoptr (MappeSitting) sitting = NULL;
  g_autoptr (MappeStandingItems) standing = NULL;
  MappePlanWish wish = { .held_on = "2027-03-09", .copy_agenda = TRUE };

  mappe_test_set (self->store, &mappe_body_kind, mappe_test_id (self->store, "body", "B01"), "default_public", "0");
  mappe_test_set (self->store, &mappe_agenda_item_kind, mappe_test_id (self->store, "agenda-item", "AI-0502"),
                  "result", "deferred");
  base = load (self, "B01", NULL);
  standing = mappe_standing_load (self->store, mappe_test_id (self->store, "body", "B01"), "2027-03-09", NULL);
  sitting = planned (self, mappe_plan_new_meeting (base, &wish, standing, NULL));
  g_assert_cmpuint (sitting->items->len, >, 5);
  for (guint i = 0; i < sitting->items->len; i++)
    g_assert_false (((MappeSittingItem *) g_ptr_array_index (sitting->items, i))->public);
  g_assert_true (mappe_row_is_null (mappe_test_item (sitting, "1")->row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE));
}

/* --- series --- */

static void
assert_days (const char *held_on, MappeRepeat repeat, const char *until, const char *expected)
{
  g_auto (GStrv) days = mappe_plan_series_days (held_on, repeat, until);
  g_autofree char *joined = g_strjoinv (" ", days);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_days_weeks (void)
{
  /* over a leap day */
  assert_days ("2028-02-22", MAPPE_REPEAT_WEEKLY, "2028-03-14", "2028-02-29 2028-03-07 2028-03-14");
  assert_days ("2027-02-22", MAPPE_REPEAT_WEEKLY, "2027-03-01", "2027-03-01");
  /* over both clock changes */
  assert_days ("2026-03-22", MAPPE_REPEAT_WEEKLY, "2026-04-05", "2026-03-29 2026-04-05");
  assert_days ("2026-10-18", MAPPE_REPEAT_WEEKLY, "2026-11-01", "2026-10-25 2026-11-01");
  assert_days ("2026-03-24", MAPPE_REPEAT_TWO_WEEKS, "2026-04-21", "2026-04-07 2026-04-21");
  assert_days ("2026-12-22", MAPPE_REPEAT_TWO_WEEKS, "2027-01-31", "2027-01-05 2027-01-19");
}

static void
test_days_months (void)
{
  /* the second Tuesday */
  assert_days ("2026-12-08", MAPPE_REPEAT_MONTHLY, "2027-04-30", "2027-01-12 2027-02-09 2027-03-09 2027-04-13");
  assert_days ("2026-12-08", MAPPE_REPEAT_QUARTERLY, "2027-12-14", "2027-03-09 2027-06-08 2027-09-14 2027-12-14");
  /* the fifth Tuesday, or the last where there are four; then the fifth again */
  assert_days ("2026-09-29", MAPPE_REPEAT_MONTHLY, "2027-01-31", "2026-10-27 2026-11-24 2026-12-29 2027-01-26");
  assert_days ("2026-09-29", MAPPE_REPEAT_QUARTERLY, "2027-06-29", "2026-12-29 2027-03-30 2027-06-29");
  /* from the leap day, and onto it */
  assert_days ("2024-02-29", MAPPE_REPEAT_MONTHLY, "2024-05-31", "2024-03-28 2024-04-25 2024-05-30");
  assert_days ("2024-01-31", MAPPE_REPEAT_MONTHLY, "2024-02-29", "2024-02-28");
  assert_days ("2023-11-30", MAPPE_REPEAT_QUARTERLY, "2024-02-29", "2024-02-29");
}

static void
test_days_borders (void)
{
  g_auto (GStrv) days = mappe_plan_series_days ("2026-12-08", MAPPE_REPEAT_WEEKLY, "2099-12-31");

  g_assert_cmpuint (g_strv_length (days), ==, MAPPE_SERIES_MOST);
  g_assert_cmpuint (MAPPE_SERIES_MOST, ==, 60);
  assert_days ("2026-12-08", MAPPE_REPEAT_WEEKLY, "2026-12-14", "");
  assert_days ("2026-12-08", MAPPE_REPEAT_WEEKLY, "2026-12-15", "2026-12-15");
  assert_days ("2026-12-08", MAPPE_REPEAT_MONTHLY, "2026-11-30", "");
  assert_days ("2026-02-30", MAPPE_REPEAT_WEEKLY, "2027-12-31", "");
  assert_days ("9999-11-23", MAPPE_REPEAT_MONTHLY, "9999-12-31", "9999-12-28");
}

/* Of every day of five years: the same weekday, in the month that follows, the same of its kind or the last. */
static void
test_days_any (void)
{
  GDate first;

  for (g_date_set_dmy (&first, 1, 1, 2024); g_date_get_year (&first) < 2029; g_date_add_days (&first, 1))
    {
      g_autofree char *held_on = mappe_date_to_iso (&first);
      g_auto (GStrv) days = mappe_plan_series_days (held_on, MAPPE_REPEAT_MONTHLY, "2040-12-31");
      GDate month = first;

      g_assert_cmpuint (g_strv_length (days), ==, MAPPE_SERIES_MOST);
      g_date_set_day (&month, 1);
      for (guint i = 0; days[i] != NULL; i++)
        {
          guint nth, length;
          GDate day;

          g_date_add_months (&month, 1);
          length = g_date_get_days_in_month (g_date_get_month (&month), g_date_get_year (&month));
          g_assert_true (mappe_date_parse_iso (days[i], &day));
          nth = (g_date_get_day (&day) - 1) / 7;
          g_assert_cmpint (g_date_get_month (&day), ==, g_date_get_month (&month));
          g_assert_cmpint (g_date_get_year (&day), ==, g_date_get_year (&month));
          g_assert_cmpint (g_date_get_weekday (&day), ==, g_date_get_weekday (&first));
          if (nth != (guint) (g_date_get_day (&first) - 1) / 7)
            g_assert_true (g_date_get_day (&first) > 28 && nth == 3 && g_date_get_day (&day) + 7u > length);
        }
    }
}

static void
test_series (Fixture *self, gconstpointer data)
{
  g_autofree char *before = mappe_test_store_content (self->store);
  g_autoptr (MappePlanBase) base = load (self, "B01", NULL);
  g_auto (GStrv) days = mappe_plan_series_days ("2026-12-08", MAPPE_REPEAT_TWO_WEEKS, "2027-02-16");
  static const char *const numbers[] = { "2026/4", "2027/1", "2027/2", "2027/3", "2027/4" };
  MappePlanWish wish = { .start_at = "14:00" };
  g_autoptr (MappeApplied) applied = NULL;

  g_assert_cmpuint (g_strv_length (days), ==, G_N_ELEMENTS (numbers));
  applied = mappe_store_apply (self->store, mappe_plan_series (base, &wish, (const char *const *) days, NULL), NULL,
                               NULL);
  g_assert_cmpuint (applied->ids->len, ==, G_N_ELEMENTS (numbers));
  for (guint i = 0; i < applied->ids->len; i++)
    {
      gint64 id = g_array_index (applied->ids, gint64, i);
      g_autoptr (MappeSitting) sitting = mappe_sitting_load (self->store, id, NULL);

      assert_text (sitting, MAPPE_MEETING_NUMBER, numbers[i]);
      assert_text (sitting, MAPPE_MEETING_HELD_ON, days[i]);
      assert_text (sitting, MAPPE_MEETING_START_AT, "14:00");
      g_assert_true (g_str_has_suffix (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_TITLE), numbers[i]));
      g_assert_cmpint (mappe_row_get_int (sitting->meeting, MAPPE_MEETING_CHAIR), ==,
                       mappe_test_id (self->store, "person", "M01"));
    }
  assert_undone (self, before);
}

static void
test_series_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (MappePlanBase) base = load (self, "B01", NULL);
  g_auto (GStrv) most = mappe_plan_series_days ("2026-12-08", MAPPE_REPEAT_WEEKLY, "2099-12-31");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) too_many = NULL;
  const char *const none[] = { NULL }, *const wrong[] = { "2027-01-12", "2027-02-30", NULL };
  MappePlanWish wish = { 0 };
  g_autoptr (MappeEdit) edit = mappe_plan_series (base, &wish, (const char *const *) most, NULL);

  g_strv_builder_addv (builder, (const char **) most);
  g_strv_builder_add (builder, "2099-12-31");
  too_many = g_strv_builder_end (builder);
  g_assert_cmpuint (mappe_edit_size (edit), ==, MAPPE_SERIES_MOST);
  for (guint i = 0; i < 3; i++)
    {
      const char *const *days = i == 0 ? none : i == 1 ? wrong : (const char *const *) too_many;
      g_autoptr (GError) error = NULL;

      g_assert_null (mappe_plan_series (base, &wish, days, &error));
      g_assert_error (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_MISSING);
    }
}

/* --- cancelling --- */

static void
assert_not_cancelled (const MappeSitting *sitting, const char *reason, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_plan_cancel (sitting, reason, &error));
  g_assert_error (error, MAPPE_MEETING_ERROR, code);
}

/* The letter that is due says so. */
static void
assert_letter (const MappeSitting *sitting, const char *words)
{
  const MappeLanguage *english = mappe_language_get ("en");
  const MappeLetterFacts facts = { .sent_on = "2026-11-24", .edition = 1 };
  g_autoptr (MappeTemplate) letter = mappe_template_find (sitting, mappe_letter_purpose (sitting), english);
  g_autoptr (MappeFilledText) filled = mappe_template_fill (letter, sitting, &facts, english);

  g_assert_cmpstr (letter->purpose, ==, MAPPE_TEMPLATE_CANCELLATION);
  g_assert_nonnull (strstr (filled->text, words));
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (self->store, "MTG06");
  g_autofree char *before = NULL;

  mappe_test_set (self->store, &mappe_meeting_kind, sitting->meeting->id, "note", "Bring the projector");
  before = mappe_test_store_content (self->store);
  mappe_sitting_unref (sitting);
  sitting = mappe_test_sitting (self->store, "MTG06");
  assert_not_cancelled (sitting, NULL, MAPPE_MEETING_ERROR_MISSING);
  assert_not_cancelled (sitting, "  ", MAPPE_MEETING_ERROR_MISSING);
  sitting = mappe_test_act (self->store, sitting, mappe_plan_cancel (sitting, " The hall is closed ", NULL), NULL);
  assert_text (sitting, MAPPE_MEETING_STATE, "cancelled");
  assert_text (sitting, MAPPE_MEETING_NOTE, "Bring the projector");
  assert_text (sitting, MAPPE_MEETING_CANCEL_REASON, "The hall is closed");
  assert_letter (sitting, "The hall is closed");
  g_assert_cmpuint (sitting->items->len, ==, 6);
  assert_not_cancelled (sitting, "Once more", MAPPE_MEETING_ERROR_STATE);
  assert_undone (self, before);
}

static void
test_cancel_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeSitting) held = mappe_test_sitting (self->store, "MTG05");
  g_autoptr (MappeSitting) opened = NULL;

  mappe_test_set (self->store, &mappe_meeting_kind, mappe_test_id (self->store, "meeting", "MTG06"),
                  "opened_at", "16:02");
  opened = mappe_test_sitting (self->store, "MTG06");
  assert_not_cancelled (held, "Too late", MAPPE_MEETING_ERROR_STATE);
  assert_not_cancelled (opened, "Too late", MAPPE_MEETING_ERROR_STATE);
}

#define ADD(path, function)                                                                                           \
  g_test_add ("/plan/" path, Fixture, "en", mappe_test_demo_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("MAPPE_TODAY", "2026-11-23", TRUE);
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("next-year", test_next_year);
  ADD ("wish", test_wish);
  ADD ("first-of-body", test_first_of_body);
  ADD ("members-of-day", test_members_of_day);
  ADD ("members-once", test_members_once);
  ADD ("new-refused", test_new_refused);
  g_test_add_func ("/plan/number", test_number);
  ADD ("copy", test_copy);
  ADD ("copy-standing", test_copy_standing);
  ADD ("copy-parts", test_copy_parts);
  ADD ("copy-closed", test_copy_closed);
  g_test_add_func ("/plan/days/weeks", test_days_weeks);
  g_test_add_func ("/plan/days/months", test_days_months);
  g_test_add_func ("/plan/days/borders", test_days_borders);
  g_test_add_func ("/plan/days/any", test_days_any);
  ADD ("series", test_series);
  ADD ("series-refused", test_series_refused);
  ADD ("cancel", test_cancel);
  ADD ("cancel-refused", test_cancel_refused);
  return g_test_run ();
}
