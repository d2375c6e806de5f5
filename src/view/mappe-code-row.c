/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-display.h"
#include "mappe-field-rows.h"

#include <glib/gi18n-lib.h>

/**
 * MappeCodeRow:
 * @codes: (element-type utf8): code of each line of the drop-down, "" for none; %NULL until the list has come
 * @wanted: (nullable): code to show once the list has come
 */
struct _MappeCodeRow {
  MappeFieldRow parent_instance;
  GtkWidget    *drop_down;
  GPtrArray    *codes;
  char         *wanted;
  guint         source, ticks;
  gboolean      showing;
};

G_DEFINE_FINAL_TYPE (MappeCodeRow, mappe_code_row, MAPPE_TYPE_FIELD_ROW)

static void
selected_cb (MappeCodeRow *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  if (self->showing || self->codes == NULL || at >= self->codes->len)
    return;
  mappe_field_row_take (MAPPE_FIELD_ROW (self), g_ptr_array_index (self->codes, at), NULL);
}

/* A code that is no longer in its list is offered as itself, or opening the list would change it. */
static guint
find_line (MappeCodeRow *self, GtkStringList *model)
{
  const char *code = self->wanted != NULL ? self->wanted : "";
  guint at = 0;
  if (g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, &at))
    return at;
  g_ptr_array_add (self->codes, g_strdup (code));
  gtk_string_list_append (model, *code != '\0' ? code : _("Choose…"));
  return self->codes->len - 1;
}

static void
show_wanted (MappeCodeRow *self)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (self->drop_down);
  if (self->codes == NULL)
    return;
  self->showing = TRUE;
  gtk_drop_down_set_selected (drop_down, find_line (self, GTK_STRING_LIST (gtk_drop_down_get_model (drop_down))));
  self->showing = FALSE;
}

static void
add_line (MappeCodeRow *self, GtkStringList *model, const char *code, const char *label)
{
  g_ptr_array_add (self->codes, g_strdup (code));
  gtk_string_list_append (model, label);
}

static void
fill_cb (MappeCodeRow *self)
{
  MappeFieldRow *row = MAPPE_FIELD_ROW (self);
  const MappeFieldSpec *spec = mappe_field_row_get_spec (row);
  MappeDisplay *display = mappe_display_get (mappe_field_row_get_store (row));
  const char *const *codes = mappe_display_codes (display, spec->code_list);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  if (self->drop_down == NULL || !mappe_display_is_ready (display))
    return;
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  if ((spec->flags & MAPPE_FIELD_REQUIRED) == 0)
    add_line (self, model, "", _("None"));
  for (guint i = 0; codes[i] != NULL; i++)
    add_line (self, model, codes[i], mappe_display_code (display, spec->code_list, codes[i]));
  self->showing = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (model));
  self->showing = FALSE;
  show_wanted (self);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

/* The line of the list that stands first after something was typed; FALSE: nothing was typed, or nothing fits. */
static gboolean
take_first_found (MappeCodeRow *self, GtkWidget *popover)
{
  GtkWidget *search = find_child (popover, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *list = find_child (popover, GTK_TYPE_LIST_VIEW);
  if (search == NULL || list == NULL || *gtk_editable_get_text (GTK_EDITABLE (search)) == '\0')
    return FALSE;
  GListModel *lines = gtk_drop_down_get_model (GTK_DROP_DOWN (self->drop_down));
  g_autoptr (GObject) found = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))), 0);
  for (guint i = 0; found != NULL && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (GObject) line = g_list_model_get_item (lines, i);
      if (line == found)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), i);
    }
  return found != NULL;
}

/* Whether one of the lines has the focus, which Enter then chooses by itself. */
static gboolean
is_in_list (GtkWidget *popover)
{
  GtkWidget *list = find_child (popover, GTK_TYPE_LIST_VIEW);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (popover));
  return list != NULL && focus != NULL && (focus == list || gtk_widget_is_ancestor (focus, list));
}

static gboolean
list_key_cb (MappeCodeRow *self, guint keyval, guint code, GdkModifierType state, GtkEventControllerKey *keys)
{
  GtkWidget *popover = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && !is_in_list (popover) &&
      take_first_found (self, popover))
    {
      gtk_popover_popdown (GTK_POPOVER (popover));
      gtk_widget_grab_focus (self->drop_down);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;
  gtk_popover_popdown (GTK_POPOVER (popover));
  return mappe_field_row_move (MAPPE_FIELD_ROW (self), keyval == GDK_KEY_Tab ? 1 : -1);
}

/* The list of GTK 4.8 takes letters only after a click into its search field, and keeps Tab for itself. */
static void
teach_list (MappeCodeRow *self)
{
  GtkWidget *popover = find_child (self->drop_down, GTK_TYPE_POPOVER);
  GtkWidget *search = popover != NULL ? find_child (popover, GTK_TYPE_SEARCH_ENTRY) : NULL;
  if (popover == NULL)
    return;
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (popover, keys);
  if (search != NULL)
    gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (search), popover);
}

static GtkWidget *
mappe_code_row_create_editor (MappeFieldRow *row)
{
  MappeCodeRow *self = MAPPE_CODE_ROW (row);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_drop_down_set_expression (GTK_DROP_DOWN (self->drop_down), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->drop_down), TRUE);
  teach_list (self);
  gtk_widget_add_css_class (self->drop_down, "field-drop-down");
  gtk_widget_set_halign (self->drop_down, GTK_ALIGN_START);
  mappe_field_row_name_widget (row, self->drop_down);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mappe_display_get (mappe_field_row_get_store (row)), "changed", G_CALLBACK (fill_cb), self,
                           G_CONNECT_SWAPPED);
  fill_cb (self);
  return self->drop_down;
}

static void
mappe_code_row_load (MappeFieldRow *row, const char *typed, const char *canonical, const char *shown)
{
  MappeCodeRow *self = MAPPE_CODE_ROW (row);
  GtkWidget *popover = find_child (self->drop_down, GTK_TYPE_POPOVER);
  /* A list left open would come back with the next edit, wherever the row is by then. */
  if (!mappe_field_row_is_editing (row) && popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  g_free (self->wanted);
  self->wanted = g_strdup (canonical);
  show_wanted (self);
}

static gboolean
has_focus (MappeCodeRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && gtk_widget_is_ancestor (focus, self->drop_down);
}

static gboolean
is_in_view (MappeCodeRow *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (self->drop_down));
  graphene_point_t at;
  return gtk_widget_get_mapped (self->drop_down) &&
         gtk_widget_compute_point (self->drop_down, root, &GRAPHENE_POINT_INIT (0, 0), &at) && at.y >= 0 &&
         at.y + (float) gtk_widget_get_height (self->drop_down) <= (float) gtk_widget_get_height (root);
}

/* In the frame after next the row has been scrolled to. Before, the list would start outside the screen, where
 * GTK 4.8 cannot place it. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MappeCodeRow *self = MAPPE_CODE_ROW (data);
  if (++self->ticks < 3)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  if (self->codes != NULL && has_focus (self) && is_in_view (self))
    gtk_widget_activate (self->drop_down);
  return G_SOURCE_REMOVE;
}

static void
mappe_code_row_focus (MappeFieldRow *row)
{
  MappeCodeRow *self = MAPPE_CODE_ROW (row);
  gtk_widget_grab_focus (self->drop_down);
  self->ticks = 0;
  if (self->source == 0)
    self->source = gtk_widget_add_tick_callback (self->drop_down, tick_cb, self, NULL);
}

static void
mappe_code_row_dispose (GObject *object)
{
  MappeCodeRow *self = MAPPE_CODE_ROW (object);
  if (self->source != 0 && self->drop_down != NULL)
    gtk_widget_remove_tick_callback (self->drop_down, self->source);
  self->source = 0;
  self->drop_down = NULL;
  G_OBJECT_CLASS (mappe_code_row_parent_class)->dispose (object);
}

static void
mappe_code_row_finalize (GObject *object)
{
  MappeCodeRow *self = MAPPE_CODE_ROW (object);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_free (self->wanted);
  G_OBJECT_CLASS (mappe_code_row_parent_class)->finalize (object);
}

static void
mappe_code_row_class_init (MappeCodeRowClass *klass)
{
  MappeFieldRowClass *row_class = MAPPE_FIELD_ROW_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = mappe_code_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_code_row_finalize;
  row_class->create_editor = mappe_code_row_create_editor;
  row_class->load = mappe_code_row_load;
  row_class->focus = mappe_code_row_focus;
}

static void
mappe_code_row_init (MappeCodeRow *self)
{
}
