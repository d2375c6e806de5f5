/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-cli.h"
#include "mappe-exchange-order.h"

G_BEGIN_DECLS

/**
 * MappeCliExchange: what "export" was told about a file that is no document
 * @format: (nullable): as typed
 * @profile: (nullable): as typed
 * @base: (nullable): of the ids of OParl
 * @path: (nullable): file or folder to write
 */
typedef struct {
  const char          *what;
  const char          *format, *profile, *base, *path;
  const MappeLanguage *language;
  const char          *today;
} MappeCliExchange;

gboolean mappe_cli_is_exchange           (const char *what);
void     mappe_cli_exchange_append_names (GString *names);
gboolean mappe_cli_export_exchange       (MappeCli *cli, const char *file, const MappeCliExchange *typed,
                                          GError **error);

G_END_DECLS
