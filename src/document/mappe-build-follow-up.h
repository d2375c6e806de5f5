/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-follow-up.h"
#include "mappe-node.h"

G_BEGIN_DECLS

/**
 * MappeFollowUpPaper: what the printed list says beside its entries
 * @title: heading, e.g. "Decision tracking"
 * @council: (nullable): name of the council
 * @today: day it is printed, "YYYY-MM-DD"
 * @reader: who may read it: entries that are not public are absent from a list for the public
 */
typedef struct {
  const char *title;
  const char *council;
  const char *today;
  MappeClass  reader;
} MappeFollowUpPaper;

MappeNode *mappe_build_follow_up (GPtrArray *entries, const MappeFollowUpPaper *paper, const MappeLanguage *language);

G_END_DECLS
