/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-list-columns.h"

#include <string.h>

#include "mappe-settings.h"

/**
 * mappe_list_columns_load:
 *
 * Gives the table the columns that were chosen for @kind; the usual ones stay where none were. Fields that are no
 * longer there are left out.
 */
void
mappe_list_columns_load (MappeTable *table, const MappeKind *kind)
{
  g_autoptr (GVariant) all = g_settings_get_value (mappe_settings_get (), "list-columns");
  g_autofree const char **names = NULL;
  guint fields[MAPPE_TABLE_MOST_COLUMNS], n = 0;

  if (!g_variant_lookup (all, kind->name, "^a&s", &names))
    return;
  for (guint i = 0; names[i] != NULL && n < MAPPE_TABLE_MOST_COLUMNS; i++)
    {
      int field = mappe_kind_find_field (kind, names[i]);
      if (field >= 0)
        fields[n++] = (guint) field;
    }
  if (n > 0)
    mappe_table_set_columns (table, fields, n);
}

static GVariant *
names_of (MappeTable *table, const MappeKind *kind)
{
  guint n;
  const guint *fields = mappe_table_get_columns (table, &n);
  const char *names[MAPPE_TABLE_MOST_COLUMNS];

  for (guint i = 0; i < n; i++)
    names[i] = kind->fields[fields[i]].name;
  return g_variant_new_strv (names, n);
}

/**
 * mappe_list_columns_save:
 *
 * Remembers the columns of the table for @kind.
 */
void
mappe_list_columns_save (MappeTable *table, const MappeKind *kind)
{
  g_autoptr (GVariant) all = g_settings_get_value (mappe_settings_get (), "list-columns");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "{&s@as}", &name, &value))
    if (strcmp (name, kind->name) != 0)
      g_variant_builder_add (&builder, "{s@as}", name, value);
  g_variant_builder_add (&builder, "{s@as}", kind->name, names_of (table, kind));
  g_settings_set_value (mappe_settings_get (), "list-columns", g_variant_builder_end (&builder));
}

/**
 * mappe_list_columns_load_sort:
 * @field: (out): number of the field
 * @descending: (out): whether the last is first
 *
 * Returns: whether an order was chosen for @kind
 */
gboolean
mappe_list_columns_load_sort (const MappeKind *kind, guint *field, gboolean *descending)
{
  g_autofree char *name = mappe_settings_get_entry ("list-sort", kind->name);
  int number;

  if (name == NULL)
    return FALSE;
  *descending = *name == '-';
  number = mappe_kind_find_field (kind, name + *descending);
  *field = number >= 0 ? (guint) number : 0;
  return number >= 0;
}

/**
 * mappe_list_columns_save_sort:
 *
 * Remembers the order of the table for @kind.
 */
void
mappe_list_columns_save_sort (MappeTable *table, const MappeKind *kind)
{
  g_autofree char *name = NULL;
  guint field;
  gboolean descending;

  if (!mappe_table_get_sort (table, &field, &descending))
    return;
  name = g_strconcat (descending ? "-" : "", kind->fields[field].name, NULL);
  mappe_settings_set_entry ("list-sort", kind->name, name);
}
