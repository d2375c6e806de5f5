/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-draft.h"
#include "mappe-field-row.h"

G_BEGIN_DECLS

/**
 * MappeForm:
 *
 * The fields of one record, made from the field table: a boxed group a heading, a row a field. The form owns the id
 * and the row it was opened with, and whoever saves takes both from here, never from a selection.
 *
 * Signals: "changed" whenever the input changes, "left-group" when the focus leaves a group of fields, "opened" when
 * another record is shown.
 */
#define MAPPE_TYPE_FORM (mappe_form_get_type ())
G_DECLARE_FINAL_TYPE (MappeForm, mappe_form, MAPPE, FORM, GtkBox)

GtkWidget       *mappe_form_new         (MappeStore *store, const MappeKind *kind);
GtkWidget       *mappe_form_new_short   (MappeStore *store, const MappeKind *kind);
GtkWidget       *mappe_form_new_part    (MappeStore *store, const MappeKind *kind, const int *fields);
void             mappe_form_leave_out   (MappeForm *self, guint flags);
const MappeKind *mappe_form_get_kind    (MappeForm *self);

/* What is shown */
void             mappe_form_show        (MappeForm *self, MappeRow *row, char **shown);
void             mappe_form_clear       (MappeForm *self);
MappeRow        *mappe_form_get_base    (MappeForm *self);
gint64           mappe_form_get_id      (MappeForm *self);
guint            mappe_form_rebase      (MappeForm *self, MappeRow *theirs, char **shown, gboolean decided);
gboolean         mappe_form_is_undecided (MappeForm *self, guint field, MappeRow *theirs);
void             mappe_form_saved       (MappeForm *self, MappeRow *saved);

/* Input */
gboolean         mappe_form_is_dirty    (MappeForm *self);
MappeRow        *mappe_form_get_mine    (MappeForm *self, int *field, GError **error);
MappeEdit       *mappe_form_make_edit   (MappeForm *self, const char *label, int *field, GError **error);
MappeDraft      *mappe_form_get_draft   (MappeForm *self);
void             mappe_form_apply_draft (MappeForm *self, const MappeDraft *draft);
void             mappe_form_discard     (MappeForm *self);
MappeFieldRow   *mappe_form_get_row     (MappeForm *self, guint field);
void             mappe_form_show_faults (MappeForm *self, int field);
gboolean         mappe_form_begin_edit  (MappeForm *self);
void             mappe_form_end_edit    (MappeForm *self);

G_END_DECLS
