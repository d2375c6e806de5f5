/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evaluation-trace-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-evaluation-private.h"
#include "mappe-indicator.h"

/* Several areas: the design, each area's own effect, and what they are pooled to. */

static void
trace_design (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappePooledAreas *areas = self->of->areas;
  const char *definition = mappe_row_get_text (self->of->of->series->indicator, MAPPE_INDICATOR_DEFINITION);

  mappe_tracer_add (self, "definition", L_("Definition"), g_strdup (definition));
  mappe_tracer_add (self, "areas", L_("Measure and comparison areas"),
                    g_strdup_printf (L_("%1$u with the measure (%2$u of them pooled), %3$u to compare with"),
                                     areas->members->len, areas->pooled->len, areas->n_comparisons));
  mappe_tracer_add (self, "random", L_("Areas allocated at random"), g_strdup (areas->random ? L_("yes") : L_("no")));
  mappe_tracer_add (self, "adjusted", L_("Other influences controlled for"),
                    g_strdup (areas->adjusted ? L_("yes") : L_("no")));
}

static gboolean
is_pooled (MappeTracer *self, const MappeEvaluation *of)
{
  return g_ptr_array_find (self->of->areas->pooled, of, NULL);
}

/* What is not pooled has figures on its own page, as far as they may be shown. */
static void
trace_area (MappeTracer *self, const MappeEvaluation *of)
{
  const MappeLanguage *language = self->language;
  g_autofree char *effect = NULL;
  g_autofree char *phi = mappe_evaluation_number (of->phi, 2, language);

  if (!is_pooled (self, of))
    {
      mappe_tracer_add (self, "area", mappe_series_place (of->of->series), g_strdup (L_("not pooled")));
      return;
    }
  effect = mappe_tracer_estimate (self, of->effect.res, of->effect.interval, 2);
  mappe_tracer_add (self, "area", mappe_series_place (of->of->series),
                    g_strdup_printf (L_("RES %1$s, phi %2$s; %3$.0f before, %4$.0f after; %5$s: %6$.0f and %7$.0f"),
                                     effect, phi, of->before[MAPPE_AREA_MEASURED].sum,
                                     of->after[MAPPE_AREA_MEASURED].sum, mappe_series_place (of->of->comparison),
                                     of->before[MAPPE_AREA_COMPARISON].sum, of->after[MAPPE_AREA_COMPARISON].sum));
}

static void
append_list (GString *row, const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (text, sizeof text, "%.12g", values[i]);
      g_string_append_printf (row, "%s%s", i > 0 ? ";" : "", text);
    }
}

/* A row of the table that "mappe stats meta" reads, so that anybody can recompute it. */
static void
trace_row (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappePooledAreas *areas = self->of->areas;
  GString *row = g_string_new (NULL);

  append_list (row, areas->effects, areas->pooled->len);
  g_string_append_c (row, ',');
  append_list (row, areas->variances, areas->pooled->len);
  mappe_tracer_add (self, "meta_input", L_("For “mappe stats meta” (y,v)"), g_string_free (row, FALSE));
}

static char *
pooled_words (MappeTracer *self, const MappePooledEffect *pooled)
{
  MappeInterval interval = { exp (pooled->interval.lo), exp (pooled->interval.hi) };

  return mappe_tracer_estimate (self, exp (pooled->estimate), interval, 2);
}

static void
trace_pooling (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappePooling *pooling = &self->of->areas->pooling;
  g_autofree char *tau2 = mappe_evaluation_number (pooling->tau2, 3, language);
  g_autofree char *i2 = mappe_evaluation_number (pooling->i2, 0, language);
  g_autofree char *q = mappe_evaluation_number (pooling->q, 2, language);
  g_autofree char *p = mappe_tracer_probability (self, pooling->p);

  mappe_tracer_add (self, "meta", L_("RES pooled, random effects (DerSimonian and Laird)"),
                    pooled_words (self, &pooling->random));
  mappe_tracer_add (self, "meta_fixed", L_("RES pooled as if all areas were the same"),
                    pooled_words (self, &pooling->fixed));
  mappe_tracer_add (self, "meta_spread", L_("Spread between the areas"),
                    g_strdup_printf (L_("tau² %1$s, I² %2$s%%, Q %3$s (p %4$s)"), tau2, i2, q, p));
  trace_row (self);
}

/** mappe_tracer_pooled: How several areas were pooled. */
void
mappe_tracer_pooled (MappeTracer *self)
{
  const MappeLanguage *language = self->language;
  const MappeEvaluation *of = self->of;

  trace_design (self);
  for (guint i = 0; i < of->areas->members->len; i++)
    trace_area (self, g_ptr_array_index (of->areas->members, i));
  trace_pooling (self);
  mappe_tracer_add (self, "wdd_sum", L_("Cases fewer than expected in all areas (sum of the differences)"),
                    mappe_tracer_estimate (self, of->fewer, of->fewer_interval, 1));
}
