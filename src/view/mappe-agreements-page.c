/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agreements-page.h"

#include <glib/gi18n.h>

#include "mappe-escalation-dossier.h"
#include "mappe-review-sheet.h"
#include "mappe-switch-page.h"

struct _MappeAgreementsPage {
  MappePage parent_instance;

  MappeReviewSheet *sheet;
};

G_DEFINE_FINAL_TYPE (MappeAgreementsPage, mappe_agreements_page, MAPPE_TYPE_PAGE)

static void
mappe_agreements_page_print (MappePage *page)
{
  mappe_review_sheet_print (MAPPE_AGREEMENTS_PAGE (page)->sheet);
}

static gboolean
mappe_agreements_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (MAPPE_AGREEMENTS_PAGE (widget)->sheet), GTK_DIR_TAB_FORWARD);
}

static void
mappe_agreements_page_constructed (GObject *object)
{
  MappeAgreementsPage *self = MAPPE_AGREEMENTS_PAGE (object);

  G_OBJECT_CLASS (mappe_agreements_page_parent_class)->constructed (object);
  self->sheet = MAPPE_REVIEW_SHEET (mappe_review_sheet_new (mappe_page_get_store (MAPPE_PAGE (self))));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->sheet));
}

static void
mappe_agreements_page_class_init (MappeAgreementsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = mappe_agreements_page_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_agreements_page_grab_focus;
  MAPPE_PAGE_CLASS (klass)->print = mappe_agreements_page_print;
}

static void
mappe_agreements_page_init (MappeAgreementsPage *self)
{
}

/** mappe_agreements_page_new: Returns: (transfer floating): the page with its lists, showing the review of this year */
GtkWidget *
mappe_agreements_page_new (MappeStore *store, const char *page_name)
{
  MappePage *own = g_object_new (MAPPE_TYPE_AGREEMENTS_PAGE, "store", store, "page-name", page_name, NULL);
  GtkWidget *self = mappe_switch_page_new (own, "review", _("Review"), _("Lists"));

  mappe_switch_page_add_dossier (MAPPE_SWITCH_PAGE (self), "escalation", _("Escalation"),
                                 mappe_dossier_new (MAPPE_TYPE_ESCALATION_DOSSIER, store));
  return self;
}
