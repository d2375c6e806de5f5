/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-snapshot.h"

G_BEGIN_DECLS

/** What happens to a record when its period is over. */
typedef enum {
  MAPPE_RETENTION_KEEP,    /* it stays */
  MAPPE_RETENTION_DELETE,
  MAPPE_RETENTION_BLANK,   /* personal data go, the record stays */
} MappeRetentionFollow;

/**
 * MappeRetentionRule: how long records of one sort are kept
 * @scope: code of the list "retention_scope"
 * @kind: kind of the records
 * @years: the period
 * @year_end: whether it counts from the end of the year in which the matter ended, else from its last day
 * @follow: what comes after it; @years means nothing with %MAPPE_RETENTION_KEEP
 * @offer: whether the archive is asked before
 * @file_plan: (nullable): sign of the file plan
 * @basis: law or decision; marked for translation where the council has not set it
 * @class_id: the record "retention-class" in which the council has set it; 0 for what the program starts with
 */
typedef struct {
  const char           *scope;
  const MappeKind      *kind;
  int                   years;
  gboolean              year_end;
  MappeRetentionFollow  follow;
  gboolean              offer;
  char                 *file_plan;
  char                 *basis;
  gint64                class_id;
} MappeRetentionRule;

/** How far a record is whose period is over. */
typedef enum {
  MAPPE_RETENTION_TO_OFFER,   /* the archive is to be asked */
  MAPPE_RETENTION_OFFERED,    /* it has not answered yet */
  MAPPE_RETENTION_TO_DELETE,
  MAPPE_RETENTION_TO_BLANK,
} MappeRetentionState;

/**
 * MappeRetentionDue: a record whose period is over
 * @rule: (unowned): of the list it came with
 * @begins_on: (nullable): first day of the matter
 * @ends_on: its last day
 * @due_on: the day after the period
 * @files: attached files, the record itself if it is one
 * @pages: their pages, as far as known
 * @decision: (nullable): code of the list "archive_decision"
 * @offer: id of the last offer that names it, 0 for none
 */
typedef struct {
  const MappeRetentionRule *rule;
  MappeRetentionState       state;
  gint64                    id;
  char                     *reference;
  char                     *title;
  char                     *begins_on;
  char                     *ends_on;
  char                     *due_on;
  gint64                    files;
  gint64                    pages;
  char                     *uid;
  char                     *decision;
  gint64                    offer;
} MappeRetentionDue;

/** MappeRetention: @rules: (element-type MappeRetentionRule); @due: (element-type MappeRetentionDue): by rule, day */
typedef struct {
  GPtrArray *rules;
  GPtrArray *due;
} MappeRetention;

MappeRetention *mappe_retention_load  (MappeSnapshot *snapshot, const char *today, GError **error);
void            mappe_retention_free  (MappeRetention *self);
guint           mappe_retention_count (const MappeRetention *self, MappeRetentionState state);

/* Acts, as edits. */
MappeEdit      *mappe_retention_set    (const MappeRetentionRule *rule, const MappeRow *present, const char *label);
MappeEdit      *mappe_retention_offer  (const MappeRetention *self, const char *title, const char *archive,
                                        const char *place, const char *today, const char *label);
MappeEdit      *mappe_retention_delete (const MappeRetention *self, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeRetention, mappe_retention_free)

G_END_DECLS
