/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-tag-writer.h"

G_BEGIN_DECLS

/* The parts of an OpenDocument text, which one flat file and a package put together in their ways. */

/** MappeOdfFrame: what has a place of its own on the first page of a letter */
typedef enum {
  MAPPE_ODF_FRAME_HEAD,
  MAPPE_ODF_FRAME_RETURN,
  MAPPE_ODF_FRAME_RECIPIENT,
  MAPPE_ODF_FRAME_INFO,
} MappeOdfFrame;

char *mappe_odf_style_name   (const char *shown);
void  mappe_odf_begin        (MappeTagWriter *out, const char *root);
void  mappe_odf_write_meta   (MappeTagWriter *out, const MappeNode *document);
void  mappe_odf_write_fonts  (MappeTagWriter *out);
void  mappe_odf_write_styles (MappeTagWriter *out, const MappeNode *document);
void  mappe_odf_write_page   (MappeTagWriter *out, const MappeNode *document);
void  mappe_odf_write_master (MappeTagWriter *out, const MappeNode *document);
void  mappe_odf_write_frames (MappeTagWriter *out, const MappeNode *document);
void  mappe_odf_write_logo   (MappeTagWriter *out, const MappeNode *figure);
void  mappe_odf_write_marks  (MappeTagWriter *out);
void  mappe_odf_begin_text_frame (MappeTagWriter *out, MappeOdfFrame frame);
void  mappe_odf_end_text_frame (MappeTagWriter *out);
void  mappe_odf_write_tables (MappeTagWriter *out, const MappeNode *document);

G_END_DECLS
