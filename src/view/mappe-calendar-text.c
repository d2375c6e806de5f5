/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-calendar-text.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-holiday.h"

/** mappe_calendar_text_state: Returns: the light of an entry */
MappeState
mappe_calendar_text_state (const MappeCalendarEntry *entry, const char *today)
{
  int days = mappe_date_days_between (today, entry->date);

  if (entry->cancelled)
    return MAPPE_STATE_CANCELLED;
  if (entry->finished)
    return MAPPE_STATE_DONE;
  if (days < 0)
    return MAPPE_STATE_OVERDUE;
  if (entry->topic == MAPPE_CALENDAR_EVENT)
    return MAPPE_STATE_ON_TRACK;
  return days <= MAPPE_STATE_SOON_DAYS ? MAPPE_STATE_DUE_SOON : MAPPE_STATE_ON_TRACK;
}

/** mappe_calendar_text_topic: Returns: (transfer none): what falls on the day, in a word or two */
const char *
mappe_calendar_text_topic (const MappeCalendarEntry *entry)
{
  switch (entry->topic)
    {
    case MAPPE_CALENDAR_MEETING:
      return entry->cancelled ? _("Cancelled") : _("Meeting");
    case MAPPE_CALENDAR_CALL:
      return _("Call for items closes");
    case MAPPE_CALENDAR_PAPERS:
      return _("Papers due");
    case MAPPE_CALENDAR_INVITATION:
      return _("Last day of the invitation");
    case MAPPE_CALENDAR_MINUTES:
      return _("Minutes due");
    case MAPPE_CALENDAR_DECISION:
      return _("Decision due");
    case MAPPE_CALENDAR_TASK:
      return _("Task due");
    case MAPPE_CALENDAR_USE_REPORT:
    case MAPPE_CALENDAR_GRANT_REPORT:
      return _("Use report due");
    case MAPPE_CALENDAR_APPLICATIONS:
      return _("Applications until");
    case MAPPE_CALENDAR_TRAINING:
      return _("Training due");
    case MAPPE_CALENDAR_EVENT:
      return _("Event");
    case MAPPE_CALENDAR_DEBRIEF:
      return _("Debrief due");
    case MAPPE_CALENDAR_PATROL:
      return entry->cancelled ? C_("patrol", "Cancelled") : _("Foot patrol");
    case MAPPE_CALENDAR_REVIEW:
    default:
      return _("Review of an agreement");
    }
}

/** mappe_calendar_text_line: Returns: (transfer full): an entry in one line */
char *
mappe_calendar_text_line (const MappeCalendarEntry *entry)
{
  if (entry->topic == MAPPE_CALENDAR_MEETING && !entry->cancelled)
    return g_strdup_printf ("%s%s%s", entry->time != NULL ? entry->time : "", entry->time != NULL ? " " : "",
                            entry->title);
  return g_strdup_printf ("%s: %s", mappe_calendar_text_topic (entry), entry->title);
}

/** mappe_calendar_text_holiday: Returns: (transfer full) (nullable): name of the holiday in that federal state */
char *
mappe_calendar_text_holiday (const char *iso, const char *federal_state)
{
  const char *name = mappe_holiday_name (iso, mappe_federal_state_parse (federal_state));

  return name != NULL ? g_strdup (_(name)) : NULL;
}
