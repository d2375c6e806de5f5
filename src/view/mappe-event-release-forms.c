/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-event-release-forms.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-event-acts.h"
#include "mappe-event.h"
#include "mappe-membership.h"
#include "mappe-sheet-form.h"

/* Short forms over the page of an event. */

static gboolean
carry_out (MappeEventStep *step, MappeEdit *edit, const char *what_failed)
{
  if (edit == NULL)
    return FALSE;
  mappe_event_step_apply (step, edit, NULL, what_failed);
  return TRUE;
}

/* --- concept --- */

static gboolean
concept_cb (MappeSheetForm *form, gpointer owner, GError **error)
{
  g_autofree char *reason = mappe_sheet_form_get_wording (form, "reason");

  return carry_out (owner, mappe_event_release_concept (mappe_event_step_get_file (owner), reason, error),
                    _("The concept was not released"));
}

/** mappe_event_release_concept_form: Releases the concept; asks for the chair's reason when consents are missing. */
void
mappe_event_release_concept_form (MappeEventStep *step)
{
  const MappeEventFile *file = mappe_event_step_get_file (step);
  MappeSheetForm *form;
  GError *error = NULL;
  MappeEdit *edit;

  if (mappe_event_file_n_consents (file, "given") == file->consents->len)
    {
      edit = mappe_event_release_concept (file, NULL, &error);
      mappe_event_step_apply (step, edit, error, _("The concept was not released"));
      return;
    }
  form = mappe_sheet_form_new (GTK_WIDGET (step), mappe_event_step_get_store (step),
                               _("Release although consents are missing"), _("_Release"), concept_cb);
  mappe_sheet_form_add_wording (form, "reason", _("Reason of the chair"), NULL);
  mappe_sheet_form_present (form);
}

/* --- deployment plan --- */

static const char *
name_of (const MappeEventFile *file, gint64 person)
{
  for (guint i = 0; i < file->chairs->len; i++)
    {
      const MappeListed *chair = g_ptr_array_index (file->chairs, i);

      if (mappe_row_get_int (chair->row, MAPPE_MEMBERSHIP_PERSON) == person)
        return chair->shown[MAPPE_MEMBERSHIP_PERSON];
    }
  return NULL;
}

static gboolean
plan_cb (MappeSheetForm *form, gpointer owner, GError **error)
{
  const MappeEventFile *file = mappe_event_step_get_file (owner);
  gint64 person = mappe_sheet_form_get_id (form, "person");
  g_autofree char *typed = mappe_sheet_form_get_date (form, "day");
  g_autofree char *today = mappe_date_today ();

  return carry_out (owner, mappe_event_release_plan (file, person, name_of (file, person),
                                                     typed != NULL ? typed : today, error),
                    _("The plan was not released"));
}

static void
add_chairs (MappeSheetForm *form, const MappeEventFile *file)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  gint64 last = mappe_row_get_int (file->event->row, MAPPE_EVENT_PLAN_RELEASED_BY);
  guint chosen = 0;

  for (guint i = 0; i < file->chairs->len; i++)
    {
      const MappeListed *chair = g_ptr_array_index (file->chairs, i);
      gint64 person = mappe_row_get_int (chair->row, MAPPE_MEMBERSHIP_PERSON);

      if (!g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize) person)))
        continue;
      if (person == last)
        chosen = ids->len;
      g_ptr_array_add (names, chair->shown[MAPPE_MEMBERSHIP_PERSON]);
      g_array_append_val (ids, person);
    }
  mappe_sheet_form_add_choice (form, "person", _("Released by (chair)"), names, ids, chosen);
}

/** mappe_event_release_plan_form: Asks who releases the plan and on which day. */
void
mappe_event_release_plan_form (MappeEventStep *step)
{
  const MappeEventFile *file = mappe_event_step_get_file (step);
  g_autofree char *heading = g_strdup_printf (_("Release version %d of the deployment plan"),
                                              (int) mappe_row_get_int (file->event->row, MAPPE_EVENT_PLAN_VERSION) + 1);
  g_autofree char *today = mappe_date_today ();
  MappeSheetForm *form = mappe_sheet_form_new (GTK_WIDGET (step), mappe_event_step_get_store (step), heading,
                                               _("_Release"), plan_cb);

  add_chairs (form, file);
  mappe_sheet_form_add_date (form, "day", _("Released on"));
  mappe_sheet_form_set_date (form, "day", today);
  mappe_sheet_form_present (form);
}

/* --- debrief --- */

static gboolean
debrief_cb (MappeSheetForm *form, gpointer owner, GError **error)
{
  g_autofree char *day = mappe_sheet_form_get_date (form, "day");
  g_autofree char *participants = mappe_sheet_form_get_wording (form, "participants");

  return carry_out (owner, mappe_event_debrief (mappe_event_step_get_file (owner), day, participants, error),
                    _("The change was not saved"));
}

/** mappe_event_debrief_form: Asks when the debrief was held and who took part. */
void
mappe_event_debrief_form (MappeEventStep *step)
{
  const MappeRow *event = mappe_event_step_get_file (step)->event->row;
  g_autofree char *today = mappe_date_today ();
  const char *held = mappe_row_get_text (event, MAPPE_EVENT_DEBRIEF_ON);
  MappeSheetForm *form = mappe_sheet_form_new (GTK_WIDGET (step), mappe_event_step_get_store (step),
                                               _("Debrief held"), _("_Save"), debrief_cb);

  mappe_sheet_form_add_date (form, "day", _("Debrief held on"));
  mappe_sheet_form_set_date (form, "day", held != NULL ? held : today);
  mappe_sheet_form_add_wording (form, "participants", _("Took part in the debrief"),
                                mappe_row_get_text (event, MAPPE_EVENT_DEBRIEF_PARTICIPANTS));
  mappe_sheet_form_present (form);
}
