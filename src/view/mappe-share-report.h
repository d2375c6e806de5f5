/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-register.h"

G_BEGIN_DECLS

/* What a file tells of itself before it goes out. */

char *mappe_share_report          (const MappeNode *document);
char *mappe_share_report_entries  (const char *text, const char *mark, gboolean whole);
char *mappe_share_report_register (const GArray *counts, MappeProfile reader);
char *mappe_share_list_register   (const GArray *counts);

G_END_DECLS
