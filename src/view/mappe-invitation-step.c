/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-invitation-step.h"

#include <glib/gi18n.h>

#include "mappe-build-agenda.h"
#include "mappe-build-letter.h"
#include "mappe-council.h"
#include "mappe-date-entry.h"
#include "mappe-date.h"
#include "mappe-feedback.h"
#include "mappe-invitation-acts.h"
#include "mappe-invitation-send.h"
#include "mappe-invitation-text.h"
#include "mappe-letter-files.h"
#include "mappe-meeting.h"
#include "mappe-print.h"
#include "mappe-recipient-table.h"
#include "mappe-sent-agendas.h"
#include "mappe-sitting-words.h"
#include "mappe-state-light.h"
#include "mappe-template-editor.h"
#include "mappe-wrap-layout.h"
#include "mappe-writers.h"

#define TEXT_WIDTH 76

struct _MappeInvitationStep {
  MappeMeetingStep     parent_instance;

  gint64               meeting;     /* that is shown, to begin anew with another one */
  MappeStateLight     *light;
  GtkLabel            *notice;
  MappeDateEntry      *sent_on;
  GtkStackPage        *checks_page;
  GtkBox              *checks;
  GtkStack            *tabs;
  MappeRecipientTable *table;
  GtkLabel            *replies;
  MappeInvitationText *text;
  MappeSentAgendas    *versions;
  GtkButton           *send;
  GtkMenuButton       *print;
};

G_DEFINE_FINAL_TYPE (MappeInvitationStep, mappe_invitation_step, MAPPE_TYPE_MEETING_STEP)

#define SITTING(self) mappe_meeting_step_get_sitting (MAPPE_MEETING_STEP (self))

/* --- notice --- */

static void
show_sent (MappeInvitationStep *self, const MappeSitting *sitting)
{
  g_autofree char *day = mappe_date_format (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_INVITED_ON));
  const char *given = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_PUBLISHED_ON);
  g_autofree char *published = given != NULL ? mappe_date_format (given) : NULL;
  /* Translators: %s is a day */
  g_autofree char *invited = g_strdup_printf (_("Invitation sent on %s"), day);
  /* Translators: %s is a day */
  g_autofree char *public = published != NULL ? g_strdup_printf (_("public notice on %s"), published)
                                              : g_strdup (_("no public notice yet"));
  g_autofree char *text = g_strdup_printf ("%s, %s", invited, public);

  mappe_state_light_set (self->light, MAPPE_STATE_DONE, _("Sent"));
  gtk_label_set_label (self->notice, text);
}

static void
show_notice (MappeInvitationStep *self)
{
  const MappeSitting *sitting = SITTING (self);
  const char *held_on = mappe_row_get_text (sitting->meeting, MAPPE_MEETING_HELD_ON);
  g_autofree char *day = mappe_date_entry_get_date (self->sent_on);
  g_auto (MappeNotice) notice = { 0 };
  g_autofree char *words = NULL;

  if (!mappe_row_is_null (sitting->meeting, MAPPE_MEETING_INVITED_ON))
    {
      show_sent (self, sitting);
      return;
    }
  if (!mappe_invitation_notice (sitting, day, &notice))
    {
      mappe_state_light_set (self->light, MAPPE_STATE_WAITING, _("No date"));
      gtk_label_set_label (self->notice, _("The notice period is reckoned from the day of sending."));
      return;
    }
  words = mappe_words_notice (&notice, day, held_on, NULL);
  mappe_state_light_set (self->light, notice.kept ? MAPPE_STATE_ON_TRACK : MAPPE_STATE_OVERDUE,
                         notice.kept ? _("In time") : _("Too late"));
  gtk_label_set_label (self->notice, words);
}

static void
day_cb (MappeInvitationStep *self)
{
  g_autofree char *day = mappe_date_entry_get_date (self->sent_on);

  if (SITTING (self) == NULL)
    return;
  show_notice (self);
  mappe_invitation_text_set (self->text, SITTING (self), day);
}

/* --- check list --- */

static GtkWidget *
build_check (const MappeInvitationPoint *point)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *light = mappe_state_light_new ();
  GtkWidget *label = gtk_label_new (point->text);

  mappe_state_light_set (MAPPE_STATE_LIGHT (light), point->fine ? MAPPE_STATE_DONE : point->needed
                                                        ? MAPPE_STATE_OVERDUE : MAPPE_STATE_DUE_SOON,
                         point->fine ? _("fine") : point->needed ? _("missing") : _("look"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (row), light);
  gtk_box_append (GTK_BOX (row), label);
  return row;
}

static void
show_checks (MappeInvitationStep *self, GPtrArray *recipients)
{
  g_autoptr (GPtrArray) points = mappe_invitation_check (SITTING (self), recipients);
  g_autofree char *summary = NULL;
  GtkWidget *child;
  guint fine = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->checks))) != NULL)
    gtk_box_remove (self->checks, child);
  for (guint i = 0; i < points->len; i++)
    {
      const MappeInvitationPoint *point = g_ptr_array_index (points, i);

      fine += point->fine;
      gtk_box_append (self->checks, build_check (point));
    }
  /* Translators: so many of so many checks are fine */
  summary = g_strdup_printf (_("Check list %u/%u"), fine, points->len);
  gtk_stack_page_set_title (self->checks_page, summary);
}

/* --- acts --- */

static void
reply_cb (MappeInvitationStep *self, gint64 person, const char *status)
{
  GError *error = NULL;
  MappeEdit *edit = mappe_invitation_reply (SITTING (self), person, status, &error);

  mappe_meeting_step_apply (MAPPE_MEETING_STEP (self), edit, error, _("The reply was not saved"));
}

static void
opened_cb (MappeInvitationStep *self, gint64 person)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", "person", person);
}

/* The preview shows the letter to whom one looks at. */
static void
chosen_cb (MappeInvitationStep *self, guint position)
{
  mappe_invitation_text_choose (self->text, position);
}

static void
edit_text_cb (MappeInvitationStep *self)
{
  mappe_template_editor_open (MAPPE_MEETING_STEP (self), mappe_invitation_text_get_purpose (self->text),
                              mappe_invitation_text_get_language (self->text));
}

static void
send_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *day = mappe_date_entry_get_date (MAPPE_INVITATION_STEP (widget)->sent_on);

  if (SITTING (widget) != NULL)
    mappe_invitation_send_ask (MAPPE_MEETING_STEP (widget), day,
                               mappe_invitation_text_get_reason (MAPPE_INVITATION_STEP (widget)->text));
}

static void
publish_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *day = mappe_date_entry_get_date (MAPPE_INVITATION_STEP (widget)->sent_on);

  if (SITTING (widget) != NULL)
    mappe_invitation_publish_ask (MAPPE_MEETING_STEP (widget), day);
}

/* --- copy --- */

static void
copy_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeInvitationStep *self = MAPPE_INVITATION_STEP (widget);
  g_autoptr (MappeNode) letter = mappe_invitation_text_build (self->text);
  g_autofree char *text = mappe_write_text (letter, TEXT_WIDTH);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  mappe_feedback_toast (widget, _("Text copied"));
}

static void
copy_addresses_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) recipients = mappe_invitation_recipients (SITTING (widget));
  g_autoptr (GString) addresses = g_string_new (NULL);
  g_autofree char *done = NULL;
  guint n = 0;

  for (guint i = 0; i < recipients->len; i++)
    {
      const MappeRecipient *recipient = g_ptr_array_index (recipients, i);

      if (mappe_recipient_wants_mail (recipient) && recipient->email != NULL)
        g_string_append_printf (addresses, "%s%s", n++ > 0 ? ", " : "", recipient->email);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), addresses->str);
  done = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u address copied", "%u addresses copied", n), n);
  mappe_feedback_toast (widget, done);
}

/* --- print --- */

static const MappeLanguage *
language_of (const MappeSitting *sitting)
{
  return mappe_language_get (sitting->council != NULL ? mappe_row_get_text (sitting->council, MAPPE_COUNCIL_LANGUAGE)
                                                      : NULL);
}

/* A letter to each who gets paper, in the language of each. */
static void
add_letters (MappeInvitationStep *self, GPtrArray *documents, GPtrArray *names)
{
  g_autoptr (GPtrArray) recipients = mappe_invitation_recipients (SITTING (self));

  for (guint i = 0; i < recipients->len; i++)
    {
      const MappeRecipient *recipient = g_ptr_array_index (recipients, i);

      if (!mappe_recipient_wants_paper (recipient))
        continue;
      g_ptr_array_add (documents, mappe_invitation_text_build_for (self->text, recipient, recipient->language));
      if (names != NULL)
        g_ptr_array_add (names, g_strdup (recipient->name));
    }
}

static MappeNode *
build_notice (const MappeSitting *sitting, const char *day)
{
  const MappeLanguage *language = language_of (sitting);
  const MappeLetterFacts facts = { .sent_on = day };
  g_autoptr (MappeTemplate) template = mappe_template_find (sitting, MAPPE_TEMPLATE_NOTICE, language);

  return mappe_build_letter (sitting, template, &facts, language);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeInvitationStep *self = MAPPE_INVITATION_STEP (widget);
  const MappeSitting *sitting = SITTING (self);
  const char *what = g_variant_get_string (parameter, NULL);
  const MappeAgendaView view = { .reader = MAPPE_CLASS_MEMBERS, .times = TRUE };
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_node_free);
  g_autofree char *day = mappe_date_entry_get_date (self->sent_on);

  if (g_str_equal (what, "letters"))
    add_letters (self, documents, NULL);
  else if (g_str_equal (what, "agenda"))
    g_ptr_array_add (documents, mappe_build_agenda (sitting, &view, language_of (sitting)));
  else if (g_str_equal (what, "notice"))
    g_ptr_array_add (documents, build_notice (sitting, day));
  else if (g_str_equal (what, "signing-list"))
    g_ptr_array_add (documents, mappe_build_signing_list (sitting, language_of (sitting)));
  else
    g_ptr_array_add (documents, mappe_invitation_text_build (self->text));
  if (documents->len > 0)
    {
      mappe_print_documents (widget, documents);
      return;
    }
  g_ptr_array_unref (documents);
  mappe_feedback_toast (widget, _("Nobody gets paper"));
}

/* One file for each who gets paper: for a print shop, or to be mailed one by one. */
static void
save_letters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_node_free);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  add_letters (MAPPE_INVITATION_STEP (widget), documents, names);
  if (documents->len > 0)
    {
      mappe_letter_files_save (widget, documents, names);
      return;
    }
  g_ptr_array_unref (documents);
  g_ptr_array_unref (names);
  mappe_feedback_toast (widget, _("Nobody gets paper"));
}

/* --- step --- */

static void
begin_meeting (MappeInvitationStep *self, const MappeSitting *sitting)
{
  g_autofree char *today = mappe_date_today ();

  if (self->meeting == sitting->meeting->id)
    return;
  self->meeting = sitting->meeting->id;
  mappe_date_entry_set_date (self->sent_on, today);
  gtk_stack_set_visible_child_name (self->tabs, "recipients");
}

static void
mappe_invitation_step_update (MappeMeetingStep *step)
{
  MappeInvitationStep *self = MAPPE_INVITATION_STEP (step);
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (step);
  g_autoptr (GPtrArray) recipients = mappe_invitation_recipients (sitting);
  g_autofree char *replies = mappe_words_replies (sitting, NULL);
  gboolean open = mappe_invitation_is_open (sitting);
  g_autofree char *day = NULL;

  begin_meeting (self, sitting);
  day = mappe_date_entry_get_date (self->sent_on);
  show_notice (self);
  show_checks (self, recipients);
  mappe_recipient_table_set (self->table, sitting, recipients);
  mappe_invitation_text_set (self->text, sitting, day);
  mappe_sent_agendas_set (self->versions, mappe_meeting_step_get_store (step), sitting);
  gtk_label_set_label (self->replies, replies);
  gtk_button_set_label (self->send, mappe_invitation_is_first (sitting) ? _("Send invitation")
                                                                        : _("Send supplement…"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invitation.send", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invitation.publish", open);
}

static void
mappe_invitation_step_print (MappeMeetingStep *step)
{
  gtk_menu_button_popup (MAPPE_INVITATION_STEP (step)->print);
}

static gboolean
mappe_invitation_step_grab_focus (GtkWidget *widget)
{
  MappeInvitationStep *self = MAPPE_INVITATION_STEP (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->send)) || gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
mappe_invitation_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_INVITATION_STEP);
  G_OBJECT_CLASS (mappe_invitation_step_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-invitation-step.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeInvitationStep, light);
  gtk_widget_class_bind_template_child (widget_class, MappeInvitationStep, notice);
  gtk_widget_class_bind_template_child (widget_class, MappeInvitationStep, sent_on);
  gtk_widget_class_bind_template_child (widget_class, MappeInvitationStep, checks_page);
  gtk_widget_class_bind_template_child (widget_class, MappeInvitationStep, checks);
  gtk_widget_class_bind_template_child (widget_class, MappeInvitationStep, tabs);
  gtk_widget_class_bind_template_child (widget_class, MappeInvitationStep, table);
  gtk_widget_class_bind_template_child (widget_class, MappeInvitationStep, replies);
  gtk_widget_class_bind_template_child (widget_class, MappeInvitationStep, text);
  gtk_widget_class_bind_template_child (widget_class, MappeInvitationStep, versions);
  gtk_widget_class_bind_template_child (widget_class, MappeInvitationStep, send);
  gtk_widget_class_bind_template_child (widget_class, MappeInvitationStep, print);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
  gtk_widget_class_bind_template_callback (widget_class, reply_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_text_cb);
}

static void
reply_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_recipient_table_reply (MAPPE_INVITATION_STEP (widget)->table, g_variant_get_string (parameter, NULL));
}

static void
mappe_invitation_step_class_init (MappeInvitationStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MappeMeetingStepClass *step_class = MAPPE_MEETING_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_invitation_step_dispose;
  widget_class->grab_focus = mappe_invitation_step_grab_focus;
  step_class->update = mappe_invitation_step_update;
  step_class->print = mappe_invitation_step_print;
  g_type_ensure (MAPPE_TYPE_DATE_ENTRY);
  g_type_ensure (MAPPE_TYPE_INVITATION_TEXT);
  g_type_ensure (MAPPE_TYPE_RECIPIENT_TABLE);
  g_type_ensure (MAPPE_TYPE_SENT_AGENDAS);
  g_type_ensure (MAPPE_TYPE_STATE_LIGHT);
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "invitation.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "invitation.reply", "s", reply_action);
  gtk_widget_class_install_action (widget_class, "invitation.publish", NULL, publish_action);
  gtk_widget_class_install_action (widget_class, "invitation.copy-text", NULL, copy_text_action);
  gtk_widget_class_install_action (widget_class, "invitation.copy-addresses", NULL, copy_addresses_action);
  gtk_widget_class_install_action (widget_class, "invitation.print", "s", print_action);
  gtk_widget_class_install_action (widget_class, "invitation.save-letters", NULL, save_letters_action);
}

static void
mappe_invitation_step_init (MappeInvitationStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mappe_date_entry_set_name (self->sent_on, _("Send on"));
}
