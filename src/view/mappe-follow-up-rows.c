/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-follow-up-rows.h"

#include <glib/gi18n-lib.h>

#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-dialogs.h"
#include "mappe-due-date.h"
#include "mappe-follow-up-acts.h"
#include "mappe-organisation.h"
#include "mappe-reference-entry.h"
#include "mappe-state-light.h"
#include "mappe-task.h"
#include "mappe-wrap-layout.h"

static gboolean
is_task (const MappeRow *row)
{
  return row->kind == &mappe_task_kind;
}

/* --- what a row says --- */

/** mappe_follow_up_unassigned: Returns: whether nobody is responsible for a decision or task that is not finished */
gboolean
mappe_follow_up_unassigned (const MappeRow *row)
{
  if (mappe_follow_up_is_finished (row))
    return FALSE;
  if (is_task (row))
    return mappe_row_is_null (row, MAPPE_TASK_RESPONSIBLE_MEMBER) &&
           mappe_row_is_null (row, MAPPE_TASK_RESPONSIBLE_ORGANISATION);
  return mappe_row_is_null (row, MAPPE_DECISION_RESPONSIBLE_ORGANISATION);
}

static MappeState
state_of (const MappeRow *row, const char **word)
{
  const char *due = mappe_row_get_text (row, is_task (row) ? MAPPE_TASK_DUE_ON : MAPPE_DECISION_DUE_ON);
  const char *status = mappe_row_get_text (row, is_task (row) ? MAPPE_TASK_STATUS : MAPPE_DECISION_STATUS);
  MappeState state;

  if (g_strcmp0 (status, "done") == 0)
    state = MAPPE_STATE_DONE;
  else if (g_strcmp0 (status, "dropped") == 0)
    state = MAPPE_STATE_CANCELLED;
  else
    state = due != NULL ? mappe_state_of_due (due) : MAPPE_STATE_WAITING;
  *word = mappe_state_word (state);
  return state;
}

static GtkWidget *
light_of (const MappeRow *row)
{
  GtkWidget *light = mappe_state_light_new ();
  const char *word;
  MappeState state = state_of (row, &word);

  mappe_state_light_set (MAPPE_STATE_LIGHT (light), state, word);
  gtk_widget_set_valign (light, GTK_ALIGN_CENTER);
  return light;
}

static void
append (GString *line, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, line->len > 0 ? " · %s" : "%s", text);
}

static void
append_day (GString *line, const char *format, const char *iso)
{
  g_autofree char *day = iso != NULL ? mappe_date_format (iso) : NULL;
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = day != NULL ? g_strconcat (parts[0], day, parts[1], NULL) : NULL;

  append (line, text);
}

/* --- the acts of a row --- */

typedef struct {
  MappeMeetingStep *step;  /* not owned: it holds the row */
  MappeRow         *row;
} Act;

static void
act_free (gpointer data, GClosure *closure)
{
  Act *act = data;

  mappe_row_unref (act->row);
  g_free (act);
}

static Act *
act_new (MappeMeetingStep *step, const MappeRow *row)
{
  Act *act = g_new0 (Act, 1);

  *act = (Act) { step, mappe_row_ref ((MappeRow *) row) };
  return act;
}

static void
done_cb (GtkButton *button, Act *act)
{
  g_autofree char *today = mappe_date_today ();
  GError *error = NULL;
  MappeEdit *edit = mappe_follow_up_is_finished (act->row) ? mappe_follow_up_reopen (act->row, &error)
                                                           : mappe_follow_up_done (act->row, today, &error);

  mappe_meeting_step_apply (act->step, edit, error, _("The change was not saved"));
}

static void
date_cb (MappeDueDate *popover, const char *iso, const char *reason, Act *act)
{
  GError *error = NULL;
  MappeEdit *edit = mappe_follow_up_new_date (act->row, iso, reason, &error);

  mappe_meeting_step_apply (act->step, edit, error, _("The change was not saved"));
}

static GtkWidget *
date_button (MappeMeetingStep *step, const MappeRow *row)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = mappe_due_date_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _("New date…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New date…"), -1);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (popover, "chosen", G_CALLBACK (date_cb), act_new (step, row), act_free, 0);
  return button;
}

static GtkWidget *
done_button (MappeMeetingStep *step, const MappeRow *row)
{
  GtkWidget *button = gtk_button_new_with_label (mappe_follow_up_is_finished (row) ? _("Open again") : _("Done"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (done_cb), act_new (step, row), act_free, 0);
  return button;
}

/* --- who is responsible --- */

typedef struct {
  Act       *act;
  GtkWidget *office;
} Assigning;

static void
assigned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Assigning *assigning = data;
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);
  g_autoptr (GtkWidget) office = assigning->office;
  MappeMeetingStep *step = MAPPE_MEETING_STEP (source);
  GError *error = NULL;

  if (g_strcmp0 (answer, "ok") == 0)
    {
      MappeEdit *edit = mappe_follow_up_assign (assigning->act->row,
                                                mappe_reference_entry_get_id (MAPPE_REFERENCE_ENTRY (office)), &error);

      mappe_meeting_step_apply (step, edit, error, _("The change was not saved"));
    }
  act_free (assigning->act, NULL);
}

static void
assign_cb (GtkButton *button, Act *act)
{
  const MappeDialogsAnswer answers[] = {
    { "cancel", _("_Cancel"), MAPPE_DIALOGS_PLAIN },
    { "ok", _("_Assign"), MAPPE_DIALOGS_SUGGESTED },
  };
  GtkWidget *office = mappe_reference_entry_new (mappe_meeting_step_get_store (act->step), &mappe_organisation_kind);
  Assigning *assigning = g_new0 (Assigning, 1);

  mappe_reference_entry_set_creating (MAPPE_REFERENCE_ENTRY (office), FALSE);
  mappe_reference_entry_set_name (MAPPE_REFERENCE_ENTRY (office), _("Responsible office"));
  gtk_widget_add_css_class (office, "framed-entry");
  *assigning = (Assigning) { act_new (act->step, act->row), g_object_ref_sink (office) };
  mappe_dialogs_ask_async (GTK_WIDGET (act->step), _("Who is responsible?"), NULL, answers, G_N_ELEMENTS (answers),
                           office, assigned_cb, assigning);
  gtk_widget_grab_focus (office);
}

static GtkWidget *
assign_button (MappeMeetingStep *step, const MappeRow *row)
{
  GtkWidget *button = gtk_button_new_with_label (_("Assign…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (assign_cb), act_new (step, row), act_free, 0);
  return button;
}

/* @row: a decision or task; @title: its words. */
static GtkWidget *
row_new (MappeMeetingStep *step, const MappeRow *row, const char *title, const char *subtitle)
{
  GtkWidget *widget = adw_action_row_new ();
  GtkWidget *acts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *name = g_strdup_printf ("%s-%" G_GINT64_FORMAT, row->kind->name, row->id);

  gtk_widget_set_name (widget, name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (widget), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (widget), 0);
  gtk_widget_set_layout_manager (acts, mappe_wrap_layout_new ());
  gtk_widget_set_valign (acts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (acts), light_of (row));
  if (mappe_follow_up_unassigned (row))
    gtk_box_append (GTK_BOX (acts), assign_button (step, row));
  if (!mappe_follow_up_is_finished (row))
    gtk_box_append (GTK_BOX (acts), date_button (step, row));
  gtk_box_append (GTK_BOX (acts), done_button (step, row));
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), acts);
  return widget;
}

/** mappe_follow_up_decision_row: Returns: (transfer floating): a decision with result, office, day and light */
GtkWidget *
mappe_follow_up_decision_row (MappeMeetingStep *step, const MappeSittingItem *item,
                              const MappeSittingDecision *decision)
{
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (step);
  const MappeRow *row = decision->row;
  const char *number = mappe_row_get_text (row, MAPPE_DECISION_NUMBER);
  g_autofree char *title = g_strconcat (number != NULL ? number : "", number != NULL ? ": " : "",
                                        mappe_row_get_text (row, MAPPE_DECISION_TEXT), NULL);
  g_autofree char *vote = mappe_extract_vote_text (sitting, decision, NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  GtkWidget *widget;

  append (line, vote);
  append (line, mappe_follow_up_unassigned (row) ? _("not assigned to an office yet") : decision->office);
  append_day (line, _("due on %s"), mappe_row_get_text (row, MAPPE_DECISION_DUE_ON));
  append (line, mappe_row_get_text (row, MAPPE_DECISION_DUE_REASON));
  append_day (line, _("extract sent on %s"), mappe_row_get_text (row, MAPPE_DECISION_EXTRACT_SENT_ON));
  widget = row_new (step, row, title, line->str);
  if (mappe_follow_up_unassigned (row))
    gtk_widget_add_css_class (widget, "follow-up-unassigned");
  return widget;
}

/** mappe_follow_up_task_row: Returns: (transfer floating): a task with who, until when and light */
GtkWidget *
mappe_follow_up_task_row (MappeMeetingStep *step, const MappeListed *task)
{
  const MappeRow *row = task->row;
  g_autofree char *name = mappe_sitting_person_name (mappe_meeting_step_get_sitting (step),
                                                     mappe_row_get_int (row, MAPPE_TASK_RESPONSIBLE_MEMBER));
  g_autofree char *title = g_strdup_printf ("→ %s", mappe_row_get_text (row, MAPPE_TASK_TITLE));
  g_autoptr (GString) line = g_string_new (NULL);
  GtkWidget *widget;

  append (line, name != NULL ? name : task->shown[MAPPE_TASK_RESPONSIBLE_MEMBER]);
  append (line, task->shown[MAPPE_TASK_RESPONSIBLE_ORGANISATION]);
  if (mappe_follow_up_unassigned (row))
    append (line, _("nobody is responsible yet"));
  append_day (line, _("until %s"), mappe_row_get_text (row, MAPPE_TASK_DUE_ON));
  append (line, mappe_row_get_text (row, MAPPE_TASK_DUE_REASON));
  widget = row_new (step, row, title, line->str);
  gtk_widget_add_css_class (widget, "follow-up-task");
  if (mappe_follow_up_unassigned (row))
    gtk_widget_add_css_class (widget, "follow-up-unassigned");
  return widget;
}

/** mappe_follow_up_add_row: Returns: (transfer floating): a row that begins a task under a decision or an item */
GtkWidget *
mappe_follow_up_add_row (MappeMeetingStep *step, gint64 item, gint64 decision)
{
  GtkWidget *button = gtk_button_new_with_label (_("Add task…"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "follow-up.add-task");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", item, decision);
  return button;
}

/* --- extracts --- */

static GtkWidget *
icon_button (const char *icon, const char *tooltip, const char *action, gint64 office)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", office);
  return button;
}

static void
add_extract_acts (GtkWidget *row, const MappeExtractOffice *office, gboolean sent)
{
  gint64 id = office->id;
  GtkWidget *button;

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon_button ("view-reveal-symbolic", _("Preview"),
                                                                "follow-up.preview", id));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon_button ("printer-symbolic", _("Print…"), "follow-up.print-one",
                                                                id));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon_button ("edit-copy-symbolic", _("Copy as text"),
                                                                "follow-up.copy", id));
  if (id == 0 || office->n_decisions == 0 || sent)
    return;
  button = gtk_button_new_with_label (_("Mark as sent"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "follow-up.sent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/**
 * mappe_follow_up_extract_row:
 * @office: the office; with the id 0: the list of all
 * @sent_on: (nullable): day its extract was sent
 *
 * Returns: (transfer floating): a row with what can be done with the extract
 */
GtkWidget *
mappe_follow_up_extract_row (MappeMeetingStep *step, const MappeExtractOffice *office, const char *sent_on)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *decisions =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u decision", "%u decisions", office->n_decisions),
                       office->n_decisions);
  g_autofree char *tasks =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks", office->n_tasks), office->n_tasks);
  g_autofree char *name = g_strdup_printf ("extract-%" G_GINT64_FORMAT, office->id);
  g_autoptr (GString) line = g_string_new (NULL);

  append (line, decisions);
  append (line, tasks);
  append_day (line, _("sent on %s"), sent_on);
  gtk_widget_set_name (row, name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), office->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line->str);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  add_extract_acts (row, office, sent_on != NULL);
  return row;
}
