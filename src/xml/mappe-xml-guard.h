/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mappe-xml-text.h"

G_BEGIN_DECLS

/* A longer tag is refused: 100,000 attributes in one cost libxml2 minutes. */
#define MAPPE_XML_MAX_TAG (64 * 1024)

/**
 * MappeXmlGuard: how far the bytes of a file were looked at
 * @most: bytes of the whole file that are accepted
 *
 * A look at the bytes before libxml2 sees them, in pieces of any size. It follows markup only as far as is needed to
 * find a document type (entities, external files), tags so long that attributes cost minutes, and encodings that would
 * hide both.
 */
typedef struct {
  guint64  most;
  guint64  taken;
  int      state;
  gsize    tag;         /* bytes of the tag so far */
  guint    matched;     /* of "<!--" or "<![CDATA[" */
  guchar   opening[9];
  guchar   last[2];     /* the bytes before, within comments, CDATA and instructions */
  guint    rest;        /* bytes that the character needs still */
  guint    lowest, highest;  /* what its next byte may be */
} MappeXmlGuard;

void     mappe_xml_guard_init (MappeXmlGuard *self, guint64 most);
gboolean mappe_xml_guard_feed (MappeXmlGuard *self, const char *bytes, gsize length, GError **error);
gboolean mappe_xml_guard_end  (MappeXmlGuard *self, GError **error);

G_END_DECLS
