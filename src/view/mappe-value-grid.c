/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-value-grid.h"

#include <glib/gi18n.h>

#include "mappe-indicator-series.h"
#include "mappe-indicator.h"
#include "mappe-value-grid-private.h"

enum { ENTERED, CLEARED, PASTED, TOLD, EARLIER, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeValueGrid, mappe_value_grid, GTK_TYPE_BOX)

#define FRAMES_TO_SETTLE 3

/* In characters, so that columns grow with the size of text; the last one takes what is left. */
static const int widths[MAPPE_LINE_N_FIELDS] = { 13, 7, 6, 10, 3 };

/* --- cells --- */

/** mappe_value_grid_get_cell: Returns: (transfer none) (nullable): the widget of a cell */
GtkWidget *
mappe_value_grid_get_cell (MappeValueGrid *self, guint line, MappeLineField field)
{
  guint at = line * MAPPE_LINE_N_FIELDS + field;

  return at < self->cells->len ? g_ptr_array_index (self->cells, at) : NULL;
}

static gboolean
is_selected (MappeValueGrid *self, guint line, guint field)
{
  guint from_line, to_line, from_field, to_field;

  mappe_value_grid_get_selection (self, &from_line, &to_line, &from_field, &to_field);
  return line >= from_line && line <= to_line && field >= from_field && field <= to_field;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
mark_cell (MappeValueGrid *self, guint line, guint field)
{
  GtkWidget *cell = mappe_value_grid_get_cell (self, line, field);
  gboolean at_cursor = line == self->line && field == self->column;
  gboolean selected = is_selected (self, line, field);

  set_class (cell, "at-cursor", at_cursor);
  set_class (cell, "selected", selected && !(at_cursor && self->anchor_line == line && self->anchor_column == field));
  gtk_widget_set_focusable (cell, at_cursor);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

static void
mark_cells (MappeValueGrid *self)
{
  for (guint line = 0; self->sheet != NULL && line < self->sheet->lines->len; line++)
    for (guint field = 0; field < MAPPE_LINE_N_FIELDS; field++)
      mark_cell (self, line, field);
}

/** mappe_value_grid_refresh_cell: Shows what the sheet says, or what was typed and cannot be taken. */
void
mappe_value_grid_refresh_cell (MappeValueGrid *self, guint line, MappeLineField field)
{
  GtkWidget *cell = mappe_value_grid_get_cell (self, line, field);
  g_autofree char *name = mappe_value_grid_cell_name (self, line, field);
  const char *fault = g_hash_table_lookup (self->faults, name);
  g_autofree char *text = fault != NULL ? g_strdup (fault) : mappe_sheet_text (self->sheet, line, field);
  g_autofree char *spoken = mappe_sheet_spoken (self->sheet, line, field);

  gtk_label_set_label (mappe_value_grid_label_of (cell), text);
  gtk_widget_set_tooltip_text (cell, mappe_sheet_is_odd (mappe_sheet_get (self->sheet, line))
                                       && field == MAPPE_LINE_PERIOD ? text : NULL);
  set_class (cell, "error", fault != NULL);
  set_class (cell, "hidden-elsewhere", field == MAPPE_LINE_VALUE && mappe_sheet_hides (self->sheet, line));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID,
                               fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/** mappe_value_grid_label_of: Returns: (transfer none): the text of a cell */
GtkLabel *
mappe_value_grid_label_of (GtkWidget *cell)
{
  return GTK_LABEL (adw_bin_get_child (ADW_BIN (cell)));
}

/* A label takes no focus, so it stands in something that does. */
static GtkWidget *
new_cell (MappeLineField field)
{
  GtkWidget *cell = g_object_new (ADW_TYPE_BIN, "accessible-role",
                                  field == MAPPE_LINE_PERIOD ? GTK_ACCESSIBLE_ROLE_ROW_HEADER
                                                             : GTK_ACCESSIBLE_ROLE_GRID_CELL,
                                  "hexpand", field == MAPPE_LINE_NOTE, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "single-line-mode", TRUE, "width-chars", widths[field],
                                   "max-width-chars", widths[field], NULL);

  gtk_label_set_xalign (GTK_LABEL (label), field == MAPPE_LINE_VALUE || field == MAPPE_LINE_BASE ? 1.0f : 0.0f);
  adw_bin_set_child (ADW_BIN (cell), label);
  gtk_widget_add_css_class (cell, "value-cell");
  if (field == MAPPE_LINE_VALUE || field == MAPPE_LINE_BASE)
    gtk_widget_add_css_class (cell, "numeric");
  return cell;
}

/* --- lines --- */

static void
clicked_cb (MappeValueGrid *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *body = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (body, x, y, GTK_PICK_DEFAULT);
  gboolean shift =
      (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;
  guint at;

  if (self->editor != NULL && picked != NULL
      && (picked == self->editor || gtk_widget_is_ancestor (picked, self->editor)))
    return;
  picked = picked != NULL && GTK_IS_LABEL (picked) ? gtk_widget_get_parent (picked) : picked;
  if (picked == NULL || !g_ptr_array_find (self->cells, picked, &at))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (mappe_value_grid_is_editing (self) && !mappe_value_grid_commit (self))
    return;
  mappe_value_grid_move (self, (int) (at / MAPPE_LINE_N_FIELDS), (int) (at % MAPPE_LINE_N_FIELDS), shift);
  if (n_press == 2)
    mappe_value_grid_begin_edit (self, NULL);
}

static void
append_line (MappeValueGrid *self)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);

  gtk_widget_add_css_class (line, "value-line");
  for (guint field = 0; field < MAPPE_LINE_N_FIELDS; field++)
    {
      GtkWidget *cell = new_cell (field);

      gtk_box_append (GTK_BOX (line), cell);
      g_ptr_array_add (self->cells, cell);
    }
  gtk_box_append (GTK_BOX (self->body), line);
}

static void
remove_line (MappeValueGrid *self)
{
  gtk_box_remove (GTK_BOX (self->body), gtk_widget_get_last_child (self->body));
  g_ptr_array_set_size (self->cells, (int) (self->cells->len - MAPPE_LINE_N_FIELDS));
}

static gboolean
is_same_line (const MappeSheetLine *line, const MappeSheetLine *before)
{
  if (mappe_sheet_is_odd (before))
    return line->row != NULL && line->row->id == before->row->id;
  return line->period.kind == before->period.kind && line->period.kind != MAPPE_PERIOD_NONE
         && mappe_period_distance (line->period, before->period) == 0;
}

/* The cell at the cursor keeps its period, whatever was added before it. */
static void
keep_place (MappeValueGrid *self, MappeSheet *old)
{
  const MappeSheetLine *before = old != NULL ? mappe_sheet_get (old, self->line) : NULL;
  guint last = MAX (self->sheet->lines->len, 1) - 1;
  guint line = before == NULL || mappe_values_indicator (old->values)->id
                                     != mappe_values_indicator (self->sheet->values)->id
                   ? last
                   : MIN (self->line, last);

  for (guint i = 0; before != NULL && i < self->sheet->lines->len; i++)
    if (is_same_line (mappe_sheet_get (self->sheet, i), before))
      line = i;
  if (line == self->line && before != NULL)
    {
      self->anchor_line = MIN (self->anchor_line, last);
      return;
    }
  self->line = self->anchor_line = line;
  self->anchor_column = self->column;
}

/* The newest values are what most people come for. New lines get their height only with the next frames, so this goes
 * on until a frame changes nothing, or somebody moves. */
static gboolean
scroll_to_end_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MappeValueGrid *self = MAPPE_VALUE_GRID (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (!self->at_end)
    return G_SOURCE_REMOVE;
  if (gtk_adjustment_get_page_size (adjustment) <= 0 || gtk_adjustment_get_value (adjustment) < end)
    {
      gtk_adjustment_set_value (adjustment, end);
      self->settled = 0;
      return G_SOURCE_CONTINUE;
    }
  self->at_end = ++self->settled < FRAMES_TO_SETTLE;
  return self->at_end ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * mappe_value_grid_show:
 * @sheet: (transfer full): what is shown from now on
 *
 * Another sheet of the same indicator keeps the cursor at its period.
 */
void
mappe_value_grid_show (MappeValueGrid *self, MappeSheet *sheet)
{
  g_autoptr (MappeSheet) old = self->sheet;
  gboolean other =
      old == NULL || mappe_values_indicator (old->values)->id != mappe_values_indicator (sheet->values)->id;

  if (other)
    {
      mappe_value_grid_cancel (self);
      g_hash_table_remove_all (self->faults);
      self->column = self->anchor_column = MAPPE_LINE_VALUE;
    }
  self->sheet = sheet;
  while (self->cells->len < sheet->lines->len * MAPPE_LINE_N_FIELDS)
    append_line (self);
  keep_place (self, old);
  while (self->cells->len > sheet->lines->len * MAPPE_LINE_N_FIELDS)
    remove_line (self);
  for (guint line = 0; line < sheet->lines->len; line++)
    for (guint field = 0; field < MAPPE_LINE_N_FIELDS; field++)
      mappe_value_grid_refresh_cell (self, line, field);
  mark_cells (self);
  gtk_widget_set_visible (self->earlier_button, !mappe_sheet_is_earliest (sheet));
  if (other && !self->at_end)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_end_cb, NULL, NULL);
  if (other)
    self->at_end = TRUE;
  self->settled = 0;
  mappe_value_grid_tell (self);
}

/** mappe_value_grid_get_sheet: Returns: (transfer none) (nullable): what is shown */
MappeSheet *
mappe_value_grid_get_sheet (MappeValueGrid *self)
{
  return self->sheet;
}

/** mappe_value_grid_set_locked: Nothing can be typed in a file that is read only. */
void
mappe_value_grid_set_locked (MappeValueGrid *self, gboolean locked)
{
  self->locked = locked;
}

/* --- cursor --- */

/**
 * mappe_value_grid_move:
 * @extend: the selection reaches from where it began to here
 *
 * Puts the cursor on a cell, the nearest one if there is no such cell, and the focus with it.
 */
void
mappe_value_grid_move (MappeValueGrid *self, int line, int column, gboolean extend)
{
  GtkWidget *cell;

  if (self->sheet == NULL || self->sheet->lines->len == 0)
    return;
  self->line = (guint) CLAMP (line, 0, (int) self->sheet->lines->len - 1);
  self->column = (guint) CLAMP (column, 0, MAPPE_LINE_N_FIELDS - 1);
  if (!extend)
    {
      self->anchor_line = self->line;
      self->anchor_column = self->column;
    }
  self->at_end = FALSE;
  mark_cells (self);
  cell = mappe_value_grid_get_cell (self, self->line, self->column);
  gtk_widget_grab_focus (cell);
  mappe_value_grid_tell (self);
}

/** mappe_value_grid_get_cursor: @line: (out): from 0; @field: (out): the column */
void
mappe_value_grid_get_cursor (MappeValueGrid *self, guint *line, MappeLineField *field)
{
  *line = self->line;
  *field = (MappeLineField) self->column;
}

/** mappe_value_grid_get_selection: Gives the corners of the selection, which is one cell at least. */
void
mappe_value_grid_get_selection (MappeValueGrid *self, guint *from_line, guint *to_line, guint *from_field,
                                guint *to_field)
{
  *from_line = MIN (self->line, self->anchor_line);
  *to_line = MAX (self->line, self->anchor_line);
  *from_field = MIN (self->column, self->anchor_column);
  *to_field = MAX (self->column, self->anchor_column);
}

/**
 * mappe_value_grid_copy:
 * @with_hidden: as the figures are, because they only move; otherwise small counts stay here
 *
 * Returns: (transfer full): the selection with tabs between cells, as spreadsheets read it
 */
char *
mappe_value_grid_copy (MappeValueGrid *self, gboolean with_hidden)
{
  GString *text = g_string_new (NULL);
  guint from_line, to_line, from_field, to_field;

  mappe_value_grid_get_selection (self, &from_line, &to_line, &from_field, &to_field);
  for (guint line = from_line; self->sheet != NULL && line <= MIN (to_line, self->sheet->lines->len - 1); line++)
    for (guint field = from_field; field <= to_field; field++)
      {
        gboolean hidden = !with_hidden && field == MAPPE_LINE_VALUE && mappe_sheet_hides (self->sheet, line);
        g_autofree char *cell = hidden ? g_strdup_printf ("<%d", MAPPE_SERIES_THRESHOLD)
                                       : mappe_sheet_typed (self->sheet, line, field);

        g_string_append_printf (text, "%s%s", cell, field < to_field ? "\t" : "\n");
      }
  return g_string_free (text, FALSE);
}

/* --- what is said --- */

static char *
words_of_cell (MappeValueGrid *self)
{
  const MappeSheetLine *at = mappe_sheet_get (self->sheet, self->line);

  if (self->column == MAPPE_LINE_VALUE && mappe_sheet_hides (self->sheet, self->line))
    return g_strdup (_("Fewer than 5: only shown here; hidden in charts and exports"));
  if (self->column == MAPPE_LINE_NOTE && at->row != NULL)
    return mappe_sheet_typed (self->sheet, self->line, MAPPE_LINE_NOTE);
  return NULL;
}

static char *
words_of_fault (MappeValueGrid *self, const char *typed)
{
  const MappeRow *indicator = mappe_values_indicator (self->sheet->values);
  g_autoptr (GError) error = NULL;
  double number;

  if (!mappe_value_cell_number (typed, '\0', mappe_row_get_text (indicator, MAPPE_INDICATOR_SCALE),
                                (MappeLineField) self->column, &number, &error))
    return g_strdup (error->message);
  return NULL;
}

/** mappe_value_grid_tell: Says what there is to say of the cell at the cursor. */
void
mappe_value_grid_tell (MappeValueGrid *self)
{
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  const char *typed;

  if (mappe_sheet_get (self->sheet, self->line) == NULL)
    return;
  name = mappe_value_grid_cell_name (self, self->line, self->column);
  typed = g_hash_table_lookup (self->faults, name);
  words = typed != NULL ? words_of_fault (self, typed) : words_of_cell (self);
  g_signal_emit (self, signals[TOLD], 0, words, typed != NULL);
}

/** mappe_value_grid_enter: @canonical: (nullable): what the cell at the cursor holds now; %NULL empties it */
void
mappe_value_grid_enter (MappeValueGrid *self, const char *canonical)
{
  g_signal_emit (self, signals[ENTERED], 0, self->line, self->column, canonical);
}

/** mappe_value_grid_ask: @signal: "cleared" or "pasted" */
void
mappe_value_grid_ask (MappeValueGrid *self, const char *signal)
{
  g_signal_emit_by_name (self, signal);
}

/* --- GObject --- */

static void
earlier_cb (MappeValueGrid *self)
{
  self->at_end = FALSE;
  g_signal_emit (self, signals[EARLIER], 0);
}

static void
mappe_value_grid_dispose (GObject *object)
{
  MappeValueGrid *self = MAPPE_VALUE_GRID (object);

  g_clear_pointer (&self->sheet, mappe_sheet_free);
  G_OBJECT_CLASS (mappe_value_grid_parent_class)->dispose (object);
}

static void
mappe_value_grid_finalize (GObject *object)
{
  MappeValueGrid *self = MAPPE_VALUE_GRID (object);

  g_ptr_array_unref (self->cells);
  g_hash_table_unref (self->faults);
  G_OBJECT_CLASS (mappe_value_grid_parent_class)->finalize (object);
}

static gboolean
mappe_value_grid_grab_focus (GtkWidget *widget)
{
  MappeValueGrid *self = MAPPE_VALUE_GRID (widget);
  GtkWidget *cell = mappe_value_grid_get_cell (self, self->line, self->column);

  return cell != NULL && gtk_widget_grab_focus (cell);
}

static void
mappe_value_grid_class_init (MappeValueGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = mappe_value_grid_dispose;
  object_class->finalize = mappe_value_grid_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_value_grid_grab_focus;
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                   G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  signals[CLEARED] = g_signal_new ("cleared", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PASTED] = g_signal_new ("pasted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                G_TYPE_BOOLEAN);
  signals[EARLIER] = g_signal_new ("earlier", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
build_head (MappeValueGrid *self)
{
  self->head = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
  gtk_widget_add_css_class (self->head, "value-head");
  for (guint field = 0; field < MAPPE_LINE_N_FIELDS; field++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "label",
                                       mappe_line_field_name (field), "ellipsize", PANGO_ELLIPSIZE_END,
                                       "width-chars", widths[field], "max-width-chars", widths[field], "hexpand",
                                       field == MAPPE_LINE_NOTE, NULL);

      gtk_label_set_xalign (GTK_LABEL (label), field == MAPPE_LINE_VALUE || field == MAPPE_LINE_BASE ? 1.0f : 0.0f);
      gtk_widget_add_css_class (label, "value-cell");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (self->head), label);
    }
  gtk_box_append (GTK_BOX (self), self->head);
}

static void
mappe_value_grid_init (MappeValueGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cells = g_ptr_array_new ();
  self->faults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->column = self->anchor_column = MAPPE_LINE_VALUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  build_head (self);
  self->earlier_button = gtk_button_new_with_label (_("Show earlier periods"));
  gtk_widget_add_css_class (self->earlier_button, "flat");
  g_signal_connect_object (self->earlier_button, "clicked", G_CALLBACK (earlier_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), self->earlier_button);
  self->body = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_GRID, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Values"), -1);
  g_signal_connect_object (click, "pressed", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (content), self->body);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), content);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self), self->scroller);
  mappe_value_grid_add_keys (self);
}

/** mappe_value_grid_new: Returns: (transfer floating): a grid that shows nothing yet */
GtkWidget *
mappe_value_grid_new (void)
{
  return g_object_new (MAPPE_TYPE_VALUE_GRID, NULL);
}
