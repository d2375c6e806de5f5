/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-display.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeSittingForm:
 *
 * A short form over the sitting: a few fields, Enter does it. A refused act comes back with its reason and with all
 * that was typed.
 */
typedef struct _MappeSittingForm MappeSittingForm;

/* Carries the form out; FALSE with an error leaves it open. */
typedef gboolean (*MappeSittingFormFunc) (MappeSittingForm *form, gpointer owner, GError **error);

MappeSittingForm *mappe_sitting_form_new         (GtkWidget *owner, MappeStore *store, const char *heading,
                                                  const char *verb, MappeSittingFormFunc done);
void              mappe_sitting_form_add_text    (MappeSittingForm *self, const char *id, const char *label,
                                                  const char *text);
void              mappe_sitting_form_add_wording (MappeSittingForm *self, const char *id, const char *label,
                                                  const char *text);
void              mappe_sitting_form_keep_wording (MappeSittingForm *self, const char *id, const char *what);
void              mappe_sitting_form_add_codes   (MappeSittingForm *self, const char *id, const char *label,
                                                  const char *list, const char *const *codes, const char *code);
void              mappe_sitting_form_add_person  (MappeSittingForm *self, const char *id, const char *label,
                                                  const MappeSitting *sitting, gint64 person, gboolean optional);
void              mappe_sitting_form_add_choice  (MappeSittingForm *self, const char *id, const char *label,
                                                  GPtrArray *names, GArray *ids, guint chosen);
void              mappe_sitting_form_set_date    (MappeSittingForm *self, const char *id, const char *iso);
void              mappe_sitting_form_add_record  (MappeSittingForm *self, const char *id, const char *label,
                                                  const MappeKind *kind);
void              mappe_sitting_form_add_date    (MappeSittingForm *self, const char *id, const char *label);
void              mappe_sitting_form_add_check   (MappeSittingForm *self, const char *id, const char *label,
                                                  gboolean active);
void              mappe_sitting_form_present     (MappeSittingForm *self);

const char       *mappe_sitting_form_get_text    (MappeSittingForm *self, const char *id);
char             *mappe_sitting_form_get_wording (MappeSittingForm *self, const char *id);
const char       *mappe_sitting_form_get_code    (MappeSittingForm *self, const char *id);
gint64            mappe_sitting_form_get_id      (MappeSittingForm *self, const char *id);
char             *mappe_sitting_form_get_date    (MappeSittingForm *self, const char *id);
gboolean          mappe_sitting_form_get_check   (MappeSittingForm *self, const char *id);
gboolean          mappe_sitting_form_get_minute  (MappeSittingForm *self, const char *id, int *minute, GError **error);
gint64            mappe_sitting_form_get_subject (MappeSittingForm *self);
void              mappe_sitting_form_set_subject (MappeSittingForm *self, gint64 subject);

G_END_DECLS
