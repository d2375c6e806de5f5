/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-cli.h"

G_BEGIN_DECLS

char *mappe_cli_passphrase (const char *path, gboolean is_new, GError **error);

G_END_DECLS
