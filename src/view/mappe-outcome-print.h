/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-outcome-entry.h"
#include "mappe-outcome-report.h"

G_BEGIN_DECLS

GtkPrintOperation *mappe_outcome_print_operation_new (MappeOutcomeReport *report);
GtkPrintOperation *mappe_outcome_print_list_operation_new (MappeOutcomeSelection *list);
void               mappe_outcome_print_chart         (GtkWidget *near, MappeChart *chart, const char *title);
void               mappe_outcome_print_list          (GtkWidget *near, MappeOutcomeSelection *list);
void               mappe_outcome_print               (GtkWidget *near, MappeOutcomeReport *report);
void               mappe_outcome_print_pdf           (GtkWidget *near, MappeOutcomeReport *report);
void               mappe_outcome_print_pdf_async     (MappeOutcomeReport *report, GFile *file,
                                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                                      gpointer data);
gboolean           mappe_outcome_print_pdf_finish    (GAsyncResult *result, GError **error);

G_END_DECLS
