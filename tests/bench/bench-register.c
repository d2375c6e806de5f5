/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register: bench-register [ROWS] [FOLDER]
 *
 * Export and import of a council with many records, as MB/s, each compared with libxml2 alone in the same run:
 * export with a bare xmlTextWriter that writes the same elements from memory, import with a bare xmlTextReader
 * that goes through the same file and looks at every value. Goals: 0.5 and 0.4. Each step runs in a process of its
 * own, so that its greatest memory is its own too. The first line is what the council takes to keep the same rows,
 * handed over in memory: an import does that as well. */
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-register.h"

#define VALUES_PER_INDICATOR 700
#define ROUNDS 3

typedef struct {
  char *council;
  char *xml;
  char *bare;
  char *copy;
  gint64 rows;
} Bench;

typedef void (*Step) (const Bench *bench);

#define MUST(done)                                                                                                \
  G_STMT_START                                                                                                    \
  {                                                                                                               \
    if (!(done))                                                                                                  \
      g_error ("%s", error != NULL ? error->message : "failed");                                                  \
  }                                                                                                               \
  G_STMT_END

static double
megabytes (const char *path)
{
  GStatBuf facts;

  return g_stat (path, &facts) == 0 ? (double) facts.st_size / 1e6 : 0;
}

/* --- a council --- */

typedef struct {
  GArray *indicators;
  gint64 rows;
  gint64 next;
} Source;

static MappeRow *
next_value (gpointer data, GError **error)
{
  Source *source = data;
  gint64 nth = source->next++;
  int year = 1960 + (int) (nth % VALUES_PER_INDICATOR) / 12, month = 1 + (int) (nth % VALUES_PER_INDICATOR) % 12;
  int days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  g_autofree char *day = g_strdup_printf ("%04d-%02d-01", year, month);
  MappeRow *row;

  if (nth >= source->rows)
    return NULL;
  row = mappe_row_new (&mappe_indicator_value_kind);
  mappe_value_set_int (&row->values[MAPPE_INDICATOR_VALUE_INDICATOR],
                       g_array_index (source->indicators, gint64, nth / VALUES_PER_INDICATOR));
  mappe_value_take_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD], g_strndup (day, 7));
  mappe_value_set_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD_START], day);
  mappe_value_take_text (&row->values[MAPPE_INDICATOR_VALUE_PERIOD_END],
                         g_strdup_printf ("%04d-%02d-%02d", year, month, days));
  mappe_value_set_real (&row->values[MAPPE_INDICATOR_VALUE_VALUE], nth * 7919 % 1000);
  mappe_value_set_text (&row->values[MAPPE_INDICATOR_VALUE_STATUS], "final");
  mappe_value_set_text (&row->values[MAPPE_INDICATOR_VALUE_NOTE], "Die Verwaltung berichtet über A & B <offen>");
  return row;
}

static void
make_council (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeStore) store = mappe_store_open (bench->council, MAPPE_STORE_OPEN_CREATE, &error);
  MappeEdit *edit = mappe_edit_new_base ("indicators");
  Source source = { NULL, bench->rows, 0 };
  MappeApplied *applied;

  MUST (store != NULL);
  for (gint64 i = 0; i <= bench->rows / VALUES_PER_INDICATOR; i++)
    {
      MappeRow *row = mappe_row_new_preset (&mappe_indicator_kind);

      mappe_value_take_text (&row->values[MAPPE_INDICATOR_NAME],
                             g_strdup_printf ("District %" G_GINT64_FORMAT, i + 1));
      mappe_edit_insert (edit, row);
    }
  applied = mappe_store_apply (store, edit, NULL, &error);
  MUST (applied != NULL);
  source.indicators = g_array_ref (applied->ids);
  edit = mappe_edit_new_base ("values");
  mappe_edit_set_source (edit, next_value, &source);
  MUST (mappe_store_apply (store, edit, NULL, &error) != NULL);
  mappe_store_close (store);
}

/* --- ours --- */

static void
run_export (const Bench *bench)
{
  const MappeRegisterOrder order = { MAPPE_PROFILE_FULL, "2026-11-30T12:00:00Z", "de", 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeStore) store = mappe_store_open (bench->council, MAPPE_STORE_OPEN_READ_ONLY, &error);

  MUST (store != NULL);
  MUST (mappe_register_save (store, bench->xml, &order, &error));
  mappe_store_close (store);
}

static void
run_import (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeStore) store = NULL;
  g_autoptr (MappeRegisterReport) report = NULL;

  g_unlink (bench->copy);
  store = mappe_store_open (bench->copy, MAPPE_STORE_OPEN_CREATE, &error);
  MUST (store != NULL);
  report = mappe_register_import (store, bench->xml, NULL, FALSE, NULL, NULL, &error);
  MUST (report != NULL);
  mappe_store_close (store);
}

static void
run_look (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeRegisterReport) report = mappe_register_look (bench->xml, NULL, &error);

  MUST (report != NULL);
}

/* --- libxml2 alone --- */

static void
write_field (xmlTextWriterPtr writer, const char *name, const char *text)
{
  xmlTextWriterWriteRaw (writer, BAD_CAST "      ");
  xmlTextWriterStartElement (writer, BAD_CAST name);
  xmlTextWriterWriteString (writer, BAD_CAST text);
  xmlTextWriterEndElement (writer);
  xmlTextWriterWriteRaw (writer, BAD_CAST "\n");
}

static void
write_record (xmlTextWriterPtr writer, gint64 nth)
{
  char text[64];

  xmlTextWriterWriteRaw (writer, BAD_CAST "    ");
  xmlTextWriterStartElement (writer, BAD_CAST "indicator-value");
  g_snprintf (text, sizeof text, "indicator-value-%08x-0000-8000-8000-000000000000", (guint) nth);
  xmlTextWriterWriteAttribute (writer, BAD_CAST "id", BAD_CAST text);
  xmlTextWriterWriteRaw (writer, BAD_CAST "\n");
  g_snprintf (text, sizeof text, "IV%07u", (guint) nth);
  write_field (writer, "reference", text);
  xmlTextWriterWriteRaw (writer, BAD_CAST "      ");
  xmlTextWriterStartElement (writer, BAD_CAST "indicator");
  g_snprintf (text, sizeof text, "indicator-%08x-0000-8000-8000-000000000000", (guint) nth / VALUES_PER_INDICATOR);
  xmlTextWriterWriteAttribute (writer, BAD_CAST "ref", BAD_CAST text);
  xmlTextWriterEndElement (writer);
  xmlTextWriterWriteRaw (writer, BAD_CAST "\n");
  write_field (writer, "period", "1960-01");
  write_field (writer, "period_start", "1960-01-01");
  write_field (writer, "period_end", "1960-01-30");
  g_snprintf (text, sizeof text, "%u", (guint) (nth * 7919 % 1000));
  write_field (writer, "value", text);
  write_field (writer, "status", "final");
  write_field (writer, "note", "Die Verwaltung berichtet über A & B <offen>");
  xmlTextWriterWriteRaw (writer, BAD_CAST "    ");
  xmlTextWriterEndElement (writer);
  xmlTextWriterWriteRaw (writer, BAD_CAST "\n");
}

static void
run_bare_writer (const Bench *bench)
{
  xmlTextWriterPtr writer = xmlNewTextWriterFilename (bench->bare, 0);

  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  xmlTextWriterStartElementNS (writer, NULL, BAD_CAST "register", BAD_CAST MAPPE_REGISTER_NAMESPACE);
  for (gint64 i = 0; i < bench->rows; i++)
    write_record (writer, i);
  xmlTextWriterEndElement (writer);
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
}

static void
run_bare_reader (const Bench *bench)
{
  xmlTextReaderPtr reader = xmlReaderForFile (bench->xml, NULL, XML_PARSE_NONET);
  gsize values = 0;

  while (xmlTextReaderRead (reader) == 1)
    {
      if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT)
        while (xmlTextReaderMoveToNextAttribute (reader) == 1)
          values += xmlTextReaderConstValue (reader) != NULL;
      else if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_TEXT)
        values += xmlTextReaderConstValue (reader) != NULL;
    }
  xmlFreeTextReader (reader);
  if (values == 0)
    g_error ("nothing was read");
}

/* --- measuring --- */

static double
seconds_of (const struct rusage *usage)
{
  return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) +
         (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

/* Runs @step in a process of its own. Returns: seconds of the processor in the best of several rounds: other work
 * of the computer does not count then, and the disk does not, which the references hardly use */
static double
measure (const Bench *bench, const char *name, Step step, guint rounds, const char *file)
{
  double best = 1e9, cpu = 1e9;
  long memory = 0;

  for (guint i = 0; i < rounds; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      pid_t child = fork ();
      struct rusage usage;
      int status;

      if (child == 0)
        {
          step (bench);
          _exit (0);
        }
      if (wait4 (child, &status, 0, &usage) != child || status != 0)
        g_error ("%s failed", name);
      best = MIN (best, (double) (g_get_monotonic_time () - begin) / 1e6);
      cpu = MIN (cpu, seconds_of (&usage));
      memory = MAX (memory, usage.ru_maxrss);
    }
  printf ("%-14s %7.2f s  %7.2f s of the processor  %6.1f MB  %6.1f MB/s  %4ld MB of memory\n", name, best, cpu,
          megabytes (file), megabytes (file) / cpu, memory / 1024);
  fflush (stdout);
  return cpu;
}

static void
drop (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = argc > 2 ? g_strdup (argv[2]) : g_dir_make_tmp ("bench-register-XXXXXX", NULL);
  Bench bench = { g_build_filename (folder, "big.ratsmappe", NULL), g_build_filename (folder, "big.xml", NULL),
                  g_build_filename (folder, "bare.xml", NULL), g_build_filename (folder, "copy.ratsmappe", NULL),
                  argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 1000000 };
  double export, import, writer, reader;

  measure (&bench, "from memory", make_council, 1, bench.council);
  export = measure (&bench, "export", run_export, ROUNDS, bench.xml);
  writer = measure (&bench, "xmlTextWriter", run_bare_writer, ROUNDS, bench.bare);
  measure (&bench, "look", run_look, ROUNDS, bench.xml);
  reader = measure (&bench, "xmlTextReader", run_bare_reader, ROUNDS, bench.xml);
  import = measure (&bench, "import", run_import, 1, bench.xml);
  printf ("export/xmlTextWriter %.2f (goal 0.5)\nimport/xmlTextReader %.2f (goal 0.4)\n",
          megabytes (bench.xml) / export / (megabytes (bench.bare) / writer), reader / import);
  drop (bench.council);
  drop (bench.copy);
  drop (bench.xml);
  drop (bench.bare);
  if (argc <= 2)
    g_rmdir (folder);
  return 0;
}
