/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-share-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-file-content.h"
#include "mappe-number.h"
#include "mappe-print.h"
#include "mappe-share-check.h"
#include "mappe-share-mail.h"

#define PULSE_MS 120

/* What the window does with what is chosen. A file under way is shown with a way to stop it. */

/* --- under way --- */

static gboolean
pulse_cb (gpointer data)
{
  MappeSharing *self = data;
  g_autofree char *number = mappe_int_format (g_atomic_int_get (&self->progress->records));
  g_autofree char *text = g_strdup_printf (_("%s records"), number);

  gtk_progress_bar_pulse (self->bar);
  gtk_progress_bar_set_text (self->bar, g_atomic_int_get (&self->progress->records) > 0 ? text : _("Being written…"));
  return G_SOURCE_CONTINUE;
}

static void
set_busy (MappeSharing *self, GCancellable *writing)
{
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_set_object (&self->writing, writing);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
  if (writing != NULL)
    {
      self->progress = g_atomic_rc_box_new0 (MappeShareProgress);
      self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
      pulse_cb (self);
    }
  gtk_revealer_set_reveal_child (self->busy, writing != NULL);
  mappe_sharing_update_acts (self);
}

static void
stop_cb (MappeSharing *self)
{
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
}

/** mappe_sharing_make_busy: Returns: (transfer floating): how far a file under way is, and the button that stops it */
GtkWidget *
mappe_sharing_make_busy (MappeSharing *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *bar = gtk_progress_bar_new ();
  GtkWidget *stop = gtk_button_new_with_mnemonic (_("_Cancel")), *revealer = gtk_revealer_new ();

  self->bar = GTK_PROGRESS_BAR (bar);
  self->busy = GTK_REVEALER (revealer);
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (stop, "clicked", G_CALLBACK (stop_cb), self);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), stop);
  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 6, NULL);
  gtk_revealer_set_child (self->busy, box);
  return revealer;
}

/* --- a file going somewhere --- */

/* @outgoing: (nullable): what is noted once it went */
typedef struct {
  AdwWindow     *window;
  GFile         *file;
  char          *name;
  guint          act;
  MappeOutgoing *outgoing;
} Going;

static char *
make_name (MappeSharing *self)
{
  const MappeShareWish wish = mappe_sharing_get_wish (self);
  const MappeNode *document = self->shared != NULL ? self->shared->document : NULL;
  g_autofree char *today = mappe_date_today ();
  const char *title = wish.item->sort == MAPPE_SHARE_TABLE ? _(wish.kind->label_plural)
                      : wish.item->sort == MAPPE_SHARE_REGISTER || wish.item->sort == MAPPE_SHARE_SUBJECT
                          ? C_("name of a file", "Register")
                          : _(wish.item->title);
  g_autofree char *name = document != NULL && document->text != NULL ? g_strdup (document->text)
                                                                     : g_strdup_printf ("%s %s", title, today);

  if (wish.format.extension == NULL)
    return g_strdup ("oparl");
  g_strdelimit (name, "/\\:*?\"<>|\n", '-');
  g_strstrip (name);
  return g_strdup_printf ("%s.%s%s", name, wish.format.extension, wish.passphrase != NULL ? ".age" : "");
}

static Going *
going_new (MappeSharing *self, guint act)
{
  Going *going = g_new0 (Going, 1);

  going->window = g_object_ref (self->window);
  going->name = make_name (self);
  going->act = act;
  return going;
}

static void
going_free (Going *going)
{
  g_object_unref (going->window);
  g_clear_object (&going->file);
  g_free (going->name);
  g_clear_pointer (&going->outgoing, mappe_outgoing_free);
  g_free (going);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Going, going_free)

static void
mail (MappeSharing *self, const Going *going)
{
  const MappeShareWish wish = mappe_sharing_get_wish (self);
  const char *dot = strrchr (going->name, '.');
  g_autofree char *subject = self->shared != NULL && self->shared->document != NULL
                                 ? g_strdup (self->shared->document->text)
                                 : g_strndup (going->name, dot != NULL ? (gsize) (dot - going->name)
                                                                       : strlen (going->name));

  mappe_share_mail_open (self->overlay, self->store, &wish, going->file, subject);
}

static void
tell_saved (MappeSharing *self, const Going *going)
{
  g_autofree char *name = g_file_get_basename (going->file);
  g_autofree char *text = g_strdup_printf (_("“%s” saved"), name);

  mappe_feedback_toast (self->overlay, text);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Going) going = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = mappe_share_write_finish (result, &error);
  MappeSharing *self = mappe_sharing_of (going->window);

  if (self == NULL)
    return;
  set_busy (self, NULL);
  if (hash != NULL)
    mappe_share_note (self->store, g_steal_pointer (&going->outgoing), hash);
  if (hash != NULL && going->act == MAPPE_SHARE_MAIL)
    mail (self, going);
  else if (hash != NULL)
    tell_saved (self, going);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mappe_feedback_toast (self->overlay, _("Stopped; no file was written"));
  else
    mappe_feedback_error (self->overlay, error, _("The document was not saved"));
}

/* @going: (transfer full), with its file */
static void
write_going (MappeSharing *self, Going *going)
{
  const MappeShareWish wish = mappe_sharing_get_wish (self);
  g_autoptr (GCancellable) writing = g_cancellable_new ();

  set_busy (self, writing);
  mappe_share_write_async (self->store, &wish, going->file, self->progress, writing, written_cb, going);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Going) going = data;
  MappeSharing *self = mappe_sharing_of (going->window);

  going->file = mappe_dialogs_choose_finish (result, NULL);
  if (going->file != NULL && self != NULL && self->writing == NULL)
    write_going (self, g_steal_pointer (&going));
}

/* A folder for the web goes into the one that is chosen, by its own name. */
static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Going) going = data;
  g_autoptr (GFile) within = mappe_dialogs_choose_finish (result, NULL);
  MappeSharing *self = mappe_sharing_of (going->window);

  if (within == NULL || self == NULL || self->writing != NULL)
    return;
  going->file = g_file_get_child (within, going->name);
  write_going (self, g_steal_pointer (&going));
}

/* --- acts --- */

static void
choose_file (MappeSharing *self, const MappeShareWish *wish, Going *going)
{
  const char *extension = wish->passphrase != NULL ? "age" : wish->format.extension;
  g_autofree char *pattern = g_strdup_printf ("*.%s", extension);
  const MappeDialogsFilter filter = { wish->passphrase != NULL ? _("Sealed file") : _(wish->format.title), pattern };

  mappe_dialogs_choose_async (self->overlay, MAPPE_DIALOGS_SAVE, _("Save document"), &filter, going->name, chosen_cb,
                              going);
}

static void
print (MappeSharing *self, Going *going)
{
  mappe_share_note (self->store, g_steal_pointer (&going->outgoing), NULL);
  mappe_print_document (self->overlay, mappe_node_copy_for (self->shared->document, MAPPE_CLASS_CONFIDENTIAL));
}

/* @going: (transfer full) */
static void
go (MappeSharing *self, Going *gone)
{
  g_autoptr (Going) going = gone;
  const MappeShareWish wish = mappe_sharing_get_wish (self);
  g_autoptr (GError) error = NULL;

  if (going->act == MAPPE_SHARE_PRINT)
    print (self, going);
  else if (going->act == MAPPE_SHARE_SAVE && wish.format.extension != NULL)
    choose_file (self, &wish, g_steal_pointer (&going));
  else if (going->act == MAPPE_SHARE_SAVE)
    mappe_dialogs_choose_async (self->overlay, MAPPE_DIALOGS_FOLDER, _("Folder in which “oparl” is made"), NULL, NULL,
                                folder_chosen_cb, g_steal_pointer (&going));
  else if ((going->file = mappe_file_content_private_place (going->name, &error)) != NULL)
    write_going (self, g_steal_pointer (&going));
  else
    mappe_feedback_error (self->overlay, error, _("The document was not made"));
}

/* --- what is asked before --- */

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Going) going = data;
  g_autoptr (GError) error = NULL;
  MappeSharing *self = mappe_sharing_of (going->window);

  going->outgoing = mappe_share_check_finish (result, &error);
  if (self == NULL || self->shared == NULL || self->writing != NULL)
    return;
  if (going->outgoing != NULL)
    go (self, g_steal_pointer (&going));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mappe_feedback_error (self->overlay, error, _("The document was not made"));
}

/* Whether parts of it are for others now than when it last went out. @going: (transfer full) */
static void
check (MappeSharing *self, Going *going)
{
  static const char *const ways[] = { "saved", "printed", "mailed" };
  const MappeShareWish wish = mappe_sharing_get_wish (self);

  mappe_share_check_async (self->overlay, self->store, &wish, ways[going->act], checked_cb, going);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Going) going = data;
  MappeSharing *self = mappe_sharing_of (going->window);

  if (mappe_dialogs_confirm_finish (result, NULL) && self != NULL)
    check (self, g_steal_pointer (&going));
}

/* Everything about everybody does not leave unsealed by a slip. */
static void
ask_and_go (MappeSharing *self, guint act)
{
  if (!gtk_widget_get_sensitive (self->acts[act]))
    return;
  if (mappe_sharing_is_plain_secret (self))
    mappe_dialogs_confirm_async (self->overlay, _("Leave everything readable?"),
                                 _("The register holds what is confidential, and contact data. Whoever gets hold of "
                                   "the file can read all of it."),
                                 _("Leave it _readable"), MAPPE_DIALOGS_DESTRUCTIVE, asked_cb, going_new (self, act));
  else
    check (self, going_new (self, act));
}

/** mappe_sharing_save: Asks where to, and writes the file there. */
void
mappe_sharing_save (MappeSharing *self)
{
  ask_and_go (self, MAPPE_SHARE_SAVE);
}

/** mappe_sharing_mail: Opens a draft in the mail program with the file attached. */
void
mappe_sharing_mail (MappeSharing *self)
{
  ask_and_go (self, MAPPE_SHARE_MAIL);
}

/** mappe_sharing_print: Prints the pages that are shown. */
void
mappe_sharing_print (MappeSharing *self)
{
  ask_and_go (self, MAPPE_SHARE_PRINT);
}
