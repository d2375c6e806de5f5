/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-invitation-send.h"

#include <glib/gi18n.h>

#include "mappe-agenda-changes.h"
#include "mappe-build-agenda.h"
#include "mappe-date.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-invitation-acts.h"
#include "mappe-meeting.h"
#include "mappe-recipients.h"
#include "mappe-sitting-words.h"

/* What is asked before an invitation goes out. */
typedef struct {
  MappeMeetingStep *step;
  char             *day;
  GtkEditable      *reason;   /* of the dialog; NULL without one */
  GtkCheckButton   *publish;
} Question;

static void
question_free (Question *self)
{
  g_clear_object (&self->reason);
  g_clear_object (&self->publish);
  g_object_unref (self->step);
  g_free (self->day);
  g_free (self);
}

/* --- sending --- */

static void
sent_cb (MappeMeetingStep *step, MappeApplied *applied, gpointer data)
{
  if (applied != NULL)
    mappe_feedback_undoable (GTK_WIDGET (step), _("Recorded as sent. Now copy text and addresses, or print."));
}

static void
send_now (Question *self)
{
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (self->step);
  const MappeInvitationOrder order = {
    .sent_on = self->day,
    .reason = self->reason != NULL ? gtk_editable_get_text (self->reason) : NULL,
    .publish = self->publish != NULL && gtk_check_button_get_active (self->publish),
  };
  GError *error = NULL;
  g_autoptr (GBytes) content = mappe_freeze_agenda (sitting, &error);
  MappeEdit *edit = content != NULL ? mappe_invitation_send (sitting, &order, content, &error) : NULL;

  mappe_meeting_step_apply_then (self->step, edit, error, _("The invitation was not recorded as sent"), sent_cb, NULL);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *self = data;
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);

  if (g_strcmp0 (answer, "send") == 0)
    send_now (self);
  question_free (self);
}

/* --- asking --- */

static void
add_line (GString *body, const char *line)
{
  g_string_append_printf (body, "%s• %s", body->len > 0 ? "\n" : "", line);
}

/* The day, and how many get it in which way. */
static char *
describe_sending (GPtrArray *recipients, const char *day)
{
  g_autofree char *shown = day != NULL ? mappe_date_format (day) : g_strdup ("–");
  g_autofree char *to = g_strdup_printf (ngettext ("to %u person", "to %u people", recipients->len), recipients->len);
  guint n_mail = 0, n_paper = 0;

  for (guint i = 0; i < recipients->len; i++)
    {
      const MappeRecipient *recipient = g_ptr_array_index (recipients, i);

      n_mail += mappe_recipient_wants_mail (recipient);
      n_paper += mappe_recipient_wants_paper (recipient);
    }
  /* Translators: a day, "to 21 people", how many of them get mail, how many paper */
  return g_strdup_printf (_("On %s %s: %u by e-mail, %u on paper. Ratsmappe records the sending."), shown, to, n_mail,
                          n_paper);
}

/* What stands against it, or what changed since the last time. */
static char *
describe (const MappeSitting *sitting, GPtrArray *recipients, const char *day, gboolean *short_notice)
{
  GString *body = g_string_new (NULL);
  g_autoptr (GPtrArray) points = mappe_invitation_check (sitting, recipients);
  g_autoptr (GPtrArray) changes = mappe_agenda_changes (sitting, NULL);
  g_auto (MappeNotice) notice = { 0 };

  *short_notice = mappe_invitation_is_first (sitting) && mappe_invitation_notice (sitting, day, &notice)
                  && !notice.kept;
  if (*short_notice)
    {
      g_autofree char *words = mappe_words_notice (&notice, day, mappe_row_get_text (sitting->meeting,
                                                                                     MAPPE_MEETING_HELD_ON), NULL);

      add_line (body, words);
    }
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      g_autofree char *words = mappe_agenda_change_words (g_ptr_array_index (changes, i), NULL);

      add_line (body, words);
    }
  for (guint i = 0; i < points->len; i++)
    {
      const MappeInvitationPoint *point = g_ptr_array_index (points, i);

      if (!point->fine)
        add_line (body, point->text);
    }
  return g_string_free (body, FALSE);
}

static GtkWidget *
build_lines (const char *lines)
{
  GtkWidget *label = gtk_label_new (lines);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static GtkWidget *
build_extra (Question *self, const MappeSitting *sitting, const char *lines, const char *reason)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (*lines != '\0')
    gtk_box_append (GTK_BOX (box), build_lines (lines));
  if (reason != NULL)
    {
      GtkWidget *entry = gtk_entry_new ();

      gtk_editable_set_text (GTK_EDITABLE (entry), reason);
      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Reason, kept with the invitation"));
      gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
      self->reason = g_object_ref_sink (GTK_EDITABLE (entry));
      gtk_box_append (GTK_BOX (box), entry);
    }
  if (mappe_row_is_null (sitting->meeting, MAPPE_MEETING_PUBLISHED_ON))
    {
      self->publish = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("Public notice on the same day")));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (g_object_ref_sink (self->publish)));
    }
  return box;
}

/**
 * mappe_invitation_send_ask:
 * @step: the step that shows the meeting
 * @sent_on: (nullable): day of sending
 * @reason: reason of a supplement, as far as it was typed
 *
 * Sends the invitation, or a supplement, once the user has seen to whom, how and on which day. A reason is asked for
 * where one is needed.
 */
void
mappe_invitation_send_ask (MappeMeetingStep *step, const char *sent_on, const char *reason)
{
  const MappeDialogsAnswer answers[] = { { "cancel", _("_Cancel"), MAPPE_DIALOGS_PLAIN },
                                         { "send", _("_Send"), MAPPE_DIALOGS_SUGGESTED } };
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (step);
  g_autoptr (GPtrArray) recipients = mappe_invitation_recipients (sitting);
  gboolean first = mappe_invitation_is_first (sitting), short_notice;
  g_autofree char *lines = describe (sitting, recipients, sent_on, &short_notice);
  g_autofree char *body = describe_sending (recipients, sent_on);
  Question *self = g_new0 (Question, 1);

  self->step = g_object_ref (step);
  self->day = g_strdup (sent_on);
  mappe_dialogs_ask_async (GTK_WIDGET (step), first ? _("Send the invitation?") : _("Send a supplement?"), body,
                           answers, G_N_ELEMENTS (answers),
                           build_extra (self, sitting, lines, !first ? reason : short_notice ? "" : NULL),
                           answered_cb, self);
  if (self->reason != NULL)
    {
      mappe_dialogs_need_text (self->reason, "send");
      gtk_widget_grab_focus (GTK_WIDGET (self->reason));
    }
}

/* --- public notice --- */

static void
published_cb (MappeMeetingStep *step, MappeApplied *applied, gpointer data)
{
  if (applied != NULL)
    mappe_feedback_undoable (GTK_WIDGET (step), _("Public notice recorded"));
}

static void
publish_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *self = data;
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);
  GError *error = NULL;

  if (g_strcmp0 (answer, "print") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->step), "invitation.print", "s", "notice");
  else if (g_strcmp0 (answer, "publish") == 0)
    {
      MappeEdit *edit = mappe_invitation_publish (mappe_meeting_step_get_sitting (self->step), self->day, &error);

      mappe_meeting_step_apply_then (self->step, edit, error, _("The public notice was not recorded"), published_cb,
                                     NULL);
    }
  question_free (self);
}

/** mappe_invitation_publish_ask: @day: (nullable): of the public notice. Prints it, or puts down that it was given. */
void
mappe_invitation_publish_ask (MappeMeetingStep *step, const char *day)
{
  const MappeDialogsAnswer answers[] = { { "cancel", _("_Cancel"), MAPPE_DIALOGS_PLAIN },
                                         { "print", _("_Print…"), MAPPE_DIALOGS_PLAIN },
                                         { "publish", _("_Record"), MAPPE_DIALOGS_SUGGESTED } };
  const char *given = mappe_row_get_text (mappe_meeting_step_get_sitting (step)->meeting, MAPPE_MEETING_PUBLISHED_ON);
  g_autofree char *shown = day != NULL ? mappe_date_format (day) : g_strdup ("–");
  g_autofree char *before = given != NULL ? mappe_date_format (given) : NULL;
  /* Translators: %s is a day */
  g_autofree char *so_far = before != NULL ? g_strdup_printf (_("Given so far: %s."), before) : g_strdup ("");
  g_autofree char *body = g_strdup_printf (_("Time, place and agenda are made public, non-public items in general"
                                             " words only (GemO § 34 (6)). Record the public notice for %s? %s"),
                                           shown, so_far);
  Question *self = g_new0 (Question, 1);

  self->step = g_object_ref (step);
  self->day = g_strdup (day);
  mappe_dialogs_ask_async (GTK_WIDGET (step), _("Public notice"), body, answers, G_N_ELEMENTS (answers), NULL,
                           publish_answered_cb, self);
}
