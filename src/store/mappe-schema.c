/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-store-private.h"

/* Tables that are not records. Deferred foreign keys, because the store itself orders and checks the changes of an
 * edit; the keys are the net beneath it. */
static const char log_tables[] =
  "CREATE TABLE meta (name %t NOT NULL PRIMARY KEY, value %t NOT NULL);"
  "CREATE TABLE change_set (id %k, at %t NOT NULL, actor %t NOT NULL, label %t NOT NULL, set_kind %t NOT NULL,"
  " undoes %i, undo_next %i, redo_next %i, under_undo %i, under_redo %i);"
  "CREATE TABLE change (id %k, set_id %i NOT NULL REFERENCES change_set (id), kind_name %t NOT NULL,"
  " record_id %i NOT NULL, last_id %i NOT NULL, op %t NOT NULL);"
  "CREATE INDEX change_by_set ON change (set_id);"
  "CREATE INDEX change_by_record ON change (kind_name, record_id);"
  "CREATE INDEX change_ranges ON change (kind_name, last_id) WHERE last_id > record_id;"
  "CREATE TABLE change_value (change_id %i NOT NULL REFERENCES change (id), field %t NOT NULL,"
  " old_value %t, new_value %t);"
  "CREATE INDEX change_value_by_change ON change_value (change_id);"
  "CREATE TABLE counter (kind_name %t NOT NULL PRIMARY KEY, last_number %i NOT NULL, last_id %i NOT NULL);"
  "CREATE TABLE blob_content (hash %t NOT NULL PRIMARY KEY, bytes %b NOT NULL);";

/* What left the house, since version 5; see mappe-outgoing.c. No records: what was sent is not undone, and is not part
 * of a register. */
static const char outgoing_tables[] =
  "CREATE TABLE IF NOT EXISTS outgoing (id %k, at %t NOT NULL, actor %t NOT NULL, document %t NOT NULL,"
  " record_id %i NOT NULL, reference %t, reader %i NOT NULL, language %t, format %t NOT NULL, way %t NOT NULL,"
  " hash %t NOT NULL);"
  "CREATE INDEX IF NOT EXISTS outgoing_by_record ON outgoing (document, record_id);"
  "CREATE TABLE IF NOT EXISTS outgoing_part (outgoing_id %i NOT NULL REFERENCES outgoing (id), part %t NOT NULL,"
  " title %t, class %i NOT NULL);"
  "CREATE INDEX IF NOT EXISTS outgoing_part_by_id ON outgoing_part (outgoing_id);"
  "CREATE INDEX IF NOT EXISTS outgoing_part_by_part ON outgoing_part (part);";

static char *
in_dialect (const char *pattern, const MappeDialect *dialect)
{
  GString *sql = g_string_new (NULL);

  for (const char *at = pattern; *at != '\0'; at++)
    {
      if (*at != '%')
        {
          g_string_append_c (sql, *at);
          continue;
        }
      at++;
      g_string_append (sql, *at == 'k' ? dialect->key_type
                            : *at == 'i' ? dialect->int_type
                            : *at == 'b' ? dialect->blob_type : dialect->text_type);
    }
  return g_string_free (sql, FALSE);
}

static const char *
column_type (const MappeFieldSpec *field, const MappeDialect *dialect)
{
  switch (field->type)
    {
    case MAPPE_FIELD_INT:
    case MAPPE_FIELD_DECIMAL:
    case MAPPE_FIELD_BOOL:
    case MAPPE_FIELD_REF:
      return dialect->int_type;
    case MAPPE_FIELD_REAL:
      return dialect->real_type;
    case MAPPE_FIELD_TEXT:
    case MAPPE_FIELD_LONGTEXT:
    case MAPPE_FIELD_DATE:
    case MAPPE_FIELD_TIME:
    case MAPPE_FIELD_DATETIME:
    case MAPPE_FIELD_CODE:
    case MAPPE_FIELD_BLOB:
    default:
      return dialect->text_type;
    }
}

static void
append_column (GString *sql, const MappeFieldSpec *field, const MappeDialect *dialect)
{
  g_string_append_printf (sql, ", %s %s", field->name, column_type (field, dialect));
  if (field->type == MAPPE_FIELD_REF)
    {
      const MappeKind *target = mappe_kind_lookup (field->target, NULL);

      g_string_append_printf (sql, " REFERENCES %s (id) DEFERRABLE INITIALLY DEFERRED", target->table);
    }
  if (mappe_field_has_key (field))
    g_string_append_printf (sql, ", %s_key %s", field->name, dialect->text_type);
}

static void
append_index (GString *sql, const MappeKind *kind, guint number)
{
  const MappeFieldSpec *field = &kind->fields[number];

  /* One index serves uniqueness, look-up and natural order of references. */
  if (number == MAPPE_FIELD_REFERENCE)
    g_string_append_printf (sql, "CREATE UNIQUE INDEX %s_reference ON %s (reference_key, reference);",
                            kind->table, kind->table);
  else if (mappe_field_has_key (field))
    g_string_append_printf (sql, "CREATE INDEX %s_by_%s ON %s (%s_key);",
                            kind->table, field->name, kind->table, field->name);
  else if (field->type == MAPPE_FIELD_REF || (field->flags & (MAPPE_FIELD_SORT | MAPPE_FIELD_UNIQUE)))
    g_string_append_printf (sql, "CREATE %sINDEX %s_by_%s ON %s (%s%s%s);",
                            (field->flags & MAPPE_FIELD_UNIQUE) ? "UNIQUE " : "", kind->table, field->name,
                            kind->table, field->name, field->index_with != NULL ? ", " : "",
                            field->index_with != NULL ? field->index_with : "");
}

static gboolean
create_kind (MappeConn *conn, const MappeKind *kind, GError **error)
{
  const MappeDialect *dialect = mappe_conn_get_dialect (conn);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE %s (id %s, version %s NOT NULL", kind->table, dialect->key_type,
                          dialect->int_type);
  for (guint i = 0; i < kind->n_fields; i++)
    append_column (sql, &kind->fields[i], dialect);
  g_string_append_printf (sql, ", search_text %s);", dialect->text_type);
  for (guint i = 0; i < kind->n_fields; i++)
    append_index (sql, kind, i);
  return mappe_conn_script (conn, sql->str, error);
}

/**
 * mappe_schema_get_meta:
 *
 * Returns: (transfer full) (nullable): what the file says of itself under @name; %NULL without an error when nothing
 */
char *
mappe_schema_get_meta (MappeConn *conn, const char *name, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, "SELECT value FROM meta WHERE name = $1", error);
  char *value = NULL;
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_text (stmt, 1, name);
  if (mappe_stmt_step (stmt, &has_row, error) && has_row)
    value = g_strdup (mappe_stmt_get_text (stmt, 0));
  mappe_stmt_reset (stmt);
  return value;
}

/** mappe_schema_set_meta: Writes what the file says of itself under @name. */
gboolean
mappe_schema_set_meta (MappeConn *conn, const char *name, const char *value, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn,
                                        "INSERT INTO meta (name, value) VALUES ($1, $2)"
                                        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                                        error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_text (stmt, 1, name);
  mappe_stmt_bind_text (stmt, 2, value);
  return mappe_stmt_run (stmt, error);
}

static gboolean
create_outgoing (MappeConn *conn, GError **error)
{
  g_autofree char *sql = in_dialect (outgoing_tables, mappe_conn_get_dialect (conn));

  return mappe_conn_script (conn, sql, error);
}

static gboolean
fill_meta (MappeConn *conn, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *version = g_strdup_printf ("%d", MAPPE_SCHEMA_VERSION);

  return mappe_schema_set_meta (conn, "schema_version", version, error)
         && mappe_schema_set_meta (conn, "council_id", id, error);
}

/**
 * mappe_schema_create:
 *
 * Makes the tables of an empty file, inside the caller's transaction.
 */
gboolean
mappe_schema_create (MappeConn *conn, GError **error)
{
  g_autofree char *log = in_dialect (log_tables, mappe_conn_get_dialect (conn));
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  if (!mappe_conn_script (conn, log, error))
    return FALSE;
  for (guint i = 0; i < n_kinds; i++)
    if (!create_kind (conn, kinds[i], error))
      return FALSE;
  return create_outgoing (conn, error) && fill_meta (conn, error);
}

/**
 * mappe_schema_migrate_kind:
 * @from: the version found in the file
 *
 * Makes the table of a kind that came after version @from, or adds the columns that did.
 */
gboolean
mappe_schema_migrate_kind (MappeConn *conn, const MappeKind *kind, gint64 from, GError **error)
{
  const MappeDialect *dialect = mappe_conn_get_dialect (conn);

  if (kind->fields[MAPPE_FIELD_REFERENCE].since > from)
    return create_kind (conn, kind, error);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (GString) column = g_string_new (NULL);
      g_autoptr (GString) sql = g_string_new (NULL);
      g_auto (GStrv) parts = NULL;

      if (kind->fields[i].since <= from)
        continue;
      append_column (column, &kind->fields[i], dialect);
      parts = g_strsplit (column->str + strlen (", "), ", ", -1);
      for (char **part = parts; *part != NULL; part++)
        g_string_append_printf (sql, "ALTER TABLE %s ADD COLUMN %s;", kind->table, *part);
      append_index (sql, kind, i);
      if (!mappe_conn_script (conn, sql->str, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mappe_schema_get_version:
 *
 * Returns: the version of the tables; -1 with an error, also when the file does not say
 */
gint64
mappe_schema_get_version (MappeConn *conn, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = mappe_schema_get_meta (conn, "schema_version", &cause);

  if (text != NULL)
    return g_ascii_strtoll (text, NULL, 10);
  /* A statement that does not fit means that the table is missing. */
  if (cause != NULL && !g_error_matches (cause, MAPPE_SQL_ERROR, MAPPE_SQL_ERROR_SYNTAX))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_DAMAGED, "the file does not say its version");
  return -1;
}

/**
 * mappe_schema_migrate:
 * @from: the version found in the file
 *
 * Brings the tables of an older program to this one's, inside the caller's transaction: fields and kinds are only
 * ever added, so the field tables say what is missing.
 */
gboolean
mappe_schema_migrate (MappeConn *conn, gint64 from, GError **error)
{
  g_autofree char *version = g_strdup_printf ("%d", MAPPE_SCHEMA_VERSION);
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (!mappe_schema_migrate_kind (conn, kinds[i], from, error))
      return FALSE;
  return create_outgoing (conn, error) && mappe_schema_add_codes (conn, from, error)
         && mappe_schema_set_meta (conn, "schema_version", version, error);
}
