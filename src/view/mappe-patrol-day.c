/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrol-day.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-area.h"
#include "mappe-date.h"
#include "mappe-patrol-file.h"
#include "mappe-patrol-text.h"
#include "mappe-patrol.h"

struct _MappePatrolDay {
  GtkBox      parent_instance;

  GtkLabel   *title;
  GtkListBox *list;
  GtkWidget  *new_button;
};

G_DEFINE_FINAL_TYPE (MappePatrolDay, mappe_patrol_day, GTK_TYPE_BOX)

static void
add_button (GtkWidget *row, const char *label, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (MappeDisplay *display, const MappeListed *patrol, const char *today)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  const char *status = mappe_row_get_text (patrol->row, MAPPE_PATROL_STATUS);
  g_autofree char *time = mappe_patrol_text_time (patrol->row);
  g_autofree char *title = g_strdup_printf ("%s · %s", time, mappe_patrol_text_status (display, patrol->row, today));
  g_autofree char *line = mappe_patrol_text_line (display, patrol, today);
  g_autofree char *staff = mappe_patrol_file_staff (patrol);
  g_autofree char *counts = mappe_patrol_text_counts (patrol->row);
  const char *roster = mappe_row_get_text (patrol->row, MAPPE_PATROL_DUTY_ROSTER_REF);
  g_autofree char *subtitle = g_strdup_printf ("%s%s%s%s%s", staff, roster != NULL ? " · " : "",
                                               roster != NULL ? roster : "", counts != NULL ? "\n" : "",
                                               counts != NULL ? counts : "");
  gboolean over = strcmp (mappe_row_get_text (patrol->row, MAPPE_PATROL_DATE), today) <= 0;

  mappe_state_show (GTK_IMAGE (image), mappe_patrol_text_state (patrol->row, today));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  if (over)
    add_button (row, g_strcmp0 (status, "held") == 0 ? _("Counts…") : _("Held…"), "patrols.held", patrol->row->id);
  if (g_strcmp0 (status, "cancelled") != 0)
    add_button (row, _("Cancelled…"), "patrols.cancel", patrol->row->id);
  add_button (row, _("Open"), "patrols.open", patrol->row->id);
  return row;
}

static const char *
area_name (const MappePatrolWeek *week, gint64 area)
{
  for (guint i = 0; i < week->areas->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (week->areas, i);

      if (row->id == area)
        return mappe_row_get_text (row, MAPPE_AREA_NAME);
    }
  return "";
}

/** mappe_patrol_day_fill: Shows the patrols in @area on @day. */
void
mappe_patrol_day_fill (MappePatrolDay *self, const MappePatrolWeek *week, MappeDisplay *display, gint64 area,
                       const char *day, const char *today)
{
  g_autoptr (GPtrArray) patrols = mappe_patrol_week_find (week, area, day, day);
  g_autofree char *date = mappe_date_format_long (day);
  g_autofree char *title = g_strdup_printf ("%s, %s", area_name (week, area), date);
  GtkListBoxRow *row;

  g_return_if_fail (MAPPE_IS_PATROL_DAY (self));
  gtk_label_set_label (self->title, title);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < patrols->len; i++)
    gtk_list_box_append (self->list, make_row (display, g_ptr_array_index (patrols, i), today));
  gtk_widget_set_visible (GTK_WIDGET (self->list), patrols->len > 0);
}

static void
mappe_patrol_day_class_init (MappePatrolDayClass *klass)
{
}

static void
mappe_patrol_day_init (MappePatrolDay *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_object_set (self, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  self->new_button = gtk_button_new_with_label (_("Plan a patrol…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->new_button), "patrols.new");
  gtk_widget_set_tooltip_text (self->new_button, _("Plan a patrol here (N)"));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Patrols of this day"),
                                  -1);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), self->new_button);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}
