/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-conn-private.h"

typedef struct {
  GThread *owner;
  gboolean in_txn;
  int      interrupted;   /* atomic: an interrupt between two steps must not be lost */
} MappeConnPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MappeConn, mappe_conn, G_TYPE_OBJECT)
G_DEFINE_QUARK (mappe-sql-error-quark, mappe_sql_error)

#define PRIVATE(self) ((MappeConnPrivate *) mappe_conn_get_instance_private (self))

static void
assert_thread (MappeConn *self)
{
  g_assert (PRIVATE (self)->owner == g_thread_self ());
}

static void
mappe_conn_class_init (MappeConnClass *klass)
{
}

static void
mappe_conn_init (MappeConn *self)
{
  PRIVATE (self)->owner = g_thread_self ();
}

/**
 * mappe_conn_open:
 * @uri: "file:PATH" or a plain path
 * @flags: how to open
 *
 * Opens a database. The connection belongs to the calling thread; see mappe_conn_adopt().
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with a #MappeSqlError
 */
MappeConn *
mappe_conn_open (const char *uri, MappeConnFlags flags, GError **error)
{
  g_autoptr (MappeConn) self = NULL;

  g_return_val_if_fail (uri != NULL, NULL);

  if (g_str_has_prefix (uri, "postgresql:"))
    {
      g_set_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_FAILED, "no engine for “%s” in this build", uri);
      return NULL;
    }
  self = g_object_new (MAPPE_TYPE_SQLITE_CONN, NULL);
  if (g_str_has_prefix (uri, "file:"))
    uri += strlen ("file:");
  if (!MAPPE_CONN_GET_CLASS (self)->open (self, uri, flags, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mappe_conn_adopt:
 *
 * Makes the calling thread the owner; every call but mappe_conn_interrupt() must come from the owner.
 */
void
mappe_conn_adopt (MappeConn *self)
{
  PRIVATE (self)->owner = g_thread_self ();
}

/**
 * mappe_conn_get_dialect:
 *
 * Returns: (transfer none): the type names of the engine
 */
const MappeDialect *
mappe_conn_get_dialect (MappeConn *self)
{
  return MAPPE_CONN_GET_CLASS (self)->dialect;
}

/**
 * mappe_conn_script:
 * @sql: statements separated by ";", without parameters
 *
 * Returns: %TRUE when all were carried out
 */
gboolean
mappe_conn_script (MappeConn *self, const char *sql, GError **error)
{
  assert_thread (self);
  return MAPPE_CONN_GET_CLASS (self)->script (self, sql, error);
}

/**
 * mappe_conn_prepare:
 * @sql: one statement with parameters $1, $2, …
 *
 * Statements are kept by their text: the same text gives the same statement, reset and without bindings.
 *
 * Returns: (transfer none) (nullable): the statement, valid as long as the connection
 */
MappeStmt *
mappe_conn_prepare (MappeConn *self, const char *sql, GError **error)
{
  assert_thread (self);
  return MAPPE_CONN_GET_CLASS (self)->prepare (self, sql, error);
}

/**
 * mappe_conn_begin:
 * @mode: whether the transaction writes
 *
 * Starts a transaction; they do not nest. A read transaction sees one state of the data until it ends.
 */
gboolean
mappe_conn_begin (MappeConn *self, MappeTxnMode mode, GError **error)
{
  assert_thread (self);
  g_assert (!PRIVATE (self)->in_txn);

  if (!MAPPE_CONN_GET_CLASS (self)->begin (self, mode, error))
    return FALSE;
  PRIVATE (self)->in_txn = TRUE;
  return TRUE;
}

/**
 * mappe_conn_commit:
 *
 * Returns: %TRUE when the changes are durable; otherwise the transaction is rolled back
 */
gboolean
mappe_conn_commit (MappeConn *self, GError **error)
{
  assert_thread (self);
  g_assert (PRIVATE (self)->in_txn);

  if (!MAPPE_CONN_GET_CLASS (self)->commit (self, error))
    {
      mappe_conn_rollback (self);
      return FALSE;
    }
  PRIVATE (self)->in_txn = FALSE;
  return TRUE;
}

/**
 * mappe_conn_rollback:
 *
 * Ends the transaction without a trace of its changes.
 */
void
mappe_conn_rollback (MappeConn *self)
{
  assert_thread (self);
  MAPPE_CONN_GET_CLASS (self)->rollback (self);
  PRIVATE (self)->in_txn = FALSE;
}

/** mappe_conn_in_txn: Returns: whether a transaction is open */
gboolean
mappe_conn_in_txn (MappeConn *self)
{
  return PRIVATE (self)->in_txn;
}

/**
 * mappe_conn_interrupt:
 *
 * Ends the running statement with %MAPPE_SQL_ERROR_INTERRUPTED, and each one that is stepped from now on until
 * mappe_conn_resume(). The only call allowed from another thread.
 */
void
mappe_conn_interrupt (MappeConn *self)
{
  g_atomic_int_set (&PRIVATE (self)->interrupted, TRUE);
  MAPPE_CONN_GET_CLASS (self)->interrupt (self);
}

/** mappe_conn_resume: ends the effect of mappe_conn_interrupt() */
void
mappe_conn_resume (MappeConn *self)
{
  assert_thread (self);
  g_atomic_int_set (&PRIVATE (self)->interrupted, FALSE);
}

/**
 * mappe_conn_set_busy_timeout:
 * @milliseconds: how long to wait for another writer before %MAPPE_SQL_ERROR_BUSY; ten seconds at first
 */
void
mappe_conn_set_busy_timeout (MappeConn *self, guint milliseconds)
{
  assert_thread (self);
  MAPPE_CONN_GET_CLASS (self)->set_busy_timeout (self, milliseconds);
}

/**
 * mappe_conn_check:
 * @thorough: also compare the indexes with their tables
 * @findings: (element-type utf8): one text a fault is added
 *
 * Asks the engine whether the file is sound.
 */
gboolean
mappe_conn_check (MappeConn *self, gboolean thorough, GPtrArray *findings, GError **error)
{
  assert_thread (self);
  return MAPPE_CONN_GET_CLASS (self)->check (self, thorough, findings, error);
}

/**
 * mappe_conn_copy:
 * @path: file to make; must not exist
 *
 * Copies one consistent state of the database, while others may go on writing.
 */
gboolean
mappe_conn_copy (MappeConn *self, const char *path, MappeCopyProgress progress, gpointer data, GError **error)
{
  assert_thread (self);
  return MAPPE_CONN_GET_CLASS (self)->copy (self, path, progress, data, error);
}

/**
 * mappe_conn_checkpoint:
 *
 * Moves what the journal holds into the main file.
 */
gboolean
mappe_conn_checkpoint (MappeConn *self, GError **error)
{
  assert_thread (self);
  return MAPPE_CONN_GET_CLASS (self)->checkpoint (self, error);
}

/**
 * mappe_conn_seclude:
 *
 * Moves all that the journal holds into the main file, does away with the journal and keeps everybody else out until
 * the connection is closed. Fails with %MAPPE_SQL_ERROR_BUSY when anybody else has the database open.
 */
gboolean
mappe_conn_seclude (MappeConn *self, GError **error)
{
  assert_thread (self);
  return MAPPE_CONN_GET_CLASS (self)->seclude (self, error);
}

/**
 * mappe_conn_scrub:
 * @clean: (out): whether nothing is left of it; %FALSE while somebody else still reads an older state
 *
 * Writes the database anew, so that what was deleted is in no byte of it and of its journal.
 *
 * Returns: whether it could be written
 */
gboolean
mappe_conn_scrub (MappeConn *self, gboolean *clean, GError **error)
{
  assert_thread (self);
  return MAPPE_CONN_GET_CLASS (self)->scrub (self, clean, error);
}

/**
 * mappe_conn_get_application_id:
 *
 * Returns: the mark by which programs know their files; 0 when there is none
 */
gint64
mappe_conn_get_application_id (MappeConn *self)
{
  assert_thread (self);
  return MAPPE_CONN_GET_CLASS (self)->get_application_id (self);
}

/** mappe_conn_set_application_id: marks the file as one of the program that owns @id */
gboolean
mappe_conn_set_application_id (MappeConn *self, gint64 id, GError **error)
{
  assert_thread (self);
  return MAPPE_CONN_GET_CLASS (self)->set_application_id (self, id, error);
}

void
mappe_stmt_bind_null (MappeStmt *self, guint nth)
{
  self->vtable->bind_null (self, nth);
}

void
mappe_stmt_bind_int (MappeStmt *self, guint nth, gint64 value)
{
  self->vtable->bind_int (self, nth, value);
}

void
mappe_stmt_bind_real (MappeStmt *self, guint nth, double value)
{
  self->vtable->bind_real (self, nth, value);
}

/**
 * mappe_stmt_bind_text:
 * @nth: number behind the "$", from 1
 * @value: (nullable): text, copied; %NULL binds NULL
 */
void
mappe_stmt_bind_text (MappeStmt *self, guint nth, const char *value)
{
  if (value == NULL)
    self->vtable->bind_null (self, nth);
  else
    self->vtable->bind_text (self, nth, value);
}

void
mappe_stmt_bind_blob (MappeStmt *self, guint nth, GBytes *value)
{
  self->vtable->bind_blob (self, nth, value);
}

/**
 * mappe_stmt_step:
 * @has_row: (out): whether there is a row to read
 *
 * Goes to the next row. At the end, or on an error, the statement is reset by itself.
 */
gboolean
mappe_stmt_step (MappeStmt *self, gboolean *has_row, GError **error)
{
  assert_thread (self->conn);
  if (g_atomic_int_get (&PRIVATE (self->conn)->interrupted))
    {
      *has_row = FALSE;
      self->vtable->reset (self);
      g_set_error_literal (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_INTERRUPTED, "interrupted");
      return FALSE;
    }
  return self->vtable->step (self, has_row, error);
}

/**
 * mappe_stmt_run:
 *
 * Carries out a statement whose rows, if any, do not matter.
 */
gboolean
mappe_stmt_run (MappeStmt *self, GError **error)
{
  gboolean has_row;
  gboolean done = mappe_stmt_step (self, &has_row, error);

  mappe_stmt_reset (self);
  return done;
}

/** mappe_stmt_reset: ends reading and takes all bindings off */
void
mappe_stmt_reset (MappeStmt *self)
{
  self->vtable->reset (self);
}

gboolean
mappe_stmt_is_null (MappeStmt *self, guint column)
{
  return self->vtable->is_null (self, column);
}

/** mappe_stmt_get_type: Returns: what the cell holds; a file that other programs wrote may hold anything anywhere */
MappeSqlType
mappe_stmt_get_type (MappeStmt *self, guint column)
{
  return self->vtable->get_type (self, column);
}

gint64
mappe_stmt_get_int (MappeStmt *self, guint column)
{
  return self->vtable->get_int (self, column);
}

double
mappe_stmt_get_real (MappeStmt *self, guint column)
{
  return self->vtable->get_real (self, column);
}

/**
 * mappe_stmt_get_text:
 *
 * Returns: (transfer none) (nullable): the text, valid until the next step or reset
 */
const char *
mappe_stmt_get_text (MappeStmt *self, guint column)
{
  return self->vtable->get_text (self, column);
}

/** mappe_stmt_get_blob: Returns: (transfer full) (nullable): the bytes */
GBytes *
mappe_stmt_get_blob (MappeStmt *self, guint column)
{
  return self->vtable->get_blob (self, column);
}

/** mappe_stmt_changes: Returns: rows changed by the last run */
gint64
mappe_stmt_changes (MappeStmt *self)
{
  return self->vtable->changes (self);
}
