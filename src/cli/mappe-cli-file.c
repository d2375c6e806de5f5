/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <glib/gi18n.h>

#include "mappe-backup.h"

static gboolean
print_finding (MappeCli *cli, const MappeFinding *finding, GError **error)
{
  gboolean has_field = finding->kind != NULL && finding->field >= 0;

  return mappe_cli_print (cli, error, "%s %s %s %s: %s\n", finding->rule,
                          finding->kind != NULL ? finding->kind->name : "-",
                          finding->reference != NULL ? finding->reference : "-",
                          has_field ? finding->kind->fields[finding->field].name : "-", finding->detail);
}

/** mappe_cli_check: Prints what is wrong with a council; exit code 1 if anything is. */
gboolean
mappe_cli_check (MappeCli *cli, char **arguments, GError **error)
{
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!mappe_cli_parse (cli, NULL, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  findings = store != NULL ? mappe_store_check (store, error) : NULL;
  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    if (!print_finding (cli, g_ptr_array_index (findings, i), error))
      return FALSE;
  cli->exit = findings->len > 0 ? MAPPE_EXIT_CONTENT : MAPPE_EXIT_DONE;
  return TRUE;
}

/** mappe_cli_backup: Writes a copy that was checked. */
gboolean
mappe_cli_backup (MappeCli *cli, char **arguments, GError **error)
{
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;

  if (!mappe_cli_parse (cli, NULL, arguments, 2, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_DEFAULT, error);
  return store != NULL && mappe_store_backup (store, rest[1], error);
}

/** mappe_cli_restore: Puts a backup in the place of a council. */
gboolean
mappe_cli_restore (MappeCli *cli, char **arguments, GError **error)
{
  g_auto (GStrv) rest = NULL;

  if (!mappe_cli_parse (cli, NULL, arguments, 2, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  return mappe_backup_restore (rest[0], rest[1], error);
}

/** mappe_cli_dump: Writes all records as canonical text. */
gboolean
mappe_cli_dump (MappeCli *cli, char **arguments, GError **error)
{
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;

  if (!mappe_cli_parse (cli, NULL, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  return store != NULL && mappe_store_dump (store, cli->out, error);
}
