/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-share-job.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "mappe-calendar-file.h"
#include "mappe-contacts-file.h"
#include "mappe-date.h"
#include "mappe-list-file.h"
#include "mappe-oparl.h"
#include "mappe-outgoing.h"
#include "mappe-share-report.h"

#define LOOK_BYTES (64 * 1024)  /* of a file of text, before it goes out */

typedef struct {
  MappeStore         *store;
  MappeShareWish      wish;
  char               *passphrase, *base, *path, *today;
  MappeShareProgress *progress;
  GCancellable       *cancellable;
} Job;

static Job *
job_new (MappeStore *store, const MappeShareWish *wish, GCancellable *cancellable)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (store);
  job->passphrase = g_strdup (wish->passphrase);
  job->base = g_strdup (wish->base);
  job->today = mappe_date_today ();
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->wish = *wish;
  job->wish.passphrase = job->passphrase;
  job->wish.base = job->base;
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->store);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->progress, g_atomic_rc_box_release);
  g_free (job->passphrase);
  g_free (job->base);
  g_free (job->path);
  g_free (job->today);
  g_free (job);
}

/** mappe_shared_free: @self: (transfer full) (nullable) */
void
mappe_shared_free (MappeShared *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->document, mappe_node_free);
  g_free (self->text);
  g_free (self->report);
  g_free (self);
}

/* --- how each is made --- */

static MappeNode *
make_document (const Job *job, GError **error)
{
  const MappeDocumentOrder order = { .reader = (MappeClass) job->wish.reader, .language = job->wish.language,
                                     .today = job->today };

  return mappe_document_make (job->wish.item->document, job->store, job->wish.id, &order, error);
}

static MappeExchangeOrder
exchange_order (const Job *job)
{
  return (MappeExchangeOrder) { .profile = job->wish.reader, .language = job->wish.language, .today = job->today,
                                .now = g_get_real_time () / G_USEC_PER_SEC };
}

static char *
make_text (const Job *job, GError **error)
{
  const MappeExchangeOrder order = exchange_order (job);

  return job->wish.item->sort == MAPPE_SHARE_CALENDAR ? mappe_calendar_file_ics (job->store, &order, error)
                                                      : mappe_contacts_file_vcf (job->store, &order, error);
}

static MappeListForm
form_of (const Job *job)
{
  return job->wish.form == 0 ? MAPPE_LIST_EXCEL : MAPPE_LIST_PLAIN;
}

static void
tell_cb (gpointer data, guint64 done, guint64 all)
{
  Job *job = data;

  if (job->progress != NULL)
    g_atomic_int_set (&job->progress->records, (gint) MIN (done, G_MAXINT));
}

/* @path: (nullable): %NULL only counts; @counts: (nullable) */
static gboolean
make_register (Job *job, const char *path, GArray *counts, GError **error)
{
  const MappeRegisterWatch watch = { job->cancellable, tell_cb, job };
  const MappeRegisterOrder order = { .profile = job->wish.reader, .counts = counts, .watch = &watch,
                                     .language = mappe_language_get_code (job->wish.language),
                                     .person = job->wish.item->sort == MAPPE_SHARE_SUBJECT ? job->wish.id : 0,
                                     .passphrase = path != NULL ? job->passphrase : NULL };
  gboolean written;
  int nowhere;

  if (path != NULL)
    return mappe_register_save (job->store, path, &order, error);
  nowhere = g_open ("/dev/null", O_WRONLY | O_CLOEXEC, 0);
  written = mappe_register_write (job->store, nowhere, &order, error);
  close (nowhere);
  return written;
}

/* --- looking --- */

static void
look_at_text (const Job *job, MappeShared *shared, GError **error)
{
  const char *mark = job->wish.item->sort == MAPPE_SHARE_CALENDAR ? "BEGIN:VEVENT" : "BEGIN:VCARD";

  shared->text = make_text (job, error);
  if (shared->text == NULL)
    return;
  shared->report = mappe_share_report_entries (shared->text, mark, TRUE);
  if (strlen (shared->text) > LOOK_BYTES)
    {
      char *begin = g_utf8_make_valid (shared->text, LOOK_BYTES);

      g_free (shared->text);
      shared->text = begin;
    }
}

/* A table of any length is stopped when enough of it is there. */
static void
look_at_table (const Job *job, MappeShared *shared, GError **error)
{
  const MappeExchangeOrder order = exchange_order (job);
  g_autofree char *buffer = g_malloc0 (LOOK_BYTES);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new (buffer, LOOK_BYTES, NULL, NULL);
  g_autoptr (GError) cause = NULL;
  const gboolean whole = mappe_list_file_write (job->store, job->wish.kind, &order, MAPPE_LIST_PLAIN, out, &cause);
  const gsize length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out));

  if (!whole && length < LOOK_BYTES)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return;
    }
  shared->text = g_utf8_make_valid (buffer, (gssize) length);
  /* The first line is the head. */
  shared->report = mappe_share_report_entries (shared->text + strcspn (shared->text, "\n"), "\r\n", whole);
}

static void
look_at_register (Job *job, MappeShared *shared, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (MappeRegisterCount));

  if (!make_register (job, NULL, counts, error))
    return;
  shared->text = mappe_share_list_register (counts);
  shared->report = mappe_share_report_register (counts, job->wish.reader);
}

static void
look_at_document (const Job *job, MappeShared *shared, GError **error)
{
  shared->document = make_document (job, error);
  if (shared->document != NULL)
    shared->report = mappe_share_report (shared->document);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (MappeShared) shared = g_new0 (MappeShared, 1);
  GError *error = NULL;

  switch (job->wish.item->sort)
    {
    case MAPPE_SHARE_DOCUMENT:
      look_at_document (job, shared, &error);
      break;
    case MAPPE_SHARE_CALENDAR:
    case MAPPE_SHARE_CONTACTS:
      look_at_text (job, shared, &error);
      break;
    case MAPPE_SHARE_TABLE:
      look_at_table (job, shared, &error);
      break;
    case MAPPE_SHARE_REGISTER:
    case MAPPE_SHARE_SUBJECT:
      look_at_register (job, shared, &error);
      break;
    case MAPPE_SHARE_OPARL:
    default:
      shared->text = g_strdup (_("Bodies, members with their functions, meetings, agenda items, decisions and papers "
                                 "that are public, each as a file for a web server. What is not public is absent."));
      shared->report = g_strdup (_("Everything in it is public."));
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&shared), (GDestroyNotify) mappe_shared_free);
}

static void
run (Job *job, GTaskThreadFunc thread, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_set_check_cancellable (task, thread == look_thread);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_run_in_thread (task, thread);
}

/**
 * mappe_share_look_async:
 * @wish: what is wanted
 *
 * Makes what can be looked at before it goes out, on a thread of its own.
 */
void
mappe_share_look_async (MappeStore *store, const MappeShareWish *wish, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  run (job_new (store, wish, cancellable), look_thread, cancellable, callback, data);
}

/** mappe_share_look_finish: Returns: (transfer full) (nullable): how it looks */
MappeShared *
mappe_share_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- writing --- */

static gboolean
save_bytes (Job *job, GBytes *bytes, GError **error)
{
  return bytes != NULL && !g_cancellable_set_error_if_cancelled (job->cancellable, error)
         && mappe_save_bytes (bytes, job->path, error);
}

static gboolean
write_document (Job *job, GError **error)
{
  g_autoptr (MappeNode) document = make_document (job, error);
  g_autoptr (GBytes) bytes = document != NULL ? job->wish.format.document->write (document, error) : NULL;

  return save_bytes (job, bytes, error);
}

static gboolean
write_text (Job *job, GError **error)
{
  char *text = make_text (job, error);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;

  return save_bytes (job, bytes, error);
}

static gboolean
write_file (Job *job, GError **error)
{
  const MappeExchangeOrder order = exchange_order (job);

  switch (job->wish.item->sort)
    {
    case MAPPE_SHARE_DOCUMENT:
      return write_document (job, error);
    case MAPPE_SHARE_CALENDAR:
    case MAPPE_SHARE_CONTACTS:
      return write_text (job, error);
    case MAPPE_SHARE_TABLE:
      return mappe_list_file_save (job->store, job->wish.kind, &order, form_of (job), job->path, error);
    case MAPPE_SHARE_REGISTER:
    case MAPPE_SHARE_SUBJECT:
      return make_register (job, job->path, NULL, error);
    case MAPPE_SHARE_OPARL:
    default:
      return mappe_oparl_write (job->store, &order, job->base, job->path, error);
    }
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  /* What is there whole counts, even when it was to be stopped at the last moment. */
  if (write_file (job, &error))
    g_task_return_pointer (task, mappe_outgoing_hash_file (job->path), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * mappe_share_write_async:
 * @file: file to make or to replace, or folder
 * @progress: (nullable): is told how far it is
 *
 * Writes what goes out, whole or not at all, on a thread of its own.
 */
void
mappe_share_write_async (MappeStore *store, const MappeShareWish *wish, GFile *file, MappeShareProgress *progress,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Job *job = job_new (store, wish, cancellable);

  job->path = g_file_get_path (file);
  job->progress = progress != NULL ? g_atomic_rc_box_acquire (progress) : NULL;
  if (job->path != NULL)
    {
      run (job, write_thread, cancellable, callback, data);
      return;
    }
  job_free (job);
  g_task_report_new_error (NULL, callback, data, mappe_share_write_async, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("Choose a folder on this computer."));
}

/**
 * mappe_share_write_finish:
 *
 * Returns: (transfer full) (nullable): SHA-256 of what was written, "" of a folder; %NULL when the file is what it was
 */
char *
mappe_share_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
