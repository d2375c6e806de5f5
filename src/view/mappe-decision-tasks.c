/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-decision-tasks.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-state-light.h"
#include "mappe-task.h"

struct _MappeDecisionTasks {
  AdwBin        parent_instance;

  MappeStore   *store;
  GCancellable *cancellable;
  gint64        decision;  /* 0: a record that has no tasks beneath it */
  GtkWidget    *expander;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (MappeDecisionTasks, mappe_decision_tasks, ADW_TYPE_BIN)

/* --- a task --- */

static MappeState
state_of (const MappeRow *task)
{
  const char *status = mappe_row_get_text (task, MAPPE_TASK_STATUS);

  if (g_strcmp0 (status, "done") == 0)
    return MAPPE_STATE_DONE;
  if (g_strcmp0 (status, "dropped") == 0)
    return MAPPE_STATE_CANCELLED;
  return mappe_state_of_due (mappe_row_get_text (task, MAPPE_TASK_DUE_ON));
}

static const char *
who_of (const MappeListed *task)
{
  const char *member = task->shown != NULL ? task->shown[MAPPE_TASK_RESPONSIBLE_MEMBER] : NULL;

  return member != NULL || task->shown == NULL ? member : task->shown[MAPPE_TASK_RESPONSIBLE_ORGANISATION];
}

/* "Overdue · 30 Sept 2026 · Isolde Igelbacher" */
static char *
about (const MappeListed *task, MappeState state)
{
  const char *done = mappe_row_get_text (task->row, MAPPE_TASK_DONE_ON);
  const char *due = mappe_row_get_text (task->row, MAPPE_TASK_DUE_ON);
  const char *day = state == MAPPE_STATE_DONE && done != NULL ? done : due;
  g_autofree char *date = day != NULL ? mappe_date_format (day) : g_strdup (_("no date"));
  const char *who = who_of (task);

  return g_strdup_printf ("%s · %s%s%s", mappe_state_word (state), date, who != NULL ? " · " : "",
                          who != NULL ? who : "");
}

static GtkWidget *
new_row (const MappeListed *task)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  MappeState state = state_of (task->row);
  g_autofree char *subtitle = about (task, state);
  const char *title = mappe_row_get_text (task->row, MAPPE_TASK_TITLE);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", title, subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  mappe_state_show (GTK_IMAGE (image), state);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "task", g_memdup2 (&task->row->id, sizeof task->row->id), g_free);
  return row;
}

static void
activated_cb (MappeDecisionTasks *self, GtkListBoxRow *row)
{
  const gint64 *task = g_object_get_data (G_OBJECT (row), "task");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", "task", *task);
}

/* --- all of them --- */

static void
fill (MappeDecisionTasks *self, GPtrArray *tasks)
{
  GtkListBoxRow *row;
  guint n_open = 0;
  g_autofree char *head = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < tasks->len; i++)
    {
      const MappeListed *task = g_ptr_array_index (tasks, i);
      MappeState state = state_of (task->row);

      n_open += state != MAPPE_STATE_DONE && state != MAPPE_STATE_CANCELLED;
      gtk_list_box_append (self->list, new_row (task));
    }
  /* Translators: number of all tasks, of those that are not finished */
  head = g_strdup_printf (ngettext ("%u task, %u open", "%u tasks, %u open", tasks->len), tasks->len, n_open);
  gtk_expander_set_label (GTK_EXPANDER (self->expander), head);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, head, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), tasks->len > 0);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeDecisionTasks) self = data;
  g_autoptr (GPtrArray) tasks = mappe_store_list_finish (MAPPE_STORE (source), result, NULL);

  if (tasks != NULL && self->list != NULL)
    fill (self, tasks);
}

static void
load (MappeDecisionTasks *self)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_task_kind);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->decision == 0)
    return;
  mappe_query_where_id (query, MAPPE_TASK_DECISION, self->decision);
  mappe_query_order (query, MAPPE_TASK_DUE_ON, FALSE);
  mappe_store_list_async (self->store, query, self->cancellable, loaded_cb, g_object_ref (self));
}

/** mappe_decision_tasks_show: Shows the tasks of a decision; nothing for a record of another kind. */
void
mappe_decision_tasks_show (MappeDecisionTasks *self, const MappeKind *kind, gint64 id)
{
  g_return_if_fail (MAPPE_IS_DECISION_TASKS (self));
  self->decision = kind == &mappe_decision_kind ? id : 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  load (self);
}

/* --- GObject --- */

static void
mappe_decision_tasks_dispose (GObject *object)
{
  MappeDecisionTasks *self = MAPPE_DECISION_TASKS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  self->list = NULL;
  G_OBJECT_CLASS (mappe_decision_tasks_parent_class)->dispose (object);
}

static void
mappe_decision_tasks_class_init (MappeDecisionTasksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_decision_tasks_dispose;
}

static void
mappe_decision_tasks_init (MappeDecisionTasks *self)
{
  self->expander = gtk_expander_new (NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_object_set (self->list, "margin-top", 6, "margin-bottom", 2, "margin-start", 2, "margin-end", 2, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tasks"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), GTK_WIDGET (self->list));
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  g_object_set (self->expander, "margin-start", 12, "margin-end", 12, "margin-top", 6, NULL);
  adw_bin_set_child (ADW_BIN (self), self->expander);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/** mappe_decision_tasks_new: Returns: (transfer floating): empty and hidden */
GtkWidget *
mappe_decision_tasks_new (MappeStore *store)
{
  MappeDecisionTasks *self = g_object_new (MAPPE_TYPE_DECISION_TASKS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
