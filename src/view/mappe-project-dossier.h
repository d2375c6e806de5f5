/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"

G_BEGIN_DECLS

/**
 * MappeProjectDossier:
 *
 * A project by its steps: gate questions, the goal that the gate asks for, programme, factors, measures, indicators and
 * what the council decided.
 *
 * Actions: "project.forward", "project.reopen", "project.start", "project.finish", "project.select" (i, a step from 0
 * on), "project.indicator", "project.factor", "project.open-factor" (x, its id), "project.measure",
 * "project.chart", "project.outcome".
 */
#define MAPPE_TYPE_PROJECT_DOSSIER (mappe_project_dossier_get_type ())
G_DECLARE_FINAL_TYPE (MappeProjectDossier, mappe_project_dossier, MAPPE, PROJECT_DOSSIER, MappeDossier)

G_END_DECLS
