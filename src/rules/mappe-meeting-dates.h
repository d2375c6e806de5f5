/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MappeMeetingRules: what a body's calendar is reckoned with, in calendar days
 * @call_days: days before the meeting on which the call for items closes
 * @papers_days: days before the meeting by which papers are in
 * @notice_days: full days between receipt of the invitation and the meeting
 * @minutes_days: days after the meeting within which minutes are sent
 */
typedef struct {
  guint call_days;
  guint papers_days;
  guint notice_days;
  guint minutes_days;
} MappeMeetingRules;

/** MappeMeetingDates: the computed calendar of a meeting; all "YYYY-MM-DD" and owned. */
typedef struct {
  char *call_closes_on;
  char *papers_due_on;
  char *invite_by;         /* last day of receipt */
  char *notice_by;         /* last day of the public notice */
  char *minutes_due_on;
} MappeMeetingDates;

gboolean  mappe_meeting_dates_find  (const char *held_on, const MappeMeetingRules *rules, MappeMeetingDates *dates);
void      mappe_meeting_dates_clear (MappeMeetingDates *self);
char     *mappe_minutes_due_on      (const char *held_on, guint minutes_days);
gboolean  mappe_objection_in_time   (const char *raised_on, const char *next_meeting_on);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MappeMeetingDates, mappe_meeting_dates_clear)

G_END_DECLS
