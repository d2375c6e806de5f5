/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-evaluation-section.h"

#include <glib/gi18n.h>

#include "mappe-aside-layout.h"
#include "mappe-evidence-aside.h"
#include "mappe-feedback.h"
#include "mappe-outcome-direction.h"
#include "mappe-wrap-layout.h"

struct _MappeEvaluationSection {
  AdwBin parent_instance;

  MappeOutcomeReport    *report;  /* keeps @part alive */
  const MappeReportPart *part;
  MappeChartPane        *pane;
  GtkWidget             *kinds;   /* NULL with a single chart */
  MappeChart            *charts[MAPPE_OUTCOME_CHART_N];  /* those that were looked at */
  GCancellable          *cancellable;                    /* of the one that is being made; NULL: none is */
};

G_DEFINE_FINAL_TYPE (MappeEvaluationSection, mappe_evaluation_section, ADW_TYPE_BIN)

enum { TRACE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- the sentences: whole, however narrow the window is, and never copied without their limit --- */

static GtkWidget *
sentence_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
caution_new (const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *dot = gtk_label_new ("•"), *words = sentence_new (text, NULL);

  gtk_widget_set_valign (dot, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), dot);
  gtk_box_append (GTK_BOX (line), words);
  return line;
}

static GtkWidget *
sentences_new (const MappeEvaluation *evaluation)
{
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (evaluation, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gboolean cautions = FALSE;

  for (guint i = 0; i < sentences->len; i++)
    {
      const MappeSentence *sentence = g_ptr_array_index (sentences, i);

      if (sentence->kind == MAPPE_SENTENCE_CAUTION && !cautions)
        gtk_box_append (GTK_BOX (box), sentence_new (_("To bear in mind"), "caption-heading"));
      cautions = cautions || sentence->kind == MAPPE_SENTENCE_CAUTION;
      gtk_box_append (GTK_BOX (box),
                      sentence->kind == MAPPE_SENTENCE_CAUTION ? caution_new (sentence->text)
                      : sentence_new (sentence->text, sentence->kind == MAPPE_SENTENCE_LIMIT ? "outcome-limit" : NULL));
    }
  return box;
}

/* --- head --- */

static GtkWidget *
head_new (MappeEvaluationSection *self)
{
  const MappeEvaluation *evaluation = self->part->evaluation;
  MappeDirection direction = mappe_direction_of (evaluation);
  g_autofree char *state = g_strdup_printf ("%s %s", mappe_direction_shape (direction),
                                            mappe_direction_word (direction));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = mappe_evaluation_name (evaluation, NULL);
  GtkWidget *title = sentence_new (name, "title-4");
  GtkWidget *word = gtk_label_new (state);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  if (evaluation->of != NULL && evaluation->of->is_main)
    {
      GtkWidget *main_word = gtk_label_new (_("Main indicator"));

      gtk_widget_add_css_class (main_word, "mappe-count");
      gtk_widget_set_valign (main_word, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), main_word);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (word), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mappe_direction_word (direction), -1);
  gtk_box_append (GTK_BOX (box), word);
  return box;
}

/* --- chart --- */

static guint
chosen_kind (MappeEvaluationSection *self)
{
  return self->kinds != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kinds)) : 0;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeEvaluationSection) self = data;
  MappeChart *chart = mappe_outcome_report_chart_finish (result);
  guint kind = self->kinds != NULL ? chosen_kind (self) : G_MAXUINT;

  if (chart == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (kind >= self->part->n_kinds)
    {
      mappe_chart_unref (chart);
      return;
    }
  self->charts[kind] = chart;
  mappe_chart_pane_set_chart (self->pane, chart);
}

/* A chart is made when it is looked at for the first time; until then the one before it stays. */
static void
kind_cb (MappeEvaluationSection *self)
{
  guint kind = chosen_kind (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (kind >= self->part->n_kinds)
    return;
  if (self->charts[kind] != NULL)
    {
      mappe_chart_pane_set_chart (self->pane, self->charts[kind]);
      return;
    }
  self->cancellable = g_cancellable_new ();
  mappe_outcome_report_chart_async (self->report, self->part, kind, self->cancellable, made_cb, g_object_ref (self));
}

static void
add_kinds (MappeEvaluationSection *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->part->n_kinds; i++)
    gtk_string_list_append (list, mappe_outcome_chart_label (self->part->kinds[i], NULL));
  self->kinds = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (list)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind of chart"), -1);
  gtk_widget_set_tooltip_text (self->kinds, _("Kind of chart"));
  g_signal_connect_object (self->kinds, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  mappe_chart_pane_add_start (self->pane, self->kinds);
}

static void
copy_cb (MappeEvaluationSection *self)
{
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (self->part->evaluation, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((MappeSentence *) g_ptr_array_index (sentences, i))->text);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  mappe_feedback_toast (GTK_WIDGET (self), _("Sentences copied, with their limits"));
}

static GtkWidget *
button_new (const char *label, const char *name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
trace_cb (MappeEvaluationSection *self)
{
  g_signal_emit (self, signals[TRACE], 0);
}

static GtkWidget *
result_new (MappeEvaluationSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *trace = button_new (_("_How was this computed?"), _("How was this computed?"));
  GtkWidget *copy = button_new (_("Copy _text"), _("Copy text"));

  self->pane = MAPPE_CHART_PANE (mappe_chart_pane_new ());
  if (self->part->chart != NULL)
    {
      self->charts[0] = mappe_chart_ref (self->part->chart);
      mappe_chart_pane_set_chart (self->pane, self->part->chart);
    }
  else
    gtk_widget_set_visible (GTK_WIDGET (self->pane), FALSE);
  if (self->part->n_kinds > 1)
    add_kinds (self);
  gtk_widget_set_layout_manager (bar, mappe_wrap_layout_new ());
  gtk_box_append (GTK_BOX (bar), trace);
  gtk_box_append (GTK_BOX (bar), copy);
  g_signal_connect_object (trace, "clicked", G_CALLBACK (trace_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pane));
  gtk_box_append (GTK_BOX (box), sentences_new (self->part->evaluation));
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

/* --- GObject --- */

static void
mappe_evaluation_section_dispose (GObject *object)
{
  MappeEvaluationSection *self = MAPPE_EVALUATION_SECTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->kinds = NULL;
  G_OBJECT_CLASS (mappe_evaluation_section_parent_class)->dispose (object);
}

static void
mappe_evaluation_section_finalize (GObject *object)
{
  MappeEvaluationSection *self = MAPPE_EVALUATION_SECTION (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->charts); i++)
    g_clear_pointer (&self->charts[i], mappe_chart_unref);
  g_clear_pointer (&self->report, mappe_outcome_report_unref);
  G_OBJECT_CLASS (mappe_evaluation_section_parent_class)->finalize (object);
}

static void
mappe_evaluation_section_class_init (MappeEvaluationSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_evaluation_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_evaluation_section_finalize;
  signals[TRACE] = g_signal_new ("trace", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mappe_evaluation_section_init (MappeEvaluationSection *self)
{
}

/**
 * mappe_evaluation_section_new:
 * @part: of @report
 * @first: what is known of the programme stands beside it, once on a page
 *
 * Returns: (transfer floating): what is said of @part
 */
GtkWidget *
mappe_evaluation_section_new (MappeOutcomeReport *report, const MappeReportPart *part, gboolean first)
{
  MappeEvaluationSection *self = g_object_new (MAPPE_TYPE_EVALUATION_SECTION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name = NULL;
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->report = mappe_outcome_report_ref (report);
  self->part = part;
  name = mappe_evaluation_name (part->evaluation, NULL);
  gtk_widget_set_layout_manager (both, mappe_aside_layout_new ());
  gtk_box_append (GTK_BOX (both), result_new (self));
  gtk_box_append (GTK_BOX (both), mappe_evidence_aside_new (part->evaluation, first));
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), both);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return GTK_WIDGET (self);
}

/** mappe_evaluation_section_get_evaluation: Returns: (transfer none): what is shown */
MappeEvaluation *
mappe_evaluation_section_get_evaluation (MappeEvaluationSection *self)
{
  g_return_val_if_fail (MAPPE_IS_EVALUATION_SECTION (self), NULL);
  return self->part->evaluation;
}

/** mappe_evaluation_section_get_pane: Returns: (transfer none): where its chart is */
MappeChartPane *
mappe_evaluation_section_get_pane (MappeEvaluationSection *self)
{
  g_return_val_if_fail (MAPPE_IS_EVALUATION_SECTION (self), NULL);
  return self->pane;
}

/** mappe_evaluation_section_get_kind: Returns: number of the chart on show */
guint
mappe_evaluation_section_get_kind (MappeEvaluationSection *self)
{
  g_return_val_if_fail (MAPPE_IS_EVALUATION_SECTION (self), 0);
  return chosen_kind (self);
}

/** mappe_evaluation_section_set_kind: @kind: number of a chart; one that there is not changes nothing */
void
mappe_evaluation_section_set_kind (MappeEvaluationSection *self, guint kind)
{
  g_return_if_fail (MAPPE_IS_EVALUATION_SECTION (self));
  if (self->kinds != NULL && kind < self->part->n_kinds)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kinds), kind);
}
