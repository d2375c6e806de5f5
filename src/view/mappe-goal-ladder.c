/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-goal-ladder.h"

#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-measure-goal.h"
#include "mappe-record-link.h"

/* A goal as a ladder: the five levels, the best on top, with a word at where it began and where it stands. */

typedef struct {
  int         level;
  guint       field;
  const char *label;
} Rung;

static const Rung rungs[] = {
  { 2, MAPPE_MEASURE_GOAL_MUCH_MORE, N_("+2 much more than expected") },
  { 1, MAPPE_MEASURE_GOAL_MORE, N_("+1 more than expected") },
  { 0, MAPPE_MEASURE_GOAL_EXPECTED, N_("0 as expected") },
  { -1, MAPPE_MEASURE_GOAL_LESS, N_("−1 less than expected") },
  { -2, MAPPE_MEASURE_GOAL_MUCH_LESS, N_("−2 much less than expected") },
};

static gboolean
stands_at (const MappeRow *goal, guint field, int level)
{
  return !mappe_row_is_null (goal, field) && mappe_row_get_int (goal, field) == level;
}

static GtkWidget *
new_rung (const MappeRow *goal, const Rung *rung)
{
  GtkWidget *row = adw_action_row_new ();
  const char *words = mappe_row_get_text (goal, rung->field);
  gboolean start = stands_at (goal, MAPPE_MEASURE_GOAL_START_LEVEL, rung->level);
  gboolean reached = stands_at (goal, MAPPE_MEASURE_GOAL_REACHED_LEVEL, rung->level);
  const char *mark = start && reached ? _("◆ at the start and now") : reached ? _("◆ reached") : _("◇ at the start");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words != NULL ? words : _("not described"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(rung->label));
  if (start || reached)
    {
      GtkWidget *label = gtk_label_new (mark);

      gtk_widget_add_css_class (label, reached ? "heading" : "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  return row;
}

static const char *
level_words (gint64 level)
{
  static const char *const words[] = { "−2", "−1", "0", "+1", "+2" };

  return words[CLAMP (level, -2, 2) + 2];
}

static char *
about (const MappeRow *goal)
{
  const char *judged = mappe_row_get_text (goal, MAPPE_MEASURE_GOAL_JUDGED_ON);
  const char *written = mappe_row_get_text (goal, MAPPE_MEASURE_GOAL_WRITTEN_ON);
  g_autofree char *day = judged != NULL || written != NULL ? mappe_date_format (judged != NULL ? judged : written)
                                                           : NULL;

  const char *level = level_words (mappe_row_get_int (goal, MAPPE_MEASURE_GOAL_REACHED_LEVEL));

  if (mappe_row_is_null (goal, MAPPE_MEASURE_GOAL_REACHED_LEVEL))
    return day != NULL ? g_strdup_printf (_("Not judged yet, levels written on %s"), day)
                       : g_strdup (_("Not judged yet"));
  /* Translators: a level from −2 to +2, a day */
  return judged != NULL ? g_strdup_printf (_("Reached level %s, judged on %s"), level, day)
                        : g_strdup_printf (_("Reached level %s"), level);
}

static void
open_cb (GtkWidget *button, MappeStore *store)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "goal");

  mappe_record_link_open (button, store, &mappe_measure_goal_kind, *id);
}

/**
 * mappe_goal_ladder_new:
 * @goal: a goal of a measure
 *
 * Returns: (transfer floating): a row that opens to its levels
 */
GtkWidget *
mappe_goal_ladder_new (MappeStore *store, const MappeListed *goal)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *open = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *subtitle = about (goal->row);
  g_autofree char *title = g_markup_escape_text (mappe_row_get_text (goal->row, MAPPE_MEASURE_GOAL_TITLE), -1);
  g_autofree char *hint = g_strdup_printf (_("Open “%s”"), mappe_row_get_text (goal->row, MAPPE_MEASURE_GOAL_TITLE));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_set_tooltip_text (open, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  g_object_set_data_full (G_OBJECT (open), "goal", g_memdup2 (&goal->row->id, sizeof goal->row->id), g_free);
  g_signal_connect_object (open, "clicked", G_CALLBACK (open_cb), store, 0);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), open);
  for (guint i = 0; i < G_N_ELEMENTS (rungs); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_rung (goal->row, &rungs[i]));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  return row;
}
