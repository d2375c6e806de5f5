/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-row.h"

G_BEGIN_DECLS

/**
 * MappeLikeness:
 *
 * Knows the records of a kind by what makes people take two for one: names that sound alike and addresses of e-mail;
 * of meetings and events the day and the title; of the others all that names them.
 */
typedef struct _MappeLikeness MappeLikeness;

MappeLikeness *mappe_likeness_new  (const MappeKind *kind);
void           mappe_likeness_free (MappeLikeness *self);
void           mappe_likeness_add  (MappeLikeness *self, const MappeRow *row);
gint64         mappe_likeness_find (MappeLikeness *self, const MappeRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeLikeness, mappe_likeness_free)

G_END_DECLS
