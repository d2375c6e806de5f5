/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-store.h"

G_BEGIN_DECLS

/** The parts of a line of a deployment plan. */
typedef enum {
  MAPPE_PLAN_PHASE,
  MAPPE_PLAN_FROM,
  MAPPE_PLAN_TO,
  MAPPE_PLAN_UNIT,
  MAPPE_PLAN_TASK,
  MAPPE_PLAN_STRENGTH,
  MAPPE_PLAN_CONTACT,
  MAPPE_PLAN_ROSTER,
  MAPPE_PLAN_N_PARTS
} MappePlanPart;

/**
 * MappePlanLine: a line of a deployment plan, in plain words
 * @reference: of the record it was, by which versions are compared
 * @parts: by #MappePlanPart, stored forms, the unit by its name; %NULL where there is nothing
 */
typedef struct {
  char *reference;
  char *parts[MAPPE_PLAN_N_PARTS];
} MappePlanLine;

/**
 * MappePlanDifference: what became of a line
 * @before: (nullable): as it was; %NULL for a new line
 * @after: (nullable): as it is; %NULL when it was taken out
 * @changed: bits 1 << #MappePlanPart of what differs, when there are both
 */
typedef struct {
  const MappePlanLine *before, *after;
  guint                changed;
} MappePlanDifference;

/**
 * MappePlanHead: what a release says about itself
 */
typedef struct {
  const char *event, *title, *released_on, *released_by;
  gint64      edition;
} MappePlanHead;

GPtrArray *mappe_plan_lines   (GPtrArray *listed);
char      *mappe_plan_write   (const MappePlanHead *head, GPtrArray *lines);
GPtrArray *mappe_plan_read    (GBytes *content, GError **error);
GPtrArray *mappe_plan_compare (GPtrArray *before, GPtrArray *after);

G_END_DECLS
