/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up-step.h"

#include <glib/gi18n-lib.h>

#include "mappe-agenda-item.h"
#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-feedback.h"
#include "mappe-follow-up-acts.h"
#include "mappe-follow-up-rows.h"
#include "mappe-paper-view.h"
#include "mappe-print.h"
#include "mappe-task-form.h"
#include "mappe-task.h"
#include "mappe-window-frame.h"
#include "mappe-writers.h"
#include "mappe-wrap-layout.h"

#define COPY_WIDTH 78
#define PREVIEW_WIDTH 680
#define PREVIEW_HEIGHT 560

struct _MappeFollowUpStep {
  MappeMeetingStep parent_instance;

  GtkWidget  *form;      /* for a new task; in the list it is added to, or in none */
  gint64      item;      /* what the task stands under */
  gint64      decision;
  char       *sign;      /* of what is shown, so that nothing is rebuilt without need */

  GtkLabel   *summary;
  GtkBox     *decisions;
  GtkWidget  *extracts_group;
  GtkListBox *extracts;
};

G_DEFINE_FINAL_TYPE (MappeFollowUpStep, mappe_follow_up_step, MAPPE_TYPE_MEETING_STEP)

static const MappeSitting *
sitting_of (MappeFollowUpStep *self)
{
  return mappe_meeting_step_get_sitting (MAPPE_MEETING_STEP (self));
}

static const MappeLanguage *
language_of (MappeFollowUpStep *self)
{
  const MappeRow *council = sitting_of (self)->council;

  return mappe_language_get (council != NULL ? mappe_row_get_text (council, MAPPE_COUNCIL_LANGUAGE) : NULL);
}

/* --- the lists --- */

static GtkListBox *
list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_LIST_BOX (list);
}

static gboolean
belongs (const MappeListed *task, gint64 decision)
{
  gint64 id = mappe_row_get_int (task->row, MAPPE_TASK_DECISION);

  return decision > 0 ? id == decision : id <= 0;
}

/* The tasks of a decision, or of the item itself, and the row or the form for the next one. */
static void
add_tasks (MappeFollowUpStep *self, GtkListBox *list, const MappeSittingItem *item, gint64 decision)
{
  for (guint i = 0; i < item->tasks->len; i++)
    {
      const MappeListed *task = g_ptr_array_index (item->tasks, i);

      if (belongs (task, decision))
        gtk_list_box_append (list, mappe_follow_up_task_row (MAPPE_MEETING_STEP (self), task));
    }
  if (self->item == item->row->id && self->decision == decision)
    gtk_list_box_append (list, self->form);
  else
    gtk_list_box_append (list, mappe_follow_up_add_row (MAPPE_MEETING_STEP (self), item->row->id, decision));
}

static gboolean
has_own_tasks (MappeFollowUpStep *self, const MappeSittingItem *item)
{
  for (guint i = 0; i < item->tasks->len; i++)
    if (belongs (g_ptr_array_index (item->tasks, i), 0))
      return TRUE;
  return self->item == item->row->id && self->decision == 0;
}

static gboolean
leads_on (MappeFollowUpStep *self, const MappeSittingItem *item)
{
  return item->decisions->len > 0 || has_own_tasks (self, item);
}

/* Items that led to nothing yet, in a line. */
static void
add_others (MappeFollowUpStep *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *label = gtk_label_new (_("Add a task to item"));
  guint n = 0;

  gtk_widget_set_layout_manager (box, mappe_wrap_layout_new ());
  gtk_box_append (GTK_BOX (box), label);
  for (guint i = 0; i < sitting_of (self)->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting_of (self)->items, i);
      const char *title = mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE);
      g_autofree char *spoken = g_strdup_printf ("%s %s, %s", _("Add a task to item"), item->number, title);
      GtkWidget *button;

      if (leads_on (self, item))
        continue;
      button = gtk_button_new_with_label (item->number);
      gtk_widget_set_tooltip_text (button, title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "follow-up.add-task");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", item->row->id, (gint64) 0);
      gtk_box_append (GTK_BOX (box), button);
      n++;
    }
  gtk_widget_set_visible (box, n > 0);
  gtk_box_append (self->decisions, box);
}

static void
add_item (MappeFollowUpStep *self, const MappeSittingItem *item)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", item->number,
                                            mappe_row_get_text (item->row, MAPPE_AGENDA_ITEM_TITLE));
  GtkWidget *label = gtk_label_new (title);
  GtkListBox *list = list_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (self->decisions, label);
  gtk_box_append (self->decisions, GTK_WIDGET (list));
  for (guint i = 0; i < item->decisions->len; i++)
    {
      const MappeSittingDecision *decision = g_ptr_array_index (item->decisions, i);

      gtk_list_box_append (list, mappe_follow_up_decision_row (MAPPE_MEETING_STEP (self), item, decision));
      add_tasks (self, list, item, decision->row->id);
    }
  if (has_own_tasks (self, item))
    add_tasks (self, list, item, 0);
}

/* --- extracts --- */

static const char *
sent_on (const MappeSitting *sitting, gint64 office)
{
  const char *day = NULL;

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      for (guint d = 0; d < item->decisions->len; d++)
        {
          const MappeRow *row = ((MappeSittingDecision *) g_ptr_array_index (item->decisions, d))->row;

          if (mappe_row_get_int (row, MAPPE_DECISION_RESPONSIBLE_ORGANISATION) != office)
            continue;
          if (mappe_row_is_null (row, MAPPE_DECISION_EXTRACT_SENT_ON))
            return NULL;
          day = mappe_row_get_text (row, MAPPE_DECISION_EXTRACT_SENT_ON);
        }
    }
  return day;
}

static void
fill_extracts (MappeFollowUpStep *self)
{
  g_autoptr (GPtrArray) offices = mappe_extract_offices (sitting_of (self));
  MappeExtractOffice all = { 0, (char *) _("All offices, what is public"), 0, 0 };
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->extracts))) != NULL)
    gtk_list_box_remove (self->extracts, row);
  for (guint i = 0; i < offices->len; i++)
    {
      const MappeExtractOffice *office = g_ptr_array_index (offices, i);

      all.n_decisions += office->n_decisions;
      all.n_tasks += office->n_tasks;
      if (office->id != 0)
        gtk_list_box_append (self->extracts,
                             mappe_follow_up_extract_row (MAPPE_MEETING_STEP (self), office,
                                                          sent_on (sitting_of (self), office->id)));
    }
  gtk_list_box_append (self->extracts, mappe_follow_up_extract_row (MAPPE_MEETING_STEP (self), &all, NULL));
  gtk_widget_set_visible (self->extracts_group, offices->len > 0);
}

/* --- all of it --- */

static void
fill_summary (MappeFollowUpStep *self)
{
  const MappeSitting *sitting = sitting_of (self);
  guint n_decisions = 0, n_tasks = 0, n_unassigned = 0;
  g_autofree char *decisions = NULL, *tasks = NULL, *unassigned = NULL, *text = NULL;

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      n_decisions += item->decisions->len;
      n_tasks += item->tasks->len;
      for (guint d = 0; d < item->decisions->len; d++)
        n_unassigned +=
            mappe_follow_up_unassigned (((MappeSittingDecision *) g_ptr_array_index (item->decisions, d))->row);
      for (guint t = 0; t < item->tasks->len; t++)
        n_unassigned += mappe_follow_up_unassigned (((MappeListed *) g_ptr_array_index (item->tasks, t))->row);
    }
  decisions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u decision", "%u decisions", n_decisions), n_decisions);
  tasks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks", n_tasks), n_tasks);
  unassigned = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u not assigned", "%u not assigned", n_unassigned),
                                n_unassigned);
  text = g_strdup_printf ("%s · %s · %s", decisions, tasks, unassigned);
  gtk_label_set_label (self->summary, text);
}

static void
append_row (GString *sign, const MappeRow *row)
{
  g_string_append_printf (sign, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", row->kind->name, row->id,
                          row->version);
}

/* What the lists are made from; equal when they look alike. */
static char *
sign_of (MappeFollowUpStep *self)
{
  const MappeSitting *sitting = sitting_of (self);
  GString *sign = g_string_new (NULL);

  g_string_append_printf (sign, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", self->item, self->decision);
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      append_row (sign, item->row);
      for (guint d = 0; d < item->decisions->len; d++)
        append_row (sign, ((MappeSittingDecision *) g_ptr_array_index (item->decisions, d))->row);
      for (guint t = 0; t < item->tasks->len; t++)
        append_row (sign, ((MappeListed *) g_ptr_array_index (item->tasks, t))->row);
    }
  return g_string_free (sign, FALSE);
}

/* Name of the row that holds the focus; "" when it is elsewhere. */
static char *
focused_row (MappeFollowUpStep *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
                       ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return g_strdup (row != NULL ? gtk_widget_get_name (row) : "");
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  if (g_str_equal (gtk_widget_get_name (widget), name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
restore_focus (MappeFollowUpStep *self, const char *name, gboolean in_form)
{
  GtkWidget *row = *name != '\0' ? find_named (GTK_WIDGET (self), name) : NULL;

  if (in_form && self->item > 0)
    mappe_task_form_begin (MAPPE_TASK_FORM (self->form));
  else if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static void
detach_form (MappeFollowUpStep *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (self->form, GTK_TYPE_LIST_BOX_ROW);

  if (row != NULL)
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), NULL);
}

static void
rebuild (MappeFollowUpStep *self)
{
  g_autofree char *sign = sign_of (self);
  g_autofree char *focused = NULL;
  GtkWidget *child;
  gboolean in_form;

  if (g_strcmp0 (sign, self->sign) == 0)
    return;
  focused = focused_row (self);
  in_form = gtk_widget_get_focus_child (self->form) != NULL;
  detach_form (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->decisions))) != NULL)
    gtk_box_remove (self->decisions, child);
  for (guint i = 0; i < sitting_of (self)->items->len; i++)
    if (leads_on (self, g_ptr_array_index (sitting_of (self)->items, i)))
      add_item (self, g_ptr_array_index (sitting_of (self)->items, i));
  add_others (self);
  fill_extracts (self);
  fill_summary (self);
  g_free (self->sign);
  self->sign = g_steal_pointer (&sign);
  restore_focus (self, focused, in_form);
}

static void
mappe_follow_up_step_update (MappeMeetingStep *step)
{
  MappeFollowUpStep *self = MAPPE_FOLLOW_UP_STEP (step);

  if (self->form == NULL)
    return;
  rebuild (self);
}

/* --- a new task --- */

static void
open_form (MappeFollowUpStep *self, gint64 item, gint64 decision)
{
  self->item = item;
  self->decision = decision;
  rebuild (self);
  mappe_task_form_begin (MAPPE_TASK_FORM (self->form));
}

static void
add_task_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 item, decision;

  g_variant_get (parameter, "(xx)", &item, &decision);
  open_form (MAPPE_FOLLOW_UP_STEP (widget), item, decision);
}

static void
added_cb (MappeMeetingStep *step, MappeApplied *applied, gpointer data)
{
  if (applied != NULL)
    mappe_task_form_clear (MAPPE_TASK_FORM (MAPPE_FOLLOW_UP_STEP (step)->form));
}

static void
form_add_cb (MappeTaskForm *form, MappeFollowUpStep *self)
{
  MappeTaskGiven given = { .item = self->item, .decision = self->decision };
  g_autofree char *due_on = NULL;
  g_autofree char *what = mappe_task_form_take (form, &given, &due_on);
  GError *error = NULL;
  MappeEdit *edit = mappe_follow_up_add_task (sitting_of (self), &given, &error);

  mappe_meeting_step_apply_then (MAPPE_MEETING_STEP (self), edit, error, _("The task was not added"), added_cb, NULL);
}

static void
form_close_cb (MappeTaskForm *form, MappeFollowUpStep *self)
{
  self->item = self->decision = 0;
  rebuild (self);
}

/* Ctrl+N: under the decision that has the focus, else under the last one. */
static gboolean
mappe_follow_up_step_add (MappeMeetingStep *step)
{
  MappeFollowUpStep *self = MAPPE_FOLLOW_UP_STEP (step);
  g_autofree char *focused = focused_row (self);
  gint64 item_id = 0, decision_id = 0;

  for (guint i = 0; i < sitting_of (self)->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting_of (self)->items, i);

      for (guint d = 0; d < item->decisions->len; d++)
        {
          const MappeSittingDecision *decision = g_ptr_array_index (item->decisions, d);
          g_autofree char *name = g_strdup_printf ("decision-%" G_GINT64_FORMAT, decision->row->id);

          item_id = item->row->id;
          decision_id = decision->row->id;
          if (g_str_equal (name, focused))
            {
              open_form (self, item_id, decision_id);
              return TRUE;
            }
        }
      if (item_id == 0 && i + 1 == sitting_of (self)->items->len)
        item_id = item->row->id;
    }
  if (item_id > 0)
    open_form (self, item_id, decision_id);
  return item_id > 0;
}

/* --- extracts --- */

static MappeNode *
extract_of (GtkWidget *widget, GVariant *parameter)
{
  MappeFollowUpStep *self = MAPPE_FOLLOW_UP_STEP (widget);

  return mappe_build_extract (sitting_of (self), g_variant_get_int64 (parameter), language_of (self));
}

/* A window with @content (transfer floating); Escape closes it. */
static GtkWindow *
window_new (GtkWidget *near, const char *title, GtkWidget *content)
{
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  mappe_window_close_on_escape (window);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_default_size (GTK_WINDOW (window), PREVIEW_WIDTH, PREVIEW_HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (near)));
  return GTK_WINDOW (window);
}

static void
preview_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeNode *document = extract_of (widget, parameter);
  GtkWidget *view = mappe_paper_view_new ();
  GtkWindow *window = window_new (widget, document->text, view);

  mappe_paper_view_set_document (MAPPE_PAPER_VIEW (view), document);
  gtk_window_present (window);
}

static void
print_one_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_print_document (widget, extract_of (widget, parameter));
}

static void
mappe_follow_up_step_print (MappeMeetingStep *step)
{
  MappeFollowUpStep *self = MAPPE_FOLLOW_UP_STEP (step);

  mappe_print_document (GTK_WIDGET (step), mappe_build_extract (sitting_of (self), 0, language_of (self)));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (MappeNode) document = extract_of (widget, parameter);
  g_autofree char *text = mappe_write_text (document, COPY_WIDTH);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  mappe_feedback_toast (widget, _("Copied"));
}

static void
sent_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *today = mappe_date_today ();
  GError *error = NULL;
  MappeEdit *edit = mappe_follow_up_extract_sent (sitting_of (MAPPE_FOLLOW_UP_STEP (widget)),
                                                  g_variant_get_int64 (parameter), today, &error);

  mappe_meeting_step_apply (MAPPE_MEETING_STEP (widget), edit, error, _("The change was not saved"));
}

/* --- GObject --- */

static void
mappe_follow_up_step_constructed (GObject *object)
{
  MappeFollowUpStep *self = MAPPE_FOLLOW_UP_STEP (object);

  G_OBJECT_CLASS (mappe_follow_up_step_parent_class)->constructed (object);
  self->form = g_object_ref_sink (mappe_task_form_new (mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self))));
  g_signal_connect_object (self->form, "add", G_CALLBACK (form_add_cb), self, 0);
  g_signal_connect_object (self->form, "close", G_CALLBACK (form_close_cb), self, 0);
}

static void
mappe_follow_up_step_dispose (GObject *object)
{
  MappeFollowUpStep *self = MAPPE_FOLLOW_UP_STEP (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->form);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_FOLLOW_UP_STEP);
  G_OBJECT_CLASS (mappe_follow_up_step_parent_class)->dispose (object);
}

static void
mappe_follow_up_step_finalize (GObject *object)
{
  g_free (MAPPE_FOLLOW_UP_STEP (object)->sign);
  G_OBJECT_CLASS (mappe_follow_up_step_parent_class)->finalize (object);
}

static void
mappe_follow_up_step_class_init (MappeFollowUpStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MappeMeetingStepClass *step_class = MAPPE_MEETING_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_follow_up_step_constructed;
  G_OBJECT_CLASS (klass)->dispose = mappe_follow_up_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_follow_up_step_finalize;
  step_class->update = mappe_follow_up_step_update;
  step_class->add = mappe_follow_up_step_add;
  step_class->print = mappe_follow_up_step_print;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-follow-up-step.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeFollowUpStep, summary);
  gtk_widget_class_bind_template_child (widget_class, MappeFollowUpStep, decisions);
  gtk_widget_class_bind_template_child (widget_class, MappeFollowUpStep, extracts_group);
  gtk_widget_class_bind_template_child (widget_class, MappeFollowUpStep, extracts);
  gtk_widget_class_install_action (widget_class, "follow-up.add-task", "(xx)", add_task_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.preview", "x", preview_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.print-one", "x", print_one_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.copy", "x", copy_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.sent", "x", sent_cb);
}

static void
mappe_follow_up_step_init (MappeFollowUpStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
