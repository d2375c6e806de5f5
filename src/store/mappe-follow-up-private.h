/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-follow-up.h"
#include "mappe-store-private.h"

G_BEGIN_DECLS

/* What a row of the follow-up says; the last column is only there to sort by. */
typedef enum {
  MAPPE_FOLLOW_UP_IS_TASK,
  MAPPE_FOLLOW_UP_ID,
  MAPPE_FOLLOW_UP_VERSION,
  MAPPE_FOLLOW_UP_REFERENCE,
  MAPPE_FOLLOW_UP_NUMBER,
  MAPPE_FOLLOW_UP_TEXT,
  MAPPE_FOLLOW_UP_BODY_ID,
  MAPPE_FOLLOW_UP_BODY,
  MAPPE_FOLLOW_UP_MEETING_ID,
  MAPPE_FOLLOW_UP_MEETING,
  MAPPE_FOLLOW_UP_HELD_ON,
  MAPPE_FOLLOW_UP_ITEM_NUMBER,
  MAPPE_FOLLOW_UP_IS_PUBLIC,
  MAPPE_FOLLOW_UP_OFFICE,
  MAPPE_FOLLOW_UP_OFFICE_ID,
  MAPPE_FOLLOW_UP_WHO,
  MAPPE_FOLLOW_UP_DUE_ON,
  MAPPE_FOLLOW_UP_STATUS,
  MAPPE_FOLLOW_UP_OUTCOME,
  MAPPE_FOLLOW_UP_DONE_ON,
  MAPPE_FOLLOW_UP_N_TASKS,
  MAPPE_FOLLOW_UP_N_OPEN,
  MAPPE_FOLLOW_UP_DUE_REASON,
  MAPPE_FOLLOW_UP_IS_FINISHED,
  MAPPE_FOLLOW_UP_NUMBER_KEY,
} MappeFollowUpColumn;

MappeStmt *mappe_follow_up_prepare (MappeConn *conn, const MappeFollowUpFilter *filter, const char *prefix,
                                    GError **error);

/* What a row of the open tasks says. */
typedef enum {
  MAPPE_FOLLOW_UP_TASK_DECISION,
  MAPPE_FOLLOW_UP_TASK_ID,
  MAPPE_FOLLOW_UP_TASK_REFERENCE,
  MAPPE_FOLLOW_UP_TASK_TITLE,
  MAPPE_FOLLOW_UP_TASK_WHO,
  MAPPE_FOLLOW_UP_TASK_OFFICE,
  MAPPE_FOLLOW_UP_TASK_DUE_ON,
  MAPPE_FOLLOW_UP_TASK_DUE_REASON,
} MappeFollowUpTaskColumn;

MappeStmt *mappe_follow_up_prepare_tasks (MappeConn *conn, GError **error);

G_END_DECLS
