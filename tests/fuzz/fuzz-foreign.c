/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of other programs: tables, address books, calendars. The first byte says which; every row has as many cells as
 * there are columns, all of them text. */
#include <string.h>

#include "fuzz.h"
#include "mappe-foreign-rows.h"

const char *const fuzz_words[] = { "BEGIN:VCARD\r\n", "END:VCARD\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n",
                                   "RRULE:FREQ=DAILY;COUNT=99999999\r\n", "EXDATE:20260101,2026\r\n", "\r\n ", "=\r\n",
                                   ";ENCODING=QUOTED-PRINTABLE:", ";TZID=\"Europe/Berlin\":", "DTSTART:",
                                   "DTSTART;VALUE=DATE:20261301", "N:;;;;\r\n", "\\n\\,\\;", "\"\"", "\";\"",
                                   "\xef\xbb\xbf", "\xff\xfe", "=cmd|' /C calc'!A0", "\t", "\xfc\xe4\xf6", NULL };

GPtrArray *
fuzz_begin (void)
{
  return fuzz_seeds (
      "tName;Vorname;\"E-Mail; dienstlich\"\r\nMüller;Eva;\"eva@example.org\"\r\n\"Groß \"\"H\"\"\";Jan;\r\n",
      "tname,first,note\nMeier,Ute,\"zwei\nZeilen\"\nGr\xfc\xdf,x,y\n", "tA\tB\n1\t2\n3\n",
      "cBEGIN:VCARD\r\nVERSION:4.0\r\nN:Müller;Eva;;Dr.;\r\nFN:Dr. Eva Müller\r\nitem1.EMAIL;TYPE=\"work,pref\":eva@"
      "example.org\r\nTEL;TYPE=cell:+49 123\r\nADR;TYPE=work:;;Weg 1;Ort;;00000;\r\nNOTE:lang\\, sehr\r\n  lang\r\n"
      "END:VCARD\r\n",
      "cBEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;Eva\r\n"
      "PHOTO;ENCODING=BASE64:AAAA\r\n BBBB\r\n\r\nEND:VCARD\r\nBEGIN:VCARD\r\nORG:Amt;Stelle\r\n"
      "KIND:org\r\nEND:VCARD\r\n",
      "aBEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nEND:VTIMEZONE\r\n"
      "BEGIN:VEVENT\r\nUID:a@b\r\nDTSTART;TZID=Europe/Berlin:20261208T160000\r\nDURATION:PT2H\r\n"
      "SUMMARY:Sitzung\\, zweite\r\nRRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=5\r\n"
      "EXDATE;TZID=Europe/Berlin:20261210T160000\r\n"
      "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\n"
      "DTEND;VALUE=DATE:20261227\r\nSTATUS:CANCELLED\r\nRRULE:FREQ=YEARLY;UNTIL=20301231\r\nEND:VEVENT\r\n"
      "END:VCALENDAR\r\n",
      NULL);
}

void
fuzz_end (void)
{
}

static void
read_rows (const MappeForeignFile *file, gboolean has_head)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeForeignRows) rows = mappe_foreign_rows_open (file, has_head, NULL, &error);
  const MappeForeignRow *row;
  guint n_columns = rows != NULL ? mappe_foreign_rows_n_columns (rows) : 0;

  g_assert_true ((rows == NULL) == (error != NULL));
  while (rows != NULL && (row = mappe_foreign_rows_next (rows, &error)) != NULL)
    {
      if (row->fault != NULL)
        continue;
      g_assert_cmpuint (g_strv_length (row->cells), ==, n_columns);
      for (guint i = 0; i < n_columns; i++)
        g_assert_true (g_utf8_validate (row->cells[i], -1, NULL));
      g_assert_cmpuint (mappe_foreign_rows_permille (rows), <=, 1000);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  const char *name = length == 0 || bytes[0] == 't' ? "a.csv" : bytes[0] == 'c' ? "a.vcf" : "a.ics";
  const char *path = fuzz_file (name, length > 0 ? bytes + 1 : bytes, length > 0 ? length - 1 : 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeForeignFile) file = mappe_foreign_file_look (path, NULL, &error);

  g_assert_true ((file == NULL) == (error != NULL));
  if (file == NULL)
    return 0;
  read_rows (file, TRUE);
  read_rows (file, FALSE);
  return 0;
}
