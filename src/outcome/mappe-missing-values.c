/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-missing-values.h"

#include "mappe-chart-text.h"
#include "mappe-code.h"
#include "mappe-council.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-measure.h"
#include "mappe-project.h"
#include "mappe-values.h"

/* A source that is not known has this name, because a request goes out by source. */
#define NO_SOURCE ""

/* --- which periods --- */

static gboolean
has_entry (const MappeValues *values, MappePeriod from, int n)
{
  for (int i = 0; i < n; i++)
    if (mappe_values_find (values, mappe_period_add (from, i)) != NULL)
      return TRUE;
  return FALSE;
}

/* A yearly survey may be noted for the quarter it was held in: then one value in four quarters is all. */
static void
add_missing (GArray *periods, const MappeValues *values, MappePeriod first, MappePeriod now)
{
  int step = MAX ((int) mappe_values_rhythm (values) / (int) first.kind, 1);

  /* The period that runs has no value yet; it is missing from the day after its end. */
  for (MappePeriod at = first; at.kind != MAPPE_PERIOD_NONE && mappe_period_distance (at, now) >= step;
       at = mappe_period_add (at, step))
    if (!has_entry (values, at, step))
      g_array_append_val (periods, at);
}

/* Periods that are over and have no entry, by time. A period that has an entry is not missing, even if the entry says
 * that there is no value: whoever delivers it was asked. Without any value the request begins with @start. */
static GArray *
missing_periods (GPtrArray *values, const MappeRow *indicator, const char *start, const char *today)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (MappePeriod));
  g_autoptr (MappeValues) all = mappe_values_new (indicator, values);
  MappePeriodKind kind = mappe_values_length (all);
  MappePeriod now = mappe_period_at (today, kind);
  MappePeriod first = values->len > 0 ? mappe_values_first (all) : mappe_period_at (start, kind);

  if (kind != MAPPE_PERIOD_NONE && first.kind != MAPPE_PERIOD_NONE && now.kind != MAPPE_PERIOD_NONE)
    add_missing (periods, all, first, now);
  return periods;
}

/* --- reading --- */

static void
entry_free (MappeMissingValues *entry)
{
  mappe_row_unref (entry->indicator);
  g_array_unref (entry->periods);
  g_free (entry);
}

static GPtrArray *
list_rows (MappeSnapshot *snapshot, const MappeKind *kind, int field, gint64 id, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  if (field >= 0)
    mappe_query_where_id (query, (guint) field, id);
  return mappe_snapshot_rows (snapshot, query, error);
}

static gboolean
is_over (const MappeRow *project, const char *today)
{
  const char *status = mappe_row_get_text (project, MAPPE_PROJECT_STATUS);
  const char *end = mappe_row_get_text (project, MAPPE_PROJECT_END_ON);

  return (status != NULL && !g_str_equal (status, "running")) || (end != NULL && g_strcmp0 (end, today) < 0);
}

static MappeRow *
load_if (MappeSnapshot *snapshot, const MappeKind *kind, const MappeRow *row, guint field)
{
  return row == NULL || mappe_row_is_null (row, field)
             ? NULL
             : mappe_snapshot_load (snapshot, kind, mappe_row_get_int (row, field), NULL);
}

/* Who is continued by another series, or whose project is over, is asked no more. */
static gboolean
is_continued (GPtrArray *indicators, gint64 id)
{
  for (guint i = 0; i < indicators->len; i++)
    if (mappe_row_get_int (g_ptr_array_index (indicators, i), MAPPE_INDICATOR_CONTINUES) == id)
      return TRUE;
  return FALSE;
}

static gboolean
add_entry (MappeMissingValuesList *self,
           MappeSnapshot *snapshot,
           MappeRow *indicator,
           const char *today,
           GError **error)
{
  g_autoptr (MappeRow) measure = load_if (snapshot, &mappe_measure_kind, indicator, MAPPE_INDICATOR_MEASURE);
  g_autoptr (MappeRow) own = load_if (snapshot, &mappe_project_kind, indicator, MAPPE_INDICATOR_PROJECT);
  g_autoptr (MappeRow) project = own != NULL ? g_steal_pointer (&own)
                                             : load_if (snapshot, &mappe_project_kind, measure, MAPPE_MEASURE_PROJECT);
  g_autoptr (GPtrArray) values = list_rows (snapshot, &mappe_indicator_value_kind, MAPPE_INDICATOR_VALUE_INDICATOR,
                                            indicator->id, error);
  const char *start = measure != NULL ? mappe_row_get_text (measure, MAPPE_MEASURE_START_ON) : NULL;
  MappeMissingValues *entry;

  if (values == NULL)
    return FALSE;
  if (start == NULL && project != NULL)
    start = mappe_row_get_text (project, MAPPE_PROJECT_START_ON);
  if (project != NULL && is_over (project, today))
    return TRUE;
  entry = g_new0 (MappeMissingValues, 1);
  entry->indicator = mappe_row_ref (indicator);
  entry->periods = missing_periods (values, indicator, start, today);
  if (entry->periods->len > 0)
    g_ptr_array_add (self->entries, entry);
  else
    entry_free (entry);
  return TRUE;
}

static const char *
source_of (const MappeMissingValues *entry)
{
  const char *source = mappe_row_get_text (entry->indicator, MAPPE_INDICATOR_SOURCE_KIND);

  return source != NULL ? source : NO_SOURCE;
}

static int
by_source (gconstpointer a, gconstpointer b)
{
  const MappeMissingValues *left = *(MappeMissingValues *const *) a, *right = *(MappeMissingValues *const *) b;
  int order = g_strcmp0 (source_of (left), source_of (right));

  return order != 0 ? order
                    : g_strcmp0 (mappe_row_get_text (left->indicator, MAPPE_INDICATOR_REFERENCE),
                                 mappe_row_get_text (right->indicator, MAPPE_INDICATOR_REFERENCE));
}

/**
 * mappe_missing_values_load:
 * @today: the day to reckon from
 *
 * For the reader's thread.
 *
 * Returns: (transfer full) (nullable): what is missing
 */
MappeMissingValuesList *
mappe_missing_values_load (MappeSnapshot *snapshot, const char *today, GError **error)
{
  g_autoptr (GPtrArray) indicators = list_rows (snapshot, &mappe_indicator_kind, -1, 0, error);
  g_autoptr (GPtrArray) codes = indicators != NULL ? list_rows (snapshot, &mappe_code_kind, -1, 0, error) : NULL;
  g_autoptr (GPtrArray) councils = codes != NULL ? list_rows (snapshot, &mappe_council_kind, -1, 0, error) : NULL;
  g_autoptr (MappeMissingValuesList) self = NULL;

  if (councils == NULL)
    return NULL;
  self = g_new0 (MappeMissingValuesList, 1);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->codes = mappe_codes_new (codes);
  self->council = councils->len > 0 ? mappe_row_ref (g_ptr_array_index (councils, 0)) : NULL;
  if (self->council != NULL && !mappe_row_is_null (self->council, MAPPE_COUNCIL_LOGO))
    self->logo = mappe_snapshot_blob (snapshot, mappe_row_get_text (self->council, MAPPE_COUNCIL_LOGO), NULL);
  for (guint i = 0; i < indicators->len; i++)
    {
      MappeRow *indicator = g_ptr_array_index (indicators, i);

      if (!is_continued (indicators, indicator->id) && !add_entry (self, snapshot, indicator, today, error))
        return NULL;
    }
  g_ptr_array_sort (self->entries, by_source);
  return g_steal_pointer (&self);
}

void
mappe_missing_values_free (MappeMissingValuesList *self)
{
  g_ptr_array_unref (self->entries);
  mappe_codes_free (self->codes);
  g_clear_pointer (&self->council, mappe_row_unref);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self);
}

/* --- letters --- */

/** mappe_missing_values_sources: Returns: (transfer container) (element-type utf8): codes of the sources that owe
 * a value */
GPtrArray *
mappe_missing_values_sources (const MappeMissingValuesList *self)
{
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      const char *source = source_of (g_ptr_array_index (self->entries, i));

      if (sources->len == 0 || !g_str_equal (g_ptr_array_index (sources, sources->len - 1), source))
        g_ptr_array_add (sources, (gpointer) source);
    }
  return sources;
}

/** mappe_missing_values_source_name: Returns: (transfer none): what a source is called */
const char *
mappe_missing_values_source_name (const MappeMissingValuesList *self, const char *source, const MappeLanguage *language)
{
  const char *label = *source != '\0' ? mappe_codes_label (self->codes, "source_kind", source,
                                                           mappe_language_is_german (language))
                                      : NULL;

  return label != NULL ? label : *source != '\0' ? source : L_("No source recorded");
}

/** mappe_missing_values_language: Returns: (transfer none) (nullable): the language of the council, in which it
 * writes */
const MappeLanguage *
mappe_missing_values_language (const MappeMissingValuesList *self)
{
  return mappe_language_get (self->council != NULL ? mappe_row_get_text (self->council, MAPPE_COUNCIL_LANGUAGE)
                                                   : NULL);
}

static char *
period_words (MappePeriod period, const MappeLanguage *language)
{
  return mappe_chart_period_text (period.year * 12 + period.month - 1, (guint) period.kind, language);
}

/* "Q1 2025, Q3 2025 to Q2 2026": a stretch is said by its ends. */
static void
add_periods (GString *text, GArray *periods, const MappeLanguage *language)
{
  for (guint i = 0, next; i < periods->len; i = next)
    {
      MappePeriod first = g_array_index (periods, MappePeriod, i);
      g_autofree char *from = period_words (first, language);
      g_autofree char *to = NULL;

      for (next = i + 1; next < periods->len; next++)
        if (mappe_period_distance (first, g_array_index (periods, MappePeriod, next)) != (int) (next - i))
          break;
      to = period_words (g_array_index (periods, MappePeriod, next - 1), language);
      g_string_append (text, i > 0 ? ", " : "");
      if (next - i > 2)
        g_string_append_printf (text, L_("%s to %s"), from, to);
      else
        g_string_append_printf (text, "%s%s%s", from, next - i == 2 ? ", " : "", next - i == 2 ? to : "");
    }
}

static void
add_entry_words (GString *text, const MappeMissingValues *entry, const MappeLanguage *language)
{
  const char *unit = mappe_row_get_text (entry->indicator, MAPPE_INDICATOR_UNIT);
  const char *definition = mappe_row_get_text (entry->indicator, MAPPE_INDICATOR_DEFINITION);

  g_string_append_printf (text, "- %s", mappe_row_get_text (entry->indicator, MAPPE_INDICATOR_NAME));
  if (unit != NULL)
    g_string_append_printf (text, " (%s)", unit);
  g_string_append (text, ": ");
  add_periods (text, entry->periods, language);
  g_string_append_c (text, '\n');
  if (definition != NULL)
    /* Translators: definition of an indicator */
    g_string_append_printf (text, L_("  What counts: %s\n"), definition);
}

/**
 * mappe_missing_values_words:
 * @source: one of mappe_missing_values_sources()
 * @language: (nullable): of the words
 *
 * Returns: (transfer full): all that is missing from the source, a line an indicator
 */
char *
mappe_missing_values_words (const MappeMissingValuesList *self, const char *source, const MappeLanguage *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (source_of (g_ptr_array_index (self->entries, i)), source))
      add_entry_words (text, g_ptr_array_index (self->entries, i), language);
  return g_string_free (text, FALSE);
}
