/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minutes as PDF, by us and by LibreOffice: bench-office [PAGES]
 *
 * The same minutes (500 pages), written by us as a PDF and by LibreOffice from our flat ODF file of them. Each runs in
 * a process of its own, of which time of the processor, time on the clock and greatest memory are told, those of the
 * processes it starts included. The first run of LibreOffice makes its profile and does not count. Goals: 2.5 times as
 * fast, in a fifth of the memory. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-minutes.h"
#include "mappe-format.h"

#define ROUNDS 3

typedef struct {
  const char *folder;
  guint       pages;
} Bench;

typedef struct {
  double seconds, processor;
  long   memory;  /* KiB */
} Cost;

typedef void (*Step) (const Bench *bench);

static void
write_as (const Bench *bench, const char *format)
{
  g_autoptr (MappeNode) document = bench_minutes (bench->pages);
  g_autofree char *name = g_strconcat ("minutes.", format, NULL);
  g_autofree char *path = g_build_filename (bench->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mappe_format_find (format)->write (document, &error);

  if (bytes == NULL || !mappe_save_bytes (bytes, path, &error))
    g_error ("%s", error->message);
}

static void
run_ours (const Bench *bench)
{
  write_as (bench, "pdf");
}

static void
run_flat (const Bench *bench)
{
  write_as (bench, "fodt");
}

static void
run_office (const Bench *bench)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", bench->folder);
  g_autofree char *path = g_build_filename (bench->folder, "minutes.fodt", NULL);
  g_autofree char *out = g_build_filename (bench->folder, "office", NULL);

  if (freopen ("/dev/null", "w", stdout) == NULL || freopen ("/dev/null", "w", stderr) == NULL)
    _exit (2);
  execlp ("soffice", "soffice", "--headless", profile, "--convert-to",
          "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}", "--outdir", out, path,
          NULL);
  _exit (2);
}

static double
seconds_of (const struct rusage *usage)
{
  return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec)
         + (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

static Cost
measure (const Bench *bench, const char *name, Step step, guint rounds)
{
  Cost best = { G_MAXDOUBLE, G_MAXDOUBLE, 0 };

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
      best.seconds = MIN (best.seconds, (double) (g_get_monotonic_time () - begin) / 1e6);
      best.processor = MIN (best.processor, seconds_of (&usage));
      best.memory = MAX (best.memory, usage.ru_maxrss);
    }
  printf ("%-12s %6.2f s  %6.2f s of the processor  %4ld MB\n", name, best.seconds, best.processor, best.memory / 1024);
  fflush (stdout);
  return best;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-office-XXXXXX", NULL);
  g_autofree char *found = g_find_program_in_path ("soffice");
  const Bench bench = { folder, argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 500 };
  g_autofree char *clean = g_strdup_printf ("rm -rf '%s'", folder);
  Cost ours, office;

  ours = measure (&bench, "ours", run_ours, ROUNDS);
  if (found == NULL)
    {
      printf ("LibreOffice is not installed\n");
      return system (clean);
    }
  measure (&bench, "flat ODF", run_flat, 1);
  measure (&bench, "(profile)", run_office, 1);
  office = measure (&bench, "LibreOffice", run_office, ROUNDS);
  printf ("%.1f times as fast, %.1f by the processor (goal 2.5); %.2f of the memory (goal 0.2)\n",
          office.seconds / ours.seconds, office.processor / ours.processor,
          (double) ours.memory / (double) office.memory);
  return system (clean);
}
