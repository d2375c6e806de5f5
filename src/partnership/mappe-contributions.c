/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-contributions.h"

#include <math.h>
#include <stdlib.h>

#include "mappe-citizen-input.h"
#include "mappe-code.h"
#include "mappe-date.h"
#include "mappe-participation-event.h"
#include "mappe-personal-data.h"

/* --- reading --- */

static GHashTable *
load_categories (MappeSnapshot *snapshot, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = NULL;
  guint label = mappe_language_is_german (language) ? MAPPE_CODE_LABEL_DE : MAPPE_CODE_LABEL_EN;
  GHashTable *categories;

  mappe_query_where (query, MAPPE_CODE_LIST, MAPPE_OP_EQUAL, "input_category");
  rows = mappe_snapshot_rows (snapshot, query, error);
  if (rows == NULL)
    return NULL;
  categories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const MappeRow *code = g_ptr_array_index (rows, i);

      g_hash_table_insert (categories, g_strdup (mappe_row_get_text (code, MAPPE_CODE_CODE)),
                           g_strdup (mappe_row_get_text (code, label)));
    }
  return categories;
}

/**
 * mappe_contributions_load:
 * @language: (nullable): of the labels
 *
 * Returns: (transfer full) (nullable): all contributions
 */
MappeContributions *
mappe_contributions_load (MappeSnapshot *snapshot, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeContributions) self = g_new0 (MappeContributions, 1);
  g_autoptr (MappeQuery) inputs = mappe_query_new (&mappe_citizen_input_kind);
  g_autoptr (MappeQuery) events = mappe_query_new (&mappe_participation_event_kind);

  mappe_query_order (inputs, MAPPE_CITIZEN_INPUT_RECEIVED_ON, FALSE);
  mappe_query_order (events, MAPPE_PARTICIPATION_EVENT_HELD_FROM, FALSE);
  self->inputs = mappe_snapshot_list (snapshot, inputs, error);
  self->events = self->inputs != NULL ? mappe_snapshot_list (snapshot, events, error) : NULL;
  self->categories = self->events != NULL ? load_categories (snapshot, language, error) : NULL;
  return self->categories != NULL ? g_steal_pointer (&self) : NULL;
}

/** mappe_contributions_free: @self: (transfer full) */
void
mappe_contributions_free (MappeContributions *self)
{
  g_clear_pointer (&self->inputs, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->categories, g_hash_table_unref);
  g_free (self);
}

/* --- reckoning --- */

static const MappeRow *
row_of (const GPtrArray *listed, guint nth)
{
  return ((MappeListed *) g_ptr_array_index (listed, nth))->row;
}

static int
year_of (const MappeRow *input)
{
  const char *day = mappe_row_get_text (input, MAPPE_CITIZEN_INPUT_RECEIVED_ON);

  return day != NULL ? atoi (day) : 0;
}

static gboolean
has_status (const MappeRow *input, const char *status)
{
  return g_strcmp0 (mappe_row_get_text (input, MAPPE_CITIZEN_INPUT_STATUS), status) == 0;
}

/* Whether it was answered, be it with no. */
static gboolean
is_answered (const MappeRow *input)
{
  return has_status (input, "answered") || has_status (input, "rejected");
}

static gboolean
belongs (const MappeRow *input, gint64 event, int year)
{
  gint64 of = mappe_row_get_int (input, MAPPE_CITIZEN_INPUT_PARTICIPATION);
  gboolean here = event == MAPPE_CONTRIBUTIONS_ALL || (event == MAPPE_CONTRIBUTIONS_WITHOUT ? of == 0 : of == event);

  return here && (year == 0 || year_of (input) == year);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static double
median (GArray *days)
{
  guint n = days->len;

  if (n == 0)
    return NAN;
  g_array_sort (days, compare_days);
  return (g_array_index (days, int, (n - 1) / 2) + g_array_index (days, int, n / 2)) / 2.0;
}

/**
 * mappe_contributions_sum:
 * @event: id of a participation, %MAPPE_CONTRIBUTIONS_ALL or %MAPPE_CONTRIBUTIONS_WITHOUT one
 * @year: of receipt; 0: any
 *
 * Returns: the way of these contributions
 */
MappeContributionSum
mappe_contributions_sum (const MappeContributions *self, gint64 event, int year)
{
  MappeContributionSum sum = { 0 };
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->inputs->len; i++)
    {
      const MappeRow *input = row_of (self->inputs, i);
      const char *received = mappe_row_get_text (input, MAPPE_CITIZEN_INPUT_RECEIVED_ON);
      const char *answered = mappe_row_get_text (input, MAPPE_CITIZEN_INPUT_ANSWERED_ON);

      if (!belongs (input, event, year))
        continue;
      sum.received++;
      sum.realised += !mappe_row_is_null (input, MAPPE_CITIZEN_INPUT_MEASURE);
      if (!is_answered (input))
        continue;
      sum.answered++;
      if (received != NULL && answered != NULL)
        {
          int between = mappe_date_days_between (received, answered);

          g_array_append_val (days, between);
        }
    }
  sum.median_days = median (days);
  return sum;
}

/** mappe_contributions_years: Returns: (transfer full) (element-type int): years of receipt, ascending; 0: not known */
GArray *
mappe_contributions_years (const MappeContributions *self)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->inputs->len; i++)
    {
      int year = year_of (row_of (self->inputs, i));
      gboolean there = FALSE;

      for (guint n = 0; n < years->len; n++)
        there = there || g_array_index (years, int, n) == year;
      if (!there)
        g_array_append_val (years, year);
    }
  g_array_sort (years, compare_days);
  return years;
}

/** mappe_contributions_waiting: Returns: (transfer container) (element-type MappeListed): without an answer, the oldest
 * first */
GPtrArray *
mappe_contributions_waiting (const MappeContributions *self)
{
  GPtrArray *waiting = g_ptr_array_new ();

  for (guint i = 0; i < self->inputs->len; i++)
    if (!is_answered (row_of (self->inputs, i)))
      g_ptr_array_add (waiting, g_ptr_array_index (self->inputs, i));
  return waiting;
}

static gboolean
may_be_told (const MappeRow *input, int this_year)
{
  static const guint fields[] = { MAPPE_CITIZEN_INPUT_TEXT, MAPPE_CITIZEN_INPUT_ANSWER };

  if (mappe_row_get_int (input, MAPPE_CITIZEN_INPUT_ANONYMOUS) == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_auto (MappePersonalFound) found = { { NULL } };

      if (mappe_personal_data_find (mappe_row_get_text (input, fields[i]), this_year, &found))
        return FALSE;
    }
  return TRUE;
}

static int
compare_categories (gconstpointer a, gconstpointer b, gpointer self)
{
  const MappeListed *one = *(MappeListed *const *) a, *other = *(MappeListed *const *) b;
  const char *left = mappe_contributions_category (self, one->row);
  const char *right = mappe_contributions_category (self, other->row);
  int order = g_utf8_collate (left != NULL ? left : "", right != NULL ? right : "");

  return order != 0 ? order : one->row->id < other->row->id ? -1 : 1;
}

/**
 * mappe_contributions_told:
 * @this_year: the present year
 * @n_left_out: (out): how many have an answer but are not anonymous, or look as if they told who somebody is
 *
 * Returns: (transfer container) (element-type MappeListed): answered contributions that may be shown to everybody, by
 *   category
 */
GPtrArray *
mappe_contributions_told (const MappeContributions *self, int this_year, guint *n_left_out)
{
  GPtrArray *told = g_ptr_array_new ();

  *n_left_out = 0;
  for (guint i = 0; i < self->inputs->len; i++)
    {
      const MappeRow *input = row_of (self->inputs, i);

      if (!is_answered (input) || mappe_row_is_null (input, MAPPE_CITIZEN_INPUT_ANSWER))
        continue;
      if (may_be_told (input, this_year))
        g_ptr_array_add (told, g_ptr_array_index (self->inputs, i));
      else
        ++*n_left_out;
    }
  g_ptr_array_sort_with_data (told, compare_categories, (gpointer) self);
  return told;
}

/** mappe_contributions_category: Returns: (transfer none) (nullable): what the contribution is about, in words */
const char *
mappe_contributions_category (const MappeContributions *self, const MappeRow *input)
{
  const char *code = mappe_row_get_text (input, MAPPE_CITIZEN_INPUT_CATEGORY);
  const char *label = code != NULL ? g_hash_table_lookup (self->categories, code) : NULL;

  return label != NULL ? label : code;
}

/**
 * mappe_contribution_answer:
 * @day: the day of the answer, "YYYY-MM-DD"; kept only with an answer, and not when it has a day already
 * @label: of the undo step
 *
 * Returns: (transfer full): the edit
 */
MappeEdit *
mappe_contribution_answer (const MappeRow *input, const MappeContributionAnswer *answer, const char *day,
                           const char *label)
{
  MappeEdit *edit = mappe_edit_new (label);
  MappeRow *mine = mappe_row_copy (input);
  g_autofree char *measure = answer->measure > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, answer->measure) : NULL;

  mappe_row_set_canonical (mine, MAPPE_CITIZEN_INPUT_CATEGORY, answer->category, NULL);
  mappe_row_set_canonical (mine, MAPPE_CITIZEN_INPUT_ANSWER, answer->answer, NULL);
  mappe_row_set_canonical (mine, MAPPE_CITIZEN_INPUT_MEASURE, measure, NULL);
  mappe_value_set_text (&mine->values[MAPPE_CITIZEN_INPUT_STATUS], answer->status);
  if (!is_answered (mine))
    mappe_row_set_canonical (mine, MAPPE_CITIZEN_INPUT_ANSWERED_ON, NULL, NULL);
  else if (mappe_row_is_null (mine, MAPPE_CITIZEN_INPUT_ANSWERED_ON))
    mappe_row_set_canonical (mine, MAPPE_CITIZEN_INPUT_ANSWERED_ON, day, NULL);
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) input), mine);
  return edit;
}
