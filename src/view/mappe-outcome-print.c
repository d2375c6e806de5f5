/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-outcome-print.h"

#include <glib/gi18n.h>

#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-file-content.h"
#include "mappe-outcome-paper.h"
#include "mappe-print.h"

/* --- what to print --- */

/* A report, a list or a chart: one of them. */
typedef struct {
  MappeOutcomeReport    *report;
  MappeOutcomeSelection *list;
  MappeChart            *chart;
  char                  *title;  /* of the chart's page */
} Matter;

static Matter
matter_copy (const Matter *matter)
{
  return (Matter) { matter->report != NULL ? mappe_outcome_report_ref (matter->report) : NULL,
                    matter->list != NULL ? mappe_outcome_selection_ref (matter->list) : NULL,
                    matter->chart != NULL ? mappe_chart_ref (matter->chart) : NULL, g_strdup (matter->title) };
}

static void
matter_clear (Matter *matter)
{
  g_clear_pointer (&matter->report, mappe_outcome_report_unref);
  g_clear_pointer (&matter->list, mappe_outcome_selection_unref);
  g_clear_pointer (&matter->chart, mappe_chart_unref);
  g_clear_pointer (&matter->title, g_free);
}

static MappeOutcomePaper *
matter_on_paper (const Matter *matter, double width, double height)
{
  if (matter->report != NULL)
    return mappe_outcome_paper_new (matter->report, width, height);
  if (matter->list != NULL)
    return mappe_outcome_paper_new_list (matter->list, width, height);
  return mappe_outcome_paper_new_chart (matter->chart, matter->title, width, height);
}

/* --- printer: pages are made in a thread of their own, however many they are --- */

#define PATIENCE (20 * G_TIME_SPAN_MILLISECOND)  /* how long the window waits for it at a time */

/* Lives as long as the operation or its thread, whichever is longer. */
typedef struct {
  Matter             matter;
  double             width, height;
  GMutex             lock;
  GCond              made;
  MappeOutcomePaper *paper;   /* for the paper that was chosen; NULL until it is made */
} Job;

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->paper, mappe_outcome_paper_free);
  matter_clear (&job->matter);
  g_mutex_clear (&job->lock);
  g_cond_clear (&job->made);
}

static void
job_release (gpointer job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

static Job *
job_new (const Matter *matter)
{
  Job *job = g_atomic_rc_box_new0 (Job);

  job->matter = matter_copy (matter);
  g_mutex_init (&job->lock);
  g_cond_init (&job->made);
  return job;
}

static gpointer
paper_thread (gpointer data)
{
  Job *job = data;
  MappeOutcomePaper *paper = matter_on_paper (&job->matter, job->width, job->height);

  g_mutex_lock (&job->lock);
  job->paper = paper;
  g_cond_signal (&job->made);
  g_mutex_unlock (&job->lock);
  job_release (job);
  return NULL;
}

/* Another paper may be chosen in the preview: a new job then, the old thread keeps what is its own. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  const Job *first = g_object_get_data (G_OBJECT (operation), "mappe-job");
  Job *job = job_new (&first->matter);

  job->width = gtk_print_context_get_width (context);
  job->height = gtk_print_context_get_height (context);
  g_thread_unref (g_thread_new ("mappe-outcome-paper", paper_thread, g_atomic_rc_box_acquire (job)));
  g_object_set_data_full (G_OBJECT (operation), "mappe-job", job, job_release);
}

/* Returns: whether the pages are made; GTK asks again until they are, and the window goes on between. */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Job *job = g_object_get_data (G_OBJECT (operation), "mappe-job");
  gint64 until = g_get_monotonic_time () + PATIENCE;
  gboolean done;

  g_mutex_lock (&job->lock);
  while (job->paper == NULL && g_cond_wait_until (&job->made, &job->lock, until))
    ;
  done = job->paper != NULL;
  g_mutex_unlock (&job->lock);
  if (done)
    gtk_print_operation_set_n_pages (operation, (int) mappe_outcome_paper_n_pages (job->paper));
  return done;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  const Job *job = g_object_get_data (G_OBJECT (operation), "mappe-job");

  mappe_outcome_paper_draw (job->paper, (guint) page, gtk_print_context_get_cairo_context (context));
}

static GtkPrintOperation *
operation_new (const Matter *matter, const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  g_object_set_data_full (G_OBJECT (operation), "mappe-job", job_new (matter), job_release);
  mappe_print_prepare (operation, name);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), NULL);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);
  return operation;
}

/** mappe_outcome_print_operation_new: Returns: (transfer full): an operation that prints @report on the paper chosen */
GtkPrintOperation *
mappe_outcome_print_operation_new (MappeOutcomeReport *report)
{
  const Matter matter = { .report = report };

  return operation_new (&matter, report->title);
}

/** mappe_outcome_print_list_operation_new: Returns: (transfer full): the same for a list of outcomes */
GtkPrintOperation *
mappe_outcome_print_list_operation_new (MappeOutcomeSelection *list)
{
  const Matter matter = { .list = list };

  return operation_new (&matter, _("Outcomes"));
}

/** mappe_outcome_print: Opens the print dialog for @report; failures are told to the user. */
void
mappe_outcome_print (GtkWidget *near, MappeOutcomeReport *report)
{
  g_autoptr (GtkPrintOperation) operation = mappe_outcome_print_operation_new (report);

  mappe_print_run (near, operation);
}

/** mappe_outcome_print_list: Opens the print dialog for a list of outcomes. */
void
mappe_outcome_print_list (GtkWidget *near, MappeOutcomeSelection *list)
{
  g_autoptr (GtkPrintOperation) operation = mappe_outcome_print_list_operation_new (list);

  mappe_print_run (near, operation);
}

/** mappe_outcome_print_chart: Opens the print dialog for a chart alone. @title: of the page, e.g. name of a place */
void
mappe_outcome_print_chart (GtkWidget *near, MappeChart *chart, const char *title)
{
  const Matter matter = { .chart = chart, .title = (char *) title };
  g_autoptr (GtkPrintOperation) operation = operation_new (&matter, title);

  mappe_print_run (near, operation);
}

/* --- PDF --- */

typedef struct {
  MappeOutcomeReport *report;
  GFile              *file;
} Pdf;

static void
pdf_free (gpointer data)
{
  Pdf *pdf = data;

  mappe_outcome_report_unref (pdf->report);
  g_object_unref (pdf->file);
  g_free (pdf);
}

static void
pdf_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Pdf *pdf = data;
  g_autoptr (MappeOutcomePaper) paper = mappe_outcome_paper_new (pdf->report, MAPPE_OUTCOME_PAPER_WIDTH,
                                                                 MAPPE_OUTCOME_PAPER_HEIGHT);

  g_task_return_pointer (task, mappe_outcome_paper_to_pdf (paper), (GDestroyNotify) g_bytes_unref);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (mappe_file_content_write_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), NULL);
  GFile *file = ((Pdf *) g_task_get_task_data (task))->file;
  GCancellable *cancellable = g_task_get_cancellable (task);

  mappe_file_content_write_async (bytes, file, cancellable, written_cb, g_steal_pointer (&task));
}

static Pdf *
pdf_new (MappeOutcomeReport *report, GFile *file)
{
  Pdf *pdf = g_new0 (Pdf, 1);

  pdf->report = mappe_outcome_report_ref (report);
  pdf->file = g_object_ref (file);
  return pdf;
}

/** mappe_outcome_print_pdf_async: Draws @report on pages and writes them to @file, away from the window's thread. */
void
mappe_outcome_print_pdf_async (MappeOutcomeReport *report, GFile *file, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  g_autoptr (GTask) drawing = g_task_new (NULL, NULL, made_cb, task);

  g_task_set_source_tag (task, mappe_outcome_print_pdf_async);
  g_task_set_task_data (task, pdf_new (report, file), pdf_free);
  g_task_set_task_data (drawing, pdf_new (report, file), pdf_free);
  g_task_run_in_thread (drawing, pdf_thread);
}

/** mappe_outcome_print_pdf_finish: Returns: whether the file is written */
gboolean
mappe_outcome_print_pdf_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- asking where to --- */

typedef struct {
  GtkWidget          *near;
  MappeOutcomeReport *report;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->near);
  mappe_outcome_report_unref (choice->report);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) near = data;
  g_autoptr (GError) error = NULL;

  if (mappe_outcome_print_pdf_finish (result, &error))
    mappe_feedback_toast (near, _("PDF saved"));
  else
    mappe_feedback_error (near, error, _("The PDF was not saved"));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Choice) choice = data;
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);

  if (file != NULL)
    mappe_outcome_print_pdf_async (choice->report, file, NULL, saved_cb, g_object_ref (choice->near));
}

/** mappe_outcome_print_pdf: Asks where to, and writes @report there as a PDF file. */
void
mappe_outcome_print_pdf (GtkWidget *near, MappeOutcomeReport *report)
{
  MappeDialogsFilter filter = { _("PDF files"), "*.pdf" };
  g_autofree char *title = g_strdup (report->title != NULL ? report->title : _("Outcomes"));
  g_autofree char *name = g_strconcat (g_strdelimit (title, "/\\:*?\"<>|\n", '-'), ".pdf", NULL);
  Choice *choice = g_new0 (Choice, 1);

  choice->near = g_object_ref (near);
  choice->report = mappe_outcome_report_ref (report);
  mappe_dialogs_choose_async (near, MAPPE_DIALOGS_SAVE, _("Save as PDF"), &filter, name, chosen_cb, choice);
}
