/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-list-acts.h"

#include <glib/gi18n.h>

#include "mappe-feedback.h"
#include "mappe-list-texts.h"

typedef struct {
  GtkWidget       *near;
  MappeStore      *store;
  const MappeKind *kind;
  gboolean         deletes;
  guint            field;
  char            *canonical;
  char            *done;  /* what the toast says */
} Act;

static void
act_free (Act *act)
{
  g_object_unref (act->near);
  g_object_unref (act->store);
  g_free (act->canonical);
  g_free (act->done);
  g_free (act);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static const char *
failure (const Act *act)
{
  return act->deletes ? _("Nothing was deleted") : _("Nothing was changed");
}

static gboolean
is_shown (const Act *act)
{
  return gtk_widget_get_root (act->near) != NULL;
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, &fault, &error);

  if (!is_shown (act))
    return;
  if (applied == NULL)
    mappe_feedback_error (act->near, error, failure (act));
  else if (applied->set_id == 0)
    mappe_feedback_toast (act->near, _("All of them have this value already"));
  else
    mappe_feedback_undoable (act->near, act->done);
}

/* One record is called by its name, several by their number. */
static char *
what (GPtrArray *listed)
{
  if (listed->len == 1)
    {
      const MappeListed *one = g_ptr_array_index (listed, 0);
      /* Translators: name of a record in quotation marks */
      return g_strdup_printf (_("“%s”"), one->title != NULL ? one->title : mappe_row_get_text (one->row, 0));
    }
  return mappe_list_n_records (listed->len);
}

static MappeEdit *
edit_to_delete (Act *act, GPtrArray *listed)
{
  g_autofree char *name = what (listed);
  g_autofree char *label = g_strdup_printf (_("Delete %s"), name);
  MappeEdit *edit = mappe_edit_new (label);

  for (guint i = 0; i < listed->len; i++)
    {
      const MappeRow *row = ((MappeListed *) g_ptr_array_index (listed, i))->row;
      mappe_edit_delete (edit, row->kind, row->id, row->version);
    }
  act->done = g_strdup_printf (_("%s deleted"), name);
  return edit;
}

static MappeEdit *
edit_to_set (Act *act, GPtrArray *listed, GError **error)
{
  g_autofree char *name = what (listed);
  const char *field = _(act->kind->fields[act->field].label);
  /* Translators: step that can be undone: field and records, e.g. "Set Status of 3 records" */
  g_autofree char *label = g_strdup_printf (_("Set %s of %s"), field, name);
  g_autoptr (MappeEdit) edit = mappe_edit_new (label);

  for (guint i = 0; i < listed->len; i++)
    {
      MappeRow *row = ((MappeListed *) g_ptr_array_index (listed, i))->row;
      g_autoptr (MappeRow) mine = mappe_row_copy (row);
      if (!mappe_row_set_canonical (mine, act->field, act->canonical, error) ||
          !mappe_row_validate (mine, NULL, error))
        return NULL;
      mappe_edit_update (edit, mappe_row_ref (row), g_steal_pointer (&mine));
    }
  act->done = g_strdup_printf (_("%s of %s set"), field, name);
  return g_steal_pointer (&edit);
}

static void
rows_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = mappe_store_rows_finish (MAPPE_STORE (source), result, &error);
  MappeEdit *edit = NULL;
  MappeStore *store = act->store;

  if (listed != NULL && listed->len > 0)
    edit = act->deletes ? edit_to_delete (act, listed) : edit_to_set (act, listed, &error);
  if (edit != NULL)
    mappe_store_apply_async (store, edit, NULL, applied_cb, g_steal_pointer (&act));
  else if (is_shown (act))
    mappe_feedback_error (act->near, error, failure (act));
}

static void
start (Act *act, GtkWidget *near, MappeStore *store, const MappeKind *kind, GArray *ids)
{
  act->near = g_object_ref (near);
  act->store = g_object_ref (store);
  act->kind = kind;
  if (ids->len > 0 && ids->len <= MAPPE_LIST_ACTS_MOST)
    {
      mappe_store_rows_async (store, kind, (const gint64 *) ids->data, ids->len, NULL, rows_cb, act);
      return;
    }
  if (ids->len > 0)
    mappe_feedback_toast (near, _("These are too many records for one step. Select fewer of them."));
  act_free (act);
}

/**
 * mappe_list_delete:
 * @ids: (element-type gint64): ids of records
 *
 * Deletes at once and offers to take it back.
 */
void
mappe_list_delete (GtkWidget *near, MappeStore *store, const MappeKind *kind, GArray *ids)
{
  Act *act = g_new0 (Act, 1);

  act->deletes = TRUE;
  start (act, near, store, kind, ids);
}

/**
 * mappe_list_set:
 * @ids: (element-type gint64): ids of records
 * @field: number of a field
 * @canonical: (nullable): value in stored form, %NULL empties the field
 *
 * Gives a field of many records the same value.
 */
void
mappe_list_set (GtkWidget *near,
                MappeStore *store,
                const MappeKind *kind,
                GArray *ids,
                guint field,
                const char *canonical)
{
  Act *act = g_new0 (Act, 1);

  act->field = field;
  act->canonical = g_strdup (canonical);
  start (act, near, store, kind, ids);
}
