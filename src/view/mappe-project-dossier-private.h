/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier-parts.h"
#include "mappe-project-dossier.h"
#include "mappe-project-words.h"

G_BEGIN_DECLS

/* --- mappe-project-dossier.c --- */
const MappeProjectFile *mappe_project_dossier_file (gpointer self);
guint                   mappe_project_dossier_step (MappeProjectDossier *self);
void                    mappe_project_dossier_add_text (MappeProjectDossier *self, GtkTextView *view);
void                    mappe_project_dossier_save (MappeProjectDossier *self);

/* --- mappe-project-dossier-steps.c --- */
void mappe_project_dossier_add_steps (MappeProjectDossier *self, GtkBox *box, const MappeProjectFile *file);

/* --- mappe-project-dossier-parts.c --- */
void mappe_project_dossier_add_programme  (GtkBox *box, const MappeProjectFile *file);
void mappe_project_dossier_add_factors    (GtkBox *box, const MappeProjectFile *file);
void mappe_project_dossier_add_measures   (GtkBox *box, const MappeProjectFile *file);
void mappe_project_dossier_add_indicators (GtkBox *box, const MappeProjectFile *file);
void mappe_project_dossier_add_decisions  (GtkBox *box, const MappeProjectFile *file);

G_END_DECLS
