/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "mappe-attachment.h"
#include "mappe-cli.h"
#include "mappe-erase.h"
#include "mappe-snapshot.h"

/* Personal data are erased for good; what would go is said before. */

static gboolean
print_erased (MappeCli *cli, const MappeErasePlan *plan, GError **error)
{
  for (guint i = 0; i < plan->erased->len; i++)
    {
      const MappeEraseValue *value = g_ptr_array_index (plan->erased, i);

      if (!mappe_cli_print (cli, error, "- %s %s: %s\n", value->kind->name, value->reference,
                            _(value->kind->fields[value->field].label)))
        return FALSE;
    }
  return plan->n_log == 0
         || mappe_cli_print (cli, error, _("- change log: %ld values\n"), (glong) plan->n_log);
}

static gboolean
print_mention (MappeCli *cli, const MappeEraseMention *mention, GError **error)
{
  if (mention->page > 0)
    return mappe_cli_print (cli, error, _("? %1$s %2$s holds the name in its file, page %3$u: %4$s\n"),
                            mention->kind->name, mention->reference, mention->page, mention->title);
  return mappe_cli_print (cli, error, _("? %s %s holds the name in its text: %s\n"), mention->kind->name,
                          mention->reference, mention->title);
}

static gboolean
print_kept (MappeCli *cli, const MappeErasePlan *plan, GError **error)
{
  if (plan->name_kept
      && !mappe_cli_print (cli, error, _("= the name stays: %ld records of meetings tell it\n"),
                           (glong) plan->n_meetings))
    return FALSE;
  if (plan->n_sealed > 0
      && !mappe_cli_print (cli, error, _("= sealed minutes stay as they are: %ld\n"), (glong) plan->n_sealed))
    return FALSE;
  if (plan->n_seats > 0
      && !mappe_cli_print (cli, error, _("? still a member of %ld bodies\n"), (glong) plan->n_seats))
    return FALSE;
  for (guint i = 0; i < plan->mentions->len; i++)
    if (!print_mention (cli, g_ptr_array_index (plan->mentions, i), error))
      return FALSE;
  for (guint i = 0; i < plan->copies->len; i++)
    if (!mappe_cli_print (cli, error, _("? an older copy still holds all of it: %s\n"),
                          (const char *) g_ptr_array_index (plan->copies, i)))
      return FALSE;
  return mappe_cli_print (cli, error, "%s\n", _("? backups from before still hold all of it until you delete them"));
}

static const MappeKind *
read_what (const char *typed, const char **reference, GError **error)
{
  const char *colon = strchr (typed, ':');
  g_autofree char *name = colon != NULL ? g_strndup (typed, (gsize) (colon - typed)) : NULL;
  const MappeKind *kind = name != NULL ? mappe_kind_lookup (name, NULL) : NULL;

  if (kind == NULL || !mappe_erase_covers (kind))
    {
      mappe_cli_usage (error, _("“%s” is not person:REF, volunteer:REF or citizen-input:REF"), typed);
      return NULL;
    }
  *reference = colon + 1;
  return kind;
}

typedef struct {
  const MappeKind *kind;
  const char      *reference;
  gint64           id;
} Wanted;

static gpointer
find_deleted (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  Wanted *wanted = data;
  g_autoptr (GPtrArray) deleted = mappe_snapshot_deleted (snapshot, wanted->kind, error);

  for (guint i = 0; deleted != NULL && i < deleted->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (deleted, i))->row;

      if (g_strcmp0 (mappe_row_get_text (row, MAPPE_FIELD_REFERENCE), wanted->reference) == 0)
        wanted->id = row->id;
    }
  return deleted != NULL ? wanted : NULL;
}

/* A record that was deleted is still in the change log. */
static gint64
find (MappeStore *store, const MappeKind *kind, const char *reference, GError **error)
{
  g_autoptr (GError) cause = NULL;
  Wanted wanted = { kind, reference, mappe_cli_find (store, kind, reference, &cause) };

  if (wanted.id > 0)
    return wanted.id;
  if (mappe_store_read (store, find_deleted, &wanted, NULL) == NULL || wanted.id == 0)
    g_propagate_error (error, g_steal_pointer (&cause));
  return wanted.id;
}

static gboolean
erase (MappeCli *cli, const char *file, const char *what, const char *reason, gboolean dry_run, const char *confirm,
       GError **error)
{
  const char *reference;
  const MappeKind *kind = read_what (what, &reference, error);
  g_autoptr (MappeOpened) store = kind != NULL ? mappe_cli_open (file, dry_run ? MAPPE_STORE_OPEN_READ_ONLY
                                                                               : MAPPE_STORE_OPEN_DEFAULT, error)
                                               : NULL;
  gint64 id = store != NULL ? find (store, kind, reference, error) : 0;
  g_autoptr (MappeErasePlan) plan = id > 0 && mappe_attachment_feed (store, NULL, error)
                                        ? mappe_store_erase_plan (store, kind, id, error) : NULL;

  if (plan == NULL || !print_erased (cli, plan, error) || !print_kept (cli, plan, error))
    return FALSE;
  if (dry_run)
    return TRUE;
  if (g_strcmp0 (confirm, mappe_row_get_text (plan->row, MAPPE_FIELD_REFERENCE)) != 0)
    return mappe_cli_usage (error, _("nothing was erased: it cannot be undone, so say it again with --confirm %s"),
                            mappe_row_get_text (plan->row, MAPPE_FIELD_REFERENCE));
  return mappe_store_erase (store, kind, id, reason, _("Erase personal data"), error);
}

/** mappe_cli_erase: Erases the personal data of a person, a volunteer or a contribution. */
gboolean
mappe_cli_erase (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *confirm = NULL;
  gboolean dry_run = FALSE, period = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("Only say what would go and what stays"), NULL },
    { "confirm", 'c', 0, G_OPTION_ARG_FILENAME, &confirm, N_("Do it; REF once more"), N_("REF") },
    { "period", 'p', 0, G_OPTION_ARG_NONE, &period, N_("Because the retention period is over, not because the person"
                                                       " asked for it"), NULL },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 2, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  return erase (cli, rest[0], rest[1], period ? "period" : "request", dry_run, confirm, error);
}
