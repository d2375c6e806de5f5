/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-told-dossier.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "mappe-build-contributions.h"
#include "mappe-citizen-input.h"
#include "mappe-contributions.h"
#include "mappe-date.h"
#include "mappe-dossier-parts.h"

struct _MappeToldDossier {
  MappeDossier parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeToldDossier, mappe_told_dossier, MAPPE_TYPE_DOSSIER)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  return mappe_contributions_load (snapshot, NULL, error);
}

static void
add_input (AdwPreferencesGroup *group, const MappeListed *input)
{
  const char *measure = input->shown[MAPPE_CITIZEN_INPUT_MEASURE];
  const char *answer = mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_ANSWER);
  g_autofree char *text = measure != NULL
                              /* Translators: an answer; name of a measure */
                              ? g_strdup_printf (_("%1$s\nMeasure: %2$s"), answer, measure) : g_strdup (answer);

  mappe_dossier_add_link (group, mappe_row_get_text (input->row, MAPPE_CITIZEN_INPUT_TEXT), text,
                          &mappe_citizen_input_kind, input->row->id);
}

static void
mappe_told_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  const MappeContributions *all = result;
  g_autofree char *today = mappe_date_today ();
  guint n_left_out;
  g_autoptr (GPtrArray) told = mappe_contributions_told (all, atoi (today), &n_left_out);
  AdwPreferencesGroup *group = NULL;
  const char *before = NULL;

  mappe_dossier_add_label (box, "title-2", _("You said – we did"));
  if (told->len == 0)
    mappe_dossier_add_label (box, NULL, _("No contribution was answered yet."));
  if (n_left_out > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u answered contribution is left out: it is not anonymous, or it tells who somebody is.",
                    "%u answered contributions are left out: they are not anonymous, or they tell who somebody is.",
                    n_left_out), n_left_out);

      mappe_dossier_add_label (box, "dim-label", text);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (dossier), "dossier.print", told->len > 0);
  mappe_dossier_add_act (mappe_dossier_add_acts (box), _("Print…"), "dossier.print");
  for (guint i = 0; i < told->len; i++)
    {
      const MappeListed *input = g_ptr_array_index (told, i);
      const char *category = mappe_contributions_category (all, input->row);

      if (group == NULL || g_strcmp0 (category, before) != 0)
        group = mappe_dossier_add_group (box, category != NULL ? category : _("Without a category"), NULL);
      add_input (group, input);
      before = category;
    }
}

static MappeNode *
mappe_told_dossier_paper (MappeDossier *dossier, gconstpointer result)
{
  g_autofree char *today = mappe_date_today ();

  return mappe_build_contributions (result, today, NULL);
}

static void
mappe_told_dossier_class_init (MappeToldDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) mappe_contributions_free;
  dossier_class->fill = mappe_told_dossier_fill;
  dossier_class->paper = mappe_told_dossier_paper;
}

static void
mappe_told_dossier_init (MappeToldDossier *self)
{
}
