/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MappeHelp:
 *
 * What to do first, and short chapters on the rest.
 */
#define MAPPE_TYPE_HELP (mappe_help_get_type ())
G_DECLARE_FINAL_TYPE (MappeHelp, mappe_help, MAPPE, HELP, AdwWindow)

GtkWidget *mappe_help_new (GtkWindow *parent);

G_END_DECLS
