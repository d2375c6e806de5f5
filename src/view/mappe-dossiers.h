/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-page.h"
#include "mappe-places.h"

G_BEGIN_DECLS

MappePage *mappe_dossiers_make_page (MappeStore *store, const MappePlace *place, MappePage *lists);

G_END_DECLS
