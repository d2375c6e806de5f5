/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-closure-form.h"

#include <glib/gi18n.h>

#include "mappe-closures.h"
#include "mappe-feedback.h"
#include "mappe-form.h"
#include "mappe-road-closure.h"
#include "mappe-window-frame.h"

/* A road closure at short notice: filed within a minute, from now on; what is not known stays empty. The state and the
 * lead time follow from the times. */

/** The dialog under way; freed with its window. */
typedef struct {
  GtkWidget  *near;
  MappeStore *store;
  MappeForm  *form;
  GtkWidget  *accept;
  char       *road;
  gboolean    busy;
} Dialog;

static void
dialog_free (Dialog *dialog)
{
  g_object_unref (dialog->near);
  g_object_unref (dialog->store);
  g_free (dialog->road);
  g_free (dialog);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  Dialog *dialog = g_object_get_data (G_OBJECT (window), "dialog");
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, &fault, &error);
  g_autofree char *done = g_strdup_printf (_("Closure filed: %s"), dialog->road);

  dialog->busy = FALSE;
  gtk_widget_set_sensitive (dialog->accept, TRUE);
  if (applied != NULL)
    {
      if (gtk_widget_get_root (dialog->near) != NULL)
        mappe_feedback_undoable (dialog->near, done);
      gtk_window_destroy (window);
      return;
    }
  mappe_feedback_error (GTK_WIDGET (window), error, _("The closure was not filed"));
  if (fault != NULL)
    mappe_form_show_faults (dialog->form, fault->fault_field);
}

/* What is to come is planned; what has begun is closed. */
static void
complete (MappeRow *row)
{
  g_autofree char *now = mappe_closures_now ();
  gboolean ahead = g_strcmp0 (mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_FROM_AT), now) > 0;

  mappe_row_set_canonical (row, MAPPE_ROAD_CLOSURE_STATUS, ahead ? "planned" : "active", NULL);
  mappe_closure_complete (row);
}

static void
accept_cb (GtkWindow *window)
{
  Dialog *dialog = g_object_get_data (G_OBJECT (window), "dialog");
  int field = -1;
  MappeRow *row = mappe_form_get_mine (dialog->form, &field, NULL);
  g_autofree char *label = NULL;
  MappeEdit *edit;

  if (dialog->busy)
    {
      g_clear_pointer (&row, mappe_row_unref);
      return;
    }
  if (row == NULL)
    {
      mappe_form_show_faults (dialog->form, field);
      return;
    }
  complete (row);
  g_free (dialog->road);
  dialog->road = g_strdup (mappe_row_get_text (row, MAPPE_ROAD_CLOSURE_ROAD));
  label = g_strdup_printf (_("File closure: %s"), dialog->road);
  edit = mappe_edit_new (label);
  mappe_edit_insert (edit, row);
  dialog->busy = TRUE;
  gtk_widget_set_sensitive (dialog->accept, FALSE);
  mappe_store_apply_async (dialog->store, edit, NULL, saved_cb, g_object_ref (window));
}

/* While the store works, closing would leave it open whether the closure is filed. */
static gboolean
close_cb (GtkWindow *window, Dialog *dialog)
{
  return dialog->busy;
}

static gboolean
key_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  accept_cb (GTK_WINDOW (window));
  return TRUE;
}

static MappeRow *
preset_new (gint64 event, gint64 area)
{
  MappeRow *row = mappe_row_new_preset (&mappe_road_closure_kind);
  g_autofree char *now = mappe_closures_now ();

  mappe_row_set_canonical (row, MAPPE_ROAD_CLOSURE_FROM_AT, now, NULL);
  mappe_row_set_canonical (row, MAPPE_ROAD_CLOSURE_REQUESTED_AT, now, NULL);
  if (event > 0)
    {
      mappe_value_set_int (&row->values[MAPPE_ROAD_CLOSURE_EVENT], event);
      mappe_row_set_canonical (row, MAPPE_ROAD_CLOSURE_CAUSE, "event", NULL);
    }
  if (area > 0)
    mappe_value_set_int (&row->values[MAPPE_ROAD_CLOSURE_AREA], area);
  return row;
}

static void
hide_rest (MappeForm *form)
{
  static const guint rest[] = {
    MAPPE_ROAD_CLOSURE_REFERENCE, MAPPE_ROAD_CLOSURE_STATUS, MAPPE_ROAD_CLOSURE_LEAD_TIME_MINUTES,
    MAPPE_ROAD_CLOSURE_EVENT, MAPPE_ROAD_CLOSURE_NOTE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    if (mappe_form_get_row (form, rest[i]) != NULL)
      gtk_widget_set_visible (GTK_WIDGET (mappe_form_get_row (form, rest[i])), FALSE);
}

/**
 * mappe_closure_form_run:
 * @event: id of the event it is for, or 0
 * @area: id of the area that is there at first, or 0
 * @area_title: (nullable): its name
 *
 * Asks for a closure that begins now, and files it. Ctrl+Enter files it from every field.
 */
void
mappe_closure_form_run (GtkWidget *near, MappeStore *store, gint64 event, gint64 area, const char *area_title)
{
  Dialog *dialog = g_new0 (Dialog, 1);
  g_autoptr (MappeRow) row = preset_new (event, area);
  g_autofree char **shown = g_new0 (char *, mappe_road_closure_kind.n_fields);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  AdwWindow *window;

  shown[MAPPE_ROAD_CLOSURE_AREA] = (char *) area_title;
  dialog->near = g_object_ref (near);
  dialog->store = g_object_ref (store);
  dialog->form = MAPPE_FORM (mappe_form_new (store, &mappe_road_closure_kind));
  mappe_form_show (dialog->form, row, shown);
  hide_rest (dialog->form);
  window = mappe_window_frame_new (near, _("Close a road"), _("File closure"), GTK_WIDGET (dialog->form),
                                   &dialog->accept);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                        gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  g_object_set_data_full (G_OBJECT (window), "dialog", dialog, (GDestroyNotify) dialog_free);
  g_signal_connect_object (dialog->accept, "clicked", G_CALLBACK (accept_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect (window, "close-request", G_CALLBACK (close_cb), dialog);
  gtk_window_present (GTK_WINDOW (window));
  mappe_form_begin_edit (dialog->form);
}
