/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-print.h"

#include <glib/gi18n.h>

#include "mappe-feedback.h"
#include "mappe-writers.h"

/* Documents on their way to the printer. */
typedef struct {
  GPtrArray *documents;  /* (element-type MappeNode) */
  GPtrArray *layouts;    /* (element-type MappeLayout): for the paper that was chosen */
  guint      n_pages;    /* of the layouts */
} Job;

/* What was chosen last is offered again, as long as the program runs. */
static GtkPrintSettings *last_settings;
static GtkPageSetup *last_page_setup;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->layouts);
  g_ptr_array_unref (job->documents);
  g_free (job);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  g_ptr_array_set_size (job->layouts, 0);
  job->n_pages = 0;
}

/* One document at a time: the window goes on between the letters to thirty people. Returns: whether it was the last. */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  MappeLayout *layout = mappe_layout_new (g_ptr_array_index (job->documents, job->layouts->len),
                                          gtk_print_context_get_width (context),
                                          gtk_print_context_get_height (context));

  job->n_pages += mappe_layout_n_pages (layout);
  g_ptr_array_add (job->layouts, layout);
  if (job->layouts->len < job->documents->len)
    return FALSE;
  gtk_print_operation_set_n_pages (operation, (int) job->n_pages);
  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  guint rest = (guint) page;

  for (guint i = 0; i < job->layouts->len; i++)
    {
      MappeLayout *layout = g_ptr_array_index (job->layouts, i);
      guint n_pages = mappe_layout_n_pages (layout);

      if (rest < n_pages)
        {
          mappe_layout_draw (layout, rest, gtk_print_context_get_cairo_context (context));
          return;
        }
      rest -= n_pages;
    }
}

/**
 * mappe_print_prepare:
 * @operation: what will be printed
 * @name: (nullable): what it is called in the list of the printer
 *
 * The page is drawn to its edges, in points: margins are those of what is drawn.
 */
void
mappe_print_prepare (GtkPrintOperation *operation, const char *name)
{
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (name != NULL)
    gtk_print_operation_set_job_name (operation, name);
}

/**
 * mappe_print_operation_new:
 * @documents: (transfer full) (element-type MappeNode): what to print, at least one; each begins a page
 *
 * Returns: (transfer full): an operation that breaks the documents into pages for the paper that is chosen; the margins
 *   are those of the layout
 */
GtkPrintOperation *
mappe_print_operation_new (GPtrArray *documents)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  const MappeNode *first = g_ptr_array_index (documents, 0);
  Job *job = g_new0 (Job, 1);

  job->documents = documents;
  job->layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_layout_free);
  g_object_set_data_full (G_OBJECT (operation), "mappe-job", job, job_free);
  mappe_print_prepare (operation, first->text);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  return operation;
}

static void
keep_choices (GtkPrintOperation *operation)
{
  g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
  g_set_object (&last_page_setup, gtk_print_operation_get_default_page_setup (operation));
}

/* @near may have gone while the printer worked. */
static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GWeakRef *near)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (near);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    keep_choices (operation);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || widget == NULL)
    return;
  gtk_print_operation_get_error (operation, &error);
  mappe_feedback_error (widget, error, _("The document was not printed"));
}

static void
near_free (gpointer data, GClosure *closure)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * mappe_print_run:
 * @near: a widget of the window that asks
 * @operation: prepared by mappe_print_prepare()
 *
 * Opens the print dialog, which also has a preview and the printing into a PDF file. Failures are told to the user.
 */
void
mappe_print_run (GtkWidget *near, GtkPrintOperation *operation)
{
  GtkRoot *root = gtk_widget_get_root (near);
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, near);
  if (last_settings != NULL)
    gtk_print_operation_set_print_settings (operation, last_settings);
  if (last_page_setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, last_page_setup);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), weak, near_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

/**
 * mappe_print_documents:
 * @near: a widget of the window that asks
 * @documents: (transfer full) (element-type MappeNode): what to print, at least one; each begins a page
 */
void
mappe_print_documents (GtkWidget *near, GPtrArray *documents)
{
  g_autoptr (GtkPrintOperation) operation = mappe_print_operation_new (documents);

  mappe_print_run (near, operation);
}

/** mappe_print_document: @document: (transfer full): the same for one document */
void
mappe_print_document (GtkWidget *near, MappeNode *document)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_node_free);

  g_ptr_array_add (documents, document);
  mappe_print_documents (near, documents);
}
