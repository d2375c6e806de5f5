/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes onto an agenda by itself. */
#include "mappe-agenda-acts.h"
#include "mappe-agenda-item.h"
#include "mappe-meeting-error.h"
#include "mappe-meeting.h"
#include "mappe-plan-acts.h"
#include "mappe-test-demo.h"

typedef MappeTestStore Fixture;

static void
set (Fixture *self, const char *kind, const char *reference, const char *field, const char *value)
{
  mappe_test_set (self->store, mappe_kind_lookup (kind, NULL), mappe_test_id (self->store, kind, reference), field,
                  value);
}

static MappeStandingItems *
load (Fixture *self, const char *body, const char *held_on)
{
  g_autoptr (GError) error = NULL;
  MappeStandingItems *standing = mappe_standing_load (self->store, mappe_test_id (self->store, "body", body), held_on,
                                                      &error);

  g_assert_no_error (error);
  return standing;
}

static MappeSitting *
add_standing (Fixture *self, MappeSitting *sitting)
{
  g_autoptr (MappeStandingItems) standing = load (self, "B01", "2026-12-08");

  return mappe_test_act (self->store, sitting, mappe_agenda_add_standing (sitting, standing, NULL), NULL);
}

/* "opening approval - -|-": what each item is, the parts apart. */
static void
assert_standing (const MappeSitting *sitting, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);
      const MappeSittingItem *last = i > 0 ? g_ptr_array_index (sitting->items, i - 1) : NULL;
      const char *standing = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_STANDING);

      g_assert_cmpint (mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_POSITION), ==, i + 1);
      g_assert_cmpstr (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_NUMBER), ==, item->number);
      g_string_append_printf (text, "%s%s", last == NULL ? "" : last->public == item->public ? " " : "|",
                              standing != NULL ? standing : "-");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_rows (const MappeStandingItems *standing, const MappeSitting *sitting, guint n)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (mappe_agenda_missing_standing (sitting, standing), ==, n);
  if (n > 0)
    return;
  g_assert_null (mappe_agenda_add_standing (sitting, standing, &error));
  g_assert_error (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_STATE);
}

/* MTG06 has opening, approval and the deferred item; the open objection and the follow-up are missing. */
static void
test_demo_missing (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeStandingItems) standing = load (self, "B01", "2026-12-08");
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (self->store, "MTG06");

  g_assert_cmpuint (standing->approvals->len, ==, 1);
  g_assert_cmpint (((MappeRow *) g_ptr_array_index (standing->approvals, 0))->id, ==,
                   mappe_test_id (self->store, "meeting", "MTG05"));
  g_assert_cmpuint (standing->objections, ==, 1);
  g_assert_cmpuint (standing->deferred->len, ==, 0);
  g_assert_cmpuint (standing->unfinished, >, 0);
  assert_rows (standing, sitting, 2);
  sitting = mappe_test_act (self->store, sitting, mappe_agenda_add_standing (sitting, standing, NULL), NULL);
  assert_standing (sitting, "opening approval objections follow_up deferred - -|-");
  g_assert_cmpstr (mappe_row_get_text (mappe_test_item (sitting, "3")->row, MAPPE_AGENDA_ITEM_TITLE), ==,
                   "Objections to the minutes");
  g_assert_cmpint (mappe_test_item (sitting, "4")->minutes, ==, 15);
  /* The invitation is sent. */
  g_assert_false (mappe_row_is_null (mappe_test_item (sitting, "3")->row, MAPPE_AGENDA_ITEM_CHANGE_NOTE));
  g_assert_true (mappe_row_is_null (mappe_test_item (sitting, "2")->row, MAPPE_AGENDA_ITEM_CHANGE_NOTE));
  assert_rows (standing, sitting, 0);
}

/* One step of undo takes all of them back. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autofree char *before = mappe_test_store_content (self->store);
  g_autoptr (MappeSitting) sitting = add_standing (self, mappe_test_sitting (self->store, "MTG06"));
  g_autofree char *label = mappe_store_undo (self->store, NULL);
  g_autofree char *after = mappe_test_store_content (self->store);

  g_assert_cmpuint (sitting->items->len, ==, 8);
  g_assert_nonnull (label);
  g_assert_cmpstr (before, ==, after);
}

static void
test_settled (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeStandingItems) standing = NULL;
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (self->store, "MTG06");

  set (self, "objection", "OB-02", "outcome", "rejected");
  standing = load (self, "B01", "2026-12-08");
  g_assert_cmpuint (standing->objections, ==, 0);
  assert_rows (standing, sitting, 1);
}

/* Before MTG05 nothing of it is known: MTG03 is approved, and nothing is deferred. */
static void
test_earlier (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeStandingItems) standing = load (self, "B01", "2026-10-27");

  g_assert_cmpuint (standing->approvals->len, ==, 0);
  g_assert_cmpuint (standing->objections, ==, 0);
  g_assert_cmpuint (standing->deferred->len, ==, 0);
}

static void
test_no_meetings (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeStandingItems) standing = load (self, "B06", "2027-01-12");
  g_autoptr (MappeRow) meeting = mappe_test_row (&mappe_meeting_kind, "title", "First", NULL);
  g_autoptr (GPtrArray) rows = mappe_standing_rows (standing, meeting, NULL, mappe_language_get ("en"));

  g_assert_cmpuint (standing->approvals->len + standing->deferred->len + standing->unfinished + standing->objections,
                    ==, 0);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (mappe_row_get_text (g_ptr_array_index (rows, 0), MAPPE_AGENDA_ITEM_STANDING), ==, "opening");
  g_assert_cmpint (mappe_row_get_int (g_ptr_array_index (rows, 0), MAPPE_AGENDA_ITEM_PUBLIC), ==, 0);
}

static void
delete_item (Fixture *self, MappeSitting **sitting, const char *number)
{
  *sitting = mappe_test_act (self->store, *sitting,
                             mappe_agenda_delete (*sitting, mappe_test_item (*sitting, number), NULL), NULL);
}

/* Everything standing taken off comes back in its order; the deferred item is invited to for the second time. */
static void
test_second_reading (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (self->store, "MTG06");
  const MappeSittingItem *item;

  for (guint i = 0; i < 3; i++)
    delete_item (self, &sitting, "1");
  assert_standing (sitting, "- -|-");
  sitting = add_standing (self, sitting);
  assert_standing (sitting, "opening approval objections follow_up deferred - -|-");
  item = mappe_test_item (sitting, "5");
  g_assert_cmpint (mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_CARRIED_FROM), ==,
                   mappe_test_id (self->store, "agenda-item", "AI-0508"));
  g_assert_cmpint (mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_SECOND_READING), ==, 1);
  g_assert_true (mappe_sitting_is_second (sitting, item));
  g_assert_cmpstr (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE), ==, "Funding guideline 2027");
  g_assert_cmpstr (mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_DRAFT_DECISION), ==,
                   "The funding guideline 2027 is adopted as presented.");
  g_assert_true (mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_RESULT));
  g_assert_true (mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_DISCUSSION));
  item = mappe_test_item (sitting, "2");
  g_assert_cmpint (mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_SUBJECT_MEETING), ==,
                   mappe_test_id (self->store, "meeting", "MTG05"));
  g_assert_cmpint (mappe_row_get_int (item->row, MAPPE_AGENDA_ITEM_RAPPORTEUR), ==,
                   mappe_test_id (self->store, "person", "M01"));
}

/* Without a second invitation, or deferred for another reason, the normal quorum applies. */
static void
test_no_second_reading (Fixture *self, gconstpointer data)
{
  static const char *const results[] = { "deferred_no_quorum", "deferred" };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (MappeSitting) sitting = NULL;
      const MappeRow *row;

      set (self, "agenda-item", "AI-0508", "result", results[i]);
      set (self, "meeting", "MTG06", "second_invitation", i == 0 ? "0" : "1");
      sitting = mappe_test_sitting (self->store, "MTG06");
      delete_item (self, &sitting, i == 0 ? "3" : "5");
      sitting = add_standing (self, sitting);
      row = mappe_test_item (sitting, "5")->row;
      g_assert_cmpint (mappe_row_get_int (row, MAPPE_AGENDA_ITEM_SECOND_READING), ==, 0);
      g_assert_cmpstr (mappe_row_get_text (row, MAPPE_AGENDA_ITEM_STANDING), ==, "deferred");
    }
}

/* A missing opening opens the agenda, whatever stands there. */
static void
test_opening_first (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (self->store, "MTG06");

  delete_item (self, &sitting, "1");
  sitting = add_standing (self, sitting);
  assert_standing (sitting, "opening approval objections follow_up deferred - -|-");
}

/* A deferred item comes back into its part; the others keep their order. */
static void
test_nonpublic (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = NULL;
  g_autoptr (MappeStandingItems) standing = NULL;

  set (self, "agenda-item", "AI-0308", "result", "deferred");
  sitting = mappe_test_sitting (self->store, "MTG06");
  standing = load (self, "B01", "2026-12-08");
  g_assert_cmpuint (standing->deferred->len, ==, 1);
  sitting = add_standing (self, sitting);
  assert_standing (sitting, "opening approval objections follow_up deferred - -|deferred -");
  g_assert_cmpstr (mappe_row_get_text (mappe_test_item (sitting, "8")->row, MAPPE_AGENDA_ITEM_PUBLIC_TITLE), ==,
                   "Appointment matter");
}

/* What stands beneath a standing item stays there. */
static void
test_beneath (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (self->store, "MTG06");

  sitting = mappe_test_act (self->store, sitting, mappe_agenda_add (sitting, mappe_test_item (sitting, "2"), TRUE, TRUE,
                                                                    "Remark", 0, NULL), NULL);
  sitting = add_standing (self, sitting);
  assert_standing (sitting, "opening approval - objections follow_up deferred - -|-");
  g_assert_cmpstr (mappe_row_get_text (mappe_test_item (sitting, "2.1")->row, MAPPE_AGENDA_ITEM_TITLE), ==, "Remark");
}

/* A cancelled meeting carries nothing on: what was deferred to it is missing on the next agenda. */
static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (MappeSitting) sitting = mappe_test_sitting (self->store, "MTG06");
  g_autoptr (MappeStandingItems) standing = NULL;
  g_autoptr (GError) error = NULL;

  sitting = mappe_test_act (self->store, sitting, mappe_plan_cancel (sitting, "The hall is closed", NULL), NULL);
  standing = load (self, "B01", "2027-01-12");
  g_assert_cmpuint (standing->deferred->len, ==, 1);
  g_assert_cmpint (((MappeRow *) g_ptr_array_index (standing->deferred, 0))->id, ==,
                   mappe_test_id (self->store, "agenda-item", "AI-0508"));
  g_assert_null (mappe_agenda_add_standing (sitting, standing, &error));
  g_assert_error (error, MAPPE_MEETING_ERROR, MAPPE_MEETING_ERROR_STATE);
}

#define ADD(path, function)                                                                                           \
  g_test_add ("/standing/" path, Fixture, "en", mappe_test_demo_set_up, function, mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("MAPPE_TODAY", "2026-11-23", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("demo-missing", test_demo_missing);
  ADD ("undo", test_undo);
  ADD ("settled", test_settled);
  ADD ("earlier", test_earlier);
  ADD ("no-meetings", test_no_meetings);
  ADD ("second-reading", test_second_reading);
  ADD ("no-second-reading", test_no_second_reading);
  ADD ("opening-first", test_opening_first);
  ADD ("nonpublic", test_nonpublic);
  ADD ("beneath", test_beneath);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
