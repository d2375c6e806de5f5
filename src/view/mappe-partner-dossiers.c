/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-chart-pane.h"
#include "mappe-date.h"
#include "mappe-dossier-parts.h"
#include "mappe-network-chart.h"
#include "mappe-network-dossiers.h"
#include "mappe-network-words.h"
#include "mappe-outcome-print.h"

enum { CHART_HEIGHT = 170, BAR_HEIGHT = 34 };

/* --- partners without activity --- */

struct _MappeQuietDossier {
  MappeDossier parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeQuietDossier, mappe_quiet_dossier, MAPPE_TYPE_DOSSIER)

/* What was done last, before the arrow that leads to the organisation. */
static void
add_activity_button (AdwActionRow *row, const MappeNetworkActivity *last)
{
  GtkWidget *button = gtk_button_new_with_label (_(last->kind->label));
  g_autofree char *name = g_strdup_printf ("dossier-last-%s-%" G_GINT64_FORMAT, last->kind->name, last->id);
  g_autofree char *label = g_strdup_printf ("%s: %s", _(last->kind->label), last->title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_name (button, name);
  gtk_widget_set_tooltip_text (button, last->title);
  mappe_dossier_name (button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", last->kind->name, last->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.open");
  adw_action_row_add_suffix (row, button);
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (button)), button, NULL);
}

static void
mappe_quiet_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  const MappeNetwork *network = result;
  g_autoptr (GArray) quiet = mappe_network_quiet (network);
  g_autofree char *title = mappe_network_words_quiet (network, quiet->len, NULL);
  g_autofree char *from = mappe_date_format (network->from);
  g_autofree char *about = g_strdup_printf (_("Counted from %s on: running projects, patrols, events, agreements "
                                              "signed or reviewed, meetings attended, tasks done."), from);
  AdwPreferencesGroup *group;

  mappe_dossier_add_label (box, "title-2", title);
  mappe_dossier_add_label (box, "dim-label", about);
  mappe_dossier_add_act (mappe_dossier_add_acts (box), _("Print…"), "dossier.print");
  group = quiet->len > 0 ? mappe_dossier_add_group (box, _("Last activity"), NULL) : NULL;
  for (guint i = 0; i < quiet->len; i++)
    {
      guint nth = g_array_index (quiet, guint, i);
      const MappeNetworkNode *node = mappe_network_node (network, nth);
      g_autofree char *last = mappe_network_words_last (&node->last, NULL);
      GtkWidget *row = mappe_dossier_add_link (group, mappe_network_name (network, nth), last,
                                               node->organisation->kind, node->organisation->id);

      if (node->last.kind != NULL)
        add_activity_button (ADW_ACTION_ROW (row), &node->last);
    }
}

static void
mappe_quiet_dossier_class_init (MappeQuietDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  dossier_class->load = mappe_network_dossier_load;
  dossier_class->result_free = (GDestroyNotify) mappe_network_free;
  dossier_class->fill = mappe_quiet_dossier_fill;
  dossier_class->paper = mappe_network_dossier_paper;
}

static void
mappe_quiet_dossier_init (MappeQuietDossier *self)
{
}

/* --- sectors --- */

struct _MappeSectorsDossier {
  MappeDossier parent_instance;

  MappeChart *chart;
};

G_DEFINE_FINAL_TYPE (MappeSectorsDossier, mappe_sectors_dossier, MAPPE_TYPE_DOSSIER)

static void
add_composition (MappeSectorsDossier *self, GtkBox *box, const MappeNetwork *network)
{
  g_autoptr (GArray) sectors = mappe_network_composition (network);
  GtkWidget *pane;

  g_clear_pointer (&self->chart, mappe_chart_unref);
  self->chart = mappe_network_chart_composition (network, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sectors.chart", self->chart != NULL);
  if (self->chart == NULL)
    {
      mappe_dossier_add_label (box, NULL, _("Nobody is a member of a body yet. Memberships are kept with the people."));
      return;
    }
  pane = mappe_chart_pane_new ();
  mappe_chart_pane_set_chart (MAPPE_CHART_PANE (pane), self->chart);
  gtk_widget_set_vexpand (pane, FALSE);
  gtk_widget_set_size_request (pane, -1, CHART_HEIGHT + BAR_HEIGHT * (int) sectors->len);
  gtk_box_append (box, pane);
}

static void
add_presence (GtkBox *box, const MappeNetwork *network)
{
  const char *headings[] = { _("Sector"), _("In our bodies"), _("Share"), _("To compare"), NULL };
  g_autoptr (GArray) presence = mappe_network_presence (network);
  g_autofree char *source = mappe_network_words_source (NULL);
  GtkGrid *table;

  mappe_dossier_add_label (box, "heading", _("Sectors present in the bodies"));
  table = mappe_dossier_add_table (box, _("Sectors present in the bodies"), headings);
  for (guint i = 0; i < presence->len; i++)
    {
      const MappeNetworkPresence *each = &g_array_index (presence, MappeNetworkPresence, i);
      g_autofree char *bodies = g_strdup_printf (_("%1$u of %2$u"), each->bodies, each->of);
      g_autofree char *share = mappe_network_words_share (each->bodies, each->of, NULL);
      g_autofree char *reference = mappe_network_words_percent (each->reference, NULL);

      const char *kind = mappe_network_words_kind (network, each->kind, NULL);

      gtk_widget_set_hexpand (mappe_dossier_add_cell (table, 0, (int) i + 1, kind, FALSE), TRUE);
      mappe_dossier_add_cell (table, 1, (int) i + 1, bodies, TRUE);
      mappe_dossier_add_cell (table, 2, (int) i + 1, share, TRUE);
      mappe_dossier_add_cell (table, 3, (int) i + 1, reference, TRUE);
    }
  mappe_dossier_add_label (box, "dim-label", source);
}

static void
mappe_sectors_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeSectorsDossier *self = MAPPE_SECTORS_DOSSIER (dossier);
  GtkBox *acts;

  mappe_dossier_add_label (box, "title-2", _("Composition of the council"));
  acts = mappe_dossier_add_acts (box);
  mappe_dossier_add_act (acts, _("Print…"), "dossier.print");
  mappe_dossier_add_act (acts, _("Print the picture…"), "sectors.chart");
  add_composition (self, box, result);
  add_presence (box, result);
}

static void
chart_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeSectorsDossier *self = MAPPE_SECTORS_DOSSIER (widget);

  if (self->chart != NULL)
    mappe_outcome_print_chart (widget, self->chart, _("Composition of the council"));
}

static void
mappe_sectors_dossier_finalize (GObject *object)
{
  g_clear_pointer (&MAPPE_SECTORS_DOSSIER (object)->chart, mappe_chart_unref);
  G_OBJECT_CLASS (mappe_sectors_dossier_parent_class)->finalize (object);
}

static void
mappe_sectors_dossier_class_init (MappeSectorsDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mappe_sectors_dossier_finalize;
  dossier_class->load = mappe_network_dossier_load;
  dossier_class->result_free = (GDestroyNotify) mappe_network_free;
  dossier_class->fill = mappe_sectors_dossier_fill;
  dossier_class->paper = mappe_network_dossier_paper;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "sectors.chart", NULL, chart_cb);
}

static void
mappe_sectors_dossier_init (MappeSectorsDossier *self)
{
}
