/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-feedback.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mappe-dialogs.h"
#include "mappe-error.h"
#include "mappe-field-work-error.h"
#include "mappe-meeting-error.h"
#include "mappe-record-error.h"
#include "mappe-store.h"

/* What people read for a code. A passing notice is enough where nothing has to be decided. */
typedef struct {
  int code;
  gboolean passing;
  const char *message;
  const char *advice;
} Explanation;

static const Explanation store_explanations[] = {
  { MAPPE_STORE_ERROR_FAILED, FALSE, N_("The council file could not be used"),
    N_("Nothing was lost. Please try again; if it happens again, open the newest backup.") },
  { MAPPE_STORE_ERROR_NOT_FOUND, FALSE, N_("It was not found"),
    N_("The file or record was moved or deleted. Open it from where it is now, or restore a backup.") },
  { MAPPE_STORE_ERROR_NOT_A_COUNCIL, FALSE, N_("This file is not a council file"),
    N_("It belongs to another program or holds something else. Council files end in .ratsmappe.") },
  { MAPPE_STORE_ERROR_DAMAGED, FALSE, N_("The council file is damaged"),
    N_("Restore the newest backup. The damaged file is kept beside it, so nothing is thrown away.") },
  { MAPPE_STORE_ERROR_NEWER, FALSE, N_("The council file was written by a newer version of this program"),
    N_("It can be read here, but not changed. Install the newer version to change it.") },
  { MAPPE_STORE_ERROR_READ_ONLY, TRUE, N_("The council file cannot be changed"),
    N_("You can read everything. Save a copy to work on it.") },
  { MAPPE_STORE_ERROR_LOCKED, FALSE, N_("The council file is in use elsewhere"),
    N_("Another program is writing to it. Wait a moment and try again.") },
  { MAPPE_STORE_ERROR_FULL, FALSE, N_("There is no space left on the disk"),
    N_("Nothing was saved. Make room on the disk, then try again; what you typed is still there.") },
  { MAPPE_STORE_ERROR_LOST, FALSE, N_("The council file was moved, deleted or replaced"),
    N_("What you see is still complete. Save a copy of it now.") },
  { MAPPE_STORE_ERROR_PERMISSION, FALSE, N_("Access to the file was denied"),
    N_("Ask the owner of the file or folder for access, or choose another place.") },
  { MAPPE_STORE_ERROR_EXISTS, FALSE, N_("There is a file of that name already"), N_("Choose another name.") },
  { MAPPE_STORE_ERROR_INVALID, TRUE, N_("A value does not fit its field"), N_("Correct the marked field.") },
  { MAPPE_STORE_ERROR_REFUSED, FALSE, N_("A rule forbids it"), N_("Nothing was saved.") },
  { MAPPE_STORE_ERROR_REFERENCE, FALSE, N_("Other records still need it"),
    N_("Remove the links to it first; its page lists them.") },
  { MAPPE_STORE_ERROR_DUPLICATE, TRUE, N_("This value is taken already"), N_("Choose another one.") },
  { MAPPE_STORE_ERROR_CONFLICT, TRUE, N_("Somebody else changed the same field"), N_("Compare the two values.") },
  { MAPPE_STORE_ERROR_GONE, TRUE, N_("The record was deleted meanwhile"), N_("Undo brings it back.") },
  { MAPPE_STORE_ERROR_NOTHING, TRUE, N_("There is nothing to undo or redo"), "" },
};

static const Explanation record_explanations[] = {
  { MAPPE_RECORD_ERROR_UNKNOWN_KIND, FALSE, N_("This kind of record is not known"),
    N_("It comes from another version of this program.") },
  { MAPPE_RECORD_ERROR_UNKNOWN_FIELD, FALSE, N_("This field is not known"),
    N_("It comes from another version of this program.") },
  { MAPPE_RECORD_ERROR_TYPE, TRUE, N_("This is not a value of the field’s kind"), N_("Correct the marked field.") },
  { MAPPE_RECORD_ERROR_REQUIRED, TRUE, N_("A required field is empty"), N_("Fill in the marked field.") },
  { MAPPE_RECORD_ERROR_RANGE, TRUE, N_("The number is too small or too large"), N_("Correct the marked field.") },
  { MAPPE_RECORD_ERROR_TOO_LONG, TRUE, N_("The text is too long"), N_("Shorten it.") },
  { MAPPE_RECORD_ERROR_ENCODING, TRUE, N_("The text holds characters that cannot be stored"), N_("Type it anew.") },
  { MAPPE_RECORD_ERROR_RULE, TRUE, N_("Two fields contradict each other"), N_("Correct the marked field.") },
};

static const Explanation base_explanations[] = {
  { MAPPE_BASE_ERROR_DATE, TRUE, N_("This is not a date or time"), N_("Type it like 31.12.2026.") },
  { MAPPE_BASE_ERROR_NUMBER, TRUE, N_("This is not a number"), N_("Type digits only.") },
};

static const Explanation io_explanations[] = {
  { G_IO_ERROR_NOT_FOUND, FALSE, N_("The file was not found"), N_("It may have been moved or deleted.") },
  { G_IO_ERROR_EXISTS, FALSE, N_("There is a file of that name already"), N_("Choose another name.") },
  { G_IO_ERROR_NO_SPACE, FALSE, N_("There is no space left on the disk"), N_("Make room, then try again.") },
  { G_IO_ERROR_PERMISSION_DENIED, FALSE, N_("Access to the file was denied"), N_("Choose another place.") },
  { G_IO_ERROR_READ_ONLY, FALSE, N_("This place cannot be written to"), N_("Choose another place.") },
};

static const Explanation unknown = {
  0, FALSE, N_("Something went wrong"), N_("Nothing was lost. Please try again."),
};

static const Explanation *
find (const Explanation *explanations, guint n_explanations, int code)
{
  for (guint i = 0; i < n_explanations; i++)
    if (explanations[i].code == code)
      return &explanations[i];
  return &unknown;
}

static const Explanation *
explain (const GError *error)
{
  if (error->domain == MAPPE_STORE_ERROR)
    return find (store_explanations, G_N_ELEMENTS (store_explanations), error->code);
  if (error->domain == MAPPE_RECORD_ERROR)
    return find (record_explanations, G_N_ELEMENTS (record_explanations), error->code);
  if (error->domain == MAPPE_BASE_ERROR)
    return find (base_explanations, G_N_ELEMENTS (base_explanations), error->code);
  if (error->domain == G_IO_ERROR)
    return find (io_explanations, G_N_ELEMENTS (io_explanations), error->code);
  return &unknown;
}

/* A rule that forbids something says itself which it is. */
static const char *
message_of (const Explanation *explanation, const GError *error)
{
  const char *reason = mappe_store_error_get_reason (error);

  return reason != NULL ? _(reason) : _(explanation->message);
}

/* Toasts appear in the nearest overlay around @near, or in the window's. */
static AdwToastOverlay *
find_overlay (GtkWidget *near)
{
  GtkWidget *found = gtk_widget_get_ancestor (near, ADW_TYPE_TOAST_OVERLAY);

  return found ? ADW_TOAST_OVERLAY (found) : NULL;
}

static void
show_toast (GtkWidget *near, AdwToast *toast)
{
  AdwToastOverlay *overlay = find_overlay (near);
  GtkRoot *root = gtk_widget_get_root (near);

  if (overlay)
    adw_toast_overlay_add_toast (overlay, toast);
  else if (ADW_IS_PREFERENCES_WINDOW (root))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

/* The title of a toast is markup, and what is written in it comes from records. */
static AdwToast *
make_toast (const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return adw_toast_new (markup);
}

/**
 * mappe_feedback_toast:
 * @near: a widget of the window concerned
 * @text: translated sentence, no markup
 *
 * Says that something is done.
 */
void
mappe_feedback_toast (GtkWidget *near, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (text != NULL);
  show_toast (near, make_toast (text));
}

/**
 * mappe_feedback_undoable:
 * @near: a widget of the window concerned
 * @text: translated sentence, no markup
 *
 * Says that something is done and offers to take it back at once.
 */
void
mappe_feedback_undoable (GtkWidget *near, const char *text)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (text != NULL);
  toast = make_toast (text);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show_toast (near, toast);
}

/**
 * mappe_feedback_error:
 * @near: a widget of the window concerned
 * @error: (nullable): what came back; cancelled work and %NULL are silent
 * @what_failed: (nullable): translated sentence, e.g. "The person was not saved"
 *
 * Says what failed, why and what to do: in passing where nothing is to be decided, else in a dialog.
 */
void
mappe_feedback_error (GtkWidget *near, const GError *error, const char *what_failed)
{
  const Explanation *explanation;
  const char *message;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (near));
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* A refused act of a meeting or of the field work says why in a sentence for people. */
  if ((error->domain == MAPPE_MEETING_ERROR || error->domain == MAPPE_FIELD_WORK_ERROR) && find_overlay (near))
    {
      text = what_failed ? g_strdup_printf ("%s: %s", what_failed, error->message) : g_strdup (error->message);
      mappe_feedback_toast (near, text);
      return;
    }
  explanation = explain (error);
  message = message_of (explanation, error);
  if (explanation->passing && find_overlay (near))
    {
      text = what_failed ? g_strdup_printf ("%s: %s", what_failed, message) : g_strdup (message);
      mappe_feedback_toast (near, text);
      return;
    }
  text = g_strdup_printf ("%s%s%s", what_failed ? message : "", what_failed ? ". " : "",
                          *explanation->advice ? _(explanation->advice) : "");
  mappe_dialogs_tell (near, what_failed ? what_failed : message, text, error->message);
}

/**
 * mappe_feedback_explain:
 * @error: an error of a lower floor
 * @advice: (out) (optional): translated sentence that says what to do; may be empty
 *
 * Returns: (transfer none): what went wrong, translated by the error's code, without a full stop
 */
const char *
mappe_feedback_explain (const GError *error, const char **advice)
{
  const Explanation *explanation;

  g_return_val_if_fail (error != NULL, NULL);
  explanation = explain (error);
  if (advice)
    *advice = *explanation->advice ? _(explanation->advice) : "";
  return message_of (explanation, error);
}
