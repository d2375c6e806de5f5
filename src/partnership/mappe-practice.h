/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-transfer-check.h"

G_BEGIN_DECLS

enum { MAPPE_PRACTICE_CRITERIA = 4, MAPPE_PRACTICE_PARTS = 6 };

/**
 * MappePractice: a best-practice profile with what became of it
 * @profile: its row
 * @project: (nullable): where it comes from
 * @area: (nullable): area of the project
 * @transfers: (element-type MappeTransferCheck): by day
 */
typedef struct {
  MappeRow    *profile;
  MappeListed *project;
  MappeRow    *area;
  GPtrArray   *transfers;
} MappePractice;

MappePractice *mappe_practice_load      (MappeSnapshot *snapshot, gint64 id, const MappeLanguage *language,
                                         GError **error);
void           mappe_practice_free      (MappePractice *self);
guint          mappe_practice_criterion (guint nth);
guint          mappe_practice_part      (guint nth);
guint          mappe_practice_n_met     (const MappeRow *profile);
MappeEdit     *mappe_practice_publish   (const MappeRow *profile, const char *day, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappePractice, mappe_practice_free)

G_END_DECLS
