/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "mappe-council.h"
#include "mappe-record-error.h"
#include "mappe-sample.h"
#include "mappe-sent-before.h"

/* Puts the content into a new, empty council. */
typedef gboolean (*Fill) (MappeStore *store, const char *what, GError **error);

static void
remove_companions (const char *path)
{
  static const char * const endings[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *companion = g_strconcat (path, endings[i], NULL);

      g_unlink (companion);
    }
}

static gboolean
fail_with_errno (const char *path, int code, GError **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

/* A journal of a file that was here before must not be taken for one of the new file. */
static gboolean
move_to_place (const char *unfinished, const char *path, gboolean force, GError **error)
{
  int failed;

  if (force || !g_file_test (path, G_FILE_TEST_EXISTS))
    remove_companions (path);
  failed = renameat2 (AT_FDCWD, unfinished, AT_FDCWD, path, force ? 0 : RENAME_NOREPLACE);
  if (failed != 0 && errno == EINVAL && !force && !g_file_test (path, G_FILE_TEST_EXISTS))
    failed = g_rename (unfinished, path);
  return failed == 0 || fail_with_errno (path, errno, error);
}

static gboolean
write_content (const char *path, Fill fill, const char *what, GError **error)
{
  g_autoptr (MappeOpened) store = mappe_store_open (path, MAPPE_STORE_OPEN_CREATE, error);

  return store != NULL && fill (store, what, error);
}

/* Written beside its place and moved there when it is whole, so that there is never half a council. */
static gboolean
make (const char *path, gboolean force, Fill fill, const char *what, GError **error)
{
  g_autofree char *unfinished = g_strdup_printf ("%s.unfinished-%d", path, (int) getpid ());

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return fail_with_errno (path, EISDIR, error);
  if (!force && g_file_test (path, G_FILE_TEST_EXISTS))
    return fail_with_errno (path, EEXIST, error);
  if (write_content (unfinished, fill, what, error) && move_to_place (unfinished, path, force, error))
    return TRUE;
  g_unlink (unfinished);
  remove_companions (unfinished);
  return FALSE;
}

static gboolean
fill_demo (MappeStore *store, const char *language, GError **error)
{
  g_autofree char *folder = mappe_sample_find_folder ();

  return mappe_sample_load (store, folder, language, error) && mappe_sent_before_freeze (store, error);
}

static const char *
usual_language (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "de") ? "de" : "en";
}

/** mappe_cli_demo: Writes the demo council. */
gboolean
mappe_cli_demo (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *language = NULL;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "lang", 'l', 0, G_OPTION_ARG_FILENAME, &language, N_("Language of the council: de or en"), N_("LANG") },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &force, N_("Replace a file that is there"), NULL },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (language == NULL)
    language = g_strdup (usual_language ());
  if (!g_str_equal (language, "de") && !g_str_equal (language, "en"))
    return mappe_cli_usage (error, _("--lang takes de or en, not “%s”"), language);
  return make (rest[0], force, fill_demo, language, error);
}

static gboolean
fill_new (MappeStore *store, const char *name, GError **error)
{
  MappeEdit *edit = mappe_edit_new_base (_("Council created"));
  MappeRow *row = mappe_row_new_preset (&mappe_council_kind);
  g_autoptr (MappeApplied) outcome = NULL;

  mappe_value_set_text (&row->values[MAPPE_COUNCIL_NAME], name);
  mappe_edit_insert (edit, row);
  outcome = mappe_store_apply (store, edit, NULL, error);
  return outcome != NULL;
}

static gboolean
check_name (const char *name, GError **error)
{
  g_auto (MappeValue) value = MAPPE_VALUE_INIT;
  g_autoptr (GError) cause = NULL;

  mappe_value_set_text (&value, name);
  return mappe_field_validate (&mappe_council_kind.fields[MAPPE_COUNCIL_NAME], &value, &cause)
         || mappe_cli_refuse (&mappe_council_kind, MAPPE_COUNCIL_NAME, cause, error);
}

/** mappe_cli_new: Starts an empty council. */
gboolean
mappe_cli_new (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *name = NULL;
  const GOptionEntry entries[] = {
    { "name", 'n', 0, G_OPTION_ARG_FILENAME, &name, N_("Name of the council"), N_("NAME") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;

  if (!mappe_cli_parse (cli, entries, arguments, 1, 1, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  if (name == NULL)
    return mappe_cli_usage (error, _("--name is missing"));
  return check_name (name, error) && make (rest[0], FALSE, fill_new, name, error);
}
