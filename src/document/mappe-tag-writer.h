/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeTagWriter:
 *
 * XML for other programs, written piece by piece into memory. The first failure is kept and told at the end; what comes
 * after it is ignored, so that callers need not ask after each piece.
 */
typedef struct _MappeTagWriter MappeTagWriter;

MappeTagWriter *mappe_tag_writer_new       (void);
void            mappe_tag_writer_free      (MappeTagWriter *self);
void            mappe_tag_writer_begin     (MappeTagWriter *self, const char *element);
void            mappe_tag_writer_attribute (MappeTagWriter *self, const char *name, const char *value);
void            mappe_tag_writer_text      (MappeTagWriter *self, const char *text);
void            mappe_tag_writer_end       (MappeTagWriter *self);
void            mappe_tag_writer_element   (MappeTagWriter *self, const char *element, const char *text, ...)
                                            G_GNUC_NULL_TERMINATED;
void            mappe_tag_writer_empty     (MappeTagWriter *self, const char *element, ...) G_GNUC_NULL_TERMINATED;
void            mappe_tag_writer_line      (MappeTagWriter *self);
GBytes         *mappe_tag_writer_finish    (MappeTagWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeTagWriter, mappe_tag_writer_free)

G_END_DECLS
