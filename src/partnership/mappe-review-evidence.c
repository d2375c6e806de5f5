/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-review-evidence.h"

#include <math.h>
#include <string.h>

#include "mappe-agreement-clause.h"
#include "mappe-date.h"
#include "mappe-event.h"
#include "mappe-order.h"
#include "mappe-participation-event.h"
#include "mappe-patrol.h"
#include "mappe-patrols.h"
#include "mappe-period.h"
#include "mappe-road-closure.h"
#include "mappe-volunteer-quarter.h"

enum { WEEK = 7 };

/* Records with a day of @field in the year; the last day goes to its end where the field has a time. */
static GPtrArray *
load_between (MappeSnapshot *snapshot, const MappeKind *kind, guint field, const MappeEvidenceYear *year,
              GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);
  g_autofree char *last = kind->fields[field].type == MAPPE_FIELD_DATETIME ? g_strconcat (year->to, "T23:59", NULL)
                                                                            : g_strdup (year->to);
  g_autofree char *first = kind->fields[field].type == MAPPE_FIELD_DATETIME ? g_strconcat (year->from, "T00:00", NULL)
                                                                             : g_strdup (year->from);

  mappe_query_where (query, field, MAPPE_OP_GREATER_EQUAL, first);
  mappe_query_where (query, field, MAPPE_OP_LESS_EQUAL, last);
  return mappe_snapshot_rows (snapshot, query, error);
}

/* --- patrols --- */

/* A patrol that names no clause stands for any duty of that kind. */
static void
keep_own (MappePatrols *patrols, gint64 clause)
{
  for (guint i = patrols->rows->len; i > 0; i--)
    {
      const MappeRow *row = g_ptr_array_index (patrols->rows, i - 1);

      if (!mappe_row_is_null (row, MAPPE_PATROL_CLAUSE) && mappe_row_get_int (row, MAPPE_PATROL_CLAUSE) != clause)
        g_ptr_array_remove_index (patrols->rows, i - 1);
    }
}

/* Weeks belong to the day they begin on; the week in which the log begins counts, since the duty is one of a week. */
static void
count_weeks (const MappePatrols *patrols, guint duty, const char *to, MappeEvidencePatrols *evidence)
{
  g_autofree char *monday = mappe_patrol_monday (evidence->begins);

  for (;;)
    {
      g_autofree char *sunday = mappe_date_add_days (monday, WEEK - 1);
      MappePatrolSum sum;

      if (strcmp (sunday, to) > 0)
        return;
      sum = mappe_patrols_sum (patrols, 0, monday, sunday);
      evidence->weeks++;
      evidence->weeks_met += duty > 0 && sum.held >= duty;
      g_free (monday);
      monday = mappe_date_add_days (sunday, 1);
    }
}

/**
 * mappe_evidence_patrols:
 * @evidence: (out): to be given to g_free() in its member begins
 *
 * Counts the patrols of a clause. Before the first patrol nothing was written down, so nothing is counted as missing.
 */
gboolean
mappe_evidence_patrols (MappeSnapshot *snapshot, const MappeRow *clause, const MappeEvidenceYear *year,
                             MappeEvidencePatrols *evidence, GError **error)
{
  g_autoptr (MappePatrols) patrols = mappe_patrols_load (snapshot, "0001-01-01", year->to, error);
  const char *first;
  MappePatrolSum sum, to_come;

  memset (evidence, 0, sizeof *evidence);
  if (patrols == NULL)
    return FALSE;
  keep_own (patrols, clause->id);
  if (patrols->rows->len == 0)
    return TRUE;
  first = mappe_row_get_text (g_ptr_array_index (patrols->rows, 0), MAPPE_PATROL_DATE);
  evidence->begins = g_strdup (strcmp (first, year->from) > 0 ? first : year->from);
  sum = mappe_patrols_sum (patrols, 0, year->from, year->to);
  to_come = mappe_patrols_sum (patrols, 0, year->today, year->today);
  evidence->held = sum.held;
  evidence->cancelled = sum.cancelled;
  evidence->unreported = sum.planned - (strcmp (year->to, year->today) == 0 ? to_come.planned : 0);
  evidence->planned = sum.held + sum.cancelled + evidence->unreported;
  count_weeks (patrols, (guint) mappe_row_get_int (clause, MAPPE_AGREEMENT_CLAUSE_PER_WEEK), year->to, evidence);
  return TRUE;
}

/* --- events --- */

static gboolean
is_class_b_or_c (const MappeRow *event)
{
  const char *risk = mappe_row_get_text (event, MAPPE_EVENT_RISK_CLASS);

  return g_strcmp0 (risk, "B") == 0 || g_strcmp0 (risk, "C") == 0;
}

/** mappe_evidence_large_events: Counts events of risk class B and C, and those whose plan was released before they
 * began. */
gboolean
mappe_evidence_large_events (MappeSnapshot *snapshot, const MappeEvidenceYear *year,
                             MappeEvidenceShare *evidence, GError **error)
{
  g_autoptr (GPtrArray) events = load_between (snapshot, &mappe_event_kind, MAPPE_EVENT_START_ON, year, error);

  memset (evidence, 0, sizeof *evidence);
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const MappeRow *event = g_ptr_array_index (events, i);
      const char *released = mappe_row_get_text (event, MAPPE_EVENT_PLAN_RELEASED_ON);
      const char *start = mappe_row_get_text (event, MAPPE_EVENT_START_ON);

      if (!is_class_b_or_c (event))
        continue;
      evidence->of++;
      evidence->n += released != NULL && strcmp (released, start) < 0;
      evidence->late += released != NULL && strcmp (released, start) >= 0;
      evidence->missing += released == NULL;
    }
  return events != NULL;
}

/** mappe_evidence_debriefs: Counts events that ended in the time, and those debriefed within %MAPPE_DEBRIEF_DAYS; one
 * whose debrief is not due yet is left out. */
gboolean
mappe_evidence_debriefs (MappeSnapshot *snapshot, const MappeEvidenceYear *year,
                             MappeEvidenceShare *evidence, GError **error)
{
  g_autoptr (GPtrArray) events = load_between (snapshot, &mappe_event_kind, MAPPE_EVENT_END_ON, year, error);

  memset (evidence, 0, sizeof *evidence);
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const MappeRow *event = g_ptr_array_index (events, i);
      const char *held = mappe_row_get_text (event, MAPPE_EVENT_DEBRIEF_ON);
      g_autofree char *due = mappe_date_add_days (mappe_row_get_text (event, MAPPE_EVENT_END_ON), MAPPE_DEBRIEF_DAYS);

      if (held == NULL && strcmp (due, year->today) >= 0)
        continue;
      evidence->of++;
      evidence->n += held != NULL && strcmp (held, due) <= 0;
      evidence->late += held != NULL && strcmp (held, due) > 0;
      evidence->missing += held == NULL;
    }
  return events != NULL;
}

/* --- citizens, volunteers, closures --- */

/** mappe_evidence_participation: Counts participation events that began in the time, and who took part. */
gboolean
mappe_evidence_participation (MappeSnapshot *snapshot, const MappeEvidenceYear *year,
                             MappeEvidenceSum *evidence, GError **error)
{
  g_autoptr (GPtrArray) rows = load_between (snapshot, &mappe_participation_event_kind,
                                             MAPPE_PARTICIPATION_EVENT_HELD_FROM, year, error);

  memset (evidence, 0, sizeof *evidence);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      evidence->n++;
      evidence->sum += mappe_row_get_int (g_ptr_array_index (rows, i), MAPPE_PARTICIPATION_EVENT_PARTICIPANTS);
    }
  return rows != NULL;
}

static int
by_programme_and_time (gconstpointer a, gconstpointer b)
{
  const MappeRow *left = *(MappeRow *const *) a, *right = *(MappeRow *const *) b;
  gint64 l = mappe_row_get_int (left, MAPPE_VOLUNTEER_QUARTER_PROGRAMME);
  gint64 r = mappe_row_get_int (right, MAPPE_VOLUNTEER_QUARTER_PROGRAMME);

  return l != r ? (l < r ? -1 : 1)
                : g_strcmp0 (mappe_row_get_text (left, MAPPE_VOLUNTEER_QUARTER_PERIOD),
                             mappe_row_get_text (right, MAPPE_VOLUNTEER_QUARTER_PERIOD));
}

/** mappe_evidence_volunteers: Adds up the hours of a year, and the active of the last quarter of each programme. */
gboolean
mappe_evidence_volunteers (MappeSnapshot *snapshot, const MappeEvidenceYear *year, MappeEvidenceSum *evidence,
                           GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_volunteer_quarter_kind);
  g_autoptr (GPtrArray) rows = mappe_snapshot_rows (snapshot, query, error);
  gint64 programme = 0, last = 0;

  memset (evidence, 0, sizeof *evidence);
  if (rows == NULL)
    return FALSE;
  g_ptr_array_sort (rows, by_programme_and_time);
  for (guint i = 0; i < rows->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (rows, i);
      gint64 own = mappe_row_get_int (row, MAPPE_VOLUNTEER_QUARTER_PROGRAMME);

      if (mappe_period_parse (mappe_row_get_text (row, MAPPE_VOLUNTEER_QUARTER_PERIOD)).year != year->year)
        continue;
      if (own != programme)
        {
          evidence->active += last;
          evidence->n++;
        }
      programme = own;
      last = mappe_row_get_int (row, MAPPE_VOLUNTEER_QUARTER_ACTIVE);
      evidence->hours += mappe_row_get_real (row, MAPPE_VOLUNTEER_QUARTER_HOURS);
    }
  evidence->active += last;
  return TRUE;
}

/** mappe_evidence_closures: Counts closures that began in the time, with the median of their lead times. */
gboolean
mappe_evidence_closures (MappeSnapshot *snapshot, const MappeEvidenceYear *year,
                             MappeEvidenceSum *evidence, GError **error)
{
  g_autoptr (GPtrArray) rows = load_between (snapshot, &mappe_road_closure_kind, MAPPE_ROAD_CLOSURE_FROM_AT, year,
                                             error);
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (double));

  memset (evidence, 0, sizeof *evidence);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (rows, i);
      double lead = (double) mappe_row_get_int (row, MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES);

      evidence->n++;
      if (!mappe_row_is_null (row, MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES))
        g_array_append_val (minutes, lead);
    }
  evidence->median = minutes->len > 0 ? mappe_order_median ((double *) (void *) minutes->data, minutes->len) : NAN;
  return rows != NULL;
}
