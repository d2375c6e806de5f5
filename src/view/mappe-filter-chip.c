/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-filter-chip.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-display.h"
#include "mappe-number.h"
#include "mappe-state-light.h"

struct _MappeFilterChip {
  GtkWidget             parent_instance;
  MappeDisplay         *display;
  const MappeFieldSpec *spec;
  guint                 field;
  GtkWidget            *button;
  GtkWidget            *label;
  GtkWidget            *popover;
  GtkWidget            *box;
  GHashTable           *ticked;  /* set of codes */
  GHashTable           *checks;  /* code → GtkCheckButton, while the popover has been filled */
  GHashTable           *counts;  /* code → GtkLabel */
  gboolean              setting;
};

enum { CHANGED, COUNT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MappeFilterChip, mappe_filter_chip, GTK_TYPE_WIDGET)

static const char * const truth_values[] = { "1", "0", NULL };

static const char * const *
mappe_filter_chip_values (MappeFilterChip *self)
{
  if (self->spec->type == MAPPE_FIELD_BOOL)
    return truth_values;
  return mappe_display_codes (self->display, self->spec->code_list);
}

static const char *
mappe_filter_chip_value_label (MappeFilterChip *self, const char *code)
{
  if (self->spec->type == MAPPE_FIELD_BOOL)
    return g_str_equal (code, "1") ? _("Yes") : _("No");
  return mappe_display_code (self->display, self->spec->code_list, code);
}

static char *
mappe_filter_chip_summary (MappeFilterChip *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char * const *values = mappe_filter_chip_values (self);

  for (guint i = 0; values[i] != NULL; i++)
    if (g_hash_table_contains (self->ticked, values[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              mappe_filter_chip_value_label (self, values[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
mappe_filter_chip_update (MappeFilterChip *self)
{
  guint n = g_hash_table_size (self->ticked);
  const char *name = _(self->spec->label);
  g_autofree char *summary = mappe_filter_chip_summary (self);
  g_autofree char *full = NULL, *text = NULL;

  if (n == 0)
    full = g_strdup_printf (_("Filter by %s"), name);
  else
    /* Translators: quick filter and the values it lets through, e.g. "Status: Open, Done" */
    full = g_strdup_printf (_("%s: %s"), name, summary);
  text = n == 0 ? g_strdup (name) : n == 1 ? g_strdup (full) : g_strdup_printf (_("%s: %u values"), name, n);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->button, full);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  if (n > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
}

static void
mappe_filter_chip_sync_checks (MappeFilterChip *self)
{
  GHashTableIter iter;
  gpointer code, check;

  self->setting = TRUE;
  g_hash_table_iter_init (&iter, self->checks);
  while (g_hash_table_iter_next (&iter, &code, &check))
    gtk_check_button_set_active (check, g_hash_table_contains (self->ticked, code));
  self->setting = FALSE;
}

static void
toggled_cb (GtkCheckButton *check, MappeFilterChip *self)
{
  const char *code = g_object_get_data (G_OBJECT (check), "code");

  if (self->setting)
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->ticked, g_strdup (code));
  else
    g_hash_table_remove (self->ticked, code);
  mappe_filter_chip_update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_cb (MappeFilterChip *self)
{
  mappe_filter_chip_set_codes (self, NULL);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
active_cb (MappeFilterChip *self)
{
  g_auto (GStrv) codes = mappe_filter_chip_get_active (self);

  mappe_filter_chip_set_codes (self, (const char * const *) codes);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
add_value (MappeFilterChip *self, const char *code)
{
  const char *name = mappe_filter_chip_value_label (self, code);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new_with_label (name);
  GtkWidget *count = gtk_label_new ("");

  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  g_object_set_data_full (G_OBJECT (check), "code", g_strdup (code), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), count);
  gtk_box_append (GTK_BOX (self->box), line);
  g_hash_table_insert (self->checks, g_strdup (code), check);
  g_hash_table_insert (self->counts, g_strdup (code), count);
  g_signal_emit (self, signals[COUNT], 0, code);
}

static void
add_button (MappeFilterChip *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
fill_cb (MappeFilterChip *self)
{
  const char * const *values = mappe_filter_chip_values (self);
  GtkWidget *child;

  g_hash_table_remove_all (self->checks);
  g_hash_table_remove_all (self->counts);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; values[i] != NULL; i++)
    add_value (self, values[i]);
  if (mappe_state_is_state_field (self->spec))
    add_button (self, _("Only active"), G_CALLBACK (active_cb));
  if (g_hash_table_size (self->ticked) > 0)
    add_button (self, _("All values"), G_CALLBACK (clear_cb));
  mappe_filter_chip_sync_checks (self);
}

static void
mappe_filter_chip_dispose (GObject *object)
{
  MappeFilterChip *self = MAPPE_FILTER_CHIP (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->display);
  G_OBJECT_CLASS (mappe_filter_chip_parent_class)->dispose (object);
}

static void
mappe_filter_chip_finalize (GObject *object)
{
  MappeFilterChip *self = MAPPE_FILTER_CHIP (object);

  g_hash_table_unref (self->ticked);
  g_hash_table_unref (self->checks);
  g_hash_table_unref (self->counts);
  G_OBJECT_CLASS (mappe_filter_chip_parent_class)->finalize (object);
}

static void
mappe_filter_chip_class_init (MappeFilterChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mappe_filter_chip_dispose;
  object_class->finalize = mappe_filter_chip_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterchip");
  signals[CHANGED] =
      g_signal_new ("changed", MAPPE_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COUNT] = g_signal_new ("count", MAPPE_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mappe_filter_chip_init (MappeFilterChip *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 400);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  self->button = gtk_menu_button_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 28);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * mappe_filter_chip_new:
 * @field: number of a field of type CODE or BOOL
 *
 * Returns: (transfer floating): a chip that lets everything through
 */
GtkWidget *
mappe_filter_chip_new (MappeStore *store, const MappeKind *kind, guint field)
{
  MappeFilterChip *self;

  g_return_val_if_fail (MAPPE_IS_STORE (store), NULL);
  self = g_object_new (MAPPE_TYPE_FILTER_CHIP, NULL);
  self->display = g_object_ref (mappe_display_get (store));
  self->spec = &kind->fields[field];
  self->field = field;
  g_signal_connect_object (self->display, "changed", G_CALLBACK (mappe_filter_chip_update), self,
                           G_CONNECT_SWAPPED);
  mappe_filter_chip_update (self);
  return GTK_WIDGET (self);
}

/**
 * mappe_filter_chip_get_field:
 *
 * Returns: number of the field
 */
guint
mappe_filter_chip_get_field (MappeFilterChip *self)
{
  g_return_val_if_fail (MAPPE_IS_FILTER_CHIP (self), 0);
  return self->field;
}

static int
compare_cb (gconstpointer left, gconstpointer right)
{
  return strcmp (*(char * const *) left, *(char * const *) right);
}

/**
 * mappe_filter_chip_get_codes:
 *
 * Returns: (transfer full) (array zero-terminated=1): the ticked values in stored form; none lets everything
 * through
 */
char **
mappe_filter_chip_get_codes (MappeFilterChip *self)
{
  GPtrArray *codes;
  GHashTableIter iter;
  gpointer code;

  g_return_val_if_fail (MAPPE_IS_FILTER_CHIP (self), NULL);
  codes = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->ticked);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    g_ptr_array_add (codes, g_strdup (code));
  g_ptr_array_sort (codes, compare_cb);
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (codes, FALSE);
}

/**
 * mappe_filter_chip_set_codes:
 * @codes: (nullable): values in stored form
 */
void
mappe_filter_chip_set_codes (MappeFilterChip *self, const char * const *codes)
{
  g_return_if_fail (MAPPE_IS_FILTER_CHIP (self));
  g_hash_table_remove_all (self->ticked);
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_hash_table_add (self->ticked, g_strdup (codes[i]));
  mappe_filter_chip_sync_checks (self);
  mappe_filter_chip_update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mappe_filter_chip_set_count:
 * @code: a value
 * @count: how many records have it
 */
void
mappe_filter_chip_set_count (MappeFilterChip *self, const char *code, gint64 count)
{
  GtkWidget *label;
  g_autofree char *text = NULL;

  g_return_if_fail (MAPPE_IS_FILTER_CHIP (self));
  label = g_hash_table_lookup (self->counts, code);
  if (label == NULL)
    return;
  text = mappe_int_format (count);
  gtk_label_set_label (GTK_LABEL (label), text);
}

/**
 * mappe_filter_chip_get_active:
 *
 * Returns: (transfer full) (array zero-terminated=1): the values of what is not over: neither done nor cancelled
 */
char **
mappe_filter_chip_get_active (MappeFilterChip *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char * const *values;

  g_return_val_if_fail (MAPPE_IS_FILTER_CHIP (self), NULL);
  values = mappe_filter_chip_values (self);
  for (guint i = 0; values[i] != NULL && self->spec->type == MAPPE_FIELD_CODE; i++)
    {
      MappeState state = mappe_state_of_code (self->spec->code_list, values[i]);
      if (state != MAPPE_STATE_DONE && state != MAPPE_STATE_CANCELLED)
        g_strv_builder_add (builder, values[i]);
    }
  return g_strv_builder_end (builder);
}
