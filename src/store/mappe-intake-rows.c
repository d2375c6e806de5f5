/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-intake-private.h"

/* What comes from programs that know nothing of this one: records are found by their reference, by an id of the other
 * program, or by what they are called. */

enum { PAGE = 256 };

/** mappe_intake_find: Returns: the id of the record of that reference; 0 for none, -1 with an error */
gint64
mappe_intake_find (MappeIntake *self, const MappeKind *kind, const char *reference, GError **error)
{
  return mappe_rows_find (self->apply.conn, kind, reference, error);
}

/** mappe_intake_find_uid: Returns: the id of the record of that UUID; 0 for none, -1 with an error */
gint64
mappe_intake_find_uid (MappeIntake *self, const MappeKind *kind, const MappeUid *uid, GError **error)
{
  return mappe_uids_find (self->uids, kind, uid, error);
}

/** mappe_intake_load: Returns: (transfer full) (nullable): the record; %NULL without an error when there is none */
MappeRow *
mappe_intake_load (MappeIntake *self, const MappeKind *kind, gint64 id, GError **error)
{
  return mappe_rows_load (self->apply.conn, kind, id, error);
}

/** mappe_intake_title: Returns: (transfer full) (nullable): what a record is called, as in #MappeListed */
char *
mappe_intake_title (MappeIntake *self, const MappeRow *row, GError **error)
{
  return mappe_rows_title (self->apply.conn, row, error);
}

static gboolean
visit_page (MappeIntake *self, GPtrArray *rows, MappeIntakeVisit visit, gpointer data, gboolean *goes_on,
            GError **error)
{
  for (guint i = 0; *goes_on && i < rows->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (rows, i);
      g_autofree char *title = mappe_rows_title (self->apply.conn, row, error);

      if (title == NULL)
        return FALSE;
      *goes_on = visit (data, row, title);
    }
  return TRUE;
}

/**
 * mappe_intake_visit:
 * @visit: is told of each record of @kind, those that came in as well, in the order of their ids
 *
 * Returns: whether all could be read
 */
gboolean
mappe_intake_visit (MappeIntake *self, const MappeKind *kind, MappeIntakeVisit visit, gpointer data, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);
  g_autoptr (GArray) ids = mappe_select_ids (self->apply.conn, query, error);
  gboolean goes_on = TRUE;

  for (guint at = 0; ids != NULL && goes_on && at < ids->len; at += PAGE)
    {
      g_autoptr (GPtrArray) rows = mappe_rows_load_many (self->apply.conn, kind, (const gint64 *) ids->data + at,
                                                         MIN (PAGE, ids->len - at), error);

      if (rows == NULL || !visit_page (self, rows, visit, data, &goes_on, error))
        return FALSE;
    }
  return ids != NULL;
}

/* Returns: what became of it; with a refusal, @error says why */
static MappeIntakeResult
outcome_of (MappeIntake *self, gboolean done, MappeIntakeResult result, GError *cause, int *field, GError **error)
{
  if (done)
    return result;
  result = mappe_intake_result_of (self, cause, field);
  g_propagate_error (error, cause);
  return result;
}

/**
 * mappe_intake_add:
 * @row: gets its id, and a reference where it has none
 * @uid: (nullable): what it is called in the world, to be known by the next time
 * @field: (out): with %MAPPE_INTAKE_REFUSED, the field at fault, or -1
 * @error: return location for a #MappeStoreError
 *
 * Adds a record. What breaks a rule of its own is refused before it takes a number.
 */
MappeIntakeResult
mappe_intake_add (MappeIntake *self, MappeRow *row, const MappeUid *uid, int *field, GError **error)
{
  GError *cause = NULL;
  gboolean done;

  *field = self->apply.outcome->fault_field = -1;
  done = mappe_apply_insert (&self->apply, row, &cause);
  if (done && uid != NULL && !mappe_uids_keep (self->uids, row->kind, row->id, uid, error))
    return MAPPE_INTAKE_FAILED;
  return outcome_of (self, done, MAPPE_INTAKE_NEW, cause, field, error);
}

/**
 * mappe_intake_change:
 * @before: as it is
 * @after: as it shall be
 * @field: (out): with %MAPPE_INTAKE_REFUSED, the field at fault, or -1
 * @error: return location for a #MappeStoreError
 *
 * Changes a record that was there. What came in with this very step is written over, not logged a second time: the log
 * knows that it is new.
 */
MappeIntakeResult
mappe_intake_change (MappeIntake *self, const MappeRow *before, MappeRow *after, int *field, GError **error)
{
  GError *cause = NULL;

  *field = self->apply.outcome->fault_field = -1;
  mappe_intake_keep_erased (self, before, after);
  if (mappe_row_equal (before, after))
    return MAPPE_INTAKE_SAME;
  if (before->id > self->last_ids[mappe_kind_index (before->kind)])
    return mappe_rows_update (self->apply.conn, after, mappe_log_set_id (self->apply.log), error)
               ? MAPPE_INTAKE_CHANGED : MAPPE_INTAKE_FAILED;
  return outcome_of (self,
                     mappe_intake_may_follow (&self->apply, before, after, &cause)
                         && mappe_apply_write_update (&self->apply, before, after, &cause),
                     MAPPE_INTAKE_CHANGED, cause, field, error);
}

/** mappe_intake_is_changed: Returns: whether @row was changed or added by this very step */
gboolean
mappe_intake_is_changed (MappeIntake *self, const MappeRow *row)
{
  return row->version == mappe_log_set_id (self->apply.log);
}
