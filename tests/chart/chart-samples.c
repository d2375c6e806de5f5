/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-samples.h"

#include <math.h>

/* --- figures --- */

static const double monthly[] = {
  20, 25, 20, 30, 23, 21, 23, 17, 20, 17, 18, 17, 21, 19, 29, 22, 26, 27, 16, 21, 17, 9, 14, 22, 20, 24, 23,
  24, 41, 28, 31, 31, 20, 18, 23, 18, 12, 14, 14, 16, 23, 18, 14, 10, 16, 10, 14, 14, 9, 10, 24, 14, 26, 16,
  18, 13, 11, 5, 8, 13, 10, 10, 19, 17, 17, 15
};
static const double fitted[] = {
  20.55, 20.64, 20.73, 20.82, 20.90, 20.99, 21.08, 21.17, 21.25, 21.34, 21.43, 21.52, 21.60, 21.69, 21.78,
  21.86, 21.95, 22.04, 22.13, 22.21, 22.30, 22.39, 22.48, 22.56, 22.65, 22.74, 22.83, 22.91, 23.00, 23.09,
  23.18, 23.26, 23.35, 23.44, 23.53, 23.61, 14.98, 14.93, 14.89, 14.85, 14.80, 14.76, 14.71, 14.67, 14.62,
  14.58, 14.53, 14.49, 14.44, 14.40, 14.36, 14.31, 14.27, 14.22, 14.18, 14.13, 14.09, 14.04, 14.00, 13.96,
  13.91, 13.87, 13.82, 13.78, 13.73, 13.69
};
static const double counterfactual[] = {
  NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN,
  NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 23.70, 23.79, 23.87, 23.96, 24.05,
  24.14, 24.22, 24.31, 24.40, 24.49, 24.57, 24.66, 24.75, 24.84, 24.92, 25.01, 25.10, 25.19, 25.27, 25.36,
  25.45, 25.54, 25.62, 25.71, 25.80, 25.88, 25.97, 26.06, 26.15, 26.23
};
static const double index_measure[] = {
  103.7, 83.9, 108.6, 95.4, 120.1, 128.3, 120.1, 51.0, 88.8, 65.8, 57.6, 80.6, 80.6, 80.6, 70.7, 72.4, 64.2,
  60.9, 79.0
};
static const double index_buffer[] = {
  81.4, 133.6, 102.3, 91.9, 106.5, 104.4, 83.5, 94.0, 102.3, 102.3, 96.1, 64.7, 79.4, 125.3, 91.9, 73.1, 89.8,
  83.5, 100.2
};
static const double index_comparison[] = {
  85.1, 103.0, 91.0, 113.4, 100.0, 125.4, 104.5, 89.6, 88.1, 123.9, 107.5, 65.7, 110.4, 103.0, 85.1, 100.0,
  125.4, 123.9, 106.0
};
static const double u_values[] = {
  4.75, 5.55, 3.10, 4.39, 4.94, 5.79, 5.43, 4.15, 3.61, 4.89, 3.40, 3.42, 2.91, 7.50, 3.38, 3.56, 3.35, 4.58
};
static const double u_upper[] = {
  6.89, 6.89, 6.93, 7.26, 7.37, 7.30, 8.17, 6.81, 7.13, 7.35, 7.12, 6.93, 7.36, 6.82, 6.75, 7.35, 7.86, 6.89
};
static const double u_lower[] = {
  1.89, 1.89, 1.85, 1.51, 1.41, 1.48, 0.61, 1.97, 1.65, 1.43, 1.66, 1.85, 1.42, 1.96, 2.03, 1.43, 0.92, 1.89
};
static const double year_2019[] = {
  16, 20, 7, 7, 10, 13, 11, 23, 22, 18, 25, 28
};
static const double year_2020[] = {
  12, 7, 15, 6, 8, 8, 11, 16, 20, 19, 19, 15
};
static const double year_2021[] = {
  13, 10, 12, 10, 10, 12, 10, 17, 15, 19, 19, 18
};
static const double year_2022[] = {
  17, 16, 21, 9, 4, 15, 11, 15, 20, 24, 25, 18
};
static const double year_2023[] = {
  17, 10, 13, 6, 7, 8, 18, 19, 19, 28, 23, 26
};
static const double year_2024[] = {
  15, 16, 13, 11, 13, 11, 18, 10, 15, 21, 20, 24
};
static const double year_2025[] = {
  20, 12, 9, 6, 14, 9, 16, 19, 26, 25, 25, 23
};
static const double year_2026[] = {
  11, 7, 7, 4, 7, 6, 11, 15, 14, 17, NAN, NAN
};
static const double cumulated[] = {
  -7.1, -14.6, -24.5, -34.1, -37.3, -44.9, -54.8, -66.3, -69.4, -76.8, -79.6, -83.0, -93.1, -104.6, -104.5,
  -116.1, -116.3, -125.9, -131.8, -140.3, -148.4, -160.8, -169.6, -174.0, -183.1, -194.6, -199.5, -208.1,
  -217.3, -227.9
};
static const double cumulated_upper[] = {
  12.9, 18.2, 22.3, 25.7, 28.7, 31.5, 34.0, 36.4, 38.6, 40.6, 42.6, 44.5, 46.3, 48.1, 49.8, 51.4, 53.0, 54.5,
  56.0, 57.5, 58.9, 60.3, 61.6, 63.0, 64.3, 65.5, 66.8, 68.0, 69.2, 70.4
};
static const double sizes[] = {
  8200, 12600, 9100, 10400, 7300, 1900, 3400, 2600, 5200, 2100, 1100, 4400, 6100, 8800
};
static const double rates[] = {
  41, 38, 31, 27, 26, 39, 22, 30, 24, 52, 48, 23, 28, 29
};
static const double inner_lower[] = {
  10.8, 14.6, 17.4, 19.5, 21.3, 22.8, 24.2, 25.3, 26.0, 26.6, 27.0
};
static const double inner_upper[] = {
  51.9, 48.1, 45.3, 43.2, 41.4, 39.9, 38.5, 37.4, 36.7, 36.2, 35.7
};
static const double outer_lower[] = {
  0.0, 4.9, 9.3, 12.7, 15.5, 17.9, 20.1, 21.9, 23.0, 23.8, 24.5
};
static const double outer_upper[] = {
  63.7, 57.8, 53.4, 50.1, 47.2, 44.8, 42.6, 40.8, 39.7, 38.9, 38.2
};
static const double limit_sizes[] = {
  600, 900, 1300, 1800, 2500, 3500, 5000, 7000, 9000, 11000, 13500
};
static const double quarter_0[] = {
  25.8, 30.7, 27.9, 26.4, 27.2, 27.5, 29.6, 24.6, 25.8, 27.2
};
static const double quarter_1[] = {
  41.6, 36.7, 33.7, 36.0, 40.1, 33.4, 33.0, 37.5, 35.4, 35.9
};
static const double quarter_2[] = {
  23.0, 28.0, 27.5, 25.1, 25.4, 20.4, 25.3, 23.6, 24.8, 25.3
};
static const double quarter_3[] = {
  39.9, 35.0, 40.3, 36.1, 36.4, 34.7, 34.6, 28.8, 37.2, 33.5
};
static const double quarter_4[] = {
  24.0, 25.8, 22.0, 19.0, NAN, 20.0, 21.1, 22.1, 18.7, 22.6
};
static const double quarter_5[] = {
  26.6, 30.7, 29.7, 29.3, 29.8, 28.7, 28.6, 26.2, 29.9, 34.8
};
static const double town[] = {
  31.8, 31.2, 30.6, 29.4, 31.3, 29.9, 29.9, 29.7, 30.1, 29.6
};

/* --- texts --- */

static const MappeLanguage *language;

#define T(german, english) (mappe_language_is_german (language) ? german : english)

static MappeChartHead
head (const char *title, const char *subtitle, const char *summary)
{
  return (MappeChartHead) { language, title, subtitle,
                            T ("Polizeiinspektion Musterhausen, Stand 1.11.2026 (erfundene Zahlen)",
                               "Police of Musterhausen, as of 1 November 2026 (invented figures)"),
                            NULL, summary };
}

static MappeChartQuantity
incidents (void)
{
  return (MappeChartQuantity) { T ("Straftaten je Monat", "Offences per month"), NULL, 0, FALSE };
}

static const double *
positions (gsize n, int year, int month, guint step)
{
  static double all[200];

  for (gsize i = 0; i < n && i < G_N_ELEMENTS (all); i++)
    all[i] = mappe_chart_month (year, month) + (double) (i * step);
  return all;
}

static const double *
level (gsize n, double value, guint nth)
{
  static double all[3][200];

  for (gsize i = 0; i < n && i < G_N_ELEMENTS (all[0]); i++)
    all[nth][i] = value;
  return all[nth];
}

static MappeChartEvent
start_event (void)
{
  return (MappeChartEvent) { mappe_chart_month (2024, 4), T ("Start April 2024: neue Leuchten",
                                                             "Start April 2024: new lamps") };
}

/* --- charts over time --- */

static MappeChart *
make_run (void)
{
  MappeChartHead texts = head (T ("Seit den neuen Leuchten liegen fast alle Monate unter dem Median von vorher",
                                  "Since the new lamps nearly all months are below the median of the time before"),
                               T ("Straftaten im Schlossgarten, April 2021 bis September 2026, n = 1.129",
                                  "Offences in Schlossgarten park, April 2021 to September 2026, n = 1,129"),
                               T ("Vorher im Mittel 22, nachher 12 Fälle je Monat. Ohne Vergleichsgebiet lässt sich "
                                  "nicht sagen, ob die Maßnahme der Grund ist.",
                                  "22 incidents per month before, 12 after. Without a comparison area we cannot say "
                                  "whether the measure is the reason."));
  MappeChartEvent events[] = { start_event () };
  MappeChartSpan roll_out = { mappe_chart_month (2024, 4), mappe_chart_month (2024, 5) };
  guint8 flags[66] = { 0 };
  double values[66];
  MappeChartControl control = {
    .timeline = { 1, events, 1, &roll_out, 1,
                  T ("April und Mai 2024 nicht gewertet (Aufbau)", "April and May 2024 not counted (roll-out)") },
    .quantity = incidents (),
    .points = { 66, positions (66, 2021, 4, 1), values, flags },
    .center = level (66, 21, 0),
    .center_name = T ("Median vorher", "Median before"),
    .upper = level (66, 35.6, 1),
    .lower = level (66, 8.6, 2),
  };

  for (guint i = 0; i < 66; i++)
    {
      values[i] = i == 17 || i == 18 ? NAN : monthly[i];
      if (i >= 41 && i < 50)
        flags[i] |= MAPPE_CHART_POINT_SIGNAL;
    }
  flags[36] |= MAPPE_CHART_POINT_EXCLUDED;
  flags[37] |= MAPPE_CHART_POINT_EXCLUDED;
  flags[64] |= MAPPE_CHART_POINT_PROVISIONAL;
  flags[65] |= MAPPE_CHART_POINT_PROVISIONAL;
  flags[58] |= MAPPE_CHART_POINT_SUPPRESSED;
  return mappe_chart_new_control (&texts, &control);
}

static MappeChart *
make_stepped (void)
{
  MappeChartHead texts = head (T ("Nur im 3. Quartal 2025 lag die Rate außerhalb der Grenzen",
                                  "Only in the third quarter of 2025 the rate was beyond the limits"),
                               T ("Sachbeschädigungen je 1.000 Einwohner, Nordviertel, 18 Quartale",
                                  "Criminal damage per 1,000 residents, northern quarter, 18 quarters"), NULL);
  guint8 flags[18] = { 0 };
  MappeChartControl control = {
    .timeline = { .step = 3 },
    .quantity = { T ("Fälle je 1.000 Einwohner", "Cases per 1,000 residents"), NULL, 1, FALSE },
    .points = { 18, positions (18, 2022, 4, 3), u_values, flags },
    .center = level (18, 4.39, 0),
    .center_name = T ("Mittel", "Mean"),
    .lower = u_lower,
    .upper = u_upper,
    .stepped = TRUE,
  };

  flags[13] = MAPPE_CHART_POINT_SIGNAL;
  return mappe_chart_new_control (&texts, &control);
}

static MappeChart *
make_index (void)
{
  MappeChartHead texts = head (T ("Im Schlossgarten sanken die Fälle, im Vergleichsgebiet stiegen sie leicht",
                                  "In Schlossgarten incidents fell, in the comparison area they rose slightly"),
                               T ("Mittel der 9 Quartale vorher = 100; Januar 2022 bis September 2026",
                                  "Mean of the 9 quarters before = 100; January 2022 to September 2026"), NULL);
  MappeChartEvent events[] = { start_event () };
  const double *x = positions (19, 2022, 1, 3);
  MappeChartIndexLine lines[] = {
    { T ("Schlossgarten", "Schlossgarten"), MAPPE_CHART_ROLE_MEASURE, { 19, x, index_measure, NULL }, "547", "433" },
    { T ("Umfeld", "Surroundings"), MAPPE_CHART_ROLE_BUFFER, { 19, x, index_buffer, NULL }, "431", "434" },
    { T ("Vergleichsgebiet", "Comparison area"), MAPPE_CHART_ROLE_COMPARISON, { 19, x, index_comparison, NULL },
      "603", "704" },
  };
  MappeChartIndex index = { { 3, events, 1, NULL, 0, NULL }, { T ("Index", "Index"), NULL, 0, FALSE }, lines, 3 };

  return mappe_chart_new_index (&texts, &index);
}

static MappeChart *
make_interrupted (void)
{
  MappeChartHead texts = head (T ("Nach dem Start 12,5 Fälle im Monat weniger als nach der Entwicklung vorher erwartet",
                                  "After the start 12.5 incidents a month fewer than the trend before suggests"),
                               T ("36 Monate vorher, 30 nachher; Newey-West, L = 3; n = 1.129",
                                  "36 months before, 30 after; Newey-West, L = 3; n = 1,129"), NULL);
  MappeChartEvent events[] = { start_event () };
  MappeChartInterrupted series = {
    .timeline = { 1, events, 1, NULL, 0, NULL },
    .quantity = incidents (),
    .points = { 66, positions (66, 2021, 4, 1), monthly, NULL },
    .fitted = fitted,
    .counterfactual = counterfactual,
    .effect_text = T ("−12,5 je Monat (−19,8 bis −5,3)", "−12.5 per month (−19.8 to −5.3)"),
  };

  return mappe_chart_new_interrupted (&texts, &series);
}

static MappeChart *
make_season (void)
{
  MappeChartHead texts = head (T ("2026 liegt seit dem Frühjahr unter den meisten Jahren zuvor",
                                  "Since spring 2026 has been below most of the years before"),
                               T ("Fahrraddiebstähle je Monat, Innenstadt, 2019 bis Oktober 2026",
                                  "Bicycle thefts per month, city centre, 2019 to October 2026"), NULL);
  const double *years[] = { year_2019, year_2020, year_2021, year_2022, year_2023, year_2024, year_2025, year_2026 };
  MappeChartSeason season = { { T ("Fahrraddiebstähle", "Bicycle thefts"), NULL, 0, FALSE }, 2019, years, NULL, 8 };

  return mappe_chart_new_season (&texts, &season);
}

static MappeChart *
make_cumulated (void)
{
  MappeChartHead texts = head (T ("Seit dem Start kamen rund 230 Fälle weniger zusammen als erwartet",
                                  "Since the start about 230 fewer incidents have come together than expected"),
                               T ("Summe der Abweichungen von 21,5 Fällen je Monat, 30 Monate",
                                  "Sum of the differences from 21.5 incidents per month, 30 months"), NULL);
  static double lower[30];
  MappeChartCumulated cumulative = {
    .timeline = { .step = 1 },
    .quantity = { T ("Abweichung, aufsummiert", "Difference, cumulated"), NULL, 0, FALSE },
    .points = { 30, positions (30, 2024, 4, 1), cumulated, NULL },
    .lower = lower,
    .upper = cumulated_upper,
  };

  for (guint i = 0; i < 30; i++)
    lower[i] = -cumulated_upper[i];
  return mappe_chart_new_cumulated (&texts, &cumulative);
}

static MappeChart *
make_pairing (void)
{
  static const double offences[] = { 16, 21, 26, 18, 14, 19, 22, 13, 13, 18, 18, 13, 11, 14, 15 };
  static const double safe[] = { 33.1, 36.8, 40.9, 43.5, 46.4, 48.1, 54.0 };
  static const double lower[] = { 28.4, 31.9, 35.8, 38.3, 41.1, 42.8, 48.7 };
  static const double upper[] = { 38.2, 42.0, 46.2, 48.8, 51.8, 53.4, 59.2 };
  static double halves[7];
  MappeChartHead texts = head (T ("Im Schlossgarten fühlen sich mehr Menschen sicher; erfasst wird etwas weniger",
                                  "More people feel safe in Schlossgarten; slightly fewer offences are recorded"),
                               T ("Befragte je Halbjahr: 318 bis 342; Quartale 2023 bis 2026",
                                  "Respondents per half-year: 318 to 342; quarters 2023 to 2026"), NULL);
  MappeChartEvent events[] = { start_event () };
  guint8 flags[15] = { 0 };
  MappeChartPairing pairing = {
    .timeline = { 3, events, 1, NULL, 0, NULL },
    .recorded_quantity = { T ("Polizeilich erfasste Straftaten je Quartal", "Recorded offences per quarter"), NULL, 0,
                           FALSE },
    .perceived_quantity = { T ("„Nach Einbruch der Dunkelheit sicher“", "“Safe after dark”"), "%", 1, FALSE },
    .recorded = { 15, positions (15, 2023, 1, 3), offences, flags },
    .perceived = { 7, halves, safe, NULL },
    .perceived_step = 6,
    .perceived_lower = lower,
    .perceived_upper = upper,
  };

  flags[14] = MAPPE_CHART_POINT_PROVISIONAL;
  for (guint i = 0; i < 7; i++)
    halves[i] = mappe_chart_month (2023, 1) + i * 6;
  return mappe_chart_new_pairing (&texts, &pairing);
}

static MappeChart *
make_counts (void)
{
  static const double active[] = { 15, 15, 16, NAN, 17, 18, 17, 17 }, trained[] = { 12, 12, 13, NAN, 14, 15, 15, 15 };
  static const double joined[] = { 0, 1, 2, NAN, 2, 1, 0, 1 }, departed[] = { 1, 1, 0, NAN, 1, 0, 1, 1 };
  static const double hours[] = { 180, 195, 205, NAN, 214, 240, 221, 208 };
  MappeChartHead texts = head (T ("17 Aktive, 15 davon geschult", "17 active, 15 of them trained"),
                               T ("Sicherheitsberatung für Senioren, je Quartal",
                                  "Safety advice for seniors, by quarter"), NULL);
  const double *x = positions (8, 2025, 1, 3);
  MappeChartCountLine lines[] = {
    { T ("Aktiv", "Active"), MAPPE_CHART_ROLE_MEASURE, { 8, x, active, NULL } },
    { T ("Geschult", "Trained"), MAPPE_CHART_ROLE_BUFFER, { 8, x, trained, NULL } },
    { T ("Neu", "Joined"), MAPPE_CHART_ROLE_FOURTH, { 8, x, joined, NULL } },
    { T ("Ausgeschieden", "Left"), MAPPE_CHART_ROLE_FIFTH, { 8, x, departed, NULL } },
  };
  MappeChartCounts counts = { .timeline = { .step = 3 },
                              .quantity = { T ("Ehrenamtliche", "Volunteers"), NULL, 0, FALSE },
                              .below_quantity = { T ("Stunden", "Hours"), NULL, 0, FALSE }, .lines = lines,
                              .n_lines = G_N_ELEMENTS (lines), .below = { 8, x, hours, NULL } };

  return mappe_chart_new_counts (&texts, &counts);
}

static MappeChart *
make_multiples (void)
{
  MappeChartHead texts = head (T ("Nur im Hafen sank die Rate deutlich, überall sonst schwankt sie um die der Stadt",
                                  "Only in the harbour the rate fell clearly; elsewhere it moves around the town's"),
                               T ("Straftaten je 1.000 Einwohner, 2016 bis 2025",
                                  "Offences per 1,000 residents, 2016 to 2025"), NULL);
  const double *x = positions (10, 2016, 1, 12);
  static double lower[10], upper[10];
  MappeChartMultiple quarters[] = {
    { "Gartenstadt", { 10, x, quarter_0, NULL }, town, lower, upper },
    { "Nordviertel", { 10, x, quarter_1, NULL }, town, lower, upper },
    { "Am Hang", { 10, x, quarter_2, NULL }, town, lower, upper },
    { T ("Hafen", "Harbour"), { 10, x, quarter_3, NULL }, town, lower, upper },
    { "Schlossgarten", { 10, x, quarter_4, NULL }, town, lower, upper },
    { "Südstadt", { 10, x, quarter_5, NULL }, town, lower, upper },
  };
  MappeChartMultiples multiples = { { .step = 12 },
                                    { T ("Fälle je 1.000 Einwohner", "Cases per 1,000 residents"), NULL, 1, FALSE },
                                    quarters, 6 };

  for (guint i = 0; i < 10; i++)
    {
      lower[i] = town[i] - 5;
      upper[i] = town[i] + 5;
    }
  return mappe_chart_new_multiples (&texts, &multiples);
}

/* --- charts of rows --- */

static MappeChart *
make_change (void)
{
  MappeChartHead texts = head (T ("Der Anteil, der sich sicher fühlt, stieg nur im Schlossgarten nachweisbar",
                                  "Only in Schlossgarten the share feeling safe rose beyond doubt"),
                               T ("Befragung 2023 und 2026, n = 1.204/1.187, 95-%-Bereiche",
                                  "Surveys of 2023 and 2026, n = 1,204/1,187, 95% ranges"), NULL);
  MappeChartChangeRow rows[] = {
    { "Schlossgarten", { 33.1, 28.4, 38.2 }, { 54.0, 48.7, 59.2 }, { 20.9, 13.6, 27.9 }, FALSE },
    { T ("Bahnhofsvorplatz", "Station square"), { 41.2, 36.0, 46.6 }, { 45.0, 39.5, 50.6 }, { 3.8, -3.8, 11.4 },
      FALSE },
    { T ("Fußgängerzone", "Pedestrian zone"), { 66.3, 61.0, 71.2 }, { 63.9, 58.4, 69.0 }, { -2.4, -9.8, 5.1 }, FALSE },
    { T ("Schulzentrum Süd", "School centre south"), { 12.3, 4.5, 6.7 }, { 1.2, 3.4, 5.6 }, { 7.7, 7.7, 7.7 }, TRUE },
    { T ("Vergleichsgebiet", "Comparison area"), { 58.0, 52.9, 62.9 }, { 59.1, 53.7, 64.3 }, { 1.1, -6.2, 8.4 },
      FALSE },
  };
  MappeChartChange change = { { T ("Fühlen sich sicher", "Feel safe"), "%", 1, FALSE },
                              { T ("Änderung in Prozentpunkten", "Change in points"), NULL, 1, FALSE }, rows, 5 };

  return mappe_chart_new_change (&texts, &change);
}

static MappeChart *
make_likert (void)
{
  static const double shares[][5] = {
    { 14, 33, 20, 26, 7 }, { 8, 21, 17, 38, 16 }, { 22, 31, 16, 23, 8 }, { 20, 29, 18, 25, 8 },
  };
  const char *answers[] = { T ("sehr unsicher", "very unsafe"), T ("eher unsicher", "rather unsafe"),
                            T ("teils, teils", "neither"), T ("eher sicher", "rather safe"),
                            T ("sehr sicher", "very safe") };
  MappeChartHead texts = head (T ("Im Schlossgarten überwiegt jetzt das Gefühl von Sicherheit, am Bahnhof nicht",
                                  "In Schlossgarten feeling safe now prevails, at the station it does not"),
                               T ("„Wie sicher fühlen Sie sich hier nachts allein?“, in %",
                                  "“How safe do you feel here alone at night?”, in %"), NULL);
  MappeChartLikertRow rows[] = {
    { T ("Schlossgarten 2023", "Schlossgarten 2023"), shares[0], 318, FALSE },
    { T ("Schlossgarten 2026", "Schlossgarten 2026"), shares[1], 342, FALSE },
    { T ("Bahnhofsvorplatz 2023", "Station square 2023"), shares[2], 287, FALSE },
    { T ("Bahnhofsvorplatz 2026", "Station square 2026"), shares[3], 301, FALSE },
    { T ("Schulzentrum Süd 2026", "School centre 2026"), shares[0], 4, TRUE },
  };
  MappeChartLikert likert = { answers, 5, FALSE, rows, 5 };

  return mappe_chart_new_likert (&texts, &likert);
}

static MappeChart *
make_aside (void)
{
  static const double shares[][3] = { { 47, 20, 33 }, { 29, 17, 54 } };
  const char *answers[] = { T ("unsicher", "unsafe"), T ("teils, teils", "neither"), T ("sicher", "safe") };
  MappeChartHead texts = head (T ("Jetzt fühlen sich mehr Befragte sicher als unsicher",
                                  "More respondents now feel safe than unsafe"),
                               T ("Schlossgarten, 2023 und 2026, in %", "Schlossgarten, 2023 and 2026, in %"), NULL);
  MappeChartLikertRow rows[] = { { T ("vorher, 2023", "before, 2023"), shares[0], 318, FALSE },
                                 { T ("nachher, 2026", "after, 2026"), shares[1], 342, FALSE } };
  MappeChartLikert likert = { answers, 3, TRUE, rows, 2 };

  return mappe_chart_new_likert (&texts, &likert);
}

static MappeChart *
make_forest (void)
{
  MappeChartHead texts = head (T ("Zusammen ein Rückgang gegenüber den Vergleichsgebieten; einzelne Arten sind unklar",
                                  "Together a decrease against the comparison areas; single offences are unclear"),
                               T ("Verhältnis zur Entwicklung im Vergleichsgebiet (RIRR), 95-%-Bereiche, phi = 2",
                                  "Ratio to the development of the comparison area (RIRR), 95% ranges, phi = 2"), NULL);
  MappeChartForestRow rows[] = {
    { T ("Körperverletzung", "Assault"), { 0.86, 0.61, 1.21 }, 18, FALSE, FALSE },
    { T ("Sachbeschädigung", "Criminal damage"), { 0.72, 0.55, 0.94 }, 30, FALSE, FALSE },
    { T ("Raub", "Robbery"), { 0.55, 0.17, 1.83 }, 3, FALSE, FALSE },
    { T ("Fahrraddiebstahl", "Bicycle theft"), { 0.94, 0.74, 1.20 }, 36, FALSE, FALSE },
    { T ("Handel mit Betäubungsmitteln", "Drug dealing"), { 1.31, 0.78, 2.21 }, 9, FALSE, FALSE },
    { T ("Brandstiftung", "Arson"), { 0.3, 0.02, 4.1 }, 1, FALSE, TRUE },
    { T ("Zusammen", "Together"), { 0.84, 0.71, 0.99 }, 0, TRUE, FALSE },
  };
  MappeChartForest forest = { { T ("Verhältnis (1 = keine andere Entwicklung)", "Ratio (1 = no different development)"),
                                NULL, 2, FALSE }, FALSE, FALSE, rows, 7 };

  return mappe_chart_new_forest (&texts, &forest);
}

static MappeChart *
make_displacement (void)
{
  MappeChartHead texts = head (T ("Im Gebiet 118 Fälle weniger; im Umfeld kamen keine hinzu",
                                  "118 incidents fewer in the area; none were added around it"),
                               T ("12 Monate vorher und nachher; erwartet nach dem Vergleichsgebiet",
                                  "12 months before and after; expected going by the comparison area"), NULL);
  MappeChartZone zones[] = {
    { T ("Gebiet", "Area"), 207, 110, 217, FALSE },
    { T ("Umfeld", "Surroundings"), 178, 157, 168, FALSE },
    { T ("Vergleich", "Comparison"), 308, 318, NAN, FALSE },
  };
  MappeChartDisplacement displacement = {
    .quantity = { T ("Straftaten", "Offences"), NULL, 0, FALSE },
    .zones = zones,
    .n_zones = 3,
    .difference = { T ("Unterschied zum Vergleich (WDD), Fälle", "Difference to comparison (WDD), incidents"), NULL, 0,
                    FALSE },
    .local_name = T ("Gebiet", "Area"),
    .buffer_name = T ("Umfeld", "Surroundings"),
    .total_name = T ("Zusammen", "Together"),
    .local = { -107, -167, -47 },
    .buffer = { -11, -60, 38 },
    .total = { -118, -196, -40 },
    .wdq = 0.11,
    .wdq_text = T ("WDQ 0,11: das Umfeld gewann etwas mit", "WDQ 0.11: the surroundings gained a little"),
  };

  return mappe_chart_new_displacement (&texts, &displacement);
}

static MappeChart *
make_goals (void)
{
  MappeChartHead texts = head (T ("Zielerreichung 59 Punkte: zwei von vier Zielen besser als erwartet",
                                  "Goal attainment 59 points: two of four goals better than expected"),
                               T ("Stufen vor dem Start am 4.3.2024 festgelegt; Stand 1.11.2026",
                                  "Levels set before the start on 4 March 2024; as of 1 November 2026"),
                               T ("Zielerreichung 59,1 Punkte (50 = wie erwartet). Das misst die gesetzten Ziele, "
                                  "nicht die Kriminalität.",
                                  "Goal attainment 59.1 points (50 = as expected). This measures the goals set, not "
                                  "crime."));
  MappeChartGoal goals[] = {
    { T ("Helligkeit Hauptweg", "Light on the main path"), -2, 1 },
    { T ("Präsenz am Abend", "Presence in the evening"), -1, 0 },
    { T ("Beteiligte Anwohner", "Residents taking part"), -1, 1 },
    { T ("Beschwerden", "Complaints"), -1, -1 },
  };
  MappeChartGoals ladder = { goals, 4, T ("T = 59,1 (50 = wie erwartet)", "T = 59.1 (50 = as expected)") };

  return mappe_chart_new_goals (&texts, &ladder);
}

static MappeChart *
make_funnel (void)
{
  static const char *const names[] = { "Altstadt", "Mitte", "Nordviertel", "Südstadt", "Weststadt", "Schlossgarten",
                                       "Am Hang", "Neue Höfe", "Gartenstadt", "Hafen", "Industriehof", "Lindenau",
                                       "Mühlberg", "Ostend" };
  MappeChartHead texts = head (T ("Nur der Hafen liegt außerhalb dessen, was bei seiner Größe zu erwarten ist",
                                  "Only the harbour is beyond what its size lets one expect"),
                               T ("Straftaten je 1.000 Einwohner 2025, 14 Stadtteile",
                                  "Offences per 1,000 residents 2025, 14 quarters of the town"), NULL);
  MappeChartQuarter quarters[14];
  MappeChartFunnel funnel = {
    .size_quantity = { T ("Einwohner", "Residents"), NULL, 0, FALSE },
    .quantity = { T ("Fälle je 1.000 Einwohner", "Cases per 1,000 residents"), NULL, 1, FALSE },
    .quarters = quarters,
    .n_quarters = 14,
    .center = 31.4,
    .center_name = T ("Stadt", "Town"),
    .n_limits = G_N_ELEMENTS (limit_sizes),
    .sizes = limit_sizes,
    .inner_lower = inner_lower,
    .inner_upper = inner_upper,
    .outer_lower = outer_lower,
    .outer_upper = outer_upper,
  };

  for (guint i = 0; i < 14; i++)
    quarters[i] = (MappeChartQuarter) { names[i], sizes[i], rates[i], i == 9, i == 10 };
  return mappe_chart_new_funnel (&texts, &funnel);
}

static MappeChart *
make_areas (void)
{
  MappeChartHead texts = head (T ("Im Schlossgarten ist das Gefühl schlechter als die Lage",
                                  "In Schlossgarten feelings are worse than the situation"),
                               T ("Sechs Räume, Bewertung der Ortsbegehungen 2026 (0 = kein Mangel, 5 = groß)",
                                  "Six areas, assessed at the site audits of 2026 (0 = no deficit, 5 = large)"), NULL);
  MappeChartArea areas[] = {
    { "Schlossgarten", 2, 4, FALSE },
    { T ("Bahnhofsvorplatz", "Station square"), 4, 4, FALSE },
    { T ("Moselufer", "Riverside"), 2, 3, FALSE },
    { T ("Fußgängerzone", "Pedestrian zone"), 3, 2, FALSE },
    { T ("Nordviertel", "Northern quarter"), 2, 3, FALSE },
    { T ("Schulzentrum Süd", "School centre south"), 1, 2, FALSE },
  };
  const char *words[] = { T ("Wenig erfasst, aber unsicher gefühlt", "Little recorded, yet people feel unsafe"),
                          T ("Viel erfasst und unsicher gefühlt", "Much recorded, and people feel unsafe"),
                          T ("Wenig erfasst und sicher gefühlt", "Little recorded, and people feel safe"),
                          T ("Viel erfasst, aber sicher gefühlt", "Much recorded, yet people feel safe") };
  MappeChartAreas map = {
    .recorded_quantity = { T ("Objektiver Mangel", "Recorded deficit"), NULL, 0, FALSE },
    .perceived_quantity = { T ("Subjektiver Mangel", "Perceived deficit"), NULL, 0, FALSE },
    .areas = areas,
    .n_areas = 6,
    .recorded_middle = 2.5,
    .perceived_middle = 2.5,
    .most = 5,
    .quarter_words = words,
  };

  return mappe_chart_new_areas (&texts, &map);
}

static MappeChart *
make_network (void)
{
  MappeChartHead texts = head (T ("Das Jugendamt arbeitet mit den meisten zusammen",
                                  "The youth office has the most ties"),
                               T ("Alle Verbindungen von 12 Organisationen", "All ties of 12 organisations"), NULL);
  const char *names[] = { T ("Stadt Musterhausen – Dezernat für Ordnung und Sicherheit",
                             "City of Musterhausen – department of public order"),
                          T ("Ordnungsamt", "Public order office"), T ("Jugendamt", "Youth welfare office"),
                          T ("Amt für Stadtplanung", "Urban planning office"), T ("Feuerwehr", "Fire service"),
                          T ("Polizeiinspektion Musterhausen", "Police station Musterhausen"),
                          T ("Kriminalinspektion", "Criminal investigation unit"),
                          T ("Jugendring Musterhausen e. V.", "Youth council Musterhausen"),
                          T ("Schulverbund (Schulsozialarbeit)", "School network (school social work)"),
                          T ("Universität – Institut für Soziologie", "University – institute of sociology"),
                          T ("Verkehrsbetriebe", "Public transport company"), T ("Seniorenbeirat", "Seniors’ board") };
  MappeChartNode nodes[12];
  MappeChartEdge edges[] = { { 0, 5, 1 }, { 1, 4, 0.6 }, { 2, 7, 0.9 }, { 2, 8, 0.8 }, { 2, 6, 0.4 }, { 5, 1, 0.7 },
                             { 5, 10, 0.2 }, { 9, 0, 0.3 }, { 11, 6, 0.2 }, { 3, 10, 0.2 }, { 2, 11, 0.1 } };
  MappeChartNetwork network = { { T ("Partner", "Partners"), NULL, 0, FALSE }, nodes, 12, edges,
                                G_N_ELEMENTS (edges) };

  for (guint i = 0; i < 12; i++)
    nodes[i] = (MappeChartNode) { names[i], 12 - i };
  return mappe_chart_new_network (&texts, &network);
}

static MappeChart *
make_stack (void)
{
  MappeChartHead texts = head (T ("Verwaltung: 9 von 17 Personen", "Administration: 9 of 17 people"),
                               T ("12 davon sind stimmberechtigt", "12 of them are entitled to vote"), NULL);
  MappeChartStackRow rows[] = { { T ("Verwaltung", "Administration"), 6, 3 }, { T ("Polizei", "Police"), 3, 1 },
                                { T ("Politik", "Politics"), 3, 0 }, { T ("Wissenschaft", "Science"), 0, 1 } };
  MappeChartStack stack = { { T ("Personen in Gremien", "People in bodies"), NULL, 0, FALSE },
                            T ("Stimmberechtigt", "Entitled to vote"), T ("Ohne Stimme", "Without a vote"), rows, 4 };

  return mappe_chart_new_stack (&texts, &stack);
}

static MappeChart *
make_factors (void)
{
  MappeChartHead texts = head (T ("2 von 6 Faktoren sind vorrangig", "2 of 6 factors are priorities"),
                               T ("Befragungsrunde 2025", "Survey round 2025"), NULL);
  MappeChartFactor risks[] = {
    { T ("Geringe Bindung zur Schule", "Low commitment to school"), 41, 33, TRUE },
    { T ("Konflikte in der Familie", "Family conflict"), 36, 35, FALSE },
    { T ("Umgang mit delinquenten Gleichaltrigen", "Friends’ delinquent behaviour"), 28, NAN, FALSE },
    { T ("Verfügbarkeit von Drogen", "Availability of drugs"), 39, 29, TRUE },
  };
  MappeChartFactor protective[] = {
    { T ("Gelegenheiten zur Mitwirkung in der Schule", "Opportunities for involvement at school"), 58, 57, FALSE },
    { T ("Bindung zur Familie", "Family attachment"), 61, 60, FALSE },
  };
  MappeChartFactorGroup groups[] = {
    { T ("Risikofaktoren: weniger ist besser", "Risk factors: less is better"), T ("Risikofaktor", "risk factor"),
      risks, G_N_ELEMENTS (risks) },
    { T ("Schutzfaktoren: mehr ist besser", "Protective factors: more is better"),
      T ("Schutzfaktor", "protective factor"), protective, G_N_ELEMENTS (protective) },
  };
  MappeChartFactors factors = { { T ("Anteil", "Share"), "%", 0, FALSE }, T ("Hier", "Here"),
                                T ("Vergleich", "Comparison"), groups, G_N_ELEMENTS (groups) };

  return mappe_chart_new_factors (&texts, &factors);
}

/* --- all of them --- */

static const struct {
  const char *name;
  MappeChart *(*make) (void);
} samples[] = {
  { "run", make_run },
  { "stepped", make_stepped },
  { "index", make_index },
  { "change", make_change },
  { "interrupted", make_interrupted },
  { "likert", make_likert },
  { "aside", make_aside },
  { "forest", make_forest },
  { "displacement", make_displacement },
  { "season", make_season },
  { "cumulated", make_cumulated },
  { "goals", make_goals },
  { "funnel", make_funnel },
  { "multiples", make_multiples },
  { "pairing", make_pairing },
  { "areas", make_areas },
  { "counts", make_counts },
  { "network", make_network },
  { "stack", make_stack },
  { "factors", make_factors },
};

guint
chart_samples_n (void)
{
  return G_N_ELEMENTS (samples);
}

const char *
chart_sample_get_name (guint nth)
{
  return samples[nth].name;
}

MappeChart *
chart_sample_new (guint nth, const char *code)
{
  language = mappe_language_get (code);
  return samples[nth].make ();
}

/* Catalogues of the build folder. */
void
chart_samples_init (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MAPPE_BUILD"), "po", NULL);

  mappe_language_set_folder (folder);
}
