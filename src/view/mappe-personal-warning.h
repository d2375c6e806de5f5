/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-kind.h"

G_BEGIN_DECLS

gboolean mappe_personal_warning_concerns (const MappeKind *kind, const MappeFieldSpec *field);
char    *mappe_personal_warning          (const char *text);

G_END_DECLS
