/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MappeDraftFile:
 *
 * A file in the making, which only the user may read. It lies beside its name until it is whole and on the disk;
 * whatever goes wrong before, nothing of it is left behind, and what stood under the name stays.
 */
typedef struct _MappeDraftFile MappeDraftFile;

MappeDraftFile *mappe_draft_file_open       (const char *path, GError **error);
void            mappe_draft_file_free       (MappeDraftFile *self);
GOutputStream  *mappe_draft_file_get_stream (MappeDraftFile *self);
gboolean        mappe_draft_file_fail       (MappeDraftFile *self, const char *why, GError **error);
gboolean        mappe_draft_file_finish     (MappeDraftFile *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeDraftFile, mappe_draft_file_free)

G_END_DECLS
