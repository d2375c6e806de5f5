/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MappeApplication:
 *
 * The program: one window for each council file, whatever started it.
 */
#define MAPPE_TYPE_APPLICATION (mappe_application_get_type ())
G_DECLARE_FINAL_TYPE (MappeApplication, mappe_application, MAPPE, APPLICATION, AdwApplication)

MappeApplication *mappe_application_new       (void);

G_END_DECLS
