/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-evaluation-words.h"

G_BEGIN_DECLS

char *mappe_evaluation_number (double value, guint digits, const MappeLanguage *language);

G_END_DECLS
