/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-register.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "mappe-cli-passphrase.h"
#include "mappe-date.h"
#include "mappe-person.h"
#include "mappe-register.h"

/* The register as a file: out, in, and what is in one. */

/** mappe_cli_is_register: Returns: whether WHAT of the command "export" is the register, or that of one person */
gboolean
mappe_cli_is_register (const char *what)
{
  return g_str_equal (what, "register") || g_str_has_prefix (what, "register:");
}

static gboolean
read_profile (const char *typed, const char *what, MappeRegisterOrder *order, GError **error)
{
  gboolean about_person = strchr (what, ':') != NULL;

  if (!mappe_profile_find (typed != NULL ? typed : about_person ? "subject" : "public", &order->profile))
    return mappe_cli_usage (error, _("--profile takes public, members, full, subject or archive, not “%s”"), typed);
  if ((order->profile == MAPPE_PROFILE_SUBJECT) != about_person)
    return mappe_cli_usage (error, _("the profile “subject” is about a person: “register:REF”"));
  return TRUE;
}

static gboolean
write_out (MappeStore *store, const char *path, const MappeRegisterOrder *order, GError **error)
{
  if (path != NULL && !g_str_equal (path, "-"))
    return mappe_register_save (store, path, order, error);
  return mappe_register_write (store, STDOUT_FILENO, order, error);
}

/* Everything is sealed unless it is asked for plain, the others only with a passphrase. */
static gboolean
read_passphrase (const MappeCliRegister *typed, MappeRegisterOrder *order, char **phrase, GError **error)
{
  const gboolean secret = order->profile == MAPPE_PROFILE_FULL;

  if (typed->plain && typed->passphrase_file != NULL)
    return mappe_cli_usage (error, _("--plain and --passphrase-file exclude each other"));
  if (typed->passphrase_file == NULL && (typed->plain || !secret))
    return TRUE;
  *phrase = mappe_cli_passphrase (typed->passphrase_file, TRUE, error);
  order->passphrase = *phrase;
  if (*phrase == NULL && typed->passphrase_file == NULL)
    g_prefix_error (error, "%s: ", _("a full register is sealed, unless --plain is given"));
  return *phrase != NULL;
}

/** mappe_cli_export_register: Writes the register of @file, or all about a person. */
gboolean
mappe_cli_export_register (const char *file, const MappeCliRegister *typed, GError **error)
{
  const char *what = typed->what;
  MappeRegisterOrder order = { .language = typed->language, .until = typed->until };
  g_autoptr (MappeOpened) store = NULL;
  g_autofree char *phrase = NULL;

  if (typed->format != NULL && !g_str_equal (typed->format, "xml"))
    return mappe_cli_usage (error, _("the register is written as xml, not as “%s”"), typed->format);
  if (!read_profile (typed->profile, what, &order, error))
    return FALSE;
  if (order.until != NULL && (order.profile != MAPPE_PROFILE_ARCHIVE || !mappe_date_is_valid (order.until)))
    return mappe_cli_usage (error, _("--until takes a day like 2026-12-31, with the profile “archive”"));
  if (!read_passphrase (typed, &order, &phrase, error))
    return FALSE;
  store = mappe_cli_open (file, MAPPE_STORE_OPEN_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  if (order.profile == MAPPE_PROFILE_SUBJECT)
    {
      order.person = mappe_cli_find (store, &mappe_person_kind, strchr (what, ':') + 1, error);
      if (order.person == 0)
        return FALSE;
    }
  return write_out (store, typed->path, &order, error);
}

/* --- what was found --- */

static gboolean
print_violation (MappeCli *cli, const MappeViolation *violation, GError **error)
{
  g_autofree char *line = violation->line > 0 ? g_strdup_printf (":%d", violation->line) : g_strdup ("");

  return mappe_cli_print (cli, error, "%s%s %s%s: %s (%s)\n", violation->code, violation->is_note ? "*" : "",
                          violation->path, line, mappe_violation_get_text (violation, NULL), violation->detail);
}

static gboolean
print_violations (MappeCli *cli, const MappeRegisterReport *report, GError **error)
{
  for (guint i = 0; i < report->violations->len; i++)
    if (!print_violation (cli, g_ptr_array_index (report->violations, i), error))
      return FALSE;
  return report->n_violations <= report->violations->len
         || mappe_cli_print (cli, error, _("%lu broken rules in all\n"), (gulong) report->n_violations);
}

static gboolean
print_counts (MappeCli *cli, const MappeRegisterReport *report, gboolean imported, GError **error)
{
  for (guint i = 0; i < report->counts->len; i++)
    {
      const MappeRegisterCount *count = &g_array_index (report->counts, MappeRegisterCount, i);
      g_autofree char *changes =
          imported ? g_strdup_printf (_("%ld new, %ld changed"), (glong) count->added, (glong) count->changed)
                   : g_strdup ("");
      g_autofree char *withheld =
          count->withheld > 0 ? g_strdup_printf (_("%ld withheld"), (glong) count->withheld) : g_strdup ("");

      if (!mappe_cli_print (cli, error, "%s\t%" G_GINT64_FORMAT "%s%s%s%s\n", count->kind->name, count->records,
                            *changes != '\0' ? "\t" : "", changes, *withheld != '\0' ? "\t" : "", withheld))
        return FALSE;
    }
  return report->files == 0
         || mappe_cli_print (cli, error, _("files: %lu, %lu carried, %lu bytes\n"), (gulong) report->files,
                             (gulong) report->files_carried, (gulong) report->bytes);
}

static gboolean
print_head (MappeCli *cli, const MappeRegisterReport *report, GError **error)
{
  return mappe_cli_print (cli, error, _("Register of version %s, profile %s, language %s, written %s by %s\n"),
                          report->version, report->profile, report->language, report->exported, report->generator)
         && (report->extras == 0
             || mappe_cli_print (cli, error, _("parts of other programs: %lu\n"), (gulong) report->extras))
         && (report->unknown == 0
             || mappe_cli_print (cli, error, _("elements of a newer version: %lu\n"), (gulong) report->unknown));
}

/* @phrase: (out) (nullable): of a file that is sealed */
static gboolean
phrase_for (const char *path, const char *phrase_file, char **phrase, GError **error)
{
  if (!mappe_register_is_sealed (path))
    return TRUE;
  *phrase = mappe_cli_passphrase (phrase_file, FALSE, error);
  return *phrase != NULL;
}

/** mappe_cli_contents_register: Says what is in an exported register. */
gboolean
mappe_cli_contents_register (MappeCli *cli, const char *path, const char *phrase_file, GError **error)
{
  g_autofree char *phrase = NULL;
  g_autoptr (MappeRegisterReport) report = NULL;

  if (!phrase_for (path, phrase_file, &phrase, error))
    return FALSE;
  report = mappe_register_look (path, phrase, error);
  if (report == NULL)
    return FALSE;
  cli->exit = report->n_violations > 0 ? MAPPE_EXIT_CONTENT : MAPPE_EXIT_DONE;
  return print_head (cli, report, error) && print_counts (cli, report, FALSE, error)
         && print_violations (cli, report, error);
}

/* What stands in the way is listed with the error, what was noted with the work. */
static gboolean
take_in (MappeCli *cli, MappeStore *store, const char *path, const char *phrase, gboolean dry_run, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeRegisterReport) fault = NULL;
  g_autoptr (MappeRegisterReport) report =
      mappe_register_import (store, path, phrase, dry_run, NULL, &fault, &cause);

  if (report == NULL)
    {
      if (fault != NULL && !print_violations (cli, fault, error))
        return FALSE;
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  cli->exit = report->n_violations > 0 ? MAPPE_EXIT_CONTENT : MAPPE_EXIT_DONE;
  return print_counts (cli, report, TRUE, error) && print_violations (cli, report, error);
}

/** mappe_cli_import_register: Takes the records of a register into a council, or only tries it. */
gboolean
mappe_cli_import_register (MappeCli *cli, const char *file, const char *path, const char *phrase_file,
                           gboolean dry_run, GError **error)
{
  g_autofree char *phrase = NULL;
  g_autoptr (MappeOpened) store = NULL;

  if (!phrase_for (path, phrase_file, &phrase, error))
    return FALSE;
  store = mappe_cli_open (file, MAPPE_STORE_OPEN_DEFAULT, error);
  return store != NULL && take_in (cli, store, path, phrase, dry_run, error);
}
