/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-check-private.h"

#include "mappe-record-error.h"
#include "mappe-store-private.h"
#include "mappe-text.h"

/* Below this there is no need to look whether anybody wants to stop. */
#define ROWS_A_LOOK 1024

static const char *
rule_of (const MappeKind *kind, const GError *cause)
{
  switch ((MappeRecordError) cause->code)
    {
    case MAPPE_RECORD_ERROR_REQUIRED:
      return "required";
    case MAPPE_RECORD_ERROR_RANGE:
      return "range";
    case MAPPE_RECORD_ERROR_TOO_LONG:
      return "length";
    case MAPPE_RECORD_ERROR_ENCODING:
      return "encoding";
    case MAPPE_RECORD_ERROR_RULE:
      return g_str_equal (kind->name, "decision") ? "votes" : "rule";
    case MAPPE_RECORD_ERROR_UNKNOWN_KIND:
    case MAPPE_RECORD_ERROR_UNKNOWN_FIELD:
    case MAPPE_RECORD_ERROR_TYPE:
    default:
      return "type";
    }
}

static const char *
reference_of (const MappeRow *row)
{
  return mappe_row_get_text (row, MAPPE_FIELD_REFERENCE);
}

static void
check_values (MappeCheck *check, const MappeRow *row)
{
  g_autoptr (GError) cause = NULL;
  int field = -1;

  if (!mappe_row_validate (row, &field, &cause))
    mappe_check_add (check, rule_of (row->kind, cause), row->kind, row->id, reference_of (row), field, "%s",
                     cause->message);
  if (row->version < 1 || row->version > check->last_set)
    mappe_check_add (check, "version", row->kind, row->id, reference_of (row), -1,
                     "version %" G_GINT64_FORMAT " is not one of the %" G_GINT64_FORMAT " change sets", row->version,
                     check->last_set);
}

static void
check_codes (MappeCheck *check, const MappeRow *row)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      const MappeFieldSpec *field = &row->kind->fields[i];
      const char *code = field->type == MAPPE_FIELD_CODE ? mappe_row_get_text (row, i) : NULL;
      g_autofree char *key = code != NULL ? g_strconcat (field->code_list, "/", code, NULL) : NULL;

      if (key != NULL && !g_hash_table_contains (check->codes, key))
        mappe_check_add (check, "code", row->kind, row->id, reference_of (row), (int) i,
                         "“%s” is no code of the list %s", code, field->code_list);
    }
}

/* What the store made of the values when it saved them; lists sort and search by it. */
static void
check_derived (MappeCheck *check, const MappeRow *row, MappeStmt *stmt)
{
  guint column = row->kind->n_fields + 2;
  g_autofree char *search = mappe_row_get_search (row);
  g_autofree char *folded = mappe_text_fold_words (search);

  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      const char *text;
      g_autofree char *key = NULL;

      if (!mappe_field_has_key (&row->kind->fields[i]))
        continue;
      text = mappe_row_get_text (row, i);
      key = text != NULL ? mappe_text_sort_key (text, MAPPE_SORT_DIN_5007_1) : NULL;
      if (g_strcmp0 (key, mappe_stmt_get_text (stmt, column++)) != 0)
        mappe_check_add (check, "derived", row->kind, row->id, reference_of (row), (int) i,
                         "the sort key does not belong to the value");
    }
  if (g_strcmp0 (folded, mappe_stmt_get_text (stmt, column) ?: "") != 0)
    mappe_check_add (check, "derived", row->kind, row->id, reference_of (row), -1,
                     "the search text does not belong to the values");
}

static char *
statement (const MappeKind *kind)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT %s", mappe_rows_columns (kind));
  for (guint i = 0; i < kind->n_fields; i++)
    if (mappe_field_has_key (&kind->fields[i]))
      g_string_append_printf (sql, ", %s_key", kind->fields[i].name);
  g_string_append_printf (sql, ", search_text FROM %s ORDER BY id", kind->table);
  return g_string_free (sql, FALSE);
}

static gboolean
check_kind (MappeCheck *check, const MappeKind *kind, GError **error)
{
  g_autofree char *sql = statement (kind);
  MappeStmt *stmt = mappe_conn_prepare (check->conn, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  for (guint n_rows = 0;; n_rows++)
    {
      g_autoptr (MappeRow) row = NULL;

      if (n_rows % ROWS_A_LOOK == 0 && g_cancellable_set_error_if_cancelled (check->cancellable, error))
        break;
      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      row = mappe_row_new (kind);
      mappe_rows_read (stmt, row);
      check_values (check, row);
      check_codes (check, row);
      check_derived (check, row, stmt);
    }
  mappe_stmt_reset (stmt);
  return FALSE;
}

gboolean
mappe_check_rows (MappeCheck *check, GError **error)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (!check_kind (check, kinds[i], error))
      return FALSE;
  return TRUE;
}
