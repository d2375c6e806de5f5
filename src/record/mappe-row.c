/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-row.h"

#include "mappe-record-error.h"
#include "mappe-text.h"

/* Longest part of a title that comes from a text of paragraphs. */
#define TITLE_PART_MAX 120

static const MappeValue *
value_at (const MappeRow *row, guint field)
{
  static const MappeValue null = MAPPE_VALUE_INIT;
  g_return_val_if_fail (row != NULL && field < row->kind->n_fields, &null);
  return &row->values[field];
}

static gboolean
is_shared (MappeRow *row)
{
  return !g_atomic_ref_count_compare (&row->references, 1);
}

/**
 * mappe_row_new:
 * @kind: a kind
 *
 * Returns: (transfer full): a row whose fields are all empty, with id 0 and version 0
 */
MappeRow *
mappe_row_new (const MappeKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);
  MappeRow *row = g_malloc0 (sizeof (MappeRow) + kind->n_fields * sizeof (MappeValue));
  row->kind = kind;
  g_atomic_ref_count_init (&row->references);
  return row;
}

/**
 * mappe_row_new_preset:
 * @kind: a kind
 *
 * Returns: (transfer full): a row as a new record starts, with the presets of the field table
 */
MappeRow *
mappe_row_new_preset (const MappeKind *kind)
{
  MappeRow *row = mappe_row_new (kind);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (GError) error = NULL;
      if (!mappe_row_set_canonical (row, i, kind->fields[i].preset, &error))
        g_error ("Preset of %s: %s", kind->name, error->message);
    }
  return row;
}

/**
 * mappe_row_copy:
 * @row: a row
 *
 * Returns: (transfer full): a row of its own with the same id, version and values, free to be changed
 */
MappeRow *
mappe_row_copy (const MappeRow *row)
{
  MappeRow *copy = mappe_row_new (row->kind);
  copy->id = row->id;
  copy->version = row->version;
  for (guint i = 0; i < row->kind->n_fields; i++)
    mappe_value_copy (&copy->values[i], &row->values[i]);
  return copy;
}

/**
 * mappe_row_ref:
 * @row: a row
 *
 * Shares @row; from now on it must not be changed. May be called from any thread.
 *
 * Returns: (transfer full): @row
 */
MappeRow *
mappe_row_ref (MappeRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);
  g_atomic_ref_count_inc (&row->references);
  return row;
}

/**
 * mappe_row_unref:
 * @row: (transfer full): a row
 *
 * Gives up a reference; the last one frees the row. May be called from any thread.
 */
void
mappe_row_unref (MappeRow *row)
{
  g_return_if_fail (row != NULL);
  if (!g_atomic_ref_count_dec (&row->references))
    return;
  for (guint i = 0; i < row->kind->n_fields; i++)
    mappe_value_clear (&row->values[i]);
  g_free (row);
}

/**
 * mappe_row_equal:
 * @left: a row
 * @right: a row
 *
 * Compares what the rows say; the version, which counts the saves, does not matter.
 *
 * Returns: whether both are the same record with the same values
 */
gboolean
mappe_row_equal (const MappeRow *left, const MappeRow *right)
{
  if (left->kind != right->kind || left->id != right->id)
    return FALSE;
  for (guint i = 0; i < left->kind->n_fields; i++)
    if (!mappe_value_equal (&left->values[i], &right->values[i]))
      return FALSE;
  return TRUE;
}

/**
 * mappe_row_get_text:
 * @row: a row
 * @field: number of a field
 *
 * Returns: (nullable): the text as stored, owned by @row; %NULL when empty or not held as text
 */
const char *
mappe_row_get_text (const MappeRow *row, guint field)
{
  const MappeValue *value = value_at (row, field);
  return value->type == MAPPE_VALUE_TEXT ? value->text : NULL;
}

/**
 * mappe_row_get_int:
 * @row: a row
 * @field: number of a field
 *
 * Returns: the integer as stored (decimals are scaled by 10^digits); 0 when empty or not held as an integer
 */
gint64
mappe_row_get_int (const MappeRow *row, guint field)
{
  const MappeValue *value = value_at (row, field);
  return value->type == MAPPE_VALUE_INT ? value->integer : 0;
}

/**
 * mappe_row_get_real:
 * @row: a row
 * @field: number of a field
 *
 * Returns: the number in the unit of the field, decimals included; 0 when empty or not a number
 */
double
mappe_row_get_real (const MappeRow *row, guint field)
{
  const MappeValue *value = value_at (row, field);
  if (value->type == MAPPE_VALUE_REAL)
    return value->real;
  if (value->type != MAPPE_VALUE_INT)
    return 0;
  double power = 1;
  for (guint i = 0; i < row->kind->fields[field].digits; i++)
    power *= 10;
  return (double) value->integer / power;
}

/**
 * mappe_row_is_null:
 * @row: a row
 * @field: number of a field
 *
 * Returns: whether the field is empty
 */
gboolean
mappe_row_is_null (const MappeRow *row, guint field)
{
  return mappe_value_is_null (value_at (row, field));
}

/**
 * mappe_row_get_canonical:
 * @row: a row
 * @field: number of a field
 *
 * Returns: (transfer full) (nullable): see mappe_field_to_canonical(); %NULL when empty
 */
char *
mappe_row_get_canonical (const MappeRow *row, guint field)
{
  g_return_val_if_fail (field < row->kind->n_fields, NULL);
  return mappe_field_to_canonical (&row->kind->fields[field], &row->values[field]);
}

/**
 * mappe_row_set_canonical:
 * @row: a row that nobody else holds
 * @field: number of a field
 * @canonical: (nullable): the value in canonical form; %NULL and "" empty the field
 * @error: return location for %MAPPE_RECORD_ERROR_TYPE
 *
 * Returns: whether the text was a value of the field's type; if not, the field keeps its value
 */
gboolean
mappe_row_set_canonical (MappeRow *row, guint field, const char *canonical, GError **error)
{
  g_return_val_if_fail (field < row->kind->n_fields && !is_shared (row), FALSE);
  return mappe_field_parse_canonical (&row->kind->fields[field], canonical, &row->values[field], error);
}

/**
 * mappe_row_validate:
 * @row: a row
 * @field: (out) (optional): number of the field at fault, or -1
 * @error: return location for a #MappeRecordError
 *
 * Checks each field and then the rules between fields. The reference of a row that was never saved (id 0) may be
 * empty: the program gives it with the first save.
 *
 * Returns: whether @row may be saved as far as it alone can tell
 */
gboolean
mappe_row_validate (const MappeRow *row, int *field, GError **error)
{
  int at = -1;
  int *fault = field != NULL ? field : &at;
  *fault = -1;
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      if (i == MAPPE_FIELD_REFERENCE && row->id == 0 && mappe_row_is_null (row, i))
        continue;
      if (!mappe_field_validate (&row->kind->fields[i], &row->values[i], error))
        {
          *fault = (int) i;
          return FALSE;
        }
    }
  return row->kind->check == NULL || row->kind->check (row, fault, error);
}

static char *
title_part (const MappeRow *row, guint field, char *const *shown)
{
  const char *text = mappe_row_get_text (row, field);
  if (row->kind->fields[field].type == MAPPE_FIELD_REF)
    return shown != NULL ? g_strdup (shown[field]) : NULL;
  if (text == NULL)
    return mappe_row_get_canonical (row, field);
  if (row->kind->fields[field].type != MAPPE_FIELD_LONGTEXT)
    return g_strdup (text);
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');
  return mappe_text_ellipsize (line, TITLE_PART_MAX);
}

/**
 * mappe_row_get_title:
 * @row: a row
 *
 * The words of its own by which people know the record, "Ahornstein, Amalia". Where it has none, its reference.
 *
 * Returns: (transfer full): the title, perhaps ""
 */
char *
mappe_row_get_title (const MappeRow *row)
{
  return mappe_row_make_title (row, NULL);
}

/**
 * mappe_row_make_title:
 * @row: a row
 * @shown: (nullable): one text for each field of the row, what it refers to, or %NULL
 *
 * The title with the names of the records that are a part of it, "2026-06-16, Schlossgarten".
 *
 * Returns: (transfer full): the title, perhaps ""
 */
char *
mappe_row_make_title (const MappeRow *row, char *const *shown)
{
  g_autoptr (GString) title = g_string_new (NULL);
  for (const int *field = row->kind->title_fields; *field >= 0; field++)
    {
      g_autofree char *part = title_part (row, (guint) *field, shown);
      if (part == NULL || *part == '\0')
        continue;
      g_string_append (title, title->len > 0 ? ", " : "");
      g_string_append (title, part);
    }
  if (title->len == 0)
    g_string_append (title, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE) ?: "");
  return g_string_free (g_steal_pointer (&title), FALSE);
}

/**
 * mappe_row_get_search:
 * @row: a row
 *
 * Returns: (transfer full): the texts to be found by search, one line a field, not folded; "" if there are none
 */
char *
mappe_row_get_search (const MappeRow *row)
{
  g_autoptr (GString) search = g_string_new (NULL);
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      const char *text = mappe_row_get_text (row, i);
      if ((row->kind->fields[i].flags & MAPPE_FIELD_SEARCH) == 0 || text == NULL || *text == '\0')
        continue;
      g_string_append (search, search->len > 0 ? "\n" : "");
      g_string_append (search, text);
    }
  return g_string_free (g_steal_pointer (&search), FALSE);
}
