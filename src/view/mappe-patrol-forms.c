/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-planner.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-file-content.h"
#include "mappe-language.h"
#include "mappe-patrol-acts.h"
#include "mappe-patrol-file.h"
#include "mappe-patrol-text.h"
#include "mappe-patrol.h"
#include "mappe-sitting-form.h"

/* What the planner asks for: counts, a reason, a week, a file. */

static MappeSittingForm *
new_form (MappePatrolPlanner *self, const MappeListed *patrol, const char *heading, const char *verb,
          MappeSittingFormFunc done)
{
  g_autofree char *day = mappe_date_format (mappe_row_get_text (patrol->row, MAPPE_PATROL_DATE));
  g_autofree char *time = mappe_patrol_text_time (patrol->row);
  const char *area = patrol->shown[MAPPE_PATROL_AREA];
  g_autofree char *title = g_strdup_printf ("%s: %s, %s, %s", heading, area != NULL ? area : "", day, time);
  MappeSittingForm *form = mappe_sitting_form_new (GTK_WIDGET (self), mappe_patrol_planner_get_store (self), title,
                                                   verb, done);

  mappe_sitting_form_set_subject (form, patrol->row->id);
  return form;
}

/* --- held --- */

static gboolean
held (MappeSittingForm *form, gpointer owner, GError **error)
{
  const MappeListed *patrol = mappe_patrol_planner_find (owner, mappe_sitting_form_get_subject (form));
  g_autofree char *today = mappe_date_today ();
  MappePatrolCounts counts = { mappe_sitting_form_get_text (form, "talks"),
                               mappe_sitting_form_get_text (form, "warnings"),
                               mappe_sitting_form_get_text (form, "orders"),
                               mappe_sitting_form_get_text (form, "incidents") };

  return patrol == NULL
         || mappe_patrol_planner_apply (owner, mappe_patrol_held (patrol->row, &counts, today, error),
                                        _("Patrol held"), _("The patrol was not recorded"));
}

static void
add_count (MappeSittingForm *form, const char *id, const MappeRow *patrol, guint field)
{
  g_autofree char *text = mappe_row_get_canonical (patrol, field);

  mappe_sitting_form_add_text (form, id, _(mappe_patrol_kind.fields[field].label), text);
}

/** mappe_patrol_forms_held: Asks what the patrol counted, and records it as held. */
void
mappe_patrol_forms_held (MappePatrolPlanner *self, gint64 id)
{
  const MappeListed *patrol = mappe_patrol_planner_find (self, id);
  MappeSittingForm *form;

  if (patrol == NULL)
    return;
  form = new_form (self, patrol, _("Patrol held"), _("_Held"), held);
  add_count (form, "talks", patrol->row, MAPPE_PATROL_CITIZEN_TALKS);
  add_count (form, "warnings", patrol->row, MAPPE_PATROL_WARNINGS);
  add_count (form, "orders", patrol->row, MAPPE_PATROL_DISPERSAL_ORDERS);
  add_count (form, "incidents", patrol->row, MAPPE_PATROL_INCIDENTS);
  mappe_sitting_form_present (form);
}

/* --- cancelled --- */

static gboolean
cancelled (MappeSittingForm *form, gpointer owner, GError **error)
{
  const MappeListed *patrol = mappe_patrol_planner_find (owner, mappe_sitting_form_get_subject (form));

  return patrol == NULL
         || mappe_patrol_planner_apply (owner,
                                        mappe_patrol_cancel (patrol->row, mappe_sitting_form_get_text (form, "reason"),
                                                             error),
                                        _("Patrol cancelled"), _("The patrol was not recorded"));
}

/** mappe_patrol_forms_cancel: Asks for the reason, and records the patrol as cancelled. */
void
mappe_patrol_forms_cancel (MappePatrolPlanner *self, gint64 id)
{
  const MappeListed *patrol = mappe_patrol_planner_find (self, id);
  MappeSittingForm *form;

  if (patrol == NULL)
    return;
  form = new_form (self, patrol, _("Patrol cancelled"), _("_Record as cancelled"), cancelled);
  mappe_sitting_form_add_text (form, "reason", _("Reason of the cancellation"),
                               mappe_row_get_text (patrol->row, MAPPE_PATROL_CANCEL_REASON));
  mappe_sitting_form_present (form);
}

/* --- another week --- */

static gboolean
week_chosen (MappeSittingForm *form, gpointer owner, GError **error)
{
  const char *typed = mappe_sitting_form_get_text (form, "week");
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
  MappeSittingForm *form = mappe_sitting_form_new (GTK_WIDGET (self), mappe_patrol_planner_get_store (self),
                                                   _("Which week?"), _("_Show"), week_chosen);

  mappe_sitting_form_add_text (form, "week", _("A day, a week (“week 12”) or year and week (“2026-W48”)"), name);
  mappe_sitting_form_present (form);
}

/* --- files --- */

typedef struct {
  GtkWidget *near;
  GBytes    *bytes;
  GFile     *file;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->near);
  g_bytes_unref (save->bytes);
  g_clear_object (&save->file);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Save) save = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (save->file);
  g_autofree char *text = g_strdup_printf (_("“%s” saved"), name);

  if (mappe_file_content_write_finish (result, &error))
    mappe_feedback_toast (save->near, text);
  else
    mappe_feedback_error (save->near, error, _("The week was not saved"));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *save = data;

  save->file = mappe_dialogs_choose_finish (result, NULL);
  if (save->file != NULL)
    mappe_file_content_write_async (save->bytes, save->file, NULL, saved_cb, save);
  else
    save_free (save);
}

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
  char *text;
  Save *save;

  if (week == NULL)
    return;
  text = csv ? mappe_patrol_file_csv (week, mappe_language_is_german (NULL))
             : mappe_patrol_file_ics (week, mappe_store_get_council_id (store), g_get_real_time () / G_USEC_PER_SEC);
  save = g_new0 (Save, 1);
  save->near = g_object_ref (GTK_WIDGET (self));
  save->bytes = g_bytes_new_take (text, strlen (text));
  name = mappe_patrol_week_name (week->days[0]);
  /* Translators: name of a file, without its ending; the week, e.g. 2026-W48 */
  base = g_strdup_printf (_("Patrols %s"), name);
  suggested = g_strdup_printf ("%s.%s", base, format);
  mappe_dialogs_choose_async (GTK_WIDGET (self), MAPPE_DIALOGS_SAVE, _("Save the week"), &filter, suggested, chosen_cb,
                              save);
}
