/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-volunteers.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-chart-series.h"
#include "mappe-period.h"
#include "mappe-volunteer-programme.h"
#include "mappe-volunteer-quarter.h"

/* Volunteers of a programme by quarter, their hours beneath. */

enum { LINES = 4, MONTHS = 3 };

static MappePeriod
period_of (const GPtrArray *quarters, guint nth)
{
  return mappe_period_parse (mappe_row_get_text (g_ptr_array_index (quarters, nth), MAPPE_VOLUNTEER_QUARTER_PERIOD));
}

/* One value a quarter from the first to the last; a quarter without an entry is a gap, never 0. */
static double *
values_of (const GPtrArray *quarters, guint field, guint n)
{
  double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = NAN;
  for (guint i = 0; i < quarters->len; i++)
    {
      const MappeRow *quarter = g_ptr_array_index (quarters, i);
      int at = mappe_period_distance (period_of (quarters, 0), period_of (quarters, i));

      if (at >= 0 && (guint) at < n && !mappe_row_is_null (quarter, field))
        values[at] = field == MAPPE_VOLUNTEER_QUARTER_HOURS ? mappe_row_get_real (quarter, field)
                                                            : (double) mappe_row_get_int (quarter, field);
    }
  return values;
}

static double *
positions_of (MappePeriod first, guint n)
{
  double *positions = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      MappePeriod period = mappe_period_add (first, (int) i);

      positions[i] = mappe_chart_month (period.year, period.month);
    }
  return positions;
}

/* Quarters whose period is one; others cannot be placed on the axis. */
static GPtrArray *
placed_quarters (const MappeVolunteers *self, gint64 programme)
{
  g_autoptr (GPtrArray) all = mappe_volunteers_quarters (self, programme);
  GPtrArray *placed = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (period_of (all, i).kind == MAPPE_PERIOD_QUARTER)
      g_ptr_array_add (placed, g_ptr_array_index (all, i));
  return placed;
}

/* Returns: (nullable): the first, or the last, quarter that knows the field */
static const MappeRow *
known (const GPtrArray *quarters, guint field, gboolean last)
{
  for (guint i = 0; i < quarters->len; i++)
    {
      const MappeRow *quarter = g_ptr_array_index (quarters, last ? quarters->len - 1 - i : i);

      if (!mappe_row_is_null (quarter, field))
        return quarter;
    }
  return NULL;
}

/* The finding: "Safety advice for seniors: from 11 to 17 active, 209 hours in 2026Q3" */
static char *
title_of (const MappeVolunteers *self, gint64 programme, const GPtrArray *quarters, const MappeLanguage *language)
{
  const MappeRow *first = known (quarters, MAPPE_VOLUNTEER_QUARTER_ACTIVE, FALSE);
  const MappeRow *last = known (quarters, MAPPE_VOLUNTEER_QUARTER_ACTIVE, TRUE);
  const MappeRow *worked = known (quarters, MAPPE_VOLUNTEER_QUARTER_HOURS, TRUE);
  const char *name = mappe_row_get_text (mappe_volunteers_programme (self, programme)->row,
                                         MAPPE_VOLUNTEER_PROGRAMME_NAME);
  g_autofree char *hours = NULL;

  if (first == NULL || worked == NULL)
    return g_strdup (name);
  hours = mappe_chart_number_text (mappe_row_get_real (worked, MAPPE_VOLUNTEER_QUARTER_HOURS), 0, language);
  /* Translators: name of a programme; numbers of volunteers; hours; a quarter like 2026Q3 */
  return g_strdup_printf (L_ ("%1$s: from %2$d to %3$d active, %4$s hours in %5$s"), name,
                          (int) mappe_row_get_int (first, MAPPE_VOLUNTEER_QUARTER_ACTIVE),
                          (int) mappe_row_get_int (last, MAPPE_VOLUNTEER_QUARTER_ACTIVE), hours,
                          mappe_row_get_text (worked, MAPPE_VOLUNTEER_QUARTER_PERIOD));
}

/**
 * mappe_volunteers_chart:
 * @language: (nullable): of its texts
 *
 * Returns: (transfer full) (nullable): active, trained, joined and left by quarter, the hours beneath; %NULL without a
 *   quarter
 */
MappeChart *
mappe_volunteers_chart (const MappeVolunteers *self, gint64 programme, const MappeLanguage *language)
{
  static const struct { const char *name; guint field; MappeChartRole role; } lines[LINES] = {
    { N_("Active"), MAPPE_VOLUNTEER_QUARTER_ACTIVE, MAPPE_CHART_ROLE_MEASURE },
    { N_("Trained"), MAPPE_VOLUNTEER_QUARTER_TRAINED, MAPPE_CHART_ROLE_BUFFER },
    { N_("Joined"), MAPPE_VOLUNTEER_QUARTER_JOINED, MAPPE_CHART_ROLE_FOURTH },
    { N_("Left"), MAPPE_VOLUNTEER_QUARTER_DEPARTED, MAPPE_CHART_ROLE_FIFTH },
  };
  g_autoptr (GPtrArray) quarters = placed_quarters (self, programme);
  guint n = quarters->len > 0 ? (guint) mappe_period_distance (period_of (quarters, 0),
                                                              period_of (quarters, quarters->len - 1)) + 1 : 0;
  g_autofree char *title = n > 0 ? title_of (self, programme, quarters, language) : NULL;
  g_autofree double *x = n > 0 ? positions_of (period_of (quarters, 0), n) : NULL;
  g_autofree double *hours = n > 0 ? values_of (quarters, MAPPE_VOLUNTEER_QUARTER_HOURS, n) : NULL;
  const char *notes[] = { L_ ("A quarter without an entry is a gap."), NULL };
  MappeChartHead head = { .language = language, .title = title, .source = L_ ("quarters entered by the council"),
                          .notes = notes };
  MappeChartCountLine drawn[LINES];
  double *values[LINES];
  MappeChartCounts counts = { .timeline = { .step = MONTHS }, .quantity = { L_ ("Volunteers"), NULL, 0, FALSE },
                              .below_quantity = { L_ ("Hours"), NULL, 0, FALSE }, .lines = drawn, .n_lines = LINES,
                              .below = { n, x, hours, NULL } };
  MappeChart *chart;

  if (n == 0)
    return NULL;
  for (guint i = 0; i < LINES; i++)
    {
      values[i] = values_of (quarters, lines[i].field, n);
      drawn[i] = (MappeChartCountLine) { L_ (lines[i].name), lines[i].role, { n, x, values[i], NULL } };
    }
  chart = mappe_chart_new_counts (&head, &counts);
  for (guint i = 0; i < LINES; i++)
    g_free (values[i]);
  return chart;
}
