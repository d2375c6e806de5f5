/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeXmlError:
 * @MAPPE_XML_ERROR_FORMAT: not XML that this program accepts: a document type, another encoding, damaged
 * @MAPPE_XML_ERROR_LIMIT: too large in one of its measures
 * @MAPPE_XML_ERROR_WRITE: the file could not be written
 */
typedef enum {
  MAPPE_XML_ERROR_FORMAT,
  MAPPE_XML_ERROR_LIMIT,
  MAPPE_XML_ERROR_WRITE,
} MappeXmlError;

#define MAPPE_XML_ERROR (mappe_xml_error_quark ())
GQuark mappe_xml_error_quark (void);

gboolean    mappe_xml_may_hold (const char *text);
const char *mappe_xml_escape   (gunichar c, gboolean attribute);

G_END_DECLS
