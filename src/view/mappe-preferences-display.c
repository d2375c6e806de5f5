/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-preferences-display.h"

#include "mappe-settings.h"

struct _MappePreferencesDisplay {
  AdwPreferencesPage parent_instance;

  MappeStore *store;
  AdwComboRow *scheme_row;
  GtkAdjustment *scale_adjustment;
  AdwComboRow *language_row;
  GtkEditable *actor_row;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (MappePreferencesDisplay, mappe_preferences_display, ADW_TYPE_PREFERENCES_PAGE)

static const char * const schemes[] = { "default", "light", "dark", NULL };
static const char * const languages[] = { "", "de", "en", NULL };

static guint
find (const char * const *values, const char *key)
{
  g_autofree char *value = g_settings_get_string (mappe_settings_get (), key);

  for (guint i = 0; values[i]; i++)
    if (g_str_equal (values[i], value))
      return i;
  return 0;
}

static void
scheme_cb (MappePreferencesDisplay *self)
{
  guint chosen = adw_combo_row_get_selected (self->scheme_row);

  if (!self->filling)
    g_settings_set_string (mappe_settings_get (), "color-scheme", schemes[chosen]);
}

static void
scale_cb (MappePreferencesDisplay *self)
{
  if (!self->filling)
    g_settings_set_double (mappe_settings_get (), "text-scale",
                           gtk_adjustment_get_value (self->scale_adjustment) / 100);
}

static void
language_cb (MappePreferencesDisplay *self)
{
  if (!self->filling)
    g_settings_set_string (mappe_settings_get (), "language",
                           languages[adw_combo_row_get_selected (self->language_row)]);
}

static void
actor_cb (MappePreferencesDisplay *self)
{
  const char *actor = gtk_editable_get_text (self->actor_row);

  g_settings_set_string (mappe_settings_get (), "actor-name", actor);
  if (self->store)
    mappe_store_set_actor (self->store, *actor ? actor : g_get_user_name ());
}

static void
fill (MappePreferencesDisplay *self)
{
  GSettings *settings = mappe_settings_get ();
  g_autofree char *actor = g_settings_get_string (settings, "actor-name");

  self->filling = TRUE;
  adw_combo_row_set_selected (self->scheme_row, find (schemes, "color-scheme"));
  adw_combo_row_set_selected (self->language_row, find (languages, "language"));
  gtk_adjustment_set_value (self->scale_adjustment, 100 * g_settings_get_double (settings, "text-scale"));
  gtk_editable_set_text (self->actor_row, actor);
  self->filling = FALSE;
}

static void
mappe_preferences_display_dispose (GObject *object)
{
  MappePreferencesDisplay *self = MAPPE_PREFERENCES_DISPLAY (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_PREFERENCES_DISPLAY);
  G_OBJECT_CLASS (mappe_preferences_display_parent_class)->dispose (object);
}

static void
mappe_preferences_display_class_init (MappePreferencesDisplayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_preferences_display_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ratsmappe/Ratsmappe/mappe-preferences-display.ui");
  gtk_widget_class_bind_template_child (widget_class, MappePreferencesDisplay, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, MappePreferencesDisplay, scale_adjustment);
  gtk_widget_class_bind_template_child (widget_class, MappePreferencesDisplay, language_row);
  gtk_widget_class_bind_template_child (widget_class, MappePreferencesDisplay, actor_row);
  gtk_widget_class_bind_template_callback (widget_class, scheme_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, actor_cb);
}

static void
mappe_preferences_display_init (MappePreferencesDisplay *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/**
 * mappe_preferences_display_new:
 * @store: (nullable): the open file, whose history takes a new name at once
 *
 * Returns: (transfer floating): what belongs to the person at the computer
 */
AdwPreferencesPage *
mappe_preferences_display_new (MappeStore *store)
{
  MappePreferencesDisplay *self = g_object_new (MAPPE_TYPE_PREFERENCES_DISPLAY, NULL);

  self->store = store ? g_object_ref (store) : NULL;
  return ADW_PREFERENCES_PAGE (self);
}
