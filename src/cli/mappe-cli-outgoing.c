/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-cli.h"
#include "mappe-outgoing.h"

/* The log of what left the house. */

static gpointer
read_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_snapshot_outgoing (snapshot, *(guint *) data, error);
}

static const char *
or_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "-";
}

static gboolean
print_one (MappeCli *cli, const MappeOutgoing *one, GError **error)
{
  static const char *const readers[] = { "public", "members", "full" };

  return mappe_cli_print (cli, error, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", one->at, one->actor, one->way,
                          one->document, or_dash (one->reference), readers[CLAMP (one->reader, 0, 2)],
                          or_dash (one->format), or_dash (one->language), or_dash (one->hash));
}

/** mappe_cli_outgoing: Lists what left the house, newest first. */
gboolean
mappe_cli_outgoing (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *limit = NULL;
  guint most = 100;
  const GOptionEntry entries[] = {
    { "limit", 'l', 0, G_OPTION_ARG_FILENAME, &limit, N_("How many at most"), N_("N") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (GPtrArray) list = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (!mappe_cli_number ("limit", limit, &most, error))
    return FALSE;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  list = store != NULL ? mappe_store_read (store, read_job, &most, error) : NULL;
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (!print_one (cli, g_ptr_array_index (list, i), error))
      return FALSE;
  return list != NULL;
}
