/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-list-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mappe-bulk-edit.h"
#include "mappe-csv-export.h"
#include "mappe-dialogs.h"
#include "mappe-feedback.h"
#include "mappe-filter-chip.h"
#include "mappe-import-window.h"
#include "mappe-list-acts.h"
#include "mappe-list-columns.h"
#include "mappe-list-texts.h"
#include "mappe-number.h"
#include "mappe-table-private.h"
#include "mappe-view-options.h"
#include "mappe-wrap-layout.h"

struct _MappeListView {
  GtkWidget        parent_instance;
  MappeStore      *store;
  const MappeKind *kind;
  MappeListModel  *model;
  MappeTable      *table;
  MappeSelection  *selection;
  GPtrArray       *filters;        /* of MappeFilterChip, owned by @chips */
  GCancellable    *cancellable;    /* of the page */
  GCancellable    *export_cancellable;
  gint64           told_id;        /* the record that "selected" named last */
  gint64           next_id;        /* to be selected when the selected records are gone */
  gboolean         clearing;

  GtkWidget       *bar;
  GtkWidget       *entry;
  GtkWidget       *count;
  GtkWidget       *chips;
  GtkWidget       *stack;
  GtkWidget       *table_bin;
  GtkWidget       *empty_page;
  GtkWidget       *new_button;
  GtkWidget       *selection_revealer;
  GtkWidget       *selection_label;
  GtkWidget       *export_revealer;
  GtkWidget       *export_progress;
};

enum { SELECTED, OPENED, EDIT, NEW, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeListView, mappe_list_view, GTK_TYPE_WIDGET)

/* --- the question put to the store --- */

static gboolean
mappe_list_view_is_filtered (MappeListView *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    return TRUE;
  for (guint i = 0; i < self->filters->len; i++)
    {
      g_auto (GStrv) codes = mappe_filter_chip_get_codes (g_ptr_array_index (self->filters, i));
      if (codes[0] != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_filters (MappeListView *self, MappeQuery *query, MappeFilterChip *except)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      MappeFilterChip *chip = g_ptr_array_index (self->filters, i);
      g_auto (GStrv) codes = mappe_filter_chip_get_codes (chip);
      for (guint n = 0; chip != except && codes[n] != NULL; n++)
        mappe_query_where (query, mappe_filter_chip_get_field (chip), MAPPE_OP_EQUAL, codes[n]);
    }
  mappe_query_match (query, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static MappeQuery *
mappe_list_view_make_query (MappeListView *self)
{
  MappeQuery *query = mappe_query_new (self->kind);
  guint field;
  gboolean descending;

  add_filters (self, query, NULL);
  if (!mappe_table_get_sort (self->table, &field, &descending))
    mappe_list_usual_sort (self->kind, &field, &descending);
  mappe_query_order (query, field, descending);
  return query;
}

static void
mappe_list_view_ask (MappeListView *self)
{
  g_autoptr (MappeQuery) query = NULL;

  if (self->clearing)
    return;
  query = mappe_list_view_make_query (self);
  if (mappe_query_equal (query, mappe_list_model_get_query (self->model)))
    return;
  mappe_table_expect_refill (self->table);
  mappe_list_model_set_query (self->model, query);
}

static void
sort_changed_cb (MappeListView *self)
{
  mappe_list_columns_save_sort (self->table, self->kind);
  mappe_list_view_ask (self);
}

static void
columns_changed_cb (MappeListView *self)
{
  mappe_list_columns_save (self->table, self->kind);
}

/* --- quick filters --- */

typedef struct {
  MappeFilterChip *chip;
  char            *code;
} Counting;

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Counting *counting = data;
  gint64 n = mappe_store_count_finish (MAPPE_STORE (source), result, NULL);

  if (n >= 0)
    mappe_filter_chip_set_count (counting->chip, counting->code, n);
  g_object_unref (counting->chip);
  g_free (counting->code);
  g_free (counting);
}

/* How many there would be if only this value were ticked, with all other filters as they are. */
static void
count_cb (MappeFilterChip *chip, const char *code, MappeListView *self)
{
  g_autoptr (MappeQuery) query = mappe_query_new (self->kind);
  Counting *counting = g_new0 (Counting, 1);

  add_filters (self, query, chip);
  mappe_query_where (query, mappe_filter_chip_get_field (chip), MAPPE_OP_EQUAL, code);
  counting->chip = g_object_ref (chip);
  counting->code = g_strdup (code);
  mappe_store_count_async (self->store, query, self->cancellable, counted_cb, counting);
}

static void
mappe_list_view_add_chips (MappeListView *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const MappeFieldSpec *field = &self->kind->fields[i];
      if (!(field->flags & MAPPE_FIELD_FILTER) ||
          (field->type != MAPPE_FIELD_CODE && field->type != MAPPE_FIELD_BOOL))
        continue;
      GtkWidget *chip = mappe_filter_chip_new (self->store, self->kind, i);
      g_signal_connect_object (chip, "changed", G_CALLBACK (mappe_list_view_ask), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (chip, "count", G_CALLBACK (count_cb), self, 0);
      g_ptr_array_add (self->filters, chip);
      gtk_box_append (GTK_BOX (self->chips), chip);
    }
  gtk_widget_set_visible (self->chips, self->filters->len > 0);
}

static void
filter_changed_cb (MappeListView *self)
{
  mappe_list_view_ask (self);
}

static void
filter_stopped_cb (MappeListView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  mappe_table_focus_list (self->table);
}

static void
filter_activated_cb (MappeListView *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;
  if (mappe_selection_get_n_selected (self->selection) == 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  mappe_table_focus_list (self->table);
}

static gboolean
filter_key_cb (MappeListView *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  mappe_table_focus_list (self->table);
  return TRUE;
}

static void
typed_cb (MappeListView *self, const char *text)
{
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* --- what is seen --- */

static void
mappe_list_view_update_count (MappeListView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gint64 total = MAX (mappe_list_model_get_n_total (self->model), n);
  g_autofree char *shown = mappe_int_format (n);
  g_autofree char *all = mappe_int_format (total);
  /* Translators: number of records that the filter lets through, number of all */
  g_autofree char *text = g_strdup_printf (_("%s of %s"), shown, all);

  if (mappe_list_model_get_loading (self->model))
    return;
  gtk_label_set_label (GTK_LABEL (self->count), text);
}

/* Decided only when the answer is there, so that nothing flickers while it is on its way. */
static void
mappe_list_view_update_stack (MappeListView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const char *page = "table";

  mappe_list_view_update_count (self);
  if (n == 0 && mappe_list_model_get_loading (self->model))
    return;
  if (n == 0)
    page = mappe_list_view_is_filtered (self) ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

static void
mappe_list_view_update_selection (MappeListView *self)
{
  guint n = mappe_selection_get_n_selected (self->selection);
  gint64 id = mappe_selection_get_single (self->selection);
  gboolean writable = mappe_store_get_state (self->store) == MAPPE_STORE_WRITABLE;
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_label_set_label (GTK_LABEL (self->selection_label), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->selection_revealer), n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.copy", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.delete", writable && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.set", writable && n > 0);
  if (id == self->told_id && n <= 1)
    return;
  self->told_id = id;
  g_signal_emit (self, signals[SELECTED], 0, id);
}

/* While the list is emptied and filled again, nothing is selected for a moment: that is not worth telling. */
static void
selection_changed_cb (MappeListView *self)
{
  if (mappe_selection_get_n_selected (self->selection) > 0 || !mappe_list_model_get_loading (self->model))
    mappe_list_view_update_selection (self);
}

static void
refreshed_cb (MappeListView *self)
{
  mappe_list_view_update_selection (self);
}

static void
loading_cb (MappeListView *self)
{
  mappe_list_view_update_stack (self);
  if (mappe_list_model_get_loading (self->model))
    return;
  /* Where the selected record was deleted, its neighbour is next. */
  if (self->next_id != 0 && mappe_selection_get_n_selected (self->selection) == 0)
    mappe_table_show_id (self->table, self->next_id);
  self->next_id = 0;
  mappe_list_view_update_selection (self);
}

static void
failed_cb (MappeListView *self, GError *error)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    mappe_feedback_error (GTK_WIDGET (self), error, _("The list is not complete"));
}

static void
activated_cb (MappeListView *self, gint64 id)
{
  /* The row with the focus need not be the selected one. */
  if (mappe_selection_get_single (self->selection) != id)
    mappe_selection_select_id (self->selection, id);
  g_signal_emit (self, signals[OPENED], 0, id);
}

static void
edit_cb (MappeListView *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

/* Shows all records. */
static void
clear_filter (MappeListView *self)
{
  g_return_if_fail (MAPPE_IS_LIST_VIEW (self));
  self->clearing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  for (guint i = 0; i < self->filters->len; i++)
    mappe_filter_chip_set_codes (g_ptr_array_index (self->filters, i), NULL);
  self->clearing = FALSE;
  mappe_list_view_ask (self);
}

static void
leave_cb (MappeListView *self)
{
  if (mappe_list_view_is_filtered (self))
    clear_filter (self);
}

/* --- acts --- */

static gint64
mappe_list_view_neighbour (MappeListView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint last = gtk_bitset_get_maximum (selected), first = gtk_bitset_get_minimum (selected);

  if (gtk_bitset_is_empty (selected))
    return 0;
  if (last + 1 < g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    return mappe_list_model_get_id (self->model, last + 1);
  return first > 0 ? mappe_list_model_get_id (self->model, first - 1) : 0;
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mappe_list_view_delete (MAPPE_LIST_VIEW (widget));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mappe_table_copy (MAPPE_LIST_VIEW (widget)->table);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (MAPPE_LIST_VIEW (widget)->selection));
}

static void
set_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeListView *self = MAPPE_LIST_VIEW (widget);
  g_autoptr (GArray) ids = mappe_selection_get_ids (self->selection);

  mappe_bulk_edit_open (widget, self->store, self->kind, ids);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[NEW], 0);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  clear_filter (MAPPE_LIST_VIEW (widget));
}

/* --- export --- */

static void
progress_cb (guint done, guint total, gpointer data)
{
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (MAPPE_LIST_VIEW (data)->export_progress),
                                 (double) done / total);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeListView) self = data;
  g_autoptr (GError) error = NULL;
  guint n;
  gboolean done = mappe_csv_export_finish (result, &n, &error);

  g_clear_object (&self->export_cancellable);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->export_revealer), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.export", TRUE);
  if (done)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u record exported", "%u records exported", n), n);
      mappe_feedback_toast (GTK_WIDGET (self), text);
    }
  else
    mappe_feedback_error (GTK_WIDGET (self), error, _("The list was not exported"));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeListView) self = data;
  g_autoptr (GFile) file = mappe_dialogs_choose_finish (result, NULL);
  guint n_fields;
  const guint *fields;

  if (file == NULL || self->table == NULL || self->export_cancellable != NULL)
    return;
  fields = mappe_table_get_columns (self->table, &n_fields);
  self->export_cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->export_progress), 0);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->export_revealer), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.export", FALSE);
  mappe_csv_export_async (self->store, mappe_list_model_get_query (self->model), fields, n_fields, file,
                          self->export_cancellable, progress_cb, self, exported_cb, g_object_ref (self));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeListView *self = MAPPE_LIST_VIEW (widget);
  MappeDialogsFilter filter = { _("CSV tables"), "*.csv" };
  g_autofree char *suggested = g_strconcat (_(self->kind->label_plural), ".csv", NULL);

  mappe_dialogs_choose_async (widget, MAPPE_DIALOGS_SAVE, _("Export as CSV"), &filter, suggested, chosen_cb,
                              g_object_ref (self));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeListView *self = MAPPE_LIST_VIEW (widget);

  mappe_import_window_open (widget, self->store, self->kind, NULL);
}

static void
cancel_export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MappeListView *self = MAPPE_LIST_VIEW (widget);

  if (self->export_cancellable != NULL)
    g_cancellable_cancel (self->export_cancellable);
}

/* --- GObject --- */

static void
mappe_list_view_dispose (GObject *object)
{
  MappeListView *self = MAPPE_LIST_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->export_cancellable != NULL)
    g_cancellable_cancel (self->export_cancellable);
  g_clear_object (&self->cancellable);
  g_ptr_array_set_size (self->filters, 0);
  self->table = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), MAPPE_TYPE_LIST_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_list_view_parent_class)->dispose (object);
}

static void
mappe_list_view_finalize (GObject *object)
{
  MappeListView *self = MAPPE_LIST_VIEW (object);

  g_clear_object (&self->export_cancellable);
  g_ptr_array_unref (self->filters);
  G_OBJECT_CLASS (mappe_list_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "records.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "records.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "records.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "records.set", NULL, set_action);
  gtk_widget_class_install_action (widget_class, "records.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "records.clear-filter", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "records.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "records.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "records.cancel-export", NULL, cancel_export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "records.export", NULL);
}

static void
mappe_list_view_class_init (MappeListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mappe_list_view_dispose;
  object_class->finalize = mappe_list_view_finalize;
  signals[SELECTED] = g_signal_new ("selected", MAPPE_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", MAPPE_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[EDIT] =
      g_signal_new ("edit", MAPPE_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEW] =
      g_signal_new ("new", MAPPE_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  install_actions (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-list-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeListView, bar);
  gtk_widget_class_bind_template_child (widget_class, MappeListView, entry);
  gtk_widget_class_bind_template_child (widget_class, MappeListView, count);
  gtk_widget_class_bind_template_child (widget_class, MappeListView, chips);
  gtk_widget_class_bind_template_child (widget_class, MappeListView, stack);
  gtk_widget_class_bind_template_child (widget_class, MappeListView, table_bin);
  gtk_widget_class_bind_template_child (widget_class, MappeListView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, MappeListView, new_button);
  gtk_widget_class_bind_template_child (widget_class, MappeListView, selection_revealer);
  gtk_widget_class_bind_template_child (widget_class, MappeListView, selection_label);
  gtk_widget_class_bind_template_child (widget_class, MappeListView, export_revealer);
  gtk_widget_class_bind_template_child (widget_class, MappeListView, export_progress);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_key_cb);
}

static void
mappe_list_view_init (MappeListView *self)
{
  self->filters = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  g_type_ensure (ADW_TYPE_BIN);
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
mappe_list_view_make_table (MappeListView *self)
{
  g_autoptr (MappeQuery) query = mappe_query_new (self->kind);
  guint field;
  gboolean descending;

  if (!mappe_list_columns_load_sort (self->kind, &field, &descending))
    mappe_list_usual_sort (self->kind, &field, &descending);
  mappe_query_order (query, field, descending);
  self->model = mappe_list_model_new (self->store, query);
  self->table = MAPPE_TABLE (mappe_table_new (self->model, self->store));
  self->selection = g_object_ref (mappe_table_get_selection (self->table));
  mappe_list_columns_load (self->table, self->kind);
  mappe_table_set_sort (self->table, field, descending);
  adw_bin_set_child (ADW_BIN (self->table_bin), GTK_WIDGET (self->table));
}

static void
mappe_list_view_connect (MappeListView *self)
{
  g_signal_connect_object (self->table, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "sort-changed", G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "delete-pressed", G_CALLBACK (mappe_list_view_delete), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "edit-pressed", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "leave-pressed", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::n-selected", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (mappe_list_view_update_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::n-total", G_CALLBACK (mappe_list_view_update_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mappe_list_view_new:
 * @store: an open store
 * @kind: which records
 *
 * Returns: (transfer floating): a list that fills itself
 */
GtkWidget *
mappe_list_view_new (MappeStore *store, const MappeKind *kind)
{
  MappeListView *self;
  GtkWidget *options;

  g_return_val_if_fail (MAPPE_IS_STORE (store), NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  self = g_object_new (MAPPE_TYPE_LIST_VIEW, NULL);
  self->store = g_object_ref (store);
  self->kind = kind;
  mappe_list_view_make_table (self);
  mappe_list_view_connect (self);
  mappe_list_view_add_chips (self);
  options = mappe_view_options_new (self->table, kind);
  g_signal_connect_object (options, "sort-changed", G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (options, "columns-changed", G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->bar), options);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty_page), mappe_list_empty (kind));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty_page), mappe_list_purpose (kind));
  gtk_button_set_label (GTK_BUTTON (self->new_button), mappe_list_new_label (kind));
  if (mappe_store_get_state (store) != MAPPE_STORE_WRITABLE)
    gtk_widget_set_visible (self->new_button, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.import",
                                 mappe_store_get_state (store) == MAPPE_STORE_WRITABLE);
  mappe_import_accept_drop (GTK_WIDGET (self), store, kind);
  mappe_list_view_update_selection (self);
  return GTK_WIDGET (self);
}

/**
 * mappe_list_view_get_kind:
 *
 * Returns: kind of the records
 */
const MappeKind *
mappe_list_view_get_kind (MappeListView *self)
{
  g_return_val_if_fail (MAPPE_IS_LIST_VIEW (self), NULL);
  return self->kind;
}

/**
 * mappe_list_view_get_model:
 *
 * Returns: (transfer none): the records
 */
MappeListModel *
mappe_list_view_get_model (MappeListView *self)
{
  g_return_val_if_fail (MAPPE_IS_LIST_VIEW (self), NULL);
  return self->model;
}

/**
 * mappe_list_view_get_table:
 *
 * Returns: (transfer none): the table
 */
MappeTable *
mappe_list_view_get_table (MappeListView *self)
{
  g_return_val_if_fail (MAPPE_IS_LIST_VIEW (self), NULL);
  return self->table;
}

/**
 * mappe_list_view_get_selected:
 *
 * Returns: id of the record selected, 0 for none or many
 */
gint64
mappe_list_view_get_selected (MappeListView *self)
{
  g_return_val_if_fail (MAPPE_IS_LIST_VIEW (self), 0);
  return mappe_selection_get_single (self->selection);
}

/**
 * mappe_list_view_get_n_selected:
 *
 * Returns: number of selected records
 */
guint
mappe_list_view_get_n_selected (MappeListView *self)
{
  g_return_val_if_fail (MAPPE_IS_LIST_VIEW (self), 0);
  return mappe_selection_get_n_selected (self->selection);
}

/**
 * mappe_list_view_show_id:
 * @id: id of a record
 *
 * Selects it and scrolls to it. A filter that hides it is cleared.
 */
void
mappe_list_view_show_id (MappeListView *self, gint64 id)
{
  g_return_if_fail (MAPPE_IS_LIST_VIEW (self));
  if (mappe_table_show_id (self->table, id) || !mappe_list_view_is_filtered (self))
    return;
  clear_filter (self);
  mappe_table_show_id (self->table, id);
}

/**
 * mappe_list_view_focus_filter:
 *
 * Puts the keyboard into the filter.
 */
void
mappe_list_view_focus_filter (MappeListView *self)
{
  g_return_if_fail (MAPPE_IS_LIST_VIEW (self));
  gtk_widget_grab_focus (self->entry);
}

/**
 * mappe_list_view_focus_list:
 *
 * Puts the keyboard into the list.
 */
void
mappe_list_view_focus_list (MappeListView *self)
{
  g_return_if_fail (MAPPE_IS_LIST_VIEW (self));
  mappe_table_focus_list (self->table);
}

/**
 * mappe_list_view_delete:
 *
 * Deletes the selected records, which can be undone.
 */
void
mappe_list_view_delete (MappeListView *self)
{
  g_autoptr (GArray) ids = NULL;

  g_return_if_fail (MAPPE_IS_LIST_VIEW (self));
  if (mappe_store_get_state (self->store) != MAPPE_STORE_WRITABLE)
    return;
  ids = mappe_selection_get_ids (self->selection);
  self->next_id = mappe_list_view_neighbour (self);
  mappe_list_delete (GTK_WIDGET (self), self->store, self->kind, ids);
}

/**
 * mappe_list_view_set_icon_name:
 * @icon_name: (nullable): picture of the list while it is empty
 */
void
mappe_list_view_set_icon_name (MappeListView *self, const char *icon_name)
{
  g_return_if_fail (MAPPE_IS_LIST_VIEW (self));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty_page), icon_name);
}
