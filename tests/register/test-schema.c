/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema says what the field tables say, and what is written is what it says. */
#include <string.h>

#include "register-test.h"

typedef MappeTestStore Fixture;

static char *
data_file (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", name, NULL);
}

static void
compare (const char *name, const char *made)
{
  g_autofree char *path = data_file (name);
  g_autofree char *kept = NULL;

  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  if (strcmp (kept, made) != 0)
    g_test_message ("data/%s is old: tests/register/make-schema %s > data/%s", name, strrchr (name, '.') + 1,
                    name);
  register_same (kept, made);
}

static void
test_tables (void)
{
  g_autofree char *rnc = mappe_register_schema_rnc ();
  g_autofree char *rng = mappe_register_schema_rng ();

  compare ("register.rnc", rnc);
  compare ("register.rng", rng);
}

/* --- judges --- */

static gboolean
judge (const char *const *words)
{
  g_autofree char *printed = NULL, *complaint = NULL;
  int status = -1;

  g_assert_true (g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &printed, &complaint,
                               &status, NULL));
  if (status != 0)
    g_test_message ("%.500s%.500s", printed, complaint);
  return status == 0;
}

static gboolean
has (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);

  if (path == NULL)
    g_test_skip_printf ("no %s", program);
  return path != NULL;
}

static gboolean
by_xmllint (const char *file)
{
  g_autofree char *schema = data_file ("register.rng");
  const char *const words[] = { "xmllint", "--nonet", "--stream", "--noout", "--relaxng", schema, file, NULL };

  return judge (words);
}

static gboolean
by_jing (const char *file)
{
  g_autofree char *schema = data_file ("register.rnc");
  const char *const words[] = { "jing", "-c", schema, file, NULL };

  return judge (words);
}

typedef gboolean (*Judge) (const char *file);

static void
test_by (Fixture *fixture, Judge valid)
{
  MappeTestStore other;

  mappe_test_store_set_up (&other, NULL);
  register_fill (other.store, 11, 3);
  for (MappeProfile profile = MAPPE_PROFILE_PUBLIC; profile <= MAPPE_PROFILE_FULL; profile++)
    {
      g_autofree char *demo = register_of (fixture->store, profile);
      g_autofree char *random = register_of (other.store, profile);
      g_autofree char *one = register_file (fixture, "demo.xml", demo);
      g_autofree char *two = register_file (fixture, "random.xml", random);

      g_assert_true (valid (one));
      g_assert_true (valid (two));
    }
  mappe_test_store_tear_down (&other, NULL);
}

/* A schema that lets everything through would be none. */
static void
test_wrong_by (Fixture *fixture, Judge valid)
{
  static const struct {
    const char *old;
    const char *new;
  } edits[] = {
    { "<body id=\"body-", "<body id=\"person-" }, { "    <council id=", "<mood/><council id=" },
    { "<active>true<", "<active>yes<" },          { "version=\"1.0\" profile", "version=\"2.0\" profile" },
    { "<held_on>2026", "<held_on>26" },           { "  <file-list>", "  <area-list/><file-list>" },
  };
  g_autofree char *text = register_of (fixture->store, MAPPE_PROFILE_FULL);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *wrong = register_edit (g_strdup (text), edits[i].old, edits[i].new);
      g_autofree char *path = register_file (fixture, "wrong.xml", wrong);

      g_assert_false (valid (path));
    }
}

static void
test_xmllint (Fixture *fixture, gconstpointer data)
{
  if (!has ("xmllint"))
    return;
  test_by (fixture, by_xmllint);
  test_wrong_by (fixture, by_xmllint);
}

static void
test_jing (Fixture *fixture, gconstpointer data)
{
  if (!has ("jing"))
    return;
  test_by (fixture, by_jing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/schema/tables", test_tables);
  g_test_add ("/register/schema/xmllint", Fixture, "de", mappe_test_demo_set_up, test_xmllint,
              mappe_test_store_tear_down);
  g_test_add ("/register/schema/jing", Fixture, "en", mappe_test_demo_set_up, test_jing,
              mappe_test_store_tear_down);
  return g_test_run ();
}
