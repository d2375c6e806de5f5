/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeEvaluationView:
 *
 * What may be said of a measure, an indicator or all measures of a project, chart by chart. Signal "loaded": the title
 * is known. Actions: "evaluation.print", "evaluation.pdf".
 */
#define MAPPE_TYPE_EVALUATION_VIEW (mappe_evaluation_view_get_type ())
G_DECLARE_FINAL_TYPE (MappeEvaluationView, mappe_evaluation_view, MAPPE, EVALUATION_VIEW, AdwBin)

GtkWidget  *mappe_evaluation_view_new       (MappeStore *store);
void        mappe_evaluation_view_show      (MappeEvaluationView *self, const MappeKind *kind, gint64 id);
const char *mappe_evaluation_view_get_title (MappeEvaluationView *self);
gboolean    mappe_evaluation_view_is_filled (MappeEvaluationView *self);
gint64      mappe_evaluation_view_get       (MappeEvaluationView *self, const MappeKind **kind);
void        mappe_evaluation_view_print     (MappeEvaluationView *self);

G_END_DECLS
