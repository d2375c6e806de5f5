/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mappe-store.h"

G_BEGIN_DECLS

/**
 * MappeNewCouncil:
 *
 * Asks for name, town and state, then where to save, and writes the council file. Signal "created": (const char
 * *path); the file is closed again.
 */
#define MAPPE_TYPE_NEW_COUNCIL (mappe_new_council_get_type ())
G_DECLARE_FINAL_TYPE (MappeNewCouncil, mappe_new_council, MAPPE, NEW_COUNCIL, AdwWindow)

GtkWidget *mappe_new_council_new   (GtkWindow *parent);
MappeEdit *mappe_new_council_edit  (const char *name, const char *town, const char *state, const char *body,
                                    const char *language, GError **error);

G_END_DECLS
