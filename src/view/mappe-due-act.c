/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-due-act.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-due-text.h"
#include "mappe-feedback.h"
#include "mappe-task.h"

typedef struct {
  GtkWidget  *near;
  MappeStore *store;
  char       *title;
  char       *new_date;  /* NULL: the matter is done */
  char       *reason;
  MappeRow   *base;      /* the matter as it is */
  guint       n_tasks;   /* done together with it */
} Act;

static void
act_free (Act *act)
{
  g_object_unref (act->near);
  g_object_unref (act->store);
  g_free (act->title);
  g_free (act->new_date);
  g_free (act->reason);
  g_clear_pointer (&act->base, mappe_row_unref);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static void
set_field (MappeRow *row, const char *name, const char *canonical)
{
  int field = mappe_kind_find_field (row->kind, name);

  if (field >= 0)
    mappe_row_set_canonical (row, (guint) field, canonical, NULL);
}

static const char *
get_field (const MappeRow *row, const char *name)
{
  int field = mappe_kind_find_field (row->kind, name);

  return field >= 0 ? mappe_row_get_text (row, (guint) field) : NULL;
}

static void
mark_done (MappeRow *row)
{
  g_autofree char *today = mappe_date_today ();

  set_field (row, "status", "done");
  set_field (row, "done_on", today);
}

/* The reason belongs to the record; the change log keeps those of earlier moves. */
static void
move_date (MappeRow *row, const Act *act)
{
  set_field (row, "due_reason", act->reason);
  set_field (row, "due_on", act->new_date);
  if (g_strcmp0 (get_field (row, "status"), "overdue") == 0)
    set_field (row, "status", "in_progress");
}

static char *
done_text (const Act *act)
{
  if (act->n_tasks == 0)
    return g_strdup_printf (_("Done: %s"), act->title);
  /* Translators: number of tasks; number or wording of a decision */
  return g_strdup_printf (ngettext ("Done with its %u open task: %s", "Done with its %u open tasks: %s", act->n_tasks),
                          act->n_tasks, act->title);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (applied == NULL)
    {
      mappe_feedback_error (act->near, error, _("The change was not saved"));
      return;
    }
  date = act->new_date != NULL ? mappe_date_format (act->new_date) : NULL;
  text = date != NULL ? g_strdup_printf (_("New date: %s"), date) : done_text (act);
  mappe_feedback_undoable (act->near, text);
}

static gboolean
is_unfinished (const MappeRow *task)
{
  const char *status = mappe_row_get_text (task, MAPPE_TASK_STATUS);

  return g_strcmp0 (status, "done") != 0 && g_strcmp0 (status, "dropped") != 0;
}

/* @tasks: (element-type MappeListed): those of a decision that is done; what is open of it is done with it */
static void
save (Act *act, GPtrArray *tasks)
{
  g_autofree char *label = g_strdup_printf (act->new_date != NULL ? _("New date for “%s”") : _("“%s” is done"),
                                            act->title);
  MappeEdit *edit = mappe_edit_new (label);
  MappeRow *mine = mappe_row_copy (act->base);

  if (act->new_date != NULL)
    move_date (mine, act);
  else
    mark_done (mine);
  mappe_edit_update (edit, mappe_row_ref (act->base), mine);
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      MappeRow *task = ((MappeListed *) g_ptr_array_index (tasks, i))->row;

      if (!is_unfinished (task))
        continue;
      mine = mappe_row_copy (task);
      mark_done (mine);
      mappe_edit_update (edit, mappe_row_ref (task), mine);
      act->n_tasks++;
    }
  mappe_store_apply_async (act->store, edit, NULL, saved_cb, act);
}

static void
tasks_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = mappe_store_list_finish (MAPPE_STORE (source), result, &error);

  if (tasks == NULL)
    mappe_feedback_error (act->near, error, _("The change was not saved"));
  else
    save (g_steal_pointer (&act), tasks);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_task_kind);

  act->base = mappe_store_load_finish (MAPPE_STORE (source), result, &error);
  if (act->base == NULL)
    {
      mappe_feedback_error (act->near, error, _("The change was not saved"));
      return;
    }
  if (act->base->kind != &mappe_decision_kind || act->new_date != NULL)
    {
      save (g_steal_pointer (&act), NULL);
      return;
    }
  mappe_query_where_id (query, MAPPE_TASK_DECISION, act->base->id);
  mappe_store_list_async (act->store, query, NULL, tasks_cb, act);
  g_steal_pointer (&act);
}

static void
start (GtkWidget *near, MappeStore *store, const MappeDueItem *item, const char *new_date, const char *reason)
{
  Act *act = g_new0 (Act, 1);

  act->near = g_object_ref (near);
  act->store = g_object_ref (store);
  act->title = mappe_due_text_title (item);
  act->new_date = g_strdup (new_date);
  act->reason = g_strdup (reason);
  mappe_store_load_async (store, item->kind, item->id, NULL, loaded_cb, act);
}

/** mappe_due_act_is_possible: Returns: whether the matter can be done, moved and reminded of from its row */
gboolean
mappe_due_act_is_possible (const MappeDueItem *item)
{
  return item->topic == MAPPE_DUE_TASK || item->topic == MAPPE_DUE_OPEN || item->topic == MAPPE_DUE_DECISION;
}

/**
 * mappe_due_act_done:
 *
 * Marks the matter as done today, in one step that can be taken back; a decision together with its open tasks.
 */
void
mappe_due_act_done (GtkWidget *near, MappeStore *store, const MappeDueItem *item)
{
  g_return_if_fail (GTK_IS_WIDGET (near));
  start (near, store, item, NULL, NULL);
}

/**
 * mappe_due_act_new_date:
 * @iso: the new day
 * @reason: (nullable): why; a date that was set needs one (see mappe_guard_new_date())
 *
 * Moves the matter to another day, in one step that can be taken back.
 */
void
mappe_due_act_new_date (GtkWidget *near, MappeStore *store, const MappeDueItem *item, const char *iso,
                        const char *reason)
{
  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (mappe_date_is_valid (iso));
  start (near, store, item, iso, reason);
}

/**
 * mappe_due_act_remind:
 *
 * Puts a reminder for whoever is in charge into the clipboard.
 */
void
mappe_due_act_remind (GtkWidget *near, const MappeDueItem *item)
{
  g_autofree char *text = mappe_due_text_reminder (item);

  g_return_if_fail (GTK_IS_WIDGET (near));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (near), text);
  mappe_feedback_toast (near, _("Reminder copied"));
}
