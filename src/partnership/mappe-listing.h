/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-language.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

/* What several pages of the field work read in the same way. */

MappeListed *mappe_listing_one  (MappeSnapshot *snapshot, const MappeKind *kind, gint64 id, GError **error);
GPtrArray   *mappe_listing_of   (MappeSnapshot *snapshot, const MappeKind *kind, guint field, gint64 id, guint order,
                                 GError **error);
char        *mappe_listing_code (MappeSnapshot *snapshot, const char *list, const char *code,
                                 const MappeLanguage *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeListed, mappe_listed_free)

G_END_DECLS
