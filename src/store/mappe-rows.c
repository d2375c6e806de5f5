/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

#include "mappe-text.h"

#define PAGE_IDS 64
#define RUN_ROWS 256

/* Statements are found by their text, so each is built once a kind and kept. */
typedef struct {
  char *columns;
  char *select;
  char *select_page;
  char *select_run;
  char *insert;
  char *update;
  char *delete;
  char *find;
} KindSql;

static void
append_bound_columns (const MappeKind *kind, GString *names, GString *values, GString *sets)
{
  guint nth = 3;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *name = kind->fields[i].name;

      g_string_append_printf (names, ", %s", name);
      g_string_append_printf (values, ", $%u", nth);
      g_string_append_printf (sets, ", %s = $%u", name, nth++);
      if (!mappe_field_has_key (&kind->fields[i]))
        continue;
      g_string_append_printf (names, ", %s_key", name);
      g_string_append_printf (values, ", $%u", nth);
      g_string_append_printf (sets, ", %s_key = $%u", name, nth++);
    }
  g_string_append (names, ", search_text");
  g_string_append_printf (values, ", $%u", nth);
  g_string_append_printf (sets, ", search_text = $%u", nth);
}

static char *
page_statement (const KindSql *sql, const MappeKind *kind)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "SELECT %s FROM %s WHERE id IN (", sql->columns, kind->table);
  for (guint i = 1; i <= PAGE_IDS; i++)
    g_string_append_printf (text, i == 1 ? "$%u" : ", $%u", i);
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

static KindSql *
kind_sql_new (const MappeKind *kind)
{
  KindSql *sql = g_new0 (KindSql, 1);
  g_autoptr (GString) columns = g_string_new ("id, version");
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) sets = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (columns, ", %s", kind->fields[i].name);
  append_bound_columns (kind, names, values, sets);
  sql->columns = g_strdup (columns->str);
  sql->select = g_strdup_printf ("SELECT %s FROM %s WHERE id = $1", sql->columns, kind->table);
  sql->select_page = page_statement (sql, kind);
  sql->select_run = g_strdup_printf ("SELECT %s FROM %s WHERE id >= $1 AND id <= $2 ORDER BY id LIMIT %d", sql->columns,
                                     kind->table, RUN_ROWS);
  sql->insert = g_strdup_printf ("INSERT INTO %s (id, version%s) VALUES ($1, $2%s)",
                                 kind->table, names->str, values->str);
  sql->update = g_strdup_printf ("UPDATE %s SET version = $2%s WHERE id = $1", kind->table, sets->str);
  sql->delete = g_strdup_printf ("DELETE FROM %s WHERE id = $1", kind->table);
  sql->find = g_strdup_printf ("SELECT id FROM %s WHERE reference_key = $1 AND reference = $2", kind->table);
  return sql;
}

static const KindSql *
kind_sql (const MappeKind *kind)
{
  static GMutex lock;
  static GHashTable *cache;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  KindSql *sql;

  if (cache == NULL)
    cache = g_hash_table_new (NULL, NULL);
  sql = g_hash_table_lookup (cache, kind);
  if (sql == NULL)
    {
      sql = kind_sql_new (kind);
      g_hash_table_insert (cache, (gpointer) kind, sql);
    }
  return sql;
}

/** mappe_rows_columns: Returns: (transfer none): "id, version, …" in the order mappe_rows_read() wants */
const char *
mappe_rows_columns (const MappeKind *kind)
{
  return kind_sql (kind)->columns;
}

/* What is no number is kept as text, so that it is found and never reckoned with. */
static void
take_text (MappeStmt *stmt, guint column, MappeValue *value)
{
  const char *text = mappe_stmt_get_text (stmt, column);

  mappe_value_take_text (value, g_utf8_make_valid (text != NULL ? text : "", -1));
}

static void
read_value (MappeStmt *stmt, guint column, const MappeFieldSpec *field, MappeValue *value)
{
  MappeSqlType held = mappe_stmt_get_type (stmt, column);

  if (held == MAPPE_SQL_NULL)
    return;
  switch (field->type)
    {
    case MAPPE_FIELD_INT:
    case MAPPE_FIELD_DECIMAL:
    case MAPPE_FIELD_BOOL:
    case MAPPE_FIELD_REF:
      if (held == MAPPE_SQL_INT)
        mappe_value_set_int (value, mappe_stmt_get_int (stmt, column));
      else
        take_text (stmt, column, value);
      break;
    case MAPPE_FIELD_REAL:
      if (held == MAPPE_SQL_INT || held == MAPPE_SQL_REAL)
        mappe_value_set_real (value, mappe_stmt_get_real (stmt, column));
      else
        take_text (stmt, column, value);
      break;
    case MAPPE_FIELD_TEXT:
    case MAPPE_FIELD_LONGTEXT:
    case MAPPE_FIELD_DATE:
    case MAPPE_FIELD_TIME:
    case MAPPE_FIELD_DATETIME:
    case MAPPE_FIELD_CODE:
    case MAPPE_FIELD_BLOB:
    default:
      mappe_value_set_text (value, mappe_stmt_get_text (stmt, column));
    }
}

void
mappe_rows_read (MappeStmt *stmt, MappeRow *row)
{
  row->id = mappe_stmt_get_int (stmt, 0);
  row->version = mappe_stmt_get_int (stmt, 1);
  for (guint i = 0; i < row->kind->n_fields; i++)
    read_value (stmt, i + 2, &row->kind->fields[i], &row->values[i]);
}

/**
 * mappe_rows_load:
 *
 * Returns: (transfer full) (nullable): the record; %NULL without an error when there is none
 */
MappeRow *
mappe_rows_load (MappeConn *conn, const MappeKind *kind, gint64 id, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, kind_sql (kind)->select, error);
  g_autoptr (MappeRow) row = NULL;
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, id);
  if (mappe_stmt_step (stmt, &has_row, error) && has_row)
    {
      row = mappe_row_new (kind);
      mappe_rows_read (stmt, row);
    }
  mappe_stmt_reset (stmt);
  return g_steal_pointer (&row);
}

static gboolean
load_page (MappeConn *conn, const MappeKind *kind, const gint64 *ids, guint n_ids, GHashTable *found, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, kind_sql (kind)->select_page, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    mappe_stmt_bind_int (stmt, i + 1, ids[i]);
  while (TRUE)
    {
      MappeRow *row;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      row = mappe_row_new (kind);
      mappe_rows_read (stmt, row);
      g_hash_table_replace (found, &row->id, row);
    }
}

/**
 * mappe_rows_load_many:
 *
 * Returns: (transfer full) (nullable) (element-type MappeRow): the records in the order of @ids, without those that
 *   are gone
 */
GPtrArray *
mappe_rows_load_many (MappeConn *conn, const MappeKind *kind, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                        (GDestroyNotify) mappe_row_unref);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);

  for (guint i = 0; i < n_ids; i += PAGE_IDS)
    if (!load_page (conn, kind, ids + i, MIN (PAGE_IDS, n_ids - i), found, error))
      return NULL;
  for (guint i = 0; i < n_ids; i++)
    {
      MappeRow *row = g_hash_table_lookup (found, &ids[i]);

      if (row != NULL)
        g_ptr_array_add (rows, mappe_row_ref (row));
    }
  return g_steal_pointer (&rows);
}

/**
 * mappe_rows_load_run:
 * @first: an id
 * @last: an id
 *
 * Returns: (transfer full) (nullable) (element-type MappeRow): the next records from @first to @last, as many as are
 *   read at once; none when there are no more
 */
GPtrArray *
mappe_rows_load_run (MappeConn *conn, const MappeKind *kind, gint64 first, gint64 last, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, kind_sql (kind)->select_run, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (RUN_ROWS, (GDestroyNotify) mappe_row_unref);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_int (stmt, 1, first);
  mappe_stmt_bind_int (stmt, 2, last);
  while (TRUE)
    {
      MappeRow *row;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&rows);
      row = mappe_row_new (kind);
      mappe_rows_read (stmt, row);
      g_ptr_array_add (rows, row);
    }
}

static void
bind_value (MappeStmt *stmt, guint nth, const MappeValue *value)
{
  switch (value->type)
    {
    case MAPPE_VALUE_INT:
      mappe_stmt_bind_int (stmt, nth, value->integer);
      break;
    case MAPPE_VALUE_REAL:
      mappe_stmt_bind_real (stmt, nth, value->real);
      break;
    case MAPPE_VALUE_TEXT:
      mappe_stmt_bind_text (stmt, nth, value->text);
      break;
    case MAPPE_VALUE_NULL:
    default:
      mappe_stmt_bind_null (stmt, nth);
    }
}

static void
bind_row (MappeStmt *stmt, const MappeRow *row)
{
  g_autofree char *search = mappe_row_get_search (row);
  g_autofree char *folded = search != NULL && *search != '\0' ? mappe_text_fold_words (search) : NULL;
  guint nth = 3;

  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      const MappeValue *value = &row->values[i];

      bind_value (stmt, nth++, value);
      if (!mappe_field_has_key (&row->kind->fields[i]))
        continue;
      if (value->type == MAPPE_VALUE_TEXT)
        {
          g_autofree char *key = mappe_text_sort_key (value->text, MAPPE_SORT_DIN_5007_1);

          mappe_stmt_bind_text (stmt, nth++, key);
        }
      else
        mappe_stmt_bind_null (stmt, nth++);
    }
  mappe_stmt_bind_text (stmt, nth, folded);
}

/**
 * mappe_rows_insert:
 * @row: written under its id, which must not have been used before
 */
gboolean
mappe_rows_insert (MappeConn *conn, const MappeRow *row, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, kind_sql (row->kind)->insert, error);

  g_assert (row->id > 0);
  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, row->id);
  mappe_stmt_bind_int (stmt, 2, row->version);
  bind_row (stmt, row);
  return mappe_stmt_run (stmt, error);
}

gboolean
mappe_rows_update (MappeConn *conn, const MappeRow *row, gint64 new_version, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, kind_sql (row->kind)->update, error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, row->id);
  mappe_stmt_bind_int (stmt, 2, new_version);
  bind_row (stmt, row);
  return mappe_stmt_run (stmt, error);
}

gboolean
mappe_rows_delete (MappeConn *conn, const MappeKind *kind, gint64 id, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, kind_sql (kind)->delete, error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, id);
  return mappe_stmt_run (stmt, error);
}

/**
 * mappe_rows_find:
 *
 * Returns: the id of the record with that reference; 0 when there is none, -1 with an error
 */
gint64
mappe_rows_find (MappeConn *conn, const MappeKind *kind, const char *reference, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, kind_sql (kind)->find, error);
  g_autofree char *key = NULL;
  gboolean has_row;
  gint64 id = 0;

  if (stmt == NULL)
    return -1;
  key = mappe_text_sort_key (reference, MAPPE_SORT_DIN_5007_1);
  mappe_stmt_bind_text (stmt, 1, key);
  mappe_stmt_bind_text (stmt, 2, reference);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return -1;
  if (has_row)
    id = mappe_stmt_get_int (stmt, 0);
  mappe_stmt_reset (stmt);
  return id;
}

/** mappe_rows_list: Returns: (transfer full) (nullable) (element-type MappeListed): the rows of a query, with titles */
GPtrArray *
mappe_rows_list (MappeConn *conn, const MappeQuery *query, GError **error)
{
  const MappeKind *kind = mappe_query_get_kind (query);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  MappeStmt *stmt = mappe_select_prepare (conn, query, mappe_rows_columns (kind), TRUE, error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  while (TRUE)
    {
      MappeRow *row;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return mappe_rows_listed (conn, rows, error);
      row = mappe_row_new (kind);
      mappe_rows_read (stmt, row);
      g_ptr_array_add (rows, row);
    }
}

/** mappe_rows_blob: Returns: (transfer full) (nullable): the content of that SHA-256 */
GBytes *
mappe_rows_blob (MappeConn *conn, const char *hash, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, "SELECT bytes FROM blob_content WHERE hash = $1", error);
  GBytes *bytes = NULL;
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_text (stmt, 1, hash);
  if (!mappe_stmt_step (stmt, &has_row, error))
    return NULL;
  if (has_row)
    bytes = mappe_stmt_get_blob (stmt, 0);
  else
    g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_NOT_FOUND, "there is no content %s", hash);
  mappe_stmt_reset (stmt);
  return bytes;
}
