/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double mappe_normal_quantile   (double p);
double mappe_normal_two_sided  (double z);
double mappe_student_two_sided (double t, double df);
double mappe_student_quantile  (double p, double df);

G_END_DECLS
