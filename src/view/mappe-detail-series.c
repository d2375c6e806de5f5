/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-detail-private.h"
#include "mappe-feedback.h"
#include "mappe-indicator.h"
#include "mappe-measure-goal.h"
#include "mappe-series-acts.h"
#include "mappe-series-parts.h"
#include "mappe-survey-result.h"
#include "mappe-survey-sums.h"
#include "mappe-value-pane.h"

/* What the pane of a record has for series: values, their parts, the day on which a definition was written down. */

/** mappe_detail_build_series: Makes what an indicator, a measure and a survey round have beside their form. */
void
mappe_detail_build_series (MappeDetail *self)
{
  self->values = mappe_value_pane_new (self->store);
  gtk_widget_set_vexpand (self->values, TRUE);
  gtk_box_append (self->values_box, self->values);
  self->sums = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "margin-top", 12, "visible", FALSE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_box_append (GTK_BOX (self->extra_box), self->sums);
  self->parts = mappe_series_parts_new (self->store);
  gtk_box_append (GTK_BOX (self->extra_box), self->parts);
}

/** mappe_detail_refresh_values: Reads the values of the indicator on show, as soon as their tab is. */
void
mappe_detail_refresh_values (MappeDetail *self)
{
  gboolean has_values = self->kind == &mappe_indicator_kind && self->id > 0;
  const char *name = adw_view_stack_get_visible_child_name (self->tabs);

  adw_view_stack_page_set_visible (self->values_page, has_values);
  if (!has_values && g_strcmp0 (name, "values") == 0)
    adw_view_stack_set_visible_child_name (self->tabs, "overview");
  else if (g_strcmp0 (name, "values") == 0 || !has_values)
    mappe_value_pane_show (MAPPE_VALUE_PANE (self->values), has_values ? self->id : 0);
}

static void
show_sums (MappeDetail *self)
{
  g_autofree char *text = self->kind == &mappe_survey_result_kind ? mappe_survey_sums (self->form) : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (self->sums), text);
  gtk_widget_set_visible (self->sums, *text != '\0');
}

/** mappe_detail_show_series: Shows the parts of the record on show anew. */
void
mappe_detail_show_series (MappeDetail *self)
{
  mappe_series_parts_show (MAPPE_SERIES_PARTS (self->parts), self->kind, self->id);
  show_sums (self);
}

/* --- written down on --- */

/* The day is set while the definition, or the levels of a goal, are typed, where everybody sees it, and goes with them
 * when they are taken back. What somebody typed as the day stays. */
static void
stamp (MappeDetail *self, guint day_field, gboolean (*is_stamped) (const MappeRow *before, const MappeRow *after))
{
  int field = -1;
  MappeFieldRow *day = mappe_form_get_row (self->form, day_field);
  g_autoptr (MappeRow) mine = mappe_form_get_mine (self->form, &field, NULL);
  g_autofree char *today = mappe_date_today ();
  const char *value = mappe_field_row_get_value (day);
  gboolean stamped;

  if (mine == NULL || mappe_field_row_is_editing (day))
    return;
  stamped = is_stamped (mappe_form_get_base (self->form), mine);
  if (stamped && !mappe_field_row_is_dirty (day) && g_strcmp0 (value, today) != 0)
    {
      self->stamped = TRUE;
      mappe_field_row_set_value (day, today, NULL);
    }
  else if (!stamped && self->stamped && g_strcmp0 (value, today) == 0)
    {
      self->stamped = FALSE;
      mappe_field_row_set_value (day, mappe_field_row_get_base (day), NULL);
    }
}

/** mappe_detail_follow_series: The input changed. */
void
mappe_detail_follow_series (MappeDetail *self)
{
  if (mappe_form_get_base (self->form) == NULL)
    return;
  if (self->kind == &mappe_indicator_kind)
    stamp (self, MAPPE_INDICATOR_DEFINED_ON, mappe_series_is_stamped);
  else if (self->kind == &mappe_measure_goal_kind)
    stamp (self, MAPPE_MEASURE_GOAL_WRITTEN_ON, mappe_series_is_goal_stamped);
  show_sums (self);
}

/* --- another definition --- */

/** mappe_detail_offer_series: @fault: why a save was refused. Offers another series where the definition is why. */
void
mappe_detail_offer_series (MappeDetail *self, const MappeApplied *fault)
{
  if (fault != NULL && fault->fault_kind == &mappe_indicator_kind && fault->fault_field == MAPPE_INDICATOR_DEFINITION)
    mappe_banner_show (
        MAPPE_BANNER (self->banner), MAPPE_BANNER_WARNING,
        _("There are values under the old definition. Under another one a new series begins; the old one "
           "stays as it is."),
        _("Start a new series"), "detail.start-series");
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeDetail) self = MAPPE_DETAIL (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);

  if (self->store == NULL)
    return;
  self->busy--;
  if (applied == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The series was not started"));
      return;
    }
  mappe_detail_discard (self);
  mappe_feedback_undoable (GTK_WIDGET (self), _("A new series has begun"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", mappe_indicator_kind.name,
                              g_array_index (applied->ids, gint64, 0));
}

/** mappe_detail_start_series: Saves the input as a new series that continues the one on show. */
void
mappe_detail_start_series (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDetail *self = MAPPE_DETAIL (widget);
  int field = -1;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeRow) mine = NULL;
  g_autofree char *today = mappe_date_today ();
  MappeEdit *edit;

  if (self->kind != &mappe_indicator_kind || self->id <= 0 || mappe_form_get_base (self->form) == NULL)
    return;
  mine = mappe_form_get_mine (self->form, &field, NULL);
  if (mine == NULL)
    {
      mappe_form_show_faults (self->form, field);
      return;
    }
  edit = mappe_series_begin_new (mappe_form_get_base (self->form), mine, today, &error);
  if (edit == NULL)
    {
      mappe_feedback_toast (widget, error->message);
      return;
    }
  self->busy++;
  mappe_store_apply_async (self->store, edit, NULL, started_cb, g_object_ref (self));
}
