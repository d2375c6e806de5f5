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

/**
 * MappeEventPlanStep:
 * @edition: of the release that is looked at, or 0
 * @compared: whether it is compared with the plan as it is now, rather than shown as it was
 */
struct _MappeEventPlanStep {
  MappeEventStep parent_instance;

  gint64   edition;
  gboolean compared;
};

G_DEFINE_FINAL_TYPE (MappeEventPlanStep, mappe_event_plan_step, MAPPE_TYPE_EVENT_STEP)

static const int fields[] = {
  MAPPE_DEPLOYMENT_PLAN_ITEM_PHASE, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_FROM, MAPPE_DEPLOYMENT_PLAN_ITEM_TIME_TO,
  MAPPE_DEPLOYMENT_PLAN_ITEM_UNIT_ORGANISATION, MAPPE_DEPLOYMENT_PLAN_ITEM_TASK,
  MAPPE_DEPLOYMENT_PLAN_ITEM_STRENGTH, MAPPE_DEPLOYMENT_PLAN_ITEM_CONTACT_ROLE,
  MAPPE_DEPLOYMENT_PLAN_ITEM_DUTY_ROSTER_REF, -1,
};
static const MappeEventPart part = { &mappe_deployment_plan_item_kind, MAPPE_DEPLOYMENT_PLAN_ITEM_EVENT, fields };

/* --- acts --- */

static void
add_act (MappeEventStep *self, const MappeRow *record)
{
  mappe_event_step_new (self);
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
  const MappeEventFile *file = mappe_event_step_get_file (self);
  const char *phase = mappe_event_move_phase (file, record->id, direction);
  GError *error = NULL;
  MappeEdit *edit = mappe_event_move_line (file, record->id, direction, &error);
  g_autofree char *done = NULL;

  /* Translators: a line of the deployment plan went over the edge of its phase; its task, the phase it is in now */
  if (phase != NULL)
    done = g_strdup_printf (_("“%s” is in the phase “%s” now"),
                            mappe_row_get_text (record, MAPPE_DEPLOYMENT_PLAN_ITEM_TASK),
                            mappe_event_words_code (file->codes, "plan_phase", phase, NULL));
  mappe_event_step_apply_said (self, edit, error, NULL, done);
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

/* The button says beforehand that the line would leave its phase. */
static void
add_mover (MappeEventStep *self, GtkWidget *row, const MappeRow *line, int direction)
{
  const MappeEventFile *file = mappe_event_step_get_file (self);
  const char *phase = mappe_event_move_phase (file, line->id, direction);
  /* Translators: a line of the deployment plan goes over the edge of its phase; the next phase */
  g_autofree char *into = phase != NULL ? g_strdup_printf (_("Move into the phase “%s”"),
                                                           mappe_event_words_code (file->codes, "plan_phase", phase,
                                                                                   NULL)) : NULL;

  icon_button (self, row, direction < 0 ? "go-up-symbolic" : "go-down-symbolic",
               into != NULL ? into : direction < 0 ? _("Move up") : _("Move down"),
               mappe_row_get_text (line, MAPPE_DEPLOYMENT_PLAN_ITEM_TASK), direction < 0 ? up_act : down_act);
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
  add_mover (self, widget, row, -1);
  add_mover (self, widget, row, 1);
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
add_differences (MappeEventStep *self, const MappeEventFile *file, GPtrArray *before, const char *title,
                 gboolean say_none)
{
  g_autoptr (GPtrArray) lines = mappe_plan_lines (file->lines);
  g_autoptr (GPtrArray) differences = mappe_plan_compare (before, lines);
  GtkWidget *list;

  if (differences->len == 0 && !say_none)
    return;
  list = mappe_event_part_group (self, title, NULL);
  if (differences->len == 0)
    mappe_event_part_row (self, list, NULL, _("Nothing is different from the plan as it is now."), NULL);
  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *words = mappe_event_words_difference (g_ptr_array_index (differences, i), file->codes, NULL);

      mappe_event_part_row (self, list, NULL, words, NULL);
    }
}

static void
add_release_lines (MappeEventStep *self, const MappeEventFile *file, GPtrArray *lines, const char *title)
{
  GtkWidget *list = mappe_event_part_group (self, title, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const MappePlanLine *line = g_ptr_array_index (lines, i);
      const char *task = line->parts[MAPPE_PLAN_TASK];
      g_autofree char *about = mappe_event_words_line (line, file->codes, NULL);

      mappe_event_part_row (self, list, NULL, task != NULL ? task : "–", about);
    }
}

static void
look_at (MappeEventStep *step, const MappeRow *plan, gboolean compared)
{
  MappeEventPlanStep *self = MAPPE_EVENT_PLAN_STEP (step);
  gint64 edition = mappe_row_get_int (plan, MAPPE_DEPLOYMENT_PLAN_EDITION);

  /* The same button puts it away again. */
  self->edition = self->edition == edition && self->compared == compared ? 0 : edition;
  self->compared = compared;
  mappe_event_step_rebuild (step);
}

static void
show_act (MappeEventStep *step, const MappeRow *plan)
{
  look_at (step, plan, FALSE);
}

static void
compare_act (MappeEventStep *step, const MappeRow *plan)
{
  look_at (step, plan, TRUE);
}

static void
add_release_button (MappeEventStep *step, GtkWidget *row, const char *label, gboolean pressed, const char *version,
                    MappeEventRowAct act)
{
  g_autofree char *spoken = g_strdup_printf ("%s: %s", pressed ? _("Hide") : label, version);
  GtkWidget *button = mappe_event_part_button (step, row, pressed ? _("Hide") : label, spoken, act);

  gtk_widget_set_name (button, label);
  gtk_widget_set_sensitive (button, TRUE);
}

static void
add_release (MappeEventStep *step, GtkWidget *list, const MappeListed *plan, gboolean kept)
{
  MappeEventPlanStep *self = MAPPE_EVENT_PLAN_STEP (step);
  gint64 edition = mappe_row_get_int (plan->row, MAPPE_DEPLOYMENT_PLAN_EDITION);
  gboolean looked = self->edition == edition;
  g_autofree char *title = g_strdup_printf (_("Version %d"), (int) edition);
  g_autofree char *day = mappe_date_format (mappe_row_get_text (plan->row, MAPPE_DEPLOYMENT_PLAN_RELEASED_ON));
  const char *by = plan->shown[MAPPE_DEPLOYMENT_PLAN_RELEASED_BY];
  g_autofree char *about = g_strdup_printf ("%s%s%s", day, by != NULL ? " · " : "", by != NULL ? by : "");
  GtkWidget *row = mappe_event_part_row (step, list, plan->row, title, about);

  if (!kept)
    return;
  /* Translators: a released version of the deployment plan */
  add_release_button (step, row, _("Show"), looked && !self->compared, title, show_act);
  add_release_button (step, row, _("Compare with now"), looked && self->compared, title, compare_act);
}

static void
add_looked_at (MappeEventStep *step, const MappeEventFile *file)
{
  MappeEventPlanStep *self = MAPPE_EVENT_PLAN_STEP (step);

  for (guint i = 0; i < file->plans->len; i++)
    {
      const MappeRow *plan = ((MappeListed *) g_ptr_array_index (file->plans, i))->row;
      GPtrArray *lines = g_ptr_array_index (file->releases, i);
      g_autofree char *title = NULL;

      if (lines == NULL || mappe_row_get_int (plan, MAPPE_DEPLOYMENT_PLAN_EDITION) != self->edition)
        continue;
      title = g_strdup_printf (self->compared ? _("Version %d compared with the plan now")
                                              : _("Version %d as it was released"), (int) self->edition);
      if (self->compared)
        add_differences (step, file, lines, title, TRUE);
      else
        add_release_lines (step, file, lines, title);
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
    add_release (self, list, g_ptr_array_index (file->plans, i), g_ptr_array_index (file->releases, i) != NULL);
  add_looked_at (self, file);
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
  if (file->released != NULL)
    add_differences (self, file, file->released, _("Differences to the last release"), FALSE);
  add_releases (self, file);
}

static void
mappe_event_plan_step_class_init (MappeEventPlanStepClass *klass)
{
  MappeEventStepClass *step_class = MAPPE_EVENT_STEP_CLASS (klass);

  step_class->part = &part;
  step_class->build = mappe_event_plan_step_build;
  step_class->add = mappe_event_plan_step_add;
  step_class->print = mappe_event_plan_step_print;
  step_class->move = mappe_event_plan_step_move;
}

static void
mappe_event_plan_step_init (MappeEventPlanStep *self)
{
}
