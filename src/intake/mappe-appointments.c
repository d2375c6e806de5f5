/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-foreign-rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-recurrence.h"
#include "mappe-text.h"

/* iCalendar (RFC 5545): an appointment a row, and one for each of its repetitions. Times become those of the clock on
 * the wall of the council. */

#define ZONE "Europe/Berlin"
enum { MOST_OVERRIDDEN = 10000, MOST_DEPTH = 64 };

/**
 * Moment:
 * @day: "YYYY-MM-DD"
 * @time: "HH:MM", or "" for a whole day
 */
typedef struct {
  char day[11];
  char time[6];
} Moment;

/** Appointment: what of it is not a cell, see #MappeForeignRow */
typedef struct {
  Moment      start, end;
  char       *rule, *duration, *recurrence;
  gboolean    has_start, has_end, cancelled, has_more;
  GHashTable *without;
  const char *unknown_zone;
} Appointment;

static void
appointment_clear (Appointment *self)
{
  g_free (self->rule);
  g_free (self->duration);
  g_free (self->recurrence);
  g_clear_pointer (&self->without, g_hash_table_unref);
}

/* --- times --- */

/* Names that calendars of Windows use instead of those of the rest of the world. */
static const char *
zone_of (const char *name)
{
  static const struct { const char *windows, *zone; } zones[] = {
    { "W. Europe Standard Time", "Europe/Berlin" },       { "Central Europe Standard Time", "Europe/Budapest" },
    { "Romance Standard Time", "Europe/Paris" },          { "GMT Standard Time", "Europe/London" },
    { "Central European Standard Time", "Europe/Warsaw" }, { "E. Europe Standard Time", "Europe/Chisinau" },
    { "FLE Standard Time", "Europe/Kiev" },               { "Eastern Standard Time", "America/New_York" },
    { "UTC", "UTC" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (g_str_equal (zones[i].windows, name))
      return zones[i].zone;
  return name;
}

/* Returns: whether @zone is known */
static gboolean
move_to_council (Moment *moment, const char *zone)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier (zone_of (zone));
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier (ZONE);
  g_autofree char *text = g_strdup_printf ("%sT%s:00", moment->day, moment->time);
  g_autoptr (GDateTime) time = there != NULL ? g_date_time_new_from_iso8601 (text, there) : NULL;
  g_autoptr (GDateTime) local = time != NULL && here != NULL ? g_date_time_to_timezone (time, here) : NULL;
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autofree char *clock = local != NULL ? g_date_time_format (local, "%H:%M") : NULL;

  if (clock == NULL)
    return FALSE;
  g_strlcpy (moment->day, day, sizeof moment->day);
  g_strlcpy (moment->time, clock, sizeof moment->time);
  return mappe_date_is_valid (moment->day);
}

/* "20260403", "20260403T183000", "20260403T163000Z"; @zone: (nullable) */
static gboolean
read_moment (Moment *moment, const char *value, const char *zone, Appointment *appointment)
{
  gboolean has_time;

  if (strspn (value, "0123456789") != 8)
    return FALSE;
  g_snprintf (moment->day, sizeof moment->day, "%.4s-%.2s-%.2s", value, value + 4, value + 6);
  *moment->time = '\0';
  has_time = value[8] == 'T' && strspn (value + 9, "0123456789") >= 4;
  if (!mappe_date_is_valid (moment->day) || (value[8] != '\0' && !has_time))
    return FALSE;
  if (!has_time)
    return TRUE;
  g_snprintf (moment->time, sizeof moment->time, "%.2s:%.2s", value + 9, value + 11);
  if (!mappe_time_is_valid (moment->time))
    return FALSE;
  if (value[strlen (value) - 1] == 'Z')
    return move_to_council (moment, "UTC");
  if (zone != NULL && !move_to_council (moment, zone))
    appointment->unknown_zone = _("its time zone is not known; the time was taken as it stands there");
  return TRUE;
}

/* "P1DT2H30M", in minutes; -1 when it is none */
static int
read_duration (const char *value)
{
  gint64 minutes = 0;
  const char *at = value + strspn (value, "+");

  if (*at++ != 'P')
    return -1;
  while (*at != '\0')
    {
      char *end;
      gint64 n;

      at += *at == 'T';
      n = g_ascii_strtoll (at, &end, 10);
      if (end == at || n < 0 || n > 100000 || strchr ("WDHMS", *end) == NULL || *end == '\0')
        return -1;
      minutes += *end == 'W' ? n * 7 * 1440 : *end == 'D' ? n * 1440 : *end == 'H' ? n * 60 : *end == 'M' ? n : 0;
      at = end + 1;
      if (minutes > 10000000)
        return -1;
    }
  return (int) minutes;
}

static void
add_minutes (Moment *moment, int minutes)
{
  int of_day = *moment->time == '\0' ? 0 : atoi (moment->time) * 60 + atoi (moment->time + 3);
  int then = (of_day + minutes) % 1440;
  g_autofree char *day = mappe_date_add_days (moment->day, (of_day + minutes) / 1440);

  if (day == NULL)
    return;
  g_strlcpy (moment->day, day, sizeof moment->day);
  if (*moment->time != '\0')
    g_snprintf (moment->time, sizeof moment->time, "%02d:%02d", then / 60, then % 60);
}

/* The end of whole days is the day behind them (3.6.1). */
static void
settle_end (Appointment *self)
{
  int minutes = self->duration != NULL ? read_duration (self->duration) : -1;
  gboolean whole = *self->start.time == '\0';
  g_autofree char *before = NULL;

  if (!self->has_end && minutes >= 0)
    {
      self->end = self->start;
      add_minutes (&self->end, minutes);
      self->has_end = TRUE;
    }
  if (!self->has_end)
    return;
  before = whole ? mappe_date_add_days (self->end.day, -1) : NULL;
  if (before != NULL)
    g_strlcpy (self->end.day, before, sizeof self->end.day);
  if (strcmp (self->end.day, self->start.day) < 0
      || (strcmp (self->end.day, self->start.day) == 0 && strcmp (self->end.time, self->start.time) < 0))
    self->has_end = FALSE;
}

/* --- lines --- */

static void
take_without (MappeForeignRows *self, Appointment *appointment, const char *value)
{
  g_auto (GStrv) days = g_strsplit (value, ",", 1000);
  Moment moment;

  for (guint i = 0; days[i] != NULL; i++)
    if (read_moment (&moment, days[i], mappe_content_reader_parameter (self->content, "TZID"), appointment))
      g_hash_table_add (appointment->without, g_strdup (moment.day));
}

static gboolean
take_moment (MappeForeignRows *self, Appointment *appointment, Moment *moment, const MappeContentLine *line)
{
  if (read_moment (moment, line->value, mappe_content_reader_parameter (self->content, "TZID"), appointment))
    return TRUE;
  if (self->fault == NULL)
    {
      g_autofree char *shown = mappe_text_ellipsize (line->value, 40);

      self->fault = g_strdup_printf (_("“%s” is not a time"), shown);
    }
  return FALSE;
}

static void
take_text (MappeForeignRows *self, guint column, const char *value)
{
  g_autofree char *text = mappe_content_text (value);

  mappe_foreign_rows_put (self, column, g_strstrip (text), "\n\n");
}

static void
take_line (MappeForeignRows *self, Appointment *appointment, const MappeContentLine *line)
{
  if (g_str_equal (line->name, "SUMMARY"))
    take_text (self, MAPPE_APPOINTMENT_TITLE, line->value);
  else if (g_str_equal (line->name, "LOCATION"))
    take_text (self, MAPPE_APPOINTMENT_PLACE, line->value);
  else if (g_str_equal (line->name, "DESCRIPTION"))
    take_text (self, MAPPE_APPOINTMENT_NOTE, line->value);
  else if (g_str_equal (line->name, "DTSTART"))
    appointment->has_start = take_moment (self, appointment, &appointment->start, line);
  else if (g_str_equal (line->name, "DTEND"))
    appointment->has_end = take_moment (self, appointment, &appointment->end, line);
  else if (g_str_equal (line->name, "DURATION") && appointment->duration == NULL)
    appointment->duration = g_strdup (line->value);
  else if (g_str_equal (line->name, "RRULE") && appointment->rule == NULL)
    appointment->rule = g_strdup (line->value);
  else if (g_str_equal (line->name, "EXDATE"))
    take_without (self, appointment, line->value);
  else if (g_str_equal (line->name, "RDATE"))
    appointment->has_more = TRUE;
  else if (g_str_equal (line->name, "RECURRENCE-ID") && appointment->recurrence == NULL)
    appointment->recurrence = g_strdup (line->value);
  else if (g_str_equal (line->name, "STATUS"))
    appointment->cancelled = g_ascii_strcasecmp (line->value, "CANCELLED") == 0;
  else if (g_str_equal (line->name, "UID") && self->uid == NULL)
    self->uid = mappe_content_text (line->value);
}

static gboolean
begins (const MappeContentLine *line, const char *what)
{
  return g_str_equal (line->name, "BEGIN") && g_ascii_strcasecmp (line->value, what) == 0;
}

/* Reads to the end of the appointment; what is within it, like an alarm, says nothing of it. */
static gboolean
read_appointment (MappeForeignRows *self, Appointment *appointment, guint64 begin, GError **error)
{
  GError *cause = NULL;
  const MappeContentLine *line;
  guint depth = 0;

  while ((line = mappe_content_reader_next (self->content, &cause)) != NULL && depth < MOST_DEPTH)
    {
      if (begins (line, "VEVENT") || (depth == 0 && g_str_equal (line->name, "END")
                                      && g_ascii_strcasecmp (line->value, "VEVENT") != 0))
        break;
      if (g_str_equal (line->name, "BEGIN"))
        depth++;
      else if (g_str_equal (line->name, "END") && depth > 0)
        depth--;
      else if (g_str_equal (line->name, "END"))
        return TRUE;
      else if (depth == 0)
        take_line (self, appointment, line);
    }
  if (cause != NULL)
    g_propagate_error (error, cause);
  else
    mappe_content_reader_fail (self->content, begin, error, _("the appointment that begins here does not end"));
  return FALSE;
}

/* --- rows --- */

static void
put_cell (MappeForeignRows *self, guint column, const char *text)
{
  g_free (self->row.cells[column]);
  self->row.cells[column] = g_strdup (text);
}

static void
put_times (MappeForeignRows *self, const Appointment *appointment)
{
  put_cell (self, MAPPE_APPOINTMENT_START_ON, appointment->start.day);
  put_cell (self, MAPPE_APPOINTMENT_START_AT, appointment->start.time);
  put_cell (self, MAPPE_APPOINTMENT_END_ON, appointment->has_end ? appointment->end.day : "");
  put_cell (self, MAPPE_APPOINTMENT_END_AT, appointment->has_end ? appointment->end.time : "");
}

static void
expand (MappeForeignRows *self, Appointment *appointment)
{
  gboolean cut, understood = mappe_recurrence_days (appointment->rule, appointment->start.day, appointment->without,
                                                    self->pending, &cut);

  if (!understood)
    self->note = g_strdup (_("how it repeats was not understood: it was taken once"));
  else if (cut)
    self->note = g_strdup_printf (_("it goes on: %u repetitions were taken"), self->pending->len);
  for (guint i = self->pending->len; self->uid != NULL && i > 0; i--)
    {
      g_autofree char *key = g_strdup_printf ("%s %s", self->uid, (char *) g_ptr_array_index (self->pending, i - 1));

      if (g_hash_table_contains (self->overridden, key))
        g_ptr_array_remove_index (self->pending, i - 1);
    }
}

/* Each repetition is known by the day it falls on. */
static void
name_repetition (MappeForeignRows *self, const char *day)
{
  char *uid = self->uid != NULL ? g_strdup_printf ("%s %s", self->uid, day) : NULL;

  g_free (self->uid);
  self->uid = uid;
}

static void
end_appointment (MappeForeignRows *self, Appointment *appointment)
{
  Moment moment;

  if (!appointment->has_start && self->fault == NULL)
    self->fault = g_strdup (_("the appointment has no begin"));
  if (self->fault == NULL)
    {
      settle_end (appointment);
      put_times (self, appointment);
    }
  if (self->fault == NULL && appointment->recurrence != NULL
      && read_moment (&moment, appointment->recurrence, NULL, appointment))
    name_repetition (self, moment.day);
  else if (self->fault == NULL && appointment->rule != NULL)
    expand (self, appointment);
  if (self->note == NULL && appointment->has_more)
    self->note = g_strdup (_("it has further days, which were not taken"));
  if (self->note == NULL && appointment->unknown_zone != NULL)
    self->note = g_strdup (appointment->unknown_zone);
  self->row.cancelled = appointment->cancelled;
}

static void
show_row (MappeForeignRows *self)
{
  self->row.fault = self->fault;
  self->row.note = self->note;
  self->row.uid = self->uid;
}

/* The next of the repetitions: as the one before, as many days later as they are apart. */
static void
take_pending (MappeForeignRows *self, gboolean first)
{
  g_autofree char *day = g_ptr_array_steal_index (self->pending, 0);
  char **cells = self->row.cells;
  int apart = mappe_date_days_between (cells[MAPPE_APPOINTMENT_START_ON], day);
  g_autofree char *end = *cells[MAPPE_APPOINTMENT_END_ON] != '\0'
                             ? mappe_date_add_days (cells[MAPPE_APPOINTMENT_END_ON], apart) : NULL;
  char *behind = self->uid != NULL && strlen (self->uid) > 11 ? self->uid + strlen (self->uid) - 11 : NULL;

  if (behind != NULL && *behind == ' ' && mappe_date_is_valid (behind + 1))
    *behind = '\0';
  name_repetition (self, day);
  put_cell (self, MAPPE_APPOINTMENT_START_ON, day);
  put_cell (self, MAPPE_APPOINTMENT_END_ON, end != NULL ? end : "");
  show_row (self);
  self->row.note = first ? self->note : NULL;
}

/* Returns: whether there may be a next appointment; @line: (out) (nullable): where it begins */
static gboolean
find_begin (MappeForeignRows *self, const MappeContentLine **line, GError **error)
{
  GError *cause = NULL;

  do
    *line = mappe_content_reader_next (self->content, &cause);
  while (*line != NULL && !begins (*line, "VEVENT"));
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, cause);
  return FALSE;
}

/** mappe_appointments_next: Reads the next appointment, or makes the next of its repetitions. */
gboolean
mappe_appointments_next (MappeForeignRows *self, gboolean *has_row, GError **error)
{
  const MappeContentLine *line;
  Appointment appointment = { 0 };
  gboolean done, repeats, first;

  *has_row = self->pending->len > 0;
  first = !*has_row;
  while (!*has_row)
    {
      if (!find_begin (self, &line, error))
        return FALSE;
      if (line == NULL)
        return TRUE;
      mappe_foreign_rows_clear_row (self, line->line);
      appointment = (Appointment) { .without = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
      done = read_appointment (self, &appointment, line->line, error);
      if (done)
        end_appointment (self, &appointment);
      repeats = appointment.rule != NULL && appointment.recurrence == NULL && self->fault == NULL;
      appointment_clear (&appointment);
      if (!done)
        return FALSE;
      show_row (self);
      *has_row = !repeats || self->pending->len > 0;
      if (!repeats)
        return TRUE;
    }
  take_pending (self, first);
  return TRUE;
}

/* --- repetitions that have an appointment of their own --- */

static gboolean
note_overridden (MappeForeignRows *self, const char *uid, const char *recurrence, GError **error)
{
  Appointment none = { 0 };
  Moment moment;

  if (uid == NULL || recurrence == NULL || !read_moment (&moment, recurrence, NULL, &none))
    return TRUE;
  if (g_hash_table_size (self->overridden) >= MOST_OVERRIDDEN)
    return mappe_content_reader_fail (self->content, 1, error, _("too many changed repetitions"));
  g_hash_table_add (self->overridden, g_strdup_printf ("%s %s", uid, moment.day));
  return TRUE;
}

static gboolean
read_overridden (MappeForeignRows *self, GError **error)
{
  g_autofree char *uid = NULL, *recurrence = NULL;
  const MappeContentLine *line;
  GError *cause = NULL;

  while ((line = mappe_content_reader_next (self->content, &cause)) != NULL)
    {
      if (begins (line, "VEVENT"))
        {
          g_clear_pointer (&uid, g_free);
          g_clear_pointer (&recurrence, g_free);
        }
      else if (g_str_equal (line->name, "UID") && uid == NULL)
        uid = mappe_content_text (line->value);
      else if (g_str_equal (line->name, "RECURRENCE-ID") && recurrence == NULL)
        recurrence = g_strdup (line->value);
      else if (g_str_equal (line->name, "END") && g_ascii_strcasecmp (line->value, "VEVENT") == 0
               && !note_overridden (self, uid, recurrence, error))
        return FALSE;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, cause);
  return FALSE;
}

/** mappe_appointments_begin: Finds out which repetitions are told of apart, before the first appointment is read. */
gboolean
mappe_appointments_begin (MappeForeignRows *self, GError **error)
{
  g_autoptr (GInputStream) stream = mappe_foreign_file_read (self->file, self->cancellable, error);
  gboolean done;

  if (stream == NULL)
    return FALSE;
  self->overridden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->content = mappe_content_reader_new (stream, self->file->name);
  done = read_overridden (self, error);
  g_clear_pointer (&self->content, mappe_content_reader_free);
  return done;
}
