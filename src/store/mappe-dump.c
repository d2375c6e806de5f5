/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-backup.h"
#include "mappe-store-private.h"

#define FLUSH_BYTES (64 * 1024)

typedef struct {
  MappeConn     *conn;
  GOutputStream *out;
  GString       *text;
} Dump;

/* The target's reference behind the columns of the row itself, for each reference field. */
static char *
statement (const MappeKind *kind)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s", mappe_rows_columns (kind));
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == MAPPE_FIELD_REF)
      g_string_append_printf (sql, ", (SELECT x.reference FROM %s AS x WHERE x.id = r.%s)",
                              mappe_kind_lookup (kind->fields[i].target, NULL)->table, kind->fields[i].name);
  /* As the index stands, so that nothing needs to be sorted; the keys follow from the references. */
  g_string_append_printf (sql, " FROM %s AS r ORDER BY reference_key, reference", kind->table);
  return g_string_free (sql, FALSE);
}

static void
append_escaped (GString *text, const char *value)
{
  for (; *value != '\0'; value++)
    switch (*value)
      {
      case '\\':
        g_string_append (text, "\\\\");
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\r':
        g_string_append (text, "\\r");
        break;
      default:
        g_string_append_c (text, *value);
      }
}

static void
append_field (Dump *dump, const MappeRow *row, guint field, const char *value)
{
  g_string_append_printf (dump->text, "%s/", row->kind->name);
  append_escaped (dump->text, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE) ?: "");
  g_string_append_printf (dump->text, ".%s: ", row->kind->fields[field].name);
  append_escaped (dump->text, value);
  g_string_append_c (dump->text, '\n');
}

static void
append_row (Dump *dump, const MappeRow *row, MappeStmt *stmt)
{
  guint column = row->kind->n_fields + 2;

  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      gboolean is_ref = row->kind->fields[i].type == MAPPE_FIELD_REF;
      g_autofree char *value = is_ref ? g_strdup (mappe_stmt_get_text (stmt, column))
                                      : mappe_row_get_canonical (row, i);

      column += is_ref ? 1 : 0;
      if (!mappe_row_is_null (row, i))
        append_field (dump, row, i, value != NULL ? value : "");
    }
}

static gboolean
flush (Dump *dump, GError **error)
{
  gboolean written = g_output_stream_write_all (dump->out, dump->text->str, dump->text->len, NULL, NULL, error);

  g_string_truncate (dump->text, 0);
  return written;
}

static gboolean
dump_kind (Dump *dump, const MappeKind *kind, GError **error)
{
  g_autofree char *sql = statement (kind);
  MappeStmt *stmt = mappe_conn_prepare (dump->conn, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  while (TRUE)
    {
      g_autoptr (MappeRow) row = NULL;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      row = mappe_row_new (kind);
      mappe_rows_read (stmt, row);
      append_row (dump, row, stmt);
      if (dump->text->len >= FLUSH_BYTES && !flush (dump, error))
        {
          mappe_stmt_reset (stmt);
          return FALSE;
        }
    }
}

static int
compare_kinds (gconstpointer left, gconstpointer right)
{
  return strcmp ((*(const MappeKind *const *) left)->name, (*(const MappeKind *const *) right)->name);
}

static gboolean
dump_all (Dump *dump, GError **error)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < n_kinds; i++)
    g_ptr_array_add (sorted, (gpointer) kinds[i]);
  g_ptr_array_sort (sorted, compare_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (!dump_kind (dump, g_ptr_array_index (sorted, i), error))
      return FALSE;
  return flush (dump, error);
}

static gpointer
dump_on_lane (MappeStore *store, MappeConn *conn, gpointer out, GCancellable *cancellable, GError **error)
{
  Dump dump = { conn, out, NULL };
  gboolean success;

  if (!mappe_conn_begin (conn, MAPPE_TXN_READ, error))
    return NULL;
  dump.text = g_string_sized_new (FLUSH_BYTES + 4096);
  success = dump_all (&dump, error);
  mappe_conn_rollback (conn);
  g_string_free (dump.text, TRUE);
  return GINT_TO_POINTER (success);
}

/**
 * mappe_store_dump:
 * @out: where to write to; stays open
 *
 * Writes all records as UTF-8 text that is equal for equal content: a line "kind/reference.field: value" for each
 * value there is, kinds by name, records by reference, fields in the order of their table. References are written as
 * the reference of their target, files as their hash. In values and references "\\" stands for a backslash, "\n" for
 * a line break, "\r" for a carriage return.
 */
gboolean
mappe_store_dump (MappeStore *self, GOutputStream *out, GError **error)
{
  g_return_val_if_fail (MAPPE_IS_STORE (self) && G_IS_OUTPUT_STREAM (out), FALSE);

  return GPOINTER_TO_INT (mappe_store_run_sync (self, MAPPE_LANE_READ, dump_on_lane, out, error));
}
