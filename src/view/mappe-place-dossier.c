/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-place-dossier.h"

#include <glib/gi18n.h>

#include "mappe-area.h"
#include "mappe-chart-pane.h"
#include "mappe-date.h"
#include "mappe-display.h"
#include "mappe-dossier-parts.h"
#include "mappe-measure.h"
#include "mappe-outcome-print.h"
#include "mappe-participation-event.h"
#include "mappe-place.h"
#include "mappe-project.h"
#include "mappe-site-audit.h"
#include "mappe-transfer.h"

struct _MappePlaceDossier {
  MappeDossier parent_instance;
};

G_DEFINE_FINAL_TYPE (MappePlaceDossier, mappe_place_dossier, MAPPE_TYPE_DOSSIER)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autofree char *today = mappe_date_today ();

  return mappe_place_file_load (snapshot, *(gint64 *) data, today, NULL, error);
}

static MappeDisplay *
display_of (gpointer self)
{
  return mappe_display_get (mappe_dossier_get_store (self));
}

static const char *
code_of (gpointer self, const MappeRow *row, guint field)
{
  const char *code = mappe_row_get_text (row, field);

  return code != NULL ? mappe_display_code (display_of (self), row->kind->fields[field].code_list, code) : "–";
}

static void
new_audit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-record", "(ssx)", mappe_site_audit_kind.name,
                              mappe_site_audit_kind.fields[MAPPE_SITE_AUDIT_AREA].name,
                              mappe_dossier_get_id (MAPPE_DOSSIER (widget)));
}

static void
outcome_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open-outcome", "(sx)", mappe_area_kind.name,
                              mappe_dossier_get_id (MAPPE_DOSSIER (widget)));
}

static void
chart_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const MappePlaceFile *place = mappe_dossier_get_result (MAPPE_DOSSIER (widget));

  if (place != NULL && place->chart != NULL)
    mappe_outcome_print_chart (widget, place->chart, mappe_row_get_text (place->area->row, MAPPE_AREA_NAME));
}

/* --- filling --- */

static void
add_head (MappePlaceDossier *self, GtkBox *box, const MappePlaceFile *place)
{
  const MappeRow *area = place->area->row;
  const char *owner = place->area->shown[MAPPE_AREA_OWNER_ORGANISATION];
  g_autofree char *about = g_strdup_printf ("%s%s%s", code_of (self, area, MAPPE_AREA_KIND),
                                            owner != NULL ? " · " : "", owner != NULL ? owner : "");
  /* Translators: deficits of an area in words */
  g_autofree char *deficits = g_strdup_printf (_("Deficit recorded: %1$s · perceived: %2$s"),
                                               code_of (self, area, MAPPE_AREA_OBJECTIVE_DEFICIT),
                                               code_of (self, area, MAPPE_AREA_SUBJECTIVE_DEFICIT));
  GtkBox *acts;

  mappe_dossier_add_label (box, "title-2", mappe_row_get_text (area, MAPPE_AREA_NAME));
  mappe_dossier_add_label (box, "dim-label", about);
  mappe_dossier_add_label (box, NULL, deficits);
  acts = mappe_dossier_add_acts (box);
  mappe_dossier_add_act (acts, _("New site audit…"), "place.audit");
  mappe_dossier_add_act (acts, _("Recorded and perceived over time"), "place.outcome");
  if (place->chart != NULL)
    mappe_dossier_add_act (acts, _("Print the audits…"), "place.chart");
  mappe_dossier_add_edit (acts, area->kind, area->id);
}

static void
add_audits (MappePlaceDossier *self, GtkBox *box, const MappePlaceFile *place)
{
  const MappeSiteAudits *audits = place->audits;
  AdwPreferencesGroup *group;

  if (place->chart != NULL)
    {
      GtkWidget *pane = mappe_chart_pane_new ();

      mappe_chart_pane_set_chart (MAPPE_CHART_PANE (pane), place->chart);
      gtk_widget_set_size_request (pane, -1, 460);
      gtk_box_append (box, pane);
    }
  group = mappe_dossier_add_group (box, _("Site audits"),
                                   audits->audits->len == 0
                                       ? _("Nobody has audited this place yet. Ten criteria are scored from 1 to 5.")
                                       : NULL);
  for (guint i = 0; i < audits->audits->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (audits->audits, i);
      g_autofree char *day = mappe_date_format (mappe_row_get_text (row, MAPPE_SITE_AUDIT_HELD_ON));
      double mean;
      guint n = mappe_site_audits_mean (audits, i, &mean);
      g_autofree char *figure = n > 0 ? mappe_chart_number_text (mean, 1, NULL) : g_strdup ("–");
      /* Translators: how light it was; number of people; mean score; criteria that have a score, all criteria */
      g_autofree char *text = g_strdup_printf (_("%1$s · %2$d people · mean %3$s · %4$u of %5$u criteria scored"),
                                               *audits->light[i] != '\0' ? audits->light[i] : _("light not noted"),
                                               (int) mappe_row_get_int (row, MAPPE_SITE_AUDIT_PARTICIPANTS), figure, n,
                                               audits->criteria->len);

      mappe_dossier_add_link (group, day, text, &mappe_site_audit_kind, row->id);
    }
}

static void
add_measures (MappePlaceDossier *self, GtkBox *box, const MappePlaceFile *place)
{
  AdwPreferencesGroup *group = mappe_dossier_add_group (
      box, _("Projects and measures"), place->projects->len == 0 ? _("No project is of this area.") : NULL);

  for (guint i = 0; i < place->projects->len; i++)
    {
      const MappeListed *project = g_ptr_array_index (place->projects, i);

      mappe_dossier_add_link (group, project->title, code_of (self, project->row, MAPPE_PROJECT_STATUS),
                              &mappe_project_kind, project->row->id);
      for (guint n = 0; n < place->measures->len; n++)
        {
          const MappeListed *measure = g_ptr_array_index (place->measures, n);
          g_autofree char *text = NULL;

          if (mappe_row_get_int (measure->row, MAPPE_MEASURE_PROJECT) != project->row->id)
            continue;
          text = g_strdup_printf (_("Measure · %1$s · %2$d %%"), code_of (self, measure->row, MAPPE_MEASURE_STATUS),
                                  (int) mappe_row_get_int (measure->row, MAPPE_MEASURE_PROGRESS_PCT));
          mappe_dossier_add_link (group, mappe_row_get_text (measure->row, MAPPE_MEASURE_TITLE), text,
                                  &mappe_measure_kind, measure->row->id);
        }
    }
}

static void
add_listed (MappePlaceDossier *self, AdwPreferencesGroup *group, const GPtrArray *records, guint state)
{
  for (guint i = 0; i < records->len; i++)
    {
      const MappeListed *listed = g_ptr_array_index (records, i);

      mappe_dossier_add_link (group, listed->title, code_of (self, listed->row, state), listed->row->kind,
                              listed->row->id);
    }
}

static void
add_sums (GtkBox *box, const MappePlaceFile *place, AdwPreferencesGroup **group)
{
  const MappePatrolSum *patrols = &place->patrols;
  g_autofree char *from = mappe_date_format (place->patrols_from);
  /* Translators: patrols held, cancelled; talks with citizens; a day */
  g_autofree char *held = g_strdup_printf (_("%1$u held, %2$u cancelled, %3$d talks with citizens since %4$s"),
                                           patrols->held, patrols->cancelled, (int) patrols->talks, from);
  /* Translators: numbers of contributions: all, new, in progress, answered, not feasible, with a measure */
  g_autofree char *inputs = g_strdup_printf (
      _("%1$u received: %2$u new, %3$u in progress, %4$u answered, %5$u not feasible; %6$u with a measure"),
      place->n_inputs, place->inputs[MAPPE_PLACE_NEW], place->inputs[MAPPE_PLACE_IN_PROGRESS],
      place->inputs[MAPPE_PLACE_ANSWERED], place->inputs[MAPPE_PLACE_REJECTED], place->realised);

  *group = mappe_dossier_add_group (box, _("People on the spot"), NULL);
  mappe_dossier_add_fact (*group, _("Joint foot patrols"), held);
  mappe_dossier_add_fact (*group, _("Contributions of citizens"), inputs);
}

static void
mappe_place_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappePlaceDossier *self = MAPPE_PLACE_DOSSIER (dossier);
  const MappePlaceFile *place = result;
  AdwPreferencesGroup *group;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "place.audit", mappe_dossier_is_writable (dossier));
  add_head (self, box, place);
  add_audits (self, box, place);
  add_measures (self, box, place);
  add_sums (box, place, &group);
  add_listed (self, group, place->events, MAPPE_PARTICIPATION_EVENT_KIND);
  if (place->transfers->len > 0)
    add_listed (self, mappe_dossier_add_group (box, _("Best practice taken here"), NULL), place->transfers,
                MAPPE_TRANSFER_STATUS);
}

static char *
mappe_place_dossier_title (MappeDossier *dossier, gconstpointer result)
{
  return g_strdup (mappe_row_get_text (((MappePlaceFile *) result)->area->row, MAPPE_AREA_NAME));
}

static void
mappe_place_dossier_class_init (MappePlaceDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) mappe_place_file_free;
  dossier_class->title = mappe_place_dossier_title;
  dossier_class->fill = mappe_place_dossier_fill;
  gtk_widget_class_install_action (widget_class, "place.audit", NULL, new_audit_cb);
  gtk_widget_class_install_action (widget_class, "place.outcome", NULL, outcome_cb);
  gtk_widget_class_install_action (widget_class, "place.chart", NULL, chart_cb);
}

static void
mappe_place_dossier_init (MappePlaceDossier *self)
{
}
