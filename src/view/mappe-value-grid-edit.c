/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "mappe-indicator.h"
#include "mappe-number.h"
#include "mappe-value-grid-private.h"

/* One cell in edit, and what becomes of what was typed. */

/** mappe_value_grid_cell_name: Returns: (transfer full): a name that stays when lines are added */
char *
mappe_value_grid_cell_name (MappeValueGrid *self, guint line, MappeLineField field)
{
  const MappeSheetLine *at = mappe_sheet_get (self->sheet, line);
  g_autofree char *period = mappe_period_to_text (at->period);

  return period != NULL ? g_strdup_printf ("%s/%d", period, field)
                        : g_strdup_printf ("#%" G_GINT64_FORMAT "/%d", at->row != NULL ? at->row->id : 0, field);
}

/** mappe_value_grid_drop_fault: Forgets what was typed into a cell and cannot be taken. */
void
mappe_value_grid_drop_fault (MappeValueGrid *self, guint line, MappeLineField field)
{
  g_autofree char *name = mappe_value_grid_cell_name (self, line, field);

  if (g_hash_table_remove (self->faults, name))
    mappe_value_grid_refresh_cell (self, line, field);
}

/** mappe_value_grid_is_editing: Returns: whether a cell is in edit */
gboolean
mappe_value_grid_is_editing (MappeValueGrid *self)
{
  return self->editor != NULL;
}

static gboolean
can_edit (MappeValueGrid *self)
{
  const MappeSheetLine *at = self->sheet != NULL ? mappe_sheet_get (self->sheet, self->line) : NULL;

  return !self->locked && at != NULL && (self->column != MAPPE_LINE_PERIOD || mappe_sheet_is_odd (at));
}

/* Takes the editor away and shows the cell again; the focus goes to the cell when it was in the editor. */
static void
close_editor (MappeValueGrid *self)
{
  GtkWidget *cell = mappe_value_grid_get_cell (self, self->line, self->column);
  GtkWidget *editor = self->editor;

  if (editor == NULL || self->leaving)
    return;
  self->leaving = TRUE;
  self->editor = NULL;
  if (cell != NULL)
    {
      gtk_widget_set_visible (cell, TRUE);
      if (gtk_widget_has_focus (editor) || self->was_focused)
        gtk_widget_grab_focus (cell);
    }
  self->was_focused = FALSE;
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (editor)), editor);
  self->leaving = FALSE;
}

/* Whoever clicks elsewhere has typed enough: it is taken, or it stays in the cell with its fault. */
static void
left_cb (MappeValueGrid *self)
{
  if (self->editor != NULL && !self->leaving)
    mappe_value_grid_commit (self);
}

/* Text that is no number is marked while it is typed, not only when it is refused. */
static void
typed_cb (MappeValueGrid *self)
{
  gtk_widget_remove_css_class (self->editor, "error");
  g_signal_emit_by_name (self, "told", NULL, FALSE);
}

static GtkWidget *
new_editor (MappeValueGrid *self, GtkWidget *cell)
{
  GtkWidget *editor = gtk_text_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *spoken = mappe_sheet_spoken (self->sheet, self->line, self->column);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 1, 1);

  /* As wide as the cell, or all columns behind it would move. */
  if (!gtk_widget_compute_bounds (cell, gtk_widget_get_parent (cell), &bounds))
    bounds.size.width = (float) gtk_widget_get_width (cell);

  gtk_widget_add_css_class (editor, "value-editor");
  gtk_widget_set_hexpand (editor, gtk_widget_get_hexpand (cell));
  gtk_widget_set_size_request (editor, self->column == MAPPE_LINE_NOTE ? 40 : (int) ceilf (bounds.size.width), -1);
  g_object_set (editor, "width-chars", 1, "max-width-chars", 1, "xalign",
                gtk_label_get_xalign (mappe_value_grid_label_of (cell)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (editor, focus);
  return editor;
}

/**
 * mappe_value_grid_begin_edit:
 * @typed: (nullable): what takes the place of the cell's content; %NULL edits what is there
 *
 * Returns: whether the cell at the cursor is in edit now; a status is chosen, not typed
 */
gboolean
mappe_value_grid_begin_edit (MappeValueGrid *self, const char *typed)
{
  GtkWidget *cell;
  g_autofree char *name = NULL;
  g_autofree char *content = NULL;

  if (!can_edit (self) || self->editor != NULL)
    return FALSE;
  if (self->column == MAPPE_LINE_STATUS)
    {
      mappe_value_grid_open_statuses (self);
      return FALSE;
    }
  cell = mappe_value_grid_get_cell (self, self->line, self->column);
  name = mappe_value_grid_cell_name (self, self->line, self->column);
  content = g_strdup (typed != NULL ? typed : g_hash_table_lookup (self->faults, name));
  if (content == NULL)
    content = mappe_sheet_typed (self->sheet, self->line, self->column);
  self->editor = new_editor (self, cell);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), content);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (cell)), self->editor, cell);
  gtk_widget_grab_focus (self->editor);
  gtk_widget_set_visible (cell, FALSE);
  if (typed == NULL)
    gtk_editable_select_region (GTK_EDITABLE (self->editor), 0, -1);
  else
    gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
  return TRUE;
}

/* Returns: (transfer full) (nullable): stored form; %NULL for nothing, or with @error. */
static char *
canonical_of (MappeValueGrid *self, const char *typed, GError **error)
{
  const MappeRow *indicator = mappe_values_indicator (self->sheet->values);
  double number;

  if (self->column == MAPPE_LINE_NOTE || self->column == MAPPE_LINE_PERIOD)
    return mappe_cells_is_blank (typed) ? NULL : g_strstrip (g_strdup (typed));
  if (mappe_value_cell_is_gap (typed))
    return NULL;
  if (!mappe_value_cell_number (typed, '\0', mappe_row_get_text (indicator, MAPPE_INDICATOR_SCALE),
                                (MappeLineField) self->column, &number, error))
    return NULL;
  return mappe_real_to_canonical (number);
}

static void
keep_fault (MappeValueGrid *self, const char *typed, const GError *error)
{
  g_hash_table_replace (self->faults, mappe_value_grid_cell_name (self, self->line, self->column), g_strdup (typed));
  gtk_widget_add_css_class (self->editor, "error");
  g_signal_emit_by_name (self, "told", error->message, TRUE);
}

/* Shows what is on its way to the file, until the sheet says the same. */
static void
show_at_once (MappeValueGrid *self, const char *typed)
{
  GtkWidget *cell = mappe_value_grid_get_cell (self, self->line, self->column);

  gtk_label_set_label (mappe_value_grid_label_of (cell), typed);
}

/* "<5" in the place of a value is a status. */
static gboolean
commit_withheld (MappeValueGrid *self)
{
  self->was_focused = gtk_widget_has_focus (self->editor);
  close_editor (self);
  mappe_value_grid_drop_fault (self, self->line, self->column);
  show_at_once (self, "×");
  g_signal_emit_by_name (self, "entered", self->line, MAPPE_LINE_STATUS, "suppressed");
  return TRUE;
}

/**
 * mappe_value_grid_commit:
 *
 * Ends the edit. Text that cannot be taken stays in its cell, marked, and nothing is entered.
 *
 * Returns: whether what was typed could be taken; also when no cell was in edit
 */
gboolean
mappe_value_grid_commit (MappeValueGrid *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *before = NULL;
  g_autofree char *canonical = NULL;
  g_autoptr (GError) error = NULL;

  if (self->editor == NULL)
    return TRUE;
  typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  if (self->column == MAPPE_LINE_VALUE && mappe_value_cell_is_withheld (typed))
    return commit_withheld (self);
  canonical = canonical_of (self, typed, &error);
  if (error != NULL)
    {
      keep_fault (self, typed, error);
      if (!gtk_widget_has_focus (self->editor))
        {
          close_editor (self);
          mappe_value_grid_refresh_cell (self, self->line, self->column);
        }
      return FALSE;
    }
  before = mappe_sheet_typed (self->sheet, self->line, self->column);
  self->was_focused = gtk_widget_has_focus (self->editor);
  close_editor (self);
  mappe_value_grid_drop_fault (self, self->line, self->column);
  /* A time cannot be cleared: without one there is no value. */
  if (!g_str_equal (g_strstrip (typed), before) && (canonical != NULL || self->column != MAPPE_LINE_PERIOD))
    {
      show_at_once (self, typed);
      mappe_value_grid_enter (self, canonical);
    }
  return TRUE;
}

/** mappe_value_grid_cancel: Ends the edit; what was typed is gone. */
void
mappe_value_grid_cancel (MappeValueGrid *self)
{
  if (self->editor == NULL)
    return;
  self->was_focused = gtk_widget_has_focus (self->editor);
  close_editor (self);
  mappe_value_grid_drop_fault (self, self->line, self->column);
  mappe_value_grid_tell (self);
}

/* --- status --- */

static void
enter_status (MappeValueGrid *self, const char *code)
{
  g_autofree char *before = mappe_sheet_typed (self->sheet, self->line, MAPPE_LINE_STATUS);
  const char *word = mappe_display_code (self->sheet->display, "value_status", code);

  if (g_strcmp0 (before, word) == 0)
    return;
  show_at_once (self, word);
  mappe_value_grid_enter (self, code);
}

static gboolean
begins_with (const char *word, gunichar letter)
{
  return word != NULL && g_unichar_tolower (g_utf8_get_char (word)) == g_unichar_tolower (letter);
}

/** mappe_value_grid_choose_status: Returns: whether there is a status whose word begins with @letter; it is taken */
gboolean
mappe_value_grid_choose_status (MappeValueGrid *self, gunichar letter)
{
  const char *const *codes = mappe_display_codes (self->sheet->display, "value_status");

  if (!can_edit (self))
    return FALSE;
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (begins_with (mappe_display_code (self->sheet->display, "value_status", codes[i]), letter))
      {
        enter_status (self, codes[i]);
        return TRUE;
      }
  return FALSE;
}

static void
chosen_cb (MappeValueGrid *self, GtkWidget *button)
{
  const char *code = g_object_get_data (G_OBJECT (button), "code");
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  enter_status (self, code);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
closed_cb (MappeValueGrid *self, GtkWidget *popover)
{
  self->choosing = FALSE;
  gtk_widget_grab_focus (mappe_value_grid_get_cell (self, self->line, self->column));
  gtk_widget_unparent (popover);
}

/** mappe_value_grid_open_statuses: Offers the statuses under the cell at the cursor. */
void
mappe_value_grid_open_statuses (MappeValueGrid *self)
{
  GtkWidget *cell = mappe_value_grid_get_cell (self, self->line, self->column);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *const *codes = mappe_display_codes (self->sheet->display, "value_status");

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      GtkWidget *button =
          gtk_button_new_with_label (mappe_display_code (self->sheet->display, "value_status", codes[i]));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
      g_object_set_data_full (G_OBJECT (button), "code", g_strdup (codes[i]), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Status"), -1);
  gtk_widget_set_parent (popover, cell);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  self->choosing = TRUE;
  gtk_popover_popup (GTK_POPOVER (popover));
}
