/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-minutes-dialogs.h"

#include <glib/gi18n-lib.h>

#include "mappe-build-minutes.h"
#include "mappe-date-entry.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-meeting.h"
#include "mappe-minutes-acts.h"
#include "mappe-objection-acts.h"
#include "mappe-person.h"
#include "mappe-reference-entry.h"
#include "mappe-snapshot.h"
#include "mappe-writers.h"

#define ACCEPT "ok"

/** What a question asks; the widgets live as long as its dialog. */
typedef struct {
  MappeMeetingStep    *step;
  const MappeLanguage *language;
  gint64               id;
  GtkWidget           *form;
  GtkWidget           *top;      /* the first field, which gets the focus */
  GtkWidget           *day;
  GtkWidget           *record;
  GtkWidget           *item;
  GtkWidget           *first;
  GtkWidget           *second;
} Question;

static Question *
question_new (MappeMeetingStep *step)
{
  Question *self = g_new0 (Question, 1);

  self->step = g_object_ref (step);
  self->form = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  return self;
}

static void
question_free (Question *self)
{
  g_object_unref (self->form);
  g_object_unref (self->step);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* --- the fields of a question --- */

static void
add_field (Question *self, const char *label, GtkWidget *widget)
{
  GtkWidget *heading = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_box_append (GTK_BOX (self->form), heading);
  gtk_box_append (GTK_BOX (self->form), widget);
  if (self->top == NULL)
    self->top = widget;
}

static void
add_day (Question *self, const char *label, const char *iso)
{
  self->day = mappe_date_entry_new ();
  mappe_date_entry_set_name (MAPPE_DATE_ENTRY (self->day), label);
  mappe_date_entry_set_date (MAPPE_DATE_ENTRY (self->day), iso);
  gtk_widget_add_css_class (self->day, "framed-entry");
  add_field (self, label, self->day);
}

static void
add_record (Question *self, const char *label, const MappeKind *kind, gint64 id, const char *title)
{
  self->record = mappe_reference_entry_new (mappe_meeting_step_get_store (self->step), kind);
  mappe_reference_entry_set_creating (MAPPE_REFERENCE_ENTRY (self->record), FALSE);
  mappe_reference_entry_set_name (MAPPE_REFERENCE_ENTRY (self->record), label);
  if (id > 0)
    mappe_reference_entry_set_value (MAPPE_REFERENCE_ENTRY (self->record), id, title);
  gtk_widget_add_css_class (self->record, "framed-entry");
  add_field (self, label, self->record);
}

static GtkWidget *
add_entry (Question *self, const char *label, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  add_field (self, label, entry);
  return entry;
}

static char *
text_of (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static gint64
record_of (Question *self)
{
  return mappe_reference_entry_get_id (MAPPE_REFERENCE_ENTRY (self->record));
}

static char *
day_of (Question *self)
{
  return mappe_date_entry_get_date (MAPPE_DATE_ENTRY (self->day));
}

/* --- what is needed before it is accepted --- */

static gboolean
is_filled (GtkWidget *field)
{
  g_autofree char *text = GTK_IS_ENTRY (field) ? text_of (field) : NULL;
  g_autofree char *day = MAPPE_IS_DATE_ENTRY (field) ? mappe_date_entry_get_date (MAPPE_DATE_ENTRY (field)) : NULL;

  return MAPPE_IS_REFERENCE_ENTRY (field) ? mappe_reference_entry_get_id (MAPPE_REFERENCE_ENTRY (field)) > 0
                                          : day != NULL || (text != NULL && *text != '\0');
}

static void
needed_cb (GtkWidget *form)
{
  GPtrArray *needed = g_object_get_data (G_OBJECT (form), "mappe-needed");
  GtkRoot *dialog = gtk_widget_get_root (form);
  gboolean complete = TRUE;

  for (guint i = 0; i < needed->len; i++)
    complete = complete && is_filled (g_ptr_array_index (needed, i));
  if (ADW_IS_MESSAGE_DIALOG (dialog))
    adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), ACCEPT, complete);
}

/* Accepting closes the dialog, and what was typed would be gone with a refusal: it waits for the field. */
static void
need (Question *self, GtkWidget *field)
{
  GPtrArray *needed = g_object_get_data (G_OBJECT (self->form), "mappe-needed");

  if (needed == NULL)
    {
      needed = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (self->form), "mappe-needed", needed, (GDestroyNotify) g_ptr_array_unref);
      g_signal_connect (self->form, "notify::root", G_CALLBACK (needed_cb), NULL);
    }
  g_ptr_array_add (needed, field);
  g_signal_connect_object (field, "changed", G_CALLBACK (needed_cb), self->form, G_CONNECT_SWAPPED);
}

/* @self: (transfer full); @verb: with mnemonic */
static void
ask (Question *self, const char *heading, const char *body, const char *verb, GAsyncReadyCallback callback)
{
  const MappeDialogsAnswer answers[] = {
    { "cancel", _("_Cancel"), MAPPE_DIALOGS_PLAIN },
    { ACCEPT, verb, MAPPE_DIALOGS_SUGGESTED },
  };

  mappe_dialogs_ask_async (GTK_WIDGET (self->step), heading, body, answers, G_N_ELEMENTS (answers), self->form,
                           callback, self);
  gtk_widget_grab_focus (self->top);
}

static gboolean
was_accepted (GAsyncResult *result)
{
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);

  return g_strcmp0 (answer, ACCEPT) == 0;
}

/* --- approval --- */

static void
approve_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) self = data;
  g_autofree char *day = NULL;
  GError *error = NULL;
  MappeEdit *edit;

  if (!was_accepted (result))
    return;
  day = day_of (self);
  edit = mappe_minutes_approve (mappe_meeting_step_get_sitting (self->step), day, record_of (self), &error);
  mappe_meeting_step_apply (self->step, edit, error, _("The minutes were not approved"));
}

static gpointer
approval_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_snapshot_minutes_approval (snapshot, *(gint64 *) data, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeMinutesApproval) found = mappe_store_read_finish (MAPPE_STORE (source), result, NULL);
  g_autofree char *today = mappe_date_today ();
  Question *self = data;

  add_day (self, _("Approved on"), found != NULL && found->held_on != NULL ? found->held_on : today);
  add_record (self, _("Decided by"), &mappe_decision_kind, found != NULL ? found->decision : 0,
              found != NULL ? found->title : NULL);
  ask (self, _("Approve minutes"), _("The body approves the minutes, as a rule in its next meeting."), _("_Approve"),
       approve_cb);
}

/** mappe_minutes_ask_approval: Asks for the day and the decision, with the one that is found filled in. */
void
mappe_minutes_ask_approval (MappeMeetingStep *step)
{
  gint64 meeting = mappe_meeting_step_get_sitting (step)->meeting->id;

  mappe_store_read_async (mappe_meeting_step_get_store (step), MAPPE_PRIORITY_PAGE, approval_job,
                          g_memdup2 (&meeting, sizeof meeting), g_free,
                          (GDestroyNotify) mappe_minutes_approval_free, NULL, found_cb, question_new (step));
}

/* --- seal --- */

static void
seal (Question *self, const MappeMinutesSignatures *names)
{
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (self->step);
  g_autoptr (MappeNode) document = mappe_build_minutes_signed (sitting, names, self->language);
  GError *error = NULL;
  g_autoptr (GBytes) content = mappe_write_xml (document, &error);
  MappeMinutesSeal with = { content, names->chair, names->minute_taker, names->signed_on };
  MappeEdit *edit = content != NULL ? mappe_minutes_seal (sitting, &with, &error) : NULL;

  mappe_meeting_step_apply (self->step, edit, error, _("The minutes were not sealed"));
}

static void
seal_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) self = data;
  g_autofree char *chair = NULL, *minute_taker = NULL, *day = NULL;

  if (!was_accepted (result))
    return;
  chair = text_of (self->first);
  minute_taker = text_of (self->second);
  day = day_of (self);
  seal (self, &(MappeMinutesSignatures) { chair, minute_taker, day });
}

/** mappe_minutes_ask_seal: Asks who signed and when; @language: that of the sealed text. */
void
mappe_minutes_ask_seal (MappeMeetingStep *step, const MappeLanguage *language)
{
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (step);
  g_autofree char *today = mappe_date_today ();
  Question *self = question_new (step);

  self->language = language;
  self->first = add_entry (self, _("Signed by the chair"), sitting->chair);
  self->second = add_entry (self, _("Signed by the minute-taker"), sitting->minute_taker);
  add_day (self, _("Signed on"), today);
  ask (self, _("Sign and seal minutes"), _("Sealed minutes stay as they are; a correction is a new version."),
       _("Sign and _seal"), seal_cb);
}

/* --- correction --- */

static void
correct_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) self = data;
  g_autofree char *reason = NULL;
  GError *error = NULL;
  MappeEdit *edit;

  if (!was_accepted (result))
    return;
  reason = text_of (self->first);
  edit = mappe_minutes_correct (mappe_meeting_step_get_sitting (self->step), reason, record_of (self), &error);
  mappe_meeting_step_apply (self->step, edit, error, _("The correction was not begun"));
}

/** mappe_minutes_ask_correction: Asks for the reason and the decision. */
void
mappe_minutes_ask_correction (MappeMeetingStep *step)
{
  Question *self = question_new (step);

  self->first = add_entry (self, _("Reason for the correction"), NULL);
  add_record (self, _("Decided by"), &mappe_decision_kind, 0, NULL);
  need (self, self->first);
  need (self, self->record);
  ask (self, _("Correct minutes"), _("A new version begins; the sealed one stays readable."), _("_Begin correction"),
       correct_cb);
}

/* --- objections --- */

static gint64
item_of (Question *self)
{
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (self->step);
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->item));

  if (n == 0 || n > sitting->items->len)
    return 0;
  return ((MappeSittingItem *) g_ptr_array_index (sitting->items, n - 1))->row->id;
}

static void
object_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) self = data;
  g_autofree char *text = NULL, *day = NULL;
  MappeObjectionGiven given;
  GError *error = NULL;
  MappeEdit *edit;

  if (!was_accepted (result))
    return;
  text = text_of (self->first);
  day = day_of (self);
  given = (MappeObjectionGiven) { record_of (self), item_of (self), day, text };
  edit = mappe_objection_raise (mappe_meeting_step_get_sitting (self->step), &given, &error);
  mappe_meeting_step_apply (self->step, edit, error, _("The objection was not recorded"));
}

static void
add_items (Question *self)
{
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (self->step);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("The minutes as a whole"));
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);
      g_autofree char *text = g_strdup_printf (_("Item %s"), item->number);

      gtk_string_list_append (titles, text);
    }
  self->item = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->item), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Against"), -1);
  add_field (self, _("Against"), self->item);
}

/** mappe_minutes_ask_objection: Asks who objects to what and when. */
void
mappe_minutes_ask_objection (MappeMeetingStep *step)
{
  g_autofree char *today = mappe_date_today ();
  Question *self = question_new (step);

  add_record (self, _("Raised by"), &mappe_person_kind, 0, NULL);
  add_items (self);
  self->first = add_entry (self, _("What is objected"), NULL);
  add_day (self, _("Raised on"), today);
  need (self, self->record);
  need (self, self->first);
  need (self, self->day);
  ask (self, _("Add objection"), _("Objections are raised at the latest in the next meeting, which decides on them."),
       _("_Add"), object_cb);
}

static void
outcome_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) self = data;
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);
  GError *error = NULL;
  MappeEdit *edit;

  if (answer == NULL || g_str_equal (answer, "cancel"))
    return;
  edit = mappe_objection_decide (mappe_meeting_step_get_sitting (self->step), self->id,
                                 g_str_equal (answer, "accepted"), record_of (self), &error);
  mappe_meeting_step_apply (self->step, edit, error, _("The decision was not recorded"));
}

/** mappe_minutes_ask_outcome: Asks how an objection was decided and in which meeting; Enter alone decides nothing. */
void
mappe_minutes_ask_outcome (MappeMeetingStep *step, gint64 objection)
{
  const MappeDialogsAnswer answers[] = {
    { "cancel", _("_Cancel"), MAPPE_DIALOGS_PLAIN },
    { "rejected", _("_Reject"), MAPPE_DIALOGS_PLAIN },
    { "accepted", _("_Accept"), MAPPE_DIALOGS_PLAIN },
  };
  const MappeSitting *sitting = mappe_meeting_step_get_sitting (step);
  Question *self = question_new (step);

  self->id = objection;
  add_record (self, _("Decided in"), &mappe_meeting_kind, sitting->next != NULL ? sitting->next->id : 0,
              sitting->next != NULL ? mappe_row_get_text (sitting->next, MAPPE_MEETING_TITLE) : NULL);
  mappe_dialogs_ask_async (GTK_WIDGET (step), _("Decide on the objection"),
                           _("When it is accepted, correct the text of the minutes."), answers,
                           G_N_ELEMENTS (answers), self->form, outcome_cb, self);
  gtk_widget_grab_focus (self->top);
}
