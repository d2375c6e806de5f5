/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-debrief-finding.h"
#include "mappe-debrief.h"
#include "mappe-deployment-plan-item.h"
#include "mappe-deployment-plan.h"
#include "mappe-event-acts.h"
#include "mappe-event-check.h"
#include "mappe-event-consent.h"
#include "mappe-field-work-error.h"
#include "mappe-event.h"
#include "mappe-plan-timeline.h"
#include "mappe-task.h"
#include "mappe-test-demo.h"

/* The events of the demo council; the figures were counted by hand in data/sample/events.csv and what belongs to it. */

#define TODAY "2026-11-23"

static MappeEventFile *
load (MappeTestStore *test, const char *reference)
{
  g_autoptr (GError) error = NULL;
  MappeEventFile *file = mappe_event_file_load (test->store, mappe_test_id (test->store, "event", reference), &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
  return file;
}

/* Applies the act (transfer full). Returns: (transfer full): what it inserted */
static MappeApplied *
apply (MappeTestStore *test, MappeEdit *edit, GError *error)
{
  g_autoptr (GError) refused = NULL;
  MappeApplied *applied;

  g_assert_no_error (error);
  g_assert_nonnull (edit);
  applied = mappe_store_apply (test->store, edit, NULL, &refused);
  g_assert_no_error (refused);
  return applied;
}

static void
apply_only (MappeTestStore *test, MappeEdit *edit, GError *error)
{
  mappe_applied_free (apply (test, edit, error));
}

static void
refused (MappeEdit *edit, GError *error, MappeFieldWorkError code)
{
  g_assert_null (edit);
  g_assert_error (error, MAPPE_FIELD_WORK_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 10);
  g_error_free (error);
}

/* The act, which says why in the variable "error", is refused. */
#define REFUSED(act_, code_)                                                                                         \
  G_STMT_START                                                                                                       \
    {                                                                                                                \
      MappeEdit *edit_ = (act_);                                                                                     \
                                                                                                                     \
      refused (edit_, g_steal_pointer (&error), code_);                                                              \
    }                                                                                                                \
  G_STMT_END

static const MappeRow *
row_of (GPtrArray *listed, guint at)
{
  return ((MappeListed *) g_ptr_array_index (listed, at))->row;
}

static void
undo (MappeTestStore *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = mappe_store_undo (test->store, &error);

  g_assert_no_error (error);
}

/* --- the file --- */

static void
test_file (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeEventFile) market = load (test, "EV-07");
  g_autoptr (MappeEventFile) wine = load (test, "EV-03");
  g_autoptr (MappeEventFile) storm = load (test, "EV-04");
  g_autoptr (GPtrArray) unasked = mappe_event_file_unasked (market);

  g_assert_cmpuint (market->consents->len, ==, 3);
  g_assert_cmpuint (mappe_event_file_n_consents (market, "given"), ==, 2);
  g_assert_cmpuint (mappe_event_file_n_consents (market, "open"), ==, 1);
  g_assert_cmpuint (market->lines->len, ==, 2);
  g_assert_cmpuint (market->closures->len, ==, 1);
  g_assert_cmpuint (market->checks->len, ==, 3);
  g_assert_cmpuint (market->series->len, ==, 2);
  g_assert_cmpuint (market->earlier->len, ==, 1);
  g_assert_cmpuint (unasked->len, ==, 0);
  g_assert_null (mappe_event_file_next (market));
  g_assert_cmpuint (wine->lines->len, ==, 6);
  g_assert_cmpstr (mappe_row_get_text (row_of (wine->lines, 0), MAPPE_FIELD_REFERENCE), ==, "DP-01");
  /* By time within the phase: first aid and fire watch begin at 16:00, the patrols at 17:00. */
  g_assert_cmpstr (mappe_row_get_text (row_of (wine->lines, 1), MAPPE_FIELD_REFERENCE), ==, "DP-04");
  g_assert_cmpstr (mappe_row_get_text (row_of (wine->lines, 3), MAPPE_FIELD_REFERENCE), ==, "DP-02");
  g_assert_cmpstr (mappe_row_get_text (row_of (wine->lines, 5), MAPPE_FIELD_REFERENCE), ==, "DP-06");
  g_assert_cmpuint (wine->findings->len, ==, 3);
  g_assert_cmpuint (wine->tasks->len, ==, 2);
  g_assert_cmpuint (storm->areas->len, ==, 2);
  g_assert_cmpuint (storm->series->len, ==, 0);
  g_assert_cmpuint (market->parallel->len, ==, 0);
  g_assert_cmpuint (wine->chairs->len, >, 0);
}

static void
test_parallel (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *zone = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "area", "AR-04"));
  g_autofree char *park = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "area", "AR-01"));
  g_autofree char *order = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "organisation", "U-02"));
  g_autofree char *fire = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "organisation", "U-06"));
  g_autoptr (MappeEventFile) market = NULL;
  const MappeParallelEvent *parade, *concert;

  /* The day the market ends; the day after it ends; one day without an end, elsewhere and by another office. */
  mappe_test_add (test->store, "event", "title", "Parade", "start_on", "2026-12-22", "end_on", "2026-12-26", "area",
                  zone, "lead_organisation", order, NULL);
  mappe_test_add (test->store, "event", "title", "Run", "start_on", "2026-12-23", "area", zone, "lead_organisation",
                  order, NULL);
  mappe_test_add (test->store, "event", "title", "Concert", "start_on", "2026-12-01", "area", park, "lead_organisation",
                  fire, NULL);
  market = load (test, "EV-07");
  g_assert_cmpuint (market->parallel->len, ==, 2);
  parade = g_ptr_array_index (market->parallel, 0);
  concert = g_ptr_array_index (market->parallel, 1);
  g_assert_cmpstr (parade->event->title, ==, "Parade");
  g_assert_cmpstr (parade->from, ==, "2026-12-22");
  g_assert_cmpstr (parade->to, ==, "2026-12-22");
  g_assert_cmpuint (parade->areas->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (parade->areas, 0), ==, "Fußgängerzone");
  g_assert_cmpuint (parade->units->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (parade->units, 0), ==, "Ordnungsamt Musterhausen");
  g_assert_true (mappe_parallel_event_collides (parade));
  g_assert_cmpstr (concert->event->title, ==, "Concert");
  g_assert_false (mappe_parallel_event_collides (concert));
}

/* --- concept --- */

static void
test_concept (MappeTestStore *test, gconstpointer data)
{
  GError *error = NULL;
  g_autofree char *order = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "organisation", "U-02"));
  gint64 id = mappe_test_add (test->store, "event", "title", "Parade", "start_on", "2027-02-08", "lead_organisation",
                              order, NULL);
  g_autofree char *event = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (MappeEventFile) file = NULL, given = NULL;
  g_autofree char *reason = NULL;
  MappeEdit *edit;

  mappe_test_add (test->store, "event-consent", "event", event, "organisation", order, "part", "Traffic", NULL);
  file = mappe_event_file_load (test->store, id, &error);
  REFUSED (mappe_event_release_concept (file, " ", &error), MAPPE_FIELD_WORK_ERROR_MISSING);
  /* Nor past the act. */
  {
    MappeRow *mine = mappe_row_copy (file->event->row);

    mappe_row_set_canonical (mine, MAPPE_EVENT_CONCEPT_STATUS, "released", NULL);
    edit = mappe_edit_new ("Released");
    mappe_edit_update (edit, mappe_row_ref (file->event->row), mine);
    mappe_applied_free (mappe_test_refuse (test->store, edit, MAPPE_STORE_ERROR_REFUSED));
  }
  edit = mappe_event_release_concept (file, "The road is not used", &error);
  apply_only (test, edit, error);
  reason = mappe_test_get (test->store, &mappe_event_kind, id, "concept_reason");
  g_assert_cmpstr (reason, ==, "The road is not used");
  undo (test);
  apply_only (test, mappe_event_consent (row_of (file->consents, 0), "given", TODAY), NULL);
  given = mappe_event_file_load (test->store, id, &error);
  edit = mappe_event_release_concept (given, NULL, &error);
  apply_only (test, edit, error);
}

/* --- deployment plan --- */

static void
test_release (MappeTestStore *test, gconstpointer data)
{
  GError *error = NULL;
  gint64 chair = mappe_test_id (test->store, "person", "M01");
  g_autoptr (MappeEventFile) before = load (test, "EV-03");
  g_autoptr (MappeEventFile) after = NULL, changed = NULL;
  g_autoptr (GPtrArray) lines = NULL, differences = NULL;
  g_autofree char *content = mappe_test_store_content (test->store), *undone = NULL;
  const MappePlanDifference *difference;
  MappeEdit *edit;

  g_assert_null (before->released);
  REFUSED (mappe_event_release_plan (before, 0, NULL, TODAY, &error), MAPPE_FIELD_WORK_ERROR_MISSING);
  edit = mappe_event_release_plan (before, chair, "Amalia Ahornstein", TODAY, &error);
  apply_only (test, edit, error);
  after = load (test, "EV-03");
  g_assert_cmpuint (after->plans->len, ==, 1);
  /* The event was at version 3. */
  g_assert_cmpint (mappe_row_get_int (row_of (after->plans, 0), MAPPE_DEPLOYMENT_PLAN_EDITION), ==, 4);
  g_assert_cmpint (mappe_row_get_int (after->event->row, MAPPE_EVENT_PLAN_VERSION), ==, 4);
  g_assert_cmpstr (mappe_row_get_text (after->event->row, MAPPE_EVENT_PLAN_RELEASED_ON), ==, TODAY);
  g_assert_cmpint (mappe_row_get_int (after->event->row, MAPPE_EVENT_PLAN_RELEASED_BY), ==, chair);
  g_assert_nonnull (after->released);
  g_assert_cmpuint (after->released->len, ==, 6);
  g_assert_cmpuint (after->releases->len, ==, after->plans->len);

  mappe_test_set (test->store, &mappe_deployment_plan_item_kind, row_of (after->lines, 0)->id, "strength", "8");
  changed = load (test, "EV-03");
  lines = mappe_plan_lines (changed->lines);
  differences = mappe_plan_compare (changed->released, lines);
  g_assert_cmpuint (differences->len, ==, 1);
  difference = g_ptr_array_index (differences, 0);
  g_assert_cmpstr (difference->before->reference, ==, "DP-01");
  g_assert_cmpuint (difference->changed, ==, 1u << MAPPE_PLAN_STRENGTH);
  g_assert_cmpstr (difference->before->parts[MAPPE_PLAN_STRENGTH], ==, "6");
  g_assert_cmpstr (difference->after->parts[MAPPE_PLAN_STRENGTH], ==, "8");

  undo (test);
  undo (test);
  undone = mappe_test_store_content (test->store);
  g_assert_cmpstr (undone, ==, content);
}

static void
test_frozen (MappeTestStore *test, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (MappeEventFile) before = load (test, "EV-07");
  g_autoptr (MappeEventFile) after = NULL;
  MappeEdit *edit = mappe_event_release_plan (before, mappe_test_id (test->store, "person", "M01"), "A & \"B\" <C>",
                                              TODAY, &error);
  MappeRow *mine;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) lines = NULL, again = NULL;
  g_autofree char *one = NULL, *two = NULL;
  const MappePlanHead head = { "EV-07", "Weihnachtsmarkt 2026", TODAY, "A & \"B\" <C>", 3 };

  apply_only (test, edit, error);
  after = load (test, "EV-07");
  bytes = mappe_store_blob (test->store, mappe_row_get_text (row_of (after->plans, 0), MAPPE_DEPLOYMENT_PLAN_CONTENT),
                            &error);
  g_assert_no_error (error);
  /* Canonical: written from the records and from what was read, it is the same bytes. */
  lines = mappe_plan_lines (after->lines);
  one = mappe_plan_write (&head, lines);
  again = mappe_plan_read (bytes, &error);
  g_assert_no_error (error);
  two = mappe_plan_write (&head, again);
  g_assert_cmpmem (one, strlen (one), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (one, ==, two);
  mine = mappe_row_copy (row_of (after->plans, 0));
  mappe_value_set_int (&mine->values[MAPPE_DEPLOYMENT_PLAN_EDITION], 9);
  edit = mappe_edit_new ("Change");
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) row_of (after->plans, 0)), mine);
  mappe_applied_free (mappe_test_refuse (test->store, edit, MAPPE_STORE_ERROR_REFUSED));
}

static const char *
order_of (const MappeEventFile *file, char *order)
{
  *order = '\0';
  for (guint i = 0; i < file->lines->len; i++)
    strcat (order, mappe_row_get_text (row_of (file->lines, i), MAPPE_FIELD_REFERENCE) + strlen ("DP-0"));
  return order;
}

static void
move (MappeTestStore *test, const char *reference, int direction)
{
  GError *error = NULL;
  g_autoptr (MappeEventFile) file = load (test, "EV-03");
  MappeEdit *edit = mappe_event_move_line (file, mappe_test_id (test->store, "deployment-plan-item", reference),
                                           direction, &error);

  apply_only (test, edit, error);
}

static void
test_move (MappeTestStore *test, gconstpointer data)
{
  static const struct { const char *line; int direction; const char *order; } moves[] = {
    { "DP-02", -1, "142536" }, { "DP-02", -1, "124536" }, { "DP-03", -1, "124356" },
    { "DP-01", 1, "124356" },   /* into the next phase, in front of its lines */
    { "DP-01", 1, "214356" }, { "DP-06", -1, "214356" }, { "DP-06", -1, "214365" },
  };
  char order[8];
  GError *error = NULL;
  g_autoptr (MappeEventFile) file = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (MappeEventFile) moved = NULL;

      move (test, moves[i].line, moves[i].direction);
      moved = load (test, "EV-03");
      g_assert_cmpstr (order_of (moved, order), ==, moves[i].order);
    }
  file = load (test, "EV-03");
  /* All are of the operation now. */
  g_assert_cmpstr (mappe_event_move_phase (file, row_of (file->lines, 0)->id, -1), ==, "preparation");
  g_assert_null (mappe_event_move_phase (file, row_of (file->lines, 0)->id, 1));
  g_assert_null (mappe_event_move_phase (file, row_of (file->lines, 1)->id, -1));
  g_assert_cmpstr (mappe_event_move_phase (file, row_of (file->lines, 5)->id, 1), ==, "closing");
  g_clear_pointer (&file, mappe_event_file_unref);
  move (test, "DP-02", -1);
  file = load (test, "EV-03");
  g_assert_cmpstr (mappe_row_get_text (row_of (file->lines, 0), MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE), ==, "preparation");
  REFUSED (mappe_event_move_line (file, row_of (file->lines, 0)->id, -1, &error), MAPPE_FIELD_WORK_ERROR_STATE);
}

/* --- the plan in time --- */

static void
test_timeline (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeEventFile) wine = load (test, "EV-03");
  g_autoptr (MappeEventFile) storm = load (test, "EV-04");
  g_autoptr (MappeEventFile) run = load (test, "EV-06");
  g_autoptr (MappePlanTimeline) timeline = mappe_plan_timeline_new (wine);
  g_autoptr (MappePlanTimeline) closure = mappe_plan_timeline_new (storm);
  gint64 from, to;
  g_autofree char *begin = NULL, *end = NULL;

  g_assert_null (mappe_plan_timeline_new (run));
  g_assert_cmpuint (timeline->n_units, ==, 6);
  g_assert_cmpuint (timeline->rows->len, ==, 6);
  /* From 10:00 of the first day to 3:00 of the next. */
  g_assert_cmpint (timeline->from, ==, 10 * 60);
  g_assert_cmpint (timeline->to, ==, (24 + 3) * 60);
  /* 14 + 8 + 12 + 4 until two, and the 5 of the departing traffic from half past one on. */
  g_assert_cmpint (mappe_plan_timeline_peak (timeline, &from, &to), ==, 43);
  begin = mappe_plan_timeline_moment (timeline, from);
  end = mappe_plan_timeline_moment (timeline, to);
  g_assert_cmpstr (begin, ==, "2026-08-01T01:30");
  g_assert_cmpstr (end, ==, "2026-08-01T02:00");
  /* A closure alone has a row, but no people. */
  g_assert_cmpuint (closure->n_units, ==, 0);
  g_assert_cmpuint (closure->rows->len, ==, 1);
  g_assert_cmpint (mappe_plan_timeline_peak (closure, &from, &to), ==, 0);
}

/* Two lines of a unit at once need two rows; one after the other they share one. */
static void
test_lanes (MappeTestStore *test, gconstpointer data)
{
  g_autofree char *event = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "event", "EV-06"));
  g_autofree char *unit = g_strdup_printf ("%" G_GINT64_FORMAT, mappe_test_id (test->store, "organisation", "U-03"));
  static const char *const times[][2] = {
    { "2026-10-04T08:00", "2026-10-04T10:00" }, { "2026-10-04T09:00", "2026-10-04T11:00" },
    { "2026-10-04T10:00", "2026-10-04T12:00" },
  };
  g_autoptr (MappeEventFile) file = NULL;
  g_autoptr (MappePlanTimeline) timeline = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    mappe_test_add (test->store, "deployment-plan-item", "event", event, "unit_organisation", unit, "task", "Patrol",
                    "time_from", times[i][0], "time_to", times[i][1], NULL);
  file = load (test, "EV-06");
  timeline = mappe_plan_timeline_new (file);
  g_assert_cmpuint (timeline->n_units, ==, 2);
  g_assert_cmpuint (((MappePlanTimelineBar *) g_ptr_array_index (timeline->bars, 0))->row, ==, 0);
  g_assert_cmpuint (((MappePlanTimelineBar *) g_ptr_array_index (timeline->bars, 1))->row, ==, 1);
  g_assert_cmpuint (((MappePlanTimelineBar *) g_ptr_array_index (timeline->bars, 2))->row, ==, 0);
}

/* DP-01 is the first, DP-06 the last line of the wine festival; each unit has one row. */
static void
test_steps (MappeTestStore *test, gconstpointer data)
{
  g_autoptr (MappeEventFile) wine = load (test, "EV-03");
  g_autoptr (MappePlanTimeline) timeline = mappe_plan_timeline_new (wine);
  int first = mappe_plan_timeline_step (timeline, -1, MAPPE_PLAN_TIMELINE_LATER), at = first, n = 1;
  int last = mappe_plan_timeline_step (timeline, -1, MAPPE_PLAN_TIMELINE_LAST), next;
  const MappePlanTimelineBar *bar = g_ptr_array_index (timeline->bars, (guint) first);

  g_assert_cmpint (bar->id, ==, mappe_test_id (test->store, "deployment-plan-item", "DP-01"));
  bar = g_ptr_array_index (timeline->bars, (guint) last);
  g_assert_cmpint (bar->id, ==, mappe_test_id (test->store, "deployment-plan-item", "DP-06"));
  for (; (next = mappe_plan_timeline_step (timeline, at, MAPPE_PLAN_TIMELINE_LATER)) >= 0; at = next, n++)
    g_assert_cmpint (mappe_plan_timeline_step (timeline, next, MAPPE_PLAN_TIMELINE_EARLIER), ==, at);
  g_assert_cmpint (n, ==, 6);
  g_assert_cmpint (at, ==, last);
  next = mappe_plan_timeline_step (timeline, first, MAPPE_PLAN_TIMELINE_BELOW);
  g_assert_cmpuint (((MappePlanTimelineBar *) g_ptr_array_index (timeline->bars, (guint) next))->row, ==, 1);
  g_assert_cmpint (mappe_plan_timeline_step (timeline, next, MAPPE_PLAN_TIMELINE_ABOVE), ==, first);
  g_assert_cmpint (mappe_plan_timeline_step (timeline, first, MAPPE_PLAN_TIMELINE_ABOVE), ==, -1);
  g_assert_cmpint (mappe_plan_timeline_step (timeline, at, MAPPE_PLAN_TIMELINE_FIRST), ==, first);
}

static gboolean
overlap (const cairo_rectangle_t *one, const cairo_rectangle_t *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width && one->y < other->y + other->height
         && other->y < one->y + one->height;
}

static void
draw_and_compare (const MappePlanTimeline *timeline, double width, double text_scale, MappeChartTheme theme)
{
  const MappePlanTimelineLabels labels = { { "Vorbereitung", "Durchführung", "Abbau und Abreise" }, "Sperrungen",
                                           mappe_language_get ("de") };
  double height = mappe_plan_timeline_height (timeline, text_scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  const MappePlanTimelineMarks marks = { texts, bars, 0 };

  mappe_plan_timeline_draw (timeline, cr, &labels, theme, NULL, width, text_scale, &marks);
  g_assert_cmpuint (bars->len, ==, timeline->bars->len);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (texts->len, >, timeline->rows->len);
  for (guint i = 0; i < texts->len; i++)
    {
      const cairo_rectangle_t *text = &g_array_index (texts, cairo_rectangle_t, i);

      g_assert_cmpfloat (text->x, >=, 0);
      g_assert_cmpfloat (text->x + text->width, <=, width + 1);
      g_assert_cmpfloat (text->y + text->height, <=, height + 1);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (text, &g_array_index (texts, cairo_rectangle_t, j)));
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* No text touches another, and none is outside, however wide the picture is, in every theme. */
static void
test_texts_apart (MappeTestStore *test, gconstpointer data)
{
  static const char *const events[] = { "EV-03", "EV-07", "EV-04", "EV-02" };
  static const double widths[] = { 320, 500, 860, 1600 };

  for (guint e = 0; e < G_N_ELEMENTS (events); e++)
    {
      g_autoptr (MappeEventFile) file = load (test, events[e]);
      g_autoptr (MappePlanTimeline) timeline = mappe_plan_timeline_new (file);

      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        for (guint theme = 0; theme < MAPPE_CHART_N_THEMES; theme++)
          {
            draw_and_compare (timeline, widths[w], 1, theme);
            draw_and_compare (timeline, widths[w], 2, theme);
          }
    }
}

/* --- debrief --- */

static gpointer
share_cb (MappeSnapshot *snapshot, gpointer today, GError **error)
{
  return mappe_debrief_share_read (snapshot, today, error);
}

static void
test_debriefs (MappeTestStore *test, gconstpointer data)
{
  static const struct { const char *event, *due; MappeDebriefState state; int days_left; } cases[] = {
    { "EV-01", "2026-01-19", MAPPE_DEBRIEF_IN_TIME, -308 }, { "EV-02", "2026-03-16", MAPPE_DEBRIEF_LATE, -252 },
    { "EV-03", "2026-08-31", MAPPE_DEBRIEF_IN_TIME, -84 },  { "EV-04", "2026-08-16", MAPPE_DEBRIEF_IN_TIME, -99 },
    { "EV-05", "2026-02-09", MAPPE_DEBRIEF_IN_TIME, -287 }, { "EV-06", "2026-11-01", MAPPE_DEBRIEF_OVERDUE, -22 },
    { "EV-07", "2027-01-19", MAPPE_DEBRIEF_AHEAD, 57 },
  };
  g_autofree MappeDebriefShare *share = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeRow) storm = mappe_test_row (&mappe_event_kind, "start_on", "2026-02-01", NULL);
  g_autofree char *due = mappe_debrief_due_on (storm);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MappeEventFile) file = load (test, cases[i].event);
      g_autofree char *day = mappe_debrief_due_on (file->event->row);
      int days_left;

      g_assert_cmpint (mappe_debrief_state (file->event->row, TODAY, &days_left), ==, cases[i].state);
      g_assert_cmpstr (day, ==, cases[i].due);
      g_assert_cmpint (days_left, ==, cases[i].days_left);
    }
  share = mappe_store_read (test->store, share_cb, (gpointer) TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (share->in_time, ==, 4);
  g_assert_cmpuint (share->late, ==, 1);
  g_assert_cmpuint (share->overdue, ==, 1);
  g_assert_cmpuint (share->waiting, ==, 1);
  g_assert_cmpuint (mappe_debrief_share_of (share), ==, 6);
  /* Without a day of its own: 28 days after the last day. */
  g_assert_cmpstr (due, ==, "2026-03-01");
}

static void
test_finding (MappeTestStore *test, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (MappeEventFile) run = load (test, "EV-06");
  g_autoptr (MappeEventFile) held = NULL, after = NULL;
  gint64 office = mappe_test_id (test->store, "organisation", "U-07");
  const MappeFindingGiven improve = { "improve", "logistics", "More barriers at the finish", office, "2027-03-01" };
  const MappeFindingGiven keep = { "keep", NULL, "First aid at every kilometre", 0, NULL };
  const MappeFindingGiven empty = { "stop", NULL, " ", 0, NULL };
  const MappeRow *finding, *task;
  MappeEdit *edit;

  REFUSED (mappe_event_add_finding (run, &empty, &error), MAPPE_FIELD_WORK_ERROR_MISSING);
  REFUSED (mappe_event_debrief (run, "2026-10-03", NULL, &error), MAPPE_FIELD_WORK_ERROR_STATE);
  edit = mappe_event_debrief (run, "2026-11-20", "U-02, P-16", &error);
  apply_only (test, edit, error);
  edit = mappe_event_add_finding (run, &improve, &error);
  apply_only (test, edit, error);
  edit = mappe_event_add_finding (run, &keep, &error);
  apply_only (test, edit, error);
  held = load (test, "EV-06");
  g_assert_cmpint (mappe_debrief_state (held->event->row, TODAY, NULL), ==, MAPPE_DEBRIEF_LATE);
  g_assert_cmpuint (held->findings->len, ==, 2);
  g_assert_cmpstr (mappe_row_get_text (row_of (held->findings, 1), MAPPE_DEBRIEF_FINDING_STATUS), ==, "closed");
  edit = mappe_event_make_task (row_of (held->findings, 0), &error);
  apply_only (test, edit, error);
  after = load (test, "EV-06");
  finding = row_of (after->findings, 0);
  g_assert_cmpuint (after->tasks->len, ==, 1);
  task = mappe_event_file_task (after, mappe_row_get_int (finding, MAPPE_DEBRIEF_FINDING_TASK));
  g_assert_nonnull (task);
  g_assert_cmpstr (mappe_row_get_text (task, MAPPE_TASK_TITLE), ==, "More barriers at the finish");
  g_assert_cmpstr (mappe_row_get_text (task, MAPPE_TASK_DUE_ON), ==, "2027-03-01");
  g_assert_cmpint (mappe_row_get_int (task, MAPPE_TASK_RESPONSIBLE_ORGANISATION), ==, office);
  g_assert_cmpstr (mappe_row_get_text (finding, MAPPE_DEBRIEF_FINDING_STATUS), ==, "in_progress");
  REFUSED (mappe_event_make_task (finding, &error), MAPPE_FIELD_WORK_ERROR_STATE);
}

/* --- the next event --- */

static void
test_next (MappeTestStore *test, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (MappeEventFile) wine = load (test, "EV-03");
  g_autofree char *content = mappe_test_store_content (test->store), *undone = NULL;
  gint64 at;
  MappeEdit *edit = mappe_event_next (wine, &at, &error);
  g_autoptr (MappeApplied) applied = apply (test, edit, error);
  g_autoptr (MappeEventFile) next = mappe_event_file_load (test->store, g_array_index (applied->ids, gint64, at), NULL);
  g_autoptr (MappeEventFile) again = load (test, "EV-03");
  const MappeRow *event = next->event->row;

  g_assert_cmpstr (mappe_row_get_text (event, MAPPE_EVENT_TITLE), ==, "Weinfest am Moselufer 2027");
  g_assert_cmpstr (mappe_row_get_text (event, MAPPE_EVENT_START_ON), ==, "2027-07-30"); /* the fifth Friday */
  g_assert_cmpstr (mappe_row_get_text (event, MAPPE_EVENT_END_ON), ==, "2027-08-02");
  g_assert_cmpstr (mappe_row_get_text (event, MAPPE_EVENT_DEBRIEF_DUE_ON), ==, "2027-08-30");
  g_assert_cmpint (mappe_row_get_int (event, MAPPE_EVENT_EXPECTED_VISITORS), ==, 61200);
  g_assert_true (mappe_row_is_null (event, MAPPE_EVENT_ACTUAL_VISITORS));
  g_assert_true (mappe_row_is_null (event, MAPPE_EVENT_PLAN_VERSION));
  g_assert_cmpstr (mappe_row_get_text (event, MAPPE_EVENT_CONCEPT_STATUS), ==, "none");
  g_assert_cmpuint (mappe_event_file_n_consents (next, "open"), ==, 3);
  g_assert_cmpuint (next->lines->len, ==, 6);
  g_assert_cmpstr (mappe_row_get_text (row_of (next->lines, 5), MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM), ==,
                   "2027-07-31T01:30");
  g_assert_cmpuint (next->plans->len, ==, 0);
  /* FI-01 and FI-02 are to be improved, FI-03 is to be kept. */
  g_assert_cmpuint (next->checks->len, ==, 3);
  g_assert_cmpint (mappe_row_get_int (row_of (next->checks, 2), MAPPE_EVENT_CHECK_FINDING), ==,
                   mappe_test_id (test->store, "debrief-finding", "FI-03"));
  g_assert_cmpint (mappe_row_get_int (row_of (next->checks, 0), MAPPE_EVENT_CHECK_DONE), ==, 0);
  REFUSED (mappe_event_next (again, NULL, &error), MAPPE_FIELD_WORK_ERROR_STATE);
  undo (test);
  undone = mappe_test_store_content (test->store);
  g_assert_cmpstr (undone, ==, content);
}

/* Two years on, the findings of both events before are asked; points of one's own as well. */
static void
test_next_after_next (MappeTestStore *test, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (MappeEventFile) market = load (test, "EV-07");
  const MappeFindingGiven given = { "stop", NULL, "Glass at the stalls", 0, NULL };
  g_autoptr (MappeEventFile) found = NULL, next = NULL;
  g_autoptr (MappeApplied) applied = NULL;
  MappeEdit *edit = mappe_event_add_finding (market, &given, &error);
  gint64 at;

  apply_only (test, edit, error);
  found = load (test, "EV-07");
  edit = mappe_event_next (found, &at, &error);
  applied = apply (test, edit, error);
  next = mappe_event_file_load (test->store, g_array_index (applied->ids, gint64, at), NULL);
  /* New finding, FI-08 of 2025, and the two points of 2026 that stand for themselves. */
  g_assert_cmpuint (next->checks->len, ==, 4);
  g_assert_cmpstr (mappe_row_get_text (row_of (next->checks, 0), MAPPE_EVENT_CHECK_TEXT), ==, "Glass at the stalls");
  g_assert_cmpuint (next->earlier->len, ==, 2);
}

static void
test_series_begins (MappeTestStore *test, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (MappeEventFile) storm = load (test, "EV-04");
  gint64 at;
  MappeEdit *edit = mappe_event_next (storm, &at, &error);
  g_autoptr (MappeApplied) applied = apply (test, edit, error);
  g_autoptr (MappeEventFile) next = mappe_event_file_load (test->store, g_array_index (applied->ids, gint64, at), NULL);

  g_assert_cmpstr (mappe_row_get_text (next->event->row, MAPPE_EVENT_TITLE), ==, "Sturmtief Juli 2027");
  g_assert_cmpstr (next->event->shown[MAPPE_EVENT_SERIES], ==, "Sturmtief Juli");
  g_assert_cmpuint (next->series->len, ==, 2);
  g_assert_cmpuint (next->areas->len, ==, 2);
  /* FI-04 and FI-05 */
  g_assert_cmpuint (next->checks->len, ==, 2);
}

static void
test_unasked (MappeTestStore *test, gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (MappeEventFile) market = load (test, "EV-07");
  const MappeFindingGiven late = { "improve", NULL, "Power for the first aid post", 0, NULL };
  g_autoptr (MappeEventFile) before = load (test, "EV-01");
  g_autoptr (MappeEventFile) after = NULL, asked = NULL;
  MappeEdit *edit;

  REFUSED (mappe_event_ask_findings (market, &error), MAPPE_FIELD_WORK_ERROR_STATE);
  edit = mappe_event_add_finding (before, &late, &error);
  apply_only (test, edit, error);
  after = load (test, "EV-07");
  edit = mappe_event_ask_findings (after, &error);
  apply_only (test, edit, error);
  asked = load (test, "EV-07");
  g_assert_cmpuint (asked->checks->len, ==, 4);
}

static void
test_years (void)
{
  /* Fifth Friday; second Sunday; a fifth Tuesday where the next year has four; first Thursday; fifth Friday. */
  static const char *const days[][2] = {
    { "2026-07-31", "2027-07-30" }, { "2026-10-11", "2027-10-10" }, { "2028-02-29", "2029-02-27" },
    { "2026-01-01", "2027-01-07" }, { "2027-12-31", "2028-12-29" },
  };
  g_autofree char *title = mappe_event_next_title ("2026: Run 2026", "2026-07-31", "2027-07-31");
  g_autofree char *plain = mappe_event_next_title ("Run", "2026-07-31", "2027-07-31");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *later = mappe_event_next_day (days[i][0]);

      g_assert_cmpstr (later, ==, days[i][1]);
    }
  g_assert_cmpstr (title, ==, "2027: Run 2027");
  g_assert_cmpstr (plain, ==, "Run");
}

int
main (int argc, char *argv[])
{
  static const struct { const char *path; void (*test) (MappeTestStore *, gconstpointer); } tests[] = {
    { "/events/file", test_file },
    { "/events/parallel", test_parallel },
    { "/events/concept", test_concept },
    { "/events/plan/release", test_release },
    { "/events/plan/frozen", test_frozen },
    { "/events/plan/move", test_move },
    { "/events/timeline", test_timeline },
    { "/events/timeline/lanes", test_lanes },
    { "/events/timeline/steps", test_steps },
    { "/events/timeline/texts-apart", test_texts_apart },
    { "/events/debriefs", test_debriefs },
    { "/events/finding", test_finding },
    { "/events/next", test_next },
    { "/events/next/after-next", test_next_after_next },
    { "/events/next/series-begins", test_series_begins },
    { "/events/unasked", test_unasked },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, MappeTestStore, "de", mappe_test_demo_set_up, tests[i].test, mappe_test_store_tear_down);
  g_test_add_func ("/events/years", test_years);
  return g_test_run ();
}
