/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-chart-private.h"
#include "mappe-chart-rows.h"

#define PRIORITY_MARK "◆\u00a0"

/* A factor of a priority carries a mark of its own before its name, and the word in texts and tables. */
static void
set_names (MappeChartPanel *panel, const MappeChartFactors *factors, const MappeChartFactorGroup *group,
           const MappeLanguage *language)
{
  g_auto (GStrv) names = g_new0 (char *, group->n_factors + 1);

  for (guint i = 0; i < group->n_factors; i++)
    {
      const MappeChartFactor *factor = &group->factors[i];

      /* Translators: row of a table: a factor; what it is: a risk factor or a protective factor */
      names[i] = factor->priority ? g_strdup_printf (L_ ("%1$s (%2$s, priority)"), factor->name, group->word)
                                  : g_strdup_printf ("%s (%s)", factor->name, group->word);
    }
  mappe_chart_set_rows (panel, (const char *const *) names, group->n_factors);
  panel->position.labels = g_new0 (char *, group->n_factors + 1);
  for (guint i = 0; i < group->n_factors; i++)
    {
      const MappeChartFactor *factor = &group->factors[i];
      double difference = factor->own - factor->comparison;
      g_autofree char *text = isnan (difference) ? g_strdup ("–")
                                                 : mappe_chart_number_text (difference, factors->quantity.digits,
                                                                            language);

      panel->position.labels[i] = g_strconcat (factor->priority ? PRIORITY_MARK : "", factor->name, NULL);
      mappe_chart_add_column (panel, NULL, i, difference > 0 ? g_strconcat ("+", text, NULL) : g_strdup (text));
    }
}

static void
add_values (MappeChartPanel *panel, const char *name, MappeChartRole role, guint draw,
            const MappeChartFactorGroup *group, gsize member, gboolean joined)
{
  MappeChartSeries *series = mappe_chart_add_series (panel, name, role, draw, group->n_factors);

  series->keyed = !joined;
  series->joined = joined;
  series->thickness = 0.56;
  for (guint i = 0; i < group->n_factors; i++)
    series->y[i] = G_STRUCT_MEMBER (double, &group->factors[i], member);
}

static void
add_group (MappeChart *self, const MappeChartFactors *factors, const MappeChartFactorGroup *group, double most)
{
  MappeChartPanel *panel = mappe_chart_add_panel (self, group->name);
  gboolean joined = self->panels->len > 1;

  panel->horizontal = TRUE;
  panel->tall = group->n_factors + 1.6;
  mappe_chart_set_quantity (&panel->value, &factors->quantity);
  mappe_chart_axis_reach (&panel->value, most);
  set_names (panel, factors, group, self->language);
  add_values (panel, factors->own_name, MAPPE_CHART_ROLE_MEASURE, MAPPE_CHART_BARS | MAPPE_CHART_INSIDE, group,
              G_STRUCT_OFFSET (MappeChartFactor, own), joined);
  add_values (panel, factors->comparison_name, MAPPE_CHART_ROLE_EXPECTED, MAPPE_CHART_LEVELS, group,
              G_STRUCT_OFFSET (MappeChartFactor, comparison), joined);
}

static double
most_of (const MappeChartFactors *factors)
{
  double most = 0;

  for (guint i = 0; i < factors->n_groups; i++)
    for (guint n = 0; n < factors->groups[i].n_factors; n++)
      most = fmax (most, fmax (factors->groups[i].factors[n].own, factors->groups[i].factors[n].comparison));
  return most;
}

/** mappe_chart_new_factors: Returns: (transfer full): bars of the own value with a line for the comparison; the groups
 * one beneath the other on the same scale */
MappeChart *
mappe_chart_new_factors (const MappeChartHead *head, const MappeChartFactors *factors)
{
  MappeChart *self = mappe_chart_new (head);
  double most = most_of (factors);

  self->columns = 1;
  for (guint i = 0; i < factors->n_groups; i++)
    if (factors->groups[i].n_factors > 0)
      add_group (self, factors, &factors->groups[i], most);
  if (self->panels->len == 0)
    mappe_chart_set_rows (mappe_chart_add_panel (self, NULL), NULL, 0);
  return mappe_chart_finish (self);
}
