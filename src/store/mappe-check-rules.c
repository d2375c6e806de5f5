/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-check-private.h"

#include "mappe-store-private.h"

/**
 * mappe_check_ask:
 * @rule: what a row means
 * @sql: a question whose every row is a finding: id, reference, then what the rule's detail shows
 *
 * Returns: whether the question could be asked
 */
gboolean
mappe_check_ask (MappeCheck *check, const MappeCheckRule *rule, const char *sql, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (check->conn, sql, error);
  gboolean has_row = stmt != NULL;

  while (has_row)
    {
      g_auto (GStrv) parts = NULL;
      g_autoptr (GString) detail = g_string_new (NULL);

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      parts = g_strsplit (rule->detail, "%s", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        {
          g_string_append (detail, parts[i]);
          if (parts[i + 1] != NULL)
            g_string_append (detail, mappe_stmt_get_text (stmt, i + 2) ?: "?");
        }
      mappe_check_add (check, rule->rule, rule->kind, mappe_stmt_get_int (stmt, 0), mappe_stmt_get_text (stmt, 1),
                       rule->field, "%s", detail->str);
    }
  return stmt != NULL;
}

static gboolean
check_reference (MappeCheck *check, const MappeKind *kind, guint number, GError **error)
{
  const MappeFieldSpec *field = &kind->fields[number];
  const MappeKind *target = mappe_kind_lookup (field->target, NULL);
  MappeCheckRule rule = { "reference", kind, (int) number, "refers to record %s, which is not there" };
  g_autofree char *sql = g_strdup_printf ("SELECT r.id, r.reference, r.%s FROM %s AS r WHERE r.%s IS NOT NULL"
                                          " AND NOT EXISTS (SELECT 1 FROM %s AS x WHERE x.id = r.%s) ORDER BY r.id",
                                          field->name, kind->table, field->name, target->table, field->name);

  return mappe_check_ask (check, &rule, sql, error);
}

static gboolean
check_unique (MappeCheck *check, const MappeKind *kind, guint number, GError **error)
{
  const MappeFieldSpec *field = &kind->fields[number];
  gboolean keyed = mappe_field_has_key (field);
  MappeCheckRule rule = { "duplicate", kind, (int) number, "“%s” is there %s times" };
  g_autofree char *sql = g_strdup_printf ("SELECT max(id), max(reference), %s, count(*) FROM %s WHERE %s IS NOT NULL"
                                          " GROUP BY %s%s%s HAVING count(*) > 1",
                                          field->name, kind->table, field->name, field->name, keyed ? "_key, " : "",
                                          keyed ? field->name : "");

  return mappe_check_ask (check, &rule, sql, error);
}

static gboolean
check_fields (MappeCheck *check, GError **error)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      if ((kinds[k]->fields[i].type == MAPPE_FIELD_REF && !check_reference (check, kinds[k], i, error))
          || ((kinds[k]->fields[i].flags & MAPPE_FIELD_UNIQUE) && !check_unique (check, kinds[k], i, error)))
        return FALSE;
  return TRUE;
}

/* --- attached files --- */

static gboolean
check_content (MappeCheck *check, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (check->conn, "SELECT hash, bytes FROM blob_content", error);
  gboolean has_row = stmt != NULL;

  while (has_row)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *hash = NULL;

      if (g_cancellable_set_error_if_cancelled (check->cancellable, error))
        {
          mappe_stmt_reset (stmt);
          return FALSE;
        }
      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      bytes = mappe_stmt_get_blob (stmt, 1);
      hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      if (g_strcmp0 (hash, mappe_stmt_get_text (stmt, 0)) != 0)
        mappe_check_add (check, "blob", NULL, 0, NULL, -1, "the content %s was changed", mappe_stmt_get_text (stmt, 0));
    }
  return stmt != NULL;
}

static gboolean
check_blobs (MappeCheck *check, GError **error)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      {
        const char *name = kinds[k]->fields[i].name;
        MappeCheckRule rule = { "blob", kinds[k], (int) i, "the content %s is not there" };
        g_autofree char *sql = NULL;

        if (kinds[k]->fields[i].type != MAPPE_FIELD_BLOB)
          continue;
        sql = g_strdup_printf ("SELECT r.id, r.reference, r.%s FROM %s AS r WHERE r.%s IS NOT NULL AND NOT EXISTS"
                               " (SELECT 1 FROM blob_content AS c WHERE c.hash = r.%s) ORDER BY r.id",
                               name, kinds[k]->table, name, name);
        if (!mappe_check_ask (check, &rule, sql, error))
          return FALSE;
      }
  return check_content (check, error);
}

/* --- the change log --- */

/* What came and was not deleted must be there. */
static gboolean
check_log_counts (MappeCheck *check, GError **error)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      MappeCheckRule rule = { "log", kinds[k], -1, "the log knows of %s records, but there are %s" };
      g_autofree char *sql =
        g_strdup_printf ("SELECT 0, NULL, logged, present FROM (SELECT"
                         " (SELECT coalesce(sum(CASE op WHEN 'I' THEN last_id - record_id + 1 WHEN 'D' THEN -1 ELSE 0"
                         " END), 0) FROM change WHERE kind_name = '%s') AS logged,"
                         " (SELECT count(*) FROM %s) AS present) AS both_counts WHERE logged <> present",
                         kinds[k]->name, kinds[k]->table);

      if (!mappe_check_ask (check, &rule, sql, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_log (MappeCheck *check, GError **error)
{
  static const MappeCheckRule order = { "log", NULL, -1, "change set %s is older than the one before it" };
  static const MappeCheckRule orphan = { "log", NULL, -1, "change %s belongs to no change set" };
  static const MappeCheckRule value = { "log", NULL, -1, "a value of the field %s belongs to no change" };
  static const MappeCheckRule stack = { "log", NULL, -1, "change set %s refers to one that is not there" };

  const struct { const MappeCheckRule *rule; const char *sql; } asked[] = {
    { &order,
      "SELECT 0, NULL, s.id FROM change_set AS s JOIN change_set AS b ON b.id = s.id - 1 WHERE s.at < b.at" },
    { &orphan,
      "SELECT 0, NULL, c.id FROM change AS c WHERE NOT EXISTS (SELECT 1 FROM change_set AS s WHERE s.id = c.set_id)" },
    { &value,
      "SELECT 0, NULL, v.field FROM change_value AS v WHERE NOT EXISTS"
      " (SELECT 1 FROM change AS c WHERE c.id = v.change_id)" },
    { &stack,
      "SELECT 0, NULL, s.id FROM change_set AS s WHERE"
      " (s.undoes > 0 AND NOT EXISTS (SELECT 1 FROM change_set AS x WHERE x.id = s.undoes AND x.id < s.id))"
      " OR (s.undo_next > 0 AND NOT EXISTS"
      " (SELECT 1 FROM change_set AS x WHERE x.id = s.undo_next AND x.id <= s.id))"
      " OR (s.redo_next > 0 AND NOT EXISTS"
      " (SELECT 1 FROM change_set AS x WHERE x.id = s.redo_next AND x.id <= s.id))" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (!mappe_check_ask (check, asked[i].rule, asked[i].sql, error))
      return FALSE;
  return check_log_counts (check, error);
}

gboolean
mappe_check_rules (MappeCheck *check, GError **error)
{
  return check_fields (check, error) && mappe_check_sittings (check, error) && mappe_check_numbers (check, error)
         && check_blobs (check, error) && check_log (check, error);
}
