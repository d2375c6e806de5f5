/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-content-text.h"

G_BEGIN_DECLS

char *mappe_content_warning (const MappeContentText *facts);

G_END_DECLS
