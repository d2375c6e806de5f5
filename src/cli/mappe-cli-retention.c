/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "mappe-archive-offer.h"
#include "mappe-archive-pack.h"
#include "mappe-cli-register.h"
#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-retention-words.h"
#include "mappe-retention.h"

/* What is past its retention period, and the acts that follow from it. */

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_retention_load (snapshot, data, error);
}

static gboolean
print_due (MappeCli *cli, const MappeRetention *retention, GError **error)
{
  for (guint i = 0; i < retention->due->len; i++)
    {
      const MappeRetentionDue *due = g_ptr_array_index (retention->due, i);

      if (!mappe_cli_print (cli, error, "%s\t%s\t%s\t%s\t%s\n", due->due_on, due->rule->scope, due->reference,
                            due->title, mappe_retention_words_state (due->state, NULL)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
print_rules (MappeCli *cli, const MappeRetention *retention, GError **error)
{
  for (guint i = 0; i < retention->rules->len; i++)
    {
      const MappeRetentionRule *rule = g_ptr_array_index (retention->rules, i);
      g_autofree char *words = mappe_retention_words_rule (rule, NULL);

      if (!mappe_cli_print (cli, error, "%s\t%s\t%s\n", rule->scope, words, mappe_retention_words_basis (rule, NULL)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply (MappeStore *store, MappeEdit *edit, const char *nothing, GError **error)
{
  g_autoptr (MappeApplied) applied = NULL;

  if (edit == NULL)
    return mappe_cli_wrong (error, "%s", nothing);
  applied = mappe_store_apply (store, edit, NULL, error);
  return applied != NULL;
}

static gboolean
offer (MappeCli *cli, MappeStore *store, const MappeRetention *retention, const char *title, const char *today,
       GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_council_kind);
  g_autoptr (GPtrArray) councils = mappe_store_list (store, query, error);
  const MappeRow *council = councils != NULL && councils->len > 0
                                ? ((MappeListed *) g_ptr_array_index (councils, 0))->row : NULL;
  const char *archive = council != NULL ? mappe_row_get_text (council, MAPPE_COUNCIL_ARCHIVE) : NULL;
  const char *place = council != NULL ? mappe_row_get_text (council, MAPPE_COUNCIL_NAME) : NULL;
  MappeEdit *edit = mappe_retention_offer (retention, title, archive, place, today, _("Offer to the archive"));
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (MappeRow) row = NULL;

  if (edit == NULL)
    return councils != NULL && mappe_cli_wrong (error, "%s", _("there is nothing to offer to the archive"));
  applied = mappe_store_apply (store, edit, NULL, error);
  row = applied != NULL ? mappe_store_load (store, &mappe_archive_offer_kind,
                                            g_array_index (applied->ids, gint64, 0), error) : NULL;
  return row != NULL && mappe_cli_print (cli, error, "%s\n", mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
}

/** mappe_cli_retention: Lists what is past its retention period, offers it to the archive, deletes what was decided. */
gboolean
mappe_cli_retention (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *title = NULL, *today = mappe_date_today ();
  gboolean delete = FALSE, rules = FALSE, writes;
  const GOptionEntry entries[] = {
    { "offer", 'o', 0, G_OPTION_ARG_FILENAME, &title, N_("Make an offer to the archive of all that is to be offered"),
      N_("TITLE") },
    { "delete", 'd', 0, G_OPTION_ARG_NONE, &delete, N_("Delete what may be deleted"), NULL },
    { "rules", 'r', 0, G_OPTION_ARG_NONE, &rules, N_("List the retention periods with what they rest on"), NULL },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (MappeOpened) store = NULL;
  g_autoptr (MappeRetention) retention = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  writes = title != NULL || delete;
  store = mappe_cli_open (rest[0], writes ? MAPPE_STORE_OPEN_DEFAULT : MAPPE_STORE_OPEN_READ_ONLY, error);
  retention = store != NULL ? mappe_store_read (store, load_job, today, error) : NULL;
  if (retention == NULL)
    return FALSE;
  if (title != NULL)
    return offer (cli, store, retention, title, today, error);
  if (delete)
    return apply (store, mappe_retention_delete (retention, _("Delete what is past its retention period")),
                  _("there is nothing that may be deleted"), error);
  return rules ? print_rules (cli, retention, error) : print_due (cli, retention, error);
}

/** mappe_cli_is_archive: Returns: whether WHAT of the command "export" is the folder for the archive */
gboolean
mappe_cli_is_archive (const char *what)
{
  return g_str_has_prefix (what, "archive:");
}

/** mappe_cli_export_archive: Writes the folder that goes to the archive with an offer. */
gboolean
mappe_cli_export_archive (const char *file, const char *what, const char *language, const char *path, GError **error)
{
  g_autofree char *today = mappe_date_today ();
  g_autoptr (MappeOpened) store = NULL;
  MappeArchivePackOrder order = { 0, mappe_language_get (language), today };

  if (path == NULL || g_str_equal (path, "-"))
    return mappe_cli_usage (error, _("what goes to the archive is a folder: its name is given with --output"));
  store = mappe_cli_open (file, MAPPE_STORE_OPEN_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  order.offer = mappe_cli_find (store, &mappe_archive_offer_kind, strchr (what, ':') + 1, error);
  return order.offer > 0 && mappe_archive_pack_write (store, &order, path, error);
}
