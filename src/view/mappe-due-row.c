/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-due-row.h"

#include <glib/gi18n.h>

#include "mappe-due-act.h"
#include "mappe-due-date.h"
#include "mappe-due-text.h"
#include "mappe-page.h"

struct _MappeDueRow {
  GtkListBoxRow       parent_instance;

  MappeStore         *store;
  GPtrArray          *due;   /* keeps item alive */
  const MappeDueItem *item;
  GtkWidget          *popover;

  GtkImage           *light;
  GtkLabel           *title;
  GtkLabel           *when;
  GtkLabel           *about;
  GtkBox             *lines;
  GtkWidget          *steps;
  GtkWidget          *done_button;
  GtkWidget          *date_button;
  GtkWidget          *remind_button;
  GtkWidget          *chevron;
};

G_DEFINE_FINAL_TYPE (MappeDueRow, mappe_due_row, GTK_TYPE_LIST_BOX_ROW)

/* The row goes away with what it shows; its page stays. */
static GtkWidget *
lasting_widget (MappeDueRow *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), MAPPE_TYPE_PAGE);

  return page != NULL ? page : GTK_WIDGET (self);
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_when (MappeDueRow *self)
{
  g_autofree char *when = mappe_due_text_when (self->item);
  gboolean pressing = self->item->light == MAPPE_DUE_OVERDUE;

  set_label (self->when, when);
  if (pressing)
    gtk_widget_add_css_class (GTK_WIDGET (self->when), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->when), "error");
}

static GtkWidget *
make_line (const MappeDueLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "valign", GTK_ALIGN_START, NULL);
  GtkWidget *label = gtk_label_new (line->text);

  mappe_state_show (GTK_IMAGE (image), line->state);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
set_lines (MappeDueRow *self, MappeDueRowDetail detail)
{
  g_autoptr (GPtrArray) lines = mappe_due_text_lines (self->item);
  gboolean any = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))))
    gtk_box_remove (self->lines, child);
  for (guint i = 0; i < lines->len && detail != MAPPE_DUE_ROW_PLAIN; i++)
    {
      const MappeDueLine *line = g_ptr_array_index (lines, i);

      if (detail == MAPPE_DUE_ROW_MISSING && line->state == MAPPE_STATE_DONE)
        continue;
      gtk_box_append (self->lines, make_line (line));
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->lines), any);
}

/* Takes over @name. */
static void
name_button (GtkWidget *button, char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

static void
set_steps (MappeDueRow *self, const char *title)
{
  gboolean possible = mappe_due_act_is_possible (self->item);
  gboolean writable = possible && mappe_store_get_state (self->store) == MAPPE_STORE_WRITABLE;

  gtk_widget_set_visible (self->steps, possible);
  gtk_widget_set_visible (self->chevron, !possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.done", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.new-date", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "due.remind", possible);
  name_button (self->done_button, g_strdup_printf (_("Done: %s"), title));
  name_button (self->date_button, g_strdup_printf (_("New date: %s"), title));
  name_button (self->remind_button, g_strdup_printf (_("Copy reminder: %s"), title));
}

/* Keys that the popover does not want come here, too. */
static gboolean
is_asking (MappeDueRow *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

static void
done_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDueRow *self = MAPPE_DUE_ROW (widget);

  if (!is_asking (self))
    mappe_due_act_done (lasting_widget (self), self->store, self->item);
}

static void
remind_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDueRow *self = MAPPE_DUE_ROW (widget);

  if (!is_asking (self))
    mappe_due_act_remind (lasting_widget (self), self->item);
}

static void
chosen_cb (MappeDueRow *self, const char *iso, const char *reason)
{
  mappe_due_act_new_date (lasting_widget (self), self->store, self->item, iso, reason);
}

static void
new_date_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDueRow *self = MAPPE_DUE_ROW (widget);
  graphene_rect_t bounds;

  if (is_asking (self))
    return;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = mappe_due_date_new ();
  gtk_widget_set_parent (self->popover, widget);
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_compute_bounds (self->date_button, widget, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
mappe_due_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MappeDueRow *self = MAPPE_DUE_ROW (widget);

  GTK_WIDGET_CLASS (mappe_due_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
mappe_due_row_dispose (GObject *object)
{
  MappeDueRow *self = MAPPE_DUE_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->item = NULL;
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_DUE_ROW);
  G_OBJECT_CLASS (mappe_due_row_parent_class)->dispose (object);
}

static void
mappe_due_row_class_init (MappeDueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_due_row_dispose;
  widget_class->size_allocate = mappe_due_row_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-due-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeDueRow, light);
  gtk_widget_class_bind_template_child (widget_class, MappeDueRow, title);
  gtk_widget_class_bind_template_child (widget_class, MappeDueRow, when);
  gtk_widget_class_bind_template_child (widget_class, MappeDueRow, about);
  gtk_widget_class_bind_template_child (widget_class, MappeDueRow, lines);
  gtk_widget_class_bind_template_child (widget_class, MappeDueRow, steps);
  gtk_widget_class_bind_template_child (widget_class, MappeDueRow, done_button);
  gtk_widget_class_bind_template_child (widget_class, MappeDueRow, date_button);
  gtk_widget_class_bind_template_child (widget_class, MappeDueRow, remind_button);
  gtk_widget_class_bind_template_child (widget_class, MappeDueRow, chevron);
  gtk_widget_class_install_action (widget_class, "due.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "due.new-date", NULL, new_date_cb);
  gtk_widget_class_install_action (widget_class, "due.remind", NULL, remind_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, 0, "due.done", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "due.new-date", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "due.remind", NULL);
}

static void
mappe_due_row_init (MappeDueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** mappe_due_row_new: Returns: (transfer floating): a row that shows nothing yet */
GtkWidget *
mappe_due_row_new (MappeStore *store)
{
  MappeDueRow *self = g_object_new (MAPPE_TYPE_DUE_ROW, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

/**
 * mappe_due_row_set:
 * @due: (element-type MappeDueItem): what @item belongs to
 * @item: the matter
 * @detail: how much to show
 *
 * Shows a matter. Texts that stay the same are not touched.
 */
void
mappe_due_row_set (MappeDueRow *self, GPtrArray *due, const MappeDueItem *item, MappeDisplay *display,
                   MappeDueRowDetail detail)
{
  g_autofree char *title = mappe_due_text_title (item);
  g_autofree char *about = mappe_due_text_about (item, display);
  g_autofree char *spoken = mappe_due_text_spoken (item, display);

  g_return_if_fail (MAPPE_IS_DUE_ROW (self));
  g_ptr_array_ref (due);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  self->due = due;
  self->item = item;
  mappe_state_show (self->light, mappe_due_text_state (item));
  set_label (self->title, title);
  set_when (self);
  set_label (self->about, about);
  set_lines (self, detail);
  set_steps (self, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->light), mappe_state_word (mappe_due_text_state (item)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/** mappe_due_row_get_item: Returns: (transfer none) (nullable): the matter on show */
const MappeDueItem *
mappe_due_row_get_item (MappeDueRow *self)
{
  g_return_val_if_fail (MAPPE_IS_DUE_ROW (self), NULL);
  return self->item;
}

/** mappe_due_row_is_of: Returns: whether the row shows the same matter, whatever changed in it */
gboolean
mappe_due_row_is_of (MappeDueRow *self, const MappeDueItem *item)
{
  return self->item != NULL && self->item->topic == item->topic && self->item->kind == item->kind
         && self->item->id == item->id;
}

/**
 * mappe_due_row_open:
 *
 * Leads to the record.
 */
void
mappe_due_row_open (MappeDueRow *self)
{
  g_return_if_fail (MAPPE_IS_DUE_ROW (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", self->item->kind->name, self->item->id);
}
