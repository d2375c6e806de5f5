/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-item-acts.h"

G_BEGIN_DECLS

const MappeSittingItem *mappe_item_find (const MappeSitting *sitting, gint64 id, GError **error);

G_END_DECLS
