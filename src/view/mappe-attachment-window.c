/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mappe-attachment-print.h"
#include "mappe-attachment-view.h"
#include "mappe-dialogs.h"
#include "mappe-document.h"
#include "mappe-feedback.h"
#include "mappe-file-content.h"
#include "mappe-print.h"
#include "mappe-save-as.h"
#include "mappe-window-frame.h"

#define WIDTH 860
#define HEIGHT 760
#define FREE 40  /* of the window behind that can be seen */

/* A window beside the others, so that a paper can be read while something is written about it. Belongs to that. */
typedef struct {
  GtkWidget           *window, *overlay;
  MappeAttachmentView *view;
  GtkWidget           *acts[3];  /* open with, save, print */
  GBytes              *bytes;    /* NULL until they are read */
  char                *file_name;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->file_name);
  g_free (self);
}

/* --- acts --- */

typedef struct {
  GtkWidget *near;
  GFile     *file;
} Opening;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Opening *opening = data;
  g_autoptr (GtkWidget) near = opening->near;
  g_autoptr (GFile) file = opening->file;
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;

  if (mappe_file_content_write_finish (result, &error))
    mappe_dialogs_show_uri (near, uri);
  else
    mappe_feedback_error (near, error, _("The file was not written"));
}

static void
open_with_cb (Reading *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) place = mappe_file_content_private_place (self->file_name, &error);
  Opening *opening;

  if (place == NULL)
    {
      mappe_feedback_error (self->overlay, error, _("The file was not opened"));
      return;
    }
  opening = g_new (Opening, 1);
  *opening = (Opening) { g_object_ref (self->overlay), g_object_ref (place) };
  mappe_file_content_write_async (self->bytes, place, NULL, written_cb, opening);
}

static void
save_cb (Reading *self)
{
  if (self->bytes != NULL)
    mappe_save_as (self->overlay, _("Save the file as"), NULL, self->file_name, self->bytes,
                   _("The file was not written"));
}

static void
print_cb (Reading *self)
{
  MappeAttachment *file = mappe_attachment_view_get_file (self->view);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (file == NULL)
    return;
  operation = mappe_attachment_print_operation (file, self->file_name);
  mappe_print_run (self->overlay, operation);
}

/* --- building --- */

static GtkWidget *
build_act (Reading *self, guint number, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  self->acts[number] = button;
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (button, FALSE);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
build_header (Reading *self)
{
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             build_act (self, 0, "document-open-symbolic", _("Open with another program"),
                                        G_CALLBACK (open_with_cb)));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), build_act (self, 2, "printer-symbolic", _("Print…"),
                                                               G_CALLBACK (print_cb)));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), build_act (self, 1, "document-save-as-symbolic",
                                                               _("Save a copy…"), G_CALLBACK (save_cb)));
  return header;
}

static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  (g_variant_get_boolean (arguments) ? save_cb : print_cb) (data);
  return TRUE;
}

static void
add_key (Reading *self, guint key, gboolean saves)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                                            gtk_callback_action_new (key_cb, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (saves));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (self->window, keys);
}

/* Large, but no larger than the window that it came from: there may be no more room on the screen. */
static void
set_size (GtkWindow *window, GtkRoot *root)
{
  int width = GTK_IS_WINDOW (root) ? gtk_widget_get_width (GTK_WIDGET (root)) - FREE : WIDTH;
  int height = GTK_IS_WINDOW (root) ? gtk_widget_get_height (GTK_WIDGET (root)) - FREE : HEIGHT;

  gtk_window_set_default_size (window, width > FREE ? MIN (width, WIDTH) : WIDTH,
                               height > FREE ? MIN (height, HEIGHT) : HEIGHT);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (window, GTK_WINDOW (root));
}

static Reading *
reading_new (GtkWidget *near, const MappeAttachmentPlace *place)
{
  Reading *self = g_new0 (Reading, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkRoot *root = gtk_widget_get_root (near);
  const char *title = place->title != NULL ? place->title : place->file_name;

  self->file_name = g_strdup (place->file_name != NULL ? place->file_name : _("file"));
  self->window = adw_window_new ();
  g_object_set_data_full (G_OBJECT (self->window), "mappe-reading", self, reading_free);
  self->view = MAPPE_ATTACHMENT_VIEW (mappe_attachment_view_new ());
  self->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->overlay, TRUE);
  gtk_box_append (GTK_BOX (box), build_header (self));
  gtk_box_append (GTK_BOX (box), self->overlay);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_title (GTK_WINDOW (self->window), title != NULL ? title : _("File"));
  set_size (GTK_WINDOW (self->window), root);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->window), TRUE);
  mappe_window_close_on_escape (self->window);
  add_key (self, GDK_KEY_s, TRUE);
  add_key (self, GDK_KEY_p, FALSE);
  mappe_attachment_view_go_to (self->view, place->page, place->words);
  gtk_window_present (GTK_WINDOW (self->window));
  return self;
}

static void
take_bytes (Reading *self, GBytes *bytes)
{
  self->bytes = g_bytes_ref (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (self->acts); i++)
    gtk_widget_set_sensitive (self->acts[i], TRUE);
  mappe_attachment_view_open (self->view, bytes);
}

/** mappe_attachment_window_shows: @file_name: (nullable). Returns: whether a file called so may be one that is shown */
gboolean
mappe_attachment_window_shows (const char *file_name)
{
  static const char *const types[] = { "application/pdf", "image/png", "image/jpeg", "image/gif", NULL };
  gboolean uncertain = FALSE;
  g_autofree char *type = file_name != NULL ? g_content_type_guess (file_name, NULL, 0, &uncertain) : NULL;
  g_autofree char *mime = type != NULL ? g_content_type_get_mime_type (type) : NULL;

  return mime == NULL || uncertain || g_strv_contains (types, mime);
}

/**
 * mappe_attachment_window_open:
 * @near: a widget of the window
 * @bytes: the file
 *
 * Opens a window that shows a PDF or a picture.
 */
void
mappe_attachment_window_open (GtkWidget *near, GBytes *bytes, const MappeAttachmentPlace *place)
{
  take_bytes (reading_new (near, place), bytes);
}

static void
blob_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mappe_store_blob_finish (MAPPE_STORE (source), result, &error);
  Reading *self = g_object_get_data (G_OBJECT (window), "mappe-reading");

  if (self == NULL)
    return;
  if (bytes != NULL)
    take_bytes (self, bytes);
  else
    mappe_attachment_view_fail (self->view, error);
}

/** mappe_attachment_window_open_stored: @hash: content of a BLOB field. The same for a file of the council. */
void
mappe_attachment_window_open_stored (GtkWidget *near, MappeStore *store, const char *hash,
                                     const MappeAttachmentPlace *place)
{
  Reading *self = reading_new (near, place);

  mappe_store_blob_async (store, hash, NULL, blob_cb, g_object_ref (self->window));
}

/* --- from the search --- */

typedef struct {
  GtkWidget *near;
  guint      page;
  char      *words;
} Wanted;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Wanted *wanted = data;
  g_autoptr (GtkWidget) near = wanted->near;
  g_autofree char *words = wanted->words;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeRow) row = mappe_store_load_finish (MAPPE_STORE (source), result, &error);

  if (row == NULL)
    mappe_feedback_error (near, error, _("The file could not be read"));
  else if (!mappe_row_is_null (row, MAPPE_DOCUMENT_CONTENT))
    mappe_attachment_window_open_stored (near, MAPPE_STORE (source), mappe_row_get_text (row, MAPPE_DOCUMENT_CONTENT),
                                         &(MappeAttachmentPlace) { mappe_row_get_text (row, MAPPE_DOCUMENT_TITLE),
                                                                   mappe_row_get_text (row, MAPPE_DOCUMENT_FILE_NAME),
                                                                   wanted->page, words });
}

/**
 * mappe_attachment_window_open_document:
 * @id: of a document
 * @page: from 0
 * @words: (nullable): what to look for
 *
 * The same for the file of a document, at the place where a search found something.
 */
void
mappe_attachment_window_open_document (GtkWidget *near, MappeStore *store, gint64 id, guint page, const char *words)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted) { g_object_ref (near), page, g_strdup (words) };
  mappe_store_load_async (store, &mappe_document_kind, id, NULL, loaded_cb, wanted);
}
