/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-node.h"

G_BEGIN_DECLS

void               mappe_print_document      (GtkWidget *near, MappeNode *document);
void               mappe_print_documents     (GtkWidget *near, GPtrArray *documents);
GtkPrintOperation *mappe_print_operation_new (GPtrArray *documents);
void               mappe_print_prepare       (GtkPrintOperation *operation, const char *name);
void               mappe_print_run           (GtkWidget *near, GtkPrintOperation *operation);

G_END_DECLS
