/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-standing-page.h"

#include "mappe-standing-dossier.h"

struct _MappeStandingPage {
  MappePage parent_instance;

  MappeDossier *dossier;
};

G_DEFINE_FINAL_TYPE (MappeStandingPage, mappe_standing_page, MAPPE_TYPE_PAGE)

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.open-record", parameter);
}

static void
mappe_standing_page_shown (MappePage *page)
{
  mappe_dossier_show (MAPPE_STANDING_PAGE (page)->dossier, 0);
}

static void
mappe_standing_page_print (MappePage *page)
{
  mappe_dossier_print (MAPPE_STANDING_PAGE (page)->dossier);
}

static gboolean
mappe_standing_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MAPPE_STANDING_PAGE (widget)->dossier));
}

static void
mappe_standing_page_constructed (GObject *object)
{
  MappeStandingPage *self = MAPPE_STANDING_PAGE (object);

  G_OBJECT_CLASS (mappe_standing_page_parent_class)->constructed (object);
  self->dossier = MAPPE_DOSSIER (mappe_dossier_new (MAPPE_TYPE_STANDING_DOSSIER,
                                                    mappe_page_get_store (MAPPE_PAGE (self))));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->dossier));
}

static void
mappe_standing_page_class_init (MappeStandingPageClass *klass)
{
  MappePageClass *page_class = MAPPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_standing_page_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_standing_page_grab_focus;
  page_class->shown = mappe_standing_page_shown;
  page_class->print = mappe_standing_page_print;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.open", "(sx)", open_cb);
}

static void
mappe_standing_page_init (MappeStandingPage *self)
{
}

/** mappe_standing_page_new: Returns: (transfer floating): the page */
GtkWidget *
mappe_standing_page_new (MappeStore *store, const char *page_name)
{
  return g_object_new (MAPPE_TYPE_STANDING_PAGE, "store", store, "page-name", page_name, NULL);
}
