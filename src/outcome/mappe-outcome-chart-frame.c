/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mappe-indicator.h"
#include "mappe-measure.h"
#include "mappe-outcome-chart-private.h"
#include "mappe-series-mark.h"

/* Title, subtitle, source, notes and the line of time of a chart. */

/** mappe_chart_frame_keep: Returns: (transfer none): @text (transfer full), which lives as long as the frame */
const char *
mappe_chart_frame_keep (MappeChartFrame *self, char *text)
{
  g_ptr_array_add (self->texts, text);
  return text;
}

/* --- head --- */

/* Of few answers not even their number is told (OUTCOMES 5.1). */
static char *
subtitle_of_answers (const MappeEvaluation *of, const char *name, const MappeLanguage *language)
{
  g_autofree char *few = g_strdup_printf ("< %d", MAPPE_SHARE_SUPPRESS);
  g_autofree char *before = g_strdup_printf ("%.0f", of->n_before);
  g_autofree char *after = g_strdup_printf ("%.0f", of->n_after);
  const char *n_before = of->share_before.status == MAPPE_STATS_SUPPRESS ? few : before;
  const char *n_after = of->share_after.status == MAPPE_STATS_SUPPRESS ? few : after;

  if (of->grade.level >= 3)
    return g_strdup_printf (L_("%1$s; n = %2$s/%3$s and %4$.0f/%5$.0f"), name, n_before, n_after,
                            of->n_elsewhere_before, of->n_elsewhere_after);
  return of->has_change ? g_strdup_printf ("%s; n = %s/%s", name, n_before, n_after)
                        : g_strdup_printf ("%s; n = %s", name, n_after);
}

static char *
subtitle_of_areas (const MappeEvaluation *of, const MappeLanguage *language)
{
  const MappeSeries *series = of->of->series;
  g_autofree char *name = mappe_evaluation_name (of, language);
  g_autofree char *period = mappe_series_period_words (series, (MappeSpan) { .from = 0, .to = series->points->len },
                                                       language);

  return g_strdup_printf (L_("%1$s; n = %2$u areas and %3$u to compare with, %4$s"), name, of->areas->pooled->len,
                          of->areas->n_comparisons, period);
}

static char *
subtitle_of (const MappeEvaluation *of, const MappeLanguage *language)
{
  const MappeSeries *series;
  g_autofree char *period = NULL;
  const char *name;
  MappeSpan all;
  guint n = of->of == NULL ? of->outcome->goals->len : of->before[0].n + of->after[0].n;

  if (of->of == NULL)
    return g_strdup_printf (mappe_language_plural (language, "n = %u goal", "n = %u goals", n), n);
  series = of->of->series;
  name = mappe_series_name (series);
  if (of->areas != NULL)
    return subtitle_of_areas (of, language);
  if (of->kind == MAPPE_EVALUATION_SURVEY)
    return subtitle_of_answers (of, name, language);
  all = (MappeSpan) { .from = 0, .to = series->points->len };
  period = mappe_series_period_words (series, all, language);
  return g_strdup_printf (mappe_language_plural (language, "%1$s; n = %2$u period, %3$s",
                                                 "%1$s; n = %2$u periods, %3$s", n),
                          name, n, period);
}

static const char *
source_of (const MappeEvaluation *of, const MappeLanguage *language)
{
  const char *code = of->of != NULL ? mappe_row_get_text (of->of->series->indicator, MAPPE_INDICATOR_SOURCE_KIND)
                                    : NULL;

  return code != NULL ? mappe_codes_label (of->outcome->codes, "source_kind", code, mappe_language_is_german (language))
                      : NULL;
}

/* Beneath the chart stands everything but the finding, which is the title: nobody copies it without its limit. */
static void
take_notes (MappeChartFrame *self)
{
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (self->of, self->language);

  for (guint i = 1; i < sentences->len; i++)
    {
      const MappeSentence *sentence = g_ptr_array_index (sentences, i);

      if (sentence->kind != MAPPE_SENTENCE_CAUTION)
        g_ptr_array_add (self->notes, (gpointer) mappe_chart_frame_keep (self, g_strdup (sentence->text)));
    }
}

/** mappe_chart_frame_head: Returns: (transfer none): the head, once all notes are there */
const MappeChartHead *
mappe_chart_frame_head (MappeChartFrame *self)
{
  g_ptr_array_add (self->notes, NULL);
  self->head.notes = (const char *const *) self->notes->pdata;
  return &self->head;
}

/* --- time --- */

static double
position_of (const char *iso, int months)
{
  MappePeriod period = mappe_period_at (iso, months > 0 ? (MappePeriodKind) months : MAPPE_PERIOD_MONTH);

  return mappe_chart_month (period.year, period.month);
}

static void
add_event (MappeChartFrame *self, const char *day, char *text)
{
  MappeChartEvent event = { .text = mappe_chart_frame_keep (self, text) };

  if (day == NULL || self->of->of->series->months == 0)
    return;
  event.at = position_of (day, self->of->of->series->months);
  g_array_append_val (self->events, event);
}

static void
take_events (MappeChartFrame *self)
{
  const MappeOutcome *outcome = self->of->outcome;
  const MappeLanguage *language = self->language;

  if (outcome->start != NULL)
    add_event (self, outcome->start, g_strdup (L_("Start")));
  for (guint i = 0; i < outcome->marks->len; i++)
    {
      const MappeRow *mark = g_ptr_array_index (outcome->marks, i);
      gboolean own = mappe_row_is_null (mark, MAPPE_SERIES_MARK_INDICATOR)
                     || mappe_row_get_int (mark, MAPPE_SERIES_MARK_INDICATOR) == self->of->of->series->indicator->id;

      if (own && g_strcmp0 (mappe_row_get_text (mark, MAPPE_SERIES_MARK_KIND), "start") != 0)
        add_event (self, mappe_row_get_text (mark, MAPPE_SERIES_MARK_BEGINS_ON),
                   g_strdup (mappe_row_get_text (mark, MAPPE_SERIES_MARK_TITLE)));
    }
}

/* Whether the period lies between the time before and the time after, or is left out for another reason. */
static gboolean
is_left_out (const MappeEvaluation *of, guint i)
{
  const MappePoint *point = g_ptr_array_index (of->of->series->points, i);

  return point->excluded || (of->after[0].n > 0 && i >= of->before[0].to && i < of->after[0].from);
}

static void
take_spans (MappeChartFrame *self)
{
  const MappeSeries *series = self->of->of->series;
  GPtrArray *points = series->points;

  for (guint i = 0; series->months > 0 && i < points->len; i++)
    {
      MappeChartSpan span;
      guint last = i;

      if (!is_left_out (self->of, i))
        continue;
      while (last + 1 < points->len && is_left_out (self->of, last + 1))
        last++;
      span.first = position_of (((MappePoint *) g_ptr_array_index (points, i))->first, series->months);
      span.last = position_of (((MappePoint *) g_ptr_array_index (points, last))->first, series->months);
      g_array_append_val (self->spans, span);
      i = last;
    }
}

static void
take_time (MappeChartFrame *self)
{
  const MappeLanguage *language = self->language;

  take_events (self);
  take_spans (self);
  self->timeline = (MappeChartTimeline) {
    .step = (guint) self->of->of->series->months,
    .events = (const MappeChartEvent *) self->events->data,
    .n_events = self->events->len,
    .excluded = (const MappeChartSpan *) self->spans->data,
    .n_excluded = self->spans->len,
    .excluded_text = self->spans->len > 0 ? L_("Grey periods are not counted (roll-out or incomplete)") : NULL,
  };
}

static void
take_quantity (MappeChartFrame *self)
{
  const MappeRow *indicator = self->of->of->series->indicator;
  const char *unit = mappe_row_get_text (indicator, MAPPE_INDICATOR_UNIT);
  const char *scale = mappe_row_get_text (indicator, MAPPE_INDICATOR_SCALE);

  self->quantity = (MappeChartQuantity) {
    .name = unit != NULL ? unit : mappe_series_name (self->of->of->series),
    .unit = g_strcmp0 (scale, "percent") == 0 ? "%" : NULL,
    .digits = (guint) mappe_row_get_int (indicator, MAPPE_INDICATOR_DECIMALS),
    .free = g_strcmp0 (scale, "value") == 0 || g_str_has_prefix (scale != NULL ? scale : "", "scale_"),
  };
}

void
mappe_chart_frame_init (MappeChartFrame *self, const MappeEvaluation *of, const MappeLanguage *language)
{
  *self = (MappeChartFrame) {
    .of = of, .language = language,
    .texts = g_ptr_array_new_with_free_func (g_free), .notes = g_ptr_array_new (),
    .events = g_array_new (FALSE, FALSE, sizeof (MappeChartEvent)),
    .spans = g_array_new (FALSE, FALSE, sizeof (MappeChartSpan)),
  };
  self->head = (MappeChartHead) {
    .language = language,
    .title = mappe_chart_frame_keep (self, mappe_evaluation_finding (of, language)),
    .subtitle = mappe_chart_frame_keep (self, subtitle_of (of, language)),
    .source = source_of (of, language),
    .summary = mappe_chart_frame_keep (self, mappe_evaluation_text (of, language)),
  };
  take_notes (self);
  if (of->of == NULL)
    return;
  take_time (self);
  take_quantity (self);
}

void
mappe_chart_frame_clear (MappeChartFrame *self)
{
  g_ptr_array_unref (self->notes);
  g_array_unref (self->events);
  g_array_unref (self->spans);
  g_ptr_array_unref (self->texts);
}

/* --- points --- */

/** mappe_chart_frame_x: Returns: (transfer full): where each point stands; by number if periods have no length */
double *
mappe_chart_frame_x (const MappeSeries *series)
{
  double *x = g_new (double, MAX (series->points->len, 1));

  for (guint i = 0; i < series->points->len; i++)
    x[i] = series->months > 0
               ? position_of (((MappePoint *) g_ptr_array_index (series->points, i))->first, series->months) : i;
  return x;
}

double *
mappe_chart_frame_y (const MappeSeries *series)
{
  double *y = g_new (double, MAX (series->points->len, 1));

  for (guint i = 0; i < series->points->len; i++)
    {
      const MappePoint *point = g_ptr_array_index (series->points, i);

      y[i] = point->hidden ? NAN : point->value;
    }
  return y;
}

guint8 *
mappe_chart_frame_flags (const MappeSeries *series)
{
  guint8 *flags = g_new0 (guint8, MAX (series->points->len, 1));

  for (guint i = 0; i < series->points->len; i++)
    {
      const MappePoint *point = g_ptr_array_index (series->points, i);

      flags[i] = (guint8) ((point->hidden || point->withheld ? MAPPE_CHART_POINT_SUPPRESSED : 0)
                           | (point->provisional ? MAPPE_CHART_POINT_PROVISIONAL : 0)
                           | (point->excluded ? MAPPE_CHART_POINT_EXCLUDED : 0));
    }
  return flags;
}
