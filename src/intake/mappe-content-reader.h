/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MappeContentReader:
 *
 * Reads content lines (RFC 5545 3.1, RFC 6350 3.2; vCard 2.1 with its quoted-printable as well) one by one: those that
 * were folded are whole again. A line that is longer than anything people write, mostly a picture, is passed over.
 */
typedef struct _MappeContentReader MappeContentReader;

/**
 * MappeContentLine:
 * @name: in upper case, without its group
 * @value: as it stands behind the colon
 * @line: where it begins, from 1
 * @too_long: it was, so that there is no value
 */
typedef struct {
  char    *name;
  char    *value;
  guint64  line;
  gboolean too_long;
} MappeContentLine;

MappeContentReader     *mappe_content_reader_new       (GInputStream *stream, const char *name);
void                    mappe_content_reader_free      (MappeContentReader *self);
const MappeContentLine *mappe_content_reader_next      (MappeContentReader *self, GError **error);
const char             *mappe_content_reader_parameter (MappeContentReader *self, const char *name);
gboolean                mappe_content_reader_has_type  (MappeContentReader *self, const char *type);
guint64                 mappe_content_reader_bytes     (MappeContentReader *self);
gboolean                mappe_content_reader_fail      (MappeContentReader *self, guint64 line, GError **error,
                                                        const char *what);

char                   *mappe_content_text             (const char *value);
GStrv                   mappe_content_parts            (const char *value, char separator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeContentReader, mappe_content_reader_free)

G_END_DECLS
