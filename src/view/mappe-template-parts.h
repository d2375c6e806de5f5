/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-paper-view.h"
#include "mappe-templates.h"

G_BEGIN_DECLS

/**
 * MappeTemplateParts: what every window has in which the text of a letter is changed; to be kept in place
 * @unknown: names fields that nobody knows
 */
typedef struct {
  GtkEditable    *subject;
  GtkTextView    *text;
  GtkLabel       *unknown;
  MappePaperView *paper;
  GtkWidget      *reset;
} MappeTemplateParts;

GtkWidget *mappe_template_parts_build        (MappeTemplateParts *self, const MappeTemplateField *fields,
                                              guint n_fields);
void       mappe_template_parts_connect      (MappeTemplateParts *self, GCallback changed, GCallback reset,
                                              gpointer data);
void       mappe_template_parts_set          (MappeTemplateParts *self, const MappeTemplate *text);
char      *mappe_template_parts_get_text     (MappeTemplateParts *self);
void       mappe_template_parts_show_unknown (MappeTemplateParts *self, const MappeFilledText *filled);

G_END_DECLS
