/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-banner.h"

struct _MappeBanner {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (MappeBanner, mappe_banner, ADW_TYPE_BIN)

static void
mappe_banner_dispose (GObject *object)
{
  /* Disposing the template unparents bound children; AdwBin must not keep such a one as its own. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_BANNER);
  G_OBJECT_CLASS (mappe_banner_parent_class)->dispose (object);
}

static void
mappe_banner_class_init (MappeBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mappe_banner_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, MappeBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, MappeBanner, box);
  gtk_widget_class_bind_template_child (widget_class, MappeBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, MappeBanner, label);
  gtk_widget_class_bind_template_child (widget_class, MappeBanner, button);
}

static void
mappe_banner_init (MappeBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mappe_banner_new:
 *
 * Returns: (transfer floating): a banner that shows nothing
 */
GtkWidget *
mappe_banner_new (void)
{
  return g_object_new (MAPPE_TYPE_BANNER, NULL);
}

/**
 * mappe_banner_show:
 * @look: how serious it is
 * @text: translated sentence
 * @button_label: (nullable): translated verb
 * @action_name: (nullable): what the button does
 */
void
mappe_banner_show (MappeBanner *self,
                   MappeBannerLook look,
                   const char *text,
                   const char *button_label,
                   const char *action_name)
{
  static const struct {
    const char *icon;
    const char *css_class;
  } looks[] = {
    { "dialog-information-symbolic", "note" },
    { "dialog-warning-symbolic", "warning" },
    { "dialog-error-symbolic", "error" },
  };

  g_return_if_fail (MAPPE_IS_BANNER (self));
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (self->box, looks[i].css_class);
  gtk_widget_add_css_class (self->box, looks[look].css_class);
  gtk_image_set_from_icon_name (self->icon, looks[look].icon);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button_label != NULL);
  gtk_button_set_label (self->button, button_label ? button_label : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * mappe_banner_hide:
 *
 * The state is over.
 */
void
mappe_banner_hide (MappeBanner *self)
{
  g_return_if_fail (MAPPE_IS_BANNER (self));
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
