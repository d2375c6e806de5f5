/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-text.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-number.h"
#include "mappe-patrol-file.h"
#include "mappe-patrol-week.h"
#include "mappe-patrol.h"

static gboolean
is_unreported (const MappeRow *patrol, const char *today)
{
  return g_strcmp0 (mappe_row_get_text (patrol, MAPPE_PATROL_STATUS), "planned") == 0
         && strcmp (mappe_row_get_text (patrol, MAPPE_PATROL_DATE), today) < 0;
}

/** mappe_patrol_text_state: Returns: the light of a patrol; one that is over and not reported on wants something */
MappeState
mappe_patrol_text_state (const MappeRow *patrol, const char *today)
{
  if (is_unreported (patrol, today))
    return MAPPE_STATE_DUE_SOON;
  return mappe_state_of_code ("patrol_status", mappe_row_get_text (patrol, MAPPE_PATROL_STATUS));
}

/** mappe_patrol_text_status: Returns: (transfer none): the word beside the light */
const char *
mappe_patrol_text_status (MappeDisplay *display, const MappeRow *patrol, const char *today)
{
  const char *code = mappe_row_get_text (patrol, MAPPE_PATROL_STATUS);
  const char *label = mappe_display_code (display, "patrol_status", code);

  if (is_unreported (patrol, today))
    return _("Not reported");
  return label != NULL ? label : code;
}

/** mappe_patrol_text_time: Returns: (transfer full): "18:00–20:00" */
char *
mappe_patrol_text_time (const MappeRow *patrol)
{
  const char *end = mappe_row_get_text (patrol, MAPPE_PATROL_END_AT);

  return g_strdup_printf ("%s–%s", mappe_row_get_text (patrol, MAPPE_PATROL_START_AT), end != NULL ? end : "");
}

static void
add_staff (GString *text, const MappeRow *patrol, guint organisation, guint staff)
{
  if (mappe_row_is_null (patrol, organisation) && mappe_row_is_null (patrol, staff))
    g_string_append (text, "–");
  else if (mappe_row_is_null (patrol, staff))
    g_string_append (text, "?");
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, mappe_row_get_int (patrol, staff));
}

/** mappe_patrol_text_numbers: Returns: (transfer full): staff of police and municipal service, duty roster: "2 + 2 ·
 * DP-KW48" */
char *
mappe_patrol_text_numbers (const MappeRow *patrol)
{
  const char *roster = mappe_row_get_text (patrol, MAPPE_PATROL_DUTY_ROSTER_REF);
  GString *text = g_string_new (NULL);

  add_staff (text, patrol, MAPPE_PATROL_POLICE_ORGANISATION, MAPPE_PATROL_POLICE_STAFF);
  g_string_append (text, " + ");
  add_staff (text, patrol, MAPPE_PATROL_MUNICIPAL_ORGANISATION, MAPPE_PATROL_MUNICIPAL_STAFF);
  if (roster != NULL)
    g_string_append_printf (text, " · %s", roster);
  return g_string_free (text, FALSE);
}

/** mappe_patrol_text_counts: Returns: (transfer full) (nullable): what was counted, or why it was cancelled */
char *
mappe_patrol_text_counts (const MappeRow *patrol)
{
  static const guint fields[] = { MAPPE_PATROL_CITIZEN_TALKS, MAPPE_PATROL_WARNINGS, MAPPE_PATROL_DISPERSAL_ORDERS,
                                  MAPPE_PATROL_INCIDENTS };
  const char *reason = mappe_row_get_text (patrol, MAPPE_PATROL_CANCEL_REASON);
  GString *text = g_string_new (reason);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!mappe_row_is_null (patrol, fields[i]))
      g_string_append_printf (text, "%s%s: %" G_GINT64_FORMAT, text->len > 0 ? " · " : "",
                              _(mappe_patrol_kind.fields[fields[i]].label), mappe_row_get_int (patrol, fields[i]));
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

/** mappe_patrol_text_line: Returns: (transfer full): a patrol in one line: time, status, services, roster, counts */
char *
mappe_patrol_text_line (MappeDisplay *display, const MappeListed *patrol, const char *today)
{
  g_autofree char *time = mappe_patrol_text_time (patrol->row);
  g_autofree char *staff = mappe_patrol_file_staff (patrol);
  g_autofree char *counts = mappe_patrol_text_counts (patrol->row);
  const char *roster = mappe_row_get_text (patrol->row, MAPPE_PATROL_DUTY_ROSTER_REF);
  GString *text = g_string_new (time);

  g_string_append_printf (text, ", %s, %s", mappe_patrol_text_status (display, patrol->row, today), staff);
  if (roster != NULL)
    g_string_append_printf (text, ", %s", roster);
  if (counts != NULL)
    g_string_append_printf (text, ", %s", counts);
  return g_string_free (text, FALSE);
}

/** mappe_patrol_text_week: Returns: (transfer full): "Week 48 · 23 Nov – 29 Nov 2026" */
char *
mappe_patrol_text_week (const char *monday)
{
  g_autofree char *name = mappe_patrol_week_name (monday);
  g_autofree char *sunday = mappe_date_add_days (monday, MAPPE_WEEK_DAYS - 1);
  g_autofree char *first = mappe_date_format (monday);
  g_autofree char *last = mappe_date_format (sunday);

  /* Translators: number of the calendar week, its first and its last day */
  return g_strdup_printf (_("Week %d · %s – %s"), atoi (strchr (name, 'W') + 1), first, last);
}

/** mappe_patrol_text_hours: Returns: (transfer full): hours, without decimals where there are none */
char *
mappe_patrol_text_hours (guint minutes)
{
  return mappe_real_format (minutes / 60.0, minutes % 60 == 0 ? 0 : 1);
}
