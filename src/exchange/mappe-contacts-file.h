/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-exchange-order.h"

G_BEGIN_DECLS

char *mappe_contacts_file_vcf (MappeStore *store, const MappeExchangeOrder *order, GError **error);

G_END_DECLS
