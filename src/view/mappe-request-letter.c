/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-request-letter.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-feedback.h"
#include "mappe-indicator.h"
#include "mappe-missing-values.h"

/* A letter a source. It is sent by the user's mail program: here it is shown, corrected, copied or handed on. */
typedef struct {
  GtkWidget        *window, *overlay;
  GtkDropDown      *sources;
  GtkTextView      *text;
  MappeMissingValuesList *missing;
  GPtrArray        *codes;
} Letter;

static void
letter_free (Letter *self)
{
  g_ptr_array_unref (self->codes);
  mappe_missing_values_free (self->missing);
  g_free (self);
}

static void
show_letter (Letter *self)
{
  guint n = gtk_drop_down_get_selected (self->sources);
  g_autofree char *text = NULL;

  if (n >= self->codes->len)
    return;
  text = mappe_missing_values_letter (self->missing, g_ptr_array_index (self->codes, n),
                               mappe_missing_values_language (self->missing));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

static char *
get_text (Letter *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
copy_cb (Letter *self)
{
  g_autofree char *text = get_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->window), text);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->overlay), adw_toast_new (_("Request copied")));
}

static void
mailed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) overlay = data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    mappe_feedback_error (overlay, error, _("There is no mail program. Copy the text instead."));
}

static void
mail_cb (Letter *self)
{
  const MappeLanguage *language = mappe_missing_values_language (self->missing);
  g_autofree char *text = get_text (self);
  g_autofree char *subject = g_uri_escape_string (L_("Request for missing figures"), NULL, FALSE);
  g_autofree char *body = g_uri_escape_string (text, NULL, FALSE);
  g_autofree char *uri = g_strdup_printf ("mailto:?subject=%s&body=%s", subject, body);

  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, mailed_cb, g_object_ref (self->overlay));
}

static GtkWidget *
make_text (Letter *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  g_object_set (self->text, "top-margin", 12, "bottom-margin", 12, "left-margin", 12, "right-margin", 12,
                "accepts-tab", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text of the request"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->text));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static guint
source_of (Letter *self, gint64 indicator)
{
  guint at;

  for (guint i = 0; i < self->missing->entries->len; i++)
    {
      const MappeMissingValues *entry = g_ptr_array_index (self->missing->entries, i);
      const char *source = mappe_row_get_text (entry->indicator, MAPPE_INDICATOR_SOURCE_KIND);

      if (entry->indicator->id == indicator
          && g_ptr_array_find_with_equal_func (self->codes, source != NULL ? source : "", g_str_equal, &at))
        return at;
    }
  return 0;
}

static GtkWidget *
make_sources (Letter *self, gint64 indicator)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->codes->len; i++)
    gtk_string_list_append (
        list, mappe_missing_values_source_name (self->missing, g_ptr_array_index (self->codes, i), NULL));
  self->sources = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL));
  gtk_drop_down_set_selected (self->sources, source_of (self, indicator));
  gtk_widget_set_hexpand (GTK_WIDGET (self->sources), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sources), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Request to"), -1);
  g_signal_connect_swapped (self->sources, "notify::selected", G_CALLBACK (show_letter), self);
  return GTK_WIDGET (self->sources);
}

static gboolean
escape_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

static void
fill_window (Letter *self, gint64 indicator)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy"));
  GtkWidget *mail = gtk_button_new_with_label (_("Write mail"));

  g_object_set (bar, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 6, NULL);
  gtk_widget_add_css_class (copy, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy"), -1);
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (copy_cb), self);
  g_signal_connect_swapped (mail, "clicked", G_CALLBACK (mail_cb), self);
  gtk_box_append (GTK_BOX (bar), make_sources (self, indicator));
  gtk_box_append (GTK_BOX (bar), mail);
  gtk_box_append (GTK_BOX (bar), copy);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), make_text (self));
  self->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), box);
  adw_window_set_content (ADW_WINDOW (self->window), self->overlay);
  gtk_window_set_default_widget (GTK_WINDOW (self->window), copy);
}

static void
present (GtkWidget *near, MappeMissingValuesList *missing, gint64 indicator)
{
  Letter *self = g_new0 (Letter, 1);

  self->missing = missing;
  self->codes = mappe_missing_values_sources (missing);
  self->window = g_object_new (ADW_TYPE_WINDOW, "title", _("Missing values"), "modal", TRUE, "default-width", 600,
                               "default-height", 480, "transient-for", gtk_widget_get_root (near), NULL);
  fill_window (self, indicator);
  show_letter (self);
  add_escape (self->window);
  g_object_set_data_full (G_OBJECT (self->window), "letter", self, (GDestroyNotify) letter_free);
  gtk_window_present (GTK_WINDOW (self->window));
}

/* --- reading --- */

typedef struct {
  GtkWidget *near;
  gint64     indicator;
} Request;

static gpointer
read_func (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_missing_values_load (snapshot, data, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autoptr (GtkWidget) near = request->near;
  gint64 indicator = request->indicator;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeMissingValuesList) missing = mappe_store_read_finish (MAPPE_STORE (source), result, &error);

  g_free (request);
  if (gtk_widget_get_root (near) == NULL)
    return;
  if (missing == NULL)
    mappe_feedback_error (near, error, _("The values were not read"));
  else if (missing->entries->len == 0)
    mappe_feedback_toast (near, _("No values are missing"));
  else
    present (near, g_steal_pointer (&missing), indicator);
}

/**
 * mappe_request_letter_show:
 * @near: a widget of the window concerned
 * @indicator: whose source is shown first; 0 for any
 *
 * Shows, for each source, a text that asks for all values that are missing.
 */
void
mappe_request_letter_show (GtkWidget *near, MappeStore *store, gint64 indicator)
{
  Request *request = g_new0 (Request, 1);

  request->near = g_object_ref (near);
  request->indicator = indicator;
  mappe_store_read_async (store, MAPPE_PRIORITY_PAGE, read_func, mappe_date_today (), g_free,
                          (GDestroyNotify) mappe_missing_values_free, NULL, read_cb, request);
}
