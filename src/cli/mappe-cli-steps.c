/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <glib/gi18n.h>

#define LOG_PAGE 256

typedef char *(*Step) (MappeStore *store, GError **error);

/* Steps that were done stay done when a later one fails, and have been printed. */
static gboolean
do_steps (MappeCli *cli, char **arguments, Step step, GError **error)
{
  g_autofree char *number = NULL;
  guint steps = 1;
  const GOptionEntry entries[] = {
    { "steps", 'n', 0, G_OPTION_ARG_FILENAME, &number, N_("How many steps; one without this"), N_("N") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (!mappe_cli_number ("steps", number, &steps, error))
    return FALSE;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_DEFAULT, error);
  if (store == NULL)
    return FALSE;
  for (guint i = 0; i < steps; i++)
    {
      g_autofree char *label = step (store, error);

      if (label == NULL || !mappe_cli_print (cli, error, "%s\n", label))
        return FALSE;
    }
  return TRUE;
}

/** mappe_cli_undo: Takes back the last steps; prints the label of each. */
gboolean
mappe_cli_undo (MappeCli *cli, char **arguments, GError **error)
{
  return do_steps (cli, arguments, mappe_store_undo, error);
}

/** mappe_cli_redo: Does again what was taken back last; prints the label of each step. */
gboolean
mappe_cli_redo (MappeCli *cli, char **arguments, GError **error)
{
  return do_steps (cli, arguments, mappe_store_redo, error);
}

static gboolean
print_entry (MappeCli *cli, const MappeLogEntry *entry, GError **error)
{
  return mappe_cli_print (cli, error, "%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%s\n",
                          entry->set_id, entry->at, entry->actor, entry->set_kind, entry->n_records, entry->label);
}

/** mappe_cli_log: Lists the change sets, newest first: number, time, who, kind, records, label. */
gboolean
mappe_cli_log (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *number = NULL;
  guint left = G_MAXUINT;
  gint64 before = G_MAXINT64;
  const GOptionEntry entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_FILENAME, &number, N_("At most so many"), N_("N") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (!mappe_cli_number ("limit", number, &left, error))
    return FALSE;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  while (store != NULL && left > 0)
    {
      g_autoptr (GPtrArray) sets = mappe_store_log (store, before, MIN (left, LOG_PAGE), error);

      if (sets == NULL)
        return FALSE;
      if (sets->len == 0)
        return TRUE;
      for (guint i = 0; i < sets->len; i++)
        if (!print_entry (cli, g_ptr_array_index (sets, i), error))
          return FALSE;
      left -= sets->len;
      before = ((MappeLogEntry *) g_ptr_array_index (sets, sets->len - 1))->set_id;
    }
  return store != NULL;
}
