/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-cli.h"

G_BEGIN_DECLS

gboolean mappe_cli_is_register     (const char *what);
gboolean mappe_cli_export_register (const char *file, const char *what, const char *format, const char *profile,
                                    const char *language, const char *until, const char *path, GError **error);

G_END_DECLS
