/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agenda-step-private.h"

#include <glib/gi18n.h>

#include "mappe-agenda-acts.h"
#include "mappe-feedback.h"
#include "mappe-paper-attach.h"

static void
apply (MappeAgendaStep *self, MappeEdit *edit, GError *error)
{
  mappe_meeting_step_apply (MAPPE_MEETING_STEP (self), edit, error, _("The agenda was not changed"));
}

/* --- adding --- */

static void
select_new (MappeMeetingStep *step, MappeApplied *applied, gpointer data)
{
  MappeAgendaStep *self = MAPPE_AGENDA_STEP (step);

  if (applied == NULL || applied->ids->len == 0)
    return;
  self->selected = g_array_index (applied->ids, gint64, 0);
  self->chosen = TRUE;
}

static void
apply_new (MappeAgendaStep *self, MappeEdit *edit, GError *error)
{
  mappe_meeting_step_apply_then (MAPPE_MEETING_STEP (self), edit, error, _("The agenda was not changed"),
                                 select_new, NULL);
}

/** mappe_agenda_step_add_typed: Adds what is typed behind the item that the user chose, else at the end. */
void
mappe_agenda_step_add_typed (MappeAgendaStep *self)
{
  const MappeSitting *sitting = mappe_agenda_step_sitting (self);
  const MappeSittingItem *after = self->chosen ? mappe_agenda_step_item (self) : NULL;
  gboolean public = !gtk_check_button_get_active (self->nonpublic);
  g_autofree char *title = NULL;
  GError *error = NULL;
  MappeEdit *edit;
  int minutes;

  if (sitting == NULL ||
      !mappe_agenda_parse_item (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &title, &minutes))
    return;
  if (after != NULL && after->public != public)
    after = NULL;
  edit = mappe_agenda_add (sitting, after, FALSE, public, title, minutes, &error);
  if (edit != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      self->to_entry = TRUE;
    }
  apply_new (self, edit, error);
}

static void
beneath_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeAgendaStep *self = MAPPE_AGENDA_STEP (widget);
  const MappeSittingItem *item = mappe_agenda_step_item (self);
  GError *error = NULL;
  MappeEdit *edit;

  if (item == NULL)
    return;
  edit = mappe_agenda_add (mappe_agenda_step_sitting (self), item, TRUE, item->public, _("New item"), 0, &error);
  self->to_row = TRUE;
  apply_new (self, edit, error);
}

static void
standing_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeAgendaStep *self = MAPPE_AGENDA_STEP (widget);
  GError *error = NULL;

  if (self->standing != NULL && mappe_agenda_step_sitting (self) != NULL)
    apply (self, mappe_agenda_add_standing (mappe_agenda_step_sitting (self), self->standing, &error), error);
}

/* --- moving and deleting --- */

static void
move (MappeAgendaStep *self, MappeAgendaMove direction)
{
  const MappeSittingItem *item = mappe_agenda_step_item (self);
  GError *error = NULL;
  MappeEdit *edit;

  if (item == NULL)
    return;
  edit = mappe_agenda_move (mappe_agenda_step_sitting (self), item, direction, &error);
  self->to_row = TRUE;
  apply (self, edit, error);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const names[] = { "agenda.up", "agenda.down", "agenda.in", "agenda.out" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (action, names[i]))
      move (MAPPE_AGENDA_STEP (widget), (MappeAgendaMove) i);
}

static void
part_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeAgendaStep *self = MAPPE_AGENDA_STEP (widget);
  const MappeSittingItem *item = mappe_agenda_step_item (self);
  GError *error = NULL;
  MappeEdit *edit;

  if (item == NULL)
    return;
  edit = mappe_agenda_set_public (mappe_agenda_step_sitting (self), item, !item->public, &error);
  self->to_row = TRUE;
  apply (self, edit, error);
}

static void
deleted_cb (MappeMeetingStep *step, MappeApplied *applied, gpointer data)
{
  if (applied != NULL)
    mappe_feedback_undoable (GTK_WIDGET (step), _("Agenda item deleted"));
}

/* The item to go on with when one is gone. */
static gint64
neighbour_of (MappeAgendaStep *self, const MappeSittingItem *item)
{
  GPtrArray *items = mappe_agenda_step_sitting (self)->items;
  guint n = 0;

  g_ptr_array_find (items, item, &n);
  if (items->len < 2)
    return 0;
  return ((MappeSittingItem *) g_ptr_array_index (items, n + 1 < items->len ? n + 1 : n - 1))->row->id;
}

/** mappe_agenda_step_delete: Deletes the selected item; the next one is selected. */
void
mappe_agenda_step_delete (MappeMeetingStep *step)
{
  MappeAgendaStep *self = MAPPE_AGENDA_STEP (step);
  const MappeSittingItem *item = mappe_agenda_step_item (self);
  GError *error = NULL;
  MappeEdit *edit;

  if (item == NULL)
    return;
  edit = mappe_agenda_delete (mappe_agenda_step_sitting (self), item, &error);
  if (edit != NULL)
    self->selected = neighbour_of (self, item);
  mappe_meeting_step_apply_then (step, edit, error, _("The item was not deleted"), deleted_cb, NULL);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_agenda_step_delete (MAPPE_MEETING_STEP (widget));
}

/** mappe_agenda_step_drop: The item @id was dropped on @row, at @where (%MappeAgendaWhere) of it. */
void
mappe_agenda_step_drop (MappeAgendaStep *self, gint64 id, int where, MappeAgendaRow *row)
{
  const MappeSitting *sitting = mappe_agenda_step_sitting (self);
  const MappeSittingItem *item = mappe_sitting_item (sitting, id);
  const MappeSittingItem *target = mappe_sitting_item (sitting, mappe_agenda_row_get_id (row));
  GError *error = NULL;
  MappeEdit *edit;

  if (item == NULL || target == NULL || item == target)
    return;
  self->selected = id;
  edit = mappe_agenda_place (sitting, item, target, (MappeAgendaWhere) where, &error);
  apply (self, edit, error);
}

/* --- papers, copying --- */

/** mappe_agenda_step_attach: @file becomes a paper of the item of @row. */
void
mappe_agenda_step_attach (MappeAgendaStep *self, GFile *file, MappeAgendaRow *row)
{
  const MappeSitting *sitting = mappe_agenda_step_sitting (self);
  const MappeSittingItem *item = mappe_sitting_item (sitting, mappe_agenda_row_get_id (row));

  if (item != NULL)
    mappe_paper_attach_file (GTK_WIDGET (self), mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self)),
                             sitting, item, file);
}

static void
paper_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeAgendaStep *self = MAPPE_AGENDA_STEP (widget);

  if (mappe_agenda_step_item (self) != NULL)
    mappe_paper_attach_choose (widget, mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self)),
                               mappe_agenda_step_sitting (self), mappe_agenda_step_item (self));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const MappeSitting *sitting = mappe_agenda_step_sitting (MAPPE_AGENDA_STEP (widget));
  g_autofree char *text = sitting != NULL ? mappe_agenda_text (sitting) : NULL;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  mappe_feedback_toast (widget, _("Agenda copied"));
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_agenda_step_edit (MAPPE_AGENDA_STEP (widget));
}

/** mappe_agenda_step_install_acts: Actions and keys of the class. */
void
mappe_agenda_step_install_acts (GtkWidgetClass *widget_class)
{
  GdkModifierType alt = GDK_ALT_MASK, shift = GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "agenda.up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "agenda.down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "agenda.in", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "agenda.out", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "agenda.part", NULL, part_cb);
  gtk_widget_class_install_action (widget_class, "agenda.beneath", NULL, beneath_cb);
  gtk_widget_class_install_action (widget_class, "agenda.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "agenda.standing", NULL, standing_cb);
  gtk_widget_class_install_action (widget_class, "agenda.paper", NULL, paper_cb);
  gtk_widget_class_install_action (widget_class, "agenda.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "agenda.edit", NULL, edit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, alt, "agenda.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, alt, "agenda.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, alt | shift, "agenda.in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, alt | shift, "agenda.out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "agenda.part", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "agenda.edit", NULL);
}
