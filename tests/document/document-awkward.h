/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-writers.h"

G_BEGIN_DECLS

extern const char *const document_awkward_names[];
MappeNode *document_awkward (const char *name);

G_END_DECLS
