/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-date.h"
#include "mappe-debrief-finding.h"
#include "mappe-event-acts.h"
#include "mappe-event-release-forms.h"
#include "mappe-event-steps.h"
#include "mappe-event-words.h"
#include "mappe-event.h"
#include "mappe-feedback.h"
#include "mappe-finding-form.h"
#include "mappe-record-link.h"
#include "mappe-task.h"

/* The debrief: its deadline, what was found, what becomes of it. */

#define MAPPE_TYPE_EVENT_DEBRIEF_STEP (mappe_event_debrief_step_get_type ())
G_DECLARE_FINAL_TYPE (MappeEventDebriefStep, mappe_event_debrief_step, MAPPE, EVENT_DEBRIEF_STEP, MappeEventStep)

struct _MappeEventDebriefStep {
  MappeEventStep parent_instance;

  GtkWidget *form;
  GtkLabel  *share;
};

G_DEFINE_FINAL_TYPE (MappeEventDebriefStep, mappe_event_debrief_step, MAPPE_TYPE_EVENT_STEP)

static const int fields[] = {
  MAPPE_DEBRIEF_FINDING_TEXT, MAPPE_DEBRIEF_FINDING_RATING, MAPPE_DEBRIEF_FINDING_CATEGORY,
  MAPPE_DEBRIEF_FINDING_RESPONSIBLE_ORGANISATION, MAPPE_DEBRIEF_FINDING_DUE_ON, MAPPE_DEBRIEF_FINDING_STATUS,
  -1,
};
static const MappeEventPart part = { &mappe_debrief_finding_kind, MAPPE_DEBRIEF_FINDING_EVENT, fields };

/* --- share of debriefs in time --- */

static gpointer
share_job (MappeSnapshot *snapshot, gpointer today, GError **error)
{
  return mappe_debrief_share_read (snapshot, today, error);
}

static void
share_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeEventDebriefStep) self = data;
  g_autofree MappeDebriefShare *share = mappe_store_read_finish (MAPPE_STORE (source), result, NULL);
  g_autofree char *words = share != NULL ? mappe_event_words_share (share, NULL) : NULL;

  if (words != NULL && self->share != NULL)
    gtk_label_set_label (self->share, words);
}

static void
load_share (MappeEventDebriefStep *self)
{
  mappe_store_read_async (mappe_event_step_get_store (MAPPE_EVENT_STEP (self)), MAPPE_PRIORITY_COUNT, share_job,
                          mappe_date_today (), g_free, g_free, NULL, share_cb, g_object_ref (self));
}

/* --- acts --- */

static void
held_act (MappeEventStep *self, const MappeRow *record)
{
  mappe_event_debrief_form (self);
}

static void
waive_act (MappeEventStep *self, const MappeRow *record)
{
  GError *error = NULL;
  MappeEdit *edit = mappe_event_waive_debrief (mappe_event_step_get_file (self), &error);

  mappe_event_step_apply (self, edit, error, _("The change was not saved"));
}

static void
task_act (MappeEventStep *self, const MappeRow *finding)
{
  GError *error = NULL;
  MappeEdit *edit = mappe_event_make_task (finding, &error);

  mappe_event_step_apply (self, edit, error, _("The task was not added"));
}

static void
open_task_act (MappeEventStep *self, const MappeRow *finding)
{
  mappe_record_link_open (GTK_WIDGET (self), mappe_event_step_get_store (self), &mappe_task_kind,
                          mappe_row_get_int (finding, MAPPE_DEBRIEF_FINDING_TASK));
}

static void
added (MappeEventStep *step, MappeApplied *applied)
{
  MappeEventDebriefStep *self = MAPPE_EVENT_DEBRIEF_STEP (step);

  if (applied == NULL || self->form == NULL)
    return;
  mappe_finding_form_clear (MAPPE_FINDING_FORM (self->form));
  mappe_finding_form_begin (MAPPE_FINDING_FORM (self->form));
}

static void
form_add_cb (MappeEventDebriefStep *self)
{
  MappeFindingGiven given;
  g_autofree char *due_on = NULL;
  g_autofree char *what = mappe_finding_form_take (MAPPE_FINDING_FORM (self->form), &given, &due_on);
  GError *error = NULL;
  MappeEdit *edit = mappe_event_add_finding (mappe_event_step_get_file (MAPPE_EVENT_STEP (self)), &given, &error);

  mappe_event_step_apply_then (MAPPE_EVENT_STEP (self), edit, error, _("The finding was not added"), added);
}

static gboolean
mappe_event_debrief_step_add (MappeEventStep *step)
{
  mappe_finding_form_begin (MAPPE_FINDING_FORM (MAPPE_EVENT_DEBRIEF_STEP (step)->form));
  return TRUE;
}

/* --- findings --- */

static void
append (GString *line, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
}

static char *
about (const MappeEventFile *file, const MappeListed *finding)
{
  enum { OFFICE = MAPPE_DEBRIEF_FINDING_RESPONSIBLE_ORGANISATION };
  const char *rating = mappe_row_get_text (finding->row, MAPPE_DEBRIEF_FINDING_RATING);
  const char *category = mappe_row_get_text (finding->row, MAPPE_DEBRIEF_FINDING_CATEGORY);
  const char *due = mappe_row_get_text (finding->row, MAPPE_DEBRIEF_FINDING_DUE_ON);
  const MappeRow *task = mappe_event_file_task (file, mappe_row_get_int (finding->row, MAPPE_DEBRIEF_FINDING_TASK));
  g_autofree char *day = due != NULL ? mappe_date_format (due) : NULL;
  GString *line = g_string_new (mappe_event_words_code (file->codes, "finding_rating", rating, NULL));

  append (line, category != NULL ? mappe_event_words_code (file->codes, "finding_category", category, NULL) : NULL);
  append (line, finding->shown[OFFICE]);
  append (line, day);
  if (task != NULL)
    {
      g_autofree char *words = g_strdup_printf (
          /* Translators: reference and status of a task */
          _("Task %s: %s"), mappe_row_get_text (task, MAPPE_FIELD_REFERENCE),
          mappe_event_words_code (file->codes, "task_status", mappe_row_get_text (task, MAPPE_TASK_STATUS), NULL));

      append (line, words);
    }
  return g_string_free (line, FALSE);
}

static void
add_finding (MappeEventStep *self, GtkWidget *list, const MappeEventFile *file, const MappeListed *finding)
{
  const char *status = mappe_row_get_text (finding->row, MAPPE_DEBRIEF_FINDING_STATUS);
  gboolean closed = g_strcmp0 (status, "closed") == 0;
  g_autofree char *words = about (file, finding);
  GtkWidget *row = mappe_event_part_row (self, list, finding->row,
                                         mappe_row_get_text (finding->row, MAPPE_DEBRIEF_FINDING_TEXT), words);

  mappe_event_part_light (row, closed ? MAPPE_STATE_DONE
                               : mappe_row_is_null (finding->row, MAPPE_DEBRIEF_FINDING_DUE_ON)
                                   ? MAPPE_STATE_WAITING
                                   : mappe_state_of_due (mappe_row_get_text (finding->row,
                                                                             MAPPE_DEBRIEF_FINDING_DUE_ON)),
                          mappe_event_words_code (file->codes, "finding_status", status, NULL));
  if (!mappe_row_is_null (finding->row, MAPPE_DEBRIEF_FINDING_TASK))
    mappe_event_part_button (self, row, _("Open task"), NULL, open_task_act);
  else if (!closed)
    mappe_event_part_button (self, row, _("Make a task"), NULL, task_act);
}

static void
add_findings (MappeEventStep *self, const MappeEventFile *file)
{
  GtkWidget *list;

  if (file->findings->len == 0)
    {
      mappe_event_part_text (self, _("No finding yet. Type the first one above; Enter adds it and begins the next."));
      return;
    }
  list = mappe_event_part_group (self, _("Findings"), NULL);
  for (guint i = file->findings->len; i > 0; i--)
    add_finding (self, list, file, g_ptr_array_index (file->findings, i - 1));
}

/* --- building --- */

static void
make_head (MappeEventDebriefStep *self)
{
  MappeEventStep *step = MAPPE_EVENT_STEP (self);
  GtkWidget *share = gtk_label_new (NULL);

  self->form = mappe_finding_form_new (mappe_event_step_get_store (step));
  gtk_widget_set_sensitive (self->form, mappe_event_step_is_writable (step));
  self->share = GTK_LABEL (share);
  gtk_label_set_xalign (self->share, 0);
  gtk_label_set_wrap (self->share, TRUE);
  gtk_widget_add_css_class (share, "dim-label");
  g_signal_connect_object (self->form, "add", G_CALLBACK (form_add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (mappe_event_step_get_head (step), self->form);
  gtk_box_append (mappe_event_step_get_foot (step), share);
}

static void
mappe_event_debrief_step_build (MappeEventStep *step)
{
  static const MappeState states[] = {
    [MAPPE_DEBRIEF_AHEAD] = MAPPE_STATE_WAITING,  [MAPPE_DEBRIEF_OPEN] = MAPPE_STATE_DUE_SOON,
    [MAPPE_DEBRIEF_OVERDUE] = MAPPE_STATE_OVERDUE, [MAPPE_DEBRIEF_IN_TIME] = MAPPE_STATE_DONE,
    [MAPPE_DEBRIEF_LATE] = MAPPE_STATE_DONE,      [MAPPE_DEBRIEF_WAIVED] = MAPPE_STATE_CANCELLED,
  };
  MappeEventDebriefStep *self = MAPPE_EVENT_DEBRIEF_STEP (step);
  const MappeEventFile *file = mappe_event_step_get_file (step);
  const MappeRow *event = file->event->row;
  const char *participants = mappe_row_get_text (event, MAPPE_EVENT_DEBRIEF_PARTICIPANTS);
  g_autofree char *today = mappe_date_today (), *summary = mappe_event_words_debrief (event, today, NULL);
  MappeDebriefState state = mappe_debrief_state (event, today, NULL);
  gboolean held = state == MAPPE_DEBRIEF_IN_TIME || state == MAPPE_DEBRIEF_LATE;
  GtkWidget *bar;

  if (self->form == NULL)
    make_head (self);
  mappe_event_part_note (step, states[state], summary);
  if (participants != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Took part: %s"), participants);

      mappe_event_part_note (step, MAPPE_STATE_NONE, text);
    }
  bar = mappe_event_part_bar (step);
  mappe_event_part_act (step, bar, held ? _("Day and participants…") : _("Debrief held…"), !held, held_act);
  if (!held && state != MAPPE_DEBRIEF_WAIVED)
    mappe_event_part_act (step, bar, _("No debrief"), FALSE, waive_act);
  add_findings (step, file);
  load_share (self);
}

static void
mappe_event_debrief_step_dispose (GObject *object)
{
  MappeEventDebriefStep *self = MAPPE_EVENT_DEBRIEF_STEP (object);

  self->form = NULL;
  self->share = NULL;
  G_OBJECT_CLASS (mappe_event_debrief_step_parent_class)->dispose (object);
}

static void
mappe_event_debrief_step_class_init (MappeEventDebriefStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_event_debrief_step_dispose;
  MAPPE_EVENT_STEP_CLASS (klass)->part = &part;
  MAPPE_EVENT_STEP_CLASS (klass)->build = mappe_event_debrief_step_build;
  MAPPE_EVENT_STEP_CLASS (klass)->add = mappe_event_debrief_step_add;
}

static void
mappe_event_debrief_step_init (MappeEventDebriefStep *self)
{
}
