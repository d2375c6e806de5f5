/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-history-view.h"

#include <glib/gi18n-lib.h>

#include "mappe-date.h"
#include "mappe-display.h"
#include "mappe-text.h"

#define MOST_STEPS 100
#define VALUE_LENGTH 160

struct _MappeHistoryView {
  GtkBox           parent_instance;
  MappeStore      *store;
  const MappeKind *kind;
  GtkWidget       *group;
  GCancellable    *cancellable;
};

G_DEFINE_FINAL_TYPE (MappeHistoryView, mappe_history_view, GTK_TYPE_BOX)

/* References come as reference texts, which are for people already. */
static char *
describe_value (MappeHistoryView *self, guint field, const char *canonical)
{
  g_autoptr (MappeRow) row = mappe_row_new (self->kind);
  g_autofree char *text = NULL;
  if (canonical == NULL || *canonical == '\0')
    return g_strdup (_("empty"));
  if (self->kind->fields[field].type == MAPPE_FIELD_REF)
    return g_strdup (canonical);
  if (self->kind->fields[field].type == MAPPE_FIELD_BLOB)
    return g_strdup (_("a file"));
  if (mappe_row_set_canonical (row, field, canonical, NULL))
    text = mappe_display_field (mappe_display_get (self->store), row, field, NULL);
  g_autofree char *brief = mappe_text_ellipsize (text != NULL ? text : canonical, VALUE_LENGTH);
  return g_strdup_printf (_("“%s”"), brief);
}

static char *
describe_entry (MappeHistoryView *self, const MappeHistoryEntry *entry)
{
  if (entry->field < 0 || entry->field >= (int) self->kind->n_fields)
    return g_strdup (entry->op == MAPPE_CHANGE_INSERT   ? _("Created")
                     : entry->op == MAPPE_CHANGE_DELETE ? _("Deleted")
                                                        : _("Changed"));
  const char *label = _(self->kind->fields[entry->field].label);
  g_autofree char *old_value = describe_value (self, (guint) entry->field, entry->old_value);
  g_autofree char *new_value = describe_value (self, (guint) entry->field, entry->new_value);
  if (entry->op == MAPPE_CHANGE_DELETE)
    return g_strdup_printf (_("%s: was %s"), label, old_value);
  return g_strdup_printf (_("%s: from %s to %s"), label, old_value, new_value);
}

static const char *
describe_set_kind (const char *set_kind)
{
  if (g_strcmp0 (set_kind, "UNDO") == 0)
    return _("Undone");
  if (g_strcmp0 (set_kind, "REDO") == 0)
    return _("Redone");
  if (g_strcmp0 (set_kind, "IMPORT") == 0)
    return _("Imported");
  if (g_strcmp0 (set_kind, "REDACT") == 0)
    return _("Personal data erased");
  return NULL;
}

static char *
make_head (const MappeHistoryEntry *entry)
{
  const char *how = describe_set_kind (entry->set_kind);
  const char *label = entry->label != NULL && *entry->label != '\0' ? entry->label : _("Change");
  return how != NULL ? g_strdup_printf ("%s: %s", how, label) : g_strdup (label);
}

static void
add_step (MappeHistoryView *self, const MappeHistoryEntry *first, const char *what)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *head = make_head (first);
  g_autofree char *when = mappe_stamp_format (first->at);
  g_autofree char *about = g_strdup_printf ("%s · %s\n%s", when, first->actor != NULL ? first->actor : "", what);
  g_autofree char *title = g_markup_escape_text (head, -1);
  g_autofree char *subtitle = g_markup_escape_text (about, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

static void
renew_group (MappeHistoryView *self, const char *description)
{
  if (self->group != NULL)
    gtk_box_remove (GTK_BOX (self), self->group);
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), description);
  gtk_box_append (GTK_BOX (self), self->group);
}

/* The changes of one step stand together in one row. */
static void
fill (MappeHistoryView *self, GPtrArray *entries)
{
  guint steps = 0;
  renew_group (self, entries->len == 0 ? _("Nothing is recorded yet.")
                                       : _("Newest first. Nothing is ever removed here."));
  for (guint i = 0; i < entries->len && steps < MOST_STEPS; steps++)
    {
      const MappeHistoryEntry *first = g_ptr_array_index (entries, i);
      g_autoptr (GString) what = g_string_new (NULL);
      for (; i < entries->len; i++)
        {
          const MappeHistoryEntry *entry = g_ptr_array_index (entries, i);
          if (entry->set_id != first->set_id)
            break;
          g_autofree char *line = describe_entry (self, entry);
          g_string_append_printf (what, "%s%s", what->len > 0 ? "\n" : "", line);
        }
      add_step (self, first, what->str);
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeHistoryView) self = MAPPE_HISTORY_VIEW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = mappe_store_history_finish (MAPPE_STORE (source), result, &error);
  if (entries != NULL)
    fill (self, entries);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->store != NULL)
    renew_group (self, _("The history could not be read."));
}

static void
withdraw (MappeHistoryView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
mappe_history_view_dispose (GObject *object)
{
  MappeHistoryView *self = MAPPE_HISTORY_VIEW (object);
  withdraw (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_history_view_parent_class)->dispose (object);
}

static void
mappe_history_view_class_init (MappeHistoryViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_history_view_dispose;
}

static void
mappe_history_view_init (MappeHistoryView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/** mappe_history_view_new: Returns: (transfer floating): a view that shows nothing yet */
GtkWidget *
mappe_history_view_new (MappeStore *store)
{
  MappeHistoryView *self = g_object_new (MAPPE_TYPE_HISTORY_VIEW, NULL);
  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

/** mappe_history_view_show: Reads the history of the record @id of @kind anew. */
void
mappe_history_view_show (MappeHistoryView *self, const MappeKind *kind, gint64 id)
{
  withdraw (self);
  self->kind = kind;
  self->cancellable = g_cancellable_new ();
  mappe_store_history_async (self->store, kind, id, self->cancellable, loaded_cb, g_object_ref (self));
}
