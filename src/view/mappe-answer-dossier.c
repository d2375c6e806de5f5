/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-answer-dossier.h"

#include <glib/gi18n.h>

#include "mappe-citizen-input.h"
#include "mappe-contributions.h"
#include "mappe-date.h"
#include "mappe-display.h"
#include "mappe-dossier-keep.h"
#include "mappe-dossier-parts.h"
#include "mappe-measure.h"
#include "mappe-personal-warning.h"
#include "mappe-reference-entry.h"
#include "mappe-shrink.h"

/**
 * MappeAnswerDossier:
 * @at: id of the contribution on show; 0: the oldest without an answer
 * @category, @answer, @measure, @warning, @fault: of the present filling
 */
struct _MappeAnswerDossier {
  MappeDossier         parent_instance;

  gint64               at;
  GtkDropDown         *category;
  GtkTextView         *answer;
  MappeReferenceEntry *measure;
  GtkLabel            *warning, *fault;
};

G_DEFINE_FINAL_TYPE (MappeAnswerDossier, mappe_answer_dossier, MAPPE_TYPE_DOSSIER)

#define CATEGORY "answer-category"
#define ANSWER "answer-text"
#define MEASURE "answer-measure"
static const char *const typed[] = { CATEGORY, ANSWER, MEASURE, NULL };

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_contributions_load (snapshot, NULL, error);
}

/* @nth: (out): its place among those that wait. Returns: (nullable): the contribution on show */
static const MappeListed *
find_current (MappeAnswerDossier *self, const GPtrArray *waiting, guint *nth)
{
  *nth = 0;
  for (guint i = 0; i < waiting->len; i++)
    if (((MappeListed *) g_ptr_array_index (waiting, i))->row->id == self->at)
      *nth = i;
  return waiting->len > 0 ? g_ptr_array_index (waiting, *nth) : NULL;
}

/* --- what was typed --- */

static char *
answer_text (MappeAnswerDossier *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->answer);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static const char *const *
codes_of (MappeAnswerDossier *self)
{
  return mappe_display_codes (mappe_display_get (mappe_dossier_get_store (MAPPE_DOSSIER (self))), "input_category");
}

/* The first line stands for no category. */
static const char *
category_code (MappeAnswerDossier *self)
{
  guint at = gtk_drop_down_get_selected (self->category);

  return at > 0 && at != GTK_INVALID_LIST_POSITION ? codes_of (self)[at - 1] : NULL;
}

static void
warn (MappeAnswerDossier *self)
{
  g_autofree char *text = answer_text (self);
  g_autofree char *warning = mappe_personal_warning (text);
  g_autofree char *marked = g_strconcat ("▲ ", warning, NULL);

  gtk_label_set_label (self->warning, marked);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), warning != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
}

static void
typed_cb (MappeAnswerDossier *self)
{
  mappe_dossier_hold (MAPPE_DOSSIER (self), TRUE);
  warn (self);
}

static void
show_fault (MappeAnswerDossier *self, const char *text, GtkWidget *at)
{
  gtk_label_set_label (self->fault, text);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
  gtk_widget_grab_focus (at);
}

/* --- acts --- */

/* One contribution further on, or back; the one behind the last is the first. */
static void
step (MappeAnswerDossier *self, int by)
{
  const MappeContributions *all = mappe_dossier_get_result (MAPPE_DOSSIER (self));
  g_autoptr (GPtrArray) waiting = NULL;
  guint nth;

  if (all == NULL)
    return;
  waiting = mappe_contributions_waiting (all);
  if (find_current (self, waiting, &nth) == NULL)
    return;
  nth = (nth + waiting->len + (guint) by) % waiting->len;
  self->at = ((MappeListed *) g_ptr_array_index (waiting, nth))->row->id;
}

static void
save (MappeAnswerDossier *self, const char *status, gboolean needs_answer, const char *done)
{
  const MappeContributions *all = mappe_dossier_get_result (MAPPE_DOSSIER (self));
  g_autoptr (GPtrArray) waiting = all != NULL ? mappe_contributions_waiting (all) : NULL;
  g_autofree char *today = mappe_date_today (), *text = NULL, *label = NULL;
  const MappeListed *current;
  MappeContributionAnswer given;
  guint nth;

  current = waiting != NULL ? find_current (self, waiting, &nth) : NULL;
  if (current == NULL)
    return;
  text = answer_text (self);
  given = (MappeContributionAnswer) { category_code (self), *text != '\0' ? text : NULL, status,
                                      mappe_reference_entry_get_id (self->measure) };
  if (needs_answer && given.answer == NULL)
    {
      show_fault (self, _("▲ The answer is missing."), GTK_WIDGET (self->answer));
      return;
    }
  if (given.measure <= 0 && *mappe_reference_entry_get_text (self->measure) != '\0')
    {
      show_fault (self, _("▲ There is no measure of this name: choose one from the list, or leave it empty."),
                  GTK_WIDGET (self->measure));
      return;
    }
  label = g_strdup_printf (_("Answer contribution %s"), mappe_row_get_text (current->row, MAPPE_FIELD_REFERENCE));
  step (self, 1);
  mappe_dossier_focus (MAPPE_DOSSIER (self), "dossier-category");
  mappe_dossier_apply_typed (MAPPE_DOSSIER (self), mappe_contribution_answer (current->row, &given, today, label), done,
                             _("The answer was not saved"), typed, current->row->id);
  mappe_dossier_hold (MAPPE_DOSSIER (self), FALSE);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (MAPPE_ANSWER_DOSSIER (widget), "answered", TRUE, _("The contribution is answered"));
}

static void
reject_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (MAPPE_ANSWER_DOSSIER (widget), "rejected", TRUE, _("The contribution is answered: not feasible"));
}

static void
later_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (MAPPE_ANSWER_DOSSIER (widget), "in_progress", FALSE, _("The contribution is in progress"));
}

static void
turn (GtkWidget *widget, int by)
{
  step (MAPPE_ANSWER_DOSSIER (widget), by);
  mappe_dossier_hold (MAPPE_DOSSIER (widget), FALSE);
  mappe_dossier_focus (MAPPE_DOSSIER (widget), "dossier-category");
  mappe_dossier_refill (MAPPE_DOSSIER (widget));
}

static void
skip_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn (widget, 1);
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn (widget, -1);
}

/* --- filling --- */

static void
add_category (MappeAnswerDossier *self, GtkBox *box, const MappeRow *input)
{
  MappeDisplay *display = mappe_display_get (mappe_dossier_get_store (MAPPE_DOSSIER (self)));
  const char *const *codes = codes_of (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint chosen = 0;

  gtk_string_list_append (words, _("None"));
  for (guint i = 0; codes[i] != NULL; i++)
    {
      gtk_string_list_append (words, mappe_display_code (display, "input_category", codes[i]));
      if (g_strcmp0 (codes[i], mappe_row_get_text (input, MAPPE_CITIZEN_INPUT_CATEGORY)) == 0)
        chosen = i + 1;
    }
  mappe_dossier_add_label (box, "heading", _("Category"));
  self->category = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL));
  gtk_drop_down_set_selected (self->category, chosen);
  g_object_set (self->category, "halign", GTK_ALIGN_START, "name", "dossier-category", NULL);
  mappe_dossier_name (GTK_WIDGET (self->category), _("Category"));
  mappe_dossier_keep_choice (MAPPE_DOSSIER (self), self->category, CATEGORY, input->id);
  g_signal_connect_object (self->category, "notify::selected", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->category));
}

static void
add_answer (MappeAnswerDossier *self, GtkBox *box, const MappeRow *input)
{
  const char *text = mappe_row_get_text (input, MAPPE_CITIZEN_INPUT_ANSWER);
  GtkWidget *frame = gtk_frame_new (NULL);

  mappe_dossier_add_label (box, "heading", _("Answer"));
  self->answer = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->answer, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->answer, FALSE);
  g_object_set (self->answer, "top-margin", 8, "bottom-margin", 8, "left-margin", 8, "right-margin", 8,
                "height-request", 90, "name", "dossier-answer", NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->answer), text != NULL ? text : "", -1);
  mappe_dossier_keep_buffer (MAPPE_DOSSIER (self), gtk_text_view_get_buffer (self->answer), ANSWER, input->id);
  mappe_dossier_name (GTK_WIDGET (self->answer), _("Answer"));
  gtk_frame_set_child (GTK_FRAME (frame), mappe_shrink_text (GTK_WIDGET (self->answer)));
  gtk_box_append (box, frame);
  self->warning = GTK_LABEL (mappe_dossier_add_label (box, "warning", ""));
  self->fault = GTK_LABEL (mappe_dossier_add_label (box, "error", ""));
  warn (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->answer), "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_measure (MappeAnswerDossier *self, GtkBox *box, const MappeListed *input)
{
  GtkWidget *frame = gtk_frame_new (NULL);

  mappe_dossier_add_label (box, "heading", _("Realised by the measure"));
  self->measure = MAPPE_REFERENCE_ENTRY (mappe_reference_entry_new (mappe_dossier_get_store (MAPPE_DOSSIER (self)),
                                                                    &mappe_measure_kind));
  mappe_reference_entry_set_creating (self->measure, FALSE);
  mappe_reference_entry_set_name (self->measure, _("Realised by the measure"));
  mappe_reference_entry_set_value (self->measure, mappe_row_get_int (input->row, MAPPE_CITIZEN_INPUT_MEASURE),
                                   input->shown[MAPPE_CITIZEN_INPUT_MEASURE]);
  gtk_widget_set_name (GTK_WIDGET (self->measure), "dossier-measure");
  mappe_dossier_keep_reference (MAPPE_DOSSIER (self), self->measure, MEASURE, input->row->id);
  g_signal_connect_object (self->measure, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_object_set (self->measure, "margin-start", 8, "margin-end", 8, "margin-top", 8, "margin-bottom", 8, NULL);
  gtk_frame_set_child (GTK_FRAME (frame), GTK_WIDGET (self->measure));
  gtk_box_append (box, frame);
}

static void
add_head (GtkBox *box, const MappeListed *input, guint nth, guint n)
{
  const char *day = mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_RECEIVED_ON);
  const char *event = input->shown[MAPPE_CITIZEN_INPUT_PARTICIPATION];
  const char *area = input->shown[MAPPE_CITIZEN_INPUT_AREA];
  g_autofree char *date = day != NULL ? mappe_date_format (day) : NULL;
  g_autofree char *place = g_strdup_printf (_("Contribution %1$u of %2$u without an answer"), nth + 1, n);
  GString *about = g_string_new (mappe_row_get_text (input->row, MAPPE_FIELD_REFERENCE));
  const char *parts[] = { date, event, area };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (about, " · %s", parts[i]);
  mappe_dossier_add_label (box, "dim-label", place);
  mappe_dossier_add_label (box, "title-3", mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_TEXT));
  mappe_dossier_add_label (box, "dim-label", about->str);
  g_string_free (about, TRUE);
}

static void
add_acts (MappeAnswerDossier *self, GtkBox *box, const MappeRow *input, guint n)
{
  static const char *const writing[] = { "answer.save", "answer.reject", "answer.later" };
  GtkBox *acts = mappe_dossier_add_acts (box);

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answer.skip", n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answer.back", n > 1);
  gtk_widget_add_css_class (mappe_dossier_add_act (acts, _("Answered, next"), "answer.save"), "suggested-action");
  mappe_dossier_add_act (acts, _("Not feasible, next"), "answer.reject");
  mappe_dossier_add_act (acts, _("In progress, next"), "answer.later");
  mappe_dossier_add_act (acts, _("Previous"), "answer.back");
  mappe_dossier_add_act (acts, _("Skip"), "answer.skip");
  mappe_dossier_add_edit (acts, input->kind, input->id);
  mappe_dossier_add_label (box, "dim-label", _("Ctrl+Enter answered · Ctrl+Shift+Enter not feasible · "
                                               "Ctrl+Page Down and Ctrl+Page Up to the next and the previous one"));
}

static void
mappe_answer_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeAnswerDossier *self = MAPPE_ANSWER_DOSSIER (dossier);
  g_autoptr (GPtrArray) waiting = mappe_contributions_waiting (result);
  const MappeListed *input;
  guint nth;

  input = find_current (self, waiting, &nth);
  if (input == NULL)
    {
      mappe_dossier_add_label (box, "title-2", _("All contributions are answered"));
      mappe_dossier_add_label (box, NULL, _("New ones are entered in the lists, or come from a file."));
      return;
    }
  self->at = input->row->id;
  add_head (box, input, nth, waiting->len);
  add_category (self, box, input->row);
  add_answer (self, box, input->row);
  add_measure (self, box, input);
  add_acts (self, box, input->row, waiting->len);
}

/* Before the text, which would take Ctrl+Enter for a new line. */
static gboolean
key_cb (MappeAnswerDossier *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  const char *action = NULL;

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    action = shift ? "answer.reject" : "answer.save";
  else if (keyval == GDK_KEY_Page_Down)
    action = "answer.skip";
  else if (keyval == GDK_KEY_Page_Up)
    action = "answer.back";
  if (action == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return GDK_EVENT_STOP;
}

static void
mappe_answer_dossier_class_init (MappeAnswerDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) mappe_contributions_free;
  dossier_class->fill = mappe_answer_dossier_fill;
  gtk_widget_class_install_action (widget_class, "answer.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "answer.reject", NULL, reject_cb);
  gtk_widget_class_install_action (widget_class, "answer.later", NULL, later_cb);
  gtk_widget_class_install_action (widget_class, "answer.skip", NULL, skip_cb);
  gtk_widget_class_install_action (widget_class, "answer.back", NULL, back_cb);
}

static void
mappe_answer_dossier_init (MappeAnswerDossier *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
