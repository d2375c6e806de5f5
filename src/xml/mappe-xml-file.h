/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xmlwriter.h>

#include "mappe-xml-text.h"

G_BEGIN_DECLS

/**
 * MappeXmlFile:
 *
 * XML on its way into a file which only the user may read. It lies beside its name until it is whole and on the disk;
 * a full disk leaves nothing behind, and what stood under the name stays.
 */
typedef struct _MappeXmlFile MappeXmlFile;

/* MappeXmlFilter: appends to @out what becomes of the bytes; @last: none come after them */
typedef void (*MappeXmlFilter) (gpointer data, const char *bytes, gsize length, gboolean last, GByteArray *out);

MappeXmlFile     *mappe_xml_file_open   (const char *path, GError **error);
MappeXmlFile     *mappe_xml_file_new_fd (int fd);
void              mappe_xml_file_set_filter (MappeXmlFile *self, MappeXmlFilter filter, gpointer data);
void              mappe_xml_file_free   (MappeXmlFile *self);
xmlTextWriterPtr  mappe_xml_file_writer (MappeXmlFile *self);
gboolean          mappe_xml_file_check  (MappeXmlFile *self, GError **error);
gboolean          mappe_xml_file_finish (MappeXmlFile *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeXmlFile, mappe_xml_file_free)

G_END_DECLS
