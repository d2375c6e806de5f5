/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdlib.h>

#include "mappe-evaluation-trace.h"
#include "mappe-measure-context.h"
#include "mappe-outcome-direction.h"
#include "mappe-outcome-paper-private.h"
#include "mappe-project.h"

/* What is said of a measure, an indicator or a project, on paper: nothing of it without its limits. */

/* --- a result --- */

/* What must be borne in mind stays with the limit: one paragraph a caution. */
static void
add_sentences (MappeOutcomePaper *self, const MappeEvaluation *evaluation)
{
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (evaluation, NULL);
  gboolean cautions = FALSE;

  for (guint i = 0; i < sentences->len; i++)
    {
      const MappeSentence *sentence = g_ptr_array_index (sentences, i);
      g_autofree char *caution = g_strdup_printf ("• %s", sentence->text);
      MappePaperStyle style = sentence->kind == MAPPE_SENTENCE_LIMIT ? MAPPE_PAPER_LIMIT : MAPPE_PAPER_BODY;

      if (sentence->kind != MAPPE_SENTENCE_CAUTION)
        {
          mappe_outcome_paper_add_text (self, style, sentence->text);
          continue;
        }
      if (!cautions)
        mappe_outcome_paper_add_text (self, MAPPE_PAPER_HEADING, _("To bear in mind"));
      cautions = TRUE;
      mappe_outcome_paper_add_text (self, MAPPE_PAPER_SMALL, caution);
    }
}

/* Beside the usual chart those that show the interval of the change, which a council asks for. */
static void
add_small_charts (MappeOutcomePaper *self, const MappeReportPart *part)
{
  static const MappeOutcomeChart wanted[] = { MAPPE_OUTCOME_CHART_CHANGE, MAPPE_OUTCOME_CHART_DISPLACEMENT,
                                              MAPPE_OUTCOME_CHART_INTERRUPTED, MAPPE_OUTCOME_CHART_RUN };
  MappeChart *charts[MAPPE_PAPER_BESIDE];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (wanted) && n < MAPPE_PAPER_BESIDE; i++)
    if (part->n_kinds > 0 && wanted[i] != part->kinds[0])
      {
        charts[n] = mappe_outcome_chart_new (part->evaluation, wanted[i], NULL);
        n += charts[n] != NULL;
      }
  mappe_outcome_paper_add_charts (self, charts, n);
  for (guint i = 0; i < n; i++)
    mappe_chart_unref (charts[i]);
}

/* What another program shall read: too long for two columns. */
static void
add_input (MappeOutcomePaper *self, const MappeTrace *line)
{
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_SMALL, line->label);
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_SMALL, line->value);
}

static void
add_trace (MappeOutcomePaper *self, const MappeEvaluation *evaluation)
{
  g_autoptr (GPtrArray) lines = mappe_evaluation_trace (evaluation, NULL);

  mappe_outcome_paper_add_text (self, MAPPE_PAPER_HEADING, _("How was this computed?"));
  for (guint i = 0; i < lines->len; i++)
    {
      const MappeTrace *line = g_ptr_array_index (lines, i);

      if (g_str_has_suffix (line->key, "_input"))
        add_input (self, line);
      else
        mappe_outcome_paper_add_pair (self, line->label, line->value);
    }
}

static void
add_level (MappeOutcomePaper *self, const MappeEvaluation *evaluation)
{
  const char *next = mappe_evaluation_next_level (evaluation, NULL);

  mappe_outcome_paper_add_text (self, MAPPE_PAPER_HEADING, _("How far this result carries"));
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_SMALL, mappe_evaluation_level_words (evaluation, NULL));
  if (evaluation->kind == MAPPE_EVALUATION_GOALS)
    return;
  if (next != NULL)
    {
      /* Translators: %s is what would lift the level of evidence */
      g_autofree char *lift = g_strdup_printf (_("What would lift it: %s"), next);

      mappe_outcome_paper_add_text (self, MAPPE_PAPER_SMALL, lift);
    }
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_SMALL, _("Maryland scale (Farrington et al. 2002)"));
}

static void
add_part (MappeOutcomePaper *self, const MappeReportPart *part, gboolean small_charts)
{
  const MappeEvaluation *evaluation = part->evaluation;
  g_autofree char *name = mappe_evaluation_name (evaluation, NULL);
  /* Translators: name of an indicator; which way it went, e.g. "better" */
  g_autofree char *heading = g_strdup_printf (_("%1$s: %2$s"), name,
                                              mappe_direction_word (mappe_direction_of (evaluation)));

  mappe_outcome_paper_add_text (self, MAPPE_PAPER_RESULT, heading);
  if (part->chart != NULL)
    mappe_outcome_paper_add_chart (self, part->chart);
  if (small_charts)
    add_small_charts (self, part);
  add_sentences (self, evaluation);
  add_level (self, evaluation);
  add_trace (self, evaluation);
}

/* --- what surrounds it --- */

static void
add_strip (MappeOutcomePaper *self, const MappeOutcomeReport *report)
{
  g_auto (GStrv) steps = report->project != NULL ? mappe_beccaria_words (report->codes, report->project) : NULL;
  g_autofree char *text = steps != NULL ? g_strjoinv ("   ", steps) : NULL;

  if (text == NULL)
    return;
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_HEADING, _("Beccaria steps"));
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_SMALL, text);
}

/* An empty box says so; no sum is made of them (OUTCOMES 7). */
static void
add_emmie (MappeOutcomePaper *self, const MappeRow *measure)
{
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_RESULT, _("What else was examined (EMMIE)"));
  for (guint i = 0; i < MAPPE_EMMIE_N; i++)
    {
      const char *text = mappe_row_get_text (measure, (guint) mappe_emmie[i].field);
      /* Translators: "Mechanism"; "How is it meant to work?" */
      g_autofree char *heading = g_strdup_printf (_("%1$s: %2$s"), _(mappe_emmie[i].title), _(mappe_emmie[i].question));

      mappe_outcome_paper_add_text (self, MAPPE_PAPER_HEADING, heading);
      mappe_outcome_paper_add_text (self, MAPPE_PAPER_SMALL, text != NULL && *text != '\0' ? text
                                                                                           : _("Not examined"));
    }
}

/* Of what others found elsewhere: beside the result here, never mixed with it. */
static void
add_programme (MappeOutcomePaper *self, const MappeOutcomeReport *report)
{
  const MappeRow *project = report->project;
  const char *code = project != NULL ? mappe_row_get_text (project, MAPPE_PROJECT_EVIDENCE_RATING) : NULL;
  const char *label = code != NULL ? mappe_codes_label (report->codes, "evidence_rating", code,
                                                        mappe_language_is_german (NULL)) : NULL;

  if (project == NULL)
    return;
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_RESULT, _("Elsewhere: the programme used"));
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_BODY, label != NULL ? label : _("Not examined"));
  mappe_outcome_paper_add_text (self, MAPPE_PAPER_SMALL,
                                _("This is what is known of the programme from other places. It says nothing about the "
                                  "result here, and the result here nothing about the programme."));
}

static void
add_measure (MappeOutcomePaper *self, const MappeReportMeasure *measure, gboolean of_project)
{
  if (of_project)
    mappe_outcome_paper_add_text (self, MAPPE_PAPER_MEASURE, mappe_outcome_get_title (measure->outcome));
  for (guint i = 0; i < measure->parts->len; i++)
    add_part (self, g_ptr_array_index (measure->parts, i), !of_project);
  if (measure->parts->len == 0)
    mappe_outcome_paper_add_text (self, MAPPE_PAPER_BODY, _("No indicators and no goals yet."));
  if (measure->outcome->measure != NULL)
    add_emmie (self, measure->outcome->measure);
}

/**
 * mappe_outcome_paper_new:
 * @width: of a page, in points
 * @height: of a page, in points
 *
 * Takes as long as its charts do: not for the thread of the window.
 *
 * Returns: (transfer full): @report, broken into pages
 */
MappeOutcomePaper *
mappe_outcome_paper_new (const MappeOutcomeReport *report, double width, double height)
{
  MappeOutcomePaper *self = mappe_outcome_paper_begin (report->title, width, height);
  gboolean of_project = report->kind == &mappe_project_kind;

  if (report->project != NULL && !of_project)
    mappe_outcome_paper_add_text (self, MAPPE_PAPER_BODY, mappe_row_get_text (report->project, MAPPE_PROJECT_TITLE));
  add_strip (self, report);
  for (guint i = 0; i < report->measures->len; i++)
    add_measure (self, g_ptr_array_index (report->measures, i), of_project);
  if (report->measures->len == 0)
    mappe_outcome_paper_add_text (self, MAPPE_PAPER_BODY,
                                  _("No measure of this project has indicators or goals yet."));
  add_programme (self, report);
  mappe_outcome_paper_end (self);
  return self;
}
