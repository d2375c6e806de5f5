/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-codes.h"

#include "mappe-code.h"

typedef struct {
  GHashTable *rows;   /* code → row */
  GPtrArray  *codes;  /* in order, ended by NULL once all are there */
} List;

struct _MappeCodes {
  GHashTable *lists;  /* name → List */
  GPtrArray  *rows;
};

static List *
list_new (void)
{
  List *list = g_new0 (List, 1);
  list->rows = g_hash_table_new (g_str_hash, g_str_equal);
  list->codes = g_ptr_array_new ();
  return list;
}

static void
list_free (List *list)
{
  g_hash_table_unref (list->rows);
  g_ptr_array_unref (list->codes);
  g_free (list);
}

static int
compare_rows_cb (gconstpointer left, gconstpointer right)
{
  const MappeRow *first = *(MappeRow * const *) left;
  const MappeRow *second = *(MappeRow * const *) right;
  gint64 here = mappe_row_get_int (first, MAPPE_CODE_POSITION);
  gint64 there = mappe_row_get_int (second, MAPPE_CODE_POSITION);
  if (here != there)
    return here < there ? -1 : 1;
  return g_strcmp0 (mappe_row_get_text (first, MAPPE_CODE_CODE), mappe_row_get_text (second, MAPPE_CODE_CODE));
}

static void
add_row (MappeCodes *self, MappeRow *row)
{
  const char *name = mappe_row_get_text (row, MAPPE_CODE_LIST);
  const char *code = mappe_row_get_text (row, MAPPE_CODE_CODE);
  if (name == NULL || code == NULL)
    return;
  List *list = g_hash_table_lookup (self->lists, name);
  if (list == NULL)
    {
      list = list_new ();
      g_hash_table_insert (self->lists, (char *) name, list);
    }
  if (g_hash_table_insert (list->rows, (char *) code, row))
    g_ptr_array_add (list->codes, (char *) code);
}

static void
end_lists (MappeCodes *self)
{
  GHashTableIter iter;
  gpointer list;
  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_add (((List *) list)->codes, NULL);
}

/**
 * mappe_codes_new:
 * @rows: (element-type MappeRow): rows of the kind "code" in any order; shared, so do not change them afterwards
 *
 * Returns: (transfer full): the lists
 */
MappeCodes *
mappe_codes_new (GPtrArray *rows)
{
  MappeCodes *self = g_new0 (MappeCodes, 1);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) list_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_row_unref);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->rows, mappe_row_ref (g_ptr_array_index (rows, i)));
  g_ptr_array_sort (self->rows, compare_rows_cb);
  for (guint i = 0; i < self->rows->len; i++)
    add_row (self, g_ptr_array_index (self->rows, i));
  end_lists (self);
  return self;
}

/**
 * mappe_codes_free:
 * @self: (transfer full): code lists
 */
void
mappe_codes_free (MappeCodes *self)
{
  g_hash_table_unref (self->lists);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * mappe_codes_label:
 * @self: code lists
 * @list: name of a list, e.g. "member_status"
 * @code: (nullable): a code
 * @german: whether the German label is asked for, else the English one
 *
 * A town may have written its own code in one language only; then that label serves for both.
 *
 * Returns: (nullable): the label, owned by @self; %NULL when the list has no such code
 */
const char *
mappe_codes_label (MappeCodes *self, const char *list, const char *code, gboolean german)
{
  const List *found = g_hash_table_lookup (self->lists, list);
  const MappeRow *row = found != NULL && code != NULL ? g_hash_table_lookup (found->rows, code) : NULL;
  if (row == NULL)
    return NULL;
  const char *label = mappe_row_get_text (row, german ? MAPPE_CODE_LABEL_DE : MAPPE_CODE_LABEL_EN);
  if (label == NULL)
    label = mappe_row_get_text (row, german ? MAPPE_CODE_LABEL_EN : MAPPE_CODE_LABEL_DE);
  return label != NULL ? label : mappe_row_get_text (row, MAPPE_CODE_CODE);
}

/**
 * mappe_codes_list:
 * @self: code lists
 * @list: name of a list
 *
 * Returns: (transfer none) (array zero-terminated=1): its codes in the order in which they are offered, owned by
 * @self; empty when there is no such list
 */
const char * const *
mappe_codes_list (MappeCodes *self, const char *list)
{
  static const char * const none[] = { NULL };
  const List *found = g_hash_table_lookup (self->lists, list);
  return found != NULL ? (const char * const *) found->codes->pdata : none;
}
