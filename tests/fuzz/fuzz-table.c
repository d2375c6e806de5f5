/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that are pasted or exchanged: what a strict reader takes of one is written and read again as the same. */
#include <string.h>

#include "fuzz.h"
#include "mappe-cells.h"
#include "mappe-csv.h"
#include "mappe-value-lines.h"

const char *const fuzz_words[] = { "\"", "\"\"", ";", ",", "\t", "\r\n", "\n\n", "\xef\xbb\xbf", "1.234,5", "Q3 2026",
                                   "2026-07", "n. e.", "–", "*", "<5", "\xff\xfe", "|", " ", NULL };

GPtrArray *
fuzz_begin (void)
{
  return fuzz_seeds ("a,b\r\n1,\"2,\"\"x\"\"\r\ny\"\r\n", "Zeitraum;Wert\n2026-01;1.234,5\n2026-02;<5\n2026-03;n. e.\n",
                     "Quartal\tFälle\tBasis\nQ1 2026\t12\t100000\nQ2 2026\t–\t\n",
                     "\xef\xbb\xbf" "a|b\n1|2\n", "\n\n", NULL);
}

void
fuzz_end (void)
{
}

/* Returns: (transfer full): the rows written once more, as far as they can be read */
static GString *
read_and_write (const guint8 *bytes, gsize length, gboolean lenient, gboolean *whole)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  MappeCsvLimits limits = MAPPE_CSV_LIMITS_DEFAULT;
  g_autoptr (MappeCsvReader) reader = mappe_csv_reader_new (stream, "fuzz", ',', &limits);
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new ("\xef\xbb\xbf");  /* a second one is text */
  const char *const *row;

  if (lenient)
    mappe_csv_reader_set_lenient (reader);
  while ((row = mappe_csv_reader_next (reader, &error)) != NULL)
    {
      for (guint i = 0; i < g_strv_length ((char **) row); i++)
        g_assert_true (g_utf8_validate (row[i], -1, NULL));
      mappe_csv_append_row (out, row, g_strv_length ((char **) row), 0);
    }
  *whole = error == NULL;
  return out;
}

static void
take_as_values (const MappeCells *cells)
{
  MappeCells *turned = mappe_cells_transpose (cells);

  for (guint i = 0; i < cells->rows->len; i++)
    g_assert_cmpuint (g_strv_length (g_ptr_array_index (cells->rows, i)), <=, cells->n_columns);
  mappe_cells_free (turned);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (GBytes) all = g_bytes_new (bytes, length);
  const char *encoding = NULL;
  g_autofree char *text = mappe_cells_decode (all, &encoding);
  g_autoptr (MappeCells) cells = text != NULL ? mappe_cells_new (text, mappe_cells_guess_separator (text)) : NULL;
  gboolean whole, again, lenient;
  g_autoptr (GString) out = read_and_write (bytes, length, FALSE, &whole), second = NULL, third = NULL;

  if (cells != NULL)
    take_as_values (cells);
  third = read_and_write (bytes, length, TRUE, &lenient);
  second = read_and_write ((const guint8 *) out->str, out->len, FALSE, &again);
  g_assert_true (again);
  g_assert_cmpstr (out->str, ==, second->str);
  return 0;
}
