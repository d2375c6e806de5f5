/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeMemberships:
 *
 * The bodies of a person, or the members of a body: a timeline and the same as a list. Hides itself for other kinds.
 */
#define MAPPE_TYPE_MEMBERSHIPS (mappe_memberships_get_type ())
G_DECLARE_FINAL_TYPE (MappeMemberships, mappe_memberships, MAPPE, MEMBERSHIPS, GtkBox)

GtkWidget *mappe_memberships_new  (MappeStore *store);
void       mappe_memberships_show (MappeMemberships *self, const MappeKind *kind, gint64 id);

G_END_DECLS
