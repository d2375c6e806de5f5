/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-node.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/** MappeExtractOffice: an organisation that has something to do after a meeting: @id (0: nobody yet), @name */
typedef struct {
  gint64  id;
  char   *name;
  guint   n_decisions;
  guint   n_tasks;
} MappeExtractOffice;

GPtrArray *mappe_extract_offices     (const MappeSitting *sitting);
char      *mappe_extract_vote_text   (const MappeSitting *sitting, const MappeSittingDecision *decision,
                                      const MappeLanguage *language);
MappeNode *mappe_build_extract       (const MappeSitting *sitting, gint64 organisation,
                                      const MappeLanguage *language);
MappeNode *mappe_build_decision      (const MappeSitting *sitting, gint64 decision, const MappeLanguage *language);

G_END_DECLS
