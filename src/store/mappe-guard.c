/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>

#include "mappe-absence.h"
#include "mappe-agenda-item.h"
#include "mappe-attendance.h"
#include "mappe-conflict-declaration.h"
#include "mappe-decision-exclusion.h"
#include "mappe-decision.h"
#include "mappe-measure-goal.h"
#include "mappe-guest.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-meeting.h"
#include "mappe-minutes.h"
#include "mappe-motion.h"
#include "mappe-roll-call-vote.h"
#include "mappe-statement.h"
#include "mappe-survey-result.h"
#include "mappe-task.h"

/* Rules about a change that need other rows or the row before. They are asked at the end of an edit, so that one edit
 * may bring a decision together with its roll call, and only about the records it touched, so that a record that was
 * wrong before does not stand in the way of others. A base set is not asked, nor are undo and redo, which give back
 * what was there; only the seal of minutes holds for all of them (see mappe-undo-seal.c). */

struct _MappeGuard {
  GPtrArray  *changes;  /* (element-type MappeGuardChange): in the order of the edit */
  GHashTable *by_name;  /* "kind/id" → one of them */
  GHashTable *kept;     /* name → Kept, see mappe_guard_remember() */
};

typedef struct {
  gpointer       data;
  GDestroyNotify free_func;
} Kept;

static void
kept_free (Kept *kept)
{
  kept->free_func (kept->data);
  g_free (kept);
}

typedef struct {
  const MappeKind *kind;
  MappeGuardFunc   judge;
} Guarded;

static const Guarded guarded[] = {
  { &mappe_meeting_kind, mappe_guard_meeting },
  { &mappe_agenda_item_kind, mappe_guard_agenda_item },
  { &mappe_attendance_kind, mappe_guard_attendance },
  { &mappe_absence_kind, mappe_guard_absence },
  { &mappe_decision_kind, mappe_guard_decision },
  { &mappe_decision_exclusion_kind, mappe_guard_exclusion },
  { &mappe_roll_call_vote_kind, mappe_guard_roll_call },
  { &mappe_conflict_declaration_kind, mappe_guard_conflict },
  { &mappe_task_kind, mappe_guard_task },
  { &mappe_minutes_kind, mappe_guard_minutes },
  { &mappe_indicator_kind, mappe_guard_indicator },
  { &mappe_indicator_value_kind, mappe_guard_indicator_value },
  { &mappe_measure_goal_kind, mappe_guard_goal },
  { &mappe_survey_result_kind, mappe_guard_survey_result },
  { &mappe_guest_kind, mappe_guard_sealed },
  { &mappe_motion_kind, mappe_guard_sealed },
  { &mappe_statement_kind, mappe_guard_sealed },
};

static const Guarded *
guarded_kind (const MappeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    if (guarded[i].kind == kind)
      return &guarded[i];
  return NULL;
}

static void
change_free (MappeGuardChange *change)
{
  g_clear_pointer (&change->before, mappe_row_unref);
  g_clear_pointer (&change->after, mappe_row_unref);
  g_free (change);
}

MappeGuard *
mappe_guard_new (void)
{
  MappeGuard *self = g_new (MappeGuard, 1);

  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) kept_free);
  return self;
}

void
mappe_guard_free (MappeGuard *self)
{
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static char *
name_of (const MappeKind *kind, gint64 id)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind->name, id);
}

/**
 * mappe_guard_note:
 * @before: (nullable): the record before the change; %NULL for an insert
 *
 * Remembers that the edit touched a record. Of several changes to one record the first knows how it was before.
 */
void
mappe_guard_note (MappeApply *apply, const MappeKind *kind, gint64 id, const MappeRow *before)
{
  g_autofree char *name = guarded_kind (kind) != NULL ? name_of (kind, id) : NULL;
  MappeGuardChange *change;

  if (name == NULL || g_hash_table_contains (apply->guard->by_name, name))
    return;
  change = g_new0 (MappeGuardChange, 1);
  *change = (MappeGuardChange) { kind, id, before != NULL ? mappe_row_copy (before) : NULL, NULL };
  g_ptr_array_add (apply->guard->changes, change);
  g_hash_table_insert (apply->guard->by_name, g_steal_pointer (&name), change);
}

/** mappe_guard_row_before: Returns: (nullable): the row before this edit, %NULL if the edit did not change it */
const MappeRow *
mappe_guard_row_before (MappeApply *apply, const MappeKind *kind, gint64 id)
{
  g_autofree char *name = name_of (kind, id);
  const MappeGuardChange *change = g_hash_table_lookup (apply->guard->by_name, name);

  return change != NULL ? change->before : NULL;
}

/**
 * mappe_guard_refuse:
 * @row: the record at fault
 * @field: its field at fault, or -1
 * @reason: a sentence without full stop, marked for translation; see mappe_store_error_get_reason()
 *
 * Returns: always %FALSE
 */
gboolean
mappe_guard_refuse (MappeApply *apply, const MappeRow *row, int field, const char *reason, GError **error)
{
  mappe_apply_refuse (apply, MAPPE_STORE_ERROR_REFUSED, row, field, error, "%s", reason);
  if (error != NULL)
    mappe_store_error_set_reason (*error, reason);
  return FALSE;
}

static gboolean
find_valist (MappeApply *apply, gint64 *found, GError **error, const char *sql, const char *binds, va_list arguments)
{
  MappeStmt *stmt = mappe_conn_prepare (apply->conn, sql, error);
  gboolean has_row;

  *found = 0;
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; binds[i] != '\0'; i++)
    if (binds[i] == 'i')
      mappe_stmt_bind_int (stmt, i + 1, va_arg (arguments, gint64));
    else
      mappe_stmt_bind_text (stmt, i + 1, va_arg (arguments, const char *));
  if (!mappe_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    *found = mappe_stmt_get_int (stmt, 0);
  mappe_stmt_reset (stmt);
  return TRUE;
}

/**
 * mappe_guard_find:
 * @found: (out): the first column of the first row, a number; 0 when there is none
 * @binds: a letter for each parameter of @sql: "i" for a gint64, "t" for a text
 *
 * Returns: whether the question could be asked
 */
gboolean
mappe_guard_find (MappeApply *apply, gint64 *found, GError **error, const char *sql, const char *binds, ...)
{
  va_list arguments;
  gboolean done;

  va_start (arguments, binds);
  done = find_valist (apply, found, error, sql, binds, arguments);
  va_end (arguments);
  return done;
}

/**
 * mappe_guard_remember:
 * @name: of the answer to a question
 * @data: (transfer full): the answer
 * @free_func: for it
 *
 * Keeps it for the other records of this edit: while rules are asked nothing is written.
 */
void
mappe_guard_remember (MappeApply *apply, const char *name, gpointer data, GDestroyNotify free_func)
{
  Kept *kept = g_new (Kept, 1);

  *kept = (Kept) { data, free_func };
  g_hash_table_replace (apply->guard->kept, g_strdup (name), kept);
}

/** mappe_guard_recall: Returns: (transfer none) (nullable): what mappe_guard_remember() was given under @name */
gpointer
mappe_guard_recall (MappeApply *apply, const char *name)
{
  const Kept *kept = g_hash_table_lookup (apply->guard->kept, name);

  return kept != NULL ? kept->data : NULL;
}

/**
 * mappe_guard_find_once:
 * @sql: a constant text with the one parameter @id
 *
 * See mappe_guard_find() and mappe_guard_remember().
 *
 * Returns: whether the question could be asked
 */
gboolean
mappe_guard_find_once (MappeApply *apply, gint64 *found, GError **error, const char *sql, gint64 id)
{
  g_autofree char *question = g_strdup_printf ("%p/%" G_GINT64_FORMAT, (const void *) sql, id);
  const gint64 *known = mappe_guard_recall (apply, question);

  if (known != NULL)
    {
      *found = *known;
      return TRUE;
    }
  if (!mappe_guard_find (apply, found, error, sql, "i", id))
    return FALSE;
  mappe_guard_remember (apply, question, g_memdup2 (found, sizeof *found), g_free);
  return TRUE;
}

/** mappe_guard_refuse_found: Refuses with @reason when @sql finds a row; see mappe_guard_find() and
 * mappe_guard_refuse(). */
gboolean
mappe_guard_refuse_found (MappeApply *apply, const MappeRow *row, int field, const char *reason, GError **error,
                          const char *sql, const char *binds, ...)
{
  va_list arguments;
  gboolean done;
  gint64 found;

  va_start (arguments, binds);
  done = find_valist (apply, &found, error, sql, binds, arguments);
  va_end (arguments);
  return done && (found == 0 || mappe_guard_refuse (apply, row, field, reason, error));
}

/**
 * mappe_guard_changed:
 * @...: numbers of fields, ended by -1
 *
 * Returns: whether the record is new or one of the fields has another value; %FALSE for a deleted one
 */
gboolean
mappe_guard_changed (const MappeGuardChange *change, ...)
{
  gboolean changed = change->after != NULL && change->before == NULL;
  va_list fields;
  int field;

  va_start (fields, change);
  while (change->after != NULL && !changed && (field = va_arg (fields, int)) >= 0)
    changed = !mappe_value_equal (&change->before->values[field], &change->after->values[field]);
  va_end (fields);
  return changed;
}

/** mappe_guard_is: Returns: whether a CODE field holds @code */
gboolean
mappe_guard_is (const MappeRow *row, guint field, const char *code)
{
  return g_strcmp0 (mappe_row_get_text (row, field), code) == 0;
}

/**
 * mappe_guard_new_date:
 *
 * A day that was set is moved only with a reason (issue 3, "reason for each new date"). The first day needs none. The
 * reason must be another than that of the last move: the same text cannot be told from one that nobody touched.
 */
gboolean
mappe_guard_new_date (MappeApply *apply, const MappeGuardChange *change, guint due_on, guint due_reason,
                      GError **error)
{
  if (change->before == NULL || mappe_row_is_null (change->before, due_on)
      || !mappe_guard_changed (change, (int) due_on, -1))
    return TRUE;
  if (!mappe_row_is_null (change->after, due_reason) && mappe_guard_changed (change, (int) due_reason, -1))
    return TRUE;
  return mappe_guard_refuse (apply, change->after, (int) due_reason, N_("A new date needs a new reason"), error);
}

gboolean
mappe_guard_task (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  return mappe_guard_new_date (apply, change, MAPPE_TASK_DUE_ON, MAPPE_TASK_DUE_REASON, error);
}

/**
 * mappe_guard_keep:
 * @row: a record that would be deleted as a part of another
 *
 * Decisions are not lost in passing: who deletes an agenda item or a meeting must delete its decisions first.
 */
gboolean
mappe_guard_keep (MappeApply *apply, const MappeRow *row, const MappeKind *part, GError **error)
{
  if (part != &mappe_decision_kind)
    return TRUE;
  return mappe_guard_refuse (apply, row, -1, N_("A decision was made here; delete the decision first"), error);
}

static gboolean
judge (MappeApply *apply, MappeGuardChange *change, gboolean is_base, GError **error)
{
  g_autoptr (GError) cause = NULL;

  change->after = mappe_rows_load (apply->conn, change->kind, change->id, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (change->before == NULL && change->after == NULL)
    return TRUE;
  return mappe_guard_seal (apply, change, error)
         && (is_base || (mappe_guard_sealed (apply, change, error)
                         && guarded_kind (change->kind)->judge (apply, change, error)));
}

/** mappe_guard_judge: Asks all rules about what the edit has done, within its transaction. */
gboolean
mappe_guard_judge (MappeApply *apply, GError **error)
{
  gboolean is_base = g_str_equal (apply->edit->set_kind, "MIGRATE");

  for (guint i = 0; i < apply->guard->changes->len; i++)
    if (!judge (apply, g_ptr_array_index (apply->guard->changes, i), is_base, error))
      return FALSE;
  return TRUE;
}
