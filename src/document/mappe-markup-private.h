/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-markup.h"

G_BEGIN_DECLS

gboolean    mappe_markup_is_space  (gunichar c);
const char *mappe_markup_number    (const char *line, guint wanted);

G_END_DECLS
