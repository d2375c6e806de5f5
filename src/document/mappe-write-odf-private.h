/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-tag-writer.h"

G_BEGIN_DECLS

/* The parts of an OpenDocument text, which one flat file and a package put together in their ways. */

char *mappe_odf_style_name   (const char *shown);
void  mappe_odf_begin        (MappeTagWriter *out, const char *root);
void  mappe_odf_write_meta   (MappeTagWriter *out, const MappeNode *document);
void  mappe_odf_write_fonts  (MappeTagWriter *out);
void  mappe_odf_write_styles (MappeTagWriter *out, const MappeNode *document);
void  mappe_odf_write_page   (MappeTagWriter *out);
void  mappe_odf_write_master (MappeTagWriter *out, const MappeNode *document);
void  mappe_odf_write_tables (MappeTagWriter *out, const MappeNode *document);

G_END_DECLS
