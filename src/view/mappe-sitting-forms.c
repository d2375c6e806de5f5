/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-step-private.h"

#include <glib/gi18n.h>

#include "mappe-agenda-item.h"
#include "mappe-item-acts.h"
#include "mappe-motion.h"
#include "mappe-organisation.h"
#include "mappe-sheet-form.h"
#include "mappe-vote-acts.h"

/* The forms about the item that is looked at. */

static const MappeSitting *
sitting_of (MappeSittingStep *self)
{
  return mappe_meeting_step_get_sitting (MAPPE_MEETING_STEP (self));
}

/* @optional: nobody can be chosen. */
static void
add_person (MappeSheetForm *form, const char *id, const char *label, const MappeSitting *sitting, gint64 person,
            gboolean optional)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 nobody = 0;
  guint chosen = 0;

  if (optional)
    {
      g_ptr_array_add (names, (gpointer) _("Nobody"));
      g_array_append_val (ids, nobody);
    }
  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);

      if (participant->person == person)
        chosen = ids->len;
      g_ptr_array_add (names, participant->sort_name);
      g_array_append_val (ids, participant->person);
    }
  mappe_sheet_form_add_choice (form, id, label, names, ids, chosen);
}

/* A form about the item that is looked at now; NULL when there is none. */
static MappeSheetForm *
new_form (MappeSittingStep *self, const char *heading, const char *verb, MappeSheetFormFunc done)
{
  gint64 item = mappe_sitting_step_get_item (self);
  MappeSheetForm *form;

  if (item == 0)
    return NULL;
  form = mappe_sheet_form_new (GTK_WIDGET (self), mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self)), heading,
                               verb, done);
  mappe_sheet_form_set_subject (form, item);
  return form;
}

/* --- motions --- */

static gboolean
put_motion (MappeSheetForm *form, gpointer owner, GError **error)
{
  MappeSittingStep *self = owner;
  g_autofree char *text = mappe_sheet_form_get_wording (form, "text");
  MappeMotionDraft draft = { mappe_sheet_form_get_code (form, "kind"), mappe_sheet_form_get_id (form, "proposer"),
                             mappe_sheet_form_get_text (form, "other"), text };

  return mappe_sitting_step_carry_out (self,
                                       mappe_vote_put_motion (sitting_of (self), mappe_sheet_form_get_subject (form),
                                                              &draft, mappe_sitting_step_get_minute (self), error),
                                       _("The motion was not recorded"));
}

static void
motion_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (widget);
  MappeSheetForm *form = new_form (self, _("Motion"), _("_Put the motion"), put_motion);

  if (form == NULL)
    return;
  mappe_sheet_form_add_codes (form, "kind", _("Kind"), "motion_kind", NULL, "motion");
  add_person (form, "proposer", _("Proposer"), sitting_of (self),
                                 mappe_sitting_step_get_person (self), TRUE);
  mappe_sheet_form_add_text (form, "other", _("Proposer, if not a member"), NULL);
  mappe_sheet_form_add_wording (form, "text", _("Wording"), NULL);
  mappe_sheet_form_keep_wording (form, "text", "motion");
  mappe_sheet_form_present (form);
}

static gboolean
change_motion (MappeSheetForm *form, gpointer owner, GError **error)
{
  MappeSittingStep *self = owner;
  g_autofree char *text = mappe_sheet_form_get_wording (form, "text");

  return mappe_sitting_step_carry_out (
      self, mappe_vote_change_motion (sitting_of (self), mappe_sheet_form_get_subject (form), text, error),
      _("The motion was not changed"));
}

static const char *
wording_of (const MappeSittingItem *item, gint64 motion)
{
  for (guint i = 0; item != NULL && i < item->motions->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (item->motions, i);

      if (row->id == motion)
        return mappe_row_get_text (row, MAPPE_MOTION_TEXT);
    }
  return NULL;
}

static void
change_motion_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (widget);
  MappeSheetForm *form = new_form (self, _("Change the motion"), _("_Change the motion"), change_motion);
  gint64 motion = g_variant_get_int64 (parameter);

  if (form == NULL)
    return;
  mappe_sheet_form_add_wording (form, "text", _("Wording"),
                                wording_of (mappe_sitting_item (sitting_of (self),
                                                                mappe_sheet_form_get_subject (form)), motion));
  mappe_sheet_form_set_subject (form, motion);
  mappe_sheet_form_present (form);
}

static gboolean
get_count (MappeSheetForm *form, const char *id, guint *count, GError **error)
{
  const char *text = mappe_sheet_form_get_text (form, id);
  guint64 number = 0;

  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 0, 100000, &number, error))
    return FALSE;
  *count = (guint) number;
  return TRUE;
}

/* The rest is in favour. */
static gboolean
judge_motion (MappeSheetForm *form, gpointer owner, GError **error)
{
  MappeSittingStep *self = owner;
  const MappeSitting *sitting = sitting_of (self);
  int minute = mappe_sitting_step_get_minute (self);
  const MappeSittingItem *item = mappe_sitting_item (sitting, mappe_sitting_step_get_item (self));
  guint entitled = mappe_sitting_entitled (sitting, item, minute, NULL), yes, no, abstain;

  if (!get_count (form, "no", &no, error) || !get_count (form, "abstain", &abstain, error))
    return FALSE;
  yes = no + abstain <= entitled ? entitled - no - abstain : 0;
  return mappe_sitting_step_carry_out (self, mappe_vote_judge_motion (sitting, mappe_sheet_form_get_subject (form),
                                                                      yes, no, abstain, minute, error),
                                       _("The vote was not recorded"));
}

static void
vote_motion_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (widget);
  MappeSheetForm *form = new_form (self, _("Vote on the motion: all others are in favour"), _("_Record the vote"),
                                     judge_motion);

  if (form == NULL)
    return;
  mappe_sheet_form_set_subject (form, g_variant_get_int64 (parameter));
  mappe_sheet_form_add_text (form, "no", _("Against"), NULL);
  mappe_sheet_form_add_text (form, "abstain", _("Abstentions"), NULL);
  mappe_sheet_form_present (form);
}

/* --- tasks and statements --- */

static gboolean
add_task (MappeSheetForm *form, gpointer owner, GError **error)
{
  MappeSittingStep *self = owner;
  const MappeSittingItem *item = mappe_sitting_item (sitting_of (self), mappe_sheet_form_get_subject (form));
  g_autofree char *due_on = mappe_sheet_form_get_date (form, "due");
  MappeTaskDraft draft = { .title = mappe_sheet_form_get_text (form, "title"),
                           .member = mappe_sheet_form_get_id (form, "member"),
                           .office = mappe_sheet_form_get_id (form, "office"),
                           .due_on = due_on };

  if (item != NULL && item->decisions->len > 0)
    draft.decision = ((MappeSittingDecision *) g_ptr_array_index (item->decisions, item->decisions->len - 1))->row->id;
  return mappe_sitting_step_carry_out (self, mappe_item_add_task (sitting_of (self),
                                                                  mappe_sheet_form_get_subject (form), &draft, error),
                                       _("The task was not recorded"));
}

static void
task_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (widget);
  MappeSheetForm *form = new_form (self, _("Task"), _("_Add the task"), add_task);

  if (form == NULL)
    return;
  mappe_sheet_form_add_text (form, "title", _("What is to be done"), NULL);
  add_person (form, "member", _("Responsible member"), sitting_of (self), 0, TRUE);
  mappe_sheet_form_add_record (form, "office", _("Responsible organisation"), &mappe_organisation_kind);
  mappe_sheet_form_add_date (form, "due", _("Due on"));
  mappe_sheet_form_present (form);
}

static gboolean
add_statement (MappeSheetForm *form, gpointer owner, GError **error)
{
  MappeSittingStep *self = owner;
  g_autofree char *text = mappe_sheet_form_get_wording (form, "text");

  return mappe_sitting_step_carry_out (
      self,
      mappe_item_state (sitting_of (self), mappe_sheet_form_get_subject (form),
                        mappe_sheet_form_get_id (form, "person"), mappe_sheet_form_get_code (form, "kind"), text,
                        mappe_sitting_step_get_minute (self), error),
      _("The statement was not recorded"));
}

static void
statement_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (widget);
  MappeSheetForm *form = new_form (self, _("Statement for the record"), _("_Record the statement"), add_statement);

  if (form == NULL)
    return;
  add_person (form, "person", _("Person"), sitting_of (self), mappe_sitting_step_get_person (self),
                                 FALSE);
  mappe_sheet_form_add_codes (form, "kind", _("Kind"), "statement_kind", NULL, "personal");
  mappe_sheet_form_add_wording (form, "text", _("Wording"), NULL);
  mappe_sheet_form_keep_wording (form, "text", "statement");
  mappe_sheet_form_present (form);
}

/* --- the item --- */

static gboolean
correct_item (MappeSheetForm *form, gpointer owner, GError **error)
{
  MappeSittingStep *self = owner;
  int opened, closed;

  if (!mappe_sheet_form_get_minute (form, "opened", &opened, error) ||
      !mappe_sheet_form_get_minute (form, "closed", &closed, error))
    return FALSE;
  return mappe_sitting_step_carry_out (self, mappe_item_correct (sitting_of (self),
                                                                 mappe_sheet_form_get_subject (form), opened, closed,
                                                                 error),
                                       _("The times were not corrected"));
}

static void
correct_item_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (widget);
  MappeSheetForm *form = new_form (self, _("Times of the item"), _("_Correct"), correct_item);
  const MappeSittingItem *item = form != NULL ? mappe_sitting_item (sitting_of (self),
                                                                    mappe_sheet_form_get_subject (form)) : NULL;

  if (item == NULL)
    return;
  mappe_sheet_form_add_text (form, "opened", _("Called at"), mappe_row_get_text (item->row,
                                                                                 MAPPE_AGENDA_ITEM_OPENED_AT));
  mappe_sheet_form_add_text (form, "closed", _("Closed at"), mappe_row_get_text (item->row,
                                                                                 MAPPE_AGENDA_ITEM_CLOSED_AT));
  mappe_sheet_form_present (form);
}

static gboolean
bring_forward (MappeSheetForm *form, gpointer owner, GError **error)
{
  MappeSittingStep *self = owner;
  const MappeSittingItem *next = NULL;
  const MappeSitting *sitting = sitting_of (self);
  gint64 id = mappe_sheet_form_get_subject (form);

  /* The next place is before the first item of its part that was not called. */
  for (guint i = 0; next == NULL && i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i), *moved = mappe_sitting_item (sitting, id);

      if (moved != NULL && item != moved && item->public == moved->public && item->depth == moved->depth &&
          mappe_row_is_null (item->row, MAPPE_AGENDA_ITEM_OPENED_AT))
        next = item;
    }
  return mappe_sitting_step_carry_out (self, mappe_item_bring_forward (sitting, id, next != NULL ? next->row->id : id,
                                                                       mappe_sheet_form_get_text (form, "note"),
                                                                       error),
                                       _("The agenda was not changed"));
}

static void
bring_forward_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSheetForm *form = new_form (MAPPE_SITTING_STEP (widget), _("Deal with this item next"), _("_Bring forward"),
                                     bring_forward);

  if (form == NULL)
    return;
  mappe_sheet_form_add_text (form, "note", _("Reason, for the minutes"), NULL);
  mappe_sheet_form_present (form);
}

/** mappe_sitting_step_install_forms: Installs the actions that ask something about the item. */
void
mappe_sitting_step_install_forms (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sitting.motion", NULL, motion_cb);
  gtk_widget_class_install_action (widget_class, "sitting.change-motion", "x", change_motion_cb);
  gtk_widget_class_install_action (widget_class, "sitting.vote-motion", "x", vote_motion_cb);
  gtk_widget_class_install_action (widget_class, "sitting.task", NULL, task_cb);
  gtk_widget_class_install_action (widget_class, "sitting.statement", NULL, statement_cb);
  gtk_widget_class_install_action (widget_class, "sitting.correct-item", NULL, correct_item_cb);
  gtk_widget_class_install_action (widget_class, "sitting.bring-forward", NULL, bring_forward_cb);
}
