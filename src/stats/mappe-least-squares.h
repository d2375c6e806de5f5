/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mappe_least_squares (double *x, double *y, gsize n, gsize k, double *coefficients, double *inverse);

G_END_DECLS
