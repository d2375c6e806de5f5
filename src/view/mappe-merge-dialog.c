/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "mappe-display.h"
#include "mappe-feedback.h"
#include "mappe-reference-entry.h"
#include "mappe-window-frame.h"

/**
 * Dialog:
 * @records: (element-type MappeListed) (nullable): the two records, the one the dialog was opened for first
 * @stays: number of the record that stays: 0 or 1
 * @kept: id of the record that stayed, once it is done
 */
typedef struct {
  MappeStore      *store;
  const MappeKind *kind;
  gint64           id, kept;
  GTask           *task;
  GtkWidget       *accept, *entry, *content, *choice, *preview;
  GPtrArray       *records;
  guint            stays;
  gboolean         busy;
} Dialog;

static Dialog *
get_dialog (AdwWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "dialog");
}

static void
destroy_cb (GtkWidget *window, Dialog *dialog)
{
  g_object_set_data (G_OBJECT (window), "dialog", NULL);
  g_task_return_int (dialog->task, dialog->kept);
  g_clear_pointer (&dialog->records, g_ptr_array_unref);
  g_object_unref (dialog->task);
  g_object_unref (dialog->store);
  g_free (dialog);
}

static gboolean
close_cb (AdwWindow *window, Dialog *dialog)
{
  return dialog->busy;
}

static char *
show_field (Dialog *dialog, guint nth, guint field)
{
  const MappeListed *listed = g_ptr_array_index (dialog->records, nth);
  if (mappe_row_is_null (listed->row, field))
    return NULL;
  if (dialog->kind->fields[field].type == MAPPE_FIELD_BLOB)
    return g_strdup (_("a file"));
  return mappe_display_field (mappe_display_get (dialog->store), listed->row, field, listed->shown[field]);
}

/* The rule of the store, field by field: what stays wins, its gaps are filled from the other. */
static void
add_preview (Dialog *dialog, AdwPreferencesGroup *group, guint field)
{
  g_autofree char *kept = show_field (dialog, dialog->stays, field);
  g_autofree char *dropped = show_field (dialog, 1 - dialog->stays, field);
  if (g_strcmp0 (kept, dropped) == 0 || dropped == NULL)
    return;
  const char *label = _(dialog->kind->fields[field].label);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *about = kept == NULL ? g_strdup_printf (_("%s · taken from the other record"), label)
                                        : g_strdup_printf (_("%s · dropped: “%s”"), label, dropped);
  g_autofree char *title = g_markup_escape_text (kept != NULL ? kept : dropped, -1);
  g_autofree char *subtitle = g_markup_escape_text (about, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_preferences_group_add (group, row);
}

static void
renew_preview (Dialog *dialog)
{
  if (dialog->preview != NULL)
    gtk_box_remove (GTK_BOX (dialog->content), dialog->preview);
  dialog->preview = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (dialog->preview), _("What will be different"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (dialog->preview),
      _("Links to the other record will point to the one that stays. One undo takes all of it back."));
  for (guint i = 1; i < dialog->kind->n_fields; i++)
    add_preview (dialog, ADW_PREFERENCES_GROUP (dialog->preview), i);
  gtk_box_append (GTK_BOX (dialog->content), dialog->preview);
}

static void
stays_cb (AdwWindow *window, GParamSpec *pspec, GtkCheckButton *check)
{
  Dialog *dialog = get_dialog (window);
  if (!gtk_check_button_get_active (check))
    return;
  dialog->stays = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "nth"));
  renew_preview (dialog);
}

static GtkWidget *
add_record (AdwWindow *window, Dialog *dialog, guint nth)
{
  MappeListed *listed = g_ptr_array_index (dialog->records, nth);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = mappe_display_title (listed);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *reference = g_markup_escape_text (mappe_row_get_text (listed->row, MAPPE_FIELD_REFERENCE), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reference);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "nth", GUINT_TO_POINTER (nth));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (dialog->choice), row);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (stays_cb), window, G_CONNECT_SWAPPED);
  return check;
}

static void
show_records (AdwWindow *window, Dialog *dialog)
{
  dialog->choice = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (dialog->choice), _("Which record stays?"));
  GtkWidget *first = add_record (window, dialog, 0);
  GtkWidget *second = add_record (window, dialog, 1);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (second), GTK_CHECK_BUTTON (first));
  gtk_box_append (GTK_BOX (dialog->content), dialog->choice);
  /* The older one is more likely to be known by its reference. */
  const MappeListed *one = dialog->records->pdata[0], *two = dialog->records->pdata[1];
  gtk_check_button_set_active (GTK_CHECK_BUTTON (one->row->id < two->row->id ? first : second), TRUE);
  gtk_widget_set_sensitive (dialog->accept, TRUE);
}

static void
clear_records (Dialog *dialog)
{
  if (dialog->choice != NULL)
    gtk_box_remove (GTK_BOX (dialog->content), dialog->choice);
  if (dialog->preview != NULL)
    gtk_box_remove (GTK_BOX (dialog->content), dialog->preview);
  dialog->choice = dialog->preview = NULL;
  g_clear_pointer (&dialog->records, g_ptr_array_unref);
  gtk_widget_set_sensitive (dialog->accept, FALSE);
}

/* The rows may come in any order. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = ADW_WINDOW (data);
  Dialog *dialog = get_dialog (window);
  g_autoptr (GPtrArray) records = mappe_store_rows_finish (MAPPE_STORE (source), result, NULL);
  if (dialog == NULL || records == NULL || records->len != 2)
    return;
  clear_records (dialog);
  if (((MappeListed *) records->pdata[0])->row->id != dialog->id)
    {
      gpointer first = records->pdata[0];
      records->pdata[0] = records->pdata[1];
      records->pdata[1] = first;
    }
  dialog->records = g_steal_pointer (&records);
  show_records (window, dialog);
}

static void
chosen_cb (AdwWindow *window)
{
  Dialog *dialog = get_dialog (window);
  gint64 ids[] = { dialog->id, mappe_reference_entry_get_id (MAPPE_REFERENCE_ENTRY (dialog->entry)) };
  if (ids[1] == 0)
    clear_records (dialog);
  else
    mappe_store_rows_async (dialog->store, dialog->kind, ids, G_N_ELEMENTS (ids), NULL, loaded_cb,
                            g_object_ref (window));
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = ADW_WINDOW (data);
  Dialog *dialog = get_dialog (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_merge_finish (MAPPE_STORE (source), result, &error);
  dialog->busy = FALSE;
  gtk_widget_set_sensitive (dialog->accept, TRUE);
  if (applied == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (window), error, _("The records were not merged"));
      return;
    }
  dialog->kept = ((MappeListed *) g_ptr_array_index (dialog->records, dialog->stays))->row->id;
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
accept_cb (AdwWindow *window)
{
  Dialog *dialog = get_dialog (window);
  MappeListed *stays = g_ptr_array_index (dialog->records, dialog->stays);
  MappeListed *goes = g_ptr_array_index (dialog->records, 1 - dialog->stays);
  g_autofree char *goes_title = mappe_display_title (goes);
  g_autofree char *stays_title = mappe_display_title (stays);
  g_autofree char *label = g_strdup_printf (_("Merge “%s” into “%s”"), goes_title, stays_title);
  dialog->busy = TRUE;
  gtk_widget_set_sensitive (dialog->accept, FALSE);
  mappe_store_merge_async (dialog->store, dialog->kind, stays->row->id, goes->row->id, label, merged_cb,
                           g_object_ref (window));
}

static GtkWidget *
build_content (Dialog *dialog)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_preferences_row_new ();
  dialog->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  dialog->entry = mappe_reference_entry_new (dialog->store, dialog->kind);
  mappe_reference_entry_set_creating (MAPPE_REFERENCE_ENTRY (dialog->entry), FALSE);
  mappe_reference_entry_set_except (MAPPE_REFERENCE_ENTRY (dialog->entry), dialog->id);
  mappe_reference_entry_set_name (MAPPE_REFERENCE_ENTRY (dialog->entry), _("The other record"));
  gtk_widget_set_margin_start (dialog->entry, 12);
  gtk_widget_set_margin_end (dialog->entry, 12);
  gtk_widget_set_margin_top (dialog->entry, 12);
  gtk_widget_set_margin_bottom (dialog->entry, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), dialog->entry);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("The other record"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Both stand for the same; afterwards there is one."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (GTK_BOX (dialog->content), group);
  return dialog->content;
}

/**
 * mappe_merge_dialog_run:
 * @near: widget in the window to be modal for
 * @store: the store
 * @kind: kind of the two records
 * @id: one of them
 * @callback: called when the dialog is closed
 * @data: for @callback
 *
 * Makes one record of two, as one step.
 */
void
mappe_merge_dialog_run (GtkWidget *near,
                        MappeStore *store,
                        const MappeKind *kind,
                        gint64 id,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  Dialog *dialog = g_new0 (Dialog, 1);
  dialog->store = g_object_ref (store);
  dialog->kind = kind;
  dialog->id = id;
  dialog->task = g_task_new (near, NULL, callback, data);
  g_task_set_source_tag (dialog->task, mappe_merge_dialog_run);
  AdwWindow *window =
      mappe_window_frame_new (near, _("Merge records"), _("Merge"), build_content (dialog), &dialog->accept);
  g_object_set_data (G_OBJECT (window), "dialog", dialog);
  gtk_widget_set_sensitive (dialog->accept, FALSE);
  g_signal_connect_object (dialog->entry, "changed", G_CALLBACK (chosen_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog->accept, "clicked", G_CALLBACK (accept_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect (window, "close-request", G_CALLBACK (close_cb), dialog);
  g_signal_connect (window, "destroy", G_CALLBACK (destroy_cb), dialog);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (dialog->entry);
}

/** mappe_merge_dialog_finish: Returns: id of the record that stayed, 0 when nothing was merged */
gint64
mappe_merge_dialog_finish (GAsyncResult *result)
{
  gint64 id = g_task_propagate_int (G_TASK (result), NULL);
  return MAX (id, 0);
}
