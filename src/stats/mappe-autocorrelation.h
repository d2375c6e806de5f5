/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/**
 * MappeAutocorrelation:
 * @durbin_watson: about 2 if neighbours do not depend on each other, near 0 if they do
 * @ljung_box: Q over all lags
 * @p: of @ljung_box, by chi² with as many degrees of freedom as lags
 */
typedef struct {
  double durbin_watson;
  double ljung_box;
  double p;
} MappeAutocorrelation;

MappeAutocorrelation mappe_autocorrelation (const double *series, gsize n, gsize lags, double *acf);

G_END_DECLS
