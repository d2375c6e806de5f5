/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-value-grid-private.h"

/* The keys of a spreadsheet. */

#define PAGE_LINES 12

static gboolean
step (MappeValueGrid *self, int lines, int columns, gboolean extend)
{
  mappe_value_grid_move (self, (int) self->line + lines, (int) self->column + columns, extend);
  return TRUE;
}

/* At the last column Tab leaves the grid, so that nobody is caught in it (WCAG 2.1.2). */
static gboolean
tab (MappeValueGrid *self, int direction, gboolean was_editing)
{
  int column = (int) self->column + direction;

  if (column < 0 || column >= MAPPE_LINE_N_FIELDS)
    {
      if (!was_editing || direction < 0)
        return FALSE;
      mappe_value_grid_move (self, (int) self->line + 1, MAPPE_LINE_VALUE, FALSE);
      return TRUE;
    }
  return step (self, 0, direction, FALSE);
}

static gboolean
edit_key (MappeValueGrid *self, guint keyval, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return !mappe_value_grid_commit (self) || step (self, shift ? -1 : 1, 0, FALSE);
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      return !mappe_value_grid_commit (self) || step (self, keyval == GDK_KEY_Up ? -1 : 1, 0, FALSE);
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return !mappe_value_grid_commit (self) || tab (self, shift || keyval == GDK_KEY_ISO_Left_Tab ? -1 : 1, TRUE);
    case GDK_KEY_Escape:
      mappe_value_grid_cancel (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
control_key (MappeValueGrid *self, guint keyval)
{
  int last = (int) self->sheet->lines->len - 1;

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_c:
    case GDK_KEY_x:
      {
        gboolean moves = gdk_keyval_to_lower (keyval) == GDK_KEY_x && !self->locked;
        g_autofree char *text = mappe_value_grid_copy (self, moves);

        gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
        if (moves)
          mappe_value_grid_ask (self, "cleared");
        return TRUE;
      }
    case GDK_KEY_v:
      if (!self->locked)
        mappe_value_grid_ask (self, "pasted");
      return TRUE;
    case GDK_KEY_a:
      mappe_value_grid_move (self, 0, MAPPE_LINE_PERIOD, FALSE);
      mappe_value_grid_move (self, last, MAPPE_LINE_NOTE, TRUE);
      return TRUE;
    case GDK_KEY_Home:
      mappe_value_grid_move (self, 0, (int) self->column, FALSE);
      return TRUE;
    case GDK_KEY_End:
      mappe_value_grid_move (self, last, (int) self->column, FALSE);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Any letter or digit begins the cell anew. */
static gboolean
type (MappeValueGrid *self, guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[8] = { 0 };

  if (letter == 0 || !g_unichar_isprint (letter))
    return FALSE;
  if (self->column == MAPPE_LINE_STATUS)
    {
      if (letter == ' ')
        mappe_value_grid_begin_edit (self, NULL);
      else
        mappe_value_grid_choose_status (self, letter);
      return TRUE;
    }
  g_unichar_to_utf8 (letter, text);
  mappe_value_grid_begin_edit (self, letter == ' ' ? NULL : text);
  return TRUE;
}

static void
clear (MappeValueGrid *self)
{
  guint from_line, to_line, from_field, to_field;

  mappe_value_grid_get_selection (self, &from_line, &to_line, &from_field, &to_field);
  for (guint line = from_line; line <= to_line; line++)
    for (guint field = from_field; field <= to_field; field++)
      mappe_value_grid_drop_fault (self, line, field);
  mappe_value_grid_ask (self, "cleared");
}

static gboolean
move_key (MappeValueGrid *self, guint keyval, gboolean shift)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
      return step (self, -1, 0, shift);
    case GDK_KEY_Down:
      return step (self, 1, 0, shift);
    case GDK_KEY_Left:
      return step (self, 0, -1, shift);
    case GDK_KEY_Right:
      return step (self, 0, 1, shift);
    case GDK_KEY_Page_Up:
      return step (self, -PAGE_LINES, 0, shift);
    case GDK_KEY_Page_Down:
      return step (self, PAGE_LINES, 0, shift);
    case GDK_KEY_Home:
      mappe_value_grid_move (self, (int) self->line, MAPPE_LINE_PERIOD, shift);
      return TRUE;
    case GDK_KEY_End:
      mappe_value_grid_move (self, (int) self->line, MAPPE_LINE_NOTE, shift);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
cell_key (MappeValueGrid *self, guint keyval, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if ((state & GDK_ALT_MASK) != 0)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return control_key (self, keyval);
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return step (self, shift ? -1 : 1, 0, FALSE);
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return tab (self, shift || keyval == GDK_KEY_ISO_Left_Tab ? -1 : 1, FALSE);
    case GDK_KEY_F2:
      mappe_value_grid_begin_edit (self, NULL);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      if (!self->locked)
        clear (self);
      return TRUE;
    default:
      return move_key (self, keyval, shift) || type (self, keyval);
    }
}

static gboolean
key_cb (MappeValueGrid *self, guint keyval, guint code, GdkModifierType state)
{
  if (self->sheet == NULL || self->sheet->lines->len == 0 || self->choosing)
    return FALSE;
  return self->editor != NULL ? edit_key (self, keyval, state) : cell_key (self, keyval, state);
}

/** mappe_value_grid_add_keys: Lets the grid hear its keys before any cell or editor does. */
void
mappe_value_grid_add_keys (MappeValueGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->body, keys);
}
