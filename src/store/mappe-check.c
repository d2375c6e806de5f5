/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-backup.h"

#include "mappe-check-private.h"
#include "mappe-store-private.h"

/* A fault that every record has is told by its first cases. */
#define FINDINGS_PER_RULE 1000

static void
finding_free (MappeFinding *self)
{
  g_free (self->rule);
  g_free (self->reference);
  g_free (self->detail);
  g_free (self);
}

/**
 * mappe_check_add:
 * @kind: (nullable): kind at fault
 * @reference: (nullable): reference of the record
 * @field: number of the field, or -1
 * @format: what is wrong, in English
 */
void
mappe_check_add (MappeCheck *check, const char *rule, const MappeKind *kind, gint64 id, const char *reference,
                 int field, const char *format, ...)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (check->counts, rule)) + 1;
  MappeFinding *finding;
  va_list arguments;

  g_hash_table_insert (check->counts, (gpointer) rule, GUINT_TO_POINTER (count));
  if (count > FINDINGS_PER_RULE)
    return;
  finding = g_new0 (MappeFinding, 1);
  finding->rule = g_strdup (rule);
  finding->kind = kind;
  finding->id = id;
  finding->reference = g_strdup (reference);
  finding->field = field;
  va_start (arguments, format);
  finding->detail = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (check->findings, finding);
}

static void
add_left_out (gpointer rule, gpointer count, gpointer data)
{
  MappeCheck *check = data;
  guint left_out = GPOINTER_TO_UINT (count);

  if (left_out > FINDINGS_PER_RULE)
    {
      MappeFinding *finding = g_new0 (MappeFinding, 1);

      finding->rule = g_strdup (rule);
      finding->field = -1;
      finding->detail = g_strdup_printf ("%u more of these", left_out - FINDINGS_PER_RULE);
      g_ptr_array_add (check->findings, finding);
    }
}

static gboolean
check_engine (MappeCheck *check, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (!mappe_conn_check (check->conn, TRUE, faults, error))
    return FALSE;
  for (guint i = 0; i < faults->len; i++)
    mappe_check_add (check, "integrity", NULL, 0, NULL, -1, "%s", (const char *) g_ptr_array_index (faults, i));
  return TRUE;
}

static gboolean
load_codes (MappeCheck *check, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (check->conn, "SELECT list, code FROM code", error);
  gboolean has_row = stmt != NULL;

  while (has_row)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (has_row)
        g_hash_table_add (check->codes, g_strconcat (mappe_stmt_get_text (stmt, 0) ?: "", "/",
                                                     mappe_stmt_get_text (stmt, 1) ?: "", NULL));
    }
  return stmt != NULL;
}

/* Pages that cannot be read make all further answers worthless, so then nothing else is asked. */
static gboolean
check_all (MappeCheck *check, GError **error)
{
  if (!check_engine (check, error))
    return FALSE;
  if (check->findings->len > 0)
    return TRUE;
  check->last_set = mappe_log_last (check->conn, error);
  return check->last_set >= 0 && load_codes (check, error) && mappe_check_rows (check, error)
         && mappe_check_rules (check, error);
}

/* Where the engine stumbles over the damage that it was asked to look for, that is a finding too. */
static gboolean
take_damage (MappeCheck *check, GError *cause, GError **error)
{
  if (!g_error_matches (cause, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_CORRUPT))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  mappe_check_add (check, "integrity", NULL, 0, NULL, -1, "%s", cause->message);
  g_error_free (cause);
  return TRUE;
}

static gpointer
check_on_lane (MappeStore *store, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  MappeCheck check = { .conn = conn, .cancellable = cancellable };
  GError *cause = NULL;
  gboolean success;

  if (!mappe_conn_begin (conn, MAPPE_TXN_READ, error))
    return NULL;
  check.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  check.counts = g_hash_table_new (g_str_hash, g_str_equal);
  check.codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  success = check_all (&check, &cause) || take_damage (&check, cause, error);
  mappe_conn_rollback (conn);
  g_hash_table_foreach (check.counts, add_left_out, &check);
  g_hash_table_unref (check.counts);
  g_hash_table_unref (check.codes);
  if (!success)
    g_clear_pointer (&check.findings, g_ptr_array_unref);
  return check.findings;
}

/**
 * mappe_store_check:
 *
 * Looks at everything: the file, each record, and what records say of each other. Rules: "integrity", "required",
 * "type", "range", "length", "encoding", "rule", "code", "derived", "version", "reference", "duplicate", "votes",
 * "numbering", "presence", "membership", "blob", "log".
 *
 * Returns: (transfer full) (nullable) (element-type MappeFinding): what is wrong, empty when all is well
 */
GPtrArray *
mappe_store_check (MappeStore *self, GError **error)
{
  g_return_val_if_fail (MAPPE_IS_STORE (self), NULL);

  return mappe_store_run_sync (self, MAPPE_LANE_READ, check_on_lane, NULL, error);
}
