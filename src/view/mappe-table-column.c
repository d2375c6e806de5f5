/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "mappe-state-light.h"
#include "mappe-table-cures.h"
#include "mappe-table-private.h"

struct _MappeTableColumn {
  MappeTable          *table;
  GtkColumnViewColumn *column;
  guint                field;
  int                  width;  /* least width in pixels */
  GPtrArray           *cells;  /* of Cell: all that live, shown or not */
};

typedef struct {
  GtkListItem    *item;
  GtkInscription *text;
  GtkImage       *light;  /* (nullable) */
  MappeRow       *row;    /* (nullable): what is shown, to leave out what is shown already */
  gboolean        cured;
} Cell;

/* --- cells --- */

static void
cell_free (Cell *cell)
{
  g_clear_pointer (&cell->row, mappe_row_unref);
  g_free (cell);
}

/* Returns: number of the field that names records of @kind first */
static guint
title_field (const MappeKind *kind)
{
  if (kind->title_fields == NULL || kind->title_fields[0] < 0)
    return MAPPE_FIELD_REFERENCE;
  return (guint) kind->title_fields[0];
}

static gboolean
is_title (MappeTableColumn *column)
{
  return column->field == title_field (column->table->kind);
}

static const MappeFieldSpec *
column_spec (MappeTableColumn *column)
{
  return &column->table->kind->fields[column->field];
}

/* A cell is one line high, so of a long text the first line is shown. */
static void
set_line (GtkInscription *inscription, const char *text)
{
  const char *end = strpbrk (text, "\n\r\t");

  if (end == NULL)
    gtk_inscription_set_text (inscription, text);
  else
    {
      g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
      gtk_inscription_set_text (inscription, line);
    }
}

static void
cell_show_state (MappeTableColumn *column, Cell *cell, const char *label)
{
  MappeState state = mappe_state_of_row (cell->row, column->field);
  MappeState by_code =
      mappe_state_of_code (column_spec (column)->code_list, mappe_row_get_text (cell->row, column->field));

  gtk_widget_set_visible (GTK_WIDGET (cell->light), state != MAPPE_STATE_NONE);
  mappe_state_show (cell->light, state);
  if (state == by_code)
    gtk_inscription_set_text (cell->text, label);
  else
    {
      /* What is urgent comes first, as the end may be cut off. */
      /* Translators: what the day of a matter says, and its state, e.g. "Overdue · Open" */
      g_autofree char *both = g_strdup_printf (_("%s · %s"), mappe_state_word (state), label);
      gtk_inscription_set_text (cell->text, both);
    }
}

static void
cell_name_row (Cell *cell)
{
  g_autofree char *title = mappe_row_get_title (cell->row);
  const char *reference = mappe_row_get_text (cell->row, MAPPE_FIELD_REFERENCE);
  g_autofree char *name = g_strdup_printf ("%s, %s", reference != NULL ? reference : "", title);

  mappe_table_cure_row_name (gtk_list_item_get_child (cell->item), name);
}

static void
cell_show (MappeTableColumn *column, Cell *cell, gboolean anew)
{
  MappeTable *self = column->table;
  MappeRecord *record = gtk_list_item_get_item (cell->item);
  MappeRow *row = record != NULL ? mappe_record_get_row (record) : NULL;
  const char *text;

  if (row == NULL)
    {
      g_clear_pointer (&cell->row, mappe_row_unref);
      gtk_inscription_set_text (cell->text, is_title (column) ? "…" : "");
      if (cell->light != NULL)
        gtk_widget_set_visible (GTK_WIDGET (cell->light), FALSE);
      return;
    }
  /* The title of another record may change without this one. */
  if (row == cell->row && !anew && column_spec (column)->type != MAPPE_FIELD_REF)
    return;
  if (row != cell->row)
    {
      g_clear_pointer (&cell->row, mappe_row_unref);
      cell->row = mappe_row_ref (row);
    }
  text = mappe_display_peek (self->display, row, column->field, mappe_record_get_shown (record, column->field),
                             &self->scratch);
  if (cell->light != NULL)
    cell_show_state (column, cell, text);
  else
    set_line (cell->text, text);
  if (self->columns->len > 0 && column == g_ptr_array_index (self->columns, 0))
    cell_name_row (cell);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MappeTableColumn *column)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkWidget *text = gtk_inscription_new (NULL);
  GtkWidget *child = text;

  cell->item = item;
  cell->text = GTK_INSCRIPTION (text);
  gtk_inscription_set_text_overflow (cell->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (cell->text, 0);
  gtk_inscription_set_nat_chars (cell->text, 0);
  gtk_widget_set_hexpand (text, TRUE);
  /* Exactly one line high, or GTK 4.8 puts shortened texts too high. */
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  if (is_title (column))
    gtk_widget_add_css_class (text, "table-title");
  if (mappe_display_is_number (column_spec (column)))
    {
      gtk_inscription_set_xalign (cell->text, 1);
      gtk_widget_add_css_class (text, "numeric");
    }
  if (mappe_state_is_state_field (column_spec (column)))
    {
      cell->light = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (child), GTK_WIDGET (cell->light));
      gtk_box_append (GTK_BOX (child), text);
    }
  gtk_list_item_set_child (item, child);
  g_object_set_data (G_OBJECT (item), "cell", cell);
  g_ptr_array_add (column->cells, cell);
}

static void
teardown_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MappeTableColumn *column)
{
  Cell *cell = g_object_steal_data (G_OBJECT (item), "cell");

  if (cell != NULL)
    g_ptr_array_remove_fast (column->cells, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MappeTableColumn *column)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  if (!cell->cured)
    {
      mappe_table_cure_click (item, GTK_SELECTION_MODEL (column->table->selection));
      cell->cured = TRUE;
    }
  cell_show (column, cell, FALSE);
}

/* --- the column --- */

static int
probe_cb (gconstpointer left, gconstpointer right, gpointer data)
{
  MappeTableColumn *column = data;

  if (column->table->probed == NULL)
    column->table->probed = column;
  return -1;
}

/** mappe_table_column_free: @self: (transfer full): a column that is no longer in the table */
void
mappe_table_column_free (MappeTableColumn *column)
{
  g_clear_object (&column->column);
  g_ptr_array_unref (column->cells);
  g_free (column);
}

static int
usual_chars (const MappeFieldSpec *field)
{
  switch (field->type)
    {
    case MAPPE_FIELD_INT:
    case MAPPE_FIELD_BOOL:
    case MAPPE_FIELD_TIME:
      return 7;
    case MAPPE_FIELD_DECIMAL:
    case MAPPE_FIELD_REAL:
      return 11;
    case MAPPE_FIELD_DATE:
      return 12;
    case MAPPE_FIELD_DATETIME:
      return 18;
    case MAPPE_FIELD_CODE:
      return 16;
    case MAPPE_FIELD_REF:
      return 18;
    case MAPPE_FIELD_TEXT:
    case MAPPE_FIELD_LONGTEXT:
    case MAPPE_FIELD_BLOB:
    default:
      return 16;
    }
}

/* Who gets the width that is left over: names are what is read. */
static gboolean
is_wide (MappeTableColumn *column)
{
  return is_title (column) || column_spec (column)->type == MAPPE_FIELD_LONGTEXT;
}

/** mappe_table_column_measure: Finds the least width in the present font. */
void
mappe_table_column_measure (MappeTableColumn *column)
{
  const MappeFieldSpec *field = column_spec (column);
  int chars = column->field == MAPPE_FIELD_REFERENCE ? 9 : is_title (column) ? 20 : usual_chars (field);
  int heading = (int) g_utf8_strlen (_(field->label), -1) + 1;

  column->width = MAX (chars, MIN (heading, 20)) * column->table->char_width + 20;
  gtk_column_view_column_set_fixed_width (column->column, column->width);
}

/** mappe_table_column_new: Returns: (transfer full): a column that shows the values of @field */
MappeTableColumn *
mappe_table_column_new (MappeTable *self, guint field)
{
  MappeTableColumn *column = g_new0 (MappeTableColumn, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, column, NULL));

  column->table = self;
  column->field = field;
  column->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  column->column = gtk_column_view_column_new (_(self->kind->fields[field].label), NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), column);
  gtk_column_view_column_set_factory (column->column, factory);
  gtk_column_view_column_set_sorter (column->column, sorter);
  gtk_column_view_column_set_expand (column->column, is_wide (column));
  mappe_table_column_measure (column);
  g_object_unref (factory);
  g_object_unref (sorter);
  return column;
}

static void
add_usual (const MappeKind *kind, guint field, guint fields[MAPPE_TABLE_MOST_COLUMNS], guint *n)
{
  for (guint i = 0; i < *n; i++)
    if (fields[i] == field)
      return;
  if (*n < MAPPE_TABLE_MOST_COLUMNS)
    fields[(*n)++] = field;
}

static gboolean
is_first_state (const MappeKind *kind, guint field)
{
  for (guint i = 0; i < field; i++)
    if (mappe_state_is_state_field (&kind->fields[i]))
      return FALSE;
  return mappe_state_is_state_field (&kind->fields[field]);
}

static gboolean
is_day (const MappeKind *kind, guint field)
{
  return kind->fields[field].type == MAPPE_FIELD_DATE;
}

/* The day that makes it what it is: two meetings of one name are told apart by it. */
static gboolean
is_needed_day (const MappeKind *kind, guint field)
{
  return is_day (kind, field) && (kind->fields[field].flags & MAPPE_FIELD_REQUIRED) != 0;
}

static void
add_usual_of (const MappeKind *kind, gboolean (*wanted) (const MappeKind *, guint),
              guint fields[MAPPE_TABLE_MOST_COLUMNS], guint *n)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & MAPPE_FIELD_LIST) && (wanted == NULL || wanted (kind, i)))
      add_usual (kind, i, fields, n);
}

/**
 * mappe_table_usual_columns:
 * @fields: (out): numbers of the fields
 *
 * What tells most comes first, as columns that do not fit are left out: reference, name, a day
 * that it must have, state, other days.
 *
 * Returns: how many columns a list of @kind has when nothing else was chosen
 */
guint
mappe_table_usual_columns (const MappeKind *kind, guint fields[MAPPE_TABLE_MOST_COLUMNS])
{
  guint n = 0;

  add_usual (kind, MAPPE_FIELD_REFERENCE, fields, &n);
  add_usual (kind, title_field (kind), fields, &n);
  add_usual_of (kind, is_needed_day, fields, &n);
  add_usual_of (kind, is_first_state, fields, &n);
  add_usual_of (kind, is_day, fields, &n);
  for (const int *field = kind->title_fields; field != NULL && *field >= 0; field++)
    if (kind->fields[*field].flags & MAPPE_FIELD_LIST)
      add_usual (kind, (guint) *field, fields, &n);
  add_usual_of (kind, NULL, fields, &n);
  return n;
}

/** mappe_table_column_width: Returns: the least width in pixels */
int
mappe_table_column_width (MappeTableColumn *self)
{
  return self->width;
}

/** mappe_table_column_field: Returns: number of the field */
guint
mappe_table_column_field (MappeTableColumn *self)
{
  return self->field;
}

/** mappe_table_column_view: Returns: (transfer none): the column as GTK knows it */
GtkColumnViewColumn *
mappe_table_column_view (MappeTableColumn *self)
{
  return self->column;
}

/**
 * mappe_table_column_show:
 * @anew: whether labels changed, so that the same row reads differently
 *
 * Shows in all cells what their rows say by now.
 */
void
mappe_table_column_show (MappeTableColumn *self, gboolean anew)
{
  for (guint i = 0; i < self->cells->len; i++)
    cell_show (self, g_ptr_array_index (self->cells, i), anew);
}
