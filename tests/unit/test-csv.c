/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-csv.h"

static MappeCsvReader *
reader_of (const char *text, gssize length, const MappeCsvLimits *limits)
{
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_data (text, length < 0 ? (gssize) strlen (text) : length, NULL);

  return mappe_csv_reader_new (stream, "t.csv", '\0', limits);
}

/* All rows, cells joined by "|", rows by "/". */
static char *
read_all (const char *text, gssize length, const MappeCsvLimits *limits, GError **error)
{
  g_autoptr (MappeCsvReader) reader = reader_of (text, length, limits);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) cause = NULL;
  const char * const *cells;

  while ((cells = mappe_csv_reader_next (reader, &cause)) != NULL)
    {
      g_autofree char *row = g_strjoinv ("|", (char **) cells);

      g_string_append_printf (all, "%s%s", all->len > 0 ? "/" : "", row);
    }
  /* The end stays the end. */
  g_assert_null (mappe_csv_reader_next (reader, NULL));
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
assert_rows (const char *text, const char *rows)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *all = read_all (text, -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (all, ==, rows);
}

static void
assert_refused (const char *text, gssize length, const MappeCsvLimits *limits, int code, const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *all = read_all (text, length, limits, &error);

  g_assert_error (error, MAPPE_CSV_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, place));
}

static void
test_rows (void)
{
  assert_rows ("", "");
  assert_rows ("a,b\n1,2\n", "a|b/1|2");
  assert_rows ("a,b\r\n1,2", "a|b/1|2");
  assert_rows ("a,b\n,\n", "a|b/|");
  assert_rows ("\n\na\n\n1\n\n", "a/1");
  assert_rows ("a\n\"\"\n", "a/");
  assert_rows ("\xEF\xBB\xBFGröße;ß\n1,5;\n", "Größe|ß/1,5|");
  assert_rows ("a\tb\n1\t2,3\n", "a|b/1|2,3");
}

static void
test_quotes (void)
{
  assert_rows ("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", "a|b/x,y|say \"hi\"");
  assert_rows ("a,b\n\"two\nlines\",\"\"\n", "a|b/two\nlines|");
  assert_rows ("\"a;b\",c\n1,2\n", "a;b|c/1|2");
  assert_rows ("a\n\"end\"", "a/end");
}

static void
test_form (void)
{
  assert_refused ("a,b\n1,x\"y\n", -1, NULL, MAPPE_CSV_ERROR_FORM, "t.csv:2:4: ");
  assert_refused ("a,b\nß,\"x\"y\n", -1, NULL, MAPPE_CSV_ERROR_FORM, "t.csv:2:6: ");
  assert_refused ("a,b\n1,\"x\n\n", -1, NULL, MAPPE_CSV_ERROR_FORM, "t.csv:2:3: ");
  assert_refused ("a,b\n1,2\n1,2,3\n", -1, NULL, MAPPE_CSV_ERROR_FORM, "t.csv:3:1: ");
  assert_refused ("a,b\n1\n", -1, NULL, MAPPE_CSV_ERROR_FORM, "t.csv:2:1: ");
  assert_refused ("a\rb\n", -1, NULL, MAPPE_CSV_ERROR_FORM, "t.csv:1:3: ");
  assert_refused ("a\0b\n", 4, NULL, MAPPE_CSV_ERROR_FORM, "t.csv:1:2: ");
  assert_refused ("a\n\xFF\xFE\n", -1, NULL, MAPPE_CSV_ERROR_ENCODING, "t.csv:2:1: ");
}

static void
test_limits (void)
{
  const MappeCsvLimits small = { .bytes = 40, .row_bytes = 8, .fields = 3 };

  assert_refused ("a,b,c,d\n", -1, &small, MAPPE_CSV_ERROR_LIMIT, "t.csv:1:6: ");
  assert_refused ("a\n123456789\n", -1, &small, MAPPE_CSV_ERROR_LIMIT, "t.csv:2:9: ");
  assert_refused ("a\n1234567\n1234567\n1234567\n1234567\n1234567\n", -1, &small, MAPPE_CSV_ERROR_LIMIT, "t.csv:");
}

/* More than a buffer full, so that fields and quotes fall on its edge. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("no,text\n");
  g_autoptr (MappeCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  const char * const *cells;
  guint n = 0;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%u,\"ä \"\"%u\"\"\"\n", i, i);
  reader = reader_of (text->str, (gssize) text->len, NULL);
  cells = mappe_csv_reader_next (reader, &error);
  g_assert_cmpuint (mappe_csv_reader_n_fields (reader), ==, 2);
  while ((cells = mappe_csv_reader_next (reader, &error)) != NULL)
    {
      g_autofree char *wanted = g_strdup_printf ("ä \"%u\"", n);

      g_assert_cmpstr (cells[1], ==, wanted);
      g_assert_cmpuint (mappe_csv_reader_line (reader), ==, ++n + 1);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 20000);
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mappe_csv_reader_open ("/nowhere/at.csv", ',', &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_write (void)
{
  const char * const plain[] = { "a", NULL, "b,c", "d;e", "say \"hi\"", "two\nlines", " x" };
  const char * const empty[] = { "" };
  g_autoptr (GString) out = g_string_new (NULL);

  mappe_csv_append_row (out, plain, G_N_ELEMENTS (plain), MAPPE_CSV_PLAIN);
  g_assert_cmpstr (out->str, ==, "a,,\"b,c\",d;e,\"say \"\"hi\"\"\",\"two\nlines\",\" x\"\n");
  g_string_truncate (out, 0);
  mappe_csv_append_row (out, plain, 4, MAPPE_CSV_SEMICOLON | MAPPE_CSV_BOM | MAPPE_CSV_CRLF);
  mappe_csv_append_row (out, empty, 1, MAPPE_CSV_SEMICOLON | MAPPE_CSV_BOM);
  g_assert_cmpstr (out->str, ==, "\xEF\xBB\xBF" "a;;b,c;\"d;e\"\r\n\"\"\n");
}

/* What is written is read back as it was. */
static void
test_round_trip (void)
{
  const char * const rows[][2] = { { "x", "y" }, { "a,\"b\"", "c\r\nd" }, { "", " " }, { "ü;", "\"" } };
  const MappeCsvFlags forms[] = { MAPPE_CSV_PLAIN, MAPPE_CSV_SEMICOLON, MAPPE_CSV_BOM | MAPPE_CSV_CRLF };

  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *all = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        g_assert_true (mappe_csv_write_row (out, rows[i], 2, forms[f], i == 0, &error));
      g_assert_true (g_output_stream_close (out, NULL, &error));
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
      all = read_all (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (all, ==, "x|y/a,\"b\"|c\r\nd/| /ü;|\"");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/rows", test_rows);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/form", test_form);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/long", test_long);
  g_test_add_func ("/csv/missing-file", test_missing_file);
  g_test_add_func ("/csv/write", test_write);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  return g_test_run ();
}
