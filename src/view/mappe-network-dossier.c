/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "mappe-build-network.h"
#include "mappe-chart-pane.h"
#include "mappe-date.h"
#include "mappe-dossier-parts.h"
#include "mappe-network-chart.h"
#include "mappe-network-dossiers.h"
#include "mappe-network-matrix.h"
#include "mappe-organisation.h"
#include "mappe-outcome-print.h"
#include "mappe-wrap-layout.h"

enum { ROW_HEIGHT = 26, CHART_HEIGHT = 220 };

static const guint sizes[] = { 12, 20, 30 };

/**
 * MappeNetworkDossier:
 * @tie, @sector, @size: what is filtered by; @sector is a text of the file, as numbers change with it
 * @content: beneath the filters, filled anew when they change
 * @shared: beneath the matrix: records of the cell that was chosen
 */
struct _MappeNetworkDossier {
  MappeDossier parent_instance;

  MappeTie     tie;
  char        *sector;
  guint        size;
  GtkDropDown *ties, *sectors, *counts;
  GtkBox      *content, *shared;
  MappeChart  *chart;
};

G_DEFINE_FINAL_TYPE (MappeNetworkDossier, mappe_network_dossier, MAPPE_TYPE_DOSSIER)

/* Reads what all dossiers of the network show. */
gpointer
mappe_network_dossier_load (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autofree char *today = mappe_date_today ();

  return mappe_network_load (snapshot, today, error);
}

MappeNode *
mappe_network_dossier_paper (MappeDossier *dossier, gconstpointer result)
{
  return mappe_build_network (result, NULL);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* --- what two organisations share --- */

static void
add_shared (AdwPreferencesGroup *group, const MappeNetworkShared *shared)
{
  g_autofree char *day = shared->date != NULL ? mappe_date_format (shared->date) : NULL;
  g_autofree char *about = g_strdup_printf ("%s%s%s", mappe_network_tie_name (shared->tie, NULL),
                                            day != NULL ? " · " : "", day != NULL ? day : "");
  GtkWidget *row = mappe_dossier_add_link (group, shared->title, about, shared->kind, shared->id);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
}

static GtkWidget *
first_link (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (g_str_has_prefix (gtk_widget_get_name (widget), "dossier-link-"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = first_link (child);
  return found;
}

static void
chosen_cb (MappeNetworkDossier *self, guint one, guint other)
{
  const MappeNetwork *network = mappe_dossier_get_result (MAPPE_DOSSIER (self));
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *title = NULL, *count = NULL;
  AdwPreferencesGroup *group;

  if (network == NULL)
    return;
  records = mappe_network_between (network, one, other, self->tie);
  title = g_strdup_printf (_("%1$s and %2$s"), mappe_network_name (network, one), mappe_network_name (network, other));
  count = records->len > 0 ? g_strdup_printf (ngettext ("%u in common", "%u in common", records->len), records->len)
                           : g_strdup (_("Nothing in common in the last twelve months."));
  clear_box (self->shared);
  group = mappe_dossier_add_group (self->shared, title, count);
  for (guint i = 0; i < records->len; i++)
    add_shared (group, g_ptr_array_index (records, i));
  if (first_link (GTK_WIDGET (self->shared)) != NULL)
    gtk_widget_grab_focus (first_link (GTK_WIDGET (self->shared)));
}

/* --- content --- */

/* What the numbers above the columns mean, where they are not those of the rows. */
static void
add_column_names (GtkBox *box, const MappeNetwork *network, const GArray *columns)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (text, "%s%u %s", i > 0 ? " · " : "", i + 1,
                            mappe_network_name (network, g_array_index (columns, guint, i)));
  mappe_dossier_add_label (box, "dim-label", text->str);
}

static void
add_matrix (MappeNetworkDossier *self, const MappeNetwork *network, const GArray *rows, const GArray *columns)
{
  GtkWidget *matrix = mappe_network_matrix_new (), *scroller = gtk_scrolled_window_new ();

  mappe_network_matrix_fill (MAPPE_NETWORK_MATRIX (matrix), network, rows, columns, self->tie);
  g_signal_connect_object (matrix, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), matrix);
  gtk_box_append (self->content, scroller);
  if (self->sector != NULL)
    add_column_names (self->content, network, columns);
}

static void
add_chart (MappeNetworkDossier *self, const MappeNetwork *network, const GArray *rows)
{
  GtkWidget *pane = mappe_chart_pane_new ();

  g_clear_pointer (&self->chart, mappe_chart_unref);
  self->chart = mappe_network_chart (network, rows, self->tie, NULL);
  mappe_chart_pane_set_chart (MAPPE_CHART_PANE (pane), self->chart);
  gtk_widget_set_vexpand (pane, FALSE);
  gtk_widget_set_size_request (pane, -1, CHART_HEIGHT + ROW_HEIGHT * (int) ((rows->len + 1) / 2));
  gtk_box_append (self->content, pane);
}

/* Rows of a sector are shown against those that share most with them, all others against themselves. */
static void
fill_content (MappeNetworkDossier *self)
{
  const MappeNetwork *network = mappe_dossier_get_result (MAPPE_DOSSIER (self));
  g_autoptr (GArray) rows = NULL, columns = NULL;

  clear_box (self->content);
  rows = mappe_network_pick (network, self->sector, self->tie, self->size);
  columns = self->sector != NULL ? mappe_network_across (network, rows, self->tie, self->size) : g_array_ref (rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.chart", rows->len > 0);
  if (rows->len == 0)
    {
      mappe_dossier_add_label (self->content, NULL,
                               _("No organisations share anything like that in the last twelve months. Partners of "
                                 "projects, patrols, agreements, events and bodies count here."));
      return;
    }
  add_matrix (self, network, rows, columns);
  self->shared = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (self->content, GTK_WIDGET (self->shared));
  add_chart (self, network, rows);
}

/* --- filters --- */

static void
filter_cb (MappeNetworkDossier *self)
{
  guint sector = gtk_drop_down_get_selected (self->sectors);
  GObject *item = gtk_drop_down_get_selected_item (self->sectors);

  self->tie = gtk_drop_down_get_selected (self->ties) == 0 ? MAPPE_TIE_ANY
                                                          : (MappeTie) (gtk_drop_down_get_selected (self->ties) - 1);
  g_free (self->sector);
  self->sector = sector > 0 && item != NULL ? g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item))) : NULL;
  self->size = sizes[MIN (gtk_drop_down_get_selected (self->counts), G_N_ELEMENTS (sizes) - 1)];
  fill_content (self);
}

static GtkDropDown *
add_filter (MappeNetworkDossier *self, GtkWidget *bar, const char *name, const char *label, GtkStringList *words,
            guint selected)
{
  GtkWidget *down = gtk_drop_down_new (G_LIST_MODEL (words), NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), selected);
  gtk_widget_set_name (down, name);
  gtk_widget_set_tooltip_text (down, label);
  mappe_dossier_name (down, label);
  g_signal_connect_object (down, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), down);
  return GTK_DROP_DOWN (down);
}

static GtkStringList *
tie_words (void)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, mappe_network_tie_name (MAPPE_TIE_ANY, NULL));
  for (MappeTie tie = 0; tie < MAPPE_N_TIES; tie++)
    gtk_string_list_append (words, mappe_network_tie_name (tie, NULL));
  return words;
}

static GtkStringList *
sector_words (const MappeNetwork *network, const char *sector, guint *selected)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) sectors = mappe_network_sectors (network);

  *selected = 0;
  gtk_string_list_append (words, _("All sectors"));
  for (guint i = 0; i < sectors->len; i++)
    {
      gtk_string_list_append (words, g_ptr_array_index (sectors, i));
      if (g_strcmp0 (sector, g_ptr_array_index (sectors, i)) == 0)
        *selected = i + 1;
    }
  return words;
}

static GtkStringList *
size_words (guint size, guint *selected)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  *selected = 0;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = g_strdup_printf (_("%u most connected"), sizes[i]);

      gtk_string_list_append (words, text);
      if (sizes[i] == size)
        *selected = i;
    }
  return words;
}

static void
add_filters (MappeNetworkDossier *self, GtkBox *box, const MappeNetwork *network)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  guint sector, size;
  GtkStringList *sectors = sector_words (network, self->sector, &sector), *counts = size_words (self->size, &size);

  gtk_widget_set_layout_manager (bar, mappe_wrap_layout_new ());
  self->ties = add_filter (self, bar, "dossier-ties", _("What they share"), tie_words (),
                           self->tie == MAPPE_TIE_ANY ? 0 : self->tie + 1);
  self->sectors = add_filter (self, bar, "dossier-sectors", _("Sector"), sectors, sector);
  self->counts = add_filter (self, bar, "dossier-counts", _("How many organisations"), counts, size);
  mappe_dossier_add_act (GTK_BOX (bar), _("Print…"), "dossier.print");
  mappe_dossier_add_act (GTK_BOX (bar), _("Print the picture…"), "network.chart");
  gtk_box_append (box, bar);
  /* A sector that is gone with the file's change is not filtered by any more. */
  if (sector == 0)
    g_clear_pointer (&self->sector, g_free);
}

static void
mappe_network_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeNetworkDossier *self = MAPPE_NETWORK_DOSSIER (dossier);
  const MappeNetwork *network = result;
  g_autofree char *from = mappe_date_format (network->from), *to = mappe_date_format (network->today);
  /* Translators: first and last day */
  g_autofree char *about = g_strdup_printf (_("Each cell tells how many records both have in common, from %1$s to "
                                              "%2$s or running. Choose it to see them."), from, to);

  mappe_dossier_add_label (box, "title-2", _("Who works with whom"));
  mappe_dossier_add_label (box, "dim-label", about);
  add_filters (self, box, network);
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (box, GTK_WIDGET (self->content));
  fill_content (self);
}

static void
chart_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeNetworkDossier *self = MAPPE_NETWORK_DOSSIER (widget);

  if (self->chart != NULL)
    mappe_outcome_print_chart (widget, self->chart, _("Who works with whom"));
}

static void
mappe_network_dossier_finalize (GObject *object)
{
  MappeNetworkDossier *self = MAPPE_NETWORK_DOSSIER (object);

  g_free (self->sector);
  g_clear_pointer (&self->chart, mappe_chart_unref);
  G_OBJECT_CLASS (mappe_network_dossier_parent_class)->finalize (object);
}

static void
mappe_network_dossier_class_init (MappeNetworkDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mappe_network_dossier_finalize;
  dossier_class->load = mappe_network_dossier_load;
  dossier_class->result_free = (GDestroyNotify) mappe_network_free;
  dossier_class->fill = mappe_network_dossier_fill;
  dossier_class->paper = mappe_network_dossier_paper;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "network.chart", NULL, chart_cb);
}

static void
mappe_network_dossier_init (MappeNetworkDossier *self)
{
  self->tie = MAPPE_TIE_ANY;
  self->size = sizes[0];
}
