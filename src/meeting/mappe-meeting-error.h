/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeMeetingError: why an act of a meeting is refused; the messages are translated sentences for people
 * @MAPPE_MEETING_ERROR_STATE: not in this state of the meeting, the minutes or the item
 * @MAPPE_MEETING_ERROR_PRESENCE: contradicts who is in the room
 * @MAPPE_MEETING_ERROR_QUORUM: no quorum, and no reason given for going on without
 * @MAPPE_MEETING_ERROR_EXCLUDED: somebody who is excluded for a conflict of interest
 * @MAPPE_MEETING_ERROR_COUNT: votes do not add up
 * @MAPPE_MEETING_ERROR_MISSING: something required is empty
 */
typedef enum {
  MAPPE_MEETING_ERROR_STATE,
  MAPPE_MEETING_ERROR_PRESENCE,
  MAPPE_MEETING_ERROR_QUORUM,
  MAPPE_MEETING_ERROR_EXCLUDED,
  MAPPE_MEETING_ERROR_COUNT,
  MAPPE_MEETING_ERROR_MISSING,
} MappeMeetingError;

#define MAPPE_MEETING_ERROR (mappe_meeting_error_quark ())
GQuark mappe_meeting_error_quark (void);

G_END_DECLS
