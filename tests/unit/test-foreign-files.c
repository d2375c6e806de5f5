/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "mappe-foreign-error.h"
#include "mappe-foreign-rows.h"
#include "mappe-recurrence.h"

/* Files of other programs: what they are taken to be, and what is read of them, well-meant or not. */

static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static MappeForeignFile *
look_at (const char *name, const void *bytes, gssize length, GError **error)
{
  g_autofree char *path = path_of (name);

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return mappe_foreign_file_look (path, NULL, error);
}

/* The rows as text: cells joined by "|", rows ended by "/", faults as "!" and the line. */
static char *
read_rows (const MappeForeignFile *file, gboolean has_head, GError **error)
{
  g_autoptr (MappeForeignRows) rows = mappe_foreign_rows_open (file, has_head, NULL, error);
  GString *all = g_string_new (NULL);
  g_autoptr (GError) cause = NULL;
  const MappeForeignRow *row;

  while (rows != NULL && (row = mappe_foreign_rows_next (rows, &cause)) != NULL)
    {
      g_autofree char *cells = g_strjoinv ("|", row->cells);

      g_assert_cmpuint (mappe_foreign_rows_permille (rows), <=, 1000);
      if (row->fault != NULL)
        g_string_append_printf (all, "!%u/", (guint) row->line);
      else
        g_string_append_printf (all, "%s/", cells);
    }
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return g_string_free (all, FALSE);
}

static void
assert_table (const void *bytes, gssize length, const char *encoding, char separator, const char *rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeForeignFile) file = look_at ("t.csv", bytes, length, &error);
  g_autofree char *read = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (file->encoding, ==, encoding);
  g_assert_cmpint (file->separator, ==, separator);
  read = read_rows (file, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, rows);
}

static void
test_encodings (void)
{
  assert_table ("a;b\nä;ö\n", -1, "UTF-8", ';', "ä|ö/");
  assert_table ("\xEF\xBB\xBF" "a;b\nä;ö\n", -1, "UTF-8", ';', "ä|ö/");
  assert_table ("a;b\n\xE4;\x80\n", -1, "WINDOWS-1252", ';', "ä|€/");
  assert_table ("a;b\n\xE4;\xA4\n", -1, "ISO-8859-15", ';', "ä|€/");
  assert_table ("a;b\n\xE4;\x81\n", -1, "ISO-8859-1", ';', "ä|\xC2\x81/");
  assert_table ("\xFF\xFE" "a\0;\0b\0\n\0\xE4\0;\0x\0\n\0", 18, "UTF-16LE", ';', "ä|x/");
  assert_table ("\xFE\xFF" "\0a\0;\0b\0\n\0\xE4\0;\0x\0\n", 18, "UTF-16BE", ';', "ä|x/");
  assert_table ("a\0;\0b\0\n\0c\0;\0d\0\n\0", 16, "UTF-16LE", ';', "c|d/");
}

/* The first umlaut stands far behind what a guess from the begin would see. */
static void
test_late_umlaut (void)
{
  g_autoptr (GString) text = g_string_new ("a;b\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeForeignFile) file = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "plain;text\n");
  g_string_append (text, "M\xFCller;x\n");
  file = look_at ("late.csv", text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (file->encoding, ==, "WINDOWS-1252");
}

static void
test_separators (void)
{
  assert_table ("a,b\n1,2\n", -1, "UTF-8", ',', "1|2/");
  assert_table ("a\tb\n1,5\t2\n", -1, "UTF-8", '\t', "1,5|2/");
  assert_table ("a|b\n1|2\n", -1, "UTF-8", '|', "1|2/");
  assert_table ("name;amount\n\"Doe, John\";1,5\n", -1, "UTF-8", ';', "Doe, John|1,5/");
  /* Quoted marks of the heading do not count. */
  assert_table ("\"a;b;c\",d\n1,2\n3,4\n", -1, "UTF-8", ',', "1|2/3|4/");
  assert_table ("one\nx\n", -1, "UTF-8", ';', "x/");
}

static void
test_rows_of_tables (void)
{
  assert_table ("a;b\r\n\"x\ny\";\"\"\"q\"\"\"\r\n;;;\r\n\r\n1;2;;\r\n", -1, "UTF-8", ';', "x\ny|\"q\"/1|2/");
  assert_table ("a;b\n1\n1;2;3\n1;2\n", -1, "UTF-8", ';', "!2/!3/1|2/");
  assert_table ("a;b\r1;2\r3;\"4\r5\"\r6;7", -1, "UTF-8", ';', "1|2/3|4\r5/6|7/");
  assert_table ("a;b\nM\"x\";2\n", -1, "UTF-8", ';', "M\"x\"|2/");
  assert_table ("", 0, "UTF-8", ';', "");
  assert_table ("a;b", -1, "UTF-8", ';', "");
}

static void
assert_refused (const char *name, const void *bytes, gssize length, int code, const char *begin)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeForeignFile) file = look_at (name, bytes, length, &error);
  g_autofree char *read = file != NULL ? read_rows (file, TRUE, &error) : NULL;

  g_assert_error (error, MAPPE_FOREIGN_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, begin));
}

/* What does not end is named by where it begins. */
static void
test_refused_tables (void)
{
  g_autoptr (GString) cell = g_string_new ("a;b\n1;2\n3;");
  g_autoptr (GString) quoted = g_string_new ("a;b\n1;2\n3;\"");

  for (guint i = 0; i < 110000; i++)
    {
      g_string_append (cell, "0123456789");
      g_string_append (quoted, "line\nline\n");
    }
  assert_refused ("q.csv", "a;b\n1;\"2\n3;4\n", -1, MAPPE_FOREIGN_ERROR_FORM, "q.csv:2:3: ");
  assert_refused ("c.csv", cell->str, (gssize) cell->len, MAPPE_FOREIGN_ERROR_LIMIT, "c.csv:3:");
  assert_refused ("l.csv", quoted->str, (gssize) quoted->len, MAPPE_FOREIGN_ERROR_LIMIT, "l.csv:3:3: ");
  assert_refused ("n.csv", "a;b\n1\0;2\n", 9, MAPPE_FOREIGN_ERROR_ENCODING, "n.csv: ");
}

/* An encoding that somebody chose although it is none of the file's. */
static void
test_wrong_encoding (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeForeignFile) file = look_at ("w.csv", "a;b\n\xE4;1\n", -1, &error);
  g_autofree char *read = NULL;

  g_assert_no_error (error);
  file->encoding = "UTF-8";
  read = read_rows (file, TRUE, &error);
  g_assert_error (error, MAPPE_FOREIGN_ERROR, MAPPE_FOREIGN_ERROR_ENCODING);
}

static void
test_names (void)
{
  MappeForeignForm form;

  g_assert_cmpstr (mappe_foreign_encoding_find ("cp1252"), ==, "WINDOWS-1252");
  g_assert_cmpstr (mappe_foreign_encoding_find ("iso8859-15"), ==, "ISO-8859-15");
  g_assert_null (mappe_foreign_encoding_find ("EBCDIC"));
  g_assert_true (mappe_foreign_form_of ("/x/A.VCF", &form));
  g_assert_cmpint (form, ==, MAPPE_FOREIGN_CARDS);
  g_assert_false (mappe_foreign_form_of ("/x/a.pdf", &form));
}

static void
test_without_head (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeForeignFile) file = look_at ("h.csv", "1;2\n3;4\n", -1, &error);
  g_autofree char *read = read_rows (file, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, "1|2/3|4/");
}

/* --- cards --- */

static void
assert_cards (const char *text, const char *rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeForeignFile) file = look_at ("k.vcf", text, -1, &error);
  g_autofree char *read = NULL;

  g_assert_no_error (error);
  read = read_rows (file, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, rows);
}

static void
test_cards (void)
{
  assert_cards ("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Groß;Peter;Paul;Dr.;\r\nORG:Firma\\; AG;Einkauf\r\n"
                "TITLE:Lei\r\n ter\r\n"
                "EMAIL:a@x.example\r\nitem1.EMAIL;TYPE=pref:b@x.example\r\nTEL:1\r\nTEL;TYPE=FAX:2\r\n"
                "ADR:;;Hauptstr. 1;Bad Ort;;12345;D\r\nNOTE:eins\\nzwei\\, drei\r\nEND:VCARD\r\n",
                "Dr.|Peter Paul|Groß|Firma; AG|Einkauf|Leiter||b@x.example|a@x.example|1|Hauptstr. 1\n12345 Bad Ort\nD|"
                "eins\nzwei, drei/");
  /* vCard 2.1 of old address books. */
  assert_cards ("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\n"
                "NOTE;ENCODING=QUOTED-PRINTABLE:weich=\n umgebrochen\nEND:VCARD\n",
                "|Jörg|Müller|||||||||weich umgebrochen/");
  assert_cards ("BEGIN:VCARD\nFN:Eva Lang\nEND:VCARD\nBEGIN:VCARD\nFN:Verein X\nORG:Verein X\nEND:VCARD\n",
                "|Eva|Lang|||||||||/|||Verein X||||||||/");
  assert_cards ("BEGIN:VCARD\nKIND:group\nFN:Alle\nEND:VCARD\n", "!1/");
  assert_cards ("no card at all\n", "");
}

/* A picture of megabytes is passed over, a note of megabytes is not cut in silence. */
static void
test_long_cards (void)
{
  g_autoptr (GString) picture = g_string_new ("BEGIN:VCARD\nN:A;B\nPHOTO;ENCODING=b:");
  g_autoptr (GString) note = g_string_new ("BEGIN:VCARD\nN:A;B\nNOTE:");

  for (guint i = 0; i < 200000; i++)
    {
      g_string_append (picture, "AAAAAAAAAA\n ");
      g_string_append (note, "AAAAAAAAAA");
    }
  g_string_append (picture, "\nEND:VCARD\n");
  g_string_append (note, "\nEND:VCARD\n");
  assert_cards (picture->str, "|B|A|||||||||/");
  assert_cards (note->str, "!1/");
  assert_refused ("e.vcf", "BEGIN:VCARD\nN:A;B\nBEGIN:VCARD\nEND:VCARD\n", -1, MAPPE_FOREIGN_ERROR_FORM, "e.vcf:1: ");
  assert_refused ("e.vcf", "\nBEGIN:VCARD\nN:A;B\n", -1, MAPPE_FOREIGN_ERROR_FORM, "e.vcf:2: ");
}

/* --- appointments --- */

static void
assert_appointments (const char *events, const char *rows)
{
  g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\r\n%sEND:VCALENDAR\r\n", events);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeForeignFile) file = look_at ("c.ics", text, -1, &error);
  g_autofree char *read = NULL;

  g_assert_no_error (error);
  read = read_rows (file, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, rows);
}

#define EVENT(lines) "BEGIN:VEVENT\r\n" lines "END:VEVENT\r\n"

static void
test_appointments (void)
{
  assert_appointments (EVENT ("SUMMARY:Fest\r\nDTSTART;VALUE=DATE:20270501\r\nDTEND;VALUE=DATE:20270503\r\n"),
                       "Fest|2027-05-01||2027-05-02|||/");
  /* Summer and winter time; a zone by its name in Windows; one that nobody knows. */
  assert_appointments (EVENT ("SUMMARY:A\r\nDTSTART:20270701T120000Z\r\nDTEND:20270701T133000Z\r\n"),
                       "A|2027-07-01|14:00|2027-07-01|15:30||/");
  assert_appointments (EVENT ("SUMMARY:B\r\nDTSTART;TZID=\"GMT Standard Time\":20270101T233000\r\nDURATION:PT1H\r\n"),
                       "B|2027-01-02|00:30|2027-01-02|01:30||/");
  assert_appointments (EVENT ("SUMMARY:C\r\nDTSTART;TZID=Nowhere:20270101T080000\r\n"), "C|2027-01-01|08:00||||/");
  assert_appointments (EVENT ("SUMMARY:D\r\n") EVENT ("DTSTART:20271301\r\n") EVENT ("DTSTART:2027\r\n"), "!2/!5/!8/");
  /* What an alarm says is nothing of the appointment. */
  assert_appointments (EVENT ("DTSTART:20270101\r\nBEGIN:VALARM\r\nSUMMARY:x\r\nEND:VALARM\r\nSUMMARY:E\r\n"),
                       "E|2027-01-01|||||/");
  assert_refused ("e.ics", "BEGIN:VEVENT\nSUMMARY:x\n", -1, MAPPE_FOREIGN_ERROR_FORM, "e.ics:1: ");
}

static void
test_repetitions (void)
{
  assert_appointments (EVENT ("UID:1\r\nSUMMARY:W\r\nDTSTART:20270104T080000\r\n"
                              "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE:20270111T080000\r\n")
                       EVENT ("UID:1\r\nRECURRENCE-ID:20270118T080000\r\nSUMMARY:V\r\nDTSTART:20270119T090000\r\n"),
                       "W|2027-01-04|08:00||||/W|2027-01-25|08:00||||/V|2027-01-19|09:00||||/");
}

static void
assert_days (const char *rule, const char *start, gboolean understood, const char *expected)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) without = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *all = NULL;
  gboolean cut;

  g_assert_cmpint (mappe_recurrence_days (rule, start, without, days, &cut), ==, understood);
  g_ptr_array_add (days, NULL);
  all = g_strjoinv (" ", (char **) days->pdata);
  g_assert_cmpstr (all, ==, expected);
}

static void
test_rules (void)
{
  assert_days ("FREQ=DAILY;INTERVAL=2;COUNT=3", "2027-02-27", TRUE, "2027-02-27 2027-03-01 2027-03-03");
  assert_days ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270121T000000Z", "2027-01-04", TRUE,
               "2027-01-04 2027-01-07 2027-01-18 2027-01-21");
  assert_days ("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "2027-01-12", TRUE, "2027-01-12 2027-02-09 2027-03-09");
  assert_days ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "2027-01-29", TRUE, "2027-01-29 2027-02-26");
  assert_days ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2027-01-31", TRUE, "2027-01-31 2027-02-28 2027-03-31");
  /* A day that a month does not have is passed over. */
  assert_days ("FREQ=MONTHLY;COUNT=3", "2027-01-31", TRUE, "2027-01-31 2027-03-31 2027-05-31");
  assert_days ("FREQ=YEARLY;COUNT=2", "2027-06-01", TRUE, "2027-06-01 2028-06-01");
  assert_days ("FREQ=HOURLY", "2027-01-01", FALSE, "2027-01-01");
  assert_days ("FREQ=DAILY;BYSETPOS=1", "2027-01-01", FALSE, "2027-01-01");
  assert_days ("", "2027-01-01", FALSE, "2027-01-01");
  assert_days ("FREQ=DAILY;INTERVAL=0", "2027-01-01", FALSE, "2027-01-01");
}

static void
test_endless (void)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) without = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean cut;

  g_assert_true (mappe_recurrence_days ("FREQ=DAILY", "9999-12-30", without, days, &cut));
  g_ptr_array_set_size (days, 0);
  g_assert_true (mappe_recurrence_days ("FREQ=DAILY", "2027-01-01", without, days, &cut));
  g_assert_true (cut);
  g_assert_cmpuint (days->len, ==, MAPPE_RECURRENCE_MOST);
}

/* --- whatever comes --- */

static const char *const samples[] = {
  "a.csv", "Name;Betrag;\"Notiz\"\r\nMüller;1.234,50;\"x \"\"y\"\"\r\nz\"\r\nLang;;\r\n",
  "b.vcf",
  "BEGIN:VCARD\r\nVERSION:4.0\r\nN:Groß;Peter;;Dr.;\r\nNOTE;ENCODING=QUOTED-PRINTABLE:=C3=BC=\r\n x\r\n"
  "UID:urn:uuid:1\r\n"
  "EMAIL;PREF=1:a@b\r\nEND:VCARD\r\n",
  "c.ics",
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Berlin:20270104T080000\r\nDURATION:P1DT2H\r\n"
  "RRULE:FREQ=MONTHLY;BYDAY=-1FR,2MO;INTERVAL=2;COUNT=9\r\nEXDATE:20270104T080000,20270201\r\nSUMMARY:a\\,b\r\n"
  "BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
};

/* Changes some bytes: turned over, taken out, doubled, or what means something elsewhere. */
static void
mutate (GString *text, GRand *random)
{
  static const char special[] = "\";,\t|\r\n:=\\'\0\xFF\xC3 -0";

  for (int n = g_rand_int_range (random, 1, 12); n > 0 && text->len > 4; n--)
    {
      gsize at = (gsize) g_rand_int_range (random, 0, (gint32) text->len);
      gsize wanted = (gsize) g_rand_int_range (random, 1, 40);
      gsize length = MIN (wanted, text->len - at);
      g_autofree char *part = g_memdup2 (text->str + at, length);

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          text->str[at] = (char) g_rand_int_range (random, 0, 256);
          break;
        case 1:
          g_string_erase (text, (gssize) at, (gssize) length);
          break;
        case 2:
          g_string_insert_len (text, (gssize) at, part, (gssize) length);
          break;
        default:
          g_string_insert_c (text, (gssize) at, special[g_rand_int_range (random, 0, sizeof special - 1)]);
        }
    }
}

static void
read_mutated (const char *name, const GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeForeignFile) file = look_at (name, text->str, (gssize) text->len, &error);
  g_autofree char *read = NULL;
  const char *const *encodings = mappe_foreign_encodings ();

  for (guint i = 0; file != NULL && encodings[i] != NULL; i++)
    {
      g_autoptr (GError) fault = NULL;
      g_autofree char *all = NULL;

      file->encoding = encodings[i];
      all = read_rows (file, i % 2 == 0, &fault);
      /* What is read is text, whatever it was; what is not says why. */
      g_assert_true (g_utf8_validate (all, -1, NULL));
      if (fault != NULL)
        g_assert_cmpint (strlen (fault->message), >, 0);
    }
  if (file == NULL)
    g_assert_nonnull (error);
}

static void
test_mutations (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260105);

  for (guint round = 0; round < 500; round++)
    for (guint s = 0; s < G_N_ELEMENTS (samples); s += 2)
      {
        g_autoptr (GString) text = g_string_new (samples[s + 1]);

        mutate (text, random);
        read_mutated (samples[s], text);
      }
}

int
main (int argc, char **argv)
{
  int result;

  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("mappe-foreign-XXXXXX", NULL);
  g_test_add_func ("/foreign-files/encodings", test_encodings);
  g_test_add_func ("/foreign-files/late-umlaut", test_late_umlaut);
  g_test_add_func ("/foreign-files/separators", test_separators);
  g_test_add_func ("/foreign-files/rows-of-tables", test_rows_of_tables);
  g_test_add_func ("/foreign-files/refused-tables", test_refused_tables);
  g_test_add_func ("/foreign-files/wrong-encoding", test_wrong_encoding);
  g_test_add_func ("/foreign-files/names", test_names);
  g_test_add_func ("/foreign-files/without-head", test_without_head);
  g_test_add_func ("/foreign-files/cards", test_cards);
  g_test_add_func ("/foreign-files/long-cards", test_long_cards);
  g_test_add_func ("/foreign-files/appointments", test_appointments);
  g_test_add_func ("/foreign-files/repetitions", test_repetitions);
  g_test_add_func ("/foreign-files/rules", test_rules);
  g_test_add_func ("/foreign-files/endless", test_endless);
  g_test_add_func ("/foreign-files/mutations", test_mutations);
  result = g_test_run ();
  {
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir)) != NULL)
      {
        g_autofree char *path = path_of (name);

        g_remove (path);
      }
  }
  g_rmdir (folder);
  g_free (folder);
  return result;
}
