/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-debrief-finding.h"
#include "mappe-event-acts.h"
#include "mappe-event-check.h"
#include "mappe-event-steps.h"
#include "mappe-event-words.h"
#include "mappe-event.h"
#include "mappe-feedback.h"

/* The check list: findings of earlier events of the series come back here; and the next event of the series. */

#define MAPPE_TYPE_EVENT_CHECK_STEP (mappe_event_check_step_get_type ())
G_DECLARE_FINAL_TYPE (MappeEventCheckStep, mappe_event_check_step, MAPPE, EVENT_CHECK_STEP, MappeEventStep)

struct _MappeEventCheckStep {
  MappeEventStep parent_instance;

  gint64 next;  /* which of the inserted records is the next event */
};

G_DEFINE_FINAL_TYPE (MappeEventCheckStep, mappe_event_check_step, MAPPE_TYPE_EVENT_STEP)

static const int fields[] = {
  MAPPE_EVENT_CHECK_PHASE, MAPPE_EVENT_CHECK_TEXT, MAPPE_EVENT_CHECK_RESPONSIBLE_ORGANISATION, -1,
};
static const MappeEventPart part = { &mappe_event_check_kind, MAPPE_EVENT_CHECK_EVENT, fields };

/* --- acts --- */

static void
check (MappeEventStep *self, const MappeRow *record, gboolean done)
{
  g_autofree char *today = mappe_date_today ();

  mappe_event_step_apply (self, mappe_event_check (record, done, today), NULL, _("The change was not saved"));
}

static void
done_act (MappeEventStep *self, const MappeRow *record)
{
  check (self, record, TRUE);
}

static void
open_act (MappeEventStep *self, const MappeRow *record)
{
  check (self, record, FALSE);
}

static void
add_act (MappeEventStep *self, const MappeRow *record)
{
  mappe_event_step_new (self);
}

static gboolean
mappe_event_check_step_add (MappeEventStep *self)
{
  add_act (self, NULL);
  return TRUE;
}

static void
ask_act (MappeEventStep *self, const MappeRow *record)
{
  GError *error = NULL;
  MappeEdit *edit = mappe_event_ask_findings (mappe_event_step_get_file (self), &error);

  mappe_event_step_apply (self, edit, error, _("The findings were not brought"));
}

static void
next_made (MappeEventStep *step, MappeApplied *applied)
{
  MappeEventCheckStep *self = MAPPE_EVENT_CHECK_STEP (step);

  const char *start = mappe_row_get_text (mappe_event_step_get_file (step)->event->row, MAPPE_EVENT_START_ON);
  g_autofree char *next = mappe_event_next_day (start);
  g_autofree char *day = next != NULL ? mappe_date_format_long (next) : NULL;
  g_autofree char *done = NULL;

  if (applied == NULL)
    return;
  /* Translators: day of the next event of a series, with its weekday */
  done = g_strdup_printf (_("Next event on %s, the same weekday of the month as this time"), day != NULL ? day : "–");
  gtk_widget_activate_action (GTK_WIDGET (step), "win.open-record", "(sx)", mappe_event_kind.name,
                              g_array_index (applied->ids, gint64, self->next));
  mappe_feedback_undoable (GTK_WIDGET (step), done);
}

static void
next_act (MappeEventStep *step, const MappeRow *record)
{
  MappeEventCheckStep *self = MAPPE_EVENT_CHECK_STEP (step);
  GError *error = NULL;
  MappeEdit *edit = mappe_event_next (mappe_event_step_get_file (step), &self->next, &error);

  mappe_event_step_apply_then (step, edit, error, _("The next event was not made"), next_made);
}

static void
open_next_act (MappeEventStep *step, const MappeRow *record)
{
  mappe_event_step_open (step, mappe_event_file_next (mappe_event_step_get_file (step))->row);
}

/* --- points --- */

static void
append (GString *line, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
}

/* The event and the rating that a point comes from. */
static char *
origin_of (const MappeEventFile *file, gint64 finding)
{
  for (guint i = 0; i < file->earlier->len; i++)
    {
      const MappeListed *earlier = g_ptr_array_index (file->earlier, i);

      if (earlier->row->id == finding)
        return g_strdup_printf ("%s: %s", earlier->shown[MAPPE_DEBRIEF_FINDING_EVENT],
                                mappe_event_words_code (file->codes, "finding_rating",
                                                        mappe_row_get_text (earlier->row, MAPPE_DEBRIEF_FINDING_RATING),
                                                        NULL));
    }
  return NULL;
}

static void
add_check (MappeEventStep *self, GtkWidget *list, const MappeEventFile *file, const MappeListed *point)
{
  enum { OFFICE = MAPPE_EVENT_CHECK_RESPONSIBLE_ORGANISATION };
  gboolean done = mappe_row_get_int (point->row, MAPPE_EVENT_CHECK_DONE) != 0;
  const char *day = mappe_row_get_text (point->row, MAPPE_EVENT_CHECK_DONE_ON);
  g_autofree char *on = day != NULL ? mappe_date_format (day) : NULL;
  g_autofree char *light = done && on != NULL ? g_strdup_printf (_("Done, %s"), on)
                                              : g_strdup (mappe_event_words_code (file->codes, "task_status",
                                                                         done ? "done" : "open", NULL));
  g_autofree char *origin = origin_of (file, mappe_row_get_int (point->row, MAPPE_EVENT_CHECK_FINDING));
  g_autoptr (GString) about = g_string_new (origin);
  GtkWidget *row;

  append (about, point->shown[OFFICE]);
  row = mappe_event_part_row (self, list, point->row, mappe_row_get_text (point->row, MAPPE_EVENT_CHECK_TEXT),
                              about->str);
  mappe_event_part_light (row, done ? MAPPE_STATE_DONE : MAPPE_STATE_WAITING, light);
  mappe_event_part_button (self, row, done ? _("Open again") : _("Done"), NULL, done ? open_act : done_act);
}

static void
add_checks (MappeEventStep *self, const MappeEventFile *file)
{
  const char *last = NULL;
  GtkWidget *list = NULL;
  guint open = 0;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < file->checks->len; i++)
    open += mappe_row_get_int (((MappeListed *) g_ptr_array_index (file->checks, i))->row, MAPPE_EVENT_CHECK_DONE) == 0;
  summary = g_strdup_printf (ngettext ("%u of %u point done.", "%u of %u points done.", file->checks->len),
                             file->checks->len - open, file->checks->len);
  if (file->checks->len > 0)
    mappe_event_part_note (self, open > 0 ? MAPPE_STATE_WAITING : MAPPE_STATE_DONE, summary);
  else
    mappe_event_part_text (self, _("What has to be seen to at this event. The findings of earlier events of the same "
                                   "series come here by themselves when the event is made from the one before."));
  for (guint i = 0; i < file->checks->len; i++)
    {
      const MappeListed *point = g_ptr_array_index (file->checks, i);
      const char *phase = mappe_row_get_text (point->row, MAPPE_EVENT_CHECK_PHASE);

      if (list == NULL || g_strcmp0 (phase, last) != 0)
        list = mappe_event_part_group (self, mappe_event_words_code (file->codes, "plan_phase", phase, NULL), NULL);
      add_check (self, list, file, point);
      last = phase;
    }
}

static void
mappe_event_check_step_build (MappeEventStep *self)
{
  const MappeEventFile *file = mappe_event_step_get_file (self);
  g_autoptr (GPtrArray) unasked = mappe_event_file_unasked (file);
  const MappeListed *next = mappe_event_file_next (file);
  GtkWidget *bar;

  add_checks (self, file);
  bar = mappe_event_part_bar (self);
  mappe_event_part_act (self, bar, _("Add point…"), FALSE, add_act);
  if (unasked->len > 0)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("Bring %u finding of earlier events",
                                                          "Bring %u findings of earlier events", unasked->len),
                                                unasked->len);

      mappe_event_part_act (self, bar, label, TRUE, ask_act);
    }
  if (next != NULL)
    {
      g_autofree char *label = g_strdup_printf (_("Open %s"), next->title);

      mappe_event_part_act (self, bar, label, FALSE, open_next_act);
    }
  else
    mappe_event_part_act (self, bar, _("Next event of this series"), file->findings->len > 0, next_act);
}

static void
mappe_event_check_step_class_init (MappeEventCheckStepClass *klass)
{
  MAPPE_EVENT_STEP_CLASS (klass)->part = &part;
  MAPPE_EVENT_STEP_CLASS (klass)->build = mappe_event_check_step_build;
  MAPPE_EVENT_STEP_CLASS (klass)->add = mappe_event_check_step_add;
}

static void
mappe_event_check_step_init (MappeEventCheckStep *self)
{
}
