/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-agreements-page.h"

#include <glib/gi18n.h>

#include "mappe-list-page.h"
#include "mappe-places.h"
#include "mappe-review-sheet.h"

#define REVIEW "review"
#define RECORDS "records"

struct _MappeAgreementsPage {
  MappePage parent_instance;

  GtkStack         *stack;
  MappeReviewSheet *sheet;
  MappePage        *records;
  GtkWidget        *records_bin;  /* filled when it is first seen */
};

G_DEFINE_FINAL_TYPE (MappeAgreementsPage, mappe_agreements_page, MAPPE_TYPE_PAGE)

static gboolean
in_records (MappeAgreementsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), RECORDS) == 0 && self->records != NULL;
}

static void
update_back (MappeAgreementsPage *self)
{
  mappe_page_set_back_visible (MAPPE_PAGE (self), in_records (self) && mappe_page_get_back_visible (self->records));
}

static const MappePlace *
place_of (MappeAgreementsPage *self)
{
  return mappe_places_find (mappe_page_get_name (MAPPE_PAGE (self)));
}

static void
make_records (MappeAgreementsPage *self)
{
  const MappePlace *place = place_of (self);

  if (self->records != NULL)
    return;
  self->records = MAPPE_PAGE (mappe_list_page_new (mappe_page_get_store (MAPPE_PAGE (self)), place->name,
                                                   mappe_kind_lookup (place->kinds[0], NULL)));
  for (guint i = 1; place->kinds[i] != NULL; i++)
    mappe_list_page_add_kind (MAPPE_LIST_PAGE (self->records), mappe_kind_lookup (place->kinds[i], NULL));
  mappe_page_set_icon_name (self->records, mappe_page_get_icon_name (MAPPE_PAGE (self)));
  g_signal_connect_object (self->records, "notify::back-visible", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->records, "moved", G_CALLBACK (mappe_page_moved), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self->records_bin), GTK_WIDGET (self->records));
}

static void
switched_cb (MappeAgreementsPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), RECORDS) == 0)
    make_records (self);
  update_back (self);
}

/* --- MappePage --- */

static gboolean
mappe_agreements_page_open_record (MappePage *page, const MappeKind *kind, gint64 id)
{
  MappeAgreementsPage *self = MAPPE_AGREEMENTS_PAGE (page);

  if (kind == NULL || !g_strv_contains (place_of (self)->kinds, kind->name))
    return FALSE;
  gtk_stack_set_visible_child_name (self->stack, RECORDS);
  return mappe_page_open_record (self->records, kind, id);
}

static gboolean
mappe_agreements_page_new_record (MappePage *page, const MappeKind *kind, MappeRow *preset)
{
  MappeAgreementsPage *self = MAPPE_AGREEMENTS_PAGE (page);

  if (kind != NULL && !g_strv_contains (place_of (self)->kinds, kind->name) && !in_records (self))
    return FALSE;
  gtk_stack_set_visible_child_name (self->stack, RECORDS);
  return mappe_page_new_record (self->records, kind, preset);
}

static void
mappe_agreements_page_focus_filter (MappePage *page)
{
  MappeAgreementsPage *self = MAPPE_AGREEMENTS_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, RECORDS);
  mappe_page_focus_filter (self->records);
}

static void
mappe_agreements_page_save (MappePage *page)
{
  if (in_records (MAPPE_AGREEMENTS_PAGE (page)))
    mappe_page_save (MAPPE_AGREEMENTS_PAGE (page)->records);
}

static void
mappe_agreements_page_delete_selected (MappePage *page)
{
  if (in_records (MAPPE_AGREEMENTS_PAGE (page)))
    mappe_page_delete_selected (MAPPE_AGREEMENTS_PAGE (page)->records);
}

static gboolean
mappe_agreements_page_can_close (MappePage *page)
{
  MappeAgreementsPage *self = MAPPE_AGREEMENTS_PAGE (page);

  return self->records == NULL || mappe_page_can_close (self->records);
}

static gboolean
mappe_agreements_page_go_back (MappePage *page)
{
  MappeAgreementsPage *self = MAPPE_AGREEMENTS_PAGE (page);

  return in_records (self) && mappe_page_go_back (self->records);
}

static void
mappe_agreements_page_print (MappePage *page)
{
  MappeAgreementsPage *self = MAPPE_AGREEMENTS_PAGE (page);

  if (!in_records (self))
    mappe_review_sheet_print (self->sheet);
}

static char *
mappe_agreements_page_get_state (MappePage *page)
{
  MappeAgreementsPage *self = MAPPE_AGREEMENTS_PAGE (page);
  g_autofree char *records = in_records (self) ? mappe_page_get_state (self->records) : NULL;

  return records != NULL ? g_steal_pointer (&records) : g_strdup (REVIEW);
}

static void
mappe_agreements_page_set_state (MappePage *page, const char *state)
{
  MappeAgreementsPage *self = MAPPE_AGREEMENTS_PAGE (page);

  if (g_str_equal (state, REVIEW))
    return;
  gtk_stack_set_visible_child_name (self->stack, RECORDS);
  mappe_page_set_state (self->records, state);
}

static gint64
mappe_agreements_page_get_record (MappePage *page, const MappeKind **kind)
{
  MappeAgreementsPage *self = MAPPE_AGREEMENTS_PAGE (page);

  *kind = NULL;
  return in_records (self) ? mappe_page_get_record (self->records, kind) : 0;
}

static gboolean
mappe_agreements_page_grab_focus (GtkWidget *widget)
{
  MappeAgreementsPage *self = MAPPE_AGREEMENTS_PAGE (widget);

  if (in_records (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->records));
  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

/* --- GObject --- */

static void
mappe_agreements_page_constructed (GObject *object)
{
  MappeAgreementsPage *self = MAPPE_AGREEMENTS_PAGE (object);

  G_OBJECT_CLASS (mappe_agreements_page_parent_class)->constructed (object);
  self->sheet = MAPPE_REVIEW_SHEET (mappe_review_sheet_new (mappe_page_get_store (MAPPE_PAGE (self))));
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->sheet), REVIEW, _("Review"));
  gtk_stack_add_titled (self->stack, self->records_bin, RECORDS, _("Lists"));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
}

static void
mappe_agreements_page_class_init (MappeAgreementsPageClass *klass)
{
  MappePageClass *page_class = MAPPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_agreements_page_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_agreements_page_grab_focus;
  page_class->open_record = mappe_agreements_page_open_record;
  page_class->new_record = mappe_agreements_page_new_record;
  page_class->focus_filter = mappe_agreements_page_focus_filter;
  page_class->save = mappe_agreements_page_save;
  page_class->delete_selected = mappe_agreements_page_delete_selected;
  page_class->can_close = mappe_agreements_page_can_close;
  page_class->go_back = mappe_agreements_page_go_back;
  page_class->print = mappe_agreements_page_print;
  page_class->get_state = mappe_agreements_page_get_state;
  page_class->set_state = mappe_agreements_page_set_state;
  page_class->get_record = mappe_agreements_page_get_record;
}

static void
mappe_agreements_page_init (MappeAgreementsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->records_bin = adw_bin_new ();
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_add_css_class (switcher, "list-switcher");
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (switcher), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Views of this page"),
                                  -1);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

/** mappe_agreements_page_new: Returns: (transfer floating): the page, showing the review of this year */
GtkWidget *
mappe_agreements_page_new (MappeStore *store, const char *page_name)
{
  return g_object_new (MAPPE_TYPE_AGREEMENTS_PAGE, "store", store, "page-name", page_name, NULL);
}
