/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-evaluation.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeTraceWindow:
 *
 * "How was this computed?": method, inputs and figures of an evaluation as a table that can be copied, and the
 * reckoning anew from the file. Actions: "trace.copy", "trace.recompute".
 */
#define MAPPE_TYPE_TRACE_WINDOW (mappe_trace_window_get_type ())
G_DECLARE_FINAL_TYPE (MappeTraceWindow, mappe_trace_window, MAPPE, TRACE_WINDOW, AdwWindow)

void        mappe_trace_window_show       (GtkWidget *near, MappeStore *store, const MappeKind *kind, gint64 id,
                                           MappeEvaluation *evaluation);
char       *mappe_trace_window_get_text   (MappeTraceWindow *self);
const char *mappe_trace_window_get_answer (MappeTraceWindow *self);

G_END_DECLS
