/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-exchange.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-calendar-file.h"
#include "mappe-contacts-file.h"
#include "mappe-format.h"
#include "mappe-list-file.h"
#include "mappe-oparl.h"

/* Files for other programs: calendar, address book, tables, OParl. */

typedef gboolean (*ExchangeFunc) (MappeCli *cli, MappeStore *store, const MappeCliExchange *typed,
                                  const MappeExchangeOrder *order, GError **error);

/* --- files that are made in one piece --- */

static gboolean
put (MappeCli *cli, char *text, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;

  if (bytes == NULL)
    return FALSE;
  if (path != NULL && !g_str_equal (path, "-"))
    return mappe_save_bytes (bytes, path, error);
  return g_output_stream_write_all (cli->out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL,
                                    error);
}

static gboolean
export_calendar (MappeCli *cli, MappeStore *store, const MappeCliExchange *typed, const MappeExchangeOrder *order,
                 GError **error)
{
  return put (cli, mappe_calendar_file_ics (store, order, error), typed->path, error);
}

static gboolean
export_contacts (MappeCli *cli, MappeStore *store, const MappeCliExchange *typed, const MappeExchangeOrder *order,
                 GError **error)
{
  return put (cli, mappe_contacts_file_vcf (store, order, error), typed->path, error);
}

/* --- tables, of any length --- */

static gboolean
export_list (MappeCli *cli, MappeStore *store, const MappeCliExchange *typed, const MappeExchangeOrder *order,
             GError **error)
{
  const MappeKind *kind = mappe_cli_kind (strchr (typed->what, ':') + 1, error);
  MappeListForm form = g_strcmp0 (typed->format, "csv-excel") == 0 ? MAPPE_LIST_EXCEL : MAPPE_LIST_PLAIN;

  if (kind == NULL)
    return FALSE;
  if (typed->path != NULL && !g_str_equal (typed->path, "-"))
    return mappe_list_file_save (store, kind, order, form, typed->path, error);
  return mappe_list_file_write (store, kind, order, form, cli->out, error);
}

/* --- a folder --- */

static gboolean
export_oparl (MappeCli *cli, MappeStore *store, const MappeCliExchange *typed, const MappeExchangeOrder *order,
              GError **error)
{
  if (order->profile != MAPPE_PROFILE_PUBLIC)
    return mappe_cli_usage (error, _("OParl is for the public"));
  if (typed->path == NULL || g_str_equal (typed->path, "-"))
    return mappe_cli_usage (error, _("OParl is a folder: its name is given with --output"));
  if (!mappe_oparl_base_is_valid (typed->base))
    return mappe_cli_usage (error,
                            _("--base takes the address that the folder will have, like https://example.org/oparl"));
  return mappe_oparl_write (store, order, typed->base, typed->path, error);
}

/* --- which --- */

typedef struct {
  const char  *what;
  const char  *formats[3];
  ExchangeFunc export;
} Exchange;

static const Exchange exchanges[] = {
  { "calendar", { "ics" }, export_calendar },
  { "contacts", { "vcf" }, export_contacts },
  { "list:", { "csv", "csv-excel" }, export_list },
  { "oparl", { "json" }, export_oparl },
};

static const Exchange *
find (const char *what)
{
  for (guint i = 0; i < G_N_ELEMENTS (exchanges); i++)
    {
      gsize length = strlen (exchanges[i].what);

      if (exchanges[i].what[length - 1] == ':' ? g_str_has_prefix (what, exchanges[i].what)
                                               : g_str_equal (what, exchanges[i].what))
        return &exchanges[i];
    }
  return NULL;
}

/** mappe_cli_is_exchange: Returns: whether WHAT of the command "export" is a file for other programs */
gboolean
mappe_cli_is_exchange (const char *what)
{
  return find (what) != NULL;
}

/** mappe_cli_exchange_append_names: Appends what WHAT may be, for messages. */
void
mappe_cli_exchange_append_names (GString *names)
{
  for (guint i = 0; i < G_N_ELEMENTS (exchanges); i++)
    g_string_append_printf (names, ", %s%s", exchanges[i].what,
                            g_str_has_suffix (exchanges[i].what, ":") ? "KIND" : "");
}

static gboolean
read_profile (const char *typed, MappeProfile *profile, GError **error)
{
  const char *name = typed != NULL ? typed : "public";

  return (mappe_profile_find (name, profile) && *profile <= MAPPE_PROFILE_FULL)
         || mappe_cli_usage (error, _("--profile takes public, members or full, not “%s”"), typed);
}

static gboolean
check_format (const Exchange *exchange, const MappeCliExchange *typed, GError **error)
{
  g_autofree char *words = g_strjoinv (", ", (char **) exchange->formats);

  return typed->format == NULL || g_strv_contains (exchange->formats, typed->format)
         || mappe_cli_usage (error, _("“%s” is written as %s, not as “%s”"), typed->what, words, typed->format);
}

/** mappe_cli_export_exchange: Writes a file for other programs, see mappe_cli_is_exchange(). */
gboolean
mappe_cli_export_exchange (MappeCli *cli, const char *file, const MappeCliExchange *typed, GError **error)
{
  const Exchange *exchange = find (typed->what);
  MappeExchangeOrder order = { .language = typed->language, .today = typed->today,
                               .now = g_get_real_time () / G_USEC_PER_SEC };
  g_autoptr (MappeOpened) store = NULL;

  if (!read_profile (typed->profile, &order.profile, error) || !check_format (exchange, typed, error))
    return FALSE;
  store = mappe_cli_open (file, MAPPE_STORE_OPEN_READ_ONLY, error);
  return store != NULL && exchange->export (cli, store, typed, &order, error);
}
