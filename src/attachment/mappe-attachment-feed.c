/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-attachment.h"

/* Attached files on their way into the search, one after the other: hash, bytes, text, index. */

#define FEEDING "mappe-attachment-feed"

/**
 * mappe_attachment_feed:
 * @cancellable: (nullable): ends it behind the file that is being read
 *
 * Reads all attached files that the search does not know yet, and waits for it: for programs without a window.
 */
gboolean
mappe_attachment_feed (MappeStore *store, GCancellable *cancellable, GError **error)
{
  while (!g_cancellable_is_cancelled (cancellable))
    {
      g_autofree char *hash = mappe_store_next_unread (store, error);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (MappeContentText) text = NULL;

      if (hash == NULL || *hash == '\0')
        return hash != NULL;
      bytes = mappe_store_blob (store, hash, NULL);
      text = bytes != NULL ? mappe_attachment_read (bytes, TRUE, cancellable) : mappe_content_text_new ();
      if (g_cancellable_is_cancelled (cancellable))
        g_clear_pointer (&text, mappe_content_text_free);
      if (!mappe_store_put_content_text (store, hash, text, error))
        return FALSE;
    }
  return TRUE;
}

/* --- in the background of a window --- */

typedef struct {
  MappeStore   *store;
  GCancellable *cancellable;
  char         *hash;
  gboolean      again;  /* something was attached meanwhile */
} Feed;

static void ask_next (Feed *feed);

static void
end (Feed *feed)
{
  g_object_set_data (G_OBJECT (feed->store), FEEDING, NULL);
  g_clear_object (&feed->cancellable);
  g_free (feed->hash);
  g_object_unref (feed->store);
  g_free (feed);
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Feed *feed = data;

  if (mappe_store_put_content_text_finish (MAPPE_STORE (source), result, NULL))
    ask_next (feed);
  else
    end (feed);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GBytes *bytes = data;

  g_task_return_pointer (task, mappe_attachment_read (bytes, TRUE, cancellable),
                         (GDestroyNotify) mappe_content_text_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Feed *feed = data;

  /* Broken off: without a text, so that it is not taken for a file that cannot be read. */
  mappe_store_put_content_text_async (feed->store, feed->hash, g_task_propagate_pointer (G_TASK (result), NULL),
                                      put_cb, feed);
}

static void
blob_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Feed *feed = data;
  GBytes *bytes = mappe_store_blob_finish (MAPPE_STORE (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (bytes == NULL)
    {
      mappe_store_put_content_text_async (feed->store, feed->hash, mappe_content_text_new (), put_cb, feed);
      return;
    }
  task = g_task_new (NULL, feed->cancellable, read_cb, feed);
  g_task_set_source_tag (task, blob_cb);
  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_thread);
}

static void
next_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Feed *feed = data;

  g_free (feed->hash);
  feed->hash = mappe_store_next_unread_finish (MAPPE_STORE (source), result, NULL);
  if (feed->hash != NULL && *feed->hash != '\0')
    mappe_store_blob_async (feed->store, feed->hash, NULL, blob_cb, feed);
  else if (feed->hash != NULL && feed->again)
    ask_next (feed);
  else
    end (feed);
}

static void
ask_next (Feed *feed)
{
  feed->again = FALSE;
  mappe_store_next_unread_async (feed->store, feed->cancellable, next_cb, feed);
}

/**
 * mappe_attachment_feed_async:
 * @cancellable: (nullable): ends it
 *
 * The same in the background. May be called at any time, as when a document was changed; there is one reading at a
 * time for each file. Errors end it silently: what is missing is read another time.
 */
void
mappe_attachment_feed_async (MappeStore *store, GCancellable *cancellable)
{
  Feed *feed = g_object_get_data (G_OBJECT (store), FEEDING);

  if (feed != NULL)
    {
      feed->again = TRUE;
      return;
    }
  feed = g_new0 (Feed, 1);
  feed->store = g_object_ref (store);
  feed->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  g_object_set_data (G_OBJECT (store), FEEDING, feed);
  ask_next (feed);
}
