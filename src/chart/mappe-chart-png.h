/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

GBytes *mappe_chart_png_encode (cairo_surface_t *surface);

G_END_DECLS
