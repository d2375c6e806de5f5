/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"
#include "mappe-language.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/* Risk and protective factors of a project, as Communities That Care asks for them. */

GPtrArray  *mappe_project_factors_load     (MappeSnapshot *snapshot, gint64 project, GError **error);
gboolean    mappe_project_factor_is_first  (const MappeRow *factor);
const char *mappe_project_factor_name      (const MappeRow *factor);
char       *mappe_project_factor_words     (const MappeRow *factor, const MappeLanguage *language);
MappeChart *mappe_project_factors_chart    (const GPtrArray *factors, const char *title, const MappeLanguage *language);

G_END_DECLS
