/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-format.h"

G_BEGIN_DECLS

/**
 * MappeFileContents: what a file tells of the document in it
 * @format: one of mappe_formats()
 * @title: (nullable)
 * @language: (nullable): code
 * @pages: 0 where the format has none
 * @tagged: of a PDF: whether its structure says what is a heading, a list, a table
 * @headings: (element-type utf8): in their order, two spaces for each level
 */
typedef struct {
  const MappeFormat *format;
  char              *title;
  char              *language;
  guint              pages;
  gboolean           tagged;
  GPtrArray         *headings;
} MappeFileContents;

MappeFileContents *mappe_file_contents_read (GBytes *bytes, GError **error);
void               mappe_file_contents_free (MappeFileContents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeFileContents, mappe_file_contents_free)

G_END_DECLS
