/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mappe-person.h"
#include "mappe-project.h"
#include "mappe-record-error.h"
#include "mappe-record.h"

static void
set (MappeRow *row, guint field, const char *canonical)
{
  g_autoptr (GError) error = NULL;
  mappe_row_set_canonical (row, field, canonical, &error);
  g_assert_no_error (error);
}

static MappeRow *
new_person (const char *last_name, const char *first_name)
{
  MappeRow *row = mappe_row_new (&mappe_person_kind);
  set (row, MAPPE_PERSON_LAST_NAME, last_name);
  set (row, MAPPE_PERSON_FIRST_NAME, first_name);
  return row;
}

static void
assert_fault (const MappeRow *row, int expected_field, int code)
{
  g_autoptr (GError) error = NULL;
  int field = -2;
  g_assert_false (mappe_row_validate (row, &field, &error));
  g_assert_error (error, MAPPE_RECORD_ERROR, code);
  g_assert_cmpint (field, ==, expected_field);
  g_assert_true (strstr (error->message, row->kind->fields[field].name) != NULL);
}

static void
assert_valid (const MappeRow *row)
{
  g_autoptr (GError) error = NULL;
  int field = -2;
  mappe_row_validate (row, &field, &error);
  g_assert_no_error (error);
  g_assert_cmpint (field, ==, -1);
}

/* Values */

static void
test_value (void)
{
  MappeValue one = MAPPE_VALUE_INIT, two = MAPPE_VALUE_INIT;
  g_assert_true (mappe_value_equal (&one, &two));
  mappe_value_set_text (&one, "ä");
  mappe_value_copy (&two, &one);
  g_assert_true (mappe_value_equal (&one, &two));
  g_assert_true (one.text != two.text);
  mappe_value_copy (&one, &one);
  g_assert_cmpstr (one.text, ==, "ä");
  mappe_value_set_int (&one, 1);
  mappe_value_set_real (&two, 1);
  g_assert_false (mappe_value_equal (&one, &two));
  mappe_value_set_text (&one, NULL);
  g_assert_true (mappe_value_is_null (&one));
  mappe_value_clear (&two);
}

/* Field tables: what the store, the lists and the forms rely on, for every kind. */

static void
check_field (const MappeKind *kind, guint number)
{
  const MappeFieldSpec *field = &kind->fields[number];
  g_test_message ("%s.%s", kind->name, field->name);
  g_assert_nonnull (field->name);
  g_assert_nonnull (field->label);
  g_assert_cmpuint (field->since, >=, 1);
  g_assert_cmpint (mappe_kind_find_field (kind, field->name), ==, (int) number);
  if (field->alias != NULL)
    g_assert_cmpint (mappe_kind_find_field (kind, field->alias), ==, (int) number);
  g_assert_true ((field->type == MAPPE_FIELD_CODE) == (field->code_list != NULL));
  g_assert_true ((field->type == MAPPE_FIELD_REF) == (field->target != NULL));
  g_assert_true (field->type == MAPPE_FIELD_DECIMAL || field->digits == 0);
  if (field->type == MAPPE_FIELD_REF)
    {
      gboolean required = (field->flags & MAPPE_FIELD_REQUIRED) != 0;
      g_assert_nonnull (mappe_kind_lookup (field->target, NULL));
      g_assert_true (required == (field->on_delete != MAPPE_DELETE_CLEAR));
      g_assert_true (!(field->flags & MAPPE_FIELD_OWNER) || field->on_delete == MAPPE_DELETE_CASCADE);
    }
  if ((field->flags & MAPPE_FIELD_LIST) != 0 && field->type == MAPPE_FIELD_TEXT)
    g_assert_true (mappe_field_has_key (field));
  /* Names the tables of the store need for themselves. */
  const char *taken[] = { "id", "loading", "from", "to", "order", "group", "index", "end", NULL };
  g_assert_false (g_strv_contains (taken, field->name));
  g_assert_false (g_str_equal (field->name, "version"));
}

static void
test_tables (void)
{
  guint n_kinds = 0;
  const MappeKind * const *kinds = mappe_kinds (&n_kinds);
  g_assert_cmpuint (n_kinds, ==, 77);
  for (guint i = 0; i < n_kinds; i++)
    {
      const MappeKind *kind = kinds[i];
      g_assert_cmpuint (mappe_kind_index (kind), ==, i);
      g_assert_true (mappe_kind_lookup (kind->name, NULL) == kind);
      g_assert_true (mappe_kind_lookup (kind->table, NULL) == kind);
      g_assert_cmpstr (kind->fields[MAPPE_FIELD_REFERENCE].name, ==, "reference");
      g_assert_nonnull (kind->fields[1].group);
      guint n_listed = 0, n_owners = 0;
      for (guint field = 0; field < kind->n_fields; field++)
        {
          check_field (kind, field);
          n_listed += (kind->fields[field].flags & MAPPE_FIELD_LIST) != 0;
          n_owners += (kind->fields[field].flags & MAPPE_FIELD_OWNER) != 0;
        }
      g_assert_cmpuint (n_listed, >=, 3);
      g_assert_cmpuint (n_listed, <=, 8);
      g_assert_cmpuint (n_owners, <=, 1);
      g_assert_true ((mappe_kind_owner_field (kind) >= 0) == (n_owners == 1));
    }
}

/* The order of the kinds is the order of import: what a record needs is there before it. */
static void
test_order (void)
{
  guint n_kinds = 0;
  const MappeKind * const *kinds = mappe_kinds (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    for (guint field = 0; field < kinds[i]->n_fields; field++)
      {
        const MappeFieldSpec *spec = &kinds[i]->fields[field];
        if (spec->type != MAPPE_FIELD_REF)
          continue;
        guint target = mappe_kind_index (mappe_kind_lookup (spec->target, NULL));
        g_assert_cmpuint (target, <=, i);
        g_assert_true (target < i || (spec->flags & MAPPE_FIELD_REQUIRED) == 0);
      }
}

static void
test_presets (void)
{
  guint n_kinds = 0;
  const MappeKind * const *kinds = mappe_kinds (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (MappeRow) row = mappe_row_new_preset (kinds[i]);
      for (guint field = 0; field < kinds[i]->n_fields; field++)
        {
          g_autofree char *canonical = mappe_row_get_canonical (row, field);
          g_assert_cmpstr (canonical, ==, kinds[i]->fields[field].preset);
          if (canonical != NULL)
            g_assert_true (mappe_field_validate (&kinds[i]->fields[field], &row->values[field], NULL));
        }
    }
}

static void
test_names (void)
{
  const MappeKind *person = &mappe_person_kind;
  g_assert_cmpint (mappe_kind_find_field (person, "last-name"), ==, MAPPE_PERSON_LAST_NAME);
  g_assert_cmpint (mappe_kind_find_field (person, "member_id"), ==, MAPPE_PERSON_REFERENCE);
  g_assert_cmpint (mappe_kind_find_field (person, "member-id"), ==, MAPPE_PERSON_REFERENCE);
  g_assert_cmpint (mappe_kind_find_field (person, "org_id"), ==, MAPPE_PERSON_ORGANISATION);
  g_assert_cmpint (mappe_kind_find_field (person, "org"), ==, MAPPE_PERSON_ORGANISATION);
  g_assert_cmpint (mappe_kind_find_field (person, "organisation-id"), ==, MAPPE_PERSON_ORGANISATION);
  g_assert_cmpint (mappe_kind_find_field (person, "id"), ==, -1);
  g_assert_cmpint (mappe_kind_find_field (person, ""), ==, -1);
  g_assert_cmpint (mappe_kind_find_field (person, "_id"), ==, -1);

  g_autoptr (GError) error = NULL;
  g_assert_cmpint (mappe_kind_require_field (person, "shoe_size", &error), ==, -1);
  g_assert_error (error, MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_UNKNOWN_FIELD);
  g_clear_error (&error);
  g_assert_null (mappe_kind_lookup ("suspect", &error));
  g_assert_error (error, MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_UNKNOWN_KIND);
}

/* Canonical form */

typedef struct {
  MappeFieldType type;
  const char    *canonical;
  gboolean       valid;
} Canonical;

static const Canonical canonicals[] = {
  { MAPPE_FIELD_TEXT, "Ämter & Gäste", TRUE },
  { MAPPE_FIELD_LONGTEXT, "a\nb", TRUE },
  { MAPPE_FIELD_INT, "-12", TRUE },
  { MAPPE_FIELD_INT, "9223372036854775807", TRUE },
  { MAPPE_FIELD_INT, "9223372036854775808", FALSE },
  { MAPPE_FIELD_INT, "12.5", FALSE },
  { MAPPE_FIELD_INT, "12 ", FALSE },
  { MAPPE_FIELD_DECIMAL, "123.45", TRUE },
  { MAPPE_FIELD_DECIMAL, "-0.05", TRUE },
  { MAPPE_FIELD_DECIMAL, "1.234", FALSE },
  { MAPPE_FIELD_DECIMAL, "1,5", FALSE },
  { MAPPE_FIELD_REAL, "0.1", TRUE },
  { MAPPE_FIELD_REAL, "nan", FALSE },
  { MAPPE_FIELD_REAL, "inf", FALSE },
  { MAPPE_FIELD_BOOL, "0", TRUE },
  { MAPPE_FIELD_BOOL, "1", TRUE },
  { MAPPE_FIELD_BOOL, "2", FALSE },
  { MAPPE_FIELD_BOOL, "true", FALSE },
  { MAPPE_FIELD_DATE, "2024-02-29", TRUE },
  { MAPPE_FIELD_DATE, "2023-02-29", FALSE },
  { MAPPE_FIELD_DATE, "31.12.2026", FALSE },
  { MAPPE_FIELD_TIME, "23:59", TRUE },
  { MAPPE_FIELD_TIME, "24:01", FALSE },
  { MAPPE_FIELD_DATETIME, "2026-07-18T19:42", TRUE },
  { MAPPE_FIELD_DATETIME, "2026-07-18 19:42", FALSE },
  { MAPPE_FIELD_CODE, "active", TRUE },
  { MAPPE_FIELD_REF, "7", TRUE },
  { MAPPE_FIELD_REF, "0", FALSE },
  { MAPPE_FIELD_REF, "MTG05", FALSE },
  { MAPPE_FIELD_BLOB, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", TRUE },
  { MAPPE_FIELD_BLOB, "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef", FALSE },
  { MAPPE_FIELD_BLOB, "abc", FALSE },
};

static void
test_canonical (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (canonicals); i++)
    {
      const Canonical *c = &canonicals[i];
      const MappeFieldSpec field = { .name = "f", .type = c->type,
                                     .digits = c->type == MAPPE_FIELD_DECIMAL ? 2 : 0 };
      g_autoptr (GError) error = NULL;
      MappeValue value = MAPPE_VALUE_INIT;
      g_test_message ("%d %s", c->type, c->canonical);
      g_assert_true (mappe_field_parse_canonical (&field, c->canonical, &value, &error) == c->valid);
      if (c->valid)
        {
          g_autofree char *again = mappe_field_to_canonical (&field, &value);
          g_assert_cmpstr (again, ==, c->canonical);
          g_assert_true (mappe_field_validate (&field, &value, &error));
        }
      else
        g_assert_error (error, MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_TYPE);
      g_clear_error (&error);
      g_assert_true (mappe_field_parse_canonical (&field, "", &value, &error));
      g_assert_true (mappe_value_is_null (&value));
    }
}

/* A value that was refused leaves the field as it was. */
static void
test_canonical_keeps (void)
{
  g_autoptr (MappeRow) row = mappe_row_new (&mappe_project_kind);
  set (row, MAPPE_PROJECT_BUDGET_EUR, "12.50");
  g_assert_false (mappe_row_set_canonical (row, MAPPE_PROJECT_BUDGET_EUR, "much", NULL));
  g_assert_cmpint (mappe_row_get_int (row, MAPPE_PROJECT_BUDGET_EUR), ==, 1250);
  g_assert_true (fabs (mappe_row_get_real (row, MAPPE_PROJECT_BUDGET_EUR) - 12.5) < 1e-9);
}

/* Rules of single fields */

static void
test_required (void)
{
  g_autoptr (MappeRow) row = mappe_row_new (&mappe_person_kind);
  assert_fault (row, MAPPE_PERSON_LAST_NAME, MAPPE_RECORD_ERROR_REQUIRED);
  set (row, MAPPE_PERSON_LAST_NAME, "  ");
  assert_fault (row, MAPPE_PERSON_LAST_NAME, MAPPE_RECORD_ERROR_REQUIRED);
  set (row, MAPPE_PERSON_LAST_NAME, "Öhler");
  assert_valid (row);
  row->id = 5;
  assert_fault (row, MAPPE_PERSON_REFERENCE, MAPPE_RECORD_ERROR_REQUIRED);
  set (row, MAPPE_PERSON_REFERENCE, "M05");
  assert_valid (row);
}

static void
test_text_limits (void)
{
  g_autofree char *fits = g_strnfill (MAPPE_TEXT_MAX, 'x');
  g_autofree char *huge = g_strnfill (MAPPE_LONGTEXT_MAX + 1, 'x');
  g_autoptr (MappeRow) row = new_person (fits, NULL);
  assert_valid (row);
  set (row, MAPPE_PERSON_LAST_NAME, huge);
  assert_fault (row, MAPPE_PERSON_LAST_NAME, MAPPE_RECORD_ERROR_TOO_LONG);
  set (row, MAPPE_PERSON_LAST_NAME, "Name");
  set (row, MAPPE_PERSON_NOTE, huge);
  assert_fault (row, MAPPE_PERSON_NOTE, MAPPE_RECORD_ERROR_TOO_LONG);
}

static void
test_text_characters (void)
{
  const char *bad[] = { "a\nb", "a\tb", "a\x01", "\xff\xfe", "ab\xc3" };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (MappeRow) row = new_person (bad[i], NULL);
      assert_fault (row, MAPPE_PERSON_LAST_NAME, MAPPE_RECORD_ERROR_ENCODING);
    }
  g_autoptr (MappeRow) row = new_person ("Name", NULL);
  set (row, MAPPE_PERSON_NOTE, "one\ntwo\tthree");
  assert_valid (row);
  set (row, MAPPE_PERSON_NOTE, "bell\a");
  assert_fault (row, MAPPE_PERSON_NOTE, MAPPE_RECORD_ERROR_ENCODING);
}

static void
test_type (void)
{
  g_autoptr (MappeRow) row = new_person ("Name", NULL);
  mappe_value_set_int (&row->values[MAPPE_PERSON_ROLE], 1);
  assert_fault (row, MAPPE_PERSON_ROLE, MAPPE_RECORD_ERROR_TYPE);
  set (row, MAPPE_PERSON_ROLE, NULL);
  mappe_value_set_int (&row->values[MAPPE_PERSON_VOTING], 2);
  assert_fault (row, MAPPE_PERSON_VOTING, MAPPE_RECORD_ERROR_TYPE);
  mappe_value_set_int (&row->values[MAPPE_PERSON_VOTING], 1);
  mappe_value_set_int (&row->values[MAPPE_PERSON_ORGANISATION], -1);
  assert_fault (row, MAPPE_PERSON_ORGANISATION, MAPPE_RECORD_ERROR_TYPE);
  set (row, MAPPE_PERSON_ORGANISATION, "1");
  mappe_value_set_text (&row->values[MAPPE_PERSON_TERM_END], "2026-02-30");
  assert_fault (row, MAPPE_PERSON_TERM_END, MAPPE_RECORD_ERROR_TYPE);
}

static void
test_range (void)
{
  const MappeFieldSpec field = { .name = "f", .type = MAPPE_FIELD_DECIMAL, .digits = 2,
                                 .minimum = 0, .maximum = 100 };
  const char *inside[] = { "0.00", "100.00", "0.01" }, *outside[] = { "-0.01", "100.01" };
  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    {
      MappeValue value = MAPPE_VALUE_INIT;
      g_assert_true (mappe_field_parse_canonical (&field, inside[i], &value, NULL));
      g_assert_true (mappe_field_validate (&field, &value, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      g_autoptr (GError) error = NULL;
      MappeValue value = MAPPE_VALUE_INIT;
      g_assert_true (mappe_field_parse_canonical (&field, outside[i], &value, NULL));
      g_assert_false (mappe_field_validate (&field, &value, &error));
      g_assert_error (error, MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_RANGE);
    }
  const MappeFieldSpec real = { .name = "r", .type = MAPPE_FIELD_REAL };
  MappeValue value = MAPPE_VALUE_INIT;
  mappe_value_set_real (&value, NAN);
  g_assert_false (mappe_field_validate (&real, &value, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/value", test_value);
  g_test_add_func ("/record/kind/tables", test_tables);
  g_test_add_func ("/record/kind/order", test_order);
  g_test_add_func ("/record/kind/presets", test_presets);
  g_test_add_func ("/record/kind/names", test_names);
  g_test_add_func ("/record/field/canonical", test_canonical);
  g_test_add_func ("/record/field/canonical-keeps", test_canonical_keeps);
  g_test_add_func ("/record/field/required", test_required);
  g_test_add_func ("/record/field/text-limits", test_text_limits);
  g_test_add_func ("/record/field/text-characters", test_text_characters);
  g_test_add_func ("/record/field/type", test_type);
  g_test_add_func ("/record/field/range", test_range);
  return g_test_run ();
}
