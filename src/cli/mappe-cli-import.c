/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-cli-register.h"
#include "mappe-foreign-error.h"
#include "mappe-heading.h"
#include "mappe-import.h"

/* What comes in: the register of another council, and files of other programs. */

/**
 * Typed: what "import" was told
 * @maps: (nullable) (array zero-terminated=1): "HEADING=FIELD"
 * @sets: (nullable) (array zero-terminated=1): "FIELD=VALUE"
 */
typedef struct {
  char    *kind, *encoding, *separator, *decimal, *duplicates, *rejected, *phrase_file;
  char   **maps, **sets;
  gboolean dry_run;
} Typed;

/* --- the order --- */

static gboolean
read_encoding (MappeImportOrder *order, const Typed *typed, GError **error)
{
  const char *encoding = typed->encoding != NULL ? mappe_foreign_encoding_find (typed->encoding) : NULL;
  g_autofree char *known = g_strjoinv (", ", (char **) mappe_foreign_encodings ());

  if (typed->encoding == NULL)
    return TRUE;
  if (encoding == NULL)
    return mappe_cli_usage (error, _("--encoding takes one of %s, not “%s”"), known, typed->encoding);
  order->file->encoding = encoding;
  return TRUE;
}

static gboolean
read_separator (MappeImportOrder *order, const Typed *typed, GError **error)
{
  static const struct { const char *word; char separator; } words[] = {
    { "tab", '\t' }, { "\\t", '\t' }, { "semicolon", ';' }, { "comma", ',' }, { "pipe", '|' },
  };
  const char *text = typed->separator;

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i].word, text) == 0)
      {
        order->file->separator = words[i].separator;
        return TRUE;
      }
  if (text != NULL && (strlen (text) != 1 || strchr (";,|\t", *text) == NULL))
    return mappe_cli_usage (error, _("--separator takes “;”, “,”, “|” or tab, not “%s”"), text);
  if (text != NULL)
    order->file->separator = *text;
  return TRUE;
}

static gboolean
read_decimal (MappeImportOrder *order, const Typed *typed, GError **error)
{
  const char *text = typed->decimal;

  if (text != NULL && !g_str_equal (text, ",") && !g_str_equal (text, "."))
    return mappe_cli_usage (error, _("--decimal takes “,” or “.”, not “%s”"), text);
  if (text != NULL)
    order->mark = *text;
  return TRUE;
}

static gboolean
read_duplicates (MappeImportOrder *order, const Typed *typed, GError **error)
{
  static const struct { const char *word; MappeDuplicateChoice choice; } words[] = {
    { "skip", MAPPE_DUPLICATE_SKIP }, { "new", MAPPE_DUPLICATE_NEW }, { "merge", MAPPE_DUPLICATE_MERGE },
  };

  for (guint i = 0; typed->duplicates != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, typed->duplicates))
      {
        order->duplicates = words[i].choice;
        return TRUE;
      }
  return typed->duplicates == NULL
         || mappe_cli_usage (error, _("--duplicates takes new, merge or skip, not “%s”"), typed->duplicates);
}

/* Returns: number of the column of that heading, or -1 */
static int
find_column (const MappeImportOrder *order, const char *heading, GError **error)
{
  g_autofree char *known = g_strjoinv (", ", order->columns);

  for (guint i = 0; i < order->fields->len; i++)
    if (g_strcmp0 (order->columns[i], heading) == 0)
      return (int) i;
  mappe_cli_usage (error, _("the file has no column “%s”. It has: %s"), heading, known);
  return -1;
}

/* "HEADING=FIELD"; a heading may hold "=", a field does not; without a field the column is passed over. */
static gboolean
read_map (MappeImportOrder *order, const char *text, GError **error)
{
  const char *mark = strrchr (text, '=');
  g_autofree char *heading = mark != NULL ? g_strndup (text, (gsize) (mark - text)) : NULL;
  int column, field = -1;

  if (mark == NULL || mark == text)
    return mappe_cli_usage (error, _("“%s” is not HEADING=FIELD"), text);
  column = find_column (order, heading, error);
  if (column < 0)
    return FALSE;
  if (mark[1] != '\0')
    {
      field = mappe_cli_field (order->kind, mark + 1, error);
      if (field < 0)
        return FALSE;
      if (!mappe_heading_takes (order->kind, (guint) field))
        return mappe_cli_usage (error, _("%s is a file; it cannot be taken from a table"), mark + 1);
    }
  mappe_import_order_set_field (order, (guint) column, field);
  return TRUE;
}

static gboolean
read_set (MappeImportOrder *order, const char *text, GError **error)
{
  const char *mark = strchr (text, '=');
  g_autofree char *name = mark != NULL ? g_strndup (text, (gsize) (mark - text)) : NULL;
  int field;

  if (mark == NULL || mark == text)
    return mappe_cli_usage (error, _("“%s” is not FIELD=VALUE"), text);
  field = mappe_cli_field (order->kind, name, error);
  if (field < 0)
    return FALSE;
  mappe_import_order_set_constant (order, (guint) field, mark + 1);
  return TRUE;
}

static gboolean
read_columns (MappeImportOrder *order, const Typed *typed, GError **error)
{
  for (guint i = 0; typed->maps != NULL && typed->maps[i] != NULL; i++)
    if (!read_map (order, typed->maps[i], error))
      return FALSE;
  for (guint i = 0; typed->sets != NULL && typed->sets[i] != NULL; i++)
    if (!read_set (order, typed->sets[i], error))
      return FALSE;
  return TRUE;
}

/* Says what would otherwise be the reason why every row is rejected. */
static gboolean
check_columns (const MappeImportOrder *order, GError **error)
{
  g_autofree char *known = g_strjoinv (", ", order->columns);
  int missing = mappe_import_order_missing (order, -1);
  gboolean any = FALSE;

  for (guint i = 0; i < order->fields->len; i++)
    any = any || g_array_index (order->fields, int, i) >= 0;
  if (!any && order->fields->len > 0)
    return mappe_cli_usage (error, _("no column is known as a field; name them with --map HEADING=FIELD. It has: %s"),
                            known);
  if (order->file->form != MAPPE_FOREIGN_TABLE)
    return TRUE;
  /* With references the records are there, and what is missing stays as it is. */
  for (guint i = 0; i < order->fields->len; i++)
    if (g_array_index (order->fields, int, i) == MAPPE_FIELD_REFERENCE)
      return TRUE;
  while (missing >= 0 && g_ptr_array_index (order->constants, (guint) missing) != NULL)
    missing = mappe_import_order_missing (order, missing);
  return missing < 0 || order->fields->len == 0
         || mappe_cli_usage (error, _("nothing fills %s; name a column with --map HEADING=%s, or a value for all with"
                                      " --set %s=VALUE"),
                             order->kind->fields[missing].name, order->kind->fields[missing].name,
                             order->kind->fields[missing].name);
}

static MappeImportOrder *
make_order (const char *path, const Typed *typed, GError **error)
{
  const MappeKind *kind = typed->kind != NULL ? mappe_cli_kind (typed->kind, error) : NULL;
  g_autoptr (MappeImportOrder) order = NULL;

  if (typed->kind != NULL && kind == NULL)
    return NULL;
  order = mappe_import_order_new (path, kind, NULL, error);
  if (order == NULL)
    return NULL;
  if (kind == NULL && mappe_import_order_guess_kind (order->file) == NULL)
    mappe_cli_usage (error, _("of what kind are the records of the table? --kind takes one of “mappe kinds”"));
  else if (kind != NULL && !mappe_import_order_takes_kind (order->file, kind))
    mappe_cli_usage (error, _("such a file cannot become records of the kind “%s”"), kind->name);
  else if (read_encoding (order, typed, error) && read_separator (order, typed, error)
           && mappe_import_order_read (order, NULL, error) && read_decimal (order, typed, error)
           && read_duplicates (order, typed, error) && read_columns (order, typed, error)
           && check_columns (order, error))
    return g_steal_pointer (&order);
  return NULL;
}

/* --- what was done --- */

static const char *
separator_word (char separator)
{
  static char word[2];

  word[0] = separator;
  return separator == '\t' ? _("tab") : word;
}

static gboolean
print_order (MappeCli *cli, const MappeImportOrder *order, GError **error)
{
  gboolean table = order->file->form == MAPPE_FOREIGN_TABLE;

  if (!mappe_cli_print (cli, error, _("encoding: %s\n"), order->file->encoding)
      || (table && !mappe_cli_print (cli, error, _("separator: %s\n"), separator_word (order->file->separator))))
    return FALSE;
  for (guint i = 0; i < order->fields->len; i++)
    {
      int field = g_array_index (order->fields, int, i);

      if (!mappe_cli_print (cli, error, "%s\t→ %s\n", order->columns[i],
                            field >= 0 ? order->kind->fields[field].name : _("not taken")))
        return FALSE;
    }
  return TRUE;
}

static gboolean
print_item (MappeCli *cli, const MappeImportItem *item, GError **error)
{
  g_autofree char *other = item->other != NULL ? g_strdup_printf (_(" [perhaps the same as %s]"), item->other)
                                               : g_strdup ("");

  return mappe_cli_print (cli, error, "%" G_GUINT64_FORMAT "\t%s\t%s%s%s%s%s%s\n", item->line,
                          mappe_import_fate_text (item->fate), item->title, other, item->reason != NULL ? ": " : "",
                          item->field != NULL ? item->field : "", item->field != NULL ? ": " : "",
                          item->reason != NULL ? item->reason : "");
}

static gboolean
print_report (MappeCli *cli, const MappeImportReport *report, GError **error)
{
  g_autofree char *summary = mappe_import_report_summary (report);

  for (guint i = 0; i < report->items->len; i++)
    {
      const MappeImportItem *item = g_ptr_array_index (report->items, i);

      if ((item->reason != NULL || item->other != NULL) && !print_item (cli, item, error))
        return FALSE;
    }
  return mappe_cli_print (cli, error, "%s\n", summary);
}

/* No calendar says who has the lead in an event, or which body meets. */
static void
hint (const MappeImportOrder *order, const MappeImportReport *report)
{
  int missing = mappe_import_order_missing (order, -1);

  while (missing >= 0 && g_ptr_array_index (order->constants, (guint) missing) != NULL)
    missing = mappe_import_order_missing (order, missing);
  if (missing >= 0 && report->counts[MAPPE_IMPORT_REJECTED] > 0)
    mappe_cli_complain (_("nothing in the file fills %s; a value for all is given with --set %s=VALUE"),
                        order->kind->fields[missing].name, order->kind->fields[missing].name);
}

static gboolean
import_file (MappeCli *cli, const char *council, const char *path, const Typed *typed, GError **error)
{
  g_autoptr (MappeImportOrder) order = make_order (path, typed, error);
  g_autoptr (MappeOpened) store = order != NULL ? mappe_cli_open (council, MAPPE_STORE_OPEN_DEFAULT, error) : NULL;
  g_autoptr (MappeImportReport) report =
      store != NULL ? mappe_import_run (order, store, typed->dry_run, NULL, NULL, error) : NULL;

  if (report == NULL)
    return FALSE;
  if (typed->rejected != NULL && !mappe_import_save_rejected (order, report, typed->rejected, NULL, error))
    return FALSE;
  cli->exit = report->counts[MAPPE_IMPORT_REJECTED] > 0 ? MAPPE_EXIT_CONTENT : MAPPE_EXIT_DONE;
  hint (order, report);
  return print_order (cli, order, error) && print_report (cli, report, error);
}

/* --- the command --- */

static void
typed_clear (Typed *typed)
{
  char *const texts[] = { typed->kind,    typed->encoding,   typed->separator,
                          typed->decimal, typed->duplicates, typed->rejected, typed->phrase_file };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (typed->maps);
  g_strfreev (typed->sets);
}

/* The options of tables say nothing of a register. */
static gboolean
import_register (MappeCli *cli, char **rest, const Typed *typed, GError **error)
{
  if (typed->kind != NULL || typed->encoding != NULL || typed->separator != NULL || typed->duplicates != NULL
      || typed->rejected != NULL || typed->decimal != NULL || typed->maps != NULL || typed->sets != NULL)
    return mappe_cli_usage (error, _("a register is taken in as it is; of the options only --dry-run and"
                                     " --passphrase-file are for it"));
  return mappe_cli_import_register (cli, rest[0], rest[1], typed->phrase_file, typed->dry_run, error);
}

/* What people try first is the workbook itself. */
static gboolean
is_workbook (const char *path)
{
  static const char *const endings[] = { ".xlsx", ".xlsm", ".xls", ".ods", ".numbers" };
  g_autofree char *name = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return FALSE;
}

/* A file with an ending of its own is a table where it is said what its records are. */
static gboolean
is_register (const char *path, const Typed *typed)
{
  MappeForeignForm form;
  g_autofree char *name = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".age"))
    return TRUE;
  return typed->kind == NULL && !is_workbook (path) && !mappe_foreign_form_of (path, &form);
}

/** mappe_cli_import: Takes the records of a register, a table, an address book or a calendar into a council, or only
 *   tries it. */
gboolean
mappe_cli_import (MappeCli *cli, char **arguments, GError **error)
{
  Typed typed = { NULL };
  const GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_FILENAME, &typed.kind, N_("What the records of the file are"), N_("KIND") },
    { "map", 'm', 0, G_OPTION_ARG_FILENAME_ARRAY, &typed.maps,
      N_("Which field a column is; without FIELD it is passed over"), N_("HEADING=FIELD") },
    { "set", 's', 0, G_OPTION_ARG_FILENAME_ARRAY, &typed.sets,
      N_("A value for all records that say nothing of the field"), N_("FIELD=VALUE") },
    { "encoding", 'e', 0, G_OPTION_ARG_FILENAME, &typed.encoding, N_("Encoding of the file, instead of the guess"),
      N_("ENCODING") },
    { "separator", 0, 0, G_OPTION_ARG_FILENAME, &typed.separator, N_("What parts the cells: “;”, “,”, “|” or tab"),
      N_("MARK") },
    { "decimal", 0, 0, G_OPTION_ARG_FILENAME, &typed.decimal, N_("Decimal mark of the numbers, instead of the guess"),
      N_("MARK") },
    { "duplicates", 'd', 0, G_OPTION_ARG_FILENAME, &typed.duplicates,
      N_("What becomes of records that are perhaps there already (default: skip)"), "new|merge|skip" },
    { "rejected", 'r', 0, G_OPTION_ARG_FILENAME, &typed.rejected,
      N_("Write what was rejected or left out as a table, with the reasons"), N_("OUT.csv") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &typed.dry_run,
      N_("Only say what would be done, and what stands in the way"), NULL },
    MAPPE_CLI_PASSPHRASE_ENTRY (&typed.phrase_file),
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  gboolean done = mappe_cli_parse (cli, entries, arguments, 2, 2, &rest, error);

  if (done && rest != NULL)
    done = is_register (rest[1], &typed) ? import_register (cli, rest, &typed, error)
                                 : import_file (cli, rest[0], rest[1], &typed, error);
  typed_clear (&typed);
  return done;
}
