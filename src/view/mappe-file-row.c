/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment-window.h"
#include "mappe-attachment.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-field-rows.h"
#include "mappe-file-content.h"

#include <glib/gi18n-lib.h>

/**
 * MappeFileRow:
 * @content: (nullable): what was attached and is not saved yet
 * @loading: cancels the reading of a file
 * @asked: (nullable): content that the store was asked about
 * @facts: (nullable): what it knows of that
 *
 * A file attached to a record: attached from a dialog or by dropping it here. A PDF or a picture is shown in a window
 * of this program, others are opened with the desktop's; who cannot read it is said beneath.
 */
struct _MappeFileRow {
  MappeFieldRow     parent_instance;
  MappeFileContent *content;
  GCancellable     *loading;
  char             *file_name;
  char             *asked;
  MappeContentText *facts;
  GtkWidget        *attach, *open, *save, *remove;
};

enum { ATTACHED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeFileRow, mappe_file_row, MAPPE_TYPE_FIELD_ROW)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeFileRow) self = MAPPE_FILE_ROW (data);
  g_autoptr (GError) error = NULL;
  MappeFileContent *content = mappe_file_content_load_finish (result, &error);
  if (content == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        mappe_feedback_error (GTK_WIDGET (self), error, _("The file was not attached"));
      return;
    }
  g_clear_pointer (&self->content, mappe_file_content_free);
  self->content = content;
  g_clear_object (&self->loading);
  mappe_field_row_take (MAPPE_FIELD_ROW (self), content->hash, NULL);
  g_signal_emit (self, signals[ATTACHED], 0, content);
}

static void
stop_loading (MappeFileRow *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

/** mappe_file_row_attach: @file: is read and becomes the content of the field */
void
mappe_file_row_attach (MappeFileRow *self, GFile *file)
{
  stop_loading (self);
  self->loading = g_cancellable_new ();
  mappe_file_content_load_async (file, self->loading, loaded_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeFileRow) self = MAPPE_FILE_ROW (data);
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);
  if (file != NULL)
    mappe_file_row_attach (self, file);
}

static void
attach_cb (MappeFileRow *self)
{
  mappe_dialogs_choose_async (GTK_WIDGET (self), MAPPE_DIALOGS_OPEN, _("Attach a file"), NULL, NULL, chosen_cb,
                              g_object_ref (self));
}

static void
remove_cb (MappeFileRow *self)
{
  stop_loading (self);
  g_clear_pointer (&self->content, mappe_file_content_free);
  mappe_field_row_take (MAPPE_FIELD_ROW (self), NULL, NULL);
}

/** A copy under way: from the store to a file. */
typedef struct {
  MappeFileRow *row;
  GFile        *target;
  gboolean      open;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->row);
  g_object_unref (copy->target);
  g_free (copy);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Copy *copy = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_file_get_uri (copy->target);
  if (!mappe_file_content_write_finish (result, &error))
    mappe_feedback_error (GTK_WIDGET (copy->row), error, _("The file was not written"));
  else if (copy->open)
    mappe_dialogs_show_uri (GTK_WIDGET (copy->row), uri);
  else
    mappe_feedback_toast (GTK_WIDGET (copy->row), _("File saved"));
  copy_free (copy);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Copy *copy = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mappe_store_blob_finish (MAPPE_STORE (source), result, &error);
  if (bytes != NULL)
    {
      mappe_file_content_write_async (bytes, copy->target, NULL, written_cb, copy);
      return;
    }
  mappe_feedback_error (GTK_WIDGET (copy->row), error, _("The file could not be read"));
  copy_free (copy);
}

static void
copy_to (MappeFileRow *self, GFile *target, gboolean open)
{
  Copy *copy = g_new0 (Copy, 1);
  copy->row = g_object_ref (self);
  copy->target = g_object_ref (target);
  copy->open = open;
  if (self->content != NULL)
    mappe_file_content_write_async (self->content->bytes, target, NULL, written_cb, copy);
  else
    mappe_store_blob_async (mappe_field_row_get_store (MAPPE_FIELD_ROW (self)),
                            mappe_field_row_get_value (MAPPE_FIELD_ROW (self)), NULL, fetched_cb, copy);
}

/* Returns: (nullable): what the file is called */
static const char *
name_of (MappeFileRow *self)
{
  return self->content != NULL ? self->content->name : self->file_name;
}

static void
open_elsewhere (MappeFileRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) place = mappe_file_content_private_place (name_of (self), &error);
  if (place == NULL)
    mappe_feedback_error (GTK_WIDGET (self), error, _("The file was not opened"));
  else
    copy_to (self, place, TRUE);
}

static void
open_cb (MappeFileRow *self)
{
  const MappeAttachmentPlace place = { NULL, name_of (self), 0, NULL };

  if (!mappe_attachment_window_shows (place.file_name))
    open_elsewhere (self);
  else if (self->content != NULL)
    mappe_attachment_window_open (GTK_WIDGET (self), self->content->bytes, &place);
  else
    mappe_attachment_window_open_stored (GTK_WIDGET (self), mappe_field_row_get_store (MAPPE_FIELD_ROW (self)),
                                         mappe_field_row_get_value (MAPPE_FIELD_ROW (self)), &place);
}

static void
saved_as_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeFileRow) self = MAPPE_FILE_ROW (data);
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);
  if (file != NULL)
    copy_to (self, file, FALSE);
}

static void
save_cb (MappeFileRow *self)
{
  mappe_dialogs_choose_async (GTK_WIDGET (self), MAPPE_DIALOGS_SAVE, _("Save the file as"), NULL, self->file_name,
                              saved_as_cb, g_object_ref (self));
}

static gboolean
drop_cb (MappeFileRow *self, const GValue *value)
{
  if (mappe_field_row_is_locked (MAPPE_FIELD_ROW (self)) || !G_VALUE_HOLDS (value, G_TYPE_FILE))
    return FALSE;
  mappe_file_row_attach (self, g_value_get_object (value));
  return TRUE;
}

static char *
mappe_file_row_describe (MappeFieldRow *row, const char *canonical)
{
  MappeFileRow *self = MAPPE_FILE_ROW (row);
  if (self->content != NULL)
    {
      g_autofree char *size = g_format_size (g_bytes_get_size (self->content->bytes));
      return g_strdup_printf ("%s (%s)", self->content->name, size);
    }
  return g_strdup (self->file_name != NULL ? self->file_name : _("File attached"));
}

/* --- who can read it --- */

static void
facts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeFileRow) self = MAPPE_FILE_ROW (data);
  g_autoptr (MappeContentText) facts = mappe_store_content_facts_finish (MAPPE_STORE (source), result, NULL);

  if (facts == NULL || g_strcmp0 (self->asked, mappe_field_row_get_value (MAPPE_FIELD_ROW (self))) != 0)
    return;
  mappe_content_text_free (self->facts);
  self->facts = g_steal_pointer (&facts);
  mappe_field_row_refresh (MAPPE_FIELD_ROW (self));
}

/* What was not read yet is asked about again when the record is shown the next time. */
static void
ask_facts (MappeFileRow *self)
{
  const char *hash = mappe_field_row_get_value (MAPPE_FIELD_ROW (self));
  MappeStore *store = mappe_field_row_get_store (MAPPE_FIELD_ROW (self));

  if (g_strcmp0 (hash, self->asked) == 0 && (hash == NULL || self->facts != NULL))
    return;
  if (g_strcmp0 (hash, self->asked) != 0)
    g_clear_pointer (&self->facts, mappe_content_text_free);
  g_free (self->asked);
  self->asked = g_strdup (hash);
  if (hash != NULL && self->content == NULL && store != NULL)
    mappe_store_content_facts_async (store, hash, NULL, facts_cb, g_object_ref (self));
}

static char *
mappe_file_row_note (MappeFieldRow *row)
{
  MappeFileRow *self = MAPPE_FILE_ROW (row);
  const MappeContentText *facts = self->content != NULL ? self->content->facts : self->facts;

  return facts != NULL ? mappe_attachment_warning (facts) : NULL;
}

static void
mappe_file_row_show_value (MappeFieldRow *row, const char *text)
{
  MappeFileRow *self = MAPPE_FILE_ROW (row);
  gboolean present = mappe_field_row_get_value (row) != NULL;
  gboolean locked = mappe_field_row_is_locked (row);
  /* Started anew with another value: what was attached belongs to another record, or is saved. */
  if (self->content != NULL && g_strcmp0 (self->content->hash, mappe_field_row_get_value (row)) != 0)
    g_clear_pointer (&self->content, mappe_file_content_free);
  ask_facts (self);
  g_autofree char *about = present ? mappe_file_row_describe (row, text)
                                   : g_strdup (_("No file. Attach one or drop it here."));
  MAPPE_FIELD_ROW_CLASS (mappe_file_row_parent_class)->show_value (row, about);
  gtk_widget_set_visible (self->open, present);
  gtk_widget_set_visible (self->save, present);
  gtk_widget_set_visible (self->remove, present && !locked);
  gtk_widget_set_visible (self->attach, !locked);
}

static void
mappe_file_row_activated (MappeFieldRow *row)
{
  if (mappe_field_row_get_value (row) != NULL)
    open_cb (MAPPE_FILE_ROW (row));
  else
    attach_cb (MAPPE_FILE_ROW (row));
}

static void
mappe_file_row_dispose (GObject *object)
{
  stop_loading (MAPPE_FILE_ROW (object));
  G_OBJECT_CLASS (mappe_file_row_parent_class)->dispose (object);
}

static void
mappe_file_row_finalize (GObject *object)
{
  MappeFileRow *self = MAPPE_FILE_ROW (object);
  g_clear_pointer (&self->content, mappe_file_content_free);
  g_clear_pointer (&self->facts, mappe_content_text_free);
  g_free (self->asked);
  g_free (self->file_name);
  G_OBJECT_CLASS (mappe_file_row_parent_class)->finalize (object);
}

static void
mappe_file_row_class_init (MappeFileRowClass *klass)
{
  MappeFieldRowClass *row_class = MAPPE_FIELD_ROW_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = mappe_file_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_file_row_finalize;
  row_class->show_value = mappe_file_row_show_value;
  row_class->activated = mappe_file_row_activated;
  row_class->describe = mappe_file_row_describe;
  row_class->note = mappe_file_row_note;
  /* (MappeFileContent *): a file was read and attached, not yet saved. */
  signals[ATTACHED] = g_signal_new ("attached", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkWidget *
add_button (MappeFileRow *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  mappe_field_row_add_suffix (MAPPE_FIELD_ROW (self), button);
  return button;
}

static void
mappe_file_row_init (MappeFileRow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  self->open = add_button (self, "document-open-symbolic", _("Open"), G_CALLBACK (open_cb));
  self->save = add_button (self, "document-save-as-symbolic", _("Save as…"), G_CALLBACK (save_cb));
  self->attach = add_button (self, "mail-attachment-symbolic", _("Attach a file…"), G_CALLBACK (attach_cb));
  self->remove = add_button (self, "user-trash-symbolic", _("Remove the file"), G_CALLBACK (remove_cb));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/** mappe_file_row_get_content: Returns: (transfer none) (nullable): what was attached and is not saved yet */
GBytes *
mappe_file_row_get_content (MappeFileRow *self)
{
  return self->content != NULL ? self->content->bytes : NULL;
}

/** mappe_file_row_get_uri: Returns: (nullable): where what is not saved yet came from */
const char *
mappe_file_row_get_uri (MappeFileRow *self)
{
  return self->content != NULL ? self->content->uri : NULL;
}

/** mappe_file_row_set_file_name: @file_name: (nullable): what the file is called, told by another field */
void
mappe_file_row_set_file_name (MappeFileRow *self, const char *file_name)
{
  g_free (self->file_name);
  self->file_name = g_strdup (file_name);
  mappe_field_row_refresh (MAPPE_FIELD_ROW (self));
}
