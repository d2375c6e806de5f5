/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

/**
 * MappePairedCase: the answers of the same persons before and after
 * @both: yes, yes
 * @gained: no before, yes after
 * @lost: yes before, no after
 * @neither: no, no
 * @conf: confidence
 */
typedef struct {
  double both;
  double gained;
  double lost;
  double neither;
  double conf;
} MappePairedCase;

/**
 * MappePaired:
 * @before: share of yes before
 * @after: share of yes after
 * @diff: @after - @before
 * @newcombe: of @diff, from both shares and their correlation
 * @tango: of @diff, Tango's score interval, the default
 * @p_mcnemar: exact two-sided McNemar test
 * @chi2: McNemar's chi-squared, one degree of freedom
 * @chi2_corrected: with continuity correction
 * @status: MAPPE_STATS_OK, MAPPE_STATS_NO_CHANGERS or MAPPE_STATS_NO_ANSWERS
 */
typedef struct {
  double           before;
  double           after;
  double           diff;
  MappeInterval    newcombe;
  MappeInterval    tango;
  double           p_mcnemar;
  double           chi2;
  double           chi2_corrected;
  MappeStatsStatus status;
} MappePaired;

MappePaired mappe_paired (const MappePairedCase *given);

G_END_DECLS
