/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-create-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-duplicates.h"
#include "mappe-feedback.h"
#include "mappe-form.h"
#include "mappe-window-frame.h"

/** The dialog under way; freed with its window. */
typedef struct {
  MappeStore *store;
  GTask      *task;
  AdwWindow  *window;
  MappeForm  *form;
  GtkWidget  *accept;
  gint64      id;
  gboolean    busy;
} Dialog;

static void
dialog_free (Dialog *dialog)
{
  g_clear_object (&dialog->task);
  g_clear_object (&dialog->store);
  g_free (dialog);
}

/* Closing answers: with the id of what was created, or with none. */
static void
destroy_cb (GtkWidget *window, Dialog *dialog)
{
  g_task_return_int (dialog->task, dialog->id);
  dialog_free (dialog);
}

static char *
make_title (MappeForm *form)
{
  int field = -1;
  g_autoptr (MappeRow) mine = mappe_form_get_mine (form, &field, NULL);
  return mine != NULL ? mappe_row_get_title (mine) : NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = ADW_WINDOW (data);
  Dialog *dialog = g_object_get_data (G_OBJECT (window), "dialog");
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, &fault, &error);
  dialog->busy = FALSE;
  gtk_widget_set_sensitive (dialog->accept, TRUE);
  if (applied == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (window), error, _("The record was not created"));
      return;
    }
  dialog->id = g_array_index (applied->ids, gint64, 0);
  g_task_set_task_data (dialog->task, make_title (dialog->form), g_free);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
accept_cb (AdwWindow *window)
{
  Dialog *dialog = g_object_get_data (G_OBJECT (window), "dialog");
  int field = -1;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = make_title (dialog->form);
  g_autofree char *label =
      g_strdup_printf (_("Create %1$s “%2$s”"), _(mappe_form_get_kind (dialog->form)->label),
                       title != NULL ? title : "");
  g_autoptr (MappeEdit) edit = mappe_form_make_edit (dialog->form, label, &field, &error);
  if (edit == NULL)
    {
      mappe_form_show_faults (dialog->form, field);
      return;
    }
  dialog->busy = TRUE;
  gtk_widget_set_sensitive (dialog->accept, FALSE);
  mappe_store_apply_async (dialog->store, g_steal_pointer (&edit), NULL, saved_cb, g_object_ref (window));
}

/* While the store works, closing would leave it open whether something was created. */
static gboolean
close_cb (AdwWindow *window, Dialog *dialog)
{
  return dialog->busy;
}

static gboolean
set_field (MappeForm *form, const char *name, const char *text)
{
  int field = mappe_kind_find_field (mappe_form_get_kind (form), name);
  MappeFieldRow *row = field >= 0 ? mappe_form_get_row (form, (guint) field) : NULL;
  if (row != NULL)
    mappe_field_row_set_typed (row, text);
  return row != NULL;
}

/* "Amsel, Ruth" and "Ruth Amsel" are the same person. */
static void
prefill_person (MappeForm *form, const char *text)
{
  const char *comma = strchr (text, ','), *space = strrchr (text, ' ');
  g_autofree char *last = comma != NULL ? g_strndup (text, comma - text) : g_strdup (space != NULL ? space + 1 : text);
  g_autofree char *first = comma != NULL ? g_strdup (comma + 1) : g_strndup (text, space != NULL ? space - text : 0);
  set_field (form, "last_name", g_strstrip (last));
  if (*g_strstrip (first) != '\0')
    set_field (form, "first_name", first);
}

static void
prefill (MappeForm *form, const char *text)
{
  const MappeKind *kind = mappe_form_get_kind (form);
  if (text == NULL || *text == '\0')
    return;
  if (mappe_kind_find_field (kind, "last_name") >= 0)
    prefill_person (form, text);
  else
    for (guint i = 0; kind->title_fields[i] >= 0; i++)
      if (kind->fields[kind->title_fields[i]].type == MAPPE_FIELD_TEXT && kind->title_fields[i] > 0 &&
          set_field (form, kind->fields[kind->title_fields[i]].name, text))
        return;
}

static GtkWidget *
build_content (Dialog *dialog, const MappeKind *kind, const char *text)
{
  g_autoptr (MappeRow) row = mappe_row_new_preset (kind);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  dialog->form = MAPPE_FORM (mappe_form_new_short (dialog->store, kind));
  mappe_form_show (dialog->form, row, NULL);
  prefill (dialog->form, text);
  gtk_box_append (GTK_BOX (box), mappe_duplicates_new (dialog->store, dialog->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (dialog->form));
  return box;
}

/**
 * mappe_create_dialog_run:
 * @near: widget in the window to be modal for
 * @store: the store
 * @kind: kind of the record to create
 * @text: (nullable): what was typed so far: a name
 * @callback: called when the dialog is closed
 * @data: for @callback
 *
 * Asks for the fields a record cannot do without, and creates it as one step.
 */
void
mappe_create_dialog_run (GtkWidget *near,
                         MappeStore *store,
                         const MappeKind *kind,
                         const char *text,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  Dialog *dialog = g_new0 (Dialog, 1);
  g_autofree char *title = g_strdup_printf (_("New: %s"), _(kind->label));
  dialog->store = g_object_ref (store);
  dialog->task = g_task_new (near, NULL, callback, data);
  g_task_set_source_tag (dialog->task, mappe_create_dialog_run);
  dialog->window = mappe_window_frame_new (near, title, _("Create"), build_content (dialog, kind, text),
                                           &dialog->accept);
  g_object_set_data (G_OBJECT (dialog->window), "dialog", dialog);
  g_signal_connect_object (dialog->accept, "clicked", G_CALLBACK (accept_cb), dialog->window, G_CONNECT_SWAPPED);
  g_signal_connect (dialog->window, "close-request", G_CALLBACK (close_cb), dialog);
  g_signal_connect (dialog->window, "destroy", G_CALLBACK (destroy_cb), dialog);
  gtk_window_present (GTK_WINDOW (dialog->window));
  mappe_form_begin_edit (dialog->form);
}

/**
 * mappe_create_dialog_finish:
 * @result: from the callback
 * @title: (out) (transfer full) (nullable): what the new record is called
 * @error: return location
 *
 * Returns: id of the new record, 0 when none was created
 */
gint64
mappe_create_dialog_finish (GAsyncResult *result, char **title, GError **error)
{
  gint64 id = g_task_propagate_int (G_TASK (result), error);
  *title = id > 0 ? g_strdup (g_task_get_task_data (G_TASK (result))) : NULL;
  return MAX (id, 0);
}
