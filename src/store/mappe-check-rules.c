/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-check-private.h"

#include <string.h>

#include "mappe-attendance.h"
#include "mappe-decision.h"
#include "mappe-membership.h"
#include "mappe-store-private.h"

/* A rule as a question whose every row is a finding: id, reference, then what @detail shows. */
typedef struct {
  const char      *rule;
  const MappeKind *kind;
  int              field;
  const char      *detail;  /* with at most four "%s" */
} Rule;

static gboolean
ask (MappeCheck *check, const Rule *rule, const char *sql, GError **error)
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
  Rule rule = { "reference", kind, (int) number, "refers to record %s, which is not there" };
  g_autofree char *sql = g_strdup_printf ("SELECT r.id, r.reference, r.%s FROM %s AS r WHERE r.%s IS NOT NULL"
                                          " AND NOT EXISTS (SELECT 1 FROM %s AS x WHERE x.id = r.%s) ORDER BY r.id",
                                          field->name, kind->table, field->name, target->table, field->name);

  return ask (check, &rule, sql, error);
}

static gboolean
check_unique (MappeCheck *check, const MappeKind *kind, guint number, GError **error)
{
  const MappeFieldSpec *field = &kind->fields[number];
  gboolean keyed = mappe_field_has_key (field);
  Rule rule = { "duplicate", kind, (int) number, "“%s” is there %s times" };
  g_autofree char *sql = g_strdup_printf ("SELECT max(id), max(reference), %s, count(*) FROM %s WHERE %s IS NOT NULL"
                                          " GROUP BY %s%s%s HAVING count(*) > 1",
                                          field->name, kind->table, field->name, field->name, keyed ? "_key, " : "",
                                          keyed ? field->name : "");

  return ask (check, &rule, sql, error);
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

/* --- votes, presence, memberships --- */

static gboolean
check_roll_calls (MappeCheck *check, GError **error)
{
  static const char *const votes[] = { "yes", "no", "abstain" };
  const int fields[] = { MAPPE_DECISION_YES, MAPPE_DECISION_NO, MAPPE_DECISION_ABSTAIN };

  for (guint i = 0; i < G_N_ELEMENTS (votes); i++)
    {
      Rule rule = { "votes", &mappe_decision_kind, fields[i], "%s counted, but %s at the roll call" };
      g_autofree char *sql =
        g_strdup_printf ("SELECT d.id, d.reference, d.%s, sum(CASE WHEN v.vote = '%s' THEN 1 ELSE 0 END) AS called"
                         " FROM decision AS d JOIN roll_call_vote AS v ON v.decision = d.id"
                         " WHERE d.%s IS NOT NULL GROUP BY d.id, d.reference, d.%s"
                         " HAVING sum(CASE WHEN v.vote = '%s' THEN 1 ELSE 0 END) <> d.%s",
                         votes[i], votes[i], votes[i], votes[i], votes[i], votes[i]);

      if (!ask (check, &rule, sql, error))
        return FALSE;
    }
  return TRUE;
}

static const Rule late_rule = { "presence", &mappe_attendance_kind, MAPPE_ATTENDANCE_ARRIVED_AT,
                                "arrived at %s, after the end of the meeting at %s" };
static const Rule early_rule = { "presence", &mappe_attendance_kind, MAPPE_ATTENDANCE_LEFT_AT,
                                 "left at %s, before the begin of the meeting at %s" };
static const Rule after_rule = { "presence", &mappe_attendance_kind, MAPPE_ATTENDANCE_LEFT_AT,
                                 "left at %s, after the end of the meeting at %s" };
static const Rule twice_rule = { "presence", &mappe_attendance_kind, MAPPE_ATTENDANCE_ARRIVED_AT,
                                 "present twice at the same time, see %s" };
static const Rule vote_time_rule = { "presence", &mappe_decision_kind, MAPPE_DECISION_VOTED_AT,
                                     "voted at %s, outside of the meeting from %s to %s" };
static const Rule membership_rule = { "membership", &mappe_membership_kind, MAPPE_MEMBERSHIP_VALID_FROM,
                                      "overlaps with %s of the same person in the same body" };

/* Only meetings of one day have an end later than their begin; others tell nothing here. */
#define IN_MEETING "JOIN meeting AS m ON m.id = a.meeting AND m.start_at <= m.end_at "

static gboolean
check_presence (MappeCheck *check, GError **error)
{
  return ask (check, &late_rule,
              "SELECT a.id, a.reference, a.arrived_at, m.end_at FROM attendance AS a " IN_MEETING
              "WHERE a.arrived_at > m.end_at ORDER BY a.id", error)
         && ask (check, &early_rule,
                 "SELECT a.id, a.reference, a.left_at, m.start_at FROM attendance AS a " IN_MEETING
                 "WHERE a.left_at < m.start_at ORDER BY a.id", error)
         && ask (check, &after_rule,
                 "SELECT a.id, a.reference, a.left_at, m.end_at FROM attendance AS a " IN_MEETING
                 "WHERE a.left_at > m.end_at ORDER BY a.id", error)
         && ask (check, &twice_rule,
                 "SELECT a.id, a.reference, b.reference FROM attendance AS a"
                 " JOIN attendance AS b ON b.meeting = a.meeting AND b.person = a.person AND b.id < a.id"
                 " WHERE a.arrived_at < coalesce(b.left_at, '99:99') AND b.arrived_at < coalesce(a.left_at, '99:99')"
                 " ORDER BY a.id", error)
         && ask (check, &vote_time_rule,
                 "SELECT d.id, d.reference, d.voted_at, m.start_at, m.end_at FROM decision AS d"
                 " JOIN agenda_item AS i ON i.id = d.agenda_item"
                 " JOIN meeting AS m ON m.id = i.meeting AND m.start_at <= m.end_at"
                 " WHERE d.voted_at < m.start_at OR d.voted_at > m.end_at ORDER BY d.id", error);
}

static gboolean
check_memberships (MappeCheck *check, GError **error)
{
  return ask (check, &membership_rule,
              "SELECT a.id, a.reference, b.reference FROM membership AS a"
              " JOIN membership AS b ON b.person = a.person AND b.body = a.body AND b.id < a.id"
              " WHERE coalesce(a.valid_from, '0000') <= coalesce(b.valid_to, '9999')"
              " AND coalesce(b.valid_from, '0000') <= coalesce(a.valid_to, '9999') ORDER BY a.id", error);
}

/* --- decision numbers (R-04) --- */

typedef struct {
  gint64 number;
  gint64 id;
} Numbered;

/* "KPR 2026/07" is number 7 of its series. Numbers that do not end in digits belong to none. */
static gboolean
split_number (const char *text, char **series, gint64 *number)
{
  gsize end = text != NULL ? strlen (text) : 0;
  gsize begin = end;

  while (begin > 0 && g_ascii_isdigit (text[begin - 1]))
    begin--;
  if (begin == end || end - begin > 9)
    return FALSE;
  *series = g_strndup (text, begin);
  *number = g_ascii_strtoll (text + begin, NULL, 10);
  return TRUE;
}

/* Gathers the numbers of a body, a year and a series. */
static void
take_number (MappeStmt *stmt, GHashTable *taken)
{
  Numbered numbered = { 0, mappe_stmt_get_int (stmt, 0) };
  g_autofree char *series = NULL;
  g_autofree char *key = NULL;
  GArray *numbers;

  if (!split_number (mappe_stmt_get_text (stmt, 1), &series, &numbered.number))
    return;
  key = g_strdup_printf ("%s\n%s\n%s", mappe_stmt_get_text (stmt, 2), mappe_stmt_get_text (stmt, 3) ?: "", series);
  numbers = g_hash_table_lookup (taken, key);
  if (numbers == NULL)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (Numbered));
      g_hash_table_insert (taken, g_steal_pointer (&key), numbers);
    }
  g_array_append_val (numbers, numbered);
}

static int
compare_numbers (gconstpointer left, gconstpointer right)
{
  const Numbered *a = left;
  const Numbered *b = right;

  if (a->number != b->number)
    return a->number < b->number ? -1 : 1;
  return a->id < b->id ? -1 : a->id > b->id;
}

/* A file may begin in the middle of a year, so only what lies between the first and the last number is a gap. */
static void
check_series (MappeCheck *check, const char *key, GArray *numbers)
{
  g_auto (GStrv) parts = g_strsplit (key, "\n", 3);

  g_array_sort (numbers, compare_numbers);
  for (guint i = 1; i < numbers->len; i++)
    {
      gint64 before = g_array_index (numbers, Numbered, i - 1).number;
      const Numbered *here = &g_array_index (numbers, Numbered, i);
      g_autofree char *reference = NULL;

      if (here->number == before + 1)
        continue;
      reference = mappe_rows_reference_of (check->conn, &mappe_decision_kind, here->id, NULL);
      if (here->number == before)
        mappe_check_add (check, "numbering", &mappe_decision_kind, here->id, reference, MAPPE_DECISION_NUMBER,
                         "the number %s%02" G_GINT64_FORMAT " is given twice", parts[2], before);
      else
        mappe_check_add (check, "numbering", &mappe_decision_kind, here->id, reference, MAPPE_DECISION_NUMBER,
                         "%s%02" G_GINT64_FORMAT " is missing before %s%02" G_GINT64_FORMAT " (body %s)", parts[2],
                         before + 1, parts[2], here->number, parts[0]);
    }
}

static gboolean
check_numbering (MappeCheck *check, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_array_unref);
  MappeStmt *stmt = mappe_conn_prepare (check->conn,
                                        "SELECT d.id, d.number, b.reference, substr(m.held_on, 1, 4)"
                                        " FROM decision AS d JOIN agenda_item AS i ON i.id = d.agenda_item"
                                        " JOIN meeting AS m ON m.id = i.meeting JOIN body AS b ON b.id = m.body"
                                        " WHERE d.number IS NOT NULL ORDER BY d.id", error);
  gboolean has_row = stmt != NULL;
  gpointer key, numbers;
  GHashTableIter iter;

  while (has_row)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (has_row)
        take_number (stmt, taken);
    }
  g_hash_table_iter_init (&iter, taken);
  while (g_hash_table_iter_next (&iter, &key, &numbers))
    check_series (check, key, numbers);
  return stmt != NULL;
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
        Rule rule = { "blob", kinds[k], (int) i, "the content %s is not there" };
        g_autofree char *sql = NULL;

        if (kinds[k]->fields[i].type != MAPPE_FIELD_BLOB)
          continue;
        sql = g_strdup_printf ("SELECT r.id, r.reference, r.%s FROM %s AS r WHERE r.%s IS NOT NULL AND NOT EXISTS"
                               " (SELECT 1 FROM blob_content AS c WHERE c.hash = r.%s) ORDER BY r.id",
                               name, kinds[k]->table, name, name);
        if (!ask (check, &rule, sql, error))
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
      Rule rule = { "log", kinds[k], -1, "the log knows of %s records, but there are %s" };
      g_autofree char *sql =
        g_strdup_printf ("SELECT 0, NULL, logged, present FROM (SELECT"
                         " (SELECT coalesce(sum(CASE op WHEN 'I' THEN last_id - record_id + 1 WHEN 'D' THEN -1 ELSE 0"
                         " END), 0) FROM change WHERE kind_name = '%s') AS logged,"
                         " (SELECT count(*) FROM %s) AS present) AS both_counts WHERE logged <> present",
                         kinds[k]->name, kinds[k]->table);

      if (!ask (check, &rule, sql, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_log (MappeCheck *check, GError **error)
{
  static const Rule order = { "log", NULL, -1, "change set %s is older than the one before it" };
  static const Rule orphan = { "log", NULL, -1, "change %s belongs to no change set" };
  static const Rule value = { "log", NULL, -1, "a value of the field %s belongs to no change" };
  static const Rule stack = { "log", NULL, -1, "change set %s refers to one that is not there" };

  return ask (check, &order,
              "SELECT 0, NULL, s.id FROM change_set AS s JOIN change_set AS b ON b.id = s.id - 1 WHERE s.at < b.at",
              error)
         && ask (check, &orphan,
                 "SELECT 0, NULL, c.id FROM change AS c WHERE NOT EXISTS"
                 " (SELECT 1 FROM change_set AS s WHERE s.id = c.set_id)", error)
         && ask (check, &value,
                 "SELECT 0, NULL, v.field FROM change_value AS v WHERE NOT EXISTS"
                 " (SELECT 1 FROM change AS c WHERE c.id = v.change_id)", error)
         && ask (check, &stack,
                 "SELECT 0, NULL, s.id FROM change_set AS s WHERE"
                 " (s.undoes > 0 AND NOT EXISTS (SELECT 1 FROM change_set AS x WHERE x.id = s.undoes AND x.id < s.id))"
                 " OR (s.undo_next > 0 AND NOT EXISTS"
                 " (SELECT 1 FROM change_set AS x WHERE x.id = s.undo_next AND x.id <= s.id))"
                 " OR (s.redo_next > 0 AND NOT EXISTS"
                 " (SELECT 1 FROM change_set AS x WHERE x.id = s.redo_next AND x.id <= s.id))", error)
         && check_log_counts (check, error);
}

gboolean
mappe_check_rules (MappeCheck *check, GError **error)
{
  return check_fields (check, error) && check_roll_calls (check, error) && check_presence (check, error)
         && check_memberships (check, error) && check_numbering (check, error) && check_blobs (check, error)
         && check_log (check, error);
}
