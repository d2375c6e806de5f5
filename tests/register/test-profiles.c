/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a register for others may not hold is not in it, not a byte. */
#include <string.h>

#include "mappe-agenda-item.h"
#include "mappe-decision.h"
#include "mappe-document.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-meeting.h"
#include "mappe-project.h"
#include "register-test.h"

typedef MappeTestStore Fixture;

#define MARK "Geheimnis"

/* --- what is secret, said here once more and in another way than in the program --- */

/* Nobody but the council. */
static const char *const own_kinds[] = {
  "citizen-input",        "volunteer",       "invitation",      "patrol",      "event-consent",
  "deployment-plan-item", "deployment-plan", "debrief-finding", "event-check", NULL,
};

/* Members know the names from the minutes. */
static const char *const known_names[] = {
  "person.title",
  "person.first_name",
  "person.last_name",
  "person.role",
  "membership.deputy_name",
  "attendance.deputy_name",
  "guest.name",
  "motion.proposer_name",
  "minutes.signed_chair",
  "minutes.signed_minute_taker",
  NULL,
};

/* Kinds about people, or of the inside of the council, of which the public sees nothing. */
static const char *const inner_kinds[] = {
  "person",
  "membership",
  "attendance",
  "absence",
  "guest",
  "guest-item",
  "motion",
  "statement",
  "objection",
  "task",
  "conflict-declaration",
  "decision-exclusion",
  "roll-call-vote",
  "agenda-version",
  "minutes",
  "text-template",
  "gate-answer",
  "finance-line",
  "measure-goal",
  "funding-application",
  "agreement",
  "agreement-clause",
  "event",
  "clause-review",
  "transfer",
  "transfer-condition",
  "escalation-contact",
  "site-audit",
  "project-factor",
  NULL,
};

static gboolean
is_own (const MappeKind *kind)
{
  return g_strv_contains (own_kinds, kind->name);
}

static gboolean
is_code (const MappeRow *row, guint field, const char *code)
{
  return g_strcmp0 (mappe_row_get_text (row, field), code) == 0;
}

static MappeRow *
load (Fixture *fixture, const MappeKind *kind, gint64 id)
{
  return mappe_store_load (fixture->store, kind, id, NULL);
}

/* Whether the agenda item is for the public; 0 is none. */
static gboolean
is_public_item (Fixture *fixture, gint64 id)
{
  g_autoptr (MappeRow) item = id > 0 ? load (fixture, &mappe_agenda_item_kind, id) : NULL;

  return item == NULL || mappe_row_get_int (item, MAPPE_AGENDA_ITEM_PUBLIC) == 1;
}

static gboolean
is_public_record (Fixture *fixture, const MappeRow *row)
{
  const MappeKind *kind = row->kind;

  if (is_own (kind) || g_strv_contains (inner_kinds, kind->name))
    return FALSE;
  if (kind == &mappe_agenda_item_kind)
    return is_public_item (fixture, row->id);
  if (kind == &mappe_decision_kind)
    return mappe_row_get_int (row, MAPPE_DECISION_PUBLIC) == 1 &&
           is_public_item (fixture, mappe_row_get_int (row, MAPPE_DECISION_AGENDA_ITEM));
  if (kind == &mappe_document_kind)
    return is_code (row, MAPPE_DOCUMENT_CLASSIFICATION, "public") &&
           is_public_item (fixture, mappe_row_get_int (row, MAPPE_DOCUMENT_AGENDA_ITEM));
  if (kind == &mappe_meeting_kind)
    return mappe_row_get_int (row, MAPPE_MEETING_PUBLIC_PART) == 1 &&
           (is_code (row, MAPPE_MEETING_STATE, "held") || !mappe_row_is_null (row, MAPPE_MEETING_PUBLISHED_ON));
  return kind != &mappe_project_kind || !is_code (row, MAPPE_PROJECT_STATUS, "idea");
}

static gboolean
is_secret_from_public (Fixture *fixture, const MappeRow *row, guint field)
{
  const MappeFieldSpec *spec = &row->kind->fields[field];
  gboolean announced = row->kind == &mappe_agenda_item_kind &&
                       (field == MAPPE_AGENDA_ITEM_NUMBER || field == MAPPE_AGENDA_ITEM_PUBLIC_TITLE);

  return (spec->flags & (MAPPE_FIELD_PERSONAL | MAPPE_FIELD_CONFIDENTIAL)) != 0 ||
         g_str_equal (spec->name, "note") || (!is_public_record (fixture, row) && !announced);
}

/* An agenda that nobody was invited to yet is a draft. */
static gboolean
is_draft (Fixture *fixture, const MappeRow *row)
{
  g_autoptr (MappeRow) meeting = NULL;

  if (row->kind != &mappe_agenda_item_kind)
    return FALSE;
  meeting = load (fixture, &mappe_meeting_kind, mappe_row_get_int (row, MAPPE_AGENDA_ITEM_MEETING));
  return is_code (meeting, MAPPE_MEETING_STATE, "planned");
}

static gboolean
is_secret_from_members (Fixture *fixture, const MappeRow *row, guint field)
{
  const MappeFieldSpec *spec = &row->kind->fields[field];
  g_autofree char *name = g_strconcat (row->kind->name, ".", spec->name, NULL);

  if (is_own (row->kind) || is_draft (fixture, row) || (spec->flags & MAPPE_FIELD_CONFIDENTIAL) != 0 ||
      g_str_equal (spec->name, "note") ||
      (row->kind == &mappe_document_kind && is_code (row, MAPPE_DOCUMENT_CLASSIFICATION, "confidential")))
    return TRUE;
  return (spec->flags & MAPPE_FIELD_PERSONAL) != 0 && !g_strv_contains (known_names, name);
}

typedef gboolean (*Secret) (Fixture *fixture, const MappeRow *row, guint field);

/* --- marks --- */

static gboolean
is_text (const MappeFieldSpec *field)
{
  return field->type == MAPPE_FIELD_TEXT || field->type == MAPPE_FIELD_LONGTEXT;
}

/* Whether the record would still be one: numbers and periods have a form. */
static gboolean
may_mark (const MappeRow *row, guint field)
{
  g_autoptr (MappeRow) marked = mappe_row_copy (row);

  if (field == MAPPE_FIELD_REFERENCE || !is_text (&row->kind->fields[field]))
    return FALSE;
  mappe_row_set_canonical (marked, field, MARK, NULL);
  return mappe_row_validate (marked, NULL, NULL);
}

static guint
mark_row (Fixture *fixture, MappeEdit *edit, MappeRow *row, Secret is_secret)
{
  g_autoptr (MappeRow) marked = mappe_row_copy (row);
  guint marks = 0;

  for (guint i = 0; i < row->kind->n_fields; i++)
    if (is_secret (fixture, row, i) && may_mark (row, i))
      {
        g_autofree char *text = g_strdup_printf (MARK " %s %s", row->kind->name, row->kind->fields[i].name);

        mappe_row_set_canonical (marked, i, text, NULL);
        marks++;
      }
  if (marks > 0)
    mappe_edit_update (edit, mappe_row_ref (row), g_steal_pointer (&marked));
  return marks;
}

/* Writes the mark into every text that is secret. Returns: how many there are */
static guint
mark_all (Fixture *fixture, Secret is_secret)
{
  g_autoptr (MappeEdit) edit = mappe_edit_new_base ("marks");
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (GError) error = NULL;
  guint n_kinds, marks = 0;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (MappeQuery) query = mappe_query_new (kinds[k]);
      g_autoptr (GPtrArray) listed = mappe_store_list (fixture->store, query, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < listed->len; i++)
        marks += mark_row (fixture, edit, ((MappeListed *) g_ptr_array_index (listed, i))->row, is_secret);
    }
  applied = mappe_store_apply (fixture->store, g_steal_pointer (&edit), NULL, &error);
  g_assert_no_error (error);
  return marks;
}

static void
assert_absent (const char *text, const char *what)
{
  const char *at = strstr (text, what);

  if (at != NULL)
    g_test_message ("%.200s", at);
  g_assert_null (at);
}

static void
test_public (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL, *full = NULL;

  g_assert_cmpuint (mark_all (fixture, is_secret_from_public), >, 1000);
  full = register_of (fixture->store, MAPPE_PROFILE_FULL);
  g_assert_nonnull (strstr (full, MARK));
  text = register_of (fixture->store, MAPPE_PROFILE_PUBLIC);
  assert_absent (text, MARK);
  assert_absent (text, "ref=\"person-");
  assert_absent (text, "<person ");
  assert_absent (text, "<note>");
}

static void
test_members (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_cmpuint (mark_all (fixture, is_secret_from_members), >, 500);
  text = register_of (fixture->store, MAPPE_PROFILE_MEMBERS);
  assert_absent (text, MARK);
  g_assert_nonnull (strstr (text, "<withheld reason=\"personal\"/>"));
  g_assert_nonnull (strstr (text, "<withheld reason=\"confidential\"/>"));
  g_assert_nonnull (strstr (text, "<last_name>"));
  assert_absent (text, "<phone>+49 170");
}

/* Of what is not public the public notice says when it comes, and what it is in general words. */
static void
test_announced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = register_of (fixture->store, MAPPE_PROFILE_PUBLIC);
  const char *at = strstr (text, "<withheld reason=\"confidential\"/>");

  g_assert_nonnull (at);
  while (strncmp (at, "    <agenda-item ", strlen ("    <agenda-item ")) != 0)
    at--;
  g_assert_nonnull (strstr (at, "<number>"));
  at = strstr (at, "<meeting ref=");
  g_assert_nonnull (at);
  g_assert_cmpint (strstr (at, "<withheld") - at, <, 400);
  g_assert_nonnull (strstr (text, "<title>"));
}

/* --- references --- */

static GHashTable *
shown_ids (const char *text)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *at = strstr (text, " id=\""); at != NULL; at = strstr (at + 1, " id=\""))
    {
      const char *id = at + strlen (" id=\"");
      const char *end = strchr (id, '"');

      if (!g_str_has_prefix (end, "\">\n      <withheld"))
        g_hash_table_add (ids, g_strndup (id, (gsize) (end - id)));
    }
  return ids;
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  for (MappeProfile profile = MAPPE_PROFILE_PUBLIC; profile <= MAPPE_PROFILE_FULL; profile++)
    {
      g_autofree char *text = register_of (fixture->store, profile);
      g_autoptr (GHashTable) ids = shown_ids (text);
      guint references = 0;

      for (const char *at = strstr (text, " ref=\""); at != NULL; at = strstr (at + 1, " ref=\""), references++)
        {
          const char *id = at + strlen (" ref=\"");
          g_autofree char *one = g_strndup (id, strcspn (id, "\""));

          if (!g_hash_table_contains (ids, one))
            g_test_message ("%.120s", at - 40);
          g_assert_true (g_hash_table_contains (ids, one));
        }
      g_assert_cmpuint (references, >, 500);
    }
}

/* --- small numbers --- */

#define SMALL "3.0625"

/* A number that is found again, past the rule that counts are whole. */
static void
add_value (Fixture *fixture, gint64 indicator, const char *value)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, indicator);
  g_autoptr (MappeEdit) edit = mappe_edit_new_base ("value");
  g_autoptr (MappeApplied) applied = NULL;
  g_autoptr (GError) error = NULL;

  mappe_edit_insert (
      edit, mappe_test_row (&mappe_indicator_value_kind, "indicator", id, "period", "2031", "value", value, NULL));
  applied = mappe_store_apply (fixture->store, g_steal_pointer (&edit), NULL, &error);
  g_assert_no_error (error);
}

static void
test_small_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_indicator_kind);
  g_autoptr (GPtrArray) listed = mappe_store_list (fixture->store, query, NULL);
  g_autofree char *full = NULL;
  gint64 open = 0, small = 0;

  for (guint i = 0; i < listed->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (listed, i))->row;

      if (mappe_row_get_int (row, MAPPE_INDICATOR_SUPPRESS_BELOW_5) != 0)
        small = row->id;
      else
        open = row->id;
    }
  g_assert_cmpint (small, >, 0);
  add_value (fixture, small, SMALL);
  mappe_test_set (fixture->store, &mappe_indicator_kind, small, "baseline", "4.0625");
  add_value (fixture, open, "3.5625");
  full = register_of (fixture->store, MAPPE_PROFILE_FULL);
  g_assert_nonnull (strstr (full, ">" SMALL "<"));
  for (MappeProfile profile = MAPPE_PROFILE_PUBLIC; profile <= MAPPE_PROFILE_MEMBERS; profile++)
    {
      g_autofree char *text = register_of (fixture->store, profile);

      assert_absent (text, SMALL);
      assert_absent (text, "4.0625");
      g_assert_nonnull (strstr (text, "<status>suppressed</status>"));
      g_assert_nonnull (strstr (text, ">3.5625<"));
    }
}

/* --- one person --- */

static void
test_subject (Fixture *fixture, gconstpointer data)
{
  gint64 person = mappe_test_id (fixture->store, "person", "M03");
  const MappeRegisterOrder order = { MAPPE_PROFILE_SUBJECT, EXPORTED, "de", person };
  g_autofree char *path = g_build_filename (fixture->folder, "out.xml", NULL);
  g_autofree char *text = NULL,
                  *email = mappe_test_get (fixture->store, mappe_kind_lookup ("person", NULL), person, "email");
  g_autoptr (GError) error = NULL;
  const char *at;

  mappe_register_save (fixture->store, path, &order, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  at = strstr (text, "    <person id=");
  g_assert_nonnull (at);
  assert_absent (at + 1, "    <person id=");
  g_assert_nonnull (strstr (text, email));
  g_assert_nonnull (strstr (text, "<attendance id="));
  assert_absent (text, "<citizen-input id=");
}

/* --- the archive --- */

static char *
archive_of (Fixture *fixture, const char *until)
{
  const MappeRegisterOrder order = { MAPPE_PROFILE_ARCHIVE, EXPORTED, "de", 0, until };
  g_autofree char *path = g_build_filename (fixture->folder, "out.xml", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  mappe_register_save (fixture->store, path, &order, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static guint
count_of (const char *text, const char *what)
{
  guint number = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    number++;
  return number;
}

/* Matters that are closed, confidential or not, with their files; no way to reach people, nothing that is open. */
static void
test_archive (Fixture *fixture, gconstpointer data)
{
  g_autofree char *all = archive_of (fixture, NULL);
  g_autofree char *early = archive_of (fixture, "2026-03-31");
  g_autoptr (GHashTable) ids = shown_ids (all);

  assert_absent (all, "<phone>+49 170");
  assert_absent (all, "<pack_channel>");
  assert_absent (all, "<state>planned</state>");
  assert_absent (all, "<withheld");
  g_assert_nonnull (strstr (all, "<public>false</public>"));
  g_assert_nonnull (strstr (all, "<piece>"));
  g_assert_cmpuint (count_of (early, "<meeting id="), >, 0);
  g_assert_cmpuint (count_of (early, "<meeting id="), <, count_of (all, "<meeting id="));
  g_assert_cmpuint (count_of (early, "<agenda-item id="), <, count_of (all, "<agenda-item id="));
  for (const char *at = strstr (all, " ref=\""); at != NULL; at = strstr (at + 1, " ref=\""))
    {
      g_autofree char *one = g_strndup (at + strlen (" ref=\""), strcspn (at + strlen (" ref=\""), "\""));

      g_assert_true (g_hash_table_contains (ids, one));
    }
}

/* Who may see what is said of every kind: of one that comes later nobody but the council sees anything. */
static void
test_every_kind (Fixture *fixture, gconstpointer data)
{
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);
  g_autofree char *full = register_of (fixture->store, MAPPE_PROFILE_FULL);
  g_autofree char *public = register_of (fixture->store, MAPPE_PROFILE_PUBLIC);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *list = g_strdup_printf ("  <%s-list", kinds[i]->name);
      g_autofree char *record = g_strdup_printf ("<%s id=", kinds[i]->name);

      g_assert_nonnull (strstr (full, list));
      if (is_own (kinds[i]) || g_strv_contains (inner_kinds, kinds[i]->name))
        assert_absent (public, record);
    }
}

#define ADD(path, function)                                                                                       \
  g_test_add ("/register/profiles/" path, Fixture, "de", mappe_test_demo_set_up, function,                        \
              mappe_test_store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("public", test_public);
  ADD ("members", test_members);
  ADD ("announced", test_announced);
  ADD ("references", test_references);
  ADD ("small-numbers", test_small_numbers);
  ADD ("subject", test_subject);
  ADD ("archive", test_archive);
  ADD ("every-kind", test_every_kind);
  return g_test_run ();
}
