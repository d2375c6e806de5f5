/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-references.h"
#include "mappe-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-date.h"

/* Column of the values. */
#define NAME_WIDTH 26

/* The lines of a long text behind the first one stand under it. */
static gboolean
print_field (MappeCli *cli, const char *name, const char *value, const char *title, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (value != NULL ? value : "", "\n", -1);
  g_autofree char *indented = NULL;
  g_autofree char *break_ = g_strdup_printf ("\n%*s", NAME_WIDTH + 1, "");
  g_autofree char *line = NULL;

  indented = g_strjoinv (break_, lines);
  line = g_strdup_printf ("%-*s %s%s%s%s", NAME_WIDTH, name, indented, title != NULL ? " (" : "",
                          title != NULL ? title : "", title != NULL ? ")" : "");
  return mappe_cli_print (cli, error, "%s\n", g_strchomp (line));
}

static gboolean
print_fields (MappeCli *cli, MappeStore *store, const MappeKind *kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) listed = mappe_store_rows (store, kind, &id, 1, error);
  g_autoptr (MappeReferences) references = mappe_references_new (store);
  const MappeListed *item;

  if (listed == NULL || !mappe_references_fetch (references, listed, error))
    return FALSE;
  if (listed->len == 0)
    return mappe_cli_wrong (error, _("the record was deleted meanwhile"));
  item = g_ptr_array_index (listed, 0);
  if (!mappe_cli_print (cli, error, "%s %s: %s\n", kind->name,
                        mappe_row_get_text (item->row, MAPPE_FIELD_REFERENCE), item->title))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *cell = mappe_references_cell (references, item->row, i);
      gboolean refers = kind->fields[i].type == MAPPE_FIELD_REF;

      if (!print_field (cli, kind->fields[i].name, cell, refers ? item->shown[i] : NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
print_link (MappeCli *cli, const MappeLink *link, GError **error)
{
  if (!mappe_cli_print (cli, error, "\n%s.%s (%" G_GINT64_FORMAT ")\n", link->kind->name,
                        link->kind->fields[link->field].name, link->count))
    return FALSE;
  for (guint i = 0; i < link->listed->len; i++)
    {
      const MappeListed *item = g_ptr_array_index (link->listed, i);

      if (!mappe_cli_print (cli, error, "  %s %s\n", mappe_row_get_text (item->row, MAPPE_FIELD_REFERENCE),
                            item->title))
        return FALSE;
    }
  return TRUE;
}

static gboolean
print_links (MappeCli *cli, MappeStore *store, const MappeKind *kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) links = mappe_store_links (store, kind, id, G_MAXINT, error);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const MappeLink *link = g_ptr_array_index (links, i);

      if (link->count > 0 && !print_link (cli, link, error))
        return FALSE;
    }
  return links != NULL;
}

static char *
change_of (const MappeKind *kind, const MappeHistoryEntry *entry)
{
  if (entry->op == MAPPE_CHANGE_INSERT)
    return g_strdup (_("added"));
  if (entry->op == MAPPE_CHANGE_DELETE)
    return g_strdup (_("deleted"));
  if (entry->field < 0 || (guint) entry->field >= kind->n_fields)
    return g_strdup (_("changed"));
  return g_strdup_printf (_("%s: “%s” → “%s”"), kind->fields[entry->field].name,
                          entry->old_value != NULL ? entry->old_value : "",
                          entry->new_value != NULL ? entry->new_value : "");
}

static gboolean
print_history (MappeCli *cli, MappeStore *store, const MappeKind *kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = mappe_store_history (store, kind, id, error);

  if (entries == NULL || !mappe_cli_print (cli, error, "\n%s\n", _("History")))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const MappeHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *what = change_of (kind, entry);
      g_autofree char *line = g_strdelimit (g_strdup (what), "\r\n\t", ' ');

      if (!mappe_cli_print (cli, error, "  %s  %s  %s  [%s]\n", entry->at, entry->actor, line, entry->label))
        return FALSE;
    }
  return TRUE;
}

/** mappe_cli_show: Shows a record with all that it refers to and that refers to it. */
gboolean
mappe_cli_show (MappeCli *cli, char **arguments, GError **error)
{
  gboolean history = FALSE;
  const GOptionEntry entries[] = {
    { "history", 'H', 0, G_OPTION_ARG_NONE, &history, N_("Also who changed what, and when"), NULL },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  const MappeKind *kind;
  g_autoptr (MappeOpened) store = NULL;
  gint64 id;

  if (!mappe_cli_parse (cli, entries, arguments, 3, 3, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  kind = mappe_cli_kind (rest[1], error);
  store = kind != NULL ? mappe_cli_open (rest[0], MAPPE_STORE_OPEN_READ_ONLY, error) : NULL;
  id = store != NULL ? mappe_cli_find (store, kind, rest[2], error) : 0;
  return id > 0 && print_fields (cli, store, kind, id, error) && print_links (cli, store, kind, id, error)
         && (!history || print_history (cli, store, kind, id, error));
}
