/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-json.h"
#include "mappe-cli.h"

#include <glib/gi18n.h>

#include "mappe-cli-outcome.h"
#include "mappe-evaluation-trace.h"
#include "mappe-evaluation-words.h"
#include "mappe-indicator.h"
#include "mappe-measure.h"
#include "mappe-project.h"
#include "mappe-snapshot.h"

/* What may be said of the outcome of a measure, of all measures of a project, or of one indicator. */

/* --- finding and loading --- */

typedef struct {
  const MappeKind *kind;
  gint64           id;
} Wanted;

static gpointer
load_outcomes (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  GPtrArray *outcomes;
  MappeOutcome *outcome;

  if (wanted->kind == &mappe_project_kind)
    return mappe_outcome_list (snapshot, wanted->id, error);
  outcome = wanted->kind == &mappe_measure_kind ? mappe_outcome_load (snapshot, wanted->id, error)
                                                : mappe_outcome_of (snapshot, wanted->id, error);
  if (outcome == NULL)
    return NULL;
  outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_outcome_unref);
  g_ptr_array_add (outcomes, outcome);
  return outcomes;
}

/* References are unique within a kind only; those of the three kinds do not look alike in a council's own file. */
static gboolean
find_wanted (MappeStore *store, const char *reference, Wanted *wanted, GError **error)
{
  const MappeKind *kinds[] = { &mappe_measure_kind, &mappe_indicator_kind, &mappe_project_kind };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      wanted->kind = kinds[i];
      wanted->id = mappe_cli_find (store, kinds[i], reference, NULL);
      if (wanted->id != 0)
        return TRUE;
    }
  return mappe_cli_wrong (error, _("There is no measure, indicator or project “%s”"), reference);
}

/**
 * mappe_cli_outcomes:
 * @reference: of a measure, an indicator or a project
 *
 * Returns: (transfer full) (nullable) (element-type MappeOutcome): the outcome, or that of each measure of the project
 */
GPtrArray *
mappe_cli_outcomes (MappeStore *store, const char *reference, GError **error)
{
  Wanted wanted;

  if (!find_wanted (store, reference, &wanted, error))
    return NULL;
  return mappe_store_read (store, load_outcomes, &wanted, error);
}

/** mappe_cli_language: Reads --lang. Returns: whether it is one of the languages; @language is %NULL for the user's */
gboolean
mappe_cli_language (const char *typed, const MappeLanguage **language, GError **error)
{
  *language = mappe_language_get (typed);
  return typed == NULL || *language != NULL || mappe_cli_usage (error, _("--lang takes de or en, not “%s”"), typed);
}

/* --- text --- */

static void
append_evaluation (GString *out, const MappeEvaluation *evaluation, const MappeLanguage *language)
{
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (evaluation, language);
  g_autoptr (GPtrArray) trace = mappe_evaluation_trace (evaluation, language);
  const char *next = mappe_evaluation_next_level (evaluation, language);
  g_autofree char *name = mappe_evaluation_name (evaluation, language);

  g_string_append_printf (out, "\n%s [%s]\n%s\n", name,
                          mappe_evidence_claim_word (evaluation->grade.claim),
                          mappe_evaluation_level_words (evaluation, language));
  for (guint i = 0; i < sentences->len; i++)
    {
      const MappeSentence *sentence = g_ptr_array_index (sentences, i);

      g_string_append_printf (out, "  %s%s\n", sentence->kind == MAPPE_SENTENCE_CAUTION ? "! " : "", sentence->text);
    }
  if (next != NULL)
    g_string_append_printf (out, "  → %s\n", next);
  g_string_append_printf (out, "%s\n", L_("How was this computed?"));
  for (guint i = 0; i < trace->len; i++)
    {
      const MappeTrace *line = g_ptr_array_index (trace, i);

      g_string_append_printf (out, "  %s: %s\n", line->label, line->value);
    }
}

static gboolean
print_text (MappeCli *cli, GPtrArray *outcomes, const MappeLanguage *language, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < outcomes->len; i++)
    {
      MappeOutcome *outcome = g_ptr_array_index (outcomes, i);
      g_autoptr (GPtrArray) evaluations = mappe_evaluation_list (outcome);
      const char *title = mappe_outcome_get_title (outcome);

      g_string_append_printf (out, "%s%s\n", out->len > 0 ? "\n" : "", title != NULL ? title : "");
      if (evaluations->len == 0)
        g_string_append_printf (out, "  %s\n", L_("Neither indicators nor goals."));
      for (guint k = 0; k < evaluations->len; k++)
        append_evaluation (out, g_ptr_array_index (evaluations, k), language);
    }
  return mappe_cli_write (cli, out->str, error);
}

/* --- JSON --- */

static const char *const kinds[] = { "count", "measured", "survey", "goals", "areas" };
static const char *const verdicts[] = { "not_tested", "unclear", "fewer", "more" };
static const char *const sentence_kinds[] = { "finding", "chance", "displacement", "limit", "caution" };

static void
add_sentences (MappeJson *json, const MappeEvaluation *evaluation, const MappeLanguage *language)
{
  g_autoptr (GPtrArray) sentences = mappe_evaluation_sentences (evaluation, language);

  mappe_json_open (json, "sentences", '[');
  for (guint i = 0; i < sentences->len; i++)
    {
      const MappeSentence *sentence = g_ptr_array_index (sentences, i);

      mappe_json_open (json, NULL, '{');
      mappe_json_text (json, "kind", sentence_kinds[sentence->kind]);
      mappe_json_text (json, "text", sentence->text);
      mappe_json_close (json);
    }
  mappe_json_close (json);
}

static void
add_trace (MappeJson *json, const MappeEvaluation *evaluation, const MappeLanguage *language)
{
  g_autoptr (GPtrArray) trace = mappe_evaluation_trace (evaluation, language);

  mappe_json_open (json, "computed", '[');
  for (guint i = 0; i < trace->len; i++)
    {
      const MappeTrace *line = g_ptr_array_index (trace, i);

      mappe_json_open (json, NULL, '{');
      mappe_json_text (json, "key", line->key);
      mappe_json_text (json, "label", line->label);
      mappe_json_text (json, "value", line->value);
      mappe_json_close (json);
    }
  mappe_json_close (json);
}

static void
add_evaluation (MappeJson *json, const MappeEvaluation *evaluation, const MappeLanguage *language)
{
  g_autofree char *name = mappe_evaluation_name (evaluation, language);

  mappe_json_open (json, NULL, '{');
  mappe_json_text (json, "name", name);
  mappe_json_text (json, "reference",
                   evaluation->of != NULL && evaluation->areas == NULL
                       ? mappe_row_get_text (evaluation->of->series->indicator, MAPPE_INDICATOR_REFERENCE) : NULL);
  mappe_json_text (json, "kind", kinds[evaluation->kind]);
  mappe_json_text (json, "claim", mappe_evidence_claim_word (evaluation->grade.claim));
  mappe_json_int (json, "level", evaluation->grade.level);
  mappe_json_text (json, "level_words", mappe_evaluation_level_words (evaluation, language));
  mappe_json_text (json, "next_level", mappe_evaluation_next_level (evaluation, language));
  mappe_json_text (json, "verdict", verdicts[evaluation->verdict]);
  mappe_json_open (json, "methods", '[');
  for (guint i = 0; i < evaluation->grade.n_methods; i++)
    mappe_json_text (json, NULL, evaluation->grade.methods[i]);
  mappe_json_close (json);
  mappe_cli_add_numbers (json, evaluation);
  mappe_cli_add_excluded (json, evaluation);
  mappe_cli_add_cautions (json, evaluation);
  add_sentences (json, evaluation, language);
  add_trace (json, evaluation, language);
  mappe_json_close (json);
}

static void
add_outcome (MappeJson *json, MappeOutcome *outcome, const MappeLanguage *language)
{
  g_autoptr (GPtrArray) evaluations = mappe_evaluation_list (outcome);

  mappe_json_open (json, NULL, '{');
  mappe_json_text (json, "measure",
                   outcome->measure != NULL ? mappe_row_get_text (outcome->measure, MAPPE_MEASURE_REFERENCE) : NULL);
  mappe_json_text (json, "title", mappe_outcome_get_title (outcome));
  mappe_json_text (json, "start", outcome->start);
  mappe_json_open (json, "evaluations", '[');
  for (guint k = 0; k < evaluations->len; k++)
    add_evaluation (json, g_ptr_array_index (evaluations, k), language);
  mappe_json_close (json);
  mappe_json_close (json);
}

static gboolean
print_json (MappeCli *cli, GPtrArray *outcomes, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeJson) json = mappe_json_new ();
  g_autofree char *text = NULL;

  mappe_json_text (json, "language", mappe_language_get_code (language));
  mappe_json_open (json, "outcomes", '[');
  for (guint i = 0; i < outcomes->len; i++)
    add_outcome (json, g_ptr_array_index (outcomes, i), language);
  mappe_json_close (json);
  text = mappe_json_finish (json);
  return mappe_cli_write (cli, text, error);
}

/* --- command --- */

/** mappe_cli_evaluate: Prints what may be said of an outcome, with its limits and how it was computed. */
gboolean
mappe_cli_evaluate (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *typed = NULL, *format = NULL;
  const GOptionEntry entries[] = {
    { "lang", 'l', 0, G_OPTION_ARG_FILENAME, &typed, N_("de or en"), N_("LANGUAGE") },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("text or json"), N_("FORMAT") },
    { NULL }
  };
  const MappeLanguage *language;
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  gboolean json;

  if (!mappe_cli_parse (cli, entries, arguments, 2, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  json = g_strcmp0 (format, "json") == 0;
  if (format != NULL && !json && !g_str_equal (format, "text"))
    return mappe_cli_usage (error, _("--format takes text or json, not “%s”"), format);
  if (!mappe_cli_language (typed, &language, error))
    return FALSE;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  outcomes = store != NULL ? mappe_cli_outcomes (store, rest[1], error) : NULL;
  if (outcomes == NULL)
    return FALSE;
  return json ? print_json (cli, outcomes, language, error) : print_text (cli, outcomes, language, error);
}
