/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-sitting.h"

G_BEGIN_DECLS

char *mappe_cli_meeting_text (const MappeSitting *sitting, int minute);
char *mappe_cli_meeting_json (const MappeSitting *sitting, int minute);

G_END_DECLS
