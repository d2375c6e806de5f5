/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeAttachmentPlace:
 * @title: (nullable): what the file is called in the council
 * @file_name: (nullable): what it is called among files
 * @page: where to begin, from 0
 * @words: (nullable): what to look for in it
 */
typedef struct {
  const char *title, *file_name;
  guint       page;
  const char *words;
} MappeAttachmentPlace;

gboolean mappe_attachment_window_shows       (const char *file_name);
void     mappe_attachment_window_open        (GtkWidget *near, GBytes *bytes, const MappeAttachmentPlace *place);
void     mappe_attachment_window_open_stored (GtkWidget *near, MappeStore *store, const char *hash,
                                              const MappeAttachmentPlace *place);
void     mappe_attachment_window_open_document (GtkWidget *near, MappeStore *store, gint64 id, guint page,
                                                const char *words);

G_END_DECLS
