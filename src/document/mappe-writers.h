/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "mappe-node.h"

G_BEGIN_DECLS

/* Plain text, wrapped at @width columns. */
char       *mappe_write_text   (const MappeNode *document, guint width);
/* The tree as XML with stable bytes, for sealed texts, and back again; limits on size, depth and count. */
GBytes     *mappe_write_xml    (const MappeNode *document, GError **error);
MappeNode  *mappe_read_xml     (GBytes *xml, GError **error);

/* For word processors: one file of XML, or a package. For browsers: one page. */
GBytes     *mappe_write_fodt   (const MappeNode *document, GError **error);
GBytes     *mappe_write_odt    (const MappeNode *document, GError **error);
GBytes     *mappe_write_html   (const MappeNode *document, GError **error);

/* For archives and other council systems. */
GBytes     *mappe_write_akn    (const MappeNode *document, GError **error);

/**
 * MappeLayout:
 *
 * A document broken into pages, for preview, print and PDF. Units: points (1/72 inch).
 */
typedef struct _MappeLayout MappeLayout;
MappeLayout *mappe_layout_new      (const MappeNode *document, double width, double height);
void         mappe_layout_free     (MappeLayout *self);
gboolean     mappe_layout_lacks_signs (MappeLayout *self);
guint        mappe_layout_n_pages  (MappeLayout *self);
void         mappe_layout_draw     (MappeLayout *self, guint page, cairo_t *cr);
GBytes      *mappe_layout_to_pdf  (MappeLayout *self, GError **error);
GBytes      *mappe_layout_end_as_pdf (MappeLayout *self, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeLayout, mappe_layout_free)

#define MAPPE_DOCUMENT_ERROR (mappe_document_error_quark ())
GQuark mappe_document_error_quark (void);
typedef enum {
  MAPPE_DOCUMENT_ERROR_FORMAT,  /* not such a document, or damaged */
  MAPPE_DOCUMENT_ERROR_LIMIT,   /* too large, too deep, too many parts */
  MAPPE_DOCUMENT_ERROR_WRITE,
  MAPPE_DOCUMENT_ERROR_EMPTY,   /* nothing in it is for the reader */
} MappeDocumentError;

G_END_DECLS
