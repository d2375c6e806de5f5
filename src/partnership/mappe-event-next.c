/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mappe-date.h"
#include "mappe-debrief-finding.h"
#include "mappe-debrief.h"
#include "mappe-deployment-plan-item.h"
#include "mappe-event-acts.h"
#include "mappe-event-area.h"
#include "mappe-event-check.h"
#include "mappe-event-consent.h"
#include "mappe-field-work-error.h"
#include "mappe-event-series.h"
#include "mappe-event.h"

/* The next event of a series: the file as it was, on the same weekday of the next year, with what was found asked
 * again. */

enum { DAY_LENGTH = 10, YEAR_LENGTH = 4 };

/**
 * mappe_event_next_day:
 * @day: first day of an event, `YYYY-MM-DD`
 *
 * Festivals keep their weekday: the second Sunday of October stays the second Sunday of October. Where a month has no
 * fifth one, it is the last.
 *
 * Returns: (transfer full) (nullable): the same weekday of the same month in the next year
 */
char *
mappe_event_next_day (const char *day)
{
  enum { WEEK = 7 };
  GDate date;
  GDateMonth month;
  int nth, ahead;
  GDateWeekday weekday;

  if (!mappe_date_parse_iso (day, &date))
    return NULL;
  month = g_date_get_month (&date);
  weekday = g_date_get_weekday (&date);
  nth = (g_date_get_day (&date) - 1) / WEEK;
  g_date_set_dmy (&date, 1, month, (GDateYear) (g_date_get_year (&date) + 1));
  ahead = ((int) weekday - (int) g_date_get_weekday (&date) + WEEK) % WEEK;
  g_date_add_days (&date, (guint) (ahead + nth * WEEK));
  if (g_date_get_month (&date) != month)
    g_date_subtract_days (&date, WEEK);
  return mappe_date_to_iso (&date);
}

/**
 * mappe_event_next_title:
 * @from: first day of the event
 * @to: first day of the next one
 *
 * Returns: (transfer full): the title with the year of the next event in the place of that of this one
 */
char *
mappe_event_next_title (const char *title, const char *from, const char *to)
{
  g_autofree char *old = g_strndup (from, YEAR_LENGTH), *new = g_strndup (to, YEAR_LENGTH);
  g_auto (GStrv) parts = g_strsplit (title, old, -1);

  return g_strjoinv (new, parts);
}

/** Copy: what the parts of the next event have in common; @shift: days from one event to the other */
typedef struct {
  const MappeEventFile *file;
  MappeEdit            *edit;
  gint64                event;
  int                   shift;
} Copy;

/* --- rows --- */

static void
copy_field (MappeRow *target, const MappeRow *source, guint field)
{
  mappe_value_copy (&target->values[field], &source->values[field]);
}

/* A day, or a minute of a day, so many days later. */
static void
shift_field (MappeRow *row, guint field, int days)
{
  const char *at = mappe_row_get_text (row, field);
  g_autofree char *day = at != NULL ? g_strndup (at, DAY_LENGTH) : NULL;
  g_autofree char *later = day != NULL ? mappe_date_add_days (day, days) : NULL;
  g_autofree char *shifted = later != NULL ? g_strconcat (later, at + DAY_LENGTH, NULL) : NULL;

  if (shifted != NULL)
    mappe_row_set_canonical (row, field, shifted, NULL);
}

static MappeRow *
part_new (const Copy *copy, const MappeKind *kind, guint event)
{
  MappeRow *row = mappe_row_new_preset (kind);

  mappe_value_set_int (&row->values[event], copy->event);
  return row;
}

/* --- the event itself --- */

static gint64
series_of (const MappeEventFile *file, MappeEdit *edit, const char *title)
{
  const MappeRow *event = file->event->row;
  g_autofree char *year = g_strndup (mappe_row_get_text (event, MAPPE_EVENT_START_ON), YEAR_LENGTH);
  g_auto (GStrv) parts = g_strsplit (title, year, -1);
  g_autofree char *name = g_strstrip (g_strjoinv ("", parts));
  MappeRow *series, *mine;
  gint64 id;

  if (!mappe_row_is_null (event, MAPPE_EVENT_SERIES))
    return mappe_row_get_int (event, MAPPE_EVENT_SERIES);
  series = mappe_row_new_preset (&mappe_event_series_kind);
  mappe_row_set_canonical (series, MAPPE_EVENT_SERIES_TITLE, *name != '\0' ? name : title, NULL);
  mappe_value_copy (&series->values[MAPPE_EVENT_SERIES_AREA], &event->values[MAPPE_EVENT_AREA]);
  id = mappe_edit_insert (edit, series);
  mine = mappe_row_copy (event);
  mappe_value_set_int (&mine->values[MAPPE_EVENT_SERIES], id);
  mappe_edit_update (edit, mappe_row_ref ((MappeRow *) event), mine);
  return id;
}

static MappeRow *
event_new (const MappeRow *event, const char *title, const char *start, int shift, gint64 series)
{
  static const guint kept[] = {
    MAPPE_EVENT_KIND, MAPPE_EVENT_AREA, MAPPE_EVENT_END_ON, MAPPE_EVENT_RISK_CLASS, MAPPE_EVENT_LEAD_ORGANISATION,
    MAPPE_EVENT_ORGANISER_ORGANISATION, MAPPE_EVENT_COORDINATING_ORGANISATION, MAPPE_EVENT_PROJECT, MAPPE_EVENT_CLAUSE,
  };
  gboolean counted = !mappe_row_is_null (event, MAPPE_EVENT_ACTUAL_VISITORS);
  MappeRow *row = mappe_row_new_preset (&mappe_event_kind);
  g_autofree char *due = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    copy_field (row, event, kept[i]);
  mappe_row_set_canonical (row, MAPPE_EVENT_TITLE, title, NULL);
  mappe_row_set_canonical (row, MAPPE_EVENT_START_ON, start, NULL);
  shift_field (row, MAPPE_EVENT_END_ON, shift);
  mappe_value_set_int (&row->values[MAPPE_EVENT_SERIES], series);
  /* What came last time is the best guess for the next time. */
  mappe_value_copy (&row->values[MAPPE_EVENT_EXPECTED_VISITORS],
                    &event->values[counted ? MAPPE_EVENT_ACTUAL_VISITORS : MAPPE_EVENT_EXPECTED_VISITORS]);
  due = mappe_debrief_due_on (row);
  mappe_row_set_canonical (row, MAPPE_EVENT_DEBRIEF_DUE_ON, due, NULL);
  return row;
}

/* --- its parts --- */

static void
copy_areas (const Copy *copy)
{
  for (guint i = 0; i < copy->file->areas->len; i++)
    {
      const MappeRow *area = ((MappeListed *) g_ptr_array_index (copy->file->areas, i))->row;
      MappeRow *row = part_new (copy, &mappe_event_area_kind, MAPPE_EVENT_AREA_EVENT);

      copy_field (row, area, MAPPE_EVENT_AREA_AREA);
      mappe_edit_insert (copy->edit, row);
    }
}

static void
copy_consents (const Copy *copy)
{
  for (guint i = 0; i < copy->file->consents->len; i++)
    {
      const MappeRow *consent = ((MappeListed *) g_ptr_array_index (copy->file->consents, i))->row;
      MappeRow *row = part_new (copy, &mappe_event_consent_kind, MAPPE_EVENT_CONSENT_EVENT);

      copy_field (row, consent, MAPPE_EVENT_CONSENT_ORGANISATION);
      copy_field (row, consent, MAPPE_EVENT_CONSENT_PART);
      mappe_edit_insert (copy->edit, row);
    }
}

static void
copy_lines (const Copy *copy)
{
  static const guint kept[] = {
    MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_TO,
    MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION, MAPPE_DEPLOYMENT_PLAN_ITEM_TASK, MAPPE_DEPLOYMENT_PLAN_ITEM_STRENGTH,
    MAPPE_DEPLOYMENT_PLAN_ITEM_CONTACT_ROLE, MAPPE_DEPLOYMENT_PLAN_ITEM_POSITION,
  };

  for (guint i = 0; i < copy->file->lines->len; i++)
    {
      const MappeRow *line = ((MappeListed *) g_ptr_array_index (copy->file->lines, i))->row;
      MappeRow *row = part_new (copy, &mappe_deployment_plan_item_kind, MAPPE_DEPLOYMENT_PLAN_ITEM_EVENT);

      for (guint f = 0; f < G_N_ELEMENTS (kept); f++)
        copy_field (row, line, kept[f]);
      shift_field (row, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM, copy->shift);
      shift_field (row, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_TO, copy->shift);
      mappe_edit_insert (copy->edit, row);
    }
}

/* --- check list --- */

static void
ask_finding (const Copy *copy, const MappeRow *finding)
{
  MappeRow *row = part_new (copy, &mappe_event_check_kind, MAPPE_EVENT_CHECK_EVENT);

  mappe_row_set_canonical (row, MAPPE_EVENT_CHECK_TEXT, mappe_row_get_text (finding, MAPPE_DEBRIEF_FINDING_TEXT), NULL);
  mappe_value_set_int (&row->values[MAPPE_EVENT_CHECK_FINDING], finding->id);
  mappe_value_copy (&row->values[MAPPE_EVENT_CHECK_RESPONSIBLE_ORGANISATION],
                    &finding->values[MAPPE_DEBRIEF_FINDING_RESPONSIBLE_ORGANISATION]);
  mappe_edit_insert (copy->edit, row);
}

/* What is to be changed comes first, then what is to be kept. */
static guint
ask_rated (const Copy *copy, GPtrArray *findings)
{
  static const char *const ratings[] = { "stop", "improve", "keep" };
  guint n = 0;

  for (guint r = 0; r < G_N_ELEMENTS (ratings); r++)
    for (guint i = 0; i < findings->len; i++)
      {
        const MappeRow *finding = ((MappeListed *) g_ptr_array_index (findings, i))->row;

        if (g_strcmp0 (mappe_row_get_text (finding, MAPPE_DEBRIEF_FINDING_RATING), ratings[r]) != 0)
          continue;
        ask_finding (copy, finding);
        n++;
      }
  return n;
}

/* Points that stand for themselves are asked again as well; those of findings come from the findings. */
static void
copy_checks (const Copy *copy)
{
  for (guint i = 0; i < copy->file->checks->len; i++)
    {
      const MappeRow *check = ((MappeListed *) g_ptr_array_index (copy->file->checks, i))->row;
      MappeRow *row;

      if (!mappe_row_is_null (check, MAPPE_EVENT_CHECK_FINDING))
        continue;
      row = part_new (copy, &mappe_event_check_kind, MAPPE_EVENT_CHECK_EVENT);
      copy_field (row, check, MAPPE_EVENT_CHECK_PHASE);
      copy_field (row, check, MAPPE_EVENT_CHECK_TEXT);
      copy_field (row, check, MAPPE_EVENT_CHECK_RESPONSIBLE_ORGANISATION);
      mappe_edit_insert (copy->edit, row);
    }
}

/** mappe_event_ask_findings: Returns: (transfer full) (nullable): the edit: findings of earlier events of the series
 * that are not on the check list come onto it */
MappeEdit *
mappe_event_ask_findings (const MappeEventFile *file, GError **error)
{
  g_autoptr (GPtrArray) unasked = mappe_event_file_unasked (file);
  Copy copy = { file, NULL, file->event->row->id, 0 };

  if (unasked->len == 0)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE,
                               _("All findings of earlier events of this series are on the check list"));
  copy.edit = mappe_edit_new (_("Findings of earlier events"));
  ask_rated (&copy, unasked);
  return copy.edit;
}

/* The findings of this event and of those before it. */
static GPtrArray *
all_findings (const MappeEventFile *file)
{
  GPtrArray *findings = g_ptr_array_new ();

  g_ptr_array_extend (findings, file->findings, NULL, NULL);
  g_ptr_array_extend (findings, file->earlier, NULL, NULL);
  return findings;
}

/**
 * mappe_event_next:
 * @file: an event that is over, or goes on
 * @id: (out) (optional): number of the new event among the records that the edit inserts
 *
 * The file a year later, on the same weekday of the month: consents are open, nothing is released, the lines of the
 * plan are as many days later, and the findings of all events of the series so far stand on the check list. An event
 * without a series begins one.
 *
 * Returns: (transfer full) (nullable): the edit
 */
MappeEdit *
mappe_event_next (const MappeEventFile *file, gint64 *id, GError **error)
{
  const MappeRow *event = file->event->row;
  const char *from = mappe_row_get_text (event, MAPPE_EVENT_START_ON);
  g_autofree char *start = mappe_event_next_day (from);
  g_autofree char *title = start != NULL ? mappe_event_next_title (mappe_row_get_text (event, MAPPE_EVENT_TITLE), from,
                                                                   start) : NULL;
  g_autoptr (GPtrArray) findings = all_findings (file);
  g_autofree char *label = NULL;
  Copy copy = { file, NULL, 0, 0 };
  gint64 series;

  if (mappe_event_file_next (file) != NULL)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_STATE,
                                    _("There is a later event of this series already"));
  if (start == NULL)
    return mappe_field_work_refuse (error, MAPPE_FIELD_WORK_ERROR_MISSING, _("The event has no day"));
  label = g_strdup_printf (_("Next event of the series: %s"), title);
  copy.edit = mappe_edit_new (label);
  copy.shift = mappe_date_days_between (from, start);
  series = series_of (file, copy.edit, mappe_row_get_text (event, MAPPE_EVENT_TITLE));
  if (id != NULL)
    *id = series < 0 ? 1 : 0;
  copy.event = mappe_edit_insert (copy.edit, event_new (event, title, start, copy.shift, series));
  copy_areas (&copy);
  copy_consents (&copy);
  copy_lines (&copy);
  ask_rated (&copy, findings);
  copy_checks (&copy);
  return copy.edit;
}
