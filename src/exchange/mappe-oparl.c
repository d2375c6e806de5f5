/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-oparl.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-document.h"
#include "mappe-exchange-error.h"
#include "mappe-oparl-private.h"

/* OParl 1.1 as a folder of files, for a web server that knows nothing of OParl: each id is the address of a file. */

#define TOKEN "system.json"

/**
 * mappe_oparl_base_is_valid:
 * @base: (nullable): as typed
 *
 * Returns: whether ids can begin with it: an address of a web server without query and fragment
 */
gboolean
mappe_oparl_base_is_valid (const char *base)
{
  g_autoptr (GUri) uri = base != NULL ? g_uri_parse (base, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  return scheme != NULL && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) && g_str_is_ascii (base)
         && strpbrk (base, " \"<>\\^`{|}") == NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0'
         && g_uri_get_userinfo (uri) == NULL && g_uri_get_query (uri) == NULL && g_uri_get_fragment (uri) == NULL;
}

static gboolean
put_json (MappeDraftFolder *folder, const char *name, MappeJson *json, GError **error)
{
  char *text = mappe_json_finish (json);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return mappe_draft_folder_put (folder, name, bytes, error);
}

/* --- lists --- */

/* All of a list stands on its first page. */
static void
close_list (MappeJson *json, const MappeOparl *oparl, const char *file, guint n_elements)
{
  g_autofree char *url = g_strdup_printf ("%s/%s", oparl->base, file);

  mappe_json_close (json);
  mappe_json_open (json, "pagination", '{');
  mappe_json_int (json, "totalElements", n_elements);
  mappe_json_int (json, "elementsPerPage", n_elements);
  mappe_json_int (json, "currentPage", 1);
  mappe_json_int (json, "totalPages", 1);
  mappe_json_close (json);
  mappe_json_open (json, "links", '{');
  mappe_json_text (json, "first", url);
  mappe_json_text (json, "last", url);
  mappe_json_close (json);
}

static gboolean
put_bodies (const MappeOparl *oparl, MappeDraftFolder *folder, GError **error)
{
  g_autoptr (MappeJson) json = mappe_json_new ();

  mappe_json_open (json, "data", '[');
  mappe_json_open (json, NULL, '{');
  mappe_oparl_put_body (oparl, json);
  mappe_json_close (json);
  close_list (json, oparl, "bodies.json", 1);
  return put_json (folder, "bodies.json", json, error);
}

static gboolean
put_list (const MappeOparl *oparl, MappeDraftFolder *folder, MappeOparlType type, GError **error)
{
  g_autoptr (MappeJson) json = mappe_json_new ();
  g_autofree char *file = g_strdup_printf ("%s.json", mappe_oparl_folders[type]);
  GPtrArray *here = oparl->rows[type], *gone = oparl->gone[type];

  mappe_json_open (json, "data", '[');
  for (guint i = 0; i < here->len + gone->len; i++)
    {
      mappe_json_open (json, NULL, '{');
      if (i < here->len)
        mappe_oparl_put (oparl, json, type, g_ptr_array_index (here, i));
      else
        mappe_oparl_put_gone (oparl, json, type, g_ptr_array_index (gone, i - here->len));
      mappe_json_close (json);
    }
  close_list (json, oparl, file, here->len + gone->len);
  return put_json (folder, file, json, error);
}

/* --- objects --- */

typedef void (*PutFunc) (const MappeOparl *oparl, MappeJson *json, MappeOparlType type, const MappeRow *row);

static gboolean
put_objects (const MappeOparl *oparl, MappeDraftFolder *folder, MappeOparlType type, GPtrArray *rows, PutFunc put,
             GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (rows, i);
      g_autoptr (MappeJson) json = mappe_json_new ();
      g_autofree char *uid = mappe_oparl_name (oparl, row);
      g_autofree char *file = g_strdup_printf ("%s/%s.json", mappe_oparl_folders[type], uid);

      put (oparl, json, type, row);
      if (!put_json (folder, file, json, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_contents (const MappeOparl *oparl, MappeDraftFolder *folder, GError **error)
{
  GPtrArray *files = oparl->rows[MAPPE_OPARL_FILE];

  for (guint i = 0; i < files->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (files, i);
      g_autoptr (GBytes) content = mappe_snapshot_blob (oparl->snapshot,
                                                        mappe_row_get_text (row, MAPPE_DOCUMENT_CONTENT), error);
      g_autofree char *name = mappe_oparl_content_name (oparl, row);

      if (content == NULL || !mappe_draft_folder_put (folder, name, content, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_tops (const MappeOparl *oparl, MappeDraftFolder *folder, GError **error)
{
  g_autoptr (MappeJson) system = mappe_json_new ();
  g_autoptr (MappeJson) body = mappe_json_new ();

  mappe_oparl_put_system (oparl, system);
  mappe_oparl_put_body (oparl, body);
  return put_json (folder, TOKEN, system, error) && put_json (folder, "body.json", body, error)
         && put_bodies (oparl, folder, error);
}

static gboolean
put_all (const MappeOparl *oparl, MappeDraftFolder *folder, GError **error)
{
  for (guint i = 0; i < MAPPE_OPARL_N_TYPES; i++)
    {
      MappeOparlType type = (MappeOparlType) i;

      if (!put_list (oparl, folder, type, error)
          || !put_objects (oparl, folder, type, oparl->rows[i], mappe_oparl_put, error)
          || !put_objects (oparl, folder, type, oparl->gone[i], mappe_oparl_put_gone, error))
        return FALSE;
    }
  return put_tops (oparl, folder, error) && put_contents (oparl, folder, error);
}

typedef struct {
  const MappeExchangeOrder *order;
  const char               *base;
  MappeDraftFolder         *folder;
} Job;

static gpointer
write_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (MappeOparl) oparl = mappe_oparl_read (snapshot, job->order, job->base, error);
  g_autoptr (GError) fault = NULL;

  if (oparl == NULL)
    return NULL;
  oparl->fault = &fault;
  if (!put_all (oparl, job->folder, error))
    return NULL;
  if (fault == NULL)
    return job;
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

/**
 * mappe_oparl_write:
 * @order: language and day; the profile is always public
 * @base: address that the folder will have, see mappe_oparl_base_is_valid()
 * @folder: path of the folder; one that an earlier call made is replaced when the new one is whole
 * @error: return location for %MAPPE_EXCHANGE_ERROR_BASE, %MAPPE_EXCHANGE_ERROR_WRITE, and for what reading says
 *
 * Writes the public part of the council as OParl 1.1, with the public files. What is not public is left out entirely;
 * of what was public and was deleted a stub tells that it is gone. People are named who sit in bodies that meet in
 * public, without their addresses.
 *
 * Returns: whether the folder is there, whole
 */
gboolean
mappe_oparl_write (MappeStore *store, const MappeExchangeOrder *order, const char *base, const char *folder,
                   GError **error)
{
  g_autofree char *stem = g_strdup (base);
  g_autoptr (MappeDraftFolder) draft = NULL;
  Job job;

  if (!mappe_oparl_base_is_valid (base))
    {
      g_set_error (error, MAPPE_EXCHANGE_ERROR, MAPPE_EXCHANGE_ERROR_BASE, _("“%s” is no address of a web server"),
                   base);
      return FALSE;
    }
  while (g_str_has_suffix (stem, "/"))
    stem[strlen (stem) - 1] = '\0';
  draft = mappe_draft_folder_open (folder, TOKEN, error);
  if (draft == NULL)
    return FALSE;
  job = (Job) { order, stem, draft };
  return mappe_store_read (store, write_cb, &job, error) != NULL && mappe_draft_folder_finish (draft, error);
}
