/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mappe-disclosure.h"
#include "mappe-evidence.h"
#include "mappe-method-private.h"

/* What may be said, and what may be shown. */

static void
run_evidence_grade (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeEvidenceDesign design = {
    .kind = (MappeEvidenceKind) in[0].number,
    .has_before = in[1].number == 1,
    .has_after = in[2].number == 1,
    .n_pre = in[3].is_missing ? 0 : in[3].number,
    .n_post = in[4].is_missing ? 0 : in[4].number,
    .has_control = in[5].number == 1,
    .control_similar = in[6].number == 1,
    .has_buffer = in[7].number == 1,
    .n_units_t = in[8].number,
    .n_units_c = in[9].number,
    .random = in[10].number == 1,
    .adjusted = in[11].number == 1,
    .same_persons = in[12].number == 1,
  };
  MappeEvidence evidence = mappe_evidence_grade (&design);
  g_autoptr (GString) methods = g_string_new (NULL);

  for (guint i = 0; i < evidence.n_methods; i++)
    g_string_append_printf (methods, "%s%s", i > 0 ? ";" : "", evidence.methods[i]);
  mappe_answer_number (answer, evidence.level);
  mappe_answer_text (answer, methods->str);
  mappe_answer_text (answer, mappe_evidence_claim_word (evidence.claim));
}

static char *
shown_table (const MappeDisclosureCase *given, const gboolean *hidden)
{
  GString *shown = g_string_new (NULL);

  for (gsize i = 0; i < given->n_rows * given->n_columns; i++)
    {
      g_autofree char *number = mappe_method_number (given->counts[i]);

      if (i > 0)
        g_string_append_c (shown, i % given->n_columns == 0 ? '/' : ';');
      g_string_append (shown, hidden[i] ? "x" : number);
    }
  return g_string_free (shown, FALSE);
}

static void
answer_row_totals (MappeMethodAnswer *answer, const MappeDisclosureCase *given)
{
  g_autofree double *totals = g_new0 (double, given->n_rows + 1);

  for (gsize i = 0; i < given->n_rows * given->n_columns; i++)
    totals[i / given->n_columns] += given->counts[i];
  mappe_answer_numbers (answer, totals, given->n_rows);
}

static void
run_disclosure (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  MappeDisclosureCase given = {
    .counts = in[0].numbers,
    .n_rows = in[0].n_rows,
    .n_columns = in[0].n_rows > 0 ? in[0].n / in[0].n_rows : 0,
    .threshold = in[1].number,
    .zero_shown = in[2].number == 1,
    .protect = in[3].number == 1,
  };
  g_autofree gboolean *hidden = g_new0 (gboolean, in[0].n + 1);
  g_autofree char *shown = NULL;
  MappeDisclosure found = { 0, 0, FALSE };

  /* Without all of the rule nothing may be shown. */
  for (guint i = 1; i <= 3; i++)
    if (in[i].is_missing)
      mappe_answer_fault (answer, i, 0, MAPPE_METHOD_NOT_A_NUMBER);
  found = mappe_disclosure_hide (&given, hidden);
  shown = shown_table (&given, hidden);
  mappe_answer_text (answer, *shown != '\0' ? shown : NULL);
  mappe_answer_number (answer, (double) found.n_small);
  mappe_answer_number (answer, (double) found.n_hidden);
  answer_row_totals (answer, &given);
}

static void
run_rounding (const MappeMethodValue *in, MappeMethodAnswer *answer)
{
  g_autofree double *rounded = g_new (double, in[0].n + 1);
  double total = 0, sum = 0;

  for (gsize i = 0; i < in[0].n; i++)
    {
      rounded[i] = mappe_disclosure_round (in[0].numbers[i], in[1].number);
      total += in[0].numbers[i];
      sum += rounded[i];
    }
  mappe_answer_numbers (answer, rounded, in[0].n);
  mappe_answer_number (answer, in[0].n > 0 ? mappe_disclosure_round (total, in[1].number) : NAN);
  mappe_answer_number (answer, in[0].n > 0 ? sum : NAN);
}

const MappeMethod mappe_methods_publication[] = {
  { "evidence_grade",
    MAPPE_METHOD_COLUMNS ({ "kind", MAPPE_METHOD_WORD, "count|survey|goal" },
                          { "has_before", MAPPE_METHOD_FLAG },
                          { "has_after", MAPPE_METHOD_FLAG },
                          { "n_pre", MAPPE_METHOD_COUNT },
                          { "n_post", MAPPE_METHOD_COUNT },
                          { "has_control", MAPPE_METHOD_FLAG },
                          { "control_similar", MAPPE_METHOD_FLAG },
                          { "has_buffer", MAPPE_METHOD_FLAG },
                          { "n_units_t", MAPPE_METHOD_COUNT },
                          { "n_units_c", MAPPE_METHOD_COUNT },
                          { "random", MAPPE_METHOD_FLAG },
                          { "adjusted", MAPPE_METHOD_FLAG },
                          { "same_persons", MAPPE_METHOD_FLAG }),
    "sms methods claim", run_evidence_grade },
  { "disclosure",
    MAPPE_METHOD_COLUMNS ({ "table", MAPPE_METHOD_TABLE },
                          { "threshold", MAPPE_METHOD_COUNT },
                          { "zero_shown", MAPPE_METHOD_FLAG },
                          { "secondary", MAPPE_METHOD_FLAG }),
    "shown n_primary n_total row_totals", run_disclosure },
  { "rounding", MAPPE_METHOD_COLUMNS ({ "values", MAPPE_METHOD_COUNTS }, { "base", MAPPE_METHOD_PLACE }),
    "rounded rounded_total sum_of_rounded", run_rounding },
  { NULL }
};
