/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-new-meeting.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mappe-calendar-text.h"
#include "mappe-council.h"
#include "mappe-date-entry.h"
#include "mappe-date.h"
#include "mappe-feedback.h"
#include "mappe-meeting.h"
#include "mappe-plan-acts.h"
#include "mappe-window-frame.h"

/* A series: the days are shown before anything is made, and each can be left out. */
typedef struct {
  MappeStore     *store;
  MappeRow       *meeting;
  char           *state;      /* federal state of the council, for its holidays; may be NULL */
  AdwWindow      *window;
  GtkWidget      *accept;
  AdwComboRow    *repeat;
  MappeDateEntry *until;
  GtkListBox     *days;
} Series;

static void
series_free (Series *self)
{
  g_clear_object (&self->store);
  g_clear_pointer (&self->meeting, mappe_row_unref);
  g_free (self->state);
  g_free (self);
}

static Series *
series_of (gpointer window)
{
  return g_object_get_data (G_OBJECT (window), "series");
}

static GStrv
chosen_days (Series *self)
{
  g_autoptr (GStrvBuilder) days = g_strv_builder_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->days)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkCheckButton *check = g_object_get_data (G_OBJECT (row), "check");

      if (check != NULL && gtk_check_button_get_active (check))
        g_strv_builder_add (days, g_object_get_data (G_OBJECT (row), "day"));
    }
  return g_strv_builder_end (days);
}

static void
update_accept (AdwWindow *window)
{
  Series *self = series_of (window);
  g_auto (GStrv) days = chosen_days (self);
  guint n = g_strv_length (days);
  g_autofree char *text = g_strdup_printf (ngettext ("Create %u meeting", "Create %u meetings", n), n);

  gtk_button_set_label (GTK_BUTTON (self->accept), text);
  gtk_widget_set_sensitive (self->accept, n > 0);
}

static GtkWidget *
make_day (Series *self, const char *day)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title = mappe_date_format_long (day);
  g_autofree char *holiday = mappe_calendar_text_holiday (day, self->state);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (holiday != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), holiday);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), holiday == NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data_full (G_OBJECT (row), "day", g_strdup (day), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_accept), self->window, G_CONNECT_SWAPPED);
  return row;
}

static void
fill_days (AdwWindow *window)
{
  Series *self = series_of (window);
  g_autofree char *until = mappe_date_entry_get_date (self->until);
  g_auto (GStrv) days = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->days, 0)) != NULL)
    gtk_list_box_remove (self->days, GTK_WIDGET (row));
  if (until != NULL)
    days = mappe_plan_series_days (mappe_row_get_text (self->meeting, MAPPE_MEETING_HELD_ON),
                                   (MappeRepeat) adw_combo_row_get_selected (self->repeat), until);
  for (guint i = 0; days != NULL && days[i] != NULL; i++)
    gtk_list_box_append (self->days, make_day (self, days[i]));
  update_accept (window);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = ADW_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);

  if (applied == NULL)
    {
      update_accept (window);
      mappe_feedback_error (GTK_WIDGET (window), error, _("The series was not created"));
    }
  else
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
base_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwWindow) window = ADW_WINDOW (data);
  Series *self = series_of (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappePlanBase) base = mappe_plan_base_load_finish (MAPPE_STORE (source), result, &error);
  g_auto (GStrv) days = chosen_days (self);
  MappePlanWish wish = { .start_at = mappe_row_get_text (self->meeting, MAPPE_MEETING_START_AT),
                         .place = mappe_row_get_text (self->meeting, MAPPE_MEETING_PLACE) };
  MappeEdit *edit = base != NULL ? mappe_plan_series (base, &wish, (const char *const *) days, &error) : NULL;

  if (edit == NULL)
    {
      update_accept (window);
      mappe_feedback_error (GTK_WIDGET (window), error, _("The series was not created"));
    }
  else
    mappe_store_apply_async (self->store, edit, NULL, saved_cb, g_object_ref (window));
}

static void
accept_cb (AdwWindow *window)
{
  Series *self = series_of (window);

  /* A second click must not make a second series. */
  gtk_widget_set_sensitive (self->accept, FALSE);
  mappe_plan_base_load_async (self->store, mappe_row_get_int (self->meeting, MAPPE_MEETING_BODY), 0, NULL, base_cb,
                              g_object_ref (window));
}

static GtkWidget *
make_content (Series *self)
{
  const char *const choices[] = { _("Every week"), _("Every two weeks"), _("Every month, same weekday"),
                                  _("Every quarter, same weekday"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *label = gtk_label_new (_("Until"));
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);
  g_autofree char *about = NULL;

  self->repeat = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->repeat), _("Repeat"));
  /* At the end of the row it is cut after 20 letters. */
  adw_combo_row_set_use_subtitle (self->repeat, TRUE);
  adw_combo_row_set_model (self->repeat, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->repeat, MAPPE_REPEAT_QUARTERLY);
  /* Translators: the greatest number of meetings in a series */
  about = g_strdup_printf (_("At most %d meetings; public holidays are left out unless you choose them."),
                           MAPPE_SERIES_MOST);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), about);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->repeat));
  self->until = MAPPE_DATE_ENTRY (mappe_date_entry_new ());
  mappe_date_entry_set_name (self->until, _("Until"));
  gtk_widget_add_css_class (GTK_WIDGET (self->until), "framed-entry");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  self->days = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->days, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->days), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->days), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days of the series"),
                                  -1);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->until));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->days));
  return box;
}

/**
 * mappe_meeting_series_run:
 * @sitting: the meeting that is repeated
 *
 * Asks for the days of a series and plans its meetings in one step.
 */
void
mappe_meeting_series_run (GtkWidget *near, MappeStore *store, const MappeSitting *sitting)
{
  Series *self = g_new0 (Series, 1);
  g_autofree char *until = mappe_date_add_days (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON), 365);

  self->store = g_object_ref (store);
  self->meeting = mappe_row_copy (sitting->meeting);
  if (sitting->council != NULL)
    self->state = g_strdup (mappe_row_get_text (sitting->council, MAPPE_COUNCIL_STATE));
  self->window = mappe_window_frame_new (near, _("Repeat the meeting"), _("Create"), make_content (self),
                                         &self->accept);
  g_object_set_data_full (G_OBJECT (self->window), "series", self, (GDestroyNotify) series_free);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept_cb), self->window, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->until, "changed", G_CALLBACK (fill_days), self->window, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->repeat, "notify::selected", G_CALLBACK (fill_days), self->window, G_CONNECT_SWAPPED);
  if (until != NULL)
    mappe_date_entry_set_date (self->until, until);
  fill_days (self->window);
  gtk_window_present (GTK_WINDOW (self->window));
}
