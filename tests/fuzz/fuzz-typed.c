/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type: numbers, days, times, rules of repetition, text with a little form. What is taken is taken again as
 * the same. */
#include <string.h>

#include "fuzz.h"
#include "mappe-date.h"
#include "mappe-markup.h"
#include "mappe-node.h"
#include "mappe-number.h"
#include "mappe-recurrence.h"
#include "mappe-text.h"

const char *const fuzz_words[] = { "**", "*", "- ", "1. ", "\\", "\n\n", "2026", "31.12.", "morgen", "heute", "Uhr",
                                   ":", "+3", "FREQ=", "BYDAY=", "COUNT=", "INTERVAL=0", "UNTIL=", "zwölf", "Mio", "%",
                                   "e9", NULL };

GPtrArray *
fuzz_begin (void)
{
  return fuzz_seeds ("n1.234,5", "n12 Mio", "d31.12.2026", "dnächsten Dienstag", "t17:05 Uhr", "t5 Uhr nachmittags",
                     "rFREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20301231T000000Z", "rFREQ=MONTHLY;BYDAY=-1FR;COUNT=7",
                     "mEin **Absatz** mit *Form*\n\n- eins\n- zwei\n\n1. a\n2. b\n\n3. Oktober \\*", NULL);
}

void
fuzz_end (void)
{
}

static void
repeat (const char *rule)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) without = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean cut = FALSE;

  g_hash_table_add (without, (gpointer) "2026-12-08");
  mappe_recurrence_days (rule, "2026-12-01", without, days, &cut);
  g_assert_cmpuint (days->len, <=, MAPPE_RECURRENCE_MOST);
  for (guint i = 0; i < days->len; i++)
    g_assert_true (mappe_date_is_valid (g_ptr_array_index (days, i)));
}

static void
form (const char *text)
{
  g_autoptr (GPtrArray) lines = mappe_markup_parse (text), again = NULL;
  g_autofree char *written = mappe_markup_format (lines), *second = NULL;

  again = mappe_markup_parse (written);
  second = mappe_markup_format (again);
  g_assert_cmpstr (written, ==, second);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autofree char *raw = g_strndup ((const char *) bytes, length);
  g_autofree char *text = g_utf8_make_valid (raw, -1), *value = NULL, *again = NULL;
  const char *typed = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autoptr (GError) error = NULL;

  switch (*text)
    {
    case 'r':
      repeat (typed);
      return 0;
    case 'm':
      form (typed);
      return 0;
    case 'd':
      value = mappe_date_parse_typed (typed, "2026-11-30", &error);
      again = value != NULL ? mappe_date_parse_typed (value, "2026-11-30", NULL) : NULL;
      break;
    case 't':
      value = mappe_time_parse_typed (typed, &error);
      again = value != NULL ? mappe_time_parse_typed (value, NULL) : NULL;
      break;
    default:
      value = mappe_number_parse_typed (typed, &error);
      again = g_strdup (value);
      break;
    }
  g_assert_true ((value == NULL) == (error != NULL));
  g_assert_cmpstr (value, ==, again);
  return 0;
}
