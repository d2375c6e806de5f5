/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-scale.h"
#include "mappe-chart-text.h"

/* Time is counted in months; a period reaches from its first month to that of the next one, and its label stands in
 * its middle. */

static void
clear_tick (gpointer data)
{
  g_free (((MappeChartTick *) data)->text);
}

static GArray *
ticks_new (void)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (MappeChartTick));

  g_array_set_clear_func (ticks, clear_tick);
  return ticks;
}

static void
add_tick (GArray *ticks, double value, double label_at, guint row, char *text)
{
  MappeChartTick tick = { value, label_at, row, text };

  g_array_append_val (ticks, tick);
}

/* --- months and quarters --- */

typedef enum {
  FINE_NONE,
  FINE_QUARTERS,
  FINE_LETTERS,
  FINE_MONTHS,
} Fine;

static Fine
choose_fine (guint step, const MappeChartTimeFit *fit)
{
  if (step == 1 && fit->month_width >= fit->month)
    return FINE_MONTHS;
  if (step == 1 && fit->month_width >= fit->letter)
    return FINE_LETTERS;
  if (step <= 3 && fit->month_width * 3 >= fit->quarter)
    return FINE_QUARTERS;
  return FINE_NONE;
}

static char *
fine_text (Fine fine, int month, const MappeLanguage *language)
{
  if (fine == FINE_QUARTERS)
    return g_strdup_printf ("Q%d", month / 3 + 1);
  if (fine == FINE_MONTHS)
    return g_strdup (mappe_chart_month_name (month, language));
  return g_utf8_substring (mappe_chart_month_name (month, language), 0, 1);
}

static int
month_of_year (double month)
{
  return (int) (month - floor (month / 12) * 12);
}

static void
add_fine (GArray *ticks, double from, double to, Fine fine, const MappeLanguage *language)
{
  int months = fine == FINE_QUARTERS ? 3 : 1;

  for (double month = floor (from / months) * months; month < to; month += months)
    {
      double center = month + months / 2.0;

      if (center < from || center > to)
        continue;
      /* Boundaries of years are drawn with the years. */
      add_tick (ticks, month_of_year (month) == 0 || month < from ? NAN : month, center, 0,
                fine_text (fine, month_of_year (month), language));
    }
}

/* --- years --- */

static guint
years_apart (const MappeChartTimeFit *fit)
{
  static const guint nice[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (nice); i++)
    if (nice[i] * 12 * fit->month_width >= fit->year)
      return nice[i];
  return 10000;
}

static void
add_each_year (GArray *ticks, double from, double to, guint row, const MappeChartTimeFit *fit)
{
  for (double year = floor (from / 12); year * 12 < to; year++)
    {
      double first = MAX (year * 12, from), last = MIN (year * 12 + 12, to);
      gboolean fits = (last - first) * fit->month_width >= fit->year;

      add_tick (ticks, year * 12 >= from ? year * 12 : NAN, (first + last) / 2, row,
                fits ? g_strdup_printf ("%d", (int) year) : NULL);
    }
}

static void
add_some_years (GArray *ticks, double from, double to, guint apart, const MappeChartTimeFit *fit)
{
  for (double year = ceil (from / 12 / apart) * apart; year * 12 <= to; year += apart)
    {
      double at = year * 12, half = fit->year / 2 / fit->month_width;
      gboolean fits = at - half >= from - half / 2 && at + half <= to + half / 2;

      add_tick (ticks, at, at, 0, fits ? g_strdup_printf ("%d", (int) year) : NULL);
    }
}

/**
 * mappe_chart_ticks_time:
 * @from: first month, counted as in mappe_chart_month()
 * @to: the month behind the last one
 * @step: months of a period: 1, 3, 6 or 12
 * @fit: what labels need
 *
 * Returns: (transfer full) (element-type MappeChartTick): names of months or quarters as far as there is room, with
 *   the years beneath them, or years alone
 */
GArray *
mappe_chart_ticks_time (double from, double to, guint step, const MappeChartTimeFit *fit,
                        const MappeLanguage *language)
{
  GArray *ticks = ticks_new ();
  Fine fine = choose_fine (step, fit);
  guint apart = years_apart (fit);

  if (fine != FINE_NONE)
    add_fine (ticks, from, to, fine, language);
  if (fine != FINE_NONE || apart == 1)
    add_each_year (ticks, from, to, fine != FINE_NONE ? 1 : 0, fit);
  else
    add_some_years (ticks, from, to, apart, fit);
  return ticks;
}

/**
 * mappe_chart_ticks_season:
 *
 * Returns: (transfer full) (element-type MappeChartTick): the twelve months of any year, from 0 to 12
 */
GArray *
mappe_chart_ticks_season (const MappeChartTimeFit *fit, const MappeLanguage *language)
{
  GArray *ticks = ticks_new ();
  Fine fine = choose_fine (1, fit);

  add_fine (ticks, 0, 12, fine == FINE_NONE ? FINE_QUARTERS : fine, language);
  return ticks;
}
