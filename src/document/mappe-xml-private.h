/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-writers.h"
#include "mappe-xml-guard.h"
#include "mappe-xml-text.h"

G_BEGIN_DECLS

#define MAPPE_XML_NAMESPACE_STEM "urn:x-ratsmappe:text:"
#define MAPPE_XML_NAMESPACE MAPPE_XML_NAMESPACE_STEM "1"

/* What is read at most, and what therefore is written at most. */
#define MAPPE_XML_MAX_BYTES (16 * 1024 * 1024)
#define MAPPE_XML_MAX_TEXT (4 * 1024 * 1024)
#define MAPPE_XML_MAX_NODES 200000
#define MAPPE_XML_MAX_DEPTH 64

typedef struct {
  guint       flag;
  const char *name;
} MappeXmlFlag;

/* Names by role and by class; flags in the order in which they are written, ended by no flag. */
extern const char *const  mappe_xml_roles[MAPPE_ROLE_TEXT + 1];
extern const char *const  mappe_xml_classes[MAPPE_CLASS_CONFIDENTIAL + 1];
extern const MappeXmlFlag mappe_xml_flags[];

gboolean mappe_xml_may_read (const char *bytes, gsize length, GError **error);

G_END_DECLS
