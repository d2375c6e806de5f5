/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-import-window-private.h"

#include <glib/gi18n.h>

#include "mappe-heading.h"
#include "mappe-patrol.h"
#include "mappe-reference-entry.h"
#include "mappe-text.h"

/* How the file is read: encoding, separator, which column is which field, and what becomes of duplicates. */

enum { MOST_COLUMNS = 60, MOST_DUPLICATES = 100, MOST_LETTERS = 48 };

static const char separators[] = { ';', ',', '\t', '|' };
static const char marks[] = { ',', '.' };

/* --- answers --- */

/* Returns: whether it is the user who chose, and something that is there */
static gboolean
is_chosen (MappeImportWindow *self, GtkWidget *row, guint n, guint *selected)
{
  if (self->filling || self->order == NULL)
    return FALSE;
  *selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  return *selected < n;
}

static void
kind_cb (MappeImportWindow *self, GParamSpec *pspec, GtkWidget *row)
{
  guint selected;

  if (!is_chosen (self, row, self->kinds->len, &selected))
    return;
  mappe_import_order_set_kind (self->order, g_ptr_array_index (self->kinds, selected));
  mappe_import_window_reread (self);
}

static void
encoding_cb (MappeImportWindow *self, GParamSpec *pspec, GtkWidget *row)
{
  const char *const *names = mappe_foreign_encodings ();
  guint selected;

  if (!is_chosen (self, row, g_strv_length ((char **) names), &selected))
    return;
  self->order->file->encoding = names[selected];
  mappe_import_window_reread (self);
}

static void
separator_cb (MappeImportWindow *self, GParamSpec *pspec, GtkWidget *row)
{
  guint selected;

  if (!is_chosen (self, row, G_N_ELEMENTS (separators), &selected))
    return;
  self->order->file->separator = separators[selected];
  mappe_import_window_reread (self);
}

static void
head_cb (MappeImportWindow *self)
{
  if (self->filling || self->order == NULL)
    return;
  self->order->has_head = gtk_switch_get_active (GTK_SWITCH (self->head));
  mappe_import_window_reread (self);
}

static void
mark_cb (MappeImportWindow *self, GParamSpec *pspec, GtkWidget *row)
{
  guint selected;

  if (!is_chosen (self, row, G_N_ELEMENTS (marks), &selected))
    return;
  self->order->mark = marks[selected];
  mappe_import_window_changed (self);
}

static void
duplicates_cb (MappeImportWindow *self, GParamSpec *pspec, GtkWidget *row)
{
  guint selected;

  if (!is_chosen (self, row, MAPPE_DUPLICATE_MERGE + 1, &selected))
    return;
  self->order->duplicates = (MappeDuplicateChoice) selected;
  g_hash_table_remove_all (self->order->choices);
  g_array_set_size (self->duplicates, 0);
  mappe_import_window_changed (self);
}

static void
duplicate_cb (MappeImportWindow *self, GParamSpec *pspec, GtkWidget *row)
{
  const guint64 *number = g_object_get_data (G_OBJECT (row), "number");
  guint selected;

  if (!is_chosen (self, row, MAPPE_DUPLICATE_MERGE + 1, &selected))
    return;
  mappe_import_order_choose (self->order, *number, (MappeDuplicateChoice) selected);
  mappe_import_window_changed (self);
}

/* --- the groups --- */

static GtkWidget *
new_choice (MappeImportWindow *self, const char *title, const char *const *names, GCallback chosen)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (names != NULL)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (names);

      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
    }
  g_signal_connect_swapped (row, "notify::selected", chosen, self);
  return row;
}

static GtkWidget *
add_choice (MappeImportWindow *self, GtkWidget *group, const char *title, const char *const *names, GCallback chosen)
{
  GtkWidget *row = new_choice (self, title, names, chosen);

  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
make_file_button (MappeImportWindow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-open-symbolic");

  gtk_widget_set_tooltip_text (button, _("Choose file…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose file…"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (mappe_import_window_choose), self);
  return button;
}

static GtkWidget *
make_reading (MappeImportWindow *self)
{
  const char *between[] = { _("Semicolon"), _("Comma"), _("Tab"), _("Vertical bar"), NULL };
  const char *writings[] = { _("Comma: 1.234,5"), _("Point: 1,234.5"), NULL };
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("How the file is read"));
  self->file = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->file), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->file), make_file_button (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->file);
  self->kind = add_choice (self, group, _("What the records are"), NULL, G_CALLBACK (kind_cb));
  self->encoding = add_choice (self, group, _("Encoding"), mappe_foreign_encodings (), G_CALLBACK (encoding_cb));
  self->separator = add_choice (self, group, _("Between the columns"), between, G_CALLBACK (separator_cb));
  self->mark = add_choice (self, group, _("Decimal mark"), writings, G_CALLBACK (mark_cb));
  self->head_row = adw_action_row_new ();
  self->head = gtk_switch_new ();
  gtk_widget_set_valign (self->head, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->head, "notify::active", G_CALLBACK (head_cb), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->head_row), _("The first line names the columns"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->head_row), self->head);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->head_row), self->head);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->head_row);
  return group;
}

static GtkWidget *
make_duplicates (MappeImportWindow *self)
{
  const char *choices[] = { _("Leave out"), _("Add as new"), _("Merge: fill what is empty"), NULL };

  self->duplicates_group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->duplicates_group), _("Perhaps there already"));
  self->duplicates_choice = add_choice (self, self->duplicates_group, _("All of them"), choices,
                                        G_CALLBACK (duplicates_cb));
  return self->duplicates_group;
}

/** mappe_import_choices_new: Returns: (transfer floating): the choices, empty before mappe_import_choices_fill() */
GtkWidget *
mappe_import_choices_new (MappeImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->columns = adw_preferences_group_new ();
  self->constants = adw_preferences_group_new ();
  self->column_rows = g_ptr_array_new ();
  self->constant_rows = g_ptr_array_new ();
  self->duplicate_rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->columns), _("Columns and fields"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->constants), _("The same for all"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->constants),
                                         _("What a record must have and the file does not say."));
  gtk_box_append (GTK_BOX (box), make_reading (self));
  gtk_box_append (GTK_BOX (box), make_duplicates (self));
  gtk_box_append (GTK_BOX (box), self->constants);
  gtk_box_append (GTK_BOX (box), self->columns);
  return box;
}

static void
clear_rows (GtkWidget *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

/* --- values for all --- */

static void
set_constant (MappeImportWindow *self, GtkWidget *row, const char *text)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "field"));

  if (self->filling || self->order == NULL)
    return;
  mappe_import_order_set_constant (self->order, field, text);
  mappe_import_window_changed (self);
}

static void
entry_cb (MappeImportWindow *self, GtkWidget *row)
{
  set_constant (self, row, gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
reference_cb (MappeImportWindow *self, GtkWidget *entry)
{
  gint64 id = mappe_reference_entry_get_id (MAPPE_REFERENCE_ENTRY (entry));
  g_autofree char *text = id > 0 ? g_strdup_printf ("#%" G_GINT64_FORMAT, id) : NULL;

  set_constant (self, entry, text);
}

static GtkWidget *
make_constant (MappeImportWindow *self, guint field)
{
  const MappeFieldSpec *spec = &self->order->kind->fields[field];
  GtkWidget *row, *box, *entry;

  if (spec->type != MAPPE_FIELD_REF)
    {
      row = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(spec->label));
      g_object_set_data (G_OBJECT (row), "field", GUINT_TO_POINTER (field));
      g_signal_connect_swapped (row, "changed", G_CALLBACK (entry_cb), self);
      return row;
    }
  row = adw_preferences_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  entry = mappe_reference_entry_new (self->store, mappe_kind_lookup (spec->target, NULL));
  mappe_reference_entry_set_creating (MAPPE_REFERENCE_ENTRY (entry), FALSE);
  mappe_reference_entry_set_name (MAPPE_REFERENCE_ENTRY (entry), _(spec->label));
  g_object_set_data (G_OBJECT (entry), "field", GUINT_TO_POINTER (field));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (reference_cb), self);
  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 9, "margin-bottom", 9, NULL);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", _(spec->label), "xalign", 0.0f, NULL));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
add_constant (MappeImportWindow *self, guint field)
{
  GtkWidget *row = make_constant (self, field);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->constants), row);
  g_ptr_array_add (self->constant_rows, row);
}

static gboolean
has_column (const MappeImportOrder *order, int field)
{
  for (guint i = 0; i < order->fields->len; i++)
    if (g_array_index (order->fields, int, i) == field)
      return TRUE;
  return FALSE;
}

static void
fill_constants (MappeImportWindow *self)
{
  const MappeImportOrder *order = self->order;

  clear_rows (self->constants, self->constant_rows);
  for (guint i = 0; i < order->kind->n_fields; i++)
    mappe_import_order_set_constant (self->order, i, NULL);
  for (int field = mappe_import_order_missing (order, -1); field >= 0;
       field = mappe_import_order_missing (order, field))
    add_constant (self, (guint) field);
  /* One of the two is on patrol. */
  if (order->kind == &mappe_patrol_kind && !has_column (order, MAPPE_PATROL_POLICE_ORGANISATION))
    add_constant (self, MAPPE_PATROL_POLICE_ORGANISATION);
  if (order->kind == &mappe_patrol_kind && !has_column (order, MAPPE_PATROL_MUNICIPAL_ORGANISATION))
    add_constant (self, MAPPE_PATROL_MUNICIPAL_ORGANISATION);
  gtk_widget_set_visible (self->constants, self->constant_rows->len > 0);
}

/* --- columns --- */

static gboolean
still_missing (const MappeImportWindow *self)
{
  guint n = 0;

  for (int field = mappe_import_order_missing (self->order, -1); field >= 0;
       field = mappe_import_order_missing (self->order, field))
    n++;
  return n != self->constant_rows->len;
}

static void
column_cb (MappeImportWindow *self, GParamSpec *pspec, GtkWidget *row)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));
  const GArray *fields = g_object_get_data (G_OBJECT (row), "fields");
  guint selected;

  if (self->filling || !is_chosen (self, row, fields->len + 1, &selected))
    return;
  mappe_import_order_set_field (self->order, column, selected == 0 ? -1 : g_array_index (fields, int, selected - 1));
  if (still_missing (self))
    fill_constants (self);
  mappe_import_window_changed (self);
}

/* Returns: (transfer full) (element-type int): the fields that a column can be; @names: (out): theirs */
static GArray *
fields_of (const MappeKind *kind, GtkStringList **names)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (int));

  *names = gtk_string_list_new (NULL);
  gtk_string_list_append (*names, _("Not taken"));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      int field = (int) i;

      if (!mappe_heading_takes (kind, i))
        continue;
      g_array_append_val (fields, field);
      gtk_string_list_append (*names, _(kind->fields[i].label));
    }
  return fields;
}

static void
add_column (MappeImportWindow *self, guint column, GtkStringList *names, GArray *fields)
{
  g_autofree char *heading = mappe_text_ellipsize (self->order->columns[column], MOST_LETTERS);
  g_autofree char *sample = mappe_text_ellipsize (self->order->samples[column], MOST_LETTERS);
  GtkWidget *row = new_choice (self, *heading != '\0' ? heading : _("(without a heading)"), NULL,
                               G_CALLBACK (column_cb));
  int field = g_array_index (self->order->fields, int, column);
  g_autofree char *escaped = g_markup_escape_text (g_strdelimit (sample, "\n\t", ' '), -1);

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  for (guint i = 0; i < fields->len; i++)
    if (g_array_index (fields, int, i) == field)
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i + 1);
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column));
  g_object_set_data_full (G_OBJECT (row), "fields", g_array_ref (fields), (GDestroyNotify) g_array_unref);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->columns), row);
  g_ptr_array_add (self->column_rows, row);
}

static void
fill_columns (MappeImportWindow *self)
{
  g_autoptr (GtkStringList) names = NULL;
  g_autoptr (GArray) fields = fields_of (self->order->kind, &names);
  guint n = self->order->fields->len;
  g_autofree char *more = n > MOST_COLUMNS ? g_strdup_printf (_("The first %u of %u columns."), MOST_COLUMNS, n) : NULL;

  clear_rows (self->columns, self->column_rows);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->columns), more);
  for (guint i = 0; i < MIN (n, MOST_COLUMNS); i++)
    add_column (self, i, names, fields);
}

/* --- filling --- */

static int
compare_kinds_cb (gconstpointer left, gconstpointer right)
{
  const MappeKind *one = *(const MappeKind *const *) left, *two = *(const MappeKind *const *) right;

  return g_utf8_collate (_(one->label_plural), _(two->label_plural));
}

static void
fill_kinds (MappeImportWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_kinds, selected = 0;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  g_ptr_array_set_size (self->kinds, 0);
  for (guint i = 0; i < n_kinds; i++)
    if (mappe_import_order_takes_kind (self->order->file, kinds[i]))
      g_ptr_array_add (self->kinds, (gpointer) kinds[i]);
  g_ptr_array_sort (self->kinds, compare_kinds_cb);
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const MappeKind *kind = g_ptr_array_index (self->kinds, i);

      gtk_string_list_append (names, _(kind->label_plural));
      if (kind == self->order->kind)
        selected = i;
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->kind), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), selected);
}

static void
select_mark (GtkWidget *row, const char *all, guint n, char wanted)
{
  for (guint i = 0; i < n; i++)
    if (all[i] == wanted)
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
}

/** mappe_import_choices_fill: Shows what the order says now. */
void
mappe_import_choices_fill (MappeImportWindow *self)
{
  const MappeForeignFile *file = self->order->file;
  const char *const *names = mappe_foreign_encodings ();
  gboolean table = file->form == MAPPE_FOREIGN_TABLE;
  g_autofree char *size = g_format_size (file->bytes);

  self->filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), file->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->file), size);
  fill_kinds (self);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], file->encoding))
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->encoding), i);
  select_mark (self->separator, separators, G_N_ELEMENTS (separators), file->separator);
  select_mark (self->mark, marks, G_N_ELEMENTS (marks), self->order->mark);
  gtk_switch_set_active (GTK_SWITCH (self->head), self->order->has_head);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->duplicates_choice), self->order->duplicates);
  gtk_widget_set_visible (self->separator, table);
  gtk_widget_set_visible (self->mark, table);
  gtk_widget_set_visible (self->head_row, table);
  fill_columns (self);
  fill_constants (self);
  g_array_set_size (self->duplicates, 0);
  mappe_import_choices_duplicates (self);
  self->filling = FALSE;
}

/* --- duplicates --- */

static void
add_duplicate (MappeImportWindow *self, const MappeImportItem *item)
{
  const char *choices[] = { _("Leave out"), _("Add as new"), _("Merge"), NULL };
  g_autofree char *record = mappe_text_ellipsize (item->title, MOST_LETTERS);
  /* Translators: a record of a file, and the one that is there already: "Kurz, Bob, perhaps Kurtz, Bob (M07)" */
  g_autofree char *title = g_strdup_printf (_("%s, perhaps %s"), record, item->other);
  GtkWidget *row = new_choice (self, title, choices, G_CALLBACK (duplicate_cb));
  gpointer choice = GUINT_TO_POINTER (self->order->duplicates);

  g_hash_table_lookup_extended (self->order->choices, &item->number, NULL, &choice);
  g_object_set_data_full (G_OBJECT (row), "number", g_memdup2 (&item->number, sizeof item->number), g_free);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), GPOINTER_TO_UINT (choice));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->duplicates_group), row);
  g_ptr_array_add (self->duplicate_rows, row);
}

static GArray *
duplicates_of (const MappeImportReport *report)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint i = 0; report != NULL && i < report->items->len && numbers->len < MOST_DUPLICATES; i++)
    {
      const MappeImportItem *item = g_ptr_array_index (report->items, i);

      if (item->other != NULL)
        g_array_append_val (numbers, item->number);
    }
  return numbers;
}

static gboolean
is_equal (const GArray *left, const GArray *right)
{
  for (guint i = 0; left->len == right->len && i < left->len; i++)
    if (g_array_index (left, guint64, i) != g_array_index (right, guint64, i))
      return FALSE;
  return left->len == right->len;
}

/** mappe_import_choices_duplicates: Asks of each duplicate what becomes of it; the question stays while it is the
 *   same, for the keyboard may be in it. */
void
mappe_import_choices_duplicates (MappeImportWindow *self)
{
  g_autoptr (GArray) numbers = duplicates_of (self->report);
  gboolean filling = self->filling;
  guint more = self->report != NULL ? (guint) self->report->n_duplicates : 0;

  gtk_widget_set_visible (self->duplicates_group, numbers->len > 0);
  if (numbers->len > 0 && is_equal (numbers, self->duplicates))
    return;
  self->filling = TRUE;
  clear_rows (self->duplicates_group, self->duplicate_rows);
  for (guint i = 0; self->report != NULL && i < self->report->items->len; i++)
    {
      const MappeImportItem *item = g_ptr_array_index (self->report->items, i);

      if (item->other != NULL && self->duplicate_rows->len < MOST_DUPLICATES)
        add_duplicate (self, item);
    }
  if (more > MOST_DUPLICATES)
    {
      g_autofree char *text = g_strdup_printf (_("The first %u of %u records."), MOST_DUPLICATES, more);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->duplicates_group), text);
    }
  g_array_unref (self->duplicates);
  self->duplicates = g_steal_pointer (&numbers);
  self->filling = filling;
}
