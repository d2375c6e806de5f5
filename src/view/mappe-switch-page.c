/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-switch-page.h"

#include <glib/gi18n.h>

#include "mappe-list-page.h"
#include "mappe-places.h"
#include "mappe-shrink.h"

#define OWN "own"
#define LISTS "lists"

struct _MappeSwitchPage {
  MappePage parent_instance;

  GtkStack        *stack;
  MappePage       *own;
  MappePage       *lists;      /* NULL until it is first seen */
  GtkWidget       *lists_bin;
  GtkWidget       *switcher;
  const char      *state;      /* with this the states of the own page begin */
  const MappeKind *new_kind;   /* of what Ctrl+N begins in the lists; NULL: the first */
};

G_DEFINE_FINAL_TYPE (MappeSwitchPage, mappe_switch_page, MAPPE_TYPE_PAGE)

static gboolean
in_lists (MappeSwitchPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), LISTS) == 0 && self->lists != NULL;
}

/* Returns: (transfer none) (nullable): the dossier in front, if one is */
static MappeDossier *
front_dossier (MappeSwitchPage *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  return MAPPE_IS_DOSSIER (child) ? MAPPE_DOSSIER (child) : NULL;
}

static MappePage *
front (MappeSwitchPage *self)
{
  return in_lists (self) ? self->lists : self->own;
}

static void
update_back (MappeSwitchPage *self)
{
  mappe_page_set_back_visible (MAPPE_PAGE (self), mappe_page_get_back_visible (front (self)));
}

static void
follow (MappeSwitchPage *self, MappePage *page)
{
  g_signal_connect_object (page, "notify::back-visible", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "moved", G_CALLBACK (mappe_page_moved), self, G_CONNECT_SWAPPED);
}

static const char *const *
kinds_of (MappeSwitchPage *self)
{
  return (const char *const *) mappe_places_find (mappe_page_get_name (MAPPE_PAGE (self)))->kinds;
}

static void
make_lists (MappeSwitchPage *self)
{
  const char *const *kinds = kinds_of (self);
  MappePage *page = MAPPE_PAGE (self);

  if (self->lists != NULL)
    return;
  self->lists = MAPPE_PAGE (mappe_list_page_new (mappe_page_get_store (page), mappe_page_get_name (page),
                                                 mappe_kind_lookup (kinds[0], NULL)));
  for (guint i = 1; kinds[i] != NULL; i++)
    mappe_list_page_add_kind (MAPPE_LIST_PAGE (self->lists), mappe_kind_lookup (kinds[i], NULL));
  mappe_page_set_icon_name (self->lists, mappe_page_get_icon_name (page));
  follow (self, self->lists);
  adw_bin_set_child (ADW_BIN (self->lists_bin), GTK_WIDGET (self->lists));
}

static void
switched_cb (MappeSwitchPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), LISTS) == 0)
    make_lists (self);
  if (front_dossier (self) != NULL)
    mappe_dossier_show (front_dossier (self), 0);
  update_back (self);
}

static MappePage *
show_lists (MappeSwitchPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, LISTS);
  return self->lists;
}

/* --- MappePage --- */

static void
mappe_switch_page_shown (MappePage *page)
{
  mappe_page_shown (front (MAPPE_SWITCH_PAGE (page)));
}

static gboolean
mappe_switch_page_open_record (MappePage *page, const MappeKind *kind, gint64 id)
{
  MappeSwitchPage *self = MAPPE_SWITCH_PAGE (page);

  if (!g_strv_contains (kinds_of (self), kind->name))
    return FALSE;
  if (!mappe_page_open_record (self->own, kind, id))
    return mappe_page_open_record (show_lists (self), kind, id);
  gtk_stack_set_visible_child_name (self->stack, OWN);
  return TRUE;
}

static gboolean
mappe_switch_page_new_record (MappePage *page, const MappeKind *kind, MappeRow *preset)
{
  MappeSwitchPage *self = MAPPE_SWITCH_PAGE (page);

  if (!in_lists (self) && mappe_page_new_record (self->own, kind, preset))
    return TRUE;
  if (kind != NULL && !g_strv_contains (kinds_of (self), kind->name))
    return FALSE;
  return mappe_page_new_record (show_lists (self), kind != NULL ? kind : self->new_kind, preset);
}

static void
mappe_switch_page_focus_filter (MappePage *page)
{
  MappeSwitchPage *self = MAPPE_SWITCH_PAGE (page);

  if (!in_lists (self) && MAPPE_PAGE_GET_CLASS (self->own)->focus_filter != NULL)
    mappe_page_focus_filter (self->own);
  else
    mappe_page_focus_filter (show_lists (self));
}

static void
mappe_switch_page_save (MappePage *page)
{
  mappe_page_save (front (MAPPE_SWITCH_PAGE (page)));
}

static void
mappe_switch_page_delete_selected (MappePage *page)
{
  mappe_page_delete_selected (front (MAPPE_SWITCH_PAGE (page)));
}

static void
mappe_switch_page_print (MappePage *page)
{
  MappeSwitchPage *self = MAPPE_SWITCH_PAGE (page);

  if (front_dossier (self) != NULL)
    mappe_dossier_print (front_dossier (self));
  else
    mappe_page_print (front (self));
}

static gboolean
mappe_switch_page_can_close (MappePage *page)
{
  MappeSwitchPage *self = MAPPE_SWITCH_PAGE (page);

  return mappe_page_can_close (self->own) && (self->lists == NULL || mappe_page_can_close (self->lists));
}

static gboolean
mappe_switch_page_go_back (MappePage *page)
{
  return mappe_page_go_back (front (MAPPE_SWITCH_PAGE (page)));
}

static char *
mappe_switch_page_get_state (MappePage *page)
{
  MappeSwitchPage *self = MAPPE_SWITCH_PAGE (page);
  char *state;

  if (front_dossier (self) != NULL)
    return g_strdup (gtk_stack_get_visible_child_name (self->stack));
  state = mappe_page_get_state (front (self));
  return state != NULL || in_lists (self) ? state : g_strdup (self->state);
}

static void
mappe_switch_page_set_state (MappePage *page, const char *state)
{
  MappeSwitchPage *self = MAPPE_SWITCH_PAGE (page);

  if (gtk_stack_get_child_by_name (self->stack, state) != NULL && !g_str_equal (state, LISTS))
    {
      gtk_stack_set_visible_child_name (self->stack, state);
      return;
    }
  if (!g_str_has_prefix (state, self->state))
    {
      mappe_page_set_state (show_lists (self), state);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, OWN);
  mappe_page_set_state (self->own, state);
}

static gint64
mappe_switch_page_get_record (MappePage *page, const MappeKind **kind)
{
  *kind = NULL;
  return mappe_page_get_record (front (MAPPE_SWITCH_PAGE (page)), kind);
}

static gboolean
mappe_switch_page_grab_focus (GtkWidget *widget)
{
  MappeSwitchPage *self = MAPPE_SWITCH_PAGE (widget);

  if (front_dossier (self) != NULL)
    return gtk_widget_child_focus (GTK_WIDGET (front_dossier (self)), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (front (self)));
}

/* What a dossier links to. */
static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.open-record", parameter);
}

/* --- GObject --- */

static void
mappe_switch_page_class_init (MappeSwitchPageClass *klass)
{
  MappePageClass *page_class = MAPPE_PAGE_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_switch_page_grab_focus;
  page_class->shown = mappe_switch_page_shown;
  page_class->open_record = mappe_switch_page_open_record;
  page_class->new_record = mappe_switch_page_new_record;
  page_class->focus_filter = mappe_switch_page_focus_filter;
  page_class->save = mappe_switch_page_save;
  page_class->delete_selected = mappe_switch_page_delete_selected;
  page_class->print = mappe_switch_page_print;
  page_class->can_close = mappe_switch_page_can_close;
  page_class->go_back = mappe_switch_page_go_back;
  page_class->get_state = mappe_switch_page_get_state;
  page_class->set_state = mappe_switch_page_set_state;
  page_class->get_record = mappe_switch_page_get_record;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.open", "(sx)", open_cb);
}

static void
mappe_switch_page_init (MappeSwitchPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->switcher = gtk_stack_switcher_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  self->lists_bin = adw_bin_new ();
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (self->switcher), self->stack);
  gtk_widget_add_css_class (self->switcher, "list-switcher");
  gtk_widget_set_halign (self->switcher, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Views of this page"), -1);
  gtk_box_append (GTK_BOX (box), self->switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * mappe_switch_page_new:
 * @own: (transfer floating): the page of its own; its store and name are those of the whole
 * @state: a static word with which the states of @own begin, those it gives and those it is given
 * @title: translated, of the switch
 * @lists_title: translated, of the switch
 *
 * Returns: (transfer floating): the whole, with @own in front
 */
GtkWidget *
mappe_switch_page_new (MappePage *own, const char *state, const char *title, const char *lists_title)
{
  MappeSwitchPage *self = g_object_new (MAPPE_TYPE_SWITCH_PAGE, "store", mappe_page_get_store (own), "page-name",
                                        mappe_page_get_name (own), NULL);

  self->own = own;
  self->state = state;
  gtk_stack_add_titled (self->stack, GTK_WIDGET (own), OWN, title);
  gtk_stack_add_titled (self->stack, self->lists_bin, LISTS, lists_title);
  mappe_page_set_title (own, title);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  follow (self, own);
  mappe_shrink_switcher (self->switcher);
  update_back (self);
  return GTK_WIDGET (self);
}

/**
 * mappe_switch_page_add_dossier:
 * @name: a static word, also of the state while it is in front
 * @title: translated, of the switch
 * @dossier: (transfer floating): a #MappeDossier of the whole council
 *
 * Puts a dossier before the lists.
 */
void
mappe_switch_page_add_dossier (MappeSwitchPage *self, const char *name, const char *title, GtkWidget *dossier)
{
  GtkStackPage *lists = gtk_stack_get_page (self->stack, self->lists_bin);
  g_autofree char *lists_title = g_strdup (gtk_stack_page_get_title (lists));
  g_autoptr (GtkWidget) bin = g_object_ref (self->lists_bin);

  /* Children of a stack stand in the order in which they came. */
  gtk_stack_remove (self->stack, bin);
  gtk_stack_add_titled (self->stack, dossier, name, title);
  gtk_stack_add_titled (self->stack, bin, LISTS, lists_title);
  mappe_shrink_switcher (self->switcher);
}

/** mappe_switch_page_set_new_kind: @kind: of the record that Ctrl+N begins in the lists */
void
mappe_switch_page_set_new_kind (MappeSwitchPage *self, const MappeKind *kind)
{
  g_return_if_fail (MAPPE_IS_SWITCH_PAGE (self));
  self->new_kind = kind;
}
