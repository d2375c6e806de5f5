/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MappeSplit:
 *
 * Two halves side by side; below a width only one of them, with a way back. Properties: "sidebar", "content",
 * "threshold" (pixels at normal text size; grows with the text), "position" (width of the sidebar in pixels, -1 for
 * the widget's choice), "fit-sidebar" (construct only: without a position the sidebar is as
 * wide as what is in it), "collapsed" (read only), "show-content" (which half is seen while collapsed).
 */
#define MAPPE_TYPE_SPLIT (mappe_split_get_type ())
G_DECLARE_FINAL_TYPE (MappeSplit, mappe_split, MAPPE, SPLIT, GtkWidget)

GtkWidget *mappe_split_new              (void);
GtkWidget *mappe_split_get_sidebar      (MappeSplit *self);
void       mappe_split_set_sidebar      (MappeSplit *self, GtkWidget *sidebar);
GtkWidget *mappe_split_get_content      (MappeSplit *self);
void       mappe_split_set_content      (MappeSplit *self, GtkWidget *content);
void       mappe_split_set_threshold    (MappeSplit *self, int threshold);
void       mappe_split_set_position     (MappeSplit *self, int position);
gboolean   mappe_split_get_collapsed    (MappeSplit *self);
gboolean   mappe_split_get_show_content (MappeSplit *self);
void       mappe_split_set_alone        (MappeSplit *self, gboolean alone);
void       mappe_split_set_show_content (MappeSplit *self, gboolean show_content);

G_END_DECLS
