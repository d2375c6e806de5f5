/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-foreign-file.h"
#include "mappe-kind.h"

G_BEGIN_DECLS

int         mappe_heading_find    (const MappeKind *kind, const char *word);
GArray     *mappe_heading_propose (const MappeKind *kind, MappeForeignForm form, const char *const *columns);
gboolean    mappe_heading_takes   (const MappeKind *kind, guint field);
const char *mappe_heading_joiner  (const char *before, const char *column);

G_END_DECLS
