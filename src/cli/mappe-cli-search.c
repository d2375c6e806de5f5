/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <glib/gi18n.h>

#include "mappe-attachment.h"
#include "mappe-search.h"

#define USUAL_LIMIT 50

/* Where the words are: in a field, or on a page of an attached file. */
static char *
place_of (const MappeSearchHit *hit)
{
  const char *context = hit->context != NULL ? hit->context : "";

  if (hit->page > 0)
    return g_strdup_printf (_("page %u: %s"), hit->page, context);
  return g_strdup (context);
}

/** mappe_cli_search: Finds records of all kinds; prints kind, reference, title and where the words are. */
gboolean
mappe_cli_search (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *number = NULL;
  guint limit = USUAL_LIMIT;
  const GOptionEntry entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_FILENAME, &number, N_("At most so many; 50 without this"), N_("N") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 2, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (!mappe_cli_number ("limit", number, &limit, error))
    return FALSE;
  store = mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error);
  if (store == NULL || !mappe_attachment_feed (store, NULL, error))
    return FALSE;
  hits = mappe_store_search (store, rest[1], limit, error);
  if (hits == NULL)
    return FALSE;
  for (guint i = 0; i < hits->len; i++)
    {
      const MappeSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *place = place_of (hit);

      if (!mappe_cli_print (cli, error, "%s\t%s\t%s%s%s\n", hit->kind->name, hit->reference, hit->title,
                            *place != '\0' ? "\t" : "", place))
        return FALSE;
    }
  return TRUE;
}
