/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-conn-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define BUSY_TIMEOUT_MS 10000
#define RECENT_STATEMENTS 16
#define COPY_PAGES 1024
#define COPY_WAIT_MS 10

struct _MappeSqliteConn {
  MappeConn   parent_instance;
  sqlite3    *db;
  GHashTable *statements;
  MappeStmt  *recent[RECENT_STATEMENTS];
};

typedef struct {
  MappeStmt     base;
  const char   *sql;        /* the key of the cache */
  sqlite3_stmt *handle;
  int          *indexes;    /* our $n → the engine's number */
  guint         n_indexes;
} MappeSqliteStmt;

G_DEFINE_FINAL_TYPE (MappeSqliteConn, mappe_sqlite_conn, MAPPE_TYPE_CONN)

static const MappeDialect sqlite_dialect = {
  .name = "sqlite",
  .key_type = "INTEGER PRIMARY KEY",
  .int_type = "INTEGER",
  .real_type = "REAL",
  .text_type = "TEXT",
  .blob_type = "BLOB",
  .key_only = " WITHOUT ROWID",
};

static MappeSqlError
error_code (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return MAPPE_SQL_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
      return MAPPE_SQL_ERROR_CONSTRAINT;
    case SQLITE_INTERRUPT:
      return MAPPE_SQL_ERROR_INTERRUPTED;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return MAPPE_SQL_ERROR_CORRUPT;
    case SQLITE_READONLY:
      return result == SQLITE_READONLY_DBMOVED ? MAPPE_SQL_ERROR_LOST : MAPPE_SQL_ERROR_READONLY;
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return MAPPE_SQL_ERROR_AUTH;
    case SQLITE_FULL:
      return MAPPE_SQL_ERROR_FULL;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      return MAPPE_SQL_ERROR_LOST;
    case SQLITE_ERROR:
      return MAPPE_SQL_ERROR_SYNTAX;
    default:
      return MAPPE_SQL_ERROR_FAILED;
    }
}

/* The disk, the quota of the user or the limit of the process: to the user it is all the same. */
static gboolean
is_full (int number)
{
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

static gboolean
set_error (MappeSqliteConn *self, int result, GError **error)
{
  /* The engine forgets the number when it was the commit that failed; the system still has it. */
  gboolean full = is_full (errno) || is_full (sqlite3_system_errno (self->db));
  int code = sqlite3_extended_errcode (self->db);

  if (code == SQLITE_OK)
    code = result;
  if ((code & 0xff) == SQLITE_IOERR && full)
    code = SQLITE_FULL;
  /* How a shortened file shows itself. */
  if (code == SQLITE_IOERR_SHORT_READ)
    code = SQLITE_CORRUPT;
  g_set_error (error, MAPPE_SQL_ERROR, error_code (code), "%s", sqlite3_errmsg (self->db));
  return FALSE;
}

static void
stmt_free (MappeSqliteStmt *stmt)
{
  sqlite3_finalize (stmt->handle);
  g_free (stmt->indexes);
  g_free (stmt);
}

static int
parameter (MappeStmt *base, guint nth)
{
  MappeSqliteStmt *stmt = (MappeSqliteStmt *) base;

  g_assert (nth >= 1 && nth <= stmt->n_indexes);
  return stmt->indexes[nth - 1];
}

#define HANDLE(base) (((MappeSqliteStmt *) (base))->handle)

static void
sqlite_bind_null (MappeStmt *base, guint nth)
{
  sqlite3_bind_null (HANDLE (base), parameter (base, nth));
}

static void
sqlite_bind_int (MappeStmt *base, guint nth, gint64 value)
{
  sqlite3_bind_int64 (HANDLE (base), parameter (base, nth), value);
}

static void
sqlite_bind_real (MappeStmt *base, guint nth, double value)
{
  sqlite3_bind_double (HANDLE (base), parameter (base, nth), value);
}

static void
sqlite_bind_text (MappeStmt *base, guint nth, const char *value)
{
  sqlite3_bind_text (HANDLE (base), parameter (base, nth), value, -1, SQLITE_TRANSIENT);
}

static void
sqlite_bind_blob (MappeStmt *base, guint nth, GBytes *value)
{
  gsize size;
  gconstpointer bytes = g_bytes_get_data (value, &size);

  sqlite3_bind_blob64 (HANDLE (base), parameter (base, nth), bytes != NULL ? bytes : "", size, SQLITE_TRANSIENT);
}

static void
sqlite_reset (MappeStmt *base)
{
  sqlite3_reset (HANDLE (base));
  sqlite3_clear_bindings (HANDLE (base));
}

static gboolean
sqlite_step (MappeStmt *base, gboolean *has_row, GError **error)
{
  int result;

  errno = 0;
  result = sqlite3_step (HANDLE (base));
  *has_row = result == SQLITE_ROW;
  if (result == SQLITE_ROW)
    return TRUE;
  if (result == SQLITE_DONE)
    {
      sqlite3_reset (HANDLE (base));
      return TRUE;
    }
  set_error (MAPPE_SQLITE_CONN (base->conn), result, error);
  sqlite_reset (base);
  return FALSE;
}

static gboolean
sqlite_is_null (MappeStmt *base, guint column)
{
  return sqlite3_column_type (HANDLE (base), column) == SQLITE_NULL;
}

static MappeSqlType
sqlite_get_type (MappeStmt *base, guint column)
{
  switch (sqlite3_column_type (HANDLE (base), column))
    {
    case SQLITE_INTEGER:
      return MAPPE_SQL_INT;
    case SQLITE_FLOAT:
      return MAPPE_SQL_REAL;
    case SQLITE_TEXT:
      return MAPPE_SQL_TEXT;
    case SQLITE_BLOB:
      return MAPPE_SQL_BLOB;
    case SQLITE_NULL:
    default:
      return MAPPE_SQL_NULL;
    }
}

static gint64
sqlite_get_int (MappeStmt *base, guint column)
{
  return sqlite3_column_int64 (HANDLE (base), column);
}

static double
sqlite_get_real (MappeStmt *base, guint column)
{
  return sqlite3_column_double (HANDLE (base), column);
}

static const char *
sqlite_get_text (MappeStmt *base, guint column)
{
  return (const char *) sqlite3_column_text (HANDLE (base), column);
}

static GBytes *
sqlite_get_blob (MappeStmt *base, guint column)
{
  gconstpointer bytes = sqlite3_column_blob (HANDLE (base), column);

  if (sqlite_is_null (base, column))
    return NULL;
  return g_bytes_new (bytes, sqlite3_column_bytes (HANDLE (base), column));
}

static gint64
sqlite_changes (MappeStmt *base)
{
  return sqlite3_changes64 (sqlite3_db_handle (HANDLE (base)));
}

static const MappeStmtVtable sqlite_vtable = {
  .bind_null = sqlite_bind_null,
  .bind_int = sqlite_bind_int,
  .bind_real = sqlite_bind_real,
  .bind_text = sqlite_bind_text,
  .bind_blob = sqlite_bind_blob,
  .step = sqlite_step,
  .reset = sqlite_reset,
  .is_null = sqlite_is_null,
  .get_type = sqlite_get_type,
  .get_int = sqlite_get_int,
  .get_real = sqlite_get_real,
  .get_text = sqlite_get_text,
  .get_blob = sqlite_get_blob,
  .changes = sqlite_changes,
};

static gboolean
sqlite_script (MappeConn *conn, const char *sql, GError **error)
{
  MappeSqliteConn *self = MAPPE_SQLITE_CONN (conn);
  int result;

  errno = 0;
  result = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  return result == SQLITE_OK || set_error (self, result, error);
}

/* Makes the file itself, so that it is private from its first byte: the engine would use the umask. */
static gboolean
make_file (const char *path, GError **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  int saved = errno;

  if (fd >= 0)
    return g_close (fd, error);
  if (saved == EEXIST)
    return TRUE;
  g_set_error (error, MAPPE_SQL_ERROR,
               saved == EACCES || saved == EPERM ? MAPPE_SQL_ERROR_AUTH
               : saved == EROFS ? MAPPE_SQL_ERROR_READONLY
               : is_full (saved) ? MAPPE_SQL_ERROR_FULL : MAPPE_SQL_ERROR_LOST,
               "%s: %s", path, g_strerror (saved));
  return FALSE;
}

static const char *
durability (MappeConnFlags flags)
{
  if (flags & MAPPE_CONN_READ_ONLY)
    return "";
  if (flags & MAPPE_CONN_THROW_AWAY)
    return "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;";
  if (flags & MAPPE_CONN_REMOTE)
    return "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL;";
  return "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
}

/* Reading a WAL database needs a shared-memory file beside it; in a folder that takes none, and with no journal
 * left over, the file cannot change under us and is read as it lies. */
static char *
engine_uri (const char *path, MappeConnFlags flags)
{
  g_autofree char *escaped = g_uri_escape_string (path, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  gboolean immutable = (flags & MAPPE_CONN_READ_ONLY) && g_access (folder, W_OK) != 0
                       && !g_file_test (journal, G_FILE_TEST_EXISTS);

  return g_strconcat ("file:", escaped, immutable ? "?immutable=1" : "", NULL);
}

static gboolean
sqlite_open (MappeConn *conn, const char *path, MappeConnFlags flags, GError **error)
{
  MappeSqliteConn *self = MAPPE_SQLITE_CONN (conn);
  int mode = (flags & MAPPE_CONN_READ_ONLY) ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  g_autofree char *uri = NULL;
  int result;

  if ((flags & MAPPE_CONN_CREATE) && !make_file (path, error))
    return FALSE;
  uri = engine_uri (path, flags);
  result = sqlite3_open_v2 (uri, &self->db,
                            mode | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (result != SQLITE_OK)
    return set_error (self, result, error);

  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  /* A council file may come from anybody: its schema must not run functions with side effects. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_limit (self->db, SQLITE_LIMIT_ATTACHED, 0);
  return sqlite_script (conn, durability (flags), error)
         && sqlite_script (conn,
                           "PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY;"
                           "PRAGMA cache_size=-16384; PRAGMA mmap_size=0",
                           error);
}

static void
map_parameters (MappeSqliteStmt *stmt)
{
  stmt->n_indexes = sqlite3_bind_parameter_count (stmt->handle);
  stmt->indexes = g_new0 (int, stmt->n_indexes);
  for (guint i = 0; i < stmt->n_indexes; i++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "$%u", i + 1);
      stmt->indexes[i] = sqlite3_bind_parameter_index (stmt->handle, name);
    }
}

/* The statements of an import come from few places in memory; comparing one text there is cheaper than hashing it. */
static MappeSqliteStmt *
find_statement (MappeSqliteConn *self, const char *sql)
{
  MappeStmt **place = &self->recent[((guintptr) sql >> 4) % RECENT_STATEMENTS];
  MappeSqliteStmt *stmt = (MappeSqliteStmt *) *place;

  if (stmt != NULL && strcmp (stmt->sql, sql) == 0)
    return stmt;
  stmt = g_hash_table_lookup (self->statements, sql);
  if (stmt != NULL)
    *place = &stmt->base;
  return stmt;
}

static MappeStmt *
sqlite_prepare (MappeConn *conn, const char *sql, GError **error)
{
  MappeSqliteConn *self = MAPPE_SQLITE_CONN (conn);
  MappeSqliteStmt *stmt = find_statement (self, sql);
  sqlite3_stmt *handle;
  char *key;
  int result;

  if (stmt != NULL)
    {
      sqlite_reset (&stmt->base);
      return &stmt->base;
    }
  result = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (result != SQLITE_OK)
    {
      set_error (self, result, error);
      return NULL;
    }
  stmt = g_new0 (MappeSqliteStmt, 1);
  stmt->base = (MappeStmt) { &sqlite_vtable, conn };
  stmt->handle = handle;
  map_parameters (stmt);
  key = g_strdup (sql);
  stmt->sql = key;
  g_hash_table_insert (self->statements, key, stmt);
  return &stmt->base;
}

static gboolean
sqlite_begin (MappeConn *conn, MappeTxnMode mode, GError **error)
{
  return sqlite_script (conn, mode == MAPPE_TXN_WRITE ? "BEGIN IMMEDIATE" : "BEGIN", error);
}

static gboolean
sqlite_commit (MappeConn *conn, GError **error)
{
  return sqlite_script (conn, "COMMIT", error);
}

static void
sqlite_rollback (MappeConn *conn)
{
  /* The engine may have rolled back by itself (full disk); asking again is then not an error of ours. */
  if (!sqlite3_get_autocommit (MAPPE_SQLITE_CONN (conn)->db))
    sqlite_script (conn, "ROLLBACK", NULL);
}

static void
sqlite_interrupt (MappeConn *conn)
{
  sqlite3_interrupt (MAPPE_SQLITE_CONN (conn)->db);
}

static void
sqlite_set_busy_timeout (MappeConn *conn, guint milliseconds)
{
  sqlite3_busy_timeout (MAPPE_SQLITE_CONN (conn)->db, milliseconds);
}

static gboolean
sqlite_check (MappeConn *conn, gboolean thorough, GPtrArray *findings, GError **error)
{
  MappeStmt *stmt = sqlite_prepare (conn, thorough ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  while (TRUE)
    {
      if (!sqlite_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (g_strcmp0 (sqlite_get_text (stmt, 0), "ok") != 0)
        g_ptr_array_add (findings, g_strdup (sqlite_get_text (stmt, 0)));
    }
}

static gboolean
copy_pages (sqlite3_backup *backup, MappeCopyProgress progress, gpointer data, int *result)
{
  guint waited_ms = 0;

  while (TRUE)
    {
      *result = sqlite3_backup_step (backup, COPY_PAGES);
      if (*result == SQLITE_BUSY || *result == SQLITE_LOCKED)
        {
          if (waited_ms > BUSY_TIMEOUT_MS)
            return FALSE;
          waited_ms += COPY_WAIT_MS;
          g_usleep (COPY_WAIT_MS * 1000);
        }
      else if (*result != SQLITE_OK)
        return *result == SQLITE_DONE;
      if (progress != NULL
          && !progress (sqlite3_backup_remaining (backup), sqlite3_backup_pagecount (backup), data))
        {
          *result = SQLITE_INTERRUPT;
          return FALSE;
        }
    }
}

static gboolean
copy_into (MappeSqliteConn *self, sqlite3 *target, MappeCopyProgress progress, gpointer data, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", self->db, "main");
  int result = SQLITE_ERROR;
  gboolean done = FALSE;

  if (backup != NULL)
    {
      done = copy_pages (backup, progress, data, &result);
      sqlite3_backup_finish (backup);
    }
  if (done)
    return TRUE;
  if (is_full (sqlite3_system_errno (target)))
    result = SQLITE_FULL;
  g_set_error (error, MAPPE_SQL_ERROR, error_code (result), "%s", sqlite3_errstr (result));
  return FALSE;
}

static gboolean
sqlite_copy (MappeConn *conn, const char *path, MappeCopyProgress progress, gpointer data, GError **error)
{
  sqlite3 *target = NULL;
  gboolean done = FALSE;
  int result;

  if (!make_file (path, error))
    return FALSE;
  result = sqlite3_open_v2 (path, &target, SQLITE_OPEN_READWRITE, NULL);
  if (result == SQLITE_OK)
    done = copy_into (MAPPE_SQLITE_CONN (conn), target, progress, data, error);
  else
    g_set_error (error, MAPPE_SQL_ERROR, error_code (result), "%s: %s", path, sqlite3_errstr (result));
  /* The copy is one file without a journal of its own, whatever the source uses. */
  if (done && sqlite3_exec (target, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL) != SQLITE_OK)
    {
      g_set_error (error, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_FAILED, "%s", sqlite3_errmsg (target));
      done = FALSE;
    }
  sqlite3_close (target);
  return done;
}

static gboolean
sqlite_checkpoint (MappeConn *conn, GError **error)
{
  return sqlite_script (conn, "PRAGMA wal_checkpoint(PASSIVE)", error);
}

static gboolean
sqlite_seclude (MappeConn *conn, GError **error)
{
  /* Leaving WAL needs all other connections to be gone; the lock of the other journal modes then lasts. */
  return sqlite_script (conn, "PRAGMA journal_mode=DELETE; BEGIN EXCLUSIVE", error);
}

/* The engine leaves what was deleted in free pages and in the journal until something else is written there. Rewriting
 * the file, and a journal of no length, leave nothing. */
static gboolean
sqlite_scrub (MappeConn *conn, gboolean *clean, GError **error)
{
  MappeSqliteConn *self = MAPPE_SQLITE_CONN (conn);
  MappeStmt *stmt;
  gboolean has_row = FALSE, written;

  *clean = FALSE;
  /* The engine attaches the copy that it writes. */
  sqlite3_limit (self->db, SQLITE_LIMIT_ATTACHED, 1);
  written = sqlite_script (conn, "PRAGMA secure_delete=ON; VACUUM; PRAGMA secure_delete=OFF", error);
  sqlite3_limit (self->db, SQLITE_LIMIT_ATTACHED, 0);
  stmt = written ? sqlite_prepare (conn, "PRAGMA wal_checkpoint(TRUNCATE)", error) : NULL;
  if (stmt == NULL || !sqlite_step (stmt, &has_row, error))
    return FALSE;
  *clean = has_row && sqlite_get_int (stmt, 0) == 0;
  sqlite_reset (stmt);
  return TRUE;
}

static gint64
sqlite_get_application_id (MappeConn *conn)
{
  MappeStmt *stmt = sqlite_prepare (conn, "PRAGMA application_id", NULL);
  gboolean has_row = FALSE;
  gint64 id = 0;

  if (stmt != NULL && sqlite_step (stmt, &has_row, NULL) && has_row)
    id = sqlite_get_int (stmt, 0);
  if (stmt != NULL)
    sqlite_reset (stmt);
  return id;
}

static gboolean
sqlite_set_application_id (MappeConn *conn, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id=%" G_GINT64_FORMAT, id);

  return sqlite_script (conn, sql, error);
}

static void
mappe_sqlite_conn_finalize (GObject *object)
{
  MappeSqliteConn *self = MAPPE_SQLITE_CONN (object);

  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->db);
  G_OBJECT_CLASS (mappe_sqlite_conn_parent_class)->finalize (object);
}

static void
mappe_sqlite_conn_class_init (MappeSqliteConnClass *klass)
{
  MappeConnClass *conn_class = MAPPE_CONN_CLASS (klass);

  /* Counting memory takes a lock for each value bound. Refused when another library was quicker, which is no harm. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  G_OBJECT_CLASS (klass)->finalize = mappe_sqlite_conn_finalize;
  conn_class->dialect = &sqlite_dialect;
  conn_class->open = sqlite_open;
  conn_class->script = sqlite_script;
  conn_class->prepare = sqlite_prepare;
  conn_class->begin = sqlite_begin;
  conn_class->commit = sqlite_commit;
  conn_class->rollback = sqlite_rollback;
  conn_class->interrupt = sqlite_interrupt;
  conn_class->set_busy_timeout = sqlite_set_busy_timeout;
  conn_class->check = sqlite_check;
  conn_class->copy = sqlite_copy;
  conn_class->checkpoint = sqlite_checkpoint;
  conn_class->seclude = sqlite_seclude;
  conn_class->scrub = sqlite_scrub;
  conn_class->get_application_id = sqlite_get_application_id;
  conn_class->set_application_id = sqlite_set_application_id;
}

static void
mappe_sqlite_conn_init (MappeSqliteConn *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) stmt_free);
}
