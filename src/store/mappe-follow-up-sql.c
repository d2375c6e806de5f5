/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up-private.h"

#include "mappe-text.h"

/* The question of the follow-up: decisions, and tasks without one, under the conditions that the filter sets. A
 * condition that is not set is not in the text, so that each is answered from its index. In both halves "r" is the
 * record. */

#define IS_OPEN(t) "(" t ".status IS NULL OR " t ".status NOT IN ('done', 'dropped'))"
#define NAME_OF(p) "NULLIF (TRIM (COALESCE (" p ".first_name, '') || ' ' || COALESCE (" p ".last_name, '')), '')"
#define OPEN_TASKS "FROM task t WHERE t.decision = r.id AND " IS_OPEN ("t")
#define DECISION_DUE "COALESCE ((SELECT MIN (t.due_on) " OPEN_TASKS "), r.due_on)"
#define FINISHED "CASE WHEN " IS_OPEN ("r") " THEN 0 ELSE 1 END AS finished"

/* Columns in the order of MappeFollowUpColumn. */
static const char decision_columns[] =
  "SELECT 0, r.id AS record_id, r.version, r.reference, r.number, r.text, b.id, b.name, m.id, m.title,"
  " m.held_on AS meeting_day, a.number, COALESCE (r.public, 0), o.name, o.id,"
  " (SELECT " NAME_OF ("p") " FROM task t JOIN person p ON p.id = t.responsible_member WHERE t.decision = r.id AND "
  IS_OPEN ("t") " ORDER BY t.due_on ASC NULLS LAST, t.id LIMIT 1),"
  " " DECISION_DUE " AS due_day, r.status, r.outcome, r.done_on AS done_day,"
  " (SELECT COUNT (*) FROM task t WHERE t.decision = r.id), (SELECT COUNT (*) " OPEN_TASKS "), r.due_reason, " FINISHED
  ", r.number_key AS number_key FROM decision r JOIN agenda_item a ON a.id = r.agenda_item"
  " JOIN meeting m ON m.id = a.meeting JOIN body b ON b.id = m.body"
  " LEFT JOIN organisation o ON o.id = r.responsible_organisation";

static const char task_columns[] =
  " UNION ALL SELECT 1, r.id, r.version, r.reference, NULL, r.title, b.id, b.name, m.id, m.title, m.held_on, a.number,"
  " COALESCE (a.public, 0), o.name, o.id, " NAME_OF ("p") ", r.due_on, r.status, NULL, r.done_on, 0, 0, r.due_reason, "
  FINISHED ", NULL FROM task r LEFT JOIN agenda_item a ON a.id = r.agenda_item LEFT JOIN meeting m ON m.id = a.meeting"
  " LEFT JOIN body b ON b.id = m.body LEFT JOIN organisation o ON o.id = r.responsible_organisation"
  " LEFT JOIN person p ON p.id = r.responsible_member";

/* The day each body met last before today, to know what was finished since. */
#define LAST_DAYS                                                                                                   \
  " LEFT JOIN (SELECT body, MAX (held_on) AS last_on FROM meeting WHERE state = 'held' AND held_on < %s"            \
  " GROUP BY body) l ON l.body = m.body"

typedef struct {
  const MappeFollowUpFilter *filter;
  GString                   *sql;
  GPtrArray                 *texts;  /* bound as numbers where is_number says so */
  GArray                    *is_number;
  gboolean                   has_where;
} Question;

static char *
parameter (Question *self, char *text, gboolean is_number)
{
  g_ptr_array_add (self->texts, text);
  g_array_append_val (self->is_number, is_number);
  return g_strdup_printf ("$%u", self->texts->len);
}

/* Adds a condition, with @text (transfer full) as the parameter in the place of each "?". */
static void
add (Question *self, const char *condition, char *text, gboolean is_number)
{
  g_autofree char *name = text != NULL ? parameter (self, text, is_number) : NULL;
  g_auto (GStrv) parts = g_strsplit (condition, "?", -1);
  g_autofree char *joined = g_strjoinv (name != NULL ? name : "?", parts);

  g_string_append_printf (self->sql, "%s%s", self->has_where ? " AND " : " WHERE ", joined);
  self->has_where = TRUE;
}

static void
add_id (Question *self, const char *condition, gint64 id)
{
  if (id != 0)
    add (self, condition, g_strdup_printf ("%" G_GINT64_FORMAT, id), TRUE);
}

static void
add_year (Question *self)
{
  int year = self->filter->year;

  if (year == 0)
    return;
  add (self, "m.held_on >= ?", g_strdup_printf ("%04d-01-01", year), FALSE);
  add (self, "m.held_on <= ?", g_strdup_printf ("%04d-12-31", year), FALSE);
}

static void
add_words (Question *self, const char *condition)
{
  g_autofree char *folded = self->filter->text != NULL ? mappe_text_fold_words (self->filter->text) : NULL;
  g_auto (GStrv) words = g_strsplit (folded != NULL ? folded : "", " ", -1);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      add (self, condition, mappe_select_like (*word), FALSE);
}

static void
add_state (Question *self, const char *overdue)
{
  switch (self->filter->state)
    {
    case MAPPE_FOLLOW_UP_UNFINISHED:
      add (self, IS_OPEN ("r"), NULL, FALSE);
      break;
    case MAPPE_FOLLOW_UP_OVERDUE:
      add (self, IS_OPEN ("r"), NULL, FALSE);
      add (self, overdue, g_strdup (self->filter->today), FALSE);
      break;
    case MAPPE_FOLLOW_UP_FINISHED:
      add (self, "NOT " IS_OPEN ("r"), NULL, FALSE);
      break;
    case MAPPE_FOLLOW_UP_AGENDA:
      add (self, "(" IS_OPEN ("r") " OR r.done_on > l.last_on OR r.done_on = ?)", g_strdup (self->filter->today),
           FALSE);
      break;
    case MAPPE_FOLLOW_UP_ALL:
    default:
      break;
    }
}

static void
add_last_days (Question *self)
{
  g_autofree char *today = NULL;

  if (self->filter->state != MAPPE_FOLLOW_UP_AGENDA)
    return;
  today = parameter (self, g_strdup (self->filter->today), FALSE);
  g_string_append_printf (self->sql, LAST_DAYS, today);
}

static void
add_place (Question *self, const char *public)
{
  add_id (self, "m.body = ?", self->filter->body);
  add_id (self, "m.id = ?", self->filter->meeting);
  add_year (self);
  if (self->filter->part != MAPPE_FOLLOW_UP_BOTH)
    {
      g_autofree char *condition = g_strdup_printf ("COALESCE (%s, 0) = %d", public,
                                                    self->filter->part == MAPPE_FOLLOW_UP_PUBLIC ? 1 : 0);

      add (self, condition, NULL, FALSE);
    }
}

static void
add_decisions (Question *self)
{
  g_string_append (self->sql, decision_columns);
  add_last_days (self);
  add_place (self, "r.public");
  add_state (self, DECISION_DUE " < ?");
  add_id (self, "(r.responsible_organisation = ? OR EXISTS (SELECT 1 FROM task t WHERE t.decision = r.id"
                " AND t.responsible_organisation = ?))", self->filter->office);
  add_id (self, "EXISTS (SELECT 1 FROM task t WHERE t.decision = r.id AND t.responsible_member = ?)",
          self->filter->person);
  add_words (self, "(r.search_text LIKE ? ESCAPE '\\' OR o.name_key LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM task t"
                   " LEFT JOIN organisation x ON x.id = t.responsible_organisation"
                   " LEFT JOIN person p ON p.id = t.responsible_member WHERE t.decision = r.id"
                   " AND (t.search_text LIKE ? ESCAPE '\\' OR x.name_key LIKE ? ESCAPE '\\'"
                   " OR p.first_name_key LIKE ? ESCAPE '\\' OR p.last_name_key LIKE ? ESCAPE '\\')))");
}

static void
add_tasks (Question *self)
{
  g_string_append (self->sql, task_columns);
  add_last_days (self);
  self->has_where = FALSE;
  add (self, "r.decision IS NULL", NULL, FALSE);
  add_place (self, "a.public");
  add_state (self, "r.due_on < ?");
  add_id (self, "r.responsible_organisation = ?", self->filter->office);
  add_id (self, "r.responsible_member = ?", self->filter->person);
  add_words (self, "(r.search_text LIKE ? ESCAPE '\\' OR o.name_key LIKE ? ESCAPE '\\'"
                   " OR p.first_name_key LIKE ? ESCAPE '\\' OR p.last_name_key LIKE ? ESCAPE '\\')");
}

static void
bind (Question *self, MappeStmt *stmt)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const char *text = g_ptr_array_index (self->texts, i);

      if (g_array_index (self->is_number, gboolean, i))
        mappe_stmt_bind_int (stmt, i + 1, g_ascii_strtoll (text, NULL, 10));
      else
        mappe_stmt_bind_text (stmt, i + 1, text);
    }
}

/**
 * mappe_follow_up_prepare:
 * @prefix: put before the question, to have it explained in tests; usually ""
 *
 * Returns: (transfer none) (nullable): a statement ready to step, with the columns of #MappeFollowUpColumn
 */
MappeStmt *
mappe_follow_up_prepare (MappeConn *conn, const MappeFollowUpFilter *filter, const char *prefix, GError **error)
{
  g_autoptr (GString) sql = g_string_new (prefix);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) is_number = g_array_new (FALSE, FALSE, sizeof (gboolean));
  Question self = { filter, sql, texts, is_number, FALSE };
  MappeStmt *stmt;

  add_decisions (&self);
  add_tasks (&self);
  g_string_append (sql, filter->state == MAPPE_FOLLOW_UP_AGENDA
                            ? " ORDER BY finished, due_day ASC NULLS LAST, done_day, meeting_day, number_key, record_id"
                            : " ORDER BY meeting_day DESC NULLS LAST, number_key ASC NULLS LAST, record_id");
  stmt = mappe_conn_prepare (conn, sql->str, error);
  if (stmt != NULL)
    bind (&self, stmt);
  return stmt;
}

/** mappe_follow_up_prepare_tasks: Returns: (transfer none) (nullable): a statement ready to step: all open tasks of
 *   decisions, the earliest first, with the columns of #MappeFollowUpTaskColumn */
MappeStmt *
mappe_follow_up_prepare_tasks (MappeConn *conn, GError **error)
{
  return mappe_conn_prepare (conn,
                             "SELECT t.decision, t.id, t.reference, t.title, " NAME_OF ("p") ", o.name, t.due_on,"
                             " t.due_reason FROM task t LEFT JOIN person p ON p.id = t.responsible_member"
                             " LEFT JOIN organisation o ON o.id = t.responsible_organisation"
                             " WHERE t.decision IS NOT NULL AND " IS_OPEN ("t")
                             " ORDER BY t.due_on ASC NULLS LAST, t.id", error);
}
