/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts with a suppressed figure: charts that differ in it alone must be equal in all that leaves them. */
#include "chart-samples.h"

static const MappeChartQuantity incidents = { "Incidents", NULL, 0, FALSE };

static const double *
months (gsize n, int year, int month, guint step)
{
  static double all[2][12];
  static guint turn;

  turn = 1 - turn;
  for (gsize i = 0; i < n; i++)
    all[turn][i] = mappe_chart_month (year, month) + (double) (i * step);
  return all[turn];
}

static MappeChart *
secret_run (MappeChartHead *texts, double secret)
{
  double values[] = { 12, 14, secret, 13, 11, 15 };
  guint8 flags[] = { 0, 0, MAPPE_CHART_POINT_SUPPRESSED, 0, 0, 0 };
  MappeChartControl control = { .timeline = { .step = 1 }, .quantity = incidents,
                                .points = { 6, months (6, 2026, 1, 1), values, flags } };

  return mappe_chart_new_control (texts, &control);
}

static MappeChart *
secret_index (MappeChartHead *texts, double secret)
{
  double values[] = { 100, secret, 90 };
  guint8 flags[] = { 0, MAPPE_CHART_POINT_SUPPRESSED, 0 };
  MappeChartIndexLine line = { "A", MAPPE_CHART_ROLE_MEASURE, { 3, months (3, 2026, 1, 3), values, flags }, NULL,
                               NULL };
  MappeChartIndex index = { { .step = 3 }, { "Index", NULL, 0, FALSE }, &line, 1 };

  return mappe_chart_new_index (texts, &index);
}

static MappeChart *
secret_season (MappeChartHead *texts, double secret)
{
  double year[12] = { 5, 6, 7, secret, 9, 10, 11, 12, 13, 14, 15, 16 };
  guint8 flags[12] = { 0, 0, 0, MAPPE_CHART_POINT_SUPPRESSED };
  const double *years[] = { year };
  const guint8 *year_flags[] = { flags };
  MappeChartSeason season = { incidents, 2026, years, year_flags, 1 };

  return mappe_chart_new_season (texts, &season);
}

static MappeChart *
secret_pairing (MappeChartHead *texts, double secret)
{
  double counts[] = { 10, 11, 12, 13 }, shares[] = { 40, secret }, lower[] = { 30, secret - 5 };
  double upper[] = { 50, secret + 5 };
  guint8 flags[] = { 0, MAPPE_CHART_POINT_SUPPRESSED };
  MappeChartPairing pairing = { .timeline = { .step = 3 },
                                .recorded_quantity = incidents,
                                .perceived_quantity = { "%", "%", 0, FALSE },
                                .recorded = { 4, months (4, 2026, 1, 3), counts, NULL },
                                .perceived = { 2, months (2, 2026, 1, 6), shares, flags },
                                .perceived_step = 6,
                                .perceived_lower = lower,
                                .perceived_upper = upper };

  return mappe_chart_new_pairing (texts, &pairing);
}

static MappeChart *
secret_change (MappeChartHead *texts, double secret)
{
  MappeChartEstimate estimate = { secret, secret - 4, secret + 9 };
  MappeChartChangeRow rows[] = { { "A", { 33, 28, 38 }, { 54, 48, 59 }, { 21, 13, 28 }, FALSE },
                                 { "B", estimate, estimate, estimate, TRUE } };
  MappeChartChange change = { { "Share", "%", 1, FALSE }, { "Change", NULL, 1, FALSE }, rows, 2 };

  return mappe_chart_new_change (texts, &change);
}

static MappeChart *
secret_likert (MappeChartHead *texts, double secret)
{
  const char *answers[] = { "no", "neither", "yes" };
  double open[] = { 30, 30, 40 }, hidden[] = { secret, 5, 95 - secret };
  MappeChartLikertRow rows[] = { { "A", open, 100, FALSE }, { "B", hidden, (guint) secret, TRUE } };
  MappeChartLikert likert = { answers, 3, TRUE, rows, 2 };

  return mappe_chart_new_likert (texts, &likert);
}

static MappeChart *
secret_forest (MappeChartHead *texts, double secret)
{
  MappeChartForestRow rows[] = { { "A", { 0.8, 0.6, 1.1 }, 10, FALSE, FALSE },
                                 { "B", { secret, secret / 9, secret * 9 }, secret * 100, FALSE, TRUE },
                                 { "C", { 0.9, 0.7, 1.1 }, 0, TRUE, FALSE } };
  MappeChartForest forest = { { "RIRR", NULL, 2, FALSE }, FALSE, FALSE, rows, 3 };

  return mappe_chart_new_forest (texts, &forest);
}

static MappeChart *
secret_displacement (MappeChartHead *texts, double secret)
{
  MappeChartZone zones[] = { { "A", 20, 10, 19, FALSE }, { "B", secret, secret * 2, secret * 3, TRUE } };
  MappeChartEstimate estimate = { secret, secret - 10, secret + 10 };
  MappeChartDisplacement displacement = { .quantity = incidents,
                                          .zones = zones,
                                          .n_zones = 2,
                                          .difference = { "WDD", NULL, 0, FALSE },
                                          .local = estimate,
                                          .buffer = estimate,
                                          .total = estimate,
                                          .suppressed = TRUE,
                                          .wdq = secret / 2,
                                          .wdq_text = secret > 3 ? "WDQ 3" : "WDQ 1" };

  return mappe_chart_new_displacement (texts, &displacement);
}

static MappeChart *
secret_funnel (MappeChartHead *texts, double secret)
{
  MappeChartQuarter quarters[] = { { "A", 900, 30, FALSE, FALSE }, { "B", secret * 300, secret, TRUE, TRUE } };
  MappeChartFunnel funnel = { .size_quantity = { "Residents", NULL, 0, FALSE },
                              .quantity = { "Rate", NULL, 1, FALSE },
                              .quarters = quarters,
                              .n_quarters = 2,
                              .center = 31 };

  return mappe_chart_new_funnel (texts, &funnel);
}

static MappeChart *
secret_multiples (MappeChartHead *texts, double secret)
{
  double values[] = { 20, secret, 25 };
  guint8 flags[] = { 0, MAPPE_CHART_POINT_SUPPRESSED, 0 };
  MappeChartMultiple quarter = { "A", { 3, months (3, 2020, 1, 12), values, flags }, NULL, NULL, NULL };
  MappeChartMultiples multiples = { { .step = 12 }, { "Rate", NULL, 1, FALSE }, &quarter, 1 };

  return mappe_chart_new_multiples (texts, &multiples);
}

static MappeChart *
secret_areas (MappeChartHead *texts, double secret)
{
  MappeChartArea all[] = { { "A", 2, 4, FALSE }, { "B", secret, secret / 2, TRUE } };
  MappeChartAreas areas = { .recorded_quantity = { "Recorded", NULL, 0, FALSE },
                            .perceived_quantity = { "Perceived", NULL, 0, FALSE },
                            .areas = all,
                            .n_areas = 2,
                            .recorded_middle = 2,
                            .perceived_middle = 2 };

  return mappe_chart_new_areas (texts, &areas);
}

static MappeChart *(*const secrets[]) (MappeChartHead *texts, double secret) = {
  secret_run, secret_index, secret_season, secret_pairing, secret_change, secret_likert, secret_forest,
  secret_displacement, secret_funnel, secret_multiples, secret_areas,
};

guint
chart_secrets_n (void)
{
  return G_N_ELEMENTS (secrets);
}

MappeChart *
chart_sample_with_secret (guint kind, double secret, const char *code)
{
  MappeChartHead texts = { mappe_language_get (code), "Title", "n = 99", "Police", NULL, NULL };

  return secrets[kind](&texts, secret);
}
