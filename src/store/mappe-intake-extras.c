/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-intake-private.h"

/* What a register holds beside its records: files, numbers, parts of other programs. */

/* --- files --- */

/** mappe_intake_has_file: Returns: whether it could be found out if there is content of that SHA-256 */
gboolean
mappe_intake_has_file (MappeIntake *self, const char *hash, gboolean *has, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (self->apply.conn, "SELECT 1 FROM blob_content WHERE hash = $1", error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, hash);
  if (!mappe_stmt_step (stmt, has, error))
    return FALSE;
  mappe_stmt_reset (stmt);
  return TRUE;
}

/** mappe_intake_put_file: Keeps @content under its SHA-256, which the caller has checked. */
gboolean
mappe_intake_put_file (MappeIntake *self, const char *hash, GBytes *content, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (self->apply.conn,
                                        "INSERT INTO blob_content (hash, bytes) VALUES ($1, $2)"
                                        " ON CONFLICT (hash) DO NOTHING", error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, hash);
  mappe_stmt_bind_blob (stmt, 2, content);
  return mappe_stmt_run (stmt, error);
}

/* --- numbers --- */

/** mappe_intake_count_on: The program gives no number up to @number, also where its record is gone. */
gboolean
mappe_intake_count_on (MappeIntake *self, const MappeKind *kind, gint64 number, GError **error)
{
  return mappe_apply_count_on (&self->apply, kind, number, error);
}

/** mappe_snapshot_last_number: Returns: the last number in references made by the program, 0 for none, -1 with an
 * error */
gint64
mappe_snapshot_last_number (MappeSnapshot *snapshot, const MappeKind *kind, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT last_number FROM counter WHERE kind_name = '%s'", kind->name);

  return mappe_log_number (mappe_snapshot_get_conn (snapshot), sql, error);
}

/* --- what other programs put in --- */

#define EXTRAS_MARK "register_extra"

static gboolean
make_extras (MappeIntake *self, GError **error)
{
  const MappeDialect *dialect = mappe_conn_get_dialect (self->apply.conn);
  g_autofree char *mark = mappe_schema_get_meta (self->apply.conn, EXTRAS_MARK, error);
  g_autofree char *sql =
      g_strdup_printf ("CREATE TABLE register_extra (position %s NOT NULL PRIMARY KEY, name %s NOT NULL,"
                       " content %s NOT NULL)", dialect->int_type, dialect->text_type, dialect->text_type);

  if (mark == NULL
      && !(mappe_conn_script (self->apply.conn, sql, error)
           && mappe_schema_set_meta (self->apply.conn, EXTRAS_MARK, "1", error)))
    return FALSE;
  self->has_extras = TRUE;
  return mappe_conn_script (self->apply.conn, "DELETE FROM register_extra", error);
}

/**
 * mappe_intake_put_extra:
 * @position: 0 for the first one; those that were kept before are forgotten then
 * @name: what tells it apart, a namespace
 * @content: as it stands in the register
 *
 * Keeps what another program put into the register; it is no part of a step of undo.
 */
gboolean
mappe_intake_put_extra (MappeIntake *self, guint position, const char *name, const char *content, GError **error)
{
  MappeStmt *stmt;

  if (!self->has_extras && !make_extras (self, error))
    return FALSE;
  stmt = mappe_conn_prepare (self->apply.conn,
                             "INSERT INTO register_extra (position, name, content) VALUES ($1, $2, $3)", error);
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, position);
  mappe_stmt_bind_text (stmt, 2, name);
  mappe_stmt_bind_text (stmt, 3, content);
  return mappe_stmt_run (stmt, error);
}

/** mappe_snapshot_extras: Returns: (transfer full) (nullable): name and content by turns; none when nothing is kept */
GStrv
mappe_snapshot_extras (MappeSnapshot *snapshot, GError **error)
{
  MappeConn *conn = mappe_snapshot_get_conn (snapshot);
  g_autoptr (GStrvBuilder) extras = g_strv_builder_new ();
  g_autoptr (GError) cause = NULL;
  g_autofree char *mark = mappe_schema_get_meta (conn, EXTRAS_MARK, &cause);
  MappeStmt *stmt = mark != NULL
                        ? mappe_conn_prepare (conn, "SELECT name, content FROM register_extra ORDER BY position",
                                              &cause)
                        : NULL;
  gboolean has_row = stmt != NULL;

  while (has_row && mappe_stmt_step (stmt, &has_row, &cause) && has_row)
    g_strv_builder_add_many (extras, mappe_stmt_get_text (stmt, 0), mappe_stmt_get_text (stmt, 1), NULL);
  if (cause == NULL)
    return g_strv_builder_end (extras);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}
