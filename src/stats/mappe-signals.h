/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/**
 * MappeSignalRule: rules for the points of a control chart; offer one set, each further rule raises false alarms
 * @MAPPE_SIGNAL_BEYOND3: outside of three sigma (all sets)
 * @MAPPE_SIGNAL_RUN9: nine in a row on one side (Nelson)
 * @MAPPE_SIGNAL_RUN8: eight in a row on one side (Western Electric)
 * @MAPPE_SIGNAL_TREND6: six in a row rising or falling (Nelson)
 * @MAPPE_SIGNAL_ALTERNATING14: fourteen in a row up and down in turn (Nelson)
 * @MAPPE_SIGNAL_TWO_OF_THREE: two of three beyond two sigma, one side (Nelson, Western Electric)
 * @MAPPE_SIGNAL_FOUR_OF_FIVE: four of five beyond one sigma, one side (Nelson, Western Electric)
 * @MAPPE_SIGNAL_INSIDE15: fifteen in a row within one sigma (Nelson)
 * @MAPPE_SIGNAL_OUTSIDE8: eight in a row beyond one sigma (Nelson)
 * @MAPPE_SIGNAL_NHS_SHIFT7: seven in a row on one side, all marked (NHS)
 * @MAPPE_SIGNAL_NHS_TREND7: seven in a row rising or falling, all marked (NHS)
 * @MAPPE_SIGNAL_NHS_TWO_OF_THREE: two of three between two and three sigma, one side, these marked (NHS)
 *
 * Rules without "marked" mark the point that completes the pattern and those that carry it on.
 */
typedef enum {
  MAPPE_SIGNAL_BEYOND3,
  MAPPE_SIGNAL_RUN9,
  MAPPE_SIGNAL_RUN8,
  MAPPE_SIGNAL_TREND6,
  MAPPE_SIGNAL_ALTERNATING14,
  MAPPE_SIGNAL_TWO_OF_THREE,
  MAPPE_SIGNAL_FOUR_OF_FIVE,
  MAPPE_SIGNAL_INSIDE15,
  MAPPE_SIGNAL_OUTSIDE8,
  MAPPE_SIGNAL_NHS_SHIFT7,
  MAPPE_SIGNAL_NHS_TREND7,
  MAPPE_SIGNAL_NHS_TWO_OF_THREE,
  MAPPE_SIGNAL_N_RULES,
} MappeSignalRule;

gboolean mappe_signal_needs_sigma (MappeSignalRule rule);
gsize    mappe_signal_find        (MappeSignalRule rule, const double *series, gsize n, double centre, double sigma,
                                   gsize *places);

G_END_DECLS
