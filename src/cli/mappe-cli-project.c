/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-json.h"
#include "mappe-cli-outcome.h"
#include "mappe-cli.h"

#include <glib/gi18n.h>

#include "mappe-build-project.h"
#include "mappe-evaluation-words.h"
#include "mappe-indicator.h"
#include "mappe-measure.h"
#include "mappe-prevention-programme.h"
#include "mappe-project-factor.h"
#include "mappe-project-factors.h"
#include "mappe-project-words.h"
#include "mappe-project.h"
#include "mappe-writers.h"

/* A project by its steps, and the gaps of all projects, for a terminal and for programs. */

enum { WIDTH = 100 };

typedef struct {
  gint64               id;
  const MappeLanguage *language;
} Wanted;

static gpointer
load_file (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;

  return mappe_project_file_load (snapshot, wanted->id, wanted->language, error);
}

static gpointer
load_gaps (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_project_gaps_load (snapshot, error);
}

static const char *
reference_of (const MappeRow *row)
{
  return mappe_row_get_text (row, MAPPE_FIELD_REFERENCE);
}

static void
add_number (MappeJson *json, const char *name, const MappeRow *row, guint field)
{
  if (mappe_row_is_null (row, field))
    mappe_json_text (json, name, NULL);
  else
    mappe_json_number (json, name, mappe_row_get_real (row, field));
}

/* --- JSON of a project --- */

static const char *const step_states[] = { "finished", "now", "to_come" };

static void
add_step (MappeJson *json, const MappeProjectStep *step)
{
  MappeGateSum sum = mappe_project_step_sum (step);

  mappe_json_open (json, NULL, '{');
  mappe_json_text (json, "code", step->code);
  mappe_json_text (json, "title", step->title);
  mappe_json_text (json, "state", step_states[step->state]);
  mappe_json_int (json, "met", sum.met);
  mappe_json_int (json, "not_yet", sum.unmet);
  mappe_json_int (json, "open", sum.open);
  mappe_json_open (json, "questions", '[');
  for (guint i = 0; i < step->questions->len; i++)
    {
      const MappeGateQuestion *question = g_ptr_array_index (step->questions, i);

      mappe_json_open (json, NULL, '{');
      mappe_json_text (json, "code", question->code);
      mappe_json_text (json, "question", question->text);
      mappe_json_text (json, "answer", mappe_gate_state_code (question->state));
      mappe_json_close (json);
    }
  mappe_json_close (json);
  mappe_json_close (json);
}

static void
add_indicator (MappeJson *json, const MappeProjectIndicator *indicator, const MappeLanguage *language)
{
  const MappeRow *row = indicator->indicator->row;
  g_autofree char *finding = indicator->evaluation != NULL ? mappe_evaluation_finding (indicator->evaluation, language)
                                                           : NULL;

  mappe_json_open (json, NULL, '{');
  mappe_json_text (json, "reference", reference_of (row));
  mappe_json_text (json, "name", mappe_row_get_text (row, MAPPE_INDICATOR_NAME));
  add_number (json, "baseline", row, MAPPE_INDICATOR_BASELINE);
  add_number (json, "target", row, MAPPE_INDICATOR_TARGET);
  mappe_json_bool (json, "goal", mappe_project_goal_lacks (row) == MAPPE_GOAL_WHOLE);
  mappe_json_text (json, "finding", finding);
  mappe_json_close (json);
}

static void
add_references (MappeJson *json, const char *name, const GPtrArray *listed)
{
  mappe_json_open (json, name, '[');
  for (guint i = 0; i < listed->len; i++)
    mappe_json_text (json, NULL, reference_of (((MappeListed *) g_ptr_array_index (listed, i))->row));
  mappe_json_close (json);
}

static void
add_factor (MappeJson *json, const MappeProjectFile *file, const MappeRow *factor)
{
  const MappeGapFactor *gap = mappe_project_file_gap (file, factor);

  mappe_json_open (json, NULL, '{');
  mappe_json_text (json, "code", mappe_row_get_text (factor, MAPPE_PROJECT_FACTOR_FACTOR_CODE));
  mappe_json_text (json, "name", mappe_project_factor_name (factor));
  mappe_json_text (json, "type", mappe_row_get_text (factor, MAPPE_PROJECT_FACTOR_FACTOR_TYPE));
  add_number (json, "own", factor, MAPPE_PROJECT_FACTOR_OWN_VALUE);
  add_number (json, "comparison", factor, MAPPE_PROJECT_FACTOR_COMPARISON_VALUE);
  mappe_json_bool (json, "priority", mappe_project_factor_is_first (factor));
  if (gap != NULL)
    mappe_json_bool (json, "worked_on", gap->used->len > 0);
  mappe_json_close (json);
}

static void
add_programme (MappeJson *json, const MappeProjectFile *file)
{
  const MappeRow *programme = file->programme;

  mappe_json_text (json, "programme", programme != NULL ? reference_of (programme) : NULL);
  mappe_json_text (json, "programme_evidence",
                   programme != NULL ? mappe_row_get_text (programme, MAPPE_PREVENTION_PROGRAMME_EVIDENCE_RATING)
                                     : mappe_row_get_text (file->project->row, MAPPE_PROJECT_EVIDENCE_RATING));
}

static char *
write_json (const MappeProjectFile *file, const MappeLanguage *language)
{
  g_autoptr (MappeJson) json = mappe_json_new ();
  const MappeRow *row = file->project->row;
  g_autofree char *goal = mappe_project_words_goal (file, language);

  mappe_json_text (json, "project", reference_of (row));
  mappe_json_text (json, "title", mappe_row_get_text (row, MAPPE_PROJECT_TITLE));
  mappe_json_text (json, "status", mappe_row_get_text (row, MAPPE_PROJECT_STATUS));
  mappe_json_text (json, "prevention_level", mappe_row_get_text (row, MAPPE_PROJECT_PREVENTION_LEVEL));
  add_programme (json, file);
  mappe_json_bool (json, "has_goal", mappe_project_file_n_goals (file) > 0);
  mappe_json_text (json, "goal_text", goal);
  mappe_json_open (json, "steps", '[');
  for (guint i = 0; i < file->steps->len; i++)
    add_step (json, g_ptr_array_index (file->steps, i));
  mappe_json_close (json);
  mappe_json_open (json, "indicators", '[');
  for (guint i = 0; i < file->indicators->len; i++)
    add_indicator (json, g_ptr_array_index (file->indicators, i), language);
  mappe_json_close (json);
  add_references (json, "measures", file->measures);
  mappe_json_open (json, "factors", '[');
  for (guint i = 0; i < file->factors->len; i++)
    add_factor (json, file, g_ptr_array_index (file->factors, i));
  mappe_json_close (json);
  add_references (json, "decisions", file->decisions);
  add_references (json, "tasks", file->tasks);
  return mappe_json_finish (json);
}

static gboolean
print_project (MappeCli *cli, const MappeProjectFile *file, gboolean json, const MappeLanguage *language,
               GError **error)
{
  g_autoptr (MappeNode) document = json ? NULL : mappe_build_project (file, language);
  g_autofree char *text = json ? write_json (file, language) : mappe_write_text (document, WIDTH);

  return mappe_cli_write (cli, text, error);
}

/* --- the gaps of all projects --- */

static char *
gaps_json (const MappeProjectGaps *gaps)
{
  g_autoptr (MappeJson) json = mappe_json_new ();

  mappe_json_int (json, "without_programme", mappe_project_gaps_n_open (gaps));
  mappe_json_open (json, "factors", '[');
  for (guint i = 0; i < gaps->factors->len; i++)
    {
      const MappeGapFactor *gap = g_ptr_array_index (gaps->factors, i);

      mappe_json_open (json, NULL, '{');
      mappe_json_text (json, "project", reference_of (gap->project));
      mappe_json_text (json, "code", mappe_row_get_text (gap->factor, MAPPE_PROJECT_FACTOR_FACTOR_CODE));
      mappe_json_bool (json, "worked_on", gap->used->len > 0);
      mappe_json_int (json, "listed_programmes", gap->listed->len);
      mappe_json_close (json);
    }
  mappe_json_close (json);
  mappe_json_open (json, "programmes", '[');
  for (guint i = 0; i < gaps->programmes->len; i++)
    {
      const MappeGapProgramme *gap = g_ptr_array_index (gaps->programmes, i);

      mappe_json_open (json, NULL, '{');
      mappe_json_text (json, "programme", reference_of (gap->programme));
      mappe_json_int (json, "projects", gap->users->len);
      mappe_json_int (json, "priorities", gap->firsts->len);
      mappe_json_close (json);
    }
  mappe_json_close (json);
  return mappe_json_finish (json);
}

static char *
gaps_text (const MappeProjectGaps *gaps, const MappeLanguage *language)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < gaps->factors->len; i++)
    {
      const MappeGapFactor *gap = g_ptr_array_index (gaps->factors, i);
      g_autofree char *words = mappe_gap_factor_words (gap, language);

      g_string_append_printf (out, "%s\t%s\t%s\n", reference_of (gap->project), mappe_project_factor_name (gap->factor),
                              words);
    }
  for (guint i = 0; i < gaps->programmes->len; i++)
    {
      const MappeGapProgramme *gap = g_ptr_array_index (gaps->programmes, i);
      g_autofree char *words = mappe_gap_programme_words (gap, language);

      g_string_append_printf (out, "%s\t%s\t%s\n", reference_of (gap->programme),
                              mappe_row_get_text (gap->programme, MAPPE_PREVENTION_PROGRAMME_NAME), words);
    }
  return g_strdup (out->str);
}

static gboolean
print_gaps (MappeCli *cli, MappeStore *store, gboolean json, const MappeLanguage *language, GError **error)
{
  g_autoptr (MappeProjectGaps) gaps = mappe_store_read (store, load_gaps, NULL, error);
  g_autofree char *text = NULL;

  if (gaps == NULL)
    return FALSE;
  text = json ? gaps_json (gaps) : gaps_text (gaps, language);
  return mappe_cli_write (cli, text, error);
}

/** mappe_cli_project: Prints a project by its steps; without a reference the gaps of all projects. */
gboolean
mappe_cli_project (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *typed = NULL, *format = NULL;
  const GOptionEntry entries[] = {
    { "lang", 'l', 0, G_OPTION_ARG_FILENAME, &typed, N_("Language of the text"), N_("de|en") },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("text or json"), N_("FORMAT") },
    { NULL }
  };
  Wanted wanted = { 0, NULL };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (MappeProjectFile) file = NULL;
  gboolean json;

  if (!mappe_cli_parse (cli, entries, arguments, 1, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  json = g_strcmp0 (format, "json") == 0;
  if (format != NULL && !json && !g_str_equal (format, "text"))
    return mappe_cli_usage (error, _("--format takes text or json, not “%s”"), format);
  if (!mappe_cli_language (typed, &wanted.language, error))
    return FALSE;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  if (store == NULL || rest[1] == NULL)
    return store != NULL && print_gaps (cli, store, json, wanted.language, error);
  wanted.id = mappe_cli_find (store, &mappe_project_kind, rest[1], error);
  file = wanted.id > 0 ? mappe_store_read (store, load_file, &wanted, error) : NULL;
  return file != NULL && print_project (cli, file, json, wanted.language, error);
}
