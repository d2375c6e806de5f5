/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-patrols-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-patrol-planner.h"
#include "mappe-switch-page.h"

#define WEEK "week"

struct _MappePatrolsPage {
  MappePage parent_instance;

  MappePatrolPlanner *planner;
};

G_DEFINE_FINAL_TYPE (MappePatrolsPage, mappe_patrols_page, MAPPE_TYPE_PAGE)

static gboolean
mappe_patrols_page_new_record (MappePage *page, const MappeKind *kind, MappeRow *preset)
{
  if (kind == NULL)
    mappe_patrol_planner_plan (MAPPE_PATROLS_PAGE (page)->planner);
  return kind == NULL;
}

static char *
mappe_patrols_page_get_state (MappePage *page)
{
  return g_strdup_printf (WEEK ":%s", mappe_patrol_planner_get_monday (MAPPE_PATROLS_PAGE (page)->planner));
}

static void
mappe_patrols_page_set_state (MappePage *page, const char *state)
{
  if (g_str_has_prefix (state, WEEK ":"))
    mappe_patrol_planner_show (MAPPE_PATROLS_PAGE (page)->planner, state + strlen (WEEK ":"));
}

static gboolean
mappe_patrols_page_grab_focus (GtkWidget *widget)
{
  mappe_patrol_planner_focus (MAPPE_PATROLS_PAGE (widget)->planner);
  return TRUE;
}

static void
mappe_patrols_page_constructed (GObject *object)
{
  MappePatrolsPage *self = MAPPE_PATROLS_PAGE (object);

  G_OBJECT_CLASS (mappe_patrols_page_parent_class)->constructed (object);
  self->planner = MAPPE_PATROL_PLANNER (mappe_patrol_planner_new (mappe_page_get_store (MAPPE_PAGE (self))));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->planner));
}

static void
mappe_patrols_page_class_init (MappePatrolsPageClass *klass)
{
  MappePageClass *page_class = MAPPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_patrols_page_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = mappe_patrols_page_grab_focus;
  page_class->new_record = mappe_patrols_page_new_record;
  page_class->get_state = mappe_patrols_page_get_state;
  page_class->set_state = mappe_patrols_page_set_state;
}

static void
mappe_patrols_page_init (MappePatrolsPage *self)
{
}

/** mappe_patrols_page_new: Returns: (transfer floating): the page with its list, showing the week of today */
GtkWidget *
mappe_patrols_page_new (MappeStore *store, const char *page_name)
{
  MappePage *own = g_object_new (MAPPE_TYPE_PATROLS_PAGE, "store", store, "page-name", page_name, NULL);

  return mappe_switch_page_new (own, WEEK, _("Week"), _("List"));
}
