/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up-private.h"

#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-due-private.h"
#include "mappe-task.h"
#include "mappe-text.h"

/* Decisions until they are done: what they are, and how often their day was moved. */

static void
task_free (MappeFollowUpTask *self)
{
  g_free (self->reference);
  g_free (self->title);
  g_free (self->who);
  g_free (self->office);
  g_free (self->due_on);
  g_free (self->due_reason);
  g_free (self);
}

static void
entry_free (MappeFollowUp *self)
{
  g_free (self->reference);
  g_free (self->number);
  g_free (self->text);
  g_free (self->body);
  g_free (self->meeting);
  g_free (self->held_on);
  g_free (self->item_number);
  g_free (self->office);
  g_free (self->who);
  g_free (self->due_on);
  g_free (self->status);
  g_free (self->outcome);
  g_free (self->done_on);
  g_free (self->due_reason);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_free (self);
}

static char *
text_at (MappeStmt *stmt, guint column)
{
  return mappe_stmt_is_null (stmt, column) ? NULL : g_strdup (mappe_stmt_get_text (stmt, column));
}

static void
reckon (MappeFollowUp *entry, const char *today)
{
  entry->days_left = entry->due_on != NULL ? mappe_date_days_between (today, entry->due_on) : 0;
  entry->light = entry->finished ? MAPPE_DUE_AHEAD : mappe_due_light (entry->due_on, entry->days_left);
}

static MappeFollowUp *
entry_from_row (MappeStmt *stmt, const char *today)
{
  MappeFollowUp *entry = g_new0 (MappeFollowUp, 1);

  entry->kind = mappe_stmt_get_int (stmt, MAPPE_FOLLOW_UP_IS_TASK) ? &mappe_task_kind : &mappe_decision_kind;
  entry->id = mappe_stmt_get_int (stmt, MAPPE_FOLLOW_UP_ID);
  entry->version = mappe_stmt_get_int (stmt, MAPPE_FOLLOW_UP_VERSION);
  entry->reference = text_at (stmt, MAPPE_FOLLOW_UP_REFERENCE);
  entry->number = text_at (stmt, MAPPE_FOLLOW_UP_NUMBER);
  entry->text = text_at (stmt, MAPPE_FOLLOW_UP_TEXT);
  entry->body_id = mappe_stmt_get_int (stmt, MAPPE_FOLLOW_UP_BODY_ID);
  entry->body = text_at (stmt, MAPPE_FOLLOW_UP_BODY);
  entry->meeting_id = mappe_stmt_get_int (stmt, MAPPE_FOLLOW_UP_MEETING_ID);
  entry->meeting = text_at (stmt, MAPPE_FOLLOW_UP_MEETING);
  entry->held_on = text_at (stmt, MAPPE_FOLLOW_UP_HELD_ON);
  entry->item_number = text_at (stmt, MAPPE_FOLLOW_UP_ITEM_NUMBER);
  entry->public = mappe_stmt_get_int (stmt, MAPPE_FOLLOW_UP_IS_PUBLIC) != 0;
  entry->office = text_at (stmt, MAPPE_FOLLOW_UP_OFFICE);
  entry->office_id = mappe_stmt_get_int (stmt, MAPPE_FOLLOW_UP_OFFICE_ID);
  entry->who = text_at (stmt, MAPPE_FOLLOW_UP_WHO);
  entry->due_on = text_at (stmt, MAPPE_FOLLOW_UP_DUE_ON);
  entry->status = text_at (stmt, MAPPE_FOLLOW_UP_STATUS);
  entry->outcome = text_at (stmt, MAPPE_FOLLOW_UP_OUTCOME);
  entry->done_on = text_at (stmt, MAPPE_FOLLOW_UP_DONE_ON);
  entry->n_tasks = (guint) mappe_stmt_get_int (stmt, MAPPE_FOLLOW_UP_N_TASKS);
  entry->n_open = (guint) mappe_stmt_get_int (stmt, MAPPE_FOLLOW_UP_N_OPEN);
  entry->due_reason = text_at (stmt, MAPPE_FOLLOW_UP_DUE_REASON);
  entry->finished = mappe_stmt_get_int (stmt, MAPPE_FOLLOW_UP_IS_FINISHED) != 0;
  entry->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) task_free);
  reckon (entry, today);
  return entry;
}

/* --- tasks of the decisions --- */

static MappeFollowUpTask *
task_from_row (MappeStmt *stmt, const char *today)
{
  MappeFollowUpTask *task = g_new0 (MappeFollowUpTask, 1);

  task->id = mappe_stmt_get_int (stmt, MAPPE_FOLLOW_UP_TASK_ID);
  task->reference = text_at (stmt, MAPPE_FOLLOW_UP_TASK_REFERENCE);
  task->title = text_at (stmt, MAPPE_FOLLOW_UP_TASK_TITLE);
  task->who = text_at (stmt, MAPPE_FOLLOW_UP_TASK_WHO);
  task->office = text_at (stmt, MAPPE_FOLLOW_UP_TASK_OFFICE);
  task->due_on = text_at (stmt, MAPPE_FOLLOW_UP_TASK_DUE_ON);
  task->due_reason = text_at (stmt, MAPPE_FOLLOW_UP_TASK_DUE_REASON);
  task->light = mappe_due_light (task->due_on,
                                 task->due_on != NULL ? mappe_date_days_between (today, task->due_on) : 0);
  return task;
}

/* The day that counts is that of the earliest task, so its reason is that task's too. */
static void
add_task (MappeFollowUp *entry, MappeFollowUpTask *task)
{
  g_ptr_array_add (entry->tasks, task);
  if (entry->tasks->len == 1 && task->due_on != NULL)
    mappe_set_str (&entry->due_reason, task->due_reason);
}

static GHashTable *
decisions_of (GPtrArray *entries)
{
  GHashTable *decisions = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      MappeFollowUp *entry = g_ptr_array_index (entries, i);

      if (entry->n_open > 0)
        g_hash_table_insert (decisions, &entry->id, entry);
    }
  return decisions;
}

static gboolean
add_tasks (MappeConn *conn, GPtrArray *entries, const char *today, GError **error)
{
  g_autoptr (GHashTable) decisions = decisions_of (entries);
  gboolean has_row = g_hash_table_size (decisions) > 0;
  MappeStmt *stmt = has_row ? mappe_follow_up_prepare_tasks (conn, error) : NULL;

  if (has_row && stmt == NULL)
    return FALSE;
  while (has_row)
    {
      gint64 decision;
      MappeFollowUp *entry;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return FALSE;
      decision = has_row ? mappe_stmt_get_int (stmt, MAPPE_FOLLOW_UP_TASK_DECISION) : 0;
      entry = g_hash_table_lookup (decisions, &decision);
      if (entry != NULL)
        add_task (entry, task_from_row (stmt, today));
    }
  return TRUE;
}

static GPtrArray *
collect (MappeConn *conn, const MappeFollowUpFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  MappeStmt *stmt = mappe_follow_up_prepare (conn, filter, "", error);
  gboolean has_row = stmt != NULL;

  while (has_row)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (has_row)
        g_ptr_array_add (entries, entry_from_row (stmt, filter->today));
    }
  return stmt != NULL && add_tasks (conn, entries, filter->today, error) ? g_steal_pointer (&entries) : NULL;
}

/* --- as a job --- */

static MappeFollowUpFilter *
filter_copy (const MappeFollowUpFilter *filter)
{
  MappeFollowUpFilter *copy = g_memdup2 (filter, sizeof *filter);

  copy->text = g_strdup (filter->text);
  copy->today = g_strdup (filter->today);
  return copy;
}

static void
filter_free (MappeFollowUpFilter *filter)
{
  g_free ((char *) filter->text);
  g_free ((char *) filter->today);
  g_free (filter);
}

static gpointer
follow_up_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  return collect (conn, data, error);
}

/**
 * mappe_store_follow_up:
 * @filter: which decisions and tasks; "today" must be set
 *
 * Returns: (transfer full) (nullable) (element-type MappeFollowUp): newest meeting first, then by number; for the next
 *   meeting what is late first, then by day, then what was finished since the last one
 */
GPtrArray *
mappe_store_follow_up (MappeStore *self, const MappeFollowUpFilter *filter, GError **error)
{
  g_return_val_if_fail (mappe_date_is_valid (filter->today), NULL);
  return mappe_store_run_sync (self, MAPPE_LANE_READ, follow_up_on_lane, (gpointer) filter, error);
}

void
mappe_store_follow_up_async (MappeStore *self, const MappeFollowUpFilter *filter, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (mappe_date_is_valid (filter->today));
  mappe_store_run_async (self, MAPPE_LANE_READ, MAPPE_PRIORITY_PAGE, follow_up_on_lane, filter_copy (filter),
                         (GDestroyNotify) filter_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

/** mappe_store_follow_up_finish: Returns: (transfer full) (nullable): see mappe_store_follow_up() */
GPtrArray *
mappe_store_follow_up_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}

/** mappe_snapshot_follow_up: Returns: (transfer full) (nullable): see mappe_store_follow_up() */
GPtrArray *
mappe_snapshot_follow_up (MappeSnapshot *self, const MappeFollowUpFilter *filter, GError **error)
{
  g_return_val_if_fail (mappe_date_is_valid (filter->today), NULL);
  return collect (mappe_snapshot_get_conn (self), filter, error);
}

/* --- dates that were moved --- */

static void
new_date_free (MappeNewDate *self)
{
  g_free (self->at);
  g_free (self->actor);
  g_free (self->from);
  g_free (self->to);
  g_free (self->reason);
  g_free (self->task);
  g_free (self);
}

/* Not the first day, which is no move; not what was taken back, but again what was done again. */
static const char new_dates_sql[] =
  "SELECT s.at, s.actor, v.old_value, v.new_value, r.new_value, k.title FROM change c"
  " JOIN change_set s ON s.id = c.set_id"
  " JOIN change_value v ON v.change_id = c.id AND v.field = 'due_on' AND v.old_value IS NOT NULL"
  " LEFT JOIN change_value r ON r.change_id = c.id AND r.field = 'due_reason'"
  " LEFT JOIN task k ON $1 = 'decision' AND c.kind_name = 'task' AND k.id = c.record_id"
  " WHERE c.id IN (SELECT id FROM change WHERE kind_name = $1 AND record_id = $2 UNION ALL"
  " SELECT n.id FROM task t JOIN change n ON n.kind_name = 'task' AND n.record_id = t.id"
  " WHERE $1 = 'decision' AND t.decision = $2) AND c.op = 'U' AND s.set_kind <> 'UNDO'"
  " AND NOT EXISTS (SELECT 1 FROM change_set u WHERE u.id > s.id AND u.undoes = s.id AND u.set_kind = 'UNDO')"
  " ORDER BY c.id";

static MappeNewDate *
new_date_from_row (MappeStmt *stmt)
{
  MappeNewDate *date = g_new0 (MappeNewDate, 1);

  date->at = text_at (stmt, 0);
  date->actor = text_at (stmt, 1);
  date->from = text_at (stmt, 2);
  date->to = text_at (stmt, 3);
  date->reason = text_at (stmt, 4);
  date->task = text_at (stmt, 5);
  return date;
}

static gpointer
new_dates_on_lane (MappeStore *self, MappeConn *conn, gpointer data, GCancellable *cancellable, GError **error)
{
  const MappeTouched *record = data;
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func ((GDestroyNotify) new_date_free);
  MappeStmt *stmt = mappe_conn_prepare (conn, new_dates_sql, error);
  gboolean has_row = stmt != NULL;

  if (stmt == NULL)
    return NULL;
  mappe_stmt_bind_text (stmt, 1, record->kind->name);
  mappe_stmt_bind_int (stmt, 2, record->id);
  while (has_row)
    {
      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      if (has_row)
        g_ptr_array_add (dates, new_date_from_row (stmt));
    }
  return g_steal_pointer (&dates);
}

/**
 * mappe_store_new_dates:
 * @kind: decision or task
 * @id: its id
 *
 * Returns: (transfer full) (nullable) (element-type MappeNewDate): how its day was moved, and those of a decision's
 *   tasks, oldest first; what was undone is left out
 */
GPtrArray *
mappe_store_new_dates (MappeStore *self, const MappeKind *kind, gint64 id, GError **error)
{
  MappeTouched record = { kind, id, MAPPE_CHANGE_UPDATE };

  return mappe_store_run_sync (self, MAPPE_LANE_READ, new_dates_on_lane, &record, error);
}

void
mappe_store_new_dates_async (MappeStore *self, const MappeKind *kind, gint64 id, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  MappeTouched record = { kind, id, MAPPE_CHANGE_UPDATE };

  mappe_store_run_async (self, MAPPE_LANE_READ, MAPPE_PRIORITY_PAGE, new_dates_on_lane,
                         g_memdup2 (&record, sizeof record), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable,
                         callback, data);
}

/** mappe_store_new_dates_finish: Returns: (transfer full) (nullable): see mappe_store_new_dates() */
GPtrArray *
mappe_store_new_dates_finish (MappeStore *self, GAsyncResult *result, GError **error)
{
  return mappe_store_run_finish (self, result, error);
}
