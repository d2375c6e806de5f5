/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-share-job.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-text.h"

#define MOST_NAMED 12  /* parts that are listed */

typedef struct {
  MappeStore    *store;
  MappeShareWish wish;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->store);
  g_free (job);
}

/** mappe_shared_free: @self: (transfer full) (nullable) */
void
mappe_shared_free (MappeShared *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->document, mappe_node_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autofree char *today = mappe_date_today ();
  const MappeDocumentOrder order = { .reader = job->wish.reader, .language = job->wish.language, .today = today };
  g_autoptr (MappeShared) made = g_new0 (MappeShared, 1);
  GError *error = NULL;

  made->document = mappe_document_make (job->wish.kind, job->store, job->wish.id, &order, &error);
  if (made->document != NULL && job->wish.format != NULL)
    {
      made->bytes = job->wish.format->write (made->document, &error);
      g_clear_pointer (&made->document, mappe_node_free);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&made), (GDestroyNotify) mappe_shared_free);
}

/**
 * mappe_share_job_async:
 * @wish: what is wanted
 *
 * Makes a document, or the whole file of it, on a thread of its own.
 */
void
mappe_share_job_async (MappeStore *store, const MappeShareWish *wish, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new (Job, 1);

  *job = (Job) { g_object_ref (store), *wish };
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_set_check_cancellable (task, TRUE);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_run_in_thread (task, make_thread);
}

/** mappe_share_job_finish: Returns: (transfer full) (nullable): what was made */
MappeShared *
mappe_share_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what is in the file --- */

static void
gather (const MappeNode *node, MappeClass above, MappeClass wanted, GPtrArray *names, guint *n)
{
  if (node->class == wanted && above < wanted)
    {
      g_autofree char *heading = mappe_node_get_heading (node);
      g_autofree char *text = *heading != '\0' ? g_steal_pointer (&heading) : mappe_node_get_text (node);

      (*n)++;
      if (names->len < MOST_NAMED && *text != '\0')
        g_ptr_array_add (names, mappe_text_ellipsize (text, 60));
    }
  for (guint i = 0; i < node->children->len; i++)
    gather (g_ptr_array_index (node->children, i), MAX (node->class, above), wanted, names, n);
}

static void
tell (GString *out, const MappeNode *document, MappeClass class, const char *label)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  gather (document, MAPPE_CLASS_PUBLIC, class, names, &n);
  if (n == 0)
    return;
  g_string_append (out, out->len > 0 ? "\n" : "");
  g_string_append_printf (out, "%s: %u", label, n);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (out, "\n• %s", (const char *) g_ptr_array_index (names, i));
  if (names->len < n)
    g_string_append (out, "\n…");
}

/**
 * mappe_share_report:
 * @document: as it will go out
 *
 * Returns: (transfer full): which parts of it are not for everybody
 */
char *
mappe_share_report (const MappeNode *document)
{
  GString *out = g_string_new (NULL);

  tell (out, document, MAPPE_CLASS_MEMBERS, _("Parts for members only"));
  tell (out, document, MAPPE_CLASS_CONFIDENTIAL, _("Confidential parts"));
  if (out->len == 0)
    g_string_append (out, _("Everything in it is public."));
  return g_string_free (out, FALSE);
}
