/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-retention-private.h"

/* A delete takes along what is a part of the record, clears references that may be empty, and is refused while
 * something else still needs the record. All of it is found out before the first row goes. */

typedef struct {
  const MappeKind *kind;
  guint            field;
  gint64           id;
} Referrer;

typedef gboolean (*ReferrerFunc) (MappeApply *apply, const MappeRow *row, const Referrer *referrer, GArray *doomed,
                                  GError **error);

static char *
doomed_key (const MappeKind *kind, gint64 id)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind->name, id);
}

static gboolean
is_doomed (MappeApply *apply, const Referrer *referrer)
{
  g_autofree char *key = doomed_key (referrer->kind, referrer->id);

  return g_hash_table_contains (apply->doomed, key);
}

static gboolean
add_referrers (MappeApply *apply, const MappeKind *kind, guint field, gint64 id, GArray *referrers, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = $1 ORDER BY id", kind->table,
                                          kind->fields[field].name);
  MappeStmt *stmt = mappe_conn_prepare (apply->conn, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, id);
  while (TRUE)
    {
      Referrer referrer = { kind, field, 0 };

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      referrer.id = mappe_stmt_get_int (stmt, 0);
      g_array_append_val (referrers, referrer);
    }
}

static MappeDeleteRule
rule_of (const MappeFieldSpec *field)
{
  if (field->on_delete == MAPPE_DELETE_CLEAR && (field->flags & MAPPE_FIELD_REQUIRED))
    return MAPPE_DELETE_RESTRICT;
  return field->on_delete;
}

/* Calls @func for each record that refers to @row by a field of @rule and is not to be deleted itself. */
static gboolean
for_each_referrer (MappeApply *apply, const MappeRow *row, MappeDeleteRule rule, ReferrerFunc func, GArray *doomed,
                   GError **error)
{
  g_autoptr (GArray) referrers = g_array_new (FALSE, FALSE, sizeof (Referrer));
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      {
        const MappeFieldSpec *field = &kinds[k]->fields[i];

        if (field->type == MAPPE_FIELD_REF && rule_of (field) == rule && g_str_equal (field->target, row->kind->name)
            && !add_referrers (apply, kinds[k], i, row->id, referrers, error))
          return FALSE;
      }
  for (guint i = 0; i < referrers->len; i++)
    {
      const Referrer *referrer = &g_array_index (referrers, Referrer, i);

      if (!is_doomed (apply, referrer) && !func (apply, row, referrer, doomed, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_doomed (MappeApply *apply, const MappeKind *kind, gint64 id, GArray *doomed, GError **error)
{
  g_autoptr (GError) cause = NULL;
  MappeRow *row = mappe_rows_load (apply->conn, kind, id, &cause);

  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (row == NULL)
    return TRUE;
  g_hash_table_add (apply->doomed, doomed_key (kind, id));
  if (apply->known_ids[mappe_kind_index (kind)] == id)
    apply->known_ids[mappe_kind_index (kind)] = 0;
  g_array_append_val (doomed, row);
  return TRUE;
}

static gboolean
take_along (MappeApply *apply, const MappeRow *row, const Referrer *referrer, GArray *doomed, GError **error)
{
  return mappe_guard_keep (apply, row, referrer->kind, error)
         && add_doomed (apply, referrer->kind, referrer->id, doomed, error);
}

static gboolean
refuse_for (MappeApply *apply, const MappeRow *row, const Referrer *referrer, GArray *doomed, GError **error)
{
  g_autofree char *reference = mappe_rows_reference_of (apply->conn, referrer->kind, referrer->id, NULL);

  return mappe_apply_refuse (apply, MAPPE_STORE_ERROR_REFERENCE, row, -1, error, "%s %s still refers to it by “%s”",
                             referrer->kind->name, reference, referrer->kind->fields[referrer->field].name);
}

static gboolean
clear_reference (MappeApply *apply, const MappeRow *row, const Referrer *referrer, GArray *doomed, GError **error)
{
  g_autoptr (MappeRow) before = mappe_rows_load (apply->conn, referrer->kind, referrer->id, error);
  g_autoptr (MappeRow) after = NULL;

  if (before == NULL)
    return error == NULL || *error == NULL;
  after = mappe_row_copy (before);
  mappe_value_clear (&after->values[referrer->field]);
  return mappe_apply_write_update (apply, before, after, error);
}

/* The records grow while they are walked: each brings its own parts. */
static gboolean
for_each_doomed (MappeApply *apply, GArray *doomed, MappeDeleteRule rule, ReferrerFunc func, GError **error)
{
  for (guint i = 0; i < doomed->len; i++)
    if (!for_each_referrer (apply, g_array_index (doomed, MappeRow *, i), rule, func, doomed, error))
      return FALSE;
  return TRUE;
}

static gboolean
delete_rows (MappeApply *apply, GArray *doomed, GError **error)
{
  for (guint i = doomed->len; i > 0; i--)
    {
      const MappeRow *row = g_array_index (doomed, MappeRow *, i - 1);

      if (!mappe_log_delete (apply->log, row, error) || !mappe_rows_delete (apply->conn, row->kind, row->id, error))
        return FALSE;
      mappe_guard_note (apply, row->kind, row->id, row);
    }
  return TRUE;
}

/* While all rows are still there: how long one is kept may follow from another. */
static gboolean
judge_doomed (MappeApply *apply, GArray *doomed, GError **error)
{
  for (guint i = 0; i < doomed->len; i++)
    if (!mappe_guard_retention (apply, g_array_index (doomed, MappeRow *, i), error))
      return FALSE;
  return TRUE;
}

static void
row_clear (MappeRow **row)
{
  g_clear_pointer (row, mappe_row_unref);
}

static gboolean
delete_with_parts (MappeApply *apply, const MappeKind *kind, gint64 id, GError **error)
{
  g_autoptr (GArray) doomed = g_array_new (FALSE, FALSE, sizeof (MappeRow *));

  g_array_set_clear_func (doomed, (GDestroyNotify) row_clear);
  return add_doomed (apply, kind, id, doomed, error)
         && for_each_doomed (apply, doomed, MAPPE_DELETE_CASCADE, take_along, error)
         && judge_doomed (apply, doomed, error)
         && for_each_doomed (apply, doomed, MAPPE_DELETE_RESTRICT, refuse_for, error)
         && for_each_doomed (apply, doomed, MAPPE_DELETE_CLEAR, clear_reference, error)
         && delete_rows (apply, doomed, error);
}

/* Carries out one delete of an edit. */
gboolean
mappe_apply_delete (MappeApply *apply, const MappeEditChange *change, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeRow) row = mappe_rows_load (apply->conn, change->kind, change->id, &cause);

  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  /* Gone already, by another delete of this edit or by somebody else: what was wanted is so. */
  if (row == NULL)
    return TRUE;
  if (change->version != 0 && row->version != change->version
      && row->version != mappe_log_set_id (apply->log))
    return mappe_apply_refuse (apply, MAPPE_STORE_ERROR_CONFLICT, row, -1, error,
                               "changed by somebody else meanwhile");
  return delete_with_parts (apply, change->kind, change->id, error);
}

/* Records that this edit deletes do not hold each other back, in whatever order they are listed. */
void
mappe_apply_mark_deletes (MappeApply *apply)
{
  for (guint i = 0; i < apply->edit->changes->len; i++)
    {
      const MappeEditChange *change = &g_array_index (apply->edit->changes, MappeEditChange, i);

      if (change->op == MAPPE_CHANGE_DELETE)
        g_hash_table_add (apply->doomed, doomed_key (change->kind, change->id));
    }
}
