/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef double (*MappeRealFunc) (double x, gconstpointer data);

double mappe_root                 (MappeRealFunc function, gconstpointer data, double lo, double hi);

double mappe_poisson_mass         (double k, double mean);
double mappe_binomial_mass        (double k, double n, double p);
double mappe_binomial_lower       (double k, double n, double p);
double mappe_gamma_lower          (double a, double x);
double mappe_gamma_upper          (double a, double x);
double mappe_gamma_quantile       (double p, double a);
double mappe_gamma_upper_quantile (double p, double a);
double mappe_beta_lower           (double x, double y, double a, double b);
double mappe_beta_quantile        (double p, double a, double b);
double mappe_chi_square_upper     (double x, double df);

G_END_DECLS
