/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-funding.h"

G_BEGIN_DECLS

/**
 * MappeFundingOverview: where money may come from, and what was asked for
 * @today: "YYYY-MM-DD"
 * @programmes: (element-type MappeRow): funding programmes, by reference
 * @files: (element-type MappeFundingFile): applications, by reference
 */
typedef struct {
  char      *today;
  GPtrArray *programmes, *files;
} MappeFundingOverview;

MappeFundingOverview *mappe_funding_overview_load     (MappeSnapshot *snapshot, const char *today, GError **error);
void                  mappe_funding_overview_free     (MappeFundingOverview *self);
guint                 mappe_funding_n_examples        (const MappeFundingOverview *self, const GPtrArray *examples);
MappeEdit            *mappe_funding_add_examples      (const MappeFundingOverview *self, const GPtrArray *examples,
                                                       const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeFundingOverview, mappe_funding_overview_free)

G_END_DECLS
