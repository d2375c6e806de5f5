/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mappe-feedback.h"

static GtkWindow *
window_of (GtkWidget *near)
{
  GtkRoot *root = near ? gtk_widget_get_root (near) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
return_dismissed (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The dialog was closed");
}

/* --- files --- */

/* Nobody but the task keeps a native dialog alive while it is open. */
static void
file_response_cb (GtkNativeDialog *native, int response, GTask *task)
{
  GFile *file = NULL;

  g_signal_handlers_disconnect_by_data (native, task);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  if (file)
    g_task_return_pointer (task, file, g_object_unref);
  else
    return_dismissed (task);
  gtk_native_dialog_destroy (native);
  g_object_unref (task);
}

static void
parent_closed_cb (GtkNativeDialog *native)
{
  g_signal_emit_by_name (native, "response", GTK_RESPONSE_CANCEL);
}

static void
add_filters (GtkFileChooser *chooser, const MappeDialogsFilter *filter)
{
  g_autoptr (GtkFileFilter) wanted = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_auto (GStrv) patterns = g_strsplit (filter->pattern, ";", -1);

  gtk_file_filter_set_name (wanted, filter->name);
  for (guint i = 0; patterns[i]; i++)
    gtk_file_filter_add_pattern (wanted, patterns[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, wanted);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
set_suggested (GtkFileChooser *chooser, MappeDialogsAction action, const char *suggested)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) folder = NULL;

  if (!g_path_is_absolute (suggested))
    {
      if (action == MAPPE_DIALOGS_SAVE)
        gtk_file_chooser_set_current_name (chooser, suggested);
      return;
    }
  file = g_file_new_for_path (suggested);
  folder = g_file_test (suggested, G_FILE_TEST_IS_DIR) ? g_object_ref (file) : g_file_get_parent (file);
  if (g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  if (action == MAPPE_DIALOGS_SAVE && !g_file_test (suggested, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *name = g_file_get_basename (file);

      gtk_file_chooser_set_current_name (chooser, name);
    }
}

/**
 * mappe_dialogs_choose_async:
 * @near: a widget of the window concerned
 * @action: what is wanted
 * @title: translated title
 * @filter: (nullable): the files that are wanted
 * @suggested: (nullable): file name, or absolute path to start at
 *
 * Asks for a file or folder.
 */
void
mappe_dialogs_choose_async (GtkWidget *near,
                            MappeDialogsAction action,
                            const char *title,
                            const MappeDialogsFilter *filter,
                            const char *suggested,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  static const GtkFileChooserAction actions[] = {
    GTK_FILE_CHOOSER_ACTION_OPEN,
    GTK_FILE_CHOOSER_ACTION_SAVE,
    GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
  };
  static const char *verbs[] = { N_("_Open"), N_("_Save"), N_("_Choose") };
  GTask *task = g_task_new (near, NULL, callback, data);
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, window_of (near), actions[action],
                                                              _(verbs[action]), _("_Cancel"));

  g_task_set_source_tag (task, mappe_dialogs_choose_async);
  g_task_set_task_data (task, native, g_object_unref);
  if (filter)
    add_filters (GTK_FILE_CHOOSER (native), filter);
  if (suggested)
    set_suggested (GTK_FILE_CHOOSER (native), action, suggested);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (file_response_cb), task);
  if (window_of (near))
    g_signal_connect_object (window_of (near), "unrealize", G_CALLBACK (parent_closed_cb), native,
                             G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * mappe_dialogs_choose_finish:
 *
 * Returns: (transfer full): the chosen file, or %NULL with G_IO_ERROR_CANCELLED when the dialog was closed
 */
GFile *
mappe_dialogs_choose_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, mappe_dialogs_choose_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- questions --- */

static gboolean
answered_cb (gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);

  g_task_return_pointer (task, g_strdup (g_task_get_task_data (task)), g_free);
  return G_SOURCE_REMOVE;
}

/* Later, because the answer may close the window that the dialog still belongs to. */
static void
answer (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  g_signal_handlers_disconnect_by_data (dialog, task);
  g_task_set_task_data (task, g_strdup (response), g_free);
  g_idle_add (answered_cb, task);
}

static void
ask_response_cb (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  answer (dialog, response, task);
}

/* Its window was closed, and the dialog with it. */
static void
ask_destroyed_cb (AdwMessageDialog *dialog, GTask *task)
{
  answer (dialog, "cancel", task);
}

/* GTK 4.8 leaves the mark of a mnemonic in the name that screen readers say. */
static void
clean_names (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    {
      g_auto (GStrv) parts = g_strsplit (gtk_button_get_label (GTK_BUTTON (widget)), "_", -1);
      g_autofree char *name = g_strjoinv ("", parts);

      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    clean_names (child);
}

static void
present (AdwMessageDialog *dialog)
{
  GtkWidget *usual;

  clean_names (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  /* Not on the technical details, which come first. */
  usual = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  if (usual)
    gtk_widget_grab_focus (usual);
}

static void
parent_gone_cb (GtkWindow *dialog)
{
  gtk_window_set_transient_for (dialog, NULL);
  gtk_window_destroy (dialog);
}

static AdwMessageDialog *
make_dialog (GtkWidget *near, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (near), heading, body));

  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  /* A window that is asked for as the source of a task is not disposed when it closes, so destroy-with-parent would
   * wait for the answer for ever. */
  if (window_of (near))
    g_signal_connect_object (window_of (near), "unrealize", G_CALLBACK (parent_gone_cb), dialog,
                             G_CONNECT_SWAPPED);
  return dialog;
}

static void
add_answer (AdwMessageDialog *dialog, const MappeDialogsAnswer *answer)
{
  static const AdwResponseAppearance looks[] = {
    ADW_RESPONSE_DEFAULT,
    ADW_RESPONSE_SUGGESTED,
    ADW_RESPONSE_DESTRUCTIVE,
  };

  adw_message_dialog_add_response (dialog, answer->id, answer->label);
  adw_message_dialog_set_response_appearance (dialog, answer->id, looks[answer->look]);
  if (answer->look == MAPPE_DIALOGS_SUGGESTED)
    adw_message_dialog_set_default_response (dialog, answer->id);
}

/**
 * mappe_dialogs_ask_async:
 * @near: a widget of the window concerned
 * @heading: translated question
 * @body: (nullable): translated explanation, no markup
 * @answers: the buttons, the harmless one first
 * @n_answers: their number
 * @extra: (nullable) (transfer floating): shown between text and buttons
 *
 * Asks a question with several answers.
 */
void
mappe_dialogs_ask_async (GtkWidget *near,
                         const char *heading,
                         const char *body,
                         const MappeDialogsAnswer *answers,
                         guint n_answers,
                         GtkWidget *extra,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  AdwMessageDialog *dialog = make_dialog (near, heading, body);
  GTask *task = g_task_new (near, NULL, callback, data);

  g_task_set_source_tag (task, mappe_dialogs_ask_async);
  for (guint i = 0; i < n_answers; i++)
    add_answer (dialog, &answers[i]);
  adw_message_dialog_set_close_response (dialog, "cancel");
  if (extra)
    adw_message_dialog_set_extra_child (dialog, extra);
  g_signal_connect (dialog, "response", G_CALLBACK (ask_response_cb), task);
  g_signal_connect (dialog, "destroy", G_CALLBACK (ask_destroyed_cb), task);
  present (dialog);
}

static void
needed_cb (GtkEditable *entry)
{
  GtkRoot *dialog = gtk_widget_get_root (GTK_WIDGET (entry));
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (ADW_IS_MESSAGE_DIALOG (dialog))
    adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog),
                                             g_object_get_data (G_OBJECT (entry), "mappe-answer"), *text != '\0');
}

/**
 * mappe_dialogs_need_text:
 * @entry: in the @extra of a question that was asked
 * @answer: a literal: the id of the answer
 *
 * Lets that answer be given only while something is typed, rather than refuse it afterwards.
 */
void
mappe_dialogs_need_text (GtkEditable *entry, const char *answer)
{
  g_object_set_data (G_OBJECT (entry), "mappe-answer", (gpointer) answer);
  g_signal_connect (entry, "changed", G_CALLBACK (needed_cb), NULL);
  needed_cb (entry);
}

/**
 * mappe_dialogs_ask_finish:
 *
 * Returns: (transfer full): the id of the answer; "cancel" when the dialog was closed
 */
char *
mappe_dialogs_ask_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, mappe_dialogs_ask_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mappe_dialogs_confirm_async:
 * @verb: translated label of the button that does it, with mnemonic
 * @look: how that button stands out
 *
 * Asks before something that cannot be undone.
 */
void
mappe_dialogs_confirm_async (GtkWidget *near,
                             const char *heading,
                             const char *body,
                             const char *verb,
                             MappeDialogsLook look,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  const MappeDialogsAnswer answers[] = {
    { "cancel", _("_Cancel"), MAPPE_DIALOGS_PLAIN },
    { "confirm", verb, look },
  };

  mappe_dialogs_ask_async (near, heading, body, answers, G_N_ELEMENTS (answers), NULL, callback, data);
}

/**
 * mappe_dialogs_confirm_finish:
 *
 * Returns: whether the answer was the verb
 */
gboolean
mappe_dialogs_confirm_finish (GAsyncResult *result, GError **error)
{
  g_autofree char *answer = mappe_dialogs_ask_finish (result, error);

  return g_strcmp0 (answer, "confirm") == 0;
}

/**
 * mappe_dialogs_make_detail:
 * @detail: untranslated words of the lower floors
 *
 * Returns: (transfer floating): the words, folded away: they are for the one who helps
 */
GtkWidget *
mappe_dialogs_make_detail (const char *detail)
{
  GtkWidget *expander = gtk_expander_new (_("Technical details"));
  GtkWidget *label = gtk_label_new (detail);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_expander_set_child (GTK_EXPANDER (expander), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Technical details"),
                                  -1);
  return expander;
}

/**
 * mappe_dialogs_tell:
 * @near: a widget of the window concerned
 * @heading: translated
 * @body: translated, no markup
 * @detail: (nullable): untranslated words for the one who helps
 *
 * Says something that must not be missed.
 */
void
mappe_dialogs_tell (GtkWidget *near, const char *heading, const char *body, const char *detail)
{
  AdwMessageDialog *dialog = make_dialog (near, heading, body);

  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  if (detail && *detail)
    adw_message_dialog_set_extra_child (dialog, mappe_dialogs_make_detail (detail));
  present (dialog);
}

/* --- addresses --- */

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) near = GTK_WIDGET (data);
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    mappe_feedback_error (near, error, _("No program could open it"));
}

/**
 * mappe_dialogs_show_uri:
 * @uri: address of a web page, mail address or file
 *
 * Opens it with the program that the desktop has for it.
 */
void
mappe_dialogs_show_uri (GtkWidget *near, const char *uri)
{
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (near));

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb,
                                           g_object_ref (near));
}
