/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-file.h"

#include <glib/gi18n-lib.h>

#include "mappe-csv.h"
#include "mappe-ics.h"
#include "mappe-patrol.h"

/* A week of patrols for other programs: as a table, and as appointments. */

static GPtrArray *
patrols_of (const MappePatrolWeek *week)
{
  return mappe_patrol_week_find (week, 0, week->days[0], week->days[MAPPE_WEEK_DAYS - 1]);
}

/* --- CSV --- */

static const guint columns[] = {
  MAPPE_PATROL_REFERENCE,           MAPPE_PATROL_DATE,                   MAPPE_PATROL_START_AT,
  MAPPE_PATROL_END_AT,              MAPPE_PATROL_AREA,                   MAPPE_PATROL_STATUS,
  MAPPE_PATROL_CANCEL_REASON,       MAPPE_PATROL_POLICE_ORGANISATION,    MAPPE_PATROL_POLICE_STAFF,
  MAPPE_PATROL_MUNICIPAL_ORGANISATION, MAPPE_PATROL_MUNICIPAL_STAFF,     MAPPE_PATROL_DUTY_ROSTER_REF,
  MAPPE_PATROL_CITIZEN_TALKS,       MAPPE_PATROL_WARNINGS,               MAPPE_PATROL_DISPERSAL_ORDERS,
  MAPPE_PATROL_INCIDENTS,
};

static char *
cell_of (const MappePatrolWeek *week, const MappeListed *patrol, guint field, gboolean german)
{
  const MappeFieldSpec *spec = &mappe_patrol_kind.fields[field];
  const char *code = spec->type == MAPPE_FIELD_CODE ? mappe_row_get_text (patrol->row, field) : NULL;
  const char *label = code != NULL ? mappe_codes_label (week->codes, spec->code_list, code, german) : NULL;

  if (spec->type == MAPPE_FIELD_REF)
    return g_strdup (patrol->shown[field]);
  return label != NULL ? g_strdup (label) : mappe_row_get_canonical (patrol->row, field);
}

/**
 * mappe_patrol_file_csv:
 * @german: the language of codes
 *
 * Returns: (transfer full): the patrols of the week as comma-separated values (RFC 4180): names as people read them,
 *   dates and numbers as programs read them
 */
char *
mappe_patrol_file_csv (const MappePatrolWeek *week, gboolean german)
{
  g_autoptr (GPtrArray) patrols = patrols_of (week);
  GString *out = g_string_new (NULL);
  const char *heads[G_N_ELEMENTS (columns)];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    heads[i] = _(mappe_patrol_kind.fields[columns[i]].label);
  mappe_csv_append_row (out, heads, G_N_ELEMENTS (columns), MAPPE_CSV_PLAIN);
  for (guint p = 0; p < patrols->len; p++)
    {
      g_auto (GStrv) cells = g_new0 (char *, G_N_ELEMENTS (columns) + 1);

      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          char *cell = cell_of (week, g_ptr_array_index (patrols, p), columns[i], german);

          cells[i] = cell != NULL ? cell : g_strdup ("");
        }
      mappe_csv_append_row (out, (const char *const *) cells, G_N_ELEMENTS (columns), MAPPE_CSV_PLAIN);
    }
  return g_string_free (out, FALSE);
}

/* --- iCalendar --- */

static void
add_service (GString *text, const MappeListed *patrol, guint organisation, guint staff)
{
  const char *name = patrol->shown[organisation];

  if (name == NULL)
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
  if (!mappe_row_is_null (patrol->row, staff))
    g_string_append_printf (text, " (%" G_GINT64_FORMAT ")", mappe_row_get_int (patrol->row, staff));
}

/** mappe_patrol_file_staff: Returns: (transfer full): who is on patrol: "Police station (2), Order service (2)" */
char *
mappe_patrol_file_staff (const MappeListed *patrol)
{
  GString *text = g_string_new (NULL);

  add_service (text, patrol, MAPPE_PATROL_POLICE_ORGANISATION, MAPPE_PATROL_POLICE_STAFF);
  add_service (text, patrol, MAPPE_PATROL_MUNICIPAL_ORGANISATION, MAPPE_PATROL_MUNICIPAL_STAFF);
  return g_string_free (text, FALSE);
}

static char *
describe (const MappeListed *patrol)
{
  g_autofree char *staff = mappe_patrol_file_staff (patrol);
  const char *roster = mappe_row_get_text (patrol->row, MAPPE_PATROL_DUTY_ROSTER_REF);
  const char *reason = mappe_row_get_text (patrol->row, MAPPE_PATROL_CANCEL_REASON);
  GString *text = g_string_new (staff);

  if (roster != NULL)
    g_string_append_printf (text, "\n%s: %s", _("Duty roster"), roster);
  if (reason != NULL)
    g_string_append_printf (text, "\n%s: %s", _("Reason of the cancellation"), reason);
  return g_string_free (text, FALSE);
}

/**
 * mappe_patrol_file_add:
 * @council: id of the council
 * @stamp: when the file is made, see mappe_ics_add()
 * @deleted: whether it was taken out of the file
 *
 * Adds a patrol to a calendar. The version is the number of the change set that the record is of, which only grows:
 * also when a deletion is undone, and from the record to its deletion. So the sequence never falls, and calendars take
 * what is newest.
 */
void
mappe_patrol_file_add (GString *out, const MappeListed *patrol, const char *council, const char *stamp,
                       gboolean deleted)
{
  const MappeRow *row = patrol->row;
  const char *area = patrol->shown[MAPPE_PATROL_AREA];
  g_autofree char *uid = g_strdup_printf ("patrol-%" G_GINT64_FORMAT "@%s", row->id, council);
  /* Translators: title of an appointment; the area of a patrol */
  g_autofree char *summary = g_strdup_printf (_("Joint foot patrol: %s"), area != NULL ? area : "");
  g_autofree char *description = describe (patrol);
  MappeIcsEvent event = {
    .uid = uid,
    .sequence = MAX (row->version - 1, 0),
    .date = mappe_row_get_text (row, MAPPE_PATROL_DATE),
    .start = mappe_row_get_text (row, MAPPE_PATROL_START_AT),
    .end = mappe_row_get_text (row, MAPPE_PATROL_END_AT),
    .summary = summary,
    .location = area,
    .description = description,
    .cancelled = deleted || g_strcmp0 (mappe_row_get_text (row, MAPPE_PATROL_STATUS), "cancelled") == 0,
  };

  mappe_ics_add (out, &event, stamp);
}

/**
 * mappe_patrol_file_ics:
 * @council: id of the council, see mappe_store_get_council_id(); it makes the ids of the appointments unique
 * @now: when it is made, in seconds since 1970 UTC
 *
 * Returns: (transfer full): the patrols of the week as a calendar (RFC 5545); those that were cancelled or deleted are
 *   in it as cancelled, so that they go out of the calendars they were put into
 */
char *
mappe_patrol_file_ics (const MappePatrolWeek *week, const char *council, gint64 now)
{
  g_autoptr (GPtrArray) patrols = patrols_of (week);
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (now);
  g_autofree char *stamp = g_date_time_format (made, "%Y%m%dT%H%M%SZ");
  GString *out = g_string_new (NULL);

  mappe_ics_begin (out);
  for (guint i = 0; i < patrols->len; i++)
    mappe_patrol_file_add (out, g_ptr_array_index (patrols, i), council, stamp, FALSE);
  for (guint i = 0; i < week->deleted->len; i++)
    mappe_patrol_file_add (out, g_ptr_array_index (week->deleted, i), council, stamp, TRUE);
  mappe_ics_end (out);
  return g_string_free (out, FALSE);
}
