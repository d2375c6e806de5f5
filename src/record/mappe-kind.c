/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-kind.h"
#include "mappe-record-error.h"

#define MAPPE_KIND(name) extern const MappeKind mappe_##name##_kind;
#include "mappe-kinds.def"
#undef MAPPE_KIND

static const MappeKind * const kinds[] = {
#define MAPPE_KIND(name) &mappe_##name##_kind,
#include "mappe-kinds.def"
#undef MAPPE_KIND
};

/* People write "agenda-item", tables and files "agenda_item". */
static gboolean
same_name (const char *left, gsize length, const char *right)
{
  if (right == NULL || strlen (right) != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (left[i] != right[i] && !(left[i] == '-' && right[i] == '_'))
      return FALSE;
  return TRUE;
}

static gboolean
has_suffix (const char *name, gsize length, const char *suffix)
{
  gsize tail = strlen (suffix);
  return length > tail && same_name (name + length - tail, tail, suffix);
}

/* Whether the names are the same but for "_id" at the end of one of them. */
static gboolean
same_but_for_id (const char *name, const char *known)
{
  if (known == NULL)
    return FALSE;
  gsize length = strlen (name);
  gsize known_length = strlen (known);
  if (has_suffix (name, length, "_id"))
    return same_name (name, length - 3, known);
  if (!has_suffix (known, known_length, "_id"))
    return FALSE;
  g_autofree char *shorter = g_strndup (known, known_length - 3);
  return same_name (name, length, shorter);
}

/**
 * mappe_kinds:
 * @n_kinds: (out) (optional): their number
 *
 * All kinds, each after those that its required fields refer to: the order of import and dump.
 *
 * Returns: (transfer none): the kinds, valid for ever
 */
const MappeKind * const *
mappe_kinds (guint *n_kinds)
{
  if (n_kinds != NULL)
    *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * mappe_kind_lookup:
 * @name: name of a kind, with "-" or "_" between its words
 * @error: return location for %MAPPE_RECORD_ERROR_UNKNOWN_KIND
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL with @error set
 */
const MappeKind *
mappe_kind_lookup (const char *name, GError **error)
{
  g_return_val_if_fail (name != NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (same_name (name, strlen (name), kinds[i]->table))
      return kinds[i];
  g_set_error (error, MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_UNKNOWN_KIND, "no kind \"%s\"", name);
  return NULL;
}

/**
 * mappe_kind_index:
 * @kind: a kind
 *
 * Returns: its place in mappe_kinds()
 */
guint
mappe_kind_index (const MappeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      return i;
  g_return_val_if_reached (0);
}

/**
 * mappe_kind_find_field:
 * @kind: a kind
 * @name: name of a field as people, files or programs write it
 *
 * Accepts the name of the field and the heading of the interchange files, "-" for "_", and both with or without
 * "_id" at the end. An exact name wins over a heading, a heading over a name that differs by "_id".
 *
 * Returns: number of the field, or -1
 */
int
mappe_kind_find_field (const MappeKind *kind, const char *name)
{
  g_return_val_if_fail (name != NULL, -1);
  gsize length = strlen (name);
  for (guint i = 0; i < kind->n_fields; i++)
    if (same_name (name, length, kind->fields[i].name))
      return (int) i;
  for (guint i = 0; i < kind->n_fields; i++)
    if (same_name (name, length, kind->fields[i].alias))
      return (int) i;
  for (guint i = 0; i < kind->n_fields; i++)
    if (same_but_for_id (name, kind->fields[i].name) || same_but_for_id (name, kind->fields[i].alias))
      return (int) i;
  return -1;
}

/**
 * mappe_kind_require_field:
 * @kind: a kind
 * @name: name of a field, see mappe_kind_find_field()
 * @error: return location for %MAPPE_RECORD_ERROR_UNKNOWN_FIELD
 *
 * Returns: number of the field, or -1 with @error set
 */
int
mappe_kind_require_field (const MappeKind *kind, const char *name, GError **error)
{
  int field = mappe_kind_find_field (kind, name);
  if (field < 0)
    g_set_error (error, MAPPE_RECORD_ERROR, MAPPE_RECORD_ERROR_UNKNOWN_FIELD, "%s has no field \"%s\"", kind->name,
                 name);
  return field;
}

/**
 * mappe_kind_owner_field:
 * @kind: a kind
 *
 * Returns: number of the reference to the record that a record of @kind is a part of, or -1 if it stands alone
 */
int
mappe_kind_owner_field (const MappeKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & MAPPE_FIELD_OWNER) != 0)
      return (int) i;
  return -1;
}
