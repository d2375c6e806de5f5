/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-ics.h"

#include <stdarg.h>
#include <string.h>

#include "mappe-date.h"

/* iCalendar (RFC 5545). Times are wall-clock times of the place, so a change of the summer time rules moves nothing. */

enum { MOST_OCTETS = 75 };  /* of a line, without its end (3.1) */

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

/* A long line goes on in the next one behind a space; no character is cut in two. */
static void
add_line (GString *out, const char *line)
{
  gsize room = MOST_OCTETS;

  while (strlen (line) > room)
    {
      const char *cut = line + room;

      while ((*cut & 0xc0) == 0x80)
        cut--;
      g_string_append_len (out, line, cut - line);
      g_string_append (out, "\r\n ");
      line = cut;
      room = MOST_OCTETS - 1;
    }
  g_string_append (out, line);
  g_string_append (out, "\r\n");
}

static void add_format (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_format (GString *out, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_line (out, line);
}

/* TEXT (3.3.11): backslash, semicolon, comma and line end are escaped; other control characters cannot stand there. */
static void
add_text (GString *out, const char *name, const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  if (text == NULL || *text == '\0')
    return;
  g_string_append_c (line, ':');
  for (; *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (line, "\\n");
    else if (strchr ("\\;,", *text) != NULL)
      g_string_append_printf (line, "\\%c", *text);
    else if ((guchar) *text >= 0x20 && *text != 0x7f)
      g_string_append_c (line, *text);
    else if (*text == '\t')
      g_string_append_c (line, ' ');
  add_line (out, line->str);
}

static void
add_time (GString *out, const char *name, const char *date, const char *time)
{
  add_format (out, "%s;TZID=" ZONE ":%.4s%.2s%.2sT%.2s%.2s00", name, date, date + 5, date + 8, time, time + 3);
}

/** mappe_ics_begin: Begins a calendar. */
void
mappe_ics_begin (GString *out)
{
  add_line (out, "BEGIN:VCALENDAR");
  add_line (out, "VERSION:2.0");
  add_line (out, "PRODID:-//Ratsmappe//Ratsmappe//EN");
  add_line (out, "CALSCALE:GREGORIAN");
  add_line (out, "METHOD:PUBLISH");
  g_string_append (out, zone_lines);
}

/**
 * mappe_ics_add:
 * @stamp: when the file is made, UTC: "20261130T091500Z"
 *
 * Adds an appointment. Where services are and when is nobody else's business, so it is marked as confidential.
 */
void
mappe_ics_add (GString *out, const MappeIcsEvent *event, const char *stamp)
{
  gboolean next_day = event->end != NULL && strcmp (event->end, event->start) <= 0;
  g_autofree char *end_date = next_day ? mappe_date_add_days (event->date, 1) : g_strdup (event->date);

  add_line (out, "BEGIN:VEVENT");
  add_text (out, "UID", event->uid);
  add_format (out, "DTSTAMP:%s", stamp);
  add_format (out, "SEQUENCE:%" G_GINT64_FORMAT, event->sequence);
  add_time (out, "DTSTART", event->date, event->start);
  if (event->end != NULL && end_date != NULL)
    add_time (out, "DTEND", end_date, event->end);
  add_text (out, "SUMMARY", event->summary);
  add_text (out, "LOCATION", event->location);
  add_text (out, "DESCRIPTION", event->description);
  add_line (out, event->cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  add_line (out, "CLASS:CONFIDENTIAL");
  add_line (out, "END:VEVENT");
}

/** mappe_ics_end: Ends the calendar. */
void
mappe_ics_end (GString *out)
{
  add_line (out, "END:VCALENDAR");
}
