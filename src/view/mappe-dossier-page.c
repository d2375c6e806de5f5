/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-dossier-page.h"

#include <glib/gi18n.h>

#define FRONT "front"
#define LISTS "lists"

/**
 * MappeDossierPage:
 * @front: lists and tabs
 * @dossiers: name of a kind → MappeDossier
 * @first: (element-type utf8): kinds whose records are shown on their dossier rather than in their form
 */
struct _MappeDossierPage {
  MappePage parent_instance;

  GtkStack   *stack;
  GtkStack   *front;
  GtkWidget  *switcher;
  MappePage  *lists;
  GHashTable *dossiers, *first;
  char       *title;  /* of the page with its front */
};

G_DEFINE_FINAL_TYPE (MappeDossierPage, mappe_dossier_page, MAPPE_TYPE_PAGE)

/* --- what is in front --- */

/* Returns: (nullable): the dossier of a record that is in front */
static MappeDossier *
open_dossier (MappeDossierPage *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  return MAPPE_IS_DOSSIER (child) ? MAPPE_DOSSIER (child) : NULL;
}

/* Returns: (nullable): the tab that is in front; %NULL for the lists and behind a dossier */
static MappeDossier *
open_tab (MappeDossierPage *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->front);

  return open_dossier (self) == NULL && MAPPE_IS_DOSSIER (child) ? MAPPE_DOSSIER (child) : NULL;
}

static gboolean
in_lists (MappeDossierPage *self)
{
  return open_dossier (self) == NULL && open_tab (self) == NULL;
}

static void
update_title (MappeDossierPage *self)
{
  const char *title = open_dossier (self) != NULL ? mappe_dossier_get_title (open_dossier (self)) : NULL;

  mappe_page_set_title (MAPPE_PAGE (self), title != NULL ? title : self->title);
}

static void
update_back (MappeDossierPage *self)
{
  mappe_page_set_back_visible (MAPPE_PAGE (self), open_dossier (self) != NULL
                                                  || (in_lists (self) && mappe_page_get_back_visible (self->lists)));
}

static void
title_cb (MappeDossierPage *self)
{
  if (self->title == NULL)
    self->title = g_strdup (mappe_page_get_title (MAPPE_PAGE (self)));
}

static void
turned_cb (MappeDossierPage *self)
{
  MappeDossier *tab = open_tab (self);

  if (tab != NULL)
    mappe_dossier_show (tab, 0);
  update_back (self);
  mappe_page_moved (MAPPE_PAGE (self));
}

static gboolean
show_dossier (MappeDossierPage *self, const MappeKind *kind, gint64 id)
{
  GtkWidget *dossier = g_hash_table_lookup (self->dossiers, kind->name);

  if (dossier == NULL)
    return FALSE;
  mappe_dossier_show (MAPPE_DOSSIER (dossier), id);
  gtk_stack_set_visible_child (self->stack, dossier);
  update_title (self);
  update_back (self);
  gtk_widget_grab_focus (dossier);
  mappe_page_moved (MAPPE_PAGE (self));
  return TRUE;
}

static void
show_front (MappeDossierPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, FRONT);
  update_title (self);
  update_back (self);
  mappe_page_moved (MAPPE_PAGE (self));
}

static void
show_lists (MappeDossierPage *self)
{
  show_front (self);
  gtk_stack_set_visible_child_name (self->front, LISTS);
}

static void
focus_front (MappeDossierPage *self)
{
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->front));
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDossierPage *self = MAPPE_DOSSIER_PAGE (widget);
  const MappeKind *kind;
  const char *name;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &name, &id);
  kind = mappe_kind_lookup (name, NULL);
  if (kind != NULL && !show_dossier (self, kind, id))
    gtk_widget_activate_action (widget, "win.open-record", "(sx)", name, id);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeDossierPage *self = MAPPE_DOSSIER_PAGE (widget);
  const MappeKind *kind;
  const char *name;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &name, &id);
  kind = mappe_kind_lookup (name, NULL);
  if (kind == NULL || !mappe_page_open_record (self->lists, kind, id))
    return;
  show_lists (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->lists));
}

/* --- MappePage --- */

static gboolean
mappe_dossier_page_open_record (MappePage *page, const MappeKind *kind, gint64 id)
{
  MappeDossierPage *self = MAPPE_DOSSIER_PAGE (page);

  if (!mappe_page_open_record (self->lists, kind, id))
    return FALSE;
  if (g_hash_table_contains (self->first, kind->name))
    {
      gtk_stack_set_visible_child_name (self->front, LISTS);
      return show_dossier (self, kind, id);
    }
  show_lists (self);
  return TRUE;
}

static gboolean
mappe_dossier_page_new_record (MappePage *page, const MappeKind *kind, MappeRow *preset)
{
  MappeDossierPage *self = MAPPE_DOSSIER_PAGE (page);

  if (!mappe_page_new_record (self->lists, kind, preset))
    return FALSE;
  show_lists (self);
  return TRUE;
}

static void
mappe_dossier_page_focus_filter (MappePage *page)
{
  show_lists (MAPPE_DOSSIER_PAGE (page));
  mappe_page_focus_filter (MAPPE_DOSSIER_PAGE (page)->lists);
}

static void
mappe_dossier_page_save (MappePage *page)
{
  MappeDossier *dossier = open_dossier (MAPPE_DOSSIER_PAGE (page));

  if (dossier != NULL)
    mappe_dossier_save (dossier);
  else
    mappe_page_save (MAPPE_DOSSIER_PAGE (page)->lists);
}

static void
mappe_dossier_page_delete_selected (MappePage *page)
{
  if (in_lists (MAPPE_DOSSIER_PAGE (page)))
    mappe_page_delete_selected (MAPPE_DOSSIER_PAGE (page)->lists);
}

static void
mappe_dossier_page_print (MappePage *page)
{
  MappeDossierPage *self = MAPPE_DOSSIER_PAGE (page);
  MappeDossier *dossier = open_dossier (self) != NULL ? open_dossier (self) : open_tab (self);

  if (dossier != NULL)
    mappe_dossier_print (dossier);
  else
    mappe_page_print (self->lists);
}

static gboolean
mappe_dossier_page_can_close (MappePage *page)
{
  return mappe_page_can_close (MAPPE_DOSSIER_PAGE (page)->lists);
}

static gboolean
mappe_dossier_page_go_back (MappePage *page)
{
  MappeDossierPage *self = MAPPE_DOSSIER_PAGE (page);

  if (open_dossier (self) == NULL)
    return in_lists (self) && mappe_page_go_back (self->lists);
  show_front (self);
  focus_front (self);
  return TRUE;
}

/* "dossier:transfer:1", "tab:funnel:0", or what the lists say. */
static char *
mappe_dossier_page_get_state (MappePage *page)
{
  MappeDossierPage *self = MAPPE_DOSSIER_PAGE (page);
  MappeDossier *dossier = open_dossier (self);

  if (dossier != NULL)
    return g_strdup_printf ("dossier:%s:%" G_GINT64_FORMAT, gtk_stack_get_visible_child_name (self->stack),
                            mappe_dossier_get_id (dossier));
  if (open_tab (self) != NULL)
    return g_strdup_printf ("tab:%s:0", gtk_stack_get_visible_child_name (self->front));
  return mappe_page_get_state (self->lists);
}

static void
mappe_dossier_page_set_state (MappePage *page, const char *state)
{
  MappeDossierPage *self = MAPPE_DOSSIER_PAGE (page);
  g_auto (GStrv) parts = g_strsplit (state, ":", 3);
  const MappeKind *kind;

  if (g_strv_length (parts) != 3)
    {
      mappe_page_set_state (self->lists, state);
      return;
    }
  kind = mappe_kind_lookup (parts[1], NULL);
  if (g_str_equal (parts[0], "dossier") && kind != NULL)
    show_dossier (self, kind, g_ascii_strtoll (parts[2], NULL, 10));
  else if (g_str_equal (parts[0], "tab") && gtk_stack_get_child_by_name (self->front, parts[1]) != NULL)
    gtk_stack_set_visible_child_name (self->front, parts[1]);
}

static gint64
mappe_dossier_page_get_record (MappePage *page, const MappeKind **kind)
{
  MappeDossierPage *self = MAPPE_DOSSIER_PAGE (page);

  if (open_dossier (self) == NULL)
    return mappe_page_get_record (self->lists, kind);
  *kind = mappe_kind_lookup (gtk_stack_get_visible_child_name (self->stack), NULL);
  return mappe_dossier_get_id (open_dossier (self));
}

static gboolean
mappe_dossier_page_grab_focus (GtkWidget *widget)
{
  MappeDossierPage *self = MAPPE_DOSSIER_PAGE (widget);

  if (open_dossier (self) != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (open_dossier (self)));
  focus_front (self);
  return TRUE;
}

/* With something typed and not saved, Escape does not leave: it would be pressed for the text. */
static gboolean
key_cb (MappeDossierPage *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || open_dossier (self) == NULL || mappe_dossier_is_held (open_dossier (self)))
    return GDK_EVENT_PROPAGATE;
  mappe_dossier_page_go_back (MAPPE_PAGE (self));
  return GDK_EVENT_STOP;
}

/* --- GObject --- */

static void
mappe_dossier_page_finalize (GObject *object)
{
  MappeDossierPage *self = MAPPE_DOSSIER_PAGE (object);

  g_hash_table_unref (self->dossiers);
  g_hash_table_unref (self->first);
  g_free (self->title);
  G_OBJECT_CLASS (mappe_dossier_page_parent_class)->finalize (object);
}

static void
mappe_dossier_page_class_init (MappeDossierPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MappePageClass *page_class = MAPPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mappe_dossier_page_finalize;
  widget_class->grab_focus = mappe_dossier_page_grab_focus;
  page_class->open_record = mappe_dossier_page_open_record;
  page_class->new_record = mappe_dossier_page_new_record;
  page_class->focus_filter = mappe_dossier_page_focus_filter;
  page_class->save = mappe_dossier_page_save;
  page_class->delete_selected = mappe_dossier_page_delete_selected;
  page_class->print = mappe_dossier_page_print;
  page_class->can_close = mappe_dossier_page_can_close;
  page_class->go_back = mappe_dossier_page_go_back;
  page_class->get_state = mappe_dossier_page_get_state;
  page_class->set_state = mappe_dossier_page_set_state;
  page_class->get_record = mappe_dossier_page_get_record;
  gtk_widget_class_install_action (widget_class, "page.open", "(sx)", open_cb);
  gtk_widget_class_install_action (widget_class, "page.edit", "(sx)", edit_cb);
}

static void
mappe_dossier_page_init (MappeDossierPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->dossiers = g_hash_table_new (g_str_hash, g_str_equal);
  self->first = g_hash_table_new (g_str_hash, g_str_equal);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->front = GTK_STACK (gtk_stack_new ());
  self->switcher = gtk_stack_switcher_new ();
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->front, FALSE);
  gtk_stack_set_vhomogeneous (self->front, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->front), TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (self->switcher), self->front);
  gtk_widget_add_css_class (self->switcher, "list-switcher");
  gtk_widget_set_halign (self->switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->switcher, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Views of this page"), -1);
  gtk_box_append (GTK_BOX (box), self->switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->front));
  gtk_stack_add_named (self->stack, box, FRONT);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), keys);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
}

/**
 * mappe_dossier_page_new:
 * @lists: (transfer floating): the records as lists
 *
 * Returns: (transfer floating): the page, showing its lists
 */
GtkWidget *
mappe_dossier_page_new (MappeStore *store, const char *page_name, MappeListPage *lists)
{
  MappeDossierPage *self = g_object_new (MAPPE_TYPE_DOSSIER_PAGE, "store", store, "page-name", page_name, NULL);

  self->lists = MAPPE_PAGE (lists);
  gtk_stack_add_titled (self->front, GTK_WIDGET (lists), LISTS, _("Lists"));
  g_object_bind_property (self, "icon-name", lists, "icon-name", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (lists, "notify::back-visible", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lists, "moved", G_CALLBACK (mappe_page_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->front, "notify::visible-child", G_CALLBACK (turned_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * mappe_dossier_page_add_tab:
 * @name: stable word
 * @title: translated
 * @dossier: (transfer floating): a dossier of all records
 */
void
mappe_dossier_page_add_tab (MappeDossierPage *self, const char *name, const char *title, GtkWidget *dossier)
{
  g_return_if_fail (MAPPE_IS_DOSSIER_PAGE (self));
  gtk_stack_add_titled (self->front, dossier, name, title);
  gtk_widget_set_visible (self->switcher, TRUE);
}

/**
 * mappe_dossier_page_add_dossier:
 * @kind: whose records it shows
 * @dossier: (transfer floating): a dossier of one record
 * @first: a record that is opened from elsewhere is shown on it rather than in its form
 */
void
mappe_dossier_page_add_dossier (MappeDossierPage *self, const MappeKind *kind, GtkWidget *dossier, gboolean first)
{
  g_return_if_fail (MAPPE_IS_DOSSIER_PAGE (self));
  gtk_stack_add_named (self->stack, dossier, kind->name);
  g_hash_table_insert (self->dossiers, (gpointer) kind->name, dossier);
  if (first)
    g_hash_table_add (self->first, (gpointer) kind->name);
  g_signal_connect_object (dossier, "loaded", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
}
