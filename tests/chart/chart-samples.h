/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart-network.h"
#include "mappe-chart-rows.h"
#include "mappe-chart-series.h"
#include "mappe-chart-view.h"
#include "mappe-chart-write.h"

/* One chart of each kind with figures as a council has them, in both languages. All of it is invented. */

guint       chart_samples_n        (void);
const char *chart_sample_get_name  (guint nth);
MappeChart *chart_sample_new       (guint nth, const char *language);
void        chart_samples_init     (void);
MappeChart *chart_sample_with_secret (guint kind, double secret, const char *language);
guint       chart_secrets_n        (void);
