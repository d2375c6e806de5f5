/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-event-file.h"

G_BEGIN_DECLS

char *mappe_cli_event_json (const MappeEventFile *file);

G_END_DECLS
