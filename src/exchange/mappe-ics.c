/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-ics.h"

#include <string.h>

#include "mappe-content-line.h"
#include "mappe-date.h"

/* iCalendar (RFC 5545). Times are wall-clock times of the place, so a change of the summer time rules moves nothing. */

#define ZONE "Europe/Berlin"

/* The rules of the European Union since 1996: last Sundays of March and October, at 1:00 UTC. */
static const char zone_lines[] =
  "BEGIN:VTIMEZONE\r\n"
  "TZID:" ZONE "\r\n"
  "BEGIN:DAYLIGHT\r\n"
  "TZOFFSETFROM:+0100\r\n"
  "TZOFFSETTO:+0200\r\n"
  "TZNAME:CEST\r\n"
  "DTSTART:19960331T020000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
  "END:DAYLIGHT\r\n"
  "BEGIN:STANDARD\r\n"
  "TZOFFSETFROM:+0200\r\n"
  "TZOFFSETTO:+0100\r\n"
  "TZNAME:CET\r\n"
  "DTSTART:19961027T030000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
  "END:STANDARD\r\n"
  "END:VTIMEZONE\r\n";

static const char *const class_names[] = { "CONFIDENTIAL", "PRIVATE", "PUBLIC" };

/* A time of another zone is told as the instant it is: this calendar brings the rules of one zone only. */
static gboolean
add_instant (GString *out, const char *name, const char *zone, const char *date, const char *time)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier (zone);
  g_autofree char *iso = g_strdup_printf ("%sT%s:00", date, time);
  g_autoptr (GDateTime) local = there != NULL ? g_date_time_new_from_iso8601 (iso, there) : NULL;
  g_autoptr (GDateTime) instant = local != NULL ? g_date_time_to_utc (local) : NULL;
  g_autofree char *text = instant != NULL ? g_date_time_format (instant, "%Y%m%dT%H%M%SZ") : NULL;

  if (text != NULL)
    mappe_content_line_add_format (out, "%s:%s", name, text);
  return text != NULL;
}

static void
add_time (GString *out, const char *name, const char *zone, const char *date, const char *time)
{
  if (zone != NULL && !g_str_equal (zone, ZONE) && add_instant (out, name, zone, date, time))
    return;
  mappe_content_line_add_format (out, "%s;TZID=" ZONE ":%.4s%.2s%.2sT%.2s%.2s00", name, date, date + 5, date + 8, time,
                                 time + 3);
}

static void
add_day (GString *out, const char *name, const char *date)
{
  mappe_content_line_add_format (out, "%s;VALUE=DATE:%.4s%.2s%.2s", name, date, date + 5, date + 8);
}

/* The end of days is the day behind them (3.6.1). They take no time from anybody who has other things to do. */
static void
add_days (GString *out, const MappeIcsEvent *event)
{
  const char *last = event->last_date != NULL && strcmp (event->last_date, event->date) > 0 ? event->last_date
                                                                                            : event->date;
  g_autofree char *behind = mappe_date_add_days (last, 1);

  add_day (out, "DTSTART", event->date);
  if (behind != NULL)
    add_day (out, "DTEND", behind);
  mappe_content_line_add (out, "TRANSP:TRANSPARENT");
}

static void
add_times (GString *out, const MappeIcsEvent *event)
{
  gboolean next_day = event->end != NULL && strcmp (event->end, event->start) <= 0;
  g_autofree char *end_date = next_day ? mappe_date_add_days (event->date, 1) : g_strdup (event->date);

  add_time (out, "DTSTART", event->zone, event->date, event->start);
  if (event->end != NULL && end_date != NULL)
    add_time (out, "DTEND", event->zone, end_date, event->end);
}

/** mappe_ics_begin: Begins a calendar. */
void
mappe_ics_begin (GString *out)
{
  mappe_content_line_add (out, "BEGIN:VCALENDAR");
  mappe_content_line_add (out, "VERSION:2.0");
  mappe_content_line_add (out, "PRODID:-//Ratsmappe//Ratsmappe//EN");
  mappe_content_line_add (out, "CALSCALE:GREGORIAN");
  mappe_content_line_add (out, "METHOD:PUBLISH");
  g_string_append (out, zone_lines);
}

/**
 * mappe_ics_add:
 * @stamp: when the file is made, UTC: "20261130T091500Z"
 *
 * Adds an appointment.
 */
void
mappe_ics_add (GString *out, const MappeIcsEvent *event, const char *stamp)
{
  mappe_content_line_add (out, "BEGIN:VEVENT");
  mappe_content_line_add_text (out, "UID", event->uid);
  mappe_content_line_add_format (out, "DTSTAMP:%s", stamp);
  mappe_content_line_add_format (out, "SEQUENCE:%" G_GINT64_FORMAT, event->sequence);
  if (event->start != NULL)
    add_times (out, event);
  else
    add_days (out, event);
  mappe_content_line_add_text (out, "SUMMARY", event->summary);
  mappe_content_line_add_text (out, "LOCATION", event->location);
  mappe_content_line_add_text (out, "DESCRIPTION", event->description);
  mappe_content_line_add (out, event->cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  mappe_content_line_add_format (out, "CLASS:%s", class_names[event->class]);
  mappe_content_line_add (out, "END:VEVENT");
}

/** mappe_ics_end: Ends the calendar. */
void
mappe_ics_end (GString *out)
{
  mappe_content_line_add (out, "END:VCALENDAR");
}
