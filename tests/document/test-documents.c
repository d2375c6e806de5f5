/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every document of the demo council in every format, before the judges of the formats. */
#include <string.h>

#include "mappe-archive-offer-item.h"
#include "mappe-archive-offer.h"
#include "mappe-citizen-input.h"
#include "mappe-document-kinds.h"
#include "mappe-format.h"
#include "mappe-pdf-private.h"
#include "mappe-test-demo.h"

typedef MappeTestStore Fixture;

static MappeNode *
make (Fixture *fixture, const MappeDocumentKind *kind, gint64 id, MappeClass reader, const char *language)
{
  const MappeDocumentOrder order = { reader, mappe_language_get (language), "2026-11-30", 2026 };
  g_autoptr (GError) error = NULL;
  MappeNode *document = mappe_document_make (kind, fixture->store, id, &order, &error);

  if (document == NULL)
    g_assert_error (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_EMPTY);
  return document;
}

/* The demo council has offered nothing yet. */
static void
add_offer (Fixture *fixture)
{
  MappeEdit *edit = mappe_edit_new ("Offer");
  gint64 offer = mappe_edit_insert (edit, mappe_test_row (&mappe_archive_offer_kind, "title", "Offer 2026",
                                                          "offered_on", "2026-11-30", NULL));
  MappeRow *item = mappe_test_row (&mappe_archive_offer_item_kind, "scope", "paper", "record", "DOC-001", "uid",
                                   "00000000-0000-8000-8000-000000000001", "title", "Papers of 2012", "file_plan",
                                   "32.5", "begins_on", "2012-03-04", "ends_on", "2012-09-05", "files", "3", "pages",
                                   "40", "place", "Office", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = NULL;

  mappe_value_set_int (&item->values[MAPPE_ARCHIVE_OFFER_ITEM_OFFER], offer);
  mappe_edit_insert (edit, item);
  applied = mappe_store_apply (fixture->store, edit, NULL, &error);
  g_assert_no_error (error);
}

/* Some records of the kind, which the demo council has. */
static GArray *
records_of (Fixture *fixture, const MappeKind *about)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeQuery) query = about != NULL ? mappe_query_new (about) : NULL;
  g_autoptr (GArray) all = NULL;
  const gint64 none = 0;

  if (about == NULL)
    {
      g_array_append_val (ids, none);
      return ids;
    }
  if (about == &mappe_archive_offer_kind)
    add_offer (fixture);
  all = mappe_store_query (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, >, 0);
  g_array_append_vals (ids, all->data, MIN (all->len, 3));
  return ids;
}

/* --- judges --- */

static gboolean
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL, *complaint = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &printed, &complaint, &status,
                &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s%s", printed, complaint);
  return status == 0;
}

static gboolean
has_judge (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);

  if (path == NULL)
    g_test_skip_printf ("no %s", program);
  return path != NULL;
}

/* Returns: (nullable): a schema of ../shared, where it is there */
static char *
schema (const char *name)
{
  char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "schemas", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_test_skip ("../shared/schemas is not there");
  g_free (path);
  return NULL;
}

static void
judge (const char *format, const char *path)
{
  static const char *const judges[][3] = { { "html", "--relaxng", "xhtml/xhtml.rng" },
                                           { "fodt", "--relaxng", "odf13/OpenDocument-v1.3-schema.rng" },
                                           { "akn", "--schema", "akn30/akomantoso30.xsd" } };

  if (g_str_equal (format, "pdf") && has_judge ("qpdf"))
    g_assert_true (run ((const char *[]) { "qpdf", "--check", path, NULL }));
  for (guint i = 0; i < G_N_ELEMENTS (judges); i++)
    if (g_str_equal (format, judges[i][0]) && has_judge ("xmllint"))
      {
        g_autofree char *rules = schema (judges[i][2]);

        if (rules != NULL)
          g_assert_true (run ((const char *[]) { "xmllint", "--nonet", "--noout", judges[i][1], rules, path, NULL }));
      }
}

static void
write_all (Fixture *fixture, const MappeNode *document)
{
  guint n_formats;
  const MappeFormat *formats = mappe_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *name = g_strconcat ("document.", formats[i].name, NULL);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = formats[i].write (document, &error);

      g_assert_no_error (error);
      mappe_save_bytes (bytes, path, &error);
      g_assert_no_error (error);
      judge (formats[i].name, path);
    }
}

/* In the demo council nobody wants an answer: contributions there are anonymous. */
static void
make_answerable (Fixture *fixture, gint64 id)
{
  mappe_test_set (fixture->store, &mappe_citizen_input_kind, id, "anonymous", "0");
  mappe_test_set (fixture->store, &mappe_citizen_input_kind, id, "contact",
                  "Erna Beispiel, Lindenweg 7, 00000 Musterhausen");
}

static void
test_kind (Fixture *fixture, gconstpointer data)
{
  const MappeDocumentKind *kind = data;
  g_autoptr (GArray) ids = records_of (fixture, kind->about);
  g_autoptr (MappeNode) document = NULL;

  if (kind->about == &mappe_citizen_input_kind)
    {
      g_assert_null (make (fixture, kind, g_array_index (ids, gint64, 0), MAPPE_CLASS_CONFIDENTIAL, "de"));
      make_answerable (fixture, g_array_index (ids, gint64, 0));
    }
  document = make (fixture, kind, g_array_index (ids, gint64, 0), MAPPE_CLASS_CONFIDENTIAL, "de");
  g_assert_nonnull (document);
  g_assert_nonnull (mappe_node_get_meta (document, "about"));
  g_assert_nonnull (mappe_node_get_meta (document, "council"));
  write_all (fixture, document);
}

/* --- readers --- */

static gboolean
is_for (const MappeNode *node, MappeClass reader)
{
  if (node->class > reader)
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    if (!is_for (g_ptr_array_index (node->children, i), reader))
      return FALSE;
  return TRUE;
}

/* Nothing above its class is in what a reader gets, and nobody below the least class gets anything. */
static void
test_classes (Fixture *fixture, gconstpointer data)
{
  guint n_kinds;
  const MappeDocumentKind *kinds = mappe_document_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GArray) ids = records_of (fixture, kinds[i].about);

      for (guint j = 0; j < ids->len; j++)
        for (MappeClass reader = MAPPE_CLASS_PUBLIC; reader <= MAPPE_CLASS_CONFIDENTIAL; reader++)
          {
            g_autoptr (MappeNode) document = make (fixture, &kinds[i], g_array_index (ids, gint64, j), reader, "en");

            if (reader < kinds[i].least)
              g_assert_null (document);
            if (document != NULL)
              g_assert_true (is_for (document, reader));
          }
    }
}

static void
test_votes (Fixture *fixture, gconstpointer data)
{
  gint64 id = mappe_test_id (fixture->store, "meeting", "MTG05");
  g_autoptr (MappeNode) document = make (fixture, mappe_document_kind_find ("minutes"), id, MAPPE_CLASS_PUBLIC, "de");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) akn = mappe_write_akn (document, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (akn, NULL), g_bytes_get_size (akn));
  /* KPR 2026/08, counted in the sample: 9 for, 1 against, 1 abstention. */
  g_assert_nonnull (strstr (text, "<count refersTo=\"#yes\" value=\"9\"/><count refersTo=\"#no\" value=\"1\"/>"
                                  "<count refersTo=\"#abstain\" value=\"1\"/>"));
  g_assert_nonnull (strstr (text, "href=\"#dbsect_3__dbsect_5__resolutions_KPR-2026-08\""));
  g_assert_nonnull (strstr (text, "eId=\"dbsect_3__dbsect_5__resolutions_KPR-2026-08\""));
}

int
main (int argc, char **argv)
{
  guint n_kinds;
  const MappeDocumentKind *kinds = mappe_document_kinds (&n_kinds);

  g_test_init (&argc, &argv, NULL);
  mappe_test_use_catalogues ();
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *path = g_strconcat ("/documents/valid/", kinds[i].name, NULL);

      g_test_add (path, Fixture, &kinds[i], mappe_test_demo_set_up, test_kind, mappe_test_store_tear_down);
    }
  g_test_add ("/documents/classes", Fixture, "de", mappe_test_demo_set_up, test_classes, mappe_test_store_tear_down);
  g_test_add ("/documents/votes", Fixture, "de", mappe_test_demo_set_up, test_votes, mappe_test_store_tear_down);
  return g_test_run ();
}
