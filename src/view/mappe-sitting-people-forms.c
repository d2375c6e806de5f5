/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-sitting-step-private.h"

#include <glib/gi18n.h>

#include "mappe-absence.h"
#include "mappe-attendance.h"
#include "mappe-date.h"
#include "mappe-item-acts.h"
#include "mappe-membership.h"
#include "mappe-organisation.h"
#include "mappe-person.h"
#include "mappe-presence-acts.h"
#include "mappe-sheet-form.h"

/* The forms about the selected person. */

static const MappeSitting *
sitting_of (MappeSittingStep *self)
{
  return mappe_meeting_step_get_sitting (MAPPE_MEETING_STEP (self));
}

/* A form about the person that is selected now; NULL when there is none. */
static MappeSheetForm *
new_form (MappeSittingStep *self, const char *format, const char *verb, MappeSheetFormFunc done)
{
  const MappeSitting *sitting = sitting_of (self);
  gint64 person = mappe_sitting_step_get_person (self);
  const MappeParticipant *participant = sitting != NULL ? mappe_sitting_participant (sitting, person) : NULL;
  g_autofree char *heading = NULL;
  MappeSheetForm *form;

  if (participant == NULL)
    return NULL;
  heading = g_strdup_printf ("%s: %s", format, participant->name);
  form = mappe_sheet_form_new (GTK_WIDGET (self), mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self)), heading,
                               verb, done);
  mappe_sheet_form_set_subject (form, person);
  return form;
}

/* --- deputy --- */

static gboolean
depute (MappeSheetForm *form, gpointer owner, GError **error)
{
  MappeSittingStep *self = owner;

  return mappe_sitting_step_carry_out (
      self,
      mappe_presence_depute (sitting_of (self), mappe_sheet_form_get_subject (form),
                             mappe_sheet_form_get_id (form, "person"), mappe_sheet_form_get_text (form, "name"),
                             mappe_sitting_step_get_minute (self), error),
      _("The deputy was not recorded"));
}

static void
deputy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (widget);
  MappeSheetForm *form = new_form (self, _("Deputy"), _("_Deputy arrives"), depute);
  const MappeParticipant *participant;

  if (form == NULL)
    return;
  participant = mappe_sitting_participant (sitting_of (self), mappe_sheet_form_get_subject (form));
  mappe_sheet_form_add_text (form, "name", _("Name of the deputy"), participant->deputy);
  mappe_sheet_form_add_record (form, "person", _("or somebody of the register"), &mappe_person_kind);
  mappe_sheet_form_present (form);
}

/* --- exclusion --- */

static gboolean
exclude (MappeSheetForm *form, gpointer owner, GError **error)
{
  MappeSittingStep *self = owner;
  MappeConflictDraft draft = { .person = mappe_sheet_form_get_subject (form),
                               .ground_code = mappe_sheet_form_get_code (form, "ground"),
                               .ground = mappe_sheet_form_get_text (form, "explanation"),
                               .decided_by = mappe_sheet_form_get_text (form, "decided"),
                               .left_room = mappe_sheet_form_get_check (form, "left"),
                               .excluded = mappe_sheet_form_get_check (form, "excluded") };

  return mappe_sitting_step_carry_out (self, mappe_item_declare (sitting_of (self), mappe_sitting_step_get_item (self),
                                                                 &draft, mappe_sitting_step_get_minute (self), error),
                                       _("The conflict of interest was not recorded"));
}

static void
exclude_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSittingStep *self = MAPPE_SITTING_STEP (widget);
  const MappeSittingItem *item = sitting_of (self) != NULL
                                     ? mappe_sitting_item (sitting_of (self), mappe_sitting_step_get_item (self))
                                     : NULL;
  g_autofree char *heading = item != NULL ? g_strdup_printf (_("Conflict of interest in item %s"), item->number) : NULL;
  MappeSheetForm *form = item != NULL ? new_form (self, heading, _("_Record"), exclude) : NULL;

  if (form == NULL)
    return;
  mappe_sheet_form_add_codes (form, "ground", _("Ground"), "conflict_ground", NULL, "self");
  mappe_sheet_form_add_text (form, "explanation", _("Explanation of the ground"), NULL);
  mappe_sheet_form_add_text (form, "decided", _("Decided by"), _("chair"));
  mappe_sheet_form_add_check (form, "excluded", _("Excluded from debate and vote"), TRUE);
  mappe_sheet_form_add_check (form, "left", _("Left the room"), TRUE);
  mappe_sheet_form_present (form);
}

/* --- times --- */

/* "16:20–16:30, 17:00–17:05" */
static gboolean
read_absences (const char *text, GArray *absences, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) times = g_regex_split_simple ("\\s*[-–]\\s*", g_strstrip (parts[i]), 0, 0);
      g_autofree char *from = NULL, *to = NULL;
      MappeStay absence;

      if (*parts[i] == '\0')
        continue;
      from = mappe_time_parse_typed (times[0], error);
      to = from != NULL ? mappe_time_parse_typed (times[1] != NULL ? times[1] : "", error) : NULL;
      if (to == NULL)
        return FALSE;
      absence = (MappeStay){ mappe_minute_parse (from), mappe_minute_parse (to) };
      g_array_append_val (absences, absence);
    }
  return TRUE;
}

static gboolean
correct (MappeSheetForm *form, gpointer owner, GError **error)
{
  MappeSittingStep *self = owner;
  g_autoptr (GArray) absences = g_array_new (FALSE, FALSE, sizeof (MappeStay));
  MappePresenceTimes times = { .status = mappe_sheet_form_get_code (form, "status") };

  if (!mappe_sheet_form_get_minute (form, "arrived", &times.arrived, error) ||
      !mappe_sheet_form_get_minute (form, "left", &times.left, error) ||
      !read_absences (mappe_sheet_form_get_text (form, "absences"), absences, error))
    return FALSE;
  times.absences = (const MappeStay *) absences->data;
  times.n_absences = absences->len;
  return mappe_sitting_step_carry_out (self, mappe_presence_correct (sitting_of (self),
                                                                     mappe_sheet_form_get_subject (form), &times,
                                                                     error),
                                       _("The times were not corrected"));
}

static char *
absences_text (const MappeParticipant *participant)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < participant->absences->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (participant->absences, i);

      g_string_append_printf (text, "%s%s–%s", i > 0 ? ", " : "", mappe_row_get_text (row, MAPPE_ABSENCE_LEFT_AT),
                              mappe_row_get_text (row, MAPPE_ABSENCE_RETURNED_AT));
    }
  return g_string_free (text, FALSE);
}

static void
correct_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const codes[] = { "present", "deputised", "excused", "absent", "accepted", "no_reply", NULL };
  MappeSittingStep *self = MAPPE_SITTING_STEP (widget);
  MappeSheetForm *form = new_form (self, _("Times"), _("_Correct"), correct);
  const MappeParticipant *participant;
  g_autofree char *absences = NULL;
  const MappeRow *row;

  if (form == NULL)
    return;
  participant = mappe_sitting_participant (sitting_of (self), mappe_sheet_form_get_subject (form));
  row = participant->attendance;
  absences = absences_text (participant);
  mappe_sheet_form_add_codes (form, "status", _("Status"), "attendance_status", codes, participant->status);
  mappe_sheet_form_add_text (form, "arrived", _("Arrived at"),
                             row != NULL ? mappe_row_get_text (row, MAPPE_ATTENDANCE_ARRIVED_AT) : NULL);
  mappe_sheet_form_add_text (form, "left", _("Left at"),
                             row != NULL ? mappe_row_get_text (row, MAPPE_ATTENDANCE_LEFT_AT) : NULL);
  mappe_sheet_form_add_text (form, "absences", _("Temporary absences, e.g. 16:20–16:30"), absences);
  mappe_sheet_form_present (form);
}

/* --- guests --- */

static gboolean
add_guest (MappeSheetForm *form, gpointer owner, GError **error)
{
  MappeSittingStep *self = owner;

  return mappe_sitting_step_carry_out (
      self,
      mappe_presence_add_guest (sitting_of (self), mappe_sheet_form_get_text (form, "name"),
                                mappe_sheet_form_get_text (form, "reason"),
                                mappe_sheet_form_get_id (form, "organisation"), error),
      _("The guest was not recorded"));
}

static void
guest_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeStore *store = mappe_meeting_step_get_store (MAPPE_MEETING_STEP (widget));
  MappeSheetForm *form = mappe_sheet_form_new (widget, store, _("Guest"), _("_Add the guest"), add_guest);

  mappe_sheet_form_add_text (form, "name", _("Name"), NULL);
  mappe_sheet_form_add_text (form, "reason", _("Reason"), NULL);
  mappe_sheet_form_add_record (form, "organisation", _("Organisation"), &mappe_organisation_kind);
  mappe_sheet_form_present (form);
}

/** mappe_sitting_step_install_people_forms: Installs the actions that ask something about a person. */
void
mappe_sitting_step_install_people_forms (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sitting.deputy", NULL, deputy_cb);
  gtk_widget_class_install_action (widget_class, "sitting.exclude", NULL, exclude_cb);
  gtk_widget_class_install_action (widget_class, "sitting.correct", NULL, correct_cb);
  gtk_widget_class_install_action (widget_class, "sitting.guest", NULL, guest_cb);
}
