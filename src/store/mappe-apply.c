/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-apply-private.h"

#include <string.h>

#include "mappe-text.h"

/* Most characters of a value that an error message repeats. */
#define QUOTE_MOST 60

/* Notes what is at fault; always FALSE. */
gboolean
mappe_apply_refuse (MappeApply *apply, MappeStoreError code, const MappeRow *row, int field, GError **error,
                    const char *format, ...)
{
  g_autofree char *name = mappe_text_ellipsize (mappe_row_get_text (row, MAPPE_FIELD_REFERENCE), QUOTE_MOST);
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  apply->outcome->fault_kind = row->kind;
  apply->outcome->fault_id = row->id;
  apply->outcome->fault_field = field;
  g_set_error (error, MAPPE_STORE_ERROR, code, "%s %s: %s%s%s", row->kind->name,
               *name != '\0' ? name : "(new)",
               field >= 0 ? row->kind->fields[field].name : "", field >= 0 ? ": " : "", text);
  return FALSE;
}

/* Ids given within the edit become ids of the file. An empty text is no text: the log knows only one of the two. */
static void
settle_values (MappeApply *apply, MappeRow *row)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      MappeValue *value = &row->values[i];

      if (value->type == MAPPE_VALUE_TEXT && *value->text == '\0')
        mappe_value_clear (value);
      else if (row->kind->fields[i].type == MAPPE_FIELD_REF && value->type == MAPPE_VALUE_INT && value->integer < 0
          && (guint64) -value->integer <= apply->outcome->ids->len)
        value->integer = g_array_index (apply->outcome->ids, gint64, -value->integer - 1);
    }
}

/* --- numbers given by the program --- */

static MappeCounter *
counter_of (MappeApply *apply, const MappeKind *kind, GError **error)
{
  MappeCounter *counter = &apply->counters[mappe_kind_index (kind)];
  MappeStmt *stmt;
  gboolean has_row;

  if (counter->known)
    return counter;
  stmt = mappe_conn_prepare (apply->conn, "SELECT last_number, last_id FROM counter WHERE kind_name = $1", error);
  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_text (stmt, 1, kind->name);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return NULL;
  *counter = (MappeCounter) { TRUE, has_row ? mappe_stmt_get_int (stmt, 0) : 0,
                              has_row ? mappe_stmt_get_int (stmt, 1) : 0 };
  mappe_stmt_reset (stmt);
  return counter;
}

static gint64
number_in_reference (const MappeKind *kind, const char *reference)
{
  const char *digits = reference + strlen (kind->prefix);
  char *end;
  gint64 number;

  if (!g_str_has_prefix (reference, kind->prefix) || !g_ascii_isdigit (*digits) || strlen (digits) > 12)
    return 0;
  number = g_ascii_strtoll (digits, &end, 10);
  return *end == '\0' ? number : 0;
}

static gboolean
give_reference (MappeApply *apply, MappeRow *row, GError **error)
{
  MappeCounter *counter = counter_of (apply, row->kind, error);
  const char *reference = mappe_row_get_text (row, MAPPE_FIELD_REFERENCE);

  if (counter == NULL)
    return FALSE;
  if (reference != NULL)
    {
      counter->last_number = MAX (counter->last_number, number_in_reference (row->kind, reference));
      return TRUE;
    }
  counter->last_number++;
  mappe_value_take_text (&row->values[MAPPE_FIELD_REFERENCE],
                         g_strdup_printf ("%s%0*" G_GINT64_FORMAT, row->kind->prefix, (int) row->kind->digits,
                                          counter->last_number));
  return TRUE;
}

/** mappe_apply_count_on: References made by the program go on behind @number, which was given elsewhere. */
gboolean
mappe_apply_count_on (MappeApply *apply, const MappeKind *kind, gint64 number, GError **error)
{
  MappeCounter *counter = counter_of (apply, kind, error);

  if (counter != NULL)
    counter->last_number = MAX (counter->last_number, number);
  return counter != NULL;
}

static gboolean
write_counter (MappeApply *apply, const MappeKind *kind, const MappeCounter *counter, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (apply->conn,
                                        "INSERT INTO counter (kind_name, last_number, last_id) VALUES ($1, $2, $3)"
                                        " ON CONFLICT (kind_name) DO UPDATE SET last_number = excluded.last_number,"
                                        " last_id = excluded.last_id", error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, kind->name);
  mappe_stmt_bind_int (stmt, 2, counter->last_number);
  mappe_stmt_bind_int (stmt, 3, counter->last_id);
  return mappe_stmt_run (stmt, error);
}

/** mappe_apply_write_counters: Notes which numbers and ids were given, at the end. */
gboolean
mappe_apply_write_counters (MappeApply *apply, GError **error)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (apply->counters[i].known && !write_counter (apply, kinds[i], &apply->counters[i], error))
      return FALSE;
  return TRUE;
}

/* --- checks against the rest of the file --- */

static gboolean
record_exists (MappeApply *apply, const MappeKind *kind, gint64 id, gboolean *exists, GError **error)
{
  gint64 *known = &apply->known_ids[mappe_kind_index (kind)];
  g_autofree char *sql = NULL;
  MappeStmt *stmt;

  *exists = TRUE;
  if (*known == id)
    return TRUE;
  sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = $1", kind->table);
  stmt = mappe_conn_prepare (apply->conn, sql, error);
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, id);
  if (!mappe_stmt_step (stmt, exists, error))
    return FALSE;
  mappe_stmt_reset (stmt);
  if (*exists)
    *known = id;
  return TRUE;
}

static gboolean
code_exists (MappeApply *apply, const char *list, const char *code, gboolean *exists, GError **error)
{
  const MappeKind *codes = mappe_kind_lookup ("code", NULL);
  g_autofree char *reference = g_strdup_printf ("%s/%s", list, code);
  gint64 id;

  *exists = TRUE;
  if (g_hash_table_contains (apply->known_codes, reference))
    return TRUE;
  id = mappe_rows_find (apply->conn, codes, reference, error);
  *exists = id > 0;
  if (*exists)
    g_hash_table_add (apply->known_codes, g_steal_pointer (&reference));
  return id >= 0;
}

/* Rows of an import mostly have the code of the row before. */
static gboolean
check_code (MappeApply *apply, const MappeRow *row, guint field, GError **error)
{
  const char *list = row->kind->fields[field].code_list, *code = mappe_row_get_text (row, field);
  gboolean exists;

  if (list == apply->last_list && g_strcmp0 (code, apply->last_code) == 0)
    return TRUE;
  if (!code_exists (apply, list, code, &exists, error))
    return FALSE;
  if (!exists)
    return mappe_apply_refuse (apply, MAPPE_STORE_ERROR_INVALID, row, field, error,
                               "“%s” is not a code of the list “%s”", code, list);
  apply->last_list = list;
  mappe_set_str (&apply->last_code, code);
  return TRUE;
}

static gboolean
check_reference (MappeApply *apply, const MappeRow *row, guint field, GError **error)
{
  const MappeKind *target = mappe_kind_lookup (row->kind->fields[field].target, NULL);
  gint64 id = mappe_row_get_int (row, field);
  gboolean exists;

  if (!record_exists (apply, target, id, &exists, error))
    return FALSE;
  if (!exists)
    return mappe_apply_refuse (apply, MAPPE_STORE_ERROR_REFERENCE, row, field, error,
                               "there is no %s %" G_GINT64_FORMAT, target->name, id);
  return TRUE;
}

static gboolean
check_row (MappeApply *apply, const MappeRow *row, const MappeRow *before, GError **error)
{
  g_autoptr (GError) cause = NULL;
  int fault_field = -1;

  if (!mappe_row_validate (row, &fault_field, &cause))
    return mappe_apply_refuse (apply, MAPPE_STORE_ERROR_INVALID, row, fault_field, error, "%s", cause->message);
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      const MappeFieldSpec *field = &row->kind->fields[i];

      if (mappe_row_is_null (row, i) || (before != NULL && mappe_value_equal (&row->values[i], &before->values[i])))
        continue;
      if (field->type == MAPPE_FIELD_CODE && !check_code (apply, row, i, error))
        return FALSE;
      if (field->type == MAPPE_FIELD_REF && !check_reference (apply, row, i, error))
        return FALSE;
    }
  return TRUE;
}

/* The unique index says that something is taken; this finds out what, for a message that helps. */
static gboolean
explain_constraint (MappeApply *apply, const MappeRow *row, GError *cause, GError **error)
{
  const char *reference = mappe_row_get_text (row, MAPPE_FIELD_REFERENCE);
  gint64 other = 0;

  if (!g_error_matches (cause, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_error_free (cause);
  if (reference != NULL)
    other = mappe_rows_find (apply->conn, row->kind, reference, NULL);
  if (other > 0 && other != row->id)
    return mappe_apply_refuse (apply, MAPPE_STORE_ERROR_DUPLICATE, row, MAPPE_FIELD_REFERENCE, error,
                               "the reference “%s” is taken", reference);
  return mappe_apply_refuse (apply, MAPPE_STORE_ERROR_DUPLICATE, row, -1, error,
                             "a value that must be unique is taken");
}

/* --- insert --- */

/**
 * mappe_apply_insert:
 * @row: gets its id, and a reference where it has none
 *
 * Checks, writes and logs a new record.
 */
gboolean
mappe_apply_insert (MappeApply *apply, MappeRow *row, GError **error)
{
  GError *cause = NULL;

  settle_values (apply, row);
  if (!give_reference (apply, row, error) || !check_row (apply, row, NULL, error))
    return FALSE;
  row->id = ++apply->counters[mappe_kind_index (row->kind)].last_id;
  row->version = mappe_log_set_id (apply->log);
  if (!mappe_rows_insert (apply->conn, row, &cause))
    return explain_constraint (apply, row, cause, error);
  apply->outcome->n_inserted++;
  mappe_guard_note (apply, row->kind, row->id, NULL);
  return mappe_log_insert (apply->log, row->kind, row->id, error);
}

static gboolean
apply_insert (MappeApply *apply, const MappeEditChange *change, GError **error)
{
  g_autoptr (MappeRow) row = mappe_row_copy (change->mine);

  if (!mappe_apply_insert (apply, row, error))
    return FALSE;
  g_array_append_val (apply->outcome->ids, row->id);
  return TRUE;
}

static gboolean
apply_source (MappeApply *apply, GError **error)
{
  while (TRUE)
    {
      GError *cause = NULL;
      g_autoptr (MappeRow) row = apply->edit->next (apply->edit->next_data, &cause);

      if (cause != NULL)
        {
          g_propagate_error (error, cause);
          return FALSE;
        }
      if (row == NULL)
        return TRUE;
      if (!mappe_apply_insert (apply, row, error))
        return FALSE;
    }
}

/* --- update --- */

static gboolean
note_conflict (MappeApply *apply, guint field, const MappeEditChange *change, const MappeRow *theirs)
{
  MappeConflict *conflict = g_new0 (MappeConflict, 1);

  conflict->field = field;
  conflict->base = mappe_row_get_canonical (change->base, field);
  conflict->mine = mappe_row_get_canonical (change->mine, field);
  conflict->theirs = mappe_row_get_canonical (theirs, field);
  g_ptr_array_add (apply->outcome->conflicts, conflict);
  return FALSE;
}

/* Three states: what the form was opened with, what it wants, what the file holds now. Only a field that both sides
 * changed, to different values, is a conflict. */
static gboolean
merge_fields (MappeApply *apply, const MappeEditChange *change, MappeRow *target)
{
  gboolean agreed = TRUE;

  for (guint i = 0; i < change->kind->n_fields; i++)
    {
      const MappeValue *base = &change->base->values[i];
      const MappeValue *mine = &change->mine->values[i];
      const MappeValue *theirs = &target->values[i];

      if (mappe_value_equal (base, mine) || mappe_value_equal (mine, theirs))
        continue;
      if (!mappe_value_equal (base, theirs))
        agreed = note_conflict (apply, i, change, target);
      else
        mappe_value_copy (&target->values[i], mine);
    }
  return agreed;
}

/* Checks, logs and writes a changed row. */
gboolean
mappe_apply_write_update (MappeApply *apply, const MappeRow *before, MappeRow *after, GError **error)
{
  GError *cause = NULL;

  if (!give_reference (apply, after, error))
    return FALSE;
  if (!check_row (apply, after, before, error) || !mappe_log_update (apply->log, before, after, error))
    return FALSE;
  if (!mappe_rows_update (apply->conn, after, mappe_log_set_id (apply->log), &cause))
    return explain_constraint (apply, after, cause, error);
  mappe_guard_note (apply, after->kind, after->id, before);
  return TRUE;
}

static gboolean
apply_update (MappeApply *apply, const MappeEditChange *change, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeRow) before = mappe_rows_load (apply->conn, change->kind, change->id, &cause);
  g_autoptr (MappeRow) after = NULL;

  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (before == NULL)
    return mappe_apply_refuse (apply, MAPPE_STORE_ERROR_GONE, change->mine, -1, error,
                               "the record was deleted meanwhile");
  settle_values (apply, change->mine);
  after = mappe_row_copy (before);
  if (!merge_fields (apply, change, after))
    return mappe_apply_refuse (apply, MAPPE_STORE_ERROR_CONFLICT, change->mine,
                               ((MappeConflict *) apply->outcome->conflicts->pdata[0])->field, error,
                               "changed by somebody else meanwhile");
  return mappe_row_equal (before, after) || mappe_apply_write_update (apply, before, after, error);
}

/* --- the edit as a whole --- */

static gboolean
write_blobs (MappeApply *apply, GError **error)
{
  GHashTableIter iter;
  gpointer hash, bytes;

  g_hash_table_iter_init (&iter, apply->edit->blobs);
  while (g_hash_table_iter_next (&iter, &hash, &bytes))
    {
      MappeStmt *stmt = mappe_conn_prepare (apply->conn,
                                            "INSERT INTO blob_content (hash, bytes) VALUES ($1, $2)"
                                            " ON CONFLICT (hash) DO NOTHING", error);

      if (stmt == NULL)
        return FALSE;
      mappe_stmt_bind_text (stmt, 1, hash);
      mappe_stmt_bind_blob (stmt, 2, bytes);
      if (!mappe_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply_changes (MappeApply *apply, GError **error)
{
  for (guint i = 0; i < apply->edit->changes->len; i++)
    {
      const MappeEditChange *change = &g_array_index (apply->edit->changes, MappeEditChange, i);
      gboolean done = change->op == MAPPE_CHANGE_INSERT ? apply_insert (apply, change, error)
                      : change->op == MAPPE_CHANGE_UPDATE ? apply_update (apply, change, error)
                                                          : mappe_apply_delete (apply, change, error);

      if (!done)
        return FALSE;
    }
  return apply->edit->next == NULL || apply_source (apply, error);
}

/** mappe_apply_begin: Makes room for what the application of an edit will know; ended by mappe_apply_end(). */
void
mappe_apply_begin (MappeApply *apply)
{
  guint n_kinds;

  mappe_kinds (&n_kinds);
  apply->known_codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  apply->doomed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  apply->known_ids = g_new0 (gint64, n_kinds);
  apply->counters = g_new0 (MappeCounter, n_kinds);
  apply->guard = mappe_guard_new ();
}

/** mappe_apply_end: Frees what mappe_apply_begin() made. */
void
mappe_apply_end (MappeApply *apply)
{
  g_hash_table_unref (apply->known_codes);
  g_free (apply->last_code);
  g_hash_table_unref (apply->doomed);
  mappe_guard_free (apply->guard);
  g_free (apply->known_ids);
  g_free (apply->counters);
}

/**
 * mappe_apply_edit:
 * @log: an open change set
 * @outcome: filled in, also when the edit is refused
 *
 * Carries the edit out inside the caller's transaction, which must be rolled back on failure.
 */
gboolean
mappe_apply_edit (MappeConn *conn, MappeLogWriter *log, MappeEdit *edit, MappeApplied *outcome, GError **error)
{
  MappeApply apply = { .conn = conn, .log = log, .edit = edit, .outcome = outcome };
  gboolean done;

  mappe_apply_begin (&apply);
  mappe_apply_mark_deletes (&apply);
  done = write_blobs (&apply, error) && apply_changes (&apply, error) && mappe_guard_judge (&apply, error)
         && mappe_apply_write_counters (&apply, error);
  mappe_apply_end (&apply);
  return done;
}
