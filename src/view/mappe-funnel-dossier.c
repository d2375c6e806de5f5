/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-funnel-dossier.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mappe-contributions.h"
#include "mappe-dossier-parts.h"
#include "mappe-number.h"
#include "mappe-participation-event.h"

struct _MappeFunnelDossier {
  MappeDossier parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeFunnelDossier, mappe_funnel_dossier, MAPPE_TYPE_DOSSIER)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_contributions_load (snapshot, NULL, error);
}

/* --- the bars --- */

/* "10 of 16 answered (62.5 %)" with a bar as long as the share */
static void
add_bar (GtkBox *box, const char *what, guint n, guint of)
{
  double share = of > 0 ? (double) n / of : 0;
  g_autofree char *percent = mappe_real_format (share * 100, 1);
  /* Translators: a state of contributions; their number; number of all; percent */
  g_autofree char *text = g_strdup_printf (_("%1$s: %2$u of %3$u (%4$s %%)"), what, n, of, percent);
  GtkWidget *bar = gtk_progress_bar_new ();

  mappe_dossier_add_label (box, NULL, text);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), share);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (box, bar);
}

static char *
days_words (double days)
{
  g_autofree char *figure = NULL;

  if (isnan (days))
    return g_strdup ("–");
  figure = mappe_real_format (days, days > floor (days) ? 1 : 0);
  return g_steal_pointer (&figure);
}

/* --- the tables --- */

static char *
with_share (guint n, guint of)
{
  g_autofree char *percent = of > 0 ? mappe_real_format (100.0 * n / of, 0) : NULL;

  return percent != NULL ? g_strdup_printf ("%u (%s %%)", n, percent) : g_strdup_printf ("%u", n);
}

static void
add_line (GtkGrid *table, int line, const char *name, const char *counted, MappeContributionSum sum)
{
  g_autofree char *received = g_strdup_printf ("%u", sum.received);
  g_autofree char *answered = with_share (sum.answered, sum.received);
  g_autofree char *realised = with_share (sum.realised, sum.received);
  g_autofree char *days = days_words (sum.median_days);
  const char *figures[] = { received, answered, realised, days };
  int column = 1;

  gtk_widget_set_hexpand (mappe_dossier_add_cell (table, 0, line, name, FALSE), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    mappe_dossier_add_cell (table, column++, line, figures[i], TRUE);
  if (counted != NULL)
    mappe_dossier_add_cell (table, column, line, counted, TRUE);
}

static void
add_years (GtkBox *box, const MappeContributions *all)
{
  const char *headings[] = { _("Year"), _("Received"), _("Answered"), _("Realised"), _("Median days"), NULL };
  g_autoptr (GArray) years = mappe_contributions_years (all);
  GtkGrid *table;

  mappe_dossier_add_label (box, "heading", _("By year of receipt"));
  table = mappe_dossier_add_table (box, _("By year of receipt"), headings);
  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);
      g_autofree char *name = year > 0 ? g_strdup_printf ("%d", year) : g_strdup (_("Day not known"));

      if (year > 0)
        add_line (table, (int) i + 1, name, NULL, mappe_contributions_sum (all, MAPPE_CONTRIBUTIONS_ALL, year));
    }
}

static void
add_events (GtkBox *box, const MappeContributions *all)
{
  const char *headings[] = { _("Citizen participation"), _("Received"), _("Answered"), _("Realised"), _("Median days"),
                             _("Counted there"), NULL };
  MappeContributionSum rest = mappe_contributions_sum (all, MAPPE_CONTRIBUTIONS_WITHOUT, 0);
  GtkGrid *table;
  guint line = 1;

  mappe_dossier_add_label (box, "heading", _("By participation"));
  table = mappe_dossier_add_table (box, _("By participation"), headings);
  for (guint i = 0; i < all->events->len; i++)
    {
      const MappeListed *event = g_ptr_array_index (all->events, i);
      gboolean known = !mappe_row_is_null (event->row, MAPPE_PARTICIPATION_EVENT_CONTRIBUTIONS);
      g_autofree char *counted =
          known ? mappe_int_format (mappe_row_get_int (event->row, MAPPE_PARTICIPATION_EVENT_CONTRIBUTIONS))
                : g_strdup ("–");

      add_line (table, (int) line++, event->title, counted, mappe_contributions_sum (all, event->row->id, 0));
    }
  if (rest.received > 0)
    add_line (table, (int) line, _("Without participation"), "–", rest);
  mappe_dossier_add_label (box, "dim-label", _("Received are the contributions entered one by one; counted there is "
                                               "what the participation itself counted."));
}

static void
mappe_funnel_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  const MappeContributions *all = result;
  MappeContributionSum sum = mappe_contributions_sum (all, MAPPE_CONTRIBUTIONS_ALL, 0);
  g_autofree char *days = days_words (sum.median_days);
  g_autofree char *received = g_strdup_printf (ngettext ("%u contribution received", "%u contributions received",
                                                         sum.received), sum.received);
  g_autofree char *took = g_strdup_printf (_("Half of the answers took at most %s days."), days);

  mappe_dossier_add_label (box, "title-2", received);
  if (sum.received == 0)
    {
      mappe_dossier_add_label (box, NULL, _("Contributions of walks, surveys and questions are entered in the lists. "
                                            "Here stands then how many were answered and realised."));
      return;
    }
  add_bar (box, _("Answered"), sum.answered, sum.received);
  add_bar (box, _("Realised by a measure"), sum.realised, sum.received);
  if (!isnan (sum.median_days))
    mappe_dossier_add_label (box, NULL, took);
  add_years (box, all);
  add_events (box, all);
}

static void
mappe_funnel_dossier_class_init (MappeFunnelDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) mappe_contributions_free;
  dossier_class->fill = mappe_funnel_dossier_fill;
}

static void
mappe_funnel_dossier_init (MappeFunnelDossier *self)
{
}
