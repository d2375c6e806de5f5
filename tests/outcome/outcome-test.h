/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <string.h>

#include "mappe-evaluation-trace.h"
#include "mappe-evaluation-words.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-test-demo.h"

/* A measure that began in 2020 with monthly counts, written down here and asked for what may be said of it. */

static inline char *
outcome_test_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static inline gint64
outcome_test_measure (MappeStore *store, const char *start)
{
  g_autofree char *project = outcome_test_id (mappe_test_add (store, "project", "title", "Light", NULL));

  return mappe_test_add (store, "measure", "title", "Lamps", "project", project, "start_on", start, NULL);
}

static inline gint64
outcome_test_indicator (MappeStore *store, gint64 measure, gboolean hides)
{
  g_autofree char *of = outcome_test_id (measure);

  return mappe_test_add (store, "indicator", "name", "Offences", "measure", of, "scale", "count", "frequency",
                         "monthly", "main", "1", "suppress_below_5", hides ? "1" : "0", NULL);
}

/* @values: one a month from @first on; NAN is written as missing, and what is below 0 not at all. */
static inline void
outcome_test_values (MappeStore *store, gint64 indicator, const char *first, const double *values, gsize n)
{
  MappePeriod period = mappe_period_parse (first);
  MappeEdit *edit = mappe_edit_new ("values");
  g_autofree char *of = outcome_test_id (indicator);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < n; i++, period = mappe_period_add (period, 1))
    {
      g_autofree char *text = mappe_period_to_text (period);
      g_autofree char *begin = mappe_period_first_day (period);
      g_autofree char *end = mappe_period_last_day (period);
      g_autofree char *value = g_strdup_printf ("%.0f", values[i]);

      if (values[i] < 0)
        continue;
      mappe_edit_insert (edit, mappe_test_row (&mappe_indicator_value_kind, "indicator", of, "period", text,
                                               "period_start", begin, "period_end", end, "status",
                                               isnan (values[i]) ? "missing" : "final", "value",
                                               isnan (values[i]) ? NULL : value, NULL));
    }
  mappe_applied_free (mappe_store_apply (store, edit, NULL, &error));
  g_assert_no_error (error);
}

static inline gpointer
outcome_test_load (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_outcome_load (snapshot, *(gint64 *) data, error);
}

static inline MappeOutcome *
outcome_test_outcome (MappeStore *store, gint64 measure)
{
  g_autoptr (GError) error = NULL;
  MappeOutcome *outcome = mappe_store_read (store, outcome_test_load, &measure, &error);

  g_assert_no_error (error);
  return outcome;
}

/* Of the first indicator. */
static inline MappeEvaluation *
outcome_test_evaluate (MappeStore *store, gint64 measure)
{
  g_autoptr (MappeOutcome) outcome = outcome_test_outcome (store, measure);

  g_assert_cmpuint (outcome->cases->len, >, 0);
  return mappe_evaluation_new (outcome, g_ptr_array_index (outcome->cases, 0));
}

/* Everything that is said: sentences, cautions and the lines of "How was this computed?". */
static inline char *
outcome_test_words (const MappeEvaluation *evaluation)
{
  const MappeLanguage *language = mappe_language_get ("en");
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (evaluation, language);
  g_autoptr (GPtrArray) trace = mappe_evaluation_trace (evaluation, language);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s\n", ((MappeSentence *) g_ptr_array_index (sentences, i))->text);
  for (guint i = 0; i < trace->len; i++)
    {
      const MappeTrace *line = g_ptr_array_index (trace, i);

      g_string_append_printf (text, "%s: %s\n", line->label, line->value);
    }
  return g_string_free (text, FALSE);
}

/* The sentences as the council reads them. */
static inline void
outcome_test_says_in_german (const MappeEvaluation *evaluation, const char *words)
{
  g_autofree char *text = NULL;

  mappe_test_use_catalogues ();
  text = mappe_evaluation_text (evaluation, mappe_language_get ("de"));
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not said in:\n%s", words, text);
}

static inline void
outcome_test_says (const MappeEvaluation *evaluation, const char *words)
{
  g_autofree char *text = outcome_test_words (evaluation);

  if (strstr (text, words) == NULL)
    g_error ("“%s” is not said in:\n%s", words, text);
}

static inline void
outcome_test_is_silent (const MappeEvaluation *evaluation, const char *words)
{
  g_autofree char *text = outcome_test_words (evaluation);

  if (strstr (text, words) != NULL)
    g_error ("“%s” is said in:\n%s", words, text);
}
