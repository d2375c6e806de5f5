/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-edit.h"
#include "mappe-meeting-error.h"
#include "mappe-sitting.h"

G_BEGIN_DECLS

/**
 * MappeSittingState:
 * @MAPPE_SITTING_WAITING: not open yet
 * @MAPPE_SITTING_RUNNING: opened, not closed
 * @MAPPE_SITTING_CLOSED: held
 */
typedef enum {
  MAPPE_SITTING_WAITING,
  MAPPE_SITTING_RUNNING,
  MAPPE_SITTING_CLOSED,
} MappeSittingState;

/**
 * MappeQuorumTurn: a minute at which the quorum was found, lost or regained
 * @minute: minute of the day
 * @quorum: as it was from then on
 */
typedef struct {
  int         minute;
  MappeQuorum quorum;
} MappeQuorumTurn;

MappeSittingState       mappe_sitting_state       (const MappeSitting *sitting);
int                     mappe_sitting_begin       (const MappeSitting *sitting);
int                     mappe_sitting_end         (const MappeSitting *sitting);
int                     mappe_sitting_live_minute (const MappeSitting *sitting, const char *today, int now);
const MappeSittingItem *mappe_sitting_running     (const MappeSitting *sitting);
const MappeSittingItem *mappe_sitting_following   (const MappeSitting *sitting);
GArray                 *mappe_sitting_turns       (const MappeSitting *sitting, int until);

MappeEdit              *mappe_sitting_open        (const MappeSitting *sitting, int minute, const char *day,
                                                   GError **error);
MappeEdit              *mappe_sitting_close       (const MappeSitting *sitting, int minute, GError **error);
MappeEdit              *mappe_sitting_reopen      (const MappeSitting *sitting, GError **error);

G_END_DECLS
