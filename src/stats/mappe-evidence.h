/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-stats.h"

G_BEGIN_DECLS

typedef enum {
  MAPPE_EVIDENCE_COUNT,
  MAPPE_EVIDENCE_SURVEY,
  MAPPE_EVIDENCE_GOAL,
} MappeEvidenceKind;

/**
 * MappeEvidenceDesign: what is there to judge a measure by
 * @kind: of the data
 * @has_before: data from before the start
 * @has_after: data from after it; neither: a series without a start
 * @n_pre: periods before
 * @n_post: periods after
 * @has_control: a comparison area
 * @control_similar: it is comparable
 * @has_buffer: a zone around the area
 * @n_units_t: areas with the measure
 * @n_units_c: comparison areas
 * @random: the areas were drawn by lot
 * @adjusted: other factors are controlled for
 * @same_persons: a survey asked the same persons twice
 */
typedef struct {
  MappeEvidenceKind kind;
  gboolean          has_before, has_after;
  double            n_pre, n_post;
  gboolean          has_control, control_similar;
  gboolean          has_buffer;
  double            n_units_t, n_units_c;
  gboolean          random;
  gboolean          adjusted;
  gboolean          same_persons;
} MappeEvidenceDesign;

/** MappeEvidenceClaim: what may be said at most; C1 to C5 are the levels of the Maryland scale */
typedef enum {
  MAPPE_EVIDENCE_C0,    /* description */
  MAPPE_EVIDENCE_C1,    /* with and without, once */
  MAPPE_EVIDENCE_C2,    /* before and after */
  MAPPE_EVIDENCE_C3,    /* before and after, with a comparable area */
  MAPPE_EVIDENCE_C4,    /* several areas, other factors controlled for */
  MAPPE_EVIDENCE_C5,    /* several areas, drawn by lot */
  MAPPE_EVIDENCE_G,     /* goals only */
} MappeEvidenceClaim;

/* More methods than a design has. */
#define MAPPE_EVIDENCE_MOST_METHODS 8

/**
 * MappeEvidence:
 * @level: of the Maryland scale, 0 for description only
 * @claim: what may be said
 * @methods: names of the methods, the default first
 * @n_methods: how many
 */
typedef struct {
  int                level;
  MappeEvidenceClaim claim;
  const char        *methods[MAPPE_EVIDENCE_MOST_METHODS];
  guint              n_methods;
} MappeEvidence;

MappeEvidence mappe_evidence_grade      (const MappeEvidenceDesign *design);
const char   *mappe_evidence_claim_word (MappeEvidenceClaim claim);

G_END_DECLS
