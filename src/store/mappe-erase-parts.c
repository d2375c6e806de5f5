/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-erase-private.h"

#include "mappe-citizen-input.h"
#include "mappe-erasure.h"
#include "mappe-invitation.h"
#include "mappe-person.h"
#include "mappe-volunteer.h"

/* Which values are erased with a record. What a record of a meeting tells (attendance, votes, statements, signatures)
 * is not among them: Art. 17 (3) (b) and (d) GDPR. */

static const MappeErasePart parts[] = {
  { &mappe_person_kind, &mappe_person_kind, -1,
    { MAPPE_PERSON_ROLE, MAPPE_PERSON_FUNCTION, MAPPE_PERSON_APPOINTMENT_MODE, MAPPE_PERSON_APPOINTED_ON,
      MAPPE_PERSON_TERM_END, MAPPE_PERSON_OBLIGATION_SIGNED_ON, MAPPE_PERSON_EMAIL, MAPPE_PERSON_PHONE,
      MAPPE_PERSON_NOTE, -1 },
    { MAPPE_PERSON_TITLE, MAPPE_PERSON_FIRST_NAME, MAPPE_PERSON_LAST_NAME, -1 } },
  { &mappe_person_kind, &mappe_invitation_kind, MAPPE_INVITATION_PERSON,
    { MAPPE_INVITATION_ADDRESS, MAPPE_INVITATION_NOTE, -1 }, { MAPPE_INVITATION_NAME, -1 } },
  { &mappe_citizen_input_kind, &mappe_citizen_input_kind, -1,
    { MAPPE_CITIZEN_INPUT_CONTACT, MAPPE_CITIZEN_INPUT_NOTE, -1 }, { -1 } },
  { &mappe_volunteer_kind, &mappe_volunteer_kind, -1,
    { MAPPE_VOLUNTEER_EMAIL, MAPPE_VOLUNTEER_PHONE, MAPPE_VOLUNTEER_UNDERTAKING_ON, MAPPE_VOLUNTEER_EXPENSE_RULE,
      MAPPE_VOLUNTEER_TRAINED_ON, MAPPE_VOLUNTEER_TRAINING_DUE_ON, MAPPE_VOLUNTEER_THANKED_ON, MAPPE_VOLUNTEER_NOTE,
      -1 },
    { MAPPE_VOLUNTEER_FIRST_NAME, MAPPE_VOLUNTEER_LAST_NAME, -1 } },
};

const MappeErasePart *
mappe_erase_parts (guint *n_parts)
{
  *n_parts = G_N_ELEMENTS (parts);
  return parts;
}

/** mappe_erase_part_of: Returns: (transfer none) (nullable): what is erased of a record of @kind itself */
const MappeErasePart *
mappe_erase_part_of (const MappeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].kind == kind && parts[i].link < 0)
      return &parts[i];
  return NULL;
}

/** mappe_erase_covers: Returns: whether personal data of records of @kind can be erased */
gboolean
mappe_erase_covers (const MappeKind *kind)
{
  return mappe_erase_part_of (kind) != NULL;
}

/* A name that must not be empty becomes the reference, which says nothing. */
static void
blank_field (MappeRow *row, guint field)
{
  if ((row->kind->fields[field].flags & MAPPE_FIELD_REQUIRED) != 0)
    mappe_value_copy (&row->values[field], &row->values[MAPPE_FIELD_REFERENCE]);
  else
    mappe_value_clear (&row->values[field]);
}

/** mappe_erase_blank: Empties the fields of @row that are erased. */
void
mappe_erase_blank (const MappeErasePart *part, MappeRow *row, gboolean name_kept)
{
  for (const int *field = part->fields; *field >= 0; field++)
    blank_field (row, (guint) *field);
  for (const int *field = part->name; !name_kept && *field >= 0; field++)
    blank_field (row, (guint) *field);
}

/* --- the change log --- */

static void
append_fields (GString *sql, const MappeErasePart *part, gboolean name_kept)
{
  const char *before = "'";

  for (const int *field = part->fields; *field >= 0; field++, before = ", '")
    g_string_append_printf (sql, "%s%s'", before, part->kind->fields[*field].name);
  for (const int *field = part->name; !name_kept && *field >= 0; field++, before = ", '")
    g_string_append_printf (sql, "%s%s'", before, part->kind->fields[*field].name);
}

/* Values of the log that belong to the record $1, also those of parts that are deleted by now. */
static char *
log_condition (const MappeErasePart *part, gboolean name_kept)
{
  g_autoptr (GString) sql = g_string_new (" WHERE (old_value IS NOT NULL OR new_value IS NOT NULL) AND field IN (");

  append_fields (sql, part, name_kept);
  g_string_append_printf (sql, ") AND change_id IN (SELECT c.id FROM change c WHERE c.kind_name = '%s'",
                          part->kind->name);
  if (part->link < 0)
    g_string_append (sql, " AND c.record_id = $1 AND c.last_id = $1)");
  else
    g_string_append_printf (sql,
                            " AND (c.record_id IN (SELECT r.id FROM %s r WHERE r.%s = $1)"
                            " OR c.id IN (SELECT v.change_id FROM change_value v WHERE v.field = '%s'"
                            " AND v.old_value = CAST ($1 AS TEXT))))",
                            part->kind->table, part->kind->fields[part->link].name,
                            part->kind->fields[part->link].name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/** mappe_erase_log: Empties what the change log holds of the erased fields. */
gboolean
mappe_erase_log (MappeConn *conn, const MappeErasePart *part, gint64 about, gboolean name_kept, GError **error)
{
  g_autofree char *condition = log_condition (part, name_kept);
  g_autofree char *sql = g_strconcat ("UPDATE change_value SET old_value = NULL, new_value = NULL", condition, NULL);
  MappeStmt *stmt = mappe_conn_prepare (conn, sql, error);

  if (stmt == NULL)
    return FALSE;
  mappe_stmt_bind_int (stmt, 1, about);
  return mappe_stmt_run (stmt, error);
}

/** mappe_erase_count_log: Returns: how many values those are, -1 with an error */
gint64
mappe_erase_count_log (MappeConn *conn, const MappeErasePart *part, gint64 about, gboolean name_kept, GError **error)
{
  g_autofree char *condition = log_condition (part, name_kept);
  g_autofree char *sql = g_strconcat ("SELECT COUNT (*) FROM change_value", condition, NULL);
  MappeStmt *stmt = mappe_conn_prepare (conn, sql, error);
  gboolean has_row;
  gint64 count = -1;

  if (stmt == NULL)
    return -1;
  mappe_stmt_bind_int (stmt, 1, about);
  if (mappe_stmt_step (stmt, &has_row, error) && has_row)
    count = mappe_stmt_get_int (stmt, 0);
  mappe_stmt_reset (stmt);
  return count;
}

/* --- what was erased before --- */

static void
erased_free (MappeErased *self)
{
  g_free (self->uid);
  g_free (self);
}

/** mappe_erased_read: Returns: (transfer full) (nullable) (element-type MappeErased): all erasures of the file */
GPtrArray *
mappe_erased_read (MappeConn *conn, GError **error)
{
  MappeStmt *stmt = mappe_conn_prepare (conn, "SELECT uid, kind, name_kept FROM erasure ORDER BY id", error);
  g_autoptr (GPtrArray) erased = g_ptr_array_new_with_free_func ((GDestroyNotify) erased_free);
  gboolean has_row = stmt != NULL;

  while (has_row)
    {
      MappeErased *one;
      const MappeKind *kind;

      if (!mappe_stmt_step (stmt, &has_row, error))
        return NULL;
      kind = has_row ? mappe_kind_lookup (mappe_stmt_get_text (stmt, 1), NULL) : NULL;
      if (kind == NULL || !mappe_erase_covers (kind))
        continue;
      one = g_new (MappeErased, 1);
      *one = (MappeErased) { g_strdup (mappe_stmt_get_text (stmt, 0)), kind, mappe_stmt_get_int (stmt, 2) != 0 };
      g_ptr_array_add (erased, one);
    }
  return stmt != NULL ? g_steal_pointer (&erased) : NULL;
}

/** mappe_erased_by_uid: Returns: (transfer full) (element-type utf8 MappeErased): valid as long as @erased */
GHashTable *
mappe_erased_by_uid (GPtrArray *erased)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < erased->len; i++)
    {
      MappeErased *one = g_ptr_array_index (erased, i);

      g_hash_table_insert (table, one->uid, one);
    }
  return table;
}
