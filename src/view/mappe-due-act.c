/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-due-act.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-due-text.h"
#include "mappe-feedback.h"

typedef struct {
  GtkWidget  *near;
  MappeStore *store;
  char       *title;
  char       *new_date;  /* NULL: the matter is done */
  char       *reason;
} Act;

static void
act_free (Act *act)
{
  g_object_unref (act->near);
  g_object_unref (act->store);
  g_free (act->title);
  g_free (act->new_date);
  g_free (act->reason);
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
  text = date != NULL ? g_strdup_printf (_("New date: %s"), date) : g_strdup_printf (_("Done: %s"), act->title);
  mappe_feedback_undoable (act->near, text);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeRow) base = mappe_store_load_finish (MAPPE_STORE (source), result, &error);
  g_autoptr (MappeRow) mine = NULL;
  g_autofree char *label = NULL;
  MappeEdit *edit;

  if (base == NULL)
    {
      mappe_feedback_error (act->near, error, _("The change was not saved"));
      return;
    }
  mine = mappe_row_copy (base);
  if (act->new_date != NULL)
    move_date (mine, act);
  else
    mark_done (mine);
  label = g_strdup_printf (act->new_date != NULL ? _("New date for “%s”") : _("“%s” is done"), act->title);
  edit = mappe_edit_new (label);
  mappe_edit_update (edit, g_steal_pointer (&base), g_steal_pointer (&mine));
  mappe_store_apply_async (act->store, edit, NULL, saved_cb, act);
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
 * Marks the matter as done today, in one step that can be taken back.
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
