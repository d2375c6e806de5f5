/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-exchange-order.h"

G_BEGIN_DECLS

gboolean mappe_oparl_base_is_valid (const char *base);
gboolean mappe_oparl_write         (MappeStore *store, const MappeExchangeOrder *order, const char *base,
                                    const char *folder, GError **error);

G_END_DECLS
