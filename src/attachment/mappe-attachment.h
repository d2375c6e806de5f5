/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "mappe-content-text.h"

G_BEGIN_DECLS

/* Files that came from elsewhere: PDFs and pictures, opened for reading. Whatever they hold, memory stays bounded. */
#define MAPPE_ATTACHMENT_MOST_BYTES (200 * 1024 * 1024)
#define MAPPE_ATTACHMENT_MOST_PAGES 3000
#define MAPPE_ATTACHMENT_MOST_PIXELS (64 * 1000 * 1000)  /* of a picture */

/**
 * MappeAttachmentError:
 * @MAPPE_ATTACHMENT_ERROR_KIND: neither a PDF nor a picture of a kind that is shown
 * @MAPPE_ATTACHMENT_ERROR_EMPTY: no bytes at all
 * @MAPPE_ATTACHMENT_ERROR_DAMAGED: truncated or not what it says it is
 * @MAPPE_ATTACHMENT_ERROR_ENCRYPTED: a PDF that asks for a password
 * @MAPPE_ATTACHMENT_ERROR_LIMIT: too many bytes, pages or pixels
 */
typedef enum {
  MAPPE_ATTACHMENT_ERROR_KIND,
  MAPPE_ATTACHMENT_ERROR_EMPTY,
  MAPPE_ATTACHMENT_ERROR_DAMAGED,
  MAPPE_ATTACHMENT_ERROR_ENCRYPTED,
  MAPPE_ATTACHMENT_ERROR_LIMIT,
} MappeAttachmentError;

#define MAPPE_ATTACHMENT_ERROR (mappe_attachment_error_quark ())
GQuark mappe_attachment_error_quark (void);

/**
 * MappeAttachment:
 *
 * An open file. All of its functions take their time and are for worker threads; any thread may call them, one page is
 * worked on at a time. Measures are points (1/72 inch) from the upper left corner of the page.
 */
typedef struct _MappeAttachment MappeAttachment;

/** MappeAttachmentBox: a place on a page */
typedef struct {
  double x, y, width, height;
} MappeAttachmentBox;

MappeAttachment *mappe_attachment_new        (GBytes *bytes, GError **error);
MappeAttachment *mappe_attachment_ref        (MappeAttachment *self);
void             mappe_attachment_unref      (MappeAttachment *self);
gboolean         mappe_attachment_is_picture (MappeAttachment *self);
guint            mappe_attachment_n_pages    (MappeAttachment *self);
const char      *mappe_attachment_title      (MappeAttachment *self);
void             mappe_attachment_page_size  (MappeAttachment *self, guint page, double *width, double *height);
cairo_surface_t *mappe_attachment_render     (MappeAttachment *self, guint page, double scale);
void             mappe_attachment_draw       (MappeAttachment *self, guint page, cairo_t *cr);
cairo_surface_t *mappe_attachment_get_picture (MappeAttachment *self);
const char      *mappe_attachment_picture_type (GBytes *bytes, guint *width, guint *height);
char            *mappe_attachment_page_text  (MappeAttachment *self, guint page);
GArray          *mappe_attachment_find       (MappeAttachment *self, guint page, const char *text);
char            *mappe_attachment_selection  (MappeAttachment *self, guint page, const MappeAttachmentBox *from_to,
                                              GArray **boxes);

/* What the search, the list of documents and their readers want to know of a file. */
MappeContentText *mappe_attachment_read      (GBytes *bytes, gboolean with_text, GCancellable *cancellable);
gboolean          mappe_attachment_feed      (MappeStore *store, GCancellable *cancellable, GError **error);
char             *mappe_attachment_warning   (const MappeContentText *facts);
void              mappe_attachment_feed_async (MappeStore *store, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeAttachment, mappe_attachment_unref)

G_END_DECLS
