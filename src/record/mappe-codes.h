/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-row.h"

G_BEGIN_DECLS

/**
 * MappeCodes:
 *
 * The code lists of a council in memory. Never changed, so any thread may read it; when the lists change, make a new
 * one.
 */
typedef struct _MappeCodes MappeCodes;

MappeCodes         *mappe_codes_new   (GPtrArray *rows);
void                mappe_codes_free  (MappeCodes *self);
const char         *mappe_codes_label (MappeCodes *self, const char *list, const char *code, gboolean german);
const char * const *mappe_codes_list  (MappeCodes *self, const char *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeCodes, mappe_codes_free)

G_END_DECLS
