/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-field-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-display.h"
#include "mappe-form.h"
#include "mappe-number.h"
#include "mappe-record-error.h"
#include "mappe-survey-result.h"
#include "mappe-survey-steps.h"

/**
 * MappeSurveyRow: the answers for each step of a scale
 * @form: (nullable): where the row stands: it holds the number of answers and the question
 * @cancellable: (nullable): of the look at the other rounds
 */
struct _MappeSurveyRow {
  MappeFieldRow     parent_instance;
  MappeSurveySteps *steps;
  MappeForm        *form;
  GCancellable     *cancellable;
};

G_DEFINE_FINAL_TYPE (MappeSurveyRow, mappe_survey_row, MAPPE_TYPE_FIELD_ROW)

/* --- other fields of the round --- */

static const char *
value_beside (MappeSurveyRow *self, guint field)
{
  MappeFieldRow *row = self->form != NULL ? mappe_form_get_row (self->form, field) : NULL;

  return row != NULL && mappe_field_row_get_typed (row) == NULL ? mappe_field_row_get_value (row) : NULL;
}

static gint64
answered (MappeSurveyRow *self)
{
  const char *value = value_beside (self, MAPPE_SURVEY_RESULT_ANSWERED);
  gint64 number;

  return value != NULL && mappe_int_parse (value, &number) ? number : -1;
}

/* "How safe do you feel?" asks for "Very safe": a scale of the council names the steps only of its own question. */
static gboolean
asks_for (const char *question, const char *step)
{
  const char *word = strrchr (step, ' ');
  g_autofree char *wanted = g_utf8_casefold (word != NULL ? word + 1 : step, -1);
  g_autofree char *asked = g_utf8_casefold (question, -1);

  return strstr (asked, wanted) != NULL;
}

/* Returns: (transfer container) (nullable): what the @n steps are called, the best first, where the round says it */
static const char **
words_of (MappeSurveyRow *self, guint n)
{
  MappeDisplay *display = mappe_display_get (mappe_field_row_get_store (MAPPE_FIELD_ROW (self)));
  g_autofree char *list = g_strdup_printf ("survey_scale_%u", n);
  const char *const *codes = mappe_display_codes (display, list);
  const char *question = value_beside (self, MAPPE_SURVEY_RESULT_QUESTION);
  const char **words;

  if (question == NULL || codes == NULL || g_strv_length ((char **) codes) != n
      || !asks_for (question, mappe_display_code (display, list, codes[0])))
    return NULL;
  words = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    words[i] = mappe_display_code (display, list, codes[i]);
  return words;
}

static void
refresh_steps (MappeSurveyRow *self)
{
  g_autofree const char **words = NULL;

  if (self->steps == NULL)
    return;
  words = words_of (self, mappe_survey_steps_get_number (self->steps));
  mappe_survey_steps_set_words (self->steps, words);
  mappe_survey_steps_set_answered (self->steps, answered (self));
}

/* --- the editor --- */

static void
changed_cb (MappeSurveyRow *self)
{
  MappeFieldRow *row = MAPPE_FIELD_ROW (self);
  g_autofree char *text = NULL;
  MappeStepsState state = mappe_survey_steps_read (self->steps, &text, NULL);

  refresh_steps (self);
  if (state == MAPPE_STEPS_EMPTY || state == MAPPE_STEPS_WHOLE)
    mappe_field_row_take (row, text, NULL);
  else
    mappe_field_row_take_fault (row, text,
                                g_error_new (MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_TYPE,
                                             "\"counts\" must have a whole number for each step"));
}

static GtkWidget *
mappe_survey_row_create_editor (MappeFieldRow *row)
{
  MappeSurveyRow *self = MAPPE_SURVEY_ROW (row);

  self->steps = MAPPE_SURVEY_STEPS (mappe_survey_steps_new ());
  mappe_field_row_name_widget (row, GTK_WIDGET (self->steps));
  g_signal_connect_object (self->steps, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->steps);
}

static guint
steps_in (const char *counts)
{
  g_auto (GStrv) steps = counts != NULL ? g_strsplit (counts, ";", -1) : NULL;

  return steps != NULL ? g_strv_length (steps) : 0;
}

static void
rounds_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeSurveyRow) self = data;
  g_autoptr (GPtrArray) rounds = mappe_store_list_finish (MAPPE_STORE (source), result, NULL);
  guint n = 0;

  for (guint i = 0; rounds != NULL && i < rounds->len && n == 0; i++)
    n = steps_in (mappe_row_get_text (((MappeListed *) g_ptr_array_index (rounds, i))->row,
                                      MAPPE_SURVEY_RESULT_COUNTS));
  if (n == 0 || self->steps == NULL
      || mappe_survey_steps_read (self->steps, NULL, NULL) != MAPPE_STEPS_EMPTY)
    return;
  mappe_survey_steps_set_number (self->steps, n);
  refresh_steps (self);
}

/* A round after the start is asked with the scale of the one before. */
static void
ask_other_rounds (MappeSurveyRow *self)
{
  MappeStore *store = mappe_field_row_get_store (MAPPE_FIELD_ROW (self));
  MappeRow *base = self->form != NULL ? mappe_form_get_base (self->form) : NULL;
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_survey_result_kind);

  if (base == NULL || mappe_row_is_null (base, MAPPE_SURVEY_RESULT_INDICATOR))
    return;
  self->cancellable = g_cancellable_new ();
  mappe_query_where_id (query, MAPPE_SURVEY_RESULT_INDICATOR,
                        mappe_row_get_int (base, MAPPE_SURVEY_RESULT_INDICATOR));
  mappe_query_order (query, MAPPE_SURVEY_RESULT_HELD_ON, FALSE);
  mappe_store_list_async (store, query, self->cancellable, rounds_cb, g_object_ref (self));
}

static void
mappe_survey_row_load (MappeFieldRow *row, const char *typed, const char *canonical, const char *shown)
{
  MappeSurveyRow *self = MAPPE_SURVEY_ROW (row);
  const char *text = typed != NULL ? typed : canonical;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  mappe_survey_steps_set_text (self->steps, text);
  refresh_steps (self);
  if (text == NULL)
    ask_other_rounds (self);
}

static void
mappe_survey_row_focus (MappeFieldRow *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (MAPPE_SURVEY_ROW (row)->steps));
}

static gboolean
mappe_survey_row_move (MappeFieldRow *row, int direction)
{
  return mappe_survey_steps_move (MAPPE_SURVEY_ROW (row)->steps, direction);
}

/* --- words --- */

/* "Very safe 12 · Fairly safe 30 · Fairly unsafe 25 · Very unsafe 8" */
static char *
mappe_survey_row_describe (MappeFieldRow *row, const char *canonical)
{
  g_auto (GStrv) steps = g_strsplit (canonical, ";", -1);
  g_autofree const char **words = words_of (MAPPE_SURVEY_ROW (row), g_strv_length (steps));
  GString *text = g_string_new (NULL);

  for (guint i = 0; steps[i] != NULL; i++)
    g_string_append_printf (text, "%s%s%s%s", i > 0 ? " · " : "", words != NULL ? words[i] : "",
                            words != NULL ? " " : "", g_strstrip (steps[i]));
  return g_string_free (text, FALSE);
}

static gboolean
has_focus (MappeSurveyRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return self->steps != NULL && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->steps));
}

/* Cells that are still empty are no fault while somebody fills them. */
static char *
mappe_survey_row_explain (MappeFieldRow *row, const GError *fault)
{
  MappeSurveyRow *self = MAPPE_SURVEY_ROW (row);
  g_autoptr (MappeSurveySteps) steps = NULL;

  if (self->steps == NULL)
    {
      steps = g_object_ref_sink (MAPPE_SURVEY_STEPS (mappe_survey_steps_new ()));
      mappe_survey_steps_set_text (steps, mappe_field_row_get_value (row));
      mappe_survey_steps_set_answered (steps, answered (self));
      return mappe_survey_steps_explain (steps);
    }
  if (has_focus (self) && mappe_survey_steps_read (self->steps, NULL, NULL) == MAPPE_STEPS_INCOMPLETE)
    return g_strdup ("");
  mappe_survey_steps_set_answered (self->steps, answered (self));
  return mappe_survey_steps_explain (self->steps);
}

/* --- GObject --- */

static void
beside_cb (MappeSurveyRow *self)
{
  refresh_steps (self);
  mappe_field_row_refresh (MAPPE_FIELD_ROW (self));
}

static void
mappe_survey_row_root (GtkWidget *widget)
{
  MappeSurveyRow *self = MAPPE_SURVEY_ROW (widget);
  GtkWidget *form = gtk_widget_get_ancestor (widget, MAPPE_TYPE_FORM);

  GTK_WIDGET_CLASS (mappe_survey_row_parent_class)->root (widget);
  self->form = form != NULL ? MAPPE_FORM (form) : NULL;
  if (form == NULL)
    return;
  g_signal_connect_object (form, "changed", G_CALLBACK (beside_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "opened", G_CALLBACK (beside_cb), self, G_CONNECT_SWAPPED);
}

static void
mappe_survey_row_unroot (GtkWidget *widget)
{
  MappeSurveyRow *self = MAPPE_SURVEY_ROW (widget);

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_func (self->form, beside_cb, self);
  self->form = NULL;
  GTK_WIDGET_CLASS (mappe_survey_row_parent_class)->unroot (widget);
}

static void
mappe_survey_row_dispose (GObject *object)
{
  MappeSurveyRow *self = MAPPE_SURVEY_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->steps = NULL;
  G_OBJECT_CLASS (mappe_survey_row_parent_class)->dispose (object);
}

static void
mappe_survey_row_class_init (MappeSurveyRowClass *klass)
{
  MappeFieldRowClass *row_class = MAPPE_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_survey_row_dispose;
  GTK_WIDGET_CLASS (klass)->root = mappe_survey_row_root;
  GTK_WIDGET_CLASS (klass)->unroot = mappe_survey_row_unroot;
  row_class->create_editor = mappe_survey_row_create_editor;
  row_class->load = mappe_survey_row_load;
  row_class->focus = mappe_survey_row_focus;
  row_class->move = mappe_survey_row_move;
  row_class->describe = mappe_survey_row_describe;
  row_class->explain = mappe_survey_row_explain;
}

static void
mappe_survey_row_init (MappeSurveyRow *self)
{
}
