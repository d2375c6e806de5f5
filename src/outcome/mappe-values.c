/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-values-private.h"

/**
 * MappeValues:
 * @by_period: stored form of the period to its row, however it was typed
 * @rows: (element-type MappeRow): by first day; those without one come first
 * @placed: (element-type Placed): the same with their days
 */
struct _MappeValues {
  MappeRow   *indicator;
  GHashTable *by_period;
  GPtrArray  *rows;
  GArray     *placed;
};

G_DEFINE_QUARK (mappe-values-error-quark, mappe_values_error)

/* A row with its days, which are worked out once: a series may be long. */
typedef struct {
  char     *first, *last;
  MappeRow *row;
} Placed;

static int
by_time (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Placed *) a)->first, ((const Placed *) b)->first);
}

static void
placed_clear (gpointer data)
{
  g_free (((Placed *) data)->first);
  g_free (((Placed *) data)->last);
}

/**
 * mappe_values_new:
 * @indicator: the indicator
 * @rows: (element-type MappeRow): its values
 *
 * Returns: (transfer full): they stay as they are; an edit that was applied needs a new one
 */
MappeValues *
mappe_values_new (const MappeRow *indicator, GPtrArray *rows)
{
  MappeValues *self = g_new0 (MappeValues, 1);

  self->indicator = mappe_row_ref ((MappeRow *) indicator);
  self->by_period = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_ptr_array_new_full (rows->len, (GDestroyNotify) mappe_row_unref);
  self->placed = g_array_sized_new (FALSE, FALSE, sizeof (Placed), rows->len);
  g_array_set_clear_func (self->placed, placed_clear);
  for (guint i = 0; i < rows->len; i++)
    {
      MappeRow *row = g_ptr_array_index (rows, i);
      char *name = mappe_period_to_text (mappe_indicator_value_period (row));
      Placed placed = { NULL, NULL, row };

      mappe_indicator_value_days (row, &placed.first, &placed.last);
      g_array_append_val (self->placed, placed);
      if (name == NULL)
        name = g_strdup (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD));
      g_hash_table_insert (self->by_period, name, row);
    }
  g_array_sort (self->placed, by_time);
  for (guint i = 0; i < self->placed->len; i++)
    g_ptr_array_add (self->rows, mappe_row_ref (g_array_index (self->placed, Placed, i).row));
  return self;
}

void
mappe_values_free (MappeValues *self)
{
  g_hash_table_unref (self->by_period);
  g_array_unref (self->placed);
  g_ptr_array_unref (self->rows);
  mappe_row_unref (self->indicator);
  g_free (self);
}

/** mappe_values_indicator: Returns: (transfer none): whose values they are */
const MappeRow *
mappe_values_indicator (const MappeValues *self)
{
  return self->indicator;
}

/** mappe_values_rows: Returns: (transfer none) (element-type MappeRow): by first day */
GPtrArray *
mappe_values_rows (const MappeValues *self)
{
  return self->rows;
}

/** mappe_values_find: Returns: (transfer none) (nullable): the value of a period */
const MappeRow *
mappe_values_find (const MappeValues *self, MappePeriod period)
{
  g_autofree char *name = mappe_period_to_text (period);

  return name != NULL ? g_hash_table_lookup (self->by_period, name) : NULL;
}

/** mappe_values_find_id: Returns: (transfer none) (nullable): the value with that id */
const MappeRow *
mappe_values_find_id (const MappeValues *self, gint64 id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((const MappeRow *) g_ptr_array_index (self->rows, i))->id == id)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

/** mappe_values_rhythm: Returns: how often there shall be a value; %MAPPE_PERIOD_NONE when it is once or not said */
MappePeriodKind
mappe_values_rhythm (const MappeValues *self)
{
  static const struct { const char *code; MappePeriodKind kind; } frequencies[] = {
    { "monthly", MAPPE_PERIOD_MONTH },
    { "quarterly", MAPPE_PERIOD_QUARTER },
    { "half_yearly", MAPPE_PERIOD_HALF },
    { "yearly", MAPPE_PERIOD_YEAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (frequencies); i++)
    if (g_strcmp0 (mappe_row_get_text (self->indicator, MAPPE_INDICATOR_FREQUENCY), frequencies[i].code) == 0)
      return frequencies[i].kind;
  return MAPPE_PERIOD_NONE;
}

/**
 * mappe_values_length:
 *
 * Returns: the length of the periods: what all values have; without values what the frequency says;
 *   %MAPPE_PERIOD_NONE when they have no common one
 */
MappePeriodKind
mappe_values_length (const MappeValues *self)
{
  MappePeriodKind kind = MAPPE_PERIOD_NONE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      MappePeriod period = mappe_indicator_value_period (g_ptr_array_index (self->rows, i));

      if (period.kind == MAPPE_PERIOD_NONE || (i > 0 && period.kind != kind))
        return MAPPE_PERIOD_NONE;
      kind = period.kind;
    }
  return self->rows->len > 0 ? kind : mappe_values_rhythm (self);
}

/**
 * mappe_values_usual:
 *
 * Returns: the length of the periods that values are expected for: what the frequency says if there is such a value or
 *   none at all, otherwise the length that most values have; %MAPPE_PERIOD_NONE when no value has a known one
 */
MappePeriodKind
mappe_values_usual (const MappeValues *self)
{
  guint counts[MAPPE_PERIOD_YEAR + 1] = { 0 };
  MappePeriodKind rhythm = mappe_values_rhythm (self), most = MAPPE_PERIOD_NONE;

  for (guint i = 0; i < self->rows->len; i++)
    counts[mappe_indicator_value_period (g_ptr_array_index (self->rows, i)).kind]++;
  if (rhythm != MAPPE_PERIOD_NONE && (counts[rhythm] > 0 || counts[MAPPE_PERIOD_NONE] == self->rows->len))
    return rhythm;
  for (guint kind = MAPPE_PERIOD_MONTH; kind <= MAPPE_PERIOD_YEAR; kind++)
    if (counts[kind] > 0 && (most == MAPPE_PERIOD_NONE || counts[kind] > counts[most]))
      most = (MappePeriodKind) kind;
  return most;
}

/** mappe_values_first: Returns: the first period with a value; of kind %MAPPE_PERIOD_NONE without one */
MappePeriod
mappe_values_first (const MappeValues *self)
{
  MappePeriod first = { MAPPE_PERIOD_NONE, 0, 0 };

  for (guint i = 0; i < self->rows->len && first.kind == MAPPE_PERIOD_NONE; i++)
    first = mappe_indicator_value_period (g_ptr_array_index (self->rows, i));
  return first;
}

/* --- one value beside the others --- */

/* The last value that begins before @day is over: no value of a series covers another, so it is the only one to ask. */
static const Placed *
last_beginning_until (const MappeValues *self, const char *day)
{
  guint from = 0, to = self->rows->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_strcmp0 (g_array_index (self->placed, Placed, middle).first, day) <= 0)
        from = middle + 1;
      else
        to = middle;
    }
  return from > 0 ? &g_array_index (self->placed, Placed, from - 1) : NULL;
}

static const MappeRow *
overlapped (const MappeValues *self, const MappeRow *given)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  const Placed *other;

  mappe_indicator_value_days (given, &first, &last);
  other = last != NULL ? last_beginning_until (self, last) : NULL;
  return other != NULL && other->last != NULL && first != NULL && g_strcmp0 (other->last, first) >= 0 ? other->row
                                                                                                      : NULL;
}

static gboolean
is_gap (const char *status)
{
  return g_strcmp0 (status, "missing") == 0 || g_strcmp0 (status, "suppressed") == 0;
}

/* A figure that was final and is another one now was revised; a value that is there is not missing. */
static const char *
status_after (const MappeRow *before, const MappeRow *merged)
{
  const char *status = mappe_row_get_text (merged, MAPPE_INDICATOR_VALUE_STATUS);
  gboolean empty = mappe_row_is_null (merged, MAPPE_INDICATOR_VALUE_VALUE);

  if (empty)
    return is_gap (status) ? status : "missing";
  if (status == NULL || is_gap (status))
    return "provisional";
  if (before != NULL && g_str_equal (status, "final") && !mappe_row_is_null (before, MAPPE_INDICATOR_VALUE_VALUE)
      && !mappe_value_equal (&before->values[MAPPE_INDICATOR_VALUE_VALUE],
                             &merged->values[MAPPE_INDICATOR_VALUE_VALUE]))
    return "revised";
  return status;
}

static void
settle_status (const MappeRow *before, MappeRow *merged)
{
  g_autofree char *status = g_strdup (status_after (before, merged));

  mappe_value_set_text (&merged->values[MAPPE_INDICATOR_VALUE_STATUS], status);
}

static MappeRow *
new_value (const MappeValues *self)
{
  MappeRow *row = mappe_row_new (&mappe_indicator_value_kind);

  mappe_value_set_int (&row->values[MAPPE_INDICATOR_VALUE_INDICATOR], self->indicator->id);
  return row;
}

/* @given speaks of the fields it has; one that says it is a gap takes the value away. */
static MappeRow *
merge (const MappeValues *self, const MappeRow *before, const MappeRow *given)
{
  static const guint fields[] = { MAPPE_INDICATOR_VALUE_VALUE, MAPPE_INDICATOR_VALUE_BASE,
                                  MAPPE_INDICATOR_VALUE_STATUS, MAPPE_INDICATOR_VALUE_NOTE };
  static const guint days[] = { MAPPE_INDICATOR_VALUE_PERIOD, MAPPE_INDICATOR_VALUE_PERIOD_START,
                                MAPPE_INDICATOR_VALUE_PERIOD_END };
  MappeRow *merged = before != NULL ? mappe_row_copy (before) : new_value (self);

  for (guint i = 0; before == NULL && i < G_N_ELEMENTS (days); i++)
    mappe_value_copy (&merged->values[days[i]], &given->values[days[i]]);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!mappe_row_is_null (given, fields[i]))
      mappe_value_copy (&merged->values[fields[i]], &given->values[fields[i]]);
  if (is_gap (mappe_row_get_text (given, MAPPE_INDICATOR_VALUE_STATUS)))
    mappe_value_clear (&merged->values[MAPPE_INDICATOR_VALUE_VALUE]);
  if (mappe_row_is_null (given, MAPPE_INDICATOR_VALUE_STATUS))
    settle_status (before, merged);
  else if (mappe_row_is_null (merged, MAPPE_INDICATOR_VALUE_VALUE))
    settle_status (NULL, merged);
  return merged;
}

/**
 * mappe_values_judge:
 * @given: a value without its indicator; fields that are empty are not spoken of
 * @merged: (out) (optional) (transfer full) (nullable): the value as it is then; %NULL for one that overlaps
 * @other: (out) (optional) (transfer none) (nullable): what is there already, or what it overlaps
 */
MappeValueChange
mappe_values_judge (const MappeValues *self, const MappeRow *given, MappeRow **merged, const MappeRow **other)
{
  const MappeRow *before = mappe_values_find (self, mappe_indicator_value_period (given));
  const MappeRow *covered = before == NULL ? overlapped (self, given) : NULL;
  g_autoptr (MappeRow) after = covered == NULL ? merge (self, before, given) : NULL;
  gboolean same = before != NULL && after != NULL && mappe_row_equal (before, after);

  if (other != NULL)
    *other = before != NULL ? before : covered;
  if (merged != NULL)
    *merged = g_steal_pointer (&after);
  if (covered != NULL)
    return MAPPE_VALUE_OVERLAPS;
  return before == NULL ? MAPPE_VALUE_ADDED : same ? MAPPE_VALUE_SAME : MAPPE_VALUE_CHANGED;
}

/* --- acts --- */

static MappeEdit *
refuse_overlap (const MappeRow *given, const MappeRow *other, GError **error)
{
  g_set_error (error, MAPPE_VALUES_ERROR, MAPPE_VALUES_ERROR_OVERLAP,
               /* Translators: two periods, e.g. "2026Q1" and "2026-02" */
               _("%s: the value of %s covers a part of this time"),
               mappe_row_get_text (given, MAPPE_INDICATOR_VALUE_PERIOD),
               mappe_row_get_text (other, MAPPE_INDICATOR_VALUE_PERIOD));
  return NULL;
}

static MappeEdit *
finish (MappeEdit *edit, GError **error)
{
  if (mappe_edit_size (edit) > 0)
    return edit;
  mappe_edit_free (edit);
  g_set_error_literal (error, MAPPE_VALUES_ERROR, MAPPE_VALUES_ERROR_NOTHING, _("There is nothing to change"));
  return NULL;
}

/**
 * mappe_values_enter:
 * @given: (element-type MappeRow): as for mappe_values_judge(), each of another period
 * @label: what is done, translated
 *
 * Returns: (transfer full) (nullable): the edit: all of them or none
 */
MappeEdit *
mappe_values_enter (const MappeValues *self, GPtrArray *given, const char *label, GError **error)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new (label);

  for (guint i = 0; i < given->len; i++)
    {
      MappeRow *merged = NULL;
      const MappeRow *other = NULL;

      switch (mappe_values_judge (self, g_ptr_array_index (given, i), &merged, &other))
        {
        case MAPPE_VALUE_ADDED:
          mappe_edit_insert (edit, merged);
          break;
        case MAPPE_VALUE_CHANGED:
          mappe_edit_update (edit, mappe_row_ref ((MappeRow *) other), merged);
          break;
        case MAPPE_VALUE_OVERLAPS:
          return refuse_overlap (g_ptr_array_index (given, i), other, error);
        case MAPPE_VALUE_SAME:
        default:
          mappe_row_unref (merged);
        }
    }
  return finish (g_steal_pointer (&edit), error);
}

static gboolean
has_value (const MappeValues *self, MappePeriod period)
{
  const MappeRow *row = mappe_values_find (self, period);

  return row != NULL && !mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_VALUE);
}

/**
 * mappe_values_set:
 * @period: of a known length
 * @field: value, base, status or note
 * @canonical: (nullable): what the cell holds then; %NULL clears it
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_values_set (const MappeValues *self, MappePeriod period, guint field, const char *canonical, GError **error)
{
  g_autoptr (MappeRow) given = mappe_row_new (&mappe_indicator_value_kind);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autofree char *name = mappe_period_to_text (period);
  g_autofree char *label = NULL;

  if (canonical == NULL)
    {
      const MappeRow *before = mappe_values_find (self, period);

      if (before != NULL)
        g_ptr_array_add (one, (gpointer) before);
      return mappe_values_clear (self, one, &field, 1, error);
    }
  if (field == MAPPE_INDICATOR_VALUE_STATUS && !is_gap (canonical) && !has_value (self, period))
    {
      g_set_error_literal (error, MAPPE_VALUES_ERROR, MAPPE_VALUES_ERROR_NOTHING, _("There is no value yet"));
      return NULL;
    }
  mappe_value_take_text (&given->values[MAPPE_INDICATOR_VALUE_PERIOD], g_strdup (name));
  mappe_value_take_text (&given->values[MAPPE_INDICATOR_VALUE_PERIOD_START], mappe_period_first_day (period));
  mappe_value_take_text (&given->values[MAPPE_INDICATOR_VALUE_PERIOD_END], mappe_period_last_day (period));
  if (!mappe_row_set_canonical (given, field, canonical, error))
    return NULL;
  g_ptr_array_add (one, given);
  /* Translators: a period, e.g. "2026Q3" */
  label = g_strdup_printf (_("Value of %s"), name);
  return mappe_values_enter (self, one, label, error);
}

static gboolean
says_nothing (const MappeRow *row)
{
  return mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_VALUE) && mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_BASE)
         && mappe_row_is_null (row, MAPPE_INDICATOR_VALUE_NOTE)
         && g_strcmp0 (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_STATUS), "suppressed") != 0;
}

static void
clear_one (MappeEdit *edit, const MappeRow *before, const guint *fields, guint n_fields)
{
  g_autoptr (MappeRow) after = mappe_row_copy (before);

  for (guint i = 0; i < n_fields; i++)
    mappe_value_clear (&after->values[fields[i]]);
  settle_status (before, after);
  if (says_nothing (after))
    mappe_edit_delete (edit, before->kind, before->id, before->version);
  else if (!mappe_row_equal (before, after))
    mappe_edit_update (edit, mappe_row_ref ((MappeRow *) before), g_steal_pointer (&after));
}

/* Returns: (nullable): another value that has a part of the time of @row */
static const MappeRow *
other_at_time (const MappeValues *self, const MappeRow *row)
{
  g_autofree char *first = NULL, *last = NULL;

  mappe_indicator_value_days (row, &first, &last);
  for (guint i = 0; first != NULL && last != NULL && i < self->placed->len; i++)
    {
      const Placed *other = &g_array_index (self->placed, Placed, i);

      if (other->row->id != row->id && other->first != NULL && other->last != NULL && strcmp (other->first, last) <= 0
          && strcmp (other->last, first) >= 0)
        return other->row;
    }
  return NULL;
}

static MappeEdit *
move_value (const MappeValues *self, const MappeRow *before, const char *typed, GError **error)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new (_("Change the time of a value"));
  g_autoptr (MappeRow) after = mappe_row_copy (before);
  const MappeRow *other;

  mappe_values_read_time (after, typed);
  other = other_at_time (self, after);
  if (other != NULL)
    return refuse_overlap (after, other, error);
  if (!mappe_row_equal (before, after))
    mappe_edit_update (edit, mappe_row_ref ((MappeRow *) before), g_steal_pointer (&after));
  return finish (g_steal_pointer (&edit), error);
}

/**
 * mappe_values_set_of:
 * @id: a value
 * @field: period, value, base, status or note
 * @canonical: (nullable): what the cell holds then; %NULL clears it. For the period what was typed:
 *   see mappe_values_time_text()
 *
 * For values whose period says nothing of its length.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_values_set_of (const MappeValues *self, gint64 id, guint field, const char *canonical, GError **error)
{
  const MappeRow *before = mappe_values_find_id (self, id);
  g_autoptr (MappeRow) given = mappe_row_new (&mappe_indicator_value_kind);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (MappeEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (before == NULL)
    {
      g_set_error_literal (error, MAPPE_VALUES_ERROR, MAPPE_VALUES_ERROR_GONE, _("This value is not there any more"));
      return NULL;
    }
  g_ptr_array_add (one, (gpointer) before);
  if (canonical == NULL)
    return mappe_values_clear (self, one, &field, 1, error);
  if (field == MAPPE_INDICATOR_VALUE_PERIOD)
    return move_value (self, before, canonical, error);
  if (!mappe_row_set_canonical (given, field, canonical, error))
    return NULL;
  label = g_strdup_printf (_("Value of %s"), mappe_row_get_text (before, MAPPE_INDICATOR_VALUE_PERIOD));
  edit = mappe_edit_new (label);
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) before), merge (self, before, given));
  return g_steal_pointer (&edit);
}

/**
 * mappe_values_clear:
 * @rows: (element-type MappeRow): some of the values
 * @fields: (array length=n_fields): columns of the grid
 *
 * A value that has nothing left is deleted: the period is a gap again. One that still has a note or what it is out of
 * is marked as missing.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_values_clear (const MappeValues *self, GPtrArray *rows, const guint *fields, guint n_fields, GError **error)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new (_("Clear values"));

  for (guint i = 0; i < rows->len; i++)
    clear_one (edit, g_ptr_array_index (rows, i), fields, n_fields);
  return finish (g_steal_pointer (&edit), error);
}
