/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-code.h"
#include "mappe-foreign-error.h"
#include "mappe-foreign-value.h"
#include "mappe-heading.h"
#include "mappe-likeness.h"
#include "mappe-organisation.h"
#include "mappe-person.h"
#include "mappe-project.h"
#include "mappe-text.h"

/* Values and headings as people write them, in German and in English. */

static MappeCodes *
codes_of_test (void)
{
  static const char *const all[][4] = {
    { "member_function", "chair", "Vorsitz", "Chair" },
    { "member_function", "member", "Mitglied", "Member" },
    { "member_status", "active", "aktiv", "Active" },
  };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      MappeRow *row = mappe_row_new (&mappe_code_kind);

      mappe_value_set_text (&row->values[MAPPE_CODE_LIST], all[i][0]);
      mappe_value_set_text (&row->values[MAPPE_CODE_CODE], all[i][1]);
      mappe_value_set_text (&row->values[MAPPE_CODE_LABEL_DE], all[i][2]);
      mappe_value_set_text (&row->values[MAPPE_CODE_LABEL_EN], all[i][3]);
      g_ptr_array_add (rows, row);
    }
  return mappe_codes_new (rows);
}

static void
assert_value (const MappeFieldSpec *field, char mark, const char *cell, const char *expected)
{
  g_autoptr (MappeCodes) codes = codes_of_test ();
  const MappeForeignWriting writing = { codes, mark, "2026-06-15" };
  g_autoptr (GError) error = NULL;
  g_autofree char *value = mappe_foreign_value (&writing, field, cell, &error);

  g_assert_cmpstr (value, ==, expected);
  if (expected == NULL)
    g_assert_error (error, MAPPE_FOREIGN_ERROR, MAPPE_FOREIGN_ERROR_ORDER);
  else
    g_assert_no_error (error);
}

static void
test_numbers (void)
{
  const MappeFieldSpec money = { .name = "m", .type = MAPPE_FIELD_DECIMAL, .digits = 2, .label = "M" };
  const MappeFieldSpec count = { .name = "n", .type = MAPPE_FIELD_INT, .label = "N" };
  const MappeFieldSpec real = { .name = "r", .type = MAPPE_FIELD_REAL, .label = "R" };

  assert_value (&money, ',', "1.234,50 €", "1234.50");
  assert_value (&money, '.', "EUR 1,234.50", "1234.50");
  assert_value (&money, ',', "1.234", "1234");
  assert_value (&money, '.', "1.23", "1.23");
  assert_value (&money, ',', "12,3000", "12.30");
  assert_value (&money, ',', "12,345", NULL);
  assert_value (&money, ',', "-5", "-5");
  assert_value (&count, ',', "1.234", "1234");
  assert_value (&count, '.', "12.0", "12");
  assert_value (&count, ',', "12,5", NULL);
  assert_value (&count, ',', "zwölf", NULL);
  assert_value (&count, ',', "99999999999999999999999", NULL);
  assert_value (&real, '.', "1.234", "1.234");
  assert_value (&real, ',', "1.234", "1234");
  assert_value (&real, ',', "45 %", "45");
  assert_value (&real, ',', "1e400", NULL);
}

static void
test_words (void)
{
  const MappeFieldSpec yes = { .name = "b", .type = MAPPE_FIELD_BOOL, .label = "B" };
  const MappeFieldSpec function = { .name = "c", .type = MAPPE_FIELD_CODE, .code_list = "member_function",
                                    .label = "C" };

  assert_value (&yes, ',', "ja", "1");
  assert_value (&yes, ',', "X", "1");
  assert_value (&yes, ',', "TRUE", "1");
  assert_value (&yes, ',', "Nein", "0");
  assert_value (&yes, ',', "–", "0");
  assert_value (&yes, ',', "vielleicht", NULL);
  assert_value (&function, ',', "Vorsitz", "chair");
  assert_value (&function, ',', "chair", "chair");
  assert_value (&function, ',', "MEMBER", "member");
  assert_value (&function, ',', "aktiv", NULL);
}

static void
test_days (void)
{
  const MappeFieldSpec day = { .name = "d", .type = MAPPE_FIELD_DATE, .label = "D" };
  const MappeFieldSpec time = { .name = "t", .type = MAPPE_FIELD_TIME, .label = "T" };
  const MappeFieldSpec both = { .name = "x", .type = MAPPE_FIELD_DATETIME, .label = "X" };

  assert_value (&day, ',', "3.4.2026", "2026-04-03");
  assert_value (&day, ',', "2026-04-03 00:00:00", "2026-04-03");
  assert_value (&day, ',', "3. April 2026", "2026-04-03");
  assert_value (&day, ',', "31.2.2026", NULL);
  /* A table does not speak of tomorrow. */
  assert_value (&day, ',', "morgen", NULL);
  assert_value (&day, ',', "+14", NULL);
  assert_value (&time, ',', "18:30:00", "18:30");
  assert_value (&time, ',', "18.30 Uhr", "18:30");
  assert_value (&time, ',', "25:00", NULL);
  assert_value (&both, ',', "2026-04-03 18:30", "2026-04-03T18:30");
  assert_value (&both, ',', "3.4.2026 18:30:00", "2026-04-03T18:30");
}

static void
test_guard (void)
{
  static const char *const cells[] = { "=cmd", "+49 711", "-x", "@x", "\tx", "＝x" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *guarded = mappe_foreign_guard (cells[i]);
      g_autofree char *bare = mappe_foreign_unguard (guarded);

      g_assert_cmpint (guarded[0], ==, '\'');
      g_assert_cmpstr (bare, ==, cells[i]);
    }
  {
    g_autofree char *word = mappe_foreign_unguard ("'s Gravenhage");

    g_assert_cmpstr (word, ==, "'s Gravenhage");
  }
}

static void
test_headings (void)
{
  g_assert_cmpint (mappe_heading_find (&mappe_person_kind, "Vorname"), ==, MAPPE_PERSON_FIRST_NAME);
  g_assert_cmpint (mappe_heading_find (&mappe_person_kind, "last_name"), ==, MAPPE_PERSON_LAST_NAME);
  g_assert_cmpint (mappe_heading_find (&mappe_person_kind, "E-Mail-Adresse"), ==, MAPPE_PERSON_EMAIL);
  g_assert_cmpint (mappe_heading_find (&mappe_person_kind, "Firma"), ==, MAPPE_PERSON_ORGANISATION);
  g_assert_cmpint (mappe_heading_find (&mappe_person_kind, "Organisation (Reference)"), ==, MAPPE_PERSON_ORGANISATION);
  g_assert_cmpint (mappe_heading_find (&mappe_person_kind, "member_id"), ==, MAPPE_PERSON_REFERENCE);
  g_assert_cmpint (mappe_heading_find (&mappe_person_kind, "Schuhgröße"), ==, -1);
  g_assert_cmpint (mappe_heading_find (&mappe_person_kind, ""), ==, -1);
  g_assert_cmpint (mappe_heading_find (&mappe_person_kind, "Kürzel"), ==, MAPPE_PERSON_REFERENCE);
  g_assert_cmpint (mappe_heading_find (&mappe_project_kind, "Beginn"), ==, MAPPE_PROJECT_START_ON);
  g_assert_cmpint (mappe_heading_find (&mappe_project_kind, "Laufzeit bis"), ==, MAPPE_PROJECT_END_ON);
  g_assert_cmpint (mappe_heading_find (&mappe_project_kind, "Träger"), ==, MAPPE_PROJECT_LEAD_ORGANISATION);
  g_assert_cmpint (mappe_heading_find (&mappe_organisation_kind, "PLZ"), ==, MAPPE_ORGANISATION_ADDRESS);
  g_assert_cmpint (mappe_heading_find (&mappe_organisation_kind, "Ansprechpartner"), ==,
                   MAPPE_ORGANISATION_CONTACT_POINT);
}

static void
test_proposal (void)
{
  static const char *const columns[] = { "Name", "Straße", "Hausnummer", "PLZ", "Ort", "Name", NULL };
  static const int expected[] = { MAPPE_ORGANISATION_NAME,    MAPPE_ORGANISATION_ADDRESS, MAPPE_ORGANISATION_ADDRESS,
                                  MAPPE_ORGANISATION_ADDRESS, MAPPE_ORGANISATION_ADDRESS, -1 };
  g_autoptr (GArray) fields = mappe_heading_propose (&mappe_organisation_kind, MAPPE_FOREIGN_TABLE, columns);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (g_array_index (fields, int, i), ==, expected[i]);
  g_assert_cmpstr (mappe_heading_joiner ("Straße", "Hausnummer"), ==, " ");
  g_assert_cmpstr (mappe_heading_joiner ("Hausnummer", "PLZ"), ==, "\n");
  g_assert_cmpstr (mappe_heading_joiner ("PLZ", "Ort"), ==, " ");
}

/* Every label of every kind, in both languages, is known as the field, or as one of the same label. */
static void
test_all_labels (void)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < kinds[k]->n_fields; i++)
      {
        int found = mappe_heading_find (kinds[k], kinds[k]->fields[i].label);

        if (!mappe_heading_takes (kinds[k], i))
          continue;
        g_assert_cmpint (found, >=, 0);
        if (found != (int) i)
          g_assert_cmpstr (kinds[k]->fields[found].label, ==, kinds[k]->fields[i].label);
      }
}

/* --- names that sound alike --- */

static MappeRow *
person_of (const char *first, const char *last)
{
  MappeRow *row = mappe_row_new (&mappe_person_kind);

  mappe_value_set_text (&row->values[MAPPE_PERSON_FIRST_NAME], first);
  mappe_value_set_text (&row->values[MAPPE_PERSON_LAST_NAME], last);
  row->id = 7;
  return row;
}

static char *
random_name (GRand *random)
{
  static const char *const syllables[] = { "mül", "ler", "schmi", "dt", "an", "na",
                                           "kra", "us",  "be",    "rg", "ho", "fer" };
  GString *name = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
    g_string_append (name, syllables[g_rand_int_range (random, 0, G_N_ELEMENTS (syllables))]);
  return g_string_free (name, FALSE);
}

/* A slip of the hand: two letters changed places, or one is missing. */
static char *
slip (const char *name, GRand *random)
{
  GString *other = g_string_new (name);
  gsize at = (gsize) g_rand_int_range (random, 0, (gint32) other->len - 1);

  if ((guchar) other->str[at] >= 0x80 || (guchar) other->str[at + 1] >= 0x80)
    return g_string_free (other, FALSE);
  if (g_rand_boolean (random))
    g_string_erase (other, (gssize) at, 1);
  else
    {
      char letter = other->str[at];

      other->str[at] = other->str[at + 1];
      other->str[at + 1] = letter;
    }
  return g_string_free (other, FALSE);
}

/* The quick look at the letters throws away no slip that the careful comparison would call alike. */
static void
test_alike (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (88);
  guint alike = 0;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *first = random_name (random), *last = random_name (random);
      g_autofree char *other = slip (last, random);
      g_autoptr (MappeRow) one = person_of (first, last);
      g_autoptr (MappeRow) two = person_of (first, other);
      g_autoptr (MappeLikeness) likeness = mappe_likeness_new (&mappe_person_kind);
      g_autofree char *left = g_strdup_printf ("%s %s", first, last);
      g_autofree char *right = g_strdup_printf ("%s %s", first, other);
      gboolean expected = mappe_text_similarity (right, left) >= 0.88 - 1e-9;

      mappe_likeness_add (likeness, one);
      alike += expected;
      g_assert_cmpint (mappe_likeness_find (likeness, two), ==, expected ? 7 : 0);
    }
  g_assert_cmpuint (alike, >, 2500);
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign-values/numbers", test_numbers);
  g_test_add_func ("/foreign-values/words", test_words);
  g_test_add_func ("/foreign-values/days", test_days);
  g_test_add_func ("/foreign-values/guard", test_guard);
  g_test_add_func ("/foreign-values/headings", test_headings);
  g_test_add_func ("/foreign-values/proposal", test_proposal);
  g_test_add_func ("/foreign-values/all-labels", test_all_labels);
  g_test_add_func ("/foreign-values/alike", test_alike);
  return g_test_run ();
}
