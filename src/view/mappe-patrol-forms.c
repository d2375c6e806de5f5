/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-planner.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-file-content.h"
#include "mappe-language.h"
#include "mappe-patrol-acts.h"
#include "mappe-patrol-file.h"
#include "mappe-patrol-text.h"
#include "mappe-patrol.h"
#include "mappe-save-as.h"
#include "mappe-sheet-form.h"

/* What the planner asks for: counts, a reason, a week, a file. */

static MappeSheetForm *
new_form (MappePatrolPlanner *self, const MappeListed *patrol, const char *heading, const char *verb,
          MappeSheetFormFunc done)
{
  g_autofree char *day = mappe_date_format (mappe_row_get_text (patrol->row, MAPPE_PATROL_DATE));
  g_autofree char *time = mappe_patrol_text_time (patrol->row);
  const char *area = patrol->shown[MAPPE_PATROL_AREA];
  g_autofree char *title = g_strdup_printf ("%s: %s, %s, %s", heading, area != NULL ? area : "", day, time);
  MappeSheetForm *form = mappe_sheet_form_new (GTK_WIDGET (self), mappe_patrol_planner_get_store (self), title,
                                               verb, done);

  mappe_sheet_form_set_subject (form, patrol->row->id);
  return form;
}

/* --- held --- */

static gboolean
held (MappeSheetForm *form, gpointer owner, GError **error)
{
  const MappeListed *patrol = mappe_patrol_planner_find (owner, mappe_sheet_form_get_subject (form));
  g_autofree char *today = mappe_date_today ();
  MappePatrolCounts counts = { mappe_sheet_form_get_text (form, "talks"),
                               mappe_sheet_form_get_text (form, "warnings"),
                               mappe_sheet_form_get_text (form, "orders"),
                               mappe_sheet_form_get_text (form, "incidents") };

  return patrol == NULL
         || mappe_patrol_planner_apply (owner, mappe_patrol_held (patrol->row, &counts, today, error),
                                        _("Patrol held"), _("The patrol was not recorded"));
}

static void
add_count (MappeSheetForm *form, const char *id, const MappeRow *patrol, guint field)
{
  g_autofree char *text = mappe_row_get_canonical (patrol, field);

  mappe_sheet_form_add_text (form, id, _(mappe_patrol_kind.fields[field].label), text);
}

/** mappe_patrol_forms_held: Asks what the patrol counted, and records it as held. */
void
mappe_patrol_forms_held (MappePatrolPlanner *self, gint64 id)
{
  const MappeListed *patrol = mappe_patrol_planner_find (self, id);
  MappeSheetForm *form;

  if (patrol == NULL)
    return;
  form = new_form (self, patrol, _("Patrol held"), _("_Held"), held);
  add_count (form, "talks", patrol->row, MAPPE_PATROL_CITIZEN_TALKS);
  add_count (form, "warnings", patrol->row, MAPPE_PATROL_WARNINGS);
  add_count (form, "orders", patrol->row, MAPPE_PATROL_DISPERSAL_ORDERS);
  add_count (form, "incidents", patrol->row, MAPPE_PATROL_INCIDENTS);
  mappe_sheet_form_present (form);
}

/* --- cancelled --- */

static gboolean
cancelled (MappeSheetForm *form, gpointer owner, GError **error)
{
  const MappeListed *patrol = mappe_patrol_planner_find (owner, mappe_sheet_form_get_subject (form));

  return patrol == NULL
         || mappe_patrol_planner_apply (owner,
                                        mappe_patrol_cancel (patrol->row, mappe_sheet_form_get_text (form, "reason"),
                                                             error),
                                        _("Patrol cancelled"), _("The patrol was not recorded"));
}

/** mappe_patrol_forms_cancel: Asks for the reason, and records the patrol as cancelled. */
void
mappe_patrol_forms_cancel (MappePatrolPlanner *self, gint64 id)
{
  const MappeListed *patrol = mappe_patrol_planner_find (self, id);
  MappeSheetForm *form;

  if (patrol == NULL)
    return;
  form = new_form (self, patrol, _("Patrol cancelled"), _("_Record as cancelled"), cancelled);
  mappe_sheet_form_add_text (form, "reason", _("Reason of the cancellation"),
                             mappe_row_get_text (patrol->row, MAPPE_PATROL_CANCEL_REASON));
  mappe_sheet_form_present (form);
}

/* --- another week --- */

static gboolean
week_chosen (MappeSheetForm *form, gpointer owner, GError **error)
{
  const char *typed = mappe_sheet_form_get_text (form, "week");
  g_autofree char *today = mappe_date_today ();
  g_autofree char *monday = mappe_patrol_week_parse (typed);
  g_autofree char *day = monday != NULL ? g_strdup (monday) : mappe_date_parse_typed (typed, today, error);

  if (day == NULL)
    return FALSE;
  mappe_patrol_planner_show (owner, day);
  return TRUE;
}

/** mappe_patrol_forms_week: Asks which week to show: a day, "week 12" or "2026-W48". */
void
mappe_patrol_forms_week (MappePatrolPlanner *self)
{
  g_autofree char *name = mappe_patrol_week_name (mappe_patrol_planner_get_monday (self));
  MappeSheetForm *form = mappe_sheet_form_new (GTK_WIDGET (self), mappe_patrol_planner_get_store (self),
                                               _("Which week?"), _("_Show"), week_chosen);

  mappe_sheet_form_add_text (form, "week", _("A day, a week (“week 12”) or year and week (“2026-W48”)"), name);
  mappe_sheet_form_present (form);
}

/* --- files --- */

/** mappe_patrol_forms_save: @format: "ics" or "csv". Asks where to, and writes the week there. */
void
mappe_patrol_forms_save (MappePatrolPlanner *self, const char *format)
{
  const MappePatrolWeek *week = mappe_patrol_planner_get_week (self);
  MappeStore *store = mappe_patrol_planner_get_store (self);
  gboolean csv = g_str_equal (format, "csv");
  g_autofree char *pattern = g_strconcat ("*.", format, NULL);
  MappeDialogsFilter filter = { csv ? _("Tables (CSV)") : _("Calendars (iCalendar)"), pattern };
  g_autofree char *name = NULL, *base = NULL, *suggested = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (week == NULL)
    return;
  text = csv ? mappe_patrol_file_csv (week, mappe_language_is_german (NULL))
             : mappe_patrol_file_ics (week, mappe_store_get_council_id (store), g_get_real_time () / G_USEC_PER_SEC);
  bytes = g_bytes_new_take (text, strlen (text));
  name = mappe_patrol_week_name (week->days[0]);
  /* Translators: name of a file, without its ending; the week, e.g. 2026-W48 */
  base = g_strdup_printf (_("Patrols %s"), name);
  suggested = g_strdup_printf ("%s.%s", base, format);
  mappe_save_as (GTK_WIDGET (self), _("Save the week"), &filter, suggested, bytes, _("The week was not saved"));
}
