/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MappeSittingLine:
 *
 * A line of a list in the sitting: a mark, what it is, and how it stands.
 */
#define MAPPE_TYPE_SITTING_LINE (mappe_sitting_line_get_type ())
G_DECLARE_FINAL_TYPE (MappeSittingLine, mappe_sitting_line, MAPPE, SITTING_LINE, GtkListBoxRow)

GtkWidget *mappe_sitting_line_new      (gint64 id);
gint64     mappe_sitting_line_get_id   (MappeSittingLine *self);
void       mappe_sitting_line_fill     (MappeSittingLine *self, const char *mark, const char *title, const char *detail,
                                        const char *spoken);
void       mappe_sitting_line_set_look (MappeSittingLine *self, const char *look);

GtkListBox *mappe_sitting_line_make_list    (AdwBin *parent, const char *name);
gint64      mappe_sitting_line_get_selected (GtkListBox *list);

G_END_DECLS
