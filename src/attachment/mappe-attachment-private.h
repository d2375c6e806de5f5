/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "mappe-attachment.h"

G_BEGIN_DECLS

/* Of a page as it is drawn: 64 MB of memory. */
#define MAPPE_ATTACHMENT_MOST_DRAWN (16 * 1000 * 1000)
#define MAPPE_ATTACHMENT_LONGEST_SIDE 16000
/* In characters of a text; what comes behind is not searched. */
#define MAPPE_ATTACHMENT_PAGE_TEXT (200 * 1000)
#define MAPPE_ATTACHMENT_ALL_TEXT (20 * 1000 * 1000)

/**
 * MappeAttachment:
 * @lock: held while @pdf is used, which is not for two threads at once
 * @picture: (nullable): the decoded picture, in place of @pdf
 * @sizes: (element-type cairo_rectangle_t): width and height of each page
 */
struct _MappeAttachment {
  GMutex           lock;
  PopplerDocument *pdf;
  cairo_surface_t *picture;
  GArray          *sizes;
  char            *title;
};

/* poppler 22.12 has no cleanup for its types, later ones do: hence a name of our own. */
typedef PopplerPage MappePdfPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappePdfPage, g_object_unref)

/* mappe-attachment-pdf.c */
gboolean         mappe_attachment_is_pdf      (GBytes *bytes);
gboolean         mappe_attachment_open_pdf    (MappeAttachment *self, GBytes *bytes, GError **error);
gboolean         mappe_attachment_is_tagged   (MappeAttachment *self);
gboolean         mappe_attachment_has_picture (MappeAttachment *self, guint page);

/* mappe-attachment-picture.c */
const char      *mappe_attachment_picture_kind (GBytes *bytes);
cairo_surface_t *mappe_attachment_decode      (GBytes *bytes, const char *kind, GError **error);

G_END_DECLS
