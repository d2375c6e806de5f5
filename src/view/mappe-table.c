/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-table.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "mappe-display.h"
#include "mappe-state-light.h"
#include "mappe-table-cures.h"
#include "mappe-table-private.h"

#define LEAST_WIDTH 240   /* pixels */
#define USUAL_COLUMNS 4   /* that a list asks for room for */
#define ROW_HEIGHT 34     /* pixels, at normal text size */
#define MOST_TRIES 20     /* frames in which a place is waited for */

/* Of any table: the best guess for one that has no size yet. */
static int last_width = 400;

typedef struct {
  MappeTable          *table;
  GtkColumnViewColumn *column;
  guint                field;
  int                  width;  /* least width in pixels */
  GPtrArray           *cells;  /* of Cell: all that live, shown or not */
} Column;

typedef struct {
  GtkListItem    *item;
  GtkInscription *text;
  GtkImage       *light;  /* (nullable) */
  MappeRow       *row;    /* (nullable): what is shown, to leave out what is shown already */
  gboolean        cured;
} Cell;

struct _MappeTable {
  GtkWidget          parent_instance;
  GtkWidget         *scrolled;
  GtkColumnView     *view;
  MappeListModel    *model;
  MappeSelection    *selection;
  MappeStore        *store;
  MappeDisplay      *display;
  const MappeKind   *kind;
  GPtrArray         *columns;  /* of Column, in their order */
  guint              fields[MAPPE_TABLE_MOST_COLUMNS];
  guint              n_visible;
  guint              fit_idle;
  int                char_width;
  char              *scratch;
  Column            *probed;   /* column whose sorter was asked */
  gboolean           sorting;  /* the sort order is set by the program */
  gboolean           sorted, descending;
  guint              sort_field;
  gboolean           expects_refill;
  gint64             top_id;       /* record at the upper edge */
  guint              top_tick;
  int                top_tries;
  gint64             pending_top;  /* to be brought there once there is a size */
  gint64             pending_show; /* to be selected once it has come */
  gulong             loaded_handler;
};

enum { ACTIVATE, SORT_CHANGED, TYPED, DELETE_PRESSED, EDIT_PRESSED, LEAVE_PRESSED, N_SIGNALS };
enum { PROP_0, PROP_SELECTION, N_PROPS };

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MappeTable, mappe_table, GTK_TYPE_WIDGET)

/* --- cells --- */

static void
cell_free (Cell *cell)
{
  g_clear_pointer (&cell->row, mappe_row_unref);
  g_free (cell);
}

static gboolean
is_title (Column *column)
{
  return column->field == mappe_table_title_field (column->table->kind);
}

static const MappeFieldSpec *
column_spec (Column *column)
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
cell_show_state (Column *column, Cell *cell, const char *label)
{
  MappeState state = mappe_state_of_row (cell->row, column->field);
  MappeState by_code = mappe_state_of_code (column_spec (column)->code_list, mappe_row_get_text (cell->row, column->field));

  gtk_widget_set_visible (GTK_WIDGET (cell->light), state != MAPPE_STATE_NONE);
  mappe_state_show (cell->light, state);
  if (state == by_code)
    gtk_inscription_set_text (cell->text, label);
  else
    {
      /* Translators: state of a matter and what its day says, e.g. "Open · Overdue" */
      g_autofree char *both = g_strdup_printf (_("%s · %s"), label, mappe_state_word (state));
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
cell_show (Column *column, Cell *cell, gboolean anew)
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
  text = mappe_display_peek (self->display, row, column->field, mappe_record_get_shown (record, column->field), &self->scratch);
  if (cell->light != NULL)
    cell_show_state (column, cell, text);
  else
    set_line (cell->text, text);
  if (column == g_ptr_array_index (self->columns, 0))
    cell_name_row (cell);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
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
teardown_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  Cell *cell = g_object_steal_data (G_OBJECT (item), "cell");

  if (cell != NULL)
    g_ptr_array_remove_fast (column->cells, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  if (!cell->cured)
    {
      mappe_table_cure_click (item, GTK_SELECTION_MODEL (column->table->selection));
      cell->cured = TRUE;
    }
  cell_show (column, cell, FALSE);
}

static void
mappe_table_show_cells (MappeTable *self, gboolean anew)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);
      for (guint n = 0; n < column->cells->len; n++)
        cell_show (column, g_ptr_array_index (column->cells, n), anew);
    }
}

static void
loaded_cb (MappeTable *self)
{
  mappe_table_show_cells (self, FALSE);
}

static void
display_changed_cb (MappeTable *self)
{
  mappe_table_show_cells (self, TRUE);
}

/* --- sorting by header: GTK before 4.10 does not say which column sorts, so the sorters are asked --- */

static int
probe_cb (gconstpointer left, gconstpointer right, gpointer data)
{
  Column *column = data;

  if (column->table->probed == NULL)
    column->table->probed = column;
  return -1;
}

static void
sorter_changed_cb (MappeTable *self, GtkSorterChange change, GtkSorter *sorter)
{
  g_autoptr (GObject) left = NULL;
  g_autoptr (GObject) right = NULL;
  GtkOrdering order;

  if (self->sorting)
    return;
  left = g_object_new (G_TYPE_OBJECT, NULL);
  right = g_object_new (G_TYPE_OBJECT, NULL);
  self->probed = NULL;
  order = gtk_sorter_compare (sorter, left, right);
  self->sorted = self->probed != NULL;
  self->sort_field = self->probed != NULL ? self->probed->field : 0;
  self->descending = order == GTK_ORDERING_LARGER;
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

/* --- columns --- */

static void
column_free (Column *column)
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

static gboolean
is_wide (const MappeFieldSpec *field)
{
  return field->type == MAPPE_FIELD_TEXT || field->type == MAPPE_FIELD_LONGTEXT || field->type == MAPPE_FIELD_REF;
}

static void
column_measure (Column *column)
{
  const MappeFieldSpec *field = column_spec (column);
  int chars = column->field == MAPPE_FIELD_REFERENCE ? 9 : usual_chars (field);
  int heading = (int) g_utf8_strlen (_(field->label), -1) + 1;

  column->width = MAX (chars, MIN (heading, 20)) * column->table->char_width + 20;
  gtk_column_view_column_set_fixed_width (column->column, column->width);
}

static Column *
column_new (MappeTable *self, guint field)
{
  Column *column = g_new0 (Column, 1);
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
  gtk_column_view_column_set_expand (column->column, is_wide (&self->kind->fields[field]) && field != MAPPE_FIELD_REFERENCE);
  column_measure (column);
  g_object_unref (factory);
  g_object_unref (sorter);
  return column;
}

static GtkColumnViewColumn *
nth_column (MappeTable *self, guint n)
{
  return ((Column *) g_ptr_array_index (self->columns, n))->column;
}

static void
mappe_table_clear_columns (MappeTable *self)
{
  self->sorting = TRUE;
  while (self->n_visible > 0)
    gtk_column_view_remove_column (self->view, nth_column (self, --self->n_visible));
  self->sorting = FALSE;
  g_ptr_array_set_size (self->columns, 0);
}

/* Columns that do not fit are left out from the right; the first two always stay. */
static guint
mappe_table_count_fitting (MappeTable *self, int width)
{
  int used = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      used += ((Column *) g_ptr_array_index (self->columns, i))->width;
      if (used > width && i >= 2)
        return i;
    }
  return self->columns->len;
}

static void
mappe_table_fit (MappeTable *self, int width)
{
  guint n = mappe_table_count_fitting (self, width > 0 ? width : last_width);

  if (n == self->n_visible)
    return;
  self->sorting = TRUE;
  /* Hidden columns would still take their part of the width that is left over. */
  while (self->n_visible > n)
    gtk_column_view_remove_column (self->view, nth_column (self, --self->n_visible));
  while (self->n_visible < n)
    gtk_column_view_append_column (self->view, nth_column (self, self->n_visible++));
  self->sorting = FALSE;
  if (self->sorted)
    mappe_table_set_sort (self, self->sort_field, self->descending);
}

static gboolean
fit_idle_cb (gpointer data)
{
  MappeTable *self = data;

  self->fit_idle = 0;
  mappe_table_fit (self, gtk_widget_get_width (GTK_WIDGET (self)));
  return G_SOURCE_REMOVE;
}

static void
mappe_table_measure_columns (MappeTable *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->char_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);
  for (guint i = 0; i < self->columns->len; i++)
    column_measure (g_ptr_array_index (self->columns, i));
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    mappe_table_fit (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/* --- places --- */

static double
mappe_table_row_height (MappeTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  return n > 0 ? gtk_adjustment_get_upper (mappe_table_get_adjustment (self)) / n : 0;
}

static void
scrolled_cb (MappeTable *self)
{
  double height = mappe_table_row_height (self);

  if (height >= 1 && self->pending_top == 0)
    self->top_id = mappe_list_model_get_id (self->model,
      (guint) (gtk_adjustment_get_value (mappe_table_get_adjustment (self)) / height + 0.5));
}

/* Near the place at once, so that the next frame shows no other, and exactly there when the list has been laid out. */
static void
mappe_table_bring_near (MappeTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint position = mappe_list_model_find (self->model, self->pending_top);
  guint visible = (guint) (gtk_adjustment_get_page_size (mappe_table_get_adjustment (self)) / ROW_HEIGHT);

  /* The list scrolls no further than it must, so what has to be at the top is reached from its lower end. */
  if (position != GTK_INVALID_LIST_POSITION && visible > 0)
    mappe_table_scroll_to (self, MIN (position + visible - 1, n - 1));
}

static gboolean
bring_to_top_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MappeTable *self = MAPPE_TABLE (widget);
  double height = mappe_table_row_height (self);
  guint position = mappe_list_model_find (self->model, self->pending_top);

  /* While the height of all is not that of all rows, the list has not been laid out since it changed. */
  if (position != GTK_INVALID_LIST_POSITION && (height < 1 || height != floor (height)) && self->top_tries-- > 0)
    return G_SOURCE_CONTINUE;
  self->top_tick = 0;
  if (position == GTK_INVALID_LIST_POSITION && mappe_list_model_get_loading (self->model))
    return G_SOURCE_REMOVE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_adjustment_set_value (mappe_table_get_adjustment (self), position * height);
  self->top_id = self->pending_top;
  self->pending_top = 0;
  return G_SOURCE_REMOVE;
}

static void
mappe_table_bring_to_top (MappeTable *self)
{
  if (self->pending_top == 0 || self->top_tick != 0 || gtk_widget_get_height (self->scrolled) <= 0)
    return;
  self->top_tries = MOST_TRIES;
  self->top_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_to_top_cb, NULL, NULL);
}

static void
refreshed_cb (MappeTable *self, gboolean all)
{
  gboolean expected = self->expects_refill;

  self->expects_refill = FALSE;
  if (self->pending_show != 0 && mappe_table_show_id (self, self->pending_show))
    self->pending_show = 0;
  else if (all && !expected && self->top_id != 0 && self->pending_top == 0)
    {
      self->pending_top = self->top_id;
      mappe_table_bring_near (self);
      mappe_table_bring_to_top (self);
    }
  else if (all && expected)
    mappe_table_scroll_to (self, 0);
}

static void
selection_changed_cb (MappeTable *self)
{
  self->pending_show = 0;
}

static void
loading_cb (MappeTable *self)
{
  if (mappe_list_model_get_loading (self->model))
    return;
  if (self->pending_show != 0)
    mappe_table_show_id (self, self->pending_show);
  self->pending_show = 0;
  mappe_table_bring_to_top (self);
}

/* --- keys --- */

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, MappeTable *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[8] = { 0 };

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    g_signal_emit (self, signals[DELETE_PRESSED], 0);
  else if (keyval == GDK_KEY_F2)
    g_signal_emit (self, signals[EDIT_PRESSED], 0);
  else if (keyval == GDK_KEY_Escape)
    g_signal_emit (self, signals[LEAVE_PRESSED], 0);
  else if (letter > ' ' && g_unichar_isprint (letter))
    {
      g_unichar_to_utf8 (letter, text);
      g_signal_emit (self, signals[TYPED], 0, text);
    }
  else
    return FALSE;
  return TRUE;
}

static void
activate_cb (MappeTable *self, guint position)
{
  g_signal_emit (self, signals[ACTIVATE], 0, mappe_list_model_get_id (self->model, position));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mappe_table_copy (MAPPE_TABLE (widget));
}

/* --- GtkWidget --- */

static void
mappe_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  MappeTable *self = MAPPE_TABLE (widget);
  int usual = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (self->scrolled, orientation, -1, minimum, natural, NULL, NULL);
      return;
    }
  /* Any width will do, as columns come and go with it. */
  for (guint i = 0; i < MIN (self->columns->len, USUAL_COLUMNS); i++)
    usual += ((Column *) g_ptr_array_index (self->columns, i))->width;
  *minimum = MIN (usual, LEAST_WIDTH);
  *natural = MAX (usual, LEAST_WIDTH);
}

static void
mappe_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MappeTable *self = MAPPE_TABLE (widget);
  int minimum;

  last_width = width;
  /* Not now: columns must not come and go while they are being placed. */
  if (mappe_table_count_fitting (self, width) != self->n_visible && self->fit_idle == 0)
    self->fit_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_idle_cb, self, NULL);
  gtk_widget_measure (self->scrolled, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->scrolled, &(GtkAllocation) { 0, 0, MAX (width, minimum), height }, baseline);
  mappe_table_bring_to_top (self);
}

static gboolean
mappe_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MAPPE_TABLE (widget)->view));
}

static void
mappe_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTION)
    g_value_set_object (value, MAPPE_TABLE (object)->selection);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mappe_table_dispose (GObject *object)
{
  MappeTable *self = MAPPE_TABLE (object);

  g_clear_handle_id (&self->fit_idle, g_source_remove);
  if (self->view != NULL)
    {
      gtk_column_view_set_model (self->view, NULL);
      mappe_table_clear_columns (self);
    }
  self->view = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->display);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_table_parent_class)->dispose (object);
}

static void
mappe_table_finalize (GObject *object)
{
  MappeTable *self = MAPPE_TABLE (object);

  g_ptr_array_unref (self->columns);
  g_free (self->scratch);
  G_OBJECT_CLASS (mappe_table_parent_class)->finalize (object);
}

static void
mappe_table_class_init (MappeTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mappe_table_get_property;
  object_class->dispose = mappe_table_dispose;
  object_class->finalize = mappe_table_finalize;
  widget_class->measure = mappe_table_measure;
  widget_class->size_allocate = mappe_table_size_allocate;
  widget_class->grab_focus = mappe_table_grab_focus;
  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, MAPPE_TYPE_SELECTION,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATE] = g_signal_new ("activate", MAPPE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    1, G_TYPE_INT64);
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", MAPPE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[TYPED] = g_signal_new ("typed", MAPPE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  signals[DELETE_PRESSED] = g_signal_new ("delete-pressed", MAPPE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[EDIT_PRESSED] = g_signal_new ("edit-pressed", MAPPE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[LEAVE_PRESSED] = g_signal_new ("leave-pressed", MAPPE_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mappe_table_init (MappeTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mappe-table");
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_reorderable (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  mappe_table_cure_scrolling (GTK_SCROLLED_WINDOW (self->scrolled));
  mappe_table_cure_tab (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mappe_table_get_adjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (mappe_table_measure_columns), self, G_CONNECT_SWAPPED);
  mappe_table_measure_columns (self);
}

/**
 * mappe_table_new:
 * @model: the records
 * @store: their store
 *
 * Returns: (transfer floating): a table with the usual columns
 */
GtkWidget *
mappe_table_new (MappeListModel *model, MappeStore *store)
{
  MappeTable *self;
  guint fields[MAPPE_TABLE_MOST_COLUMNS];
  guint n;

  g_return_val_if_fail (MAPPE_IS_LIST_MODEL (model), NULL);
  g_return_val_if_fail (MAPPE_IS_STORE (store), NULL);
  self = g_object_new (MAPPE_TYPE_TABLE, NULL);
  self->model = g_object_ref (model);
  self->store = g_object_ref (store);
  self->kind = mappe_query_get_kind (mappe_list_model_get_query (model));
  self->display = g_object_ref (mappe_display_get (store));
  self->selection = mappe_selection_new (model);
  n = mappe_table_usual_columns (self->kind, fields);
  mappe_table_set_columns (self, fields, n);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->display, "changed", G_CALLBACK (display_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->kind->label_plural), -1);
  return GTK_WIDGET (self);
}

/**
 * mappe_table_get_selection:
 *
 * Returns: (transfer none): what is selected
 */
MappeSelection *
mappe_table_get_selection (MappeTable *self)
{
  g_return_val_if_fail (MAPPE_IS_TABLE (self), NULL);
  return self->selection;
}

/**
 * mappe_table_title_field:
 *
 * Returns: number of the field that names records of @kind first
 */
guint
mappe_table_title_field (const MappeKind *kind)
{
  if (kind->title_fields == NULL || kind->title_fields[0] < 0)
    return MAPPE_FIELD_REFERENCE;
  return (guint) kind->title_fields[0];
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
 * What tells most comes first, as columns that do not fit are left out: reference, name, state, days.
 *
 * Returns: how many columns a list of @kind has when nothing else was chosen
 */
guint
mappe_table_usual_columns (const MappeKind *kind, guint fields[MAPPE_TABLE_MOST_COLUMNS])
{
  guint n = 0;

  add_usual (kind, MAPPE_FIELD_REFERENCE, fields, &n);
  add_usual (kind, mappe_table_title_field (kind), fields, &n);
  add_usual_of (kind, is_first_state, fields, &n);
  add_usual_of (kind, is_day, fields, &n);
  for (const int *field = kind->title_fields; field != NULL && *field >= 0; field++)
    if (kind->fields[*field].flags & MAPPE_FIELD_LIST)
      add_usual (kind, (guint) *field, fields, &n);
  add_usual_of (kind, NULL, fields, &n);
  return n;
}

/**
 * mappe_table_get_columns:
 * @n_columns: (out): their number
 *
 * Returns: (transfer none): numbers of the fields that have a column, whether it fits into the window or not
 */
const guint *
mappe_table_get_columns (MappeTable *self, guint *n_columns)
{
  g_return_val_if_fail (MAPPE_IS_TABLE (self), NULL);
  *n_columns = self->columns->len;
  return self->fields;
}

/**
 * mappe_table_set_columns:
 * @fields: numbers of fields
 * @n_fields: 1 to MAPPE_TABLE_MOST_COLUMNS; more are left out
 */
void
mappe_table_set_columns (MappeTable *self, const guint *fields, guint n_fields)
{
  g_return_if_fail (MAPPE_IS_TABLE (self));
  g_return_if_fail (n_fields > 0);

  n_fields = MIN (n_fields, MAPPE_TABLE_MOST_COLUMNS);
  mappe_table_clear_columns (self);
  memmove (self->fields, fields, n_fields * sizeof *fields);
  for (guint i = 0; i < n_fields; i++)
    g_ptr_array_add (self->columns, column_new (self, self->fields[i]));
  mappe_table_fit (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/**
 * mappe_table_get_sort:
 * @field: (out): number of the field
 * @descending: (out): whether the greatest is first
 *
 * Returns: whether an order was chosen
 */
gboolean
mappe_table_get_sort (MappeTable *self, guint *field, gboolean *descending)
{
  g_return_val_if_fail (MAPPE_IS_TABLE (self), FALSE);
  *field = self->sort_field;
  *descending = self->descending;
  return self->sorted;
}

/**
 * mappe_table_set_sort:
 * @field: number of a field; it need not have a column
 * @descending: whether the greatest is first
 *
 * Shows the order in the header. The model is sorted by whoever gave it its query.
 */
void
mappe_table_set_sort (MappeTable *self, guint field, gboolean descending)
{
  GtkColumnViewColumn *sorted = NULL;

  g_return_if_fail (MAPPE_IS_TABLE (self));
  self->sorted = TRUE;
  self->sort_field = field;
  self->descending = descending;
  for (guint i = 0; i < self->n_visible; i++)
    if (self->fields[i] == field)
      sorted = nth_column (self, i);
  self->sorting = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  if (sorted != NULL)
    gtk_column_view_sort_by_column (self->view, sorted, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorting = FALSE;
}

/**
 * mappe_table_expect_refill:
 *
 * Another question was put to the model: when the answer comes, the list starts at its top.
 */
void
mappe_table_expect_refill (MappeTable *self)
{
  g_return_if_fail (MAPPE_IS_TABLE (self));
  self->expects_refill = TRUE;
}

static GtkWidget *
inner_list (MappeTable *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/**
 * mappe_table_scroll_to:
 * @position: place in the list
 *
 * Scrolls as far as needed to see it.
 */
void
mappe_table_scroll_to (MappeTable *self, guint position)
{
  GtkWidget *list;

  g_return_if_fail (MAPPE_IS_TABLE (self));
  list = inner_list (self);
  if (list != NULL && position < g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/**
 * mappe_table_show_id:
 * @id: id of a record
 *
 * Selects it and scrolls to it, at once or as soon as it has come.
 *
 * Returns: whether it is in the list by now
 */
gboolean
mappe_table_show_id (MappeTable *self, gint64 id)
{
  g_return_val_if_fail (MAPPE_IS_TABLE (self), FALSE);
  if (!mappe_selection_select_id (self->selection, id))
    {
      /* It may just have been saved: then the list has not heard of it yet. */
      self->pending_show = id;
      return FALSE;
    }
  mappe_table_scroll_to (self, mappe_list_model_find (self->model, id));
  return TRUE;
}

/**
 * mappe_table_get_top_id:
 *
 * Returns: id of the record at the upper edge, 0 for none
 */
gint64
mappe_table_get_top_id (MappeTable *self)
{
  g_return_val_if_fail (MAPPE_IS_TABLE (self), 0);
  return self->pending_top != 0 ? self->pending_top : self->top_id;
}

/**
 * mappe_table_set_top_id:
 * @id: id of a record
 *
 * Brings it to the upper edge, at once or as soon as it has come.
 */
void
mappe_table_set_top_id (MappeTable *self, gint64 id)
{
  g_return_if_fail (MAPPE_IS_TABLE (self));
  self->pending_top = id;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * mappe_table_focus_list:
 *
 * Puts the keyboard into the list.
 */
void
mappe_table_focus_list (MappeTable *self)
{
  g_return_if_fail (MAPPE_IS_TABLE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * mappe_table_get_adjustment:
 *
 * Returns: (transfer none): the vertical place
 */
GtkAdjustment *
mappe_table_get_adjustment (MappeTable *self)
{
  g_return_val_if_fail (MAPPE_IS_TABLE (self), NULL);
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

/**
 * mappe_table_set_single_click:
 * @single_click: whether one click opens a record, where there is no room to show it beside the list
 */
void
mappe_table_set_single_click (MappeTable *self, gboolean single_click)
{
  g_return_if_fail (MAPPE_IS_TABLE (self));
  gtk_column_view_set_single_click_activate (self->view, single_click);
}

/* --- for mappe-table-copy.c --- */

MappeStore *
mappe_table_get_store (MappeTable *self)
{
  return self->store;
}

const MappeKind *
mappe_table_get_kind (MappeTable *self)
{
  return self->kind;
}
