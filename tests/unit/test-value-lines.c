/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mappe-indicator-value.h"
#include "mappe-value-lines.h"

/* What a pasted table or a file says of a series. */

typedef struct {
  MappeValuePlan plan;
  MappeCells    *cells;
  GPtrArray     *lines;
} Pasted;

static void
pasted_clear (Pasted *self)
{
  g_ptr_array_unref (self->lines);
  mappe_cells_free (self->cells);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pasted, pasted_clear)

static void
paste (Pasted *self, const char *text, const char *first, const char *scale)
{
  MappeCells *turned;

  memset (self, 0, sizeof *self);
  self->plan.first = mappe_period_parse (first);
  self->plan.kind = self->plan.first.kind;
  self->plan.scale = scale;
  self->cells = mappe_cells_new (text, mappe_cells_guess_separator (text));
  turned = mappe_value_plan_guess (&self->plan, self->cells, MAPPE_LINE_VALUE);
  if (turned != NULL)
    {
      mappe_cells_free (self->cells);
      self->cells = turned;
    }
  self->lines = mappe_value_lines_read (self->cells, &self->plan);
}

/* "2026Q1=16 2026Q2! 2026Q3-": a value, a fault, a gap; what else is given stands behind the value. */
static char *
say (const Pasted *self)
{
  static const guint more[] = { MAPPE_INDICATOR_VALUE_BASE, MAPPE_INDICATOR_VALUE_STATUS, MAPPE_INDICATOR_VALUE_NOTE };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const MappeValueLine *line = g_ptr_array_index (self->lines, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", line->typed);
      if (line->row == NULL)
        {
          g_assert_true (line->fault == NULL || *line->fault != '\0');
          g_string_append (text, line->fault != NULL ? "!" : "-");
          continue;
        }
      g_autofree char *value = mappe_row_get_canonical (line->row, MAPPE_INDICATOR_VALUE_VALUE);
      g_string_append_printf (text, "=%s", value != NULL ? value : "");
      for (guint j = 0; j < G_N_ELEMENTS (more); j++)
        {
          g_autofree char *cell = mappe_row_get_canonical (line->row, more[j]);
          if (cell != NULL)
            g_string_append_printf (text, "/%s", cell);
        }
    }
  return g_string_free (text, FALSE);
}

typedef struct {
  const char *text, *first, *scale, *said;
} Case;

static void
check (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_auto (Pasted) pasted = { 0 };
      g_autofree char *said = NULL;

      paste (&pasted, cases[i].text, cases[i].first, cases[i].scale);
      said = say (&pasted);
      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

static void
test_one_column (void)
{
  static const Case cases[] = {
    { "16\n21\n26\n", "2023Q1", "count", "2023Q1=16 2023Q2=21 2023Q3=26" },
    { "16\r\n\r\n26\r\n", "2023Q4", "count", "2023Q4=16 2024Q1- 2024Q2=26" },
    { "16", "2026-07", "count", "2026-07=16" },
    { "0\n0\n", "2026-07", "count", "2026-07=0 2026-08=0" },
    { "Wert\n5\n6\n", "2026-07", "count", "2026-07=5 2026-08=6" },
    { "l2\n13\n", "2026-07", "count", "l2! 2026-08=13" },
    { "4\nk. A.\n#NV\n<5\n", "2026-07", "count", "2026-07=4 2026-08- 2026-09- 2026-10=/suppressed" },
    { "×\n ×\n < 10\n<\n–\n-\n", "2026-07", "count",
      "2026-07=/suppressed 2026-08=/suppressed 2026-09=/suppressed <! –! -!" },
    { "", "2026-07", "count", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_periods (void)
{
  static const Case cases[] = {
    { "Q3 2026\t12\nQ4 2026\t13\n", "2020Q1", "count", "2026Q3=12 2026Q4=13" },
    { "Zeitraum;Wert\nJuli 2026;12\n08/2026;13\n", "2020-01", "count", "2026-07=12 2026-08=13" },
    { "period,value\n2026Q1,12\n2026Q2,\n", "2020Q1", "count", "2026Q1=12 2026Q2-" },
    { "2024\t5\n2025\t6\n", "2020", "count", "2024=5 2025=6" },
    { "\t\nQ3 2026\t12\n\t\n", "2020Q1", "count", "2026Q3=12" },
    { "Q1 2026\tQ2 2026\tQ3 2026\n4\t\t6\n", "2020Q1", "count", "2026Q1=4 2026Q2- 2026Q3=6" },
    { "\tQ1 2026\tQ2 2026\nFälle\t4\t5\n", "2020Q1", "count", "2026Q1=4 2026Q2=5" },
    { "4\t5\t6\n", "2026Q1", "count", "2026Q1=4 2026Q2=5 2026Q3=6" },
    { "Period\tStatus\tNote\tOut of\tValue\nQ1 2026\tEndgültig\tab\t200\t12,5\n", "2020Q1", "percent",
      "2026Q1=12.5/200/final/ab" },
    { "2026Q1\tmissing\n2026Q2\tfinal\n", "2020Q1", "count", "2026Q1=/missing 2026Q2=/final" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_numbers (void)
{
  static const Case cases[] = {
    { "1.234,5\n12\n", "2026Q1", "value", "2026Q1=1234.5 2026Q2=12" },
    { "1,234.5\n12\n", "2026Q1", "value", "2026Q1=1234.5 2026Q2=12" },
    { "1.234\n12,5\n", "2026Q1", "value", "2026Q1=1234 2026Q2=12.5" },
    { "1.234\n12.5\n", "2026Q1", "value", "2026Q1=1.234 2026Q2=12.5" },
    { "1,234\n0.5\n", "2026Q1", "value", "2026Q1=1234 2026Q2=0.5" },
    { "1.234\n12\n", "2026Q1", "value", "1.234! 2026Q2=12" },
    { "1.234\n12,5\n12.5\n", "2026Q1", "value", "1.234! 2026Q2=12.5 2026Q3=12.5" },
    { "12,5 %\n13 %\n", "2026Q1", "percent", "2026Q1=12.5 2026Q2=13" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_faults (void)
{
  static const Case cases[] = {
    { "-1\n2\n", "2026Q1", "count", "-1! 2026Q2=2" },
    { "1,5\n2\n", "2026Q1", "count", "1,5! 2026Q2=2" },
    { "100\n100,1\n", "2026Q1", "percent", "2026Q1=100 100,1!" },
    { "0.5\n4\n", "2026Q1", "scale_1_4", "0.5! 2026Q2=4" },
    { "inf\nNaN\n1e999\n∞\n", "2026Q1", "value", "inf! NaN! 1e999! ∞!" },
    { "Q1 2026\t5\nQ1 2026\t6\n2026Q1\t7\n", "2020Q1", "count", "2026Q1=5 2026Q1! 2026Q1!" },
    { "Q1 2026\t5\n02/2026\t6\n", "2020Q1", "count", "2026Q1=5 02/2026!" },
    { "Q1 2026\t5\nSumme\t6\n", "2020Q1", "count", "2026Q1=5 Summe!" },
    { "Q1 2026\t5\n\t6\n", "2020Q1", "count", "2026Q1=5 !" },
    { "Q1 2026\t5\tmissing\n", "2020Q1", "count", "missing!" },
    { "Period\tValue\tStatus\nQ1 2026\t5\tsoso\n", "2020Q1", "count", "soso!" },
    { "Period\tValue\tOut of\nQ1 2026\t5\t-3\n", "2020Q1", "count", "-3!" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* A series of no fixed length: lines may be of any, but not cover each other. */
static void
test_overlaps (void)
{
  static const Case cases[] = {
    { "2025\t5\nQ1 2026\t6\n04/2026\t7\n", "", "count", "2025=5 2026Q1=6 2026-04=7" },
    { "02/2026\t7\nQ1 2026\t6\n", "", "count", "2026-02=7 2026Q1!" },
    { "2026\t7\n02/2026\t6\n03/2026\t1\nQ1 2027\t1\n", "", "count", "2026=7 2026-02! 2026-03! 2027Q1=1" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_rejected (void)
{
  g_auto (Pasted) pasted = { 0 };
  g_autofree char *csv = NULL;

  paste (&pasted, "Zeitraum;Wert\nQ1 2026;5\nQ2 2026;viel\n", "2020Q1", "count");
  csv = mappe_value_lines_reject (pasted.lines);
  g_assert_nonnull (strstr (csv, "\r\n3;Value;viel;"));
  g_assert_null (strstr (csv, "2026"));
}

static void
test_encodings (void)
{
  static const struct { const char *bytes; gsize size; const char *text, *encoding; } cases[] = {
    { "M\xE4rz 2026", 9, "März 2026", "WINDOWS-1252" }, { "M\xC3\xA4rz", 5, "März", "UTF-8" },
    { "\xEF\xBB\xBF" "12", 5, "12", "UTF-8" },            { "\xFF\xFE" "1\0002\0", 6, "12", "UTF-16LE" },
    { "\xFE\xFF\0001\0002", 6, "12", "UTF-16BE" },         { "\x80\0\0", 3, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].size);
      const char *encoding = NULL;
      g_autofree char *text = mappe_cells_decode (bytes, &encoding);

      g_assert_cmpstr (text, ==, cases[i].text);
      if (text != NULL)
        g_assert_cmpstr (encoding, ==, cases[i].encoding);
    }
}

static void
test_separators (void)
{
  static const struct { const char *text; char separator; } cases[] = {
    { "a\tb", '\t' },  { "a;b\n1,5;2", ';' },      { "12,5\n13,5", '\0' },  { "2026Q1,12\n2026Q2,13", ',' },
    { "07/2026,12", ',' }, { "2026,5", '\0' },     { "a,b\n2026Q1,1", ',' }, { "12\n13", '\0' },
    { "", '\0' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mappe_cells_guess_separator (cases[i].text), ==, cases[i].separator);
}

static void
test_quotes (void)
{
  g_autoptr (MappeCells) cells = mappe_cells_new ("a;\"b;\"\"c\"\"\nd\"\n1;2;3\n\"open", ';');

  g_assert_cmpuint (cells->rows->len, ==, 3);
  g_assert_cmpstr (mappe_cells_get (cells, 0, 1), ==, "b;\"c\" d");
  g_assert_cmpuint (g_array_index (cells->lines, guint, 1), ==, 3);
  g_assert_cmpuint (cells->n_columns, ==, 3);
  g_assert_cmpstr (mappe_cells_get (cells, 2, 0), ==, "open");
  g_assert_cmpstr (mappe_cells_get (cells, 7, 7), ==, "");
}

/* A series of 100,000 values, down and across. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (Pasted) down = { 0 };
  g_auto (Pasted) across = { 0 };

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%u\n", i);
  paste (&down, text->str, "0001-01", "count");
  g_strdelimit (text->str, "\n", '\t');
  paste (&across, text->str, "0001-01", "count");
  g_assert_cmpuint (down.lines->len, ==, 100000);
  for (guint i = 0; i < down.lines->len; i += 997)
    {
      const MappeValueLine *line = g_ptr_array_index (down.lines, i);
      const MappeValueLine *other = g_ptr_array_index (across.lines, i);

      g_assert_cmpfloat (mappe_row_get_real (line->row, MAPPE_INDICATOR_VALUE_VALUE), ==, i);
      g_assert_cmpfloat (mappe_row_get_real (other->row, MAPPE_INDICATOR_VALUE_VALUE), ==, i);
      g_assert_cmpstr (line->typed, ==, other->typed);
    }
}

/* --- anything --- */

static const char *const pieces[] = {
  "\t", "\t", ";", ",", "\n", "\n", "\r\n", "\"", "Q1 2026", "2026Q2", "2026-Q1", "07/2026", "2026-1", "Juli 2026",
  "2026", "2025", "2026-01-01..2026-03-31", "2026-13", "Zeitraum", "Value", "Status", "Note", "Out of", "12", "0", "-0",
  "-3", "1.234,5", "1,234.5", "1.234", "12,5", "12 %", "100,1", "1e999", "1e5", "inf", "nan", "NaN", "∞",
  "٣", "<5", "<",
  "k. A.", "#NV", "final", "missing", "suppressed", "abc", " ", "\302\240", "\001", "9999999999999999999999", "0x1F",
  "000000000000000000000000000000000000000000000000000000000000000000000000000001",
};

static char *
random_table (GRand *rand)
{
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 0, 60);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* Whatever is pasted: what is taken can be saved as it is, and no two of it cover the same day. */
static void
check_taken (GPtrArray *lines, const char *scale)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MappeValueLine *line = g_ptr_array_index (lines, i);
      const MappeRow *row = line->row;
      double value = row != NULL ? mappe_row_get_real (row, MAPPE_INDICATOR_VALUE_VALUE) : 0;

      g_assert_true (row == NULL || line->fault == NULL);
      g_assert_true (isfinite (value));
      g_assert_true (!g_str_equal (scale, "count") || (value >= 0 && value == floor (value)));
      g_assert_true (!g_str_equal (scale, "percent") || (value >= 0 && value <= 100));
      for (guint k = 0; row != NULL && k < i; k++)
        {
          const MappeRow *other = ((MappeValueLine *) g_ptr_array_index (lines, k))->row;

          g_assert_true (other == NULL
                         || strcmp (mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_END),
                                    mappe_row_get_text (other, MAPPE_INDICATOR_VALUE_PERIOD_START)) < 0
                         || strcmp (mappe_row_get_text (other, MAPPE_INDICATOR_VALUE_PERIOD_END),
                                    mappe_row_get_text (row, MAPPE_INDICATOR_VALUE_PERIOD_START)) < 0);
        }
    }
}

static void
test_anything (void)
{
  static const char *const scales[] = { "count", "percent", "value" };
  static const char *const firsts[] = { "2026Q1", "2026-01", "2026", "" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261130);
  guint taken = 0;

  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *text = random_table (rand);
      g_auto (Pasted) pasted = { 0 };

      paste (&pasted, text, firsts[round % G_N_ELEMENTS (firsts)], scales[round % G_N_ELEMENTS (scales)]);
      check_taken (pasted.lines, scales[round % G_N_ELEMENTS (scales)]);
      for (guint i = 0; i < pasted.lines->len; i++)
        taken += ((MappeValueLine *) g_ptr_array_index (pasted.lines, i))->row != NULL;
    }
  g_assert_cmpuint (taken, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value-lines/one-column", test_one_column);
  g_test_add_func ("/value-lines/periods", test_periods);
  g_test_add_func ("/value-lines/numbers", test_numbers);
  g_test_add_func ("/value-lines/faults", test_faults);
  g_test_add_func ("/value-lines/overlaps", test_overlaps);
  g_test_add_func ("/value-lines/rejected", test_rejected);
  g_test_add_func ("/value-lines/encodings", test_encodings);
  g_test_add_func ("/value-lines/separators", test_separators);
  g_test_add_func ("/value-lines/quotes", test_quotes);
  g_test_add_func ("/value-lines/long", test_long);
  g_test_add_func ("/value-lines/anything", test_anything);
  return g_test_run ();
}
