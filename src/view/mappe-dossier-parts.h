/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-kind.h"

G_BEGIN_DECLS

/* What dossiers are put together from. Widgets that can have the focus are named "dossier-…", so that it stays where it
 * was when a dossier is filled anew. */

GtkWidget           *mappe_dossier_add_label (GtkBox *box, const char *css_class, const char *text);
void                 mappe_dossier_add_paragraph (GtkBox *box, const char *title, const char *text);
AdwPreferencesGroup *mappe_dossier_add_group (GtkBox *box, const char *title, const char *description);
GtkWidget           *mappe_dossier_add_fact  (AdwPreferencesGroup *group, const char *title, const char *text);
GtkWidget           *mappe_dossier_add_link  (AdwPreferencesGroup *group, const char *title, const char *text,
                                            const MappeKind *kind, gint64 id);
void                 mappe_dossier_add_record (AdwPreferencesGroup *group, const MappeRow *record, const char *what);
void                 mappe_dossier_add_suffix (GtkWidget *row, GtkWidget *button);
GtkBox              *mappe_dossier_add_acts  (GtkBox *box);
GtkWidget           *mappe_dossier_add_act   (GtkBox *acts, const char *label, const char *action);
GtkWidget           *mappe_dossier_add_edit (GtkBox *acts, const MappeKind *kind, gint64 id);
GtkGrid             *mappe_dossier_add_table (GtkBox *box, const char *name, const char *const *headings);
GtkWidget           *mappe_dossier_add_cell  (GtkGrid *table, int column, int row, const char *text, gboolean number);
void                 mappe_dossier_name (GtkWidget *widget, const char *label);

G_END_DECLS
