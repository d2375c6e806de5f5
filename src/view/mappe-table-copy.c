/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-table-private.h"

#include <glib/gi18n.h>

#include "mappe-display.h"
#include "mappe-feedback.h"
#include "mappe-hidden-values.h"
#include "mappe-indicator-value.h"
#include "mappe-tabular.h"

/* More belongs in a file, not in the clipboard. */
#define MOST_COPIED 10000

static GdkContentProvider *
provider_of (const char *type, GString *text)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

  return gdk_content_provider_new_for_bytes (type, bytes);
}

static GdkContentProvider *
text_provider (GString *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  /* As a string value GTK offers it under all the names that programs know plain text by. */
  g_value_init (&value, G_TYPE_STRING);
  g_value_take_string (&value, g_string_free (text, FALSE));
  return gdk_content_provider_new_for_value (&value);
}

static void
put_on_clipboard (MappeTable *self, GPtrArray *listed)
{
  guint n_fields;
  const guint *fields = mappe_table_get_columns (self, &n_fields);
  MappeDisplay *display = mappe_display_get (mappe_table_get_store (self));
  GString *text = g_string_new (NULL), *html = g_string_new (NULL);
  GdkContentProvider *kinds[2];
  g_autoptr (GdkContentProvider) both = NULL;

  mappe_tabular_add_html_head (html, mappe_table_get_kind (self), fields, n_fields);
  mappe_tabular_add_text_head (text, mappe_table_get_kind (self), fields, n_fields);
  for (guint i = 0; i < listed->len; i++)
    {
      mappe_tabular_add_html (html, display, g_ptr_array_index (listed, i), fields, n_fields);
      mappe_tabular_add_text (text, display, g_ptr_array_index (listed, i), fields, n_fields);
    }
  mappe_tabular_end_html (html);
  kinds[0] = provider_of ("text/html", html);
  kinds[1] = text_provider (text);
  both = gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

/** @hidden: (nullable) (element-type gint64): values that must not leave the program */
typedef struct {
  MappeTable *table;
  GArray     *ids;
  GHashTable *hidden;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->table);
  g_array_unref (copy->ids);
  g_clear_pointer (&copy->hidden, g_hash_table_unref);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Copy) copy = data;
  MappeTable *self = copy->table;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = mappe_store_rows_finish (MAPPE_STORE (source), result, &error);
  g_autofree char *done = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (listed == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The rows were not copied"));
      return;
    }
  if (copy->hidden != NULL)
    mappe_hidden_values_veil (copy->hidden, listed);
  put_on_clipboard (self, listed);
  done = g_strdup_printf (ngettext ("%u row copied as a table", "%u rows copied as a table", listed->len),
                          listed->len);
  mappe_feedback_toast (GTK_WIDGET (self), done);
}

static void
read_rows (Copy *copy)
{
  mappe_store_rows_async (mappe_table_get_store (copy->table), mappe_table_get_kind (copy->table),
                          (const gint64 *) copy->ids->data, copy->ids->len, NULL, rows_cb, copy);
}

static void
hidden_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Copy) copy = data;
  g_autoptr (GError) error = NULL;

  copy->hidden = mappe_store_read_finish (MAPPE_STORE (source), result, &error);
  if (copy->hidden != NULL)
    read_rows (g_steal_pointer (&copy));
  else if (gtk_widget_get_root (GTK_WIDGET (copy->table)) != NULL)
    mappe_feedback_error (GTK_WIDGET (copy->table), error, _("The rows were not copied"));
}

/**
 * mappe_table_copy:
 *
 * Puts the selected rows on the clipboard, for spreadsheets as a table and for mails as text.
 */
void
mappe_table_copy (MappeTable *self)
{
  g_autoptr (GArray) ids = mappe_selection_get_ids (mappe_table_get_selection (self));
  Copy *copy;

  if (ids->len == 0)
    return;
  if (ids->len > MOST_COPIED)
    {
      mappe_feedback_toast (GTK_WIDGET (self),
                            _("These are too many rows to copy. Export them to a file instead."));
      return;
    }
  copy = g_new0 (Copy, 1);
  copy->table = g_object_ref (self);
  copy->ids = g_steal_pointer (&ids);
  if (mappe_table_get_kind (self) == &mappe_indicator_value_kind)
    mappe_store_read_async (mappe_table_get_store (self), MAPPE_PRIORITY_EXPORT, mappe_hidden_values_load, NULL, NULL,
                            (GDestroyNotify) g_hash_table_unref, NULL, hidden_cb, copy);
  else
    read_rows (copy);
}
