/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-import-job.h"
#include "mappe-import-window.h"

G_BEGIN_DECLS

/**
 * MappeImportWindow: what the window in which a file is taken in knows; it belongs to the window
 * @near: (nullable): weak: a widget of the window behind, where is said what was done
 * @wanted: (nullable): kind of the list that it was opened from
 * @kinds: (element-type MappeKind): those that can be chosen
 * @order: (nullable): how the file is read; %NULL before one was chosen
 * @report: (nullable): what would become of it; %NULL while that is found out
 * @progress: shared with the thread that works
 * @duplicates: (element-type guint64): the records that rows stand for, so that they are not made anew
 * @closed: the window is gone, though work for it may be under way
 * @filling: choices are filled in, their signals are not the user's
 */
typedef struct {
  GtkWidget           *near;
  MappeStore          *store;
  const MappeKind     *wanted;
  GPtrArray           *kinds;
  AdwWindow           *window;
  GtkWidget           *overlay, *stack, *nothing, *choices, *accept, *reject;
  GtkWidget           *file, *kind, *encoding, *separator, *mark, *head_row, *head;
  GtkWidget           *columns, *constants, *duplicates_group, *duplicates_choice;
  GtkWidget           *progress_bar, *summary, *preview, *detail;
  GPtrArray           *column_rows, *constant_rows, *duplicate_rows;
  GArray              *duplicates;
  MappeImportOrder    *order;
  MappeImportReport   *report;
  MappeImportProgress *progress;
  GCancellable        *cancellable;
  guint                delay, timer;
  gboolean             filling, working, closed;
} MappeImportWindow;

/* mappe-import-window.c */
void       mappe_import_window_changed    (MappeImportWindow *self);
void       mappe_import_window_reread     (MappeImportWindow *self);
void       mappe_import_window_choose     (MappeImportWindow *self);

/* mappe-import-choices.c */
GtkWidget *mappe_import_choices_new       (MappeImportWindow *self);
void       mappe_import_choices_fill      (MappeImportWindow *self);
void       mappe_import_choices_duplicates (MappeImportWindow *self);

/* mappe-import-preview.c */
GtkWidget *mappe_import_preview_new       (GtkWidget **detail);
void       mappe_import_preview_fill      (GtkWidget *preview, GtkWidget *detail, const MappeImportReport *report);

G_END_DECLS
