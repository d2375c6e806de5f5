/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-share-check.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-outgoing-check.h"
#include "mappe-register-parts.h"

#define MOST_NAMED 12

typedef struct {
  GtkWidget     *near;
  MappeStore    *store;
  MappeShareWish wish;
  char          *way;
  MappeOutgoing *outgoing;
  GPtrArray     *changes;
} Check;

static void
check_free (Check *self)
{
  g_object_unref (self->near);
  g_object_unref (self->store);
  g_free (self->way);
  g_clear_pointer (&self->outgoing, mappe_outgoing_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self);
}

static char *
reference_of (const Check *self)
{
  const MappeKind *about = self->wish.item->about;
  g_autoptr (MappeRow) row = about != NULL ? mappe_store_load (self->store, about, self->wish.id, NULL) : NULL;

  return row != NULL ? g_strdup (mappe_row_get_text (row, MAPPE_FIELD_REFERENCE)) : NULL;
}

/* As on the command line: there it is "exported" under the same name. */
static char *
name_of (const MappeShareWish *wish)
{
  if (wish->item->document != NULL)
    return g_strdup (wish->item->document->name);
  return wish->item->sort == MAPPE_SHARE_TABLE ? g_strdup_printf ("list:%s", wish->kind->name)
                                               : g_strdup (mappe_share_item_get_name (wish->item));
}

static const char *
format_of (const Check *self)
{
  if (g_str_equal (self->way, "printed"))
    return "paper";
  return self->wish.format.extension != NULL ? self->wish.format.extension : "json";
}

/* What holds the whole council says of each record for whom it is; tables and calendars have no parts. */
static GPtrArray *
parts_of (const Check *self, GError **error)
{
  g_autofree char *today = mappe_date_today ();
  const MappeDocumentOrder order = { .reader = (MappeClass) self->wish.reader, .language = self->wish.language,
                                     .today = today };

  if (self->wish.item->sort == MAPPE_SHARE_REGISTER || self->wish.item->sort == MAPPE_SHARE_OPARL)
    return mappe_register_parts (self->store, error);
  if (self->wish.item->document == NULL)
    return mappe_outgoing_parts_new ();
  return mappe_outgoing_parts (self->wish.item->document, self->store, self->wish.id, &order, error);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Check *self = data;
  g_autofree char *name = name_of (&self->wish);
  const int reader = MIN ((int) self->wish.reader, MAPPE_CLASS_CONFIDENTIAL);
  GError *error = NULL;

  self->outgoing = mappe_outgoing_new (name, self->wish.id, reader, format_of (self), self->way);
  self->outgoing->reference = reference_of (self);
  if (self->wish.language != NULL)
    self->outgoing->language = g_strdup (mappe_language_get_code (self->wish.language));
  self->outgoing->parts = parts_of (self, &error);
  if (self->outgoing->parts != NULL)
    self->changes = mappe_outgoing_changes (self->store, self->outgoing, &error);
  if (self->changes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* --- asking --- */

static void
go (GTask *task)
{
  Check *self = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&self->outgoing), (GDestroyNotify) mappe_outgoing_free);
  g_object_unref (task);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;

  if (mappe_dialogs_confirm_finish (result, NULL))
    go (task);
  else
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "not confirmed");
      g_object_unref (task);
    }
}

static char *
list_of (const Check *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->changes->len, MOST_NAMED); i++)
    {
      g_autofree char *words = mappe_outgoing_words (g_ptr_array_index (self->changes, i), NULL);

      g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", words);
    }
  if (self->changes->len > MOST_NAMED)
    g_string_append (text, "\n…");
  return g_string_free (text, FALSE);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Check *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *list = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
  else if (self->changes->len == 0)
    go (task);
  else
    {
      list = list_of (self);
      mappe_dialogs_confirm_async (self->near, _("For others than before"), list, _("_Share all the same"),
                                   MAPPE_DIALOGS_DESTRUCTIVE, answered_cb, task);
    }
}

/**
 * mappe_share_check_async:
 * @near: widget of the window
 * @wish: what goes out
 * @way: "saved", "printed" or "mailed"
 *
 * Looks whether parts of it are for others now than when it last went out, and asks if so.
 */
void
mappe_share_check_async (GtkWidget *near, MappeStore *store, const MappeShareWish *wish, const char *way,
                         GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, NULL, callback, data);
  g_autoptr (GTask) look = g_task_new (NULL, NULL, looked_cb, task);
  Check *self = g_new0 (Check, 1);

  *self = (Check) { g_object_ref (near), g_object_ref (store), *wish, g_strdup (way), NULL, NULL };
  self->wish.passphrase = self->wish.base = NULL;
  g_task_set_task_data (task, self, (GDestroyNotify) check_free);
  g_task_set_task_data (look, self, NULL);
  g_task_run_in_thread (look, look_thread);
}

/**
 * mappe_share_check_finish:
 *
 * Returns: (transfer full) (nullable): what to give to mappe_share_note() when it went out; %NULL with an error, which
 *   is %G_IO_ERROR_CANCELLED when it was not confirmed
 */
MappeOutgoing *
mappe_share_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/** mappe_share_note: Notes that it went out. @outgoing: (transfer full); @hash: (nullable): SHA-256 of the file */
void
mappe_share_note (MappeStore *store, MappeOutgoing *outgoing, const char *hash)
{
  outgoing->hash = g_strdup (hash);
  if (mappe_store_get_state (store) == MAPPE_STORE_WRITABLE)
    mappe_store_note_outgoing_async (store, outgoing);
  else
    mappe_outgoing_free (outgoing);
}
