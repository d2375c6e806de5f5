/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-step-private.h"

#include <glib/gi18n.h>

#include "mappe-feedback.h"
#include "mappe-item-acts.h"
#include "mappe-presence-acts.h"
#include "mappe-sitting-acts.h"
#include "mappe-vote-acts.h"

/* Acts, one after the other: each is built from the sitting after the one before. */

/* After this the next act no longer waits for the sitting to be loaded anew. */
#define PATIENCE_MILLISECONDS 2000

/* An act with whom and what it is about when the key was pressed; it may have to wait for the one before. */
typedef struct {
  ActKind   kind;
  gint64    id;
  int       minute;
  char     *text;
  MappeRow *base;
} Act;

static const MappeSitting *
sitting_of (MappeSittingStep *self)
{
  return mappe_meeting_step_get_sitting (MAPPE_MEETING_STEP (self));
}

static void
act_free (Act *act)
{
  g_free (act->text);
  g_clear_pointer (&act->base, mappe_row_unref);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static MappeEdit *
build_people (const MappeSitting *sitting, const Act *act, GError **error)
{
  switch (act->kind)
    {
    case ACT_ARRIVE:
      return mappe_presence_arrive (sitting, act->id, act->minute, error);
    case ACT_ARRIVE_ALL:
      return mappe_presence_arrive_all (sitting, act->minute, error);
    case ACT_LEAVE:
      return mappe_presence_leave (sitting, act->id, act->minute, error);
    case ACT_EXCUSE:
      return mappe_presence_mark (sitting, act->id, "excused", error);
    case ACT_ABSENT:
      return mappe_presence_mark (sitting, act->id, "absent", error);
    case ACT_REMOVE_GUEST:
    default:
      return mappe_presence_remove_guest (sitting, act->id, error);
    }
}

static MappeEdit *
build (MappeSittingStep *self, const Act *act, GError **error)
{
  const MappeSitting *sitting = sitting_of (self);

  switch (act->kind)
    {
    case ACT_OPEN:
      return mappe_sitting_open (sitting, act->minute, act->text, error);
    case ACT_CLOSE:
      return mappe_sitting_close (sitting, act->minute, error);
    case ACT_REOPEN:
      return mappe_sitting_reopen (sitting, error);
    case ACT_NEXT:
      return mappe_item_call_next (sitting, act->minute, error);
    case ACT_CALL:
      return mappe_item_call (sitting, act->id, act->minute, error);
    case ACT_CONCLUDE:
      return mappe_item_conclude (sitting, act->id, act->text, act->minute, error);
    case ACT_VOTE:
      return mappe_vote_pane_make_edit (mappe_sitting_item_pane_get_vote (self->item_pane), sitting, act->minute,
                                        error);
    case ACT_NOTES:
      return mappe_item_discuss (sitting, act->base, act->text, error);
    case ACT_UNDECLARE:
      return mappe_item_undeclare (sitting, act->id, error);
    case ACT_WITHDRAW_MOTION:
      return mappe_vote_withdraw_motion (sitting, act->id, error);
    default:
      return build_people (sitting, act, error);
    }
}

static const char *
failure_of (ActKind kind)
{
  switch (kind)
    {
    case ACT_VOTE:
      return _("The vote was not recorded");
    case ACT_NOTES:
      return _("The notes were not saved");
    default:
      return NULL;
    }
}

static void run_waiting (MappeSittingStep *self);

/* The sitting after the act is there. */
void
mappe_sitting_step_settle (MappeSittingStep *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  self->busy = self->applied = FALSE;
  run_waiting (self);
}

static gboolean
patience_cb (gpointer data)
{
  MappeSittingStep *self = data;

  self->patience_id = 0;
  mappe_sitting_step_settle (self);
  return G_SOURCE_REMOVE;
}

/* What people should see when it is done, and the way back. */
static void
tell (MappeSittingStep *self, ActKind kind)
{
  if (kind == ACT_CLOSE)
    mappe_feedback_undoable (GTK_WIDGET (self), _("The sitting is closed; the minutes are a draft now"));
  else if (kind == ACT_VOTE)
    {
      mappe_sitting_item_pane_end_vote (self->item_pane);
      mappe_sitting_people_focus (self->people);
    }
}

static void
applied_cb (MappeMeetingStep *step, MappeApplied *applied, gpointer data)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (step);

  if (self->closing)
    return;
  if (applied != NULL)
    tell (self, (ActKind) GPOINTER_TO_UINT (data));
  /* Without a change no new sitting comes. */
  self->applied = applied != NULL && applied->set_id != 0;
  if (self->applied)
    self->patience_id = g_timeout_add (PATIENCE_MILLISECONDS, patience_cb, self);
  else
    mappe_sitting_step_settle (self);
}

static void
run_waiting (MappeSittingStep *self)
{
  while (!self->busy && !g_queue_is_empty (&self->waiting))
    {
      g_autoptr (Act) act = g_queue_pop_head (&self->waiting);
      GError *error = NULL;
      MappeEdit *edit = NULL;

      if (act->kind == ACT_ACTIVATE)
        gtk_widget_activate_action (GTK_WIDGET (self), act->text, NULL);
      else if (sitting_of (self) != NULL)
        edit = build (self, act, &error);
      self->busy = self->busy || edit != NULL;
      if (edit != NULL || error != NULL)
        mappe_meeting_step_apply_then (MAPPE_MEETING_STEP (self), edit, error, failure_of (act->kind),
                                       edit != NULL ? applied_cb : NULL, GUINT_TO_POINTER (act->kind));
    }
}

/* @text, @base: (nullable): what the act is about beside the record @id, or 0 */
void
mappe_sitting_step_act_with (MappeSittingStep *self, ActKind kind, gint64 id, const char *text, MappeRow *base)
{
  Act *act = g_new0 (Act, 1);

  *act = (Act){ kind, id, mappe_sitting_step_get_minute (self), g_strdup (text),
                base != NULL ? mappe_row_ref (base) : NULL };
  g_queue_push_tail (&self->waiting, act);
  run_waiting (self);
}

void
mappe_sitting_step_act (MappeSittingStep *self, ActKind kind, gint64 id)
{
  mappe_sitting_step_act_with (self, kind, id, NULL, NULL);
}

/**
 * mappe_sitting_step_carry_out:
 * @edit: (transfer full) (nullable): an act of a form; %NULL when it was refused
 *
 * Returns: whether there was something to carry out
 */
gboolean
mappe_sitting_step_carry_out (MappeSittingStep *self, MappeEdit *edit, const char *what_failed)
{
  if (edit != NULL)
    mappe_meeting_step_apply (MAPPE_MEETING_STEP (self), edit, NULL, what_failed);
  return edit != NULL;
}

/* What waits is not done any more. */
void
mappe_sitting_step_forget_acts (MappeSittingStep *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) act_free);
}
