/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-plan-step.h"

#include <glib/gi18n.h>

#include "mappe-calendar.h"
#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-day-hints.h"
#include "mappe-detail.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-meeting-dates.h"
#include "mappe-meeting.h"
#include "mappe-new-meeting.h"
#include "mappe-plan-acts.h"
#include "mappe-state-light.h"
#include "mappe-wrap-layout.h"
#include "mappe-zone-time.h"

struct _MappePlanStep {
  MappeMeetingStep  parent_instance;

  GtkBox           *hints;
  GtkBox           *cards;
  AdwBin           *detail_bin;
  MappeDetail      *detail;
  GCancellable     *cancellable;
  GtkWidget        *reason;  /* entry of the dialog that asks why */
};

G_DEFINE_FINAL_TYPE (MappePlanStep, mappe_plan_step, MAPPE_TYPE_MEETING_STEP)

static const MappeSitting *
sitting_of (MappePlanStep *self)
{
  return mappe_meeting_step_get_sitting (MAPPE_MEETING_STEP (self));
}

static const char *
held_on (MappePlanStep *self)
{
  return mappe_row_get_text (sitting_of (self)->meeting, MAPPE_MEETING_HELD_ON);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* --- the computed calendar --- */

static GtkWidget *
add_line (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* A day with its arithmetic: @about says how it is reckoned. */
static void
add_card (MappePlanStep *self, const char *title, const char *day, gboolean done, const char *about)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  MappeState state = done ? MAPPE_STATE_DONE : mappe_state_of_due (day);
  g_autofree char *date = day != NULL ? mappe_date_format (day) : g_strdup ("–");
  g_autofree char *in_words = day != NULL ? mappe_date_format_long (day) : NULL;
  g_autofree char *text = g_strdup_printf ("%s · %s", date, mappe_state_word (state));

  mappe_state_show (GTK_IMAGE (image), state);
  add_line (words, title, "caption-heading");
  add_line (words, text, "caption");
  gtk_widget_add_css_class (add_line (words, about, "caption"), "dim-label");
  gtk_box_append (GTK_BOX (card), image);
  gtk_box_append (GTK_BOX (card), words);
  gtk_widget_add_css_class (card, "plan-card");
  gtk_widget_set_tooltip_text (card, in_words);
  gtk_box_append (self->cards, card);
}

static char *
days_before (guint days)
{
  return g_strdup_printf (ngettext ("%u day before the meeting", "%u days before the meeting", days), days);
}

/* The day by which minutes are sent: 30 and 31 stand for a month, see mappe_minutes_due_on(). */
static char *
days_after (guint days)
{
  return days == 30 || days == 31
             ? g_strdup (_("within a month"))
             : g_strdup_printf (ngettext ("%u day after the meeting", "%u days after the meeting", days), days);
}

static void
add_notice_cards (MappePlanStep *self, const MappeMeetingDates *dates, guint notice_days)
{
  const MappeRow *meeting = sitting_of (self)->meeting;
  /* Translators: how the last day for the invitation is reckoned; neither its receipt nor the meeting counts */
  g_autofree char *notice = g_strdup_printf (ngettext ("%u full day in between", "%u full days in between",
                                                       notice_days), notice_days);

  add_card (self, _("Invitation received by"), dates->invite_by, !mappe_row_is_null (meeting, MAPPE_MEETING_INVITED_ON),
            notice);
  if (mappe_row_get_int (meeting, MAPPE_MEETING_PUBLIC_PART) != 0)
    add_card (self, _("Public notice by"), dates->notice_by, !mappe_row_is_null (meeting, MAPPE_MEETING_PUBLISHED_ON),
              notice);
}

static void
fill_cards (MappePlanStep *self, const MappeMeetingRules *rules, const MappeMeetingDates *dates)
{
  const MappeRow *meeting = sitting_of (self)->meeting;
  gboolean invited = !mappe_row_is_null (meeting, MAPPE_MEETING_INVITED_ON);
  const char *call = mappe_row_get_text (meeting, MAPPE_MEETING_CALL_CLOSES_ON);
  g_autofree char *call_about = call != NULL ? g_strdup (_("set for this meeting")) : days_before (rules->call_days);
  g_autofree char *papers_about = days_before (rules->papers_days);
  g_autofree char *minutes_about = days_after (rules->minutes_days);

  add_card (self, _("Call for items closes"), call != NULL ? call : dates->call_closes_on, invited, call_about);
  add_card (self, _("Papers due"), dates->papers_due_on, invited, papers_about);
  add_notice_cards (self, dates, rules->notice_days);
  add_card (self, _("Minutes due"), dates->minutes_due_on, !mappe_row_is_null (meeting, MAPPE_MEETING_MINUTES_SENT_ON),
            minutes_about);
}

/* --- hints --- */

static void
add_hint (MappePlanStep *self, const char *text)
{
  g_autofree char *line = g_strdup_printf ("▲ %s", text);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", line, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_box_append (self->hints, label);
}

static void
add_hints (MappePlanStep *self, GPtrArray *hints)
{
  for (guint i = 0; i < hints->len; i++)
    add_hint (self, g_ptr_array_index (hints, i));
}

static void
add_day_hints (MappePlanStep *self)
{
  const MappeSitting *sitting = sitting_of (self);
  const char *state = sitting->council != NULL ? mappe_row_get_text (sitting->council, MAPPE_COUNCIL_STATE) : NULL;
  g_autoptr (GPtrArray) hints = mappe_day_hints_of_day (held_on (self), state);

  add_hints (self, hints);
}

static void
add_clock_hints (MappePlanStep *self)
{
  const MappeSitting *sitting = sitting_of (self);
  MappeZoneTime found = mappe_zone_time_check (held_on (self),
                                               mappe_row_get_text (sitting->meeting, MAPPE_MEETING_START_AT),
                                               mappe_sitting_zone (sitting));

  if (mappe_row_is_null (sitting->meeting, MAPPE_MEETING_START_AT))
    add_hint (self, _("The meeting has no time to begin at yet"));
  else if (found == MAPPE_ZONE_TIME_SKIPPED)
    add_hint (self, _("The clock is put forward over this time: it does not exist on that day"));
  else if (found == MAPPE_ZONE_TIME_TWICE)
    add_hint (self, _("The clock is put back: this time exists twice on that day"));
  else if (found == MAPPE_ZONE_TIME_UNKNOWN)
    add_hint (self, _("The time zone is not known; an example is Europe/Berlin"));
  if (mappe_row_is_null (sitting->meeting, MAPPE_MEETING_PLACE))
    add_hint (self, _("The meeting has no place yet"));
}

/* What is late is said, and never in the way: the secretary may have good reasons. */
static void
add_late_hints (MappePlanStep *self, const MappeMeetingDates *dates)
{
  const MappeRow *meeting = sitting_of (self)->meeting;
  g_autofree char *today = mappe_date_today ();
  g_autofree char *day = dates->invite_by != NULL ? mappe_date_format (dates->invite_by) : NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (held_on (self), today) < 0)
    add_hint (self, _("The day is past, and the meeting is not recorded as held"));
  else if (day != NULL && mappe_row_is_null (meeting, MAPPE_MEETING_INVITED_ON) &&
           g_strcmp0 (dates->invite_by, today) < 0)
    {
      /* Translators: a day */
      text = g_strdup_printf (_("The invitation is not sent; it should have been received by %s"), day);
      add_hint (self, text);
    }
  if (mappe_row_get_int (meeting, MAPPE_MEETING_URGENT) != 0 &&
      mappe_row_is_null (meeting, MAPPE_MEETING_URGENCY_REASON))
    add_hint (self, _("The meeting is urgent: the invitation has to say why"));
}

static void
near_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappePlanStep) self = data;
  g_autoptr (MappeCalendar) calendar = mappe_calendar_load_finish (MAPPE_STORE (source), result, NULL);
  g_autoptr (GPtrArray) hints = NULL;

  if (calendar == NULL || self->hints == NULL)
    return;
  hints = mappe_day_hints_near (calendar, held_on (self), sitting_of (self)->meeting->id);
  add_hints (self, hints);
}

static void
load_near (MappePlanStep *self)
{
  g_autofree char *from = mappe_date_add_days (held_on (self), -MAPPE_DAY_HINTS_NEAR);
  g_autofree char *to = mappe_date_add_days (held_on (self), MAPPE_DAY_HINTS_NEAR);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (from != NULL && to != NULL)
    mappe_calendar_load_async (mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self)), from, to, self->cancellable,
                               near_cb, g_object_ref (self));
}

/* Who reads that a meeting is cancelled asks why, and who was told. */
static void
add_cancelled_hint (MappePlanStep *self)
{
  const MappeRow *meeting = sitting_of (self)->meeting;
  const char *reason = mappe_row_get_text (meeting, MAPPE_MEETING_CANCEL_REASON);
  g_autofree char *text = reason != NULL ? g_strdup_printf (_("The meeting is cancelled: %s"), reason)
                                         : g_strdup (_("The meeting is cancelled"));

  add_hint (self, text);
  if (!mappe_row_is_null (meeting, MAPPE_MEETING_INVITED_ON))
    add_hint (self, _("Members are invited already; the letter that cancels it is under “Invitation”, “Text”"));
}

static void
mappe_plan_step_update (MappeMeetingStep *step)
{
  MappePlanStep *self = MAPPE_PLAN_STEP (step);
  const MappeSittingRules *set = &sitting_of (self)->rules;
  MappeMeetingRules rules = { set->call_days, set->papers_days, set->notice_days, set->minutes_days };
  g_auto (MappeMeetingDates) dates = { 0 };
  const char *state = mappe_row_get_text (sitting_of (self)->meeting, MAPPE_MEETING_STATE);
  gboolean planned = g_strcmp0 (state, "held") != 0 && g_strcmp0 (state, "cancelled") != 0;

  clear_box (self->hints);
  clear_box (self->cards);
  if (mappe_meeting_dates_find (held_on (self), &rules, &dates) && g_strcmp0 (state, "cancelled") != 0)
    fill_cards (self, &rules, &dates);
  if (planned)
    {
      add_late_hints (self, &dates);
      add_day_hints (self);
      add_clock_hints (self);
      load_near (self);
    }
  if (g_strcmp0 (state, "cancelled") == 0)
    add_cancelled_hint (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.cancel", planned);
  if (mappe_detail_get_id (self->detail) != sitting_of (self)->meeting->id)
    mappe_detail_show (self->detail, &mappe_meeting_kind, sitting_of (self)->meeting->id);
}

/* --- acts --- */

static void
repeat_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePlanStep *self = MAPPE_PLAN_STEP (widget);

  if (sitting_of (self) != NULL)
    mappe_meeting_series_run (widget, mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self)),
                              sitting_of (self));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePlanStep *self = MAPPE_PLAN_STEP (widget);

  if (sitting_of (self) != NULL)
    mappe_new_meeting_run (widget, mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self)),
                           sitting_of (self)->body->id, sitting_of (self)->meeting->id);
}

static void
reason_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappePlanStep) self = data;
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  GError *error = NULL;
  MappeEdit *edit;

  g_clear_object (&self->reason);
  if (g_strcmp0 (answer, "do") != 0 || sitting_of (self) == NULL)
    return;
  edit = mappe_plan_cancel (sitting_of (self), reason, &error);
  mappe_meeting_step_apply (MAPPE_MEETING_STEP (self), edit, error, _("The meeting was not cancelled"));
}

static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappePlanStep *self = MAPPE_PLAN_STEP (widget);
  const MappeDialogsAnswer answers[] = {
    { "cancel", _("_Keep the meeting"), MAPPE_DIALOGS_PLAIN },
    { "do", _("_Cancel the meeting"), MAPPE_DIALOGS_SUGGESTED },
  };

  self->reason = g_object_ref_sink (gtk_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
  gtk_entry_set_activates_default (GTK_ENTRY (self->reason), TRUE);
  mappe_dialogs_ask_async (widget, _("Why does the meeting not take place?"),
                           _("The reason stands in the letter that cancels the meeting. Undo brings the meeting back."),
                           answers, G_N_ELEMENTS (answers), self->reason, reason_cb, g_object_ref (self));
  mappe_dialogs_need_text (GTK_EDITABLE (self->reason), "do");
  gtk_widget_grab_focus (self->reason);
}

/* --- GObject --- */

static gboolean
mappe_plan_step_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (MAPPE_PLAN_STEP (widget)->detail), GTK_DIR_TAB_FORWARD);
}

static void
mappe_plan_step_leave (MappeMeetingStep *step)
{
  mappe_detail_leave (MAPPE_PLAN_STEP (step)->detail);
}

static void
mappe_plan_step_constructed (GObject *object)
{
  MappePlanStep *self = MAPPE_PLAN_STEP (object);

  G_OBJECT_CLASS (mappe_plan_step_parent_class)->constructed (object);
  self->detail = mappe_detail_new (mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self)));
  mappe_detail_set_plain (self->detail);
  adw_bin_set_child (self->detail_bin, GTK_WIDGET (self->detail));
}

static void
mappe_plan_step_dispose (GObject *object)
{
  MappePlanStep *self = MAPPE_PLAN_STEP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reason);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_PLAN_STEP);
  G_OBJECT_CLASS (mappe_plan_step_parent_class)->dispose (object);
}

static void
mappe_plan_step_class_init (MappePlanStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MappeMeetingStepClass *step_class = MAPPE_MEETING_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_plan_step_constructed;
  G_OBJECT_CLASS (klass)->dispose = mappe_plan_step_dispose;
  widget_class->grab_focus = mappe_plan_step_grab_focus;
  step_class->update = mappe_plan_step_update;
  step_class->leave = mappe_plan_step_leave;
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-plan-step.ui");
  gtk_widget_class_bind_template_child (widget_class, MappePlanStep, hints);
  gtk_widget_class_bind_template_child (widget_class, MappePlanStep, cards);
  gtk_widget_class_bind_template_child (widget_class, MappePlanStep, detail_bin);
  gtk_widget_class_install_action (widget_class, "plan.repeat", NULL, repeat_cb);
  gtk_widget_class_install_action (widget_class, "plan.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "plan.cancel", NULL, cancel_cb);
}

static void
mappe_plan_step_init (MappePlanStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
