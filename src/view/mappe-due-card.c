/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-due-card.h"

#include <glib/gi18n.h>

#include "mappe-due-row.h"
#include "mappe-due-text.h"
#include "mappe-feedback.h"
#include "mappe-places.h"

#define FEW_ROWS 6
#define MOST_ROWS 200

struct _MappeDueCard {
  GtkWidget         parent_instance;

  MappeStore       *store;
  MappeDisplay     *display;
  GPtrArray        *due;
  GPtrArray        *items;  /* (element-type MappeDueItem): of due */
  MappeDueCardLook  look;
  gboolean          unfolded;

  GtkWidget        *box;
  GtkLabel         *title;
  GtkLabel         *count;
  GtkListBox       *list;
  GtkLabel         *empty;
  GtkButton        *more;
  GtkWidget        *copy;
};

G_DEFINE_FINAL_TYPE (MappeDueCard, mappe_due_card, GTK_TYPE_WIDGET)

enum {
  EDGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static MappeDueRow *
row_at (MappeDueCard *self, guint position)
{
  return (MappeDueRow *) gtk_list_box_get_row_at_index (self->list, (int) position);
}

/* --- the list follows the items --- */

static guint
shown_rows (MappeDueCard *self)
{
  /* One row more takes no more room than the button that would unfold it. */
  if (!self->unfolded && self->items->len > FEW_ROWS + 1)
    return FEW_ROWS;
  return MIN (self->items->len, MOST_ROWS);
}

static MappeDueRow *
find_row (MappeDueCard *self, const MappeDueItem *item, guint from)
{
  MappeDueRow *row;

  for (guint i = from; (row = row_at (self, i)) != NULL; i++)
    if (mappe_due_row_is_of (row, item))
      return row;
  return NULL;
}

static gboolean
is_wanted (MappeDueCard *self, MappeDueRow *row)
{
  for (guint i = 0; i < shown_rows (self); i++)
    if (mappe_due_row_is_of (row, g_ptr_array_index (self->items, i)))
      return TRUE;
  return FALSE;
}

static void
drop_rows (MappeDueCard *self)
{
  MappeDueRow *row;

  for (guint i = 0; (row = row_at (self, i)) != NULL;)
    if (is_wanted (self, row))
      i++;
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* The row of the matter at @position. A row that would have to move is made anew: the buttons of a widget that left
 * the window and came back lose their actions in GTK 4.8. */
static MappeDueRow *
settle_row (MappeDueCard *self, const MappeDueItem *item, guint position)
{
  MappeDueRow *row = find_row (self, item, position);

  if (row != NULL && row == row_at (self, position))
    return row;
  if (row != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  row = MAPPE_DUE_ROW (mappe_due_row_new (self->store));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), (int) position);
  return row;
}

static MappeDueRowDetail
detail_at (MappeDueCard *self, guint position)
{
  if (self->look != MAPPE_DUE_CARD_MEETINGS)
    return MAPPE_DUE_ROW_PLAIN;
  return position == 0 ? MAPPE_DUE_ROW_FULL : MAPPE_DUE_ROW_MISSING;
}

/* The row that has the focus in it. */
static MappeDueRow *
find_focus (MappeDueCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, MAPPE_TYPE_DUE_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self->list)) ? MAPPE_DUE_ROW (row) : NULL;
}

/* To the row of the same matter; what was just done is gone, and the next one takes its place under the fingers. */
static void
restore_focus (MappeDueCard *self, MappeDueRow *focused, guint position)
{
  guint n_rows = shown_rows (self);
  MappeDueRow *row = find_row (self, mappe_due_row_get_item (focused), 0);

  if (row == NULL && n_rows > 0)
    row = row_at (self, MIN (position, n_rows - 1));
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
fill (MappeDueCard *self)
{
  MappeDueRow *row = find_focus (self);
  g_autoptr (MappeDueRow) focused = row != NULL ? g_object_ref (row) : NULL;
  guint position = row != NULL ? (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : 0;

  drop_rows (self);
  for (guint i = 0; i < shown_rows (self); i++)
    {
      const MappeDueItem *item = g_ptr_array_index (self->items, i);

      mappe_due_row_set (settle_row (self, item, i), self->due, item, self->display, detail_at (self, i));
    }
  gtk_list_box_invalidate_headers (self->list);
  if (focused != NULL && find_focus (self) == NULL)
    restore_focus (self, focused, position);
}

/* First the rest unfolds; what is too much even then is read in the list of its own page. */
static void
update_more (MappeDueCard *self)
{
  guint hidden = self->items->len - shown_rows (self);
  g_autofree char *text = NULL;

  if (self->unfolded)
    text = g_strdup_printf (ngettext ("%u more in the list", "%u more in the list", hidden), hidden);
  else
    text = g_strdup_printf (ngettext ("Show %u more", "Show %u more", hidden), hidden);
  gtk_button_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), hidden > 0);
}

static void
update_count (MappeDueCard *self)
{
  g_autofree char *count = g_strdup_printf ("%'u", self->items->len);

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), self->items->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), self->items->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->items->len > 0);
  gtk_widget_set_visible (self->copy, self->look == MAPPE_DUE_CARD_BY_OFFICE && self->items->len > 0);
}

static void
more_cb (MappeDueCard *self)
{
  guint before = shown_rows (self);

  if (self->unfolded)
    {
      const MappeDueItem *item = g_ptr_array_index (self->items, 0);
      const MappePlace *place = mappe_places_for_kind (item->kind);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", place != NULL ? place->name : "meetings");
      return;
    }
  self->unfolded = TRUE;
  fill (self);
  update_more (self);
  if (row_at (self, before) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row_at (self, before)));
}

static void
copy_cb (MappeDueCard *self)
{
  g_autofree char *text = mappe_due_text_by_office (self->items);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  mappe_feedback_toast (GTK_WIDGET (self), _("List copied"));
}

/* --- headings of the offices --- */

static guint
matters_of_office (MappeDueCard *self, const char *office)
{
  guint count = 0;

  for (guint i = 0; i < self->items->len; i++)
    count += g_strcmp0 (((MappeDueItem *) g_ptr_array_index (self->items, i))->where, office) == 0;
  return count;
}

static void
office_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  MappeDueCard *self = MAPPE_DUE_CARD (data);
  const MappeDueItem *item = mappe_due_row_get_item (MAPPE_DUE_ROW (row));
  const MappeDueItem *last = before != NULL ? mappe_due_row_get_item (MAPPE_DUE_ROW (before)) : NULL;
  g_autofree char *text = NULL;
  GtkWidget *label = gtk_list_box_row_get_header (row);

  if (item == NULL || (last != NULL && g_strcmp0 (item->where, last->where) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  text = g_strdup_printf ("%s · %u", item->where != NULL ? item->where : _("No office named"),
                          matters_of_office (self, item->where));
  if (label == NULL)
    {
      label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "mappe-due-office");
      gtk_list_box_row_set_header (row, label);
    }
  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
row_activated_cb (MappeDueCard *self, GtkListBoxRow *row)
{
  mappe_due_row_open (MAPPE_DUE_ROW (row));
}

static gboolean
keynav_failed_cb (MappeDueCard *self, GtkDirectionType direction)
{
  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[EDGE], 0, direction);
  return GDK_EVENT_STOP;
}

static void
mappe_due_card_dispose (GObject *object)
{
  MappeDueCard *self = MAPPE_DUE_CARD (object);

  /* First: the rows that go ask for headings, which read the items. */
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_DUE_CARD);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_object (&self->display);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_due_card_parent_class)->dispose (object);
}

static void
mappe_due_card_class_init (MappeDueCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_due_card_dispose;
  signals[EDGE] = g_signal_new ("edge", MAPPE_TYPE_DUE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                GTK_TYPE_DIRECTION_TYPE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-due-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeDueCard, box);
  gtk_widget_class_bind_template_child (widget_class, MappeDueCard, title);
  gtk_widget_class_bind_template_child (widget_class, MappeDueCard, count);
  gtk_widget_class_bind_template_child (widget_class, MappeDueCard, list);
  gtk_widget_class_bind_template_child (widget_class, MappeDueCard, empty);
  gtk_widget_class_bind_template_child (widget_class, MappeDueCard, more);
  gtk_widget_class_bind_template_child (widget_class, MappeDueCard, copy);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
}

static void
mappe_due_card_init (MappeDueCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_ptr_array_new ();
}

/**
 * mappe_due_card_new:
 * @title: translated heading
 * @empty: translated sentence for when there is nothing
 *
 * Returns: (transfer floating): a card without matters
 */
GtkWidget *
mappe_due_card_new (MappeStore *store, const char *title, const char *empty, MappeDueCardLook look)
{
  MappeDueCard *self = g_object_new (MAPPE_TYPE_DUE_CARD, NULL);

  self->store = g_object_ref (store);
  self->look = look;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->empty, empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (look == MAPPE_DUE_CARD_BY_OFFICE)
    gtk_list_box_set_header_func (self->list, office_header_cb, self, NULL);
  return GTK_WIDGET (self);
}

/**
 * mappe_due_card_set_items:
 * @due: (element-type MappeDueItem): owns the entries
 * @items: (element-type MappeDueItem): those of this card, in their order
 *
 * Shows these matters.
 */
void
mappe_due_card_set_items (MappeDueCard *self, GPtrArray *due, GPtrArray *items, MappeDisplay *display)
{
  g_return_if_fail (MAPPE_IS_DUE_CARD (self));
  g_ptr_array_ref (due);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  self->due = due;
  g_ptr_array_unref (self->items);
  self->items = g_ptr_array_ref (items);
  g_set_object (&self->display, display);
  fill (self);
  update_count (self);
  update_more (self);
}

/**
 * mappe_due_card_focus:
 * @last: from below: the last row instead of the first
 *
 * Returns: whether a row took the focus
 */
gboolean
mappe_due_card_focus (MappeDueCard *self, gboolean last)
{
  guint n_rows = shown_rows (self);

  g_return_val_if_fail (MAPPE_IS_DUE_CARD (self), FALSE);
  if (n_rows == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (row_at (self, last ? n_rows - 1 : 0)));
}

/**
 * mappe_due_card_add_act:
 * @hint: translated: what it does for all matters of the card
 *
 * Returns: (transfer none): a button beside the heading
 */
GtkWidget *
mappe_due_card_add_act (MappeDueCard *self, const char *icon_name, const char *hint)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  g_object_set (button, "hexpand", TRUE, "halign", GTK_ALIGN_END, "valign", GTK_ALIGN_CENTER, "tooltip-text", hint,
                NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "mappe-due-copy");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->copy)), button, self->copy);
  return button;
}
