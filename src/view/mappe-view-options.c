/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-view-options.h"

#include <glib/gi18n.h>

struct _MappeViewOptions {
  GtkWidget        parent_instance;
  MappeTable      *table;
  const MappeKind *kind;
  GtkWidget       *button;
  GtkWidget       *popover;
  GtkWidget       *sort_field;
  GtkWidget       *descending;
  GtkWidget       *columns;
  GArray          *sortable;  /* guint: field of each line of the drop-down */
  gboolean         setting;
};

enum { SORT_CHANGED, COLUMNS_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeViewOptions, mappe_view_options, GTK_TYPE_WIDGET)

static gboolean
has_column (MappeViewOptions *self, guint field)
{
  guint n;
  const guint *fields = mappe_table_get_columns (self->table, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i] == field)
      return TRUE;
  return FALSE;
}

/* What can be sorted and shown: everything but file contents. */
static gboolean
is_offered (const MappeFieldSpec *field)
{
  return field->type != MAPPE_FIELD_BLOB;
}

static void
limit_columns (MappeViewOptions *self)
{
  guint n;

  mappe_table_get_columns (self->table, &n);
  for (GtkWidget *child = gtk_widget_get_first_child (self->columns); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean on = gtk_check_button_get_active (GTK_CHECK_BUTTON (child));
      gtk_widget_set_sensitive (child, on ? n > 1 : n < MAPPE_TABLE_MOST_COLUMNS);
    }
}

static void
column_toggled_cb (GtkCheckButton *check, MappeViewOptions *self)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "field"));
  guint fields[MAPPE_TABLE_MOST_COLUMNS + 1], n_old, n = 0;
  const guint *old = mappe_table_get_columns (self->table, &n_old);

  if (self->setting)
    return;
  for (guint i = 0; i < n_old; i++)
    if (old[i] != field)
      fields[n++] = old[i];
  if (gtk_check_button_get_active (check))
    fields[n++] = field;
  mappe_table_set_columns (self->table, fields, n);
  limit_columns (self);
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
}

static void
reset_cb (MappeViewOptions *self)
{
  guint fields[MAPPE_TABLE_MOST_COLUMNS];

  mappe_table_set_columns (self->table, fields, mappe_table_usual_columns (self->kind, fields));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
}

static void
sort_cb (MappeViewOptions *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sort_field));

  if (self->setting || selected >= self->sortable->len)
    return;
  mappe_table_set_sort (self->table, g_array_index (self->sortable, guint, selected),
                        gtk_check_button_get_active (GTK_CHECK_BUTTON (self->descending)));
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

static void
fill_sort (MappeViewOptions *self)
{
  guint field = MAPPE_FIELD_REFERENCE;
  gboolean descending = FALSE;

  mappe_table_get_sort (self->table, &field, &descending);
  for (guint i = 0; i < self->sortable->len; i++)
    if (g_array_index (self->sortable, guint, i) == field)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sort_field), i);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->descending), descending);
}

static void
show_cb (MappeViewOptions *self)
{
  GtkWidget *child;

  self->setting = TRUE;
  fill_sort (self);
  while ((child = gtk_widget_get_first_child (self->columns)) != NULL)
    gtk_box_remove (GTK_BOX (self->columns), child);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      if (!is_offered (&self->kind->fields[i]))
        continue;
      child = gtk_check_button_new_with_label (_(self->kind->fields[i].label));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), has_column (self, i));
      g_object_set_data (G_OBJECT (child), "field", GUINT_TO_POINTER (i));
      g_signal_connect_object (child, "toggled", G_CALLBACK (column_toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (self->columns), child);
    }
  limit_columns (self);
  self->setting = FALSE;
}

static GtkWidget *
heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 6);
  return label;
}

static void
action_clicked_cb (GtkButton *button, MappeViewOptions *self)
{
  const char *action = g_object_get_data (G_OBJECT (button), "action");

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static GtkWidget *
action_button (MappeViewOptions *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) action);
  g_signal_connect_object (button, "clicked", G_CALLBACK (action_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
make_columns (MappeViewOptions *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->columns = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->columns);
  return scrolled;
}

static GtkWidget *
make_content (MappeViewOptions *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *reset = gtk_button_new_with_label (_("Usual columns"));

  self->sort_field = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sort_field), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sort by"),
                                  -1);
  self->descending = gtk_check_button_new_with_label (_("Greatest or last first"));
  gtk_widget_add_css_class (reset, "flat");
  gtk_box_append (GTK_BOX (box), heading (_("Sort by")));
  gtk_box_append (GTK_BOX (box), self->sort_field);
  gtk_box_append (GTK_BOX (box), self->descending);
  gtk_box_append (GTK_BOX (box), heading (_("Columns")));
  gtk_box_append (GTK_BOX (box), make_columns (self));
  gtk_box_append (GTK_BOX (box), reset);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), action_button (self, _("Select all"), "records.select-all"));
  gtk_box_append (GTK_BOX (box), action_button (self, _("Copy selected rows"), "records.copy"));
  gtk_box_append (GTK_BOX (box), action_button (self, _("Export as CSV…"), "records.export"));
  gtk_box_append (GTK_BOX (box), action_button (self, _("Import…"), "records.import"));
  g_signal_connect_object (reset, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sort_field, "notify::selected", G_CALLBACK (sort_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->descending, "toggled", G_CALLBACK (sort_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static void
mappe_view_options_dispose (GObject *object)
{
  MappeViewOptions *self = MAPPE_VIEW_OPTIONS (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->table);
  G_OBJECT_CLASS (mappe_view_options_parent_class)->dispose (object);
}

static void
mappe_view_options_finalize (GObject *object)
{
  g_array_unref (MAPPE_VIEW_OPTIONS (object)->sortable);
  G_OBJECT_CLASS (mappe_view_options_parent_class)->finalize (object);
}

static void
mappe_view_options_class_init (MappeViewOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mappe_view_options_dispose;
  object_class->finalize = mappe_view_options_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", MAPPE_TYPE_VIEW_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", MAPPE_TYPE_VIEW_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
}

static void
mappe_view_options_init (MappeViewOptions *self)
{
  self->sortable = g_array_new (FALSE, FALSE, sizeof (guint));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "view-more-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _("Sorting, columns, export"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Sorting, columns, export"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
offer_sort_fields (MappeViewOptions *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (is_offered (&self->kind->fields[i]) && self->kind->fields[i].type != MAPPE_FIELD_LONGTEXT)
      {
        gtk_string_list_append (names, _(self->kind->fields[i].label));
        g_array_append_val (self->sortable, i);
      }
  self->setting = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->sort_field), G_LIST_MODEL (names));
  self->setting = FALSE;
}

/**
 * mappe_view_options_new:
 * @table: the table of the list
 * @kind: kind of its records
 *
 * Returns: (transfer floating): a new menu button
 */
GtkWidget *
mappe_view_options_new (MappeTable *table, const MappeKind *kind)
{
  MappeViewOptions *self;

  g_return_val_if_fail (MAPPE_IS_TABLE (table), NULL);
  self = g_object_new (MAPPE_TYPE_VIEW_OPTIONS, NULL);
  self->table = g_object_ref (table);
  self->kind = kind;
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), make_content (self));
  offer_sort_fields (self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
