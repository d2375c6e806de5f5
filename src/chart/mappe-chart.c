/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-chart-private.h"

#include <math.h>

static void
series_free (gpointer data)
{
  MappeChartSeries *self = data;

  g_free (self->name);
  g_free (self->label);
  g_free (self->x);
  g_free (self->y);
  g_free (self->lower);
  g_free (self->upper);
  g_free (self->weights);
  g_free (self->shown);
  g_free (self->flags);
  g_strfreev (self->texts);
  g_free (self);
}

static void
axis_clear (MappeChartAxis *axis)
{
  g_free (axis->title);
  g_free (axis->unit);
  g_strfreev (axis->names);
  g_strfreev (axis->labels);
  g_free (axis->low);
  g_free (axis->high);
}

static void
rule_clear (gpointer data)
{
  g_free (((MappeChartRule *) data)->text);
}

static void
panel_free (gpointer data)
{
  MappeChartPanel *self = data;

  g_free (self->name);
  axis_clear (&self->position);
  axis_clear (&self->value);
  g_ptr_array_unref (self->series);
  g_array_unref (self->rules);
  g_array_unref (self->spans);
  g_strfreev (self->column);
  g_free (self->column_title);
  g_strfreev (self->corners);
  g_free (self);
}

static void
chart_clear (gpointer data)
{
  MappeChart *self = data;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  g_free (self->summary);
  g_strfreev (self->notes);
  g_free (self->excluded_text);
  g_ptr_array_unref (self->panels);
  g_ptr_array_unref (self->toggles);
  for (guint i = 0; self->strip != NULL && self->strip[i] != NULL; i++)
    g_strfreev (self->strip[i]);
  g_free (self->strip);
}

/** mappe_chart_ref: Returns: (transfer full): @self */
MappeChart *
mappe_chart_ref (MappeChart *self)
{
  return g_atomic_rc_box_acquire (self);
}

/** mappe_chart_unref: @self: (transfer full) */
void
mappe_chart_unref (MappeChart *self)
{
  g_atomic_rc_box_release_full (self, chart_clear);
}

/* A chart that is being made; mappe_chart_finish() seals it. */
MappeChart *
mappe_chart_new (const MappeChartHead *head)
{
  MappeChart *self = g_atomic_rc_box_new0 (MappeChart);

  self->language = head->language;
  self->title = g_strdup (head->title != NULL ? head->title : "");
  self->subtitle = g_strdup (head->subtitle);
  self->source = g_strdup (head->source);
  self->summary = g_strdup (head->summary);
  self->notes = g_strdupv ((char **) head->notes);
  self->panels = g_ptr_array_new_with_free_func (panel_free);
  self->toggles = g_ptr_array_new_with_free_func (g_free);
  self->columns = 1;
  return self;
}

MappeChartPanel *
mappe_chart_add_panel (MappeChart *self, const char *name)
{
  MappeChartPanel *panel = g_new0 (MappeChartPanel, 1);

  panel->name = g_strdup (name);
  panel->weight = panel->tall = 1;
  panel->series = g_ptr_array_new_with_free_func (series_free);
  panel->rules = g_array_new (FALSE, TRUE, sizeof (MappeChartRule));
  g_array_set_clear_func (panel->rules, rule_clear);
  panel->spans = g_array_new (FALSE, TRUE, sizeof (MappeChartSpan));
  panel->position.from = panel->value.from = INFINITY;
  panel->position.to = panel->value.to = -INFINITY;
  panel->position.ticks_to = panel->value.ticks_to = INFINITY;
  g_ptr_array_add (self->panels, panel);
  return panel;
}

/** mappe_chart_get_title: Returns: (transfer none): the finding */
const char *
mappe_chart_get_title (const MappeChart *self)
{
  return self->title;
}

/** mappe_chart_get_language: Returns: (transfer none) (nullable): what the chart speaks */
const MappeLanguage *
mappe_chart_get_language (const MappeChart *self)
{
  return self->language;
}

static void
add_sentence (GString *text, const char *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, text->str[text->len - 1] == '.' ? " " : ". ");
  g_string_append (text, sentence);
}

/**
 * mappe_chart_get_summary:
 *
 * Returns: (transfer full): what stands for the picture when it is not seen: the sentence of the head, or title and
 *   subtitle, then what is left out
 */
char *
mappe_chart_get_summary (const MappeChart *self)
{
  const MappeLanguage *language = self->language;
  GString *text = g_string_new (self->summary != NULL ? self->summary : self->title);

  if (self->summary == NULL)
    add_sentence (text, self->subtitle);
  add_sentence (text, self->excluded_text);
  if ((self->present & MAPPE_CHART_POINT_SUPPRESSED) != 0)
    add_sentence (text, L_ ("Small counts are not shown."));
  return g_string_free (text, FALSE);
}

/** mappe_chart_n_series: Returns: number of series that can be hidden */
guint
mappe_chart_n_series (const MappeChart *self)
{
  return self->toggles->len;
}

/** mappe_chart_get_series_name: Returns: (transfer none): name of a series that can be hidden */
const char *
mappe_chart_get_series_name (const MappeChart *self, guint series)
{
  g_return_val_if_fail (series < self->toggles->len, "");
  return g_ptr_array_index (self->toggles, series);
}

/**
 * mappe_chart_get_extent:
 * @from: (out): first position of a chart over time
 * @to: (out): end of the last one
 *
 * Returns: whether the chart can be zoomed along its positions
 */
gboolean
mappe_chart_get_extent (const MappeChart *self, double *from, double *to)
{
  const MappeChartPanel *panel = g_ptr_array_index (self->panels, 0);

  *from = panel->position.from;
  *to = panel->position.to;
  return self->windowed && *from < *to;
}
