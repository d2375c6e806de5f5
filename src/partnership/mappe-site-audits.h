/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-chart.h"
#include "mappe-edit.h"
#include "mappe-language.h"
#include "mappe-snapshot.h"

G_BEGIN_DECLS

enum { MAPPE_AUDIT_LOWEST = 1, MAPPE_AUDIT_HIGHEST = 5 };

/**
 * MappeCriterion: what is looked at in an audit
 * @code: of the list "audit_criterion"
 */
typedef struct {
  char *code, *label;
} MappeCriterion;

/**
 * MappeSiteAudits: the audits of an area
 * @criteria: (element-type MappeCriterion): in the order of their list
 * @audits: (element-type MappeRow): by day
 * @scores: (element-type MappeRow): of all of them
 * @light: (array zero-terminated=1): how light it was at each audit, in words, "" when nobody noted it
 */
typedef struct {
  GPtrArray *criteria, *audits, *scores;
  char     **light;
} MappeSiteAudits;

MappeSiteAudits *mappe_site_audits_load  (MappeSnapshot *snapshot, gint64 area, const MappeLanguage *language,
                                          GError **error);
void             mappe_site_audits_free  (MappeSiteAudits *self);
int              mappe_site_audits_score (const MappeSiteAudits *self, guint audit, const char *criterion);
guint            mappe_site_audits_mean  (const MappeSiteAudits *self, guint audit, double *mean);
const MappeCriterion *
                 mappe_site_audits_weakest (const MappeSiteAudits *self, guint audit, int *score);
MappeEdit       *mappe_site_audits_enter (const MappeSiteAudits *self, guint audit, const int *scores,
                                          const char *label);

MappeChart      *mappe_site_audits_chart (const MappeSiteAudits *self, const char *area,
                                          const MappeLanguage *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeSiteAudits, mappe_site_audits_free)

G_END_DECLS
