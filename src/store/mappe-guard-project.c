/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-guard-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "mappe-indicator.h"
#include "mappe-project.h"

/* The gate of the Beccaria standards: no start without a goal with baseline and target. A goal is an indicator of the
 * project, or of one of its measures, that has both. */

#define GOALS_OF(project_)                                                                                           \
  "SELECT id FROM indicator WHERE baseline IS NOT NULL AND target IS NOT NULL AND (project = " project_               \
  " OR measure IN (SELECT id FROM measure WHERE measure.project = " project_ ")) LIMIT 1"

enum { STEP_OF_GOALS = 3 };

static gboolean
is_sara (const MappeRow *row)
{
  return mappe_guard_is (row, MAPPE_PROJECT_STEPS, "sara");
}

static gboolean
is_past_goals (const MappeRow *row)
{
  const char *step = mappe_row_get_text (row, MAPPE_PROJECT_BECCARIA_STEP);

  if (is_sara (row))
    return mappe_guard_is (row, MAPPE_PROJECT_SARA_STEP, "response")
           || mappe_guard_is (row, MAPPE_PROJECT_SARA_STEP, "assessment");
  return step != NULL && atoi (step) > STEP_OF_GOALS;
}

static gboolean
runs (const MappeRow *row)
{
  return mappe_guard_is (row, MAPPE_PROJECT_STATUS, "running");
}

/** mappe_guard_project: A project is neither set running nor brought past the step of the goals without a goal. */
gboolean
mappe_guard_project (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *before = change->before, *after = change->after;
  gboolean starts = after != NULL && runs (after) && (before == NULL || !runs (before));
  gboolean passes = after != NULL && is_past_goals (after) && (before == NULL || !is_past_goals (before));
  gint64 goal;

  if (!starts && !passes)
    return TRUE;
  if (!mappe_guard_find_once (apply, &goal, error, GOALS_OF ("$1"), change->id))
    return FALSE;
  if (goal != 0)
    return TRUE;
  if (starts)
    return mappe_guard_refuse (apply, after, MAPPE_PROJECT_STATUS,
                               N_("No start without a goal: an indicator of the project needs a baseline and a target"),
                               error);
  return mappe_guard_refuse (apply, after, is_sara (after) ? MAPPE_PROJECT_SARA_STEP : MAPPE_PROJECT_BECCARIA_STEP,
                             N_("Not past the goals without a goal: an indicator of the project needs a baseline and "
                                "a target"), error);
}

static gboolean
is_goal_of (const MappeRow *indicator, gint64 project)
{
  return indicator != NULL && !mappe_row_is_null (indicator, MAPPE_INDICATOR_BASELINE)
         && !mappe_row_is_null (indicator, MAPPE_INDICATOR_TARGET)
         && mappe_row_get_int (indicator, MAPPE_INDICATOR_PROJECT) == project;
}

/** mappe_guard_last_goal: The gate is not gone round by taking the goal away again once the project runs. */
gboolean
mappe_guard_last_goal (MappeApply *apply, const MappeGuardChange *change, GError **error)
{
  const MappeRow *before = change->before, *after = change->after;
  gint64 project = before != NULL ? mappe_row_get_int (before, MAPPE_INDICATOR_PROJECT) : 0;
  int field = after == NULL ? -1 : mappe_row_is_null (after, MAPPE_INDICATOR_BASELINE) ? MAPPE_INDICATOR_BASELINE
              : mappe_row_is_null (after, MAPPE_INDICATOR_TARGET) ? MAPPE_INDICATOR_TARGET : MAPPE_INDICATOR_PROJECT;

  if (project == 0 || !is_goal_of (before, project) || is_goal_of (after, project))
    return TRUE;
  return mappe_guard_refuse_found (apply, after != NULL ? after : before, field,
                                   N_("This is the last goal of a running project: enter another one first"), error,
                                   "SELECT id FROM project WHERE id = $1 AND status = 'running' AND NOT EXISTS ("
                                   GOALS_OF ("$1") ")", "i", project);
}
