/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-build-event.h"
#include "mappe-date.h"
#include "mappe-deployment-plan-item.h"
#include "mappe-deployment-plan.h"
#include "mappe-event-acts.h"
#include "mappe-event-release-forms.h"
#include "mappe-event-steps.h"
#include "mappe-event-words.h"
#include "mappe-paper-view.h"
#include "mappe-print.h"
#include "mappe-window-frame.h"

/* The deployment plan: its lines by phase, its releases, what is different from the last one. Confidential. */

enum { PREVIEW_WIDTH = 680, PREVIEW_HEIGHT = 640 };

#define MAPPE_TYPE_EVENT_PLAN_STEP (mappe_event_plan_step_get_type ())
G_DECLARE_FINAL_TYPE (MappeEventPlanStep, mappe_event_plan_step, MAPPE, EVENT_PLAN_STEP, MappeEventStep)

struct _MappeEventPlanStep {
  MappeEventStep parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeEventPlanStep, mappe_event_plan_step, MAPPE_TYPE_EVENT_STEP)

/* --- acts --- */

static void
add_act (MappeEventStep *self, const MappeRow *record)
{
  mappe_event_step_new (self, &mappe_deployment_plan_item_kind, MAPPE_DEPLOYMENT_PLAN_ITEM_EVENT);
}

static gboolean
mappe_event_plan_step_add (MappeEventStep *self)
{
  add_act (self, NULL);
  return TRUE;
}

static void
release_act (MappeEventStep *self, const MappeRow *record)
{
  mappe_event_release_plan_form (self);
}

static gboolean
mappe_event_plan_step_print (MappeEventStep *self)
{
  mappe_print_document (GTK_WIDGET (self), mappe_build_event_plan (mappe_event_step_get_file (self), NULL));
  return TRUE;
}

static void
print_act (MappeEventStep *self, const MappeRow *record)
{
  mappe_event_plan_step_print (self);
}

static void
preview_act (MappeEventStep *self, const MappeRow *record)
{
  MappeNode *document = mappe_build_event_plan (mappe_event_step_get_file (self), NULL);
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = mappe_paper_view_new ();

  mappe_window_close_on_escape (window);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), view);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), document->text);
  gtk_window_set_default_size (GTK_WINDOW (window), PREVIEW_WIDTH, PREVIEW_HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  mappe_paper_view_set_document (MAPPE_PAPER_VIEW (view), document);
  gtk_window_present (GTK_WINDOW (window));
}

static void
move_line (MappeEventStep *self, const MappeRow *record, int direction)
{
  GError *error = NULL;
  MappeEdit *edit = mappe_event_move_line (mappe_event_step_get_file (self), record->id, direction, &error);

  mappe_event_step_apply (self, edit, error, NULL);
}

static void
mappe_event_plan_step_move (MappeEventStep *self, const MappeRow *record, int direction)
{
  if (record->kind == &mappe_deployment_plan_item_kind && mappe_event_step_is_writable (self))
    move_line (self, record, direction);
}

static void
up_act (MappeEventStep *self, const MappeRow *record)
{
  move_line (self, record, -1);
}

static void
down_act (MappeEventStep *self, const MappeRow *record)
{
  move_line (self, record, 1);
}

/* --- lines --- */

static void
append (GString *line, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
}

static void
icon_button (MappeEventStep *self, GtkWidget *row, const char *icon, const char *verb, const char *task,
             MappeEventRowAct act)
{
  g_autofree char *spoken = g_strdup_printf ("%s: %s", verb, task);
  GtkWidget *button = mappe_event_part_button (self, row, verb, spoken, act);

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, verb);
  gtk_widget_add_css_class (button, "flat");
}

static void
add_line (MappeEventStep *self, GtkWidget *list, const MappeListed *line)
{
  const MappeRow *row = line->row;
  const char *task = mappe_row_get_text (row, MAPPE_DEPLOYMENT_PLAN_ITEM_TASK);
  g_autofree char *times = mappe_event_words_times (mappe_row_get_text (row, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM),
                                                    mappe_row_get_text (row, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_TO), NULL);
  g_autoptr (GString) about = g_string_new (times);
  GtkWidget *widget;

  append (about, line->shown[MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION]);
  if (!mappe_row_is_null (row, MAPPE_DEPLOYMENT_PLAN_ITEM_STRENGTH))
    {
      g_autofree char *strength = g_strdup_printf (_("strength %d"),
                                                   (int) mappe_row_get_int (row, MAPPE_DEPLOYMENT_PLAN_ITEM_STRENGTH));

      append (about, strength);
    }
  append (about, mappe_row_get_text (row, MAPPE_DEPLOYMENT_PLAN_ITEM_CONTACT_ROLE));
  append (about, mappe_row_get_text (row, MAPPE_DEPLOYMENT_PLAN_ITEM_DUTY_ROSTER_REF));
  widget = mappe_event_part_row (self, list, row, task, about->str);
  icon_button (self, widget, "go-up-symbolic", _("Move up"), task, up_act);
  icon_button (self, widget, "go-down-symbolic", _("Move down"), task, down_act);
}

static void
add_lines (MappeEventStep *self, const MappeEventFile *file)
{
  const char *last = NULL;
  GtkWidget *list = NULL;

  for (guint i = 0; i < file->lines->len; i++)
    {
      const MappeListed *line = g_ptr_array_index (file->lines, i);
      const char *phase = mappe_row_get_text (line->row, MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE);

      if (list == NULL || g_strcmp0 (phase, last) != 0)
        list = mappe_event_part_group (self, mappe_event_words_code (file->codes, "plan_phase", phase, NULL), NULL);
      add_line (self, list, line);
      last = phase;
    }
}

/* --- releases --- */

static void
add_differences (MappeEventStep *self, const MappeEventFile *file)
{
  g_autoptr (GPtrArray) lines = mappe_plan_lines (file->lines), differences = NULL;
  GtkWidget *list;

  if (file->released == NULL)
    return;
  differences = mappe_plan_compare (file->released, lines);
  if (differences->len == 0)
    return;
  list = mappe_event_part_group (self, _("Differences to the last release"), NULL);
  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *words = mappe_event_words_difference (g_ptr_array_index (differences, i), file->codes, NULL);

      mappe_event_part_row (self, list, NULL, words, NULL);
    }
}

static void
add_releases (MappeEventStep *self, const MappeEventFile *file)
{
  GtkWidget *list;

  if (file->plans->len == 0)
    return;
  list = mappe_event_part_group (self, _("Released versions"), NULL);
  for (guint i = 0; i < file->plans->len; i++)
    {
      const MappeListed *plan = g_ptr_array_index (file->plans, i);
      g_autofree char *title = g_strdup_printf (_("Version %d"),
                                                (int) mappe_row_get_int (plan->row, MAPPE_DEPLOYMENT_PLAN_EDITION));
      g_autofree char *day = mappe_date_format (mappe_row_get_text (plan->row, MAPPE_DEPLOYMENT_PLAN_RELEASED_ON));
      const char *by = plan->shown[MAPPE_DEPLOYMENT_PLAN_RELEASED_BY];
      g_autofree char *about = g_strdup_printf ("%s%s%s", day, by != NULL ? " · " : "", by != NULL ? by : "");

      mappe_event_part_row (self, list, plan->row, title, about);
    }
}

static void
mappe_event_plan_step_build (MappeEventStep *self)
{
  const MappeEventFile *file = mappe_event_step_get_file (self);
  g_autofree char *summary = mappe_event_words_plan (file, NULL);
  GtkWidget *bar;

  mappe_event_part_note (self, MAPPE_STATE_OVERDUE, _("Confidential: only for those who carry out the plan."));
  mappe_event_part_note (self, MAPPE_STATE_NONE, summary);
  bar = mappe_event_part_bar (self);
  mappe_event_part_act (self, bar, _("Add line…"), file->lines->len == 0, add_act);
  if (file->lines->len > 0)
    {
      mappe_event_part_act (self, bar, _("Release…"), TRUE, release_act);
      mappe_event_part_act (self, bar, _("Preview"), FALSE, preview_act);
      mappe_event_part_act (self, bar, _("Print…"), FALSE, print_act);
      mappe_event_part_text (self, _("Enter opens a line, Alt with an arrow moves it, Delete takes it out."));
    }
  else
    mappe_event_part_text (self, _("The plan says which unit does what from when to when. Add its first line, or take "
                                   "the file of an earlier event with “Next event of this series” on its check list."));
  add_lines (self, file);
  add_differences (self, file);
  add_releases (self, file);
}

static void
mappe_event_plan_step_class_init (MappeEventPlanStepClass *klass)
{
  MappeEventStepClass *step_class = MAPPE_EVENT_STEP_CLASS (klass);

  step_class->build = mappe_event_plan_step_build;
  step_class->add = mappe_event_plan_step_add;
  step_class->print = mappe_event_plan_step_print;
  step_class->move = mappe_event_plan_step_move;
}

static void
mappe_event_plan_step_init (MappeEventPlanStep *self)
{
}
