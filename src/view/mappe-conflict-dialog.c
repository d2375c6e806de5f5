/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-conflict-dialog.h"

#include <glib/gi18n-lib.h>

#include "mappe-display.h"
#include "mappe-window-frame.h"

/** One field that both sides changed; @mine and @theirs are the two check buttons. */
typedef struct {
  guint      field;
  GtkWidget *mine, *theirs;
} Choice;

typedef struct {
  MappeForm   *form;
  MappeStore  *store;
  MappeListed *listed;
  GArray      *choices;
  GTask       *task;
  GtkWidget   *accept;
  gint64       id;
  gboolean     accepted;
} Dialog;

static void
destroy_cb (GtkWidget *window, Dialog *dialog)
{
  g_task_return_boolean (dialog->task, dialog->accepted);
  mappe_listed_free (dialog->listed);
  g_array_unref (dialog->choices);
  g_object_unref (dialog->task);
  g_object_unref (dialog->store);
  g_object_unref (dialog->form);
  g_free (dialog);
}

/* There is no way to go on without having looked at each field. */
static void
toggled_cb (AdwWindow *window)
{
  Dialog *dialog = g_object_get_data (G_OBJECT (window), "dialog");
  gboolean all = TRUE;
  for (guint i = 0; i < dialog->choices->len; i++)
    {
      const Choice *choice = &g_array_index (dialog->choices, Choice, i);
      all = all && (gtk_check_button_get_active (GTK_CHECK_BUTTON (choice->mine)) ||
                    gtk_check_button_get_active (GTK_CHECK_BUTTON (choice->theirs)));
    }
  gtk_widget_set_sensitive (dialog->accept, all);
}

static void
accept_cb (AdwWindow *window)
{
  Dialog *dialog = g_object_get_data (G_OBJECT (window), "dialog");
  /* The window is modal, but what the form shows is looked at again all the same. */
  dialog->accepted = mappe_form_get_id (dialog->form) == dialog->id;
  for (guint i = 0; dialog->accepted && i < dialog->choices->len; i++)
    {
      const Choice *choice = &g_array_index (dialog->choices, Choice, i);
      g_autofree char *theirs = mappe_row_get_canonical (dialog->listed->row, choice->field);
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (choice->theirs)))
        mappe_field_row_set_value (mappe_form_get_row (dialog->form, choice->field), theirs,
                                   dialog->listed->shown[choice->field]);
    }
  if (dialog->accepted)
    mappe_form_rebase (dialog->form, dialog->listed->row, dialog->listed->shown, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static char *
show_value (Dialog *dialog, guint field, const char *canonical, const char *shown)
{
  const MappeKind *kind = mappe_form_get_kind (dialog->form);
  g_autoptr (MappeRow) row = mappe_row_new (kind);
  if (canonical == NULL || !mappe_row_set_canonical (row, field, canonical, NULL))
    return g_strdup (_("empty"));
  if (kind->fields[field].type == MAPPE_FIELD_BLOB)
    return g_strdup (_("a file"));
  return mappe_display_field (mappe_display_get (dialog->store), row, field, shown);
}

static GtkWidget *
add_value (AdwPreferencesGroup *group, const char *what, const char *value, gboolean choosable)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = choosable ? gtk_check_button_new () : NULL;
  g_autofree char *title = g_markup_escape_text (value, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 6);
  if (check != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", what, value);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    }
  adw_preferences_group_add (group, row);
  return check;
}

static void
add_choice (Dialog *dialog, GtkWidget *content, guint field)
{
  MappeFieldRow *row = mappe_form_get_row (dialog->form, field);
  g_autofree char *canonical = mappe_row_get_canonical (dialog->listed->row, field);
  g_autofree char *was =
      show_value (dialog, field, mappe_field_row_get_base (row), mappe_field_row_get_base_shown (row));
  g_autofree char *mine = show_value (dialog, field, mappe_field_row_get_value (row), mappe_field_row_get_shown (row));
  g_autofree char *theirs = show_value (dialog, field, canonical, dialog->listed->shown[field]);
  GtkWidget *group = adw_preferences_group_new ();
  Choice choice = { field, NULL, NULL };
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(mappe_field_row_get_spec (row)->label));
  add_value (ADW_PREFERENCES_GROUP (group), _("Before"), was, FALSE);
  choice.mine = add_value (ADW_PREFERENCES_GROUP (group), _("Your input"), mine, TRUE);
  choice.theirs = add_value (ADW_PREFERENCES_GROUP (group), _("In the council file now"), theirs, TRUE);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (choice.theirs), GTK_CHECK_BUTTON (choice.mine));
  g_array_append_val (dialog->choices, choice);
  gtk_box_append (GTK_BOX (content), group);
}

static GtkWidget *
build_content (Dialog *dialog)
{
  const MappeKind *kind = mappe_form_get_kind (dialog->form);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *text = gtk_label_new (_("These fields were changed here and, meanwhile, elsewhere. "
                                     "Choose for each which value shall stand. All other input is kept."));
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_box_append (GTK_BOX (content), text);
  for (guint i = 0; i < kind->n_fields; i++)
    if (mappe_form_get_row (dialog->form, i) != NULL && mappe_form_is_undecided (dialog->form, i, dialog->listed->row))
      add_choice (dialog, content, i);
  return content;
}

static void
connect_choices (Dialog *dialog, AdwWindow *window)
{
  for (guint i = 0; i < dialog->choices->len; i++)
    {
      const Choice *choice = &g_array_index (dialog->choices, Choice, i);
      g_signal_connect_object (choice->mine, "toggled", G_CALLBACK (toggled_cb), window, G_CONNECT_SWAPPED);
      g_signal_connect_object (choice->theirs, "toggled", G_CALLBACK (toggled_cb), window, G_CONNECT_SWAPPED);
    }
}

/**
 * mappe_conflict_dialog_run:
 * @form: the form whose save was refused
 * @store: the store
 * @theirs: (transfer full): the record as it is in the file now
 * @callback: called when the dialog is closed
 * @data: for @callback
 *
 * Shows the three values of every field that both sides changed and takes a choice for each. Afterwards the form is
 * based on @theirs and can be saved.
 */
void
mappe_conflict_dialog_run (MappeForm *form,
                           MappeStore *store,
                           MappeListed *theirs,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  Dialog *dialog = g_new0 (Dialog, 1);
  dialog->form = g_object_ref (form);
  dialog->store = g_object_ref (store);
  dialog->listed = theirs;
  dialog->id = mappe_form_get_id (form);
  dialog->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  dialog->task = g_task_new (form, NULL, callback, data);
  g_task_set_source_tag (dialog->task, mappe_conflict_dialog_run);
  AdwWindow *window = mappe_window_frame_new (GTK_WIDGET (form), _("Changed in two places"), _("Save"),
                                              build_content (dialog), &dialog->accept);
  g_object_set_data (G_OBJECT (window), "dialog", dialog);
  connect_choices (dialog, window);
  gtk_widget_set_sensitive (dialog->accept, dialog->choices->len == 0);
  g_signal_connect_object (dialog->accept, "clicked", G_CALLBACK (accept_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect (window, "destroy", G_CALLBACK (destroy_cb), dialog);
  gtk_window_present (GTK_WINDOW (window));
}

/** mappe_conflict_dialog_finish: Returns: whether a choice was made, so that the form can be saved */
gboolean
mappe_conflict_dialog_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
