/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-display.h"

G_BEGIN_DECLS

/**
 * MappeSheetForm:
 *
 * A short form over a page: a few fields, Enter does it. A refused act comes back with its reason and with all
 * that was typed.
 */
typedef struct _MappeSheetForm MappeSheetForm;

/* Carries the form out; FALSE with an error leaves it open. */
typedef gboolean (*MappeSheetFormFunc) (MappeSheetForm *form, gpointer owner, GError **error);

MappeSheetForm *mappe_sheet_form_new            (GtkWidget *owner, MappeStore *store, const char *heading,
                                                 const char *verb, MappeSheetFormFunc done);
void            mappe_sheet_form_add_text       (MappeSheetForm *self, const char *id, const char *label,
                                                 const char *text);
void            mappe_sheet_form_add_wording    (MappeSheetForm *self, const char *id, const char *label,
                                                 const char *text);
void            mappe_sheet_form_keep_wording   (MappeSheetForm *self, const char *id, const char *what);
void            mappe_sheet_form_add_codes      (MappeSheetForm *self, const char *id, const char *label,
                                                 const char *list, const char *const *codes, const char *code);
void            mappe_sheet_form_add_choice     (MappeSheetForm *self, const char *id, const char *label,
                                                 GPtrArray *names, GArray *ids, guint chosen);
void            mappe_sheet_form_set_date       (MappeSheetForm *self, const char *id, const char *iso);
void            mappe_sheet_form_add_record     (MappeSheetForm *self, const char *id, const char *label,
                                                 const MappeKind *kind);
void            mappe_sheet_form_add_date       (MappeSheetForm *self, const char *id, const char *label);
void            mappe_sheet_form_add_check      (MappeSheetForm *self, const char *id, const char *label,
                                                 gboolean active);
void            mappe_sheet_form_present        (MappeSheetForm *self);

const char     *mappe_sheet_form_get_text       (MappeSheetForm *self, const char *id);
char           *mappe_sheet_form_get_wording    (MappeSheetForm *self, const char *id);
const char     *mappe_sheet_form_get_code       (MappeSheetForm *self, const char *id);
gint64          mappe_sheet_form_get_id         (MappeSheetForm *self, const char *id);
char           *mappe_sheet_form_get_date       (MappeSheetForm *self, const char *id);
gboolean        mappe_sheet_form_get_check      (MappeSheetForm *self, const char *id);
gboolean        mappe_sheet_form_get_minute     (MappeSheetForm *self, const char *id, int *minute, GError **error);
gint64          mappe_sheet_form_get_subject    (MappeSheetForm *self);
void            mappe_sheet_form_set_subject    (MappeSheetForm *self, gint64 subject);

G_END_DECLS
