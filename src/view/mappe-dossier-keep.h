/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-dossier.h"
#include "mappe-reference-entry.h"

G_BEGIN_DECLS

/* What is typed on a dossier and not saved yet stays with its record: it is there again when somebody comes back from
 * another one, and after a crash. Called while the dossier is filled, when the field shows what is stored; @what is a
 * word for the field, @record the id of the record that it belongs to. */

void mappe_dossier_keep_buffer    (MappeDossier *self, GtkTextBuffer *buffer, const char *what, gint64 record);
void mappe_dossier_keep_editable  (MappeDossier *self, GtkEditable *entry, const char *what, gint64 record);
void mappe_dossier_keep_choice    (MappeDossier *self, GtkDropDown *down, const char *what, gint64 record);
void mappe_dossier_keep_reference (MappeDossier *self, MappeReferenceEntry *entry, const char *what, gint64 record);

G_END_DECLS
