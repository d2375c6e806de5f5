/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-detail.h"

#include <glib/gi18n-lib.h>

#include "mappe-conflict-dialog.h"
#include "mappe-detail-private.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"

/* A draft is in the file within a second of the first key. */
#define DRAFT_MS 600

/**
 * MappeSaveJob:
 * @mine: what is being saved
 * @draft: the same as a draft, written when it cannot be saved
 * @later: (nullable): input typed into a new record while it was being created, and left behind
 * @attached: the record is still the one on show
 *
 * Everything a save needs, taken from the form when it started: what the pane shows since then plays no part.
 */
struct _MappeSaveJob {
  MappeDetail *detail;
  MappeStore  *store;
  MappeRow    *mine;
  MappeDraft  *draft, *later;
  gboolean     attached;
};

static void
job_free (MappeSaveJob *job)
{
  g_object_unref (job->detail);
  g_object_unref (job->store);
  mappe_row_unref (job->mine);
  mappe_draft_free (job->draft);
  mappe_draft_free (job->later);
  g_free (job);
}

/* --- Drafts --- */

static void
write_draft (MappeDetail *self)
{
  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->slot == NULL || self->form == NULL || mappe_form_get_base (self->form) == NULL)
    return;
  g_autoptr (MappeDraft) draft = mappe_form_get_draft (self->form);
  g_free (draft->slot);
  draft->slot = g_strdup (self->slot);
  if (mappe_draft_is_empty (draft))
    mappe_draft_remove (self->store, self->slot);
  else
    mappe_draft_save (self->store, draft);
}

static gboolean
draft_cb (gpointer data)
{
  MappeDetail *self = MAPPE_DETAIL (data);
  self->draft_source = 0;
  write_draft (self);
  return G_SOURCE_REMOVE;
}

/** mappe_detail_queue_draft: Input changed; the draft follows, however fast the typing is. */
void
mappe_detail_queue_draft (MappeDetail *self)
{
  if (self->draft_source == 0)
    self->draft_source = g_timeout_add (DRAFT_MS, draft_cb, self);
}

/** mappe_detail_drop_draft: The input is saved, or not wanted any more. */
void
mappe_detail_drop_draft (MappeDetail *self)
{
  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->slot != NULL)
    mappe_draft_remove (self->store, self->slot);
}

/** mappe_detail_restore_draft: Brings back input from before, if there is any. */
void
mappe_detail_restore_draft (MappeDetail *self)
{
  g_autoptr (MappeDraft) draft = mappe_draft_load (self->store, self->slot);
  if (draft == NULL || draft->kind != self->kind || draft->id != mappe_form_get_id (self->form))
    return;
  mappe_form_apply_draft (self->form, draft);
  if (!mappe_form_is_dirty (self->form))
    {
      mappe_detail_drop_draft (self);
      return;
    }
  self->restored = TRUE;
  mappe_banner_show (MAPPE_BANNER (self->banner), MAPPE_BANNER_NOTE,
                     _("Your unsaved input is back. It is not in the council file yet."), _("Discard"),
                     "detail.discard");
}

/* --- Saving --- */

static char *
make_label (const MappeRow *mine)
{
  g_autofree char *title = mappe_row_get_title (mine);
  /* Translators: %1$s is a kind of record, "Person", %2$s its name */
  return g_strdup_printf (mine->id == 0 ? _("Create %1$s “%2$s”") : _("Change %1$s “%2$s”"),
                          _(mine->kind->label), title != NULL ? title : "");
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data);

static gboolean
start_job (MappeDetail *self, int *field, GError **error)
{
  g_autoptr (MappeRow) mine = mappe_form_get_mine (self->form, field, error);
  g_autofree char *label = mine != NULL ? make_label (mine) : NULL;
  g_autoptr (MappeEdit) edit = mine != NULL ? mappe_form_make_edit (self->form, label, field, error) : NULL;
  if (edit == NULL)
    return FALSE;
  MappeSaveJob *job = g_new0 (MappeSaveJob, 1);
  job->detail = g_object_ref (self);
  job->store = g_object_ref (self->store);
  job->mine = g_steal_pointer (&mine);
  job->draft = mappe_form_get_draft (self->form);
  job->attached = TRUE;
  g_free (job->draft->slot);
  job->draft->slot = g_strdup (self->slot);
  self->job = job;
  g_ptr_array_add (self->jobs, job);
  self->again = FALSE;
  self->busy++;
  mappe_store_apply_async (self->store, g_steal_pointer (&edit), NULL, saved_cb, job);
  return TRUE;
}

static void
fail_fields (MappeDetail *self, int field)
{
  adw_view_stack_set_visible_child_name (self->tabs, "overview");
  mappe_form_show_faults (self->form, field);
}

/** mappe_detail_start_save: Saves the input of the record on show. */
void
mappe_detail_start_save (MappeDetail *self)
{
  int field = -1;
  g_autoptr (GError) error = NULL;
  if (self->form == NULL || mappe_form_get_base (self->form) == NULL)
    return;
  if (self->job != NULL)
    self->again = TRUE;
  else if (!start_job (self, &field, &error))
    fail_fields (self, field);
}

/* The one that was saved under another id, or none, is read again: version and reference come from the store. */
static void
finish_attached (MappeDetail *self, MappeSaveJob *job, const MappeApplied *applied)
{
  gboolean created = job->mine->id == 0;
  g_autoptr (MappeRow) saved = mappe_row_copy (job->mine);
  if (created)
    saved->id = g_array_index (applied->ids, gint64, 0);
  mappe_form_saved (self->form, saved);
  mappe_detail_drop_draft (self);
  if (created)
    {
      g_free (self->slot);
      self->slot = mappe_draft_slot (saved);
      mappe_detail_set_record_id (self, saved->id);
    }
  mappe_banner_hide (MAPPE_BANNER (self->banner));
  self->links_stale = self->history_stale = TRUE;
  self->reloading = FALSE;
  mappe_detail_reload (self);
  mappe_detail_refresh_actions (self);
  if (mappe_form_is_dirty (self->form))
    mappe_detail_queue_draft (self);
  if (self->again && mappe_form_is_dirty (self->form))
    mappe_detail_start_save (self);
}

/* --- Refused --- */

static void
resolved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeDetail) self = MAPPE_DETAIL (data);
  if (mappe_conflict_dialog_finish (result) && self->store != NULL)
    mappe_detail_start_save (self);
}

/** The record as it is in the file, asked for because a save was refused. */
typedef struct {
  MappeDetail *detail;
  guint        generation;
} Request;

static void
theirs_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autoptr (MappeDetail) self = request->detail;
  guint generation = request->generation;
  g_autoptr (GPtrArray) listed = mappe_store_rows_finish (MAPPE_STORE (source), result, NULL);
  g_free (request);
  if (self->store == NULL || generation != self->generation || listed == NULL || listed->len == 0)
    return;
  MappeListed *theirs = g_ptr_array_steal_index (listed, 0);
  mappe_conflict_dialog_run (self->form, self->store, theirs, resolved_cb, g_object_ref (self));
}

static void
ask_conflict (MappeDetail *self)
{
  Request *request = g_new0 (Request, 1);
  request->detail = g_object_ref (self);
  request->generation = self->generation;
  mappe_store_rows_async (self->store, self->kind, &self->id, 1, self->cancellable, theirs_cb, request);
}

static void
show_fault (MappeDetail *self, const MappeApplied *fault, const GError *error)
{
  int field = fault != NULL && fault->fault_kind == self->kind ? fault->fault_field : -1;
  MappeFieldRow *row = field >= 0 ? mappe_form_get_row (self->form, (guint) field) : NULL;
  const char *advice = NULL;
  const char *message = mappe_feedback_explain (error, &advice);
  if (row == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The input was not saved"));
      return;
    }
  g_autofree char *remark = g_strdup_printf ("%s. %s", message, advice != NULL ? advice : "");
  fail_fields (self, field);
  mappe_field_row_set_remark (row, remark);
}

static void
refuse_attached (MappeDetail *self, const MappeApplied *fault, const GError *error)
{
  mappe_detail_queue_draft (self);
  if (g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_CONFLICT))
    ask_conflict (self);
  else if (g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_GONE))
    mappe_banner_show (MAPPE_BANNER (self->banner), MAPPE_BANNER_WARNING,
                       _("This record was deleted meanwhile. Your input is still here."), _("Keep as a new record"),
                       "detail.keep-as-new");
  else
    {
      show_fault (self, fault, error);
      mappe_detail_offer_series (self, fault);
      mappe_detail_reload (self);
    }
}

static void
refuse_detached (MappeSaveJob *job, const GError *error)
{
  mappe_draft_save (job->store, job->draft);
  if (job->detail->store != NULL)
    mappe_feedback_error (GTK_WIDGET (job->detail), error,
                          _("Input was not saved. It is kept as a draft and comes back with its record"));
}

/* What was typed into a new record after its save began now has a record to come back with. */
static void
finish_detached (MappeSaveJob *job, const MappeApplied *applied)
{
  mappe_draft_remove (job->store, job->draft->slot);
  if (job->later == NULL)
    return;
  g_autoptr (MappeRow) created = mappe_row_copy (job->mine);
  created->id = g_array_index (applied->ids, gint64, 0);
  job->later->id = created->id;
  g_free (job->later->slot);
  job->later->slot = mappe_draft_slot (created);
  mappe_draft_save (job->store, job->later);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MappeSaveJob *job = data;
  MappeDetail *self = job->detail;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, &fault, &error);
  gboolean attached = job->attached && self->store != NULL;
  if (self->job == job)
    self->job = NULL;
  g_ptr_array_remove (self->jobs, job);
  self->busy--;
  if (applied != NULL && attached)
    finish_attached (self, job, applied);
  else if (applied != NULL)
    finish_detached (job, applied);
  else if (attached)
    refuse_attached (self, fault, error);
  else
    refuse_detached (job, error);
  if (!attached && self->store != NULL && self->kind == job->mine->kind && self->id == job->mine->id)
    mappe_detail_reload (self);
  job_free (job);
}

/** mappe_detail_is_saving: Returns: whether a save of the record @id of @kind is under way */
gboolean
mappe_detail_is_saving (MappeDetail *self, const MappeKind *kind, gint64 id)
{
  for (guint i = 0; i < self->jobs->len; i++)
    {
      const MappeSaveJob *job = g_ptr_array_index (self->jobs, i);
      if (job->mine->kind == kind && job->mine->id == id)
        return TRUE;
    }
  return FALSE;
}

/* The pane goes on; the save under way ends on its own. */
static void
detach_job (MappeDetail *self)
{
  if (self->job == NULL)
    return;
  self->job->attached = FALSE;
  self->job = NULL;
}

/* What is typed while a save is under way counts from what is being saved. A new record has no id until then: what
 * came too late stays as its draft. */
static void
leave_dirty (MappeDetail *self)
{
  int field = -1;
  gboolean saving = self->job != NULL;
  /* Passing by is no decision: a draft from before stays one. */
  if (self->restored && !saving)
    return;
  if (saving)
    mappe_form_saved (self->form, self->job->mine);
  if (!mappe_form_is_dirty (self->form))
    return;
  write_draft (self);
  if (saving && self->job->mine->id == 0)
    {
      self->job->later = mappe_form_get_draft (self->form);
      return;
    }
  detach_job (self);
  if (start_job (self, &field, NULL))
    detach_job (self);
  else
    mappe_feedback_toast (GTK_WIDGET (self), _("Input that cannot be saved yet is kept as a draft"));
}

/**
 * mappe_detail_leave:
 * @self: the pane
 *
 * Saves what can be saved and keeps the rest as a draft: before another record is shown, and before the window is
 * closed.
 */
void
mappe_detail_leave (MappeDetail *self)
{
  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->form != NULL && mappe_form_get_base (self->form) != NULL && mappe_form_is_dirty (self->form))
    leave_dirty (self);
  detach_job (self);
}

/** mappe_detail_keep_draft: The pane goes away, too late for a save: what is not saved is kept as a draft. */
void
mappe_detail_keep_draft (MappeDetail *self)
{
  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->form != NULL && mappe_form_is_dirty (self->form))
    write_draft (self);
  detach_job (self);
}

/** mappe_detail_save: Saves the input; what is wrong with it is shown beside its fields. */
void
mappe_detail_save (MappeDetail *self)
{
  if (self->form == NULL || mappe_form_get_base (self->form) == NULL)
    return;
  mappe_form_end_edit (self->form);
  if (mappe_form_is_dirty (self->form) || self->id == 0)
    mappe_detail_start_save (self);
}

/** mappe_detail_discard: Goes back to what is in the file; a new record is given up. */
void
mappe_detail_discard (MappeDetail *self)
{
  if (self->form == NULL || mappe_form_get_base (self->form) == NULL)
    return;
  mappe_form_discard (self->form);
  mappe_detail_drop_draft (self);
  mappe_banner_hide (MAPPE_BANNER (self->banner));
  if (self->id == 0)
    mappe_detail_show_none (self);
  else
    mappe_detail_reload (self);
  mappe_detail_refresh_actions (self);
}
