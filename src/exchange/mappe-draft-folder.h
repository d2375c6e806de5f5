/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MappeDraftFolder: a folder in the making, see #MappeDraftFile */
typedef struct _MappeDraftFolder MappeDraftFolder;

MappeDraftFolder *mappe_draft_folder_open   (const char *path, const char *token, GError **error);
void              mappe_draft_folder_free   (MappeDraftFolder *self);
const char       *mappe_draft_folder_place  (MappeDraftFolder *self);
gboolean          mappe_draft_folder_put    (MappeDraftFolder *self, const char *name, GBytes *bytes, GError **error);
gboolean          mappe_draft_folder_finish (MappeDraftFolder *self, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeDraftFolder, mappe_draft_folder_free)

G_END_DECLS
