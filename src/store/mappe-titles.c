/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

/* What records are called where others refer to them. */

static gboolean
has_title_of_its_own (const MappeRow *row)
{
  for (const int *field = row->kind->title_fields; field != NULL && *field >= 0; field++)
    if (*field != MAPPE_FIELD_REFERENCE && !mappe_row_is_null (row, *field))
      return TRUE;
  return FALSE;
}

/* A record that only joins others (an attendance, a membership) is called after the others. */
static char *
joined_title (MappeConn *conn, const MappeRow *row, GError **error)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      const MappeFieldSpec *field = &row->kind->fields[i];
      g_autoptr (MappeRow) target = NULL;
      g_autofree char *part = NULL;

      if (field->type != MAPPE_FIELD_REF || !(field->flags & MAPPE_FIELD_REQUIRED) || mappe_row_is_null (row, i))
        continue;
      target = mappe_rows_load (conn, mappe_kind_lookup (field->target, NULL), mappe_row_get_int (row, i), error);
      if (target == NULL)
        continue;
      part = mappe_row_get_title (target);
      g_string_append_printf (title, title->len > 0 ? " – %s" : "%s", part);
    }
  if (title->len == 0)
    return g_strdup (mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  return g_string_free (g_steal_pointer (&title), FALSE);
}

/* Returns: (transfer full) (nullable): the title, or %NULL when the record is gone */
static char *
title_of (MappeConn *conn, const MappeKind *kind, gint64 id, GError **error)
{
  g_autoptr (MappeRow) row = mappe_rows_load (conn, kind, id, error);

  return row != NULL ? mappe_rows_title (conn, row, error) : NULL;
}

/* A patrol is called after its day and its area: "2026-06-16, Schlossgarten". */
static char *
title_with_others (MappeConn *conn, const MappeRow *row, GError **error)
{
  g_autofree char **shown = g_new0 (char *, row->kind->n_fields);
  char *title;

  for (const int *field = row->kind->title_fields; *field >= 0; field++)
    if (row->kind->fields[*field].type == MAPPE_FIELD_REF && !mappe_row_is_null (row, *field))
      shown[*field] = title_of (conn, mappe_kind_lookup (row->kind->fields[*field].target, NULL),
                                mappe_row_get_int (row, *field), error);
  title = mappe_row_make_title (row, shown);
  for (guint i = 0; i < row->kind->n_fields; i++)
    g_free (shown[i]);
  return title;
}

/**
 * mappe_rows_title:
 *
 * Returns: (transfer full): what the record is called; its reference when it has no name
 */
char *
mappe_rows_title (MappeConn *conn, const MappeRow *row, GError **error)
{
  if (has_title_of_its_own (row))
    return title_with_others (conn, row, error);
  return joined_title (conn, row, error);
}

/** mappe_rows_reference_of: Returns: (transfer full) (nullable): the reference, or %NULL when the record is gone */
char *
mappe_rows_reference_of (MappeConn *conn, const MappeKind *kind, gint64 id, GError **error)
{
  g_autoptr (MappeRow) row = mappe_rows_load (conn, kind, id, error);

  return row != NULL ? g_strdup (mappe_row_get_text (row, MAPPE_FIELD_REFERENCE)) : NULL;
}

/**
 * mappe_listed_free:
 * @self: (transfer full): a row with its texts
 */
void
mappe_listed_free (MappeListed *self)
{
  for (guint i = 0; i < self->row->kind->n_fields; i++)
    g_free (self->shown[i]);
  g_free (self->shown);
  g_free (self->title);
  mappe_row_unref (self->row);
  g_free (self);
}

/**
 * mappe_listed_show:
 * @self: a row with its texts
 * @record: the object that stands for it
 *
 * Lets @record show the row. Answers of two readers may overtake each other: an older row than the one shown is
 * left aside.
 */
void
mappe_listed_show (const MappeListed *self, MappeRecord *record)
{
  const MappeRow *now = mappe_record_get_row (record);

  if (now != NULL && now->version > self->row->version)
    return;
  g_object_freeze_notify (G_OBJECT (record));
  mappe_record_set_row (record, self->row);
  for (guint i = 0; i < self->row->kind->n_fields; i++)
    if (self->row->kind->fields[i].type == MAPPE_FIELD_REF)
      mappe_record_set_shown (record, i, self->shown[i]);
  g_object_thaw_notify (G_OBJECT (record));
}

static char *
title_from_cache (MappeConn *conn, const MappeKind *target, gint64 id, GHashTable *cache, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%s/%" G_GINT64_FORMAT, target->name, id);
  const char *known = g_hash_table_lookup (cache, key);
  char *title;

  if (known != NULL)
    return g_strdup (known);
  title = title_of (conn, target, id, error);
  if (title != NULL)
    g_hash_table_insert (cache, g_steal_pointer (&key), g_strdup (title));
  return title;
}

static MappeListed *
listed_new (MappeConn *conn, MappeRow *row, GHashTable *cache)
{
  MappeListed *listed = g_new0 (MappeListed, 1);

  listed->row = mappe_row_ref (row);
  listed->shown = g_new0 (char *, row->kind->n_fields + 1);
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      const MappeFieldSpec *field = &row->kind->fields[i];

      if (field->type == MAPPE_FIELD_REF && !mappe_row_is_null (row, i))
        listed->shown[i] = title_from_cache (conn, mappe_kind_lookup (field->target, NULL),
                                             mappe_row_get_int (row, i), cache, NULL);
    }
  listed->title = mappe_rows_title (conn, row, NULL);
  return listed;
}

/**
 * mappe_rows_listed:
 * @rows: (element-type MappeRow): rows of any kinds
 *
 * Returns: (transfer full) (element-type MappeListed): the rows with the titles of what they refer to
 */
GPtrArray *
mappe_rows_listed (MappeConn *conn, GPtrArray *rows, GError **error)
{
  g_autoptr (GHashTable) cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *listed = g_ptr_array_new_full (rows->len, (GDestroyNotify) mappe_listed_free);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (listed, listed_new (conn, g_ptr_array_index (rows, i), cache));
  return listed;
}
